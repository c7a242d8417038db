//! Tables with headers of several lines, as rows of cells with their places.
//!
//! Web pages, workbooks and CSV saved from them all become the same rows, so that a layout is
//! implemented only once. The kind of a file is recognised by its bytes, never by its name.

mod bad_workbook;
mod csv;
mod drawn;
mod hostile;
mod html;
mod json;
mod lines;
mod mhtml;
pub(crate) mod parquet;
mod rows;
mod sniff;
mod tables;
mod workbook;
mod written;
mod xml_sheet;
mod xml_tags;

pub(crate) use rows::{Cell, Grid, GridRow, TitledTables, trimmed};
use rows::{MOST_CELLS, MOST_COLUMNS};
pub(crate) use sniff::{GridKind, kind};
pub(crate) use tables::texts;

use crate::reader::bytes::decode;
use crate::reader::bytes::encoding::Encoding;
use crate::reader::cells::table::Located;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Location;

/// The grids of a file, and its encoding.
///
/// # Errors
/// What is wrong with the file, and where.
pub(crate) fn read(
    bytes: &[u8],
    kind: GridKind,
    asked: Option<Encoding>,
    titled: &TitledTables,
) -> Result<(Vec<Grid>, Encoding), Located> {
    let of_file = |wrong: InputError| (Location::default(), wrong, None);
    match kind {
        GridKind::Workbook => {
            let grids = workbook::read(bytes).map_err(of_file)?;
            Ok((grids, Encoding::Workbook))
        }
        GridKind::Page => {
            let (grid, written) = page(bytes, asked).map_err(of_file)?;
            Ok((vec![grid], written))
        }
        GridKind::Archive => {
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
        GridKind::XmlSheet => {
            let text = decode::decode(bytes, asked).map_err(of_file)?;
            let grids = xml_sheet::read(&text.decode(&text.bytes)).map_err(of_file)?;
            Ok((grids, text.written))
        }
        GridKind::Json => {
            let text = decode::decode(bytes, asked).map_err(of_file)?;
            Ok((json::read(&text.decode(&text.bytes))?, text.written))
        }
        GridKind::Drawn => {
            let text = decode::decode(bytes, asked).map_err(of_file)?;
            Ok((vec![drawn::read(&text.decode(&text.bytes))?], text.written))
        }
        GridKind::Csv => {
            let text = decode::decode(bytes, asked).map_err(of_file)?;
            Ok((vec![csv::read(&text, titled)?], text.written))
        }
    }
}

/// Decodes a page: in the encoding asked for, else in the one it declares if its bytes are valid in
/// it, else in the one detected.
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
