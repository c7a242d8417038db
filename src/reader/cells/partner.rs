//! Which partner a row is with.

use crate::trade::{Partner, PartnerChoice, PartnerCodes};
use std::collections::HashMap;
use std::sync::Arc;

/// The customs code of North Korea, the partner of the built-in data.
pub(crate) const NORTH_KOREA: &str = "109";
/// The customs code of South Korea, which is easily asked for by mistake.
pub(crate) const SOUTH_KOREA: &[u8] = b"133";

/// Where a file says which partner a row is with.
#[derive(Clone, Copy)]
pub(crate) enum PartnerOf {
    /// In columns: the customs code, the name, or both.
    Columns {
        code: Option<usize>,
        name: Option<usize>,
    },
    /// In one column that may hold a code or a name.
    Either(usize),
    /// In columns of Comtrade: the UN code, the ISO code, the name.
    Un {
        code: Option<usize>,
        iso: Option<usize>,
        name: Option<usize>,
    },
    /// Nowhere: every row is with this one.
    Fixed(u16),
}

/// The bytes of the code and of the name.
type PartnerTexts = (Vec<u8>, Vec<u8>);

/// Partners by the bytes that name them, so that a text is looked up once per file.
#[derive(Default)]
pub(crate) struct Partners {
    pub by_bytes: HashMap<PartnerTexts, PartnerMeaning>,
    /// The partner of the row before, which most often is that of the next row too.
    last: Option<(PartnerTexts, PartnerMeaning)>,
    /// Partners that the table does not have: the line of the first row and what they are called.
    pub unlisted: HashMap<u16, (u64, Arc<str>)>,
    /// How many rows of continents and blocs were left out.
    pub blocs: u64,
    /// The first name, with its line, that stands by itself, is on no list, and may be the sum of
    /// other partners.
    pub unsure: Option<(u64, String)>,
}

/// What the texts of a row that name its partner mean.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum PartnerMeaning {
    /// A partner, or all of them together.
    Place(u16),
    /// A continent, a union: a sum of some of the others.
    Bloc,
    /// Nothing stands there.
    Blank,
}

/// How many names a remark spells out.
pub(crate) const NAMED: usize = 8;

/// The partner with this customs code; not a UN code, which collide: 408 is Bolivia here.
pub(crate) fn by_customs_code(code: &str) -> Option<u16> {
    let at = Partner::table()
        .iter()
        .position(|partner| &*partner.code == code)?;
    u16::try_from(at).ok()
}

/// A code without the decimals that a program gave it: `408.0`.
pub(crate) fn whole(code: &str) -> &str {
    code.strip_suffix(".0").unwrap_or(code)
}

/// Whether two texts differ in at most two letters changed, lost, gained or swapped.
pub(crate) fn is_near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > 2 || one.len() < 4 {
        return false;
    }
    let most = if other.len() < 8 { 1 } else { 2 };
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (row, c) in one.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, d) in other.iter().enumerate() {
            let mut cost = (above[column] + usize::from(c != d))
                .min(above[column + 1] + 1)
                .min(line[column] + 1);
            let swapped = row > 0 && column > 0 && one[row - 1] == *d && other[column - 1] == *c;
            if swapped {
                cost = cost.min(before[column - 1] + 1);
            }
            line.push(cost);
        }
        before = std::mem::replace(&mut above, line);
    }
    above.last().is_some_and(|distance| *distance <= most)
}

/// Whose codes a column of numbers holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum CodesOf {
    Customs,
    Un,
    /// This code is one partner here and another there, and nothing settles which is meant.
    Unclear(String),
}

impl CodesOf {
    /// Looks at codes with the names beside them, where there are any. `un_reporter`: whether China
    /// is 156 in the column of reporters, as the UN has it.
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
            .map(|(code, name)| (whole(code), name))
            .filter(|(code, _)| !code.is_empty())
            .collect();
        pairs.sort_unstable();
        pairs.dedup();
        let customs = |code: &str| by_customs_code(code);
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
        let wanted = |place: Option<u16>| place.is_some_and(|place| asked.wants(place));
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
