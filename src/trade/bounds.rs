//! Ranges in which a true figure may lie, and statements that are judged by them.

use super::{Amount, Interval, Ratio};

/// The range in which the true figure may lie. An end that is `None` is unbounded; an end that is
/// not reached is itself impossible.
///
/// The numbers can measure anything that is compared (a share of the base, thousandths of a
/// currency unit, months), as long as both sides of a comparison measure the same.
///
/// Source: docs/definitions.md, "A published figure and its rounding".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bounds {
    low: Option<Ratio>,
    low_reached: bool,
    high: Option<Ratio>,
    high_reached: bool,
}

/// What is known about a statement.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Truth {
    /// True for every possible value.
    True,
    /// False for every possible value.
    False,
    /// True for some possible values only, or nothing is known.
    CannotTell,
}

impl Truth {
    /// Its name in machine columns.
    pub fn name(self) -> &'static str {
        match self {
            Truth::True => "true",
            Truth::False => "false",
            Truth::CannotTell => "cannot_tell",
        }
    }

    /// The truth of both statements together.
    pub fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::False, _) | (_, Truth::False) => Truth::False,
            (Truth::True, Truth::True) => Truth::True,
            _ => Truth::CannotTell,
        }
    }
}

impl Bounds {
    /// From `low` to `high`, both included; `None` means unbounded.
    pub fn closed(low: Option<Ratio>, high: Option<Ratio>) -> Bounds {
        Bounds {
            low,
            low_reached: true,
            high,
            high_reached: true,
        }
    }

    /// From `low`, included, to `high`, excluded.
    pub fn half_open(low: Ratio, high: Ratio) -> Bounds {
        Bounds {
            high_reached: low == high,
            ..Bounds::closed(Some(low), Some(high))
        }
    }

    /// Above `low`, which is excluded.
    pub fn above(low: Ratio) -> Bounds {
        Bounds {
            low_reached: false,
            ..Bounds::closed(Some(low), None)
        }
    }

    /// Below `high`, which is excluded.
    pub fn below(high: Ratio) -> Bounds {
        Bounds {
            high_reached: false,
            ..Bounds::closed(None, Some(high))
        }
    }

    /// The bounds of an amount: the upper end is included only if it equals the lower one.
    pub fn of_amount(amount: Interval) -> Bounds {
        Bounds::half_open(Ratio::whole(amount.low.0), Ratio::whole(amount.high.0))
    }

    /// The bounds of `value / base`: the lowest value over the highest base, and vice versa.
    pub fn of_quotient(value: Interval, base: Interval) -> Bounds {
        // For a negative value a larger base raises the quotient.
        let negative = |end: Amount| end.0 < 0;
        let (under_low, under_high) = (
            if negative(value.low) {
                base.low
            } else {
                base.high
            },
            if negative(value.high) {
                base.high
            } else {
                base.low
            },
        );
        Bounds {
            // Intervals include their lower end, and their upper end only if they are exact. A
            // quotient reaches its end if both ends that it is made of are included; zero over any
            // base is zero.
            low: Ratio::new(value.low.0, under_low.0),
            low_reached: value.low.0 <= 0 || base.is_exact(),
            high: Ratio::new(value.high.0, under_high.0),
            high_reached: value.is_exact() && (value.high.0 >= 0 || base.is_exact()),
        }
    }

    /// The bounds of `value / base − 1`, a change as a share of its base.
    pub fn of_change(value: Interval, base: Interval) -> Bounds {
        let quotient = Bounds::of_quotient(value, base);
        Bounds {
            low: quotient.low.map(Ratio::less_one),
            high: quotient.high.map(Ratio::less_one),
            ..quotient
        }
    }

    /// The lower end; `None` if unbounded.
    pub fn low(self) -> Option<Ratio> {
        self.low
    }

    /// The upper end; `None` if unbounded.
    pub fn high(self) -> Option<Ratio> {
        self.high
    }

    /// Whether only one value is possible.
    #[cfg(test)]
    pub fn is_exact(self) -> bool {
        self.low.is_some() && self.low == self.high
    }

    /// The bounds plus one: turns a change into a quotient.
    pub fn one_more(self) -> Bounds {
        Bounds {
            low: self.low.map(Ratio::one_more),
            high: self.high.map(Ratio::one_more),
            ..self
        }
    }

    /// The bounds with the opposite sign.
    pub fn negated(self) -> Bounds {
        Bounds {
            low: self.high.map(Ratio::negated),
            low_reached: self.high_reached,
            high: self.low.map(Ratio::negated),
            high_reached: self.low_reached,
        }
    }

    /// The bounds of the sum of two figures; `None` if a number overflows.
    pub fn plus(self, other: Bounds) -> Option<Bounds> {
        let sum = |one: Option<Ratio>, other: Option<Ratio>| match (one, other) {
            (Some(one), Some(other)) => one.plus(other).map(Some),
            _ => Some(None),
        };
        Some(Bounds {
            low: sum(self.low, other.low)?,
            low_reached: self.low_reached && other.low_reached,
            high: sum(self.high, other.high)?,
            high_reached: self.high_reached && other.high_reached,
        })
    }

    /// The bounds times `numerator / denominator`, both above zero; `None` if a number overflows.
    pub fn scaled(self, numerator: i128, denominator: i128) -> Option<Bounds> {
        let scale = |end: Option<Ratio>| match end {
            Some(end) => end.times(numerator, denominator).map(Some),
            None => Some(None),
        };
        Some(Bounds {
            low: scale(self.low)?,
            high: scale(self.high)?,
            ..self
        })
    }

    /// The intersection; `None` if the two are disjoint.
    pub fn within(self, other: Bounds) -> Option<Bounds> {
        if self.is_below(other) || other.is_below(self) {
            return None;
        }
        let low = match (self.low, other.low) {
            (Some(a), Some(b)) if a == b => (Some(a), self.low_reached && other.low_reached),
            (Some(a), Some(b)) if a < b => (Some(b), other.low_reached),
            (Some(a), _) => (Some(a), self.low_reached),
            (None, b) => (b, other.low_reached),
        };
        let high = match (self.high, other.high) {
            (Some(a), Some(b)) if a == b => (Some(a), self.high_reached && other.high_reached),
            (Some(a), Some(b)) if a > b => (Some(b), other.high_reached),
            (Some(a), _) => (Some(a), self.high_reached),
            (None, b) => (b, other.high_reached),
        };
        Some(Bounds {
            low: low.0,
            low_reached: low.1,
            high: high.0,
            high_reached: high.1,
        })
    }

    /// Whether every value of `self` lies in `other`.
    pub fn is_inside(self, other: Bounds) -> bool {
        let low = match (self.low, other.low) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(own), Some(end)) => {
                own > end || own == end && (other.low_reached || !self.low_reached)
            }
        };
        let high = match (self.high, other.high) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(own), Some(end)) => {
                own < end || own == end && (other.high_reached || !self.high_reached)
            }
        };
        low && high
    }

    /// Whether every value of `self` is below every value of `other`.
    pub fn is_below(self, other: Bounds) -> bool {
        let (Some(high), Some(low)) = (self.high, other.low) else {
            return false;
        };
        high < low || (high == low && !(self.high_reached && other.low_reached))
    }

    /// Whether no value of `self` exceeds any value of `other`.
    pub fn is_at_most(self, other: Bounds) -> bool {
        matches!((self.high, other.low), (Some(high), Some(low)) if high <= low)
    }

    /// Whether a statement that allows the values in `self` is true of a figure known to lie in
    /// `known`: true if all of `known` is allowed, false if the two are disjoint.
    pub fn holds_of(self, known: Bounds) -> Truth {
        if known.is_inside(self) {
            Truth::True
        } else if known.is_below(self) || self.is_below(known) {
            Truth::False
        } else {
            Truth::CannotTell
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn whole(low: i128, high: i128) -> Bounds {
        Bounds::half_open(Ratio::whole(low), Ratio::whole(high))
    }

    #[test]
    fn true_inside_false_apart_and_open_where_they_overlap_in_part() {
        let claim = whole(10, 20);
        assert_eq!(claim.holds_of(whole(10, 20)), Truth::True);
        assert_eq!(claim.holds_of(whole(12, 13)), Truth::True);
        assert_eq!(claim.holds_of(whole(20, 21)), Truth::False);
        assert_eq!(claim.holds_of(whole(0, 10)), Truth::False);
        assert_eq!(claim.holds_of(whole(19, 21)), Truth::CannotTell);
        // 20 itself is not in [10, 20).
        assert_eq!(claim.holds_of(whole(20, 20)), Truth::False);
        assert_eq!(
            Bounds::closed(Some(Ratio::whole(10)), Some(Ratio::whole(20))).holds_of(whole(20, 20)),
            Truth::True
        );
        assert_eq!(
            Bounds::above(Ratio::whole(2)).holds_of(whole(2, 3)),
            Truth::CannotTell
        );
    }

    #[test]
    fn a_change_carries_the_rounding_of_both_its_figures() {
        // 28.78 against 20.92 million: +37.51 to +37.63 %, worked by hand from
        // 28.775/20.925 = 1.375149 and 28.785/20.915 = 1.376285.
        let of = |hundredths: i64| Interval {
            low: Amount::units(hundredths * 10_000 - 5_000),
            high: Amount::units(hundredths * 10_000 + 5_000),
        };
        let change = Bounds::of_change(of(2878), of(2092));
        let text = |end: Option<Ratio>| end.map(|end| end.percent_text(4));
        assert_eq!(text(change.low()).as_deref(), Some("37.5149"));
        assert_eq!(text(change.high()).as_deref(), Some("37.6285"));
    }

    fn interval(low: i64, width: i64) -> Interval {
        Interval {
            low: Amount(low.into()),
            high: Amount((low + width).into()),
        }
    }

    fn bounds() -> impl Strategy<Value = Bounds> {
        (-30i128..30, 0i128..20).prop_map(|(low, width)| whole(low, low + width))
    }

    /// Whether a whole number lies within the bounds. It is given doubled, so that halves can be
    /// tried too.
    fn holds(bounds: Bounds, doubled: i128) -> bool {
        let point = Ratio::new(doubled, 2).expect("two is above zero");
        Bounds::closed(Some(point), Some(point)).is_inside(bounds)
    }

    proptest! {
        #[test]
        fn never_true_where_a_value_lies_outside_and_never_false_where_one_lies_inside(
            claim in bounds(), known in bounds(), doubled in -70i128..110
        ) {
            let truth = claim.holds_of(known);
            if holds(known, doubled) {
                prop_assert!(truth != Truth::True || holds(claim, doubled));
                prop_assert!(truth != Truth::False || !holds(claim, doubled));
            }
        }

        #[test]
        fn wider_inputs_never_turn_what_cannot_be_told_into_false(
            claim in bounds(), known in bounds(), less in 0i128..9, more in 0i128..9
        ) {
            let (low, high) = (known.low().expect("an end"), known.high().expect("an end"));
            let low = low.percent(0) / 100;
            let high = high.percent(0) / 100;
            let wider = whole(low - less, high + more);
            if claim.holds_of(known) == Truth::CannotTell {
                prop_assert_eq!(claim.holds_of(wider), Truth::CannotTell);
            }
            if claim.holds_of(wider) != Truth::CannotTell && !known.is_exact() {
                prop_assert_eq!(claim.holds_of(known), claim.holds_of(wider));
            }
        }

        #[test]
        fn what_lies_in_both_is_what_each_holds(
            one in bounds(), other in bounds(), doubled in -70i128..110
        ) {
            let both = holds(one, doubled) && holds(other, doubled);
            let within = one.within(other).is_some_and(|within| holds(within, doubled));
            prop_assert_eq!(both, within);
        }

        #[test]
        fn a_quotient_stays_in_its_bounds_and_comes_close_to_them(
            value in -6i64..6, width in 0i64..4, base in 1i64..6, base_width in 0i64..4,
        ) {
            let bounds = Bounds::of_quotient(interval(value, width), interval(base, base_width));
            // Tenths between the ends, without the upper end if the two differ.
            let steps = |low: i64, width: i64| (0..(10 * width).max(1)).map(move |step| 10 * low + step);
            let quotients: Vec<Ratio> = steps(value, width)
                .flat_map(|v| steps(base, base_width).map(move |b| (v, b)))
                .map(|(v, b)| Ratio::new(v.into(), b.into()).unwrap())
                .collect();
            let (low, high) = (bounds.low.unwrap(), bounds.high.unwrap());
            let (least, most) = (quotients.iter().min().unwrap(), quotients.iter().max().unwrap());
            prop_assert!(*least > low || (*least == low && bounds.low_reached));
            prop_assert!(*most < high || (*most == high && bounds.high_reached));
            prop_assert!(!bounds.low_reached || *least == low);
            prop_assert!(!bounds.high_reached || *most == high);
        }
    }
}
