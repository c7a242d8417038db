//! Release dates.

use super::{Day, Month};
use chrono::{Datelike, Days, NaiveDate};
use std::fmt;
use std::str::FromStr;

/// A release date: a day, or a month or year if the day is unknown.
///
/// Ordered by the last possible day, so that nothing counts as known before it certainly was.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Vintage {
    last_day: NaiveDate,
    precision: DatePart,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum DatePart {
    Day,
    Month,
    Year,
}

impl Vintage {
    /// The last day as a number, 1 January of year 1 being day 1; sorts releases.
    pub fn last_day(self) -> i32 {
        self.last_day.num_days_from_ce()
    }

    /// The last day that the date may mean; `None` outside the years of [`Month::new`].
    pub fn day(self) -> Option<Day> {
        Day::first_of(self.month()?).map(|first| first.plus(i64::from(self.last_day.day0())))
    }

    /// The day it counts as: `2025-07` is `2025-07-31`.
    pub fn as_day(self) -> Vintage {
        Vintage {
            precision: DatePart::Day,
            ..self
        }
    }

    /// The month of its last day; `None` outside the years of [`Month::new`].
    pub fn month(self) -> Option<Month> {
        Month::new(self.last_day.year(), self.last_day.month())
    }

    /// Whether it was released by the end of `date`.
    pub fn is_by(self, date: Vintage) -> bool {
        self.last_day <= date.last_day
    }
}

impl fmt::Display for Vintage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.last_day;
        match self.precision {
            DatePart::Day => write!(f, "{day}"),
            DatePart::Month => write!(f, "{:04}-{:02}", day.year(), day.month()),
            DatePart::Year => write!(f, "{:04}", day.year()),
        }
    }
}

impl From<Day> for Vintage {
    fn from(day: Day) -> Vintage {
        Vintage {
            last_day: day.date(),
            precision: DatePart::Day,
        }
    }
}

impl FromStr for Vintage {
    type Err = String;

    /// Parses `2025-06-30`, `2025-06` (the end of June) or `2025` (the end of the year).
    fn from_str(text: &str) -> Result<Vintage, String> {
        let wrong = || format!("`{text}` is not a date such as `2025-06-30` or `2025-06`");
        // A day, as nearly all dates are.
        if let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes()
            && [y1, y2, y3, y4, m1, m2, d1, d2]
                .iter()
                .all(u8::is_ascii_digit)
        {
            let number = |digits: &[u8]| {
                let digits = digits.iter().map(|digit| u32::from(digit - b'0'));
                digits.fold(0, |number, digit| number * 10 + digit)
            };
            let (year, month, day) = (
                number(&[y1, y2, y3, y4]),
                number(&[m1, m2]),
                number(&[d1, d2]),
            );
            return Ok(Vintage {
                last_day: NaiveDate::from_ymd_opt(year as i32, month, day).ok_or_else(wrong)?,
                precision: DatePart::Day,
            });
        }
        let parts: Vec<&str> = text.trim().split(['-', '/']).collect();
        if parts
            .iter()
            .any(|part| part.is_empty() || !part.bytes().all(|byte| byte.is_ascii_digit()))
            || parts[0].len() != 4
        {
            return Err(wrong());
        }
        let number = |at: usize| parts[at].parse::<u32>().map_err(|_| wrong());
        let year = number(0)? as i32;
        let (last_day, precision) = match parts.len() {
            1 => (NaiveDate::from_ymd_opt(year, 12, 31), DatePart::Year),
            2 => {
                let month = number(1)?;
                let next = if month == 12 {
                    (year + 1, 1)
                } else {
                    (year, month + 1)
                };
                let first_of_next = NaiveDate::from_ymd_opt(next.0, next.1, 1);
                let valid = NaiveDate::from_ymd_opt(year, month, 1).and(first_of_next);
                (
                    valid.and_then(|day| day.checked_sub_days(Days::new(1))),
                    DatePart::Month,
                )
            }
            3 => (
                NaiveDate::from_ymd_opt(year, number(1)?, number(2)?),
                DatePart::Day,
            ),
            _ => return Err(wrong()),
        };
        Ok(Vintage {
            last_day: last_day.ok_or_else(wrong)?,
            precision,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_known_only_at_its_end() {
        let vintage = |text: &str| text.parse::<Vintage>().unwrap();
        assert!(!vintage("2016-04").is_by(vintage("2016-04-15")));
        assert!(vintage("2016-04").is_by(vintage("2016-04-30")));
        assert!(vintage("2016-02").is_by(vintage("2016-02-29")));
        assert_eq!(vintage("2016-12").to_string(), "2016-12");
        assert!("2016-13".parse::<Vintage>().is_err() && "2016-02-30".parse::<Vintage>().is_err());
    }
}
