//! China's trade under a cap, over the period that the cap applies to.

use super::list::cap_unit;
use super::rows::directions;
use crate::frame::{Frame, FrameError};
use crate::measure::question::Question;
use crate::trade::{
    Amount, Cap, CapUnit, Currency, Day, Figure, Flow, Goods, Interval, Measure, Month, Period,
    Printed, Regime, Sanction, Sanctions, Selection, Series, UnitOfMeasure,
};
use std::sync::Arc;

/// One period of one cap.
pub(super) struct Run<'s> {
    pub measure: &'s Sanction,
    pub cap: Cap,
    /// The months counted.
    pub months: Period,
    /// The first and last day.
    pub days: (Day, Day),
    pub shown_flow: Flow,
}

/// The amount used by the end of a month.
#[derive(Clone)]
pub(super) struct CapUsed {
    pub month: Month,
    /// At least this amount, and at most `high`, if no month is missing.
    pub low: Amount,
    pub high: Option<Amount>,
    /// The amount to show, never below that of the month before.
    pub value: Amount,
    /// Whether publishers differ by more than rounding, so that the amount is the lowest of theirs.
    pub differs: bool,
    /// Months so far for which only some of the goods have a figure, and the goods that lack one.
    pub in_part: Vec<Month>,
    pub lacking: Vec<Arc<str>>,
}

/// The periods of the caps of a year, for the flows asked for.
pub(super) fn runs<'s>(
    question: &Question,
    year: i32,
    sanctions: &'s Sanctions,
    regime: Regime,
) -> Vec<Run<'s>> {
    let directions = directions(question);
    let mut runs = Vec::new();
    for measure in sanctions.of(regime) {
        let shown_flow = directions.iter().find(|(_, flow)| *flow == measure.flow);
        let (Some((shown_flow, _)), Some(cap)) = (shown_flow, measure.cap) else {
            continue;
        };
        let of_year = [year - 1, year].into_iter().find_map(|begun| {
            let (from, to) = cap.period.days(begun)?;
            (most_in(from, to) == Some(year)).then_some((from, to))
        });
        let Some((from, to)) = of_year else { continue };
        // From the day on which the cap took effect to the day on which it ended, within the
        // period.
        let days = (
            from.max(measure.effective.min(to)),
            measure.ended.map_or(to, |ended| ended.min(to)),
        );
        let ended_before = measure.ended.is_some_and(|ended| ended < from);
        let later = measure.effective > to;
        if ended_before || later || measure.ended.is_some_and(|ended| ended < measure.effective) {
            continue;
        }
        if let Some(months) = counted(from, days) {
            runs.push(Run {
                measure,
                cap,
                months,
                days: (from, days.1),
                shown_flow: *shown_flow,
            });
        }
    }
    runs
}

/// The year in which most days of a period lie; the later one of equals.
pub(super) fn most_in(from: Day, to: Day) -> Option<i32> {
    let middle = from.month()?.index() + (to.month()?.index() - from.month()?.index() + 1) / 2;
    Some(Month::from_index(middle).year())
}

/// The months counted for a period. A month in which it begins after the first day is left out,
/// since most of that month may be earlier; the month in which it ends counts in full.
pub(super) fn counted(from: Day, (_, to): (Day, Day)) -> Option<Period> {
    let month = from.month()?;
    let first = match Day::first_of(month) == Some(from) {
        true => month,
        false => month.plus(1),
    };
    Period::new(first, to.month()?)
}

/// The goods of a cap one by one, if there are several: if only some of them have a figure, at
/// least that much is used.
pub(super) fn parts(
    frame: &Frame,
    selection: &Selection,
    run: &Run<'_>,
) -> Result<Vec<(Arc<str>, Series)>, FrameError> {
    let all = &run.measure.prefixes;
    // A heading inside a chapter is counted with the chapter.
    let is_inside = |one: &Arc<str>| {
        let mut others = all.iter().filter(|other| *other != one);
        others.any(|other| one.starts_with(&**other))
    };
    if all.len() < 2 || all.iter().any(is_inside) {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for prefix in all {
        let empty = || Series::new(run.measure.flow, Currency::Usd);
        let own = series_of(frame, selection, run, vec![prefix.clone()])?;
        found.push((prefix.clone(), own.unwrap_or_else(empty)));
    }
    Ok(found)
}

/// The trade to count; `None` if the data have none of it.
pub(super) fn series(
    frame: &Frame,
    selection: &Selection,
    run: &Run<'_>,
) -> Result<Option<Series>, FrameError> {
    series_of(frame, selection, run, run.measure.prefixes.clone())
}

fn series_of(
    frame: &Frame,
    selection: &Selection,
    run: &Run<'_>,
    prefixes: Vec<Arc<str>>,
) -> Result<Option<Series>, FrameError> {
    let measure = match run.cap.unit {
        CapUnit::Dollars => Measure::Value,
        CapUnit::Tonnes | CapUnit::Barrels => Measure::Quantity,
    };
    let of = |measure| {
        let selection = Selection {
            goods: Goods::under(prefixes.clone(), Vec::new()),
            by: None,
            currency: Some(Currency::Usd),
            ..selection.measuring(measure)
        };
        match frame.series(&selection) {
            Ok(set) => Ok(Some(set.flow(run.measure.flow).clone())),
            Err(why @ (FrameError::NoPartner { .. } | FrameError::NoRowLeft { .. })) => Err(why),
            // Nothing for these goods; the rows carry the reason.
            Err(why) if why.is_absence() => Ok(None),
            Err(why) => Err(why),
        }
    };
    let mut series = of(measure)?;
    if let (Some(values), CapUnit::Dollars) = (&mut series, run.cap.unit)
        && let Some(quantities) = of(Measure::Quantity)?
    {
        // Zero quantity means zero value.
        for month in run.months.months().map(Period::month) {
            let nothing = Interval::exact(Amount::ZERO);
            let is_none = |figure: &&Figure| figure.interval == nothing;
            let none = quantities.figure(month).filter(is_none);
            if let (Some(none), None) = (none, values.figure(month)) {
                values.set_figure(month, none.clone());
            }
        }
    }
    Ok(series)
}

/// The amount used by the end of each month, and the months without a figure.
pub(super) fn used(
    run: &Run<'_>,
    series: Option<&Series>,
    parts: &[(Arc<str>, Series)],
    asked: CapsAsked,
) -> (Vec<CapUsed>, Vec<Month>) {
    let empty = Series::new(run.measure.flow, Currency::Usd);
    let series = series.unwrap_or(&empty);
    let mut found = Vec::new();
    let mut missing = Vec::new();
    let (mut in_part, mut lacking): (Vec<Month>, Vec<Arc<str>>) = (Vec::new(), Vec::new());
    let (mut open, mut differs) = (false, false);
    let (mut low, mut high, mut value) = (Amount::ZERO, Amount::ZERO, Amount::ZERO);
    for month in run.months.months() {
        let figure = series.figure(Period::month(month));
        match figure
            .and_then(|figure| in_cap_unit(run, series, figure.interval, figure.value, asked))
        {
            Some((interval, figure)) => {
                low = low + interval.low;
                high = high + interval.high;
                value = value + figure;
            }
            None => {
                open = true;
                missing.push(month);
                let known = parts.iter().map(|(code, part)| {
                    let figure = part.figure(Period::month(month));
                    let own = figure
                        .and_then(|one| in_cap_unit(run, part, one.interval, one.value, asked));
                    (code, own)
                });
                let (known, without): (Vec<_>, Vec<_>) = known.partition(|(_, own)| own.is_some());
                if !known.is_empty() {
                    in_part.push(month);
                    low = known
                        .iter()
                        .filter_map(|(_, own)| own.as_ref())
                        .fold(low, |sum, (interval, _)| sum + interval.low);
                    lacking.extend(without.into_iter().map(|(code, _)| code.clone()));
                    lacking.sort();
                    lacking.dedup();
                }
            }
        }
        // A figure published for all months so far includes the missing ones.
        let so_far = Period::new(run.months.from, month).filter(|period| !period.is_month());
        let published = so_far.and_then(|period| series.figure(period));
        if let Some((interval, figure)) = published
            .and_then(|figure| in_cap_unit(run, series, figure.interval, figure.value, asked))
        {
            let sum = Interval { low, high };
            if open {
                (low, high, value, differs) = (interval.low, interval.high, figure, false);
            } else if !interval.meets(sum) {
                // Of another publisher: either may be right.
                differs = true;
                (low, high) = (low.min(interval.low), high.max(interval.high));
                value = value.min(figure);
            } else if interval.width() < high - low {
                // The more precise one is used: some are truncated or approximate.
                (low, high, value, differs) = (interval.low, interval.high, figure, false);
            }
            open = false;
        }
        found.push(CapUsed {
            month,
            low,
            high: (!open).then_some(high),
            value: if open { low } else { value },
            differs,
            in_part: in_part.clone(),
            lacking: lacking.clone(),
        });
    }
    never_fall(&mut found);
    (found, missing)
}

/// What is used is never given back, so no month had used more than a later one. Where the later
/// figure lies below the rounding of the earlier sum, publishers differ, and the amount is a minimum.
/// Where months are missing, the earlier amount stands.
fn never_fall(found: &mut [CapUsed]) {
    for at in (1..found.len()).rev() {
        let [.., one, next] = &mut found[..=at] else {
            continue;
        };
        let is_exact = one.high.is_some() && next.high.is_some();
        if is_exact && next.value < one.value {
            one.differs |= next.value < one.low;
            one.value = next.value;
            one.low = one.low.min(next.low);
        }
    }
    for at in 1..found.len() {
        let before = found[at - 1].value;
        found[at].value = found[at].value.max(before);
    }
}

/// A figure in the unit of the cap; `None` if it cannot be converted.
pub(super) fn in_cap_unit(
    run: &Run<'_>,
    series: &Series,
    interval: Interval,
    value: Amount,
    asked: CapsAsked,
) -> Option<(Interval, Amount)> {
    match (run.cap.unit, series.unit) {
        (CapUnit::Dollars, UnitOfMeasure::Money(Currency::Usd)) => Some((interval, value)),
        // Zero has no unit.
        (_, UnitOfMeasure::Quantity(None)) if value == Amount::ZERO => Some((interval, value)),
        (CapUnit::Tonnes, UnitOfMeasure::Quantity(Some(unit))) if unit.is_weight() => {
            Some((interval, value))
        }
        (CapUnit::Barrels, UnitOfMeasure::Quantity(Some(unit))) if unit.is_weight() => {
            let factor = barrels_per_tonne(run.measure, asked)?;
            let scale = 1000 * 10i128.checked_pow(factor.decimals)?;
            let barrels = |amount: Amount| amount.0.checked_mul(factor.digits);
            Some((
                Interval {
                    low: Amount(barrels(interval.low)?.div_euclid(scale)),
                    high: Amount((barrels(interval.high)? + scale - 1).div_euclid(scale)),
                },
                Amount((barrels(value)? + scale / 2).div_euclid(scale)),
            ))
        }
        (CapUnit::Barrels, unit @ UnitOfMeasure::Quantity(_)) => {
            (unit == cap_unit(CapUnit::Barrels)).then_some((interval, value))
        }
        _ => None,
    }
}

/// Barrels per tonne: 7.619 for crude oil, since resolution 2397 equates 4,000,000 barrels with
/// 525,000 t; 8.33 for refined products, as the committee's website converts China's reports.
///
/// Source: `data/conversions.csv`.
pub(super) fn barrels_per_tonne(measure: &Sanction, asked: CapsAsked) -> Option<Printed> {
    let is_crude = measure
        .prefixes
        .iter()
        .all(|prefix| prefix.starts_with("2709"));
    let usual = if is_crude { "7.619" } else { "8.33" };
    asked
        .barrels_per_tonne
        .or_else(|| Printed::read(usual).ok())
}

/// A request for caps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CapsAsked {
    /// The year of the caps; a period that starts on another day belongs to the year of most of its
    /// days.
    pub year: i32,
    /// Barrels per tonne, if not as in the table.
    pub barrels_per_tonne: Option<Printed>,
}
