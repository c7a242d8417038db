//! The state of a file while its monthly tables are read.

use crate::reader::bytes::open::File;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::{Location, Problems};
use crate::reader::grid::Grid;
use crate::reader::lenient::DropCount;
use crate::reader::request::Options;
use crate::trade::{Dropped, Flow, InputRemark, Observations, Period};

/// A file being read, and where its figures and problems are added.
pub(crate) struct BulletinContext<'a> {
    pub file: &'a File,
    pub options: &'a Options,
    pub observations: &'a mut Observations,
    pub problems: &'a mut Problems,
    /// What `--lenient` has dropped.
    pub drop_count: DropCount,
    /// The month of the only table, as the user stated it.
    pub month: Option<Period>,
}

impl BulletinContext<'_> {
    pub fn remark(&mut self, what: InputRemark) {
        self.observations.remark(&self.file.name, what);
    }

    /// Reports an error in a figure, or drops the figure under `--lenient`.
    pub fn wrong_cell(
        &mut self,
        grid: &Grid,
        place: Location,
        (period, flow): (Period, Flow),
        wrong: &InputError,
        found: &str,
    ) {
        if !self.options.lenient || !wrong.is_of_a_row() {
            return self.wrong(grid, place, wrong, Some(found));
        }
        let line = place.line.unwrap_or(0);
        self.drop_count.add(line, wrong, Some(found), true);
        self.observations.drops.push(Dropped {
            input: self.observations.inputs.len().saturating_sub(1) as u32,
            period: Some(period),
            flow: Some(flow),
            line,
            is_cell: true,
        });
    }

    pub fn wrong(&mut self, grid: &Grid, place: Location, wrong: &InputError, found: Option<&str>) {
        let sheet = grid.sheet.as_deref();
        let name = &self.file.name;
        self.problems.add_in_sheet(name, sheet, place, wrong, found);
    }
}
