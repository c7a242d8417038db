//! Determines how the dates of a column are read, for the layouts that have one column of them.

use crate::reader::cells::month::Dates;
use crate::reader::cells::quarters;
use crate::reader::cells::vocabulary;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::month_error::MonthError;
use crate::reader::row_reader::Reading;
use crate::trade::{Month, Period};
use std::collections::HashSet;

impl Reading<'_, '_> {
    /// Settles how the dates in a column are read: all of them together show which number of
    /// `01/09/2017` is the month, and which month `2017.1` is. `false`, with a problem added, if they
    /// may mean quarters or years.
    pub fn settle_dates(&mut self, column: usize) -> bool {
        /// Number of rows examined first: downloads have plain months in all of them.
        const AHEAD: usize = 200;
        /// Number of distinct dates considered.
        const MOST: usize = 5_000;
        if self.built_in {
            return true;
        }
        let name = self.table.header.get(column).cloned().unwrap_or_default();
        let ahead = self.table.ahead(AHEAD);
        let mut cells = ahead.iter().filter_map(|line| line.cells.get(column));
        if cells.all(|cell| is_plain(cell)) && vocabulary::plain(&name) != "date" {
            return true;
        }
        let (mut seen, mut dates) = (HashSet::new(), Vec::new());
        self.table.look_ahead(|line| {
            if let Some(cell) = line.cells.into_iter().nth(column)
                && seen.insert(cell.clone())
            {
                dates.push(cell);
            }
            dates.len() < MOST
        });
        let texts = || dates.iter().map(String::as_str);
        self.dates = Dates::of(texts());
        let spacing = quarters::spacing(&name, texts()).filter(|_| !self.is_ignored(&name));
        let Some(spacing) = spacing else {
            return true;
        };
        let wrong = InputError::Month(MonthError::MonthOrQuarter {
            column: name,
            spacing,
        });
        self.wrong_column(column, &wrong);
        false
    }

    /// The month or period in a field of that column. `None` if it has an error, already reported.
    pub fn period_in(&mut self, column: usize) -> Option<Period> {
        let read = self.dates.read(&self.table.cell(column));
        self.or_wrong(column, read)
    }

    /// The month in a field of that column. `None` if it has an error, already reported.
    pub fn month_in(&mut self, column: usize) -> Option<Month> {
        let read = self.dates.read(&self.table.cell(column));
        let month = read.and_then(|period| match period.is_month() {
            true => Ok(period.from),
            false => Err(InputError::Month(MonthError::NotAMonth)),
        });
        self.or_wrong(column, month)
    }
}

/// Whether a cell is blank, or a month or a period in a spelling that means nothing else: `201709`,
/// `2017-09`, `2017-M09`, `2017-01..2017-09`.
fn is_plain(cell: &str) -> bool {
    let digits = cell.strip_suffix(".0").unwrap_or(cell);
    let is_of_digits = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_dashed = cell.len() == 7 && cell.as_bytes()[4] == b'-';
    let says_month = cell
        .bytes()
        .skip(4)
        .take(2)
        .any(|byte| matches!(byte, b'M' | b'm'));
    is_of_digits || is_dashed || says_month || cell.contains("..") || cell.is_empty()
}
