//! Rows of detail, added up: inside a file, across files, and at one grain.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions".

use super::schema::{
    ADDED, APART, CODE, CURRENCY, EARLIER, FIRST_INPUT, FLOW, FROM, GRAIN, INPUT, INPUTS, KEYS,
    LACKING, OTHER_UNIT, PART, PARTNER, QUANTITY, RELEASED, REVISED, ROW, ROWS, SPLIT, TO, UNIT,
    VALUE,
};
use crate::frame::breakdown;
use crate::frame::breakdown::Parts;
use crate::frame::coverage::Coverage;
use crate::trade::{
    Amount, Currency, Flow, Measure, Month, Observation, Observations, PartnerChoice, Period,
    QuantityUnit, RowKind, Selection, TextId,
};
use polars::prelude::{
    Column, DataFrame, DataType, Expr, IntoLazy, LazyFrame, NULL, PolarsResult,
    SortMultipleOptions, col, len, lit, when,
};

/// The number of a row's grain: 0 for a figure; else one for each depth of code and kind of split,
/// so that the coarser grain has the smaller number.
pub fn grain(row: &Observation, records: &Observations) -> u32 {
    if row.kind == RowKind::Published {
        return 0;
    }
    let depth = records.text_of(row.code).len();
    detail_grain(depth, Observation::splits(&records.text_of(row.split)))
}

/// The number of a grain of detail: codes of so many digits, split so.
pub fn detail_grain(digits: usize, splits: u32) -> u32 {
    1 + digits.min(15) as u32 * 16 + splits
}

/// How many digits the codes of a grain have.
pub fn digits(grain: u32) -> usize {
    (grain.saturating_sub(1) / 16) as usize
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
    pub count: UnitCheck,
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
pub enum UnitCheck {
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

impl UnitCheck {
    /// That of two sums together.
    pub fn with(self, other: UnitCheck) -> UnitCheck {
        match (self, other) {
            (UnitCheck::Mixed, _) | (_, UnitCheck::Mixed) => UnitCheck::Mixed,
            (UnitCheck::Lacking, _) | (_, UnitCheck::Lacking) => UnitCheck::Lacking,
            (UnitCheck::Value, _) | (_, UnitCheck::Value) => UnitCheck::Value,
            (UnitCheck::Unit(None), unit) | (unit, UnitCheck::Unit(None)) => unit,
            (one, other) if one == other => one,
            _ => UnitCheck::Mixed,
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
    /// Months of which inputs share some rows, and each holds others of its own: how many.
    pub apart: Vec<(Period, Flow, u32)>,
    /// What each input holds, whatever the goods.
    pub holds: Coverage,
}

/// The places of the rows of a selection that are published figures: of all goods, or of the one
/// prefix that it names.
pub fn figures(
    rows: &DataFrame,
    selection: &Selection,
    currency: Currency,
    records: &Observations,
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

/// Adds up the details of a selection: rows of one file that share a key are added, and so are sums
/// of files that are known to share none; across other files a key counts once, by its later vintage.
pub fn sums(
    rows: &DataFrame,
    selection: &Selection,
    currency: Currency,
    records: &Observations,
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
            .with_column(lit(breakdown::FIRST).alias(PART)),
    };
    let counts = selection.measure == Measure::Quantity;
    let with_parts = if counts && records.quantities.is_empty() {
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
    // A sum keeps less than the key of its rows, and is never taken for a row with such a key.
    let key = [FROM, TO, FLOW, PARTNER, CODE, SPLIT, GRAIN, PART, APART].map(col);
    let in_a_file: Vec<Expr> = key.iter().cloned().chain([col(ADDED)]).collect();
    let of_a_flow = [FROM, TO, FLOW, GRAIN, PART].map(col);
    let in_order = SortMultipleOptions::default()
        .with_maintain_order(true)
        .with_nulls_last(false);
    let table = chosen(&rows, selection, currency)
        .filter(col(VALUE).is_not_null())
        .with_column(col(ADDED).eq(lit(0u32)).alias(APART))
        .group_by_stable(in_a_file)
        .agg(and_units(vec![
            col(VALUE).sum(),
            col(ROWS).sum(),
            col(RELEASED).max(),
            col(INPUT).min().alias(FIRST_INPUT),
            col(INPUT).max(),
        ]))
        .sort([RELEASED, INPUT], in_order.clone());
    // A later file without a quantity hides no quantity.
    let (table, known) = match counts {
        true => {
            let lacking_first = in_order.with_order_descending(true);
            let table = table.sort_by_exprs([col(LACKING).gt(lit(0))], lacking_first);
            (table, col(VALUE).filter(col(LACKING).eq(lit(0))))
        }
        false => (table, col(VALUE)),
    };
    let by_key = table
        .group_by_stable(key)
        .agg(and_last(vec![
            known
                .clone()
                .first()
                .fill_null(col(VALUE).first())
                .alias(EARLIER),
            col(VALUE).last(),
            known.clone().min().neq(known.max()).alias(REVISED),
            col(ROWS).sum(),
            len().alias(INPUTS),
            col(FIRST_INPUT).min(),
            col(INPUT).max(),
        ]))
        .collect()?;
    let table = by_key
        .clone()
        .lazy()
        .group_by_stable(of_a_flow)
        .agg(and_units(vec![
            col(VALUE).sum(),
            col(EARLIER).sum(),
            col(ROWS).sum(),
            keys(lit(1u32)).sum().alias(KEYS),
            col(REVISED).sum(),
            keys(col(INPUTS)).sum().alias(INPUTS),
            col(INPUT).max(),
        ]))
        .sort(
            [FROM, TO, FLOW, GRAIN, PART],
            SortMultipleOptions::default(),
        )
        .collect()?;
    // One input holds all that it holds in every month.
    let may_differ = parts.of_row.is_some() || records.inputs.len() > 1;
    let holds = match may_differ {
        true => Coverage::of(
            &chosen(&rows, selection, currency).collect()?,
            selection,
            records,
        )?,
        false => Coverage::default(),
    };
    Ok(Details {
        points: points(&table, counts)?,
        parts,
        apart: apart(&by_key)?,
        holds,
    })
}

/// How many keys a row of the table by key stands for, where it is a sum of rows that all have keys
/// of their own; else so many.
fn keys(so_many: Expr) -> Expr {
    when(col(APART)).then(col(ROWS)).otherwise(so_many)
}

/// The months of which inputs share some keys, while each of several holds keys of its own: how
/// many keys stand in one input only.
fn apart(by_key: &DataFrame) -> PolarsResult<Vec<(Period, Flow, u32)>> {
    let alone = || col(INPUTS).eq(lit(1u32));
    let table = by_key
        .clone()
        .lazy()
        .filter(col(PART).gt_eq(lit(breakdown::FIRST)))
        .group_by([FROM, TO, FLOW, GRAIN].map(col))
        .agg([
            keys(lit(1u32)).filter(alone()).sum().alias(KEYS),
            col(FIRST_INPUT).filter(alone()).min(),
            col(INPUT).filter(alone()).max(),
            col(INPUTS).max(),
        ])
        .filter(col(FIRST_INPUT).neq(col(INPUT)))
        .filter(col(INPUTS).gt(lit(1u32)))
        .sort([FROM, TO, FLOW, GRAIN], SortMultipleOptions::default())
        .collect()?;
    let places = periods(&table)?.into_iter().zip(flows(&table)?);
    let keys = numbers(&table, KEYS)?;
    Ok(places
        .zip(keys)
        .map(|((period, flow), keys)| (period, flow, keys))
        .collect())
}

pub(super) fn numbers(table: &DataFrame, name: &str) -> PolarsResult<Vec<u32>> {
    let column = table.column(name)?.cast(&DataType::UInt32)?;
    Ok(column.u32()?.into_no_null_iter().collect())
}

pub(super) fn periods(table: &DataFrame) -> PolarsResult<Vec<Period>> {
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

pub(super) fn flows(table: &DataFrame) -> PolarsResult<Vec<Flow>> {
    let flows = numbers(table, FLOW)?.into_iter();
    Ok(flows.map(|flow| Flow::ALL[flow as usize % 3]).collect())
}

/// What the amounts of each row of a table of sums are.
fn counts(table: &DataFrame) -> PolarsResult<Vec<UnitCheck>> {
    let lacking = numbers(table, LACKING)?;
    let (low, high) = (table.column(UNIT)?.u32()?, table.column(OTHER_UNIT)?.u32()?);
    let count = |((lacking, low), high): ((u32, Option<u32>), Option<u32>)| {
        if low != high {
            UnitCheck::Mixed
        } else if lacking > 0 {
            UnitCheck::Lacking
        } else {
            UnitCheck::Unit(low.and_then(QuantityUnit::at))
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
        vec![UnitCheck::Value; table.height()]
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
    /// Whether a part has rows of a flow in any period.
    pub fn has(&self, flow: Flow, part: u32) -> bool {
        let mut points = self.points.iter();
        points.any(|point| point.flow == flow && point.part == part)
    }
}
