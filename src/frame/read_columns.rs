//! Columns of a Polars table as vectors of our own words.

use crate::frame::schema::{FLOW, FROM, TO};
use crate::trade::{Flow, Month, Period};
use polars::prelude::{DataFrame, DataType, PolarsResult};

pub fn numbers(table: &DataFrame, name: &str) -> PolarsResult<Vec<u32>> {
    let column = table.column(name)?.cast(&DataType::UInt32)?;
    Ok(column.u32()?.into_no_null_iter().collect())
}

pub fn periods(table: &DataFrame) -> PolarsResult<Vec<Period>> {
    let months = |name: &str| -> PolarsResult<Vec<i32>> {
        Ok(table.column(name)?.i32()?.into_no_null_iter().collect())
    };
    let ends = months(FROM)?.into_iter().zip(months(TO)?);
    let period = |(from, to)| Period {
        from: Month::from_index(from),
        to: Month::from_index(to),
    };
    Ok(ends.map(period).collect())
}

pub fn flows(table: &DataFrame) -> PolarsResult<Vec<Flow>> {
    let flows = numbers(table, FLOW)?.into_iter();
    Ok(flows.map(|flow| Flow::ALL[flow as usize % 3]).collect())
}
