//! Files given in addition to the data: groups of goods, claims, articles. They are opened, bounded
//! and decoded like tables, and errors in them are reported in the same words.

use crate::reader::bytes::decode;
use crate::reader::bytes::encoding::Encoding;
use crate::reader::bytes::open;
use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Problems;
use crate::reader::grid::{self, GridKind};
use crate::reader::layout::bulletin::TITLED;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

/// The size limit, ten thousand times that of a long list of groups.
const LARGEST: u64 = 64 << 20;

/// The bytes of such a file.
///
/// # Errors
/// If there is no such file, if it is a folder, a device, a socket or a named pipe, if it is far
/// too large, or if it cannot be read.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Problems> {
    let shown = path.display().to_string();
    let refuse = |wrong: InputError| {
        let mut problems = Problems::default();
        problems.of_file(&shown, &wrong);
        problems
    };
    let unreadable = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => refuse(InputError::File(FileError::NoSuchFile)),
        _ => refuse(InputError::File(FileError::Unreadable(open::sentence(
            &error,
        )))),
    };
    let kind = fs::metadata(path).map_err(unreadable)?.file_type();
    // Process substitution of a shell, `<(...)`, gives a pipe with a writer. Opening any other pipe
    // would wait for one.
    let of_shell = path.starts_with("/dev/fd") || path.starts_with("/proc/self/fd");
    if !(kind.is_file() || of_shell && open::is_pipe(kind)) {
        return Err(refuse(InputError::File(FileError::NotAPlainFile)));
    }
    if open::is_empty_file(path) {
        return Err(refuse(InputError::File(FileError::EmptyFile)));
    }
    let mut bytes = Vec::new();
    let opened = File::open(path).map_err(unreadable)?;
    opened
        .take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() as u64 > LARGEST {
        return Err(refuse(InputError::File(FileError::FileTooLarge)));
    }
    Ok(bytes)
}

/// The only table of such a file as comma-separated text, with every row on its original line. The
/// file may be delimited by commas, semicolons or tabs, or be a workbook, a page or JSON.
///
/// # Errors
/// As [`bytes()`]; also if the file is not text, or if it has no table or several.
pub fn table(path: &Path, encoding: Option<Encoding>) -> Result<String, Problems> {
    let bytes = bytes(path)?;
    let shown = path.display().to_string();
    let refuse = |wrong: InputError| {
        let mut problems = Problems::default();
        problems.of_file(&shown, &wrong);
        problems
    };
    let kind = match grid::kind(&bytes, encoding, &TITLED) {
        None | Some(GridKind::Csv) => {
            let text = decode::decode(&bytes, encoding).map_err(refuse)?;
            let unreadable =
                |why: csv::Error| refuse(InputError::File(FileError::Unreadable(why.to_string())));
            return under_commas(&text.decode(&text.bytes)).map_err(unreadable);
        }
        Some(kind) => kind,
    };
    let (grids, _) =
        grid::read(&bytes, kind, encoding, &TITLED).map_err(|(_, wrong, _)| refuse(wrong))?;
    let mut tables = grids.iter().filter(|grid| !grid.rows.is_empty());
    let Some(table) = tables.next() else {
        return Err(refuse(InputError::File(FileError::NoTable)));
    };
    let others = tables.count();
    if others > 0 {
        let tables = others + 1;
        return Err(refuse(InputError::File(FileError::NotOneTable(tables))));
    }
    let rows = table.rows.iter().map(|row| {
        let cells = row.cells.iter().map(|cell| cell.text.as_str());
        (row.number, cells.collect())
    });
    Ok(lines(rows))
}

/// Text delimited by semicolons or tabs, converted to commas; other text unchanged.
fn under_commas(text: &str) -> csv::Result<String> {
    let head = text.lines().find(|line| !line.trim().is_empty());
    let head = head.unwrap_or("");
    let delimiter = [b'\t', b';']
        .into_iter()
        .find(|sign| !head.contains(',') && head.contains(char::from(*sign)));
    let Some(delimiter) = delimiter else {
        return Ok(text.to_owned());
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().collect::<csv::Result<_>>()?;
    let rows = rows
        .iter()
        .map(|row| (line_of(row, text), row.iter().collect()));
    Ok(lines(rows))
}

/// The line of a row. Blank lines that the csv reader skipped before it are counted.
fn line_of(row: &csv::StringRecord, text: &str) -> u64 {
    let Some(position) = row.position() else {
        return 0;
    };
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    let blank = rest.iter().take_while(|byte| b"\r\n".contains(byte));
    position.line() + blank.filter(|byte| **byte == b'\n').count() as u64
}

/// Rows as lines of quoted fields, each on its original line.
fn lines<'t>(rows: impl Iterator<Item = (u64, Vec<&'t str>)>) -> String {
    let mut text = String::new();
    let mut at = 1;
    for (number, cells) in rows {
        while at < number {
            text.push('\n');
            at += 1;
        }
        for (column, cell) in cells.into_iter().enumerate() {
            text.push_str(if column == 0 { "\"" } else { ",\"" });
            let plain = cell.replace(['\r', '\n', '\0'], " ");
            text.push_str(&plain.replace('"', "\"\""));
            text.push('"');
        }
        text.push('\n');
        at += 1;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::under_commas;

    #[test]
    fn rows_keep_their_lines_whatever_stands_between_fields() {
        let under_commas = |text| under_commas(text).unwrap();
        assert_eq!(under_commas("a,b;c\n1,2\n"), "a,b;c\n1,2\n");
        assert_eq!(
            under_commas("a;b\n\n\"1;2\";x \"y\"\n"),
            "\"a\",\"b\"\n\n\"1;2\",\"x \"\"y\"\"\"\n"
        );
        assert_eq!(under_commas("a\tb\n1\t2"), "\"a\",\"b\"\n\"1\",\"2\"\n");
    }
}
