//! Remarks on the figures of a row: revisions, how a figure came about, and where the printed
//! change differs from the computed one.

use super::change::Change;
use crate::report::{
    Column, Flag, Implied, MonthsBeside, PrintedDiffers, Remark, RemarkKind, SumPart,
};
use crate::trade::{
    Basis, Figure, FigureRemark, Flow, Measured, Missing, Period, Printed, PrintedChange, Reason,
    SaidBy, Series, Sign, UnitOfMeasure,
};
use std::collections::BTreeSet;

/// The remarks on one figure of a row, attached to its column.
pub fn of_figure(column: Column, series: &Series, period: Period) -> Vec<Remark> {
    let mut kinds = Vec::new();
    let measured = |amount| Measured {
        amount,
        unit: series.unit,
    };
    if let Some(revision) = series.revision(period) {
        let (earlier, later) = (&revision.earlier, &revision.later);
        kinds.push(match later.basis {
            Basis::Implied => RemarkKind::Implied {
                said_by: said_by(series, period),
                released: later.released,
                revised: Some(Implied {
                    later: later.value,
                    earlier: earlier.value,
                    basis: earlier.basis,
                    released: earlier.released,
                    unit: series.unit,
                    is_of_one_input: later.released.is_none()
                        && earlier.released.is_none()
                        && later.source == earlier.source,
                }),
            },
            _ => RemarkKind::Revised {
                earlier: measured(earlier.value),
                earlier_released: earlier.released,
                later: measured(later.value),
                later_released: later.released,
            },
        });
    } else if let Some(figure) = series.figure(period) {
        match figure.basis {
            Basis::Implied => kinds.push(RemarkKind::Implied {
                said_by: said_by(series, period),
                released: figure.released,
                revised: None,
            }),
            Basis::Converted => kinds.push(RemarkKind::Converted {
                released: figure.released,
            }),
            Basis::Difference if series.remarks(period).iter().all(is_doubt) => {
                kinds.push(RemarkKind::Difference {
                    released: figure.released,
                });
            }
            _ => {}
        }
    }
    let of_frame = series.remarks(period).iter().cloned();
    kinds.extend(of_frame.map(RemarkKind::Figure));
    let by = series.revision_of_earlier_months(period.to);
    if let Some(by) = by.filter(|_| period.is_month()) {
        kinds.push(RemarkKind::EarlierRevised { by: measured(by) });
    }
    let on = |kind| Remark::on(column, period, kind);
    kinds.into_iter().map(on).collect()
}

/// The remarks on base and value of a change. With `is_alone`, months are not shown separately, so
/// remarks on how a sum of months came about are included.
pub fn of_sides(series: &Series, period: Period, base: Period, is_alone: bool) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for (column, period) in [(Column::Base, base), (Column::Value, period)] {
        remarks.extend(of_figure(column, series, period));
        if is_alone {
            remarks.extend(of_whole(column, series, period));
        }
        remarks.extend(of_months(column, series, period));
    }
    remarks
}

/// Warns when a multi-month figure disagrees with the sum of its months, or when rows of those
/// months were dropped.
fn of_months(column: Column, series: &Series, period: Period) -> Vec<Remark> {
    if period.is_month() {
        return Vec::new();
    }
    if series.figure(period).is_none() {
        let marked = series.dropped_in(period).any(|one| one == period);
        let older = of_older_prints(column, series, [period]);
        let dropped = of_drops(column, series, [period]).filter(|_| !marked);
        return dropped.into_iter().chain(older).collect();
    }
    let beside = beside_months(series, period).filter(|_| series.flow != Flow::Balance);
    let of_months = |beside| Remark::on(column, period, RemarkKind::MonthsBeside(beside));
    beside.map(of_months).into_iter().collect()
}

/// Whether a remark casts doubt on a figure but does not say how it came about.
fn is_doubt(what: &FigureRemark) -> bool {
    what.is_of_drops() || what.is_of_currencies()
}

/// How a multi-month figure came about, if [`of_figure`] does not say it: published for the whole
/// period, or a sum that includes months other than plain printed ones.
fn of_whole(column: Column, series: &Series, period: Period) -> Option<Remark> {
    let kind = match series.figure(period) {
        // A unit value is neither published nor a sum.
        _ if matches!(series.unit, UnitOfMeasure::UnitValue(..)) => return None,
        None => RemarkKind::SumOf(not_plain(series, &series.summed(period).ok()?)?),
        Some(figure) if figure.basis == Basis::Printed && series.revision(period).is_none() => {
            for_the_whole(figure, None)
        }
        Some(_) => return None,
    };
    Some(Remark::on(column, period, kind))
}

/// How a figure published for several months came about.
pub fn for_the_whole(figure: &Figure, months: Option<MonthsBeside>) -> RemarkKind {
    RemarkKind::ForTheWhole {
        basis: figure.basis,
        released: figure.released,
        months,
    }
}

/// The sum of the months of a published multi-month figure, if it differs beyond rounding; `None`
/// also if the months were published only together.
///
/// Source: docs/definitions.md, "One month twice": a difference beyond rounding is remarked.
pub fn beside_months(series: &Series, period: Period) -> Option<MonthsBeside> {
    let whole = series.figure(period)?;
    if matches!(series.unit, UnitOfMeasure::UnitValue(..)) {
        return None;
    }
    let measured = |amount| Measured {
        amount,
        unit: series.unit,
    };
    match series.sum_of_months(period) {
        Err(missing) if missing == Missing::new(Reason::Combined, period) => None,
        Err(missing) => Some(MonthsBeside::Missing(missing)),
        Ok(sum) if sum.interval.meets(whole.interval) => None,
        Ok(sum) => Some(MonthsBeside::Sum {
            sum: measured(sum.value),
            revised_by: measured(whole.value - sum.value),
        }),
    }
}

/// A remark on the published figure of a window, if the sum of months is shown instead and differs
/// from it by more than rounding.
pub fn of_published_window(column: Column, series: &Series, window: Period) -> Option<Remark> {
    let figure = series.figure(window)?;
    let months @ MonthsBeside::Sum { .. } = beside_months(series, window)? else {
        return None;
    };
    let kind = for_the_whole(figure, Some(months));
    Some(Remark::on(column, window, kind)).filter(|_| series.flow != Flow::Balance)
}

/// The months of a sum that are not plain printed figures; `None` if all are.
fn not_plain(series: &Series, months: &[Period]) -> Option<Vec<(SumPart, Vec<Period>)>> {
    let what = |month: Period| {
        let figure = series.figure(month)?;
        // These have remarks of their own.
        let noted = !series.remarks(month).iter().all(is_doubt);
        match figure.basis {
            Basis::Implied => Some(SumPart::Implied),
            Basis::Difference => Some(SumPart::Difference),
            Basis::Converted => Some(SumPart::Converted),
            _ if series.revision(month).is_some() => Some(SumPart::Revised),
            _ => noted.then_some(SumPart::Noted),
        }
    };
    let mut kinds: Vec<(SumPart, Vec<Period>)> = Vec::new();
    for month in months {
        let Some(what) = what(*month) else {
            continue;
        };
        match kinds.iter_mut().find(|(kind, _)| *kind == what) {
            Some((_, months)) => months.push(*month),
            None => kinds.push((what, vec![*month])),
        }
    }
    Some(kinds).filter(|kinds| !kinds.is_empty())
}

/// The remarks on a figure computed from others, some of which lost bad rows or are from older
/// releases.
pub fn of_taken(
    column: Column,
    series: &Series,
    taken: impl IntoIterator<Item = Period> + Clone,
) -> Vec<Remark> {
    let dropped = of_drops(column, series, taken.clone());
    let older = of_older_prints(column, series, taken);
    dropped.into_iter().chain(older).collect()
}

/// The remark on a figure computed from others, some of which are from older releases than in the
/// other currency.
fn of_older_prints(
    column: Column,
    series: &Series,
    taken: impl IntoIterator<Item = Period>,
) -> Option<Remark> {
    let older: BTreeSet<Period> = taken
        .into_iter()
        .flat_map(|period| series.older_prints_in(period))
        .collect();
    let first = *older.first()?;
    let more = older.len() - 1;
    let kind = RemarkKind::OlderPrintIn { first, more };
    Some(Remark::on(column, first, kind))
}

/// The remark on a figure computed from others, some of which lost bad rows.
fn of_drops(
    column: Column,
    series: &Series,
    taken: impl IntoIterator<Item = Period>,
) -> Option<Remark> {
    let dropped: BTreeSet<Period> = taken
        .into_iter()
        .flat_map(|period| series.dropped_in(period))
        .collect();
    let first = *dropped.first()?;
    let more = dropped.len() - 1;
    let kind = RemarkKind::DroppedIn { first, more };
    Some(Remark::on(column, first, kind))
}

/// The remark on a printed change that is inconsistent with the figures in use: by how much the
/// base must have been revised.
pub fn of_printed(
    column: Column,
    series: &Series,
    period: Period,
    change: &Change,
) -> Option<Remark> {
    let printed = series.printed(period)?;
    if let (Some(other), Err(_), Ok(_)) = (series.other_value(period), &change.base, &change.value)
    {
        let kind = RemarkKind::PrintedOfEarlier {
            printed: printed.percent,
            released: printed.said_on(),
            said_by: printed.said_by(),
            earlier: other.map(|amount| Measured {
                amount,
                unit: series.unit,
            }),
        };
        return Some(Remark::on(column, period, kind));
    }
    let (value, base) = (change.value.as_ref().ok()?, change.base.as_ref().ok()?);
    let implied = printed.implied_base(value.interval)?;
    if implied.meets(base.interval) {
        return None;
    }
    let needed = printed.base_of(value.value)?;
    let measured = |amount| Measured {
        amount,
        unit: series.unit,
    };
    let computed = change.percent.as_ref().ok().map(|ratio| Printed {
        digits: ratio.percent(1),
        decimals: 1,
    });
    let kind = RemarkKind::PrintedDiffers(PrintedDiffers {
        printed: printed.percent,
        released: printed.said_on(),
        computed,
        of_preliminary: printed.is_of_preliminary(),
        said_by: printed.said_by(),
        note: printed.note.clone(),
        needed: measured(needed),
        more: measured(needed - base.value),
    });
    Some(Remark::on(column, period, kind))
}

/// The remarks on a value, its base, and the percentage change. `is_alone`: the period is shown
/// without its months.
pub fn of_comparison(
    series: &Series,
    period: Period,
    change: &Change,
    is_alone: bool,
) -> Vec<Remark> {
    let mut notes = of_sides(series, period, change.base_period, is_alone);
    notes.extend(of_rounding(Column::YoyPct, period, change));
    notes
}

/// Who worked out the change from which the base of a year earlier was calculated back.
fn said_by(series: &Series, base: Period) -> SaidBy {
    let printed = series.printed(base.plus(12));
    printed.map_or(SaidBy::Unknown, PrintedChange::said_by)
}

/// The remark on a percentage that is uncertain because of rounding.
pub fn of_rounding(column: Column, period: Period, change: &Change) -> Option<Remark> {
    uncertain(column, period, change).or_else(|| coarse(column, period, change))
}

/// The remark on a change whose sign is uncertain because of rounding.
pub fn uncertain(column: Column, period: Period, change: &Change) -> Option<Remark> {
    let open = change.sign == Ok(Sign::Uncertain);
    open.then(|| Remark::on(column, period, RemarkKind::SignOpen))
}

/// The remark on a percentage with a rounding interval wider than one point: a figure such as "10
/// hundred million" has few significant digits, whatever is computed from it.
fn coarse(column: Column, period: Period, change: &Change) -> Option<Remark> {
    const ONE_POINT: i128 = 10;
    if !change.is_computed() {
        return None;
    }
    let bounds = change.bounds()?;
    let printed = |digits: i128| Printed {
        digits,
        decimals: 1,
    };
    let (low, high) = (bounds.low()?, bounds.high());
    let is_open = high.is_none_or(|high| high.percent(1) - low.percent(1) > ONE_POINT);
    // Rounded outward, so that the range holds every possible change.
    let least = printed(low.percent_down(1));
    let most = high.map(|high| printed(high.percent_up(1)));
    let kind = RemarkKind::RoundingOpen { least, most };
    is_open.then(|| Remark::on(column, period, kind))
}

/// Flags for how the figure of a period came about; a sum of months has the flags of its months.
pub fn flags_of(column: Column, series: &Series, period: Period) -> Vec<(Column, Flag)> {
    let flag = |one: Period| match series.figure(one)?.basis {
        Basis::Implied => Some(Flag::Implied),
        Basis::Difference => Some(Flag::Difference),
        Basis::Converted => Some(Flag::Converted),
        Basis::Printed | Basis::Sum => series.revision(one).map(|_| Flag::Revised),
    };
    let parts = match series.figure(period) {
        Some(_) => vec![period],
        None => series.summed(period).unwrap_or_default(),
    };
    let flags: BTreeSet<Flag> = parts.into_iter().filter_map(flag).collect();
    flags.into_iter().map(|flag| (column, flag)).collect()
}

/// The flags of a percentage: as published, or uncertain because of rounding.
pub fn flags_of_change(column: Column, period: Period, change: &Change) -> Vec<(Column, Flag)> {
    let published = change.as_published.as_ref().map(|_| Flag::AsPublished);
    let open = of_rounding(column, period, change).map(|_| Flag::Uncertain);
    let flags = published.or(open);
    flags.map(|flag| (column, flag)).into_iter().collect()
}

/// The flags of base, value and percentage.
pub fn flags_of_comparison(
    series: &Series,
    period: Period,
    change: &Change,
) -> Vec<(Column, Flag)> {
    let mut flags = flags_of(Column::Base, series, change.base_period);
    flags.extend(flags_of(Column::Value, series, period));
    flags.extend(flags_of_change(Column::YoyPct, period, change));
    flags
}
