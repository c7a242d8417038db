//! Skips rows of partners that were not asked for: nearly all of a large download, if one partner
//! is wanted.
//!
//! Only the quotes, the three digits of the partner code and both ends of each row are examined.
//! Rows of any other shape, wanted or not, are left to the worker.

use crate::reader::fast::codes::partner_at;
use crate::reader::fast::marks::Marks;
use crate::reader::fast::plan::Plan;
use crate::reader::fast::regular_row::three_digits;
use crate::trade::Partner;

/// How to recognise such rows in a file with every field quoted.
pub(crate) struct SkippedPartners {
    /// Whether a customs code, as an index, is that of a partner not asked for.
    codes: Vec<bool>,
    /// The column of the code.
    column: usize,
    delimiter: u8,
    /// The number of quotes in a row.
    quotes: usize,
}

impl SkippedPartners {
    /// `None` if there can be no such rows, or if fields are not quoted.
    pub fn new(plan: &Plan, wanted: &[bool]) -> Option<SkippedPartners> {
        let column = plan.partner.filter(|_| plan.quoted)?;
        let codes = wanted.iter().zip(0..);
        let codes: Vec<bool> = codes
            .map(|(wanted, code)| !wanted && partner_at(code) != Partner::UNLISTED)
            .collect();
        codes.contains(&true).then_some(SkippedPartners {
            codes,
            column,
            delimiter: plan.delimiter,
            quotes: 2 * plan.named,
        })
    }

    /// Skips such rows from `at` on, as long as they begin before `end`, and records their
    /// partners. Returns where the first other row begins, and the number of rows skipped.
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
            // A line end contains no quote.
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

    /// The partner code, found by the quotes at the beginning of a row: each field up to it has
    /// exactly two, with nothing but the delimiter between fields.
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
