//! Stated numbers written out again.

use super::{Precision, StatedNumber};
use std::fmt;

/// A stated number with all its digits and a magnitude word: `266.4` and 6 for `266.4 million`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    /// Whether it is below zero.
    pub is_negative: bool,
    /// The digits without a sign, with a decimal point where one is needed.
    pub digits: String,
    /// The power of ten of the magnitude word; 0 if there is none.
    pub power: usize,
}

/// The English magnitude words, with their powers of ten.
const MAGNITUDES: [(usize, &str); 3] = [(9, "billion"), (6, "million"), (3, "thousand")];

impl Written {
    /// The English magnitude word; empty if there is none.
    pub fn magnitude(&self) -> &'static str {
        let known = MAGNITUDES.iter().find(|(power, _)| *power == self.power);
        known.map_or("", |(_, word)| word)
    }
}

impl StatedNumber {
    /// The number with a magnitude word that keeps the digits as stated: `-37.9`, `1636591`,
    /// `266.4 million`.
    pub fn written(self) -> Written {
        let digits = self.digits.unsigned_abs().to_string();
        // The largest magnitude that leaves a digit before the point.
        let leading = i64::from(self.exponent) + digits.len() as i64;
        let fits = |power: &usize| self.exponent > 0 && leading > *power as i64;
        let powers = MAGNITUDES.iter().map(|(power, _)| *power);
        let power = powers.into_iter().find(fits).unwrap_or(0);
        let places = power as i64 - i64::from(self.exponent);
        let digits = match places {
            ..=0 => digits + &"0".repeat(places.unsigned_abs() as usize),
            _ => {
                let padded = format!("{digits:0>width$}", width = places as usize + 1);
                let (whole, decimals) = padded.split_at(padded.len() - places as usize);
                format!("{whole}.{decimals}")
            }
        };
        Written {
            is_negative: self.digits < 0,
            digits,
            power,
        }
    }

    /// The same number without a magnitude word: `1000`, not `1.0 thousand`. A number too large for
    /// that is returned as it is.
    pub fn in_full(self) -> StatedNumber {
        let power = 10i128.checked_pow(self.exponent.max(0).unsigned_abs());
        match power.and_then(|power| self.digits.checked_mul(power)) {
            Some(digits) if self.exponent > 0 => StatedNumber {
                digits,
                exponent: 0,
                ..self
            },
            _ => self,
        }
    }
}

impl fmt::Display for StatedNumber {
    /// As in machine columns: `-37.9`, `1636591`, `about 266.4 million`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.precision {
            Precision::Printed | Precision::Round | Precision::Multiple => {}
            Precision::About | Precision::Fraction | Precision::Steady => f.write_str("about ")?,
            Precision::Almost | Precision::AlmostFraction | Precision::AlmostMultiple => {
                f.write_str("almost ")?;
            }
            Precision::JustOver => f.write_str("just over ")?,
            Precision::MoreThan => f.write_str("more than ")?,
            Precision::AtLeast => f.write_str("at least ")?,
            Precision::LessThan => f.write_str("less than ")?,
            Precision::AtMost => f.write_str("at most ")?,
        }
        let written = self.written();
        let sign = if written.is_negative { "-" } else { "" };
        write!(f, "{sign}{}", written.digits)?;
        match written.magnitude() {
            "" => Ok(()),
            word => write!(f, " {word}"),
        }
    }
}
