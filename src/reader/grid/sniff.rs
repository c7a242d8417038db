//! What a file is, from its first bytes.

use crate::reader::bytes::decode;
use crate::reader::bytes::encoding::Encoding;
use crate::reader::grid::TitledTables;
use std::borrow::Cow;

/// What grids are read from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum GridKind {
    /// `.xls`, `.xlsx`, `.xlsb`, `.ods`.
    Workbook,
    /// HTML, whatever its name: `.xls` files often are.
    Page,
    /// A spreadsheet in the XML of Excel 2003.
    XmlSheet,
    /// A web archive: a page as a message.
    Archive,
    /// JSON.
    Json,
    /// A text whose first lines hold the title of a table.
    Csv,
}

/// The lines in which a title must stand, and how much of a file is looked at for them.
const LINES: usize = 20;
const LOOKED_AT: usize = 8192;

/// What a file is, if grids are read from it.
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
    let mut titles = text
        .lines()
        .take(LINES)
        .filter(|line| (titled.is_title)(line));
    titles.next().map(|_| GridKind::Csv)
}

/// Whether a text begins as rows in JSON do: an object, or a list of objects or lists.
fn is_json(text: &str) -> bool {
    let after = |sign: char| text.strip_prefix(sign).map(str::trim_start);
    after('{').is_some_and(|rest| rest.starts_with(['"', '}']))
        || after('[').is_some_and(|rest| rest.starts_with(['{', '[']))
}

/// The beginning of a text; what is cut off or torn in it does not matter here.
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
