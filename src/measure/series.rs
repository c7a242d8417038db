//! A series month by month: value, m/m, y/y, year to date, rolling sums.
//!
//! Source: docs/definitions.md, "Change".

use super::series_row::SeriesRow;
use super::{columns, yoy};
use crate::frame::SeriesSet;
use crate::measure::breakdown;
use crate::measure::question::{Answer, MeasureError, Question, SelectedSeries, Tells};
use crate::report::{Cell, Column, Head, Remark, RemarkKind, Report, Row, Subject, ViewColumn};
use crate::trade::Period;

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
    let (months, remarks) = selected.asked(question.span, Tells::SumsToo, all)?;
    let selected = selected.shown_in(months, question.only_with_figures);
    let mut rows = Vec::new();
    let mut sources = Vec::new();
    for month in months.months() {
        for keyed in &selected.all_series {
            rows.push(SeriesRow::of(&keyed.series, month, &columns).row(keyed, question.by));
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
