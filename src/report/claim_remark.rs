//! Remarks on the verdict on a claim.

use crate::trade::{
    Basis, Figure, Flow, Measured, Missing, NotUnderstood, Period, Printed, Ratio, Truth, Vintage,
    Weight,
};

/// A remark on one verdict, or on all of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ClaimRemark {
    /// Undecided by the day of the claim, but decided by a later release.
    DecidedLater {
        /// The release that decides it; `None` for what is known now.
        by: Option<Vintage>,
    },
    /// The verdict on the day of the claim differs from the one now.
    ThenAndNow {
        /// The verdict on its day.
        then: Truth,
        /// The day.
        day: Vintage,
        /// The release that revised the figures since; `None` if unknown.
        since: Option<Vintage>,
        /// The figure now; `None` if there is none.
        now: Option<ClaimFigure>,
    },
    /// The office itself printed the change of a claim without a date, and the figures of now do
    /// not confirm it.
    AsOfficeSaid {
        /// The change as printed.
        percent: Printed,
        /// The first release with it, if known.
        released: Option<Vintage>,
    },
    /// The office printed another total than its imports and exports add up to, and the claim is
    /// true of one of the two only.
    OfOneTotal {
        /// Whether it is true of the sum; otherwise of the total as printed.
        is_sum: bool,
        /// What the other of the two gives.
        other: ClaimFigure,
    },
    /// Rounding leaves the claim undecided: the figures allow more than it says.
    Overlaps {
        /// The least and the most that the figures allow, if they set a limit.
        known: [Option<ClaimFigure>; 2],
        /// The least and the most that the claim stands for.
        claimed: [Option<ClaimFigure>; 2],
    },
    /// Why the claim is undecided.
    Open(Missing),
    /// The earlier period that contradicts a record.
    Against {
        /// The period.
        period: Period,
        /// Its figure.
        figure: ClaimFigure,
    },
    /// The last earlier period that was as low, or as high.
    LastAsFar {
        /// The period.
        period: Period,
        /// Whether the record is a high.
        is_high: bool,
    },
    /// Other readings that would make the claim true.
    AlsoAs(Vec<Vec<super::OtherReading>>),
    /// The figures that decided the verdict.
    MadeOf {
        /// The first few.
        figures: Vec<FigureOf>,
        /// The number of further figures.
        more: usize,
        /// The release date of the printed change, if one was used; the inner `None` if unknown.
        printed: Option<Option<Vintage>>,
    },
    /// What the other claims of the same statement imply for it.
    Beside {
        /// The flow.
        flow: Flow,
        /// Whether the change from a year earlier is meant; otherwise the level.
        is_change: bool,
        /// The lowest value they allow, if they set one.
        low: Option<ClaimFigure>,
        /// The highest value they allow, if they set one.
        high: Option<ClaimFigure>,
        /// Whether the claim contradicts them.
        contradicts: bool,
    },
    /// The number of claims by verdict, and of sentences that were not understood.
    Summary {
        /// Claims true on their day.
        right: u32,
        /// False claims.
        wrong: u32,
        /// Undecided claims.
        open: u32,
        /// Sentences that were not understood.
        not_understood: u32,
    },
    /// Why a sentence was not understood.
    NotUnderstood(NotUnderstood),
    /// Columns of a file of claims that were not read.
    ColumnsNotRead {
        /// The file.
        file: String,
        /// The names of the first few, joined.
        names: String,
    },
}

/// A figure in a sentence on a claim.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClaimFigure {
    /// A share of its base.
    Percent(Ratio),
    /// A multiple of its base.
    Times(Ratio),
    /// A number of months.
    Months(i128),
    /// Money or a quantity.
    Amount(Measured),
}

/// A figure behind a verdict.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FigureOf {
    /// Its flow, from China's side.
    pub flow: Flow,
    /// Its period.
    pub period: Period,
    /// How it came about.
    pub basis: Basis,
    /// The release date.
    pub released: Option<Vintage>,
}

impl FigureOf {
    /// From a figure.
    pub fn new(flow: Flow, period: Period, figure: &Figure) -> FigureOf {
        FigureOf {
            flow,
            period,
            basis: figure.basis,
            released: figure.released,
        }
    }
}

impl ClaimRemark {
    /// A stable code for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            ClaimRemark::DecidedLater { .. } => "decided_later",
            ClaimRemark::ThenAndNow { .. } => "then_and_now",
            ClaimRemark::AsOfficeSaid { .. } => "as_office_said",
            ClaimRemark::OfOneTotal { .. } => "of_one_total",
            ClaimRemark::Overlaps { .. } => "overlaps",
            ClaimRemark::Open(_) => "open",
            ClaimRemark::Against { .. } => "record_against",
            ClaimRemark::LastAsFar { .. } => "last_as_far",
            ClaimRemark::AlsoAs(_) => "other_readings",
            ClaimRemark::MadeOf { .. } => "made_of",
            ClaimRemark::Beside { .. } => "beside_other_claims",
            ClaimRemark::Summary { .. } => "summary",
            ClaimRemark::NotUnderstood(_) => "not_understood",
            ClaimRemark::ColumnsNotRead { .. } => "columns_not_read",
        }
    }

    /// Its weight.
    pub fn weight(&self) -> Weight {
        match self {
            ClaimRemark::MadeOf { .. }
            | ClaimRemark::LastAsFar { .. }
            | ClaimRemark::Beside {
                contradicts: false, ..
            } => Weight::Detail,
            _ => Weight::Caution,
        }
    }
}
