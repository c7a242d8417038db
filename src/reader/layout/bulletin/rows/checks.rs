//! Checks of the rows of a monthly table by country: totals, figures under no heading, partners without
//! a row.

use crate::reader::errors::bulletin_error::BulletinError;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Location;
use crate::reader::grid::{Cell, GridRow};
use crate::reader::layout::bulletin::context::BulletinContext;
use crate::reader::layout::bulletin::head::ColumnContent;
use crate::reader::layout::bulletin::rows::BulletinRows;
use crate::reader::layout::bulletin::title::MonthlyTable;
use crate::trade::{Flow, InputRemark, Interval, Observation, PartnerChoice, Period};
use std::collections::BTreeMap;

impl<'g> BulletinRows<'g> {
    /// Remarks on partners without a row: their figures are missing, not zero.
    pub(super) fn remark_on_missing(
        &self,
        context: &mut BulletinContext<'_>,
        met: &BTreeMap<u16, &GridRow>,
    ) {
        let PartnerChoice::These(wanted) = &context.options.partner else {
            return;
        };
        let missing = wanted.iter().filter(|partner| !met.contains_key(partner));
        for partner in missing.copied().collect::<Vec<u16>>() {
            context.remark(InputRemark::NoRowFor {
                partner,
                of_major: matches!(self.table, MonthlyTable::MajorPartners),
            });
        }
    }

    /// Reports a total that is not the sum of exports and imports: the columns are probably
    /// misread.
    pub(super) fn blame_total(
        &self,
        context: &mut BulletinContext<'_>,
        row: &GridRow,
        observations: &BTreeMap<(Flow, Period), Observation>,
    ) {
        let value = |flow, period| Some(observations.get(&(flow, period))?.value?.1);
        let is_off = |period: Period| {
            let [imports, exports, total] =
                [Flow::Import, Flow::Export, Flow::Total].map(|flow| value(flow, period));
            let (imports, exports, total) = (imports?, exports?, total?);
            let sum = Interval {
                low: imports.low + exports.low,
                high: imports.high + exports.high,
            };
            (!sum.meets(total)).then_some(())
        };
        let mut totals = self
            .columns
            .iter()
            .filter(|column| column.flow == Flow::Total && column.holds == ColumnContent::Values);
        if let Some(column) = totals.find(|column| is_off(column.period).is_some()) {
            let wrong = InputError::Bulletin(BulletinError::TotalOff);
            let place = row.place(column.at);
            context.wrong(self.grid, place, &wrong, Some(row.text(column.at)));
        }
    }

    /// Reports a figure right of the first column that has no heading.
    pub(super) fn blame_headless(&self, context: &mut BulletinContext<'_>, row: &GridRow) {
        let first = self.columns.iter().map(|column| column.at).min();
        let under_head = |at: usize| self.columns.iter().any(|column| column.at == at);
        let cells = row.cells.iter().enumerate().skip(first.unwrap_or(0));
        let headless = |(at, cell): &(usize, &Cell)| !cell.text.is_empty() && !under_head(*at);
        let found: Vec<(Location, &str)> = cells
            .filter(headless)
            .map(|(_, cell)| (cell.place, &*cell.text))
            .collect();
        for (place, text) in found {
            let wrong = InputError::Bulletin(BulletinError::UnderNoHead);
            context.wrong(self.grid, place, &wrong, Some(text));
        }
    }
}
