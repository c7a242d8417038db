//! Printed changes that are not the change of the value in use: the value was revised after they
//! were printed, so value and change do not belong together.
//!
//! Source: docs/definitions.md, "Change" (as published).

use super::releases::{Release, SeriesByPartner, merge};
use super::series_set::SeriesSet;
use crate::trade::{Amount, Figure, Flow, Interval, Period, PrintedChange, Series, Vintage};
use std::collections::BTreeMap;

/// How many days after a change its value may be released and still count as printed with it, if
/// no value was known on the day of the change.
const SAME_RELEASE: i32 = 92;

/// Marks the printed changes of `published` that are of another value than the one in use, where
/// they could stand in for a missing base.
pub fn mark(published: &mut SeriesByPartner, figures: &[Release], of_goods: bool) {
    let mut marks: Vec<((u16, Flow), Period, Option<Amount>)> = Vec::new();
    let mut now: BTreeMap<u16, SeriesSet> = BTreeMap::new();
    for ((partner, flow), series) in published.iter() {
        for period in series.printed_periods() {
            let Some(change) = series.printed(period) else {
                continue;
            };
            let now = now
                .entry(*partner)
                .or_insert_with(|| of_partner(published, *partner, series));
            let in_use = now.flow(*flow);
            let is_needed = in_use.over(period.year_before()).is_err();
            let Some(value) = in_use.over(period).ok().filter(|_| is_needed) else {
                continue;
            };
            let key = (*partner, *flow, period);
            let own =
                own_value(figures, key, change).map(|(value, interval)| Then { value, interval });
            let then = match (own, change.released) {
                (Some(own), _) => Some(own),
                (None, Some(day)) if is_later(&value, day, 0) => {
                    let known = known_by(day, figures, (*partner, period));
                    let by_then = of_partner(&merge(&known, of_goods), *partner, series);
                    by_then.flow(*flow).over(period).ok().map(|figure| Then {
                        value: figure.value,
                        interval: figure.interval,
                    })
                }
                _ => continue,
            };
            match (then, change.released) {
                (Some(then), _) if !then.interval.meets(value.interval) => {
                    marks.push(((*partner, *flow), period, Some(then.value)));
                }
                (None, Some(day)) if is_later(&value, day, SAME_RELEASE) => {
                    marks.push(((*partner, *flow), period, None));
                }
                _ => {}
            }
        }
    }
    for (key, period, other) in marks {
        if let Some(series) = published.get_mut(&key) {
            series.mark_of_other_value(period, other);
        }
    }
}

/// The releases of a partner by the end of `day` that may say something about `period`: those of its
/// years and the years around them, and those whose changes imply bases there.
fn known_by(day: Vintage, figures: &[Release], (partner, period): (u16, Period)) -> Vec<Release> {
    let years = Period {
        from: period.from.january().plus(-12),
        to: period.to.january().plus(23),
    };
    let is_there = |one: Period| one.from <= years.to && years.from <= one.to;
    let known = |one: &&Release| {
        one.partner == partner
            && one.released.is_some_and(|own| own.is_by(day))
            && (is_there(one.period) || is_there(one.period.year_before()))
    };
    figures.iter().filter(known).cloned().collect()
}

/// The value that a change was printed for.
struct Then {
    value: Amount,
    interval: Interval,
}

/// Whether a figure was released more than `days` days after `day`.
fn is_later(figure: &Figure, day: Vintage, days: i32) -> bool {
    let released = figure.released.map(Vintage::last_day);
    released.is_some_and(|released| released > day.last_day() + days)
}

/// The value in the row that printed a change.
fn own_value(
    figures: &[Release],
    key: (u16, Flow, Period),
    change: &PrintedChange,
) -> Option<(Amount, Interval)> {
    let is_own = |one: &&Release| one.key() == key && one.printed.as_ref() == Some(change);
    figures.iter().filter(is_own).find_map(|one| one.value)
}

/// The series of one partner, with total and balance.
fn of_partner(all: &SeriesByPartner, partner: u16, like: &Series) -> SeriesSet {
    let own = all.iter().filter(|((of, _), _)| *of == partner);
    let own = own.map(|(_, series)| series.clone()).collect();
    SeriesSet::new(like.currency, own)
}
