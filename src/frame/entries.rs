//! Entries by key and file while the rows of each are added up.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions".

use crate::frame::entry_key::EntryKey;
use crate::frame::period_flow::{PeriodFlow, PeriodFlowNumbers};
use crate::frame::schema::{
    DISJOINT, FIRST_INPUT, HIGH, INPUT, KEY, LACKING, LOW, OTHER_UNIT, POINT, RELEASED, ROW, ROWS,
    UNIT, VALUE,
};
use crate::frame::selected_rows::SelectedRows;
use crate::trade::{Amount, Interval, TextId, Vintage};
use polars::prelude::{
    BooleanChunked, Column, DataFrame, Int32Chunked, Int128Chunked, IntoColumn, NewChunkedArray,
    PolarsResult, UInt32Chunked,
};
use polars::series::IsSorted;
use std::collections::{BTreeMap, BTreeSet};

/// Rows by key and file.
pub struct Entries {
    /// One row per key, file and release; [`crate::frame::schema`] describes the columns.
    pub table: DataFrame,
    /// The period, flow and component behind each number in the point column.
    pub points: Vec<(PeriodFlow, u32)>,
    /// Whether any row has a release date.
    pub is_dated: bool,
    /// Whether the table has the `LACKING` column.
    pub lacks: bool,
    /// Whether the table has the `LOW` and `HIGH` columns.
    pub is_rounded: bool,
    /// Codes of rows without a value, by period, flow and component.
    pub without_value: BTreeMap<(PeriodFlow, u32), BTreeSet<TextId>>,
    /// Whether all keys are distinct.
    pub is_distinct: bool,
    /// The smallest and the largest grain.
    pub detail_levels: Option<(u32, u32)>,
    /// Two differing rows of one file with the same key of a total: their indices among all rows.
    pub contradictory: Option<(u32, u32)>,
}

/// Entries being added up, one column per field.
pub(super) struct EntryBuilder<'a> {
    selected_rows: &'a SelectedRows<'a>,
    is_quantity: bool,
    /// Amount and count of rows, see [`EntryBuilder::look_up`].
    looked_up: Vec<(Option<Amount>, u32)>,
    last: Option<EntryKey>,
    /// Rows of the current entry that are single rows of a total: the first, and how many.
    totals: (u32, u32),
    keys: Vec<u32>,
    points: Vec<u32>,
    value: Vec<i128>,
    rows: Vec<u32>,
    first_input: Vec<u32>,
    input: Vec<u32>,
    row: Vec<u32>,
    disjoint: Vec<bool>,
    /// Empty if no row has a release date.
    released: Vec<Option<i32>>,
    /// Whether any row is rounded. If so, the ends of the interval of each entry.
    pub is_rounded: bool,
    low: Vec<i128>,
    high: Vec<i128>,
    /// Whether any row may lack a value or quantity.
    pub lacks: bool,
    /// Per entry, if `lacks`: the number of rows without a value or, if quantities are added up,
    /// with a value and no quantity.
    lacking: Vec<u32>,
    /// Per entry, if quantities are added up: the smallest and the largest unit number.
    units: [Vec<Option<u32>>; 2],
    /// The period-and-flow number and component of each point.
    list: Vec<(u32, u32)>,
    detail_levels: Option<(u32, u32)>,
    contradictory: Option<(u32, u32)>,
    /// Codes of rows without a value, by the numbers of the period-and-flow and the component.
    without_value: BTreeMap<(u32, u32), BTreeSet<TextId>>,
}

impl<'a> EntryBuilder<'a> {
    pub(super) fn new(
        selected_rows: &'a SelectedRows<'a>,
        is_quantity: bool,
        most: usize,
    ) -> EntryBuilder<'a> {
        EntryBuilder {
            selected_rows,
            is_quantity,
            looked_up: Vec::new(),
            lacks: is_quantity,
            is_rounded: false,
            low: Vec::new(),
            high: Vec::new(),
            last: None,
            totals: (0, 0),
            keys: Vec::with_capacity(most),
            points: Vec::with_capacity(most),
            value: Vec::with_capacity(most),
            rows: Vec::with_capacity(most),
            first_input: Vec::with_capacity(most),
            input: Vec::with_capacity(most),
            row: Vec::with_capacity(most),
            disjoint: Vec::with_capacity(most),
            released: Vec::new(),
            lacking: Vec::new(),
            units: [Vec::new(), Vec::new()],
            list: Vec::new(),
            detail_levels: None,
            contradictory: None,
            without_value: BTreeMap::new(),
        }
    }

    /// Looks up the amounts and counts of the rows that are added next.
    pub(super) fn look_up(&mut self, rows: impl Iterator<Item = u32>) {
        let all = &self.selected_rows.observations().rows;
        self.looked_up.clear();
        self.looked_up
            .extend(rows.map(|row| (all.amount(row as usize), all.count(row as usize))));
    }

    /// Adds one row. Rows must come sorted by key and day of release.
    pub(super) fn add(&mut self, key: &EntryKey, row: u32, at: usize) {
        let observations = self.selected_rows.observations();
        let (rows, row_index) = (&observations.rows, row as usize);
        let is_dated = !rows.released().is_empty();
        let released = match is_dated {
            true => rows.released().get(row_index).map(Vintage::last_day),
            false => None,
        };
        let is_another_release =
            || is_dated && !key.disjoint && self.released.last() != Some(&released);
        if self.last != Some(*key) || is_another_release() {
            self.begin(key, row);
        }
        let (money, count) = self.looked_up.get(at).copied().unwrap_or((None, 1));
        let quantity = self
            .is_quantity
            .then(|| observations.quantities.get(&row)?.quantity);
        let value = match quantity {
            None => money.map_or(0, |money| money.0),
            Some(quantity) => quantity.map_or(0, |quantity| quantity.amount.0),
        };
        add_to(&mut self.value, |sum| sum + value);
        if self.is_rounded {
            let interval = match quantity {
                None => rows.interval(row_index, Amount(value)),
                Some(quantity) => quantity.map_or(Interval::exact(Amount(value)), |it| it.interval),
            };
            add_to(&mut self.low, |sum| sum + interval.low.0);
            add_to(&mut self.high, |sum| sum + interval.high.0);
        }
        add_to(&mut self.rows, |sum| sum.saturating_add(count));
        let input = match key.disjoint {
            true => observations.input.get(row_index).copied().unwrap_or(0),
            false => key.added.saturating_sub(1),
        };
        add_to(&mut self.first_input, |first| first.min(input));
        add_to(&mut self.input, |last| last.max(input));
        if is_dated {
            add_to(&mut self.released, |last| last.max(released));
        }
        if let Some(quantity) = quantity {
            let lacks = quantity.is_none() && money.is_some_and(|money| money.0 != 0);
            add_to(&mut self.lacking, |sum| sum + u32::from(lacks));
            let unit = quantity.map(|quantity| quantity.unit.number());
            let [low, high] = &mut self.units;
            add_to(low, |low| low.into_iter().chain(unit).min());
            add_to(high, |high| high.max(unit));
        }
        if !self.is_quantity && money.is_none() {
            add_to(&mut self.lacking, |sum| sum + 1);
            let codes = self.without_value.entry((key.period_flow, key.part));
            codes.or_default().insert(TextId(key.code));
        }
        let is_total = key.code == 0 && key.split == 0 && !key.disjoint;
        if is_total && count == 1 {
            let (first, others) = &mut self.totals;
            if *others == 0 {
                *first = row;
            }
            *others += 1;
            let second = (*first, row);
            // The smallest first row is kept, so that the error does not depend on the order of
            // keys. Rows equal in every cell are copies, and were left out before.
            if *others > 1 && self.contradictory.is_none_or(|(one, _)| one >= *first) {
                self.contradictory = Some(second);
            }
        }
    }

    /// Begins a new entry.
    fn begin(&mut self, key: &EntryKey, row: u32) {
        let figure = |key: &EntryKey| EntryKey { added: 0, ..*key };
        let point = |key: &EntryKey| (key.period_flow, key.part);
        let last = self.last.replace(*key);
        if last.map(|last| point(&last)) != Some(point(key)) {
            self.list.push(point(key));
        }
        let is_new = last.map(|last| figure(&last)) != Some(figure(key));
        let number = self.keys.last().copied();
        self.keys
            .push(number.map_or(0, |last| last + u32::from(is_new)));
        if is_new {
            let detail_level = self
                .selected_rows
                .detail_levels
                .of_detail(key.code, key.split);
            let (low, high) = self.detail_levels.unwrap_or((detail_level, detail_level));
            self.detail_levels = Some((low.min(detail_level), high.max(detail_level)));
        }
        self.points.push(self.list.len() as u32 - 1);
        self.totals = (0, 0);
        self.value.push(0);
        self.rows.push(0);
        self.first_input.push(u32::MAX);
        self.input.push(0);
        self.row.push(row);
        self.disjoint.push(key.disjoint);
        if !self.selected_rows.observations().rows.released().is_empty() {
            self.released.push(None);
        }
        if self.is_rounded {
            self.low.push(0);
            self.high.push(0);
        }
        if self.lacks {
            self.lacking.push(0);
        }
        if self.is_quantity {
            self.units.iter_mut().for_each(|column| column.push(None));
        }
    }

    /// The finished table of entries.
    pub(super) fn finish(self, places: &PeriodFlowNumbers) -> PolarsResult<Entries> {
        let height = self.keys.len();
        let (is_dated, is_rounded) = (!self.released.is_empty(), self.is_rounded);
        let is_distinct = self
            .keys
            .last()
            .is_none_or(|last| *last as usize + 1 == height);
        let mut keys = numbers(KEY, self.keys);
        keys.set_sorted_flag(IsSorted::Ascending);
        let mut columns = vec![
            keys,
            numbers(POINT, self.points),
            amounts(VALUE, self.value),
            numbers(ROWS, self.rows),
            numbers(FIRST_INPUT, self.first_input),
            numbers(INPUT, self.input),
            numbers(ROW, self.row),
            BooleanChunked::from_slice(DISJOINT.into(), &self.disjoint).into_column(),
        ];
        if is_dated {
            let dates = Int32Chunked::from_slice_options(RELEASED.into(), &self.released);
            columns.push(dates.into_column());
        }
        if is_rounded {
            columns.push(amounts(LOW, self.low));
            columns.push(amounts(HIGH, self.high));
        }
        if self.lacks {
            columns.push(numbers(LACKING, self.lacking));
        }
        if self.is_quantity {
            let [low, high] = &self.units;
            for (name, units) in [(UNIT, low), (OTHER_UNIT, high)] {
                columns.push(UInt32Chunked::from_slice_options(name.into(), units).into_column());
            }
        }
        let of_number = |(period_flow, part): &(u32, u32)| {
            Some((*places.list.get(*period_flow as usize)?, *part))
        };
        let without_value = self.without_value.into_iter();
        let of_place = |(point, codes)| Some((of_number(&point)?, codes));
        Ok(Entries {
            without_value: without_value.filter_map(of_place).collect(),
            table: DataFrame::new(height, columns)?,
            points: self.list.iter().filter_map(of_number).collect(),
            is_dated,
            lacks: self.lacks,
            is_rounded,
            is_distinct,
            detail_levels: self.detail_levels,
            contradictory: self.contradictory,
        })
    }
}

/// A column of numbers, without copying.
fn numbers(name: &str, column: Vec<u32>) -> Column {
    UInt32Chunked::from_vec(name.into(), column).into_column()
}

/// A column of amounts, without copying.
fn amounts(name: &str, column: Vec<i128>) -> Column {
    Int128Chunked::from_vec(name.into(), column).into_column()
}

/// Updates the last value of a column.
fn add_to<T: Copy>(column: &mut [T], with: impl Fn(T) -> T) {
    if let Some(last) = column.last_mut() {
        *last = with(*last);
    }
}
