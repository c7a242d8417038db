//! Reports errors in a file, a column, a row or a cell with their places.

use crate::reader::cells::table::Located;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::number_error::NumberError;
use crate::reader::errors::problems::Location;
use crate::reader::row_reader::Reading;
use crate::trade::InputRemark;

impl<'a, 't> Reading<'a, 't> {
    /// Adds a remark on the file.
    pub fn remark(&mut self, what: InputRemark) {
        self.observations.remark(self.file, what);
    }

    /// Reports an error in the file as a whole.
    pub fn wrong_file(&mut self, wrong: &InputError) {
        let sheet = self.table.sheet();
        self.problems
            .add_in_sheet(self.file, sheet, Location::default(), wrong, None);
    }

    /// Reports an error in a field of the row.
    pub fn wrong(&mut self, column: usize, wrong: &InputError) {
        if self.options.lenient && self.dropped(wrong, Some(&self.table.cell(column))) {
            return;
        }
        let sheet = self.table.sheet();
        if self.problems.only_counted(self.file, sheet, wrong) {
            return;
        }
        let found = self.table.cell(column);
        let place = self.table.place(column);
        // A covered cell shows nothing.
        let found =
            Some(&*found).filter(|_| *wrong != InputError::Number(NumberError::ValueOverCells));
        self.problems
            .add_in_sheet(self.file, sheet, place, wrong, found);
    }

    /// Reports that a field contradicts the field `beside` it, which states the same fact.
    pub fn wrong_beside(&mut self, column: usize, beside: usize) {
        let name = |column: usize| {
            let name = self.table.header.get(column);
            name.map_or("", String::as_str).into()
        };
        let wrong = InputError::ColumnsDisagree {
            column: name(column),
            beside: name(beside),
            says: self.table.cell(beside).into(),
        };
        self.wrong(column, &wrong);
    }

    /// Reports an error in a column.
    pub fn wrong_column(&mut self, column: usize, wrong: &InputError) {
        let place = self.table.header_place(column);
        let name = self.table.header.get(column).cloned();
        let sheet = self.table.sheet();
        self.problems
            .add_in_sheet(self.file, sheet, place, wrong, name.as_deref());
    }

    /// Reports a doubt at a line, which refuses the run.
    pub fn doubt(&mut self, line: Option<u64>, wrong: &InputError, found: &str) {
        let place = Location { line, column: None };
        if self.options.lenient && self.dropped(wrong, Some(found)) {
            return;
        }
        self.problems.add(
            self.file,
            place,
            wrong,
            Some(found).filter(|found| !found.is_empty()),
        );
    }

    /// Reports that no row is a series, with the first row that was left out.
    pub fn no_series(&mut self, text: &str) {
        let wrong = InputError::NoSeries;
        self.problems
            .add(self.file, Location::default(), &wrong, Some(text));
    }

    /// Reports a row that is shorter than the header.
    pub fn wrong_short(&mut self, wrong: &InputError) {
        let place = Location {
            line: Some(self.table.line()),
            column: None,
        };
        let last = self
            .table
            .cell(self.table.width().saturating_sub(1))
            .into_owned();
        self.problem((place, wrong.clone(), Some(last)));
    }

    /// Reports an error in the row that no field shows.
    pub fn wrong_row(&mut self, wrong: &InputError) {
        if self.dropped(wrong, None) {
            return;
        }
        let place = Location {
            line: Some(self.table.line()),
            column: None,
        };
        let sheet = self.table.sheet();
        self.problems
            .add_in_sheet(self.file, sheet, place, wrong, None);
    }

    /// Reports an error whose place is already known.
    pub fn problem(&mut self, (place, wrong, found): Located) {
        if self.dropped(&wrong, found.as_deref()) {
            return;
        }
        let sheet = self.table.sheet();
        self.problems
            .add_in_sheet(self.file, sheet, place, &wrong, found.as_deref());
    }

    /// The value of `read`, or `None` after reporting its error for this field.
    pub fn or_wrong<T>(&mut self, column: usize, read: Result<T, InputError>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(wrong) => {
                self.wrong(column, &wrong);
                None
            }
        }
    }

    /// Reports a column without a unit once, not for each row.
    pub(super) fn wrong_unit_once(&mut self, column: usize) {
        if !self.without_unit.contains(&column) {
            self.without_unit.push(column);
            self.wrong_column(column, &InputError::UnitNotStated);
        }
    }

    /// Counts a row that names a good without giving its code.
    pub fn count_without_code(&mut self) {
        self.without_code += 1;
    }

    /// Counts a quantity in an unknown unit.
    pub fn unknown_unit(&mut self, unit: &str) {
        *self.unknown_units.entry(unit.to_owned()).or_insert(0) += 1;
    }

    /// Counts a row without a value.
    pub fn count_not_given(&mut self) {
        self.not_given += 1;
    }
}
