//! The questions: each measure takes series and a question and answers with a report.
//!
//! In: a [`SeriesSet`](crate::frame::SeriesSet). Out: an [`Answer`]. Nothing here reads or prints.

mod ask;
mod change;
mod contribution;
pub mod inspect;
mod links;
pub mod movers;
mod parts;
pub mod record;
mod remarks;
pub mod series;
mod standing;
pub mod streak;
mod streak_table;
#[cfg(test)]
mod tests;
pub mod yoy;

pub use ask::{Answer, MeasureError, Question, Span, Verdict};
pub use change::{Change, Comparison};
