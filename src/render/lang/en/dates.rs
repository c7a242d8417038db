//! Months, periods and days.

use super::english::English;
use crate::render::lang::dates::Dates;
use crate::trade::{Period, Vintage};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Dates for English {
    fn period(&self, period: Period) -> String {
        self::period(period)
    }

    fn day(&self, date: &str) -> String {
        day(date)
    }

    fn date_in_column(&self, date: Vintage) -> String {
        date.to_string()
    }
}

/// The name of a month, by its number.
pub(super) fn name_of_month(number: u32) -> &'static str {
    let at = usize::try_from(number).map_or(0, |number| number.wrapping_sub(1));
    MONTHS.get(at).copied().unwrap_or_default()
}

pub(super) fn period(period: Period) -> String {
    let Period { from, to } = period;
    if period.is_month() {
        return from.to_string();
    }
    match from.year() == to.year() {
        true => format!("{from}–{:02}", to.month()),
        false => format!("{from}–{to}"),
    }
}

pub(super) fn day(date: impl ToString) -> String {
    let text = date.to_string();
    let mut parts = text.split('-');
    let year = parts.next().unwrap_or_default();
    let month = parts.next().and_then(|month| month.parse().ok());
    let month = month.map(name_of_month).filter(|name| !name.is_empty());
    match (month, parts.next()) {
        (Some(month), Some(day)) => {
            format!("{} {month} {year}", day.trim_start_matches('0'))
        }
        (Some(month), None) => format!("{month} {year}"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_months_are_spelled_out_and_years_named_once() {
        assert_eq!(day("2017-07-03"), "3 July 2017");
        assert_eq!(day("2017-10"), "October 2017");
        assert_eq!(day("2017"), "2017");
        assert_eq!(day("2017-13"), "2017-13");
        assert_eq!(
            English.date_in_column("2017-07-03".parse().unwrap()),
            "2017-07-03"
        );
        let months = |from: &str, to: &str| {
            let of = Period::new(from.parse().unwrap(), to.parse().unwrap());
            period(of.unwrap())
        };
        assert_eq!(months("2017-01", "2017-09"), "2017-01–09");
        assert_eq!(months("2016-11", "2017-02"), "2016-11–2017-02");
    }
}
