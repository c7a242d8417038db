//! What a run is for: a measure, or another task.

use super::request::Request;
use crate::report::ListOf;
use crate::trade::Day;
use std::path::PathBuf;

/// What a run is for.
#[derive(Clone, Debug)]
pub enum Work {
    /// A measure of trade, answered with a report.
    Answer(Box<Request>),
    /// An archive task; uses the inputs and the output of the request.
    Archive(ArchiveTask, Box<Request>),
    /// What an archive contains; uses the output of the request.
    Kept(PathBuf, Box<Request>),
    /// A finished text for standard output.
    Print(Vec<u8>),
    /// A receipt to run again; uses the output of the request.
    Verify(PathBuf, Box<Request>),
    /// Words that may be typed; uses the output of the request.
    List(ListAsked, Box<Request>),
    /// A statement for an engine; uses the selection, the months and the output of the request.
    Sql(SqlAsked, Box<Request>),
}

/// What to do with an archive.
#[derive(Clone, Debug)]
pub enum ArchiveTask {
    /// Read the files and store them.
    Add {
        /// The folder.
        to: PathBuf,
        /// The partner of files that name none, by its index in the table.
        partner: Option<u16>,
    },
    /// Check files against the log.
    Verify {
        /// The folder.
        archive: PathBuf,
    },
    /// Merge each closed year into one file.
    Compact {
        /// The folder.
        archive: PathBuf,
        /// Years before this one; `None`: all but the last.
        before: Option<i32>,
    },
}

/// What to list.
#[derive(Clone, Debug)]
pub struct ListAsked {
    /// Of what.
    pub of: ListOf,
    /// Words that every row must contain; all rows if empty.
    pub words: Vec<String>,
    /// The first day of the releases to list; `None` means today.
    pub day: Option<Day>,
}

/// The SQL that is asked for, in addition to the selection that every command has.
#[derive(Clone, Debug)]
pub struct SqlAsked {
    /// `rollup`, `yoy`, `streak` or `contributions`.
    pub kind: &'static str,
    /// The table, by its name in the engine.
    pub table: String,
    /// Whether it is already the result of a roll-up.
    pub is_rolled_up: bool,
    /// The level of detail of its rows; `None` means that of the archive, or else eight digits.
    pub level: Option<String>,
}
