//! The columns of a table for people, as texts.

use crate::render::cell_text::CellText;

/// The columns of the view with their texts.
pub(crate) struct TextTable {
    pub(crate) title: String,
    pub(crate) columns: Vec<TextColumn>,
    /// What the signs in it stand for.
    pub(crate) legend: Option<String>,
}

/// One column: its head, and one text per row.
pub(crate) struct TextColumn {
    pub(crate) head: String,
    /// Figures stand to the right, words to the left.
    pub(crate) figures: bool,
    /// It names the row: its flow or its month.
    pub(crate) names_row: bool,
    /// Its texts stay on one line.
    pub(crate) whole: bool,
    pub(crate) texts: Vec<CellText>,
}
