//! The time that a question about sanctions is for.

use crate::trade::{Day, Month, Period};

/// Day or month for which measures are looked up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum On {
    /// One day.
    Day(Day),
    /// Any day of a month.
    Month(Month),
}

impl On {
    /// The last day that it means.
    pub fn last(self) -> Option<Day> {
        match self {
            On::Day(day) => Some(day),
            On::Month(month) => Day::last_of(month),
        }
    }
}

/// The year of a period that is one.
pub fn year_of(period: Period) -> Option<i32> {
    let whole = period == Period::year_to_date(period.to) && period.len() == 12;
    whole.then(|| period.from.year())
}
