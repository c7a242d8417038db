//! Reads the sheets of workbooks: `.xls`, `.xlsx`, `.xlsb` and `.ods`, distinguished by their
//! bytes.
//!
//! A number in a sheet has no printed text. It becomes the shortest decimal for its value:
//! `134949.0700` comes out as `134949.07`. Its rounding is inferred from its column.

use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Location;
use crate::reader::grid::bad_workbook::{MOST_ROWS, bad};
use crate::reader::grid::rows::is_number;
use crate::reader::grid::written;
use crate::reader::grid::written::{DateShown, MergedCells, Shown, Written};
use crate::reader::grid::{Cell, Grid, GridRow, MOST_COLUMNS, hostile, trimmed};
use calamine::{Data, DataRef, Ods, Reader, SheetType, SheetVisible, Xls, Xlsb, Xlsx};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use zip::ZipArchive;

/// Maximum size of the texts of all cells of a workbook, in bytes.
const MOST_TEXT: usize = 64 << 20;
/// Most decimals that the format of a cell adds.
const MOST_DECIMALS: usize = 9;
/// Number of significant digits in a spreadsheet. Further digits are noise from binary fractions.
const DIGITS: usize = 15;

/// The file formats of workbooks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Made {
    Xls,
    Xlsx,
    Xlsb,
    Ods,
}

/// Whether the bytes are a workbook.
pub(crate) fn is_one(bytes: &[u8]) -> bool {
    made(bytes).is_some()
}

fn made(bytes: &[u8]) -> Option<Made> {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(Made::Xls);
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("xl/workbook.xml") {
        Some(Made::Xlsx)
    } else if has("xl/workbook.bin") {
        Some(Made::Xlsb)
    } else {
        (has("content.xml") && has("META-INF/manifest.xml")).then_some(Made::Ods)
    }
}

/// The sheets of a workbook.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Grid>, InputError> {
    let Some(made) = made(bytes) else {
        return Err(bad("it is not a workbook"));
    };
    match made {
        Made::Xls => hostile::check_xls(bytes)?,
        Made::Xlsx | Made::Xlsb => hostile::check_zip(bytes)?,
        Made::Ods => hostile::check_ods(bytes)?,
    }
    // Calamine trusts offsets in `.xls` files. Even a damaged file must end in a message.
    let sheets = catch_unwind(AssertUnwindSafe(|| read_as(made, bytes)));
    sheets.unwrap_or_else(|_| Err(bad("it is damaged")))
}

fn read_as(made: Made, bytes: &[u8]) -> Result<Vec<Grid>, InputError> {
    let source = Cursor::new(bytes);
    match made {
        Made::Xls => whole(Xls::new(source).map_err(bad)?, &written::of_xls(bytes)),
        Made::Ods => whole(Ods::new(source).map_err(bad)?, &written::of_ods(bytes)),
        Made::Xlsx => {
            let mut book = Xlsx::new(source).map_err(bad)?;
            let shown = written::of_xlsx(bytes);
            let (names, mut bytes) = (sheet_names(&book), 0);
            let sheets = names.iter().map(|(name, is_hidden)| {
                let mut cells = book.worksheet_cells_reader(name).map_err(bad)?;
                let grid = sheet((name, &shown), &mut bytes, || {
                    cells.next_cell().map_err(bad)
                })?;
                Ok(grid.hidden(*is_hidden))
            });
            sheets.collect()
        }
        Made::Xlsb => {
            let shown = written::of_xlsb(bytes);
            let mut book = Xlsb::new(source).map_err(bad)?;
            let (names, mut bytes) = (sheet_names(&book), 0);
            let sheets = names.iter().map(|(name, is_hidden)| {
                let mut cells = book.worksheet_cells_reader(name).map_err(bad)?;
                let grid = sheet((name, &shown), &mut bytes, || {
                    cells.next_cell().map_err(bad)
                })?;
                Ok(grid.hidden(*is_hidden))
            });
            sheets.collect()
        }
    }
}

/// The names of the sheets, and whether each is hidden.
fn sheet_names<'b, R: Reader<Cursor<&'b [u8]>>>(book: &R) -> Vec<(String, bool)> {
    let sheets = book.sheets_metadata().iter();
    let sheets = sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet);
    sheets
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect()
}

/// Reads sheets that calamine loads into memory as a whole.
fn whole<'b, R>(mut book: R, written: &Written) -> Result<Vec<Grid>, InputError>
where
    R: Reader<Cursor<&'b [u8]>, Error: Display>,
{
    let (names, mut bytes) = (sheet_names(&book), 0);
    let sheets = names.iter().map(|(name, is_hidden)| {
        let range = book.worksheet_range(name).map_err(bad)?;
        let start = range.start().unwrap_or_default();
        let mut sheet = Sheet::after(bytes);
        for (row, column, value) in range.used_cells() {
            let at = |offset: usize, start: u32| {
                let offset = u32::try_from(offset).ok();
                offset.and_then(|offset| start.checked_add(offset))
            };
            let row = at(row, start.0).ok_or(InputError::File(FileError::TooManyCells))?;
            let column = at(column, start.1).ok_or(InputError::File(FileError::TooManyCells))?;
            let shown = written.shown(name, row, column);
            let (text, is_typed) = text(value, written, shown);
            sheet.put(row, column, (&text, is_typed))?;
        }
        bytes = sheet.bytes;
        written.merged(name).for_each(|cells| sheet.merge(cells));
        Ok(sheet.finish(name)?.hidden(*is_hidden))
    });
    sheets.collect()
}

/// Reads a sheet cell by cell, so that distant cells need no memory for those in between.
fn sheet<'c>(
    (name, written): (&str, &Written),
    bytes: &mut usize,
    mut next: impl FnMut() -> Result<Option<calamine::Cell<DataRef<'c>>>, InputError>,
) -> Result<Grid, InputError> {
    let mut sheet = Sheet::after(*bytes);
    while let Some(cell) = next()? {
        let (row, column) = cell.get_position();
        let shown = written.shown(name, row, column);
        let value = Data::from(cell.get_value().clone());
        let (text, is_typed) = text(&value, written, shown);
        sheet.put(row, column, (&text, is_typed))?;
    }
    *bytes = sheet.bytes;
    written.merged(name).for_each(|cells| sheet.merge(cells));
    sheet.finish(name)
}

/// A cell of a sheet.
#[derive(Default)]
struct SheetCell {
    text: String,
    /// Whether it is a number by its type.
    is_typed: bool,
    /// Whether a merged cell with a number covers it.
    is_covered: bool,
    /// Whether that cell began in a row above.
    is_covered_from_above: bool,
}

/// The texts of cells by row and column, from 0.
#[derive(Default)]
pub(crate) struct Sheet {
    rows: BTreeMap<u32, BTreeMap<u32, SheetCell>>,
    /// Size of the texts in this sheet and the sheets before it.
    bytes: usize,
    /// How many cells were marked as covered.
    covered: usize,
}

impl Sheet {
    /// A sheet that follows others with this total size of texts.
    fn after(bytes: usize) -> Sheet {
        Sheet {
            bytes,
            ..Sheet::default()
        }
    }

    pub fn put(
        &mut self,
        row: u32,
        column: u32,
        (text, is_typed): (&str, bool),
    ) -> Result<(), InputError> {
        let text = trimmed(text);
        if text.is_empty() {
            return Ok(());
        }
        // A short text needs as much memory as one of some dozen bytes.
        const LEAST: usize = 32;
        self.bytes += text.len().max(LEAST);
        let too_far = row >= MOST_ROWS || column as usize >= MOST_COLUMNS;
        if too_far || self.bytes > MOST_TEXT {
            return Err(InputError::File(FileError::TooManyCells));
        }
        let row = self.rows.entry(row).or_default();
        let cell = SheetCell {
            text: text.to_owned(),
            is_typed,
            ..SheetCell::default()
        };
        row.insert(column, cell);
        Ok(())
    }

    /// Marks the cells that a merged one covers, if it has a number.
    fn merge(&mut self, ((top, left), (bottom, right)): MergedCells) {
        let first = self.rows.get(&top).and_then(|row| row.get(&left));
        if !first.is_some_and(|cell| is_number(&cell.text)) {
            return;
        }
        // Values are merged over a few months or years.
        const MOST: u32 = 24;
        const MOST_COVERED: usize = 100_000;
        for row in top..=bottom.min(top.saturating_add(MOST)) {
            for column in left..=right.min(left.saturating_add(MOST)) {
                if (row, column) != (top, left) && self.covered < MOST_COVERED {
                    self.covered += 1;
                    let cells = self.rows.entry(row).or_default();
                    let cell = cells.entry(column).or_default();
                    cell.is_covered = true;
                    cell.is_covered_from_above = row > top;
                }
            }
        }
    }

    pub fn finish(self, name: &str) -> Result<Grid, InputError> {
        let mut grid = Grid::of_sheet(Some(name.to_owned()));
        for (row, cells) in self.rows {
            let number = u64::from(row) + 1;
            let last = cells.keys().next_back().copied().unwrap_or(0);
            let mut row = GridRow {
                number,
                cells: Vec::new(),
            };
            row.cells.extend((0..=last).map(|column| {
                let place = Location {
                    line: Some(number),
                    column: Some(u64::from(column) + 1),
                };
                let cell = cells.get(&column);
                Cell {
                    text: cell.map_or_else(String::new, |cell| cell.text.clone()),
                    place,
                    is_typed: cell.is_some_and(|cell| cell.is_typed),
                    is_covered: cell.is_some_and(|cell| cell.is_covered),
                    is_covered_from_above: cell.is_some_and(|cell| cell.is_covered_from_above),
                }
            }));
            grid.push(row)?;
        }
        Ok(grid)
    }
}

/// The text of a cell, and whether it is a number by its type.
fn text(value: &Data, written: &Written, shown: Shown) -> (String, bool) {
    let number = match value {
        Data::Float(number) => Some(*number),
        Data::Int(number) => Some(*number as f64),
        _ => None,
    };
    if let Some(number) = number {
        return (as_shown(number, shown), true);
    }
    let form = shown.date;
    let text = match value {
        Data::String(text) => written.text(text).to_owned(),
        Data::DateTime(date) if date.is_datetime() => {
            let (year, month, day, hour, minute, second, milli) = date.to_ymd_hms_milli();
            // A computed date may miss its day by the noise of binary fractions.
            let is_midnight = (hour, minute, second) == (23, 59, 59) && milli >= 500;
            let shown = format!("{year:04}-{month:02}-{day:02}");
            let next = shown.parse().ok().and_then(|day: NaiveDate| day.succ_opt());
            let next = next.filter(|_| is_midnight).map(|day| day.to_string());
            with_words(next.unwrap_or(shown), form)
        }
        // The form of dates in `.ods`.
        Data::DateTimeIso(date) => {
            let day = date.split('T').next();
            day.filter(|day| day.len() == 10).unwrap_or(date).to_owned()
        }
        other => other.to_string(),
    };
    (text, false)
}

/// A date as its cell shows it, so far as it shows something else than a date.
fn with_words(date: String, form: DateShown) -> String {
    match form {
        DateShown::AsItIs => date,
        DateShown::AsYear => date.get(..4).map(str::to_owned).unwrap_or(date),
        DateShown::With(words) => format!("{date} ({}?)", words.text()),
    }
}

/// A number as its cell shows it: `-37.9%` for -0.379, `145.82` for 145820 in thousands.
pub(crate) fn as_shown(number: f64, shown: Shown) -> String {
    let thousands = i32::try_from(shown.thousands).unwrap_or(0);
    let tens = i32::try_from(shown.tens).unwrap_or(0);
    let percent = if shown.in_percent { 100.0 } else { 1.0 };
    let mut scaled = decimal(number / 1000f64.powi(thousands) / 10f64.powi(tens) * percent);
    // The number was printed with these zeros.
    let decimals = scaled
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len());
    if decimals < shown.decimals && !scaled.contains(['e', 'E']) {
        if decimals == 0 {
            scaled.push('.');
        }
        scaled.push_str(&"0".repeat((shown.decimals - decimals).min(MOST_DECIMALS)));
    }
    // The word of a scale, which a head with the unit then contradicts.
    let word = match shown.thousands {
        1 => " thousand",
        2 => " million",
        3 => " billion",
        _ => "",
    };
    let scaled = match (shown.in_percent, shown.is_worded) {
        (true, _) => scaled + "%",
        (false, true) => scaled + word,
        (false, false) => scaled,
    };
    let (before, after) = (shown.before.text(), shown.after.text());
    let gap = if after.starts_with(char::is_alphabetic) {
        " "
    } else {
        ""
    };
    // No number has such a sign, so that its cell is refused.
    let odd = if shown.is_odd { " (format)" } else { "" };
    match scaled.strip_prefix('-') {
        Some(amount) if before != "-" => format!("-{before}{amount}{gap}{after}{odd}"),
        _ => format!("{before}{scaled}{gap}{after}{odd}"),
    }
}

/// The shortest decimal for a number, rounded to the digits of a spreadsheet.
fn decimal(number: f64) -> String {
    let shortest = number.to_string();
    let digits = shortest.trim_start_matches(['-', '0', '.']);
    let count = digits.chars().filter(char::is_ascii_digit).count();
    if count <= DIGITS {
        return shortest;
    }
    let kept: Option<f64> = format!("{number:.*e}", DIGITS - 1).parse().ok();
    kept.map_or(shortest, |kept| kept.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_its_shortest_decimal_without_binary_noise() {
        for (number, expected) in [
            (134949.07, "134949.07"),
            (138421.5762, "138421.5762"),
            (0.1 + 0.2, "0.3"),
            (4.1 * 3.0, "12.3"),
            (6.0, "6"),
            (-7.2, "-7.2"),
            (590758685.0, "590758685"),
            (0.0001, "0.0001"),
        ] {
            assert_eq!(decimal(number), expected);
        }
    }

    #[test]
    fn a_number_is_as_its_cell_shows_it() {
        for (number, (in_percent, thousands, decimals), expected) in [
            (145.0, (false, 0, 1), "145.0"),
            (145.82, (false, 0, 1), "145.82"),
            (145_820_000.0, (false, 1, 0), "145820"),
            (-0.379, (true, 0, 1), "-37.9%"),
            (0.5, (true, 0, 1), "50.0%"),
        ] {
            let shown = Shown {
                in_percent,
                thousands,
                decimals,
                ..Shown::default()
            };
            assert_eq!(as_shown(number, shown), expected);
        }
    }

    #[test]
    fn what_is_no_workbook_is_none() {
        assert!(!is_one(b"PK\x03\x04 and no more"));
        assert!(!is_one(b"<html>"));
        assert!(!is_one(b""));
    }
}
