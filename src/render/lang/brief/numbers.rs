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

/// An amount in as many digits as are certain, the same in every language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct RoundedAmount {
    /// The amount in whole currency units, rounded.
    pub units: u128,
    /// The amount in thousandths, not rounded.
    exact: u128,
    /// The power of ten of the last digit that counts; the digits below are zeros.
    pub power: u32,
    /// Whether even the last digit is uncertain.
    pub is_about: bool,
}

/// The most digits in a sentence, for amounts of a million or more.
const MOST: u32 = 4;

/// The fewest digits.
const FEWEST: u32 = 2;

/// Rounds an amount to the digits to which both ends of its rounding interval agree, four at most.
/// If they do not agree on three, as on `149` million from 146 to 151, three digits are given as
/// uncertain while the interval is narrow, and otherwise two: at least two in any case.
pub(crate) fn rounded(amount: StatedAmount) -> RoundedAmount {
    let [low, high] = {
        let (a, b) = (
            amount.interval.low.0.unsigned_abs(),
            amount.interval.high.0.unsigned_abs(),
        );
        [a.min(b), a.max(b)]
    };
    let value = amount.value.0.unsigned_abs();
    // The upper end is exclusive.
    let below = if low == high {
        high
    } else {
        high.saturating_sub(1)
    };
    // Amounts are in thousandths of the currency unit.
    let whole_digits = (value / 1000).checked_ilog10().unwrap_or(0) + 1;
    let to = |size: u128, power: u32| {
        let step = 10u128.pow(power + 3);
        (size + step / 2) / step
    };
    let with = |digits: u32, is_about: bool| {
        let power = whole_digits.saturating_sub(digits);
        RoundedAmount {
            units: to(value, power) * 10u128.pow(power),
            exact: value,
            power,
            is_about,
        }
    };
    let agree = |digits: u32| {
        let power = whole_digits.saturating_sub(digits);
        to(low, power) == to(below, power) && to(low, power) == to(value, power)
    };
    let most = if whole_digits > 6 { MOST } else { whole_digits };
    if let Some(digits) = (FEWEST + 1..=most).rev().find(|digits| agree(*digits)) {
        return with(digits, false);
    }
    // `150 million` would pass for three digits; `1.5 billion` and `25 million` do not.
    let is_padded = whole_digits.is_multiple_of(3) || whole_digits <= 3;
    if agree(FEWEST) && (!is_padded || whole_digits <= FEWEST) {
        return with(FEWEST, false);
    }
    // Within a fortieth to either side.
    let is_narrow = (high - low) * 20 <= value;
    with(if is_narrow { FEWEST + 1 } else { FEWEST }, true)
}

/// An amount for languages that count by ten thousands, where zeros at the end pass for digits:
/// `1억 4,582만` where that is known, and otherwise about `1억 4,580만`.
pub(crate) fn rounded_by_ten_thousands(amount: StatedAmount) -> RoundedAmount {
    let plain = rounded(amount).padded_to(8);
    if plain.is_about || plain.power <= TEN_THOUSAND || plain.units.is_multiple_of(HUNDRED_MILLION)
    {
        return plain;
    }
    let step = 10i128.pow(TEN_THOUSAND + 3);
    let to = |end: i128| (end.abs() + step / 2) / step;
    let (low, high) = (amount.interval.low.0, amount.interval.high.0);
    // The end further from zero is exclusive.
    let [low, high] = match low == high {
        true => [low, high],
        false if high <= 0 => [low + 1, high],
        false => [low, high - 1],
    };
    let whole = to(amount.value.0);
    let is_known = to(low) == whole && to(high) == whole;
    // 145.82 million, printed or cut off there.
    let is_as_printed = amount.value.0 % step == 0 && low.abs_diff(high) < (step as u128) * 3 / 2;
    match (is_known || is_as_printed) && whole < MOST_BY_TEN_THOUSANDS {
        true => RoundedAmount {
            units: whole.unsigned_abs() * 10u128.pow(TEN_THOUSAND),
            power: TEN_THOUSAND,
            ..plain
        },
        false => RoundedAmount {
            is_about: true,
            ..plain
        },
    }
}

/// The power of 만 and 万.
const TEN_THOUSAND: u32 = 4;

/// Larger amounts, ten 억 and more, are not told to the last 만.
const MOST_BY_TEN_THOUSANDS: i128 = 100_000;

/// 억 and 亿, behind which nothing is written if nothing is left.
const HUNDRED_MILLION: u128 = 100_000_000;

impl RoundedAmount {
    /// The amount in a unit of ten to `power`: `18.0 billion` is `约180亿`, whose zero would pass for
    /// a digit.
    pub fn padded_to(self, power: u32) -> RoundedAmount {
        RoundedAmount {
            is_about: self.is_about || self.power > power,
            ..self
        }
    }

    /// The number in units of ten to `power`, with `most` decimals or as many as count.
    pub fn in_unit(self, power: u32, most: u32) -> String {
        let counting = power.saturating_sub(self.power);
        let decimals = counting.min(most);
        // Fewer decimals than count are rounded from the exact amount, and not twice.
        let amount = if counting > most {
            self.exact
        } else {
            self.units * 1000
        };
        let step = 10u128.pow(power - decimals + 3);
        decimal((amount + step / 2) / step, decimals, true)
    }
}

/// Whether an amount is negative.
pub(crate) fn is_negative(amount: StatedAmount) -> bool {
    amount.value < Amount::ZERO
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
        let said = |amount, power, most| {
            let rounded = rounded(amount);
            (rounded.in_unit(power, most), rounded.is_about)
        };
        let september = amount(145_820_000, 145_815_000, 145_830_000);
        assert_eq!(said(september, 6, 1), ("145.8".to_owned(), false));
        assert_eq!(said(september, 8, 3), ("1.458".to_owned(), false));
        // 1.0 billion, as printed, may be anything from 950 million to 1.05 billion.
        let coarse = amount(1_000_000_000, 950_000_000, 1_050_000_000);
        assert_eq!(said(coarse, 9, 2), ("1.0".to_owned(), false));
        // Both ends round to 3 billion, which is 8 % off.
        let december = amount(3_250_000_000, 3_247_000_000, 3_253_000_000);
        assert_eq!(said(december, 9, 2), ("3.25".to_owned(), false));
        // 142 to 163 million are 1.5亿, not 2亿.
        let wide = amount(152_000_000, 142_000_000, 163_000_000);
        assert_eq!(said(wide, 6, 1), ("150".to_owned(), true));
        assert_eq!(said(wide, 8, 3), ("1.5".to_owned(), true));
        let narrow = amount(149_000_000, 146_300_000, 151_300_000);
        assert_eq!(said(narrow, 6, 1), ("149".to_owned(), true));
        // As printed: 1.5 hundred million.
        let padded = amount(150_000_000, 145_000_000, 155_000_000);
        assert_eq!(said(padded, 6, 1), ("150".to_owned(), true));
        assert_eq!(
            said(amount(2_925, 2_925, 2_925), 0, 0),
            ("2,925".to_owned(), false)
        );
        assert_eq!(said(amount(0, 0, 0), 0, 0), ("0".to_owned(), false));
    }

    #[test]
    fn no_zero_of_ten_thousands_passes_for_a_digit() {
        let said = |value: i64, low: i64, high: i64| {
            let rounded = rounded_by_ten_thousands(StatedAmount {
                value: Amount::units(value),
                interval: Interval {
                    low: Amount::units(low),
                    high: Amount::units(high),
                },
            });
            (rounded.units, rounded.is_about)
        };
        // 145.82 million as printed, perhaps cut off there: 1억 4,582만.
        let september = said(145_820_000, 145_815_000, 145_830_000);
        assert_eq!(september, (145_820_000, false));
        // A balance of two such figures is about 1억 2,050만.
        let balance = said(120_520_000, 120_505_000, 120_535_000);
        assert_eq!(balance, (120_500_000, true));
        // Known to the 만.
        assert_eq!(
            said(68_874_000, 68_873_000, 68_874_500),
            (68_870_000, false)
        );
        // 18.0 billion printed is about 180억, and 2.5 billion is 25억.
        let coarse = said(17_800_000_000, 17_700_000_000, 17_900_000_000);
        assert_eq!(coarse, (18_000_000_000, true));
        let billions = said(2_504_000_000, 2_499_000_000, 2_549_000_000);
        assert_eq!(billions, (2_500_000_000, false));
    }
}
