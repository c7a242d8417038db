//! Exact amounts, the intervals that rounding leaves for them, and signs of changes.

use crate::trade::rounding::round_half_away;
use std::fmt;
use std::ops::{Add, Neg, Sub};

/// An exact amount of money: a whole number of thousandths of the currency unit.
///
/// Thousandths because UN Comtrade prints three decimals. Sums are exact, whatever their order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Amount(pub i128);

impl Amount {
    /// Thousandths in one unit of the currency.
    pub const PER_UNIT: i128 = 1000;
    /// The largest amount that one row may carry: a hundred trillion units.
    pub const LARGEST: Amount = Amount(100_000_000_000_000 * Amount::PER_UNIT);
    /// Zero: no trade.
    pub const ZERO: Amount = Amount(0);

    /// A whole number of currency units.
    pub fn units(units: i64) -> Amount {
        Amount(i128::from(units) * Amount::PER_UNIT)
    }

    /// The absolute amount.
    pub fn abs(self) -> Amount {
        Amount(self.0.abs())
    }
}

impl Add for Amount {
    type Output = Amount;
    fn add(self, other: Amount) -> Amount {
        Amount(self.0 + other.0)
    }
}

impl Sub for Amount {
    type Output = Amount;
    fn sub(self, other: Amount) -> Amount {
        Amount(self.0 - other.0)
    }
}

impl Neg for Amount {
    type Output = Amount;
    fn neg(self) -> Amount {
        Amount(-self.0)
    }
}

impl fmt::Display for Amount {
    /// Whole units of the currency, rounded half away from zero: `145800000`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", round_half_away(self.0, Amount::PER_UNIT))
    }
}

/// The direction of a change, if it can be determined.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sign {
    /// Certainly below zero.
    Fall,
    /// Certainly above zero.
    Rise,
    /// Exactly zero.
    Flat,
    /// Unknown: the interval includes zero.
    Uncertain,
}

/// The interval that rounding leaves for a published figure: at least `low` and below `high` (or
/// exactly `low` if the two are equal).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Interval {
    /// The lower end, included.
    pub low: Amount,
    /// The upper end, excluded.
    pub high: Amount,
}

impl Interval {
    /// The interval of a value known exactly.
    pub fn exact(value: Amount) -> Interval {
        Interval {
            low: value,
            high: value,
        }
    }

    /// Whether the value is known exactly.
    pub fn is_exact(self) -> bool {
        self.low == self.high
    }

    /// The width of the interval.
    pub fn width(self) -> Amount {
        self.high - self.low
    }

    /// Whether every value of `self` is below every value of `other`.
    pub fn is_below(self, other: Interval) -> bool {
        if self.is_exact() {
            self.high < other.low
        } else {
            self.high <= other.low
        }
    }

    /// Whether the two intervals overlap, so that one true value can lie in both.
    pub fn meets(self, other: Interval) -> bool {
        !self.is_below(other) && !other.is_below(self)
    }

    /// The sign of the change from `base` to `self`.
    pub fn sign_from(self, base: Interval) -> Sign {
        if self.is_below(base) {
            Sign::Fall
        } else if base.is_below(self) {
            Sign::Rise
        } else if self.is_exact() && base.is_exact() {
            Sign::Flat
        } else {
            Sign::Uncertain
        }
    }
}

impl Add for Interval {
    type Output = Interval;
    fn add(self, other: Interval) -> Interval {
        Interval {
            low: self.low + other.low,
            high: self.high + other.high,
        }
    }
}

impl Sub for Interval {
    type Output = Interval;
    fn sub(self, other: Interval) -> Interval {
        Interval {
            low: self.low - other.high,
            high: self.high - other.low,
        }
    }
}
