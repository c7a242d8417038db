//! Sums by key and month.

use foldhash::fast::RandomState;
use std::collections::HashMap;
use std::sync::Arc;

/// The key of a sum, without the month. Texts are shared: a batch creates each only once.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Key {
    pub(crate) flow: Arc<str>,
    pub(crate) currency: Arc<str>,
    pub(crate) partner: Arc<str>,
    pub(crate) code: Arc<str>,
    /// The number of months each of its rows spans.
    pub(crate) months: i32,
}

/// The sum of some rows.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Sum {
    pub(crate) value: i128,
    pub(crate) rows: u32,
    /// Rows without a value, with which the sum is not known.
    pub(crate) blanks: u32,
}

impl Sum {
    // Amounts have eighteen digits, so all the rows that a file can have do not overflow an i128.
    fn add(&mut self, other: Sum) {
        self.value += other.value;
        self.rows = self.rows.saturating_add(other.rows);
        self.blanks = self.blanks.saturating_add(other.blanks);
    }
}

/// The sums of one key, by month.
#[derive(Clone, Default, Debug)]
pub(crate) struct Months {
    pub(crate) first: i32,
    pub(crate) sums: Vec<Sum>,
    /// How far rounding allows each sum to be lower and higher; may be shorter than `sums`, since
    /// most archives have only exact values.
    slack: Vec<[i128; 2]>,
}

/// The months an archive may have: the years 0 to 9999, as `Month` indices.
const POSSIBLE: std::ops::Range<i32> = 0..120_000;

impl Months {
    /// Adds a value; `None` if the month is impossible.
    pub(crate) fn add(&mut self, month: i32, value: i128) -> Option<()> {
        self.add_sum(
            month,
            Sum {
                value,
                rows: 1,
                blanks: 0,
            },
        )
    }

    /// Adds a row without a value; `None` if the month is impossible.
    pub(crate) fn add_blank(&mut self, month: i32) -> Option<()> {
        self.add_sum(
            month,
            Sum {
                value: 0,
                rows: 1,
                blanks: 1,
            },
        )
    }

    fn add_sum(&mut self, month: i32, sum: Sum) -> Option<()> {
        let at = month.wrapping_sub(self.first) as usize;
        match self.sums.get_mut(at) {
            Some(own) => own.add(sum),
            None => self.at(month)?.add(sum),
        }
        Some(())
    }

    /// Adds values, each to its month.
    ///
    /// # Errors
    /// The month, if it is impossible.
    pub(crate) fn add_all(&mut self, months: &[i32], values: &[i64]) -> Result<(), i32> {
        for (month, value) in months.iter().zip(values) {
            let at = month.wrapping_sub(self.first) as usize;
            match self.sums.get_mut(at) {
                Some(own) => {
                    own.value += i128::from(*value);
                    own.rows = own.rows.saturating_add(1);
                }
                None => self.add(*month, (*value).into()).ok_or(*month)?,
            }
        }
        Ok(())
    }

    /// Adds the rounding of a value already added to this month.
    pub(crate) fn add_slack(&mut self, month: i32, slack: [i128; 2]) {
        let at = month.wrapping_sub(self.first) as usize;
        if self.slack.len() <= at && at < self.sums.len() {
            self.slack.resize(at + 1, [0; 2]);
        }
        if let Some(own) = self.slack.get_mut(at) {
            *own = [own[0] + slack[0], own[1] + slack[1]];
        }
    }

    /// How far rounding allows the sum at an index to be lower and higher.
    pub(crate) fn slack(&self, at: usize) -> [i128; 2] {
        self.slack.get(at).copied().unwrap_or_default()
    }

    fn at(&mut self, month: i32) -> Option<&mut Sum> {
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
            if !self.slack.is_empty() {
                self.slack.splice(0..0, std::iter::repeat_n([0; 2], before));
            }
            self.first = month;
        }
        let at = (month - self.first) as usize;
        if at >= self.sums.len() {
            self.sums.resize(at + 1, Sum::default());
        }
        self.sums.get_mut(at)
    }

    fn join(&mut self, other: &Months) {
        let all = (other.first..).zip(&other.sums).enumerate();
        for (at, (month, sum)) in all.filter(|(_, (_, sum))| sum.rows > 0) {
            if let Some(held) = self.at(month) {
                held.add(*sum);
                let slack = other.slack(at);
                if slack != [0; 2] {
                    self.add_slack(month, slack);
                }
            }
        }
    }
}

#[derive(Default)]
pub(crate) struct Sums {
    pub(crate) places: HashMap<Key, usize, RandomState>,
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
            if let (Some(own), Some(months)) = (self.of.get_mut(own), other.of.get(place)) {
                own.join(months);
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_what_their_rounding_leaves_open_stay_with_their_months() {
        let mut months = Months::default();
        // Backwards, so that earlier months must be inserted before later ones.
        for (month, value, slack) in [
            (24_212, 10, [1, 2]),
            (24_209, 5, [0, 3]),
            (24_212, 1, [4, 0]),
        ] {
            months.add(month, value).unwrap();
            months.add_slack(month, slack);
        }
        let mut other = Months::default();
        other.add(24_200, 7).unwrap();
        other.add(24_212, 100).unwrap();
        other.add_slack(24_212, [10, 10]);
        months.join(&other);
        let held = |month: i32| {
            let at = (month - months.first) as usize;
            (
                months.sums[at].value,
                months.sums[at].rows,
                months.slack(at),
            )
        };
        assert_eq!(held(24_212), (111, 3, [15, 12]));
        assert_eq!(held(24_209), (5, 1, [0, 3]));
        assert_eq!(held(24_200), (7, 1, [0, 0]));
        assert_eq!(held(24_210), (0, 0, [0, 0]));
        let mut again = Months::default();
        assert_eq!(
            again.add_all(&[24_212, 24_200, 24_212], &[1, 7, -3]),
            Ok(())
        );
        assert_eq!((again.sums[0].value, again.sums[12].value), (7, -2));
        assert_eq!(again.add_all(&[-1], &[1]), Err(-1));
        assert_eq!(months.add(-1, 1), None);
        assert_eq!(months.add(120_000, 1), None);
    }
}
