//! Columns that name a currency but no scale (`value_usd`) are read in whole dollars or yuan,
//! unless all their values are too small for that.
//!
//! Source: docs/formats.md, "Marks, sums and parts".

use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Location;
use crate::reader::row_reader::Reading;
use crate::trade::{Amount, InputRemark, Interval, TextKind, Unit};

/// If all values are below this, they are not whole currency units: a month of trade in thousands
/// looks like that.
const SMALL: Amount = Amount(1_000_000 * Amount::PER_UNIT);

impl Reading<'_, '_> {
    /// The unit of a column that states a currency and no scale: whole units of it, unless the user
    /// states another.
    pub fn whole_units(&mut self, column: usize, name: &str, at: (Location, &str)) -> Option<Unit> {
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

    /// The unit of a value that its column or row states, completed by the user's, who may name the
    /// scale where no unit is stated or where only a sign, `US$`, stands for one.
    pub fn scale_of(&self, column: usize, stated: Option<Unit>) -> Option<Unit> {
        match (stated, self.options.unit.filter(|_| !self.built_in)) {
            (None, given) => given,
            (Some(Unit::ONE), Some(given)) if self.is_by_sign(column) => Some(given),
            (stated, _) => stated,
        }
    }

    /// Whether there is a currency sign in the header of the column, in the row or in a title.
    fn is_by_sign(&self, column: usize) -> bool {
        let is_sign = |text: &str| text.contains(['$', '＄']);
        let row = (0..self.table.width()).filter(|at| *at != column);
        let mut titles = self.accounts.texts.iter();
        self.table
            .header
            .get(column)
            .is_some_and(|head| is_sign(head))
            || row.into_iter().any(|at| is_sign(&self.table.cell(at)))
            || titles.any(|title| title.part == TextKind::Title && is_sign(&title.text))
    }

    /// Records in the input that a column is in whole units of its currency.
    pub fn note_unit(&mut self, unit: Option<Unit>) {
        if unit == Some(Unit::ONE)
            && self.options.unit.is_none()
            && let Some(input) = self.observations.inputs.last_mut()
        {
            input.whole_units = true;
        }
    }

    /// Records the largest value of such columns.
    pub(super) fn note_whole(&mut self, column: usize, value: Option<(Amount, Interval)>) {
        if let Some((amount, _)) = value
            && self.whole.columns.contains(&column)
        {
            self.whole.largest = self.whole.largest.max(Some(amount.abs()));
        }
    }

    /// Remarks that values were read as whole units, or reports that their unit is not stated if
    /// all of them are too small for that.
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
