//! Bounds on the figure of a period that is not in the data.

use crate::trade::{Amount, Bounds, Flow, Interval, Period, Series};

/// The bounds of the figure of a period: its own interval, or what a longer period leaves for it.
/// Imports, exports and totals are never negative, so a month is at most the sum it is part of.
pub(crate) fn bounds_of(series: &Series, period: Period) -> Option<Bounds> {
    if let Ok(figure) = series.over(period) {
        return Some(Bounds::of_amount(figure.interval));
    }
    if series.flow == Flow::Balance {
        return None;
    }
    let holding = series
        .periods()
        .filter(|one| one.from <= period.from && period.to <= one.to && one.len() <= 12);
    let most = holding.filter_map(|one| {
        let whole = series.figure(one)?;
        let others = one
            .months()
            .filter(|month| !(period.from..=period.to).contains(month));
        let known = others
            .filter_map(|month| series.figure(Period::month(month)))
            .fold(Amount::ZERO, |sum, figure| {
                sum + figure.interval.low.max(Amount::ZERO)
            });
        Some(whole.interval.high - known)
    });
    most.min().map(|high| {
        Bounds::of_amount(Interval {
            low: Amount::ZERO,
            high: high.max(Amount::ZERO),
        })
    })
}
