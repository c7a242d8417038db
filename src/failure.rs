//! Everything that can end a run, and the one place where it becomes a message and an exit code.

use crate::archive::ArchiveError;
use crate::cli::Usage;
use crate::frame::FrameError;
use crate::measure::MeasureError;
use crate::reader::Problems;
use crate::reader::claims::ClaimsError;
use crate::sql::SqlError;
use crate::surroundings::{Streams, Surroundings};
use std::io;
use std::path::PathBuf;

/// Why a run has no answer.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Invalid arguments, or a request for help.
    #[error("{}", .0.text())]
    Usage(Usage),
    /// A problem with the input; its text names the program on every line.
    #[error("{0}")]
    Input(#[from] Problems),
    /// The data do not have what was asked for.
    #[error(transparent)]
    Frame(#[from] FrameError),
    /// The question has no answer.
    #[error(transparent)]
    Measure(#[from] MeasureError),
    /// The archive cannot be read or written.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// The selection cannot be expressed in SQL.
    #[error(transparent)]
    Sql(#[from] SqlError),
    /// A file of groups cannot be read.
    #[error("{file}:{why}")]
    Groups {
        /// The file.
        file: String,
        /// The line, and what is wrong there.
        why: String,
    },
    /// There is no such group.
    #[error(
        "unknown group `{asked}`\n  help: {guess}see `tradecheck list groups`, or define your own with `--groups FILE`"
    )]
    NoGroup {
        /// The group asked for.
        asked: String,
        /// The nearest group, or empty.
        guess: String,
    },
    /// There is no resolution or notice with the number in the name of a group.
    #[error(
        "unknown group `{asked}`\n  help: {guess}`tradecheck sanctions list` shows the numbers"
    )]
    NoInstrument {
        /// The group asked for.
        asked: String,
        /// The nearest group, or empty.
        guess: String,
    },
    /// A file of sanctions measures cannot be read; each line of the text names the file.
    #[error("{why}")]
    Measures {
        /// Everything that is wrong, with line numbers.
        why: String,
    },
    /// An instrument bans different goods as imports and as exports.
    #[error(
        "{names}: different goods are banned as imports and as exports, or only one side is banned\n  \
         help: choose one side: {sides}"
    )]
    SidesOfBan {
        /// The instruments.
        names: String,
        /// The flags to use.
        sides: String,
    },
    /// The extension of the output file does not belong to a format.
    #[error(
        "{}: no format has this extension\n  expected: {}\n  help: or choose the format with `--format`",
        file.display(),
        known
    )]
    NoFormat {
        /// The file.
        file: PathBuf,
        /// The known extensions.
        known: String,
    },
    /// Files are said to hold everything, and none is named.
    #[error(
        "`{flag}` applies to your own files or archive, and none are given\n  help: add them as FILE, `--imports FILE`, `--exports FILE` or `--data DIR`"
    )]
    NothingDeclared {
        /// The flag that says so.
        flag: &'static str,
    },
    /// The answer cannot be drawn as a picture.
    #[error(
        "only `chart` and `report` draw pictures\n  help: use `tradecheck chart -o chart.svg` with the same selection"
    )]
    NoPicture,
    /// The answer cannot be written as a page.
    #[error(
        "only `report` writes a page\n  help: use `tradecheck report -o report.html` with the same selection"
    )]
    NoPage,
    /// A page cannot be written in this format.
    #[error(
        "`report` writes a page\n  help: use `-o report.html`, or `-o report.svg` for its head as a picture; for the figures use `yoy`, `chart`, `streak` or `record`"
    )]
    OnlyAPage,
    /// A workbook or page would be printed on the terminal.
    #[error(
        "files of this format cannot be shown on a terminal\n  help: write it to a file with `-o FILE`, or pipe it to another program"
    )]
    OntoTerminal,
    /// A file of claims or an article cannot be read.
    #[error(
        "{file}: cannot be read: {error}\n  help: check the spelling; `-` reads standard input"
    )]
    Unreadable {
        /// The file.
        file: String,
        /// The reason.
        error: io::Error,
    },
    /// A file of claims or an article contains errors.
    #[error("{0}")]
    Claims(#[from] ClaimsError),
    /// A file is not a receipt, or its command cannot be run again.
    #[error("{file}: {why}")]
    Receipt {
        /// The file.
        file: String,
        /// What is wrong with it.
        why: String,
    },
    /// The output file is one of the inputs.
    #[error("{}: is an input file and would be overwritten\n  help: choose another file name for `--output`, or a folder other than {}", file.display(), input.display())]
    Overwrites {
        /// The file.
        file: PathBuf,
        /// The input, as named by the user.
        input: PathBuf,
    },
    /// The output file cannot be written.
    #[error("{}: cannot be written: {}", file.display(), why_not_written(error))]
    Write {
        /// The file.
        file: PathBuf,
        /// The reason.
        error: io::Error,
    },
    /// Standard output cannot be written.
    #[error("standard output cannot be written: {0}")]
    Output(io::Error),
}

/// `no such folder`, or what the system says, without its number.
fn why_not_written(error: &io::Error) -> String {
    let text = error.to_string();
    match error.kind() {
        io::ErrorKind::NotFound => "no such folder".to_owned(),
        _ => {
            let words = text.split('(').next().unwrap_or_default();
            words.trim_end().to_owned()
        }
    }
}

impl Failure {
    /// Prints what went wrong and returns the exit code; `translated` translates a message into the
    /// user's language. A closed pipe ends quietly.
    pub fn tell(
        self,
        translated: impl Fn(&str) -> String,
        around: &Surroundings,
        streams: &mut Streams<'_>,
    ) -> u8 {
        let translation = |text: String| translated(text.trim_end());
        // Write errors are ignored: with standard error closed, nobody can be notified.
        match self {
            Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Failure::Usage(Usage::Asked(text)) => {
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
            Failure::Usage(Usage::Nothing(help)) => {
                let _ = write!(streams.errors, "{help}");
                2
            }
            Failure::Input(problems) => {
                let _ = writeln!(streams.errors, "{}", translation(problems.to_string()));
                2
            }
            Failure::Claims(wrong) => {
                let _ = writeln!(streams.errors, "{}", translation(wrong.to_string()));
                2
            }
            other => {
                let _ = writeln!(
                    streams.errors,
                    "tradecheck: {}",
                    translation(other.to_string())
                );
                2
            }
        }
    }
}
