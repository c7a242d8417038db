//! The figures read for an answer: each with its release, publisher, address and note, or with its
//! file and line.

use super::TracedData;
use super::used::Used;
use crate::measure::question::Question;
use crate::report::{Cell, Column, Row, Word};
use crate::trade::{
    Amount, Basis, Currency, Figure, Flow, Measure, Membership, Observation, Period, RowKind,
    Series, SourceRef, UnitOfMeasure,
};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Up to this many detail rows of a figure are listed individually; otherwise only counted.
const LISTED: usize = 20;

/// A figure as it was read.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Read {
    /// One row, by its index among all rows.
    Row(u32),
    /// Detail rows of one input that were added up, for a month and flow.
    Details {
        /// The input.
        input: u32,
        /// The month.
        period: Period,
        /// The row indices.
        rows: Vec<u32>,
    },
    /// No row: an input that holds all goods of a month has none of those asked for, so that
    /// trade was zero.
    Absence {
        /// The input that holds the month.
        input: u32,
        /// The month.
        period: Period,
        /// The flow, from the reporter's perspective.
        flow: Flow,
        /// The code of the component; `None` for the whole.
        code: Option<Arc<str>>,
        /// The currency of the series.
        currency: Currency,
    },
}

/// One row for each figure read, without duplicates, in chronological order.
pub fn figures_of(used: &[Used], question: &Question, book: &TracedData<'_>) -> Vec<Row> {
    let mut read: BTreeSet<(Period, Read, bool)> = BTreeSet::new();
    for one in used {
        let Some(series) = book.series(question, one) else {
            continue;
        };
        let sources = match one.is_sum_of_months {
            true => series.sources_of_months(one.period),
            false => series.sources(one.period),
        };
        for source in sources {
            match source {
                SourceRef::Row(row) => {
                    let Some(observation) = observation(book, row) else {
                        continue;
                    };
                    read.insert((observation.period, Read::Row(row), one.is_quantity));
                }
                SourceRef::Input(input) => {
                    let details = details(book, question, one, (input, series.currency));
                    let absences = absences(one, &series, input, &details);
                    for (period, found) in details.into_iter().chain(absences) {
                        read.insert((period, found, one.is_quantity));
                    }
                }
            }
        }
        // A printed change supplements the levels, or replaces them.
        if let Some(printed) = series.printed(one.period)
            && !one.is_sum_of_months
        {
            let flow = question.perspective.reporter_flow(one.flow);
            let rows = (0..).zip(&book.frame.observations().rows);
            let is_it = |row: &Observation| {
                row.kind == RowKind::Published
                    && row.flow == flow
                    && row.period == one.period
                    && row.printed == Some(printed.percent)
                    && row.released == printed.released
                    && row.currency == series.currency
                    && book.selection.partner.wants(row.partner)
                    && is_of_goods(book, row)
            };
            let found = rows.filter(|(_, row)| is_it(row)).map(|(at, _)| at);
            read.extend(found.map(|at| (one.period, Read::Row(at), one.is_quantity)));
        }
    }
    // A unit value uses two figures: the value, and the quantity it is divided by.
    if book.selection.measure == Measure::UnitValue {
        let quantities = read
            .iter()
            .map(|(period, one, _)| (*period, one.clone(), true));
        read.extend(quantities.collect::<Vec<_>>());
    }
    let rows = read.iter();
    rows.filter_map(|(_, one, is_quantity)| row(one, *is_quantity, question, book))
        .collect()
}

fn observation(book: &TracedData<'_>, at: u32) -> Option<Observation> {
    book.frame.observations().rows.get(at as usize)
}

/// Whether a row is for the goods asked for.
fn is_of_goods(book: &TracedData<'_>, row: &Observation) -> bool {
    let code = book.frame.observations().text_of(row.code);
    let goods = &book.selection.goods;
    match &*code {
        "" => goods.is_all(),
        code => {
            goods.is_all() && row.kind == RowKind::Detail
                || matches!(goods.fits(code), Membership::In)
        }
    }
}

/// Whether the figure of a month is zero because the input that holds the month has no row of the
/// goods asked for.
pub(super) fn is_by_absence(
    used: &Used,
    series: &Series,
    question: &Question,
    book: &TracedData<'_>,
) -> bool {
    // Looking for rows takes a walk over all of them.
    if !series.figure(used.period).is_some_and(Figure::is_nothing) {
        return false;
    }
    let sources = series.sources(used.period);
    let mut inputs = sources.iter().filter_map(|source| match source {
        SourceRef::Input(input) => Some(*input),
        SourceRef::Row(_) => None,
    });
    inputs.any(|input| {
        let details = details(book, question, used, (input, series.currency));
        !absences(used, series, input, &details).is_empty()
    })
}

/// The detail rows of one input behind a figure, month by month.
fn details(
    book: &TracedData<'_>,
    question: &Question,
    used: &Used,
    (input, currency): (u32, Currency),
) -> Vec<(Period, Read)> {
    let observations = book.frame.observations();
    let flow = question.perspective.reporter_flow(used.flow);
    let digits = question.by.and_then(|by| by.digits());
    let is_of_part = |row: &Observation| match (&used.code, digits) {
        (Some(code), Some(_)) => observations.text_of(row.code).starts_with(&**code),
        _ => true,
    };
    let is_wanted = |at: usize, row: &Observation| {
        observations.input.get(at) == Some(&input)
            && row.kind == RowKind::Detail
            && row.currency == currency
            && used.period.from <= row.period.from
            && row.period.to <= used.period.to
            && (row.flow == flow || !matches!(flow, Flow::Import | Flow::Export))
            && book.selection.partner.wants(row.partner)
            && is_of_goods(book, row)
            && is_of_part(row)
    };
    let mut by_month: Vec<(Period, Vec<u32>)> = Vec::new();
    for (at, row) in observations.rows.iter().enumerate() {
        if !is_wanted(at, &row) {
            continue;
        }
        let row_index = u32::try_from(at).unwrap_or(u32::MAX);
        match by_month
            .iter_mut()
            .find(|(period, _)| *period == row.period)
        {
            Some((_, rows)) => rows.push(row_index),
            None => by_month.push((row.period, vec![row_index])),
        }
    }
    let mut found = Vec::new();
    for (period, rows) in by_month {
        if rows.len() <= LISTED {
            found.extend(rows.into_iter().map(|row| (period, Read::Row(row))));
        } else {
            found.push((
                period,
                Read::Details {
                    input,
                    period,
                    rows,
                },
            ));
        }
    }
    found
}

/// The months of a figure that are zero because an input that holds them has no row of the goods.
fn absences(
    used: &Used,
    series: &Series,
    input: u32,
    details: &[(Period, Read)],
) -> Vec<(Period, Read)> {
    if !matches!(series.flow, Flow::Import | Flow::Export) {
        return Vec::new();
    }
    let months = used.period.months().map(Period::month);
    let is_absent = |month: &Period| {
        let figure = series.figure(*month);
        let is_summed = |one: &Figure| one.is_nothing() && one.basis == Basis::Sum;
        figure.is_some_and(is_summed)
            && series.sources(*month).contains(&SourceRef::Input(input))
            && !details.iter().any(|(of, _)| of == month)
    };
    let absence = |period: Period| Read::Absence {
        input,
        period,
        flow: series.flow,
        code: used.code.clone(),
        currency: series.currency,
    };
    let absent = months.filter(is_absent);
    absent.map(|month| (month, absence(month))).collect()
}

/// One row of the table.
fn row(read: &Read, is_quantity: bool, question: &Question, book: &TracedData<'_>) -> Option<Row> {
    let observations = book.frame.observations();
    let is_quantity = is_quantity || book.selection.measure == Measure::Quantity;
    let at = match read {
        Read::Row(at) => *at,
        Read::Details { rows, .. } => *rows.first()?,
        Read::Absence {
            input,
            period,
            flow,
            code,
            currency,
        } => {
            let unit = match is_quantity {
                true => UnitOfMeasure::Quantity(None),
                false => UnitOfMeasure::Money(*currency),
            };
            let zero = amount(unit, Amount::ZERO);
            return Some(Row::new([
                (Column::Period, Cell::Period(*period)),
                (
                    Column::Flow,
                    Cell::Flow(question.perspective.reporter_flow(*flow)),
                ),
                (Column::Code, Cell::text(code.as_deref().unwrap_or(""))),
                (Column::Value, zero.clone()),
                (Column::Low, zero.clone()),
                (Column::High, zero),
                (Column::Unit, Cell::Unit(unit)),
                (Column::Basis, Cell::Word(Word::Absence)),
                (
                    Column::File,
                    Cell::text(&observations.inputs.get(*input as usize)?.name),
                ),
            ]));
        }
    };
    let observation = observation(book, at)?;
    let input = *observations.input.get(at as usize)?;
    let input = observations.inputs.get(input as usize)?;
    let shown_flow = question.perspective.reporter_flow(observation.flow);
    let mut row = Row::new([
        (Column::Period, Cell::Period(observation.period)),
        (Column::Flow, Cell::Flow(shown_flow)),
        (
            Column::Code,
            Cell::text(&observations.text_of(observation.code)),
        ),
        (Column::File, Cell::text(&input.name)),
    ]);
    if observation.line > 0 {
        let line = u32::try_from(observation.line).unwrap_or(u32::MAX);
        row.put(Column::Line, Cell::Count(line));
    }
    if let Read::Details { rows, .. } = read {
        let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        row.put(Column::Rows, Cell::Count(count));
        row.put(Column::Basis, Cell::Word(Word::Basis(Basis::Sum)));
        return Some(row);
    }
    let note = observations.notes.of(at);
    let note = note.map(|note| [note.url, note.note].map(|id| observations.text_of(id)));
    let [address, own] = note.unwrap_or_default();
    for (column, cell) in [
        (Column::Basis, Cell::Word(Word::Basis(observation.basis))),
        (Column::Released, Cell::date(observation.released)),
        (
            Column::PrintedPct,
            observation
                .printed
                .map_or(Cell::Empty, Cell::PrintedPercent),
        ),
        (
            Column::Publisher,
            Cell::text(&observations.text_of(observation.publisher)),
        ),
        (Column::Address, Cell::text(&address)),
        (Column::OwnNote, Cell::text(&own)),
    ] {
        row.put(column, cell);
    }
    let row_quantity = observations
        .quantities
        .get(&at)
        .and_then(|one| one.quantity);
    let (value, interval, unit) = match (is_quantity, row_quantity, &observation.value) {
        (true, Some(quantity), _) => (
            quantity.amount,
            quantity.interval,
            UnitOfMeasure::Quantity(Some(quantity.unit)),
        ),
        (false, _, Some((value, interval))) => (
            *value,
            *interval,
            UnitOfMeasure::Money(observation.currency),
        ),
        _ => return Some(row),
    };
    row.put(Column::Value, amount(unit, value));
    row.put(Column::Low, amount(unit, interval.low));
    row.put(Column::High, amount(unit, interval.high));
    row.put(Column::Unit, Cell::Unit(unit));
    Some(row)
}

/// An amount as a cell of its unit.
fn amount(unit: UnitOfMeasure, amount: Amount) -> Cell {
    match unit {
        UnitOfMeasure::Money(_) => Cell::Money(amount),
        UnitOfMeasure::Quantity(unit) => Cell::Quantity(amount, unit),
        UnitOfMeasure::UnitValue(..) => Cell::UnitValue(amount),
    }
}
