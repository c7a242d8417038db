//! Puts the entries of each key together in one pass: those of several files without dates, rounding,
//! blanks or quantities, as nearly all downloads are. What [`super::by_key`] gives for them, in a
//! third of the time.

use crate::frame::schema::{
    DISJOINT, EARLIER, FIRST_INPUT, INPUT, INPUTS, KEY, LAST_INPUT, POINT, REVISED, ROW, ROWS,
    VALUE,
};
use polars::prelude::{
    BooleanChunked, Column, DataFrame, Int128Chunked, IntoColumn, NewChunkedArray, PolarsResult,
    UInt32Chunked,
};

/// One row per key, from entries sorted by key and, within a key, in the order of their files.
pub(super) fn by_key(entries: &DataFrame) -> PolarsResult<DataFrame> {
    // The columns are read where they are.
    let whole = |name: &str| entries.column(name)?.u32()?.cont_slice();
    let keys = whole(KEY)?;
    let amounts = entries.column(VALUE)?.i128()?.cont_slice()?;
    // Where each key begins, and where the last one ends.
    let mut starts: Vec<usize> =
        Vec::with_capacity(keys.last().map_or(0, |last| *last as usize) + 2);
    for (at, key) in keys.iter().enumerate() {
        if at == 0 || keys[at - 1] != *key {
            starts.push(at);
        }
    }
    starts.push(keys.len());
    let spans = || starts.windows(2).map(|span| span[0]..span[1]);
    let first = |name: &str| -> PolarsResult<Column> {
        let column = whole(name)?;
        Ok(numbers(name, spans().map(|span| column[span.start])))
    };
    let differ = spans().map(|span| amounts[span].windows(2).any(|two| two[0] != two[1]));
    let differ: Vec<bool> = differ.collect();
    let disjoint = entries.column(DISJOINT)?.bool()?.iter();
    let disjoint: Vec<bool> = disjoint.map(|one| one == Some(true)).collect();
    let disjoint: Vec<bool> = spans().map(|span| disjoint[span.start]).collect();
    let (rows, first_inputs, inputs) = (whole(ROWS)?, whole(FIRST_INPUT)?, whole(INPUT)?);
    let least = |all: &[u32]| all.iter().copied().min().unwrap_or_default();
    let greatest = |all: &[u32]| all.iter().copied().max().unwrap_or_default();
    let sum = |all: &[u32]| all.iter().fold(0u32, |sum, one| sum.saturating_add(*one));
    DataFrame::new(
        starts.len() - 1,
        vec![
            first(KEY)?,
            money(EARLIER, spans().map(|span| amounts[span.start])),
            money(VALUE, spans().map(|span| amounts[span.end - 1])),
            BooleanChunked::from_slice(REVISED.into(), &differ).into_column(),
            first(POINT)?,
            first(ROW)?,
            BooleanChunked::from_slice(DISJOINT.into(), &disjoint).into_column(),
            numbers(ROWS, spans().map(|span| sum(&rows[span]))),
            numbers(INPUTS, spans().map(|span| span.len() as u32)),
            numbers(FIRST_INPUT, spans().map(|span| least(&first_inputs[span]))),
            numbers(LAST_INPUT, spans().map(|span| greatest(&inputs[span]))),
            numbers(INPUT, spans().map(|span| inputs[span.end - 1])),
        ],
    )
}

fn numbers(name: &str, values: impl Iterator<Item = u32>) -> Column {
    UInt32Chunked::from_vec(name.into(), values.collect()).into_column()
}

fn money(name: &str, values: impl Iterator<Item = i128>) -> Column {
    Int128Chunked::from_vec(name.into(), values.collect()).into_column()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::detail::{self, optional::Optional};
    use polars::prelude::{IntoLazy, SortMultipleOptions};
    use proptest::prelude::*;

    /// Entries as of several files: key, value, rows, input, first row, disjoint.
    fn entries(all: &[(u32, i128, u32, u32, u32, bool)]) -> DataFrame {
        let column = |name: &str, of: fn(&(u32, i128, u32, u32, u32, bool)) -> u32| {
            numbers(name, all.iter().map(of))
        };
        let disjoint: Vec<bool> = all.iter().map(|one| one.5).collect();
        DataFrame::new(
            all.len(),
            vec![
                column(KEY, |one| one.0),
                column(POINT, |one| one.0 / 3),
                money(VALUE, all.iter().map(|one| one.1)),
                column(ROWS, |one| one.2),
                column(FIRST_INPUT, |one| one.3 / 2),
                column(INPUT, |one| one.3),
                column(ROW, |one| one.4),
                BooleanChunked::from_slice(DISJOINT.into(), &disjoint).into_column(),
            ],
        )
        .unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(30))]

        #[test]
        fn one_pass_gives_what_grouping_gives(
            mut all in prop::collection::vec((0u32..20, 0i128..3, 1u32..4, 0u32..9, 0u32..99, any::<bool>()), 1..60)
        ) {
            all.sort_by_key(|one| (one.0, one.3));
            let plain = Optional { dates: false, rounding: false, lacking: false, is_quantity: false };
            let grouped = detail::by_key(entries(&all), plain).unwrap();
            let own = by_key(&entries(&all)).unwrap();
            let in_order = grouped.lazy().sort([KEY], SortMultipleOptions::default()).collect().unwrap();
            let names = in_order.get_column_names().into_iter().cloned();
            let own = own.select(names).unwrap();
            prop_assert!(own.equals(&in_order), "{own:?} {in_order:?}");
        }
    }
}
