//! What users state about inputs when they add them to an archive: that they cover all goods or all
//! partners of their months.

use crate::trade::{Flow, Month};
use std::collections::BTreeSet;

/// The months (the last of several) and flows of an input that are stated to be complete.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct StatedCoverage {
    /// Those with all goods.
    pub all_goods: BTreeSet<(Month, Flow)>,
    /// Those with all partners.
    pub all_partners: BTreeSet<(Month, Flow)>,
}

impl StatedCoverage {
    /// Whether nothing is stated.
    pub fn is_empty(&self) -> bool {
        self.all_goods.is_empty() && self.all_partners.is_empty()
    }
}

/// What inputs with a statement have of one month and flow, and what other inputs have of it: the
/// partners, where the statement is about goods, and the goods, where it is about partners.
#[derive(Debug)]
pub struct StatedAndOthers<T> {
    stated: BTreeSet<T>,
    others: BTreeSet<T>,
}

impl<T> Default for StatedAndOthers<T> {
    fn default() -> StatedAndOthers<T> {
        StatedAndOthers {
            stated: BTreeSet::new(),
            others: BTreeSet::new(),
        }
    }
}

impl<T: Ord> StatedAndOthers<T> {
    /// Adds what an input has.
    pub fn add(&mut self, is_stated: bool, one: T) {
        match is_stated {
            true => self.stated.insert(one),
            false => self.others.insert(one),
        };
    }

    /// Whether the statement is about this one.
    pub fn is_stated_of(&self, one: &T) -> bool {
        self.stated.contains(one)
    }

    /// Whether any input has this one.
    pub fn has(&self, one: &T) -> bool {
        self.stated.contains(one) || self.others.contains(one)
    }

    /// Whether the statement is about everything that any input has.
    pub fn is_stated_of_all(&self) -> bool {
        !self.stated.is_empty() && self.others.is_subset(&self.stated)
    }
}
