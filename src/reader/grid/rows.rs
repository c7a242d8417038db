//! Rows of cells, each with its place.

use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Place;

/// The cells a grid may have; the largest table by country has some 3,000.
pub(super) const MOST_CELLS: usize = 1_000_000;
/// The columns a row may have.
pub(super) const MOST_COLUMNS: usize = 1_000;

/// One sheet, page or file as rows of cells.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    /// The name of the sheet, in a workbook.
    pub sheet: Option<String>,
    /// The rows that hold anything.
    pub rows: Vec<GridRow>,
    /// Of a page, the number of the table that each row stands in, from 1; 0 is outside of any.
    pub(super) tables: Vec<u32>,
    cells: usize,
}

/// One row.
#[derive(Debug, Default)]
pub(crate) struct GridRow {
    /// Its line in a text, its row in a sheet, from 1.
    pub number: u64,
    pub cells: Vec<Cell>,
}

/// One cell; the cells that another one spreads over are there and empty.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cell {
    /// Without blanks of any kind around it.
    pub text: String,
    /// Line and column in a text; row and column in a sheet.
    pub place: Place,
}

/// How a text that is no table at its first line is known to hold one further down: by its title,
/// and by the head below that. The layouts know such tables; a grid does not.
#[derive(Clone, Copy)]
pub(crate) struct TitledTables {
    /// Whether a line holds the title of one.
    pub is_title: fn(&str) -> bool,
    /// Whether a grid holds the head of one.
    pub has_head: fn(&Grid) -> bool,
}

impl GridRow {
    /// The text of a cell; empty where the row is shorter.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| &cell.text)
    }

    /// The place of a cell; that of the row where the row is shorter.
    pub fn place(&self, column: usize) -> Place {
        let line = Place {
            line: Some(self.number),
            column: None,
        };
        self.cells.get(column).map_or(line, |cell| cell.place)
    }
}

impl Grid {
    /// A sheet of this name without a row.
    pub(super) fn of_sheet(sheet: Option<String>) -> Grid {
        Grid {
            sheet,
            ..Grid::default()
        }
    }

    /// One more row of a table of a page.
    pub(super) fn push_in(&mut self, table: u32, row: GridRow) -> Result<(), InputError> {
        let before = self.rows.len();
        self.push(row)?;
        self.tables
            .extend((before < self.rows.len()).then_some(table));
        Ok(())
    }

    /// One more row; a row of empty cells is none.
    pub(super) fn push(&mut self, row: GridRow) -> Result<(), InputError> {
        self.cells += row.cells.len();
        if self.cells > MOST_CELLS || row.cells.len() > MOST_COLUMNS {
            return Err(InputError::TooManyCells);
        }
        if row.cells.iter().any(|cell| !cell.text.is_empty()) {
            self.rows.push(row);
        }
        Ok(())
    }
}

/// Without blanks of any kind around it.
pub(crate) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}')
    })
}
