//! The key under which the rows of a file are summed.

use crate::trade::{Currency, QuantityUnit};

/// The key under which the rows of a file are summed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(crate) struct Key {
    /// Index of the month; zero if the file has no month column.
    pub month: i32,
    /// The customs code as a number; zero if the file has no partner column or if all partners are
    /// summed.
    pub partner: u16,
    /// The HS code as a number, and its number of digits. The number is zero unless sums by code
    /// are wanted.
    pub code: u64,
    pub digits: u8,
    /// Index into `Sums::splits`.
    pub split: u32,
    pub currency: Currency,
    /// The unit of the quantity; `None` if there is none or none is asked for.
    pub unit: Option<QuantityUnit>,
}
