//! Codes of partners and goods as numbers.

use crate::reader::cells::number::digits;
use crate::reader::cells::partner::by_customs_code;
use crate::reader::fast::plan::GroupBy;
use std::sync::LazyLock;

/// Whether a partner has this customs code.
pub(crate) fn is_listed(code: u16) -> bool {
    static LISTED: LazyLock<Vec<bool>> = LazyLock::new(|| {
        let codes = 0..1000u16;
        codes
            .map(|code| by_customs_code(&format!("{code:03}")).is_some())
            .collect()
    });
    LISTED.get(usize::from(code)).copied().unwrap_or_default()
}

/// The HS code as a number; `None` if it is invalid.
pub(crate) fn whole_code(code: &[u8]) -> Option<u64> {
    if !matches!(code.len(), 0 | 2 | 4 | 6 | 8 | 10) {
        return None;
    }
    // A code of zeros only is invalid, as when reading row by row.
    let number = digits(code)? as u64;
    (number > 0 || code.is_empty()).then_some(number)
}

/// The number of a code of which only the first digits are kept, as many as the grouping needs.
pub(crate) fn kept_code(number: u64, length: usize, keeps: GroupBy) -> u64 {
    match length.checked_sub(keeps.digits) {
        Some(_) if !keeps.everything && keeps.digits == 0 => 0,
        Some(cut) if !keeps.everything => {
            let power = 10u64.pow(cut as u32);
            number / power * power
        }
        _ => number,
    }
}
