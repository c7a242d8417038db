//! Keys shared between files, and components at one depth.

use crate::frame::breakdown::{FIRST, TOO_COARSE};
use crate::frame::detail::optional::Optional;
use crate::frame::detail::point::Point;
use crate::frame::detail::point::keys;
use crate::frame::detail::point::numbers;
use crate::frame::detail::point::points;
use crate::frame::detail::point::sums;
use crate::frame::level_choice::KeySum;
use crate::frame::period_flow::PeriodFlow;
use crate::frame::rounded_sum::RoundedSum;
use crate::frame::schema::{
    DETAIL_LEVEL, DISJOINT, EARLIER, EARLIER_HIGH, EARLIER_LOW, FIRST_INPUT, HIGH, INPUT, INPUTS,
    KEYS, LACKING, LAST_INPUT, LOW, OTHER_UNIT, POINT, RELEASED, REVISED, ROW, ROWS, TAKEN, UNIT,
    VALUE,
};
use crate::frame::selected_rows::SelectedRows;
use crate::trade::{Flow, Period};
use polars::prelude::{Column, DataFrame, IntoLazy, LazyFrame, PolarsResult, col, len, lit};
use std::collections::{BTreeMap, BTreeSet};

impl KeyTable<'_> {
    /// Whether all keys have the same depth and none is too coarse to assign.
    pub(super) fn has_one_depth(&self) -> bool {
        let is_clear = |(_, part): &(PeriodFlow, u32)| *part != TOO_COARSE;
        self.detail_levels.is_none_or(|(low, high)| low == high) && self.places.iter().all(is_clear)
    }

    /// A column of the table as numbers.
    pub(super) fn numbers(&self, name: &str) -> PolarsResult<Vec<u32>> {
        numbers(&self.table, name)
    }

    /// The keys of detail, from which depths are chosen.
    pub(super) fn keyed(&self) -> PolarsResult<Vec<KeySum>> {
        let rows = self.numbers(ROW)?.into_iter().zip(self.numbers(POINT)?);
        let values = sums(&self.table, [VALUE, LOW, HIGH], self.has)?;
        let summed = self.table.column(DISJOINT)?.bool()?.iter();
        let key = |(((row, point), value), is_summed): (((u32, u32), RoundedSum), Option<bool>)| {
            let (period_flow, part) = *self.places.get(point as usize)?;
            let key = self.selected_rows.observations().rows.key(row as usize)?;
            Some(KeySum {
                period_flow,
                partner: key.partner,
                detail_level: self.selected_rows.detail_levels.detail_level(&key),
                code: key.code,
                part,
                is_summed: is_summed == Some(true),
                value,
            })
        };
        Ok(rows.zip(values).zip(summed).filter_map(key).collect())
    }

    /// The table with the grain of each key.
    pub(super) fn with_grains(&self) -> PolarsResult<LazyFrame> {
        let (low, high) = self.detail_levels.unwrap_or_default();
        if low == high {
            return Ok(self
                .table
                .clone()
                .lazy()
                .with_column(lit(low).alias(DETAIL_LEVEL)));
        }
        let rows = self.numbers(ROW)?.into_iter();
        let key = |row: u32| self.selected_rows.observations().rows.key(row as usize);
        let detail_levels = rows.map(|row| {
            key(row).map_or(0, |key| self.selected_rows.detail_levels.detail_level(&key))
        });
        let mut table = self.table.clone();
        table.with_column(Column::new(
            DETAIL_LEVEL.into(),
            detail_levels.collect::<Vec<u32>>(),
        ))?;
        Ok(table.lazy())
    }

    /// The sum of each component in each period and flow, over the keys that are used (`None` for
    /// all).
    pub(super) fn points(&self, taken: Option<Vec<bool>>) -> PolarsResult<Vec<Point>> {
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
            col(DETAIL_LEVEL).max(),
        ];
        if self.has.rounding {
            sums.extend([LOW, HIGH, EARLIER_LOW, EARLIER_HIGH].map(|name| col(name).sum()));
        }
        if self.has.lacking {
            sums.push(col(LACKING).sum());
        }
        if self.has.is_quantity {
            sums.extend([col(UNIT).min(), col(OTHER_UNIT).max()]);
        }
        let table = table.group_by([col(POINT)]).agg(sums).collect()?;
        let mut points = points(&table, self.places, self.has)?;
        points.sort_by_key(|point| (point.period, point.flow, point.part));
        Ok(points)
    }

    /// The pairs of inputs that disagree on a key, if the one used has no release date: the one
    /// used, and the first.
    pub(super) fn decided_by_order(&self) -> PolarsResult<BTreeSet<(u32, u32)>> {
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

    /// The months in which inputs overlap only partly: they share some keys, while several have
    /// keys of their own. With the number of keys found in a single input.
    pub(super) fn overlaps(&self) -> PolarsResult<Vec<(Period, Flow, u32)>> {
        if self.selected_rows.observations().inputs.len() < 2 {
            return Ok(Vec::new());
        }
        let alone = || col(INPUTS).eq(lit(1u32));
        let table = self
            .with_grains()?
            .group_by([POINT, DETAIL_LEVEL].map(col))
            .agg([
                keys(lit(1u32)).filter(alone()).sum().alias(KEYS),
                col(FIRST_INPUT).filter(alone()).min(),
                col(LAST_INPUT).filter(alone()).max(),
                col(INPUTS).max(),
            ])
            .collect()?;
        // The components of a period and flow count as one month here.
        let mut found: BTreeMap<(PeriodFlow, u32), Overlap> = BTreeMap::new();
        let columns = [POINT, DETAIL_LEVEL, KEYS, INPUTS].map(|name| numbers(&table, name));
        let [points, detail_levels, keys, inputs] = columns;
        let (points, detail_levels, keys, inputs) = (points?, detail_levels?, keys?, inputs?);
        let first = table.column(FIRST_INPUT)?.u32()?;
        let last = table.column(LAST_INPUT)?.u32()?;
        for at in 0..table.height() {
            let Some((period_flow, part)) = self.places.get(points[at] as usize) else {
                continue;
            };
            if *part >= FIRST {
                let shared = found.entry((*period_flow, detail_levels[at])).or_default();
                shared.keys += keys[at];
                shared.inputs = shared.inputs.max(inputs[at]);
                shared
                    .alone
                    .extend(first.get(at).into_iter().chain(last.get(at)));
            }
        }
        // At least two inputs have keys of their own, and at least one key is in several inputs.
        let is_shared = |one: &Overlap| one.alone.first() != one.alone.last() && one.inputs > 1;
        let found = found.into_iter().filter(|(_, one)| is_shared(one));
        Ok(found
            .map(|(((period, flow), _), one)| (period, flow, one.keys))
            .collect())
    }
}

/// The table by key, and what its numbers refer to.
pub(super) struct KeyTable<'a> {
    pub table: DataFrame,
    /// The period, flow and component of each point.
    pub places: &'a [(PeriodFlow, u32)],
    pub selected_rows: &'a SelectedRows<'a>,
    /// The optional columns of the table.
    pub has: Optional,
    /// The smallest and the largest grain.
    pub detail_levels: Option<(u32, u32)>,
}

/// How far inputs overlap in one month at one depth.
#[derive(Default)]
struct Overlap {
    /// Number of keys found in a single input.
    keys: u32,
    /// The first and the last of the inputs with such keys.
    alone: BTreeSet<u32>,
    /// The largest number of inputs that carry the same key.
    inputs: u32,
}
