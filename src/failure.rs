//! What can end a run, and the one place that turns it into words and an exit code.

use crate::archive::ArchiveError;
use crate::frame::FrameError;
use crate::measure::MeasureError;
use crate::reader::Problems;
use crate::reader::claims::ClaimsError;
use crate::sql::SqlError;
use crate::surroundings::{Streams, Surroundings};
use clap::error::ErrorKind;
use std::io;
use std::path::PathBuf;

/// Why a run has no answer.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The arguments, or a wish for help.
    #[error(transparent)]
    Usage(clap::Error),
    /// The input; its text names the program on every line itself.
    #[error("{0}")]
    Input(#[from] Problems),
    /// The data do not hold what was asked for.
    #[error(transparent)]
    Frame(#[from] FrameError),
    /// The question has no answer.
    #[error(transparent)]
    Measure(#[from] MeasureError),
    /// The archive cannot be read or written.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// The selection cannot be put into SQL.
    #[error(transparent)]
    Sql(#[from] SqlError),
    /// A layout that the reader does not have.
    #[error("no layout `{asked}`\n  expected: one of {known}")]
    NoLayout {
        /// The layout asked for.
        asked: String,
        /// The layouts there are.
        known: String,
    },
    /// An encoding that the reader does not know.
    #[error("no encoding `{asked}`\n  expected: one of {known}")]
    NoEncoding {
        /// The encoding asked for.
        asked: String,
        /// The encodings there are.
        known: String,
    },
    /// A file of groups that cannot be read.
    #[error("{file}:{why}")]
    Groups {
        /// The file.
        file: String,
        /// The line, and what is wrong there.
        why: String,
    },
    /// A group that there is not.
    #[error(
        "no group `{asked}`\n  expected: some of {known}\n  help: your own groups with `--groups FILE`"
    )]
    NoGroup {
        /// The group asked for.
        asked: String,
        /// The groups there are.
        known: String,
    },
    /// The extension of the output file stands for no format.
    #[error(
        "{}: the extension stands for no format\n  expected: .csv, .tsv, .json, .ndjson, .md or .txt\n  \
         help: or name the format with `--format`",
        file.display()
    )]
    NoFormat {
        /// The file.
        file: PathBuf,
    },
    /// A file of claims or an article that cannot be read.
    #[error(
        "{file}: cannot be read: {error}\n  help: check the spelling; `-` reads standard input"
    )]
    Unreadable {
        /// The file.
        file: String,
        /// Why.
        error: io::Error,
    },
    /// A file of claims, or an article, with something wrong in it.
    #[error("{0}")]
    Claims(#[from] ClaimsError),
    /// The output file cannot be written.
    #[error("{}: cannot be written: {error}", file.display())]
    Write {
        /// The file.
        file: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// Standard output cannot be written.
    #[error("standard output cannot be written: {0}")]
    Output(io::Error),
}

impl Failure {
    /// Says what went wrong and gives the exit code. A closed pipe is a quiet end.
    pub fn tell(self, around: &Surroundings, streams: &mut Streams<'_>) -> u8 {
        // When standard error is closed there is nobody left to tell.
        match self {
            Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Failure::Usage(usage) if !usage.use_stderr() => {
                let text = usage.render();
                let written = if around.wants_color && around.out_is_terminal {
                    write!(streams.output, "{}", text.ansi())
                } else {
                    write!(streams.output, "{text}")
                };
                match written.and_then(|()| streams.output.flush()) {
                    Err(error) if error.kind() != io::ErrorKind::BrokenPipe => 2,
                    _ => 0,
                }
            }
            Failure::Usage(usage)
                if usage.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand =>
            {
                let _ = write!(streams.errors, "{}", usage.render());
                2
            }
            Failure::Usage(usage) => {
                let text = usage.render().to_string();
                let _ = write!(
                    streams.errors,
                    "tradecheck: {}",
                    text.strip_prefix("error: ").unwrap_or(&text)
                );
                2
            }
            Failure::Input(problems) => {
                let _ = writeln!(streams.errors, "{}", problems.to_string().trim_end());
                2
            }
            Failure::Claims(wrong) => {
                let _ = writeln!(streams.errors, "{wrong}");
                2
            }
            other => {
                let _ = writeln!(streams.errors, "tradecheck: {other}");
                2
            }
        }
    }
}
