//! Notes for the user on revisions: typed remarks with their data.

use crate::trade::{Currency, Flow, Month, Period, Printed, Vintage, Weight};

/// A remark on revisions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RevisionRemark {
    /// A change was stated differently before.
    Statement {
        /// The period of the change.
        period: Period,
        /// The change before the revision, in percent with one decimal.
        before: Printed,
        /// The change after it.
        after: Printed,
        /// The effect on a streak, if the change reversed its sign.
        streak: Option<StreakEffect>,
    },
    /// The size of revisions.
    Summary(RevisionsBySpan),
    /// Nothing was revised beyond rounding.
    NoneRevised,
    /// Figures of the period asked for were revised in the other currency.
    InOtherCurrency {
        /// The other currency.
        currency: Currency,
        /// The flow with the largest revision.
        flow: Flow,
        /// The months of that figure.
        period: Period,
        /// The revision in percent, with one decimal.
        by: Printed,
        /// When the later figure was released, if known.
        released: Option<Vintage>,
    },
    /// Nothing of the period asked for has been released.
    NoneReleased,
}

/// A streak before and after a revision.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StreakEffect {
    /// Whether it is a streak of falls; otherwise of rises.
    pub fall: bool,
    /// Its last month.
    pub until: Month,
    /// Its length before, in months.
    pub was: u32,
    /// Whether it may have been longer.
    pub was_at_least: bool,
    /// Its length after, ending in the same month.
    pub is: u32,
    /// Whether it may be longer.
    pub is_at_least: bool,
}

/// The revisions within a span of months after the first release.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RevisionsBySpan {
    /// The first month of the span.
    pub from: i32,
    /// The last month of the span; `None` if it is open-ended.
    pub to: Option<i32>,
    /// The number of revisions.
    pub count: usize,
    /// Their mean, in percent of the previous figure.
    pub mean: Printed,
    /// The mean of their absolute sizes.
    pub mean_absolute: Printed,
    /// The largest one.
    pub largest: Printed,
    /// The period of the largest.
    pub period: Period,
}

impl RevisionRemark {
    /// A stable code for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            RevisionRemark::Statement { .. } => "statement_changed",
            RevisionRemark::Summary(_) => "revisions_by_months",
            RevisionRemark::NoneRevised => "none_revised",
            RevisionRemark::InOtherCurrency { .. } => "revised_in_other_currency",
            RevisionRemark::NoneReleased => "none_released",
        }
    }

    /// Its weight.
    pub fn weight(&self) -> Weight {
        match self {
            // Unless the sign reversed, the two percentages of the row say it all.
            RevisionRemark::Statement {
                streak: None,
                before,
                after,
                ..
            } if before.digits.signum() == after.digits.signum() => Weight::Detail,
            _ => Weight::Caution,
        }
    }
}
