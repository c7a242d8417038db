//! Columns that name a currency but no scale (`value_usd`) are read in whole dollars or yuan,
//! unless all their values are too small for that.
//!
//! Source: docs/formats.md, "Marks, sums and parts".

use crate::reader::cells::number;
use crate::reader::cells::number::ValueCell;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Location;
use crate::reader::row_reader::Reading;
use crate::trade::{Amount, InputRemark, Interval, LayoutName, Meaning, TextKind, Unit};

/// If all values are below this, they are not whole currency units: a month of trade in thousands
/// looks like that.
const SMALL: Amount = Amount(1_000_000 * Amount::PER_UNIT);

/// Number of rows examined to find out whether values are small.
const LOOKED_AT: usize = 2000;

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
    /// scale where no unit is stated, where only a sign, `US$`, stands for one, or where a currency
    /// in words stands over values too small for whole units of it.
    pub fn scale_of(&self, column: usize, stated: Option<Unit>) -> Option<Unit> {
        match (stated, self.options.unit.filter(|_| !self.built_in)) {
            (None, given) => given,
            (Some(Unit::ONE), Some(given)) if self.is_by_sign(column) || self.is_small(column) => {
                Some(given)
            }
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

    /// Whether the values of a column, from this row on, are too small for whole units. Some layouts
    /// define their units, and a column of units may say `1`.
    fn is_small(&self, column: usize) -> bool {
        const DEFINED: [LayoutName; 6] = [
            LayoutName::Platform,
            LayoutName::Comtrade,
            LayoutName::ComtradeLegacy,
            LayoutName::Ours,
            LayoutName::Rollup,
            LayoutName::Archive,
        ];
        if let Some(known) = self.whole.small.borrow().get(&column) {
            return *known;
        }
        let layout = self.observations.inputs.last().map(|input| input.layout);
        let says_one = |at: usize| {
            let claim = self.accounts.claims.get(at).copied().flatten();
            claim == Some(Meaning::Unit) && self.table.cell(at).trim() == "1"
        };
        let mark = self.mark_in(column);
        let is_small = |cell: &str| match number::read_marked(cell, mark) {
            Ok(ValueCell::Given(printed, _)) => {
                let amount = printed.amount(Unit::ONE);
                amount.is_ok_and(|amount| amount.abs() < SMALL)
            }
            _ => true,
        };
        let ahead = self.table.ahead(LOOKED_AT);
        let mut cells = ahead.iter().filter_map(|line| line.cells.get(column));
        let small = !layout.is_some_and(|layout| DEFINED.contains(&layout))
            && !(0..self.table.width()).any(says_one)
            && is_small(&self.table.cell(column))
            && cells.all(|cell| is_small(cell));
        self.whole.small.borrow_mut().insert(column, small);
        small
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
