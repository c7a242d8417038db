//! How a level came about: published, summed, a difference, implied, converted.

use super::TracedData;
use super::figures::is_by_absence;
use super::formulas::{Working, amount_text, in_brackets, sum};
use super::used::{Used, code_of};
use crate::measure::question::Question;
use crate::report::{Cell, Column, Definition, Row, WorkingWords};
use crate::trade::{
    Basis, Figure, FigureRemark, Flow, Month, Period, Perspective, Series, SourceRef,
};
use std::sync::Arc;

/// The series for the flow of a row.
pub(super) fn of_row(
    row: &Row,
    code: Option<Arc<str>>,
    is_quantity: bool,
    question: &Question,
    book: &TracedData<'_>,
) -> Option<Series> {
    let Cell::Flow(flow) = row.cell(Column::Flow) else {
        return None;
    };
    let used = Used {
        period: Period::month(Month::from_index(0)),
        flow: *flow,
        code,
        is_quantity,
        is_sum_of_months: false,
    };
    book.series(question, &used)
}

/// How the figure of the period came about.
pub(super) fn level(
    series: &Series,
    at: Period,
    (question, book, row): (&Question, &TracedData<'_>, &Row),
) -> Option<Working> {
    let figure = series.over(at).ok()?;
    if series.figure(at).is_none() {
        return sum(series, at);
    }
    let flow = question.perspective.reporter_flow(series.flow);
    let code = code_of(row);
    let used = Used {
        period: at,
        flow,
        code: code.clone(),
        is_quantity: false,
        is_sum_of_months: false,
    };
    let of_flow = |flow: Flow| -> Option<String> {
        let shown_flow = question.perspective.reporter_flow(flow);
        let like = Row::new([(Column::Flow, Cell::Flow(shown_flow))]);
        let series = of_row(&like, code.clone(), false, question, book)?;
        Some(amount_text(series.unit, series.over(at).ok()?.value))
    };
    if figure.basis == Basis::Sum && matches!(series.flow, Flow::Total | Flow::Balance) {
        let (import, export) = (of_flow(Flow::Import), of_flow(Flow::Export));
        if let (Some(import), Some(export)) = (import, export) {
            let by_partner = question.perspective == Perspective::Partner;
            let formula = match (series.flow, by_partner) {
                (Flow::Balance, false) => format!("{export} - {import}"),
                (Flow::Balance, true) => format!("{import} - {export}"),
                _ => format!("{import} + {export}"),
            };
            return Some(Working::formula(Definition::Series, formula));
        }
    }
    let derived = series.remarks(at).iter().find_map(|remark| match remark {
        FigureRemark::Derived { whole, part } => Some((*whole, *part)),
        _ => None,
    });
    Some(match (figure.basis, derived) {
        (Basis::Difference, Some((whole, part))) => {
            let numbers = series.figure(whole).zip(series.figure(part));
            let formula = match numbers {
                Some((all, rest)) => format!(
                    "{} - {}",
                    amount_text(series.unit, all.value),
                    amount_text(series.unit, rest.value)
                ),
                None => format!("{whole} - {part}"),
            };
            Working::formula(Definition::Releases, formula)
        }
        (Basis::Printed, _) => Working::in_words(Definition::Published, WorkingWords::AsPublished),
        (Basis::Difference, None) => {
            Working::in_words(Definition::Releases, WorkingWords::Difference)
        }
        (Basis::Implied, _) => implied(series, at, &figure, book, flow),
        (Basis::Converted, _) => Working::in_words(Definition::Series, WorkingWords::Converted),
        (Basis::Sum, _) if is_by_absence(&used, series, question, book) => {
            Working::in_words(Definition::Series, WorkingWords::NoRows)
        }
        (Basis::Sum, _) => Working::in_words(Definition::Series, WorkingWords::Sum),
    })
}

/// A base implied by a change printed a year later.
fn implied(
    series: &Series,
    at: Period,
    figure: &Figure,
    book: &TracedData<'_>,
    flow: Flow,
) -> Working {
    let observations = book.frame.observations();
    let later = at.plus(12);
    let rows = series.sources(at);
    let row = rows.iter().find_map(|source| match source {
        SourceRef::Row(row) => {
            let row = observations.rows.get(*row as usize)?;
            (row.period == later && row.flow == flow).then_some(row)
        }
        SourceRef::Input(_) => None,
    });
    let published = row.and_then(|row| Some((row.value?.0, row.printed?)));
    match published {
        Some((value, printed)) => {
            let value = amount_text(series.unit, value);
            let percent = decimal(printed.digits, printed.decimals);
            Working {
                definition: Definition::Releases,
                formula: Cell::Text(format!("{value} / (1 + {} / 100)", in_brackets(&percent))),
                numerator: Some(value),
                denominator: Some(format!("1 + {} / 100", in_brackets(&percent))),
                ratio: None,
            }
        }
        None => Working {
            numerator: Some(format!(
                "{}..{}",
                amount_text(series.unit, figure.interval.low),
                amount_text(series.unit, figure.interval.high)
            )),
            ..Working::in_words(Definition::Releases, WorkingWords::WorkedBack)
        },
    }
}

/// A decimal number from its digits and the number of decimals.
fn decimal(digits: i128, decimals: u32) -> String {
    let sign = if digits < 0 { "-" } else { "" };
    let text = digits.unsigned_abs().to_string();
    let decimals = decimals as usize;
    if decimals == 0 {
        return format!("{sign}{text}");
    }
    let text = format!("{text:0>width$}", width = decimals + 1);
    let (whole, rest) = text.split_at(text.len() - decimals);
    format!("{sign}{whole}.{rest}")
}
