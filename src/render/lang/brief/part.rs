//! The figures that a statement uses.

/// A figure of a statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum BriefFigure {
    /// The change of the month.
    Change,
    /// The value of the month.
    Value,
    /// The streak up to the month.
    Streak,
    /// The change of the year to date.
    ToDate,
    /// The value of the year to date.
    ToDateValue,
}
