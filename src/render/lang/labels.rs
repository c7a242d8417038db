//! What each language calls the things in tables.

use crate::report::{Head, ListOf, Subject};
use crate::trade::Flow;

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
}
