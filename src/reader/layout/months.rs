//! Parses years and months that are in separate cells.

use crate::reader::cells::month_form::MARKS;
use crate::reader::cells::month_names::named_month;

/// The number of a month given without its year: `9`, `09`, `9月`, `September`, `M09`.
pub(crate) fn month_number(text: &str) -> Option<u32> {
    let text = text
        .trim()
        .trim_end_matches('份')
        .trim_end_matches(['月', '월', '.'])
        .trim();
    let digits = text.strip_prefix(['m', 'M']).unwrap_or(text);
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    let is_number =
        matches!(digits.len(), 1 | 2) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits.parse().ok().filter(|_| is_number);
    number
        .or_else(|| named_month(text).and_then(|month| u32::try_from(month).ok()))
        .filter(|month| (1..=12).contains(month))
}

/// The year in a cell: `2016`, `2016年`, `2016.0`.
pub(crate) fn year_number(text: &str) -> Option<i32> {
    // A raised number is a footnote; `2017*` may be part of a year.
    let is_raised = |c: char| MARKS.contains(&c) && c.is_numeric();
    let text = text.trim().trim_end_matches(is_raised);
    let text = text.trim().trim_end_matches(['年', '년']).trim();
    let text = text.strip_suffix(".0").unwrap_or(text);
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse()
        .ok()
        .filter(|year| is_year && (1900..2200).contains(year))
}
