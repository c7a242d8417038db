//! The figures behind each release of a figure, as known at the end of the release day.

use super::TracedData;
use super::figures::figures_of;
use super::workings::{all_used, workings};
use crate::frame::Frame;
use crate::measure::question::Question;
use crate::report::{Cell, Column, Report, Row};
use crate::trade::{Period, Selection, Vintage};

/// The figures and workings of a report whose rows are releases, sorted by period and then by
/// release. Rows without a release day use the figures known now.
pub fn of_releases(
    report: &Report,
    question: &Question,
    (frame, selection): (&Frame, &Selection),
) -> (Vec<Row>, Vec<Row>) {
    let mut days: Vec<Option<Vintage>> = report.rows.iter().map(released).collect();
    days.sort();
    days.dedup();
    let (mut figures, mut workings_of_rows) = (Vec::new(), Vec::new());
    for day in days {
        let of_day = Report {
            rows: report
                .rows
                .iter()
                .filter(|row| released(row) == day)
                .cloned()
                .collect(),
            ..report.clone()
        };
        let held_then = Selection {
            as_of: day.or(selection.as_of),
            currency: Some(report.heading.currency),
            ..selection.clone()
        };
        let book = TracedData::new(frame, &held_then);
        for figure in figures_of(&all_used(&of_day), question, &book) {
            if !figures.contains(&figure) {
                figures.push(figure);
            }
        }
        workings_of_rows.extend(workings(&of_day, question, &book));
    }
    // Rows of one period stay in release order.
    figures.sort_by_key(period);
    workings_of_rows.sort_by_key(period);
    (figures, workings_of_rows)
}

fn released(row: &Row) -> Option<Vintage> {
    match row.cell(Column::Released) {
        Cell::Date(day) => Some(*day),
        _ => None,
    }
}

fn period(row: &Row) -> Option<Period> {
    match row.cell(Column::Period) {
        Cell::Period(period) => Some(*period),
        Cell::Month(month) => Some(Period::month(*month)),
        _ => None,
    }
}
