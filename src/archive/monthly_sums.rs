//! Sums by key and month.

use std::collections::HashMap;
use std::sync::Arc;

/// What sums are told apart by, months aside. Texts are shared: a batch makes each of them once.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Key {
    pub(crate) flow: Arc<str>,
    pub(crate) currency: Arc<str>,
    pub(crate) partner: Arc<str>,
    pub(crate) code: Arc<str>,
    /// How many months each of its rows spans.
    pub(crate) months: i32,
}

/// The sum of some rows.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Sum {
    pub(crate) value: i128,
    pub(crate) low: i128,
    pub(crate) high: i128,
    pub(crate) rows: u32,
}

impl Sum {
    // Amounts have eighteen digits: as many rows as a file can number do not fill an i128.
    pub(crate) fn add(&mut self, other: Sum) {
        self.value += other.value;
        self.low += other.low;
        self.high += other.high;
        self.rows = self.rows.saturating_add(other.rows);
    }
}

/// Sums of one key by month, from the first month on.
#[derive(Clone, Default, Debug)]
pub(crate) struct Months {
    pub(crate) first: i32,
    pub(crate) sums: Vec<Sum>,
}

/// The months that an archive may hold: the years 0 to 9999, as an index of `Month`.
const POSSIBLE: std::ops::Range<i32> = 0..120_000;

impl Months {
    pub(crate) fn at(&mut self, month: i32) -> Option<&mut Sum> {
        if !POSSIBLE.contains(&month) {
            return None;
        }
        if self.sums.is_empty() {
            self.first = month;
        }
        if month < self.first {
            let before = (self.first - month) as usize;
            self.sums
                .splice(0..0, std::iter::repeat_n(Sum::default(), before));
            self.first = month;
        }
        let at = (month - self.first) as usize;
        if at >= self.sums.len() {
            self.sums.resize(at + 1, Sum::default());
        }
        self.sums.get_mut(at)
    }
}

#[derive(Default)]
pub(crate) struct Sums {
    pub(crate) places: HashMap<Key, usize>,
    pub(crate) of: Vec<Months>,
}

impl Sums {
    pub(crate) fn place(&mut self, key: Key) -> usize {
        let next = self.of.len();
        let place = *self.places.entry(key).or_insert(next);
        if place == next {
            self.of.push(Months::default());
        }
        place
    }

    pub(crate) fn join(mut self, other: Sums) -> Sums {
        if other.of.len() > self.of.len() {
            return other.join(self);
        }
        for (key, place) in other.places {
            let own = self.place(key);
            let (Some(own), Some(months)) = (self.of.get_mut(own), other.of.get(place)) else {
                continue;
            };
            for (month, sum) in (months.first..).zip(&months.sums) {
                if let Some(held) = own.at(month).filter(|_| sum.rows > 0) {
                    held.add(*sum);
                }
            }
        }
        self
    }
}
