//! What the remarks of measures are made of.

use crate::trade::{Amount, Basis, Measured, Missing, Period, Printed, UnitOfMeasure, Vintage};
use std::sync::Arc;

/// A figure worked back from a printed change, and what it had been before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Implied {
    /// What it is.
    pub later: Amount,
    /// What it had been.
    pub earlier: Amount,
    /// How that one came about.
    pub basis: Basis,
    /// When that one was released.
    pub released: Option<Vintage>,
    /// What they are.
    pub unit: UnitOfMeasure,
}

/// What the months of a figure that was published for several of them add up to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MonthsBeside {
    /// They cannot be added up.
    Missing(Missing),
    /// Something else beyond rounding: earlier months were revised, which is not known.
    Sum {
        /// Their sum.
        sum: Measured,
        /// The published figure less the sum.
        revised_by: Measured,
    },
}

/// What months of a sum are, that are no plain published figures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SumPart {
    /// Worked back from printed changes.
    Implied,
    /// Differences of published figures.
    Difference,
    /// Converted from the yuan figures.
    Converted,
    /// Revised since first published.
    Revised,
    /// With a remark of their own.
    Noted,
}

/// A printed change that cannot be that of the figures held.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PrintedDiffers {
    /// The change as it was printed, in percent.
    pub printed: Printed,
    /// When it was released.
    pub released: Option<Vintage>,
    /// The change of the figures held, in percent with one decimal.
    pub computed: Option<Printed>,
    /// Whether it is the change of a preliminary value, which was replaced.
    pub of_preliminary: bool,
    /// Whether the customs office gave it, by the name of its source.
    pub by_customs: bool,
    /// What the data note of the row that it stands in, in their words; empty where nothing.
    pub note: Arc<str>,
    /// The base that the printed change would need.
    pub needed: Measured,
    /// That base less the one held.
    pub more: Measured,
}

/// How many times its neighbours a figure is.
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

/// One side of a streak.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// Before its first month.
    Before,
    /// After its last month.
    After,
}

/// Months that have no figure, by reason.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lacking {
    /// Whether it is the change from a year earlier that they lack; else the value.
    pub of_yoy: bool,
    /// Without data.
    pub without: Vec<Period>,
    /// Of those, the ones published only together with another.
    pub together: Vec<Period>,
    /// For other reasons.
    pub others: Vec<Missing>,
}
