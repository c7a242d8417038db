//! Columns of values in groups: by what stands beside the months in their heads, `Imports` in
//! `2016-09 Imports`.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::words::Dimension;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::series_label::{Label, LabelReading};
use crate::reader::layout::wide::head_words::{TimedHead, longest_date, parted, year_and_words};
use crate::reader::layout::wide::times::{TimeOf, times};
use crate::reader::row_reader::Reading;
use crate::trade::{Flow, Meaning, Perspective};

/// Columns whose heads say the same beside their times.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct ColumnGroup {
    pub label: Label,
    pub times: Vec<(usize, TimeOf)>,
}

/// The heads with times: those that are nothing else, or those that join a time with words.
pub(crate) fn timed(names: &[String]) -> Vec<TimedHead> {
    let bare = times(names);
    let is_new = |at: usize| bare[..at].iter().all(|(_, before)| *before != bare[at].1);
    if bare.is_empty() || !(0..bare.len()).all(is_new) {
        let parted = parted(names);
        let joins = parted.iter().any(|head| !head.words.is_empty());
        if parted.len() > 1 && (joins || bare.is_empty()) {
            return parted;
        }
    }
    let head = |(column, time)| TimedHead {
        column,
        time,
        words: String::new(),
    };
    bare.into_iter().map(head).collect()
}

/// What a column holds instead of values of trade, as the words beside its time say.
pub(super) fn other_than_values(words: &str) -> Option<Meaning> {
    let meaning = TextMeaning::of(words);
    let is =
        |dimensions: &[Dimension]| dimensions.iter().any(|dimension| meaning.is_of(*dimension));
    match () {
        () if is(&[Dimension::Change, Dimension::Share, Dimension::Index]) => Some(Meaning::Change),
        () if is(&[Dimension::Quantity, Dimension::Price]) => Some(Meaning::Quantity),
        () if meaning.flow() == Some(Flow::Balance) => Some(Meaning::Balance),
        () => None,
    }
}

/// The first column whose head has a date that could not be read, or none where others have one.
pub(super) fn unread_date(names: &[String], heads: &[TimedHead]) -> Option<usize> {
    let joins_words = heads.iter().any(|head| !head.words.is_empty());
    (0..names.len()).filter(|_| joins_words).find(|column| {
        longest_date(&names[*column]).is_some() && heads.iter().all(|head| head.column != *column)
    })
}

/// Whether a head joins a year with words that are understood: next to months, a column of years.
pub(super) fn is_of_year(reading: &Reading<'_, '_>, name: &str) -> bool {
    let harmless = |word: &str| reading.is_ignored(word);
    let Some(words) = year_and_words(name) else {
        return false;
    };
    let is_label = matches!(
        Label::read(&words, None, &harmless),
        LabelReading::Understood(_)
    );
    is_label || other_than_values(&words).is_some()
}

/// Sorts the columns of values into groups. `None` if the words of one are not understood, or if two
/// columns mean the same, with a problem added.
pub(super) fn groups(
    reading: &mut Reading<'_, '_>,
    heads: &[TimedHead],
    side: Option<Perspective>,
    names_partners: bool,
) -> Option<Vec<ColumnGroup>> {
    let mut groups: Vec<ColumnGroup> = Vec::new();
    for head in heads {
        let read = {
            let harmless = |word: &str| reading.is_ignored(word);
            Label::read(&head.words, side, &harmless)
        };
        let label = match read {
            LabelReading::Understood(_)
                if bounds_time(&head.words) && !reading.is_ignored(&head.words) =>
            {
                let words = head.words.clone();
                reading.wrong_column(head.column, &InputError::HeadInDoubt(words));
                return None;
            }
            LabelReading::Understood(label) if label.partner.is_none() || !names_partners => label,
            _ => {
                let words = head.words.clone();
                reading.wrong_column(head.column, &InputError::HeadInDoubt(words));
                return None;
            }
        };
        let time = (head.column, head.time);
        match groups.iter_mut().find(|group| group.label == label) {
            Some(group) if group.times.iter().any(|(_, before)| *before == head.time) => {
                reading.wrong_column(head.column, &InputError::ColumnTwice);
                return None;
            }
            Some(group) => group.times.push(time),
            None => groups.push(ColumnGroup {
                label,
                times: vec![time],
            }),
        }
    }
    Some(groups)
}

/// Whether the words beside a month make it the end or the beginning of a longer time, an estimate, or
/// one with a note: `to`, `~`, `<=`, `(e)`, `*`.
fn bounds_time(words: &str) -> bool {
    const BOUNDS: [&str; 14] = [
        "to", "until", "till", "through", "thru", "up to", "from", "since", "before", "after", "e",
        "f", "est", "ending",
    ];
    let plain = words.trim_matches(|c: char| c.is_whitespace() || "()[].".contains(c));
    let plain = plain.to_lowercase();
    let has_letters = plain.chars().any(char::is_alphanumeric);
    BOUNDS.contains(&&*plain) || !plain.is_empty() && !has_letters
}
