//! What an `.xlsx` file shows.

use crate::reader::grid::written::formats::{Formats, Shown};
use crate::reader::grid::written::parts::{Parts, attribute, local, number, starts, tokens};
use crate::reader::grid::written::pieces::TwoForms;
use crate::reader::grid::written::sheets::{MergedCells, ShownCells, Written};
use html5gum::Token;
use std::collections::HashMap;

/// Reads what an `.xlsx` file shows.
pub(super) fn read(bytes: &[u8]) -> Option<Written> {
    let mut parts = Parts::open(bytes)?;
    let mut written = Written::default();
    if let Some(text) = parts.read("xl/sharedStrings.xml") {
        written.parted = parted_strings(&text);
    }
    let formats = parts.read("xl/styles.xml").map(|text| formats(&text));
    let formats = formats.unwrap_or_default();
    for (name, path) in sheets(&mut parts) {
        let Some(text) = parts.read(&path) else {
            continue;
        };
        // Most workbooks have no such format, and keep their texts apart from their cells.
        if formats.iter().any(|shown| *shown != Shown::default()) {
            let cells = shown_cells(&text, &formats);
            written.sheets.insert(name.clone(), cells);
        }
        if text.contains("<is>") || text.contains(":is>") {
            written.parted.extend(parted_strings(&text));
        }
        let cells = merged_cells(&text);
        if !cells.is_empty() {
            written.merged.insert(name, cells);
        }
    }
    Some(written)
}

/// The names of the sheets with the parts that hold them.
fn sheets(parts: &mut Parts<'_>) -> Vec<(String, String)> {
    let book = parts.read("xl/workbook.xml").unwrap_or_default();
    let paths = parts.related("xl/_rels/workbook.xml.rels");
    let sheets = starts(&book).filter(|tag| local(&tag.name) == b"sheet");
    let sheets = sheets.filter_map(|tag| {
        let path = paths.get(&attribute(&tag, "r:id")?)?;
        Some((attribute(&tag, "name")?, path.clone()))
    });
    sheets.collect()
}

/// The strings with several runs of text.
pub(super) fn parted_strings(text: &str) -> HashMap<String, String> {
    let mut parted = HashMap::new();
    let mut forms = TwoForms::default();
    let (mut is_text, mut is_raised, mut is_spoken, mut is_new) = (false, false, false, false);
    for token in tokens(text) {
        match token {
            Token::StartTag(tag) => match local(&tag.name) {
                b"si" | b"is" => forms = TwoForms::default(),
                b"r" => (is_raised, is_new) = (false, true),
                b"vertalign" => {
                    is_raised = attribute(&tag, "val").is_some_and(|val| val == "superscript");
                }
                // How the text is spoken, in Japanese.
                b"rph" => is_spoken = true,
                b"t" => is_text = !tag.self_closing && !is_spoken,
                _ => {}
            },
            Token::EndTag(tag) => match local(&tag.name) {
                b"si" | b"is" => std::mem::take(&mut forms).keep(&mut parted),
                b"rph" => is_spoken = false,
                b"t" => is_text = false,
                _ => {}
            },
            Token::String(text) if is_text => {
                let text = String::from_utf8_lossy(&text.value);
                forms.push(&text, is_raised, std::mem::take(&mut is_new));
            }
            _ => {}
        }
    }
    parted
}

/// How numbers are shown in each style of cells.
pub(super) fn formats(text: &str) -> Vec<Shown> {
    let mut codes = Formats::built_in();
    let mut styles = Vec::new();
    let mut is_of_cells = false;
    for token in tokens(text) {
        match token {
            Token::StartTag(tag) => match local(&tag.name) {
                b"numfmt" => {
                    let code = attribute(&tag, "formatcode").unwrap_or_default();
                    if let Some(id) = number(&tag, "numfmtid") {
                        codes.add(id, &code);
                    }
                }
                b"cellxfs" => is_of_cells = true,
                b"xf" if is_of_cells => {
                    let id = number(&tag, "numfmtid").unwrap_or(0);
                    styles.push(codes.get(id));
                }
                _ => {}
            },
            Token::EndTag(tag) if local(&tag.name) == b"cellxfs" => is_of_cells = false,
            _ => {}
        }
    }
    styles
}

/// The cells of a sheet whose numbers are shown otherwise than they are stored.
pub(super) fn shown_cells(text: &str, formats: &[Shown]) -> ShownCells {
    let mut cells = ShownCells::new();
    // The row from 1 and the column from 0, where cells do not state them.
    let (mut row, mut column) = (0, 0);
    for tag in starts(text) {
        match local(&tag.name) {
            b"row" => (row, column) = (number(&tag, "r").unwrap_or(row + 1), 0),
            b"c" => {
                let stated = attribute(&tag, "r").and_then(|name| column_of(&name));
                column = stated.unwrap_or(column);
                let style = number(&tag, "s").and_then(|style| formats.get(style as usize));
                if let Some(shown) = style.filter(|shown| **shown != Shown::default())
                    && let Some(row) = row.checked_sub(1)
                {
                    cells.insert((row, column), *shown);
                }
                column = column.saturating_add(1);
            }
            _ => {}
        }
    }
    cells
}

/// The merged cells of a sheet.
pub(super) fn merged_cells(text: &str) -> Vec<MergedCells> {
    let Some(at) = text
        .find("<mergeCells")
        .or_else(|| text.find(":mergeCells"))
    else {
        return Vec::new();
    };
    let tags = starts(text.get(at..).unwrap_or(""));
    let cells = tags.filter(|tag| local(&tag.name) == b"mergecell");
    let both = cells.filter_map(|tag| {
        let range = attribute(&tag, "ref")?;
        let (first, last) = range.split_once(':')?;
        Some((cell_of(first)?, cell_of(last)?))
    });
    both.collect()
}

/// The row and the column of `AB12`, from 0.
fn cell_of(name: &str) -> Option<(u32, u32)> {
    let digits = name.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let row: u32 = digits.parse().ok()?;
    Some((row.checked_sub(1)?, column_of(name)?))
}

/// The column of `AB12`, from 0.
fn column_of(name: &str) -> Option<u32> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.take(4).fold(0, |number, letter| {
        number * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    u32::checked_sub(number, 1)
}
