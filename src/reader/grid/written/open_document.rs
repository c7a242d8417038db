//! What an `.ods` file shows.

use crate::reader::grid::written::agreement::as_text_shows;
use crate::reader::grid::written::formats::Shown;
use crate::reader::grid::written::parts::{Parts, attribute, local, number, tokens};
use crate::reader::grid::written::pieces::TwoForms;
use crate::reader::grid::written::sheets::{MergedCells, Written};
use html5gum::{StartTag, Token};
use std::collections::HashMap;

/// Repeated cells and columns are the empty ends of rows, or a few equal ones.
const MOST_REPEATED: u32 = 1_000;

/// Reads what an `.ods` file shows.
pub(super) fn read(bytes: &[u8]) -> Option<Written> {
    let mut parts = Parts::open(bytes)?;
    let content = parts.read("content.xml")?;
    let mut styles = CellStyles::default();
    for text in [parts.read("styles.xml").as_deref(), Some(&content)] {
        styles.read(text.unwrap_or_default());
    }
    Some(open_document(&content, &styles))
}

/// How numbers are shown in each style of cells.
#[derive(Default)]
pub(super) struct CellStyles {
    /// By the names of formats.
    formats: HashMap<String, Shown>,
    /// The formats of the styles of cells, by their names.
    of_cells: HashMap<String, String>,
}

impl CellStyles {
    /// Reads the formats and styles in a part.
    pub fn read(&mut self, text: &str) {
        let mut current: Option<(String, Shown)> = None;
        let mut is_in_text = false;
        for token in tokens(text) {
            match token {
                Token::StartTag(tag) => match local(&tag.name) {
                    b"number-style" | b"currency-style" | b"percentage-style" => {
                        let name = attribute(&tag, "style:name");
                        current = name.map(|name| (name, Shown::default()));
                    }
                    b"number" => {
                        if let Some((_, shown)) = &mut current {
                            *shown = shown_by(&tag);
                        }
                    }
                    b"text" => is_in_text = true,
                    b"style" if has(&tag, "style:family", "table-cell") => {
                        let names = ["style:name", "style:data-style-name"];
                        if let [Some(name), Some(format)] = names.map(|name| attribute(&tag, name))
                        {
                            self.of_cells.insert(name, format);
                        }
                    }
                    // The cells follow the styles.
                    b"table" => return,
                    _ => {}
                },
                Token::String(text) if is_in_text => {
                    let text = String::from_utf8_lossy(&text.value);
                    if let Some((_, shown)) = &mut current {
                        let is_word = text.chars().any(char::is_alphabetic);
                        shown.is_worded |= shown.thousands > 0 && is_word;
                    }
                }
                Token::EndTag(tag) => match local(&tag.name) {
                    b"number-style" | b"currency-style" | b"percentage-style" => {
                        self.formats.extend(current.take());
                    }
                    b"text" => is_in_text = false,
                    _ => {}
                },
                _ => {}
            }
        }
    }

    fn shown(&self, style: &str) -> Option<Shown> {
        self.formats.get(self.of_cells.get(style)?).copied()
    }
}

/// How a format shows numbers.
fn shown_by(tag: &StartTag<usize>) -> Shown {
    let decimals = ["number:min-decimal-places", "number:decimal-places"];
    let mut decimals = decimals.iter().filter_map(|name| number(tag, name));
    let factor = attribute(tag, "number:display-factor");
    let factor: f64 = factor
        .and_then(|text| text.parse().ok())
        .unwrap_or_default();
    let thousands = [(1e3, 1), (1e6, 2), (1e9, 3), (1e12, 4)];
    let thousands = thousands.into_iter().find(|(one, _)| *one == factor);
    Shown {
        thousands: thousands.map_or(0, |(_, thousands)| thousands),
        decimals: decimals.next().unwrap_or(0) as usize,
        ..Shown::default()
    }
}

fn has(tag: &StartTag<usize>, name: &str, value: &str) -> bool {
    attribute(tag, name).is_some_and(|found| found == value)
}

/// The place of a cell while a sheet is read, and the styles of cells without one of their own.
#[derive(Default)]
struct Place {
    sheet: String,
    row: u32,
    column: u32,
    /// How often the row and the cell are repeated.
    rows: u32,
    columns: u32,
    style_of_row: Option<String>,
    styles_of_columns: Vec<String>,
}

impl Place {
    fn begin_sheet(&mut self, tag: &StartTag<usize>) {
        *self = Place {
            sheet: attribute(tag, "table:name").unwrap_or_default(),
            rows: 1,
            columns: 1,
            ..Place::default()
        };
    }

    fn begin_row(&mut self, tag: &StartTag<usize>) {
        self.rows = number(tag, "table:number-rows-repeated").unwrap_or(1);
        self.style_of_row = attribute(tag, "table:default-cell-style-name");
        self.column = 0;
    }

    fn column_style(&mut self, tag: &StartTag<usize>) {
        let style = attribute(tag, "table:default-cell-style-name").unwrap_or_default();
        let times = number(tag, "table:number-columns-repeated").unwrap_or(1);
        for _ in 0..times.min(MOST_REPEATED) {
            self.styles_of_columns.push(style.clone());
        }
    }

    /// The cells that the cell is merged over, if it is.
    fn merged(&self, tag: &StartTag<usize>) -> Option<MergedCells> {
        let spans = ["rows", "columns"].map(|side| {
            let name = format!("table:number-{side}-spanned");
            number(tag, &name).unwrap_or(1).max(1)
        });
        let last = |at: u32, span: u32| at.saturating_add(span - 1);
        let end = (last(self.row, spans[0]), last(self.column, spans[1]));
        (spans != [1, 1]).then_some(((self.row, self.column), end))
    }

    /// Keeps how the cell, and those that repeat it, show their number.
    fn keep(&self, shown: Shown, written: &mut Written) {
        if shown == Shown::default() {
            return;
        }
        let cells = written.sheets.entry(self.sheet.clone()).or_default();
        for row in 0..self.rows.min(MOST_REPEATED) {
            for column in 0..self.columns.min(MOST_REPEATED) {
                let place = (
                    self.row.saturating_add(row),
                    self.column.saturating_add(column),
                );
                cells.insert(place, shown);
            }
        }
    }

    /// How the cell shows its number.
    fn shown(&self, tag: &StartTag<usize>, styles: &CellStyles) -> Shown {
        let own = attribute(tag, "table:style-name");
        let of_column = self.styles_of_columns.get(self.column as usize);
        let style = own
            .as_ref()
            .or(self.style_of_row.as_ref())
            .or(of_column.filter(|name| !name.is_empty()));
        let shown = style.and_then(|name| styles.shown(name));
        Shown {
            in_percent: has(tag, "office:value-type", "percentage"),
            ..shown.unwrap_or_default()
        }
    }
}

/// What the content of an OpenDocument spreadsheet shows.
pub(super) fn open_document(text: &str, styles: &CellStyles) -> Written {
    let mut written = Written::default();
    let mut at = Place::default();
    let mut forms: Option<TwoForms> = None;
    let (mut lines, mut is_new) = (0, false);
    let mut number_shown: Option<(f64, Shown)> = None;
    for token in tokens(text) {
        match token {
            Token::StartTag(tag) => match local(&tag.name) {
                b"table" => at.begin_sheet(&tag),
                b"table-column" => at.column_style(&tag),
                b"table-row" => at.begin_row(&tag),
                b"table-cell" | b"covered-table-cell" => {
                    at.columns = number(&tag, "table:number-columns-repeated").unwrap_or(1);
                    if let Some(cells) = at.merged(&tag) {
                        let merged = written.merged.entry(at.sheet.clone()).or_default();
                        merged.push(cells);
                    }
                    let shown = at.shown(&tag, styles);
                    let value = attribute(&tag, "office:value");
                    if value.is_some() || shown.in_percent {
                        at.keep(shown, &mut written);
                    }
                    number_shown = value.and_then(|value| value.parse().ok()).zip(Some(shown));
                    (forms, lines) = (Some(TwoForms::default()), 0);
                    if tag.self_closing {
                        at.column = at.column.saturating_add(at.columns);
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
                b"table-row" => at.row = at.row.saturating_add(at.rows),
                b"table-cell" | b"covered-table-cell" => {
                    if let (Some((number, shown)), Some(forms)) = (number_shown.take(), &forms) {
                        at.keep(as_text_shows(number, shown, &forms.plain), &mut written);
                    }
                    at.column = at.column.saturating_add(at.columns);
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
