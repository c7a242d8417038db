//! The rows of a list, and the matching of words.

use crate::report::{Column, Head, Row, ViewColumn};
use crate::trade::{Day, Observations};

/// The material of the lists.
pub struct ListMaterial<'a> {
    /// The built-in figures of all goods together.
    pub totals: &'a Observations,
    /// The built-in figures of single goods.
    pub goods: &'a Observations,
    /// The day from which releases are listed; `None` for all.
    pub day: Option<Day>,
}

/// The rows of a list, and how they are shown.
#[derive(Default)]
pub(super) struct Listed {
    pub columns: &'static [Column],
    pub view: Vec<ViewColumn>,
    pub rows: Vec<Row>,
    /// Words that would have matched, for suggestions.
    pub known: Vec<String>,
}

/// A table column that shows one machine column.
pub(super) fn show(head: Head, column: Column) -> ViewColumn {
    ViewColumn::of(head, column)
}

/// Whether a row with this code and these names matches: the code must begin with one of the
/// numbers among the words, and every other word must occur in a name.
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

/// Whether each of the words occurs in one of the names.
pub(super) fn holds(words: &[String], names: &[&str]) -> bool {
    let names: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
    let stands = |word: &String| names.iter().any(|name| name.contains(word.as_str()));
    words.iter().all(stands)
}
