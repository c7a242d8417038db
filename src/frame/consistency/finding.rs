//! One finding, and what makes two figures contradict each other.

use crate::trade::{Amount, Basis, Figure, Flow, Interval, Period};

/// One finding about one period of one flow.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// What kind of finding it is.
    pub kind: Kind,
    /// The flow, from the reporter's side.
    pub flow: Flow,
    /// The period.
    pub period: Period,
    /// Number of keys, for findings about repeated, joined and copied rows.
    pub count: u32,
    /// The figure that was checked.
    pub value: Option<Figure>,
    /// The figure it was checked against.
    pub against: Option<Figure>,
}

/// The kinds of finding.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// The sum of details differs from the published figure.
    Details,
    /// The same trade adds up differently at two depths of detail.
    DetailLevels,
    /// The published total is not the sum of imports and exports.
    Flows,
    /// A year to date, as first printed, is not the previous one plus the month.
    YtdStep,
    /// The last year to date of a year, as first printed, is not the sum of its months.
    YtdSum,
    /// Several inputs carry a key with the same value.
    Repeated,
    /// Rows of one input share a key and were added up.
    Joined,
    /// Rows of one input are equal in every cell and were counted once.
    Copied,
    /// The figures in the two currencies imply an exchange rate off that of the month.
    Currencies,
}

/// A finding if two figures for the same thing disagree by more than rounding.
pub(super) fn contradiction(
    kind: Kind,
    flow: Flow,
    period: Period,
    value: Figure,
    against: Figure,
) -> Option<Finding> {
    (!value.interval.meets(against.interval)).then_some(Finding {
        kind,
        flow,
        period,
        count: 0,
        value: Some(value),
        against: Some(against),
    })
}

/// A sum that was never published.
pub(super) fn sum(interval: Interval, value: Amount) -> Figure {
    Figure {
        value,
        interval,
        basis: Basis::Sum,
        released: None,
        source: "".into(),
    }
}

pub(super) fn plus(one: &Figure, other: &Figure) -> Figure {
    Figure {
        released: one.released.max(other.released),
        source: one.source.clone(),
        ..sum(one.interval + other.interval, one.value + other.value)
    }
}
