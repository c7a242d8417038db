//! Which partners an input has in each month, so that a partner without trade can be distinguished
//! from one that the input does not cover.
//!
//! Source: docs/definitions.md, "Coverage", "One month twice: files, vintages, revisions" (a sum of
//! partners that lacks one of them is missing).

use crate::frame::chosen::Chosen;
use crate::frame::coverage::Coverage;
use crate::frame::coverage::input::MANY_CHAPTERS;
use crate::frame::place::Place;
use crate::trade::{PartnerChoice, Selection};
use std::collections::BTreeSet;

/// An input with rows of this many partners in a month is assumed to cover all of them, just as one
/// with this many chapters is assumed to cover all goods.
const MANY_PARTNERS: usize = MANY_CHAPTERS;

impl Coverage {
    /// Records the partners with rows in each period and flow, where all partners are added up.
    pub(super) fn look_at_partners(&mut self, chosen: &Chosen<'_>, selection: &Selection) {
        if selection.partner != PartnerChoice::All {
            return;
        }
        let inputs = &chosen.records().inputs;
        let is_disjoint: Vec<bool> = inputs
            .iter()
            .map(|input| input.disjoint.is_some())
            .collect();
        for row in chosen.rows() {
            // Pre-summed rows carry no partner of their own.
            if is_disjoint.get(row.input as usize) == Some(&true) {
                continue;
            }
            let place = (row.key.period, row.key.flow);
            let at = self.partners_at.entry((row.input, place)).or_default();
            at.insert(u32::from(row.key.partner));
        }
    }

    /// Whether an input covers, in this period and flow, a partner that it has in some month: it
    /// has a row of the partner there, or rows of many others.
    pub(super) fn tells_of(&self, input: u32, place: Place, partner: u32) -> bool {
        let at = self.partners_at.get(&(input, place));
        at.is_none_or(|at| at.contains(partner) || at.count() >= MANY_PARTNERS)
    }
}

/// A set of partners: one bit for each of those with a low number, as nearly all have.
#[derive(Debug, Default)]
pub(super) struct PartnerSet {
    bits: Vec<u64>,
    others: BTreeSet<u32>,
}

impl PartnerSet {
    /// Number of partners that have a bit.
    const LOW: u32 = 1024;

    fn insert(&mut self, partner: u32) {
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

    fn contains(&self, partner: u32) -> bool {
        let word = self.bits.get(partner as usize / 64);
        word.is_some_and(|word| word >> (partner % 64) & 1 == 1) || self.others.contains(&partner)
    }

    fn count(&self) -> usize {
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
