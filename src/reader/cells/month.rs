//! Parses months and periods in the spellings that tables use.

mod runs;
mod serials;
pub(crate) mod whole_years;
mod year_and_month;

use crate::reader::cells::date_digits::of_this_century;
use crate::reader::cells::month::runs::run;
use crate::reader::cells::month::year_and_month::day;
use crate::reader::cells::month::year_and_month::of_parts;
use crate::reader::cells::month::year_and_month::parts;
use crate::reader::cells::month_form::{
    are_short_years, is_of_mainland, month_and_two_digits, short_year, tidied,
};
use crate::reader::cells::number::{PIECES, narrow};
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::month_error::MonthError;
use crate::trade::{Month, Period};
use chrono::Datelike;

/// Reads `2017-09`, `201709`, `2017/9`, `2017.09`, `2017M09`, `Sep 2017`, `Sep-17`, `2017年9月`,
/// `09/2017`, or a day of the month, also with a time of midnight.
pub(crate) fn read_month(text: &str) -> Result<Month, InputError> {
    if let Some(month) = with_dash(text) {
        return Ok(month);
    }
    let text = narrow(text);
    let text = tidied(without_time(text.trim()));
    if short_year(&text).is_some() {
        return Err(InputError::Month(MonthError::YearOfTwoDigits));
    }
    if let Some((_, "1")) = pointed(&text) {
        return Err(InputError::Month(MonthError::MonthAfterPoint));
    }
    match parts(&text) {
        Some((year, month)) => of_parts(&year, &month),
        None => Err(InputError::Month(MonthError::NotAMonth)),
    }
}

/// The month of `2017-09`, the spelling tried first; `None` for any other text.
fn with_dash(text: &str) -> Option<Month> {
    let digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
    match text.as_bytes() {
        [year @ .., b'-', tens, ones]
            if year.len() == 4 && digits(year) && digits(&[*tens, *ones]) =>
        {
            text.parse().ok()
        }
        _ => None,
    }
}

/// Reads a month or a period: `2017-01..2017-09`, `2017.1-9`, `2017年1至9月`, `Jan-Sep 2017`.
pub(crate) fn read_period(text: &str) -> Result<Period, InputError> {
    Dates::default().read(text)
}

/// How to read the dates of a column or header. All dates together decide what is ambiguous in a
/// single one.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Dates {
    /// The month meant by the `1` in `2017.1`.
    one_after_point: Option<u32>,
    /// Whether the day comes first in `01/09/2017`.
    day_first: Option<bool>,
    /// Whether `17年` means 2017.
    short_years: bool,
    /// Whether `Sep 17` means September 2017.
    years_after_blanks: bool,
    /// Whether numbers such as `42979` are dates as spreadsheets store them.
    serials: bool,
    /// Whether `2017` is the whole year.
    whole_years: bool,
}

impl Dates {
    /// Decides from all dates, in their order.
    pub fn of<'c>(cells: impl Iterator<Item = &'c str>) -> Dates {
        let mut cells: Vec<&str> = cells.map(str::trim).collect();
        cells.dedup();
        let short_years = is_of_mainland(cells.iter().copied());
        let cells: Vec<String> = cells.into_iter().map(tidied).collect();
        let pointed: Vec<(&str, &str)> = cells.iter().filter_map(|cell| pointed(cell)).collect();
        let days: Vec<[u32; 2]> = cells.iter().filter_map(|cell| two_and_year(cell)).collect();
        Dates {
            one_after_point: one_after_point(&pointed),
            day_first: day_first(&days),
            short_years,
            years_after_blanks: are_short_years(&cells),
            serials: serials::are_first_days(&cells),
            whole_years: false,
        }
    }

    /// Also considers other texts of the table, which may show its language.
    pub fn with_texts<'t>(self, texts: impl IntoIterator<Item = &'t str>) -> Dates {
        Dates {
            short_years: self.short_years || is_of_mainland(texts),
            ..self
        }
    }

    /// The same dates, in a table whose rows are whole years.
    pub fn of_whole_years(self) -> Dates {
        Dates {
            whole_years: true,
            ..self
        }
    }

    /// Whether the rows are whole years.
    pub fn are_whole_years(&self) -> bool {
        self.whole_years
    }

    /// Reads a month or a period.
    pub fn read(&self, text: &str) -> Result<Period, InputError> {
        if let Some(month) = with_dash(text) {
            return Ok(Period::month(month));
        }
        if self.whole_years
            && let Some(year) = whole_years::year(text)
        {
            return Ok(year);
        }
        // Two months with two points between them, before a search for those.
        let plain = text.get(..7).zip(text.get(9..));
        let plain = plain.filter(|_| text.get(7..9) == Some(".."));
        if let Some((from, to)) = plain.or_else(|| text.split_once(".."))
            && let (Some(from), Some(to)) = (with_dash(from), with_dash(to))
        {
            return Period::new(from, to).ok_or(InputError::Month(MonthError::PeriodBackwards));
        }
        let narrowed = narrow(text).replace(PIECES, "");
        let mut text = tidied(without_time(narrowed.trim()));
        if let Some((year, rest)) = short_year(&text) {
            if !self.short_years {
                return Err(InputError::Month(MonthError::YearOfTwoDigits));
            }
            text = format!("{}年{rest}", of_this_century(year));
        }
        let text = &*text;
        if self.years_after_blanks
            && let Some((month, year)) = month_and_two_digits(text)
        {
            let year = of_this_century(&format!("{year:02}"));
            return of_parts(&year, &month.to_string()).map(Period::month);
        }
        if self.serials
            && let Some(day) = serials::day(text)
        {
            return of_parts(&day.year().to_string(), &day.month().to_string()).map(Period::month);
        }
        if let Some((from, to)) = text.split_once("..") {
            let (from, to) = (read_month(from)?, read_month(to)?);
            return Period::new(from, to).ok_or(InputError::Month(MonthError::PeriodBackwards));
        }
        if let Some((year, "1")) = pointed(text) {
            let month = self
                .one_after_point
                .ok_or(InputError::Month(MonthError::MonthAfterPoint))?;
            return of_parts(year, &month.to_string()).map(Period::month);
        }
        if let Some([one, two]) = two_and_year(text) {
            let month = match self.day_first {
                _ if one == two => one,
                Some(true) => two,
                Some(false) => one,
                None if one > 12 => two,
                None if two > 12 => one,
                None => return Err(InputError::Month(MonthError::DayOrMonth)),
            };
            let year = text.get(text.len() - 4..).unwrap_or("");
            return of_parts(year, &month.to_string()).map(Period::month);
        }
        if day(text).is_none()
            && let Some((year, from, to)) = run(text)
        {
            let from = of_parts(&year, &from)?;
            let to = of_parts(&year, &to)?;
            return Period::new(from, to).ok_or(InputError::Month(MonthError::PeriodBackwards));
        }
        read_month(text).map(Period::month)
    }
}

/// The year and the month of `2017.1`: one or two digits after a point.
fn pointed(text: &str) -> Option<(&str, &str)> {
    let (year, month) = text.split_once('.')?;
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    (year.len() == 4 && matches!(month.len(), 1 | 2) && digits(year) && digits(month))
        .then_some((year, month))
}

/// The month meant by a single 1 after a point: January, or October if a spreadsheet read `2017.10`
/// as a number.
fn one_after_point(pointed: &[(&str, &str)]) -> Option<u32> {
    let is_one = |(_, month): &&(&str, &str)| *month == "1";
    let ones = pointed.iter().filter(is_one).count();
    if ones == 0 {
        return None;
    }
    let padded = pointed.iter().any(|(_, month)| month.starts_with('0'));
    let tens = pointed.iter().any(|(_, month)| *month == "10");
    match (padded, tens) {
        (true, true) => return None,
        (true, false) => return Some(10),
        (false, true) => return Some(1),
        (false, false) => {}
    }
    // The neighbours decide, if all of them agree.
    let neighbours = |at: usize| {
        let next = |step: isize| at.checked_add_signed(step).and_then(|at| pointed.get(at));
        [next(-1), next(1)]
            .into_iter()
            .flatten()
            .map(|(_, month)| *month)
    };
    let places = (0..pointed.len()).filter(|at| pointed[*at].1 == "1");
    let readings: Vec<Option<u32>> = places
        .map(|at| {
            let near: Vec<&str> = neighbours(at).collect();
            let january = near.iter().any(|month| ["2", "12"].contains(month));
            let october = near.iter().any(|month| ["9", "11"].contains(month));
            match (january, october) {
                (true, false) => Some(1),
                (false, true) => Some(10),
                _ => None,
            }
        })
        .collect();
    let first = *readings.first()?;
    readings
        .iter()
        .all(|one| *one == first)
        .then_some(first)
        .flatten()
}

/// The two numbers before the year of `01/09/2017`. A date uses one separator throughout;
/// `1-9.2017` is a period.
fn two_and_year(text: &str) -> Option<[u32; 2]> {
    let separator = text.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
    let mut parts = text.split(separator);
    let (one, two, year) = (parts.next()?, parts.next()?, parts.next()?);
    let number = |part: &str| {
        part.parse::<u32>()
            .ok()
            .filter(|_| matches!(part.len(), 1 | 2))
    };
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    (is_year && parts.next().is_none()).then_some([number(one)?, number(two)?])
}

/// Whether the day comes first; `None` if all dates of the column leave it open.
fn day_first(days: &[[u32; 2]]) -> Option<bool> {
    let any = |at: usize, is: fn(u32) -> bool| days.iter().any(|day| is(day[at]));
    match (any(0, |one| one > 12), any(1, |two| two > 12)) {
        (true, false) => return Some(true),
        (false, true) => return Some(false),
        (true, true) => return None,
        (false, false) => {}
    }
    // The first of every month: the number that never changes is the day.
    match (any(0, |one| one != 1), any(1, |two| two != 1)) {
        (false, true) => Some(true),
        (true, false) => Some(false),
        _ => None,
    }
}

/// Strips a time of midnight after a date (`2017-09-01 00:00:00`, `2017-09-01T00:00:00Z`), a time
/// in the last second of the day, with which pandas ends a month (`2017-09-30 23:59:59.999999999`),
/// and the decimals of a code that became a number (`201709.0`).
pub(crate) fn without_time(text: &str) -> &str {
    if let Some(whole) = text.strip_suffix(".0")
        && matches!(whole.len(), 6 | 8)
        && whole.bytes().all(|byte| byte.is_ascii_digit())
    {
        return whole;
    }
    let Some((date, time)) = text.split_once([' ', 'T', 't']) else {
        return text;
    };
    let time = time.trim_end_matches(['Z', 'z']).trim();
    // Midnight is local time, so the zone does not matter.
    let (time, zone) = time.split_once(['+', '-']).unwrap_or((time, "00"));
    let is_zero =
        |text: &str| text.contains('0') && text.chars().all(|c| matches!(c, '0' | ':' | '.'));
    let is_zone = zone
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b':');
    let is_last = time
        .strip_prefix("23:59:59")
        .is_some_and(|rest| rest.chars().all(|c| matches!(c, '.' | '9')));
    if (is_zero(time) || is_last) && is_zone {
        date
    } else {
        text
    }
}

#[cfg(test)]
mod tests;
