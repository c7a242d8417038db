//! Where a row stands: its period and flow.

use crate::trade::{Flow, Period};
use std::collections::HashMap;

/// A period and a flow.
pub type Place = (Period, Flow);

/// Hashes of whole numbers: quick, and the same in every run.
pub type Quick = foldhash::fast::FixedState;

/// A number for each period and flow, in the order in which they are met.
#[derive(Default)]
pub struct Places {
    numbers: HashMap<Place, u32, Quick>,
    /// The places by their numbers.
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
