//! What a careful reader must know of revisions: kinds with their data.

use crate::trade::{Month, Period, Printed, Weight};

/// A remark on revisions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RevisionRemark {
    /// A change that was stated otherwise before.
    Statement {
        /// The period of the change.
        period: Period,
        /// As it was, in percent with one decimal.
        before: Printed,
        /// As it is.
        after: Printed,
        /// What that did to a streak, where the change turned.
        streak: Option<StreakEffect>,
    },
    /// How large revisions were.
    Summary(RevisionsBySpan),
    /// Nothing was revised beyond rounding.
    NoneRevised,
}

/// A streak before and after a revision.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StreakEffect {
    /// Whether it is one of falls; else of rises.
    pub fall: bool,
    /// Its last month.
    pub until: Month,
    /// How many months it had.
    pub was: u32,
    /// How many are left that end in that month.
    pub is: u32,
}

/// The revisions so many months after the first release.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RevisionsBySpan {
    /// From so many months.
    pub from: i32,
    /// To so many; `None`: without an end.
    pub to: Option<i32>,
    /// How many revisions.
    pub count: usize,
    /// Their mean, in percent of the figure before.
    pub mean: Printed,
    /// The mean of their sizes.
    pub mean_absolute: Printed,
    /// The largest.
    pub largest: Printed,
    /// The period of the largest.
    pub period: Period,
}

impl RevisionRemark {
    /// What kind it is, for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            RevisionRemark::Statement { .. } => "statement_changed",
            RevisionRemark::Summary(_) => "revisions_by_months",
            RevisionRemark::NoneRevised => "none_revised",
        }
    }

    /// How much it weighs.
    pub fn weight(&self) -> Weight {
        match self {
            // Without a turn the two percentages of the row say it all.
            RevisionRemark::Statement { streak: None, .. } => Weight::Detail,
            _ => Weight::Caution,
        }
    }
}
