//! Warns when the same table was given for imports and for exports under two file names.

use crate::trade::{Amount, Flow, InputRemark, Observations};
use std::collections::BTreeMap;
use std::hash::BuildHasher;

/// The rows of one input, reduced so that inputs can be compared whatever their flow.
#[derive(Default)]
struct RowsOfInput {
    count: u64,
    /// Sum of the hashes of all rows, so that their order does not matter.
    hashes: u64,
    has_value: bool,
    is_of: [bool; 2],
}

/// Adds a remark for each input of exports that has the same rows as an input of imports, whatever
/// their line endings, encodings and containers.
pub(crate) fn remark(observations: &mut Observations) {
    let has = |flow| observations.rows.keys().any(|row| row.flow == flow);
    if observations.inputs.len() < 2 || !has(Flow::Import) || !has(Flow::Export) {
        return;
    }
    let hashes = foldhash::fast::FixedState::with_seed(1);
    let mut inputs: BTreeMap<u32, RowsOfInput> = BTreeMap::new();
    for ((at, row), input) in observations
        .rows
        .keys()
        .enumerate()
        .zip(&observations.input)
    {
        let own = inputs.entry(*input).or_default();
        match row.flow {
            Flow::Import => own.is_of[0] = true,
            Flow::Export => own.is_of[1] = true,
            // A table with both flows cannot be a copy under the wrong flow.
            Flow::Total | Flow::Balance => own.is_of = [true, true],
        }
        let value = observations.rows.amount(at);
        own.has_value |= value.is_some_and(|value| value != Amount::ZERO);
        let key = (
            row.period,
            row.partner,
            row.currency,
            (row.code.0, row.split.0),
            value.map(|value| value.0),
        );
        own.hashes = own.hashes.wrapping_add(hashes.hash_one(key));
        own.count += 1;
    }
    let imports = inputs
        .iter()
        .filter(|(_, rows)| rows.is_of == [true, false]);
    let imports: BTreeMap<(u64, u64), u32> = imports
        .filter(|(_, rows)| rows.has_value)
        .map(|(input, rows)| ((rows.count, rows.hashes), *input))
        .collect();
    let exports = inputs
        .iter()
        .filter(|(_, rows)| rows.is_of == [false, true]);
    let same = exports.filter_map(|(input, rows)| {
        let other = imports.get(&(rows.count, rows.hashes))?;
        let name = |input: u32| Some(observations.inputs.get(input as usize)?.name.clone());
        Some((name(*input)?, name(*other)?))
    });
    for (name, other) in same.collect::<Vec<_>>() {
        observations.remark(&name, InputRemark::SameAsOtherFlow(other.to_string()));
    }
}
