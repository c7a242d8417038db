//! What a file is, from its first bytes.

use crate::reader::layout::bulletin::is_title;
use std::borrow::Cow;

/// What grids are read from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// `.xls`, `.xlsx`, `.xlsb`, `.ods`.
    Workbook,
    /// HTML, whatever its name: `.xls` files often are.
    Page,
    /// A text whose first lines hold the title of a table by country.
    Csv,
}

/// The lines in which a title must stand, and how much of a file is looked at for them.
const LINES: usize = 20;
const LOOKED_AT: usize = 8192;

/// What a file is, if grids are read from it.
pub(crate) fn kind(bytes: &[u8]) -> Option<Kind> {
    if crate::reader::grid::workbook::is_one(bytes) {
        return Some(Kind::Workbook);
    }
    let text = beginning(bytes);
    let text = crate::reader::grid::trimmed(&text);
    if text.starts_with('<') {
        return Some(Kind::Page);
    }
    let mut titles = text.lines().take(LINES).filter(|line| is_title(line));
    titles.next().map(|_| Kind::Csv)
}

/// The beginning of a text; what is cut off or torn in it does not matter here.
fn beginning(bytes: &[u8]) -> Cow<'_, str> {
    let bytes = &bytes[..bytes.len().min(LOOKED_AT)];
    let utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let is_utf8 = match std::str::from_utf8(bytes) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    };
    if utf16 {
        encoding_rs::UTF_16LE.decode(bytes).0
    } else if is_utf8 {
        String::from_utf8_lossy(bytes)
    } else {
        encoding_rs::GB18030.decode(bytes).0
    }
}
