//! Converts the tables of a grid to texts with one line per row, so that every layout for CSV can
//! read them. The places of the cells are kept.

use crate::reader::bytes::decode::Text;
use crate::reader::bytes::encoding::Encoding;
use crate::reader::bytes::places::Places;
use crate::reader::cells::number::{PIECES, must_be_parted};
use crate::reader::grid::rows::is_number;
use crate::reader::grid::{Cell, Grid, GridRow};
use std::borrow::Cow;

/// Maximum number of lines above and below a table in a page that are kept with it.
const AROUND: usize = 40;

/// One text for each table. A sheet is one table; a page has several, each with the lines of text
/// directly above and below it.
pub(crate) fn texts(grids: &[Grid], written: Encoding) -> Vec<Text<'static>> {
    grids
        .iter()
        .flat_map(|grid| grid.parts().into_iter().map(move |rows| (grid, rows)))
        .map(|(grid, rows)| text(grid, &rows, written))
        .collect()
}

/// Beginnings of the notes below a table.
const NOTES: [&str; 13] = [
    "note",
    "source",
    "remark",
    "*",
    "1)",
    "(1)",
    "注",
    "资料来源",
    "来源",
    "数据来源",
    "주",
    "출처",
    "자료",
];

impl Grid {
    /// The rows of each table.
    fn parts(&self) -> Vec<Vec<&GridRow>> {
        if self.rows.is_empty() {
            return Vec::new();
        }
        if self.tables.is_empty() {
            return vec![self.rows.iter().collect()];
        }
        let last = self.tables.iter().copied().max().unwrap_or(0);
        (1..=last).filter_map(|number| self.part(number)).collect()
    }

    fn part(&self, number: u32) -> Option<Vec<&GridRow>> {
        let within = |table: &u32| *table == number;
        let first = self.tables.iter().position(within)?;
        let end = self.tables.iter().rposition(within)? + 1;
        let mut rows = self.above(first);
        rows.extend(&self.rows[first..end]);
        rows.extend(self.below(end));
        Some(rows)
    }

    /// The lines of text above a table, also above one of links or pictures that stands between.
    fn above(&self, first: usize) -> Vec<&GridRow> {
        /// A heading, above a table that is none of figures.
        const OVER: usize = 3;
        let (mut rows, mut left) = (Vec::new(), AROUND);
        let mut at = first;
        while let Some(before) = at.checked_sub(1).filter(|_| left > 0) {
            let row = &self.rows[before];
            let table = self.tables.get(before).copied().unwrap_or(0);
            if is_text(row) {
                rows.push(row);
                left -= 1;
            } else if table != 0 && !self.has_figures(table) {
                left = left.min(OVER);
            } else {
                break;
            }
            at = before;
        }
        rows.reverse();
        rows
    }

    /// The lines of text below a table. If another table follows, they are titles of that one, unless
    /// they begin as notes do.
    fn below(&self, end: usize) -> Vec<&GridRow> {
        let after = &self.rows[end..];
        let count = after
            .iter()
            .take(AROUND)
            .take_while(|row| is_text(row))
            .count();
        let following = self.tables.iter().skip(end);
        let is_last = following.max().copied().unwrap_or(0) == 0;
        let is_note = |row: &&GridRow| {
            let text = row.cells.iter().map(|cell| &*cell.text);
            let text = text.collect::<String>().to_lowercase();
            NOTES.iter().any(|begin| text.starts_with(begin))
        };
        let lines = after[..count].iter();
        match is_last {
            true => lines.collect(),
            false => lines.take_while(is_note).collect(),
        }
    }

    /// Whether a table of a page has a row with a number beside something else.
    fn has_figures(&self, table: u32) -> bool {
        let rows = self.rows.iter().zip(&self.tables);
        let mut own = rows.filter(|(_, of)| **of == table);
        own.any(|(row, _)| row.cells.iter().skip(1).any(|cell| is_number(&cell.text)))
    }
}

/// Whether a row is a line of text.
fn is_text(row: &GridRow) -> bool {
    let filled = row.cells.iter().filter(|cell| !cell.text.is_empty());
    filled.count() == 1
}

/// Adds a text to be put between quotes. A line end in it becomes a blank; digits on both sides of it
/// are kept apart, since they are not groups of one number.
pub(super) fn push_quoted(lines: &mut String, text: &str) {
    for (at, c) in text.char_indices() {
        match c {
            '"' => lines.push_str("\"\""),
            '\n' if must_be_parted(&text[..at], &text[at + 1..]) => {
                lines.push(PIECES);
                lines.push(' ');
            }
            '\r' | '\n' | '\t' | '\0' => lines.push(' '),
            c => lines.push(c),
        }
    }
}

/// Marks the numbers that stand for several rows, each with texts of its own: a value merged over two
/// partners is that of neither.
fn cover_shared(rows: &[&GridRow], covered: &mut [Vec<bool>]) {
    let is_text = |cell: &Cell| !cell.text.is_empty() && !cell.is_covered;
    for at in 1..covered.len() {
        for column in 0..covered[at].len() {
            let cell = rows[at].cells.get(column);
            let is_shared = cell.is_some_and(|cell| cell.is_covered_from_above);
            if !is_shared || !rows[at].cells.iter().any(is_text) {
                continue;
            }
            let mut above = (0..at).rev();
            let first = above.find(|row| {
                let cell = rows[*row].cells.get(column);
                cell.is_none_or(|cell| !cell.is_covered)
            });
            if let Some(first) = first
                && !rows[first].text(column).is_empty()
                && let Some(mark) = covered[first].get_mut(column)
            {
                *mark = true;
            }
        }
    }
}

/// Rows as lines of quoted fields, all with the same number of fields.
fn text(grid: &Grid, rows: &[&GridRow], written: Encoding) -> Text<'static> {
    // With commas as delimiters, the decimal mark would be a point.
    let delimiter = '\t';
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let mut lines = String::new();
    let mut places = Places {
        sheet: grid.sheet.clone(),
        rows: Vec::with_capacity(rows.len()),
        typed: Vec::new(),
        covered: Vec::new(),
        commas_group: !grid.is_drawn,
    };
    let marks = |mark: fn(&Cell) -> bool| -> Vec<Vec<bool>> {
        let of_row = |row: &&GridRow| row.cells.iter().map(mark).collect();
        match rows.iter().any(|row| row.cells.iter().any(mark)) {
            true => rows.iter().map(of_row).collect(),
            false => Vec::new(),
        }
    };
    places.typed = marks(|cell| cell.is_typed);
    places.covered = marks(|cell| cell.is_covered);
    cover_shared(rows, &mut places.covered);
    for row in rows {
        for column in 0..width {
            let text = row.text(column);
            if column > 0 {
                lines.push(delimiter);
            }
            lines.push('"');
            push_quoted(&mut lines, text);
            lines.push('"');
        }
        lines.push('\n');
        let cells = row.cells.iter().map(|cell| cell.place);
        places.rows.push((row.number, cells.collect()));
    }
    Text {
        bytes: Cow::Owned(lines.into_bytes()),
        encoding: Encoding::Utf8,
        written,
        places: Some(places),
        typed_columns: Vec::new(),
    }
}
