//! The cells and rows of the tables of a page, with those that span several.

use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Location;
use crate::reader::grid::Cell;
use crate::reader::grid::html::{OpenCell, Reader, TextRun, one_line, row_at};
use crate::reader::grid::rows::is_number;
use html5gum::StartTag;

/// Maximum number of rows or columns that a cell spans, as in browsers.
const MOST_SPAN: usize = 1_000;

impl Reader {
    pub(super) fn start_cell(
        &mut self,
        tag: &StartTag<usize>,
        place: Location,
    ) -> Result<(), InputError> {
        self.end_cell()?;
        self.raised = 0;
        let span = |name: &[u8]| {
            let value = tag.attributes.get(name).map(|value| &**value.value);
            let digits = value.and_then(|value| std::str::from_utf8(value).ok());
            let number = digits.and_then(|digits| digits.trim().parse::<usize>().ok());
            number.unwrap_or(1).clamp(1, MOST_SPAN)
        };
        let (columns, rows) = (span(b"colspan"), span(b"rowspan"));
        if let Some(table) = self.tables.last_mut() {
            table.row.get_or_insert_with(|| row_at(place));
            table.cell = Some(OpenCell {
                piece: TextRun::default(),
                place,
                columns,
                rows,
            });
        }
        Ok(())
    }

    pub(super) fn end_cell(&mut self) -> Result<(), InputError> {
        let Some(table) = self.tables.last_mut() else {
            return Ok(());
        };
        let Some(cell) = table.cell.take() else {
            return Ok(());
        };
        let mut row = table.row.take().unwrap_or_else(|| row_at(cell.place));
        // A cell from an earlier row may span the next columns.
        while table
            .spans
            .get(row.cells.len())
            .is_some_and(|rows| *rows > 0)
        {
            let is_covered = table.of_value.get(row.cells.len()) == Some(&true);
            row.cells.push(Cell {
                place: row.place(usize::MAX),
                is_covered,
                is_covered_from_above: is_covered,
                ..Cell::default()
            });
        }
        let place = cell.piece.place.unwrap_or(cell.place);
        let first = row.cells.len();
        row.cells.push(Cell {
            text: one_line(&cell.piece.text),
            place,
            ..Cell::default()
        });
        let is_value = is_number(&row.cells[first].text);
        let spread = Cell {
            place,
            is_covered: is_value,
            ..Cell::default()
        };
        row.cells.resize(first + cell.columns, spread);
        if row.cells.len() > crate::reader::grid::MOST_COLUMNS {
            return Err(InputError::File(FileError::TooManyCells));
        }
        if table.spans.len() < row.cells.len() {
            table.spans.resize(row.cells.len(), 0);
        }
        table.spans[first..row.cells.len()].fill(cell.rows);
        table
            .of_value
            .resize(table.spans.len().max(table.of_value.len()), false);
        table.of_value[first..row.cells.len()].fill(is_value);
        table.row = Some(row);
        Ok(())
    }

    pub(super) fn end_table(&mut self) -> Result<(), InputError> {
        self.end_row()?;
        self.tables.pop();
        Ok(())
    }

    pub(super) fn end_row(&mut self) -> Result<(), InputError> {
        self.end_cell()?;
        let Some(table) = self.tables.last_mut() else {
            return Ok(());
        };
        let Some(mut row) = table.row.take() else {
            return Ok(());
        };
        // Cells from earlier rows may span the last columns.
        while row.cells.len() < table.spans.len() {
            let column = row.cells.len();
            let is_spanned = table.spans[column] > 0;
            let is_covered = is_spanned && table.of_value.get(column) == Some(&true);
            row.cells.push(Cell {
                place: row.place(usize::MAX),
                is_covered,
                is_covered_from_above: is_covered,
                ..Cell::default()
            });
        }
        for span in &mut table.spans {
            *span = span.saturating_sub(1);
        }
        while table.spans.last() == Some(&0) {
            table.spans.pop();
        }
        let number = table.number;
        self.grid.push_in(number, row)
    }
}
