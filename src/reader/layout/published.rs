//! The project's own layout, used by `data/published.csv`: one figure per row, each with its unit.

mod fractions;
mod row;

use crate::reader::cells::partner::PartnerOf;
use crate::reader::cells::quantity::QuantityAt;
use crate::reader::cells::vocabulary;
use crate::reader::layout::parts_of_codes::PartsOfCodes;
use crate::reader::layout::published::fractions::Changes;
use crate::reader::layout::published::row::{UnitTexts, record};
use crate::reader::layout::titles::reversed;
use crate::reader::layout::{Fit, Layout};
use crate::reader::lenient::{FlowAt, Keys, MonthOfRow};
use crate::reader::row_reader::Reading;
use crate::trade::Meaning;
use crate::trade::{Flow, PartnerCodes, RowKind, RowQuantity, TextId};

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
    let mut changes = Changes::default();
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
        changes.add(reading, &columns, &record, &counted);
        reading.push(record);
        if is_published {
            keep_note(reading, &columns);
        }
        if counted != RowQuantity::default() {
            reading.observations.count(counted);
        }
    }
    reading.settle_row();
    changes.settle(reading);
    reading.observations.remove(&parts.rows());
}

fn columns(reading: &mut Reading<'_, '_>) -> Option<PublishedColumns> {
    let header = reading.table.header.clone();
    if reading.has_column_twice() {
        return None;
    }
    let ignored = |name: &str| reading.is_column_ignored(name);
    let ignored: Vec<bool> = header.iter().map(|name| ignored(name)).collect();
    let find = |name: &str| crate::reader::layout::find(&header, &[name]);
    // A printed change can be left out, for which the values of the file speak.
    let change = |name: &str| find(name).filter(|column| !ignored[*column]);
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
        quantity_yoy: change("quantity yoy pct"),
        low: find("low"),
        high: find("high"),
        basis: find("basis"),
        released: find("released"),
        yoy: change("yoy pct"),
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
