//! A download from the query platform of China customs: one query per file, a comma at the end of
//! each line, no column for the flow, and no column for the month if the query was for a single
//! month.

use crate::reader::cells::number;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::cells::quantity::QuantityAt;
use crate::reader::cells::vocabulary::plain;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::tidy::names::{NamedColumn, named};
use crate::reader::layout::{Fit, Layout};
use crate::reader::lenient::{FlowAt, Keys, MonthOfRow};
use crate::reader::row_reader::Reading;
use crate::trade::Meaning;
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum PlatformColumn {
    Month,
    Code,
    PartnerCode,
    PartnerName,
    TradeModeCode,
    TradeModeName,
    ProvinceCode,
    ProvinceName,
    Value(Currency),
    Name,
    Quantity(usize),
    Unit(usize),
}

impl PlatformColumn {
    /// Whether the column could be dropped without changing the values.
    fn is_supplementary(self) -> bool {
        use PlatformColumn::{Name, Quantity, Unit};
        matches!(self, Name | Quantity(_) | Unit(_))
    }

    fn accounted(self) -> Meaning {
        match self {
            PlatformColumn::Month => Meaning::Month,
            PlatformColumn::Code => Meaning::Code,
            PlatformColumn::PartnerCode | PlatformColumn::PartnerName => Meaning::Partner,
            PlatformColumn::TradeModeCode
            | PlatformColumn::TradeModeName
            | PlatformColumn::ProvinceCode
            | PlatformColumn::ProvinceName => Meaning::Breakdown,
            PlatformColumn::Value(_) => Meaning::Value,
            PlatformColumn::Name => Meaning::Name,
            PlatformColumn::Quantity(_) | PlatformColumn::Unit(_) => Meaning::Quantity,
        }
    }
}

/// The meaning of a header on the Chinese or the English page.
fn meaning(header: &str) -> Option<PlatformColumn> {
    Some(match plain(header).as_str() {
        "date of data" | "数据年月" => PlatformColumn::Month,
        "commodity code" | "商品编码" => PlatformColumn::Code,
        "trading partner code" | "贸易伙伴编码" => PlatformColumn::PartnerCode,
        "trading partner" | "贸易伙伴名称" => PlatformColumn::PartnerName,
        "customs regime code" | "贸易方式编码" => PlatformColumn::TradeModeCode,
        "customs regime" | "贸易方式名称" => PlatformColumn::TradeModeName,
        "locations of importers and exporters code" | "注册地编码" | "收发货人注册地编码" => {
            PlatformColumn::ProvinceCode
        }
        "locations of importers and exporters" | "注册地名称" | "收发货人注册地名称" => {
            PlatformColumn::ProvinceName
        }
        "us dollar" | "us dollars" | "美元" => PlatformColumn::Value(Currency::Usd),
        "renminbi yuan" | "rmb yuan" | "人民币" => PlatformColumn::Value(Currency::Cny),
        "commodity" | "商品名称" => PlatformColumn::Name,
        "quantity" | "第一数量" => PlatformColumn::Quantity(0),
        "unit" | "第一计量单位" => PlatformColumn::Unit(0),
        "supplimentary quantity" | "supplementary quantity" | "第二数量" => {
            PlatformColumn::Quantity(1)
        }
        "supplimentary unit" | "supplementary unit" | "第二计量单位" => {
            PlatformColumn::Unit(1)
        }
        _ => return None,
    })
}

fn fit(columns: &[String]) -> Fit {
    let meanings: Vec<PlatformColumn> = columns.iter().filter_map(|name| meaning(name)).collect();
    let is_value = |column: &PlatformColumn| matches!(column, PlatformColumn::Value(_));
    let has_value = meanings.iter().any(is_value);
    let other = meanings
        .iter()
        .filter(|column| !is_value(column) && !column.is_supplementary())
        .count();
    // The platform has its own names for partners, and no column of flows at all. A table with other
    // names for them was made by somebody else, and is read as such.
    let has_partner = meanings.iter().any(|column| {
        matches!(
            column,
            PlatformColumn::PartnerCode | PlatformColumn::PartnerName
        )
    });
    let is_unofficial = |name: &String| match named(name) {
        _ if meaning(name).is_some() => false,
        NamedColumn::Flow | NamedColumn::Reporter => true,
        NamedColumn::Country | NamedColumn::Partner => !has_partner,
        _ => false,
    };
    let is_official = !columns.iter().any(is_unofficial);
    if has_value && other > 0 && is_official {
        return Fit::Yes;
    }
    let mut missing = Vec::new();
    if !is_official {
        missing.push("`Trading partner code`, or no partner and no flow".to_owned());
    }
    if !has_value {
        missing.push("`US dollar` or `Renminbi Yuan`".to_owned());
    }
    if other == 0 {
        missing.push("`Commodity code` or another column of the query".to_owned());
    }
    let has = other + usize::from(has_value);
    Fit::Lacks { has, missing }
}

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

/// The second of two columns with the same meaning.
fn twice(meanings: &[Option<PlatformColumn>]) -> Option<usize> {
    (0..meanings.len()).find(|at| {
        let one = meanings[*at];
        one.is_some_and(|one| !one.is_supplementary()) && meanings[..*at].contains(&one)
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
