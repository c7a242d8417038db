//! The result of `tradecheck sql rollup`: sums by flow, partner, chapter or heading, and month,
//! computed by a database from more rows than fit on one machine.

use crate::reader::cells::partner::PartnerOf;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::number_error::NumberError;
use crate::reader::layout::{Fit, Layout, fit as fits};
use crate::reader::row_reader::Reading;
use crate::trade::{
    Amount, Basis, Currency, Flow, Interval, LayoutName, Meaning, Month, Observation, Period,
    RowKind, TextId,
};
use std::collections::BTreeMap;

pub(crate) const LAYOUT: Layout = Layout {
    name: LayoutName::Rollup,
    fit,
    read,
    of_either_side: false,
};

/// The columns without which nothing is read. `blanks`, how many rows without a value were among those
/// added up, is one of them: a sum that lacks values is missing, and without it nothing says so.
const NAMES: [&str; 7] = [
    "flow",
    "partner",
    "month_no",
    "currency",
    "thousandths",
    "row_count",
    "blanks",
];

fn fit(columns: &[String]) -> Fit {
    let wanted = NAMES.map(|name| (has(columns, name), name));
    fits(&wanted)
}

fn has(columns: &[String], name: &str) -> bool {
    columns.iter().any(|column| column.trim() == name)
}

fn place(columns: &[String], name: &str) -> Option<usize> {
    columns.iter().position(|column| column.trim() == name)
}

/// The columns of such a file.
struct RollupColumns {
    flow: usize,
    partner: PartnerOf,
    good: Option<usize>,
    month: usize,
    currency: usize,
    value: usize,
    /// Whether the rows added up are of inputs that were declared to have all goods.
    whole: Option<usize>,
    /// How many rows without a value were among them.
    blanks: usize,
}

/// Whether each month and flow has all goods, by every row that is read of it.
type WholeMonths = BTreeMap<(Month, Flow), bool>;

fn read(reading: &mut Reading<'_, '_>) {
    if reading.has_column_twice() {
        return;
    }
    let header = reading.table.header.clone();
    let at = |name: &str| place(&header, name);
    let [
        Some(flow),
        Some(partner),
        Some(month),
        Some(currency),
        Some(value),
        Some(count),
        Some(blanks),
    ] = NAMES.map(at)
    else {
        return;
    };
    let good = at("chapter").or_else(|| at("heading"));
    let columns = RollupColumns {
        flow,
        partner: PartnerOf::Columns {
            code: Some(partner),
            name: None,
        },
        good,
        month,
        currency,
        value,
        whole: at("whole"),
        blanks,
    };
    reading
        .accounts
        .claim_all([columns.whole], Meaning::Coverage);
    reading.accounts.claim_all([Some(flow)], Meaning::Flow);
    reading
        .accounts
        .claim_all([Some(partner)], Meaning::Partner);
    reading.accounts.claim_all([good], Meaning::Code);
    reading.accounts.claim_all([Some(month)], Meaning::Month);
    reading.accounts.claim_all([Some(currency)], Meaning::Unit);
    reading
        .accounts
        .claim_all([Some(value), Some(count), Some(blanks)], Meaning::Value);
    let mut whole = WholeMonths::new();
    while reading.next_row() {
        read_row(reading, &columns, &mut whole);
    }
    let whole = whole.into_iter().filter(|(_, is_whole)| *is_whole);
    if let Some(input) = reading.observations.inputs.last_mut() {
        input.stated.all_goods.extend(whole.map(|(at, _)| at));
    }
}

fn read_row(
    reading: &mut Reading<'_, '_>,
    columns: &RollupColumns,
    whole: &mut WholeMonths,
) -> Option<()> {
    let partner = reading.wanted_partner(&columns.partner)?;
    let number = |reading: &mut Reading<'_, '_>, column: usize| -> Option<i128> {
        let text = reading.table.cell(column).trim().to_owned();
        let number = text
            .parse::<i128>()
            .map_err(|_| InputError::Number(NumberError::NotANumber));
        reading.or_wrong(column, number)
    };
    let month = number(reading, columns.month);
    let value = number(reading, columns.value);
    let blanks = number(reading, columns.blanks);
    let flow = reading.flow(columns.flow);
    let code = columns
        .good
        .map_or(Some(TextId::EMPTY), |column| reading.code(column));
    let currency = reading.table.cell(columns.currency).trim().to_owned();
    let currency = [Currency::Usd, Currency::Cny]
        .into_iter()
        .find(|one| one.code() == currency)
        .ok_or(InputError::UnknownCurrency);
    let currency = reading.or_wrong(columns.currency, currency);
    let month = Month::from_index(i32::try_from(month?).ok()?);
    let value = Amount(value?);
    let flow: Flow = flow?;
    let observation = Observation {
        line: reading.table.line(),
        period: Period::month(month),
        flow,
        partner,
        currency: currency?,
        code: code?,
        split: TextId::EMPTY,
        kind: RowKind::Detail,
        value: (blanks? == 0).then_some((value, Interval::exact(value))),
        basis: Basis::Sum,
        released: None,
        printed: None,
        publisher: TextId::EMPTY,
    };
    let is_whole = columns
        .whole
        .is_some_and(|column| reading.table.cell(column).trim() == "1");
    *whole.entry((month, flow)).or_insert(true) &= is_whole;
    if blanks? > 0 {
        reading.count_not_given();
    }
    // How many rows the database added up is not checked here.
    reading.push(observation);
    Some(())
}
