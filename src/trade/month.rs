//! Calendar months, and periods of several months.

use std::fmt;
use std::str::FromStr;

/// A calendar month. Months are ordered and counted by the calendar, never by position in a table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Month(i32);

impl Month {
    /// Month `month` (1 to 12) of `year` (1900 to 2199); `None` outside these ranges.
    pub fn new(year: i32, month: u32) -> Option<Month> {
        ((1900..2200).contains(&year) && (1..=12).contains(&month))
            .then(|| Month(year * 12 + month as i32 - 1))
    }

    /// The number of months since January of year 0, as stored in columns.
    pub fn index(self) -> i32 {
        self.0
    }

    /// The month with this [`Month::index`].
    pub fn from_index(index: i32) -> Month {
        Month(index)
    }

    /// The calendar year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month of the year, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.rem_euclid(12) as u32 + 1
    }

    /// The month `count` months later (earlier if negative).
    pub fn plus(self, count: i32) -> Month {
        Month(self.0 + count)
    }

    /// The same month a year earlier: the base of a y/y change.
    pub fn year_before(self) -> Month {
        self.plus(-12)
    }

    /// January of the same year.
    pub fn january(self) -> Month {
        Month(self.year() * 12)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

impl FromStr for Month {
    type Err = String;

    /// Parses `2017-09`, `201709`, `2017/9`, `2017.09`.
    fn from_str(text: &str) -> Result<Month, String> {
        let text = text.trim();
        let Some((year, number)) = digits_of_month(text) else {
            return Err(format!("`{text}` is not a month such as `2017-09`"));
        };
        Month::new(year, number).ok_or_else(|| {
            if (1..=12).contains(&number) {
                format!("`{text}` is outside the years 1900 to 2199")
            } else {
                format!("`{text}` has no month {number}: months run from 01 to 12")
            }
        })
    }
}

/// The year and month number in a text of the form of a month.
fn digits_of_month(text: &str) -> Option<(i32, u32)> {
    let (year, month) = match text.split_once(['-', '/', '.']) {
        Some((year, month)) => (year, month),
        None if text.len() == 6 && text.is_ascii() => text.split_at(4),
        None => return None,
    };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let is_month = matches!(month.len(), 1 | 2) && digits(month);
    if year.len() != 4 || !digits(year) || !is_month {
        return None;
    }
    Some((year.parse().ok()?, month.parse().ok()?))
}

/// A period of whole months, both ends included; possibly a single month.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Period {
    /// The first month.
    pub from: Month,
    /// The last month, never before the first.
    pub to: Month,
}

impl Period {
    /// A period of one month.
    pub fn month(month: Month) -> Period {
        Period {
            from: month,
            to: month,
        }
    }

    /// From `from` to `to`; `None` if `to` is earlier.
    pub fn new(from: Month, to: Month) -> Option<Period> {
        (from <= to).then_some(Period { from, to })
    }

    /// January to February of the year of `month`, which the office sometimes publishes only
    /// together.
    pub fn january_february(month: Month) -> Period {
        let january = month.january();
        Period {
            from: january,
            to: january.plus(1),
        }
    }

    /// January to `month`: the year to date.
    pub fn year_to_date(month: Month) -> Period {
        Period {
            from: month.january(),
            to: month,
        }
    }

    /// Whether it is a single month.
    pub fn is_month(self) -> bool {
        self.from == self.to
    }

    /// The number of months.
    pub fn len(self) -> usize {
        (self.to.index() - self.from.index() + 1).max(0) as usize
    }

    /// The months, in order.
    pub fn months(self) -> impl DoubleEndedIterator<Item = Month> {
        (self.from.index()..=self.to.index()).map(Month::from_index)
    }

    /// The same months a year earlier.
    pub fn year_before(self) -> Period {
        self.plus(-12)
    }

    /// The periods in order, with adjacent and overlapping ones merged.
    pub fn joined(periods: impl IntoIterator<Item = Period>) -> Vec<Period> {
        let mut sorted: Vec<Period> = periods.into_iter().collect();
        sorted.sort();
        let mut runs: Vec<Period> = Vec::new();
        for period in sorted {
            match runs.last_mut() {
                Some(last) if period.from <= last.to.plus(1) => last.to = last.to.max(period.to),
                _ => runs.push(period),
            }
        }
        runs
    }

    /// The period moved by `count` months.
    pub fn plus(self, count: i32) -> Period {
        Period {
            from: self.from.plus(count),
            to: self.to.plus(count),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_month() {
            self.from.fmt(f)
        } else {
            write!(f, "{}..{}", self.from, self.to)
        }
    }
}

impl FromStr for Period {
    type Err = String;

    /// Parses a month as [`Month`] does; a year, a half-year or a quarter: `2017`, `2017-H1`,
    /// `2017-Q3`, `2017q3`; or two of these joined by `..`: `2017-01..2017-09`, `2017-01..09`.
    fn from_str(text: &str) -> Result<Period, String> {
        let Some((from, to)) = text.split_once("..") else {
            return simple(text.trim());
        };
        let first = simple(from.trim())?;
        let to = to.trim();
        let last = if matches!(to.len(), 1 | 2) {
            Period::month(format!("{:04}-{to}", first.from.year()).parse()?)
        } else {
            simple(to)?
        };
        Period::new(first.from, last.to).ok_or_else(|| format!("`{text}` ends before it begins"))
    }
}

/// A month, a year, a half-year or a quarter.
fn simple(text: &str) -> Result<Period, String> {
    if digits_of_month(text).is_some() {
        return text.parse().map(Period::month);
    }
    let not_one = || {
        format!(
            "`{text}` is not a period such as `2017-Q3`, `2017-H1`, `2017` or `2017-01..2017-09`"
        )
    };
    let (year, rest) = text.split_at_checked(4).ok_or_else(not_one)?;
    if !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(not_one());
    }
    let part = rest.strip_prefix(['-', '/', '.']).unwrap_or(rest);
    let part = part.to_ascii_lowercase();
    let (months, at) = match part.as_bytes() {
        [] if rest.is_empty() => (12, 0),
        [b'q', at @ b'1'..=b'4'] => (3, at - b'1'),
        [b'h', at @ b'1'..=b'2'] => (6, at - b'1'),
        [b'q', ..] => {
            return Err(format!(
                "`{text}` is not a quarter: quarters run from Q1 to Q4"
            ));
        }
        [b'h', ..] => {
            return Err(format!("`{text}` is not a half-year: use H1 or H2"));
        }
        _ => return Err(not_one()),
    };
    let from = Month::new(year.parse().unwrap_or(0), u32::from(at) * months + 1)
        .ok_or_else(|| format!("`{text}` is outside the years 1900 to 2199"))?;
    Ok(Period {
        from,
        to: from.plus(months as i32 - 1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        match text.parse::<Period>() {
            Ok(period) => period.to_string(),
            Err(why) => why,
        }
    }

    #[test]
    fn quarters_halves_and_years_are_runs_of_months() {
        for (text, months) in [
            ("2017-Q1", "2017-01..2017-03"),
            ("2017-Q3", "2017-07..2017-09"),
            ("2017q4", "2017-10..2017-12"),
            ("2017/Q2", "2017-04..2017-06"),
            ("2017-H1", "2017-01..2017-06"),
            ("2017h2", "2017-07..2017-12"),
            ("2017", "2017-01..2017-12"),
            ("2017-09", "2017-09"),
            (" 201709 ", "2017-09"),
            ("2017-01..2017-09", "2017-01..2017-09"),
            ("201701..2017/9", "2017-01..2017-09"),
            ("2017-01..09", "2017-01..2017-09"),
            ("2017-01..1", "2017-01"),
            ("2017-Q1..2017-Q3", "2017-01..2017-09"),
            ("2017-H2..2018-02", "2017-07..2018-02"),
            ("2016..2017", "2016-01..2017-12"),
        ] {
            assert_eq!(read(text), months, "{text}");
        }
    }

    #[test]
    fn what_is_no_period_is_refused_with_what_stood_there() {
        let such = "is not a period such as `2017-Q3`, `2017-H1`, `2017` or `2017-01..2017-09`";
        for (text, why) in [
            (
                "2017-Q5",
                "`2017-Q5` is not a quarter: quarters run from Q1 to Q4".to_owned(),
            ),
            (
                "2017-Q",
                "`2017-Q` is not a quarter: quarters run from Q1 to Q4".to_owned(),
            ),
            (
                "2017-H3",
                "`2017-H3` is not a half-year: use H1 or H2".to_owned(),
            ),
            (
                "2017-13",
                "`2017-13` has no month 13: months run from 01 to 12".to_owned(),
            ),
            (
                "2017-01..13",
                "`2017-13` has no month 13: months run from 01 to 12".to_owned(),
            ),
            (
                "1700",
                "`1700` is outside the years 1900 to 2199".to_owned(),
            ),
            (
                "2017-09..2017-07",
                "`2017-09..2017-07` ends before it begins".to_owned(),
            ),
            (
                "2017-09..07",
                "`2017-09..07` ends before it begins".to_owned(),
            ),
            ("2017-", format!("`2017-` {such}")),
            ("17-Q3", format!("`17-Q3` {such}")),
            ("Q3", format!("`Q3` {such}")),
            ("", format!("`` {such}")),
            ("2017-01..", format!("`` {such}")),
            ("第三季度2017", format!("`第三季度2017` {such}")),
            ("2017年", format!("`2017年` {such}")),
        ] {
            assert_eq!(read(text), why, "{text}");
        }
    }
}
