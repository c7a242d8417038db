//! Draws charts, in the cells of a terminal or as SVG.

mod cells;
mod drawing;
#[cfg(test)]
pub mod fixture;
mod geometry;
pub mod layout;
pub mod letters;
pub mod marks;
mod panels;
mod plot;
pub mod svg;
#[cfg(test)]
mod svg_tests;
pub mod text;
#[cfg(test)]
mod text_tests;
pub mod words;
