//! What became of the columns and texts of a file, in each language.

use crate::trade::Taken;

/// The words of one language.
pub(crate) trait TakenWords {
    /// A text and what it was taken for: `` `amount`: read: value ``.
    fn taken(&self, text: &str, taken: &Taken) -> String;
}
