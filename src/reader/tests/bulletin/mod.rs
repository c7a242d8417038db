//! The customs office's monthly tables by country.

mod chinese;
mod doubt;
mod english;
mod preliminary;
mod workbook;

use crate::reader::tests::*;
use crate::trade::{Amount, Interval, Observation, RowKind};

fn partner(name: &str) -> Options {
    Options {
        partner: PartnerChoice::These(vec![Partner::find(name).unwrap()]),
        ..north_korea()
    }
}

/// An amount exact to a thousandth of a unit.
fn exact(amount: Amount) -> String {
    let text = format!("{}.{:03}", amount.0 / 1000, amount.0 % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A figure as text: line, flow, period, value, low, high, change, release.
fn figure(row: &Observation) -> String {
    let value = row.value.map(|(value, Interval { low, high })| {
        format!("{} [{}, {})", exact(value), exact(low), exact(high))
    });
    let change = row.printed.map(|printed| {
        let scale = 10i128.pow(printed.decimals);
        let (whole, rest) = (printed.digits.abs() / scale, printed.digits.abs() % scale);
        let sign = if printed.digits < 0 { "-" } else { "+" };
        let width = printed.decimals as usize;
        format!("{sign}{whole}.{rest:0width$} %")
    });
    let released = row.released.map(|released| released.to_string());
    [
        row.line.to_string(),
        row.flow.to_string(),
        row.period.to_string(),
        row.currency.to_string(),
        value.unwrap_or_default(),
        change.unwrap_or_default(),
        released.unwrap_or_default(),
    ]
    .join(" | ")
}

fn figures(bytes: &[u8], options: &Options) -> (Vec<String>, Vec<String>) {
    let records = from_stdin(bytes, None, options).unwrap_or_else(|problems| panic!("{problems}"));
    let remarks = remarks(&records).into_iter().map(str::to_owned);
    (
        records.rows.iter().map(|row| figure(&row)).collect(),
        remarks.collect(),
    )
}
