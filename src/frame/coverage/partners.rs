//! Which partners an input has rows of in each month, so that one without a row is distinguished
//! from one that the input does not hold.
//!
//! Source: docs/definitions.md, "Coverage", "One month twice: files, vintages, revisions" (a sum of
//! partners that lacks one of them is missing).

use crate::frame::chosen::Chosen;
use crate::frame::coverage::Coverage;
use crate::frame::coverage::input::MANY_CHAPTERS;
use crate::frame::place::Place;
use crate::trade::{PartnerChoice, Selection};

/// An input with rows of so many partners in a month is taken to hold all of them, as one with so
/// many chapters is taken to hold all goods.
const MANY_PARTNERS: usize = MANY_CHAPTERS;

impl Coverage {
    /// Looks which partners have rows of each place, where all partners are added up.
    pub(super) fn look_at_partners(&mut self, chosen: &Chosen<'_>, selection: &Selection) {
        if selection.partner != PartnerChoice::All {
            return;
        }
        let inputs = &chosen.records().inputs;
        let is_apart: Vec<bool> = inputs.iter().map(|input| input.apart.is_some()).collect();
        let mut last = None;
        for row in chosen.rows() {
            let own = (row.input, (row.key.period, row.key.flow), row.key.partner);
            // Sums of many partners have none of their own.
            if last == Some(own) || is_apart.get(row.input as usize) == Some(&true) {
                continue;
            }
            last = Some(own);
            let at = self.partners_at.entry((row.input, own.1)).or_default();
            at.insert(u32::from(row.key.partner));
        }
    }

    /// Whether an input with rows of a place covers a partner that it holds in some month: it has a
    /// row of it there, or rows of many others.
    pub(super) fn tells_of(&self, input: u32, place: Place, partner: u32) -> bool {
        let at = self.partners_at.get(&(input, place));
        at.is_none_or(|at| at.contains(&partner) || at.len() >= MANY_PARTNERS)
    }
}
