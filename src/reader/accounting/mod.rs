//! What became of every column and every text of a file.
//!
//! A figure is made only of what was understood. Every column, title, heading, note, sheet name and
//! file name is *read* (it sets a dimension or a unit), *harmless* (it is constant, or it tells no
//! rows apart), or *in doubt*, which refuses the run. A layout claims the columns that it reads;
//! what it leaves is watched here row by row, so that no layout can drop a column in silence.

pub(crate) mod accounts;
mod flags;
pub(crate) mod meaning;
mod part_words;
mod scan;
mod scan_words;
mod settle;
pub(crate) mod texts;
mod watch;
pub(crate) mod words;
