//! The columns of a table for people, as texts.

use crate::render::cell_text::CellText;

/// The columns of the view with their texts.
pub(crate) struct TextTable {
    pub(crate) title: String,
    pub(crate) columns: Vec<TextColumn>,
    /// The meaning of the signs in the table.
    pub(crate) legend: Option<String>,
}

/// A column: its header, and one text per row.
pub(crate) struct TextColumn {
    pub(crate) head: String,
    /// Whether it has figures, which are right-aligned; words are left-aligned.
    pub(crate) figures: bool,
    /// Whether it names the row, by flow or month.
    pub(crate) names_row: bool,
    /// Whether its texts stay on one line.
    pub(crate) whole: bool,
    pub(crate) texts: Vec<CellText>,
}
