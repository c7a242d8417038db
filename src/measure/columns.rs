//! `--columns`: the machine columns asked for, in their order, preceded by those that identify the
//! rows.

use crate::measure::question::{MeasureError, Question, Span};
use crate::report::{BESIDE_STREAK, Cell, Column, Head, Report, Shows, ViewColumn};
use crate::trade::nearest;
use std::collections::BTreeSet;

/// Columns that always identify rows, in commands that have them.
const ALWAYS: [Column; 5] = [
    Column::Of,
    Column::Link,
    Column::Kind,
    Column::Id,
    Column::Sentence,
];

/// Columns that are kept if rows would look alike without them, in this order.
const WHERE_NEEDED: [Column; 21] = [
    Column::Month,
    Column::Period,
    Column::Flow,
    Column::Command,
    Column::ColumnName,
    Column::Group,
    Column::Layout,
    Column::Code,
    Column::Name,
    Column::Table,
    Column::Since,
    Column::Direction,
    Column::Rank,
    Column::File,
    Column::Finding,
    Column::Metric,
    Column::Measure,
    Column::Instrument,
    Column::On,
    Column::Released,
    Column::Line,
];

/// The columns with these names, without duplicates.
///
/// # Errors
/// [`MeasureError::NoColumn`] for a name that is not among `known`.
pub fn named(wanted: &[String], known: &[Column]) -> Result<Vec<Column>, MeasureError> {
    let mut columns = Vec::new();
    for asked in wanted {
        let asked = asked.trim();
        let found = Column::named(asked).filter(|one| known.contains(one));
        let column = found.ok_or_else(|| {
            if known.is_empty() {
                return MeasureError::NoColumns {
                    asked: asked.to_owned(),
                };
            }
            let names = known.iter().map(|one| one.name());
            let is_part = |name: &&str| name.split('_').any(|part| part == asked);
            let guess = nearest(asked, names.clone()).or_else(|| names.clone().find(is_part));
            MeasureError::NoColumn {
                asked: asked.to_owned(),
                known: names.collect::<Vec<_>>().join(", "),
                guess: match (asked, guess) {
                    ("code" | "name", _) => "\n  help: `code` and `name` require `--by`".to_owned(),
                    (_, guess) => guess.map_or_else(String::new, |name| {
                        format!("\n  help: did you mean `{name}`?")
                    }),
                },
            }
        })?;
        if !columns.contains(&column) {
            columns.push(column);
        }
    }
    Ok(columns)
}

/// Reduces `report` to the columns asked for, preceded by any others needed to identify its rows.
///
/// # Errors
/// [`MeasureError::NoColumn`] for a column that the command does not have.
pub fn choose(
    report: &mut Report,
    wanted: &[String],
    question: &Question,
) -> Result<(), MeasureError> {
    let has = |column: &Column| {
        report.columns.contains(column) || report.rows.iter().any(|row| row.has(*column))
    };
    // Of most streaks the phrase needs none of these, but each may be asked for.
    let has_streaks = [Column::Streak, Column::Months].iter().any(has);
    let is_beside = |column: &Column| has_streaks && BESIDE_STREAK.contains(column);
    let is_known = |column: &Column| has(column) || is_beside(column);
    let known: Vec<Column> = Column::ALL.iter().copied().filter(is_known).collect();
    let chosen = named(wanted, &known)?;
    let mut kept: Vec<Column> = known.clone();
    kept.retain(|column| !chosen.contains(column) && is_kept(*column, question));
    let own = report.columns.clone();
    for column in WHERE_NEEDED {
        let mut shown: Vec<Column> = kept.iter().chain(&chosen).copied().collect();
        if !own.contains(&column) || shown.contains(&column) {
            continue;
        }
        let before = told_apart(report, &shown);
        shown.push(column);
        if before < report.rows.len() && told_apart(report, &shown) > before {
            kept.push(column);
        }
    }
    // In their usual order.
    kept.sort_by_key(|column| Column::ALL.iter().position(|one| one == column));
    kept.extend(chosen);
    report.view = view(&report.view, &kept);
    for row in &mut report.rows {
        row.remarks
            .retain(|remark| remark.column.is_none_or(|column| kept.contains(&column)));
    }
    // A single table of the columns asked for, even if the command has several.
    report.parts.clear();
    report.columns = kept;
    Ok(())
}

fn is_kept(column: Column, question: &Question) -> bool {
    match column {
        Column::Flow => question.flows.len() > 1,
        Column::Month | Column::Period => {
            !matches!(question.span, Span::Month(_) | Span::Period(_))
        }
        Column::Code => question.by.is_some(),
        _ => ALWAYS.contains(&column),
    }
}

/// How many rows have different values in the identifying columns among `columns`.
fn told_apart(report: &Report, columns: &[Column]) -> usize {
    let identifies = |column: &&Column| ALWAYS.contains(column) || WHERE_NEEDED.contains(column);
    let columns: Vec<Column> = columns.iter().filter(identifies).copied().collect();
    let keys = report.rows.iter().map(|row| {
        let key: Vec<&Cell> = columns.iter().map(|one| row.cell(*one)).collect();
        format!("{key:?}")
    });
    keys.collect::<BTreeSet<String>>().len()
}

/// The table columns, with their usual headings if they have one.
fn view(known: &[ViewColumn], columns: &[Column]) -> Vec<ViewColumn> {
    let begins = |one: &&ViewColumn, column: Column| match one.shows {
        Shows::Column(own) => own == column,
        Shows::StreakPhrase([first, ..], _) => first == column,
        Shows::RunPhrase([first, ..]) => first == column,
        Shows::PercentIn([first, ..]) => first == column,
        Shows::RecordPhrase([first, ..]) => *first == column,
        Shows::Part([first, ..]) => first == column,
        Shows::Listed(_) | Shows::Calendar(_) | Shows::Run => false,
    };
    let of_column = |column: &Column| {
        known
            .iter()
            .find(|one| begins(one, *column))
            .copied()
            .unwrap_or(ViewColumn {
                head: match column {
                    Column::Month => Head::Month,
                    Column::Flow => Head::Flow,
                    other => Head::Column(*other),
                },
                shows: Shows::Column(*column),
            })
    };
    // The unit is in the heading, notes are below the table.
    let outside = [Column::Note, Column::Flags, Column::Currency, Column::Unit];
    let mut shown = columns
        .iter()
        .filter(|one| !outside.contains(one))
        .peekable();
    if shown.peek().is_none() {
        return columns.iter().map(of_column).collect();
    }
    shown.map(of_column).collect()
}
