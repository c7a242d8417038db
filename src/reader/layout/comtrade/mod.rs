//! UN Comtrade, API and downloads since 2022: a header in camel case or in the snake case of R's
//! comtradr, one row per month, flow, partner, commodity and breakdown.
//!
//! A row for all goods without a breakdown is a published figure. All other rows are details; each
//! kind of breakdown is a level of detail of its own.

mod agreement;
mod cells;
pub(crate) mod columns;
pub(crate) mod legacy;

use crate::reader::accounting::words::Dimension;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::comtrade::agreement::{Agreed, agrees};
use crate::reader::layout::comtrade::cells::{code, field, flow, known_flow, month, split, weight};
use crate::reader::layout::comtrade::columns::{BESIDE, ComtradeColumns};
use crate::reader::layout::{Fit, Layout};
use crate::reader::lenient::{FlowAt, Keys, MonthOfRow};
use crate::reader::row_reader::Reading;
use crate::trade::Meaning;
use crate::trade::{
    Amount, Basis, Currency, Flow, InputRemark, LayoutName, LeftOut, Month, Observation, Period,
    RowKind, RowQuantity, TextId, Unit,
};
use std::collections::{BTreeMap, HashMap};

pub(crate) const LAYOUT: Layout = Layout {
    name: LayoutName::Comtrade,
    fit,
    read,
    of_either_side: false,
};

const REPORTER: [&str; 3] = ["reportercode", "reporteriso", "reporterdesc"];
const FLOW: [&str; 2] = ["flowcode", "flowdesc"];
/// The code of each breakdown, and the names that need no code.
const BREAKDOWNS: [&[&str]; 4] = [
    &["customscode", "customsdesc"],
    &["motcode", "motdesc"],
    &["partner2code", "partner2iso", "partner2desc"],
    &["moscode", "mosdesc"],
];

fn fit(columns: &[String]) -> Fit {
    let there = |names: &[&str]| crate::reader::layout::find_folded(columns, names).is_some();
    let month = there(&["period"]) || (there(&["refyear"]) && there(&["refmonth"]));
    crate::reader::layout::fit(&[
        (there(&REPORTER), "`reporterCode`"),
        (there(&FLOW), "`flowCode`"),
        (there(&["cmdcode"]), "`cmdCode`"),
        (there(&["primaryvalue"]), "`primaryValue`"),
        (month, "`period`"),
    ])
}

fn read(reading: &mut Reading<'_, '_>) {
    let header = reading.table.header.clone();
    let find = |name: &str| crate::reader::layout::find_folded(&header, &[name]);
    let columns = ComtradeColumns {
        period: find("period"),
        year: find("refyear"),
        month: find("refmonth"),
        other_times: [find("refperiodid"), find("perioddesc")],
        kind: find("typecode"),
        frequency: find("freqcode"),
        reporter: REPORTER.map(find),
        flow: FLOW.map(find),
        partner: ["partnercode", "partneriso", "partnerdesc"].map(find),
        classification: find("classificationcode"),
        commodity: find("cmdcode"),
        level: find("aggrlevel"),
        breakdowns: BREAKDOWNS.map(|names| names.iter().find_map(|name| find(name))),
        value: find("primaryvalue"),
        weight: find("netwgt"),
    };
    read_rows(reading, &columns);
}

/// Month, flow, partner, commodity and breakdown. Comtrade has one row for each, in one
/// classification.
type ComtradeKey = (Month, Flow, u16, TextId, TextId);

/// What the rows read so far contain.
#[derive(Default)]
struct RowsSeen {
    /// The bytes of reporters already recognised as China.
    china: Vec<Vec<u8>>,
    values: HashMap<ComtradeKey, Option<Amount>>,
    agreed: Agreed,
    /// Number of rows left out for each reason, and the line of the first.
    left_out: BTreeMap<LeftOut, (u64, u64)>,
}

/// Reads the rows of either layout.
pub(crate) fn read_rows(reading: &mut Reading<'_, '_>, columns: &ComtradeColumns) {
    if reading.has_column_twice() {
        return;
    }
    let [code, iso, name] = columns.partner;
    if [code, iso, name] == [None; 3] {
        return reading.wrong_file(&InputError::NoPartnerColumn);
    }
    reading.repair_names(name);
    claim(reading, columns);
    if !reading.settle_decimal_of_values() {
        return;
    }
    if let Some(column) = columns.period
        && !reading.settle_dates(column)
    {
        return;
    }
    let partner_of = PartnerOf::Un { code, iso, name };
    let [flow_code, flow_name] = columns.flow;
    reading.drops.keys = Keys {
        months: columns
            .period
            .map_or(MonthOfRow::Unknown, MonthOfRow::Column),
        flow: flow_code
            .or(flow_name)
            .map_or(FlowAt::Unknown, |column| FlowAt::Column(column, known_flow)),
        partner: Some(partner_of),
    };
    let mut met = RowsSeen::default();
    while reading.next_row() {
        match reporter_is_china(reading, columns.reporter, &mut met.china) {
            Some(true) => {}
            Some(false) => continue,
            None => break,
        }
        if let Err(Some(why)) = row(reading, columns, &partner_of, &mut met) {
            let line = reading.table.line();
            met.left_out.entry(why).or_insert((0, line)).0 += 1;
        }
    }
    doubt_one_breakdown(reading, columns, &met);
    for (why, (count, line)) in met.left_out {
        reading.remark(InputRemark::LeftOut { why, count, line });
    }
    reading.remark_on_un_koreas();
}

/// Raises a doubt if the file has a single mode of transport or customs procedure, which is only
/// part of the trade.
fn doubt_one_breakdown(reading: &mut Reading<'_, '_>, columns: &ComtradeColumns, met: &RowsSeen) {
    let mut splits = met.values.keys().map(|key| key.4);
    let Some(only) = splits.next() else {
        return;
    };
    if only == TextId::EMPTY || splits.any(|split| split != only) {
        return;
    }
    let text = reading.observations.text_of(only);
    let parts = text.strip_prefix('|').unwrap_or(&text).split('|');
    // Customs procedure, mode of transport, second partner, mode of supply.
    let of_parts = [
        Dimension::TradeMode,
        Dimension::Segment,
        Dimension::Partner,
        Dimension::Services,
    ];
    let stated = parts.zip(columns.breakdowns).zip(of_parts);
    let mut stated = stated.filter(|((value, _), _)| !value.is_empty());
    let Some((value, column, dimension)) =
        stated.find_map(|((value, column), of)| Some((value.to_owned(), column?, of)))
    else {
        return;
    };
    let name = reading
        .table
        .header
        .get(column)
        .cloned()
        .unwrap_or_default();
    if reading.is_ignored(&name) {
        return;
    }
    let rows = &reading.observations.rows;
    let line = rows.len().checked_sub(1).map_or(0, |last| rows.line(last));
    let means = dimension.means();
    let wrong = InputError::ColumnInDoubt {
        column: name,
        value: value.into(),
        line,
        means,
    };
    reading.wrong_column(column, &wrong);
}

/// Registers the columns that are used.
fn claim(reading: &mut Reading<'_, '_>, columns: &ComtradeColumns) {
    let accounts = &mut reading.accounts;
    accounts.claim_all(
        [
            columns.period,
            columns.year,
            columns.month,
            columns.frequency,
        ],
        Meaning::Month,
    );
    accounts.claim_all(columns.other_times, Meaning::Month);
    accounts.claim_all(
        [columns.kind, columns.classification, columns.level],
        Meaning::Breakdown,
    );
    accounts.claim_all(columns.reporter, Meaning::Reporter);
    accounts.claim_all(columns.flow, Meaning::Flow);
    accounts.claim_all(columns.partner, Meaning::Partner);
    accounts.claim_all([columns.commodity], Meaning::Code);
    accounts.claim_all(columns.breakdowns, Meaning::Breakdown);
    accounts.claim_all([columns.value], Meaning::Value);
    accounts.claim_all([columns.weight], Meaning::Quantity);
    for (column, name) in reading.table.header.iter().enumerate() {
        let name = crate::reader::layout::folded(name);
        let known = BESIDE.iter().find(|(names, _)| names.contains(&&*name));
        if let (Some((_, meaning)), true) = (known, reading.accounts.is_unread(column)) {
            reading.accounts.claim(column, *meaning);
        }
    }
}

/// Whether the row was reported by China; rows of others are counted. `None`, with a problem added,
/// where the row names no reporter. `china` caches the reporters already recognised.
fn reporter_is_china(
    reading: &mut Reading<'_, '_>,
    columns: [Option<usize>; 3],
    china: &mut Vec<Vec<u8>>,
) -> Option<bool> {
    let stated = columns
        .into_iter()
        .enumerate()
        .filter_map(|(kind, column)| Some((kind, column?)))
        .find(|(_, column)| !field(reading, Some(*column)).is_empty());
    let Some((kind, column)) = stated else {
        reading.wrong_row(&InputError::ReporterNotStated);
        return None;
    };
    if china.iter().any(|known| known == reading.table.raw(column)) {
        return Some(true);
    }
    let cell = field(reading, Some(column));
    let is_china = match kind {
        0 => cell.trim_start_matches('0').trim_end_matches(".0") == "156",
        1 => cell.eq_ignore_ascii_case("CHN"),
        _ => cell.eq_ignore_ascii_case("China"),
    };
    if is_china {
        china.push(reading.table.raw(column).to_vec());
        reading.note_china();
    } else {
        let [code, iso, name] = columns.map(|column| field(reading, column));
        let called = [name, iso, code].into_iter().find(|text| !text.is_empty());
        let called = called.unwrap_or_default().into_owned();
        reading.count_of_others(&called);
    }
    Some(is_china)
}

/// Adds the observation of one row. `Err(None)`: the partner is not asked for, or a problem was
/// added.
fn row(
    reading: &mut Reading<'_, '_>,
    columns: &ComtradeColumns,
    partner_of: &PartnerOf,
    met: &mut RowsSeen,
) -> Result<(), Option<LeftOut>> {
    let partner = reading.wanted_partner(partner_of).ok_or(None)?;
    if field(reading, columns.kind).eq_ignore_ascii_case("S") {
        return Err(Some(LeftOut::Services));
    }
    let month = month(reading, columns)?;
    let flow = flow(reading, columns.flow)?;
    let code = code(reading, columns)?;
    if !agrees(reading, columns, (month, flow), &mut met.agreed) {
        return Err(None);
    }
    let split = split(reading, columns.breakdowns);
    let column = columns.value.ok_or(None)?;
    let is_figure = code == TextId::EMPTY && split == TextId::EMPTY;
    let value = match is_figure {
        true => reading.value(column, Some(Unit::ONE)).map(Some),
        false => reading.part(column, Some(Unit::ONE)),
    };
    let value = value.ok_or(None)?;
    let amount = value.map(|value| value.0);
    match met
        .values
        .insert((month, flow, partner, code, split), amount)
    {
        Some(before) if before == amount => return Err(Some(LeftOut::Repeated)),
        Some(_) => {
            reading.wrong(column, &InputError::ComtradeTwice);
            return Err(None);
        }
        None => {}
    }
    let weight = weight(reading, columns.weight);
    reading.push(Observation {
        line: reading.table.line(),
        period: Period::month(month),
        flow,
        partner,
        currency: Currency::Usd,
        code,
        split,
        kind: if is_figure {
            RowKind::Published
        } else {
            RowKind::Detail
        },
        value,
        basis: if is_figure {
            Basis::Printed
        } else {
            Basis::Sum
        },
        released: None,
        printed: None,
        publisher: TextId::EMPTY,
    });
    if weight.is_some() {
        reading.observations.count(RowQuantity {
            quantity: weight,
            printed: None,
        });
    }
    Ok(())
}
