//! Hashes whole rows, to recognise copies.

use crate::reader::row_reader::Reading;
use crate::trade::{Observation, QuantityUnit};

impl Reading<'_, '_> {
    /// A hash of everything in the row; rows with the same hash are copies. Spellings of the
    /// partner, of units, and of names next to their code do not matter.
    pub(in crate::reader) fn row_hash(&mut self, observation: &Observation) -> u64 {
        const NAME: u64 = 1;
        let columns = self.spelling_columns.units.clone().into_iter();
        let units: Vec<(usize, Option<u64>)> = columns
            .map(|column| {
                let unit = self.quantity_unit(column);
                let number = |(unit, thousandths): (QuantityUnit, i128)| {
                    u64::from(unit.number()) << 48 | thousandths as u64 & 0xffff_ffff_ffff
                };
                (column, unit.map(number))
            })
            .collect();
        let cells = self.table.cells_hash(|column| {
            let unit = units.iter().find(|(own, _)| *own == column);
            match unit {
                Some((_, unit)) => *unit,
                None => self
                    .spelling_columns
                    .names
                    .contains(&column)
                    .then_some(NAME),
            }
        });
        (cells ^ u64::from(observation.partner) << 32).max(1)
    }
}
