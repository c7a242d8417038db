//! Determines the decimal mark of a file.

use crate::reader::cells::number;
use crate::reader::cells::number::marks;
use crate::reader::cells::number::marks::MarkShown;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::number_error::NumberError;
use crate::reader::errors::problems::Location;
use crate::reader::row_reader::Reading;
use crate::trade::{DecimalMark, InputRemark, Meaning, Printed};

impl Reading<'_, '_> {
    /// Determines the decimal mark from the cells of all columns except those of months, codes and
    /// texts (`but`). `false`, with a problem added, if they leave it open.
    pub fn settle_decimal(&mut self, but: &[usize]) -> bool {
        // Semicolons are used as delimiters in places where commas mark decimals.
        let commas = self.table.delimiter() == b';';
        self.settle_mark(&|column| !but.contains(&column), commas, false)
    }

    /// The same from the columns claimed as values, for the files of a program or an office: those
    /// that others saved with semicolons may still group digits by commas.
    pub fn settle_decimal_of_values(&mut self) -> bool {
        self.settle_mark_of_values(false)
    }

    /// The same for the platform, whose amounts are whole and have their digits grouped by commas:
    /// `1,627` is in no doubt there, but `1.627` is.
    pub fn settle_decimal_of_whole_values(&mut self) -> bool {
        self.settle_mark_of_values(true)
    }

    fn settle_mark_of_values(&mut self, are_whole: bool) -> bool {
        let quantities = self.options.needs.quantities;
        let claims = self.accounts.claims.clone();
        let counts = |column: usize| match claims.get(column) {
            Some(Some(Meaning::Value)) => true,
            Some(Some(Meaning::Quantity)) => quantities,
            _ => false,
        };
        self.settle_mark(&counts, false, are_whole)
    }

    fn settle_mark(
        &mut self,
        counts: &dyn Fn(usize) -> bool,
        commas: bool,
        are_whole: bool,
    ) -> bool {
        if let Some(given) = self.options.decimal.filter(|_| !self.built_in) {
            self.decimal = Some(given);
            return true;
        }
        // With commas as delimiters, decimals are marked by a point.
        if self.table.delimiter() == b',' {
            self.decimal = Some(DecimalMark::Point);
            return true;
        }
        let (mut mark, mut open, mut other) = (None, None, None);
        let are_grouped = are_whole || self.table.has_commas_for_groups();
        self.table.look_ahead_typed(|line, is_typed| {
            for (column, cell) in line.cells.iter().enumerate() {
                // A number by its type has a point.
                if !counts(column) || is_typed(column) {
                    continue;
                }
                let found = || (line.line, cell.clone());
                match marks::mark_shown(cell) {
                    MarkShown::Nothing => {}
                    MarkShown::Either if are_grouped && cell.contains(',') => {}
                    MarkShown::Either => {
                        open.get_or_insert_with(found);
                    }
                    MarkShown::Is(shown) if mark.is_none_or(|mark| mark == shown) => {
                        mark = Some(shown);
                    }
                    MarkShown::Is(_) => other = Some(found()),
                }
            }
            other.is_none()
        });
        match (mark, open, other) {
            (_, _, Some(found)) => {
                self.wrong_decimal(&InputError::Number(NumberError::TwoDecimalMarks), &found);
                false
            }
            (None, Some(_), None) if commas => {
                self.remark(InputRemark::DecimalCommas);
                self.decimal = Some(DecimalMark::Comma);
                true
            }
            (None, Some(found), None) => {
                self.wrong_decimal(&InputError::Number(NumberError::DecimalInDoubt), &found);
                false
            }
            (mark, _, None) => {
                self.decimal = Some(mark.unwrap_or(DecimalMark::Point));
                true
            }
        }
    }

    fn wrong_decimal(&mut self, wrong: &InputError, (line, found): &(u64, String)) {
        let place = Location {
            line: Some(*line),
            column: None,
        };
        self.problems.add(self.file, place, wrong, Some(found));
    }

    /// The decimal mark of the file; a point before it is determined.
    pub fn mark(&self) -> DecimalMark {
        self.decimal.unwrap_or(DecimalMark::Point)
    }

    /// The decimal mark of a field of the row: that of the file, but a point in a number by its type.
    pub fn mark_in(&self, column: usize) -> DecimalMark {
        match self.table.is_typed(column) {
            true => DecimalMark::Point,
            false => self.mark(),
        }
    }

    /// A number without a unit in a field that may be absent or empty, then `Some(None)`. `None` if it
    /// has an error, already reported.
    pub fn optional_number(&mut self, column: Option<usize>) -> Option<Option<Printed>> {
        let mark = column.map_or(DecimalMark::Point, |column| self.mark_in(column));
        let read = self.optional(column, |text| {
            let text = text.trim_end_matches('%').trim_end();
            Ok(Printed::read(&number::with_point(text, mark))?)
        })?;
        let printed = read.zip(column);
        Some(printed.map(|(printed, column)| self.with_lost_zeros(column, printed)))
    }
}
