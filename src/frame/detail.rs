//! Rows of detail, added up: inside a file, across files, and at one grain.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions".

use super::schema::{
    ADDED, APART, CODE, CURRENCY, EARLIER, FIRST_INPUT, FLOW, FROM, GRAIN, INPUT, INPUTS, KEYS,
    LACKING, LAST_INPUT, MONEY, OTHER_UNIT, PART, PARTNER, QUANTITY, RELEASED, REVISED, ROW, ROWS,
    SPLIT, TAKEN, TO, UNIT, VALUE,
};
use crate::frame::breakdown;
use crate::frame::breakdown::Parts;
use crate::frame::coverage::{Coverage, Known};
use crate::frame::depth::{Depths, Keyed, Place};
use crate::frame::read_columns::{flows, numbers, periods};
use crate::trade::{
    Amount, Currency, Flow, Measure, Observations, Partner, PartnerChoice, Period, QuantityUnit,
    Selection, TextId,
};
use polars::prelude::{
    Column, DataFrame, DataType, Expr, IntoLazy, LazyFrame, NULL, PolarsResult,
    SortMultipleOptions, col, len, lit, when,
};
use std::collections::BTreeSet;

/// What one component of one month (or run of months) of a flow adds up to, of one depth for each
/// partner and good.
#[derive(Clone, Debug)]
pub struct Point {
    pub period: Period,
    pub flow: Flow,
    /// The deepest grain of its rows.
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
    /// The last of the inputs whose rows hold.
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
    /// By period, flow and component.
    pub points: Vec<Point>,
    /// What the components are.
    pub parts: Parts,
    /// Months of which inputs share some rows, and each holds others of its own: how many.
    pub apart: Vec<(Period, Flow, u32)>,
    /// What depths were taken, and where depths differ.
    pub depths: Depths,
    /// What each input holds, whatever the goods.
    pub holds: Coverage,
    /// Two rows of one file that share the key of a total and differ: their places among all rows.
    pub contradictory: Option<(u32, u32)>,
    /// The partners with rows of detail at each place, where any partner has published figures.
    pub partners_at: BTreeSet<(Place, u16)>,
    /// Pairs of inputs that differ about a key, of which only their order says which holds: the one
    /// taken, and the other.
    pub by_order_alone: BTreeSet<(u32, u32)>,
}

impl Details {
    /// No rows of detail.
    pub fn none(selection: &Selection) -> Details {
        Details {
            points: Vec::new(),
            parts: Parts::none(selection),
            apart: Vec::new(),
            depths: Depths::default(),
            holds: Coverage::default(),
            contradictory: None,
            partners_at: BTreeSet::new(),
            by_order_alone: BTreeSet::new(),
        }
    }
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
    // World is the whole, never one of the partners that are added up.
    if selection.partner == PartnerChoice::All {
        wanted = wanted.and(col(PARTNER).neq(lit(u32::from(Partner::WORLD))));
    }
    if let Some(as_of) = selection.as_of {
        wanted = wanted.and(col(RELEASED).lt_eq(lit(as_of.last_day())));
    }
    rows.clone().lazy().filter(wanted)
}

/// Adds up the details of a selection: rows of one file that share a key are added, and so are sums
/// of files that are known to share none; across other files a key counts once, by its later vintage.
///
/// `published`: partners whose total of a period was published, of whom no detail is added where
/// several partners are summed.
pub fn sums(
    (rows, places): (&DataFrame, &[u32]),
    selection: &Selection,
    currency: Currency,
    (records, known): (&Observations, &Known),
    published: &BTreeSet<(Place, u16)>,
) -> PolarsResult<Details> {
    let parts = Parts::of(selection, records, places);
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
            col(VALUE).alias(MONEY),
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
    let rows = with_parts.collect()?;
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
    let of_a_flow = [FROM, TO, FLOW, PART].map(col);
    let contradictory = contradictory(&rows, selection, currency)?;
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
    let (table, given) = match counts {
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
            given
                .clone()
                .first()
                .fill_null(col(VALUE).first())
                .alias(EARLIER),
            col(VALUE).last(),
            given.clone().min().neq(given.max()).alias(REVISED),
            col(ROWS).sum(),
            len().alias(INPUTS),
            col(FIRST_INPUT).min(),
            // The inputs in which rows of the key stand in all, and the one that holds.
            col(INPUT).max().alias(LAST_INPUT),
            col(INPUT).last(),
            col(RELEASED).last(),
        ]))
        .collect()?;
    let keys_of = keyed(&by_key)?;
    let mut depths = Depths::choose(&keys_of, selection.goods.digits(), records);
    let mut taken: Vec<bool> = match depths.left_out.is_empty() {
        true => vec![true; keys_of.len()],
        false => depths.left_out.iter().map(|out| !out).collect(),
    };
    if selection.partner == PartnerChoice::All && !published.is_empty() {
        for (key, taken) in keys_of.iter().zip(&mut taken) {
            let partner = u16::try_from(key.partner).unwrap_or(Partner::UNLISTED);
            *taken &= !published.contains(&(key.place, partner));
        }
    }
    depths.left_out = Vec::new();
    let mut partners_at = BTreeSet::new();
    if !published.is_empty() {
        let partner = |key: &Keyed| u16::try_from(key.partner).unwrap_or(Partner::UNLISTED);
        partners_at.extend(keys_of.iter().map(|key| (key.place, partner(key))));
    }
    drop(keys_of);
    let mut by_taken = by_key.clone();
    by_taken.with_column(Column::new(TAKEN.into(), taken))?;
    let table = by_taken
        .clone()
        .lazy()
        .filter(col(TAKEN))
        .group_by_stable(of_a_flow)
        .agg(and_units(vec![
            col(VALUE).sum(),
            col(EARLIER).sum(),
            col(ROWS).sum(),
            keys(lit(1u32)).sum().alias(KEYS),
            col(REVISED).sum(),
            keys(col(INPUTS)).sum().alias(INPUTS),
            col(INPUT).max(),
            col(GRAIN).max(),
        ]))
        .sort([FROM, TO, FLOW, PART], SortMultipleOptions::default())
        .collect()?;
    let holds = Coverage::of(
        &chosen(&rows, selection, currency).collect()?,
        selection,
        (records, known),
        parts.of_row.is_some() || records.inputs.len() > 1,
    )?;
    Ok(Details {
        points: points(&table, counts)?,
        parts,
        apart: apart(&by_key)?,
        depths,
        holds,
        contradictory,
        partners_at,
        by_order_alone: by_order_alone(&by_key)?,
    })
}

/// The keys of detail, for the choice among their depths.
fn keyed(by_key: &DataFrame) -> PolarsResult<Vec<Keyed>> {
    let (periods, flows) = (periods(by_key)?, flows(by_key)?);
    let numbers = |name: &str| numbers(by_key, name);
    let (partners, grains) = (numbers(PARTNER)?, numbers(GRAIN)?);
    let (codes, parts) = (numbers(CODE)?, numbers(PART)?);
    let values = by_key.column(VALUE)?.i128()?.into_no_null_iter();
    let key = |(at, value): (usize, i128)| Keyed {
        place: (periods[at], flows[at]),
        partner: partners[at],
        grain: grains[at],
        code: TextId(codes[at]),
        part: parts[at],
        value: Amount(value),
    };
    Ok(values.enumerate().map(key).collect())
}

/// The pairs of inputs that differ about a key, where the one that holds has no release date.
fn by_order_alone(by_key: &DataFrame) -> PolarsResult<BTreeSet<(u32, u32)>> {
    let differing = by_key
        .clone()
        .lazy()
        .filter(col(REVISED).and(col(RELEASED).is_null()))
        .group_by([INPUT, FIRST_INPUT].map(col))
        .agg([len().alias(KEYS)])
        .collect()?;
    let taken = numbers(&differing, INPUT)?.into_iter();
    Ok(taken.zip(numbers(&differing, FIRST_INPUT)?).collect())
}

/// Two rows of one file that share the key of a total, without a code and without a breakdown, and
/// differ: nobody knows which of them holds.
fn contradictory(
    rows: &DataFrame,
    selection: &Selection,
    currency: Currency,
) -> PolarsResult<Option<(u32, u32)>> {
    let twice = chosen(rows, selection, currency)
        .filter(col(VALUE).is_not_null())
        .filter(col(CODE).eq(lit(0u32)).and(col(SPLIT).eq(lit(0u32))))
        .filter(col(ADDED).neq(lit(0u32)).and(col(ROWS).eq(lit(1u32))))
        .group_by([FROM, TO, FLOW, PARTNER, ADDED].map(col))
        .agg([
            len().alias(KEYS),
            col(ROW).min(),
            col(ROW).max().alias(LAST_INPUT),
        ])
        .filter(col(KEYS).gt(lit(1u32)))
        .sort([ROW], SortMultipleOptions::default())
        .collect()?;
    let (first, second) = (numbers(&twice, ROW)?, numbers(&twice, LAST_INPUT)?);
    Ok(first.first().copied().zip(second.first().copied()))
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
            col(LAST_INPUT).filter(alone()).max(),
            col(INPUTS).max(),
        ])
        .filter(col(FIRST_INPUT).neq(col(LAST_INPUT)))
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
