//! Sums a large platform download, block by block on all cores.
//!
//! Threads take blocks of the file by positioned reads. (A memory map would save a copy, but a file
//! that shrinks while mapped kills the process.) They find the partner first and skip rows of
//! others. Only regular rows are supported. At the first irregularity (a line end inside quotes,
//! blanks before a quote, a value that is not a whole number, an invalid code, a short row) nothing
//! is returned, and the file is read row by row, which locates every problem.

mod add_up;
pub(crate) mod ahead;
mod codes;
pub(crate) mod disjoint;
mod join;
mod key;
mod key_ranges;
pub(crate) mod many_files;
mod marks;
mod mix;
mod optional_fields;
mod others;
pub(crate) mod parallel;
mod plan;
pub(crate) mod platform_sums;
mod quotes;
mod regular_row;
pub(crate) mod rows_at;
mod shared_keys;
mod splits;
mod sums;
mod sums_as_rows;
mod thread_cache;
mod worker;
