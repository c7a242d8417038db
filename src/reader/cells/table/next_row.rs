//! Reads the next row of a table: skips blank rows and notes, repairs names, and refuses cut-off
//! lines.

use crate::reader::cells::split::{Field, Row, SplitError};
use crate::reader::cells::table::Ends;
use crate::reader::cells::table::Line;
use crate::reader::cells::table::Located;
use crate::reader::cells::table::Repairable;
use crate::reader::cells::table::Table;
use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Location;
use std::borrow::Cow;

impl<'t> Table<'t> {
    /// Reads the next row that is not blank and has a field for each column.
    pub fn next(&mut self) -> Result<bool, Located> {
        loop {
            match self.splitter.next(&mut self.row) {
                Ok(false) => return Ok(false),
                Ok(true) if self.is_blank() => {}
                Ok(true) if self.is_repeated_header() => self.repeated_headers.push(self.line()),
                Ok(true) if self.notes_below && self.is_one_text() => {
                    let cells = self
                        .row
                        .fields
                        .iter()
                        .map(|field| self.read(field).into_owned());
                    self.notes.push(Line {
                        line: self.line(),
                        cells: cells.collect(),
                    });
                }
                Ok(true) => {
                    self.rows += 1;
                    self.not_cut_off()?;
                    self.number_not_cut()?;
                    return self.fit_width().map(|()| true);
                }
                Err(torn) => {
                    self.rows += 1;
                    return Err(self.torn(&self.row, torn));
                }
            }
        }
    }

    /// Whether only the first field is filled, with text.
    pub(super) fn is_one_text(&self) -> bool {
        let mut fields = self.row.fields.iter();
        let words = |field: &Field| self.read(field).chars().any(char::is_alphabetic);
        self.header.len() > 1
            && fields.next().is_some_and(words)
            && fields.all(|field| self.read(field).is_empty())
    }

    pub(super) fn is_blank(&self) -> bool {
        let mut fields = self.row.fields.iter();
        fields.all(|field| self.read(field).is_empty())
    }

    /// Whether the row repeats the header.
    pub(super) fn is_repeated_header(&self) -> bool {
        let Some(first) = self.header_row.fields.first() else {
            return false;
        };
        let bytes: &[u8] = &self.text.bytes;
        let same = |field: &Field, head: &Field| field.raw(bytes) == head.raw(bytes);
        self.row.fields.first().is_some_and(|one| same(one, first))
            && self.header.len() > 1
            && self.row.fields.len() >= self.header.len()
            && self
                .row
                .fields
                .iter()
                .zip(&self.header_row.fields)
                .all(|(field, head)| same(field, head))
    }

    /// Refuses a last line without a line end that also lacks the trailing delimiter of the header
    /// and of all other lines: its last number may be incomplete.
    pub(super) fn not_cut_off(&mut self) -> Result<(), Located> {
        let bytes: &[u8] = &self.text.bytes;
        let nameless = self.header_row.fields.len() > self.header.len();
        let fields = self.row.fields.len();
        let narrower = fields < self.header_row.fields.len()
            && self.fewest.is_none_or(|fewest| fewest > fields);
        self.fewest = Some(self.fewest.map_or(fields, |fewest| fewest.min(fields)));
        let at_end = self.splitter.place().0 >= bytes.len();
        if !(nameless && narrower && at_end) || matches!(bytes.last(), Some(b'\n' | b'\r')) {
            return Ok(());
        }
        let last = self.row.fields.len().saturating_sub(1);
        let found = self.cell(last).into_owned();
        Err((
            self.place(last),
            InputError::File(FileError::CutOff),
            Some(found),
        ))
    }

    /// Refuses a last line without a line end whose number is shorter than all above it by two
    /// digits, or before its point: it may be incomplete. A few numbers may have a decimal more
    /// than the last one by chance, since spreadsheets drop zeros at the end: that is remarked on.
    fn number_not_cut(&mut self) -> Result<(), Located> {
        let bytes: &[u8] = &self.text.bytes;
        let is_part = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'.' | b',');
        let may_be_cut = bytes.last().is_some_and(is_part);
        let Some(field) = self.row.fields.last().filter(|_| may_be_cut) else {
            return Ok(());
        };
        let number = field.raw(bytes).trim_ascii();
        if number.is_empty() || !number.iter().all(is_part) {
            return Ok(());
        }
        let decimals = number.iter().rev().position(|byte| !byte.is_ascii_digit());
        let decimals = decimals.unwrap_or(0);
        let digits = number.len() - decimals - usize::from(decimals > 0);
        let keeps_zeros = decimals > 0 && number.ends_with(b"0");
        let above = self.ends.replace(match self.ends {
            Some(ends) => Ends {
                count: ends.count + 1,
                decimals: ends.decimals.min(decimals),
                digits: ends.digits.min(digits),
                keeps_zeros: ends.keeps_zeros || keeps_zeros,
            },
            None => Ends {
                count: 1,
                decimals,
                digits,
                keeps_zeros,
            },
        });
        let Some(above) = above else {
            return Ok(());
        };
        const ENOUGH: u64 = 4;
        // A last zero is dropped from one number in ten.
        const NO_CHANCE: u64 = 20;
        if self.splitter.place().0 < bytes.len() {
            return Ok(());
        }
        let last = self.row.fields.len().saturating_sub(1);
        let found = self.cell(last).into_owned();
        let is_cut = match decimals < above.decimals {
            // Among a few numbers, one may well have no decimals.
            true if above.count < ENOUGH => number.ends_with(b"."),
            true => {
                above.keeps_zeros
                    || digits < above.digits
                    || above.count >= NO_CHANCE
                    || number.ends_with(b".")
            }
            false => {
                above.count >= ENOUGH
                    && above.decimals == 0
                    && decimals == 0
                    && digits + 1 < above.digits
            }
        };
        if is_cut {
            return Err((
                self.place(last),
                InputError::File(FileError::NumberCut),
                Some(found),
            ));
        }
        if decimals < above.decimals {
            self.incomplete_last_line = Some((self.line(), found));
        }
        Ok(())
    }

    pub(super) fn fit_width(&mut self) -> Result<(), Located> {
        let columns = self.header.len();
        while self.row.fields.len() > columns
            && let Some(last) = self.row.fields.last()
            && self.read(last).is_empty()
        {
            self.row.fields.pop();
        }
        let fields = self.row.fields.len();
        if fields == columns || (fields == columns + 1 && self.mend_row()) || self.ragged {
            return Ok(());
        }
        let (place, wrong) = if fields < columns {
            let line = Location {
                line: Some(self.line()),
                column: None,
            };
            (line, InputError::ShortRow { fields, columns })
        } else {
            (self.place(columns), InputError::LongRow { fields, columns })
        };
        let last = self.row.fields.last().map(|field| self.read(field));
        let found = if fields > columns {
            Some(self.cell(columns))
        } else {
            last
        };
        Err((place, wrong, found.map(Cow::into_owned)))
    }

    pub(super) fn mend_row(&mut self) -> bool {
        let Some(Repairable { column, is_name }) = self.mendable else {
            return false;
        };
        let fields = &self.row.fields;
        let (Some(first), Some(second)) = (fields.get(column), fields.get(column + 1)) else {
            return false;
        };
        let whole = first.joined(*second);
        if first.quoted || second.quoted || !is_name(&self.read(&whole)) {
            return false;
        }
        self.row.fields[column] = whole;
        self.row.fields.remove(column + 1);
        let (count, line) = self.repaired.unwrap_or((0, self.row.line));
        self.repaired = Some((count + 1, line));
        true
    }

    pub(super) fn torn(&self, row: &Row, torn: SplitError) -> Located {
        let bytes: &[u8] = &self.text.bytes;
        let (offset, wrong) = torn.blame();
        let rest = &bytes[offset..];
        let line_end = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        // More than a message shows, since lines may be very long.
        let line_end = line_end.min(1024);
        let found = self.text.decode(&rest[..line_end]).into_owned();
        (self.place_of(row, offset), wrong, Some(found))
    }
}
