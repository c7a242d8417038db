//! Rows of detail, added up: inside a file, across files, and at one grain.
//!
//! Source: DEFINITIONS "One month twice: files, vintages, revisions".

use super::parts::{self, Parts};
use super::schema::{
    CODE, CURRENCY, EARLIER, FLOW, FROM, GRAIN, INPUT, INPUTS, KEYS, LACKING, OTHER_UNIT, PART,
    PARTNER, QUANTITY, RELEASED, REVISED, ROW, ROWS, SPLIT, TO, UNIT, VALUE,
};
use crate::trade::{
    Amount, Currency, Flow, Grain, Measure, Month, PartnerChoice, Period, QuantityUnit, Record,
    Records, Selection, TextId,
};
use polars::prelude::{
    Column, DataFrame, DataType, Expr, IntoLazy, LazyFrame, NULL, PolarsResult,
    SortMultipleOptions, col, len, lit,
};

/// The number of a row's grain: 0 for a figure; else one for each depth of code and kind of split,
/// so that the coarser grain has the smaller number.
pub fn grain(row: &Record, records: &Records) -> u32 {
    if row.grain == Grain::Figure {
        return 0;
    }
    let depth = records.text_of(row.code).len() as u32;
    let split = records.text_of(row.split);
    let kinds = split
        .split('|')
        .enumerate()
        .filter(|(_, part)| !part.is_empty());
    1 + depth.min(15) * 16 + kinds.fold(0, |bits, (at, _)| bits | 1 << at.min(3))
}

/// Grains above this one are split by HS code.
pub const NO_CODE: u32 = 16;

/// What one part of one month (or run of months) of a flow adds up to at one grain.
#[derive(Clone, Debug)]
pub struct Point {
    pub period: Period,
    pub flow: Flow,
    pub grain: u32,
    /// Its number in [`Parts`].
    pub part: u32,
    /// Whether the amounts are quantities, and of what unit.
    pub count: Count,
    pub value: Amount,
    /// What the earliest of differing files add up to.
    pub earlier: Amount,
    /// Keys that several inputs carry with one value.
    pub repeated: u32,
    /// Keys that inputs differ about.
    pub revised: u32,
    /// Rows added to another row of the same file and key.
    pub joined: u32,
    pub input: u32,
}

/// What amounts are, where they are quantities.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Count {
    /// They are values.
    #[default]
    Value,
    /// Quantities in one unit; `None` where there is no quantity at all.
    Unit(Option<QuantityUnit>),
    /// Quantities in several units.
    Mixed,
    /// A row with a value has no quantity.
    Lacking,
}

impl Count {
    /// That of two sums together.
    pub fn with(self, other: Count) -> Count {
        match (self, other) {
            (Count::Mixed, _) | (_, Count::Mixed) => Count::Mixed,
            (Count::Lacking, _) | (_, Count::Lacking) => Count::Lacking,
            (Count::Value, _) | (_, Count::Value) => Count::Value,
            (Count::Unit(None), unit) | (unit, Count::Unit(None)) => unit,
            (one, other) if one == other => one,
            _ => Count::Mixed,
        }
    }
}

/// Every sum of detail that a selection has.
#[derive(Debug)]
pub struct Details {
    /// By period, flow, grain and part.
    pub points: Vec<Point>,
    /// What the parts are.
    pub parts: Parts,
    /// Which inputs have rows of a period, flow and grain, whatever the goods.
    pub carried: Vec<(Period, Flow, u32, u32)>,
}

/// The places of the rows of a selection that are published figures: of all goods, or of the one
/// prefix that it names.
pub fn figures(
    rows: &DataFrame,
    selection: &Selection,
    currency: Currency,
    records: &Records,
) -> PolarsResult<Vec<u32>> {
    let code = match selection.goods.single() {
        _ if selection.goods.is_all() => Some(TextId::EMPTY),
        Some(prefix) => records.id_of(prefix),
        None => None,
    };
    let Some(code) = code else {
        return Ok(Vec::new());
    };
    let chosen = chosen(rows, selection, currency)
        .filter(col(GRAIN).eq(lit(0u32)))
        .filter(col(CODE).eq(lit(code.0)))
        .select([col(ROW)])
        .collect()?;
    Ok(chosen.column(ROW)?.u32()?.into_no_null_iter().collect())
}

fn chosen(rows: &DataFrame, selection: &Selection, currency: Currency) -> LazyFrame {
    let mut wanted = col(CURRENCY).eq(lit(currency as u32));
    if let PartnerChoice::These(places) = &selection.partner {
        let any = places
            .iter()
            .map(|place| col(PARTNER).eq(lit(u32::from(*place))))
            .reduce(Expr::or);
        wanted = wanted.and(any.unwrap_or_else(|| lit(false)));
    }
    if let Some(as_of) = selection.as_of {
        wanted = wanted.and(col(RELEASED).lt_eq(lit(as_of.last_day())));
    }
    rows.clone().lazy().filter(wanted)
}

/// Adds up the details of a selection: rows of one file that share a key are added; across files
/// a key counts once, by its later vintage.
pub fn sums(
    rows: &DataFrame,
    selection: &Selection,
    currency: Currency,
    records: &Records,
) -> PolarsResult<Details> {
    let parts = Parts::of(selection, records);
    let with_parts = match &parts.of_row {
        Some(of_row) => {
            let mut rows = rows.clone();
            rows.with_column(Column::new(PART.into(), of_row))?;
            rows.lazy()
        }
        None => rows
            .clone()
            .lazy()
            .with_column(lit(parts::FIRST).alias(PART)),
    };
    let counts = selection.measure == Measure::Quantity;
    let with_parts = if counts && records.counted.is_empty() {
        let nothing = |name: &str, kind| lit(NULL).cast(kind).alias(name);
        let of = [(QUANTITY, DataType::Int128), (UNIT, DataType::UInt32)];
        with_parts.with_columns(of.map(|(name, kind)| nothing(name, kind)))
    } else {
        with_parts
    };
    let with_parts = if counts {
        // Null and zero are two things: what is lacking is counted before it is added up.
        with_parts.with_columns([
            col(QUANTITY).fill_null(lit(0)).alias(VALUE),
            col(QUANTITY)
                .is_null()
                .and(col(VALUE).neq(lit(0)))
                .cast(DataType::UInt32)
                .alias(LACKING),
            col(UNIT).alias(OTHER_UNIT),
        ])
    } else {
        with_parts
    };
    let rows = with_parts.filter(col(GRAIN).neq(lit(0u32))).collect()?;
    let and_last = |sums: Vec<Expr>| -> Vec<Expr> {
        let last = [LACKING, UNIT, OTHER_UNIT].map(|name| col(name).last());
        let last = last.into_iter().filter(|_| counts);
        sums.into_iter().chain(last).collect()
    };
    let and_units = |sums: Vec<Expr>| -> Vec<Expr> {
        let units = [col(LACKING).sum(), col(UNIT).min(), col(OTHER_UNIT).max()];
        let units = units.into_iter().filter(|_| counts);
        sums.into_iter().chain(units).collect()
    };
    let key = [FROM, TO, FLOW, PARTNER, CODE, SPLIT, GRAIN, PART].map(col);
    let in_a_file: Vec<Expr> = key.iter().cloned().chain([col(INPUT)]).collect();
    let of_a_flow = [FROM, TO, FLOW, GRAIN, PART].map(col);
    let in_order = SortMultipleOptions::default()
        .with_maintain_order(true)
        .with_nulls_last(false);
    let table = chosen(&rows, selection, currency)
        .filter(col(VALUE).is_not_null())
        .group_by_stable(in_a_file)
        .agg(and_units(vec![
            col(VALUE).sum(),
            col(ROWS).sum(),
            col(RELEASED).max(),
        ]))
        .sort([RELEASED, INPUT], in_order)
        .group_by_stable(key)
        .agg(and_last(vec![
            col(VALUE).first().alias(EARLIER),
            col(VALUE).last(),
            col(VALUE).neq(col(VALUE).first()).any(true).alias(REVISED),
            col(ROWS).sum(),
            len().alias(INPUTS),
            col(INPUT).max(),
        ]))
        .group_by_stable(of_a_flow)
        .agg(and_units(vec![
            col(VALUE).sum(),
            col(EARLIER).sum(),
            col(ROWS).sum(),
            len().alias(KEYS),
            col(REVISED).sum(),
            col(INPUTS).sum(),
            col(INPUT).max(),
        ]))
        .sort(
            [FROM, TO, FLOW, GRAIN, PART],
            SortMultipleOptions::default(),
        )
        .collect()?;
    let carried = match parts.of_row {
        Some(_) => carried(&chosen(&rows, selection, currency).collect()?)?,
        None => Vec::new(),
    };
    Ok(Details {
        points: points(&table, counts)?,
        parts,
        carried,
    })
}

/// Which inputs have rows of a period, flow and grain.
fn carried(rows: &DataFrame) -> PolarsResult<Vec<(Period, Flow, u32, u32)>> {
    let key = [FROM, TO, FLOW, GRAIN, INPUT];
    let table = rows
        .clone()
        .lazy()
        .group_by(key.map(col))
        .agg([len().alias(KEYS)])
        .sort(key, SortMultipleOptions::default())
        .collect()?;
    let (periods, flows) = (periods(&table)?, flows(&table)?);
    let (grains, inputs) = (numbers(&table, GRAIN)?, numbers(&table, INPUT)?);
    Ok((0..table.height())
        .map(|at| (periods[at], flows[at], grains[at], inputs[at]))
        .collect())
}

fn numbers(table: &DataFrame, name: &str) -> PolarsResult<Vec<u32>> {
    let column = table.column(name)?.cast(&DataType::UInt32)?;
    Ok(column.u32()?.into_no_null_iter().collect())
}

fn periods(table: &DataFrame) -> PolarsResult<Vec<Period>> {
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

fn flows(table: &DataFrame) -> PolarsResult<Vec<Flow>> {
    let flows = numbers(table, FLOW)?.into_iter();
    Ok(flows.map(|flow| Flow::ALL[flow as usize % 3]).collect())
}

/// What the amounts of each row of a table of sums are.
fn counts(table: &DataFrame) -> PolarsResult<Vec<Count>> {
    let lacking = numbers(table, LACKING)?;
    let (low, high) = (table.column(UNIT)?.u32()?, table.column(OTHER_UNIT)?.u32()?);
    let count = |((lacking, low), high): ((u32, Option<u32>), Option<u32>)| {
        if low != high {
            Count::Mixed
        } else if lacking > 0 {
            Count::Lacking
        } else {
            Count::Unit(low.and_then(QuantityUnit::at))
        }
    };
    let lows = low.iter();
    Ok(lacking
        .into_iter()
        .zip(lows)
        .zip(high.iter())
        .map(count)
        .collect())
}

fn points(table: &DataFrame, are_counts: bool) -> PolarsResult<Vec<Point>> {
    let money = |name: &str| -> PolarsResult<Vec<i128>> {
        Ok(table.column(name)?.i128()?.into_no_null_iter().collect())
    };
    let counts = if are_counts {
        counts(table)?
    } else {
        vec![Count::Value; table.height()]
    };
    let numbers = |name: &str| numbers(table, name);
    let (periods, flows) = (periods(table)?, flows(table)?);
    let (grain, part) = (numbers(GRAIN)?, numbers(PART)?);
    let (value, earlier) = (money(VALUE)?, money(EARLIER)?);
    let (rows, keys, revised) = (numbers(ROWS)?, numbers(KEYS)?, numbers(REVISED)?);
    let (inputs, input) = (numbers(INPUTS)?, numbers(INPUT)?);
    let point = |at: usize| Point {
        period: periods[at],
        flow: flows[at],
        grain: grain[at],
        part: part[at],
        count: counts[at],
        value: Amount(value[at]),
        earlier: Amount(earlier[at]),
        repeated: inputs[at]
            .saturating_sub(keys[at])
            .saturating_sub(revised[at]),
        revised: revised[at],
        joined: rows[at].saturating_sub(inputs[at]),
        input: input[at],
    };
    Ok((0..table.height()).map(point).collect())
}

impl Details {
    /// What must be known of the adding up, over all months.
    pub fn notes(&self) -> Vec<String> {
        let total = |count: fn(&Point) -> u32| {
            let points = self.points.iter();
            let taken = points.filter(|point| point.part >= parts::FIRST);
            taken.map(count).sum::<u32>()
        };
        let (joined, repeated, revised) = (
            total(|point| point.joined),
            total(|point| point.repeated),
            total(|point| point.revised),
        );
        let mut notes = Vec::new();
        if joined > 0 {
            notes.push(format!(
                "{joined} {} added to another row of the same file, month, flow, partner and code: \
                 details whose distinguishing column is not there",
                rows_were(joined)
            ));
        }
        if repeated > 0 {
            notes.push(format!(
                "{repeated} {} in several files with the same value and counted once",
                rows_were(repeated)
            ));
        }
        if revised > 0 {
            notes.push(format!(
                "{revised} {} in several files with different values: the later release holds, or, \
                 where none is dated, the file named later",
                rows_were(revised)
            ));
        }
        notes
    }
}

fn rows_were(count: u32) -> &'static str {
    if count == 1 { "row was" } else { "rows were" }
}
