//! The machine columns of each command.

use super::listed::{Listed, holds, show};
use super::{goods, releases, words};
use crate::measure::{brief, chart, check, inspect, movers, record, revisions, sanctions, trace};
use crate::measure::{series, streak, yoy};
use crate::report::{BESIDE_STREAK, Cell, Column, Head, Row, Word};

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

/// The contents of an archive.
pub const OF_ARCHIVE: [Column; 10] = [
    Column::File,
    Column::Layout,
    Column::Flow,
    Column::From,
    Column::To,
    Column::Released,
    Column::Rows,
    Column::Current,
    Column::Levels,
    Column::Partners,
];

/// What differs from a receipt.
pub const OF_VERIFY: [Column; 7] = [
    Column::Id,
    Column::Period,
    Column::Flow,
    Column::Code,
    Column::ColumnName,
    Column::Then,
    Column::Now,
];

/// Each command with its columns; those added only by a flag come last.
fn commands() -> Vec<(&'static str, Vec<Column>)> {
    let plain = |columns: &[Column]| columns.to_vec();
    let with = |columns: &[Column], more: &[&[Column]]| [&[columns], more].concat().concat();
    let (code, currency) = (&OF_PARTS[..2], &[Column::Currency][..]);
    let of_text = [Column::Sentence, Column::Text];
    vec![
        (
            "yoy",
            with(
                &yoy::COLUMNS,
                &[&OF_PARTS, &[Column::Period], &BESIDE_STREAK, currency],
            ),
        ),
        (
            "streak",
            with(&streak::COLUMNS, &[code, &BESIDE_STREAK, currency]),
        ),
        (
            "streak --links",
            with(&streak::LINK_COLUMNS, &[code, currency]),
        ),
        ("series", with(&series::COLUMNS, &[code, currency])),
        ("record", with(&record::COLUMNS, &[code])),
        ("brief", plain(&brief::COLUMNS)),
        ("movers", with(&movers::COLUMNS, &[code, &[Column::Period]])),
        ("chart", chart::COLUMNS.to_vec()),
        ("revisions", plain(&revisions::COLUMNS)),
        ("inspect", plain(&inspect::COLUMNS)),
        ("check", plain(&check::COLUMNS)),
        ("check --text", with(&of_text, &[&check::COLUMNS])),
        ("sanctions list", plain(&sanctions::list::COLUMNS)),
        ("sanctions check", plain(&sanctions::check::COLUMNS)),
        ("sanctions coverage", plain(&sanctions::coverage::COLUMNS)),
        ("sanctions caps", plain(&sanctions::caps::COLUMNS)),
        ("list goods", plain(&goods::CODES)),
        ("list groups", plain(&goods::GROUPS)),
        ("list partners", plain(&words::PARTNERS)),
        ("list layouts", plain(&words::LAYOUTS)),
        ("list measures", plain(&words::MEASURES)),
        ("list releases", plain(&releases::COLUMNS)),
        ("list columns", plain(&COLUMNS)),
        ("archive list", plain(&OF_ARCHIVE)),
        ("verify", plain(&OF_VERIFY)),
        ("yoy --sources", plain(&trace::FIGURES)),
        ("yoy --explain", plain(&trace::WORKINGS)),
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
                (Column::Text, Cell::Meaning(*column)),
            ]));
        }
    }
    listed
}
