//! The data of remarks by the measures.

use crate::trade::{
    Amount, Basis, Measured, Missing, Period, Printed, SaidBy, UnitOfMeasure, Vintage,
};
use std::sync::Arc;

/// A figure implied by a printed change, and the figure it revised.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Implied {
    /// The implied figure.
    pub later: Amount,
    /// The earlier figure.
    pub earlier: Amount,
    /// How the earlier figure came about.
    pub basis: Basis,
    /// The release date of the earlier figure.
    pub released: Option<Vintage>,
    /// The unit of both.
    pub unit: UnitOfMeasure,
    /// Whether both are of one undated input, so that nothing says that one is later.
    pub is_of_one_input: bool,
}

/// The sum of the months of a published multi-month figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MonthsBeside {
    /// The months cannot be added up.
    Missing(Missing),
    /// The sum differs beyond rounding: earlier months were revised by unknown amounts.
    Sum {
        /// The sum of the months.
        sum: Measured,
        /// The published figure minus the sum.
        revised_by: Measured,
    },
}

/// Why months of a sum are not plain published figures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SumPart {
    /// Implied by printed changes.
    Implied,
    /// Differences of published figures.
    Difference,
    /// Converted from the yuan figures.
    Converted,
    /// Revised since first published.
    Revised,
    /// With remarks of their own.
    Noted,
}

/// A printed change that is inconsistent with the figures in use.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PrintedDiffers {
    /// The printed change, in percent.
    pub printed: Printed,
    /// Its release date.
    pub released: Option<Vintage>,
    /// The computed change, in percent with one decimal.
    pub computed: Option<Printed>,
    /// Whether it compares a preliminary value, since replaced.
    pub of_preliminary: bool,
    /// Who worked it out.
    pub said_by: SaidBy,
    /// The note in the data on its row, verbatim; empty if there is none.
    pub note: Arc<str>,
    /// The base required by the printed change.
    pub needed: Measured,
    /// The required base minus the one in use.
    pub more: Measured,
}

/// A figure relative to its neighbours.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Factor {
    /// A hundred times.
    Hundred,
    /// A thousand times.
    Thousand,
    /// A hundredth.
    Hundredth,
    /// A thousandth.
    Thousandth,
}

impl Factor {
    /// `about 100 times both neighbouring months: perhaps another unit`, for machine columns.
    pub fn in_english(self) -> String {
        let factor = match self {
            Factor::Hundred => "100 times",
            Factor::Thousand => "1,000 times",
            Factor::Hundredth => "a hundredth of",
            Factor::Thousandth => "a thousandth of",
        };
        format!("about {factor} both neighbouring months: perhaps another unit")
    }
}

/// One end of a streak.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// Before its first month.
    Before,
    /// After its last month.
    After,
}

/// Months without a figure, by reason.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lacking {
    /// Whether the change from a year earlier is missing; otherwise the value.
    pub of_yoy: bool,
    /// Months without data.
    pub without: Vec<Period>,
    /// Among these, the ones published only together with another month.
    pub together: Vec<Period>,
    /// Months missing for other reasons.
    pub others: Vec<Missing>,
}
