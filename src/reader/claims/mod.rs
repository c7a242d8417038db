//! Claims: rows of a file of claims, and sentences of an article.
//!
//! In: bytes. Out: [`Passage`](crate::trade::Passage)s, or what is wrong with them.

mod article;
mod chinese;
mod contradiction;
mod english;
mod error;
mod file;
mod korean;
mod months;
mod pieces;
mod plain;
mod statement;
mod wire;
mod wire_words;

pub use article::read_article;
#[cfg(test)]
pub use article::sentences;
pub use error::ClaimsError;
pub use file::{read_file, shipped};

use crate::reader::errors::input_error::InputError;

/// What is wrong, and a way out, in lines of one text.
pub(crate) fn reason(error: &InputError) -> String {
    let explanation = error.explain();
    let mut text = explanation.what;
    for (word, line) in [
        ("expected", explanation.expected),
        ("help", explanation.help),
    ] {
        if let Some(line) = line {
            text += &format!("\n  {word}: {line}");
        }
    }
    text
}
