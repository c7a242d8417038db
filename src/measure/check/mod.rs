//! Whether claims are true: on the day they were made, and by what is known now.
//!
//! In: claims, and the frames to judge them by. Out: a report with one row per claim.
//!
//! Source: docs/definitions.md, "A published figure and its rounding".

mod asides;
mod candidates;
mod identity;
mod known;
mod ledger;
mod other_claims;
mod printed;
mod readings;
mod record;
mod row;
mod table;
mod two_totals;
mod verdict;

pub use asides::with_denied;
pub use ledger::Books;
pub use table::{COLUMNS, CheckMode, answer};
