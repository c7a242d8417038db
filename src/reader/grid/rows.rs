//! Rows of cells with their places.

use crate::reader::cells::number;
use crate::reader::cells::number::ValueCell;
use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Location;

/// Maximum number of cells in a grid; the largest table by country has some 3,000.
pub(super) const MOST_CELLS: usize = 1_000_000;
/// Maximum number of columns in a row.
pub(super) const MOST_COLUMNS: usize = 1_000;

/// A sheet, page or file as rows of cells.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    /// The name of the sheet of a workbook.
    pub sheet: Option<String>,
    /// Whether it is a sheet that its workbook does not show.
    pub is_hidden: bool,
    /// The rows that are not empty.
    pub rows: Vec<GridRow>,
    /// In a page, the number of the table that each row belongs to, from 1; 0 is outside all
    /// tables.
    pub(super) tables: Vec<u32>,
    /// Whether it was drawn with bars, so that its decimal mark is unknown.
    pub is_drawn: bool,
    /// Whether it was saved with semicolons, as is usual where commas mark decimals.
    pub is_by_semicolons: bool,
    cells: usize,
}

/// A row of a grid.
#[derive(Debug, Default)]
pub(crate) struct GridRow {
    /// Line number in a text or row number in a sheet, from 1.
    pub number: u64,
    pub cells: Vec<Cell>,
}

/// A cell. Cells covered by another one that spans them are present and empty.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cell {
    /// The text, without blanks of any kind around it.
    pub text: String,
    /// Line and column in a text; row and column in a sheet.
    pub place: Location,
    /// Whether it is a number by its type, with a decimal point whatever the language.
    pub is_typed: bool,
    /// Whether a cell with a number, merged over several, covers this one.
    pub is_covered: bool,
    /// Whether that cell began in a row above.
    pub is_covered_from_above: bool,
}

/// How to recognise a table that does not start on the first line of a text, by its title and by
/// the header below it. Defined by the layouts, so that grids need not know them.
#[derive(Clone, Copy)]
pub(crate) struct TitledTables {
    /// Whether a line has the title of such a table.
    pub is_title: fn(&str) -> bool,
    /// Whether a grid has the header of such a table.
    pub has_head: fn(&Grid) -> bool,
}

impl GridRow {
    /// The text of a cell; empty if the row is shorter.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| &cell.text)
    }

    /// The place of a cell; that of the row if the row is shorter.
    pub fn place(&self, column: usize) -> Location {
        let line = Location {
            line: Some(self.number),
            column: None,
        };
        self.cells.get(column).map_or(line, |cell| cell.place)
    }
}

impl Grid {
    /// An empty sheet with this name.
    pub(super) fn of_sheet(sheet: Option<String>) -> Grid {
        Grid {
            sheet,
            ..Grid::default()
        }
    }

    /// The same grid, shown or hidden.
    pub(super) fn hidden(self, is_hidden: bool) -> Grid {
        Grid { is_hidden, ..self }
    }

    /// A text with this delimiter, still without rows.
    pub(super) fn parted_by(delimiter: u8) -> Grid {
        Grid {
            is_by_semicolons: delimiter == b';',
            ..Grid::default()
        }
    }

    /// A text drawn with bars, still without rows.
    pub(super) fn drawn() -> Grid {
        Grid {
            is_drawn: true,
            ..Grid::default()
        }
    }

    /// Whether several rows have a number next to something else.
    pub fn holds_figures(&self) -> bool {
        let has_figure = |row: &&GridRow| {
            let mut others = row.cells.iter().skip(1);
            others.any(|cell| is_number(&cell.text))
        };
        self.rows.iter().filter(has_figure).count() > 1
    }

    /// Adds a row that belongs to a table of a page.
    pub(super) fn push_in(&mut self, table: u32, row: GridRow) -> Result<(), InputError> {
        let before = self.rows.len();
        self.push(row)?;
        self.tables
            .extend((before < self.rows.len()).then_some(table));
        Ok(())
    }

    /// Adds a row, unless all its cells are empty.
    pub(super) fn push(&mut self, row: GridRow) -> Result<(), InputError> {
        self.cells += row.cells.len();
        if self.cells > MOST_CELLS || row.cells.len() > MOST_COLUMNS {
            return Err(InputError::File(FileError::TooManyCells));
        }
        if row.cells.iter().any(|cell| !cell.text.is_empty()) {
            self.rows.push(row);
        }
        Ok(())
    }
}

/// Whether the text of a merged cell is a number, which may be that of all the cells that it covers.
pub(super) fn is_number(text: &str) -> bool {
    matches!(number::read_cell(text), Ok(ValueCell::Given(..)))
}

/// Trims blanks of any kind.
pub(crate) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}')
    })
}
