//! The rows of detail.

use crate::frame::copies::Copies;
use crate::frame::depth::Place;
use crate::trade::{Observations, RowKey, RowKind};
use std::collections::HashMap;

/// Hashes of whole numbers: quick, and the same in every run.
pub type Quick = foldhash::fast::FixedState;

/// Every row of detail, copies left out.
#[derive(Clone, Copy)]
pub struct DetailRows<'a> {
    pub records: &'a Observations,
    pub copies: &'a Copies,
}

impl<'a> DetailRows<'a> {
    /// Each of them, with its place among all rows.
    pub fn rows(self) -> impl Iterator<Item = (u32, RowKey)> + 'a {
        let rows = (0..).zip(self.records.rows.keys());
        rows.filter(move |(at, row)| row.kind == RowKind::Detail && !self.copies.contains(*at))
    }
}

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
