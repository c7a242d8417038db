//! The change from a year earlier, and the streak it belongs to.
//!
//! Source: docs/definitions.md, "Change", "Streak", "A published figure and its rounding".

use super::change::Change;
use super::contribution::Ranked;
use super::links::{self, Link};
use super::{contribution, remarks};
use crate::frame::SeriesSet;
use crate::measure::breakdown;
use crate::measure::question::{
    Answer, KeyedSeries, MeasureError, Question, SelectedSeries, Tells,
};
use crate::report::{
    BESIDE_STREAK, Cell, Column, Head, Remark, RemarkKind, Report, Row, Shows, Subject, ViewColumn,
    Word,
};
use crate::trade::{
    Breakdown, Comparison, Direction, Extent, Measured, Missing, Month, Period, Printed, Reason,
    Series, Sign, UnitOfMeasure,
};

/// The machine columns, in order.
pub const COLUMNS: [Column; 15] = [
    Column::Month,
    Column::Flow,
    Column::BaseMonth,
    Column::Base,
    Column::Value,
    Column::Change,
    Column::YoyPct,
    Column::PrintedPct,
    Column::Streak,
    Column::StreakDirection,
    Column::StreakSince,
    Column::StreakBound,
    Column::Unit,
    Column::Flags,
    Column::Note,
];

/// Answers with one row per month and flow, or one per flow for a period of several months.
///
/// # Errors
/// When the data do not cover the months asked for, or have none of the flows.
pub fn answer(
    question: &Question,
    top: Option<usize>,
    set: &SeriesSet,
) -> Result<Answer, MeasureError> {
    let selected = question.select(set)?;
    let (months, mut notes) = selected.asked_for_yoy(question.span, Tells::TheMonth)?;
    notes.extend(breakdown::on_revisions(
        question,
        since_a_year_before(months),
    ));
    let selected = selected.shown_in(months, question.only_with_figures);
    let (subject, periods) = if question.span.is_period() {
        (Subject::YoyOfPeriod, vec![months])
    } else {
        (Subject::Yoy, months.months().map(Period::month).collect())
    };
    let mut rows = Vec::new();
    let mut sources = Vec::new();
    for period in periods {
        for all_series in selected.flows() {
            let ranked = contribution::ranked(all_series, period, top, &question.goods);
            let whole = ranked.last().map(|whole| &whole.change);
            for one in &ranked {
                rows.push(row(one, whole, period, question));
                add_sources(&mut sources, &one.keyed.series, period);
            }
        }
    }
    let report = Report {
        view: view(&rows, months, question.by, &selected),
        notes,
        sources,
        ..Report::of_rows(
            "yoy",
            question.heading(subject, set, Some(months)),
            &columns(question),
            rows,
        )
    };
    Ok(Answer::of(report))
}

/// All months from the bases of `months` to their end.
pub(super) fn since_a_year_before(months: Period) -> Period {
    Period {
        from: months.from.year_before(),
        to: months.to,
    }
}

/// Remarks on the quantities of the same months, for readers of values.
pub fn on_quantities(question: &Question, set: &SeriesSet) -> Vec<Remark> {
    let Ok(selected) = question.select(set) else {
        return Vec::new();
    };
    let Ok((months, _)) = selected.asked_for_yoy(question.span, Tells::TheMonth) else {
        return Vec::new();
    };
    let period = if question.span.is_period() {
        months
    } else {
        Period::month(months.to)
    };
    let note = |keyed: &KeyedSeries| {
        let change = Change::of(&keyed.series, period, Comparison::Yoy);
        let measured = |amount| Measured {
            amount,
            unit: keyed.series.unit,
        };
        let kind = RemarkKind::QuantityBeside {
            flow: keyed.flow,
            value: measured(change.value.ok()?.value),
            base: measured(change.base.ok()?.value),
            change: Printed {
                digits: change.percent.ok()?.percent(1),
                decimals: 1,
            },
        };
        Some(Remark {
            period: Some(period),
            ..Remark::on_all(kind)
        })
    };
    selected.all_series.iter().filter_map(note).collect()
}

fn columns(question: &Question) -> Vec<Column> {
    let by = question.by;
    let mut columns = breakdown::columns(&COLUMNS, by);
    breakdown::name_period(&mut columns, question);
    if by.is_some() {
        let column_index = columns.iter().position(|one| *one == Column::PrintedPct);
        let column_index = column_index.unwrap_or(columns.len());
        columns.splice(
            column_index..column_index,
            [Column::ContributionPp, Column::SharePct],
        );
    }
    columns
}

fn row(ranked: &Ranked<'_>, whole: Option<&Change>, period: Period, question: &Question) -> Row {
    let Ranked { keyed, change } = ranked;
    let (flow, series) = (keyed.flow, &keyed.series);
    let [streak, direction, since, bound] = streak_cells(series, period, change);
    // The earlier months of the streak, and the one that ends the count.
    let streak_before = match (&since, &bound) {
        (Cell::Month(from), Cell::Word(Word::Extent(Extent::Exact))) => {
            Period::new(from.plus(-1), period.from.plus(-1))
        }
        (Cell::Month(from), _) => Period::new(*from, period.from.plus(-1)),
        _ => None,
    };
    let printed = series.printed(period);
    let printed = printed.map_or(Cell::Empty, |printed| Cell::PrintedPercent(printed.percent));
    let mut cells = breakdown::key(keyed, question.by);
    cells.extend(breakdown::unit(series));
    cells.extend(breakdown::comparison(series, change));
    cells.extend(breakdown::when(period, question));
    cells.extend([
        (Column::PrintedPct, printed),
        (Column::Streak, streak),
        (Column::StreakDirection, direction),
        (Column::StreakSince, since),
        (Column::StreakBound, bound),
    ]);
    // Unit values do not add up.
    let adds_up = !matches!(series.unit, UnitOfMeasure::UnitValue(..));
    if let (Some(_), Some(whole), true) = (question.by, whole, adds_up) {
        cells.extend(contribution::cells(change, whole, flow, period));
    }
    if period.is_month() {
        let direction = match cells
            .iter()
            .find(|(column, _)| *column == Column::StreakDirection)
        {
            Some((_, Cell::Word(Word::Direction(direction)))) => Some(*direction),
            _ => None,
        };
        let streak = direction.and_then(|direction| {
            links::streak_to(series, period.to, direction, Comparison::Yoy).ok()
        });
        let (until, streak) = (period.to, streak.as_ref());
        cells.extend(links::extra_streak_cells(
            series,
            until,
            Comparison::Yoy,
            streak,
        ));
    }
    let is_alone = question.span.is_period();
    let mut notes = remarks::of_comparison(series, period, change, is_alone);
    let links = streak_before.into_iter().flat_map(Period::months);
    let links: Vec<Period> = links
        .map(Period::month)
        .flat_map(|month| [month, month.year_before()])
        .collect();
    notes.extend(remarks::of_taken(Column::Streak, series, links));
    notes.extend(pair(series, period).map(|pair| {
        let kind = RemarkKind::CountsAsTwo;
        Remark::on(Column::Streak, pair, kind)
    }));
    notes.extend(remarks::of_printed(
        Column::PrintedPct,
        series,
        period,
        change,
    ));
    let flags = remarks::flags_of_comparison(series, period, change);
    Row::new(cells).with_remarks(notes).with_flags(flags)
}

/// January–February, if February was published only together with January.
fn pair(series: &Series, period: Period) -> Option<Period> {
    let link = link(series, period.to).filter(|link| !link.period.is_month());
    let pair = link.map(|link| link.period);
    pair.filter(|pair| period.is_month() && pair.to == period.to)
}

fn link(series: &Series, month: Month) -> Option<Link> {
    links::link_at(series, month, Comparison::Yoy).ok()
}

/// The cells for length, direction, first month and bound of the streak that ends with the period.
fn streak_cells(series: &Series, period: Period, change: &Change) -> [Cell; 4] {
    let unknown = |cell: Cell| [cell, Cell::Empty, Cell::Empty, Cell::Empty];
    let is_link = || {
        links::link_at(series, period.to, Comparison::Yoy).is_ok_and(|link| link.period == period)
    };
    if !period.is_month() && !is_link() {
        // Streaks are counted in months; January–February is a link only if its months are missing.
        return unknown(Cell::Missing(Missing::by_nature(Reason::OfMonths)));
    }
    // January or February of a pair that was published only together has no change of its own, but
    // the pair is a link.
    let link = pair(series, period).and_then(|_| link(series, period.to));
    let sign = link.as_ref().map_or(&change.sign, |link| &link.change.sign);
    let direction = match sign {
        Err(missing) => return unknown(Cell::Missing(missing.clone())),
        Ok(Sign::Uncertain) => {
            return unknown(Cell::Missing(Missing::new(Reason::UncertainSign, period)));
        }
        Ok(Sign::Flat) => {
            return [
                Cell::Count(0),
                Cell::Word(Word::Flat),
                Cell::Empty,
                Cell::Word(Word::Extent(Extent::Exact)),
            ];
        }
        Ok(Sign::Fall) => Direction::Fall,
        Ok(Sign::Rise) => Direction::Rise,
    };
    match links::streak_to(series, period.to, direction, Comparison::Yoy) {
        Err(missing) => unknown(Cell::Missing(missing)),
        Ok(streak) => [
            Cell::Count(streak.months()),
            Cell::Word(Word::Direction(direction)),
            streak.since().map_or(Cell::Empty, Cell::Month),
            Cell::Word(Word::Extent(streak.bound())),
        ],
    }
}

/// Adds the publishers of value and base.
pub(super) fn add_sources(sources: &mut Vec<String>, series: &Series, period: Period) {
    for one in [period, period.year_before()] {
        let parts = match series.figure(one) {
            Some(_) => vec![one],
            None => series.summed(one).unwrap_or_default(),
        };
        let figures = parts.into_iter().filter_map(|part| series.figure(part));
        let printed = series
            .printed(one)
            .filter(|_| one == period)
            .map(|printed| printed.source.clone());
        for source in figures
            .map(|figure| figure.source.clone())
            .chain(printed)
            .filter(|source| !source.is_empty())
        {
            if !sources.iter().any(|known| **known == *source) {
                sources.push(source.to_string());
            }
        }
    }
}

fn view(
    rows: &[Row],
    months: Period,
    by: Option<Breakdown>,
    selected: &SelectedSeries,
) -> Vec<ViewColumn> {
    let show = ViewColumn::of;
    let one_period = rows
        .iter()
        .all(|row| breakdown::period_of(row) == Some(months));
    let mut view = breakdown::sides(one_period.then_some(months));
    view.push(show(Head::Change, Column::Change));
    view.push(show(
        if months.is_month() || !one_period {
            Head::Yoy
        } else {
            Head::YoyOfPeriod
        },
        Column::YoyPct,
    ));
    if by.is_some() {
        // Streaks of components are only in the machine columns; the table would be too wide.
        if selected.adds_up() {
            view.push(show(Head::Contribution, Column::ContributionPp));
            view.push(show(Head::Share, Column::SharePct));
        }
        return breakdown::view(view, by, selected.is_money());
    }
    view.push(show(Head::Printed, Column::PrintedPct));
    let is_empty = |row: &Row| matches!(row.cell(Column::Streak), Cell::Missing(missing) if missing.reason == Reason::OfMonths);
    if one_period && rows.iter().all(is_empty) {
        return view;
    }
    let phrase = Shows::StreakPhrase(
        [
            Column::Streak,
            Column::StreakDirection,
            Column::StreakSince,
            Column::StreakBound,
        ],
        BESIDE_STREAK,
    );
    view.push(ViewColumn {
        head: Head::Streak,
        shows: phrase,
    });
    view
}
