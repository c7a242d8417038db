//! Tables whose head is no single line: rows of cells, each with its place.
//!
//! Web pages, workbooks and the CSV saved from them come in; what goes out is the same rows from
//! each, so that a layout is written once. What a file is, is told from its bytes, never its name.

mod bad_workbook;
mod csv;
mod hostile;
mod html;
mod json;
mod mhtml;
pub(crate) mod parquet;
mod sniff;
mod tables;
mod workbook;
mod xml_sheet;
mod xml_tags;

pub(crate) use sniff::{Kind, kind};
pub(crate) use tables::texts;

use crate::reader::bytes::decode;
use crate::reader::bytes::encoding::Encoding;
use crate::reader::cells::table::Located;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Place;

/// The cells a grid may have; the largest table by country has some 3,000.
const MOST_CELLS: usize = 1_000_000;
/// The columns a row may have.
const MOST_COLUMNS: usize = 1_000;

/// One sheet, page or file as rows of cells.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    /// The name of the sheet, in a workbook.
    pub sheet: Option<String>,
    /// The rows that hold anything.
    pub rows: Vec<Row>,
    /// Of a page, the number of the table that each row stands in, from 1; 0 is outside of any.
    tables: Vec<u32>,
    cells: usize,
}

/// One row.
#[derive(Debug, Default)]
pub(crate) struct Row {
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

/// The grids of a file, and how it was written.
///
/// # Errors
/// What is wrong with it, and where.
pub(crate) fn read(
    bytes: &[u8],
    kind: Kind,
    asked: Option<Encoding>,
    titled: &TitledTables,
) -> Result<(Vec<Grid>, Encoding), Located> {
    let of_file = |wrong: InputError| (Place::default(), wrong, None);
    match kind {
        Kind::Workbook => {
            let grids = workbook::read(bytes).map_err(of_file)?;
            Ok((grids, Encoding::Workbook))
        }
        Kind::Page => {
            let (grid, written) = page(bytes, asked).map_err(of_file)?;
            Ok((vec![grid], written))
        }
        Kind::Archive => {
            let pages = mhtml::pages(bytes).into_iter().map(|part| {
                let declared = asked.or(part.declared);
                page(&part.bytes, declared).or_else(|_| page(&part.bytes, None))
            });
            let pages = pages.collect::<Result<Vec<_>, _>>().map_err(of_file)?;
            let written = pages
                .first()
                .map_or(Encoding::Utf8, |(_, written)| *written);
            Ok((pages.into_iter().map(|(grid, _)| grid).collect(), written))
        }
        Kind::XmlSheet => {
            let text = decode::decode(bytes, asked).map_err(of_file)?;
            let grids = xml_sheet::read(&text.decode(&text.bytes)).map_err(of_file)?;
            Ok((grids, text.written))
        }
        Kind::Json => {
            let text = decode::decode(bytes, asked).map_err(of_file)?;
            Ok((json::read(&text.decode(&text.bytes))?, text.written))
        }
        Kind::Csv => {
            let text = decode::decode(bytes, asked).map_err(of_file)?;
            Ok((vec![csv::read(&text, titled)?], text.written))
        }
    }
}

/// A page, in the encoding asked for, else in the one that it names for itself where its bytes are
/// of it, else as its bytes show.
fn page(bytes: &[u8], asked: Option<Encoding>) -> Result<(Grid, Encoding), InputError> {
    const HEAD: usize = 4096;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let declared = head.split_once("charset=").and_then(|(_, rest)| {
        let name = rest.trim_start_matches(['"', '\'', ' ']);
        decode::declared(name.split(['"', '\'', ' ', '>', '/', ';']).next()?)
    });
    let is_utf8 = std::str::from_utf8(bytes).is_ok();
    let as_declared = declared
        .filter(|_| asked.is_none() && !is_utf8)
        .and_then(|declared| decode::decode(bytes, Some(declared)).ok());
    let text = match as_declared {
        Some(text) => text,
        None => decode::decode(bytes, asked)?,
    };
    let grid = html::read(&text.decode(&text.bytes))?;
    Ok((grid, text.written))
}

impl Row {
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
    /// One more row of a table of a page.
    fn push_in(&mut self, table: u32, row: Row) -> Result<(), InputError> {
        let before = self.rows.len();
        self.push(row)?;
        self.tables
            .extend((before < self.rows.len()).then_some(table));
        Ok(())
    }

    /// One more row; a row of empty cells is none.
    fn push(&mut self, row: Row) -> Result<(), InputError> {
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
