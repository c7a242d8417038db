//! Reads the fields of Comtrade rows, in both layouts.

use crate::reader::cells::month::Dates;
use crate::reader::cells::number;
use crate::reader::cells::number::ValueCell;
use crate::reader::cells::quantity;
use crate::reader::cells::vocabulary;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::month_error::MonthError;
use crate::reader::layout::comtrade::columns::ComtradeColumns;
use crate::reader::row_reader::Reading;
use crate::trade::{Amount, Flow, LeftOut, Month, Quantity, QuantityUnit, TextId};
use std::borrow::Cow;

/// The net weight. Comtrade writes zero or nothing if it is unknown.
pub(crate) fn weight(reading: &mut Reading<'_, '_>, column: Option<usize>) -> Option<Quantity> {
    let column = column.filter(|_| reading.options.needs.quantities)?;
    let cell = number::read_marked(&reading.table.cell(column), reading.mark_in(column));
    let ValueCell::Given(printed, _) = reading.or_wrong(column, cell)? else {
        return None;
    };
    let weight = quantity::of_printed(printed, QuantityUnit::find("kg")?);
    let weight = reading.or_wrong(column, weight)?;
    (weight.amount > Amount::ZERO).then_some(weight)
}

/// The text of a field; codes without a `.0` added by a program. Empty if there is no such column,
/// or if R, pandas or JSON wrote a sign for a missing value.
pub(crate) fn field<'t>(reading: &Reading<'_, 't>, column: Option<usize>) -> Cow<'t, str> {
    const NOTHING: [&str; 5] = ["NA", "NaN", "None", "null", "<NA>"];
    let cell = column.map(|at| reading.table.cell(at)).unwrap_or_default();
    if NOTHING.contains(&&*cell) {
        return Cow::Borrowed("");
    }
    match number::code_text(&cell) {
        code if code.len() < cell.len() => Cow::Owned(code.to_owned()),
        _ => cell,
    }
}

pub(crate) fn month(
    reading: &mut Reading<'_, '_>,
    columns: &ComtradeColumns,
) -> Result<Month, Option<LeftOut>> {
    let of = |column: Option<usize>| field(reading, column);
    let frequency = of(columns.frequency);
    if !frequency.is_empty() && !frequency.eq_ignore_ascii_case("M") {
        return Err(Some(LeftOut::NotMonthly));
    }
    let period = of(columns.period);
    let (year, number) = (of(columns.year), of(columns.month));
    let (column, spelled) = match (columns.period, columns.year) {
        (Some(column), _) if !period.is_empty() => (column, period.into_owned()),
        (_, Some(column)) if !number.is_empty() => (column, format!("{year}-{number}")),
        (period, year) => {
            if let Some(column) = period.or(year) {
                reading.wrong(column, &InputError::Month(MonthError::NotAMonth));
            }
            return Err(None);
        }
    };
    // A year without a month. With year and month in two columns, Comtrade gives annual rows the
    // month 52.
    if spelled.len() == 4 || spelled.ends_with("-52") {
        return Err(Some(LeftOut::NotMonthly));
    }
    let read = match columns.period {
        Some(period) if period == column => reading.dates.read(&spelled),
        _ => Dates::default().read(&spelled),
    };
    let month = read.and_then(|period| match period.is_month() {
        true => Ok(period.from),
        false => Err(InputError::Month(MonthError::NotAMonth)),
    });
    reading.or_wrong(column, month).ok_or(None)
}

/// The meaning of a code or a name of a flow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum FlowNamed {
    Known(Flow),
    /// Re-imports, re-exports and the like, which do not count as imports or exports here.
    Other,
}

/// The meaning of a code or a name of a flow; `None` if it is none of Comtrade's.
pub(crate) fn named_flow(text: &str) -> Option<FlowNamed> {
    match text.to_ascii_uppercase().as_str() {
        "M" | "1" | "IMPORT" | "IMPORTS" => Some(FlowNamed::Known(Flow::Import)),
        "X" | "2" | "EXPORT" | "EXPORTS" => Some(FlowNamed::Known(Flow::Export)),
        "RM" | "RX" | "DX" | "FM" | "MIP" | "MOP" | "XIP" | "XOP" | "3" | "4" | "RE-IMPORT"
        | "RE-IMPORTS" | "RE-EXPORT" | "RE-EXPORTS" | "DOMESTIC EXPORT" | "FOREIGN IMPORT" => {
            Some(FlowNamed::Other)
        }
        _ => None,
    }
}

/// The flow, for imports and exports; `None` for all other flows.
pub(crate) fn known_flow(text: &str) -> Option<Flow> {
    match named_flow(text) {
        Some(FlowNamed::Known(flow)) => Some(flow),
        Some(FlowNamed::Other) | None => None,
    }
}

pub(crate) fn flow(
    reading: &mut Reading<'_, '_>,
    [code, name]: [Option<usize>; 2],
) -> Result<Flow, Option<LeftOut>> {
    let given = |column: &usize| !field(reading, Some(*column)).is_empty();
    let Some(column) = code.filter(given).or(name) else {
        reading.wrong_row(&InputError::UnknownFlow);
        return Err(None);
    };
    let flow = match named_flow(&field(reading, Some(column))) {
        Some(FlowNamed::Known(flow)) => flow,
        Some(FlowNamed::Other) => return Err(Some(LeftOut::OtherFlow)),
        None => {
            reading.wrong(column, &InputError::UnknownFlow);
            return Err(None);
        }
    };
    match reading.given_flow {
        Some(given) if given != flow => {
            let given = given.name();
            reading.wrong(column, &InputError::FlowDisagrees { given });
            Err(None)
        }
        _ => Ok(flow),
    }
}

/// The HS code; empty for all goods. Restores a leading zero dropped by a spreadsheet if the level
/// shows that one is missing.
pub(crate) fn code(
    reading: &mut Reading<'_, '_>,
    columns: &ComtradeColumns,
) -> Result<TextId, Option<LeftOut>> {
    let of = |column: Option<usize>| field(reading, column);
    let (code, level, classification) = (
        of(columns.commodity),
        of(columns.level),
        of(columns.classification),
    );
    if code.eq_ignore_ascii_case("TOTAL") {
        return Ok(TextId::EMPTY);
    }
    if !classification.is_empty() && !classification.to_ascii_uppercase().starts_with('H') {
        return Err(Some(LeftOut::NotHs));
    }
    let digits = code.bytes().all(|byte| byte.is_ascii_digit());
    // `9999AA`: goods that the reporter did not classify under any heading.
    let unspecified = code.starts_with("9999") && code.bytes().all(|b| b.is_ascii_alphanumeric());
    let wanted = level.parse().unwrap_or(code.len());
    let code = match code.len() {
        2 | 4 | 6 if digits || unspecified => code.into_owned(),
        1 | 3 | 5 if digits && wanted == code.len() + 1 => format!("0{code}"),
        length => {
            let wrong = if digits && length % 2 == 1 {
                InputError::OddCode
            } else {
                InputError::BadCode
            };
            reading.wrong(columns.commodity.unwrap_or_default(), &wrong);
            return Err(None);
        }
    };
    Ok(reading.observations.text(&code))
}

/// Whether a code or a name in a breakdown means the total: `C00`, `0`, `TOTAL MOT`, `All CPCs`,
/// `World`.
fn is_aggregate(text: &str) -> bool {
    const WHOLE: [&str; 4] = ["c00", "w00", "wld", "world"];
    let plain = vocabulary::plain(text);
    plain.bytes().all(|byte| byte == b'0')
        || WHOLE.contains(&&*plain)
        || plain == "total"
        || plain.starts_with("total ")
        || plain.starts_with("all ")
}

/// The breakdown of the row below its commodity: customs procedure, mode of transport, second
/// partner, by code or by name. Empty for the aggregates. The first component, where the platform
/// has provinces, is always empty, so that the kinds of breakdown are not confused.
pub(crate) fn split(reading: &mut Reading<'_, '_>, columns: [Option<usize>; 4]) -> TextId {
    let parts = columns.map(|column| {
        let cell = field(reading, column);
        match is_aggregate(&cell) {
            true => String::new(),
            false => cell.into_owned(),
        }
    });
    if parts.iter().all(String::is_empty) {
        return TextId::EMPTY;
    }
    let text = format!("|{}", parts.join("|"));
    reading.observations.text(&text)
}
