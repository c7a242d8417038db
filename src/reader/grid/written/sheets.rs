//! What the sheets of a workbook show otherwise than they store it.

use crate::reader::grid::written::formats::Shown;
use std::collections::HashMap;

/// The first and the last of the cells that are merged, by row and column from 0.
pub(crate) type MergedCells = ((u32, u32), (u32, u32));

/// Cells by row and column, from 0.
pub(super) type ShownCells = HashMap<(u32, u32), Shown>;

/// What a workbook shows otherwise than it stores.
#[derive(Default)]
pub(crate) struct Written {
    /// Texts of several pieces, by their letters without a break.
    pub(super) parted: HashMap<String, String>,
    pub(super) sheets: HashMap<String, ShownCells>,
    pub(super) merged: HashMap<String, Vec<MergedCells>>,
}

impl Written {
    /// A text with its pieces kept apart.
    pub fn text<'t>(&'t self, text: &'t str) -> &'t str {
        self.parted.get(text).map_or(text, String::as_str)
    }

    /// The merged cells of a sheet.
    pub fn merged(&self, sheet: &str) -> impl Iterator<Item = MergedCells> {
        self.merged.get(sheet).into_iter().flatten().copied()
    }

    /// How the number in a cell is shown.
    pub fn shown(&self, sheet: &str, row: u32, column: u32) -> Shown {
        let cells = self.sheets.get(sheet);
        cells
            .and_then(|cells| cells.get(&(row, column)))
            .copied()
            .unwrap_or_default()
    }
}
