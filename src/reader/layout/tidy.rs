//! The tables that people keep: a month, then a value with its flow, or a column for each flow.

use crate::reader::accounting::taken::Meaning;
use crate::reader::cells::month::read_period;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::cells::vocabulary;
use crate::reader::cells::vocabulary::Stated;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::{Fit, Layout};
use crate::reader::lenient::{FlowAt, Keys, Months};
use crate::reader::row_reader::Reading;
use crate::trade::{
    Basis, Currency, Flow, InputRemark, Observation, Period, RowKind, TextId, Unit,
};

pub(crate) const LAYOUT: Layout = Layout {
    name: "tidy",
    described: "`month,flow,value_usd_mn`",
    fit,
    read,
};

const MONTH: [&str; 14] = [
    "month",
    "date",
    "period",
    "time",
    "year-month",
    "yearmonth",
    "年月",
    "月份",
    "日期",
    "时间",
    "数据年月",
    "월",
    "연월",
    "기간",
];
const FLOW: [&str; 9] = [
    "flow",
    "trade flow",
    "direction",
    "流向",
    "进出口类型",
    "贸易流向",
    "구분",
    "유형",
    "수출입구분",
];
pub(crate) const PARTNER: [&str; 8] = [
    "partner",
    "country",
    "trading partner",
    "国家",
    "贸易伙伴",
    "国别",
    "국가",
    "상대국",
];
pub(crate) const CODE: [&str; 6] = [
    "code",
    "hs",
    "hs code",
    "commodity code",
    "商品编码",
    "품목코드",
];
pub(crate) const CURRENCY: [&str; 4] = ["currency", "币种", "货币", "통화"];
const VALUE: [&str; 8] = [
    "trade value",
    "value",
    "amount",
    "金额",
    "总值",
    "值",
    "금액",
    "값",
];
/// Columns beside the values that begin like them.
const NOT_VALUES: [&str; 19] = [
    "%", "pct", "yoy", "mom", "share", "change", "growth", "note", "source", "同比", "环比",
    "占比", "增", "증감", "비중", "qty", "quantity", "数量", "weight",
];

fn fit(columns: &[String]) -> Fit {
    let values = columns.iter().any(|name| value_column(name).is_some());
    crate::reader::layout::fit(&[
        (
            crate::reader::layout::find(columns, &MONTH).is_some(),
            "`month`",
        ),
        (values, "a value such as `value_usd_mn` or `imports_usd_mn`"),
    ])
}

/// The flow that a column of values is for, where its name tells it, and the rest of its name.
fn value_column(name: &str) -> Option<(Option<Flow>, String)> {
    let plain = vocabulary::plain(name);
    if FLOW.contains(&plain.as_str()) || NOT_VALUES.iter().any(|word| plain.contains(word)) {
        return None;
    }
    if let Some((flow, rest)) = vocabulary::flow_prefix(name) {
        return Some((Some(flow), rest));
    }
    let rest = VALUE
        .iter()
        .find_map(|word| vocabulary::prefix(&plain, word))?;
    Some((None, rest))
}

/// Where everything stands.
struct Columns {
    month: usize,
    partner: PartnerOf,
    code: Option<usize>,
    currency: Option<usize>,
    values: Vec<Values>,
}

/// One column of values.
struct Values {
    column: usize,
    flow: FlowOf,
    unit: Option<Unit>,
    currency: Option<Currency>,
}

#[derive(Clone, Copy)]
enum FlowOf {
    Column(usize),
    Known(Flow),
}

fn read(reading: &mut Reading<'_, '_>) {
    let Some(columns) = columns(reading) else {
        return;
    };
    reading.drops.keys = Keys {
        months: Months::Column(columns.month),
        flow: match columns.values[..] {
            [
                Values {
                    flow: FlowOf::Known(flow),
                    ..
                },
            ] => FlowAt::Fixed(flow),
            // A row with a column for each flow is dropped whole.
            [
                Values {
                    flow: FlowOf::Column(column),
                    ..
                },
            ] => FlowAt::Column(column, |text| vocabulary::flow(text).ok()),
            _ => FlowAt::Unknown,
        },
        partner: Some(columns.partner),
    };
    while reading.next_row() {
        read_row(reading, &columns);
    }
}

fn columns(reading: &mut Reading<'_, '_>) -> Option<Columns> {
    let header = reading.table.header.clone();
    if reading.has_column_twice() {
        return None;
    }
    let partner_column = crate::reader::layout::find(&header, &PARTNER);
    reading.mend_names(partner_column);
    let partner = match partner_column {
        Some(column) => Some(PartnerOf::Either(column)),
        None => reading.assumed_partner(),
    };
    let currency = crate::reader::layout::find(&header, &CURRENCY);
    let values = values(reading, &header, currency.is_some());
    let find = |names: &[&str]| crate::reader::layout::find(&header, names);
    let accounts = &mut reading.accounts;
    accounts.claim_all([find(&MONTH)], Meaning::Month);
    accounts.claim_all([partner_column], Meaning::Partner);
    accounts.claim_all([find(&CODE)], Meaning::Code);
    accounts.claim_all([currency], Meaning::Unit);
    for one in values.iter().flatten() {
        accounts.claim(one.column, Meaning::Value);
        if let FlowOf::Column(column) = one.flow {
            accounts.claim(column, Meaning::Flow);
        }
    }
    for (column, name) in header.iter().enumerate() {
        let plain = vocabulary::plain(name);
        if accounts.is_unread(column) && NOT_VALUES.iter().any(|word| plain.contains(word)) {
            accounts.claim(column, Meaning::Change);
        }
    }
    Some(Columns {
        month: crate::reader::layout::find(&header, &MONTH)?,
        partner: partner?,
        code: crate::reader::layout::find(&header, &CODE),
        currency,
        values: values?,
    })
}

fn values(
    reading: &mut Reading<'_, '_>,
    header: &[String],
    currency_column: bool,
) -> Option<Vec<Values>> {
    let flow_column = crate::reader::layout::find(header, &FLOW);
    let mut flow_of_file: Option<Option<Flow>> = None;
    let mut values = Vec::new();
    let mut all_known = true;
    for (column, name) in header.iter().enumerate() {
        let Some((flow, rest)) = value_column(name) else {
            continue;
        };
        if flow == Some(Flow::Balance) {
            reading.remark(InputRemark::BalanceNotRead(name.clone()));
            reading.accounts.claim(column, Meaning::Balance);
            continue;
        }
        let flow = match (flow, flow_column) {
            (Some(flow), _) => named_flow(reading, column, flow),
            (None, Some(column)) => Some(FlowOf::Column(column)),
            (None, None) => flow_of_file
                .get_or_insert_with(|| reading.flow_of_file())
                .map(FlowOf::Known),
        };
        let stated = stated(reading, column, &rest, currency_column);
        match (flow, stated) {
            (Some(flow), Some(Stated { unit, currency })) => values.push(Values {
                column,
                flow,
                unit,
                currency,
            }),
            _ => all_known = false,
        }
    }
    all_known.then_some(values)
}

fn named_flow(reading: &mut Reading<'_, '_>, column: usize, flow: Flow) -> Option<FlowOf> {
    match reading.given_flow {
        Some(given) if given != flow => {
            let given = given.name();
            reading.wrong_column(column, &InputError::FlowDisagrees { given });
            None
        }
        _ => Some(FlowOf::Known(flow)),
    }
}

/// What the rest of a column's name states, completed by what the user said.
fn stated(
    reading: &mut Reading<'_, '_>,
    column: usize,
    rest: &str,
    currency_column: bool,
) -> Option<Stated> {
    let stated = match vocabulary::stated(rest) {
        Ok(stated) => stated,
        Err(wrong) => {
            reading.wrong_column(column, &wrong);
            return None;
        }
    };
    let currency = stated.currency.or(reading.options.currency);
    if currency.is_none() && !currency_column {
        reading.wrong_column(column, &InputError::CurrencyNotStated);
        return None;
    }
    Some(Stated {
        // A word in the cell or the user may state the unit too, so that none is no error yet.
        unit: stated.unit,
        currency: if currency_column {
            stated.currency
        } else {
            currency
        },
    })
}

fn read_row(reading: &mut Reading<'_, '_>, columns: &Columns) -> Option<()> {
    let partner = reading.wanted_partner(&columns.partner)?;
    let period = period(reading, columns.month);
    let code = columns
        .code
        .map_or(Some(TextId::EMPTY), |column| reading.code(column));
    let own_currency = reading.optional(columns.currency, vocabulary::currency)?;
    for values in &columns.values {
        let flow = match values.flow {
            FlowOf::Known(flow) => Some(flow),
            FlowOf::Column(column) => reading.flow(column),
        };
        let currency = reading.currency(own_currency, values.currency, values.column);
        let value = reading.value(values.column, values.unit);
        let (Some(period), Some(code), Some(flow), Some(currency), Some(value)) =
            (period, code, flow, currency, value)
        else {
            continue;
        };
        let record = Observation {
            line: reading.table.line(),
            period,
            flow,
            partner,
            currency,
            code,
            split: TextId::EMPTY,
            kind: if code == TextId::EMPTY {
                RowKind::Published
            } else {
                RowKind::Detail
            },
            value: Some(value),
            basis: Basis::Printed,
            released: None,
            printed: None,
            publisher: TextId::EMPTY,
        };
        reading.push(record);
    }
    Some(())
}

fn period(reading: &mut Reading<'_, '_>, column: usize) -> Option<Period> {
    let period = read_period(&reading.table.cell(column));
    reading.or_wrong(column, period)
}
