//! Sanctions on goods: the measures, the trade under them, how much of a year's trade they cover,
//! and how much of a cap is used.
//!
//! Source: DEFINITIONS "Sanctions"; `data/measures.csv`, `data/base-years.csv`.

mod bounds;
pub mod caps;
pub mod check;
pub mod coverage;
mod goods;
pub mod list;
mod rows;

pub use goods::HeldGoods;

use crate::trade::{Day, Month, Period, Regime};

/// What is asked of sanctions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wanted {
    /// The measures themselves.
    List(list::Asked),
    /// Trade under measures in force; whether any is a no.
    Check {
        /// Whether it is a no.
        fail_on_hit: bool,
    },
    /// The share of a year's trade that the measures cover.
    Coverage(coverage::Asked),
    /// How much of the caps is used.
    Caps(caps::Asked),
}

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

/// Whose measures, in the words of notes.
fn whose(regime: Regime) -> &'static str {
    match regime {
        Regime::Un => "UN",
        Regime::Cn => "China's",
    }
}

/// The year of a period that is one.
pub fn year_of(period: Period) -> Option<i32> {
    let whole = period == Period::year_to_date(period.to) && period.len() == 12;
    whole.then(|| period.from.year())
}
