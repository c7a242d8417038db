//! What is known from the rows before, while a table is read.

use crate::reader::accounting::meaning::TextMeaning;
use crate::trade::NotTaken;
use std::collections::BTreeMap;

/// What is known from the rows before.
#[derive(Default)]
pub(super) struct TidyState {
    pub not_taken: BTreeMap<NotTaken, (u64, u64, String)>,
    /// The year of the rows, where it stands once for several of them.
    pub year: Option<i32>,
    /// A line of text that may be a heading or a note.
    pub pending: Vec<(u64, String)>,
    /// What the last heading says; `Err` where it was not understood.
    pub heading: Heading,
    pub taken: u64,
}

#[derive(Default)]
pub(super) struct Heading {
    pub text: String,
    pub meaning: TextMeaning,
    pub not_understood: bool,
}

pub(super) fn pass(state: &mut TidyState, why: NotTaken, line: u64, text: &str) {
    let entry = state
        .not_taken
        .entry(why)
        .or_insert((0, line, text.to_owned()));
    entry.0 += 1;
}
