//! How deep a row goes, as one number: digits of its code, and what splits it further.

use crate::trade::{Observation, Observations, RowKey, RowKind};

/// The number of a grain of detail: codes of so many digits, split so; the coarser grain has the
/// smaller number. That of a figure is 0.
pub fn detail_grain(digits: usize, splits: u32) -> u32 {
    1 + digits.min(15) as u32 * 16 + splits
}

/// Grains above this one are split by HS code.
pub const NO_CODE: u32 = 16;

/// What the texts of codes and splits say of the grain of a row, each text looked at once.
pub struct Grains {
    digits: Vec<u8>,
    splits: Vec<u8>,
}

impl Grains {
    /// Looks at every text.
    pub fn of(records: &Observations) -> Grains {
        let texts = records.texts();
        Grains {
            digits: texts.iter().map(|text| text.len().min(15) as u8).collect(),
            splits: texts
                .iter()
                .map(|text| Observation::splits(text) as u8)
                .collect(),
        }
    }

    /// The number of a row's grain, see [`detail_grain`].
    pub fn grain(&self, row: &RowKey) -> u32 {
        match row.kind {
            RowKind::Published => 0,
            RowKind::Detail => self.of_detail(row.code.0, row.split.0),
        }
    }

    /// The same of a row of detail, by the numbers of its code and split.
    pub fn of_detail(&self, code: u32, split: u32) -> u32 {
        let of = |all: &[u8], text: u32| all.get(text as usize).copied().unwrap_or(0);
        let digits = usize::from(of(&self.digits, code));
        detail_grain(digits, u32::from(of(&self.splits, split)))
    }
}
