//! The detail rows.

use crate::frame::copies::Copies;
use crate::trade::{Observations, RowKey, RowKind};

/// All detail rows, without copies.
#[derive(Clone, Copy)]
pub struct DetailRows<'a> {
    pub observations: &'a Observations,
    pub copies: &'a Copies,
}

impl<'a> DetailRows<'a> {
    /// Each detail row, with its index among all rows.
    pub fn rows(self) -> impl Iterator<Item = (u32, RowKey)> + 'a {
        let rows = (0..).zip(self.observations.rows.keys());
        rows.filter(move |(at, row)| row.kind == RowKind::Detail && !self.copies.contains(*at))
    }
}
