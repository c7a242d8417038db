//! Remarks of the reader on a file.

use super::{Flow, Period, Vintage, Weight};
use std::sync::Arc;

/// A remark of the reader on one input.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileRemark {
    /// The name of the file, as it is shown; empty where it is about none.
    pub file: Arc<str>,
    /// The remark.
    pub what: InputRemark,
}

/// What the reader says of an input. Lines count from 1.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum InputRemark {
    /// The flow was read from the name of the file.
    FlowFromName(Flow),
    /// The name gives of one flow, the command line of another, which was taken.
    FlowAgainstName {
        /// What the name gives of.
        named: Flow,
        /// As what it was given.
        given: Flow,
    },
    /// The month was read from the name of the file.
    MonthFromName(Period),
    /// The name gives of one month, the command line of another, which was taken.
    MonthAgainstName {
        /// What the name gives of.
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
    /// The file gives the partner's imports and exports: they were turned round to China's side.
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
    /// It has the same rows as this one, which was given for the other flow.
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
