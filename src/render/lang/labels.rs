//! Labels in tables in each language.

use crate::report::{Head, ListOf, Subject, Word};
use crate::trade::{Breakdown, Flow};

/// The labels of one language.
pub(crate) trait Labels {
    /// The subject of a report.
    fn subject(&self, subject: Subject) -> &'static str;
    /// The name of a list.
    fn list_of(&self, of: ListOf) -> &'static str;
    /// The header of a column; empty for those with headers of their own: periods, machine columns,
    /// breakdowns.
    fn head(&self, head: Head) -> &'static str;
    /// The name of a flow as the first cell of a row.
    fn flow(&self, flow: Flow) -> &'static str;
    /// A word in a cell; `None` if it is not on a closed list.
    fn word(&self, word: Word) -> &'static str;
    /// The name of the parts of a breakdown.
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

/// A label on its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Label {
    /// The same months of the year before.
    YearEarlierOfPeriod,
    /// The change from the month before, in a line under the table.
    Mom,
    /// The weakest change of a streak.
    Weakest,
    /// The heading of the notes.
    Notes,
    /// There are no rows.
    None,
    /// The label of the sources.
    Source,
    /// The header of a column of years.
    Year,
}
