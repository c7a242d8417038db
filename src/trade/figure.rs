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
    /// Worked back from a printed change.
    Implied,
    /// Added up from finer rows.
    Sum,
    /// Worked out from the other currency at the rate that the month's totals imply.
    Converted,
}

impl Basis {
    /// Every one of them.
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

/// A value with what its rounding leaves open, how it came about, when it was released, by whom.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Figure {
    /// The value, exact to a thousandth of the currency unit.
    pub value: Amount,
    /// What the rounding of the published text leaves open.
    pub interval: Interval,
    /// How it came about.
    pub basis: Basis,
    /// When it was released, where known.
    pub released: Option<Vintage>,
    /// Who published it, or the file it stands in.
    pub source: Arc<str>,
}

impl Figure {
    /// No trade, for certain.
    pub fn nothing() -> Figure {
        Figure {
            value: Amount::ZERO,
            interval: Interval::exact(Amount::ZERO),
            basis: Basis::Sum,
            released: None,
            source: "".into(),
        }
    }

    /// The sum of two figures, with the sum of what their roundings leave open.
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

/// A year-over-year change as a publisher printed it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PrintedChange {
    /// In percent, to the decimals that were printed.
    pub percent: super::Printed,
    /// When it was released, where known.
    pub released: Option<Vintage>,
    /// Who printed it.
    pub source: Arc<str>,
    /// What the input notes of it, in its own words; empty where it notes nothing.
    pub note: Arc<str>,
}

impl PrintedChange {
    /// The change as a share of its base: −37.9 % is −0.379.
    pub fn ratio(&self) -> Ratio {
        let scale = 100 * 10i128.pow(self.percent.decimals.min(30));
        Ratio::new(self.percent.digits, scale).unwrap_or(Ratio::whole(0))
    }

    /// Value over base, at the least and at the most that the rounding of the change leaves open:
    /// −37.9 % is from 0.6205 up to, but not including, 0.6215.
    pub fn quotient(&self) -> [Ratio; 2] {
        // Doubled, so that half a digit is whole.
        let scale = 200 * 10i128.pow(self.percent.decimals.min(30));
        let end = |half: i128| {
            let numerator = scale + 2 * self.percent.digits + half;
            Ratio::new(numerator, scale).unwrap_or(Ratio::whole(1))
        };
        [end(-1), end(1)]
    }

    /// The change at the least and at the most, as shares of the base; the most is not itself
    /// possible.
    pub fn ends(&self) -> [Ratio; 2] {
        let scale = 200 * 10i128.pow(self.percent.decimals.min(30));
        let end = |half: i128| Ratio::new(2 * self.percent.digits + half, scale);
        [end(-1), end(1)].map(|end| end.unwrap_or(Ratio::whole(0)))
    }

    /// Whether the input notes that it was the change of a preliminary value, which was replaced.
    pub fn is_of_preliminary(&self) -> bool {
        [
            "preliminary value",
            "provisional value",
            "preliminary figure",
        ]
        .iter()
        .any(|words| self.note.contains(words))
    }

    /// Which way it goes; a change published as zero may have been either.
    pub fn sign(&self) -> Sign {
        match self.percent.digits.signum() {
            -1 => Sign::Fall,
            1 => Sign::Rise,
            _ => Sign::Uncertain,
        }
    }

    /// The bases that `figure` and this change, printed together, leave possible;
    /// `None` when the change is −100 % or below within its rounding, which implies no base.
    ///
    /// Source: docs/definitions.md, "A printed change is data".
    pub fn implied_base(&self, figure: Interval) -> Option<Interval> {
        // 1 + p/100 as a fraction over `scale`, doubled so that half a digit is whole.
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
            // Nothing is any share of nothing.
            return None;
        }
        let low = base(figure.low.max(Amount::ZERO), most)?;
        let high = base(figure.high, least)? + 1;
        Some(Interval {
            low: Amount(low),
            high: Amount(high),
        })
    }

    /// The base that the change, taken as exact, gives for `value`.
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
