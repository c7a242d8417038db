//! How an answer looks, and where it goes.

use crate::render::{Format, Lang, MoneyUnit, Notes};
use std::path::PathBuf;

/// How the answer looks and where it goes.
#[derive(Clone, Debug)]
pub struct Output {
    /// The format, if one was given.
    pub format: Option<Format>,
    /// A file instead of standard output.
    pub file: Option<PathBuf>,
    /// The columns, if they were given.
    pub columns: Option<Vec<String>>,
    /// Whether machine formats start with their header.
    pub header: bool,
    /// Whether remarks are kept off standard error.
    pub quiet: bool,
    /// Colour: always, never, or depending on the terminal and the environment.
    pub color: Option<bool>,
    /// The language of labels; `None` means the terminal's.
    pub lang: Option<Lang>,
    /// The unit of money in tables for people.
    pub show_unit: Option<MoneyUnit>,
    /// Which remarks are shown under tables.
    pub notes: Notes,
    /// Whether each row of a text table has a small trend line.
    pub spark: bool,
}
