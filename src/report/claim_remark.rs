//! Remarks beside the verdict on a claim.

use crate::trade::{
    Basis, Figure, Flow, Measured, Missing, NotUnderstood, Period, Ratio, Truth, Vintage, Weight,
};

/// A remark on a verdict, or on all of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ClaimRemark {
    /// No release by the day of the claim decides it, but a later one does.
    DecidedLater {
        /// The release that does; `None`: what is known now.
        by: Option<Vintage>,
    },
    /// The verdict on its day and what it would be now.
    ThenAndNow {
        /// The verdict on its day.
        then: Truth,
        /// The day.
        day: Vintage,
        /// When the figures were revised since; `None`: not known.
        since: Option<Vintage>,
        /// What the figure is now; `None` where there is none.
        now: Option<ClaimFigure>,
    },
    /// Why it cannot be determined.
    Open(Missing),
    /// The earlier period that speaks against a record.
    Against {
        /// The period.
        period: Period,
        /// Its figure.
        figure: ClaimFigure,
    },
    /// The last earlier period that was as low, or as high.
    LastAsFar(Period),
    /// Other readings that would make it true.
    AlsoAs(Vec<String>),
    /// The figures that it was judged by.
    MadeOf {
        /// The first few.
        figures: Vec<FigureOf>,
        /// How many more.
        more: usize,
        /// When the printed change was released, where one was judged by; the inner `None`: not
        /// known.
        printed: Option<Option<Vintage>>,
    },
    /// The other claims of the same statement leave something else for it.
    Beside {
        /// The flow.
        flow: Flow,
        /// Whether the change from a year earlier is meant; else the level.
        is_change: bool,
        /// The least that they leave.
        low: ClaimFigure,
        /// The most.
        high: ClaimFigure,
        /// Whether it cannot be true together with them.
        contradicts: bool,
    },
    /// How many claims are true, false, open; how many sentences were not understood.
    Summary {
        /// True on their day.
        right: u32,
        /// False.
        wrong: u32,
        /// Neither.
        open: u32,
        /// Sentences.
        not_understood: u32,
    },
    /// Why a sentence was not understood.
    NotUnderstood(NotUnderstood),
    /// Columns of a file of claims that say nothing of them.
    ColumnsNotRead {
        /// The file.
        file: String,
        /// The first of their names, joined.
        names: String,
    },
}

/// A figure in a sentence on a claim.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClaimFigure {
    /// A share of its base.
    Percent(Ratio),
    /// So many times its base.
    Times(Ratio),
    /// A number of months.
    Months(i128),
    /// Money or a quantity.
    Amount(Measured),
}

/// A figure that a verdict rests on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FigureOf {
    /// Its flow, from China's side.
    pub flow: Flow,
    /// Its period.
    pub period: Period,
    /// How it came about.
    pub basis: Basis,
    /// When it was released.
    pub released: Option<Vintage>,
}

impl FigureOf {
    /// That of a figure.
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
    /// What kind it is, for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            ClaimRemark::DecidedLater { .. } => "decided_later",
            ClaimRemark::ThenAndNow { .. } => "then_and_now",
            ClaimRemark::Open(_) => "open",
            ClaimRemark::Against { .. } => "record_against",
            ClaimRemark::LastAsFar(_) => "last_as_far",
            ClaimRemark::AlsoAs(_) => "other_readings",
            ClaimRemark::MadeOf { .. } => "made_of",
            ClaimRemark::Beside { .. } => "beside_other_claims",
            ClaimRemark::Summary { .. } => "summary",
            ClaimRemark::NotUnderstood(_) => "not_understood",
            ClaimRemark::ColumnsNotRead { .. } => "columns_not_read",
        }
    }

    /// How much it weighs.
    pub fn weight(&self) -> Weight {
        match self {
            ClaimRemark::MadeOf { .. }
            | ClaimRemark::LastAsFar(_)
            | ClaimRemark::Beside {
                contradicts: false, ..
            } => Weight::Detail,
            _ => Weight::Caution,
        }
    }
}
