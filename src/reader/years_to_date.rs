//! Decides from the values themselves whether they are monthly or year to date.

use crate::trade::{Currency, Flow, Interval, Month, TextId};
use std::collections::BTreeMap;

/// The dimensions that identify one series.
pub(crate) type SeriesKey = (Flow, u16, Currency, TextId);
/// The value of a month, with its line.
pub(crate) type Noted = (Month, Interval, u64);

/// The values collected to decide it.
#[derive(Default)]
pub(crate) struct Years {
    /// Values taken to be monthly, and their number.
    pub monthly: BTreeMap<SeriesKey, Vec<Noted>>,
    pub noted: usize,
    /// Values declared to be year to date, by year.
    pub to_date: BTreeMap<(SeriesKey, i32), Vec<Noted>>,
}

/// Whether values of consecutive months look like years to date. They do if in at least two years
/// of six months or more they rise without exception and at least threefold, and if each year
/// begins below half of the end of the year before.
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
