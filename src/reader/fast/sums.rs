//! The sums of a file.

use crate::reader::fast::key::Key;
use crate::reader::fast::key_ranges::StratumRange;
use crate::trade::NameKind;

/// The sum for one key, in whole units of the currency.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sum {
    pub units: i128,
    /// The quantity, in thousandths of its unit.
    pub quantity: i128,
    pub rows: u32,
    /// The line of the first row.
    pub line: u64,
}

/// All sums of a file.
#[derive(Debug, Default)]
pub(crate) struct Sums {
    /// By key, in order.
    pub sums: Vec<(Key, Sum)>,
    /// The raw bytes of province and trade mode.
    pub splits: Vec<[Vec<u8>; 2]>,
    /// Number of rows that are not blank.
    pub rows: u64,
    /// The customs codes of all partners in the file.
    pub partners: Vec<u16>,
    /// The first name of each item, as raw bytes.
    pub names: Vec<(NameKind, Vec<u8>, Vec<u8>)>,
    /// The ranges of the keys, if `Plan::partner_numbers` is set.
    pub spans: Vec<StratumRange>,
    /// The key of each row, if `Plan::keeps_keys` is set, with the index of its range.
    pub keys: Vec<(usize, u64)>,
}
