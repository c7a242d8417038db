//! When the office publishes its tables.
//!
//! Source: `data/release-calendar.csv`.

use super::listed::{Listed, show};
use crate::report::{Cell, Column, Head, Row, Word};
use crate::trade::{CalendarRelease, Day, ReleasedTable, releases as calendar};

pub(super) const COLUMNS: [Column; 7] = [
    Column::Released,
    Column::Table,
    Column::Period,
    Column::Status,
    Column::Text,
    Column::Publisher,
    Column::Address,
];

/// The releases from `day` on; or, if a word names a year, a month or a day, those released then or
/// reporting it, including past ones.
pub fn releases(words: &[String], day: Option<Day>) -> Listed {
    let is_time = |word: &String| word.starts_with(|first: char| first.is_ascii_digit());
    let (times, others): (Vec<String>, Vec<String>) = words.iter().cloned().partition(is_time);
    let is_of_time = |one: &CalendarRelease| {
        let about = one.period.to_string();
        let released = one.day.map(|day| day.to_string()).unwrap_or_default();
        let begins =
            |word: &String| about.starts_with(word.as_str()) || released.starts_with(word.as_str());
        times.iter().all(begins)
    };
    let is_next = |one: &CalendarRelease| {
        let from = day.filter(|_| times.is_empty());
        from.is_none_or(|from| one.day.is_some_and(|day| from <= day))
    };
    let is_of_words = |one: &CalendarRelease| {
        let status = one.status.name();
        others
            .iter()
            .all(|word| one.table.name().contains(word.as_str()) || status.contains(word.as_str()))
    };
    let all = calendar();
    let meant = |one: &&CalendarRelease| is_of_time(one) && is_next(one) && is_of_words(one);
    let rows: Vec<Row> = all.iter().filter(meant).map(row).collect();
    Listed {
        columns: &COLUMNS,
        view: vec![
            show(Head::Released, Column::Released),
            show(Head::Table, Column::Table),
            show(Head::Month, Column::Period),
            show(Head::Status, Column::Status),
        ],
        rows,
        known: [
            ReleasedTable::Preliminary,
            ReleasedTable::Countries,
            ReleasedTable::CountriesInDollars,
            ReleasedTable::Goods,
        ]
        .map(|table| table.name().to_owned())
        .into(),
    }
}

fn row(one: &CalendarRelease) -> Row {
    let day = Cell::date(one.day);
    let texts = [&one.rule, &one.note].map(String::as_str);
    let texts: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    Row::new([
        (Column::Released, day),
        (Column::Table, Cell::Word(Word::Table(one.table))),
        (Column::Period, Cell::Period(one.period)),
        (Column::Status, Cell::Word(Word::Status(one.status))),
        (Column::Text, Cell::text(&texts.join("; "))),
        (Column::Publisher, Cell::text(&one.publisher)),
        (Column::Address, Cell::text(&one.address)),
    ])
}
