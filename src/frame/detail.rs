//! Rows of detail, added up: inside a file, across files, and at one grain.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions".

use crate::frame::breakdown::{FIRST, Parts, UNCLEAR};
use crate::frame::chosen::Chosen;
use crate::frame::coverage::{Coverage, Known};
use crate::frame::depth::{Depths, Keyed};
use crate::frame::detail_rows::DetailRows;
use crate::frame::keys::Entries;
use crate::frame::place::Place;
use crate::frame::schema::{
    APART, EARLIER, FIRST_INPUT, GRAIN, INPUT, INPUTS, KEY, KEYS, LACKING, LAST_INPUT, OTHER_UNIT,
    POINT, RELEASED, REVISED, ROW, ROWS, TAKEN, UNIT, VALUE,
};
use crate::trade::{
    Amount, Currency, Flow, Measure, PartnerChoice, Period, QuantityUnit, Selection,
};
use polars::prelude::{
    Column, DataFrame, DataType, Expr, IntoLazy, LazyFrame, PolarsResult, SortMultipleOptions, col,
    len, lit, when,
};
use std::collections::{BTreeMap, BTreeSet};

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

/// Adds up the details of a selection: rows of one file that share a key are added, and so are sums
/// of files that are known to share none; across other files a key counts once, by its later vintage.
///
/// `published`: partners whose total of a period was published, of whom no detail is added where
/// several partners are summed.
pub fn sums(
    rows: DetailRows<'_>,
    selection: &Selection,
    currency: Currency,
    known: &Known,
    published: &BTreeSet<(Place, u16)>,
) -> PolarsResult<Details> {
    let parts = Parts::of(selection, rows);
    let may_differ = parts.of_row.is_some() || rows.records.inputs.len() > 1;
    let counts = selection.measure == Measure::Quantity;
    let chosen = Chosen::new(rows, &parts, selection, currency);
    let holds = Coverage::of(&chosen, selection, known, may_differ);
    let Entries {
        table,
        points: places,
        is_dated,
        is_distinct,
        grains,
        contradictory,
    } = Entries::of(&chosen, selection.measure, parts.list.len())?;
    let by_key = Keys {
        table: match is_distinct {
            true => alone(table)?,
            false => by_key(table, is_dated, counts)?,
        },
        places: &places,
        chosen: &chosen,
        grains,
    };
    let mut depths = Depths::default();
    let mut partners_at = BTreeSet::new();
    let mut taken = None;
    if !by_key.has_one_depth() || !published.is_empty() {
        let keys = by_key.keyed()?;
        depths = Depths::choose(&keys, selection.goods.digits(), rows.records);
        let left_out = std::mem::take(&mut depths.left_out);
        let is_left_out = |at: usize| left_out.get(at).copied().unwrap_or(false);
        let is_published = |key: &Keyed| {
            selection.partner == PartnerChoice::All && published.contains(&(key.place, key.partner))
        };
        let is_taken = |(at, key): (usize, &Keyed)| !is_left_out(at) && !is_published(key);
        taken = Some(keys.iter().enumerate().map(is_taken).collect());
        if !published.is_empty() {
            partners_at.extend(keys.iter().map(|key| (key.place, key.partner)));
        }
    }
    Ok(Details {
        points: by_key.points(taken, counts)?,
        apart: by_key.apart()?,
        by_order_alone: by_key.by_order_alone()?,
        parts,
        depths,
        holds,
        contradictory,
        partners_at,
    })
}

/// One row a key: across files it counts once, by its later vintage.
fn by_key(entries: DataFrame, is_dated: bool, counts: bool) -> PolarsResult<DataFrame> {
    let in_order = SortMultipleOptions::default()
        .with_maintain_order(true)
        .with_nulls_last(false);
    // Entries of a key stand in the order of their files.
    let mut table = entries.lazy();
    if is_dated {
        table = table.sort([RELEASED, INPUT], in_order.clone());
    }
    let mut given = col(VALUE);
    if counts {
        // A later file without a quantity hides no quantity.
        let lacks = col(LACKING).gt(lit(0));
        table = table.sort_by_exprs([lacks], in_order.with_order_descending(true));
        given = given.filter(col(LACKING).eq(lit(0)));
    }
    let earlier = match counts {
        true => given.clone().first().fill_null(col(VALUE).first()),
        false => col(VALUE).first(),
    };
    let mut columns = vec![
        earlier.alias(EARLIER),
        col(VALUE).last(),
        given.clone().min().neq(given.max()).alias(REVISED),
        col(POINT).first(),
        col(ROW).first(),
        col(APART).first(),
        col(ROWS).sum(),
        len().alias(INPUTS),
        col(FIRST_INPUT).min(),
        // The inputs in which rows of the key stand in all, and the one that holds.
        col(INPUT).max().alias(LAST_INPUT),
        col(INPUT).last(),
    ];
    if is_dated {
        columns.push(col(RELEASED).last());
    }
    if counts {
        columns.extend([LACKING, UNIT, OTHER_UNIT].map(|name| col(name).last()));
    }
    table.group_by([col(KEY)]).agg(columns).collect()
}

/// The same of entries that have a key each.
fn alone(entries: DataFrame) -> PolarsResult<DataFrame> {
    let columns = [
        col(VALUE).alias(EARLIER),
        lit(false).alias(REVISED),
        lit(1u32).alias(INPUTS),
        col(INPUT).alias(LAST_INPUT),
    ];
    entries.lazy().with_columns(columns).collect()
}

/// The table by key, and what its numbers stand for.
struct Keys<'a> {
    table: DataFrame,
    /// Place and part of each point.
    places: &'a [(Place, u32)],
    chosen: &'a Chosen<'a>,
    /// The smallest and the largest grain.
    grains: Option<(u32, u32)>,
}

impl Keys<'_> {
    /// Whether all keys have one grain, and none is too coarse to tell.
    fn has_one_depth(&self) -> bool {
        let is_clear = |(_, part): &(Place, u32)| *part != UNCLEAR;
        self.grains.is_none_or(|(low, high)| low == high) && self.places.iter().all(is_clear)
    }

    /// A column of numbers.
    fn numbers(&self, name: &str) -> PolarsResult<Vec<u32>> {
        numbers(&self.table, name)
    }

    /// The keys of detail, for the choice among their depths.
    fn keyed(&self) -> PolarsResult<Vec<Keyed>> {
        let rows = self.numbers(ROW)?.into_iter().zip(self.numbers(POINT)?);
        let values = self.table.column(VALUE)?.i128()?.into_no_null_iter();
        let key = |((row, point), value): ((u32, u32), i128)| {
            let (place, part) = *self.places.get(point as usize)?;
            let key = self.chosen.records().rows.key(row as usize)?;
            Some(Keyed {
                place,
                partner: key.partner,
                grain: self.chosen.grains.grain(&key),
                code: key.code,
                part,
                value: Amount(value),
            })
        };
        Ok(rows.zip(values).filter_map(key).collect())
    }

    /// The table, with the grain of each key.
    fn with_grains(&self) -> PolarsResult<LazyFrame> {
        let (low, high) = self.grains.unwrap_or_default();
        if low == high {
            return Ok(self.table.clone().lazy().with_column(lit(low).alias(GRAIN)));
        }
        let rows = self.numbers(ROW)?.into_iter();
        let key = |row: u32| self.chosen.records().rows.key(row as usize);
        let grains = rows.map(|row| key(row).map_or(0, |key| self.chosen.grains.grain(&key)));
        let mut table = self.table.clone();
        table.with_column(Column::new(GRAIN.into(), grains.collect::<Vec<u32>>()))?;
        Ok(table.lazy())
    }

    /// The sums of each component of each place, of the keys that are taken (`None`: of all).
    fn points(&self, taken: Option<Vec<bool>>, counts: bool) -> PolarsResult<Vec<Point>> {
        let mut table = self.with_grains()?;
        if let Some(taken) = taken {
            let mut with = table.collect()?;
            with.with_column(Column::new(TAKEN.into(), taken))?;
            table = with.lazy().filter(col(TAKEN));
        }
        let mut sums = vec![
            col(VALUE).sum(),
            col(EARLIER).sum(),
            col(ROWS).sum(),
            keys(lit(1u32)).sum().alias(KEYS),
            col(REVISED).sum(),
            keys(col(INPUTS)).sum().alias(INPUTS),
            col(INPUT).max(),
            col(GRAIN).max(),
        ];
        if counts {
            sums.extend([col(LACKING).sum(), col(UNIT).min(), col(OTHER_UNIT).max()]);
        }
        let table = table.group_by([col(POINT)]).agg(sums).collect()?;
        let mut points = points(&table, self.places, counts)?;
        points.sort_by_key(|point| (point.period, point.flow, point.part));
        Ok(points)
    }

    /// The pairs of inputs that differ about a key, where the one that holds has no release date.
    fn by_order_alone(&self) -> PolarsResult<BTreeSet<(u32, u32)>> {
        let is_dated = self.table.column(RELEASED).is_ok();
        let undated = match is_dated {
            true => col(RELEASED).is_null(),
            false => lit(true),
        };
        let differing = self
            .table
            .clone()
            .lazy()
            .filter(col(REVISED).and(undated))
            .group_by([INPUT, FIRST_INPUT].map(col))
            .agg([len().alias(KEYS)])
            .collect()?;
        let taken = numbers(&differing, INPUT)?.into_iter();
        Ok(taken.zip(numbers(&differing, FIRST_INPUT)?).collect())
    }

    /// The months of which inputs share some keys, while each of several holds keys of its own: how
    /// many keys stand in one input only.
    fn apart(&self) -> PolarsResult<Vec<(Period, Flow, u32)>> {
        if self.chosen.records().inputs.len() < 2 {
            return Ok(Vec::new());
        }
        let alone = || col(INPUTS).eq(lit(1u32));
        let table = self
            .with_grains()?
            .group_by([POINT, GRAIN].map(col))
            .agg([
                keys(lit(1u32)).filter(alone()).sum().alias(KEYS),
                col(FIRST_INPUT).filter(alone()).min(),
                col(LAST_INPUT).filter(alone()).max(),
                col(INPUTS).max(),
            ])
            .collect()?;
        // Components of one place are one month here.
        let mut found: BTreeMap<(Place, u32), Shared> = BTreeMap::new();
        let columns = [POINT, GRAIN, KEYS, INPUTS].map(|name| numbers(&table, name));
        let [points, grains, keys, inputs] = columns;
        let (points, grains, keys, inputs) = (points?, grains?, keys?, inputs?);
        let first = table.column(FIRST_INPUT)?.u32()?;
        let last = table.column(LAST_INPUT)?.u32()?;
        for at in 0..table.height() {
            let Some((place, part)) = self.places.get(points[at] as usize) else {
                continue;
            };
            if *part >= FIRST {
                let shared = found.entry((*place, grains[at])).or_default();
                shared.keys += keys[at];
                shared.inputs = shared.inputs.max(inputs[at]);
                shared
                    .alone
                    .extend(first.get(at).into_iter().chain(last.get(at)));
            }
        }
        let is_shared = |one: &Shared| one.alone.first() != one.alone.last() && one.inputs > 1;
        let found = found.into_iter().filter(|(_, one)| is_shared(one));
        Ok(found
            .map(|(((period, flow), _), one)| (period, flow, one.keys))
            .collect())
    }
}

/// What inputs share of one month at one depth.
#[derive(Default)]
struct Shared {
    /// Keys that stand in one input only.
    keys: u32,
    /// The first and the last of the inputs of such keys.
    alone: BTreeSet<u32>,
    /// How many inputs carry one key at most.
    inputs: u32,
}

/// How many keys a row of the table by key stands for, where it is a sum of rows that all have keys
/// of their own; else so many.
fn keys(so_many: Expr) -> Expr {
    when(col(APART)).then(col(ROWS)).otherwise(so_many)
}

/// A column of numbers.
fn numbers(table: &DataFrame, name: &str) -> PolarsResult<Vec<u32>> {
    let column = table.column(name)?.cast(&DataType::UInt32)?;
    Ok(column.u32()?.into_no_null_iter().collect())
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

fn points(
    table: &DataFrame,
    places: &[(Place, u32)],
    are_counts: bool,
) -> PolarsResult<Vec<Point>> {
    let money = |name: &str| -> PolarsResult<Vec<i128>> {
        Ok(table.column(name)?.i128()?.into_no_null_iter().collect())
    };
    let counts = if are_counts {
        counts(table)?
    } else {
        vec![UnitCheck::Value; table.height()]
    };
    let numbers = |name: &str| numbers(table, name);
    let (grain, number) = (numbers(GRAIN)?, numbers(POINT)?);
    let (value, earlier) = (money(VALUE)?, money(EARLIER)?);
    let (rows, keys, revised) = (numbers(ROWS)?, numbers(KEYS)?, numbers(REVISED)?);
    let (inputs, input) = (numbers(INPUTS)?, numbers(INPUT)?);
    let point = |at: usize| {
        let ((period, flow), part) = *places.get(number[at] as usize)?;
        Some(Point {
            period,
            flow,
            grain: grain[at],
            part,
            count: counts[at],
            value: Amount(value[at]),
            earlier: Amount(earlier[at]),
            repeated: inputs[at]
                .saturating_sub(keys[at])
                .saturating_sub(revised[at]),
            revised: revised[at],
            joined: rows[at].saturating_sub(inputs[at]),
            input: input[at],
        })
    };
    Ok((0..table.height()).filter_map(point).collect())
}

impl Details {
    /// Whether a part has rows of a flow in any period.
    pub fn has(&self, flow: Flow, part: u32) -> bool {
        let mut points = self.points.iter();
        points.any(|point| point.flow == flow && point.part == part)
    }
}
