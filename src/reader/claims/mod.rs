//! Reads claims from files of claims and from the sentences of articles.
//!
//! The input is bytes, the output [`Passage`](crate::trade::Passage)s or the problems found.

mod article;
mod by_code;
mod chinese;
mod contradiction;
mod english;
mod error;
mod file;
mod goods_before;
mod korean;
mod months;
mod party;
mod pieces;
mod plain;
mod sentences;
mod statement;
mod text_context;
mod wire;
mod wire_figure;
mod wire_words;

pub use article::read_article;
#[cfg(test)]
pub use article::sentences;
pub use error::ClaimsError;
pub use file::{read_file, shipped};

use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;

/// The message of an error as one text of several lines: what is wrong, and how to proceed. The
/// encoding of claims cannot be given.
pub(crate) fn reason(error: &InputError) -> String {
    let mut explanation = error.explain();
    if let InputError::File(FileError::NotText { .. } | FileError::EncodingUnclear(_)) = error {
        explanation.help = Some("save the file as UTF-8".to_owned());
    }
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
