//! The depth of a row as one number: the digits of its code, and its further breakdowns.

use crate::trade::{Observation, Observations, RowKey, RowKind};

/// The grain number of a detail row with a code of `digits` digits and the breakdown bits `splits`;
/// coarser grains have smaller numbers. Published figures have grain 0. The number is 1, plus 16
/// for each digit of the code, plus the four bits of [`Observation::splits`], so that rows are
/// compared by digits first.
pub fn detail_level_number(digits: usize, splits: u32) -> u32 {
    1 + digits.min(15) as u32 * 16 + splits
}

/// The digits of the codes of a grain number.
pub fn digits_of(detail_level: u32) -> u32 {
    detail_level.saturating_sub(1) / 16
}

/// The largest number of a row without an HS code: no digits, and all four bits of breakdowns.
pub const NO_CODE: u32 = 16;

/// The digits of every code and the breakdown bits of every split, worked out once per text.
pub struct DetailLevels {
    digits: Vec<u8>,
    splits: Vec<u8>,
}

impl DetailLevels {
    /// Works them out for every text.
    pub fn of(observations: &Observations) -> DetailLevels {
        let texts = observations.texts();
        DetailLevels {
            digits: texts.iter().map(|text| text.len().min(15) as u8).collect(),
            splits: texts
                .iter()
                .map(|text| Observation::splits(text) as u8)
                .collect(),
        }
    }

    /// The grain number of a row, see [`detail_level_number`].
    pub fn detail_level(&self, row: &RowKey) -> u32 {
        match row.kind {
            RowKind::Published => 0,
            RowKind::Detail => self.of_detail(row.code.0, row.split.0),
        }
    }

    /// The grain number of a detail row, by the text numbers of its code and split.
    pub fn of_detail(&self, code: u32, split: u32) -> u32 {
        let of = |all: &[u8], text: u32| all.get(text as usize).copied().unwrap_or(0);
        let digits = usize::from(of(&self.digits, code));
        detail_level_number(digits, u32::from(of(&self.splits, split)))
    }
}
