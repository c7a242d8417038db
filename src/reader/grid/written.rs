//! How a workbook shows its cells, as far as it changes their meaning: numbers shown in per cent or in
//! thousands, and texts of several pieces, such as a number with a raised footnote mark.

mod biff12;
mod biff8;
mod formats;
mod open_document;
mod packed;
mod parts;
mod pieces;

pub(super) use formats::{Shown, shown};

use std::collections::HashMap;

/// The first and the last of the cells that are merged, by row and column from 0.
pub(super) type MergedCells = ((u32, u32), (u32, u32));

/// Cells by row and column, from 0.
type ShownCells = HashMap<(u32, u32), Shown>;

/// What a workbook shows otherwise than it stores.
#[derive(Default)]
pub(super) struct Written {
    /// Texts of several pieces, by their letters without a break.
    parted: HashMap<String, String>,
    sheets: HashMap<String, ShownCells>,
    merged: HashMap<String, Vec<MergedCells>>,
}

impl Written {
    /// Reads what an `.xls` file shows.
    pub fn of_xls(bytes: &[u8]) -> Written {
        biff8::read(bytes).unwrap_or_default()
    }

    /// Reads what an `.xlsx` file shows.
    pub fn of_xlsx(bytes: &[u8]) -> Written {
        packed::read(bytes).unwrap_or_default()
    }

    /// Reads what an `.xlsb` file shows.
    pub fn of_xlsb(bytes: &[u8]) -> Written {
        biff12::read(bytes).unwrap_or_default()
    }

    /// Reads what an `.ods` file shows.
    pub fn of_ods(bytes: &[u8]) -> Written {
        open_document::read(bytes).unwrap_or_default()
    }

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

#[cfg(test)]
mod tests;
