//! What a regular row looks like, and its parts.

use super::Plan;
use crate::trade::Month;
use memchr::{memchr, memchr_iter};

/// The field that begins at `at`, without its quotes, and where the delimiter after it stands.
pub(super) fn field_from<'b>(row: &'b [u8], at: usize, plan: &Plan) -> Option<(&'b [u8], usize)> {
    let rest = row.get(at..)?;
    if rest.first() != Some(&b'"') {
        let end = memchr(plan.delimiter, rest).unwrap_or(rest.len());
        let field = &rest[..end];
        return memchr(b'"', field).is_none().then_some((field, at + end));
    }
    let mut from = 1;
    loop {
        // Fields are short: a plain walk finds the quote sooner than a vector search is set up.
        let end = from + rest.get(from..)?.iter().position(|byte| *byte == b'"')?;
        if rest.get(end + 1) != Some(&b'"') {
            return Some((&rest[1..end], at + end + 1));
        }
        from = end + 2;
    }
}

/// Whether a row that is not looked at any further can be one: its quotes pair up, and where every
/// field is quoted it begins and ends with one. Half of a row that a line end inside quotes has
/// torn fails this, or its other half does.
pub(super) fn is_whole(row: &[u8], plan: &Plan) -> bool {
    let paired = memchr_iter(b'"', row).count().is_multiple_of(2) && memchr(b'\r', row).is_none();
    let body = row.strip_suffix(&[plan.delimiter]).unwrap_or(row);
    paired
        && (!plan.quoted
            || (body.len() > 1 && body.first() == Some(&b'"') && body.last() == Some(&b'"')))
}

pub(super) fn three_digits(text: &[u8]) -> Option<u16> {
    let [a, b, c] = text else { return None };
    [a, b, c].iter().try_fold(0u16, |number, byte| {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        Some(number * 10 + u16::from(digit))
    })
}

/// `201709` as the index of its month.
pub(super) fn month_index(text: &[u8]) -> Option<i32> {
    let digits = std::str::from_utf8(text).ok().filter(|_| text.len() == 6)?;
    let number: u32 = digits.parse().ok()?;
    Month::new((number / 100) as i32, number % 100).map(Month::index)
}
