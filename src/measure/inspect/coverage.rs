//! Coverage by month and flow: present, zero, missing, combined, cumulative.
//!
//! Source: docs/definitions.md, "Coverage".

use crate::report::{Cell, Column, FindingText, Head, MonthState, Row, Shows, ViewColumn, Word};
use crate::trade::{Currency, Figure, Flow, Month, Period, Series};

/// The machine columns, in order.
pub const COLUMNS: [Column; 8] = [
    Column::Month,
    Column::Flow,
    Column::State,
    Column::Basis,
    Column::Value,
    Column::Released,
    Column::Currency,
    Column::Text,
];

/// The coverage of one month of one flow.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CoveredMonth {
    pub month: Month,
    pub flow: Flow,
    pub state: MonthState,
    pub figure: Option<Figure>,
    /// The longer period that covers it, if it has no figure of its own.
    pub inside: Option<Period>,
}

/// The coverage of every month of `range` for every flow.
pub fn of(selected: &[(Flow, &Series)], range: Period) -> Vec<CoveredMonth> {
    let runs: Vec<Vec<Period>> = selected
        .iter()
        .map(|(_, series)| series.periods().filter(|one| !one.is_month()).collect())
        .collect();
    let mut months = Vec::new();
    for month in range.months() {
        for ((flow, series), runs) in selected.iter().zip(&runs) {
            months.push(covered(*flow, series, month, runs));
        }
    }
    months
}

fn covered(flow: Flow, series: &Series, month: Month, runs: &[Period]) -> CoveredMonth {
    let figure = series.figure(Period::month(month)).cloned();
    let holds = |run: &&Period| run.from <= month && month <= run.to;
    let pair = Period::january_february(month);
    let inside = || {
        let shortest = runs.iter().filter(holds).min_by_key(|run| run.len());
        shortest.copied()
    };
    let (state, inside) = match (&figure, inside()) {
        (Some(figure), _) if figure.is_nothing() => (MonthState::Zero, None),
        (Some(_), _) => (MonthState::Present, None),
        (None, Some(run)) if run == pair => (MonthState::Combined, Some(run)),
        (None, Some(run)) => (MonthState::Cumulative, Some(run)),
        (None, None) => (MonthState::Missing, None),
    };
    CoveredMonth {
        month,
        flow,
        state,
        figure,
        inside,
    }
}

/// One row per month and flow.
pub fn rows(months: &[CoveredMonth], currency: Currency) -> Vec<Row> {
    let row = |one: &CoveredMonth| {
        let figure = one.figure.as_ref();
        let released = figure.and_then(|figure| figure.released);
        let text = |run: Period| Cell::Finding(FindingText::InsideOnly(run));
        let basis = figure.map_or(Cell::Empty, |figure| Cell::Word(Word::Basis(figure.basis)));
        let value = figure.map_or(Cell::Empty, |figure| Cell::Money(figure.value));
        let released = Cell::date(released);
        Row::new([
            (Column::Month, Cell::Month(one.month)),
            (Column::Flow, Cell::Flow(one.flow)),
            (Column::State, Cell::Word(Word::MonthState(one.state))),
            (Column::Basis, basis),
            (Column::Value, value),
            (Column::Released, released),
            (Column::Currency, Cell::Currency(currency)),
            (Column::Text, one.inside.map_or(Cell::Empty, text)),
        ])
    };
    months.iter().map(row).collect()
}

/// The table view: one line per year, one column per month.
pub fn view() -> Vec<ViewColumn> {
    vec![ViewColumn {
        head: Head::Year,
        shows: Shows::Calendar([Column::Month, Column::Flow, Column::State]),
    }]
}
