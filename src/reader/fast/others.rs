//! Skips rows of partners that were not asked for: nearly all of a large download, if one partner is
//! wanted.
//!
//! Only their quotes, the three digits of the partner code and their two ends are examined. Any row
//! that differs from that, wanted or not, is left to the worker.

use crate::reader::fast::codes::is_listed;
use crate::reader::fast::marks::Marks;
use crate::reader::fast::plan::Plan;
use crate::reader::fast::regular_row::three_digits;

/// What is known of such rows, in a file where every field is quoted.
pub(crate) struct Others {
    /// Which customs codes are those of partners that nobody asked for.
    codes: Vec<bool>,
    /// The column of the code.
    column: usize,
    delimiter: u8,
    /// How many quotes a row has.
    quotes: usize,
}

impl Others {
    /// `None` where there are no such rows, or where fields are not quoted.
    pub fn new(plan: &Plan, wanted: &[bool]) -> Option<Others> {
        let column = plan.partner.filter(|_| plan.quoted)?;
        let codes = wanted.iter().zip(0..);
        let codes: Vec<bool> = codes
            .map(|(wanted, code)| !wanted && is_listed(code))
            .collect();
        codes.contains(&true).then_some(Others {
            codes,
            column,
            delimiter: plan.delimiter,
            quotes: 2 * plan.named,
        })
    }

    /// Passes over such rows from `at` on, as long as they begin before `end`. Gives where the first
    /// row stands that may be another one, and how many there were; notes their partners.
    pub fn pass(
        &self,
        (block, marks): (&[u8], &Marks),
        (mut at, end): (usize, usize),
        partners: &mut [bool; 1000],
    ) -> (usize, u64) {
        let mut count = 0;
        let mut before = marks.count_before(at);
        while at < end {
            let Some(stop) = marks.end_from(at) else {
                break;
            };
            let next = match block.get(stop..) {
                Some([b'\n', ..]) => stop + 1,
                Some([b'\r', b'\n', ..]) => stop + 2,
                _ => break,
            };
            let after = marks.count_before(stop);
            let row = block.get(at..stop).unwrap_or_default();
            if after - before != self.quotes || !self.ends(row) {
                break;
            }
            let Some(code) = self.code(row, marks.quotes_from(at)).map(usize::from) else {
                break;
            };
            if self.codes.get(code) != Some(&true) {
                break;
            }
            partners[code] = true;
            // No quote stands in a line end.
            before = after;
            at = next;
            count += 1;
        }
        (at, count)
    }

    /// Whether a row ends with a quote, or with one and the delimiter.
    fn ends(&self, row: &[u8]) -> bool {
        match row {
            [.., b'"'] => true,
            [.., before, last] => *before == b'"' && *last == self.delimiter,
            _ => false,
        }
    }

    /// The code of the partner, from the quotes at the beginning of a row, where each field up to it
    /// has two quotes and nothing stands between fields but the delimiter.
    fn code(&self, row: &[u8], mut quotes: u64) -> Option<u16> {
        let mut next = || {
            let place = quotes.trailing_zeros() as usize;
            quotes &= quotes.wrapping_sub(1);
            place
        };
        let is_delimiter = |at: usize| row.get(at) == Some(&self.delimiter);
        let mut open = next();
        let mut is_apart = open == 0;
        for _ in 0..self.column {
            let close = next();
            open = next();
            is_apart &= close + 2 == open && is_delimiter(close + 1);
        }
        let close = next();
        if !is_apart || close != open + 4 || !is_delimiter(close + 1) {
            return None;
        }
        three_digits(row.get(open + 1..close)?)
    }
}
