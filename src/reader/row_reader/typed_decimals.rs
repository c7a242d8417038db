//! The zeros at the end of numbers that a workbook, Parquet or JSON keeps as numbers. `145.0` is kept as
//! 145, but figures that stand together are rounded alike, so those beside it tell its decimals.
//!
//! Source: docs/definitions.md, "A published figure and its rounding".

use crate::reader::cells::number;
use crate::reader::row_reader::{Reading, RoundedAlike};
use crate::trade::{Meaning, Printed};
use std::collections::HashMap;

/// Most decimals that are added.
const MOST: u32 = 9;

/// How many numbers have at least one decimal, two and so on; before them the number of all.
#[derive(Clone, Copy, Default)]
struct DecimalCounts([u32; MOST as usize + 1]);

impl DecimalCounts {
    fn add(&mut self, cell: &str) {
        let Ok(printed) = Printed::read(cell) else {
            return;
        };
        // Zero is often not a measured figure.
        if printed.digits != 0 {
            let last = printed.decimals.min(MOST) as usize;
            self.0[..=last].iter_mut().for_each(|count| *count += 1);
        }
    }

    /// The most decimals that half of the numbers have. Of numbers rounded to a digit, nine in ten end
    /// in another one than zero; a few with more decimals were computed.
    fn decimals(&self) -> u32 {
        let all = self.0[0];
        let most = self
            .0
            .iter()
            .rposition(|count| *count > 0 && *count * 2 >= all);
        most.map_or(0, |decimals| decimals as u32)
    }
}

impl Reading<'_, '_> {
    /// The number in a field of the row with the zeros at its end that its type does not keep.
    pub(super) fn with_lost_zeros(&mut self, column: usize, printed: Printed) -> Printed {
        if !self.table.is_typed(column) {
            return printed;
        }
        let decimals = match self.typed_decimals.are_alike {
            RoundedAlike::InRow => self.decimals_of_row(),
            RoundedAlike::InColumn => self.decimals_of_column(column),
        };
        number::with_decimals(printed, decimals)
    }

    fn decimals_of_row(&self) -> u32 {
        let mut counts = DecimalCounts::default();
        let is_value = |at: &usize| self.accounts.claims.get(*at) == Some(&Some(Meaning::Value));
        let values = (0..self.table.width()).filter(is_value);
        let typed = values.filter(|at| self.table.is_typed(*at));
        typed.for_each(|at| counts.add(&self.table.cell(at)));
        counts.decimals()
    }

    fn decimals_of_column(&mut self, column: usize) -> u32 {
        let units: Vec<usize> = self
            .accounts
            .claims
            .iter()
            .enumerate()
            .filter(|(_, claim)| **claim == Some(Meaning::Unit))
            .map(|(at, _)| at)
            .collect();
        if self.typed_decimals.of_columns.is_none() {
            let mut counts: HashMap<(usize, String), DecimalCounts> = HashMap::new();
            let mut add = |cells: &[String], is_typed: &dyn Fn(usize) -> bool| {
                let unit = unit_of(units.iter().filter_map(|at| cells.get(*at)));
                for (at, cell) in cells.iter().enumerate().filter(|(at, _)| is_typed(*at)) {
                    counts.entry((at, unit.clone())).or_default().add(cell);
                }
            };
            let row: Vec<String> = (0..self.table.width())
                .map(|at| self.table.cell(at).into_owned())
                .collect();
            add(&row, &|at| self.table.is_typed(at));
            self.table.look_ahead_typed(|line, is_typed| {
                add(&line.cells, is_typed);
                true
            });
            let counted = counts.into_iter();
            let decimals = counted.map(|(key, counts)| (key, counts.decimals()));
            self.typed_decimals.of_columns = Some(decimals.collect());
        }
        let cells: Vec<_> = units.iter().map(|at| self.table.cell(*at)).collect();
        let key = (column, unit_of(cells.iter()));
        let known = self.typed_decimals.of_columns.as_ref();
        known
            .and_then(|known| known.get(&key))
            .copied()
            .unwrap_or(0)
    }
}

/// The texts of a unit as one.
fn unit_of<T: AsRef<str>>(cells: impl Iterator<Item = T>) -> String {
    let texts: Vec<String> = cells.map(|cell| cell.as_ref().to_owned()).collect();
    texts.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_numbers_tell_the_decimals() {
        let decimals = |cells: &[&str]| {
            let mut counts = DecimalCounts::default();
            cells.iter().for_each(|cell| counts.add(cell));
            counts.decimals()
        };
        assert_eq!(decimals(&["145.2", "150.3", "145"]), 1);
        assert_eq!(decimals(&["145.2", "145"]), 1);
        assert_eq!(decimals(&["145.2", "145", "0", "0"]), 1);
        assert_eq!(decimals(&["145", "146", "145.333333333"]), 0);
        assert_eq!(decimals(&["145.25", "146.1", "147.31"]), 2);
        assert_eq!(decimals(&["x", ""]), 0);
    }
}
