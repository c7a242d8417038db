//! Accounts for every column and every text of a file.
//!
//! A figure is made only from what was understood. Every column, title, heading, note, sheet name
//! and file name is *read* (it sets a dimension or a unit), *harmless* (it is constant, or does not
//! distinguish rows), or *in doubt*, which refuses the run. A layout claims the columns that it
//! uses. All others are watched here row by row, so that no layout can silently ignore a column.

pub(crate) mod accounts;
mod annual;
mod conditions;
mod country_codes;
mod country_names;
mod directions;
mod file_names;
mod flags;
mod ignored;
mod kinds_of_rows;
pub(crate) mod leading;
pub(crate) mod meaning;
mod month_runs;
mod name_words;
mod neutral_words;
mod note_claims;
mod notes;
mod offices;
pub(crate) mod others;
mod pairs;
mod part_words;
mod parts;
mod parts_of_time;
mod scan;
mod scan_phrases;
mod scan_words;
mod settle;
pub(crate) mod texts;
pub(crate) mod title_heads;
mod title_words;
mod trade_verbs;
pub(crate) mod watch;
mod whole_columns;
pub(crate) mod whose_trade;
pub(crate) mod words;
