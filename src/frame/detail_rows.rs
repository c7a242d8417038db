//! The rows of detail.

use crate::frame::copies::Copies;
use crate::trade::{Observations, RowKey, RowKind};

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
