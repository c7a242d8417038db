//! Rows of one file that are equal in every cell, such as a download pasted twice or two downloads
//! put together. They count once.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions".

use crate::trade::{Observations, RowKey, SetRemark};
use rayon::slice::ParallelSliceMut;
use std::collections::{BTreeMap, HashSet};

/// The rows that copy an earlier row of their file.
#[derive(Debug, Default)]
pub struct Copies {
    rows: HashSet<u32>,
    /// For each input: the number of copied lines, the first of them, and the line it copies.
    inputs: BTreeMap<u32, (u64, u64, u64)>,
}

impl Copies {
    /// Finds rows of one file whose cells are all the same and that were read the same way; one
    /// line may give several rows.
    pub fn of(observations: &Observations) -> Copies {
        let mut copies = Copies::default();
        let cells = observations.rows.cells();
        let input_of = |row: u32| observations.input.get(row as usize).copied().unwrap_or(0);
        let mut hashes: Vec<(u32, u64, u32)> = cells
            .iter()
            .map(|(row, hash)| (input_of(row), hash, row))
            .collect();
        hashes.par_sort_unstable();
        let of_line = |(input, hash, _): &(u32, u64, u32)| (*input, *hash);
        let mut found: Vec<(u32, u64, u64)> = Vec::new();
        for same in hashes.chunk_by(|one, other| of_line(one) == of_line(other)) {
            if same.len() > 1 {
                found.extend(copies_among(
                    same.iter().map(|(.., row)| *row),
                    observations,
                ));
            }
        }
        found.sort_unstable();
        let mut last_line = (u32::MAX, 0);
        for (row, line, original) in found {
            let input = input_of(row);
            copies.rows.insert(row);
            let (count, ..) = copies.inputs.entry(input).or_insert((0, line, original));
            *count += u64::from(last_line != (input, line));
            last_line = (input, line);
        }
        copies
    }

    /// The observations without the copies, and how many lines were removed.
    pub fn taken_out(mut observations: Observations) -> (Observations, u64) {
        let copies = Copies::of(&observations);
        let rows = copies.rows.iter().map(|row| *row as usize).collect();
        observations.remove(&rows);
        let lines = copies.inputs.values().map(|(lines, ..)| lines);
        (observations, lines.sum())
    }

    /// Whether a row is a copy.
    pub fn contains(&self, row: u32) -> bool {
        !self.rows.is_empty() && self.rows.contains(&row)
    }

    /// Remarks on the lines that count once.
    pub fn note(&self, observations: &Observations) -> Vec<SetRemark> {
        let of_input = |(input, (lines, line, original)): (&u32, &(u64, u64, u64))| {
            let input = observations.inputs.get(*input as usize)?;
            Some(SetRemark::Copies {
                file: input.name.clone(),
                lines: *lines,
                line: *line,
                original: *original,
            })
        };
        self.inputs.iter().filter_map(of_input).collect()
    }

    /// The keys of the rows that are copies.
    pub fn keys(&self, observations: &Observations) -> impl Iterator<Item = RowKey> {
        let rows = self.rows.iter();
        rows.filter_map(|at| observations.rows.key(*at as usize))
    }
}

/// Among rows with the same cells, those that state the same as an earlier line: the row, its line,
/// and the line it copies.
fn copies_among(
    rows: impl Iterator<Item = u32>,
    observations: &Observations,
) -> Vec<(u32, u64, u64)> {
    let mut first: BTreeMap<_, u64> = BTreeMap::new();
    let mut found = Vec::new();
    for at in rows {
        let Some(row) = observations.rows.key(at as usize) else {
            continue;
        };
        let line = observations.rows.line(at as usize);
        let original = *first
            .entry((row.period, row.flow, row.currency))
            .or_insert(line);
        if original != line {
            found.push((at, line, original));
        }
    }
    found
}
