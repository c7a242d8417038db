//! Remarks of the reader on an input file.

use super::{Flow, Period, Vintage, Weight};
use std::sync::Arc;

/// A remark of the reader on one input.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileRemark {
    /// The displayed file name; empty if the remark is not about one file.
    pub file: Arc<str>,
    /// The remark.
    pub what: InputRemark,
}

/// A remark of the reader on an input. Lines count from 1.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum InputRemark {
    /// The flow was read from the file name.
    FlowFromName(Flow),
    /// The file name and the command line give different flows; the command line was followed.
    FlowAgainstName {
        /// The flow in the name.
        named: Flow,
        /// The flow on the command line.
        given: Flow,
    },
    /// The month was read from the file name.
    MonthFromName(Period),
    /// The file name and the command line give different months; the command line was followed.
    MonthAgainstName {
        /// The month in the name.
        named: Period,
        /// The month on the command line.
        given: Period,
    },
    /// There is no partner column: assumed to be trade with the partner asked for.
    PartnerAssumed(u16),
    /// The code of one partner next to the name of another: the code was followed.
    CodeBesideName {
        /// The code.
        code: String,
        /// The name.
        name: String,
        /// The line of the first such row.
        line: u64,
    },
    /// South Korea is the only Korea in the file, but North Korea was asked for.
    SouthKoreaOnly {
        /// The code of South Korea in the file.
        south: &'static str,
        /// The code that North Korea would have.
        north: &'static str,
    },
    /// The file has exactly the maximum number of rows of a platform download.
    Truncated,
    /// The file is not a table of any known kind.
    NotATable,
    /// Further tables of a page or sheets of a workbook hold figures, in no known layout.
    TablesNotRead {
        /// How many tables.
        count: usize,
        /// The first few, by the names of their sheets or by their numbers.
        names: Vec<String>,
    },
    /// There are no rows below the header.
    NoRows,
    /// The file was given several times and read once.
    GivenTwice,
    /// Some files of a folder or archive were not read.
    FilesSkipped {
        /// The number of files.
        count: usize,
        /// The names of the first few.
        names: Vec<String>,
    },
    /// The partner was read from the file name.
    PartnerFromName(u16),
    /// The file gives the partner's imports and exports; they were converted to China's side.
    FlowsReversed(Option<u16>),
    /// The fields are separated by semicolons and the decimal mark is ambiguous: assumed to be a
    /// comma.
    DecimalCommas,
    /// The last line has no line end, and its number fewer decimals than those above it.
    IncompleteLastLine {
        /// The line.
        line: u64,
        /// The number.
        text: String,
    },
    /// A column that names a currency and no scale, read as whole units of it: its name.
    WholeUnits(String),
    /// Rows reported by other countries than China were left out.
    OthersReported {
        count: usize,
        /// The first few of the countries.
        names: Vec<String>,
    },
    /// A column of values was only partly understood, and not read.
    ColumnInPart {
        /// The column name.
        name: String,
        /// The words that were not understood.
        words: String,
    },
    /// Rows of a user-made table were left out.
    RowsSkipped {
        /// The reason.
        why: SkipReason,
        /// How many rows.
        count: u64,
        /// The line of the first.
        line: u64,
        /// Its text.
        text: String,
    },
    /// Rows that are not a series of imports, exports or total.
    NotASeries {
        /// How many rows.
        count: u64,
        /// The line of the first.
        line: u64,
        /// Its text.
        text: String,
    },
    /// Number of values not given: empty, a dash, `..`.
    ValueMissing(u64),
    /// Empty cells for a partner.
    EmptyCells {
        /// The partner.
        partner: u16,
        /// How many cells.
        count: u64,
    },
    /// Number of rows that name goods without a code.
    GoodsWithoutCode(u64),
    /// Quantities in an unknown unit.
    UnknownUnit {
        /// The unit as written.
        unit: String,
        /// How many quantities.
        count: u64,
    },
    /// Rows split by an unquoted comma in the partner's name were repaired.
    RowsRepaired {
        /// How many rows.
        count: u64,
        /// The line of the first.
        line: u64,
    },
    /// The header is repeated among the rows, as when downloads are concatenated.
    RepeatedHeader {
        /// The number of repetitions.
        count: u64,
        /// The line of the first.
        line: u64,
    },
    /// The rows are the same as in this file, which was given for the other flow.
    SameAsOtherFlow(String),
    /// Bad rows or cells were dropped at the user's request.
    Dropped {
        /// The number of rows.
        rows: u64,
        /// The number of single cells.
        cells: u64,
        /// The line of the first.
        line: u64,
        /// What is wrong with it, as the error puts it.
        what: String,
    },
    /// Valid Comtrade rows that were left out.
    LeftOut {
        /// The reason.
        why: LeftOut,
        /// How many rows.
        count: u64,
        /// The line of the first.
        line: u64,
    },
    /// The date on the page is before the month in its title.
    DatedBeforeTitle(Vintage),
    /// Rows of unknown partners.
    UnknownPartners {
        /// The number of partners.
        count: usize,
        /// The names of the first few.
        names: Vec<String>,
    },
    /// Number of rows for continents and blocs, which are sums of other rows.
    BlocsLeftOut(u64),
    /// Continents and blocs left out although no member of theirs has a row.
    BlocsAlone(Vec<String>),
    /// A flag that describes files was used by none.
    FlagNotUsed(&'static str),
    /// The table has no row for a partner asked for.
    NoRowFor {
        /// The partner.
        partner: u16,
        /// Whether the table lists major partners only.
        of_major: bool,
    },
    /// A figure occurs in two columns with different values; the first was used.
    TwoValues {
        /// The flow.
        flow: Flow,
        /// The month.
        period: Period,
    },
}

/// Why rows of a user-made table are left out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum SkipReason {
    /// They are a sum or an average of other rows.
    Sum,
    /// They repeat the header.
    Head,
    /// Their label is not all imports, all exports or the total.
    Label,
    /// They are not monthly.
    Frequency,
    /// They are below a heading that was not understood.
    Heading,
    /// They are of another flow than the file was given for.
    Flow,
}

/// Why valid Comtrade rows are left out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum LeftOut {
    /// The partner World, which is the sum of the others.
    World,
    /// Annual or quarterly data.
    NotMonthly,
    /// Re-imports, re-exports and the like.
    OtherFlow,
    /// Services.
    Services,
    /// A classification other than the HS.
    NotHs,
    /// The same trade again.
    Repeated,
}

impl InputRemark {
    /// A stable code for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            InputRemark::FlowFromName(_) => "flow_from_name",
            InputRemark::FlowAgainstName { .. } => "flow_against_name",
            InputRemark::MonthFromName(_) => "month_from_name",
            InputRemark::MonthAgainstName { .. } => "month_against_name",
            InputRemark::PartnerAssumed(_) => "partner_assumed",
            InputRemark::CodeBesideName { .. } => "code_beside_name",
            InputRemark::SouthKoreaOnly { .. } => "south_korea_only",
            InputRemark::Truncated => "cut_off",
            InputRemark::NotATable => "not_a_table",
            InputRemark::TablesNotRead { .. } => "tables_not_read",
            InputRemark::NoRows => "no_rows",
            InputRemark::GivenTwice => "given_twice",
            InputRemark::FilesSkipped { .. } => "passed_over",
            InputRemark::PartnerFromName(_) => "partner_from_name",
            InputRemark::FlowsReversed(_) => "turned_round",
            InputRemark::DecimalCommas => "decimal_commas",
            InputRemark::IncompleteLastLine { .. } => "short_end",
            InputRemark::WholeUnits(_) => "whole_units",
            InputRemark::OthersReported { .. } => "others_reported",
            InputRemark::ColumnInPart { .. } => "column_in_part",
            InputRemark::RowsSkipped { .. } => "rows_not_taken",
            InputRemark::NotASeries { .. } => "not_a_series",
            InputRemark::ValueMissing(_) => "not_given",
            InputRemark::EmptyCells { .. } => "empty_cells",
            InputRemark::GoodsWithoutCode(_) => "goods_without_code",
            InputRemark::UnknownUnit { .. } => "unknown_unit",
            InputRemark::RowsRepaired { .. } => "rows_mended",
            InputRemark::RepeatedHeader { .. } => "head_again",
            InputRemark::SameAsOtherFlow(_) => "same_as_other_flow",
            InputRemark::Dropped { .. } => "rows_dropped",
            InputRemark::LeftOut { .. } => "rows_left_out",
            InputRemark::DatedBeforeTitle(_) => "dated_before_title",
            InputRemark::UnknownPartners { .. } => "unknown_partners",
            InputRemark::BlocsLeftOut(_) => "blocs_left_out",
            InputRemark::BlocsAlone(_) => "blocs_alone",
            InputRemark::FlagNotUsed(_) => "flag_not_used",
            InputRemark::NoRowFor { .. } => "no_row_for_partner",
            InputRemark::TwoValues { .. } => "two_values",
        }
    }

    /// Its weight: a caution if it casts doubt on what the input is, otherwise a detail.
    pub fn weight(&self) -> Weight {
        match self {
            InputRemark::FlowAgainstName { .. }
            | InputRemark::BlocsAlone(_)
            | InputRemark::FlagNotUsed(_)
            | InputRemark::MonthAgainstName { .. }
            | InputRemark::PartnerAssumed(_)
            | InputRemark::CodeBesideName { .. }
            | InputRemark::SouthKoreaOnly { .. }
            | InputRemark::Truncated
            | InputRemark::TablesNotRead { .. }
            | InputRemark::NoRows
            | InputRemark::PartnerFromName(_)
            | InputRemark::FlowsReversed(_)
            | InputRemark::DecimalCommas
            | InputRemark::WholeUnits(_)
            | InputRemark::IncompleteLastLine { .. }
            | InputRemark::OthersReported { .. }
            | InputRemark::ColumnInPart { .. }
            | InputRemark::RowsSkipped {
                why: SkipReason::Heading | SkipReason::Label | SkipReason::Frequency,
                ..
            }
            | InputRemark::ValueMissing(_)
            | InputRemark::GoodsWithoutCode(_)
            | InputRemark::UnknownUnit { .. }
            | InputRemark::Dropped { .. }
            | InputRemark::DatedBeforeTitle(_)
            | InputRemark::UnknownPartners { .. }
            | InputRemark::NoRowFor { .. }
            | InputRemark::TwoValues { .. }
            | InputRemark::RepeatedHeader { .. }
            | InputRemark::SameAsOtherFlow(_) => Weight::Caution,
            InputRemark::FlowFromName(_)
            | InputRemark::MonthFromName(_)
            | InputRemark::NotATable
            | InputRemark::GivenTwice
            | InputRemark::FilesSkipped { .. }
            | InputRemark::RowsSkipped { .. }
            | InputRemark::NotASeries { .. }
            | InputRemark::EmptyCells { .. }
            | InputRemark::BlocsLeftOut(_)
            | InputRemark::RowsRepaired { .. }
            | InputRemark::LeftOut { .. } => Weight::Detail,
        }
    }
}
