//! What an `.xlsb` file shows.
//!
//! Source: [MS-XLSB], 2.4 "Records".

use crate::reader::grid::written::formats::{Formats, Shown};
use crate::reader::grid::written::little_endian::{long, word};
use crate::reader::grid::written::parts::Parts;
use crate::reader::grid::written::pieces::{FontRun, TwoForms};
use crate::reader::grid::written::sheets::{MergedCells, ShownCells, Written};
use std::collections::HashMap;

/// Reads what an `.xlsb` file shows.
pub(super) fn read(bytes: &[u8]) -> Option<Written> {
    let mut parts = Parts::open(bytes)?;
    let mut written = Written::default();
    let styles = parts.bytes("xl/styles.bin");
    let (styles, raised) = styles.as_deref().map(styles_of).unwrap_or_default();
    if let Some(strings) = parts.bytes("xl/sharedStrings.bin") {
        written.parted = parted_strings(&strings, &raised);
    }
    let book = parts.bytes("xl/workbook.bin")?;
    let paths = parts.related("xl/_rels/workbook.bin.rels");
    for (name, id) in sheets(&book) {
        let Some(sheet) = paths.get(&id).and_then(|path| parts.bytes(path)) else {
            continue;
        };
        let (cells, merged) = of_sheet(&sheet, &styles);
        if !cells.is_empty() {
            written.sheets.insert(name.clone(), cells);
        }
        if !merged.is_empty() {
            written.merged.insert(name, merged);
        }
    }
    Some(written)
}

/// The records of a part, by kind, until one is cut off.
fn records(part: &[u8]) -> impl Iterator<Item = (u32, &[u8])> {
    let mut rest = part;
    std::iter::from_fn(move || {
        let kind = number_of_bytes(&mut rest, 2)?;
        let length = number_of_bytes(&mut rest, 4)?;
        let (data, next) = rest.split_at_checked(length as usize)?;
        rest = next;
        Some((kind, data))
    })
}

/// A number of up to `most` bytes; the highest bit of each says whether another follows.
fn number_of_bytes(rest: &mut &[u8], most: u32) -> Option<u32> {
    let mut number = 0;
    for at in 0..most {
        let (first, next) = rest.split_first()?;
        *rest = next;
        number |= u32::from(first & 0x7f) << (7 * at);
        if first & 0x80 == 0 {
            break;
        }
    }
    Some(number)
}

/// The letters of a text that begins with their number, and where it ends.
fn text(data: &[u8], at: usize) -> Option<(Vec<u16>, usize)> {
    let start = at.checked_add(4)?;
    let end = start.checked_add((long(data, at)? as usize).checked_mul(2)?)?;
    let letters = data.get(start..end)?.chunks_exact(2);
    let letters = letters.map(|two| u16::from_le_bytes([two[0], two[1]]));
    Some((letters.collect(), end))
}

/// How numbers are shown in each style of cells, and whether the letters of each font are raised.
pub(super) fn styles_of(part: &[u8]) -> (Vec<Shown>, Vec<bool>) {
    let mut formats = Formats::built_in();
    let (mut styles, mut raised) = (Vec::new(), Vec::new());
    let mut is_of_cells = false;
    for (kind, data) in records(part) {
        match kind {
            // BrtFont.
            43 => raised.push(word(data, 6) == Some(1)),
            // BrtFmt.
            44 => {
                if let (Some(id), Some((code, _))) = (word(data, 0), text(data, 2)) {
                    formats.add(u32::from(id), &String::from_utf16_lossy(&code));
                }
            }
            // BrtXF.
            47 if is_of_cells => {
                styles.push(formats.get(u32::from(word(data, 2).unwrap_or(0))));
            }
            // BrtBeginCellXFs, BrtEndCellXFs.
            617 => is_of_cells = true,
            618 => is_of_cells = false,
            _ => {}
        }
    }
    (styles, raised)
}

/// The strings with several runs of text.
pub(super) fn parted_strings(part: &[u8], raised: &[bool]) -> HashMap<String, String> {
    let mut parted = HashMap::new();
    // BrtSSTItem.
    for (_, data) in records(part).filter(|(kind, _)| *kind == 19) {
        let is_rich = data.first().is_some_and(|flags| flags & 1 == 1);
        let Some((letters, end)) = text(data, 1).filter(|_| is_rich) else {
            continue;
        };
        let runs = data.get(end.saturating_add(4)..).unwrap_or_default();
        let count = long(data, end).unwrap_or(0) as usize;
        let runs = runs.chunks_exact(4).take(count).map(|run| FontRun {
            start: usize::from(word(run, 0).unwrap_or(0)),
            is_raised: {
                let font = usize::from(word(run, 2).unwrap_or(0));
                raised.get(font).copied().unwrap_or(false)
            },
        });
        TwoForms::of_runs(&letters, runs).keep(&mut parted);
    }
    parted
}

/// The names of the sheets, with the relations to the parts that hold them.
fn sheets(book: &[u8]) -> Vec<(String, String)> {
    // BrtBundleSh.
    let sheets = records(book).filter(|(kind, _)| *kind == 156);
    let sheets = sheets.filter_map(|(_, data)| {
        let (id, end) = text(data, 8)?;
        let (name, _) = text(data, end)?;
        Some((
            String::from_utf16_lossy(&name),
            String::from_utf16_lossy(&id),
        ))
    });
    sheets.collect()
}

/// The cells of a sheet whose numbers are shown otherwise than they are stored, and the merged ones.
pub(super) fn of_sheet(part: &[u8], styles: &[Shown]) -> (ShownCells, Vec<MergedCells>) {
    let (mut cells, mut merged) = (ShownCells::new(), Vec::new());
    let mut row = 0;
    for (kind, data) in records(part) {
        match kind {
            // BrtRowHdr.
            0 => row = long(data, 0).unwrap_or(row),
            // BrtCellRk, BrtCellReal, BrtFmlaNum.
            2 | 5 | 9 => {
                let style = long(data, 4).map(|style| (style & 0x00ff_ffff) as usize);
                let shown = style.and_then(|style| styles.get(style));
                let shown = shown.filter(|shown| **shown != Shown::default());
                if let (Some(column), Some(shown)) = (long(data, 0), shown) {
                    cells.insert((row, column), *shown);
                }
            }
            // BrtMergeCell.
            176 => {
                let end = |at: usize| long(data, at).unwrap_or(0);
                merged.push(((end(0), end(8)), (end(4), end(12))));
            }
            _ => {}
        }
    }
    (cells, merged)
}
