//! Charts: a picture drawn in the cells of a terminal, or as SVG.

mod cells;
#[cfg(test)]
mod fixture;
pub mod layout;
pub mod text;
#[cfg(test)]
mod text_tests;
mod words;
