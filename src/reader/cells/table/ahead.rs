//! Looks at the rows to come without advancing.

use crate::reader::cells::split::Row;
use crate::reader::cells::table::{Line, Table};

impl Table<'_> {
    /// Up to `limit` of the next rows, without advancing.
    pub fn ahead(&self, limit: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        if limit > 0 {
            self.look_ahead(|line| {
                lines.push(line);
                lines.len() < limit
            });
        }
        lines
    }

    /// Shows the next rows one by one, without advancing, until `see` has seen enough.
    pub fn look_ahead(&self, mut see: impl FnMut(Line) -> bool) {
        self.look_ahead_typed(|line, _| see(line));
    }

    /// The same, with a function that says which fields of the row are numbers by type.
    pub fn look_ahead_typed(&self, mut see: impl FnMut(Line, &dyn Fn(usize) -> bool) -> bool) {
        let mut splitter = self.splitter.clone();
        let mut row = Row::default();
        loop {
            match splitter.next(&mut row) {
                Ok(false) => return,
                Ok(true) => {
                    let cells = row.fields.iter().map(|field| self.read(field).into_owned());
                    let line = Line {
                        line: self.line_of(row.line),
                        cells: cells.collect(),
                    };
                    if !see(line, &|column| self.is_typed_in(row.line, column)) {
                        return;
                    }
                }
                Err(_) => {}
            }
        }
    }
}
