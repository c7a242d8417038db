//! Whether values are those of single months or of years to date: what the table says, held against
//! the values themselves.

use crate::trade::{Currency, Flow, Interval, Month, TextId};
use std::collections::BTreeMap;

/// What makes values one series.
pub(crate) type SeriesKey = (Flow, u16, Currency, TextId);
/// A value of a month, and its line.
pub(crate) type Noted = (Month, Interval, u64);

/// The values of a table by which it is seen.
#[derive(Default)]
pub(crate) struct Years {
    /// Values that are taken for those of single months, and how many there were.
    pub monthly: BTreeMap<SeriesKey, Vec<Noted>>,
    pub noted: usize,
    /// Values declared as years to date, by year.
    pub to_date: BTreeMap<(SeriesKey, i32), Vec<Noted>>,
}

/// Whether values of months, in order, look like those of years to date: in at least two years,
/// each of at least six months, they rise without exception and threefold, and each year begins
/// below half of where the one before it ended.
pub(crate) fn are_years_to_date(months: &[Noted]) -> bool {
    let mut years: Vec<&[Noted]> = months
        .chunk_by(|(one, ..), (other, ..)| one.year() == other.year())
        .collect();
    years.retain(|year| year.len() >= 6);
    let ends = |year: &[Noted]| Some((year.first()?.1, year.last()?.1));
    let rises = |year: &&[Noted]| {
        let steadily = year.windows(2).all(|pair| pair[0].1.high < pair[1].1.low);
        let threefold = ends(year).is_some_and(|(first, last)| {
            first
                .high
                .0
                .checked_mul(3)
                .is_some_and(|least| last.low.0 >= least)
        });
        steadily && threefold
    };
    let falls = |pair: &[&[Noted]]| {
        let before = ends(pair[0]).map(|(_, last)| last.low.0);
        let after = ends(pair[1]).map(|(first, _)| first.high.0);
        before
            .zip(after)
            .is_some_and(|(before, after)| after < before / 2)
    };
    years.len() > 1 && years.iter().all(rises) && years.windows(2).all(falls)
}
