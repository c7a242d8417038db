//! What the built-in data have for a thing: how many figures, of which flows, from when to when.

use crate::report::{Cell, Column};
use crate::trade::{Flow, Month, Observation, Observations};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The figures in the data for one thing.
#[derive(Clone, Default)]
pub struct FiguresInData {
    count: u32,
    flows: BTreeSet<Flow>,
    months: Option<(Month, Month)>,
}

impl FiguresInData {
    /// The figures in rows that are `wanted`, judging by row and code.
    pub fn of(
        data: &Observations,
        wanted: impl Fn(&Observation, &Arc<str>) -> bool,
    ) -> FiguresInData {
        let rows = data.rows.iter();
        FiguresInData::of_rows(rows.filter(|row| wanted(row, &data.text_of(row.code))))
    }

    /// The figures in these rows.
    pub fn of_rows(rows: impl IntoIterator<Item = Observation>) -> FiguresInData {
        let mut figures_in_data = FiguresInData::default();
        for row in rows {
            figures_in_data.add(&row);
        }
        figures_in_data
    }

    fn add(&mut self, row: &Observation) {
        self.count += 1;
        self.flows.insert(row.flow);
        let (from, to) = self.months.unwrap_or((row.period.from, row.period.to));
        self.months = Some((from.min(row.period.from), to.max(row.period.to)));
    }

    /// The cells for flows, count, first and last month.
    pub fn cells(&self) -> [(Column, Cell); 4] {
        let flows: Vec<Cell> = self.flows.iter().copied().map(Cell::Flow).collect();
        let flows = Cell::list(flows);
        let month = |month: Option<Month>| month.map_or(Cell::Empty, Cell::Month);
        [
            (Column::Flows, flows),
            (Column::Count, Cell::Count(self.count)),
            (Column::From, month(self.months.map(|(from, _)| from))),
            (Column::To, month(self.months.map(|(_, to)| to))),
        ]
    }
}
