//! What is read of a large download, and what its sums are distinguished by.

use crate::reader::fast::mix::Quick;
use crate::reader::fast::optional_fields::Extra;
use crate::trade::Currency;
use std::collections::HashSet;

/// How many bytes a thread takes at a time.
pub(crate) const BLOCK: u64 = 1 << 20;
/// How far the last row of a block reaches into the next, as a rule.
pub(crate) const SHORT_ROW: u64 = 1 << 12;
/// The longest row that is read this way.
pub(crate) const LONGEST_ROW: u64 = 1 << 16;

/// Where everything stands in a file.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub delimiter: u8,
    /// How many fields each row has, the nameless one at the end included.
    pub fields: usize,
    /// How many have a name.
    pub named: usize,
    /// Whether every field is quoted, as the platform writes them.
    pub quoted: bool,
    pub partner: Option<usize>,
    /// The column of the partner's name.
    pub partner_name: Option<usize>,
    /// Columns whose spelling distinguishes no rows.
    pub spelling_columns: Vec<usize>,
    pub month: Option<usize>,
    pub code: Option<usize>,
    pub split: [Option<usize>; 2],
    pub values: Vec<(usize, Currency)>,
    /// By what the sums are distinguished.
    pub keeps: GroupBy,
    /// What is read only where it is asked for.
    pub extra: Extra,
    /// The number of the partner of each customs code, where it is wanted from where to where the
    /// keys reach; partners that have one number are one in a key.
    pub partner_numbers: Option<Vec<u16>>,
    /// Whether rows that may be equal in every cell are looked for: they make the file irregular.
    pub finds_copies: bool,
    /// Hashes that several rows were seen to have: these rows alone are looked at then, each as a
    /// whole.
    pub suspects: Option<HashSet<u64, Quick>>,
}

/// By what sums are distinguished, beside month, split and currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct GroupBy {
    /// By partner and whole code, because another file may hold the same rows.
    pub everything: bool,
    /// By partner.
    pub partner: bool,
    /// By so many digits of the code; the others are zeros then.
    pub digits: usize,
}
