//! The months that are asked for.

use crate::trade::{Month, Period};

/// The months that are asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Span {
    /// The latest month in which any flow asked for has a change, computed or as published.
    Latest,
    /// One month.
    Month(Month),
    /// Several months taken together.
    Period(Period),
    /// From one month (the first of the data) to another (the last of the data).
    Range(Option<Month>, Option<Month>),
}

impl Span {
    /// Whether several months are taken together.
    pub(crate) fn is_period(self) -> bool {
        matches!(self, Span::Period(_))
    }
}
