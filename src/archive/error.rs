//! What can go wrong with an archive.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Why an archive cannot be written or read, or is unsound.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// A file or folder cannot be read or written.
    #[error("{}: {error}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// The system's message.
        error: std::io::Error,
    },
    /// There is no archive.
    #[error(
        "{}: no archive here\n  help: create one with `tradecheck archive add FILE… --to {}`",
        .0.display(), .0.display()
    )]
    NoArchive(PathBuf),
    /// An archive does not keep which rows were dropped.
    #[error(
        "an archive keeps every row, but `--lenient` skips some\n  help: correct or delete the rows that cannot be read"
    )]
    Lenient,
    /// Another process is writing to it.
    #[error(
        "{}: another process is writing to this archive\n  help: try again when it has finished",
        .0.display()
    )]
    Locked(PathBuf),
    /// A file does not match the log.
    #[error("damaged archive: {what}\n  help: `tradecheck archive verify` lists the problems")]
    Damaged {
        /// What was found.
        what: String,
    },
    /// The log lacks a version before its last one.
    #[error(
        "damaged archive: its log runs to version {last}, but version {lacking} is missing\n  help: restore `{}` from a backup; until then nothing is read, added or removed",
        path.display()
    )]
    LogHole {
        /// The missing file.
        path: PathBuf,
        /// Its version.
        lacking: u64,
        /// The last version.
        last: u64,
    },
    /// There is an archive, but not its log.
    #[error(
        "damaged archive: its log is missing\n  help: restore `{}` from a backup; until then nothing is read, added or removed",
        .0.display()
    )]
    LogGone(PathBuf),
    /// A file of the archive cannot be read as it was written.
    #[error(
        "{}: damaged: {what}\n  help: `tradecheck archive verify {}` lists the problems; restore the file, or rebuild the archive from its inputs",
        path.display(), root.display()
    )]
    DamagedFile {
        /// The file.
        path: PathBuf,
        /// The archive it belongs to.
        root: PathBuf,
        /// What was found.
        what: String,
    },
    /// The rows are in the archive, but the table of what it covers is still the old one.
    #[error(
        "{}: {error}: the rows were added, but this table was not updated\n  help: free some space and run the same command again to rewrite the table",
        path.display()
    )]
    TableBehind {
        /// The table.
        path: PathBuf,
        /// The system's message.
        error: std::io::Error,
    },
    /// An amount has more than eighteen digits.
    #[error(
        "an amount of {amount} has more digits than an archive can hold (18, including 3 decimals)"
    )]
    TooLarge {
        /// The amount.
        amount: String,
    },
    /// The Parquet library rejected a file.
    #[error("Parquet: {0}")]
    Parquet(#[from] parquet::errors::ParquetError),
    /// The Arrow library rejected columns.
    #[error("Parquet: {0}")]
    Arrow(#[from] arrow_schema::ArrowError),
}

impl ArchiveError {
    /// Adds the path to a system error.
    pub(crate) fn at(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> ArchiveError {
        let path = path.into();
        move |error| ArchiveError::Io { path, error }
    }

    /// Adds to an error the file in which the damage was found; it lies in a year's folder of the
    /// archive.
    pub(crate) fn in_file(path: &Path) -> impl FnOnce(ArchiveError) -> ArchiveError {
        move |error| {
            let what = match error {
                ArchiveError::Damaged { what } => what,
                ArchiveError::Parquet(why) => unread(&why.to_string()),
                ArchiveError::Arrow(why) => unread(&why.to_string()),
                ArchiveError::Io { error, .. } if error.kind() == ErrorKind::NotFound => {
                    "the log lists it, but it is missing".to_owned()
                }
                other => return other,
            };
            ArchiveError::DamagedFile {
                path: path.to_owned(),
                root: path.ancestors().nth(2).unwrap_or(path).to_owned(),
                what,
            }
        }
    }
}

/// The library's message on a file, without the name of the library.
fn unread(why: &str) -> String {
    let why = why.split_once("error: ").map_or(why, |(_, why)| why);
    format!("the Parquet file cannot be read: {why}")
}
