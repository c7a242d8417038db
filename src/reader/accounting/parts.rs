//! Columns that may restrict their rows to a part of the trade.

use super::part_words::{COUNTED, PARTS_BY_NUMBER, PARTS_BY_WORD, bare, is_whole};
use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::name_words::{may_be_of_codes, part_in_numbers, part_in_texts};
use crate::reader::accounting::title_words::is_plain;
use crate::reader::accounting::watch::Watched;
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::month::Dates;
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
        let is_counted = is_of(COUNTED);
        // What a measure is called says what the figures are: `rank`, `prev`.
        let is_other_kind = |text: &str| {
            let meaning = TextMeaning::of(text);
            let is_word = text
                .chars()
                .all(|c| c.is_alphabetic() || " .-%Δ".contains(c));
            is_word
                && meaning.unknown.iter().any(|word| !is_plain(word))
                && meaning.flows.is_empty()
                && meaning.partners.is_empty()
        };
        let mut values = watched.values.iter();
        if let Some((text, line)) = values.find(|(text, _)| is_counted && is_other_kind(text)) {
            return Some((Dimension::Kind, (text, *line)));
        }
        let dimension = part.or_else(|| is_counted.then_some(Dimension::Good))?;
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

    /// The first cell of a column that is the end of a run of days or months, which begins with the date
    /// of its row.
    pub(super) fn end_of_run<'w>(
        &self,
        name: &str,
        watched: &'w Watched,
    ) -> Option<(&'w str, u64)> {
        const ENDS: &str = "end|ends|ending|enddate|dateend|periodend|endperiod|to|until|till|through|thru|截止|终止|结束|종료|종료일|까지";
        let bare = bare(&vocabulary::plain(name));
        let is_end = ENDS.split('|').any(|one| one == bare);
        let dates = Dates::of(watched.values.iter().map(|(text, _)| text.as_str()));
        let (text, line) = watched.values.first().filter(|_| is_end)?;
        dates.read(text).is_ok().then_some((text, *line))
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
        if are_ends_of_months(name, codes()) {
            return None;
        }
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

/// Whether a column has the number of the first or last day of each month, or of its days.
fn are_ends_of_months<'c>(name: &str, mut cells: impl Iterator<Item = &'c str>) -> bool {
    const NAMES: [&str; 9] = [
        "day",
        "days",
        "dd",
        "dom",
        "日",
        "天数",
        "일",
        "일수",
        "날짜수",
    ];
    let ends = |day: &str| matches!(day.parse::<u32>(), Ok(1 | 28..=31));
    NAMES.contains(&&*vocabulary::plain(name)) && cells.all(ends)
}
