//! Parses the year and month in a cell, in all spellings.

use crate::reader::cells::date_digits::of_this_century;
use crate::reader::cells::month_names::named_month;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::month_error::MonthError;
use crate::trade::Month;
use chrono::NaiveDate;

pub(super) fn of_parts(year: &str, month: &str) -> Result<Month, InputError> {
    let spelled = format!("{year}-{month}");
    spelled.parse().map_err(|why: String| {
        // Digits in this form can only fail because there is no such month.
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if digits(year) && digits(month) && year.len() == 4 && month.len() <= 2 {
            InputError::Month(MonthError::NoSuchMonth(without_text(&why)))
        } else {
            InputError::Month(MonthError::NotAMonth)
        }
    })
}

/// The message without the text that it begins with, which is shown separately.
pub(super) fn without_text(why: &str) -> String {
    let rest = why.rsplit_once('`').map_or(why, |(_, rest)| rest);
    rest.trim().to_owned()
}

/// The year and the month as spelled, whatever separates them.
pub(super) fn parts(text: &str) -> Option<(String, String)> {
    east_asian(text)
        .or_else(|| in_english(text))
        .or_else(|| with_m(text))
        .or_else(|| day(text))
        .or_else(|| month_first(text))
        .or_else(|| in_digits(text))
}

/// `2017M09`, `2017-M09`.
pub(super) fn with_m(text: &str) -> Option<(String, String)> {
    let (year, month) = text.split_once(['M', 'm'])?;
    let year = year.trim_end_matches(['-', ' ', '/']);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (digits(year) && digits(month)).then(|| (year.to_owned(), month.to_owned()))
}

/// `09/2017`, `09.2017`: at most two digits before a year.
pub(super) fn month_first(text: &str) -> Option<(String, String)> {
    let (month, year) = text.split_once(['/', '.', '-'])?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (year.len() == 4 && month.len() <= 2 && digits(month) && digits(year))
        .then(|| (year.to_owned(), month.to_owned()))
}

pub(super) fn in_digits(text: &str) -> Option<(String, String)> {
    let (year, month) = match text.split_once(['-', '/', '.']) {
        Some(parts) => parts,
        None if text.len() == 6 && text.is_ascii() => text.split_at(4),
        // A day such as `20170901`.
        None if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) => {
            let (year, rest) = text.split_at(4);
            let (month, day) = rest.split_at(2);
            let date =
                NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
            date?;
            (year, month)
        }
        None => return None,
    };
    Some((year.to_owned(), month.to_owned()))
}

pub(super) fn east_asian(text: &str) -> Option<(String, String)> {
    let (year, rest) = text.split_once(['年', '년'])?;
    let month = rest
        .trim()
        .trim_end_matches('份')
        .strip_suffix(['月', '월'])?;
    Some((year.trim().to_owned(), month.trim().to_owned()))
}

pub(super) fn in_english(text: &str) -> Option<(String, String)> {
    let mut words = text
        .split([' ', '-', '/', '.', ',', '_', '\'', '’'])
        .filter(|word| !word.is_empty());
    let (first, second) = (words.next()?, words.next()?);
    if words.next().is_some() {
        return None;
    }
    let named = |word: &str| named_month(word).map(|month| month.to_string());
    match (named(first), named(second)) {
        // `Sep-17` is a month of 2017. `17-Sep` and `Sep 17` may be days.
        (Some(month), None) if text.contains(['-', '\'', '’']) => {
            Some((of_this_century(second), month))
        }
        (Some(month), None) => Some((second.to_owned(), month)),
        (None, Some(month)) => Some((first.to_owned(), month)),
        _ => None,
    }
}

/// The month of a full date: some tables give the first or the last day of each month.
pub(super) fn day(text: &str) -> Option<(String, String)> {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let [year, month, day] = parts[..] else {
        return None;
    };
    // A date uses one separator twice; `2017.1-9` is a period.
    let separators: Vec<char> = text
        .chars()
        .filter(|c| matches!(c, '-' | '/' | '.'))
        .collect();
    if separators.windows(2).any(|pair| pair[0] != pair[1]) {
        return None;
    }
    let number = |part: &str| part.parse::<u32>().ok();
    let date = NaiveDate::from_ymd_opt(year.parse().ok()?, number(month)?, number(day)?);
    date.map(|_| (year.to_owned(), month.to_owned()))
}
