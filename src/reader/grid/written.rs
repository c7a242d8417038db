//! How a workbook shows its cells, as far as it changes their meaning: numbers shown in per cent or in
//! thousands, and texts of several pieces, such as a number with a raised footnote mark.

use crate::reader::cells::number::{PIECES, must_be_parted};
use crate::reader::grid::html::raised;
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// How a number is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Shown {
    pub in_percent: bool,
    /// How often it is divided by a thousand.
    pub thousands: usize,
    /// The decimals that are shown even if they are zero.
    pub decimals: usize,
}

/// The first and the last of the cells that are merged, by row and column from 0.
pub(super) type MergedCells = ((u32, u32), (u32, u32));

/// Cells by row and column, from 0.
type ShownCells = HashMap<(u32, u32), Shown>;

/// What a workbook shows otherwise than it stores.
#[derive(Default)]
pub(super) struct Written {
    /// Texts of several pieces, by their letters without a break.
    parted: HashMap<String, String>,
    sheets: HashMap<String, ShownCells>,
    merged: HashMap<String, Vec<MergedCells>>,
}

impl Written {
    /// Reads what an `.xlsx` file shows.
    pub fn of_xlsx(bytes: &[u8]) -> Written {
        let Some(mut parts) = Parts::open(bytes) else {
            return Written::default();
        };
        let parted = parts
            .read("xl/sharedStrings.xml")
            .map(|text| parted_strings(&text));
        let formats = parts.read("xl/styles.xml").map(|text| formats(&text));
        let formats = formats.unwrap_or_default();
        let (mut sheets, mut merged) = (HashMap::new(), HashMap::new());
        for (name, path) in parts.sheets() {
            let Some(text) = parts.read(&path) else {
                continue;
            };
            // Most workbooks have no such format.
            if formats.iter().any(|shown| *shown != Shown::default()) {
                sheets.insert(name.clone(), shown_cells(&text, &formats));
            }
            let cells = merged_cells(&text);
            if !cells.is_empty() {
                merged.insert(name, cells);
            }
        }
        Written {
            parted: parted.unwrap_or_default(),
            sheets,
            merged,
        }
    }

    /// Reads what an `.ods` file shows.
    pub fn of_ods(bytes: &[u8]) -> Written {
        let text = Parts::open(bytes).and_then(|mut parts| parts.read("content.xml"));
        text.map_or_else(Written::default, |text| open_document(&text))
    }

    /// A text with its pieces kept apart.
    pub fn text<'t>(&'t self, text: &'t str) -> &'t str {
        self.parted.get(text).map_or(text, String::as_str)
    }

    /// The merged cells of a sheet.
    pub fn merged(&self, sheet: &str) -> impl Iterator<Item = MergedCells> {
        self.merged.get(sheet).into_iter().flatten().copied()
    }

    /// How the number in a cell is shown.
    pub fn shown(&self, sheet: &str, row: u32, column: u32) -> Shown {
        let cells = self.sheets.get(sheet);
        cells
            .and_then(|cells| cells.get(&(row, column)))
            .copied()
            .unwrap_or_default()
    }
}

/// The parts of a packed workbook.
struct Parts<'b>(ZipArchive<Cursor<&'b [u8]>>);

impl<'b> Parts<'b> {
    fn open(bytes: &'b [u8]) -> Option<Parts<'b>> {
        ZipArchive::new(Cursor::new(bytes)).ok().map(Parts)
    }

    fn read(&mut self, name: &str) -> Option<String> {
        const LARGEST: u64 = 256 << 20;
        let mut text = Vec::new();
        let part = self.0.by_name(name).ok()?;
        part.take(LARGEST).read_to_end(&mut text).ok()?;
        Some(String::from_utf8_lossy(&text).into_owned())
    }

    /// The names of the sheets with the parts that hold them.
    fn sheets(&mut self) -> Vec<(String, String)> {
        let book = self.read("xl/workbook.xml").unwrap_or_default();
        let relations = self.read("xl/_rels/workbook.xml.rels").unwrap_or_default();
        let mut paths = HashMap::new();
        for tag in starts(&relations).filter(|tag| local(&tag.name) == b"relationship") {
            if let (Some(id), Some(target)) = (attribute(&tag, "id"), attribute(&tag, "target")) {
                let path = match target.strip_prefix('/') {
                    Some(absolute) => absolute.to_owned(),
                    None => format!("xl/{target}"),
                };
                paths.insert(id, path);
            }
        }
        let sheets = starts(&book).filter(|tag| local(&tag.name) == b"sheet");
        let sheets = sheets.filter_map(|tag| {
            let path = paths.get(&attribute(&tag, "r:id")?)?;
            Some((attribute(&tag, "name")?, path.clone()))
        });
        sheets.collect()
    }
}

fn tokens(text: &str) -> impl Iterator<Item = Token<usize>> {
    let emitter = DefaultEmitter::<usize>::new_with_span();
    let tokens = Tokenizer::new_with_emitter(text, emitter);
    tokens.map(|token| match token {
        Ok(token) => token,
        Err(never) => match never {},
    })
}

fn starts(text: &str) -> impl Iterator<Item = StartTag<usize>> {
    tokens(text).filter_map(|token| match token {
        Token::StartTag(tag) => Some(tag),
        _ => None,
    })
}

/// A name without its namespace prefix.
fn local(name: &[u8]) -> &[u8] {
    let at = name.iter().position(|byte| *byte == b':');
    at.map_or(name, |at| &name[at + 1..])
}

fn attribute(tag: &StartTag<usize>, name: &str) -> Option<String> {
    let found = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(&found.value).into_owned())
}

fn number(tag: &StartTag<usize>, name: &str) -> Option<u32> {
    attribute(tag, name)?.trim().parse().ok()
}

/// Two forms of a text made of pieces: without a break, and with digits of two pieces kept apart.
#[derive(Default)]
struct TwoForms {
    plain: String,
    parted: String,
}

impl TwoForms {
    fn push(&mut self, text: &str, is_raised: bool, is_new: bool) {
        self.plain.push_str(text);
        if is_raised {
            self.parted.push_str(&raised(text));
            return;
        }
        if is_new && must_be_parted(&self.parted, text) {
            self.parted.push(PIECES);
        }
        self.parted.push_str(text);
    }

    fn keep(self, parted: &mut HashMap<String, String>) {
        if self.plain != self.parted {
            parted.insert(self.plain, self.parted);
        }
    }
}

/// The shared strings with several runs of text.
fn parted_strings(text: &str) -> HashMap<String, String> {
    let mut parted = HashMap::new();
    let mut forms = TwoForms::default();
    let (mut is_text, mut is_raised, mut is_spoken, mut is_new) = (false, false, false, false);
    for token in tokens(text) {
        match token {
            Token::StartTag(tag) => match local(&tag.name) {
                b"si" => forms = TwoForms::default(),
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
                b"si" => std::mem::take(&mut forms).keep(&mut parted),
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
fn formats(text: &str) -> Vec<Shown> {
    // The codes that every program knows by their numbers.
    let known = [
        (2, "0.00"),
        (4, "#,##0.00"),
        (9, "0%"),
        (10, "0.00%"),
        (39, "#,##0.00"),
        (40, "#,##0.00"),
    ];
    let mut codes: HashMap<u32, Shown> = known
        .into_iter()
        .map(|(id, code)| (id, shown(code)))
        .collect();
    let mut styles = Vec::new();
    let mut is_of_cells = false;
    for token in tokens(text) {
        match token {
            Token::StartTag(tag) => match local(&tag.name) {
                b"numfmt" => {
                    let code = attribute(&tag, "formatcode").unwrap_or_default();
                    codes.extend(number(&tag, "numfmtid").map(|id| (id, shown(&code))));
                }
                b"cellxfs" => is_of_cells = true,
                b"xf" if is_of_cells => {
                    let id = number(&tag, "numfmtid").unwrap_or(0);
                    styles.push(codes.get(&id).copied().unwrap_or_default());
                }
                _ => {}
            },
            Token::EndTag(tag) if local(&tag.name) == b"cellxfs" => is_of_cells = false,
            _ => {}
        }
    }
    styles
}

/// The meaning of a format code: `0.0%`, `#,##0,`, `0.0,,"m"`.
fn shown(code: &str) -> Shown {
    let mut plain = String::new();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            ';' => break,
            '"' => chars.by_ref().take_while(|c| *c != '"').for_each(drop),
            '[' => chars.by_ref().take_while(|c| *c != ']').for_each(drop),
            '\\' | '_' | '*' => drop(chars.next()),
            c => plain.push(c),
        }
    }
    let last = plain.rfind(['0', '#', '?']).map_or(0, |at| at + 1);
    let commas = plain[last..].chars().take_while(|c| *c == ',').count();
    let decimals = plain.split_once('.').map_or("", |(_, decimals)| decimals);
    Shown {
        in_percent: plain.contains('%'),
        thousands: commas,
        decimals: decimals.chars().take_while(|c| *c == '0').count(),
    }
}

/// The cells of a sheet whose numbers are shown otherwise than they are stored.
fn shown_cells(text: &str, formats: &[Shown]) -> ShownCells {
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
fn merged_cells(text: &str) -> Vec<MergedCells> {
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

/// What the content of an OpenDocument spreadsheet shows.
fn open_document(text: &str) -> Written {
    let mut written = Written::default();
    let (mut sheet, mut row, mut column) = (String::new(), 0u32, 0u32);
    let (mut rows, mut columns) = (1u32, 1u32);
    let mut forms: Option<TwoForms> = None;
    let (mut lines, mut is_new) = (0, false);
    for token in tokens(text) {
        match token {
            Token::StartTag(tag) => match local(&tag.name) {
                b"table" => {
                    sheet = attribute(&tag, "table:name").unwrap_or_default();
                    (row, column) = (0, 0);
                }
                b"table-row" => {
                    rows = number(&tag, "table:number-rows-repeated").unwrap_or(1);
                    column = 0;
                }
                b"table-cell" | b"covered-table-cell" => {
                    columns = number(&tag, "table:number-columns-repeated").unwrap_or(1);
                    let spans = ["rows", "columns"].map(|side| {
                        let name = format!("table:number-{side}-spanned");
                        number(&tag, &name).unwrap_or(1).max(1)
                    });
                    if spans != [1, 1] {
                        let last = |at: u32, span: u32| at.saturating_add(span - 1);
                        let end = (last(row, spans[0]), last(column, spans[1]));
                        let merged = written.merged.entry(sheet.clone()).or_default();
                        merged.push(((row, column), end));
                    }
                    let kind = attribute(&tag, "office:value-type");
                    if kind.is_some_and(|kind| kind == "percentage") {
                        let cells = written.sheets.entry(sheet.clone()).or_default();
                        let shown = Shown {
                            in_percent: true,
                            ..Shown::default()
                        };
                        // Repeated cells are the empty ends of rows, or a few equal ones.
                        const MOST: u32 = 1_000;
                        for place in 0..columns.min(MOST) {
                            cells.insert((row, column.saturating_add(place)), shown);
                        }
                    }
                    (forms, lines) = (Some(TwoForms::default()), 0);
                    if tag.self_closing {
                        column = column.saturating_add(columns);
                        forms = None;
                    }
                }
                b"p" if !tag.self_closing => {
                    if let Some(forms) = forms.as_mut().filter(|_| lines > 0) {
                        forms.plain.push('\n');
                        forms.parted.push('\n');
                    }
                    lines += 1;
                    is_new = false;
                }
                _ => is_new = true,
            },
            Token::EndTag(tag) => match local(&tag.name) {
                b"table-row" => row = row.saturating_add(rows),
                b"table-cell" | b"covered-table-cell" => {
                    column = column.saturating_add(columns);
                    if let Some(forms) = forms.take() {
                        forms.keep(&mut written.parted);
                    }
                }
                _ => is_new = true,
            },
            Token::String(text) if lines > 0 => {
                let text = String::from_utf8_lossy(&text.value);
                if let Some(forms) = &mut forms {
                    forms.push(&text, false, std::mem::take(&mut is_new));
                }
            }
            _ => {}
        }
    }
    written
}

#[cfg(test)]
mod tests;
