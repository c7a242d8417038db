use crate::reader::errors::bulletin_error::BulletinError;
use crate::reader::errors::file_error::FileError;
use crate::reader::errors::month_error::MonthError;
use crate::reader::errors::number_error::NumberError;
use crate::trade::{Flow, TextKind};
use std::mem::{Discriminant, discriminant};

/// All errors in inputs. Their messages are in [`InputError::explain`] only.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum InputError {
    /// The file as a whole cannot be read.
    File(FileError),
    /// A month or another date cannot be read, or may be read in two ways.
    Month(MonthError),
    /// A number cannot be read, or may be read in two ways.
    Number(NumberError),
    /// There is a NUL byte in this line of what otherwise is text.
    ZeroByte(usize),
    /// A province or trade mode, given by name only, that is not on the customs lists.
    NotOnCustomsList,
    /// The rows are headed `Exporters`, but nothing shows whose trade the values are.
    CornerInDoubt,
    /// The rows are countries with their own exports or imports, rather than partners.
    RowsOfReporters,
    BothFlows,
    /// The rows are those of an archive.
    RowsOfArchive,
    /// The rows are those of an answer of this program.
    OwnAnswer,
    /// The columns are separated by blanks only.
    ColumnsByBlanks,
    /// No layout has these columns.
    UnknownLayout {
        nearest: &'static str,
        missing: Vec<String>,
    },
    ColumnTwice,
    FlowNotStated {
        /// The file as an argument on a command line.
        file: String,
        /// Its folder as an argument on a command line, if it is in one.
        folder: Option<String>,
        /// The flow in the name of the folder.
        says: Option<Flow>,
    },
    FlowDisagrees {
        given: &'static str,
    },
    MonthNotStated,
    /// A second column of months has another month in this line.
    MonthsDiffer {
        line: u64,
    },
    /// Otherwise identical rows differ in columns that are not used.
    RowsDifferIn {
        /// The names of the columns, in backticks.
        columns: String,
        /// The first name, as in the file; empty if it has none.
        first: Box<str>,
        /// The lines of the first two such rows.
        lines: (u64, u64),
    },
    /// The name of an unused column suggests a dimension.
    ColumnInDoubt {
        column: String,
        value: Box<str>,
        line: u64,
        means: &'static str,
    },
    /// A title, note or name has a word that was not understood.
    TextInDoubt {
        part: TextKind,
        word: Box<str>,
        means: &'static str,
        /// The words of the text to ignore if they change nothing.
        ignore: Box<str>,
    },
    /// A column contradicts the column `beside` it, which states the same fact.
    ColumnsDisagree {
        column: Box<str>,
        beside: Box<str>,
        /// The cell of that column.
        says: Box<str>,
    },
    PartnerNotStated,
    /// The partner of a row is blank.
    BlankPartner,
    /// A cell is blank in a column that distinguishes rows.
    BlankKey,
    /// A detail row has no value; used where such rows are dropped.
    ValueNotGiven,
    NoPartnerColumn,
    ReporterNotStated,
    ReporterNotChina,
    ComtradeTwice,
    CurrencyNotStated,
    UnitNotStated,
    UnclosedQuote,
    TextAfterQuote,
    TooManyColumns,
    EndlessField,
    TitleUnits,
    NoSeries,
    ShortRow {
        fields: usize,
        columns: usize,
    },
    LongRow {
        fields: usize,
        columns: usize,
    },
    HeadInDoubt(String),
    /// A head stands in the middle or at the end of the columns that it heads.
    HeadNotAtFirst,
    SideInDoubt,
    /// A column of countries may be of reporters or of partners.
    ReporterOrPartner,
    /// A title names one flow or partner, and the columns only another.
    TitleDisagrees {
        says: Box<str>,
        instead: Box<str>,
        ignore: Box<str>,
    },
    /// The trade is told by a partner, and nothing says that it is its trade with China.
    ChinaNotNamed,
    /// The trade with China is told by a country that nothing names.
    TellerNotStated,
    /// The file was passed as the partner's, but its layout always has China's side.
    SideOfChinaAlone,
    /// A row with values starts like a note.
    NoteOrRow,
    PartnerBlank,
    PartnerMisspelt {
        /// The partner whose name is similar.
        nearly: String,
        name: String,
    },
    /// A name is on no list of partners, while partners are being added up.
    PartnerMayBeSum(String),
    /// A continent or bloc without a member in the file, where all partners are said to be in it.
    BlocAlone(String),
    PartnerCodeInDoubt,
    /// A table has a single product, but all goods are asked for.
    ProductAlone(String),
    UnknownFlow,
    BalanceIsComputed,
    /// A balance that is not exports minus imports.
    BalanceDiffers,
    UnknownUnit,
    UnknownCurrency,
    CurrencyDisagrees,
    BadCode,
    OddCode,
    UnknownBasis,
    BadDate,
    OneBound,
    BoundsDisagree,
    Bulletin(BulletinError),
}

/// The kind of an error without its details. Errors of the same kind are reported together.
pub(crate) type ProblemKind = (
    Discriminant<InputError>,
    Option<Discriminant<FileError>>,
    Option<Discriminant<MonthError>>,
    Option<Discriminant<NumberError>>,
    Option<Discriminant<BulletinError>>,
);

impl InputError {
    /// The kind of this error.
    pub fn kind(&self) -> ProblemKind {
        let of_file = match self {
            InputError::File(wrong) => Some(discriminant(wrong)),
            _ => None,
        };
        let of_bulletin = match self {
            InputError::Bulletin(wrong) => Some(discriminant(wrong)),
            _ => None,
        };
        let of_number = match self {
            InputError::Number(wrong) => Some(discriminant(wrong)),
            _ => None,
        };
        let of_month = match self {
            InputError::Month(wrong) => Some(discriminant(wrong)),
            _ => None,
        };
        (
            discriminant(self),
            of_file,
            of_month,
            of_number,
            of_bulletin,
        )
    }

    /// Whether the error concerns all files of a folder, so that the same advice serves all of
    /// them.
    pub fn is_of_folders(&self) -> bool {
        matches!(
            self,
            InputError::FlowNotStated { .. } | InputError::MonthNotStated
        )
    }

    /// Whether a file that nobody called a table is then simply not a table. Otherwise it may be a
    /// broken one.
    pub fn means_no_table(&self) -> bool {
        !matches!(
            self,
            InputError::File(FileError::Unreadable(_))
                | InputError::File(FileError::BrokenArchive { .. })
                | InputError::File(FileError::NestedArchive)
                | InputError::File(FileError::ZipBomb)
                | InputError::File(FileError::SeveralTables(_))
                | InputError::File(FileError::BadWorkbook(_))
                | InputError::File(FileError::BadJson(_))
                | InputError::File(FileError::BadParquet(_))
                | InputError::File(FileError::RowsLacking)
                | InputError::File(FileError::TwoMembers)
                | InputError::File(FileError::TooManyCells)
                | InputError::File(FileError::NumberCut)
                | InputError::ZeroByte(_)
        )
    }
}
