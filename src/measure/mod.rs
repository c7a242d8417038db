//! The measures: each takes series and a question, and answers with a report.
//!
//! In: a [`SeriesSet`](crate::frame::SeriesSet); `check`, `revisions`, `sanctions` and `trace` also
//! take a [`Frame`](crate::frame::Frame), and `list` takes the built-in tables. Out: an [`Answer`].
//! Nothing here reads files or prints.

mod breakdown;
pub mod brief;
mod change;
pub mod chart;
pub mod check;
pub mod columns;
mod contribution;
mod error;
pub mod inspect;
mod links;
pub mod list;
pub mod movers;
pub mod page;
mod question;
mod ranking;
pub mod record;
mod remarks;
pub mod revisions;
pub mod sanctions;
mod selected;
pub mod series;
mod series_row;
mod span;
pub mod spark;
pub mod streak;
mod streak_table;
mod streak_wanted;
#[cfg(test)]
mod tests;
pub mod trace;
mod whereabouts;
pub mod yoy;

pub use change::Change;
pub use question::{Answer, MeasureError, Question, Span, Verdict};
