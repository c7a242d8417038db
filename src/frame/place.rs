//! The period and flow of a row.

use crate::trade::{Flow, Period};
use std::collections::HashMap;

/// A period and a flow.
pub type Place = (Period, Flow);

/// A fast hasher for whole numbers, the same in every run.
pub type Quick = foldhash::fast::FixedState;

/// A number for each period and flow, in order of first appearance.
#[derive(Default)]
pub struct Places {
    numbers: HashMap<Place, u32, Quick>,
    /// The periods and flows by number.
    pub list: Vec<Place>,
}

impl Places {
    pub fn number(&mut self, place: Place) -> u32 {
        let next = self.list.len() as u32;
        let number = *self.numbers.entry(place).or_insert(next);
        if number == next {
            self.list.push(place);
        }
        number
    }
}
