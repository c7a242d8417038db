//! The columns of the frame: the only place that spells their names, and that builds them.

use crate::frame::grain;
use crate::trade::{Input, Observation, Observations, TextId, Vintage};
use polars::prelude::{Column, DataFrame, PolarsResult};
use std::collections::HashMap;

/// Input number (u32): its place in `Records::inputs`.
pub const INPUT: &str = "input";
/// Among which rows a key that comes again is added up (u32): those of one input, its number and
/// one; 0 for all inputs that are apart, see `Input::apart`.
pub const ADDED: &str = "added";
/// First month (i32, `Month::index`).
pub const FROM: &str = "from";
/// Last month (i32, `Month::index`).
pub const TO: &str = "to";
/// Flow (u32): 0 import, 1 export, 2 total.
pub const FLOW: &str = "flow";
/// Partner (u32): place in the partner table.
pub const PARTNER: &str = "partner";
/// Currency (u32): 0 dollars, 1 yuan.
pub const CURRENCY: &str = "currency";
/// HS code (u32, `TextId`); 0 for all goods.
pub const CODE: &str = "code";
/// Province and trade mode (u32, `TextId`); 0 where nothing splits the row.
pub const SPLIT: &str = "split";
/// Grain (u32): 0 for a figure, else one number for each depth of code and kind of split.
pub const GRAIN: &str = "grain";
/// Value in thousandths of the currency unit (i128, null where only a change was printed).
pub const VALUE: &str = "value";
/// Quantity in thousandths of its unit (i128, null where none is given).
pub const QUANTITY: &str = "quantity";
/// The unit of the quantity (u32, `QuantityUnit::number`; null where there is no quantity).
pub const UNIT: &str = "unit";
/// Last day by which the row had surely been released (i32, days since year 0; null if unknown).
pub const RELEASED: &str = "released";
/// The place of the row among all rows (u32): the order of the inputs as given.
pub const ROW: &str = "row";

/// How many rows of the file were added up (u32); further added up on the way.
pub const ROWS: &str = "rows";
/// Made on the way: the first input.
pub const FIRST_INPUT: &str = "first_input";
/// Made on the way: whether the row is a sum of inputs that are apart.
pub const APART: &str = "apart";
/// Made on the way: how many inputs carry the key.
pub const INPUTS: &str = "inputs";
/// Made on the way: 1 where inputs differ about the key.
pub const REVISED: &str = "revised";
/// Made on the way: the value of the earliest vintage.
pub const EARLIER: &str = "earlier";
/// Made on the way: rows with a value and without a quantity.
pub const LACKING: &str = "lacking";
/// Made on the way: the largest number of a unit.
pub const OTHER_UNIT: &str = "other_unit";
/// Made on the way: how many keys of detail there are.
pub const KEYS: &str = "keys";
/// Made on the way: the part of a split (u32), see `parts`.
pub const PART: &str = "part";
/// Made on the way: the last input with rows of the key, whichever holds.
pub const LAST_INPUT: &str = "last_input";
/// Made on the way: whether the key is part of the figures, see `depth`.
pub const TAKEN: &str = "taken";
/// The first two digits of the code (u32); 0 where there is none.
pub const CHAPTER: &str = "chapter";
/// The value (i128) where [`VALUE`] holds the quantity.
pub const MONEY: &str = "money";

/// The rows at `places`, as columns.
///
/// # Errors
/// When Polars cannot build the frame.
pub fn columns(records: &Observations, places: &[u32]) -> PolarsResult<DataFrame> {
    let rows = || {
        let row = |at: &u32| records.rows.get(*at as usize);
        places.iter().filter_map(row)
    };
    let of_input: Vec<u32> = places
        .iter()
        .map(|at| records.input.get(*at as usize).copied().unwrap_or(0))
        .collect();
    // The input number and one; 0 for sums of inputs that are apart.
    let added: Vec<u32> = of_input
        .iter()
        .map(|input| match records.inputs.get(*input as usize) {
            Some(Input { apart: Some(_), .. }) => 0,
            _ => input + 1,
        })
        .collect();
    let counts = places
        .iter()
        .map(|at| records.counts.get(*at as usize).copied().unwrap_or(1));
    let mut chapters: HashMap<TextId, u32> = HashMap::new();
    let mut chapter = |code: TextId| {
        let read = || records.text_of(code).get(..2)?.parse::<u32>().ok();
        *chapters
            .entry(code)
            .or_insert_with(|| read().map_or(0, |chapter| chapter + 1))
    };
    let mut grains: HashMap<(TextId, TextId), u32> = HashMap::new();
    let mut grain = |row: &Observation| {
        *grains
            .entry((row.code, row.split))
            .or_insert_with(|| grain::grain(row, records))
    };
    let numbers = |name: &str, number: fn(&Observation) -> u32| {
        Column::new(name.into(), rows().map(number).collect::<Vec<u32>>())
    };
    let months = |name: &str, month: fn(&Observation) -> i32| {
        Column::new(name.into(), rows().map(month).collect::<Vec<i32>>())
    };
    let mut columns = vec![
        Column::new(INPUT.into(), of_input),
        Column::new(ADDED.into(), added),
        Column::new(ROW.into(), places),
        months(FROM, |row| row.period.from.index()),
        months(TO, |row| row.period.to.index()),
        Column::new(ROWS.into(), counts.collect::<Vec<u32>>()),
        numbers(FLOW, |row| row.flow as u32),
        numbers(PARTNER, |row| u32::from(row.partner)),
        numbers(CURRENCY, |row| row.currency as u32),
        numbers(CODE, |row| row.code.0),
        numbers(SPLIT, |row| row.split.0),
        Column::new(
            CHAPTER.into(),
            rows().map(|row| chapter(row.code)).collect::<Vec<u32>>(),
        ),
        Column::new(GRAIN.into(), rows().map(&mut grain).collect::<Vec<u32>>()),
        Column::new(
            VALUE.into(),
            rows()
                .map(|row| row.value.map(|(value, _)| value.0))
                .collect::<Vec<Option<i128>>>(),
        ),
        Column::new(
            RELEASED.into(),
            rows()
                .map(|row| row.released.map(Vintage::last_day))
                .collect::<Vec<Option<i32>>>(),
        ),
    ];
    if !records.quantities.is_empty() {
        let counted = |at: &u32| records.quantities.get(at)?.quantity;
        let quantities: Vec<_> = places.iter().map(counted).collect();
        let amounts = quantities.iter().map(|one| one.map(|one| one.amount.0));
        let units = quantities
            .iter()
            .map(|one| one.map(|one| one.unit.number()));
        columns.extend([
            Column::new(QUANTITY.into(), amounts.collect::<Vec<Option<i128>>>()),
            Column::new(UNIT.into(), units.collect::<Vec<Option<u32>>>()),
        ]);
    }
    DataFrame::new(places.len(), columns)
}
