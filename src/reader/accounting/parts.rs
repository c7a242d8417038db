//! Columns that may restrict their rows to a part of the trade.

use super::part_words::{COUNTED, PARTS_BY_NUMBER, PARTS_BY_WORD, bare, is_whole};
use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::name_words::{may_be_of_codes, part_in_numbers, part_in_texts};
use crate::reader::accounting::watch::Watched;
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::vocabulary;
use crate::reader::row_reader::Reading;
use crate::trade::{Meaning, Partner};

impl Reading<'_, '_> {
    /// The dimension that a column of unknown texts may restrict, judged by its name (`sector`,
    /// `ownership`) or by the known part of a text (`Imports of ferrous scrap`).
    pub(super) fn part_by_word<'w>(
        &self,
        name: &str,
        watched: &'w Watched,
    ) -> Option<(Dimension, (&'w str, u64))> {
        let bare = bare(&vocabulary::plain(name));
        let is_of = |list: &str| list.split('|').any(|name| name == bare);
        let part = PARTS_BY_WORD
            .iter()
            .find(|(names, _)| is_of(names))
            .map(|(_, dimension)| *dimension)
            .or_else(|| part_in_texts(name));
        let dimension = part.or_else(|| is_of(COUNTED).then_some(Dimension::Good))?;
        if self.knows_column(dimension) {
            return None;
        }
        let narrows = |text: &str| match part {
            Some(_) => !is_whole(text),
            None => {
                let meaning = TextMeaning::of(text);
                !meaning.flows.is_empty() && !meaning.unknown.is_empty()
            }
        };
        let found = watched.values.iter().find(|(text, _)| narrows(text));
        found.map(|(text, line)| (dimension, (&**text, *line)))
    }

    /// The dimension that a column of numbers may restrict, judged by its name: `hs`, `chapter`,
    /// `province`. The number 0 means all.
    pub(super) fn part_by_number(&self, name: &str, watched: &Watched) -> Option<Dimension> {
        let is_all = |text: &str| text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        if watched.values.iter().all(|(text, _)| is_all(text)) {
            return None;
        }
        let plain = vocabulary::plain(name);
        let known = PARTS_BY_NUMBER
            .iter()
            .find(|(names, _)| names.contains(&&*plain));
        let dimension = known.map(|(_, dimension)| *dimension);
        match dimension.or_else(|| part_in_numbers(name)) {
            Some(dimension) => (!self.knows_column(dimension)).then_some(dimension),
            None => self.unknown_codes(name, watched),
        }
    }

    /// What the numbers of a column that no list has may be codes of. A few whole numbers that come
    /// again from row to row are no measurements: they may be the codes of partners, or of a part of
    /// the trade.
    fn unknown_codes(&self, name: &str, watched: &Watched) -> Option<Dimension> {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let is_code = |text: &str| matches!(text.len(), 1..=10) && digits(text);
        let codes = || watched.values.iter().map(|(text, _)| text.as_str());
        let come_again = codes().count() == 1 || codes().count() as u64 * 2 <= self.table.rows;
        if watched.more || !come_again || !codes().all(is_code) || !may_be_of_codes(name) {
            return None;
        }
        if self.accounts.has(Meaning::Partner) {
            return (!watched.names_partner).then_some(Dimension::Segment);
        }
        let is_partner =
            |code: &str| Partner::by_code(code).is_some() || Partner::by_un_code(code).is_some();
        match codes().all(is_partner) {
            true => Some(Dimension::Partner),
            false => Some(Dimension::Segment),
        }
    }
}
