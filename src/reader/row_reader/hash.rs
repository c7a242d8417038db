//! What a row says as a whole, so that copies of it are known.

use crate::reader::row_reader::Reading;
use crate::trade::{Observation, QuantityUnit};

impl Reading<'_, '_> {
    /// A hash of all that the row says: rows with one hash are copies. Names beside
    /// their code may be spelled differently, and so may the partner and units.
    pub(in crate::reader) fn row_hash(&mut self, record: &Observation) -> u64 {
        const NAME: u64 = 1;
        let columns = self.beside.units.clone().into_iter();
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
                None => self.beside.names.contains(&column).then_some(NAME),
            }
        });
        (cells ^ u64::from(record.partner) << 32).max(1)
    }
}
