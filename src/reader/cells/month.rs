//! The spellings of a month that tables use.

use crate::reader::cells::number::narrow;
use crate::reader::errors::input_error::InputError;
use crate::trade::{Month, Period};
use chrono::NaiveDate;

const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Reads `2017-09`, `201709`, `2017/9`, `2017.09`, `Sep 2017`, `2017年9月`, or a day of the month.
pub(crate) fn read_month(text: &str) -> Result<Month, InputError> {
    let text = narrow(text);
    let text = text.trim();
    match parts(text) {
        Some((year, month)) => of_parts(&year, &month),
        None => Err(InputError::NotAMonth),
    }
}

/// Reads a month, or two joined by `..`.
pub(crate) fn read_period(text: &str) -> Result<Period, InputError> {
    match text.split_once("..") {
        None => read_month(text).map(Period::month),
        Some((from, to)) => {
            Period::new(read_month(from)?, read_month(to)?).ok_or(InputError::PeriodBackwards)
        }
    }
}

fn of_parts(year: &str, month: &str) -> Result<Month, InputError> {
    let spelled = format!("{year}-{month}");
    spelled.parse().map_err(|why: String| {
        // The only complaint about digits in this form is that the calendar lacks the month.
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if digits(year) && digits(month) && year.len() == 4 && month.len() <= 2 {
            InputError::NoSuchMonth(without_text(&why))
        } else {
            InputError::NotAMonth
        }
    })
}

/// The sentence without the text it begins with, which the message shows by itself.
fn without_text(why: &str) -> String {
    let rest = why.rsplit_once('`').map_or(why, |(_, rest)| rest);
    rest.trim().to_owned()
}

/// The year and the month as they are spelled, whatever stands between them.
fn parts(text: &str) -> Option<(String, String)> {
    east_asian(text)
        .or_else(|| in_english(text))
        .or_else(|| day(text))
        .or_else(|| in_digits(text))
}

fn in_digits(text: &str) -> Option<(String, String)> {
    let (year, month) = match text.split_once(['-', '/', '.']) {
        Some(parts) => parts,
        None if text.len() == 6 && text.is_ascii() => text.split_at(4),
        None => return None,
    };
    Some((year.to_owned(), month.to_owned()))
}

fn east_asian(text: &str) -> Option<(String, String)> {
    let (year, rest) = text.split_once(['年', '년'])?;
    let month = rest
        .trim()
        .trim_end_matches('份')
        .strip_suffix(['月', '월'])?;
    Some((year.trim().to_owned(), month.trim().to_owned()))
}

fn in_english(text: &str) -> Option<(String, String)> {
    let mut words = text
        .split([' ', '-', '/', '.', ',', '_'])
        .filter(|word| !word.is_empty());
    let (first, second) = (words.next()?, words.next()?);
    if words.next().is_some() {
        return None;
    }
    let named = |word: &str| english_month(word).map(|month| month.to_string());
    match (named(first), named(second)) {
        (Some(month), None) => Some((second.to_owned(), month)),
        (None, Some(month)) => Some((first.to_owned(), month)),
        _ => None,
    }
}

/// `mar`, `March`, `sept` as the number of the month.
pub(crate) fn english_month(word: &str) -> Option<usize> {
    let word = word.to_ascii_lowercase();
    let abbreviated = word.len() == 3 || word == "sept";
    ENGLISH
        .iter()
        .position(|name| *name == word || (abbreviated && name.starts_with(&word)))
        .map(|at| at + 1)
}

/// A whole date stands for its month: some tables write the first or the last day of it.
fn day(text: &str) -> Option<(String, String)> {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let [year, month, day] = parts[..] else {
        return None;
    };
    let number = |part: &str| part.parse::<u32>().ok();
    let date = NaiveDate::from_ymd_opt(year.parse().ok()?, number(month)?, number(day)?);
    date.map(|_| (year.to_owned(), month.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_september_2017_is_that_month() {
        for text in [
            "2017-09",
            "2017/9",
            "201709",
            "2017.09",
            "Sep 2017",
            "September 2017",
            "sept-2017",
            "2017 SEP",
            "2017年9月",
            "2017年09月份",
            "2017년 9월",
            "2017-09-01",
            "2017/9/30",
            "２０１７年９月",
            " 2017-09 ",
        ] {
            assert_eq!(read_month(text), Ok(Month::new(2017, 9).unwrap()), "{text}");
        }
    }

    #[test]
    fn a_month_that_the_calendar_lacks_is_told_from_what_is_no_month() {
        let thirteen = "has no month 13: months run from 01 to 12";
        for text in ["2017-13", "201713", "2017年13月", "2017/13"] {
            let wrong = Err(InputError::NoSuchMonth(thirteen.to_owned()));
            assert_eq!(read_month(text), wrong, "{text}");
        }
        for text in [
            "",
            "2017",
            "9",
            "Sep 17",
            "09-2017",
            "2017-09-31",
            "2017-09-",
            "total",
            "2017-1-",
            "20179",
        ] {
            assert_eq!(read_month(text), Err(InputError::NotAMonth), "{text}");
        }
    }

    #[test]
    fn a_period_runs_forward() {
        let month = |number| Month::new(2017, number).unwrap();
        assert_eq!(
            read_period("2017-01..2017-09").ok(),
            Period::new(month(1), month(9))
        );
        assert_eq!(
            read_period("2017-09..2017-01"),
            Err(InputError::PeriodBackwards)
        );
    }
}
