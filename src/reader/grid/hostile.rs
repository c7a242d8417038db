//! Checks the sizes that a workbook claims before memory is allocated for them. A few hundred bytes
//! can unpack to gigabytes, or claim a cell in the very last row and column.

use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;
use crate::reader::grid::bad_workbook::{MOST_ROWS, bad};
use crate::reader::grid::xml_tags::Tags;
use crate::reader::grid::{MOST_CELLS, MOST_COLUMNS};
use std::io::{self, Cursor, Read};
use zip::ZipArchive;

/// Maximum unpacked size of all parts of a workbook; a table by country has some 200 kB.
const MOST_UNPACKED: u64 = 64 << 20;
/// Limit for the texts of a `.xls`: their total size times the number of cells that use one.
const MOST_TEXTS: u64 = 512 << 20;
/// The largest numbers of rows and columns in a `.xls`.
const XLS_ROWS: u64 = 65_536;
const XLS_COLUMNS: u64 = 256;

/// Unpacks all parts of a `.xlsx`, `.xlsb` or `.ods` without keeping them, and refuses excessive
/// ones.
pub(crate) fn check_zip(bytes: &[u8]) -> Result<(), InputError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(bad)?;
    let mut left = MOST_UNPACKED;
    let mut piece = vec![0; 1 << 16];
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(bad)?;
        let mut tags = Tags::default();
        loop {
            let read = match part.read(&mut piece) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(bad(error)),
            };
            left = left
                .checked_sub(read as u64)
                .ok_or(InputError::File(FileError::TooManyCells))?;
            if tags.is_too_much(&piece[..read]) {
                return Err(bad("it has more attributes or namespaces than any table"));
            }
        }
    }
    Ok(())
}

/// Also counts the cells of a `.ods`, where one cell or row may be repeated a million times.
pub(crate) fn check_ods(bytes: &[u8]) -> Result<(), InputError> {
    check_zip(bytes)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(bad)?;
    let mut content = Vec::new();
    let part = archive.by_name("content.xml").map_err(bad)?;
    part.take(MOST_UNPACKED)
        .read_to_end(&mut content)
        .map_err(bad)?;
    repeats(&content)
}

/// Counts the cells in `content.xml`, with all repetitions of cells and rows.
fn repeats(content: &[u8]) -> Result<(), InputError> {
    const ROW: &[u8] = b"table:table-row";
    const CELLS: [&[u8]; 2] = [b"table:table-cell", b"table:covered-table-cell"];
    const COLUMNS_REPEATED: &[u8] = b"table:number-columns-repeated";
    const ROWS_REPEATED: &[u8] = b"table:number-rows-repeated";
    let (mut total, mut bytes) = (0u64, 0u64);
    // Of the current row: its repetitions, its cells up to the last one with content, and the empty
    // ones after that.
    let (mut rows, mut width, mut empty) = (1u64, 0u64, 0u64);
    // Empty rows since the last one with content. They count only if another such row follows.
    let mut empty_rows = 0u64;
    let mut widest = 0u64;
    let mut tags = memchr::memchr_iter(b'<', content).peekable();
    while let Some(at) = tags.next() {
        let until = tags.peek().copied().unwrap_or(content.len());
        let tag = &content[at + 1..until];
        let name_end = tag.iter().position(|byte| !is_name(*byte));
        let name = &tag[..name_end.unwrap_or(tag.len())];
        if name == ROW {
            rows = repeat(tag, ROWS_REPEATED);
            (width, empty) = (0, 0);
        } else if CELLS.contains(&name) {
            let times = repeat(tag, COLUMNS_REPEATED);
            let holds = [&b"office:"[..], b"formula"];
            let holds = holds
                .iter()
                .any(|word| memchr::memmem::find(tag, word).is_some());
            if holds {
                width = width.saturating_add(empty).saturating_add(times);
                empty = 0;
                let size = (until - at) as u64;
                bytes = bytes.saturating_add(size.saturating_mul(times).saturating_mul(rows));
            } else {
                empty = empty.saturating_add(times);
            }
        } else if name.is_empty()
            && tag
                .strip_prefix(b"/")
                .is_some_and(|rest| rest.starts_with(ROW))
        {
            widest = widest.max(width);
            if width == 0 {
                empty_rows = empty_rows.saturating_add(rows);
            } else {
                let all = rows.saturating_add(std::mem::take(&mut empty_rows));
                total = total.saturating_add(all.saturating_mul(widest));
            }
        }
        let too_many = total > MOST_CELLS as u64 || width > MOST_COLUMNS as u64;
        if too_many || bytes > MOST_UNPACKED {
            return Err(InputError::File(FileError::TooManyCells));
        }
    }
    Ok(())
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'-')
}

/// The number in an attribute; 1 if it is absent, the maximum if it is not a number.
fn repeat(tag: &[u8], attribute: &[u8]) -> u64 {
    let Some(at) = memchr::memmem::find(tag, attribute) else {
        return 1;
    };
    let rest = &tag[at + attribute.len()..];
    let start = rest.iter().position(u8::is_ascii_digit).unwrap_or(0);
    let digits = rest[start..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit());
    let digits: Vec<u8> = digits.copied().collect();
    let number = std::str::from_utf8(&digits).ok();
    number
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(u64::MAX)
}

/// Checks the records of a `.xls`, and refuses impossible cells, sizes and offsets.
pub(crate) fn check_xls(bytes: &[u8]) -> Result<(), InputError> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(bad)?;
    let name = ["/Workbook", "/Book"]
        .into_iter()
        .find(|name| file.is_stream(name));
    let name = name.ok_or_else(|| bad("it has no sheets; it may be a document or an email"))?;
    let mut stream = Vec::new();
    let part = file.open_stream(name).map_err(bad)?;
    // A chain of sectors cannot be longer than the file.
    part.take(bytes.len() as u64)
        .read_to_end(&mut stream)
        .map_err(bad)?;
    records(&stream)
}

fn records(stream: &[u8]) -> Result<(), InputError> {
    let mut rest = stream;
    let (mut texts, mut uses) = (0u64, 0u64);
    let mut in_texts = false;
    while let [kind_low, kind_high, low, high, after @ ..] = rest {
        let kind = u16::from_le_bytes([*kind_low, *kind_high]);
        let length = usize::from(u16::from_le_bytes([*low, *high]));
        let Some((data, next)) = after.split_at_checked(length) else {
            // There may be padding after the last sheet. If anything is missing, calamine reports
            // it.
            return Ok(());
        };
        rest = next;
        in_texts = kind == 0x00fc || (in_texts && kind == 0x003c);
        texts += if in_texts { length as u64 } else { 0 };
        uses += u64::from(kind == 0x00fd);
        if texts.saturating_mul(uses) > MOST_TEXTS {
            return Err(InputError::File(FileError::TooManyCells));
        }
        record(kind, data, stream.len())?;
    }
    Ok(())
}

fn record(kind: u16, data: &[u8], end: usize) -> Result<(), InputError> {
    let word = |at: usize| {
        let bytes = data.get(at..at + 2)?;
        Some(u64::from(u16::from_le_bytes([bytes[0], bytes[1]])))
    };
    let long = |at: usize| Some(word(at)? | word(at + 2)? << 16);
    let damaged = || bad("it is damaged");
    match kind {
        // A sheet and its offset.
        0x0085 => match long(0) {
            Some(at) if at <= end as u64 => Ok(()),
            _ => Err(damaged()),
        },
        // The numbers of rows and columns that a sheet claims.
        0x0200 => {
            let (rows, columns) = match data.len() {
                10 => ((word(0), word(2)), (word(4), word(6))),
                _ => ((long(0), long(4)), (word(8), word(10))),
            };
            let fits = |(first, end): (Option<u64>, Option<u64>), most: u64| {
                let (Some(first), Some(end)) = (first, end) else {
                    return false;
                };
                end <= most && (first < end || end == 0)
            };
            if fits(rows, XLS_ROWS) && fits(columns, XLS_COLUMNS) {
                Ok(())
            } else {
                Err(InputError::File(FileError::TooManyCells))
            }
        }
        // Records of all kinds of cells begin with row and column.
        0x0203..=0x0205 | 0x027e | 0x00fd | 0x00d6 | 0x00bd | 0x0006 => {
            let row_fits = word(0).is_some_and(|row| row < u64::from(MOST_ROWS));
            match word(2) {
                Some(column) if row_fits && column < XLS_COLUMNS => Ok(()),
                Some(_) => Err(InputError::File(FileError::TooManyCells)),
                None => Err(damaged()),
            }
        }
        _ => Ok(()),
    }
}
