//! Claims: rows of a file of claims, and sentences of an article.
//!
//! In: bytes. Out: [`Passage`](crate::trade::Passage)s, or what is wrong with them.

mod error;
mod file;

pub use error::ClaimsError;
pub use file::{read_file, shipped};

use crate::trade::{Passage, Vintage};

/// The sentences of an article that state a figure of this trade.
pub fn read_article(
    _shown: &str,
    _bytes: &[u8],
    _published: Option<Vintage>,
) -> Result<Vec<Passage>, ClaimsError> {
    Ok(Vec::new())
}

use crate::reader::errors::input_error::InputError;

/// What is wrong, and a way out, in lines of one text.
pub(crate) fn said(error: &InputError) -> String {
    let explanation = error.say();
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
