//! A sum of rows, with the interval that their rounding leaves.

use crate::trade::{Amount, Interval};
use std::ops::Add;

/// A sum, in thousandths of its unit.
///
/// Source: docs/definitions.md, "A published figure and its rounding".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RoundedSum {
    pub value: Amount,
    pub interval: Interval,
}

impl RoundedSum {
    /// The sum of no rows.
    pub const ZERO: RoundedSum = RoundedSum {
        value: Amount::ZERO,
        interval: Interval {
            low: Amount::ZERO,
            high: Amount::ZERO,
        },
    };

    /// Whether two sums may be of the same trade, each within its rounding.
    pub fn meets(self, other: RoundedSum) -> bool {
        self.interval.meets(other.interval)
    }
}

impl Add for RoundedSum {
    type Output = RoundedSum;
    fn add(self, other: RoundedSum) -> RoundedSum {
        RoundedSum {
            value: self.value + other.value,
            interval: self.interval + other.interval,
        }
    }
}
