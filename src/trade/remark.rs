//! What a careful reader must know of an input, of a figure, of all the figures of a selection:
//! kinds with their data. The sentences are those of the languages in `render`.
//!
//! Source: docs/definitions.md, "What is said beside a figure".

use super::{
    Amount, Basis, Breakdown, Component, Flow, Goods, Partner, Period, UnitOfMeasure, Vintage,
};
use std::fmt;
use std::sync::Arc;

/// How much a remark weighs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Weight {
    /// It changes a printed digit, a sign, a streak or a rank, or doubts what an input is.
    Caution,
    /// It says where a figure comes from and how.
    Detail,
}

/// A remark of the reader on one input.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileRemark {
    /// The name of the file, as it is shown; empty where it is about none.
    pub file: Arc<str>,
    /// What is said of it.
    pub what: InputRemark,
}

/// What the reader says of an input. Lines count from 1.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum InputRemark {
    /// The flow was read from the name of the file.
    FlowFromName(Flow),
    /// The name tells of one flow, the command line of another, which was taken.
    FlowAgainstName {
        /// What the name tells of.
        named: Flow,
        /// As what it was given.
        given: Flow,
    },
    /// The month was read from the name of the file.
    MonthFromName(Period),
    /// The name tells of one month, the command line of another, which was taken.
    MonthAgainstName {
        /// What the name tells of.
        named: Period,
        /// As what it was given.
        given: Period,
    },
    /// No partner column: taken as trade with the partner asked for.
    PartnerAssumed(u16),
    /// A partner's code beside the name of another partner: the code was taken.
    CodeBesideName {
        /// The code.
        code: String,
        /// The name.
        name: String,
        /// The line of the first such row.
        line: u64,
    },
    /// The only Korea in the file is South Korea, and North Korea is asked for.
    SouthKoreaOnly {
        /// The code of South Korea in the file.
        south: &'static str,
        /// The code that North Korea would have.
        north: &'static str,
    },
    /// Exactly as many rows as the platform gives at most.
    CutOff,
    /// The file is no table that is known.
    NotATable,
    /// There are no rows under the header.
    NoRows,
    /// The file was given more than once and read once.
    GivenTwice,
    /// Files of a folder or an archive that were not read.
    PassedOver {
        /// How many.
        count: usize,
        /// The first of them.
        names: Vec<String>,
    },
    /// The partner was read from the name of the file.
    PartnerFromName(u16),
    /// The file tells the partner's imports and exports: they were turned round to China's side.
    TurnedRound(Option<u16>),
    /// A list parted by semicolons, whose numbers leave their decimal mark open: taken as a comma.
    DecimalCommas,
    /// Rows that another country than China reported and that were not taken.
    OthersReported(u64),
    /// A column of values understood in part and not read.
    ColumnInPart {
        /// Its name.
        name: String,
        /// What was not understood.
        words: String,
    },
    /// Rows of a table of one's own that were not taken.
    RowsNotTaken {
        /// Why.
        why: NotTaken,
        /// How many rows.
        count: u64,
        /// The line of the first.
        line: u64,
        /// What stands in it.
        text: String,
    },
    /// Rows that are no series of imports, exports or total.
    NotASeries {
        /// How many rows.
        count: u64,
        /// The line of the first.
        line: u64,
        /// What stands in it.
        text: String,
    },
    /// Values that are not given: empty, a dash, `..`.
    NotGiven(u64),
    /// Empty cells of a partner.
    EmptyCells {
        /// The partner.
        partner: u16,
        /// How many cells.
        count: u64,
    },
    /// Rows that name goods without a code.
    GoodsWithoutCode(u64),
    /// Quantities in a unit that is not known.
    UnknownUnit {
        /// The unit as written.
        unit: String,
        /// How many quantities.
        count: u64,
    },
    /// Rows that a bare comma in the partner's name had split.
    Mended {
        /// How many rows.
        count: u64,
        /// The line of the first.
        line: u64,
    },
    /// The head stands again among the rows, as where downloads were put together.
    HeadAgain {
        /// How often.
        count: u64,
        /// The line of the first.
        line: u64,
    },
    /// The file is the same, byte for byte, as this one, which was given for the other flow.
    SameAsOtherFlow(String),
    /// Bad rows or cells left out because the user asked for that.
    Dropped {
        /// How many rows.
        rows: u64,
        /// How many single cells.
        cells: u64,
        /// The line of the first.
        line: u64,
        /// What is wrong there, in the words of the error.
        what: String,
    },
    /// Rows of Comtrade that are in order and left out.
    LeftOut {
        /// Why.
        why: LeftOut,
        /// How many rows.
        count: u64,
        /// The line of the first.
        line: u64,
    },
    /// The date of the page lies before the month of its title.
    DatedBeforeTitle(Vintage),
    /// Rows of partners that are not known.
    UnknownPartners {
        /// How many.
        count: usize,
        /// The first of them.
        names: Vec<String>,
    },
    /// Rows of continents and blocs, which are sums of the others.
    BlocsLeftOut(u64),
    /// The table has no row for a partner asked for.
    NoRowFor {
        /// The partner.
        partner: u16,
        /// Whether it is a table of the major partners only.
        of_major: bool,
    },
    /// A figure stands in two columns with two values; the first was taken.
    TwoValues {
        /// The flow.
        flow: Flow,
        /// The month.
        period: Period,
    },
}

/// Why rows of a table of one's own are not taken.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum NotTaken {
    /// A sum or an average of other rows.
    Sum,
    /// The head once more.
    Head,
    /// A label that is no value of all imports, all exports or their total.
    Label,
    /// Not monthly.
    Frequency,
    /// Under a heading that was not understood.
    Heading,
    /// Of another flow than the file was given as.
    Flow,
}

/// Why rows of Comtrade that are in order are left out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum LeftOut {
    /// The partner World is the sum of the others.
    World,
    /// Annual or quarterly.
    NotMonthly,
    /// Re-imports, re-exports and the like.
    OtherFlow,
    /// Services.
    Services,
    /// Another classification than the HS.
    NotHs,
    /// The same trade once more.
    Repeated,
}

/// An amount with what it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Measured {
    /// The amount.
    pub amount: Amount,
    /// What it is.
    pub unit: UnitOfMeasure,
}

/// What is said of how one figure of a series came about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FigureRemark {
    /// The difference of two published figures.
    Derived {
        /// From this one.
        whole: Period,
        /// That one was taken.
        part: Period,
    },
    /// Zero, since a longer period was published as zero.
    ZeroInside(Period),
    /// The details add up to something else than the published figure.
    DetailsDiffer {
        /// The sum of the details.
        details: Measured,
        /// The published figure.
        published: Measured,
    },
    /// Imports and exports add up to something else than the published total.
    FlowsDiffer {
        /// Their sum.
        sum: Measured,
        /// The total.
        total: Measured,
        /// How the total came about.
        basis: Basis,
        /// When it was released.
        released: Option<Vintage>,
    },
    /// The same trade stands at two depths of detail, which differ.
    DepthsDiffer {
        /// What was used.
        used: Measured,
        /// The other.
        other: Measured,
    },
    /// The parts add up to something else than coarser rows of the same trade.
    CoarserDiffer {
        /// The sum of the parts.
        parts: Measured,
        /// The coarser rows.
        coarser: Measured,
    },
    /// What a unit value is made of was revised.
    PartRevised {
        /// Whether it is the quantity; else the value.
        is_quantity: bool,
        /// The month.
        period: Period,
        /// As it had been.
        earlier: Measured,
        /// As it is.
        later: Measured,
    },
    /// Bad rows of the figure were left out.
    Dropped {
        /// How many rows, or cells.
        count: u64,
        /// Whether they are all single cells.
        cells: bool,
        /// Of what.
        of: DroppedOf,
        /// File and line of the first.
        first: String,
    },
    /// Bad rows of a month that the figure is made of were left out.
    DroppedInside(Period),
    /// The figures of a period in the two currencies imply a rate off that of the time: one of them
    /// was revised, and this one is the older print.
    CurrencyGap {
        /// The figure held.
        own: Measured,
        /// The one in the other currency.
        other: Measured,
        /// Yuan for a dollar that the two imply, in millionths.
        implied: i128,
        /// That of the period, in millionths.
        of_period: i128,
        /// What the other figure comes to at the rate of the period.
        at_rate: Measured,
        /// The changes from a year earlier that would follow, in whole per cent.
        changes: Vec<(Period, i128)>,
    },
    /// A figure that it is made of has a [`FigureRemark::CurrencyGap`].
    OlderPrintInside,
    /// Of a sum of partners: what is said of the figure of one of them.
    OfPartner(Arc<str>, Box<FigureRemark>),
}

/// Of what rows were left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DroppedOf {
    /// Of this period.
    Period(Period),
    /// Of this period, whose printed change may have told of a revised base.
    BaseOf(Period),
    /// Of this input, with a month that cannot be read.
    Unknown(String),
}

/// One of the things that goods, provinces and the like are told apart by.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Thing {
    /// A code of the Harmonized System.
    Hs(String),
    /// A partner, by its place in the table.
    Partner(u16),
    /// A part of a breakdown: its code and its name.
    Part(Breakdown, Arc<Component>),
    /// What has a name alone, such as a partner that the table does not have.
    Named(Arc<str>),
}

impl fmt::Display for Thing {
    /// In English: `HS 27`, `South Korea`, `province 21 (Liaoning)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Thing::Hs(code) => write!(f, "HS {code}"),
            Thing::Partner(place) => {
                let partner = Partner::at(*place);
                f.write_str(partner.map_or("other partners", |partner| &partner.en))
            }
            Thing::Part(by, part) if part.name.en.is_empty() => {
                write!(f, "{} {}", by.name(), part.code)
            }
            Thing::Part(by, part) => write!(f, "{} {} ({})", by.name(), part.code, part.name.en),
            Thing::Named(name) => f.write_str(name),
        }
    }
}

impl Thing {
    /// What they are put in order by.
    pub fn code(&self) -> String {
        match self {
            Thing::Hs(code) => code.clone(),
            Thing::Partner(place) => format!("{place:05}"),
            Thing::Part(_, part) => part.code.to_string(),
            Thing::Named(name) => name.to_string(),
        }
    }
}

/// What is said of how the series of a selection were made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SetRemark {
    /// Values are sums of detail rows.
    SumsOfDetail,
    /// All of them are of this one chapter, while all goods are asked for: probably a query for it.
    OneChapter(Arc<str>),
    /// Some months have details too coarse for the selection.
    TooCoarse {
        /// The goods asked for.
        goods: Goods,
        /// What they are broken down by.
        by: Option<Breakdown>,
    },
    /// Months of which the inputs do not tell everything that was asked for.
    NotWhole(Uncovered),
    /// Months made of fewer files than others.
    FewerFiles(Uncovered),
    /// Goods that no input has a row of, taken as no trade.
    TakenAsNone {
        /// How many codes.
        count: usize,
        /// The first of them.
        codes: Vec<Arc<str>>,
        /// How many chapters the files hold; `None` where the user says that they hold all goods.
        chapters: Option<usize>,
    },
    /// Several files hold the same rows, and each has rows that the others lack.
    FilesOverlap {
        /// The first flow.
        flow: Flow,
        /// Its month.
        period: Period,
        /// How many flows and months.
        months: usize,
        /// How many rows.
        rows: u32,
    },
    /// Rows of one file with the same key were added up.
    RowsJoined(u32),
    /// Rows that several files hold alike, counted once.
    RowsRepeated(u32),
    /// Rows that several files hold with different values.
    RowsRevised(u32),
    /// Files without a release date differ: one was taken over the other by their order alone.
    TakenByOrder {
        /// The file taken.
        taken: Arc<str>,
        /// The other.
        other: Arc<str>,
    },
    /// Files taken to hold all goods, since they have rows of many chapters in the month.
    TakenAsAllGoods(Vec<Arc<str>>),
    /// Lines of one file that are equal in every cell to earlier ones, counted once.
    Copies {
        /// The file.
        file: Arc<str>,
        /// How many lines.
        lines: u64,
        /// The first of them.
        line: u64,
        /// The line that it copies.
        original: u64,
    },
    /// Rows whose province or trade mode is blank: in the totals, and in none of those.
    BlankBreakdown {
        /// How many rows.
        rows: u64,
        /// The file of the first.
        file: Arc<str>,
        /// Its line.
        line: u64,
    },
    /// Rows without a release date, left out of what was known by a day.
    Undated {
        /// How many rows.
        rows: u64,
        /// The day.
        as_of: Vintage,
    },
}

/// Months of which something is not told by the inputs that hold them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Uncovered {
    /// The first flow.
    pub flow: Flow,
    /// Its month.
    pub period: Period,
    /// How many flows and months.
    pub months: usize,
    /// How many things are not told.
    pub count: usize,
    /// The first of them.
    pub things: Vec<Thing>,
}

impl InputRemark {
    /// What kind it is, for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            InputRemark::FlowFromName(_) => "flow_from_name",
            InputRemark::FlowAgainstName { .. } => "flow_against_name",
            InputRemark::MonthFromName(_) => "month_from_name",
            InputRemark::MonthAgainstName { .. } => "month_against_name",
            InputRemark::PartnerAssumed(_) => "partner_assumed",
            InputRemark::CodeBesideName { .. } => "code_beside_name",
            InputRemark::SouthKoreaOnly { .. } => "south_korea_only",
            InputRemark::CutOff => "cut_off",
            InputRemark::NotATable => "not_a_table",
            InputRemark::NoRows => "no_rows",
            InputRemark::GivenTwice => "given_twice",
            InputRemark::PassedOver { .. } => "passed_over",
            InputRemark::PartnerFromName(_) => "partner_from_name",
            InputRemark::TurnedRound(_) => "turned_round",
            InputRemark::DecimalCommas => "decimal_commas",
            InputRemark::OthersReported(_) => "others_reported",
            InputRemark::ColumnInPart { .. } => "column_in_part",
            InputRemark::RowsNotTaken { .. } => "rows_not_taken",
            InputRemark::NotASeries { .. } => "not_a_series",
            InputRemark::NotGiven(_) => "not_given",
            InputRemark::EmptyCells { .. } => "empty_cells",
            InputRemark::GoodsWithoutCode(_) => "goods_without_code",
            InputRemark::UnknownUnit { .. } => "unknown_unit",
            InputRemark::Mended { .. } => "rows_mended",
            InputRemark::HeadAgain { .. } => "head_again",
            InputRemark::SameAsOtherFlow(_) => "same_as_other_flow",
            InputRemark::Dropped { .. } => "rows_dropped",
            InputRemark::LeftOut { .. } => "rows_left_out",
            InputRemark::DatedBeforeTitle(_) => "dated_before_title",
            InputRemark::UnknownPartners { .. } => "unknown_partners",
            InputRemark::BlocsLeftOut(_) => "blocs_left_out",
            InputRemark::NoRowFor { .. } => "no_row_for_partner",
            InputRemark::TwoValues { .. } => "two_values",
        }
    }

    /// Whether it doubts what the input is.
    pub fn weight(&self) -> Weight {
        match self {
            InputRemark::FlowAgainstName { .. }
            | InputRemark::MonthAgainstName { .. }
            | InputRemark::PartnerAssumed(_)
            | InputRemark::CodeBesideName { .. }
            | InputRemark::SouthKoreaOnly { .. }
            | InputRemark::CutOff
            | InputRemark::NoRows
            | InputRemark::PartnerFromName(_)
            | InputRemark::TurnedRound(_)
            | InputRemark::DecimalCommas
            | InputRemark::OthersReported(_)
            | InputRemark::ColumnInPart { .. }
            | InputRemark::RowsNotTaken {
                why: NotTaken::Heading | NotTaken::Label | NotTaken::Frequency,
                ..
            }
            | InputRemark::NotGiven(_)
            | InputRemark::GoodsWithoutCode(_)
            | InputRemark::UnknownUnit { .. }
            | InputRemark::Dropped { .. }
            | InputRemark::DatedBeforeTitle(_)
            | InputRemark::UnknownPartners { .. }
            | InputRemark::NoRowFor { .. }
            | InputRemark::TwoValues { .. }
            | InputRemark::HeadAgain { .. }
            | InputRemark::SameAsOtherFlow(_) => Weight::Caution,
            InputRemark::FlowFromName(_)
            | InputRemark::MonthFromName(_)
            | InputRemark::NotATable
            | InputRemark::GivenTwice
            | InputRemark::PassedOver { .. }
            | InputRemark::RowsNotTaken { .. }
            | InputRemark::NotASeries { .. }
            | InputRemark::EmptyCells { .. }
            | InputRemark::BlocsLeftOut(_)
            | InputRemark::Mended { .. }
            | InputRemark::LeftOut { .. } => Weight::Detail,
        }
    }
}

impl FigureRemark {
    /// What kind it is, for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            FigureRemark::Derived { .. } => "derived",
            FigureRemark::ZeroInside(_) => "zero_inside",
            FigureRemark::DetailsDiffer { .. } => "details_differ",
            FigureRemark::FlowsDiffer { .. } => "flows_differ",
            FigureRemark::DepthsDiffer { .. } => "depths_differ",
            FigureRemark::CoarserDiffer { .. } => "coarser_rows_differ",
            FigureRemark::PartRevised { .. } => "part_revised",
            FigureRemark::Dropped { .. } | FigureRemark::DroppedInside(_) => "rows_dropped",
            FigureRemark::CurrencyGap { .. } | FigureRemark::OlderPrintInside => "currency_gap",
            FigureRemark::OfPartner(_, what) => what.code(),
        }
    }

    /// Whether it doubts the figure.
    pub fn weight(&self) -> Weight {
        match self {
            FigureRemark::DetailsDiffer { .. }
            | FigureRemark::FlowsDiffer { .. }
            | FigureRemark::DepthsDiffer { .. }
            | FigureRemark::CoarserDiffer { .. }
            | FigureRemark::CurrencyGap { .. }
            | FigureRemark::OlderPrintInside
            | FigureRemark::Dropped { .. }
            | FigureRemark::DroppedInside(_) => Weight::Caution,
            FigureRemark::OfPartner(_, what) => what.weight(),
            FigureRemark::Derived { .. }
            | FigureRemark::ZeroInside(_)
            | FigureRemark::PartRevised { .. } => Weight::Detail,
        }
    }

    /// Whether it says that the figure, or one that it is made of, is an older print than that in the
    /// other currency.
    pub fn is_of_currencies(&self) -> bool {
        matches!(
            self,
            FigureRemark::CurrencyGap { .. } | FigureRemark::OlderPrintInside
        )
    }

    /// Whether it says that bad rows were left out.
    pub fn is_of_drops(&self) -> bool {
        matches!(
            self,
            FigureRemark::Dropped { .. } | FigureRemark::DroppedInside(_)
        )
    }
}

impl SetRemark {
    /// What kind it is, for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            SetRemark::SumsOfDetail => "sums_of_detail",
            SetRemark::OneChapter(_) => "one_chapter",
            SetRemark::TooCoarse { .. } => "too_coarse",
            SetRemark::NotWhole(_) => "not_whole",
            SetRemark::FewerFiles(_) => "fewer_files",
            SetRemark::TakenAsNone { .. } => "taken_as_none",
            SetRemark::FilesOverlap { .. } => "files_overlap",
            SetRemark::RowsJoined(_) => "rows_joined",
            SetRemark::RowsRepeated(_) => "rows_repeated",
            SetRemark::RowsRevised(_) => "rows_revised",
            SetRemark::TakenByOrder { .. } => "taken_by_order",
            SetRemark::TakenAsAllGoods(_) => "taken_as_all_goods",
            SetRemark::Copies { .. } => "copies_in_file",
            SetRemark::BlankBreakdown { .. } => "blank_breakdown",
            SetRemark::Undated { .. } => "undated",
        }
    }

    /// Whether it doubts the figures.
    pub fn weight(&self) -> Weight {
        match self {
            SetRemark::SumsOfDetail | SetRemark::RowsRepeated(_) => Weight::Detail,
            SetRemark::TooCoarse { .. }
            | SetRemark::OneChapter(_)
            | SetRemark::NotWhole(_)
            | SetRemark::FewerFiles(_)
            | SetRemark::TakenAsNone { .. }
            | SetRemark::FilesOverlap { .. }
            | SetRemark::RowsJoined(_)
            | SetRemark::TakenByOrder { .. }
            | SetRemark::TakenAsAllGoods(_)
            | SetRemark::Copies { .. }
            | SetRemark::BlankBreakdown { .. }
            | SetRemark::Undated { .. }
            | SetRemark::RowsRevised(_) => Weight::Caution,
        }
    }
}
