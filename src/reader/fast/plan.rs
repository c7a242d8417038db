//! What is read from a large download, and how its sums are grouped.

use crate::reader::fast::mix::KeyHasher;
use crate::reader::fast::optional_fields::OptionalColumns;
use crate::trade::Currency;
use std::collections::HashSet;

/// Number of bytes that a thread takes at a time.
pub(crate) const BLOCK: u64 = 1 << 18;
/// How far the last row of a block usually extends into the next.
pub(crate) const SHORT_ROW: u64 = 1 << 12;
/// Maximum length of a row that is read this way.
pub(crate) const LONGEST_ROW: u64 = 1 << 16;

/// The layout of the rows in a file, and what is wanted from them.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub delimiter: u8,
    /// Number of fields in each row, including the nameless one at the end.
    pub fields: usize,
    /// Number of fields with a name.
    pub named: usize,
    /// Whether every field is quoted, as the platform does.
    pub quoted: bool,
    pub partner: Option<usize>,
    /// The column of the partner's name.
    pub partner_name: Option<usize>,
    /// Columns whose spelling does not distinguish rows.
    pub spelling_columns: Vec<usize>,
    pub month: Option<usize>,
    pub code: Option<usize>,
    pub split: [Option<usize>; 2],
    pub values: Vec<(usize, Currency)>,
    /// How the sums are grouped.
    pub group_by: GroupBy,
    /// The parts that are read only if asked for.
    pub extra: OptionalColumns,
    /// Partner number per customs code, when key ranges are tracked. Partners sharing a number form
    /// one key.
    pub partner_numbers: Option<Vec<u16>>,
    /// Whether every key is kept as well.
    pub keeps_keys: bool,
    /// Whether to look for rows that may be equal in every cell. If there are any, the file is
    /// irregular.
    pub finds_copies: bool,
    /// Hashes found in several rows. Only these rows are examined then, with all their cells.
    pub suspects: Option<HashSet<u64, KeyHasher>>,
}

/// How sums are grouped, in addition to month, split and currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct GroupBy {
    /// By partner and full code, because another file may have the same rows.
    pub everything: bool,
    /// By partner.
    pub partner: bool,
    /// By this number of digits of the code; the others are set to zero.
    pub digits: usize,
}
