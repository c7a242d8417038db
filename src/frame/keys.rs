//! Detail rows sorted by key, with those of one file that share a key added up: the input of the
//! data frame.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions".

use crate::frame::breakdown::FIRST;
use crate::frame::entries::{Entries, EntryBuilder};
use crate::frame::entry_key::{EntryKey, Widths, bits};
use crate::frame::period_flow::PeriodFlowNumbers;
use crate::frame::selected_rows::SelectedRows;
use crate::trade::{Measure, RowQuantity, Vintage};
use polars::prelude::PolarsResult;
use rayon::slice::ParallelSliceMut;

/// The largest number of distinct periods and flows for which keys are packed; more than real data
/// have.
const MAX_PERIOD_FLOWS: usize = 1 << 13;

/// The number of rows looked up at a time. Rows in the order of keys are scattered in memory;
/// looked up with nothing to do in between, the processor fetches several at once.
const LOOKUP_BATCH: usize = 1 << 10;

impl Entries {
    /// Sorts the selected rows by key, and adds up those of one file that share a key. `parts` is
    /// the number of components.
    pub fn of(
        selected_rows: &SelectedRows<'_>,
        measure: Measure,
        parts: usize,
    ) -> PolarsResult<Entries> {
        let observations = selected_rows.observations();
        let is_disjoint = observations.summed_inputs();
        let is_quantity = measure == Measure::Quantity;
        let texts = bits(observations.texts().len());
        let inputs = bits(observations.inputs.len());
        let widths = Widths([
            bits(MAX_PERIOD_FLOWS),
            bits(parts + FIRST as usize),
            16,
            texts,
            texts,
            1,
            inputs,
        ]);
        let mut places = PeriodFlowNumbers::default();
        let mut packed: Vec<(u64, u32)> = Vec::with_capacity(observations.rows.len());
        let mut wide: Vec<(EntryKey, u32)> = Vec::new();
        let mut lacks = is_quantity;
        for row in selected_rows.rows() {
            lacks = lacks || observations.rows.amount(row.at as usize).is_none();
            let disjoint = is_disjoint
                .get(row.input as usize)
                .copied()
                .unwrap_or(false);
            let key = EntryKey {
                period_flow: places.number((row.key.period, row.key.flow)),
                part: row.part,
                partner: row.key.partner,
                code: row.key.code.0,
                split: row.key.split.0,
                disjoint,
                added: if disjoint { 0 } else { row.input + 1 },
            };
            if widths.fit() && places.list.len() <= MAX_PERIOD_FLOWS {
                packed.push((widths.pack(&key), row.at));
            } else {
                wide.push((key, row.at));
            }
        }
        if !wide.is_empty() {
            wide.extend(packed.drain(..).map(|(key, row)| (widths.unpack(key), row)));
        }
        let mut folded = EntryBuilder::new(selected_rows, is_quantity, packed.len() + wide.len());
        folded.lacks = lacks;
        folded.is_rounded = match is_quantity {
            true => observations
                .quantities
                .values()
                .any(RowQuantity::is_rounded),
            false => observations.rows.has_rounded(),
        };
        // Of one file, each release of a key is an entry of its own.
        let released = observations.rows.released();
        let day = |row: u32| released.get(row as usize).map(Vintage::last_day);
        match released.is_empty() {
            true => packed.par_sort_unstable(),
            false => packed.par_sort_unstable_by_key(|(key, row)| (*key, day(*row), *row)),
        }
        for some in packed.chunks(LOOKUP_BATCH) {
            folded.look_up(some.iter().map(|(_, row)| *row));
            for (at, (key, row)) in some.iter().enumerate() {
                folded.add(&widths.unpack(*key), *row, at);
            }
        }
        drop(packed);
        wide.par_sort_unstable_by_key(|(key, row)| (*key, day(*row), *row));
        for some in wide.chunks(LOOKUP_BATCH) {
            folded.look_up(some.iter().map(|(_, row)| *row));
            for (at, (key, row)) in some.iter().enumerate() {
                folded.add(key, *row, at);
            }
        }
        drop(wide);
        folded.finish(&places)
    }
}
