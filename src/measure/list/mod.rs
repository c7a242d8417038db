//! Lists of words a user may type, with what the data have for each; and the office's release
//! calendar.

mod columns;
mod figures_in_data;
mod goods;
mod listed;
mod releases;
mod words;

use crate::measure::question::{Answer, MeasureError};
use crate::report::{Heading, ListOf, Report, Subject};
use crate::trade::{Named, nearest};
pub use columns::{OF_ARCHIVE, OF_VERIFY};
pub use listed::ListMaterial;

/// Answers with the rows that match every word of `words`: as the beginning of a code, or within
/// any name.
///
/// # Errors
/// [`MeasureError::NothingListed`] if no row matches.
pub fn answer(
    of: ListOf,
    words: &[String],
    material: &ListMaterial<'_>,
) -> Result<Answer, MeasureError> {
    let words: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let listed = match of {
        ListOf::Goods => goods::codes(&words, material.goods),
        ListOf::Groups => goods::groups(&words, material.goods),
        ListOf::Partners => words::partners(&words, material.totals),
        ListOf::Layouts => words::layouts(&words),
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

#[cfg(test)]
mod tests {
    use super::listed::is_meant;

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
