//! Recognises regular rows, and splits them.

use crate::reader::fast::plan::Plan;
use crate::trade::Month;
use memchr::{memchr, memchr_iter};

/// The field that begins at `at`, without its quotes, and the position of the delimiter after it.
pub(crate) fn field_from<'b>(row: &'b [u8], at: usize, plan: &Plan) -> Option<(&'b [u8], usize)> {
    let rest = row.get(at..)?;
    if rest.first() != Some(&b'"') {
        let end = memchr(plan.delimiter, rest).unwrap_or(rest.len());
        let field = &rest[..end];
        return memchr(b'"', field).is_none().then_some((field, at + end));
    }
    let mut from = 1;
    loop {
        // Fields are short, so a simple loop finds the quote before a vectorised search is set up.
        let end = from + rest.get(from..)?.iter().position(|byte| *byte == b'"')?;
        if rest.get(end + 1) != Some(&b'"') {
            return Some((&rest[1..end], at + end + 1));
        }
        from = end + 2;
    }
}

/// Splits a row, without its line end, strictly: all quotes closed, as many fields as in the
/// header, nothing in columns without a name. `each` receives the columns with their fields, and
/// returns whether to go on. Returns whether the row was split to its end; `None` if it is not
/// regular.
pub(crate) fn split<'b>(
    row: &'b [u8],
    plan: &Plan,
    mut each: impl FnMut(usize, &'b [u8]) -> Option<bool>,
) -> Option<bool> {
    let mut at = 0;
    for column in 0..plan.fields {
        let (field, next) = field_from(row, at, plan)?;
        let field = field.trim_ascii();
        if column >= plan.named && !field.is_empty() {
            return None;
        }
        if !each(column, field)? {
            return Some(false);
        }
        let last = column + 1 == plan.fields;
        match row.get(next) {
            Some(byte) if *byte == plan.delimiter && !last => at = next + 1,
            None if last => return Some(true),
            _ => return None,
        }
    }
    None
}

/// Whether a row that is skipped, with `quotes` quotes, is exactly one row: neither half of a row
/// with a line end inside quotes, nor two rows without a line end between them.
pub(crate) fn is_whole(row: &[u8], quotes: usize, plan: &Plan) -> bool {
    // Nearly every row has as many quotes or delimiters as the header.
    let as_many = if plan.quoted {
        let body = row.strip_suffix(&[plan.delimiter]).unwrap_or(row);
        quotes == 2 * plan.named && body.first() == Some(&b'"') && body.last() == Some(&b'"')
    } else {
        quotes == 0 && memchr_iter(plan.delimiter, row).count() + 1 == plan.fields
    };
    as_many || split(row, plan, |_, _| Some(true)).is_some()
}

pub(crate) fn three_digits(text: &[u8]) -> Option<u16> {
    let [a, b, c] = text else { return None };
    [a, b, c].iter().try_fold(0u16, |number, byte| {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        Some(number * 10 + u16::from(digit))
    })
}

/// The index of the month `201709`.
pub(crate) fn month_index(text: &[u8]) -> Option<i32> {
    let digits = std::str::from_utf8(text).ok().filter(|_| text.len() == 6)?;
    let number: u32 = digits.parse().ok()?;
    Month::new((number / 100) as i32, number % 100).map(Month::index)
}
