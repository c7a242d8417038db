//! The rows of a list, and which of them are meant.

use crate::report::{Cell, Column, Head, Row, ViewColumn};
use crate::trade::{Day, Observations};

/// What a list is made from.
pub struct ListMaterial<'a> {
    /// The built-in figures of all goods together.
    pub totals: &'a Observations,
    /// The built-in figures of single goods.
    pub goods: &'a Observations,
    /// Every layout that is read: its name, and the columns or words that it is recognised by.
    pub layouts: &'a [(&'static str, &'static str)],
    /// The day from which on releases are looked for; `None`: from the first on.
    pub day: Option<Day>,
}

/// The rows of a list and how they are shown.
#[derive(Default)]
pub(super) struct Listed {
    pub columns: &'static [Column],
    pub view: Vec<ViewColumn>,
    pub rows: Vec<Row>,
    /// Words that would have found something, for a guess.
    pub known: Vec<String>,
}

/// A column for people that shows one machine column.
pub(super) fn show(head: Head, column: Column) -> ViewColumn {
    ViewColumn::of(head, column)
}

/// A text, or nothing.
pub(super) fn text(text: &str) -> Cell {
    match text {
        "" => Cell::Empty,
        text => Cell::Text(text.to_owned()),
    }
}

/// Whether a row of this code and these names is meant: every word that is a number begins the code
/// (of several, one of them), every other word stands in a name.
pub(super) fn is_meant(words: &[String], code: &str, names: &[&str]) -> bool {
    let is_number = |word: &&String| word.bytes().all(|byte| byte.is_ascii_digit());
    let mut numbers = words.iter().filter(is_number).peekable();
    let by_code = numbers.peek().is_none() || numbers.any(|word| code.starts_with(word.as_str()));
    let others: Vec<String> = words
        .iter()
        .filter(|word| !is_number(word))
        .cloned()
        .collect();
    by_code && holds(&others, names)
}

/// Whether each of the words stands in one of the names.
pub(super) fn holds(words: &[String], names: &[&str]) -> bool {
    let names: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
    let stands = |word: &String| names.iter().any(|name| name.contains(word.as_str()));
    words.iter().all(stands)
}
