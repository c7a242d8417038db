//! How the columns and texts of a file were understood, in each language.

use crate::trade::Interpretation;

/// The wording of one language.
pub(crate) trait TakenWords {
    /// A text and how it was understood: `` `amount`: read: value ``.
    fn taken(&self, text: &str, taken: &Interpretation) -> String;
}
