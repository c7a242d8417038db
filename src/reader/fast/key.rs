//! What makes rows of one file belong together.

use crate::trade::{Currency, QuantityUnit};

/// What makes rows of one file belong together.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(crate) struct Key {
    /// Zero where the file has no month column.
    pub month: i32,
    /// The customs code as three digits; zero where the file has no partner column, or where all
    /// partners are added up.
    pub partner: u16,
    /// The HS code as a number, and how many digits it has; the number is zero unless sums are
    /// wanted by code.
    pub code: u64,
    pub digits: u8,
    /// Place in `Sums::splits`.
    pub split: u32,
    pub currency: Currency,
    /// The unit of the quantity; `None` where none is given, or none is asked for.
    pub unit: Option<QuantityUnit>,
}
