//! What a run is for: a measure, or one of the tasks beside them.

use super::request::Request;
use crate::report::ListOf;
use crate::trade::Day;
use std::path::PathBuf;

/// What a run is for.
#[derive(Clone, Debug)]
pub enum Work {
    /// A measure of trade, answered with a report.
    Answer(Box<Request>),
    /// A task of the archive; of the request, its inputs and its output.
    Archive(ArchiveTask, Box<Request>),
    /// What an archive keeps; of the request, its output.
    Kept(PathBuf, Box<Request>),
    /// A text that is there already, for standard output.
    Print(Vec<u8>),
    /// A receipt to be run again; of the request, its output.
    Verify(PathBuf, Box<Request>),
    /// Words that may be typed; of the request, its output.
    List(ListAsked, Box<Request>),
    /// A text for an engine; of the request, its selection, its months and its output.
    Sql(SqlAsked, Box<Request>),
}

/// What is to be done with an archive.
#[derive(Clone, Debug)]
pub enum ArchiveTask {
    /// Read the files and keep them.
    Add {
        /// The folder.
        to: PathBuf,
        /// The partner of files that name none, by its place in the table.
        partner: Option<u16>,
    },
    /// Check files against the log.
    Verify {
        /// The folder.
        archive: PathBuf,
    },
    /// Make one file of each closed year.
    Compact {
        /// The folder.
        archive: PathBuf,
        /// Years before this one; `None`: all but the last.
        before: Option<i32>,
    },
}

/// What is to be listed.
#[derive(Clone, Debug)]
pub struct ListAsked {
    /// Of what.
    pub of: ListOf,
    /// Words that every row is to hold; none: all rows.
    pub words: Vec<String>,
    /// The day from which on releases are looked for; `None`: today.
    pub day: Option<Day>,
}

/// What SQL is asked for, beside the selection that every command has.
#[derive(Clone, Debug)]
pub struct SqlAsked {
    /// `rollup`, `yoy`, `streak` or `contributions`.
    pub kind: &'static str,
    /// The table, as the engine names it.
    pub table: String,
    /// Whether it is the result of a roll-up already.
    pub is_rolled_up: bool,
    /// The level of detail of its rows; `None`: that of the archive, else eight digits.
    pub level: Option<String>,
}
