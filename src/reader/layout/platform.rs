//! A download from the query platform of China customs: one query per file, a comma at the end of
//! each line, no column for the flow, and no column for the month if the query was for a single
//! month.

mod columns;

use crate::reader::cells::number;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::cells::quantity::QuantityAt;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::Layout;
use crate::reader::layout::platform::columns::{PlatformColumn, fit, meaning, twice};
use crate::reader::lenient::{FlowAt, Keys, MonthOfRow};
use crate::reader::row_reader::Reading;
use crate::trade::{
    Amount, BLANK, Basis, Currency, DecimalMark, Flow, InputRemark, Interval, LayoutName, Month,
    NameKind, Observation, Observations, Period, RowKind, RowQuantity, TextId, Unit, province_code,
    trade_mode_code,
};
use foldhash::fast::RandomState;
use std::collections::{HashMap, HashSet};

pub(crate) const LAYOUT: Layout = Layout {
    name: LayoutName::Platform,
    fit,
    read,
    of_either_side: false,
};

/// The platform silently truncates downloads at this number of rows.
const MAX_DOWNLOAD_ROWS: u64 = 10_000;

/// The columns of this file, and what applies to all its rows.
pub(crate) struct Query {
    pub flow: Flow,
    pub month: MonthOf,
    pub partner: PartnerOf,
    pub code: Option<usize>,
    pub split: [Option<usize>; 2],
    /// Whether provinces and trade modes are given by name only.
    pub split_by_name: [bool; 2],
    pub values: Vec<(usize, Currency)>,
    /// The columns with names of goods, provinces and trade modes that also have codes.
    pub names: [(NameKind, Option<usize>); 3],
    pub quantities: Vec<QuantityAt>,
}

/// Where the month of a row is found.
pub(crate) enum MonthOf {
    Column(usize),
    /// All rows are for this period, usually a single month.
    File(Period),
}

/// Caches for texts that are repeated from row to row, by their bytes.
#[derive(Default)]
struct Seen {
    months: HashMap<Vec<u8>, Month, RandomState>,
    /// By the length of the province, its bytes, and the bytes of the trade mode: any separator
    /// might occur in a text in GBK.
    splits: HashMap<Vec<u8>, TextId, RandomState>,
    /// Buffer for the key of `splits`.
    split: Vec<u8>,
    /// Codes, provinces and trade modes whose names are already stored.
    named: [HashSet<Vec<u8>>; 3],
}

fn read(reading: &mut Reading<'_, '_>) {
    let Some(query) = query(reading) else {
        return;
    };
    if !reading.settle_decimal_of_whole_values() {
        return;
    }
    if let MonthOf::Column(column) = query.month
        && !reading.settle_dates(column)
    {
        return;
    }
    reading.drops.keys = Keys {
        months: match query.month {
            MonthOf::Column(column) => MonthOfRow::Column(column),
            MonthOf::File(period) => MonthOfRow::These(vec![period]),
        },
        flow: FlowAt::Fixed(query.flow),
        partner: Some(query.partner),
    };
    let mut seen = Seen::default();
    while reading.next_row() {
        read_row(reading, &query, &mut seen);
    }
    remark_on_cut(reading.table.rows, reading.file, reading.observations);
    reading.remark_on_koreas();
}

/// Warns that a download of exactly the maximum number of rows was probably truncated.
pub(crate) fn remark_on_cut(rows: u64, file: &str, observations: &mut Observations) {
    if rows == MAX_DOWNLOAD_ROWS {
        if let Some(input) = observations.inputs.last_mut() {
            input.is_cut = true;
        }
        observations.remark(file, InputRemark::Truncated);
    }
}

/// What the header, the user and the file name say about the file. `None` if that is not enough,
/// with a problem added.
pub(crate) fn query(reading: &mut Reading<'_, '_>) -> Option<Query> {
    let meanings: Vec<Option<PlatformColumn>> =
        reading.table.header.iter().map(|h| meaning(h)).collect();
    let at = |wanted: PlatformColumn| meanings.iter().position(|column| *column == Some(wanted));
    if let Some(second) = twice(&meanings) {
        reading.wrong_column(second, &InputError::ColumnTwice);
        return None;
    }
    for (column, meaning) in meanings.iter().enumerate() {
        if let Some(meaning) = meaning {
            reading.accounts.claim(column, meaning.accounted());
        }
    }
    let (partner_code, partner_name) = (
        at(PlatformColumn::PartnerCode),
        at(PlatformColumn::PartnerName),
    );
    reading.repair_names(partner_name);
    let described = [
        (PlatformColumn::PartnerCode, PlatformColumn::PartnerName),
        (PlatformColumn::TradeModeCode, PlatformColumn::TradeModeName),
        (PlatformColumn::ProvinceCode, PlatformColumn::ProvinceName),
    ];
    let names = described
        .into_iter()
        .filter_map(|(code, name)| at(code).and(at(name)));
    reading.spelling_columns.names = names.chain(partner_name).collect();
    reading.spelling_columns.units = (0..2)
        .filter_map(|place| at(PlatformColumn::Unit(place)))
        .collect();
    // All three are determined before giving up, so that all problems show in one run.
    let flow = reading.flow_of_customs_file();
    let month = match at(PlatformColumn::Month) {
        Some(column) => Some(MonthOf::Column(column)),
        None => reading.month_of_file().map(MonthOf::File),
    };
    let partner = match (partner_code, partner_name) {
        (None, None) => reading.assumed_partner(),
        (code, name) => Some(PartnerOf::Columns { code, name }),
    };
    let values = [Currency::Usd, Currency::Cny]
        .into_iter()
        .filter_map(|currency| {
            at(PlatformColumn::Value(currency)).map(|column| (column, currency))
        });
    let quantities = (0..2).filter_map(|place| {
        Some(QuantityAt {
            number: at(PlatformColumn::Quantity(place))?,
            unit: at(PlatformColumn::Unit(place))?,
        })
    });
    Some(Query {
        flow: flow?,
        month: month?,
        partner: partner?,
        code: at(PlatformColumn::Code),
        split: [
            at(PlatformColumn::ProvinceCode).or(at(PlatformColumn::ProvinceName)),
            at(PlatformColumn::TradeModeCode).or(at(PlatformColumn::TradeModeName)),
        ],
        split_by_name: [
            at(PlatformColumn::ProvinceCode).is_none()
                && at(PlatformColumn::ProvinceName).is_some(),
            at(PlatformColumn::TradeModeCode).is_none()
                && at(PlatformColumn::TradeModeName).is_some(),
        ],
        values: values.collect(),
        names: [
            (NameKind::Code, at(PlatformColumn::Name)),
            (NameKind::Province, at(PlatformColumn::ProvinceName)),
            (NameKind::TradeMode, at(PlatformColumn::TradeModeName)),
        ],
        quantities: quantities.collect(),
    })
}

fn read_row(reading: &mut Reading<'_, '_>, query: &Query, seen: &mut Seen) -> Option<()> {
    let partner = reading.wanted_partner(&query.partner)?;
    let period = match query.month {
        MonthOf::File(period) => period,
        MonthOf::Column(column) => Period::month(read_row_month(reading, column, seen)?),
    };
    // A row with a blank code is in doubt, since it may be a total.
    if let Some(column) = query.code
        && !reading
            .table
            .raw(column)
            .first()
            .is_some_and(u8::is_ascii_digit)
        && reading.table.cell(column).is_empty()
    {
        reading.wrong(column, &InputError::BlankKey);
        return None;
    }
    let code = match query.code {
        Some(column) => reading.code(column)?,
        None => TextId::EMPTY,
    };
    let split = split_of(reading, query, seen)?;
    if reading.options.needs.names {
        keep_names(reading, query, seen);
    }
    let quantity = match reading.options.needs.quantities {
        true => reading.quantity(&query.quantities),
        false => None,
    };
    for &(column, currency) in &query.values {
        let Some(value) = money(reading, column) else {
            continue;
        };
        let observation = Observation {
            line: reading.table.line(),
            period,
            flow: query.flow,
            partner,
            currency,
            code,
            split,
            kind: RowKind::Detail,
            value,
            basis: Basis::Sum,
            released: None,
            printed: None,
            publisher: TextId::EMPTY,
        };
        reading.push(observation);
        if quantity.is_some() {
            reading.observations.count(RowQuantity {
                quantity,
                printed: None,
            });
        }
    }
    Some(())
}

/// Stores the names of the row's good, province and trade mode, the first time each is seen.
fn keep_names(reading: &mut Reading<'_, '_>, query: &Query, seen: &mut Seen) {
    let codes = [query.code, query.split[0], query.split[1]];
    for (((of, name), code), named) in query.names.into_iter().zip(codes).zip(&mut seen.named) {
        let (Some(name), Some(code)) = (name, code) else {
            continue;
        };
        let raw = reading.table.raw(code);
        if named.contains(raw) {
            continue;
        }
        named.insert(raw.to_vec());
        let (code, name) = (reading.table.cell(code), reading.table.cell(name));
        let by_name = match of {
            NameKind::Province => province_code(&code),
            NameKind::TradeMode => trade_mode_code(&code),
            _ => None,
        };
        reading
            .observations
            .name(of, by_name.unwrap_or(number::code_text(&code)), &name);
    }
}

fn read_row_month(reading: &mut Reading<'_, '_>, column: usize, seen: &mut Seen) -> Option<Month> {
    let raw = reading.table.raw(column);
    if let Some(month) = seen.months.get(raw) {
        return Some(*month);
    }
    let month = reading.month_in(column)?;
    seen.months.insert(raw.to_vec(), month);
    Some(month)
}

/// An amount of money in whole currency units. `Some(None)` if the cell has none; `None` if it is
/// invalid.
fn money(reading: &mut Reading<'_, '_>, column: usize) -> Option<Option<(Amount, Interval)>> {
    if reading.mark_in(column) == DecimalMark::Point
        && let Some(units) = number::whole_units(reading.table.raw(column))
    {
        let amount = Amount::units(units);
        if amount <= Amount::LARGEST {
            return Some(Some((amount, Interval::exact(amount))));
        }
    }
    reading.part(column, Some(Unit::ONE))
}

/// The codes of province and trade mode, joined; empty if the file has neither. `None` if a name is
/// not on the customs lists, with a problem added.
fn split_of(reading: &mut Reading<'_, '_>, query: &Query, seen: &mut Seen) -> Option<TextId> {
    let columns = query.split;
    if columns == [None, None] {
        return Some(TextId::EMPTY);
    }
    let raw = columns.map(|column| column.map_or(&b""[..], |at| reading.table.raw(at)));
    seen.split.clear();
    seen.split.extend(raw[0].len().to_le_bytes());
    seen.split.extend(raw.into_iter().flatten());
    if let Some(id) = seen.splits.get(&seen.split) {
        return Some(*id);
    }
    let look_up: [fn(&str) -> Option<&'static str>; 2] = [province_code, trade_mode_code];
    let mut codes = Vec::new();
    for ((column, by_name), look_up) in columns.into_iter().zip(query.split_by_name).zip(look_up) {
        let cell = column.map(|at| reading.table.cell(at)).unwrap_or_default();
        // The columns of a file determine its level of detail. A blank is therefore another
        // province rather than all of them.
        if column.is_some() && cell.is_empty() {
            codes.push(BLANK.to_owned());
            continue;
        }
        let code = match (column, by_name) {
            (Some(column), true) => {
                let code = look_up(&cell).ok_or(InputError::NotOnCustomsList);
                reading.or_wrong(column, code)?.to_owned()
            }
            _ => number::code_text(&cell).to_owned(),
        };
        codes.push(code);
    }
    let id = reading.observations.text(&codes.join("|"));
    seen.splits.insert(seen.split.clone(), id);
    Some(id)
}
