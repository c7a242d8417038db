//! Reads spreadsheets in the XML of Excel 2003, often named `.xls`.

use crate::reader::cells::number::{PIECES, must_be_parted};
use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;
use crate::reader::grid::workbook::{Sheet, as_shown};
use crate::reader::grid::written::{Shown, shown};
use crate::reader::grid::{Grid, MOST_COLUMNS};
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use std::collections::HashMap;

/// The namespace that identifies such a file near its beginning.
const NAMESPACE: &str = "urn:schemas-microsoft-com:office:spreadsheet";

/// Whether a text is such a spreadsheet.
pub(crate) fn is_one(beginning: &str) -> bool {
    beginning.starts_with('<') && beginning.contains(NAMESPACE) && beginning.contains("<Workbook")
        || beginning.contains("<ss:Workbook") && beginning.contains(NAMESPACE)
}

/// The sheets of such a spreadsheet.
pub(crate) fn read(page: &str) -> Result<Vec<Grid>, InputError> {
    let mut grids = Vec::new();
    let mut open: Option<(String, Sheet)> = None;
    // The row and column of the current cell, from 0.
    let (mut row, mut column, mut across) = (0u32, 0u32, 0u32);
    let mut data: Option<(bool, String)> = None;
    let mut styles = Styles::default();
    let (mut in_comment, mut has_border) = (false, false);
    let emitter = DefaultEmitter::<usize>::new_with_span();
    for token in Tokenizer::new_with_emitter(page, emitter) {
        let token = match token {
            Ok(token) => token,
            Err(never) => match never {},
        };
        match token {
            Token::StartTag(tag) => match plain(&tag.name) {
                b"style" => styles.current = attribute(&tag, b"id"),
                b"numberformat" => styles.format(&tag),
                b"worksheet" => {
                    let name = attribute(&tag, b"name").unwrap_or_default();
                    open = Some((name, Sheet::default()));
                    row = 0;
                    styles.of_columns.clear();
                }
                b"column" => styles.column(&tag)?,
                b"row" => {
                    styles.of_row = attribute(&tag, b"styleid");
                    row = index(&tag)?.unwrap_or(row);
                    column = 0;
                    if tag.self_closing {
                        row = row.saturating_add(1);
                    }
                }
                b"cell" => {
                    column = index(&tag)?.unwrap_or(column);
                    across = number(&tag, b"mergeacross").unwrap_or(0);
                    styles.of_cell = attribute(&tag, b"styleid");
                    if tag.self_closing {
                        column = next(column, across)?;
                    }
                }
                // The text of a comment is not the value of its cell.
                b"comment" => in_comment = !tag.self_closing,
                b"data" if !in_comment => {
                    let kind = attribute(&tag, b"type").unwrap_or_default();
                    data = Some((kind == "Number", String::new()));
                    has_border = false;
                }
                _ => has_border = true,
            },
            Token::EndTag(tag) => match plain(&tag.name) {
                b"worksheet" => {
                    if let Some((name, sheet)) = open.take() {
                        grids.push(sheet.finish(&name)?);
                    }
                }
                b"row" => row = row.saturating_add(1),
                b"comment" => in_comment = false,
                b"cell" => column = next(column, across)?,
                b"data" => {
                    if let (Some((is_number, text)), Some((_, sheet))) = (data.take(), &mut open) {
                        let shown = styles.shown(column);
                        let text = cell_text(is_number, &text, shown);
                        sheet.put(row, column, (&text, is_number))?;
                    }
                }
                _ => has_border = true,
            },
            Token::String(text) => {
                if let Some((_, data)) = &mut data {
                    let text = String::from_utf8_lossy(&text.value);
                    if std::mem::take(&mut has_border) && must_be_parted(data, &text) {
                        data.push(PIECES);
                    }
                    data.push_str(&text);
                }
            }
            _ => {}
        }
    }
    if let Some((name, sheet)) = open {
        grids.push(sheet.finish(&name)?);
    }
    Ok(grids)
}

/// The formats of cells, by the styles of the cell, its row and its column.
#[derive(Default)]
struct Styles {
    /// The style whose description is being read.
    current: Option<String>,
    formats: HashMap<String, Shown>,
    of_cell: Option<String>,
    of_row: Option<String>,
    of_columns: Vec<Option<String>>,
}

impl Styles {
    fn format(&mut self, tag: &StartTag<usize>) {
        let code = attribute(tag, b"format").unwrap_or_default();
        // Formats with a name of their own.
        let code = match &*code {
            "Percent" => "0.00%",
            "Fixed" => "0.00",
            "Standard" => "#,##0.00",
            code => code,
        };
        if let Some(style) = self.current.take() {
            self.formats.insert(style, shown(code));
        }
    }

    fn column(&mut self, tag: &StartTag<usize>) -> Result<(), InputError> {
        let at = index(tag)?.map_or(self.of_columns.len(), |at| at as usize);
        let span = number(tag, b"span").unwrap_or(0) as usize;
        let end = at.saturating_add(span).saturating_add(1).min(MOST_COLUMNS);
        if self.of_columns.len() < end {
            self.of_columns.resize(end, None);
        }
        let style = attribute(tag, b"styleid");
        let columns = self.of_columns.get_mut(at..end).unwrap_or_default();
        columns.fill(style);
        Ok(())
    }

    /// How the current cell shows its number.
    fn shown(&self, column: u32) -> Shown {
        let of_column = self.of_columns.get(column as usize);
        let style = self.of_cell.as_ref().or(self.of_row.as_ref());
        let style = style.or(of_column.and_then(Option::as_ref));
        let shown = style.and_then(|style| self.formats.get(style));
        shown.copied().unwrap_or_default()
    }
}

fn next(column: u32, across: u32) -> Result<u32, InputError> {
    let next = column.saturating_add(across).saturating_add(1);
    if next as usize > MOST_COLUMNS {
        return Err(InputError::File(FileError::TooManyCells));
    }
    Ok(next)
}

/// A name in lower case, as the tokenizer gives it, without its namespace prefix.
fn plain(name: &[u8]) -> &[u8] {
    name.strip_prefix(b"ss:").unwrap_or(name)
}

fn attribute(tag: &StartTag<usize>, name: &[u8]) -> Option<String> {
    let found = tag.attributes.iter().find(|(key, _)| plain(key) == name);
    found.map(|(_, value)| String::from_utf8_lossy(&value.value).into_owned())
}

fn number(tag: &StartTag<usize>, name: &[u8]) -> Option<u32> {
    attribute(tag, name)?.trim().parse().ok()
}

/// The explicit index of a row or a cell, from 0.
fn index(tag: &StartTag<usize>) -> Result<Option<u32>, InputError> {
    match number(tag, b"index") {
        None => Ok(None),
        Some(0) => Err(InputError::File(FileError::TooManyCells)),
        Some(from_one) => Ok(Some(from_one - 1)),
    }
}

/// A number as its cell shows it, without the noise of binary fractions; a date without midnight.
fn cell_text(is_number: bool, text: &str, shown: Shown) -> String {
    let text = text.trim();
    if is_number {
        let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
        return number.map_or_else(|| text.to_owned(), |number| as_shown(number, shown));
    }
    let midnight = text.split_once("T00:00:00");
    let midnight = midnight.filter(|(_, rest)| rest.chars().all(|c| matches!(c, '.' | '0' | 'Z')));
    midnight.map_or(text, |(day, _)| day).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_where_they_say_and_keep_their_kind() {
        let page = "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n\
            <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\
            <Styles><Style ss:ID=\"s1\"/></Styles><Worksheet ss:Name=\"Trade\"><Table>\
            <Row ss:Index=\"2\"><Cell ss:Index=\"2\"><Data ss:Type=\"String\">month</Data></Cell><Cell/><Cell><Data ss:Type=\"String\">a &amp; b</Data></Cell></Row>\
            <Row><Cell ss:Index=\"2\"><Data ss:Type=\"DateTime\">2017-09-01T00:00:00.000</Data></Cell><Cell/><Cell><Data ss:Type=\"Number\">1.458E2</Data><Comment><ss:Data>99</ss:Data></Comment></Cell></Row>\
            </Table></Worksheet></Workbook>";
        assert!(is_one(page));
        let grids = read(page).unwrap();
        let rows: Vec<Vec<&str>> = grids[0]
            .rows
            .iter()
            .map(|row| row.cells.iter().map(|cell| &*cell.text).collect())
            .collect();
        assert_eq!(grids[0].sheet.as_deref(), Some("Trade"));
        assert_eq!(grids[0].rows[0].number, 2);
        assert_eq!(
            rows,
            [["", "month", "", "a & b"], ["", "2017-09-01", "", "145.8"]]
        );
    }

    #[test]
    fn rows_after_the_last_possible_one_are_refused_where_they_hold_something() {
        let page = |after: &str| {
            let head = "<Row><Cell><Data ss:Type=\"String\">month</Data></Cell></Row>";
            let last = "<Row ss:Index=\"4294967295\"/>";
            read(&format!(
                "<Workbook><Worksheet ss:Name=\"a\"><Table>{head}{last}{last}{after}</Table></Worksheet></Workbook>"
            ))
        };
        let empty = page("<Row/><Row></Row>").unwrap();
        assert_eq!(empty[0].rows.len(), 1);
        let filled = page("<Row/><Row><Cell><Data ss:Type=\"Number\">1</Data></Cell></Row>");
        assert!(matches!(
            filled,
            Err(InputError::File(FileError::TooManyCells))
        ));
    }
}
