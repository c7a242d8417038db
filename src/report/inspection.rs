//! What an answer of `inspect` is made of: its parts, findings, and how months are covered.

use crate::trade::Period;

/// The parts of an answer of `inspect`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InspectPart {
    /// The files.
    File,
    /// The months they cover.
    Coverage,
    /// What was found.
    Finding,
    /// The columns and texts of the files.
    Text,
}

impl InspectPart {
    /// The parts, in display order.
    pub const ALL: [InspectPart; 4] = [
        InspectPart::File,
        InspectPart::Coverage,
        InspectPart::Finding,
        InspectPart::Text,
    ];

    /// Its name in machine columns.
    pub fn name(self) -> &'static str {
        match self {
            InspectPart::File => "file",
            InspectPart::Coverage => "coverage",
            InspectPart::Finding => "finding",
            InspectPart::Text => "text",
        }
    }
}

/// What a finding of `inspect` says in words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FindingText {
    /// No data for these months.
    NoData(Period),
    /// A month is known only inside a longer period.
    InsideOnly(Period),
    /// A download that was probably cut off.
    CutOff,
    /// Two undated files differ.
    TwoFiles,
    /// A change printed later implies a revision.
    RevisedAsImplied,
    /// A later release revised it.
    RevisedLater,
    /// Details and the published figure differ.
    Details,
    /// Two levels of detail differ.
    Levels,
    /// Imports and exports do not make up the total.
    Flows,
    /// A year to date is not the sum of its months.
    YtdSum,
    /// A year to date is not the previous one and the month.
    YtdStep,
    /// The same figure is in several files.
    Repeated,
    /// Rows differ only in value.
    Joined,
    /// The two currencies imply an unusual rate.
    Currencies,
    /// Rows are copies of each other.
    Copied,
}

/// What a finding means for a check, in display order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FindingState {
    /// Something is missing.
    Missing,
    /// Figures contradict each other.
    Contradictory,
    /// Worth knowing, but nothing is wrong.
    Explained,
}

impl FindingState {
    /// Its name in machine columns.
    pub fn name(self) -> &'static str {
        match self {
            FindingState::Missing => "missing",
            FindingState::Contradictory => "contradictory",
            FindingState::Explained => "explained",
        }
    }
}

/// The kinds of findings, in the order in which they are shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FindingKind {
    /// A run of months without data.
    Gap,
    /// A download that was probably cut off.
    Cut,
    /// A figure that lost rows to `--lenient`.
    Dropped,
    /// Rows of one file that are equal in every cell.
    Copied,
    /// A month that seems to be in another unit than its neighbours.
    UnitBreak,
    /// Imports and exports that do not add up to the published total.
    FlowsTotal,
    /// Details that do not add up to the published figure.
    DetailsTotal,
    /// Two levels of detail with different sums.
    LevelsDiffer,
    /// Dollars and yuan that imply another rate than that of the time.
    CurrencyGap,
    /// A year to date that is not the sum of its months.
    YtdSum,
    /// A year to date that is not the one before plus the month.
    YtdStep,
    /// A figure that was revised.
    Revision,
    /// Keys that several files carry with the same value.
    Repeated,
    /// Rows of one file that differ only in value.
    Joined,
}

impl FindingKind {
    /// The stable name, for scripts.
    pub fn name(self) -> &'static str {
        match self {
            FindingKind::Gap => "gap",
            FindingKind::Cut => "cut",
            FindingKind::Dropped => "dropped",
            FindingKind::Copied => "copied",
            FindingKind::UnitBreak => "unit_break",
            FindingKind::FlowsTotal => "flows_total",
            FindingKind::DetailsTotal => "details_total",
            FindingKind::LevelsDiffer => "depths_differ",
            FindingKind::CurrencyGap => "currency_gap",
            FindingKind::YtdSum => "ytd_sum",
            FindingKind::YtdStep => "ytd_step",
            FindingKind::Revision => "revision",
            FindingKind::Repeated => "repeated",
            FindingKind::Joined => "joined",
        }
    }
}

/// How a month of a flow is covered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MonthState {
    /// By a figure.
    Present,
    /// By a figure that is exactly zero.
    Zero,
    /// Not at all.
    Missing,
    /// Published only for January and February together.
    Combined,
    /// Published only within a longer period, such as a year to date.
    Cumulative,
}

impl MonthState {
    /// Its name in machine columns.
    pub fn name(self) -> &'static str {
        match self {
            MonthState::Present => "present",
            MonthState::Zero => "zero",
            MonthState::Missing => "missing",
            MonthState::Combined => "combined",
            MonthState::Cumulative => "cumulative",
        }
    }
}
