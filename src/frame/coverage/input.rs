//! What one file covers of a month and flow, and what shows it.

use std::collections::BTreeSet;
use std::sync::Arc;

/// An input with rows of so many chapters in a month is taken to hold all goods of that month. Two
/// chapters are no evidence: a query for two chapters looks the same.
pub(super) const MANY_CHAPTERS: usize = 10;

/// Why an input is known to hold all goods of a month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Evidence {
    /// The user says so.
    Stated,
    /// Its rows add up to a published total.
    Total,
    /// It has rows of many chapters, and lacks none that others have.
    Chapters,
}

/// What an input holds of a flow, whatever the month.
#[derive(Debug, Default)]
pub(super) struct InputCoverage {
    pub parts: BTreeSet<u32>,
    /// The first two digits of its codes.
    pub chapters: BTreeSet<Arc<str>>,
    /// The first four.
    pub headings: BTreeSet<Arc<str>>,
    /// The provinces, trade modes or partners that the selection is split by.
    pub keys: BTreeSet<Arc<str>>,
    pub partners: BTreeSet<u32>,
    pub prefixes: BTreeSet<usize>,
}

impl InputCoverage {
    /// How many headings of a chapter it holds.
    pub fn headings_of(&self, chapter: &str) -> usize {
        let headings = self.headings.iter();
        headings.filter(|one| one.starts_with(chapter)).count()
    }
}
