//! How deep a row goes, as one number: digits of its code, and what splits it further.

use crate::trade::{Observation, Observations, RowKind};

/// The number of a row's grain: 0 for a figure; else one for each depth of code and kind of split,
/// so that the coarser grain has the smaller number.
pub fn grain(row: &Observation, records: &Observations) -> u32 {
    if row.kind == RowKind::Published {
        return 0;
    }
    let depth = records.text_of(row.code).len();
    detail_grain(depth, Observation::splits(&records.text_of(row.split)))
}

/// The number of a grain of detail: codes of so many digits, split so.
pub fn detail_grain(digits: usize, splits: u32) -> u32 {
    1 + digits.min(15) as u32 * 16 + splits
}

/// Grains above this one are split by HS code.
pub const NO_CODE: u32 = 16;
