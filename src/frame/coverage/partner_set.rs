//! Which partners an input has in a month.

use std::collections::BTreeSet;

/// A set of partners: one bit for each of those with a low number, as nearly all have.
#[derive(Debug, Default)]
pub(super) struct PartnerSet {
    bits: Vec<u64>,
    others: BTreeSet<u32>,
}

impl PartnerSet {
    /// Number of partners that have a bit.
    const LOW: u32 = 1024;

    pub fn insert(&mut self, partner: u32) {
        if partner >= Self::LOW {
            self.others.insert(partner);
            return;
        }
        let word = partner as usize / 64;
        if self.bits.len() <= word {
            self.bits.resize(word + 1, 0);
        }
        self.bits[word] |= 1 << (partner % 64);
    }

    pub fn contains(&self, partner: u32) -> bool {
        let word = self.bits.get(partner as usize / 64);
        word.is_some_and(|word| word >> (partner % 64) & 1 == 1) || self.others.contains(&partner)
    }

    pub fn count(&self) -> usize {
        let low = self.bits.iter().map(|word| word.count_ones() as usize);
        low.sum::<usize>() + self.others.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in_and_nothing_else() {
        let mut set = PartnerSet::default();
        let partners = [0, 1, 63, 64, 64, 200, 1023, 1024, 65_535];
        assert_eq!((set.count(), set.contains(0)), (0, false));
        partners.iter().for_each(|partner| set.insert(*partner));
        assert_eq!(set.count(), 8);
        for partner in 0..70_000 {
            assert_eq!(
                set.contains(partner),
                partners.contains(&partner),
                "{partner}"
            );
        }
    }
}
