//! One finding, before it becomes a table row.

use crate::report::RemarkKind;
use crate::trade::{Amount, Figure, Flow, Period};

/// What a finding means for a check, in display order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Weight {
    /// Something is missing.
    Missing,
    /// Figures contradict each other.
    Contradictory,
    /// Worth knowing, but nothing is wrong.
    Explained,
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

/// One finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    pub weight: Weight,
    pub kind: FindingKind,
    pub period: Period,
    pub flow: Option<Flow>,
    pub file: Option<String>,
    pub value: Option<Figure>,
    pub against: Option<Figure>,
    pub count: u32,
    /// Its text, in English.
    pub text: String,
    /// Its text as remarks, which replace `text` if there are any.
    pub remarks: Vec<RemarkKind>,
}

impl Found {
    /// Whether `--check` fails on it.
    pub fn fails(&self) -> bool {
        self.weight != Weight::Explained
    }

    /// The value minus the figure it was checked against.
    pub fn difference(&self) -> Option<Amount> {
        let (value, against) = (self.value.as_ref()?, self.against.as_ref()?);
        Some(value.value - against.value)
    }
}
