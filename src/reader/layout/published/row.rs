//! Reads one row: the observation that it makes, and its quantity.

use crate::reader::cells::number;
use crate::reader::cells::number::ValueCell;
use crate::reader::cells::quantity;
use crate::reader::cells::release_date;
use crate::reader::cells::vocabulary;
use crate::reader::cells::vocabulary::StatedUnits;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::published::columns::{PublishedColumns, PublishedFlow};
use crate::reader::layout::titles::{reversed, say_turned};
use crate::reader::row_reader::Reading;
use crate::trade::{
    Amount, Basis, Currency, Flow, Interval, Observation, RowKind, RowQuantity, TextId, Unit,
};
use foldhash::fast::RandomState;
use std::collections::HashMap;

/// The observation of a row, and its quantity.
pub(super) fn record(
    reading: &mut Reading<'_, '_>,
    columns: &PublishedColumns,
    units: &mut UnitTexts,
) -> Option<(Observation, RowQuantity)> {
    let partner = reading.wanted_partner(&columns.partner)?;
    if reading.is_good_without_code(columns.code, columns.name) {
        reading.count_without_code();
        return None;
    }
    // Reads all fields before an invalid one ends the row, so that all problems show in one run.
    let period = reading.period_in(columns.period);
    let flow = flow(reading, columns.flow);
    if reading.is_given_as_the_partners() {
        say_turned(reading, Some(partner));
    }
    let stated = stated(reading, columns.unit, units);
    let counts_alone = columns.quantity.is_some_and(|at| {
        let is_empty = |column: usize| reading.table.cell(column).is_empty();
        is_empty(columns.value) && !is_empty(at.number)
            || columns.quantity_yoy.is_some_and(|column| !is_empty(column))
                && is_empty(columns.value)
                && columns.yoy.is_none_or(is_empty)
    });
    let currency = stated.and_then(|stated| {
        let own = reading.optional(columns.currency, vocabulary::currency)?;
        if counts_alone && own.is_none() {
            // A quantity has no currency. The row is filed under the currency of the other figures.
            return Some(reading.options.currency.unwrap_or(Currency::Usd));
        }
        reading.currency(own, stated.currency, columns.unit)
    });
    let code = columns
        .code
        .map_or(Some(TextId::EMPTY), |column| reading.code(column));
    let value = stated.and_then(|stated| match flow {
        Some(Flow::Balance) => Some(reading.balance(columns.value, stated.unit)),
        _ => value(reading, columns, stated.unit),
    });
    let basis = basis(reading, columns.basis);
    let released = reading.optional(columns.released, |text| {
        release_date::read(text).ok_or(InputError::BadDate)
    });
    let printed = reading.optional_number(columns.yoy);
    let counted = counted(reading, columns, counts_alone);
    let publisher = columns.publisher.map_or(TextId::EMPTY, |column| {
        let name = reading.table.cell(column);
        reading.observations.text(&name)
    });
    let (value, printed, code) = (value?, printed?, code?);
    let counted = counted?;
    if value.is_none() && printed.is_none() && counted == RowQuantity::default() {
        if !counts_alone {
            reading.count_not_given();
        }
        return None;
    }
    let released = released?;
    // Rows with a release date, a printed change or a publisher are releases, even for a single
    // good. Other rows are details, which are added up.
    let is_release = released.is_some() || printed.is_some() || publisher != TextId::EMPTY;
    let record = Observation {
        line: reading.table.line(),
        period: period?,
        flow: flow?,
        partner,
        currency: currency?,
        code,
        split: TextId::EMPTY,
        kind: if code == TextId::EMPTY || is_release {
            RowKind::Published
        } else {
            RowKind::Detail
        },
        value,
        basis: basis?,
        released,
        printed,
        publisher,
    };
    Some((record, counted))
}

/// The quantity of the row; `None` if it has an error, already reported.
fn counted(
    reading: &mut Reading<'_, '_>,
    columns: &PublishedColumns,
    counts_alone: bool,
) -> Option<RowQuantity> {
    if !reading.options.needs.quantities {
        return Some(RowQuantity::default());
    }
    let printed = reading.optional_number(columns.quantity_yoy)?;
    let Some(place) = columns.quantity else {
        return Some(RowQuantity {
            quantity: None,
            printed,
        });
    };
    let mut quantity = reading.quantity(&[place]);
    // If the row has a value, low and high are bounds of the value instead.
    if counts_alone && let Some(quantity) = &mut quantity {
        let unit = reading.quantity_unit(place.unit)?;
        let bound = |reading: &mut Reading<'_, '_>, column: Option<usize>| {
            let Some(printed) = reading.optional_number(column)? else {
                return Some(None);
            };
            let bound = quantity::of_printed(printed, unit);
            let bound = reading.or_wrong(column.unwrap_or(place.number), bound)?;
            Some(Some(bound.amount))
        };
        let (low, high) = (bound(reading, columns.low)?, bound(reading, columns.high)?);
        if let (Some(low), Some(high)) = (low, high) {
            if !(low <= quantity.amount && quantity.amount <= high) {
                reading.wrong(place.number, &InputError::BoundsDisagree);
                return None;
            }
            quantity.interval = Interval { low, high };
        }
    }
    Some(RowQuantity { quantity, printed })
}

fn flow(reading: &mut Reading<'_, '_>, flow_of: PublishedFlow) -> Option<Flow> {
    let column = match flow_of {
        PublishedFlow::File(flow) => return Some(flow),
        PublishedFlow::Column(column) => column,
    };
    let flow = reading.flow_or_balance(column);
    match reading.is_given_as_the_partners() {
        true => flow.map(reversed),
        false => flow,
    }
}

/// Parsed texts of units by their bytes; a file repeats a few of them in many rows.
pub(super) type UnitTexts = HashMap<Vec<u8>, StatedUnits, RandomState>;

fn stated(
    reading: &mut Reading<'_, '_>,
    column: usize,
    units: &mut UnitTexts,
) -> Option<StatedUnits> {
    let raw = reading.table.raw(column);
    if let Some(known) = units.get(raw) {
        return Some(*known);
    }
    let stated = vocabulary::stated(&reading.table.cell(column));
    let stated = reading.or_wrong(column, stated)?;
    units.insert(raw.to_vec(), stated);
    Some(stated)
}

fn basis(reading: &mut Reading<'_, '_>, column: Option<usize>) -> Option<Basis> {
    let named = |text: &str| {
        Basis::ALL
            .into_iter()
            .find(|basis| basis.name().eq_ignore_ascii_case(text))
            .ok_or(InputError::UnknownBasis)
    };
    reading
        .optional(column, named)
        .map(|basis| basis.unwrap_or(Basis::Printed))
}

/// The value, and the interval that its rounding leaves open: low and high if given. `Some(None)`
/// if there is no value; `None` if it has an error, already reported.
fn value(
    reading: &mut Reading<'_, '_>,
    columns: &PublishedColumns,
    unit: Option<Unit>,
) -> Option<Option<(Amount, Interval)>> {
    let cell = number::read_marked(
        &reading.table.cell(columns.value),
        reading.mark_in(columns.value),
    );
    let ValueCell::Given(_, word) = reading.or_wrong(columns.value, cell)? else {
        return Some(None);
    };
    let scale = reading.scale_of(columns.value, unit);
    if scale.or(word).is_none() {
        reading.wrong(columns.unit, &InputError::UnitNotStated);
        return None;
    }
    let (value, rounding) = reading.value(columns.value, unit)?;
    let bound = |reading: &mut Reading<'_, '_>, column: Option<usize>| -> Option<Option<Amount>> {
        let Some(printed) = reading.optional_number(column)? else {
            return Some(None);
        };
        let amount = match scale {
            Some(unit) => printed.amount(unit).map_err(InputError::from),
            None => Err(InputError::UnitNotStated),
        };
        reading
            .or_wrong(column.unwrap_or(columns.value), amount)
            .map(Some)
    };
    let (low, high) = (bound(reading, columns.low)?, bound(reading, columns.high)?);
    match (low, high) {
        (None, None) => Some(Some((value, rounding))),
        (Some(low), Some(high)) if low <= value && value <= high => {
            Some(Some((value, Interval { low, high })))
        }
        (Some(_), Some(_)) => {
            reading.wrong(columns.value, &InputError::BoundsDisagree);
            None
        }
        _ => {
            reading.wrong_row(&InputError::OneBound);
            None
        }
    }
}
