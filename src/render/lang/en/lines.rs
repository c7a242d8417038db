//! Wording for the small line charts next to the rows of a table.

use super::english::English;
use crate::render::lang::lines::Lines;

impl Lines for English {
    fn last_months(&self, months: u32) -> String {
        format!("{months} months")
    }

    fn scale_of_line(&self, below_zero: bool) -> &'static str {
        match below_zero {
            false => "each line from zero to its own highest month",
            true => "each line from zero, or its lowest month below zero, to its own highest month",
        }
    }

    fn hole_in_line(&self) -> &'static str {
        "· no data"
    }

    fn zero_in_line(&self) -> &'static str {
        "_ zero"
    }
}
