//! Bounds on the share of some goods in a total, from known components.
//!
//! Source: docs/definitions.md, "Sanctions", coverage.

use crate::trade::{Amount, Goods, Interval, Membership, Ratio};
use std::sync::Arc;

/// How far measures cover a component.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BanCover {
    /// Completely.
    Covered,
    /// Not at all.
    Free,
    /// Perhaps in part: its code is broader than the measure, or it is disputed.
    Open,
}

/// The goods that measures certainly cover, and those that they may cover.
#[derive(Clone, Debug)]
pub struct CoveredGoods {
    certain: Option<Goods>,
    possible: Option<Goods>,
}

impl CoveredGoods {
    /// The goods under these prefixes; `disputed` ones may or may not be covered.
    pub fn new(certain: Vec<Arc<str>>, disputed: Vec<Arc<str>>) -> CoveredGoods {
        let goods = |prefixes: Vec<Arc<str>>| {
            let is_any = !prefixes.is_empty();
            is_any.then(|| Goods::under(prefixes, Vec::new()))
        };
        let possible = certain.iter().chain(&disputed).cloned().collect();
        CoveredGoods {
            certain: goods(certain),
            possible: goods(possible),
        }
    }

    /// How far a code is covered. Codes under no prefix are not.
    pub fn cover(&self, code: &str) -> BanCover {
        let fits =
            |goods: &Option<Goods>| goods.as_ref().map_or(Membership::Out, |one| one.fits(code));
        match (fits(&self.certain), fits(&self.possible)) {
            (Membership::In, _) => BanCover::Covered,
            (_, Membership::Out) => BanCover::Free,
            _ => BanCover::Open,
        }
    }

    /// How far goods with several codes are covered: all alike, or open.
    pub fn cover_of(&self, codes: &[Arc<str>]) -> BanCover {
        let mut covers = codes.iter().map(|code| self.cover(code));
        match covers.next() {
            Some(first) if covers.all(|one| one == first) => first,
            _ => BanCover::Open,
        }
    }
}

/// Bounds on the covered part of a total.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bounds {
    /// The lowest and highest amount covered.
    pub covered: Interval,
    /// The lowest and highest amount not covered; `None` if only the total is known.
    pub rest: Option<Interval>,
    /// The total.
    pub total: Interval,
}

impl Bounds {
    /// The bounds from the amounts known to be covered and known to be free, both lower bounds.
    pub fn new(total: Interval, covered: Amount, free: Amount) -> Bounds {
        let most = (total.high - free).max(covered);
        Bounds {
            covered: Interval {
                low: covered,
                high: most,
            },
            rest: None,
            total,
        }
    }

    /// The lowest share; `None` if the total is zero.
    pub fn low(&self) -> Option<Ratio> {
        let total = match self.rest {
            Some(rest) => self.covered.low + rest.high,
            None => self.total.high,
        };
        Ratio::new(self.covered.low.0, total.0)
    }

    /// The highest share; `None` if the total is zero.
    pub fn high(&self) -> Option<Ratio> {
        if let Some(rest) = self.rest {
            return Ratio::new(self.covered.high.0, (self.covered.high + rest.low).0);
        }
        // Everything that is not free counts; the share is highest where the total is.
        Ratio::new(
            self.covered.high.0.min(self.total.high.0),
            self.total.high.0,
        )
    }
}

/// The codes of a component, and a lower bound of its amount.
pub type Part<'p> = (&'p [Arc<str>], Amount);

/// The largest sum of disjoint components, of two ways to choose them: broad codes first, or narrow
/// codes first. Any such sum is a lower bound.
pub fn disjoint_sum(parts: &[Part<'_>]) -> Amount {
    let digits = |part: &Part<'_>| part.0.iter().map(|code| code.len()).min().unwrap_or(0);
    let sum = |mut order: Vec<Part<'_>>, coarse_first: bool| {
        order.sort_by_key(|part| {
            let depth = digits(part) as i64;
            let depth = if coarse_first { depth } else { -depth };
            (depth, std::cmp::Reverse(part.1))
        });
        let mut taken: Vec<Part<'_>> = Vec::new();
        for part in order {
            if taken.iter().all(|other| !overlap(part.0, other.0)) {
                taken.push(part);
            }
        }
        taken.iter().fold(Amount::ZERO, |sum, part| sum + part.1)
    };
    sum(parts.to_vec(), true).max(sum(parts.to_vec(), false))
}

/// Whether two components share a code.
fn overlap(one: &[Arc<str>], other: &[Arc<str>]) -> bool {
    one.iter().any(|code| {
        let mut others = other.iter();
        others.any(|own| own.starts_with(&**code) || code.starts_with(&**own))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<Arc<str>> {
        text.split_whitespace().map(Arc::from).collect()
    }

    #[test]
    fn a_code_is_covered_free_or_open() {
        let covered = CoveredGoods::new(codes("2701 84"), codes("7202"));
        for (code, cover) in [
            ("27011100", BanCover::Covered),
            ("8471", BanCover::Covered),
            ("27", BanCover::Open),
            ("2716", BanCover::Free),
            ("72022100", BanCover::Open),
            ("72", BanCover::Open),
            ("7201", BanCover::Free),
            ("", BanCover::Open),
        ] {
            assert_eq!(covered.cover(code), cover, "{code}");
        }
        assert_eq!(covered.cover_of(&codes("2701 84")), BanCover::Covered);
        assert_eq!(covered.cover_of(&codes("2701 03")), BanCover::Open);
        assert_eq!(covered.cover_of(&codes("03 08")), BanCover::Free);
        let nothing = CoveredGoods::new(Vec::new(), Vec::new());
        for code in ["27", "", "27011100"] {
            assert_eq!(nothing.cover(code), BanCover::Free, "{code}");
        }
    }

    #[test]
    fn a_part_inside_another_counts_once() {
        let amount = Amount::units;
        let parts = [
            codes("03"),
            codes("0307"),
            codes("0306"),
            codes("2608 79"),
            codes("79"),
        ];
        let part = |at: usize, units| (&parts[at][..], amount(units));
        // The chapter, or its headings if they add up to more.
        assert_eq!(
            disjoint_sum(&[part(0, 10), part(1, 6), part(2, 3)]),
            amount(10)
        );
        assert_eq!(
            disjoint_sum(&[part(0, 10), part(1, 8), part(2, 7)]),
            amount(15)
        );
        assert_eq!(disjoint_sum(&[part(3, 5), part(4, 4)]), amount(5));
        assert_eq!(disjoint_sum(&[]), Amount::ZERO);
    }

    #[test]
    fn shares_are_of_the_largest_total() {
        let total = Interval {
            low: Amount::units(90),
            high: Amount::units(100),
        };
        let bounds = Bounds::new(total, Amount::units(40), Amount::units(10));
        assert_eq!(bounds.low().unwrap().percent(1), 400);
        assert_eq!(bounds.high().unwrap().percent(1), 900);
        assert_eq!(
            Bounds::new(Interval::exact(Amount::ZERO), Amount::ZERO, Amount::ZERO).low(),
            None
        );
    }
}
