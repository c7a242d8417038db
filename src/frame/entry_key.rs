//! The key by which detail rows are sorted and added up, packed into one number where it fits.

/// The key of a figure, plus the scope in which equal keys are added up. Entries are sorted by
/// these fields, in this order. [`Widths`] has the same order, and so have `pack` and `unpack`:
/// with another, packed keys would sort differently without an error.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct EntryKey {
    /// The number of the period and flow.
    pub period_flow: u32,
    pub part: u32,
    pub partner: u16,
    pub code: u32,
    pub split: u32,
    /// Whether it is a sum over disjoint inputs. Such a sum keeps less than the key of its rows,
    /// and is never mistaken for a row with that key.
    pub disjoint: bool,
    /// Deduplication scope: rows with the same key and scope are added up. The input number + 1, or
    /// 0 for all inputs proved disjoint, see `Input::disjoint`.
    pub added: u32,
}

/// The number of bits of each part of a packed key.
pub(super) struct Widths(pub [u32; 7]);

/// The number of bits needed for numbers up to this one.
pub(super) fn bits(largest: usize) -> u32 {
    usize::BITS - largest.leading_zeros()
}

impl Widths {
    /// The whole key as one number that sorts in the same order; only if [`Widths::fit`].
    pub fn pack(&self, key: &EntryKey) -> u64 {
        let parts = [
            key.period_flow,
            key.part,
            u32::from(key.partner),
            key.code,
            key.split,
            u32::from(key.disjoint),
            key.added,
        ];
        let parts = parts.into_iter().zip(self.0);
        parts.fold(0, |packed, (part, bits)| packed << bits | u64::from(part))
    }

    pub fn unpack(&self, mut packed: u64) -> EntryKey {
        let mut parts = [0u32; 7];
        for (part, bits) in parts.iter_mut().zip(self.0).rev() {
            *part = (packed & ((1 << bits) - 1)) as u32;
            packed >>= bits;
        }
        let [period_flow, part, partner, code, split, disjoint, added] = parts;
        EntryKey {
            period_flow,
            part,
            partner: partner as u16,
            code,
            split,
            disjoint: disjoint == 1,
            added,
        }
    }

    /// Whether a key fits into 64 bits.
    pub fn fit(&self) -> bool {
        self.0.iter().sum::<u32>() <= u64::BITS
    }
}
