//! Columns that may restrict their rows to a part of the trade.

use super::part_words::{COUNTED, PARTS_BY_NUMBER, PARTS_BY_WORD, bare, is_whole};
use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::name_words::{part_in_numbers, part_in_texts};
use crate::reader::accounting::watch::Watched;
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::vocabulary;
use crate::reader::row_reader::Reading;

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
        let dimension = dimension.or_else(|| part_in_numbers(name))?;
        (!self.knows_column(dimension)).then_some(dimension)
    }
}
