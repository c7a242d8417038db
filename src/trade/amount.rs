use super::Currency;
use crate::trade::rounding::round_half_away;
use std::fmt;
use std::ops::{Add, Neg, Sub};

/// Money, exact: a whole number of thousandths of the currency unit.
///
/// Thousandths, because UN Comtrade prints three decimals; a sum of them never depends on order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Amount(pub i128);

impl Amount {
    /// Thousandths in one unit of the currency.
    pub const PER_UNIT: i128 = 1000;
    /// The largest amount that one row may carry: a hundred trillion units.
    pub const LARGEST: Amount = Amount(100_000_000_000_000 * Amount::PER_UNIT);
    /// No trade.
    pub const ZERO: Amount = Amount(0);

    /// A whole number of currency units.
    pub fn units(units: i64) -> Amount {
        Amount(i128::from(units) * Amount::PER_UNIT)
    }

    /// The size without the sign.
    pub fn abs(self) -> Amount {
        Amount(self.0.abs())
    }

    /// Whole units in groups of three: `511,619`.
    pub(super) fn grouped(self) -> String {
        let units = round_half_away(self.0, Amount::PER_UNIT);
        let sign = if units < 0 { "−" } else { "" };
        format!("{sign}{}", grouped(units.unsigned_abs()))
    }

    /// An amount for a sentence: `USD 145.82 million`.
    pub fn in_words(self, currency: Currency) -> String {
        let sign = if self.0 < 0 { "−" } else { "" };
        let size = (self.0.unsigned_abs() + 500) / 1000;
        if size < 1_000_000 {
            return format!("{currency} {sign}{}", grouped(size));
        }
        // Ten thousands are the finest digit that most tables print.
        let ten_thousands = (size + 5_000) / 10_000;
        format!(
            "{currency} {sign}{}.{:02} million",
            grouped(ten_thousands / 100),
            ten_thousands % 100
        )
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

fn grouped(number: u128) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let mut text = digits[..first].to_owned();
    for (at, digit) in digits[first..].chars().enumerate() {
        if at % 3 == 0 && !text.is_empty() {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Which way a change goes, when that can be determined.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sign {
    /// Below zero for certain.
    Fall,
    /// Above zero for certain.
    Rise,
    /// Exactly zero.
    Flat,
    /// The interval includes zero.
    Uncertain,
}

/// What the rounding of a published figure leaves open: at least `low`, below `high`
/// (or exactly `low` where the two are equal).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Interval {
    /// The least the true value can be.
    pub low: Amount,
    /// What the true value stays below.
    pub high: Amount,
}

impl Interval {
    /// A value known exactly.
    pub fn exact(value: Amount) -> Interval {
        Interval {
            low: value,
            high: value,
        }
    }

    /// Whether nothing is left open.
    pub fn is_exact(self) -> bool {
        self.low == self.high
    }

    /// How much is left open.
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

    /// Whether one true value can lie in both.
    pub fn meets(self, other: Interval) -> bool {
        !self.is_below(other) && !other.is_below(self)
    }

    /// The way from `base` to `self`.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_sentences_are_grouped_and_rounded_once() {
        assert_eq!(
            Amount::units(145_820_000).in_words(Currency::Usd),
            "USD 145.82 million"
        );
        assert_eq!(
            Amount::units(-340_555_000).in_words(Currency::Cny),
            "CNY −340.56 million"
        );
        assert_eq!(
            Amount::units(15_918_100_000).in_words(Currency::Cny),
            "CNY 15,918.10 million"
        );
        assert_eq!(Amount::units(29_000).in_words(Currency::Usd), "USD 29,000");
    }
}
