//! Calendar days.

use super::Month;
use chrono::{Datelike, Days, NaiveDate};
use std::fmt;
use std::str::FromStr;

/// A calendar day, such as the day on which a measure was adopted or takes effect.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Day(NaiveDate);

impl Day {
    /// Its month; `None` outside the years of [`Month::new`].
    pub fn month(self) -> Option<Month> {
        Month::new(self.0.year(), self.0.month())
    }

    /// The day at a Unix time in seconds, UTC.
    pub fn of_seconds(seconds: u64) -> Option<Day> {
        let days = i32::try_from(seconds / 86_400).ok()?;
        NaiveDate::from_epoch_days(days).map(Day)
    }

    /// The first day of a month; `None` outside the calendar.
    pub fn first_of(month: Month) -> Option<Day> {
        NaiveDate::from_ymd_opt(month.year(), month.month(), 1).map(Day)
    }

    /// The last day of a month; `None` outside the calendar.
    pub fn last_of(month: Month) -> Option<Day> {
        Day::first_of(month.plus(1)).map(|next| next.plus(-1))
    }

    /// The day `days` later (earlier if negative); the same day if that is outside the calendar.
    pub fn plus(self, days: i64) -> Day {
        let count = Days::new(days.unsigned_abs());
        let moved = if days < 0 {
            self.0.checked_sub_days(count)
        } else {
            self.0.checked_add_days(count)
        };
        moved.map_or(self, Day)
    }

    /// The same day in another year; 28 February for 29 February.
    pub fn in_year(self, year: i32) -> Option<Day> {
        let same = self.0.with_year(year);
        same.or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
            .map(Day)
    }

    /// The day as a date of the calendar library.
    pub(super) fn date(self) -> NaiveDate {
        self.0
    }

    /// Its calendar year.
    pub fn year(self) -> i32 {
        self.0.year()
    }
}

/// A date in Chinese or Korean, `2017年8月5日`, `2017년 8월 5일`, in digits.
fn spelled_out(text: &str) -> Option<String> {
    let number = |text: &str| text.trim().parse::<u32>().ok();
    let (year, rest) = text.split_once(['年', '년'])?;
    let (month, rest) = rest.split_once(['月', '월'])?;
    let day = rest.trim_end().strip_suffix(['日', '일'])?;
    let (year, month, day) = (number(year)?, number(month)?, number(day)?);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Day {
    type Err = String;

    /// Reads `2017-08-05`, `2017年8月5日` and `2017년 8월 5일`.
    fn from_str(text: &str) -> Result<Day, String> {
        let spelled = spelled_out(text.trim());
        let text = spelled.as_deref().unwrap_or(text.trim());
        let wrong = || format!("`{text}` is not a date such as `2017-08-05`");
        // chrono would also accept signs and spaces.
        let is_plain = text.len() == 10
            && text
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'-');
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| wrong())?;
        (is_plain && Month::new(day.year(), day.month()).is_some())
            .then_some(Day(day))
            .ok_or_else(wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_by_the_calendar() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let february: Month = "2016-02".parse().unwrap();
        assert_eq!(Day::last_of(february), Some(day("2016-02-29")));
        assert_eq!(day("2017-03-01").plus(-1), day("2017-02-28"));
        assert_eq!(day("2016-02-29").in_year(2017), Some(day("2017-02-28")));
        assert_eq!(day("2017-12-22").in_year(2018), Some(day("2018-12-22")));
        assert_eq!(day("2017年8月5日"), day("2017-08-05"));
        assert_eq!(day("2017년 8월 5일"), day("2017-08-05"));
        for wrong in [
            "",
            "2017年8月",
            "2017年13月5日",
            "2017-08",
            "2017-8-5",
            "2017-02-30",
            "+017-08-05",
            "1017-08-05",
        ] {
            assert!(wrong.parse::<Day>().is_err(), "{wrong}");
        }
    }
}
