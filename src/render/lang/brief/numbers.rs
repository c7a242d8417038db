//! Numbers in sentences, with as many digits as are certain.

use crate::render::digits::decimal;
use crate::report::brief::{StatedAmount, StatedPercent};
use crate::trade::Amount;

/// A percentage in digits without its sign, with its precision.
pub(crate) enum Size {
    /// These digits.
    To(String),
    /// More than these digits.
    MoreThan(String),
    /// About these digits.
    About(String),
    /// Between these two numbers.
    Between(String, String),
    /// This number or more.
    AtLeast(String),
}

/// A percentage without its sign, with its precision.
pub(crate) fn size(percent: StatedPercent) -> Size {
    match percent {
        StatedPercent::To { digits, decimals } => Size::To(decimal(digits, decimals, true)),
        StatedPercent::MoreThan { digits, decimals } => {
            Size::MoreThan(decimal(digits, decimals, true))
        }
        StatedPercent::About(whole) => Size::About(decimal(whole, 0, true)),
        StatedPercent::Between(low, high) => {
            Size::Between(decimal(low, 1, true), decimal(high, 1, true))
        }
        StatedPercent::AtLeast(low) => Size::AtLeast(decimal(low, 1, true)),
    }
}

/// An amount in units of ten to the `power`, with at most `most` decimals: those to which both ends
/// of its rounding interval agree. Also whether even the last digit is uncertain.
pub(crate) fn in_unit(amount: StatedAmount, power: u32, most: u32) -> (String, bool) {
    let [low, high] = {
        let (a, b) = (
            amount.interval.low.0.unsigned_abs(),
            amount.interval.high.0.unsigned_abs(),
        );
        [a.min(b), a.max(b)]
    };
    let value = amount.value.0.unsigned_abs();
    // Amounts are in thousandths of the currency unit. The upper end is exclusive.
    let below = if low == high {
        high
    } else {
        high.saturating_sub(1)
    };
    let rounded = |size: u128, decimals: u32| {
        let scale = 10u128.pow(decimals);
        let unit = 10u128.pow(power + 3);
        (size * scale + unit / 2) / unit
    };
    for decimals in (0..=most).rev() {
        let digits = rounded(low, decimals);
        if digits == rounded(below, decimals) {
            return (decimal(digits, decimals, true), false);
        }
    }
    (decimal(rounded(value, 0), 0, true), true)
}

/// Whether an amount is negative.
pub(crate) fn is_negative(amount: StatedAmount) -> bool {
    amount.value < Amount::ZERO
}

/// The absolute amount in whole currency units.
pub(crate) fn size_of(amount: StatedAmount) -> u128 {
    amount.value.0.unsigned_abs() / 1000
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::Interval;

    #[test]
    fn an_amount_has_as_many_digits_as_are_certain() {
        let amount = |value: i64, low: i64, high: i64| StatedAmount {
            value: Amount::units(value),
            interval: Interval {
                low: Amount::units(low),
                high: Amount::units(high),
            },
        };
        let september = amount(145_820_000, 145_815_000, 145_830_000);
        assert_eq!(in_unit(september, 6, 1), ("145.8".to_owned(), false));
        // 1.0 billion, as printed, may be anything from 950 million to 1.05 billion.
        let coarse = amount(1_000_000_000, 950_000_000, 1_050_000_000);
        assert_eq!(in_unit(coarse, 9, 2), ("1.0".to_owned(), false));
        assert_eq!(in_unit(coarse, 6, 1), ("1,000".to_owned(), true));
    }
}
