//! Recognises the kind of a file by its first bytes.

use crate::reader::bytes::decode;
use crate::reader::bytes::encoding::Encoding;
use crate::reader::grid::TitledTables;
use std::borrow::Cow;

/// The kinds of files that are read as grids.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum GridKind {
    /// `.xls`, `.xlsx`, `.xlsb`, `.ods`.
    Workbook,
    /// HTML, whatever the file is called; `.xls` files often are HTML.
    Page,
    /// A spreadsheet in Excel 2003 XML.
    XmlSheet,
    /// A web archive (MHTML).
    Archive,
    /// JSON.
    Json,
    /// A table drawn with bars, `|`.
    Drawn,
    /// A text with the title of a table in its first lines.
    Csv,
}

/// The number of lines, and of bytes, that are searched for a title.
const LINES: usize = 20;
const LOOKED_AT: usize = 8192;

/// The kind of a file; `None` if it is not read as a grid.
pub(crate) fn kind(
    bytes: &[u8],
    asked: Option<Encoding>,
    titled: &TitledTables,
) -> Option<GridKind> {
    if crate::reader::grid::workbook::is_one(bytes) {
        return Some(GridKind::Workbook);
    }
    let text = beginning(bytes, asked);
    let text = crate::reader::grid::trimmed(&text);
    if crate::reader::grid::xml_sheet::is_one(text) {
        return Some(GridKind::XmlSheet);
    }
    if text.starts_with('<') {
        return Some(GridKind::Page);
    }
    if is_json(text) {
        return Some(GridKind::Json);
    }
    if crate::reader::grid::mhtml::is_one(text) {
        return Some(GridKind::Archive);
    }
    if crate::reader::grid::drawn::is_one(text) {
        return Some(GridKind::Drawn);
    }
    let mut titles = text
        .lines()
        .take(LINES)
        .filter(|line| (titled.is_title)(line));
    titles.next().map(|_| GridKind::Csv)
}

/// Whether a text begins like rows in JSON: an object, or a list of objects or lists.
fn is_json(text: &str) -> bool {
    let after = |sign: char| text.strip_prefix(sign).map(str::trim_start);
    after('{').is_some_and(|rest| rest.starts_with(['"', '}']))
        || after('[').is_some_and(|rest| rest.starts_with(['{', '[']))
}

/// The beginning of a text. Cut-off and invalid characters do not matter here.
fn beginning(bytes: &[u8], asked: Option<Encoding>) -> Cow<'_, str> {
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    if start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff") {
        return encoding_rs::UTF_16LE.decode(start).0;
    }
    let is_utf8 = match std::str::from_utf8(start) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    };
    if is_utf8 {
        return String::from_utf8_lossy(start);
    }
    match decode::decode(bytes, asked) {
        Ok(text) => {
            let start = &text.bytes[..text.bytes.len().min(LOOKED_AT)];
            Cow::Owned(text.decode(start).into_owned())
        }
        Err(_) => encoding_rs::GB18030.decode(start).0,
    }
}
