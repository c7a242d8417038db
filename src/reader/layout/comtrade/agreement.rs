//! Refuses rows in which two columns disagree on one fact: `M` and `Export`, `201709` and the
//! year 2018, reporter 156 and `Japan`.

use crate::reader::accounting::meaning::is_china;
use crate::reader::accounting::watch::country;
use crate::reader::cells::month::Dates;
use crate::reader::layout::comtrade::cells::{FlowNamed, field, named_flow};
use crate::reader::layout::comtrade::columns::ComtradeColumns;
use crate::reader::layout::months::month_number;
use crate::reader::row_reader::Reading;
use crate::trade::{Flow, Month};
use std::collections::HashSet;

/// The texts of rows whose columns were found to agree.
#[derive(Default)]
pub(super) struct Agreed(HashSet<Vec<u8>>);

/// Whether all columns with the month, the flow and the reporter of the row agree. If not, adds a
/// problem.
pub(super) fn agrees(
    reading: &mut Reading<'_, '_>,
    columns: &ComtradeColumns,
    (month, flow): (Month, Flow),
    agreed: &mut Agreed,
) -> bool {
    let times = [columns.period, columns.year, columns.month];
    let of_times = times.into_iter().chain(columns.other_times);
    let all = of_times.chain(columns.flow).chain(columns.reporter);
    let mut key: Vec<u8> = Vec::new();
    for column in all.flatten() {
        key.extend(reading.table.raw(column));
        key.push(b'\n');
    }
    if agreed.0.contains(&key) {
        return true;
    }
    let other = other_month(reading, columns, month)
        .or_else(|| other_flow(reading, columns, flow))
        .or_else(|| other_reporter(reading, columns));
    let Some((column, beside)) = other else {
        agreed.0.insert(key);
        return true;
    };
    reading.wrong_beside(column, beside);
    false
}

/// A column with another month than that of the row, and the column with that one.
fn other_month(
    reading: &Reading<'_, '_>,
    columns: &ComtradeColumns,
    month: Month,
) -> Option<(usize, usize)> {
    let beside = columns
        .period
        .filter(|column| !field(reading, Some(*column)).is_empty())?;
    let is_other_year = |column: &usize| {
        let year = field(reading, Some(*column)).parse::<i32>();
        year.is_ok_and(|year| year != month.year())
    };
    // The month 52 means the whole year.
    let is_other_month = |column: &usize| {
        let number = month_number(&field(reading, Some(*column)));
        number.is_some_and(|number| number != month.month())
    };
    let is_other = |column: &usize| {
        let text = field(reading, Some(*column));
        let is_day = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
        let text = if is_day { &text[..6] } else { &text };
        let period = Dates::default().read(text);
        period.is_ok_and(|period| period.is_month() && period.from != month)
    };
    let [first, second] = columns.other_times;
    let other = columns.year.filter(is_other_year);
    let other = other.or(columns.month.filter(is_other_month));
    let other = other
        .or(first.filter(is_other))
        .or(second.filter(is_other))?;
    Some((other, beside))
}

/// The name of the flow, if it is that of another one than the code.
fn other_flow(
    reading: &Reading<'_, '_>,
    columns: &ComtradeColumns,
    flow: Flow,
) -> Option<(usize, usize)> {
    let [code, name] = columns.flow;
    let (code, name) = code.zip(name)?;
    let is_other = match named_flow(&field(reading, Some(name))) {
        Some(FlowNamed::Known(other)) => other != flow,
        Some(FlowNamed::Other) => true,
        None => false,
    };
    is_other.then_some((name, code))
}

/// The first column that names another reporter than China, which another column names.
fn other_reporter(reading: &Reading<'_, '_>, columns: &ComtradeColumns) -> Option<(usize, usize)> {
    let [code, iso, name] = columns.reporter;
    let given = |column: &usize| !field(reading, Some(*column)).is_empty();
    let is_other =
        |column: &usize| country(&field(reading, Some(*column))).is_some_and(|one| !is_china(one));
    let beside = [code, iso, name].into_iter().flatten().find(given)?;
    let other = [iso, name].into_iter().flatten().find(is_other)?;
    Some((other, beside))
}
