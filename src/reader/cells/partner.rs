//! Looks up the partner of a row.

use crate::reader::cells::number::code_text;
use crate::trade::{Partner, PartnerChoice, PartnerCodes};
use std::collections::HashMap;
use std::sync::Arc;

/// The customs code of North Korea, the partner of the built-in data.
pub(crate) const NORTH_KOREA: &str = "109";

/// Where a file gives the partner of a row.
#[derive(Clone, Copy)]
pub(crate) enum PartnerOf {
    /// In columns with the customs code, the name, or both.
    Columns {
        code: Option<usize>,
        name: Option<usize>,
    },
    /// In one column of codes or names.
    Either(usize),
    /// In Comtrade's columns: UN code, ISO code, name.
    Un {
        code: Option<usize>,
        iso: Option<usize>,
        name: Option<usize>,
    },
    /// Nowhere; all rows have this partner.
    Fixed(u16),
}

impl PartnerOf {
    /// The first column that gives it.
    pub fn column(&self) -> Option<usize> {
        match *self {
            PartnerOf::Columns { code, name } => code.or(name),
            PartnerOf::Either(column) => Some(column),
            PartnerOf::Un { code, iso, name } => code.or(iso).or(name),
            PartnerOf::Fixed(_) => None,
        }
    }
}

/// The bytes of the code and of the name.
type PartnerTexts = (Vec<u8>, Vec<u8>);

/// Partners by the bytes of their code and name, so that each text is looked up once per file.
#[derive(Default)]
pub(crate) struct Partners {
    pub by_bytes: HashMap<PartnerTexts, PartnerMeaning>,
    /// The partner of the previous row, since the next row often has the same.
    last: Option<(PartnerTexts, PartnerMeaning)>,
    /// Partners missing from the table of partners: the line of the first row, and the name.
    pub unlisted: HashMap<u16, (u64, Arc<str>)>,
    /// Number of rows of continents and blocs that were left out.
    pub blocs: u64,
    /// The first few names of those, each once, with their lines.
    pub bloc_names: Vec<(u64, String)>,
    /// The first name, with its line, that has no code, is on no list, and might be the sum of
    /// other partners.
    pub unsure: Option<(u64, String)>,
}

/// The meaning of the texts that give a row's partner.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum PartnerMeaning {
    /// A partner, or the world.
    Single(u16),
    /// A continent or a union: the sum of some partners.
    Bloc,
    /// The texts are blank.
    Blank,
}

/// Number of names that a remark lists.
pub(crate) const NAMED: usize = 8;

/// The partner of a cell that gives it twice: `朝鲜(109)`, `109 朝鲜`, `DPRK (North Korea)`, `KP -
/// North Korea`. Both must mean the same.
pub(crate) fn named_twice(text: &str) -> Option<u16> {
    let text = text.trim().trim_end_matches([')', '）', ']']);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let behind_number = (digits > 0).then(|| text.split_at(digits));
    let behind = |marks: [&str; 6]| marks.into_iter().find_map(|mark| text.split_once(mark));
    let (one, other) = behind_number.or_else(|| behind(["(", "（", "[", " - ", " – ", "/"]))?;
    let marks = |c: char| c.is_whitespace() || matches!(c, '-' | '.' | ':' | '_' | '–');
    let (one, other) = (one.trim_matches(marks), other.trim_matches(marks));
    let any = |text: &str| {
        let by_code = [Partner::by_code(text), Partner::by_un_code(text)];
        by_code.into_iter().chain([Partner::find(text)]).flatten()
    };
    any(one).find(|partner_index| any(other).any(|two| two == *partner_index))
}

/// Whether two texts differ by at most two letters, or by one in a short text: changed, lost, added
/// or swapped.
pub(crate) fn is_near(one: &str, other: &str) -> bool {
    let [length, of_other] = [one, other].map(|text| text.chars().count());
    let most = if of_other < 8 { 1 } else { 2 };
    length >= 4 && length.abs_diff(of_other) <= 2 && strsim::osa_distance(one, other) <= most
}

/// Which list of codes a column of partner numbers uses.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum CodesOf {
    Customs,
    Un,
    /// This code is a different partner in each list, and nothing shows which list is used.
    Unclear(String),
}

impl CodesOf {
    /// Decides from the codes, and the names next to them if there are any. `un_reporter`: whether
    /// the column of reporters has China as 156, its UN code.
    pub fn of<'c>(
        given: Option<PartnerCodes>,
        pairs: impl Iterator<Item = (&'c str, &'c str)>,
        un_reporter: bool,
        asked: &PartnerChoice,
    ) -> CodesOf {
        match given {
            Some(PartnerCodes::Customs) => return CodesOf::Customs,
            Some(PartnerCodes::Un) => return CodesOf::Un,
            None if un_reporter => return CodesOf::Un,
            None => {}
        }
        let mut pairs: Vec<(&str, &str)> = pairs
            .map(|(code, name)| (code_text(code), name))
            .filter(|(code, _)| !code.is_empty())
            .collect();
        pairs.sort_unstable();
        pairs.dedup();
        let customs = |code: &str| Partner::by_code(code);
        let un = |code: &str| Partner::by_un_code(code);
        let agree = |of: &dyn Fn(&str) -> Option<u16>| {
            pairs
                .iter()
                .filter(|(code, name)| of(code).is_some() && Partner::find(name) == of(code))
                .count()
        };
        match agree(&customs).cmp(&agree(&un)) {
            std::cmp::Ordering::Greater => return CodesOf::Customs,
            std::cmp::Ordering::Less => return CodesOf::Un,
            std::cmp::Ordering::Equal => {}
        }
        let fit = |of: &dyn Fn(&str) -> Option<u16>| {
            pairs
                .iter()
                .all(|(code, _)| of(code).is_some() || code.trim_matches('0').is_empty())
        };
        match (fit(&customs), fit(&un)) {
            (true, false) => return CodesOf::Customs,
            (false, true) => return CodesOf::Un,
            _ => {}
        }
        let wanted = |partner_index: Option<u16>| {
            partner_index.is_some_and(|partner_index| asked.wants(partner_index))
        };
        let open = pairs.iter().find(|(code, _)| {
            customs(code) != un(code)
                && un(code).is_some()
                && (wanted(customs(code)) || wanted(un(code)))
        });
        open.map_or(CodesOf::Customs, |(code, _)| {
            CodesOf::Unclear((*code).to_owned())
        })
    }
}

/// Whether `name` is a name of a partner in the table.
pub(crate) fn is_name(name: &str) -> bool {
    Partner::find(name).is_some()
}

impl Partners {
    pub fn known(&mut self, code: &[u8], name: &[u8]) -> Option<PartnerMeaning> {
        if let Some(((last_code, last_name), found)) = &self.last
            && last_code == code
            && last_name == name
        {
            return Some(*found);
        }
        let key = (code.to_vec(), name.to_vec());
        let found = *self.by_bytes.get(&key)?;
        self.last = Some((key, found));
        Some(found)
    }

    pub fn keep(&mut self, code: &[u8], name: &[u8], found: PartnerMeaning) {
        self.by_bytes.insert((code.to_vec(), name.to_vec()), found);
    }
}
