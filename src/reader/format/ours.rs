//! Our own layout, one figure a row, each with its unit: what `data/published.csv` holds.

use super::super::lenient::{FlowAt, Keys, Months};
use super::super::month::read_period;
use super::super::number::{self, Cell};
use super::super::partner::PartnerOf;
use super::super::reading::Reading;
use super::super::words::{self, Stated};
use super::super::wrong::Wrong;
use super::{Fit, Layout};
use crate::trade::{
    Amount, Basis, Flow, Grain, Interval, Period, Printed, Record, TextId, Unit, Vintage,
};

pub(crate) const LAYOUT: Layout = Layout {
    name: "ours",
    described: "`period,flow,currency,value,unit`",
    fit,
    read,
};

const PERIOD: [&str; 3] = ["period", "month", "date"];

fn fit(columns: &[String]) -> Fit {
    let there = |names: &[&str]| super::find(columns, names).is_some();
    super::fit(&[
        (there(&PERIOD), "`period`"),
        (there(&["value"]), "`value`"),
        (there(&["unit"]), "`unit`"),
    ])
}

/// Where everything stands.
struct Columns {
    period: usize,
    value: usize,
    unit: usize,
    flow: FlowOf,
    partner: PartnerOf,
    currency: Option<usize>,
    code: Option<usize>,
    low: Option<usize>,
    high: Option<usize>,
    basis: Option<usize>,
    released: Option<usize>,
    yoy: Option<usize>,
    publisher: Option<usize>,
}

#[derive(Clone, Copy)]
enum FlowOf {
    Column(usize),
    File(Flow),
}

fn read(reading: &mut Reading<'_, '_>) {
    let Some(columns) = columns(reading) else {
        return;
    };
    reading.drops.keys = Keys {
        months: Months::Column(columns.period),
        flow: match columns.flow {
            FlowOf::Column(column) => FlowAt::Column(column, |text| words::flow(text).ok()),
            FlowOf::File(flow) => FlowAt::Fixed(flow),
        },
        partner: Some(columns.partner),
    };
    while reading.next_row() {
        if let Some(record) = record(reading, &columns) {
            reading.records.push(record);
        }
    }
}

fn columns(reading: &mut Reading<'_, '_>) -> Option<Columns> {
    let header = reading.table.header.clone();
    if reading.has_column_twice() {
        return None;
    }
    let find = |name: &str| super::find(&header, &[name]);
    let partner_column = find("partner");
    reading.mend_names(partner_column);
    let flow = match find("flow") {
        Some(column) => Some(FlowOf::Column(column)),
        None => reading.flow_of_file().map(FlowOf::File),
    };
    let partner = match partner_column {
        Some(column) => Some(PartnerOf::Either(column)),
        None => reading.assumed_partner(),
    };
    Some(Columns {
        period: super::find(&header, &PERIOD)?,
        value: find("value")?,
        unit: find("unit")?,
        flow: flow?,
        partner: partner?,
        currency: find("currency"),
        code: find("code"),
        low: find("low"),
        high: find("high"),
        basis: find("basis"),
        released: find("released"),
        yoy: find("yoy pct"),
        publisher: find("publisher"),
    })
}

fn record(reading: &mut Reading<'_, '_>, columns: &Columns) -> Option<Record> {
    let partner = reading.wanted_partner(&columns.partner)?;
    // Every field is read before the first wrong one ends the row, so that all show in one run.
    let period = period(reading, columns.period);
    let flow = flow(reading, columns.flow);
    let stated = stated(reading, columns.unit);
    let currency = stated.and_then(|stated| {
        let own = reading.optional(columns.currency, words::currency)?;
        reading.currency(own, stated.currency, columns.unit)
    });
    let code = columns
        .code
        .map_or(Some(TextId::EMPTY), |column| reading.code(column));
    let value = stated.and_then(|stated| value(reading, columns, stated.unit));
    let basis = basis(reading, columns.basis);
    let released = reading.optional(columns.released, |text| {
        text.parse::<Vintage>().map_err(|_| Wrong::BadDate)
    });
    let printed = reading.optional(columns.yoy, |text| Printed::read(text).map_err(Wrong::from));
    let publisher = columns.publisher.map_or(TextId::EMPTY, |column| {
        let name = reading.table.cell(column);
        reading.records.text(&name)
    });
    let (value, printed, code) = (value?, printed?, code?);
    if value.is_none() && printed.is_none() {
        reading.count_not_given();
        return None;
    }
    Some(Record {
        line: reading.table.line(),
        period: period?,
        flow: flow?,
        partner,
        currency: currency?,
        code,
        split: TextId::EMPTY,
        grain: if code == TextId::EMPTY {
            Grain::Figure
        } else {
            Grain::Detail
        },
        value,
        basis: basis?,
        released: released?,
        printed,
        publisher,
    })
}

fn period(reading: &mut Reading<'_, '_>, column: usize) -> Option<Period> {
    let period = read_period(&reading.table.cell(column));
    reading.or_wrong(column, period)
}

fn flow(reading: &mut Reading<'_, '_>, flow_of: FlowOf) -> Option<Flow> {
    let column = match flow_of {
        FlowOf::File(flow) => return Some(flow),
        FlowOf::Column(column) => column,
    };
    reading.flow(column)
}

fn stated(reading: &mut Reading<'_, '_>, column: usize) -> Option<Stated> {
    let stated = words::stated(&reading.table.cell(column));
    reading.or_wrong(column, stated)
}

fn basis(reading: &mut Reading<'_, '_>, column: Option<usize>) -> Option<Basis> {
    let named = |text: &str| {
        [
            Basis::Printed,
            Basis::Difference,
            Basis::Implied,
            Basis::Sum,
        ]
        .into_iter()
        .find(|basis| basis.name().eq_ignore_ascii_case(text))
        .ok_or(Wrong::UnknownBasis)
    };
    reading
        .optional(column, named)
        .map(|basis| basis.unwrap_or(Basis::Printed))
}

/// The value and what its rounding leaves open: low and high where they are given.
/// `Some(None)` where no value is given; `None` is a problem, added already.
fn value(
    reading: &mut Reading<'_, '_>,
    columns: &Columns,
    unit: Option<Unit>,
) -> Option<Option<(Amount, Interval)>> {
    let cell = number::read_cell(&reading.table.cell(columns.value));
    let Cell::Given(_, word) = reading.or_wrong(columns.value, cell)? else {
        return Some(None);
    };
    if unit.or(word).or(reading.options.unit).is_none() {
        reading.wrong(columns.unit, &Wrong::UnitNotStated);
        return None;
    }
    let (value, rounding) = reading.value(columns.value, unit)?;
    let given_unit = reading.options.unit;
    let bound = |reading: &mut Reading<'_, '_>, column: Option<usize>| {
        let read = |text: &str| -> Result<Amount, Wrong> {
            let unit = unit.or(given_unit).ok_or(Wrong::UnitNotStated)?;
            Ok(Printed::read(text)?.amount(unit)?)
        };
        reading.optional(column, read)
    };
    let (low, high) = (bound(reading, columns.low)?, bound(reading, columns.high)?);
    match (low, high) {
        (None, None) => Some(Some((value, rounding))),
        (Some(low), Some(high)) if low <= value && value <= high => {
            Some(Some((value, Interval { low, high })))
        }
        (Some(_), Some(_)) => {
            reading.wrong(columns.value, &Wrong::BoundsDisagree);
            None
        }
        _ => {
            reading.wrong_row(&Wrong::OneBound);
            None
        }
    }
}
