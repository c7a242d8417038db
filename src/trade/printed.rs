//! Numbers as printed, with the rounding that their digits imply.

use super::{Amount, Interval};
use crate::trade::rounding::round_half_away;

/// The unit in which a table states its amounts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unit {
    /// The power of ten: 0 for units, 3 for thousands, 4 for 万, 6 for millions, 8 for 亿.
    pub power: u32,
}

impl Unit {
    /// One unit of the currency.
    pub const ONE: Unit = Unit { power: 0 };
}

/// A number as printed: its digits, and how many of them are decimals.
///
/// Published figures are read as text, because trailing zeros show how they were rounded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Printed {
    /// All digits as one signed integer: `-37.90` is -3790.
    pub digits: i128,
    /// The number of decimals: `-37.90` has 2.
    pub decimals: u32,
}

/// Why a text cannot be read as a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PrintedError {
    /// Not in the form of a number.
    NotANumber,
    /// More than a hundred trillion units of the currency.
    TooLarge,
    /// More than 30 digits.
    TooLong,
}

impl Printed {
    /// Parses digits with an optional sign, well-placed thousands commas and an optional decimal
    /// part.
    ///
    /// # Errors
    /// [`PrintedError`] for anything else, including `NaN`, `inf`, `1e6` and `1,23`.
    pub fn read(text: &str) -> Result<Printed, PrintedError> {
        if let Some(plain) = Printed::of_plain_digits(text) {
            return Ok(plain);
        }
        let (negative, body) = match text.strip_prefix(['-', '−']) {
            Some(body) => (true, body),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = body.split_once('.').unwrap_or((body, ""));
        let well_formed = !whole.is_empty()
            && (body.len() == whole.len() || !fraction.is_empty())
            && fraction.bytes().all(|byte| byte.is_ascii_digit())
            && whole
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b',')
            && commas_group_threes(whole);
        if !well_formed {
            return Err(PrintedError::NotANumber);
        }
        let digits = whole.bytes().chain(fraction.bytes());
        let digits = digits.filter(|byte| *byte != b',');
        let significant = digits.skip_while(|byte| *byte == b'0');
        if significant.clone().count() > 30 || fraction.len() > 24 {
            return Err(PrintedError::TooLong);
        }
        // Thirty digits fit into 128 bits.
        let size = significant.fold(0, |size: i128, digit| size * 10 + i128::from(digit - b'0'));
        Ok(Printed {
            digits: if negative { -size } else { size },
            decimals: fraction.len() as u32,
        })
    }

    /// Digits with at most one point between them, as most numbers are; `None` for any other text, and
    /// for more digits than 64 bits hold.
    fn of_plain_digits(text: &str) -> Option<Printed> {
        if text.is_empty() || text.len() > 18 {
            return None;
        }
        let mut digits: i64 = 0;
        let mut point = None;
        for (at, byte) in text.bytes().enumerate() {
            match byte {
                b'0'..=b'9' => digits = digits * 10 + i64::from(byte - b'0'),
                b'.' if point.is_none() && at > 0 && at + 1 < text.len() => point = Some(at),
                _ => return None,
            }
        }
        Some(Printed {
            digits: i128::from(digits),
            decimals: point.map_or(0, |at| text.len() - at - 1) as u32,
        })
    }

    /// The amount, if the number is in `unit`; digits beyond thousandths are rounded half away from
    /// zero.
    ///
    /// # Errors
    /// [`PrintedError::TooLarge`] above [`Amount::LARGEST`].
    pub fn amount(self, unit: Unit) -> Result<Amount, PrintedError> {
        let amount = Amount(self.scaled(unit, 1)?);
        if amount.abs() > Amount::LARGEST {
            Err(PrintedError::TooLarge)
        } else {
            Ok(amount)
        }
    }

    /// The interval that rounding to the last printed digit leaves: half a unit of that digit to
    /// either side. Numbers in whole currency units are taken as exact.
    ///
    /// # Errors
    /// As [`Printed::amount`].
    pub fn interval(self, unit: Unit) -> Result<Interval, PrintedError> {
        let value = self.amount(unit)?;
        if unit == Unit::ONE {
            return Ok(Interval::exact(value));
        }
        let half_digit = Printed {
            digits: 5,
            decimals: self.decimals + 1,
        };
        let half = Amount(half_digit.scaled(unit, 1)?);
        Ok(Interval {
            low: value - half,
            high: value + half,
        })
    }

    fn scaled(self, unit: Unit, per: i128) -> Result<i128, PrintedError> {
        let exponent = unit.power as i32 + 3 - self.decimals as i32;
        let digits = self.digits * per;
        if exponent >= 0 {
            10i128
                .checked_pow(exponent as u32)
                .and_then(|power| digits.checked_mul(power))
                .ok_or(PrintedError::TooLarge)
        } else {
            let power = 10i128
                .checked_pow(exponent.unsigned_abs())
                .ok_or(PrintedError::TooLong)?;
            Ok(round_half_away(digits, power))
        }
    }
}

fn commas_group_threes(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or("");
    let mut rest = groups.peekable();
    // `0,235` has a decimal comma.
    rest.peek().is_none()
        || (!first.starts_with('0')
            && (1..=3).contains(&first.len())
            && rest.all(|group| group.len() == 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trailing_zeros_say_how_a_figure_was_rounded() {
        // docs/definitions.md: "$145.8 million" is [145.75, 145.85) million, "$1.48 billion"
        // [1.475, 1.485).
        let million = Unit { power: 6 };
        let read = |text| Printed::read(text).unwrap().interval(million).unwrap();
        assert_eq!(
            read("145.8"),
            Interval {
                low: Amount::units(145_750_000),
                high: Amount::units(145_850_000)
            }
        );
        assert_eq!(read("145.80").width(), Amount::units(10_000));
        assert_eq!(read("1480").width(), Amount::units(1_000_000));
    }

    #[test]
    fn only_numbers_are_numbers() {
        for text in [
            "",
            "-",
            "?",
            "NaN",
            "inf",
            "1e6",
            "1,23",
            ",123",
            "12,3456",
            "1.",
            ".5",
            "1 2",
            "############",
        ] {
            assert_eq!(Printed::read(text), Err(PrintedError::NotANumber), "{text}");
        }
        assert_eq!(
            Printed::read("1,234,567.50"),
            Ok(Printed {
                digits: 123_456_750,
                decimals: 2
            })
        );
        assert_eq!(
            Printed::read("−0.1"),
            Ok(Printed {
                digits: -1,
                decimals: 1
            })
        );
    }

    #[test]
    fn an_amount_past_a_hundred_trillion_is_refused() {
        assert_eq!(
            Printed::read("100000000000001").unwrap().amount(Unit::ONE),
            Err(PrintedError::TooLarge)
        );
        assert!(
            Printed::read("100000000000000")
                .unwrap()
                .amount(Unit::ONE)
                .is_ok()
        );
    }
}
