//! What a file adds up to.

use crate::reader::fast::key::Key;
use crate::reader::fast::key_ranges::Span;
use crate::trade::NameOf;

/// The sum of one key, in whole units of the currency.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sum {
    pub units: i128,
    /// The quantity, in thousandths of its unit.
    pub quantity: i128,
    pub rows: u32,
    /// The line of the first row.
    pub line: u64,
}

/// Everything that a file adds up to.
#[derive(Debug, Default)]
pub(crate) struct Sums {
    /// By key, in order.
    pub sums: Vec<(Key, Sum)>,
    /// Province and trade mode as they stand.
    pub splits: Vec<[Vec<u8>; 2]>,
    /// Rows that are not blank.
    pub rows: u64,
    /// The customs codes of all partners that stand in the file.
    pub partners: Vec<u16>,
    /// The first name of each thing, in bytes.
    pub names: Vec<(NameOf, Vec<u8>, Vec<u8>)>,
    /// Where `Plan::partner_numbers` is there: from where to where the keys reach.
    pub spans: Vec<Span>,
}
