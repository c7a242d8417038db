//! What earlier rows have established about the rows that follow.

use crate::reader::accounting::meaning::TextMeaning;
use crate::trade::{Period, SkipReason};
use std::collections::BTreeMap;

/// What earlier rows have established about the rows that follow.
#[derive(Default)]
pub(super) struct TidyState {
    pub not_taken: BTreeMap<SkipReason, (u64, u64, String)>,
    /// The year, if it is given once for several rows.
    pub year: Option<i32>,
    /// Lines of text that may be headings or notes.
    pub pending: Vec<(u64, String)>,
    /// The last heading.
    pub heading: Heading,
    pub taken: u64,
    /// The month of the row above.
    pub month_above: Option<Period>,
}

#[derive(Default)]
pub(super) struct Heading {
    pub line: u64,
    pub text: String,
    pub meaning: TextMeaning,
    pub not_understood: bool,
}

pub(super) fn pass(state: &mut TidyState, why: SkipReason, line: u64, text: &str) {
    let entry = state
        .not_taken
        .entry(why)
        .or_insert((0, line, text.to_owned()));
    entry.0 += 1;
}
