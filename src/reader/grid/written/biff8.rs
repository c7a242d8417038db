//! What an `.xls` file shows.
//!
//! Source: [MS-XLS], 2.4 "Records".

use crate::reader::grid::written::formats::{Formats, Shown};
use crate::reader::grid::written::little_endian::{long, word};
use crate::reader::grid::written::pieces::{FontRun, TwoForms};
use crate::reader::grid::written::sheets::{MergedCells, ShownCells, Written};
use std::collections::HashMap;
use std::io::{Cursor, Read};

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000a;
const CONTINUE: u16 = 0x003c;

/// Reads what an `.xls` file shows; `None` if its records cannot be read.
pub(super) fn read(bytes: &[u8]) -> Option<Written> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let name = ["/Workbook", "/Book"]
        .into_iter()
        .find(|name| file.is_stream(name))?;
    let mut stream = Vec::new();
    let part = file.open_stream(name).ok()?;
    part.take(bytes.len() as u64)
        .read_to_end(&mut stream)
        .ok()?;
    Some(of_stream(&stream))
}

/// What the stream of a workbook shows.
pub(super) fn of_stream(stream: &[u8]) -> Written {
    let mut written = Written::default();
    let mut book = Book::default();
    for (kind, data) in records(stream) {
        match kind {
            BEGIN => book.has_wide_texts = word(data, 0) == Some(0x0600),
            END => break,
            _ => drop(book.read(kind, data)),
        }
    }
    written.parted = book.parted_strings();
    let styles: Vec<Shown> = book.styles.iter().map(|id| book.formats.get(*id)).collect();
    for (at, name) in book.sheets {
        let sheet = stream.get(at as usize..).unwrap_or_default();
        let (cells, merged) = of_sheet(sheet, &styles);
        if !cells.is_empty() {
            written.sheets.insert(name.clone(), cells);
        }
        if !merged.is_empty() {
            written.merged.insert(name, merged);
        }
    }
    written
}

/// The records of a stream, by kind, until one is cut off.
fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let (kind, length) = (word(rest, 0)?, word(rest, 2)?);
        let (data, next) = rest.get(4..)?.split_at_checked(usize::from(length))?;
        rest = next;
        Some((kind, data))
    })
}

/// What the first part of the stream says about the whole workbook.
struct Book<'s> {
    /// Whether texts have a byte that tells their width; not in workbooks before Excel 97.
    has_wide_texts: bool,
    formats: Formats,
    /// The number of the format of each style of cells.
    styles: Vec<u32>,
    /// Whether the letters of each font are raised.
    raised_fonts: Vec<bool>,
    /// The offset of each sheet, and its name.
    sheets: Vec<(u32, String)>,
    /// The record of strings, and those that continue it.
    strings: Vec<&'s [u8]>,
    is_in_strings: bool,
}

impl Default for Book<'_> {
    fn default() -> Self {
        Book {
            has_wide_texts: true,
            formats: Formats::built_in(),
            styles: Vec::new(),
            raised_fonts: Vec::new(),
            sheets: Vec::new(),
            strings: Vec::new(),
            is_in_strings: false,
        }
    }
}

impl<'s> Book<'s> {
    /// `None` if a record is too short; it is then passed over.
    fn read(&mut self, kind: u16, data: &'s [u8]) -> Option<()> {
        let is_continued = std::mem::take(&mut self.is_in_strings);
        match kind {
            // Font.
            0x0031 => self.raised_fonts.push(word(data, 8)? == 1),
            // Format.
            0x041e => {
                let id = word(data, 0)?;
                let code = match self.has_wide_texts {
                    true => wide_text(data.get(4..)?, usize::from(word(data, 2)?))?,
                    false => narrow_text(data.get(3..)?, usize::from(*data.get(2)?))?,
                };
                self.formats.add(u32::from(id), &code);
            }
            // XF.
            0x00e0 => self.styles.push(u32::from(word(data, 2)?)),
            // BoundSheet8.
            0x0085 => {
                let length = usize::from(*data.get(6)?);
                let name = match self.has_wide_texts {
                    true => wide_text(data.get(7..)?, length)?,
                    false => narrow_text(data.get(7..)?, length)?,
                };
                self.sheets.push((long(data, 0)?, name));
            }
            // SST.
            0x00fc => {
                self.strings = vec![data.get(8..)?];
                self.is_in_strings = true;
            }
            CONTINUE if is_continued => {
                self.strings.push(data);
                self.is_in_strings = true;
            }
            _ => {}
        }
        Some(())
    }

    fn is_raised(&self, font: u16) -> bool {
        // No font has the number 4.
        let at = usize::from(font);
        let at = if at > 4 { at - 1 } else { at };
        self.raised_fonts.get(at).copied().unwrap_or(false)
    }

    /// The strings with several runs of text.
    fn parted_strings(&self) -> HashMap<String, String> {
        let mut parted = HashMap::new();
        let mut strings = Strings {
            parts: &self.strings,
            at: 0,
        };
        while let Some((text, runs)) = strings.next() {
            let runs = runs.into_iter().map(|(start, font)| FontRun {
                start: usize::from(start),
                is_raised: self.is_raised(font),
            });
            TwoForms::of_runs(&text, runs).keep(&mut parted);
        }
        parted
    }
}

/// Letters after a byte that tells whether each has two bytes.
fn wide_text(data: &[u8], length: usize) -> Option<String> {
    let (flags, letters) = data.split_first()?;
    match flags & 1 {
        0 => narrow_text(letters, length),
        _ => {
            let letters = letters.get(..length.checked_mul(2)?)?;
            let units = letters.chunks_exact(2);
            let units: Vec<u16> = units
                .map(|two| u16::from_le_bytes([two[0], two[1]]))
                .collect();
            Some(String::from_utf16_lossy(&units))
        }
    }
}

/// Letters of one byte each.
fn narrow_text(letters: &[u8], length: usize) -> Option<String> {
    let letters = letters.get(..length)?;
    Some(letters.iter().copied().map(char::from).collect())
}

/// The strings of a workbook, whose letters may go on in the next record.
struct Strings<'b> {
    parts: &'b [&'b [u8]],
    at: usize,
}

/// The letters of a string in UTF-16, and where another font begins in it.
type RunText = (Vec<u16>, Vec<(u16, u16)>);

impl Strings<'_> {
    /// Goes to the next record if this one is at its end; `None` after the last.
    fn settle(&mut self) -> Option<()> {
        while self.parts.first()?.len() <= self.at {
            self.parts = &self.parts[1..];
            self.at = 0;
        }
        Some(())
    }

    fn byte(&mut self) -> Option<u8> {
        self.settle()?;
        let byte = *self.parts.first()?.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn word(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn next(&mut self) -> Option<RunText> {
        let length = self.word()?;
        let flags = self.byte()?;
        let runs = if flags & 0x08 == 0 { 0 } else { self.word()? };
        let extra = match flags & 0x04 {
            0 => 0,
            _ => u32::from(self.word()?) | u32::from(self.word()?) << 16,
        };
        let mut is_wide = flags & 1 == 1;
        let mut letters = Vec::new();
        for _ in 0..length {
            // Where letters go on in the next record, it tells anew whether they have two bytes.
            if self.parts.first()?.len() <= self.at {
                self.settle()?;
                is_wide = self.byte()? & 1 == 1;
            }
            letters.push(match is_wide {
                true => self.word()?,
                false => u16::from(self.byte()?),
            });
        }
        let runs = (0..runs).map(|_| Some((self.word()?, self.word()?)));
        let runs = runs.collect::<Option<Vec<_>>>()?;
        for _ in 0..extra {
            self.byte()?;
        }
        Some((letters, runs))
    }
}

/// The cells of a sheet whose numbers are shown otherwise than they are stored, and the merged ones.
fn of_sheet(stream: &[u8], styles: &[Shown]) -> (ShownCells, Vec<MergedCells>) {
    let (mut cells, mut merged) = (ShownCells::new(), Vec::new());
    let mut put = |row: Option<u16>, column: Option<u16>, style: Option<u16>| {
        let shown = style.and_then(|style| styles.get(usize::from(style)));
        let shown = shown.filter(|shown| **shown != Shown::default());
        if let (Some(row), Some(column), Some(shown)) = (row, column, shown) {
            cells.insert((u32::from(row), u32::from(column)), *shown);
        }
    };
    // Charts within the sheet have cells of their own.
    let mut depth = 0u32;
    for (kind, data) in records(stream) {
        match kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            _ if depth > 1 => {}
            // Number, RK, Formula.
            0x0203 | 0x027e | 0x0006 => put(word(data, 0), word(data, 2), word(data, 4)),
            // MulRk: the row, the first column, a style and a number for each, the last column.
            0x00bd => {
                let count = data.len().saturating_sub(6) / 6;
                for at in 0..count {
                    let column = word(data, 2).and_then(|first| first.checked_add(at as u16));
                    put(word(data, 0), column, word(data, 4 + at * 6));
                }
            }
            // MergeCells.
            0x00e5 => {
                for cells in data.get(2..).unwrap_or_default().chunks_exact(8) {
                    let end = |at: usize| u32::from(word(cells, at).unwrap_or(0));
                    merged.push(((end(0), end(4)), (end(2), end(6))));
                }
            }
            _ => {}
        }
    }
    (cells, merged)
}
