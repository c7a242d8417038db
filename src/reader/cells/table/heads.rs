//! Opens a table: finds its header and the lines above it.

use crate::reader::accounting::meaning::is_china;
use crate::reader::bytes::decode::Text;
use crate::reader::cells::aggregates::aggregate;
use crate::reader::cells::split;
use crate::reader::cells::split::Row;
use crate::reader::cells::table::{Line, Located, Table};
use crate::trade::Partner;

/// Maximum number of lines above a header.
pub(crate) const TITLES: usize = 40;

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

    /// The first lines of the file, split as the table is.
    pub fn lines_at_top(&self) -> Vec<Line> {
        Table::first_lines(self.text, Some(self.delimiter()))
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
}
