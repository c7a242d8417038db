//! Charts: a picture drawn in the cells of a terminal, or as SVG.

mod cells;
pub mod layout;
pub mod text;
mod words;
