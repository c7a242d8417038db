use crate::reader::bytes::encoding::Encoding;
use crate::reader::errors::bulletin_error::BulletinError;
use crate::trade::Part;
use std::mem::{Discriminant, discriminant};

/// How the dates of a column lie apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Apart {
    /// Three months throughout.
    Quarters,
    /// A year throughout, each at an end of its year.
    Years,
    /// 1 to 4 in each year.
    OneToFour,
    /// The name of the column says quarters.
    Named,
}

/// Every way in which an input can be wrong. The sentences stand in [`InputError::explain`] only.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum InputError {
    NoSuchFile,
    Unreadable(String),
    NotAFile,
    NotAPlainFile,
    FileTooLarge,
    EmptyFile,
    EmptyFolder,
    /// A folder holds more files and folders than this.
    FolderTooLarge(usize),
    NoTable,
    Binary,
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
    /// The bytes may be written in one of these encodings, and no known word settles which.
    EncodingUnclear(Vec<Encoding>),
    /// The bytes are not of the encoding that the user named.
    NotInEncoding {
        encoding: Encoding,
        offset: usize,
        byte: u8,
    },
    TornUtf16 {
        offset: usize,
    },
    /// A file holds several tables, by the names of their sheets or their numbers.
    SeveralTables(String),
    /// The sheet that `--sheet` names is not there; those that are.
    NoSuchSheet(String),
    /// No table of a page or workbook is one that is read; how many there are.
    NoTableKnown(usize),
    /// A province or a trade mode that stands by its name alone, which the customs do not list.
    NotOnCustomsList,
    /// The last line has no line end, and lacks what ends the lines above it.
    CutOff,
    /// A last line without a line end, whose number is shorter than all others.
    NumberCut,
    /// `Exporters` over the rows, and nothing that says whose trade the values are.
    CornerInDoubt,
    /// The rows are the countries whose own exports or imports are listed, not partners.
    RowsOfReporters,
    /// The JSON breaks off or is none, and why.
    BadJson(&'static str),
    /// JSON without a list of rows.
    NoRowsInJson,
    /// A Parquet file that cannot be read as a table, and why.
    BadParquet(String),
    BothFlows,
    UnknownLayout {
        nearest: &'static str,
        missing: Vec<String>,
    },
    ColumnTwice,
    FlowNotStated(String),
    FlowDisagrees {
        given: &'static str,
    },
    MonthNotStated,
    /// Rows that are otherwise the same differ in columns that nobody reads.
    RowsDifferOnlyIn {
        /// The names of the columns.
        columns: String,
        /// The lines of the first two such rows.
        lines: (u64, u64),
    },
    /// A column that nobody reads names a dimension.
    ColumnInDoubt {
        value: String,
        line: u64,
        means: &'static str,
    },
    /// A title, a note or a name says what cannot be placed.
    TextInDoubt {
        part: Part,
        word: String,
        means: &'static str,
    },
    PartnerNotStated,
    /// A row whose partner is blank.
    BlankPartner,
    /// A blank cell in a column that distinguishes rows.
    BlankKey,
    /// A row of detail without a value, where such rows are dropped.
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
    /// A number with a mark of a footnote behind it that nothing explains.
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
        apart: Apart,
    },
    DecimalInDoubt,
    TwoDecimalMarks,
    HeadInDoubt(String),
    SideInDoubt,
    PartnerBlank,
    PartnerMisspelt(String),
    /// A name that is on no list of partners, where the partners are added up.
    PartnerMayBeSum,
    PartnerCodeInDoubt,
    DayOrMonth,
    YearOfTwoDigits,
    /// Values declared as years to date that fall within a year.
    YearToDateFalls,
    /// Values that rise within every year and fall at its end; the name of the column of their
    /// months.
    YearToDateUnsaid(String),
    /// A table of one product alone, where all goods are asked for.
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
    /// The workbook cannot be opened, and why.
    BadWorkbook(String),
    TooManyCells,
    Bulletin(BulletinError),
}

/// What a problem is, whatever its figures: problems of one kind are reported together.
pub(crate) type ProblemKind = (
    Discriminant<InputError>,
    Option<Discriminant<BulletinError>>,
);

impl InputError {
    /// The kind of problem that it is.
    pub fn kind(&self) -> ProblemKind {
        let of_table = match self {
            InputError::Bulletin(wrong) => Some(discriminant(wrong)),
            _ => None,
        };
        (discriminant(self), of_table)
    }

    /// Whether a file that nobody called a table is none; otherwise it may be one, and is broken.
    pub fn means_no_table(&self) -> bool {
        !matches!(
            self,
            InputError::Unreadable(_)
                | InputError::BrokenArchive { .. }
                | InputError::NestedArchive
                | InputError::ZipBomb
                | InputError::SeveralTables(_)
        )
    }
}
