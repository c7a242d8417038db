//! Reads CSV saved from a table with titles: rows of any length, often with empty first fields.

use crate::reader::bytes::decode::Text;
use crate::reader::cells::split;
use crate::reader::cells::split::Splitter;
use crate::reader::cells::table::Located;
use crate::reader::errors::problems::Location;
use crate::reader::grid::{Cell, Grid, GridRow, TitledTables, trimmed};

/// The rows of a text, split at the delimiter that yields a titled table, otherwise at commas.
pub(crate) fn read(text: &Text<'_>, titled: &TitledTables) -> Result<Grid, Located> {
    let tables = [b'\t', b';'].into_iter().find_map(|delimiter| {
        let grid = rows(text, delimiter).ok()?;
        (titled.has_head)(&grid).then_some(grid)
    });
    tables.map_or_else(|| rows(text, b','), Ok)
}

fn rows(text: &Text<'_>, delimiter: u8) -> Result<Grid, Located> {
    let bytes: &[u8] = &text.bytes;
    let mut splitter = Splitter::new(bytes, delimiter);
    let mut split = split::Row::default();
    let mut grid = Grid::parted_by(delimiter);
    let mut cursor = LineCursor::new(text);
    loop {
        match splitter.next(&mut split) {
            Ok(true) => {}
            Ok(false) => return Ok(grid),
            Err(torn) => {
                let (offset, wrong) = torn.blame();
                return Err((cursor.place(offset), wrong, None));
            }
        }
        let fields = split.fields.iter().map(|field| Cell {
            text: trimmed(&text.decode(&field.meant(bytes))).to_owned(),
            place: cursor.place(field.at),
            ..Cell::default()
        });
        let row = GridRow {
            number: split.line,
            cells: fields.collect(),
        };
        grid.push(row)
            .map_err(|wrong| (cursor.place(split.start), wrong, None))?;
    }
}

/// Converts rising offsets to lines and columns, looking at each byte once.
struct LineCursor<'t> {
    text: &'t Text<'t>,
    at: usize,
    line: u64,
    column: u64,
}

impl<'t> LineCursor<'t> {
    fn new(text: &'t Text<'t>) -> LineCursor<'t> {
        LineCursor {
            text,
            at: 0,
            line: 1,
            column: 1,
        }
    }

    fn place(&mut self, offset: usize) -> Location {
        let bytes: &[u8] = &self.text.bytes;
        let offset = offset.clamp(self.at, bytes.len());
        let line_ends = split::line_ends(&bytes[self.at..offset]);
        let start = if line_ends > 0 {
            self.line += line_ends;
            self.column = 1;
            split::line_start(bytes, offset)
        } else {
            self.at
        };
        self.column += self.text.decode(&bytes[start..offset]).chars().count() as u64;
        self.at = offset;
        Location {
            line: Some(self.line),
            column: Some(self.column),
        }
    }
}
