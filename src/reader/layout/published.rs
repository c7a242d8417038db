//! The project's own layout, used by `data/published.csv`: one figure per row, each with its unit.

mod columns;
mod fractions;
mod row;

use crate::reader::cells::vocabulary;
use crate::reader::layout::parts_of_codes::PartsOfCodes;
use crate::reader::layout::published::columns::{PERIOD, PublishedColumns, PublishedFlow, columns};
use crate::reader::layout::published::fractions::Changes;
use crate::reader::layout::published::row::{UnitTexts, record};
use crate::reader::layout::tidy::names::{NamedColumn, named};
use crate::reader::layout::tidy::sums::is_unit_of_quantity;
use crate::reader::layout::{Fit, Layout};
use crate::reader::lenient::{FlowAt, Keys, MonthOfRow};
use crate::reader::row_reader::Reading;
use crate::trade::{Flow, InputRemark, LayoutName, RowKind, RowQuantity, SkipReason, TextId};

pub(crate) const LAYOUT: Layout = Layout {
    name: LayoutName::Ours,
    fit,
    read,
    of_either_side: true,
};

/// Columns that only this layout has.
const OWN: [&str; 8] = [
    "low",
    "high",
    "basis",
    "released",
    "yoy pct",
    "publisher",
    "url",
    "quantity",
];

fn fit(columns: &[String]) -> Fit {
    let there = |names: &[&str]| crate::reader::layout::find(columns, names).is_some();
    // A column of indicators or scales makes a tidy table, unless others are of this layout alone.
    let is_tidy = |name: &String| {
        matches!(
            named(name),
            NamedColumn::Label
                | NamedColumn::Scale
                | NamedColumn::Frequency
                | NamedColumn::Reporter
        )
    };
    let has_own = OWN.iter().any(|name| there(&[name]));
    crate::reader::layout::fit(&[
        (there(&PERIOD), "`period`"),
        (there(&["value"]), "`value`"),
        (there(&["unit"]), "`unit`"),
        (
            has_own || !columns.iter().any(is_tidy),
            "no other column that tells rows apart",
        ),
    ])
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
    let mut quantities: Option<(u64, u64, String)> = None;
    while reading.next_row() {
        let unit = reading.table.cell(columns.unit);
        if !units.contains_key(reading.table.raw(columns.unit)) && is_unit_of_quantity(&unit) {
            quantities
                .get_or_insert((0, reading.table.line(), unit.into_owned()))
                .0 += 1;
            continue;
        }
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
    if let Some((count, line, text)) = quantities {
        let text = crate::reader::errors::problems::shown(&text);
        let why = SkipReason::Label;
        reading.remark(InputRemark::RowsSkipped {
            why,
            count,
            line,
            text,
        });
    }
    changes.settle(reading);
    reading.observations.remove(&parts.rows());
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
