//! What words may be typed, with what the data hold of each; and when the office publishes what.

mod columns;
mod goods;
mod held;
mod releases;
mod words;

use crate::measure::question::{Answer, MeasureError};
use crate::report::{Cell, Column, Head, Heading, ListOf, Report, Row, Shows, Subject, ViewColumn};
use crate::trade::{Day, Named, Observations, nearest};

/// What a list is made from.
pub struct Material<'a> {
    /// The built-in figures of all goods together.
    pub totals: &'a Observations,
    /// The built-in figures of single goods.
    pub goods: &'a Observations,
    /// Every layout that is read: its name, and the columns or words that it is recognised by.
    pub layouts: &'a [(&'static str, &'static str)],
    /// The day from which on releases are looked for; `None`: from the first on.
    pub day: Option<Day>,
}

/// Answers with the rows that hold every word of `words`: in a code as its beginning, else in any
/// name.
///
/// # Errors
/// [`MeasureError::NothingListed`] where nothing holds them.
pub fn answer(
    of: ListOf,
    words: &[String],
    material: &Material<'_>,
) -> Result<Answer, MeasureError> {
    let words: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let listed = match of {
        ListOf::Goods => goods::codes(&words, material.goods),
        ListOf::Groups => goods::groups(&words, material.goods),
        ListOf::Partners => words::partners(&words, material.totals),
        ListOf::Layouts => words::layouts(&words, material.layouts),
        ListOf::Columns => columns::columns(&words),
        ListOf::Measures => words::measures(&words, material),
        ListOf::Releases => releases::releases(&words, material.day),
    };
    if listed.rows.is_empty() {
        let known = listed.known.iter().map(String::as_str);
        let guess = words.iter().find_map(|word| nearest(word, known.clone()));
        return Err(MeasureError::NothingListed {
            what: of.word(),
            words: words.join(" "),
            guess: guess.map_or_else(String::new, |guess| {
                format!("\n  help: did you mean `{guess}`?")
            }),
        });
    }
    let heading = Heading::of_no_trade(Subject::List(of));
    let mut report = Report::of_rows(of.command(), heading, listed.columns, listed.rows);
    report.view = listed.view;
    Ok(Answer::of(report))
}

/// The rows of a list and how they are shown.
#[derive(Default)]
struct Listed {
    columns: &'static [Column],
    view: Vec<ViewColumn>,
    rows: Vec<Row>,
    /// Words that would have found something, for a guess.
    known: Vec<String>,
}

/// A column for people that shows one machine column.
fn show(head: Head, column: Column) -> ViewColumn {
    ViewColumn {
        head,
        shows: Shows::Column(column),
    }
}

/// A text, or nothing.
fn text(text: &str) -> Cell {
    match text {
        "" => Cell::Empty,
        text => Cell::Text(text.to_owned()),
    }
}

/// Whether a row of this code and these names is meant: every word that is a number begins the code
/// (of several, one of them), every other word stands in a name.
fn is_meant(words: &[String], code: &str, names: &[&str]) -> bool {
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
fn holds(words: &[String], names: &[&str]) -> bool {
    let names: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
    let stands = |word: &String| names.iter().any(|name| name.contains(word.as_str()));
    words.iter().all(stands)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_begin_a_code_and_words_stand_in_a_name() {
        let meant = |words: &str, code: &str, name: &str| {
            let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
            is_meant(&words, code, &[name, "煤炭"])
        };
        assert!(meant("", "2701", "Coal"));
        assert!(meant("27", "2701", "Coal") && !meant("70", "2701", "Coal"));
        assert!(meant("coa", "2701", "Coal") && meant("煤", "2701", "Coal"));
        assert!(meant("26 27 coal", "2701", "Coal") && !meant("26 coal", "2701", "Coal"));
        assert!(!meant("coal ore", "2701", "Coal"));
    }
}
