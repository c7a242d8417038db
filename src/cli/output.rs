//! How an answer is to look, and where it goes.

use crate::render::{Format, Lang, MoneyUnit, Notes};
use std::path::PathBuf;

/// How the answer is to look and where it goes.
#[derive(Clone, Debug)]
pub struct Output {
    /// The format, where one was asked for.
    pub format: Option<Format>,
    /// A file in place of standard output.
    pub file: Option<PathBuf>,
    /// The columns, where they were named.
    pub columns: Option<Vec<String>>,
    /// Whether machine formats start with their header.
    pub header: bool,
    /// Whether remarks on standard error are left out.
    pub quiet: bool,
    /// Colour: always, never, or as the terminal and the environment have it.
    pub color: Option<bool>,
    /// The language of labels; `None`: that of the terminal.
    pub lang: Option<Lang>,
    /// The unit of money in tables for people.
    pub show_unit: Option<MoneyUnit>,
    /// Which remarks stand under tables.
    pub notes: Notes,
    /// Whether each row of a table for people has its run of months as a small line.
    pub spark: bool,
}
