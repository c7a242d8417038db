//! The months asked for.

use crate::trade::{Month, Period};

/// The months asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Span {
    /// The latest month in which any flow has a change, computed or as published.
    Latest,
    /// One month.
    Month(Month),
    /// Several months taken together.
    Period(Period),
    /// From one month (default: the first in the data) to another (default: the last).
    Range(Option<Month>, Option<Month>),
}

impl Span {
    /// Whether several months are taken together.
    pub(crate) fn is_period(self) -> bool {
        matches!(self, Span::Period(_))
    }
}
