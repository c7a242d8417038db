//! Codes of partners and goods as numbers.

use crate::reader::cells::number::digits;
use crate::reader::fast::plan::GroupBy;
use crate::trade::Partner;
use std::sync::LazyLock;

/// The partner with this customs code, or [`Partner::UNLISTED`].
pub(crate) fn partner_at(code: u16) -> u16 {
    static PLACES: LazyLock<Vec<u16>> = LazyLock::new(|| {
        let place = |code: u16| Partner::by_code(&format!("{code:03}"));
        let places = (0..1000).map(place);
        places
            .map(|place| place.unwrap_or(Partner::UNLISTED))
            .collect()
    });
    let place = PLACES.get(usize::from(code)).copied();
    place.unwrap_or(Partner::UNLISTED)
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

/// The chapter of a code of digits: its first two.
pub(crate) fn chapter(code: &[u8]) -> Option<u32> {
    let two = code.first_chunk::<2>()?;
    let [tens, ones] = two.map(|digit| u32::from(digit & 0xf));
    Some(tens * 10 + ones)
}

/// The number of a code of which only the first digits are kept, as many as the grouping needs.
pub(crate) fn kept_code(number: u64, length: usize, group_by: GroupBy) -> u64 {
    match length.checked_sub(group_by.digits) {
        Some(_) if !group_by.everything && group_by.digits == 0 => 0,
        Some(cut) if !group_by.everything => {
            let power = 10u64.pow(cut as u32);
            number / power * power
        }
        _ => number,
    }
}
