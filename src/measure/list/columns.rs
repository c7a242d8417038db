//! The machine columns of each command.

use super::listed::{Listed, holds, show};
use crate::measure::{brief, chart, check, inspect, movers, record, revisions, sanctions};
use crate::measure::{series, streak, yoy};
use crate::report::{Cell, Column, Head, Row, Word};

const COLUMNS: [Column; 4] = [
    Column::Command,
    Column::ColumnName,
    Column::Holds,
    Column::Text,
];

/// The columns that `--by` adds to a command.
const OF_PARTS: [Column; 4] = [
    Column::Code,
    Column::Name,
    Column::ContributionPp,
    Column::SharePct,
];

/// Each command with its columns; those added only by a flag come last.
fn commands() -> Vec<(&'static str, Vec<Column>)> {
    let plain = |columns: &[Column]| columns.to_vec();
    let with = |columns: &[Column], more: &[Column]| [columns, more].concat();
    let mut yoy = with(&yoy::COLUMNS, &OF_PARTS);
    yoy.push(Column::Period);
    vec![
        ("yoy", yoy),
        ("streak", with(&streak::COLUMNS, &OF_PARTS[..2])),
        ("streak --links", plain(&streak::LINK_COLUMNS)),
        ("series", with(&series::COLUMNS, &OF_PARTS[..2])),
        ("record", plain(&record::COLUMNS)),
        ("brief", plain(&brief::COLUMNS)),
        ("movers", plain(&movers::COLUMNS)),
        ("chart", chart::COLUMNS.to_vec()),
        ("revisions", plain(&revisions::COLUMNS)),
        ("inspect", plain(&inspect::COLUMNS)),
        ("check", plain(&check::COLUMNS)),
        ("sanctions list", plain(&sanctions::list::COLUMNS)),
        ("sanctions check", plain(&sanctions::check::COLUMNS)),
        ("sanctions coverage", plain(&sanctions::coverage::COLUMNS)),
        ("sanctions caps", plain(&sanctions::caps::COLUMNS)),
    ]
}

/// Every column of every command, with its meaning; words that name a command select that command.
pub fn columns(words: &[String]) -> Listed {
    let commands = commands();
    let named: Vec<&str> = commands.iter().map(|(command, _)| *command).collect();
    let is_command = |word: &String| {
        let begins = |command: &&str| command.split(' ').any(|part| part == word);
        named.iter().any(begins)
    };
    let (asked, others): (Vec<String>, Vec<String>) = words.iter().cloned().partition(is_command);
    let mut listed = Listed {
        columns: &COLUMNS,
        view: vec![
            show(Head::Command, Column::Command),
            show(Head::ColumnName, Column::ColumnName),
            show(Head::Kind, Column::Holds),
            show(Head::Meaning, Column::Text),
        ],
        known: named.iter().map(|name| (*name).to_owned()).collect(),
        ..Listed::default()
    };
    for (command, columns) in &commands {
        let is_asked = |word: &String| command.split(' ').any(|part| part == word);
        if !asked.is_empty() && !asked.iter().any(is_asked) {
            continue;
        }
        for column in columns {
            listed.known.push(column.name().to_owned());
            let about = column.about().trim();
            if !holds(&others, &[column.name(), about]) {
                continue;
            }
            listed.rows.push(Row::new([
                (Column::Command, Cell::text(command)),
                (Column::ColumnName, Cell::text(column.name())),
                (Column::Holds, Cell::Word(Word::Kind(column.kind()))),
                (Column::Text, Cell::text(about)),
            ]));
        }
    }
    listed
}
