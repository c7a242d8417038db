//! Reads the values of one row.

use crate::reader::errors::input_error::InputError;
use crate::reader::errors::number_error::NumberError;
use crate::reader::layout::tidy::beside::MadeOfRow;
use crate::reader::layout::tidy::columns::TidyColumns;
use crate::reader::layout::tidy::row_facts::{RowFacts, facts, keep_year};
use crate::reader::layout::tidy::state::TidyState;
use crate::reader::layout::tidy::state::pass;
use crate::reader::layout::tidy::value_column::{FlowOf, ValueColumn};
use crate::reader::layout::titles;
use crate::reader::row_reader::Reading;
use crate::trade::{Currency, Flow, Observation, Period, SkipReason, TextId, Unit};

/// Reads the values of one row.
pub(super) fn read_row(
    reading: &mut Reading<'_, '_>,
    columns: &TidyColumns,
    state: &mut TidyState,
) -> Option<()> {
    keep_year(reading, columns, state);
    let row = facts(reading, columns, state)?;
    let mut made = MadeOfRow::default();
    for values in &columns.values {
        let Some((observation, blamed)) = observation(reading, columns, &row, values, state) else {
            continue;
        };
        match observation.flow {
            Flow::Balance => reading.note_balance(&observation, blamed),
            _ => {
                state.taken += 1;
                made.add(&observation);
                reading.push(observation);
            }
        }
    }
    made.check(reading, columns);
    Some(())
}

/// The value of one column, with the column to blame if the flow is wrong. `None` if there is none, or
/// a problem was added.
fn observation(
    reading: &mut Reading<'_, '_>,
    columns: &TidyColumns,
    row: &RowFacts,
    values: &ValueColumn,
    state: &mut TidyState,
) -> Option<(Observation, usize)> {
    let (flow, blamed) = flow(reading, columns, row, values, state)?;
    let partner = match (values.partner, row.partner_column) {
        (Some(named), Some(beside)) if named != row.partner => {
            reading.wrong_beside(values.column, beside);
            return None;
        }
        (named, _) => named.unwrap_or(row.partner),
    };
    if !reading.options.partner.wants(partner) {
        reading.observations.partners_seen.insert(partner);
        return None;
    }
    let stated = stated_currency(reading, row, values)?;
    let currency = reading.currency(row.currency, stated, values.column);
    let unit = unit(&[
        row.label.unit,
        row.of_flow.unit,
        row.stated.unit,
        row.scale,
        values.unit,
        row.heading.unit,
    ]);
    let unit = reading.or_wrong(values.column, unit);
    let is_cumulative = values.cumulative || reading.says_cumulative(&row.label);
    let is_part = !is_cumulative && row.code.is_some_and(|code| code != TextId::EMPTY);
    let value = unit.and_then(|unit| match is_part {
        _ if flow == Some(Flow::Balance) => Some(reading.balance(values.column, unit)),
        true => reading.part(values.column, unit),
        false => reading.value(values.column, unit).map(Some),
    });
    let (period, code, flow, currency, value) = (row.period?, row.code?, flow?, currency?, value?);
    if let Some((_, interval)) = value
        && period.is_month()
        && flow != Flow::Balance
    {
        let key = (flow, partner, currency, code);
        match is_cumulative {
            true => reading.note_cumulative(key, period.from, interval),
            false => reading.note_month(key, period.from, interval),
        }
    }
    let period = match is_cumulative && period.is_month() {
        true => Period::year_to_date(period.from),
        false => period,
    };
    let observation = Observation {
        value,
        ..Observation::printed_row((row.line, period, flow), (partner, currency, code))
    };
    Some((observation, blamed))
}

/// The flow of a value, with the column to blame if it is wrong: that of its column, or that of the row.
/// `None` in its place if a problem was added. `None` for all if the column has another flow than the
/// row.
fn flow(
    reading: &mut Reading<'_, '_>,
    columns: &TidyColumns,
    row: &RowFacts,
    values: &ValueColumn,
    state: &mut TidyState,
) -> Option<(Option<Flow>, usize)> {
    let in_text = row.label.flow().or(row.heading.flow());
    let turned = |flow: Option<Flow>, turn: bool| match turn {
        true => flow.map(titles::reversed),
        false => flow,
    };
    if let FlowOf::Known(flow) = values.flow {
        // A row of exports cannot have a value of imports, whatever its column is called.
        let own = match columns.flow {
            Some(column) if reading.table.cell(column).is_empty() => None,
            Some(column) => reading.flow_or_balance(column),
            None => in_text,
        };
        if turned(own, row.is_text_turned).is_some_and(|own| own != flow) {
            let text = reading.table.cell(values.column).into_owned();
            pass(state, SkipReason::Label, row.line, &text);
            return None;
        }
        // It is reversed already.
        return Some((Some(flow), values.column));
    }
    let (flow, blamed) = match (row.flow_traded, columns.flow, in_text) {
        (Some(flow), ..) => (Some(flow), values.column),
        (None, Some(column), _) => (reading.flow_or_balance(column), column),
        (None, None, Some(flow)) => (Some(flow), values.column),
        (None, None, None) => (reading.flow_of_file_once(), values.column),
    };
    // The perspective may be given by the row or by the file.
    Some((turned(flow, row.is_reversed || row.is_text_turned), blamed))
}

/// The one currency that the texts of a row and its column state. `None` if they state two, with a
/// problem added.
fn stated_currency(
    reading: &mut Reading<'_, '_>,
    row: &RowFacts,
    values: &ValueColumn,
) -> Option<Option<Currency>> {
    let stated = [
        row.label.currency,
        row.of_flow.currency,
        row.stated.currency,
        values.currency,
        row.heading.currency,
    ];
    let mut stated = stated.into_iter().flatten();
    let first = stated.next();
    if stated.any(|one| Some(one) != first) {
        reading.wrong(values.column, &InputError::CurrencyDisagrees);
        return None;
    }
    Some(first)
}

/// The one unit of all that are stated. A scale takes precedence over whole currency units.
fn unit(stated: &[Option<Unit>]) -> Result<Option<Unit>, InputError> {
    let mut scales: Vec<Unit> = stated
        .iter()
        .flatten()
        .copied()
        .filter(|unit| *unit != Unit::ONE)
        .collect();
    scales.dedup();
    match scales[..] {
        [] => Ok(stated.iter().flatten().next().copied()),
        [only] => Ok(Some(only)),
        _ => Err(InputError::Number(NumberError::TwoUnits)),
    }
}
