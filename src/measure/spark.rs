//! `--spark`: a line of monthly figures next to each table row, from the same month a year earlier
//! to its own.

use super::breakdown;
use crate::frame::SeriesSet;
use crate::measure::question::{Answer, KeyedSeries, Question};
use crate::report::{Cell, Column, Head, Report, Row, Shows, ViewColumn};
use crate::trade::Period;

/// The longest line shown, in months; longer ones keep their last months.
const MOST: i32 = 24;

/// Adds its line to each row of the answer.
pub fn fill(answer: &mut Answer, question: &Question, set: &SeriesSet) {
    let report = &mut answer.report;
    let Ok(selected) = question.select(set) else {
        return;
    };
    let whole = report.heading.period;
    for row in &mut report.rows {
        let Some(months) = run(row, whole) else {
            continue;
        };
        let of_row = |keyed: &&KeyedSeries| {
            let mut key = breakdown::key(keyed, question.by).into_iter();
            key.all(|(column, cell)| column == Column::Name || *row.cell(column) == cell)
        };
        let Some(keyed) = selected.all_series.iter().find(of_row) else {
            continue;
        };
        let of_month = |month| keyed.series.over(Period::month(month)).ok();
        let figures = months.months().map(of_month);
        row.run = figures.map(|one| one.map(|one| one.value)).collect();
    }
}

/// The months from the base of a row to its period: thirteen for a single month.
fn run(row: &Row, whole: Option<Period>) -> Option<Period> {
    // A row for a period also has its last month.
    let own = match [Column::Period, Column::Month, Column::Until].map(|one| row.cell(one)) {
        [Cell::Period(period), ..] => Some(*period),
        [_, Cell::Month(month), _] | [_, _, Cell::Month(month)] => Some(Period::month(*month)),
        _ => whole.map(|whole| Period::month(whole.to)),
    }?;
    let from = own.from.year_before().max(own.to.plus(1 - MOST));
    Some(Period { from, to: own.to })
}

/// Shows the lines in the table, before the streak phrase or in the last column. If no columns were
/// chosen, they replace the rolling sums, which would not fit.
pub fn show(report: &mut Report, is_chosen: bool) {
    let most = report.rows.iter().map(|row| row.run.len()).max();
    let Some(most) = most.and_then(|most| u32::try_from(most).ok()) else {
        return;
    };
    if most == 0 {
        return;
    }
    if !is_chosen {
        use Head::{Rolling3, Rolling3Yoy, Rolling12, Rolling12Yoy};
        let is_rolling =
            |head: Head| matches!(head, Rolling3 | Rolling3Yoy | Rolling12 | Rolling12Yoy);
        report.view.retain(|one| !is_rolling(one.head));
    }
    let in_words = |one: &ViewColumn| matches!(one.shows, Shows::StreakPhrase(..));
    let place = report.view.iter().position(in_words);
    let column = ViewColumn {
        head: Head::LastMonths(most),
        shows: Shows::Run,
    };
    report
        .view
        .insert(place.unwrap_or(report.view.len()), column);
}
