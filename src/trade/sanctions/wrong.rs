use std::fmt;

/// Everything that is wrong with a file of measures, in the order of its lines. Each line of the
/// text begins with the line of the file, so that a caller writes the name of the file and a colon
/// before it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SanctionsError {
    /// Line (from 1) and what is wrong there; never empty.
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

/// Every way in which a file of measures can be wrong.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SanctionsWrong {
    /// The file cannot be taken apart as csv.
    #[error("{0}")]
    Csv(String),
    /// No header line.
    #[error(
        "the file is empty\n  expected: a header line with the columns of data/measures.csv, then \
         one line a measure"
    )]
    EmptyFile,
    /// A header line and nothing else.
    #[error("no measure after the header\n  expected: one line a measure")]
    NoMeasure,
    /// A column that is needed is not in the header, or is there twice.
    #[error("{count} column `{column}`: `{header}`\n  expected: {column} once, among {needed}")]
    Column {
        /// `no` or `more than one`.
        count: &'static str,
        /// The column.
        column: &'static str,
        /// The header line.
        header: String,
        /// The columns that are needed.
        needed: String,
    },
    /// More fields than the header has names.
    #[error(
        "{fields} fields under a header of {columns}\n  help: put a field that holds a comma in \
         double quotes"
    )]
    LongRow {
        /// Fields of the row.
        fields: usize,
        /// Columns of the header.
        columns: usize,
    },
    /// A cell is empty that must not be.
    #[error("`{0}` is empty")]
    Empty(&'static str),
    /// The id stands twice.
    #[error("measure `{id}` stands in line {first} too")]
    Twice {
        /// The id.
        id: String,
        /// The earlier line.
        first: usize,
    },
    /// Neither a resolution nor a Chinese notice.
    #[error(
        "nothing tells whose measure `{0}` is\n  expected: an id that begins with `UN` or `CN`, or \
         a column `regime` with `un` or `cn`"
    )]
    Regime(String),
    /// A cell holds another word than it may.
    #[error("`{found}` is no {column}\n  expected: {expected}")]
    Word {
        /// The column.
        column: &'static str,
        /// What stood there.
        found: String,
        /// The words there are.
        expected: String,
    },
    /// A prefix that is none.
    #[error(
        "`{0}` is no prefix of HS codes\n  expected: 2, 4, 6, 8 or 10 digits, as in `27` or `2701`, \
         separated by `;`"
    )]
    Prefix(String),
    /// A cap without its figures.
    #[error(
        "a cap of `{found}`\n  expected: a whole number in `cap_value`, `t`, `bbl` or `USD` in \
         `cap_unit`, and in `cap_period` `calendar_year`, `12m_from_12-22`, or two days as in \
         `2017-10-01..2017-12-31`"
    )]
    Cap {
        /// Value, unit and period as they stood there.
        found: String,
    },
    /// A measure in `superseded_by` that is not in the file.
    #[error("no measure `{0}` to take the place of this one\n  expected: the id of another line")]
    NoSuccessor(String),
}
