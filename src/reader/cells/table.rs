//! A text as a table: its header, rows, and the lines above and below.

mod ahead;
mod next_row;

use crate::reader::accounting::meaning::is_china;
use crate::reader::bytes::decode::Text;
use crate::reader::cells::aggregates::aggregate;
use crate::reader::cells::split;
use crate::reader::cells::split::{Field, Row, Splitter};
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Location;
use crate::trade::Partner;
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

/// Maximum number of lines above a header.
pub(crate) const TITLES: usize = 40;

/// A column of names that may be split by commas, and a test for such a name.
pub(crate) struct Repairable {
    pub column: usize,
    pub is_name: fn(&str) -> bool,
}

/// An error with its place and the offending text.
pub(crate) type Located = (Location, InputError, Option<String>);

impl<'t> Table<'t> {
    /// Reads the header; `None` if the file has only blank lines.
    pub fn open(text: &'t Text<'t>) -> Result<Option<Table<'t>>, Located> {
        let mut table = Table::new(text, None);
        loop {
            match table.splitter.next(&mut table.header_row) {
                Ok(false) => return Ok(None),
                Ok(true) => {}
                Err(torn) => return Err(table.torn(&table.header_row, torn)),
            }
            let fields = table.header_row.fields.iter();
            table.header = fields.map(|field| table.read(field).into_owned()).collect();
            while table.header.last().is_some_and(String::is_empty) {
                table.header.pop();
            }
            if !table.header.is_empty() {
                return Ok(Some(table));
            }
        }
    }

    fn new(text: &'t Text<'t>, delimiter: Option<u8>) -> Table<'t> {
        Table {
            text,
            splitter: split::splitter(&text.bytes, delimiter),
            header: Vec::new(),
            header_row: Row::default(),
            titles: Vec::new(),
            ragged: false,
            notes_below: false,
            notes: Vec::new(),
            row: Row::default(),
            mendable: None,
            repaired: None,
            rows: 0,
            fewest: None,
            ends: None,
            incomplete_last_line: None,
            repeated_headers: Vec::new(),
        }
    }

    /// The first lines of the file, split at this delimiter. Lines that cannot be split are empty.
    pub fn first_lines(text: &'t Text<'t>, delimiter: Option<u8>) -> Vec<Line> {
        const MORE: usize = 10;
        let mut table = Table::new(text, delimiter);
        let mut lines = Vec::new();
        while lines.len() < TITLES + MORE && table.splitter.next(&mut table.header_row) != Ok(false)
        {
            lines.push(Line {
                line: table.line_of(table.header_row.line),
                cells: table.cells_of_header(),
            });
        }
        lines
    }

    /// Opens the table below `titles` lines of titles, with a header of `heads` lines that are
    /// joined column by column. Rows may be ragged.
    ///
    /// After the first, header lines for which `leave_out` is true are treated as titles.
    pub fn open_at(
        text: &'t Text<'t>,
        delimiter: Option<u8>,
        titles: usize,
        heads: usize,
        leave_out: fn(&[String]) -> bool,
    ) -> Option<Table<'t>> {
        let mut table = Table::new(text, delimiter);
        table.ragged = true;
        for _ in 0..titles {
            if table.splitter.next(&mut table.header_row) == Ok(false) {
                return None;
            }
            let cells = table.cells_of_header();
            table.titles.push(Line {
                line: table.line_of(table.header_row.line),
                cells,
            });
        }
        let mut lines = Vec::new();
        let mut first = None;
        for _ in 0..heads {
            table
                .splitter
                .next(&mut table.header_row)
                .ok()
                .filter(|more| *more)?;
            let cells = table.cells_of_header();
            match first {
                Some(_) if leave_out(&cells) => table.titles.push(Line {
                    line: table.line_of(table.header_row.line),
                    cells,
                }),
                _ => lines.push(cells),
            }
            first.get_or_insert_with(|| table.header_row.clone());
        }
        table.header = joined(&lines);
        table.header_row = first?;
        Some(table)
    }

    fn cells_of_header(&self) -> Vec<String> {
        let fields = self.header_row.fields.iter();
        let mut cells: Vec<String> = fields.map(|field| self.read(field).into_owned()).collect();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        // The comma of `Unit:US$1,000` separates no columns.
        let of_unit = |cell: &String| {
            let is_marked = ["unit", "单位", "單位", "단위"]
                .iter()
                .any(|word| cell.to_lowercase().contains(word));
            is_marked && cell.ends_with(|c: char| c.is_ascii_digit())
        };
        let is_rest = |cell: &String| cell.trim_end_matches([')', '）', ' ']) == "000";
        if let Some(at) = cells.iter().position(of_unit)
            && cells.get(at + 1).is_some_and(is_rest)
        {
            let rest = cells.remove(at + 1);
            cells[at] = format!("{},{rest}", cells[at]);
        }
        cells
    }

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

    /// Number of fields in the header, including nameless ones, and whether all named ones are
    /// quoted.
    pub fn header_form(&self) -> (usize, bool) {
        let fields = &self.header_row.fields;
        let named = fields.iter().take(self.header.len());
        (fields.len(), named.into_iter().all(|field| field.quoted))
    }

    /// The line of the header, if known.
    pub fn header_line(&self) -> Option<u64> {
        (self.header_row.line > 0).then_some(self.line_of(self.header_row.line))
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

/// Joins the lines of a header. A cell that spans several columns is filled in the first of them
/// only.
pub(crate) fn joined(lines: &[Vec<String>]) -> Vec<String> {
    let width = lines.iter().map(Vec::len).max().unwrap_or(0);
    let last = lines.len().saturating_sub(1);
    let mut names = vec![String::new(); width];
    // pandas writes the name of its index alone below the levels of the columns. It replaces
    // everything above it.
    let index = lines
        .last()
        .filter(|line| last > 0 && line.iter().filter(|cell| !cell.is_empty()).count() == 1)
        .and_then(|line| line.first())
        .filter(|cell| !cell.is_empty());
    for (at, line) in lines.iter().enumerate() {
        let mut above = "";
        let are_partners = last > 0 && are_countries(line);
        for (column, name) in names.iter_mut().enumerate() {
            let own = line.get(column).map_or("", String::as_str);
            // Cells of the last line span nothing, and neither does the first column.
            let spans = at < last && column > 0 && own.is_empty();
            above = if spans { above } else { own };
            if column == 0 {
                above = "";
                name.push_str(&format!(" {own}"));
            } else if are_partners && !above.is_empty() {
                // A country on a line of its own is the partner, not the reporter.
                name.push_str(&format!(" with {above}"));
            } else {
                name.push_str(&format!(" {above}"));
            }
            *name = name.trim().to_owned();
        }
    }
    if let (Some(index), Some(name)) = (index, names.first_mut()) {
        index.clone_into(name);
    }
    names
}

/// Whether a header line consists of partners and sums of partners after its first cell. China does
/// not count, since it may be the reporter.
fn are_countries(line: &[String]) -> bool {
    let mut filled = line.iter().skip(1).filter(|cell| !cell.is_empty());
    let is_one = |cell: &String| match Partner::find(cell) {
        Some(place) => !is_china(place),
        None => aggregate(cell).is_some(),
    };
    filled.clone().any(|cell| Partner::find(cell).is_some()) && filled.all(is_one)
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
