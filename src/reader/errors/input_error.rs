use crate::reader::bytes::encoding::Encoding;
use crate::reader::errors::bulletin_error::BulletinError;
use crate::trade::{Flow, Part};
use std::mem::{Discriminant, discriminant};

/// Why dates in a column may stand for quarters or years.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum DateSpacing {
    /// They are three months apart throughout.
    Quarters,
    /// They are a year apart throughout, each in the first or the last month of its year.
    Years,
    /// Each year has numbers from 1 to 4.
    OneToFour,
    /// The column name mentions quarters.
    Named,
}

/// All errors in inputs. Their messages are in [`InputError::explain`] only.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum InputError {
    NoSuchFile,
    Unreadable(String),
    NotAFile,
    NotAPlainFile,
    FileTooLarge,
    EmptyFile,
    EmptyFolder,
    /// A folder has more than this number of files and folders.
    FolderTooLarge(usize),
    NoTable,
    Binary,
    /// A zero byte within what is text otherwise, and its line.
    ZeroByte(usize),
    Workbook,
    BrokenArchive {
        kind: &'static str,
        why: String,
    },
    EmptyArchive,
    NestedArchive,
    ZipBomb,
    NotText {
        offset: usize,
        byte: u8,
    },
    /// Several encodings are possible, and no known word decides between them.
    EncodingUnclear(Vec<Encoding>),
    /// The bytes are invalid in the encoding that the user named.
    NotInEncoding {
        encoding: Encoding,
        offset: usize,
        byte: u8,
    },
    TornUtf16 {
        offset: usize,
    },
    /// A file has several tables, given by their sheet names or numbers.
    SeveralTables(String),
    /// There is no sheet with the name given to `--sheet`; the sheets that exist.
    NoSuchSheet(String),
    /// None of this number of tables in a page or workbook has a known layout.
    NoTableKnown(usize),
    /// A province or customs regime, given by name only, that is not on the customs lists.
    NotOnCustomsList,
    /// The last line lacks both its line end and the delimiter that ends the lines above it.
    CutOff,
    /// The last line lacks its line end, and its number is shorter than all others.
    NumberCut,
    /// The rows are headed `Exporters`, but nothing shows whose trade the values are.
    CornerInDoubt,
    /// The rows are countries with their own exports or imports, rather than partners.
    RowsOfReporters,
    /// The JSON is invalid or incomplete, for this reason.
    BadJson(&'static str),
    /// The JSON has no list of rows.
    NoRowsInJson,
    /// A Parquet file cannot be read as a table, for this reason.
    BadParquet(String),
    BothFlows,
    UnknownLayout {
        nearest: &'static str,
        missing: Vec<String>,
    },
    ColumnTwice,
    FlowNotStated {
        /// The file as it is typed.
        file: String,
        /// Its folder as it is typed, where it stands in one.
        folder: Option<String>,
        /// The flow that the name of the folder says.
        says: Option<Flow>,
    },
    FlowDisagrees {
        given: &'static str,
    },
    MonthNotStated,
    /// Otherwise identical rows differ in columns that are not used.
    RowsDifferIn {
        /// The names of the columns.
        columns: String,
        /// The lines of the first two such rows.
        lines: (u64, u64),
    },
    /// The name of an unused column suggests a dimension.
    ColumnInDoubt {
        value: String,
        line: u64,
        means: &'static str,
    },
    /// A title, note or name has a word that was not understood.
    TextInDoubt {
        part: Part,
        word: String,
        means: &'static str,
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
    NotANumber,
    /// No number as the file marks decimals, and one with its comma taken for the mark.
    DecimalComma,
    /// A number is followed by a footnote mark that is not explained.
    MarkInDoubt(String),
    TooLarge,
    TooLong,
    Negative,
    Lost,
    TwoUnits,
    NotAMonth,
    NoSuchMonth(String),
    MonthAfterPoint,
    MonthOrQuarter {
        column: String,
        spacing: DateSpacing,
    },
    DecimalInDoubt,
    TwoDecimalMarks,
    HeadInDoubt(String),
    SideInDoubt,
    PartnerBlank,
    PartnerMisspelt(String),
    /// A name is on no list of partners, while partners are being added up.
    PartnerMayBeSum,
    PartnerCodeInDoubt,
    DayOrMonth,
    YearOfTwoDigits,
    /// Values declared as year to date fall within a year.
    YearToDateFalls,
    /// Values rise within every year and drop at its end, but are not declared as year to date.
    /// Gives the name of the column of months.
    YearToDateUnsaid(String),
    /// A table has a single product, but all goods are asked for.
    ProductAlone(String),
    PeriodBackwards,
    UnknownFlow,
    BalanceIsComputed,
    UnknownUnit,
    UnknownCurrency,
    CurrencyDisagrees,
    BadCode,
    OddCode,
    UnknownBasis,
    BadDate,
    OneBound,
    BoundsDisagree,
    /// The workbook cannot be opened, for this reason.
    BadWorkbook(String),
    TooManyCells,
    Bulletin(BulletinError),
}

/// The kind of an error without its details. Errors of the same kind are reported together.
pub(crate) type ProblemKind = (
    Discriminant<InputError>,
    Option<Discriminant<BulletinError>>,
);

impl InputError {
    /// The kind of this error.
    pub fn kind(&self) -> ProblemKind {
        let of_table = match self {
            InputError::Bulletin(wrong) => Some(discriminant(wrong)),
            _ => None,
        };
        (discriminant(self), of_table)
    }

    /// Whether a folder of files has it as a whole, so that one way out serves them all.
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
            InputError::Unreadable(_)
                | InputError::BrokenArchive { .. }
                | InputError::NestedArchive
                | InputError::ZipBomb
                | InputError::SeveralTables(_)
                | InputError::ZeroByte(_)
        )
    }
}
