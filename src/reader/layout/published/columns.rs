//! The columns of the layout.

use crate::reader::cells::partner::PartnerOf;
use crate::reader::cells::quantity::QuantityAt;
use crate::reader::layout::titles::reversed;
use crate::reader::row_reader::Reading;
use crate::trade::{Flow, Meaning, PartnerCodes};

/// Names of the column of periods.
pub(super) const PERIOD: [&str; 3] = ["period", "month", "date"];

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
pub(super) struct PublishedColumns {
    pub period: usize,
    pub value: usize,
    pub unit: usize,
    pub flow: PublishedFlow,
    pub partner: PartnerOf,
    pub currency: Option<usize>,
    pub code: Option<usize>,
    pub name: Option<usize>,
    pub quantity: Option<QuantityAt>,
    pub quantity_yoy: Option<usize>,
    pub low: Option<usize>,
    pub high: Option<usize>,
    pub basis: Option<usize>,
    pub released: Option<usize>,
    pub yoy: Option<usize>,
    pub publisher: Option<usize>,
    pub note: Option<usize>,
    pub url: Option<usize>,
}

#[derive(Clone, Copy)]
pub(super) enum PublishedFlow {
    Column(usize),
    File(Flow),
}

/// Claims the columns. `None` if something is wrong with them, with a problem added.
pub(super) fn columns(reading: &mut Reading<'_, '_>) -> Option<PublishedColumns> {
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
