//! What a careful reader must know of a row: revisions, how a figure came about, where the printed
//! change and the computed one part.

use super::change::Change;
use crate::report::{Column, RowRemark};
use crate::trade::{
    Amount, Basis, Figure, Flow, Missing, Period, Printed, Ratio, Reason, Series, UnitOfMeasure,
    Vintage,
};
use std::collections::BTreeSet;

/// The remarks on one figure of a row, under the name of its column.
pub fn of_figure(column: Column, series: &Series, period: Period) -> Vec<RowRemark> {
    let mut texts = Vec::new();
    if let Some(revision) = series.revision(period) {
        let (earlier, later) = (&revision.earlier, &revision.later);
        texts.push(match later.basis {
            Basis::Implied => format!(
                "{period} implied by a printed change{}: {}; first {}{}: {}",
                released(later.released),
                series.unit.in_words(later.value),
                how(earlier),
                released(earlier.released),
                series.unit.in_words(earlier.value),
            ),
            _ => format!(
                "{period} revised from {}{} to {}{}{}",
                series.unit.in_words(earlier.value),
                released(earlier.released),
                series.unit.in_words(later.value),
                released(later.released),
                if later.released.is_none() {
                    " as the file named later has it"
                } else {
                    ""
                },
            ),
        });
    } else if let Some(figure) = series.figure(period) {
        match figure.basis {
            Basis::Implied => {
                texts.push(format!(
                    "{period} implied by a printed change{}",
                    released(figure.released)
                ));
            }
            Basis::Converted => {
                texts.push(format!(
                    "{period} is converted from the yuan figure at the rate of the month{}",
                    released(figure.released)
                ));
            }
            Basis::Difference if series.remarks(period).is_empty() => {
                texts.push(format!(
                    "{period} is a difference of published figures{}",
                    released(figure.released)
                ));
            }
            _ => {}
        }
    }
    texts.extend(series.remarks(period).iter().cloned());
    if let Some(by) = series
        .earlier_revised(period.to)
        .filter(|_| period.is_month())
    {
        texts.push(format!(
            "the release of {period} revised earlier months of the year by {}, by month unknown",
            series.unit.in_words(by),
        ));
    }
    texts
        .into_iter()
        .map(|text| RowRemark { column, text })
        .collect()
}

/// The remarks on base and value of a change. How a figure of several months came about is said
/// where its months do not stand beside it.
pub fn of_sides(series: &Series, period: Period, base: Period, is_alone: bool) -> Vec<RowRemark> {
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

/// What the months of a figure of several months say against it: another sum, rows dropped.
fn of_months(column: Column, series: &Series, period: Period) -> Option<RowRemark> {
    if period.is_month() {
        return None;
    }
    if series.figure(period).is_none() {
        let marked = series.dropped_in(period).any(|one| one == period);
        return of_drops(column, series, [period]).filter(|_| !marked);
    }
    let text = beside_months(series, period).filter(|_| series.flow != Flow::Balance)?;
    Some(RowRemark { column, text })
}

/// How a figure of several months came about, where [`of_figure`] does not say it: published for
/// the whole of them, or a sum of months that are no plain printed figures.
fn of_whole(column: Column, series: &Series, period: Period) -> Option<RowRemark> {
    let text = match series.figure(period) {
        // It is neither published nor a sum.
        _ if matches!(series.unit, UnitOfMeasure::UnitValue(..)) => return None,
        None => not_plain(series, &series.summed(period).ok()?)?,
        Some(figure) if figure.basis == Basis::Printed && series.revision(period).is_none() => {
            for_the_whole(figure)
        }
        Some(_) => return None,
    };
    Some(RowRemark { column, text })
}

/// How a figure came about that was published for several months.
pub fn for_the_whole(figure: &Figure) -> String {
    let date = released(figure.released);
    format!("{} for the whole{date}", figure.basis.name())
}

/// What the months of a figure that stands for several add up to, where that is something else
/// beyond rounding; `None` as well where the months were published only together.
///
/// Source: DEFINITIONS "One month twice": a difference beyond rounding is said.
pub fn beside_months(series: &Series, period: Period) -> Option<String> {
    let whole = series.figure(period)?;
    if matches!(series.unit, UnitOfMeasure::UnitValue(..)) {
        return None;
    }
    match series.sum_of_months(period) {
        Err(missing) if missing == Missing::new(Reason::Combined, period) => None,
        Err(missing) => Some(format!("its months cannot be added up: {missing}")),
        Ok(sum) if sum.interval.meets(whole.interval) => None,
        Ok(sum) => Some(format!(
            "its months add up to {}: revised by {}, by month unknown",
            series.unit.in_words(sum.value),
            series.unit.in_words(whole.value - sum.value),
        )),
    }
}

/// Which months of a sum are no plain printed figures; `None` where all are.
fn not_plain(series: &Series, months: &[Period]) -> Option<String> {
    let what = |month: Period| {
        let figure = series.figure(month)?;
        // Dropped rows have a remark of their own.
        let noted = series.remarks(month).len() > series.dropped_in(month).count();
        match figure.basis {
            Basis::Implied => Some("implied by printed changes"),
            Basis::Difference => Some("differences of published figures"),
            Basis::Converted => Some("converted from the yuan figures"),
            _ if series.revision(month).is_some() => Some("revised since first published"),
            _ => noted.then_some("with a note of their own"),
        }
    };
    let mut kinds: Vec<(&str, Vec<String>)> = Vec::new();
    for month in months {
        let Some(what) = what(*month) else {
            continue;
        };
        match kinds.iter_mut().find(|(kind, _)| *kind == what) {
            Some((_, names)) => names.push(month.to_string()),
            None => kinds.push((what, vec![month.to_string()])),
        }
    }
    let kinds: Vec<String> = kinds
        .into_iter()
        .map(|(what, names)| format!("{what}: {}", names.join(", ")))
        .collect();
    (!kinds.is_empty()).then(|| format!("a sum of months, {}", kinds.join("; ")))
}

/// The remark on a figure made of several, rows of some of which were dropped as bad.
pub fn of_drops(
    column: Column,
    series: &Series,
    taken: impl IntoIterator<Item = Period>,
) -> Option<RowRemark> {
    let dropped: BTreeSet<Period> = taken
        .into_iter()
        .flat_map(|period| series.dropped_in(period))
        .collect();
    let first = dropped.first()?;
    let text = match dropped.len() - 1 {
        0 => format!("rows of {first} were dropped (--lenient)"),
        more => format!("rows of {first} and {more} more were dropped (--lenient)"),
    };
    Some(RowRemark { column, text })
}

/// Where the printed change cannot be that of the figures in hand: by how much the base must have
/// been revised.
pub fn of_printed(
    column: Column,
    series: &Series,
    period: Period,
    change: &Change,
) -> Option<RowRemark> {
    let printed = series.printed(period)?;
    let (value, base) = (change.value.as_ref().ok()?, change.base.as_ref().ok()?);
    let implied = printed.implied_base(value.interval)?;
    if implied.meets(base.interval) {
        return None;
    }
    let needed = printed.base_of(value.value)?;
    let text = format!(
        "{}{} would need a base of {}, {} than the one in hand",
        percent(printed.percent),
        released(printed.released),
        series.unit.in_words(needed),
        more_or_less(needed - base.value, series.unit),
    );
    Some(RowRemark { column, text })
}

/// The remarks on a value, its base, and the percentage from one to the other. `is_alone`: the period
/// stands without its months.
pub fn of_comparison(
    series: &Series,
    period: Period,
    change: &Change,
    is_alone: bool,
) -> Vec<RowRemark> {
    let mut notes = of_sides(series, period, change.base_period, is_alone);
    notes.extend(of_rounding(Column::YoyPct, change));
    notes
}

/// What the rounding of the published figures leaves open of a percentage.
pub fn of_rounding(column: Column, change: &Change) -> Option<RowRemark> {
    uncertain(column, change).or_else(|| coarse(column, change))
}

/// The remark on a change whose sign the rounding leaves open.
pub fn uncertain(column: Column, change: &Change) -> Option<RowRemark> {
    let open = change.sign == Ok(crate::trade::Sign::Uncertain);
    open.then(|| RowRemark {
        column,
        text: "rounding of the published figures leaves the sign open".to_owned(),
    })
}

/// The remark on a percentage of which rounding leaves more than one point open: a figure such as
/// "10 hundred million" has one digit, whatever is worked out from it.
fn coarse(column: Column, change: &Change) -> Option<RowRemark> {
    const ONE_POINT: i128 = 10;
    let (value, base) = (change.value.as_ref().ok()?, change.base.as_ref().ok()?);
    change.percent.as_ref().ok()?;
    let least = Ratio::change(value.interval.low, base.interval.high)?;
    let most = Ratio::change(value.interval.high, base.interval.low)?;
    let ends = [least, most].map(|end| end.percent(1));
    (ends[1] - ends[0] > ONE_POINT).then(|| {
        let [least, most] = ends.map(|digits| {
            signed(Printed {
                digits,
                decimals: 1,
            })
        });
        RowRemark {
            column,
            text: format!("rounding of the published figures leaves it between {least} and {most}"),
        }
    })
}

fn more_or_less(difference: Amount, unit: UnitOfMeasure) -> String {
    let word = if difference < Amount::ZERO {
        "less"
    } else {
        "more"
    };
    format!("{} {word}", unit.in_words(difference.abs()))
}

/// A printed percentage: `printed −28.9 %`.
fn percent(printed: Printed) -> String {
    format!("printed {}", signed(printed))
}

/// A percentage with a sign: `−28.9 %`.
pub fn signed(printed: Printed) -> String {
    let size = printed.digits.unsigned_abs();
    let power = 10u128.pow(printed.decimals.min(30));
    let sign = if printed.digits < 0 { "−" } else { "+" };
    if printed.decimals == 0 {
        return format!("{sign}{size} %");
    }
    format!(
        "{sign}{}.{:0width$} %",
        size / power,
        size % power,
        width = printed.decimals as usize
    )
}

fn how(figure: &Figure) -> &'static str {
    match figure.basis {
        Basis::Printed => "printed",
        Basis::Difference => "taken as a difference",
        Basis::Implied => "implied",
        Basis::Sum => "added up",
        Basis::Converted => "converted from yuan",
    }
}

fn released(vintage: Option<Vintage>) -> String {
    vintage.map(|date| format!(" ({date})")).unwrap_or_default()
}
