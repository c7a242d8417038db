//! Rows of one file that are equal in every cell: a download pasted twice, two downloads put
//! together. They count once.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions".

use crate::frame::consistency::{Finding, Kind};
use crate::trade::{Currency, Flow, Observation, Observations, Period, Selection, SetRemark};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The rows that are copies of an earlier row of their file.
#[derive(Debug, Default)]
pub struct Copies {
    rows: HashSet<u32>,
    /// By input: how many lines are copies; of the first, its line and the line that it copies.
    inputs: BTreeMap<u32, (u64, u64, u64)>,
}

/// What makes two rows of one file the same: all their cells, and what was read from them, since
/// one line may give several rows.
type Line = (u32, u64, Period, Flow, Currency);

impl Copies {
    /// Looks for them.
    pub fn of(records: &Observations) -> Copies {
        let mut copies = Copies::default();
        let mut first: HashMap<Line, u64> = HashMap::new();
        let mut last_line = (u32::MAX, 0);
        for (at, row) in (0..).zip(&records.rows) {
            let place = at as usize;
            let cells = records.cells.get(place).copied().unwrap_or(0);
            let Some(input) = records.input.get(place).copied().filter(|_| cells != 0) else {
                continue;
            };
            let line = (input, cells, row.period, row.flow, row.currency);
            let Some(original) = first.get(&line).copied() else {
                first.insert(line, row.line);
                continue;
            };
            if original == row.line {
                continue;
            }
            copies.rows.insert(at);
            let of_input = copies.inputs.entry(input);
            let (count, _, _) = of_input.or_insert((0, row.line, original));
            *count += u64::from(last_line != (input, row.line));
            last_line = (input, row.line);
        }
        copies
    }

    /// The same records with the copies taken out, and how many lines those were.
    pub fn taken_out(mut records: Observations) -> (Observations, u64) {
        let copies = Copies::of(&records);
        let rows = copies.rows.iter().map(|row| *row as usize).collect();
        records.remove(&rows);
        let lines = copies.inputs.values().map(|(lines, ..)| lines);
        (records, lines.sum())
    }

    /// Whether a row is a copy.
    pub fn contains(&self, row: u32) -> bool {
        !self.rows.is_empty() && self.rows.contains(&row)
    }

    /// Says which lines count once.
    pub fn note(&self, records: &Observations) -> Vec<SetRemark> {
        let of_input = |(input, (lines, line, original)): (&u32, &(u64, u64, u64))| {
            let input = records.inputs.get(*input as usize)?;
            Some(SetRemark::Copies {
                file: input.name.clone(),
                lines: *lines,
                line: *line,
                original: *original,
            })
        };
        self.inputs.iter().filter_map(of_input).collect()
    }

    /// The copies of each month and flow of a selection.
    pub fn findings(&self, records: &Observations, selection: &Selection) -> Vec<Finding> {
        let mut counts: BTreeMap<(Flow, Period), u32> = BTreeMap::new();
        let rows = self.rows.iter();
        let wanted = |row: &&Observation| selection.partner.wants(row.partner);
        for row in rows
            .filter_map(|at| records.rows.get(*at as usize))
            .filter(wanted)
        {
            *counts.entry((row.flow, row.period)).or_default() += 1;
        }
        let finding = |((flow, period), count)| Finding {
            kind: Kind::Copied,
            flow,
            period,
            count,
            value: None,
            against: None,
        };
        counts.into_iter().map(finding).collect()
    }
}
