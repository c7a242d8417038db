//! Errors in a file of sanctions measures.

use std::fmt;

/// Everything that is wrong in a file of measures, in line order. Every line of the message begins
/// with a line number, so callers put the file name and a colon before it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SanctionsError {
    /// Line (from 1) and problem; never empty.
    pub wrong: Vec<(usize, SanctionsWrong)>,
}

impl std::error::Error for SanctionsError {}

impl fmt::Display for SanctionsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (line, wrong)) in self.wrong.iter().enumerate() {
            let end = if at == 0 { "" } else { "\n" };
            write!(f, "{end}{line}: {wrong}")?;
        }
        Ok(())
    }
}

/// All problems that a file of measures can have.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SanctionsWrong {
    /// The file is not valid CSV.
    #[error("{0}")]
    Csv(String),
    /// There is no header line.
    #[error(
        "the file is empty\n  expected: a header line with the columns of data/measures.csv, then one line for each measure"
    )]
    EmptyFile,
    /// There is only a header line.
    #[error("no measure after the header\n  expected: one line for each measure")]
    NoMeasure,
    /// A required column is missing from the header, or occurs twice.
    #[error("{count} column `{column}`: `{header}`\n  expected: {column} once, among {needed}")]
    Column {
        /// `no` or `more than one`.
        count: &'static str,
        /// The column name.
        column: &'static str,
        /// The header line.
        header: String,
        /// The required columns.
        needed: String,
    },
    /// A row has more fields than the header.
    #[error(
        "{fields} fields under a header of {columns} columns\n  help: put a field that contains a comma in double quotes"
    )]
    LongRow {
        /// The number of fields in the row.
        fields: usize,
        /// The number of columns in the header.
        columns: usize,
    },
    /// A required cell is empty.
    #[error("`{0}` is empty")]
    Empty(&'static str),
    /// An id occurs twice.
    #[error("measure `{id}` is already in line {first}")]
    Twice {
        /// The id.
        id: String,
        /// The earlier line.
        first: usize,
    },
    /// The regime is neither a resolution's nor a Chinese notice's.
    #[error(
        "cannot tell whose measure `{0}` is\n  expected: an id that begins with `UN` or `CN`, or \
         a column `regime` with `un` or `cn`"
    )]
    Regime(String),
    /// A cell contains an unknown word.
    #[error("`{found}` is not a valid {column}\n  expected: {expected}")]
    Word {
        /// The column name.
        column: &'static str,
        /// The word found.
        found: String,
        /// The words allowed.
        expected: String,
    },
    /// A prefix is impossible in HS codes.
    #[error(
        "`{0}` is not a prefix of HS codes\n  expected: 2, 4, 6, 8 or 10 digits, as in `27` or `2701`, \
         separated by `;`"
    )]
    Prefix(String),
    /// The figures of a cap are missing or malformed.
    #[error(
        "invalid cap `{found}`\n  expected: a whole number in `cap_value`, `t`, `bbl` or `USD` in `cap_unit`, and in `cap_period` `calendar_year`, `12m_from_12-22`, or two dates as in \
         `2017-10-01..2017-12-31`"
    )]
    Cap {
        /// Value, unit and period as found.
        found: String,
    },
    /// A measure in `superseded_by` is not in the file.
    #[error("no measure `{0}`, which should replace this one\n  expected: the id of another line")]
    NoSuccessor(String),
}
