//! How the columns and texts of a file were understood.

use super::english::English;
use crate::render::lang::taken::TakenWords;
use crate::trade::Interpretation;

impl TakenWords for English {
    fn taken(&self, text: &str, taken: &Interpretation) -> String {
        format!("`{text}`: {taken}")
    }
}
