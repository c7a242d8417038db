//! The rows of a brief: one for each figure in it.

use crate::measure::breakdown;
use crate::measure::question::SelectedSeries;
use crate::report::brief::{Brief, StatedChange};
use crate::report::{Cell, Column, Row, Word};
use crate::trade::{Amount, Flow, Metric, Period, Ratio};

/// One row for each figure of the brief.
pub(super) fn rows(brief: &Brief, selected: &SelectedSeries) -> Vec<Row> {
    let mut rows = Vec::new();
    let unit = |flow: Flow| {
        let keyed = selected.all_series.iter().find(|keyed| keyed.flow == flow);
        keyed.map_or(Cell::Empty, |keyed| Cell::Unit(keyed.series.unit))
    };
    let amount = |flow: Flow, amount: Amount| {
        let keyed = selected.all_series.iter().find(|keyed| keyed.flow == flow);
        keyed.map_or(Cell::Money(amount), |keyed| {
            breakdown::amount(&keyed.series, amount)
        })
    };
    let mut row = |metric, flow, period, [value, low, high]: [Cell; 3], unit| {
        rows.push(Row::new([
            (Column::Metric, Cell::Word(Word::Metric(metric))),
            (Column::Flow, Cell::Flow(flow)),
            (Column::Period, Cell::Period(period)),
            (Column::Value, value),
            (Column::Low, low),
            (Column::High, high),
            (Column::Unit, unit),
        ]));
    };
    for flow in &brief.flows {
        let mut statements = vec![&flow.month];
        statements.extend(&flow.to_date);
        for one in statements {
            if let StatedChange::Moved { percent, ends, .. } = &one.change {
                let end = |end: Option<Ratio>| end.map_or(Cell::Empty, Cell::Percent);
                let cells = [Cell::Percent(*percent), end(ends[0]), end(ends[1])];
                row(
                    Metric::Yoy,
                    flow.flow,
                    one.period,
                    cells,
                    Cell::Word(Word::Percent),
                );
            }
            if let Some(value) = one.value {
                let ends = [value.value, value.interval.low, value.interval.high];
                let cells = ends.map(|end| amount(flow.flow, end));
                row(Metric::Value, flow.flow, one.period, cells, unit(flow.flow));
            }
        }
        if let Some(streak) = &flow.streak {
            let most = if streak.is_at_least {
                Cell::Empty
            } else {
                Cell::Count(streak.months)
            };
            let months = Cell::Count(streak.months);
            let cells = [months.clone(), months, most];
            let month = flow.month.period;
            row(
                Metric::Streak,
                flow.flow,
                month,
                cells,
                Cell::Word(Word::Months),
            );
        }
    }
    if let Some(value) = brief.balance {
        let ends = [value.value, value.interval.low, value.interval.high];
        let flow = brief.flows.first().map_or(Flow::Import, |flow| flow.flow);
        let cells = ends.map(|end| amount(flow, end));
        let month = Period::month(brief.month);
        row(Metric::Balance, Flow::Balance, month, cells, unit(flow));
    }
    rows
}
