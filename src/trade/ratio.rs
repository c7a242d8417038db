//! Exact ratios.

use super::Amount;
use crate::trade::rounding::round_half_away;
use std::cmp::Ordering;

/// An exact ratio, rounded only when printed. The denominator is always positive.
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    numerator: i128,
    denominator: i128,
}

impl Ratio {
    /// The change from `base` to `value` as a share of `base`; `None` unless the base is above
    /// zero.
    pub fn change(value: Amount, base: Amount) -> Option<Ratio> {
        (base.0 > 0).then(|| Ratio {
            numerator: value.0 - base.0,
            denominator: base.0,
        })
    }

    /// The change from one unit value to another, each a value over a quantity; `None` unless all
    /// but the later value are above zero, or if the products are too large.
    pub fn change_of_quotients(value: (Amount, Amount), base: (Amount, Amount)) -> Option<Ratio> {
        let ((value, quantity), (base, base_quantity)) = (value, base);
        if quantity.0 <= 0 || base.0 <= 0 || base_quantity.0 <= 0 {
            return None;
        }
        let now = value.0.checked_mul(base_quantity.0)?;
        let before = base.0.checked_mul(quantity.0)?;
        Ratio::new(now.checked_sub(before)?, before)
    }

    /// `numerator / denominator`; `None` unless the denominator is positive.
    pub fn new(numerator: i128, denominator: i128) -> Option<Ratio> {
        (denominator > 0).then_some(Ratio {
            numerator,
            denominator,
        })
    }

    /// A whole number as a ratio.
    pub fn whole(number: i128) -> Ratio {
        Ratio {
            numerator: number,
            denominator: 1,
        }
    }

    /// The ratio in percent, rounded half away from zero to `decimals` (at most 6), as an integer
    /// of all digits: -0.379046 with 1 decimal is `-379`, that is −37.9 %.
    pub fn percent(self, decimals: u32) -> i128 {
        let scale = 100 * 10i128.pow(decimals.min(6));
        match self.numerator.checked_mul(scale) {
            Some(product) => round_half_away(product, self.denominator),
            None => self.divided_digit_by_digit(scale),
        }
    }

    /// The ratio in percent as [`Ratio::percent`] gives it, but rounded down.
    pub fn percent_down(self, decimals: u32) -> i128 {
        let nearest = self.percent(decimals);
        nearest - i128::from(Ratio::of_percent(nearest, decimals) > self)
    }

    /// The ratio in percent as [`Ratio::percent`] gives it, but rounded up.
    pub fn percent_up(self, decimals: u32) -> i128 {
        let nearest = self.percent(decimals);
        nearest + i128::from(Ratio::of_percent(nearest, decimals) < self)
    }

    fn of_percent(digits: i128, decimals: u32) -> Ratio {
        Ratio {
            numerator: digits,
            denominator: 100 * 10i128.pow(decimals.min(6)),
        }
    }

    /// The ratio times a power of ten, rounded half away from zero, for products that overflow
    /// i128. Long division, so it is exact too; a result beyond i128 saturates.
    fn divided_digit_by_digit(self, scale: i128) -> i128 {
        let sign = self.numerator.signum();
        let (numerator, denominator) = (
            self.numerator.unsigned_abs(),
            self.denominator.unsigned_abs(),
        );
        let (mut quotient, mut rest) = (numerator / denominator, numerator % denominator);
        let mut left = scale.unsigned_abs();
        while left > 1 {
            left /= 10;
            // Ten times the remainder, and how often the denominator goes into it.
            let mut digit = 0;
            let mut tenfold = 0u128;
            for _ in 0..10 {
                tenfold = match tenfold.checked_add(rest) {
                    Some(sum) if sum >= denominator => {
                        digit += 1;
                        sum - denominator
                    }
                    Some(sum) => sum,
                    None => tenfold,
                };
            }
            rest = tenfold;
            quotient = quotient.saturating_mul(10).saturating_add(digit);
        }
        if rest >= denominator - rest {
            quotient = quotient.saturating_add(1);
        }
        i128::try_from(quotient).unwrap_or(i128::MAX) * sign
    }

    /// The ratio in percent as plain text with at most `decimals`, without trailing zeros or a
    /// signed zero.
    pub fn percent_text(self, decimals: u32) -> String {
        let decimals = decimals.min(6);
        let digits = self.percent(decimals);
        let power = 10u128.pow(decimals);
        let (whole, rest) = (digits.unsigned_abs() / power, digits.unsigned_abs() % power);
        let sign = if digits < 0 { "-" } else { "" };
        let fraction = format!("{rest:0width$}", width = decimals as usize);
        let fraction = fraction.trim_end_matches('0');
        if rest == 0 {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{fraction}")
        }
    }

    /// The ratio minus one: turns a quotient into a change.
    pub fn less_one(self) -> Ratio {
        Ratio {
            numerator: self.numerator - self.denominator,
            ..self
        }
    }

    /// The ratio plus one: turns a change into a quotient.
    pub fn one_more(self) -> Ratio {
        Ratio {
            numerator: self.numerator + self.denominator,
            ..self
        }
    }

    /// The ratio with the opposite sign.
    pub fn negated(self) -> Ratio {
        Ratio {
            numerator: -self.numerator,
            ..self
        }
    }

    /// The difference of two ratios; rounded to a billionth if the exact one overflows.
    pub fn less(self, other: Ratio) -> Ratio {
        let exact = || {
            let own = self.numerator.checked_mul(other.denominator)?;
            let less = other.numerator.checked_mul(self.denominator)?;
            Ratio::new(
                own.checked_sub(less)?,
                self.denominator.checked_mul(other.denominator)?,
            )
        };
        exact().unwrap_or_else(|| Ratio {
            numerator: self.percent(6) - other.percent(6),
            denominator: 100_000_000,
        })
    }

    /// The sum of two ratios; `None` on overflow.
    pub fn plus(self, other: Ratio) -> Option<Ratio> {
        if self.denominator == other.denominator {
            return Some(Ratio {
                numerator: self.numerator.checked_add(other.numerator)?,
                ..self
            });
        }
        let own = self.numerator.checked_mul(other.denominator)?;
        let more = other.numerator.checked_mul(self.denominator)?;
        Ratio::new(
            own.checked_add(more)?,
            self.denominator.checked_mul(other.denominator)?,
        )
    }

    /// The quotient of two ratios; `None` on overflow, or unless the divisor is positive.
    pub fn over(self, divisor: Ratio) -> Option<Ratio> {
        if divisor.numerator <= 0 {
            return None;
        }
        Ratio::new(
            self.numerator.checked_mul(divisor.denominator)?,
            self.denominator.checked_mul(divisor.numerator)?,
        )
    }

    /// The ratio times `numerator / denominator`; `None` on overflow, or unless the denominator is
    /// positive.
    pub fn times(self, numerator: i128, denominator: i128) -> Option<Ratio> {
        Ratio::new(
            self.numerator.checked_mul(numerator)?,
            self.denominator.checked_mul(denominator)?,
        )
    }

    /// The nearest whole number, halves rounded away from zero.
    pub fn rounded(self) -> i128 {
        round_half_away(self.numerator, self.denominator)
    }

    /// Whether it is negative.
    pub fn is_below_zero(self) -> bool {
        self.numerator < 0
    }

    /// The absolute value.
    pub fn abs(self) -> Ratio {
        Ratio {
            numerator: self.numerator.abs(),
            ..self
        }
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Ratio) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ratio {}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Ratio) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Ratio) -> Ordering {
        // Amounts stay below 10^25, so cross products could overflow i128: compare whole parts
        // first.
        let (mut a, mut b) = (*self, *other);
        loop {
            let (whole_a, whole_b) = (
                a.numerator.div_euclid(a.denominator),
                b.numerator.div_euclid(b.denominator),
            );
            if whole_a != whole_b {
                return whole_a.cmp(&whole_b);
            }
            let (rest_a, rest_b) = (
                a.numerator.rem_euclid(a.denominator),
                b.numerator.rem_euclid(b.denominator),
            );
            match (rest_a, rest_b) {
                (0, 0) => return Ordering::Equal,
                (0, _) => return Ordering::Less,
                (_, 0) => return Ordering::Greater,
                // a/b < c/d exactly when d/c < b/a: continue with the inverted fractions, swapped.
                _ => {
                    let turned = Ratio {
                        numerator: a.denominator,
                        denominator: rest_a,
                    };
                    a = Ratio {
                        numerator: b.denominator,
                        denominator: rest_b,
                    };
                    b = turned;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn september_2017_imports() {
        // 145.82 / 234.8 - 1 = -0.378960817...
        let ratio = Ratio::change(Amount::units(145_820_000), Amount::units(234_800_000)).unwrap();
        assert_eq!(ratio.percent_text(6), "-37.896082");
        assert_eq!(ratio.percent(1), -379);
        assert_eq!(Ratio::new(0, 5).unwrap().percent_text(6), "0");
        assert_eq!(Ratio::new(-1, 10_000_000_000).unwrap().percent_text(6), "0");
    }

    #[test]
    fn a_product_past_the_largest_number_is_divided_all_the_same() {
        // 10^31 / 4 is 25 · 10^29: at 6 decimals of a percentage the product has 39 digits.
        let large = 10i128.pow(31);
        let ratio = Ratio::new(large, 4 * 10i128.pow(30)).unwrap();
        assert_eq!(ratio.percent_text(6), "250");
        let ratio = Ratio::new(-large, 3 * 10i128.pow(30)).unwrap();
        assert_eq!(ratio.percent_text(6), "-333.333333");
        let ratio = Ratio::new(2 * large, 3 * 10i128.pow(30)).unwrap();
        assert_eq!(ratio.percent_text(6), "666.666667");
    }

    #[test]
    fn ratios_compare_as_fractions_do() {
        let ratio = |n, d| Ratio::new(n, d).unwrap();
        assert!(ratio(1, 3) > ratio(333_333, 1_000_000));
        assert!(ratio(-1, 3) < ratio(-333_333, 1_000_000));
        assert!(ratio(2, 6) == ratio(1, 3));
    }
}
