use std::fmt;
use std::str::FromStr;

/// A calendar month, ordered and counted by the calendar (never by position in a table).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Month(i32);

impl Month {
    /// The month `month` (1 to 12) of `year` (1900 to 2199); `None` outside of those.
    pub fn new(year: i32, month: u32) -> Option<Month> {
        ((1900..2200).contains(&year) && (1..=12).contains(&month))
            .then(|| Month(year * 12 + month as i32 - 1))
    }

    /// The months since January of year 0: the form a frame keeps a month in.
    pub fn index(self) -> i32 {
        self.0
    }

    /// The month that [`Month::index`] gave.
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

    /// The month `count` months later (earlier when negative).
    pub fn plus(self, count: i32) -> Month {
        Month(self.0 + count)
    }

    /// The same month a year earlier: the base of a yoy.
    pub fn year_before(self) -> Month {
        self.plus(-12)
    }

    /// January of this month's year.
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

    /// Reads `2017-09`, `201709`, `2017/9`, `2017.09`.
    fn from_str(text: &str) -> Result<Month, String> {
        let text = text.trim();
        let (year, month) = match text.split_once(['-', '/', '.']) {
            Some((year, month)) => (year, month),
            None if text.len() == 6 && text.is_ascii() => text.split_at(4),
            None => return Err(format!("`{text}` is not a month such as `2017-09`")),
        };
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || !digits(year) || !matches!(month.len(), 1 | 2) || !digits(month) {
            return Err(format!("`{text}` is not a month such as `2017-09`"));
        }
        let number: u32 = month.parse().unwrap_or(0);
        Month::new(year.parse().unwrap_or(0), number).ok_or_else(|| {
            if (1..=12).contains(&number) {
                format!("`{text}` is outside the years 1900 to 2199")
            } else {
                format!("`{text}` has no month {number}: months run from 01 to 12")
            }
        })
    }
}

/// A run of whole months, both ends included; a single month is a period too.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Period {
    /// The first month.
    pub from: Month,
    /// The last month, not before the first.
    pub to: Month,
}

impl Period {
    /// The period of one month.
    pub fn month(month: Month) -> Period {
        Period {
            from: month,
            to: month,
        }
    }

    /// `from` to `to`; `None` when they stand the wrong way round.
    pub fn new(from: Month, to: Month) -> Option<Period> {
        (from <= to).then_some(Period { from, to })
    }

    /// January to February of `year`, which the office sometimes publishes only together.
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

    /// Whether this is one month.
    pub fn is_month(self) -> bool {
        self.from == self.to
    }

    /// How many months it spans.
    pub fn len(self) -> usize {
        (self.to.index() - self.from.index() + 1).max(0) as usize
    }

    /// Always false: a period has at least one month.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Its months in order.
    pub fn months(self) -> impl DoubleEndedIterator<Item = Month> {
        (self.from.index()..=self.to.index()).map(Month::from_index)
    }

    /// The same months a year earlier.
    pub fn year_before(self) -> Period {
        self.plus(-12)
    }

    /// Periods in order, those that follow on each other joined; a run that is one stays one.
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

    /// Reads a month, or two joined by `..`: `2017-01..2017-09`.
    fn from_str(text: &str) -> Result<Period, String> {
        match text.split_once("..") {
            None => text.parse().map(Period::month),
            Some((from, to)) => Period::new(from.parse()?, to.parse()?)
                .ok_or_else(|| format!("`{text}` ends before it begins")),
        }
    }
}
