//! Figures with their rounding, basis and release, and printed changes.

use super::{Amount, Interval, Ratio, Sign, Vintage};
use crate::trade::rounding::round_half_away;
use std::sync::Arc;

/// How a figure came about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Basis {
    /// As the office published it.
    Printed,
    /// The difference of published figures.
    Difference,
    /// Implied by a printed change.
    Implied,
    /// Summed from finer rows.
    Sum,
    /// Converted from the other currency at the rate implied by the month's totals.
    Converted,
}

impl Basis {
    /// All of them.
    pub const ALL: [Basis; 5] = [
        Basis::Printed,
        Basis::Difference,
        Basis::Implied,
        Basis::Sum,
        Basis::Converted,
    ];

    /// Its name in machine columns.
    pub fn name(self) -> &'static str {
        match self {
            Basis::Printed => "printed",
            Basis::Difference => "difference",
            Basis::Implied => "implied",
            Basis::Sum => "sum",
            Basis::Converted => "converted",
        }
    }
}

/// A value with its rounding interval, basis, release date and source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Figure {
    /// The value, exact to a thousandth of the currency unit.
    pub value: Amount,
    /// The interval that the rounding of the published text leaves.
    pub interval: Interval,
    /// How it came about.
    pub basis: Basis,
    /// The release date, if known.
    pub released: Option<Vintage>,
    /// The publisher, or the file it was read from.
    pub source: Arc<str>,
}

impl Figure {
    /// Whether it is zero for certain, and not only after rounding.
    pub fn is_nothing(&self) -> bool {
        self.value == Amount::ZERO && self.interval.is_exact()
    }

    /// Zero trade, for certain.
    pub fn nothing() -> Figure {
        Figure {
            value: Amount::ZERO,
            interval: Interval::exact(Amount::ZERO),
            basis: Basis::Sum,
            released: None,
            source: "".into(),
        }
    }

    /// The sum of two figures, with the sum of their intervals.
    pub fn with(&self, other: &Figure) -> Figure {
        Figure {
            value: self.value + other.value,
            interval: self.interval + other.interval,
            basis: Basis::Sum,
            released: self.released.max(other.released),
            source: match self.source.is_empty() {
                true => other.source.clone(),
                false => self.source.clone(),
            },
        }
    }
}

/// A year-over-year change as printed by a publisher.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PrintedChange {
    /// In percent, with the printed decimals.
    pub percent: super::Printed,
    /// The release date, if known.
    pub released: Option<Vintage>,
    /// The publisher.
    pub source: Arc<str>,
    /// The note of the input on it, verbatim; empty if there is none.
    pub note: Arc<str>,
}

impl PrintedChange {
    /// The change as a share of its base: −37.9 % is −0.379.
    pub fn ratio(&self) -> Ratio {
        let scale = 100 * 10i128.pow(self.percent.decimals.min(30));
        Ratio::new(self.percent.digits, scale).unwrap_or(Ratio::whole(0))
    }

    /// The change at both ends of its rounding interval, as shares of the base; the upper end is
    /// excluded.
    pub fn ends(&self) -> [Ratio; 2] {
        // Doubled, so that half a digit is a whole number.
        let scale = 200 * 10i128.pow(self.percent.decimals.min(30));
        let end = |half: i128| Ratio::new(2 * self.percent.digits + half, scale);
        [end(-1), end(1)].map(|end| end.unwrap_or(Ratio::whole(0)))
    }

    /// Whether the note says that it compares a preliminary value, since replaced.
    pub fn is_of_preliminary(&self) -> bool {
        [
            "preliminary value",
            "provisional value",
            "preliminary figure",
        ]
        .iter()
        .any(|words| self.note.contains(words))
    }

    /// Its direction; a change printed as zero may be a rise or a fall.
    pub fn sign(&self) -> Sign {
        match self.percent.digits.signum() {
            -1 => Sign::Fall,
            1 => Sign::Rise,
            _ => Sign::Uncertain,
        }
    }

    /// The interval of bases consistent with `figure` and this change printed together; `None` if
    /// the change may be −100 % or below within its rounding, which implies no base.
    ///
    /// Source: docs/definitions.md, "A printed change is data".
    pub fn implied_base(&self, figure: Interval) -> Option<Interval> {
        // 1 + p/100 as a fraction over `scale`, doubled so that half a digit is a whole number.
        let scale = 10i128.checked_pow(self.percent.decimals)?.checked_mul(2)?;
        let whole = scale.checked_mul(100)?;
        let doubled = self.percent.digits.checked_mul(2)?;
        let share = |half: i128| {
            let part = whole.checked_add(doubled)?.checked_add(half)?;
            (part > 0).then_some(part)
        };
        let (least, most) = (share(-1)?, share(1)?);
        let base = |amount: Amount, part: i128| -> Option<i128> {
            amount.0.checked_mul(whole).map(|product| product / part)
        };
        if figure.high <= Amount::ZERO {
            // Zero is not a share of anything.
            return None;
        }
        let low = base(figure.low.max(Amount::ZERO), most)?;
        let high = base(figure.high, least)? + 1;
        Some(Interval {
            low: Amount(low),
            high: Amount(high),
        })
    }

    /// The base of `value` if the change is taken as exact.
    pub fn base_of(&self, value: Amount) -> Option<Amount> {
        let scale = 10i128.checked_pow(self.percent.decimals)?;
        let whole = scale.checked_mul(100)?;
        let part = whole.checked_add(self.percent.digits)?;
        let part = Some(part).filter(|part| *part > 0)?;
        value
            .0
            .checked_mul(whole)
            .map(|product| Amount(round_half_away(product, part)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::{Printed, Unit};

    #[test]
    fn a_value_and_its_change_tell_the_base() {
        // 14582 (cut, so 14581.5 to 14583) ten thousand dollars at -37.9 %: published.csv has
        // 234.61 to 235.02 million for September 2016.
        let unit = Unit { power: 4 };
        let end = |text| Printed::read(text).unwrap().amount(unit).unwrap();
        let change = PrintedChange {
            percent: Printed::read("-37.9").unwrap(),
            released: None,
            source: "".into(),
            note: "".into(),
        };
        let base = change
            .implied_base(Interval {
                low: end("14581.5"),
                high: end("14583"),
            })
            .unwrap();
        assert_eq!(
            (base.low.0 / 10_000_000, base.high.0 / 10_000_000),
            (23_461, 23_502)
        );
    }

    #[test]
    fn a_fall_of_all_implies_no_base() {
        let change = PrintedChange {
            percent: Printed::read("-100").unwrap(),
            released: None,
            source: "".into(),
            note: "".into(),
        };
        assert_eq!(change.implied_base(Interval::exact(Amount::ZERO)), None);
    }
}
