//! A text as a table: its header, rows, and the lines above and below.

mod ahead;
pub(crate) mod heads;
mod next_row;

use crate::reader::bytes::decode::Text;
use crate::reader::cells::split;
use crate::reader::cells::split::{Field, Row, Splitter};
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Location;
use std::borrow::Cow;
use std::hash::{BuildHasher, Hasher};

/// A file as a header and the rows below it.
pub(crate) struct Table<'t> {
    text: &'t Text<'t>,
    splitter: Splitter<'t>,
    /// The column names, trimmed, without nameless columns at the end.
    pub header: Vec<String>,
    header_row: Row,
    /// The lines above the header, in layouts that allow them.
    pub titles: Vec<Line>,
    /// Whether rows may be shorter or longer than the header. The layout then checks the width
    /// itself, for instance because notes follow the table.
    pub ragged: bool,
    /// Whether lines of text between or below the rows are notes.
    pub notes_below: bool,
    /// The lines of text between or below the rows, if they are notes.
    pub notes: Vec<Line>,
    /// The current row.
    row: Row,
    /// The column of names in which an unquoted comma may have split a field.
    mendable: Option<Repairable>,
    /// Number of repaired rows, and the line of the first.
    pub repaired: Option<(u64, u64)>,
    /// Number of rows read.
    pub rows: u64,
    /// Smallest number of fields in the rows so far, including nameless ones.
    fewest: Option<usize>,
    /// The numbers at the ends of the rows so far.
    ends: Option<Ends>,
    /// The line and the number that end the file without a line end, with fewer decimals than those
    /// above.
    pub incomplete_last_line: Option<(u64, String)>,
    /// Lines on which the header is repeated, as in two downloads joined into one file.
    pub repeated_headers: Vec<u64>,
}

/// Numbers that end rows.
#[derive(Clone, Copy)]
struct Ends {
    count: u64,
    /// The fewest decimals.
    decimals: usize,
    /// The fewest digits before them.
    digits: usize,
    /// Whether any has a zero at the end of its decimals, which spreadsheets drop.
    keeps_zeros: bool,
}

/// A line as cells, without empty ones at the end.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Line {
    pub line: u64,
    pub cells: Vec<String>,
}

/// A column of names that may be split by commas, and a test for such a name.
pub(crate) struct Repairable {
    pub column: usize,
    pub is_name: fn(&str) -> bool,
}

/// An error with its place and the offending text.
pub(crate) type Located = (Location, InputError, Option<String>);

impl<'t> Table<'t> {
    /// Number of fields in the row, without empty ones beyond the header.
    pub fn width(&self) -> usize {
        self.row.fields.len()
    }

    /// From now on, repairs rows that an unquoted comma in this column made one field too long.
    pub fn repair(&mut self, mendable: Repairable) {
        self.mendable = Some(mendable);
    }

    /// The offset and the line at which the rows begin.
    pub fn body(&self) -> (usize, u64) {
        self.splitter.place()
    }

    /// Bytes read, and bytes in total.
    pub fn part_read(&self) -> (usize, usize) {
        (self.splitter.place().0, self.text.bytes.len())
    }

    /// The delimiter.
    pub fn delimiter(&self) -> u8 {
        self.splitter.delimiter()
    }

    /// The line on which the row begins, or its row in a sheet.
    pub fn line(&self) -> u64 {
        self.line_of(self.row.line)
    }

    fn line_of(&self, line: u64) -> u64 {
        let places = self.text.places.as_ref();
        places.map_or(line, |places| places.line(line))
    }

    /// Whether a field of the row is a number by its type, as in a workbook.
    pub fn is_typed(&self, column: usize) -> bool {
        self.is_typed_in(self.row.line, column)
    }

    /// Whether a merged cell with a number covers a field of the row.
    pub fn is_covered(&self, column: usize) -> bool {
        let places = self.text.places.as_ref();
        places.is_some_and(|places| places.is_covered(self.row.line, column))
    }

    /// Whether a field of the line with this number in the text is a number by its type.
    pub(super) fn is_typed_in(&self, line: u64, column: usize) -> bool {
        let places = self.text.places.as_ref();
        places.is_some_and(|places| places.is_typed(line, column))
            || self
                .text
                .typed_columns
                .get(column)
                .copied()
                .unwrap_or(false)
    }

    /// Whether commas group digits unless another cell shows that they mark decimals: the table is one
    /// of a page, a workbook or the like.
    pub fn has_commas_for_groups(&self) -> bool {
        self.text
            .places
            .as_ref()
            .is_some_and(|places| places.commas_group)
    }

    /// The name of the sheet that contains the table.
    pub fn sheet(&self) -> Option<&'t str> {
        self.text.places.as_ref()?.sheet.as_deref()
    }

    /// The decoded text of a field, without blanks of any kind around it.
    pub fn cell(&self, column: usize) -> Cow<'t, str> {
        self.row
            .fields
            .get(column)
            .map_or(Cow::Borrowed(""), |field| self.read(field))
    }

    /// The bytes of a field, as a key for caches.
    pub fn raw(&self, column: usize) -> &'t [u8] {
        let bytes: &'t [u8] = &self.text.bytes;
        self.row
            .fields
            .get(column)
            .map_or(&[], |field| field.raw(bytes))
    }

    /// A hash of all cells of the row, never 0. Rows with equal cells have equal hashes, whatever
    /// their quotes, thousands separators and case. A cell for which `meant` returns a number is
    /// hashed by that number.
    pub fn cells_hash(&self, meant: impl Fn(usize) -> Option<u64>) -> u64 {
        let mut hasher = foldhash::fast::FixedState::with_seed(1).build_hasher();
        let bytes: &'t [u8] = &self.text.bytes;
        for (column, field) in self.row.fields.iter().enumerate() {
            let cell = field.meant(bytes);
            if let Some(number) = meant(column) {
                hasher.write_u64(number);
                hasher.write_u8(0xff);
                continue;
            }
            match is_grouped(&cell) {
                true => {
                    let digits = cell.iter().copied().filter(|byte| *byte != b',');
                    hasher.write(&digits.collect::<Vec<u8>>());
                }
                // In two-byte encodings, an ASCII letter may be half of a character.
                false if cell.is_ascii() => hasher.write(&cell.to_ascii_lowercase()),
                false => hasher.write(&cell),
            }
            hasher.write_u8(0xff);
        }
        hasher.finish().max(1)
    }

    /// The place of a field of the row.
    pub fn place(&self, column: usize) -> Location {
        self.place_in(&self.row, column)
    }

    /// The place of a column's name.
    pub fn header_place(&self, column: usize) -> Location {
        self.place_in(&self.header_row, column)
    }

    fn place_in(&self, row: &Row, column: usize) -> Location {
        if let Some(places) = &self.text.places {
            return places.cell(row.line, column);
        }
        match row.fields.get(column) {
            Some(field) => self.place_of(row, field.at),
            None => Location::default(),
        }
    }

    fn place_of(&self, row: &Row, offset: usize) -> Location {
        let bytes: &[u8] = &self.text.bytes;
        let start = split::line_start(bytes, offset);
        let before = self.text.decode(&bytes[start..offset]);
        Location {
            line: Some(row.line + split::line_ends(&bytes[row.start..offset])),
            column: Some(1 + before.chars().count() as u64),
        }
    }

    fn read(&self, field: &Field) -> Cow<'t, str> {
        let bytes: &'t [u8] = &self.text.bytes;
        let trimmed = |text: &str| {
            text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'))
                .to_owned()
        };
        match field.meant(bytes) {
            Cow::Borrowed([]) => Cow::Borrowed(""),
            // As nearly all cells are. What is marked as text is left to the next arm, and blanks of any
            // kind at the ends to the one after it: in GB18030 they may end like letters.
            Cow::Borrowed(raw @ [b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z', ..])
                if self.text.is_utf8() && raw.last().is_some_and(u8::is_ascii_graphic) =>
            {
                self.text.decode(raw)
            }
            Cow::Borrowed(raw) if raw.is_ascii() => self.text.decode(as_text(raw)),
            Cow::Borrowed(raw) => Cow::Owned(trimmed(&self.text.decode(raw))),
            Cow::Owned(raw) => Cow::Owned(trimmed(&self.text.decode(as_text(&raw)))),
        }
    }
}

/// The content of a cell that is marked as text, `="201709"` or `'2701`, which keeps spreadsheets
/// from turning codes into numbers.
fn as_text(raw: &[u8]) -> &[u8] {
    match raw {
        [b'=', b'"', text @ .., b'"'] if !text.contains(&b'"') => text.trim_ascii(),
        [b'\'', text @ ..] if !text.is_empty() && text.iter().all(u8::is_ascii_digit) => text,
        raw => raw,
    }
}

/// Whether a cell is a whole number with thousands separators, `1,234,567`.
fn is_grouped(cell: &[u8]) -> bool {
    let mut groups = cell.split(|byte| *byte == b',');
    let digits = |group: &[u8]| group.iter().all(u8::is_ascii_digit);
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    (1..=3).contains(&first.len())
        && digits(first)
        && rest.peek().is_some()
        && rest.all(|group| group.len() == 3 && digits(group))
}

#[cfg(test)]
mod tests;
