//! The time that a question about sanctions refers to.

use crate::trade::{Day, Month, Period};

/// The day or month for which measures are looked up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum On {
    /// One day.
    Day(Day),
    /// Any day of a month.
    Month(Month),
}

impl On {
    /// Its last day.
    pub fn last(self) -> Option<Day> {
        match self {
            On::Day(day) => Some(day),
            On::Month(month) => Day::last_of(month),
        }
    }
}

/// The calendar year that a period covers exactly, if it does.
pub fn year_of(period: Period) -> Option<i32> {
    let whole = period == Period::year_to_date(period.to) && period.len() == 12;
    whole.then(|| period.from.year())
}
