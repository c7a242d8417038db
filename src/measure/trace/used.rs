//! The figures from which the columns of an answer are computed.

use crate::measure::breakdown::period_of;
use crate::report::{Cell, Column, Report, Row, Word};
use crate::trade::{Comparison, Flow, Metric, Month, Period};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A figure that an answer uses: of a flow, from the chosen perspective, of the whole or of a
/// component.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Used {
    /// The period.
    pub period: Period,
    /// The flow, from the chosen perspective.
    pub flow: Flow,
    /// The code of the component; `None` for the whole.
    pub code: Option<Arc<str>>,
    /// Whether it is the quantity that belongs to a value.
    pub is_quantity: bool,
    /// Whether it is the sum of the months of the period, even if a figure was published for it.
    pub is_sum_of_months: bool,
}

/// The figures behind the columns shown in a report, without duplicates, in chronological order.
pub fn used(report: &Report) -> Vec<Used> {
    let mut all = BTreeSet::new();
    for row in &report.rows {
        let Cell::Flow(flow) = row.cell(Column::Flow) else {
            continue;
        };
        let code = code_of(row);
        let mut put = |periods: Vec<Period>, (is_quantity, is_sum_of_months): (bool, bool)| {
            all.extend(periods.into_iter().map(|period| Used {
                period,
                flow: *flow,
                code: code.clone(),
                is_quantity,
                is_sum_of_months,
            }));
        };
        for column in &report.columns {
            let is_quantity = matches!(
                column,
                Column::Quantity
                    | Column::QuantityBase
                    | Column::QuantityPct
                    | Column::UnitValue
                    | Column::UnitValueBase
                    | Column::UnitValuePct
            );
            let is_rolling = matches!(
                column,
                Column::Roll3 | Column::Roll3YoyPct | Column::Roll12 | Column::Roll12YoyPct
            );
            put(behind(*column, row, report), (is_quantity, is_rolling));
        }
    }
    all.into_iter().collect()
}

/// The code of the component that a row is of; `None` for the whole.
pub(super) fn code_of(row: &Row) -> Option<Arc<str>> {
    match row.cell(Column::Code) {
        Cell::Text(code) => Some(Arc::from(code.as_str())),
        _ => None,
    }
}

/// The periods whose figures a column of a row is computed from.
fn behind(column: Column, row: &Row, report: &Report) -> Vec<Period> {
    let at = period_of(row);
    if report.command == "brief" {
        return at.map_or_else(Vec::new, |at| of_statement(row, at));
    }
    let and_year_before = |at: Period| vec![at, at.year_before()];
    let of = |make: &dyn Fn(Period) -> Vec<Period>| at.map_or_else(Vec::new, make);
    let to_date = |at: Period| Period::year_to_date(at.to);
    match column {
        Column::Value
        | Column::Quantity
        | Column::UnitValue
        | Column::SharePct
        | Column::OnRecord => {
            let own = of(&|at| vec![at]);
            match (column, row.cell(Column::From)) {
                (Column::OnRecord, Cell::Month(from)) => of(&|at| {
                    let window = Period::new(*from, at.to);
                    let months = window.into_iter().flat_map(Period::months);
                    let is_yoy = *row.cell(Column::Of) == Cell::Word(Word::Metric(Metric::Yoy));
                    months
                        .map(Period::month)
                        .flat_map(|month| match is_yoy {
                            true => and_year_before(month),
                            false => vec![month],
                        })
                        .collect()
                }),
                _ => own,
            }
        }
        Column::Base | Column::QuantityBase | Column::UnitValueBase => match base_of(row) {
            Some(base) => vec![base],
            None => of(&|at| vec![at.year_before()]),
        },
        Column::Change
        | Column::YoyPct
        | Column::ContributionPp
        | Column::QuantityPct
        | Column::UnitValuePct => of(&and_year_before),
        Column::ChangePct => match (at, base_of(row)) {
            (Some(at), Some(base)) => vec![at, base],
            _ => Vec::new(),
        },
        Column::MomPct => of(&|at| vec![at, Comparison::Mom.base(at)]),
        Column::Ytd => of(&|at| vec![to_date(at)]),
        Column::YtdYoyPct => of(&|at| and_year_before(to_date(at))),
        Column::Roll3 => of(&|at| vec![window(at.to, 3)]),
        Column::Roll3YoyPct => of(&|at| and_year_before(window(at.to, 3))),
        Column::Roll12 => of(&|at| vec![window(at.to, 12)]),
        Column::Roll12YoyPct => of(&|at| and_year_before(window(at.to, 12))),
        Column::Streak => match (row.cell(Column::StreakSince), at) {
            (Cell::Month(since), Some(at)) => links(*since, at.to, false),
            _ => Vec::new(),
        },
        Column::Months => match (row.cell(Column::Since), row.cell(Column::Until)) {
            (Cell::Month(since), Cell::Month(until)) => {
                let is_mom =
                    *row.cell(Column::Basis) == Cell::Word(Word::Comparison(Comparison::Mom));
                links(*since, *until, is_mom)
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// The base period of a row; by default the usual one.
fn base_of(row: &Row) -> Option<Period> {
    let is_mom = *row.cell(Column::Basis) == Cell::Word(Word::Comparison(Comparison::Mom));
    match row.cell(Column::BaseMonth) {
        Cell::Period(base) => Some(*base),
        Cell::Month(base) => Some(Period::month(*base)),
        _ => period_of(row).map(|at| match is_mom {
            true => Comparison::Mom.base(at),
            false => Comparison::Yoy.base(at),
        }),
    }
}

/// The `months` months ending with `to`.
fn window(to: Month, months: i32) -> Period {
    Period {
        from: to.plus(1 - months),
        to,
    }
}

/// The months of a streak, and their bases.
fn links(since: Month, until: Month, is_mom: bool) -> Vec<Period> {
    let months = Period::new(since, until)
        .into_iter()
        .flat_map(Period::months);
    let pairs = months.map(Period::month).flat_map(|month| match is_mom {
        true => [month, Comparison::Mom.base(month)],
        false => [month, Comparison::Yoy.base(month)],
    });
    pairs.collect()
}

/// The periods behind one figure of a brief.
fn of_statement(row: &Row, at: Period) -> Vec<Period> {
    let Cell::Word(Word::Metric(metric)) = row.cell(Column::Metric) else {
        return vec![at];
    };
    let months = match row.cell(Column::Value) {
        Cell::Count(count) => i32::try_from(*count).unwrap_or(0),
        _ => 0,
    };
    of_metric(*metric, at, months)
}

/// The periods behind a figure, by metric; `months` is the length of a streak.
pub(super) fn of_metric(metric: Metric, at: Period, months: i32) -> Vec<Period> {
    match metric {
        Metric::Yoy | Metric::BalanceYoy | Metric::Ratio => vec![at, at.year_before()],
        Metric::YtdYoy => {
            let at = Period::year_to_date(at.to);
            vec![at, at.year_before()]
        }
        Metric::Mom => vec![at, Comparison::Mom.base(at)],
        Metric::Streak | Metric::StreakMom if months > 0 => {
            links(at.to.plus(1 - months), at.to, metric == Metric::StreakMom)
        }
        _ => vec![at],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    fn row(cells: &[(Column, Cell)]) -> Row {
        let month = (Column::Month, Cell::Month("2017-03".parse().unwrap()));
        let flow = (Column::Flow, Cell::Flow(Flow::Import));
        Row::new(cells.iter().cloned().chain([month, flow]))
    }

    fn behind_one(column: Column, cells: &[(Column, Cell)]) -> Vec<Period> {
        let heading = crate::report::Heading::of_no_trade(crate::report::Subject::Yoy);
        let report = Report::of_rows("yoy", heading, &[column], vec![row(cells)]);
        used(&report).into_iter().map(|one| one.period).collect()
    }

    #[test]
    fn the_periods_that_a_column_is_made_of() {
        let all = |texts: &[&str]| texts.iter().map(|one| period(one)).collect::<Vec<_>>();
        assert_eq!(behind_one(Column::Value, &[]), all(&["2017-03"]));
        assert_eq!(
            behind_one(Column::YoyPct, &[]),
            all(&["2016-03", "2017-03"])
        );
        assert_eq!(
            behind_one(Column::MomPct, &[]),
            all(&["2017-02", "2017-03"])
        );
        assert_eq!(
            behind_one(Column::YtdYoyPct, &[]),
            all(&["2016-01..2016-03", "2017-01..2017-03"])
        );
        assert_eq!(behind_one(Column::Roll12, &[]), all(&["2016-04..2017-03"]));
        let since = (Column::StreakSince, Cell::Month("2017-02".parse().unwrap()));
        assert_eq!(
            behind_one(Column::Streak, &[since]),
            all(&["2016-02", "2016-03", "2017-02", "2017-03"])
        );
        assert!(behind_one(Column::Note, &[]).is_empty());
    }
}
