//! The project's own layout, used by `data/published.csv`: one figure per row, each with its unit.

use crate::reader::cells::number;
use crate::reader::cells::number::ValueCell;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::cells::quantity;
use crate::reader::cells::quantity::QuantityAt;
use crate::reader::cells::vocabulary;
use crate::reader::cells::vocabulary::StatedUnits;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::parts_of_codes::PartsOfCodes;
use crate::reader::layout::titles::{reversed, say_turned};
use crate::reader::layout::{Fit, Layout};
use crate::reader::lenient::{FlowAt, Keys, MonthOfRow};
use crate::reader::row_reader::Reading;
use crate::trade::Meaning;
use crate::trade::{
    Amount, Basis, Currency, Flow, Interval, Observation, PartnerCodes, RowKind, RowQuantity,
    TextId, Unit, Vintage,
};
use std::collections::HashMap;

pub(crate) const LAYOUT: Layout = Layout {
    name: "ours",
    described: "`period,flow,currency,value,unit`",
    fit,
    read,
    of_either_side: true,
};

const PERIOD: [&str; 3] = ["period", "month", "date"];

fn fit(columns: &[String]) -> Fit {
    let there = |names: &[&str]| crate::reader::layout::find(columns, names).is_some();
    crate::reader::layout::fit(&[
        (there(&PERIOD), "`period`"),
        (there(&["value"]), "`value`"),
        (there(&["unit"]), "`unit`"),
    ])
}

/// The columns that are used, with their meaning.
const CLAIMED: [(&str, Meaning); 18] = [
    ("flow", Meaning::Flow),
    ("partner", Meaning::Partner),
    ("value", Meaning::Value),
    ("unit", Meaning::Unit),
    ("currency", Meaning::Unit),
    ("code", Meaning::Code),
    ("name", Meaning::Name),
    ("quantity", Meaning::Quantity),
    ("quantity unit", Meaning::Quantity),
    ("quantity yoy pct", Meaning::Change),
    ("low", Meaning::Value),
    ("high", Meaning::Value),
    ("basis", Meaning::Release),
    ("released", Meaning::Release),
    ("yoy pct", Meaning::Change),
    ("publisher", Meaning::Publisher),
    ("url", Meaning::Note),
    ("note", Meaning::Note),
];

/// The columns of such a file.
struct PublishedColumns {
    period: usize,
    value: usize,
    unit: usize,
    flow: PublishedFlow,
    partner: PartnerOf,
    currency: Option<usize>,
    code: Option<usize>,
    name: Option<usize>,
    quantity: Option<QuantityAt>,
    quantity_yoy: Option<usize>,
    low: Option<usize>,
    high: Option<usize>,
    basis: Option<usize>,
    released: Option<usize>,
    yoy: Option<usize>,
    publisher: Option<usize>,
    note: Option<usize>,
    url: Option<usize>,
}

#[derive(Clone, Copy)]
enum PublishedFlow {
    Column(usize),
    File(Flow),
}

fn read(reading: &mut Reading<'_, '_>) {
    let Some(columns) = columns(reading) else {
        return;
    };
    let is_turned = reading.is_given_as_the_partners();
    reading.drops.keys = Keys {
        months: MonthOfRow::Column(columns.period),
        flow: match columns.flow {
            PublishedFlow::Column(_) if is_turned => FlowAt::Unknown,
            PublishedFlow::Column(column) => {
                FlowAt::Column(column, |text| vocabulary::flow(text).ok())
            }
            PublishedFlow::File(flow) => FlowAt::Fixed(flow),
        },
        partner: Some(columns.partner),
    };
    let mut parts = PartsOfCodes::default();
    let mut units = UnitTexts::default();
    while reading.next_row() {
        let Some((record, counted)) = record(reading, &columns, &mut units) else {
            continue;
        };
        if let (PublishedFlow::Column(column), Flow::Balance) = (columns.flow, record.flow) {
            reading.note_balance(&record, column);
            continue;
        }
        let code = record.code;
        if code != TextId::EMPTY && columns.note.is_some() {
            let text = |column: Option<usize>| {
                column.map_or_else(String::new, |at| vocabulary::plain(&reading.table.cell(at)))
            };
            let (name, note) = (text(columns.name), text(columns.note));
            parts.look_at(reading.observations.rows.len(), code, name, &note);
        }
        let is_published = record.kind == RowKind::Published;
        reading.push(record);
        if is_published {
            keep_note(reading, &columns);
        }
        if counted != RowQuantity::default() {
            reading.observations.count(counted);
        }
    }
    reading.settle_row();
    reading.observations.remove(&parts.rows());
}

fn columns(reading: &mut Reading<'_, '_>) -> Option<PublishedColumns> {
    let header = reading.table.header.clone();
    if reading.has_column_twice() {
        return None;
    }
    let find = |name: &str| crate::reader::layout::find(&header, &[name]);
    for (name, meaning) in CLAIMED {
        reading.accounts.claim_all([find(name)], meaning);
    }
    reading.accounts.claim_all(
        [crate::reader::layout::find(&header, &PERIOD)],
        Meaning::Month,
    );
    let period = crate::reader::layout::find(&header, &PERIOD)?;
    if !reading.settle_decimal_of_values() || !reading.settle_dates(period) {
        return None;
    }
    let partner_column = find("partner");
    reading.repair_names(partner_column);
    let flow = match find("flow") {
        Some(column) => Some(PublishedFlow::Column(column)),
        None => {
            // `--imports` and `--exports` give China's flow, a name that of the file.
            let turn = reading.is_given_as_the_partners() && reading.given_flow.is_none();
            let flow = reading.flow_of_file();
            let flow = if turn { flow.map(reversed) } else { flow };
            flow.map(PublishedFlow::File)
        }
    };
    let partner = match partner_column {
        // The codes of this layout are those of the customs, unless the user says otherwise.
        Some(column) if reading.options.partner_codes == Some(PartnerCodes::Un) => {
            Some(PartnerOf::Un {
                code: Some(column),
                iso: None,
                name: Some(column),
            })
        }
        Some(column) => Some(PartnerOf::Either(column)),
        None => reading.assumed_partner(),
    };
    Some(PublishedColumns {
        period,
        value: find("value")?,
        unit: find("unit")?,
        flow: flow?,
        partner: partner?,
        currency: find("currency"),
        code: find("code"),
        name: find("name"),
        quantity: match (find("quantity"), find("quantity unit")) {
            (Some(number), Some(unit)) => Some(QuantityAt { number, unit }),
            _ => None,
        },
        quantity_yoy: find("quantity yoy pct"),
        low: find("low"),
        high: find("high"),
        basis: find("basis"),
        released: find("released"),
        yoy: find("yoy pct"),
        publisher: find("publisher"),
        note: find("note"),
        url: find("url"),
    })
}

/// Stores the note and the web address of the row added last.
fn keep_note(reading: &mut Reading<'_, '_>, columns: &PublishedColumns) {
    let cell = |column: Option<usize>| {
        let text = column.map(|column| reading.table.cell(column));
        text.unwrap_or_default()
    };
    let (note, url) = (cell(columns.note), cell(columns.url));
    reading.observations.note(&note, &url);
}

/// The observation of a row, and its quantity.
fn record(
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
        text.parse::<Vintage>().map_err(|_| InputError::BadDate)
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
type UnitTexts = HashMap<Vec<u8>, StatedUnits>;

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
