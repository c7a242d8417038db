//! Determines the partner of each row. Each distinct text is looked up only once per file.

mod remarks;

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::bytes::file_name;
use crate::reader::cells::aggregates::{
    Aggregate, aggregate, is_group_by_its_last_word, is_remainder,
};
use crate::reader::cells::number;
use crate::reader::cells::partner::{NORTH_KOREA, PartnerMeaning, PartnerOf, is_near, named_twice};
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::series_label;
use crate::reader::row_reader::Reading;
use crate::trade::{InputRemark, Partner, PartnerChoice};

impl Reading<'_, '_> {
    /// The partner assumed for all rows of a file without a partner column. Adds a problem if it
    /// cannot be determined.
    pub fn assumed_partner(&mut self) -> Option<PartnerOf> {
        if self.built_in {
            return Partner::by_code(NORTH_KOREA).map(PartnerOf::Fixed);
        }
        if let Some(place) = file_name::partner(self.file).filter(|_| !self.is_ignored(self.file)) {
            self.remark(InputRemark::PartnerFromName(place));
            self.fixed_partner = Some(place);
            return Some(PartnerOf::Fixed(place));
        }
        let only = match &self.options.partner {
            PartnerChoice::These(partner_indices) => match partner_indices[..] {
                [only] => Some(only),
                _ => None,
            },
            PartnerChoice::All => None,
        };
        let Some(place) = only else {
            self.wrong_file(&InputError::PartnerNotStated);
            return None;
        };
        // `Imports from China` is told by somebody, and nothing says by whom.
        if self.reversal_remarked && self.options.file_side.is_none() {
            self.wrong_file(&InputError::TellerNotStated);
            return None;
        }
        self.partner_assumed = true;
        self.remark(InputRemark::PartnerAssumed(place));
        self.fixed_partner = Some(place);
        Some(PartnerOf::Fixed(place))
    }

    /// The partner of the row, which is also noted as seen; `None` if its rows are not asked for.
    pub fn wanted_partner(&mut self, partner_of: &PartnerOf) -> Option<u16> {
        let (code, name) = match *partner_of {
            PartnerOf::Fixed(place) => {
                self.observations.partners_seen.insert(place);
                return self.options.partner.wants(place).then_some(place);
            }
            PartnerOf::Columns { code, name } => (code, name),
            PartnerOf::Either(column) => (Some(column), Some(column)),
            PartnerOf::Un { code, iso, name } => (code, iso.or(name)),
        };
        // Where both the code and the ISO code are blank, the third column names the partner.
        let third = match *partner_of {
            PartnerOf::Un {
                iso: Some(_), name, ..
            } => name,
            _ => None,
        };
        let raw = |column: Option<usize>| column.map_or(&b""[..], |at| self.table.raw(at));
        let (code_bytes, name_bytes) = (raw(code), raw(name));
        let both;
        let name_bytes = match third {
            Some(third) => {
                both = [name_bytes, b"\n", self.table.raw(third)].concat();
                &both[..]
            }
            None => name_bytes,
        };
        let above = self.partner_above;
        let is_blank = || {
            [code, name, third]
                .into_iter()
                .flatten()
                .all(|at| self.table.cell(at).is_empty())
        };
        if above.is_meant
            && let Some(above) = above.last
            && is_blank()
        {
            return above;
        }
        let found = match self.partners.known(code_bytes, name_bytes) {
            Some(found) => found,
            None => {
                let found = match *partner_of {
                    PartnerOf::Un { code, iso, name } => self.look_up_un([code, iso, name]),
                    _ => self.look_up(code, name),
                };
                if let PartnerMeaning::Single(place) = found
                    && place != Partner::WORLD
                {
                    self.observations.partners_seen.insert(place);
                    // The trade of a country with another than China is not China's.
                    if self.options.file_side.is_none()
                        && self.told_by.is_some_and(|teller| teller != place)
                    {
                        self.wrong_file(&InputError::ChinaNotNamed);
                    }
                }
                self.partners.keep(code_bytes, name_bytes, found);
                found
            }
        };
        let wanted = match found {
            PartnerMeaning::Single(Partner::WORLD) => {
                let all = self.options.partner == PartnerChoice::All;
                all.then_some(Partner::WORLD)
            }
            PartnerMeaning::Single(place) => self.options.partner.wants(place).then_some(place),
            PartnerMeaning::Bloc => {
                if self.options.partner == PartnerChoice::All {
                    self.partners.blocs += 1;
                }
                None
            }
            // A row without a partner might belong to the partner asked for.
            PartnerMeaning::Blank => {
                let column = code.or(name).unwrap_or_default();
                // In other layouts the blank is already in doubt, unless such rows are dropped.
                if self.options.lenient || matches!(partner_of, PartnerOf::Un { .. }) {
                    self.wrong(column, &InputError::BlankPartner);
                }
                None
            }
        };
        self.partner_above.last = Some(wanted);
        wanted
    }

    /// Whether a partner is one of those asked for by name.
    fn is_asked(&self, partner: u16) -> bool {
        self.options.partner != PartnerChoice::All && self.options.partner.wants(partner)
    }

    /// The partner given by code and name. A disagreement is refused if the partner of the code is
    /// asked for; otherwise the code prevails, and it is remarked on.
    fn look_up(&mut self, code: Option<usize>, name: Option<usize>) -> PartnerMeaning {
        let (code_column, name_column) = (code, name);
        let cell = |column: Option<usize>| column.map(|at| self.table.cell(at)).unwrap_or_default();
        let (code, name) = (cell(code), cell(name));
        // Namibia has the code `NA`, and so have cells that R and pandas found empty.
        let is_missing = |text: &str, column| text.is_empty() || self.is_missing(text, column);
        if is_missing(&code, code_column) && is_missing(&name, name_column) {
            self.doubt_name("", "");
            return PartnerMeaning::Blank;
        }
        let (by_code, by_name) = (
            Partner::by_code(number::code_text(&code)),
            Partner::find(number::code_text(&name))
                .or_else(|| named_twice(&name))
                .or_else(|| Partner::find(series_label::without_mark(&name))),
        );
        if by_code.or(by_name).is_none() {
            self.doubt_name(&code, &name);
        }
        if code != name
            && let (Some(one), Some(other)) = (by_code, by_name)
            && one != other
        {
            if let (Some(code), Some(name)) = (code_column, name_column)
                && self.is_asked(one)
            {
                self.wrong_beside(name, code);
                return PartnerMeaning::Bloc;
            }
            let line = self.table.line();
            let (code, name) = (code.to_string(), name.to_string());
            self.remark(InputRemark::CodeBesideName { code, name, line });
        }
        // `Cumulative` beside the code of a partner tells of something else than partners.
        if by_code.is_some()
            && by_name.is_none()
            && code != name
            && TextMeaning::of(&name).tells_of_figures()
            && let (Some(code), Some(name)) = (code_column, name_column)
        {
            self.wrong_beside(name, code);
            return PartnerMeaning::Bloc;
        }
        // A row named as a total is a total, even under a partner's code.
        let is_total =
            code != name && by_name.is_none() && aggregate(number::code_text(&name)).is_some();
        match by_code.or(by_name) {
            Some(place) if !is_total => PartnerMeaning::Single(place),
            _ => self.look_beyond(if code == name { "" } else { &code }, &name),
        }
    }

    /// Whether a cell of partners is one that a program found empty. `NA` is Namibia among other codes of
    /// two letters.
    fn is_missing(&self, text: &str, column: Option<usize>) -> bool {
        const AHEAD: usize = 500;
        match text {
            "n/a" | "N/A" | "#N/A" | "n.a." | "NaN" | "nan" => true,
            "NA" => {
                let is_code = |cell: &String| {
                    cell.len() == 2
                        && cell != "NA"
                        && cell.bytes().all(|byte| byte.is_ascii_uppercase())
                };
                let ahead = self.table.ahead(AHEAD);
                let cells = ahead.iter().filter_map(|line| line.cells.get(column?));
                let mut cells = cells.filter(|cell| !cell.is_empty()).peekable();
                cells.peek().is_some() && !cells.any(is_code)
            }
            _ => false,
        }
    }

    /// The meaning of a code and a name that are not in the table of partners.
    fn look_beyond(&mut self, code: &str, name: &str) -> PartnerMeaning {
        match aggregate(name) {
            _ if code.is_empty() && name.is_empty() => PartnerMeaning::Blank,
            Some(Aggregate::World) => PartnerMeaning::Single(Partner::WORLD),
            Some(Aggregate::Bloc) if !is_group_by_its_last_word(name) => {
                self.keep_bloc(name);
                PartnerMeaning::Bloc
            }
            // It was not declared that every name is a partner of its own.
            Some(Aggregate::Bloc) if !self.options.all_partners || self.is_ignored(name) => {
                let line = self.table.line();
                if !self.is_ignored(name) {
                    let first = || (line, name.to_owned());
                    self.partners.unsure.get_or_insert_with(first);
                }
                PartnerMeaning::Bloc
            }
            None if is_code_of_world(name) || name.is_empty() && is_code_of_world(code) => {
                PartnerMeaning::Single(Partner::WORLD)
            }
            // The user asked to leave out its rows.
            None if !name.is_empty() && self.is_ignored(name) => PartnerMeaning::Bloc,
            Some(Aggregate::Bloc) | None => {
                let place = self.observations.unlisted(code, name);
                let line = self.table.line();
                let is_named = code.is_empty() && name.chars().any(char::is_alphabetic);
                if is_named && !is_remainder(name) {
                    let first = || (line, name.to_owned());
                    self.partners.unsure.get_or_insert_with(first);
                }
                let seen = self.partners.unlisted.entry(place);
                seen.or_insert((line, self.observations.partner_name(place)));
                PartnerMeaning::Single(place)
            }
        }
    }

    /// Raises a doubt if the partner is blank, or if the name is similar to one asked for.
    fn doubt_name(&mut self, code: &str, name: &str) {
        let line = Some(self.table.line());
        if code.is_empty() && name.is_empty() {
            if !self.options.lenient {
                self.doubt(line, &InputError::PartnerBlank, "");
            }
            return;
        }
        let asked: &[u16] = match &self.options.partner {
            PartnerChoice::These(partner_indices) => partner_indices,
            PartnerChoice::All => &[],
        };
        if asked.is_empty() {
            return;
        }
        let folded: String = name
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect();
        let near = Partner::spellings()
            .filter(|(spelling, place)| asked.contains(place) && spelling.chars().count() >= 4)
            .find(|(spelling, _)| is_near(&folded, spelling));
        let near = near
            .and_then(|(_, place)| Partner::at(place))
            .map(|partner| partner.en.to_string());
        if let Some(partner) = near.filter(|_| !self.is_ignored(name)) {
            let wrong = InputError::PartnerMisspelt {
                nearly: partner,
                name: name.to_owned(),
            };
            self.doubt(line, &wrong, name);
        }
    }

    /// The partner of a malformed row, judged by its first `whole` fields. Notes nothing.
    pub fn plain_partner(&self, partner_of: PartnerOf, whole: usize) -> Option<u16> {
        let there = |columns: &[Option<usize>]| columns.iter().flatten().all(|at| *at < whole);
        let cell = |column: Option<usize>| column.map(|at| self.table.cell(at)).unwrap_or_default();
        let by_code_or_name =
            |code, name| Partner::by_code(&cell(code)).or_else(|| Partner::find(&cell(name)));
        match partner_of {
            PartnerOf::Fixed(place) => Some(place),
            PartnerOf::Columns { code, name } if there(&[code, name]) => {
                by_code_or_name(code, name)
            }
            PartnerOf::Either(at) if at < whole => by_code_or_name(Some(at), Some(at)),
            PartnerOf::Un { code, iso, name } if there(&[code, iso, name]) => {
                self.un_partner([code, iso, name])
            }
            _ => None,
        }
    }

    /// The partner given by the UN code, failing that by the ISO code, failing that by the name.
    fn un_partner(&self, [code, iso, name]: [Option<usize>; 3]) -> Option<u16> {
        let cell = |column: Option<usize>| column.map(|at| self.table.cell(at)).unwrap_or_default();
        let three_letters =
            |iso: &str| iso.len() == 3 && iso.bytes().all(|b| b.is_ascii_alphabetic());
        Partner::by_un_code(number::code_text(&cell(code)))
            .or_else(|| Partner::find(&cell(iso)).filter(|_| three_letters(&cell(iso))))
            .or_else(|| Partner::find(&cell(name)))
    }

    fn look_up_un(&mut self, columns: [Option<usize>; 3]) -> PartnerMeaning {
        let cell = |column: Option<usize>| column.map(|at| self.table.cell(at)).unwrap_or_default();
        let [code, iso, name] = columns.map(cell);
        if let Some(place) = self.un_partner(columns) {
            return self.agreed_un(columns, place);
        }
        let code = number::code_text(&code);
        let is_world = match (code, &*iso) {
            ("", "") => false,
            ("", iso) => matches!(iso, "W00" | "WLD"),
            (code, _) => code.bytes().all(|byte| byte == b'0'),
        };
        if is_world {
            return PartnerMeaning::Single(Partner::WORLD);
        }
        let name = if name.is_empty() { &iso } else { &name };
        // A column of codes and names gives one of them.
        let code = if code == &**name { "" } else { code };
        self.look_beyond(code, name)
    }

    /// The partner by its code, unless the ISO code or the name is that of another. If one of the
    /// two is asked for, that is refused; otherwise it is remarked on.
    fn agreed_un(&mut self, columns: [Option<usize>; 3], place: u16) -> PartnerMeaning {
        let [code, iso, name] = columns;
        let cell = |column: usize| self.table.cell(column);
        let other = |column: &usize| {
            // `NA` is a cell that R left empty, and a number a code that was looked up already.
            let text = cell(*column);
            let is_name = text.len() > 2 && text.chars().any(char::is_alphabetic);
            let found = Partner::find(&text).filter(|_| is_name);
            found.filter(|other| *other != place)
        };
        let mut others = [iso, name].into_iter().flatten();
        let Some((column, other)) = others.find_map(|at| Some((at, other(&at)?))) else {
            return PartnerMeaning::Single(place);
        };
        let mut given = [code, iso, name].into_iter().flatten();
        let first = given.find(|column| !cell(*column).is_empty());
        let beside = first.unwrap_or(column);
        if self.is_asked(place) || self.is_asked(other) {
            self.wrong_beside(column, beside);
            return PartnerMeaning::Bloc;
        }
        let line = self.table.line();
        let (code, name) = (cell(beside).into_owned(), cell(column).into_owned());
        self.remark(InputRemark::CodeBesideName { code, name, line });
        PartnerMeaning::Single(place)
    }
}

/// Whether a code is that of the world: of the UN, of Comtrade or of the IMF.
fn is_code_of_world(code: &str) -> bool {
    !code.is_empty() && (code == "001" || code.bytes().all(|byte| byte == b'0'))
}
