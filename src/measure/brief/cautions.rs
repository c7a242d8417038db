//! What a reader of the brief has to know besides its sentences.
//!
//! Source: docs/definitions.md, "What is said beside a figure".

use crate::measure::change::Change;
use crate::measure::question::SelectedSeries;
use crate::measure::remarks;
use crate::report::{Cell, Column, Remark, Row};
use crate::trade::{Comparison, Month, Period, Series, Weight};

/// Puts the cautions of each flow beside its first row, or with the notes if it has no row.
pub(super) fn add(
    rows: &mut [Row],
    notes: &mut Vec<Remark>,
    selected: &SelectedSeries,
    month: Month,
) {
    let whole = selected.all_series.iter().filter(|one| one.part.is_none());
    for keyed in whole {
        let is_own = |row: &&mut Row| row.cell(Column::Flow) == &Cell::Flow(keyed.flow);
        let cautions = of_flow(&keyed.series, month);
        match rows.iter_mut().find(is_own) {
            Some(row) => row.remarks.extend(cautions),
            None => notes.extend(cautions),
        }
    }
}

/// The remarks on one flow that change a digit, a sign or a streak of the month, and the published
/// changes that differ from those of the statement, of the month and of the year to date. What
/// rounding leaves open is part of the sentences.
fn of_flow(series: &Series, month: Month) -> Vec<Remark> {
    let (period, to_date) = (Period::month(month), Period::year_to_date(month));
    let mut all: Vec<Remark> = Vec::new();
    for period in [period, to_date] {
        let change = Change::of(series, period, Comparison::Yoy);
        let printed = remarks::of_printed(Column::YoyPct, series, period, &change);
        all.extend(printed.filter(|one| !all.contains(one)));
    }
    let sides = remarks::of_sides(series, period, period.year_before(), false);
    all.extend(sides);
    all.retain(|remark| remark.weight == Weight::Caution);
    all
}
