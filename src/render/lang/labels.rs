//! What each language calls the things in tables.

use crate::report::{Head, ListOf, Subject};
use crate::trade::{Breakdown, Flow};

/// The names that one language has for what stands in tables.
pub(crate) trait Labels {
    /// What a report is about.
    fn subject(&self, subject: Subject) -> &'static str;
    /// What a list is called.
    fn list_of(&self, of: ListOf) -> &'static str;
    /// The head of a column; empty where it has a name of its own: a period, a
    /// machine column, a split.
    fn head(&self, head: Head) -> &'static str;
    /// A flow, as the first cell of a row.
    fn flow(&self, flow: Flow) -> &'static str;
    /// A word that stands in a cell; `None` for one that is not on a closed list.
    fn word(&self, word: &str) -> Option<&'static str>;
    /// What a part of a split is.
    fn part_of(&self, by: Breakdown) -> &'static str;
    /// A label without data.
    fn label(&self, label: Label) -> &'static str;
    /// ` and 3 more`, at the end of a list.
    fn and_more(&self, count: usize) -> String;
    /// `(12-fold)`.
    fn fold(&self, times: &str) -> String;
    /// `−1.0 % in 2017-08`.
    fn percent_in(&self, percent: &str, month: &str) -> String;
}

/// A label that stands alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Label {
    /// The same months of the year before.
    YearEarlierOfPeriod,
    /// The change from the month before, in a line under the table.
    Mom,
    /// The change on which a streak hangs.
    Weakest,
    /// Before the notes.
    Notes,
    /// No flows at all.
    None,
    /// Before the sources.
    Source,
    /// The head of the years.
    Year,
}
