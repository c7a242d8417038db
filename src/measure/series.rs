//! A series month by month: value, m/m, y/y, year to date, rolling sums.
//!
//! Source: docs/definitions.md, "Change".

use super::change::Change;
use super::{columns, remarks, yoy};
use crate::frame::SeriesSet;
use crate::measure::breakdown;
use crate::measure::breakdown::percent;
use crate::measure::question::{Answer, KeyedSeries, MeasureError, Question, SelectedSeries};
use crate::report::{
    Cell, Column, Flag, Head, Remark, RemarkKind, Report, Row, Subject, ViewColumn, Word,
};
use crate::trade::{Breakdown, Comparison, Flow, Month, Period, Series};
use std::cell::LazyCell;

/// The machine columns, in order.
pub const COLUMNS: [Column; 16] = [
    Column::Month,
    Column::Flow,
    Column::Value,
    Column::Basis,
    Column::MomPct,
    Column::YoyPct,
    Column::PrintedPct,
    Column::Ytd,
    Column::YtdYoyPct,
    Column::Roll3,
    Column::Roll3YoyPct,
    Column::Roll12,
    Column::Roll12YoyPct,
    Column::Unit,
    Column::Flags,
    Column::Note,
];

/// The columns with these names, from which an answer is made. Those that distinguish components
/// are included in every breakdown.
///
/// # Errors
/// [`MeasureError::NoColumn`] for a name that is not among [`COLUMNS`].
pub fn columns_named(question: &Question, wanted: &[String]) -> Result<Vec<Column>, MeasureError> {
    let mut known = COLUMNS.to_vec();
    // The column that `unit` replaced.
    known.push(Column::Currency);
    let of_parts = [Column::Code, Column::Name];
    known.extend(question.by.iter().flat_map(|_| of_parts));
    let mut columns = columns::named(wanted, &known)?;
    columns.retain(|one| !of_parts.contains(one));
    Ok(columns)
}

/// Answers with one row per month and flow, in these columns (`None` for all).
///
/// # Errors
/// When the data do not cover the months asked for, or have none of the flows.
pub fn answer(
    question: &Question,
    wanted: Option<&[Column]>,
    set: &SeriesSet,
) -> Result<Answer, MeasureError> {
    let columns = wanted.unwrap_or(&COLUMNS).to_vec();
    let selected = question.select(set)?;
    let all = |selected: &SelectedSeries| Ok((selected.every_month(), Vec::new()));
    let (months, remarks) = selected.asked(question.span, all)?;
    let selected = selected.shown_in(months, question.only_with_figures);
    let mut rows = Vec::new();
    let mut sources = Vec::new();
    for month in months.months() {
        for keyed in &selected.all_series {
            rows.push(row(keyed, month, &columns, question.by));
            yoy::add_sources(&mut sources, &keyed.series, Period::month(month));
        }
    }
    // A rolling sum that is missing in every month is shown only if it was asked for.
    let is_rolling = |column: &Column| {
        use Column::{Roll3, Roll3YoyPct, Roll12, Roll12YoyPct};
        matches!(column, Roll3 | Roll3YoyPct | Roll12 | Roll12YoyPct)
    };
    let has_any = |column: &Column| {
        let is_there = |row: &Row| !matches!(row.cell(*column), Cell::Missing(_) | Cell::Empty);
        rows.iter().any(is_there)
    };
    let mut shown = columns.clone();
    if wanted.is_none() {
        shown.retain(|one| !is_rolling(one) || has_any(one));
        // All columns do not fit in 80 characters; the basis is the one to leave out.
        shown.retain(|one| *one != Column::Basis);
    }
    let report = Report {
        view: breakdown::view(view(&shown), question.by, selected.is_money()),
        notes: columns
            .contains(&Column::MomPct)
            .then(|| Remark::on_all(RemarkKind::MomUnadjusted))
            .into_iter()
            .chain(remarks)
            .chain(breakdown::on_revisions(
                question,
                yoy::since_a_year_before(months),
            ))
            .collect(),
        sources,
        ..Report::of_rows(
            "series",
            question.heading(Subject::Series, set, Some(months)),
            &breakdown::columns(&columns, question.by),
            rows,
        )
    };
    Ok(Answer::of(report))
}

fn row(keyed: &KeyedSeries, month: Month, columns: &[Column], by: Option<Breakdown>) -> Row {
    let series = &keyed.series;
    let period = Period::month(month);
    let window = |months: i32| Period {
        from: month.plus(1 - months),
        to: month,
    };
    let rolling = |months: i32| Change::of_months(series, window(months), Comparison::Yoy);
    // Only the columns asked for are computed: a breakdown has a row for each component and month.
    let wants = |some: [Column; 2]| some.iter().any(|one| columns.contains(one));
    let yoy = Change::of(series, period, Comparison::Yoy);
    let mom = LazyCell::new(|| Change::of(series, period, Comparison::Mom));
    let to_date =
        LazyCell::new(|| Change::of(series, Period::year_to_date(month), Comparison::Yoy));
    let (three, twelve) = (LazyCell::new(|| rolling(3)), LazyCell::new(|| rolling(12)));
    let cell = |column: Column| match column {
        Column::Value => breakdown::figure(series, &yoy.value),
        Column::Basis => yoy
            .value
            .as_ref()
            .map_or(Cell::Empty, |figure| Cell::Word(Word::Basis(figure.basis))),
        Column::MomPct => percent(&mom),
        Column::YoyPct => percent(&yoy),
        Column::PrintedPct => series
            .printed(period)
            .map_or(Cell::Empty, |printed| Cell::PrintedPercent(printed.percent)),
        Column::Ytd => breakdown::figure(series, &to_date.value),
        Column::YtdYoyPct => percent(&to_date),
        Column::Roll3 => breakdown::figure(series, &three.value),
        Column::Roll3YoyPct => percent(&three),
        Column::Roll12 => breakdown::figure(series, &twelve.value),
        Column::Roll12YoyPct => percent(&twelve),
        _ => Cell::Empty,
    };
    let mut notes = remarks::of_figure(Column::Value, series, period);
    // If the value is shown, it carries the remark itself.
    let own = (!columns.contains(&Column::Value)).then_some(period);
    for (column, base) in [
        (Column::MomPct, Period::month(month.plus(-1))),
        (Column::YoyPct, period.year_before()),
    ] {
        let taken = own.into_iter().chain([base]);
        notes.extend(remarks::of_taken(column, series, taken));
    }
    for (value, change, window) in [
        (Column::Ytd, Column::YtdYoyPct, Period::year_to_date(month)),
        (Column::Roll3, Column::Roll3YoyPct, window(3)),
        (Column::Roll12, Column::Roll12YoyPct, window(12)),
    ]
    .into_iter()
    .filter(|(value, change, _)| wants([*value, *change]))
    {
        notes.extend(remarks::of_taken(value, series, [window]));
        let own = (!columns.contains(&value)).then_some(window);
        let taken = own.into_iter().chain([window.year_before()]);
        notes.extend(remarks::of_taken(change, series, taken));
    }
    for (value, change, window) in [
        (Column::Roll3, Column::Roll3YoyPct, window(3)),
        (Column::Roll12, Column::Roll12YoyPct, window(12)),
    ]
    .into_iter()
    .filter(|(value, change, _)| wants([*value, *change]))
    {
        // One method for the whole column; a published figure that differs is remarked on.
        let beside = remarks::of_published_window(value, series, window);
        let base = remarks::of_published_window(change, series, window.year_before());
        notes.extend(beside.into_iter().chain(base));
    }
    if wants([Column::MomPct; 2]) {
        notes.extend(remarks::uncertain(Column::MomPct, period, &mom));
    }
    notes.extend(remarks::of_rounding(Column::YoyPct, period, &yoy));
    notes.extend(remarks::of_printed(
        Column::PrintedPct,
        series,
        period,
        &yoy,
    ));
    if month != month.january() && wants([Column::Ytd, Column::YtdYoyPct]) {
        notes.extend(to_date_remark(series, month));
        notes.extend(remarks::of_printed(
            Column::YtdYoyPct,
            series,
            Period::year_to_date(month),
            &to_date,
        ));
    }
    notes.retain(|remark| remark.column.is_some_and(|one| columns.contains(&one)));
    let figures = columns.iter().map(|column| (*column, cell(*column)));
    let flags = columns.iter().flat_map(|column| match column {
        Column::Value => remarks::flags_of(*column, series, period),
        Column::MomPct => remarks::flags_of_change(*column, period, &mom),
        Column::YoyPct => remarks::flags_of_change(*column, period, &yoy),
        Column::YtdYoyPct => {
            remarks::flags_of_change(*column, Period::year_to_date(month), &to_date)
        }
        Column::Roll3YoyPct => remarks::flags_of_change(*column, window(3), &three),
        Column::Roll12YoyPct => remarks::flags_of_change(*column, window(12), &twelve),
        _ => Vec::new(),
    });
    let flags: Vec<(Column, Flag)> = flags.collect();
    let key = breakdown::key(keyed, by);
    let key = key
        .into_iter()
        .chain(breakdown::unit(series))
        .collect::<Vec<_>>();
    let key = key.into_iter().chain([(Column::Month, Cell::Month(month))]);
    let row = Row::new(figures.chain(key)).with_remarks(notes);
    row.with_flags(flags)
}

/// A remark on how the year to date came about, if it is not the sum of its months.
fn to_date_remark(series: &Series, month: Month) -> Option<Remark> {
    let period = Period::year_to_date(month);
    let published = series.figure(period)?;
    if series.flow == Flow::Balance || published.basis == crate::trade::Basis::Sum {
        return None;
    }
    let months = remarks::beside_months(series, period)?;
    let kind = remarks::for_the_whole(published, Some(months));
    Some(Remark::on(Column::Ytd, period, kind))
}

/// The table columns among those asked for; the currency is in the heading.
fn view(columns: &[Column]) -> Vec<ViewColumn> {
    let head = |column: Column| match column {
        Column::Month => Some(Head::Month),
        Column::Flow => Some(Head::Flow),
        Column::Value => Some(Head::Value),
        Column::Basis => Some(Head::Basis),
        Column::MomPct => Some(Head::Mom),
        Column::YoyPct => Some(Head::Yoy),
        Column::PrintedPct => Some(Head::Printed),
        Column::Ytd => Some(Head::YearToDate),
        Column::YtdYoyPct => Some(Head::YearToDateYoy),
        Column::Roll3 => Some(Head::Rolling3),
        Column::Roll3YoyPct => Some(Head::Rolling3Yoy),
        Column::Roll12 => Some(Head::Rolling12),
        Column::Roll12YoyPct => Some(Head::Rolling12Yoy),
        _ => None,
    };
    columns
        .iter()
        .filter_map(|column| head(*column).map(|head| ViewColumn::of(head, *column)))
        .collect()
}
