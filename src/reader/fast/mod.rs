//! Sums of a large platform download, block by block on every core.
//!
//! Threads take blocks of the file by positioned reads (a memory map would save a copy, but a file
//! that shrinks under it kills the process), find the partner first and look no further at rows of
//! others. Only regular rows are taken: at the first sign of anything else (a line end inside
//! quotes, blanks before a quote, a value that is no whole number, a code that is none, a row too
//! short) nothing is returned, and the file is read the long way, which locates every problem.

mod add_up;
pub(crate) mod ahead;
pub(crate) mod disjoint;
mod join;
mod key;
mod key_ranges;
pub(crate) mod many_files;
mod mix;
mod optional_fields;
pub(crate) mod parallel;
mod plan;
pub(crate) mod platform_sums;
mod quotes;
mod regular_row;
pub(crate) mod rows_at;
mod splits;
mod sums;
mod worker;
