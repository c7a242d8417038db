//! Whole years as dates of annual tables.

use crate::trade::{Month, Period};

/// The year `2016`, `2016年`, `2016년` or `2016.0`, from January to December.
pub(crate) fn year(text: &str) -> Option<Period> {
    let text = text.trim().trim_end_matches(['年', '년']).trim_end();
    let digits = text.strip_suffix(".0").unwrap_or(text);
    let is_year = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let year = digits.parse().ok().filter(|_| is_year)?;
    let is_likely = (1900..2200).contains(&year);
    let months = Month::new(year, 1).zip(Month::new(year, 12));
    let (from, to) = months.filter(|_| is_likely)?;
    Period::new(from, to)
}
