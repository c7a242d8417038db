//! Values whose column names a currency and no scale, `value_usd`: whole dollars is the plain reading, unless
//! all of them are too small for it.
//!
//! Source: docs/formats.md, "Marks, sums and parts".

use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Place;
use crate::reader::row_reader::Reading;
use crate::trade::{Amount, InputRemark, Interval, Unit};

/// Values below this alone are taken for no whole currency units: a month of trade in thousands reads
/// so.
const SMALL: Amount = Amount(1_000_000 * Amount::PER_UNIT);

impl Reading<'_, '_> {
    /// The unit of a column that states a currency and no scale: whole units of it, unless the user says
    /// another.
    pub fn whole_units(&mut self, column: usize, name: &str, at: (Place, &str)) -> Option<Unit> {
        if self.options.unit.is_some() {
            return None;
        }
        if self.whole.first.is_none() {
            self.whole.first = Some((at.0, at.1.to_owned()));
            name.clone_into(&mut self.whole.name);
        }
        if !self.whole.columns.contains(&column) {
            self.whole.columns.push(column);
        }
        Some(Unit::ONE)
    }

    /// Notes that the unit of a column is that of its currency, whatever states it.
    pub fn note_unit(&mut self, unit: Option<Unit>) {
        if unit == Some(Unit::ONE)
            && self.options.unit.is_none()
            && let Some(input) = self.records.inputs.last_mut()
        {
            input.whole_units = true;
        }
    }

    /// Notes a value of a column, where it is read as whole units.
    pub(super) fn note_whole(&mut self, column: usize, value: Option<(Amount, Interval)>) {
        if let Some((amount, _)) = value
            && self.whole.columns.contains(&column)
        {
            self.whole.largest = self.whole.largest.max(Some(amount.abs()));
        }
    }

    /// Says that values were read as whole units; where they are all too small for that, their unit is
    /// not stated.
    pub(super) fn settle_whole_units(&mut self) {
        let whole = std::mem::take(&mut self.whole);
        let (Some((place, found)), Some(largest)) = (whole.first, whole.largest) else {
            return;
        };
        if largest < SMALL {
            let sheet = self.table.sheet();
            let wrong = InputError::UnitNotStated;
            self.problems
                .add_in_sheet(self.file, sheet, place, &wrong, Some(&found));
            return;
        }
        self.remark(InputRemark::WholeUnits(whole.name));
    }
}
