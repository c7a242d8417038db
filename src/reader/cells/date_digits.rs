//! The digits of dates.

/// Whether a part of a date has nothing but so many digits.
pub(super) fn is_number(part: &str, digits: std::ops::RangeInclusive<usize>) -> bool {
    digits.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// The full year for two digits, from 1970 to 2069.
pub(crate) fn of_this_century(year: &str) -> String {
    match year.parse::<u32>() {
        Ok(short) if year.len() == 2 => {
            format!(
                "{}",
                if short < 70 {
                    2000 + short
                } else {
                    1900 + short
                }
            )
        }
        _ => year.to_owned(),
    }
}
