//! How the columns and texts of a file were understood.

use super::english::English;
use crate::render::lang::taken::TakenWords;
use crate::trade::Taken;

impl TakenWords for English {
    fn taken(&self, text: &str, taken: &Taken) -> String {
        format!("`{text}`: {taken}")
    }
}
