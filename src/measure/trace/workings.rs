//! How each figure of an answer was computed: the definition, and the formula with its numbers
//! filled in.

use super::TracedData;
use super::formulas::{
    Working, amount_text, by_metric, change, in_brackets, month, of_window, outcome, streak, sum,
    sum_of_months,
};
use super::levels::{level, of_row};
use super::used::{Used, code_of, used};
use crate::measure::breakdown::period_of;
use crate::measure::question::Question;
use crate::report::{Cell, Column, Definition, Flag, Report, Row, Word, WorkingWords};
use crate::trade::{Claim, Comparison, Metric, Period, UnitOfMeasure};
use std::sync::Arc;

/// One row for each figure computed in an answer.
pub fn workings(report: &Report, question: &Question, book: &TracedData<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for row in &report.rows {
        for column in &report.columns {
            let cell = row.cell(*column);
            let Some(result) = plain(cell) else {
                continue;
            };
            if let Some(working) = working(*column, row, report, question, book) {
                rows.push(one_row(row, *column, result, working));
            }
        }
    }
    rows
}

fn one_row(row: &Row, column: Column, result: String, working: Working) -> Row {
    let text = |text: Option<String>| text.map_or(Cell::Empty, Cell::Text);
    let mut made = Row::new([
        (Column::ColumnName, Cell::Text(column.name().to_owned())),
        (Column::Result, Cell::Text(result)),
        (Column::Formula, working.formula),
        (Column::Numerator, text(working.numerator)),
        (Column::Denominator, text(working.denominator)),
        (
            Column::Definition,
            Cell::Word(Word::Definition(working.definition)),
        ),
    ]);
    for column in [
        Column::Flow,
        Column::Code,
        Column::Id,
        Column::Measure,
        Column::Of,
    ] {
        let cell = row.cell(column);
        if *cell != Cell::Empty {
            made.put(column, cell.clone());
        }
    }
    let period = period_of(row).map_or(Cell::Empty, Cell::Period);
    let until = match row.cell(Column::Until) {
        Cell::Month(month) => Cell::Period(Period::month(*month)),
        _ => period.clone(),
    };
    let period = if period == Cell::Empty { until } else { period };
    made.put(Column::Period, period);
    made
}

/// The figure in a cell as a plain number or word; `None` if there is none.
fn plain(cell: &Cell) -> Option<String> {
    Some(match cell {
        Cell::Money(amount) => amount.to_string(),
        Cell::Quantity(amount, unit) => amount_text(UnitOfMeasure::Quantity(*unit), *amount),
        Cell::UnitValue(amount) => UnitOfMeasure::unit_value_text(*amount),
        Cell::Percent(ratio) | Cell::Points(ratio) => ratio.percent_text(6),
        Cell::Rounded(cell) => return plain(cell),
        Cell::Count(count) => count.to_string(),
        Cell::Word(word) => word.name().to_owned(),
        Cell::Month(month) => month.to_string(),
        Cell::Period(period) => period.to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Text(text) => text.clone(),
        _ => return None,
    })
}

fn unit_value((value, quantity): (String, String)) -> Working {
    Working {
        definition: Definition::UnitValue,
        formula: Cell::Text(format!("{value} / {quantity}")),
        numerator: Some(value),
        denominator: Some(quantity),
        ratio: None,
    }
}

fn working(
    column: Column,
    row: &Row,
    report: &Report,
    question: &Question,
    book: &TracedData<'_>,
) -> Option<Working> {
    let is_published = row.flags(column).any(|flag| flag == Flag::AsPublished);
    if is_published {
        return Some(Working::in_words(
            Definition::Releases,
            WorkingWords::AsPublished,
        ));
    }
    if report.command == "brief" {
        return match column {
            Column::Value => of_statement(row, question, book),
            _ => None,
        };
    }
    let is_quantity = matches!(
        column,
        Column::Quantity | Column::QuantityBase | Column::QuantityPct
    );
    let series = |code: Option<Arc<str>>| of_row(row, code, is_quantity, question, book);
    let code = code_of(row);
    let at = period_of(row);
    let number = |column: Column| plain(row.cell(column));
    let pair = |value: Column, base: Column| Some((number(value)?, number(base)?));
    match column {
        Column::Value | Column::Base | Column::Quantity | Column::QuantityBase => {
            let at = match column {
                Column::Base | Column::QuantityBase => base_of(row, at?),
                _ => at?,
            };
            // The rest of the goods has no series of its own.
            if row.cell(Column::Code) == &Cell::Word(Word::Other) {
                return Some(Working::in_words(
                    Definition::Contribution,
                    WorkingWords::Sum,
                ));
            }
            level(&series(code)?, at, (question, book, row))
        }
        Column::Change => {
            let (value, base) = pair(Column::Value, Column::Base)?;
            Some(Working::formula(
                Definition::Change,
                format!("{} - {}", in_brackets(&value), in_brackets(&base)),
            ))
        }
        Column::YoyPct if number(Column::Base).is_none() => {
            change(&series(code)?, at?, at?.year_before())
        }
        Column::YoyPct | Column::ChangePct => {
            let (value, base) = pair(Column::Value, Column::Base)?;
            Some(Working::change(Definition::Change, value, base))
        }
        Column::MomPct => change(&series(code)?, at?, Comparison::Mom.base(at?)),
        Column::QuantityPct => {
            let (value, base) = pair(Column::Quantity, Column::QuantityBase)?;
            Some(Working::change(Definition::Change, value, base))
        }
        Column::UnitValue => pair(Column::Value, Column::Quantity).map(unit_value),
        Column::UnitValueBase => pair(Column::Base, Column::QuantityBase).map(unit_value),
        Column::UnitValuePct => {
            let (value, base) = pair(Column::UnitValue, Column::UnitValueBase)?;
            Some(Working::change(Definition::UnitValue, value, base))
        }
        Column::ContributionPp | Column::SharePct => {
            if report.command == "sanctions.caps" {
                let (used, cap) = pair(Column::Used, Column::Cap)?;
                return Some(Working::share(Definition::Sanctions, used, cap));
            }
            let whole = whole_of(row, report)?;
            let of_whole = |column: Column| plain(whole.cell(column));
            match column {
                Column::SharePct => Some(Working::share(
                    Definition::Contribution,
                    number(Column::Value)?,
                    of_whole(Column::Value)?,
                )),
                _ => Some(Working::share(
                    Definition::Contribution,
                    number(Column::Change)?,
                    of_whole(Column::Base)?,
                )),
            }
        }
        Column::Ytd => sum(&series(code)?, Period::year_to_date(at?.to)),
        Column::YtdYoyPct => {
            let to_date = Period::year_to_date(at?.to);
            change(&series(code)?, to_date, to_date.year_before())
        }
        Column::Roll3 => sum_of_months(&series(code)?, window(at?, 3)),
        Column::Roll12 => sum_of_months(&series(code)?, window(at?, 12)),
        Column::Roll3YoyPct => of_window(&series(code)?, window(at?, 3)),
        Column::Roll12YoyPct => of_window(&series(code)?, window(at?, 12)),
        Column::Streak | Column::Months => streak(column, row, &series(code)?),
        Column::WeakestPct => Some(Working::in_words(
            Definition::Streak,
            WorkingWords::ClosestToZero,
        )),
        Column::OnRecord => {
            let window = Period::new(month(row, Column::From)?, at?.to)?;
            let words = Cell::Word(Word::Working(WorkingWords::ComparedInWindow));
            Some(Working {
                definition: Definition::Record,
                formula: Cell::List(vec![words, Cell::Period(window)]),
                numerator: None,
                denominator: None,
                ratio: None,
            })
        }
        Column::LowPct => {
            let (covered, total) = pair(Column::CoveredLow, Column::High)?;
            Some(Working::share(Definition::Sanctions, covered, total))
        }
        Column::HighPct => {
            let (covered, total) = pair(Column::CoveredHigh, Column::High)?;
            Some(Working::share(Definition::Sanctions, covered, total))
        }
        _ => None,
    }
}

/// The row of the whole that a component belongs to, with the same flow and period.
fn whole_of<'r>(row: &Row, report: &'r Report) -> Option<&'r Row> {
    report.rows.iter().find(|one| {
        one.cell(Column::Code) == &Cell::Word(Word::Total)
            && one.cell(Column::Flow) == row.cell(Column::Flow)
            && period_of(one) == period_of(row)
    })
}

fn base_of(row: &Row, at: Period) -> Period {
    match (row.cell(Column::BaseMonth), row.cell(Column::Basis)) {
        (Cell::Period(base), _) => *base,
        (Cell::Month(base), _) => Period::month(*base),
        (_, Cell::Word(Word::Comparison(Comparison::Mom))) => Comparison::Mom.base(at),
        _ => at.year_before(),
    }
}

fn window(at: Period, months: i32) -> Period {
    Period {
        from: at.to.plus(1 - months),
        to: at.to,
    }
}

/// The working of a figure in a brief.
fn of_statement(row: &Row, question: &Question, book: &TracedData<'_>) -> Option<Working> {
    let Cell::Word(Word::Metric(metric)) = row.cell(Column::Metric) else {
        return None;
    };
    let series = of_row(row, None, false, question, book)?;
    let months = match row.cell(Column::Value) {
        Cell::Count(count) => i32::try_from(*count).unwrap_or(0),
        _ => 0,
    };
    by_metric(*metric, &series, period_of(row)?, months)
}

/// How the figure that decides a claim was computed.
pub(super) fn of_claim(
    claim: &Claim,
    row: &Row,
    used: &[Used],
    question: &Question,
    book: &TracedData<'_>,
) -> Row {
    let series = used.first().and_then(|one| book.series(question, one));
    let months = match row.cell(Column::Value) {
        Cell::Count(count) => i32::try_from(*count).unwrap_or(0),
        _ => 0,
    };
    let at = claim.months();
    let is_published = row
        .flags(Column::Value)
        .any(|flag| flag == Flag::AsPublished);
    let result = plain(row.cell(Column::Value));
    let working = series.and_then(|series| match is_published {
        true => Some(Working::in_words(
            Definition::Published,
            WorkingWords::AsPublished,
        )),
        false => {
            let working = by_metric(claim.metric, &series, at, months)?;
            // A more precise published total may have replaced the sum of its flows, and what was
            // known on the day of the claim may be other figures than those of now.
            let given = match working.ratio {
                Some(ratio) => Some(ratio.percent_text(6)),
                None => outcome(claim.metric, &series, at),
            };
            let holds = given.is_none() || given == result;
            match holds {
                true => Some(working),
                false => Some(Working::in_words(
                    working.definition,
                    WorkingWords::FromFigures,
                )),
            }
        }
    });
    let working = working.unwrap_or_else(|| {
        let section = match claim.metric {
            Metric::Coverage => Definition::Sanctions,
            _ => Definition::Published,
        };
        Working::in_words(section, WorkingWords::NoFigures)
    });
    let result = result.or_else(|| {
        let (low, high) = (
            plain(row.cell(Column::Low))?,
            plain(row.cell(Column::High))?,
        );
        Some(format!("{low}..{high}"))
    });
    one_row(row, Column::Value, result.unwrap_or_default(), working)
}

/// All figures behind a report and its parts.
pub fn all_used(report: &Report) -> Vec<Used> {
    let mut all = used(report);
    for part in &report.parts {
        all.extend(used(part));
    }
    all.sort();
    all.dedup();
    all
}
