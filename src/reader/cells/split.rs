//! Splits bytes into rows and fields with their places.
//!
//! The csv crate does not give the column of a field, nor the line of a row after blank lines or
//! bare CRs, and it ends a field at an unclosed quote. Messages need all three. A test compares the
//! fields with those of the csv crate.

use crate::reader::errors::input_error::InputError;
use std::borrow::Cow;

/// One field: its place, and its content without quotes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    /// The offset of the field, including its quote.
    pub at: usize,
    start: usize,
    end: usize,
    pub quoted: bool,
    doubled: bool,
}

impl Field {
    /// The bytes between the quotes without ASCII blanks around them; doubled quotes are kept
    /// doubled.
    pub fn raw<'b>(&self, bytes: &'b [u8]) -> &'b [u8] {
        bytes.get(self.start..self.end).unwrap_or(&[]).trim_ascii()
    }

    /// The content, with doubled quotes resolved.
    pub fn meant<'b>(&self, bytes: &'b [u8]) -> Cow<'b, [u8]> {
        let raw = self.raw(bytes);
        if !self.doubled {
            return Cow::Borrowed(raw);
        }
        let mut meant = Vec::with_capacity(raw.len());
        let mut after_quote = false;
        for byte in raw {
            after_quote = *byte == b'"' && !after_quote;
            if !after_quote {
                meant.push(*byte);
            }
        }
        Cow::Owned(meant)
    }

    /// Joins this field and the next, including the delimiter between them.
    pub fn joined(self, next: Field) -> Field {
        Field {
            end: next.end,
            ..self
        }
    }
}

/// One row. Its memory is reused for the next one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    /// Line number, from 1, at which it begins.
    pub line: u64,
    /// Offset at which it begins.
    pub start: usize,
    pub fields: Vec<Field>,
}

/// Why a row cannot be split, with the offset of the error.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum SplitError {
    UnclosedQuote(usize),
    TextAfterQuote(usize),
    TooManyFields(usize),
    EndlessField(usize),
}

impl SplitError {
    /// The offset of the error, and the error.
    pub fn blame(self) -> (usize, InputError) {
        match self {
            SplitError::UnclosedQuote(offset) => (offset, InputError::UnclosedQuote),
            SplitError::TextAfterQuote(offset) => (offset, InputError::TextAfterQuote),
            SplitError::TooManyFields(offset) => (offset, InputError::TooManyColumns),
            SplitError::EndlessField(offset) => (offset, InputError::EndlessField),
        }
    }
}

/// No spreadsheet has more columns. A longer row is not part of a table, and its fields would fill
/// the memory.
const MOST_FIELDS: usize = 16_384;
/// No cell of a spreadsheet is that long. A quote or the line ends must be missing.
const LONGEST_FIELD: usize = 1 << 16;

/// Iterates over the rows of a file.
#[derive(Clone)]
pub(crate) struct Splitter<'b> {
    bytes: &'b [u8],
    delimiter: u8,
    at: usize,
    line: u64,
}

impl<'b> Splitter<'b> {
    pub fn new(bytes: &'b [u8], delimiter: u8) -> Splitter<'b> {
        Splitter {
            bytes,
            delimiter,
            at: 0,
            line: 1,
        }
    }

    /// The offset and the line of the next row.
    pub fn place(&self) -> (usize, u64) {
        (self.at, self.line)
    }

    /// The delimiter.
    pub fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// Reads the next row that is not blank into `row`; `false` at the end. After an error,
    /// continues with the next line.
    pub fn next(&mut self, row: &mut Row) -> Result<bool, SplitError> {
        while self.end_of_line() {}
        row.fields.clear();
        row.line = self.line;
        row.start = self.at;
        if self.at >= self.bytes.len() {
            return Ok(false);
        }
        loop {
            if row.fields.len() == MOST_FIELDS {
                let torn = SplitError::TooManyFields(self.at);
                self.skip_line();
                return Err(torn);
            }
            let field = self.field()?;
            if field.end - field.start > LONGEST_FIELD {
                self.skip_line();
                return Err(SplitError::EndlessField(field.at));
            }
            row.fields.push(field);
            if self.bytes.get(self.at) != Some(&self.delimiter) {
                self.end_of_line();
                return Ok(true);
            }
            self.at += 1;
        }
    }

    fn field(&mut self) -> Result<Field, SplitError> {
        let at = self.at;
        let blanks = self.blanks();
        if self.bytes.get(at + blanks) == Some(&b'"') {
            return self.quoted(at + blanks);
        }
        self.at = self.stop_after(at);
        Ok(Field {
            at,
            start: at,
            end: self.at,
            quoted: false,
            doubled: false,
        })
    }

    fn quoted(&mut self, at: usize) -> Result<Field, SplitError> {
        let start = at + 1;
        let mut from = start;
        let mut doubled = false;
        let end = loop {
            let rest = self.bytes.get(from..).unwrap_or(&[]);
            let Some(found) = memchr::memchr(b'"', rest) else {
                self.at = self.bytes.len();
                return Err(SplitError::UnclosedQuote(at));
            };
            if rest.get(found + 1) != Some(&b'"') {
                break from + found;
            }
            doubled = true;
            from += found + 2;
        };
        self.line += line_ends(&self.bytes[start..end]);
        self.at = end + 1;
        self.at += self.blanks();
        let field = Field {
            at,
            start,
            end,
            quoted: true,
            doubled,
        };
        match self.bytes.get(self.at) {
            None | Some(b'\r' | b'\n') => Ok(field),
            Some(byte) if *byte == self.delimiter => Ok(field),
            Some(_) => {
                let torn = SplitError::TextAfterQuote(self.at);
                self.skip_line();
                Err(torn)
            }
        }
    }

    /// Number of spaces and tabs here, unless they are the delimiter.
    fn blanks(&self) -> usize {
        let rest = self.bytes.get(self.at..).unwrap_or(&[]);
        rest.iter()
            .take_while(|byte| matches!(byte, b' ' | b'\t') && **byte != self.delimiter)
            .count()
    }

    fn stop_after(&self, from: usize) -> usize {
        let rest = self.bytes.get(from..).unwrap_or(&[]);
        memchr::memchr3(self.delimiter, b'\n', b'\r', rest).map_or(self.bytes.len(), |n| from + n)
    }

    fn skip_line(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or(&[]);
        self.at = memchr::memchr2(b'\n', b'\r', rest).map_or(self.bytes.len(), |n| self.at + n);
        self.end_of_line();
    }

    /// Skips one line end: LF, CRLF or CR.
    fn end_of_line(&mut self) -> bool {
        let step = match (self.bytes.get(self.at), self.bytes.get(self.at + 1)) {
            (Some(b'\r'), Some(b'\n')) => 2,
            (Some(b'\r' | b'\n'), _) => 1,
            _ => return false,
        };
        self.at += step;
        self.line += 1;
        true
    }
}

/// Number of line ends in the bytes: LF, CRLF or CR.
pub(crate) fn line_ends(bytes: &[u8]) -> u64 {
    let mut count = 0;
    for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
        let second_half = bytes[at] == b'\n' && at > 0 && bytes[at - 1] == b'\r';
        count += u64::from(!second_half);
    }
    count
}

/// The offset at which the line containing `offset` begins.
pub(crate) fn line_start(bytes: &[u8], offset: usize) -> usize {
    let before = bytes.get(..offset).unwrap_or(bytes);
    memchr::memrchr2(b'\n', b'\r', before).map_or(0, |end| end + 1)
}

/// A splitter for `bytes`. Skips a first line such as `sep=;`, which names the delimiter for Excel.
pub(crate) fn splitter(bytes: &[u8], delimiter_known: Option<u8>) -> Splitter<'_> {
    let mut start = 0;
    let mut declared = None;
    let line_end = memchr::memchr2(b'\n', b'\r', bytes).unwrap_or(bytes.len());
    let first = bytes[..line_end].trim_ascii();
    let first = first
        .strip_prefix(b"\"")
        .and_then(|first| first.strip_suffix(b"\""))
        .unwrap_or(first);
    if let [s, e, p, b'=', rest @ ..] = first
        && [s, e, p].map(u8::to_ascii_lowercase) == *b"sep"
    {
        // A tab may itself have been trimmed.
        declared = match rest {
            [] => Some(b'\t'),
            [delimiter @ (b',' | b';' | b'\t')] => Some(*delimiter),
            _ => None,
        };
        start = if declared.is_some() { line_end } else { 0 };
    }
    let delimiter = delimiter_known
        .or(declared)
        .unwrap_or_else(|| delimiter(&bytes[start..]));
    let mut splitter = Splitter::new(bytes, delimiter);
    splitter.at = start;
    splitter
}

/// The delimiter of the first line that is not blank: comma, tab or semicolon, whichever is most
/// frequent outside quotes.
fn delimiter(bytes: &[u8]) -> u8 {
    let mut counts = [(b',', 0), (b'\t', 0), (b';', 0)];
    let mut in_quotes = false;
    let mut blank = true;
    // A longer line is judged by its beginning.
    for byte in &bytes[..bytes.len().min(1 << 20)] {
        match byte {
            b'"' => in_quotes = !in_quotes,
            b'\r' | b'\n' if !in_quotes && !blank => break,
            _ if in_quotes => {}
            other => {
                for (delimiter, count) in &mut counts {
                    *count += u32::from(other == delimiter);
                }
            }
        }
        blank &= byte.is_ascii_whitespace();
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
    counts
        .iter()
        .find(|(_, count)| *count == most)
        .map_or(b',', |(delimiter, _)| *delimiter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, delimiter: u8) -> Vec<(u64, Vec<String>)> {
        let mut splitter = Splitter::new(text.as_bytes(), delimiter);
        let mut row = Row::default();
        let mut rows = Vec::new();
        while splitter.next(&mut row).unwrap() {
            let fields = row.fields.iter().map(|field| field.meant(text.as_bytes()));
            let fields = fields.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
            rows.push((row.line, fields.collect()));
        }
        rows
    }

    #[test]
    fn lines_are_counted_through_blank_lines_and_line_ends_inside_quotes() {
        let text = "\n\na,b\r\n\"1\r\n2\",3\r\r4,\"5\n\n6\"\n7,8";
        let lines: Vec<u64> = rows(text, b',').iter().map(|row| row.0).collect();
        assert_eq!(lines, [3, 4, 7, 10]);
    }

    #[test]
    fn quotes_blanks_and_delimiters_stay_inside_a_name() {
        let text = "\t\"Down \"\"jackets\"\", of cotton\" ,\" 5 \",\"\"\"\",\n";
        let fields = ["Down \"jackets\", of cotton", "5", "\"", ""];
        assert_eq!(rows(text, b',')[0].1, fields);
    }

    #[test]
    fn fields_are_those_of_the_csv_crate() {
        let pieces = ["a", "\"b\"", "\"c\"\"d\"", "\"e,\nf\"", "", "5\" pipe", "g"];
        // Many combinations of pieces in three rows of three columns, stepping by a large prime.
        for step in 0..2000usize {
            let piece = |at: usize| pieces[(step * 7919 / 7usize.pow(at as u32)) % 7];
            let line = |row: usize| [0, 1, 2].map(|at| piece(row + at)).join(",");
            let text = format!("{}\r\n{}\n{}", line(0), line(2), line(1));
            let theirs = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(text.as_bytes())
                .records()
                .map(|row| row.unwrap().iter().map(str::to_owned).collect())
                .collect::<Vec<Vec<String>>>();
            let ours: Vec<Vec<String>> = rows(&text, b',').into_iter().map(|row| row.1).collect();
            assert_eq!(ours, theirs, "{text}");
        }
    }

    #[test]
    fn an_unclosed_quote_is_blamed_where_it_opens() {
        let mut splitter = Splitter::new(b"a,b\n1,\"2\n3,4\n", b',');
        let mut row = Row::default();
        assert_eq!(splitter.next(&mut row), Ok(true));
        assert_eq!(splitter.next(&mut row), Err(SplitError::UnclosedQuote(6)));
        assert_eq!(splitter.next(&mut row), Ok(false));
    }

    #[test]
    fn the_walk_goes_on_after_text_behind_a_closing_quote() {
        let mut splitter = Splitter::new(b"\"a\"b,c\nd,e\n", b',');
        let mut row = Row::default();
        assert_eq!(splitter.next(&mut row), Err(SplitError::TextAfterQuote(3)));
        assert_eq!((splitter.next(&mut row), row.line), (Ok(true), 2));
    }

    #[test]
    fn the_delimiter_is_told_from_the_first_line() {
        assert_eq!(delimiter(b"\n\"a;b;c\",d\n1;2;3;4\n"), b',');
        assert_eq!(delimiter(b"a\tb, c\td\n"), b'\t');
        assert_eq!(delimiter(b"a;b;c\n1,5;2,5;3"), b';');
    }
}
