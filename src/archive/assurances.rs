//! What the user declares about inputs when adding them.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashSet};

/// What the user declares about all inputs added.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Assurances {
    /// Whether they cover all goods.
    pub all_goods: bool,
    /// Whether they cover all partners.
    pub all_partners: bool,
}

impl Assurances {
    /// Whether it declares something that `known` does not.
    pub(crate) fn says_more_than(self, known: Assurances) -> bool {
        self.all_goods && !known.all_goods || self.all_partners && !known.all_partners
    }
}

/// Rows of which it became known later that their inputs cover all goods or partners.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Assured {
    /// The names of the rows, see [`crate::archive::content::Contents::name_of`].
    pub names: BTreeSet<String>,
    pub all_goods: bool,
    pub all_partners: bool,
}

/// All that became known later: the names of the rows.
#[derive(Clone, Default, Debug)]
pub(crate) struct AssuredLater {
    all_goods: HashSet<String>,
    all_partners: HashSet<String>,
}

impl AssuredLater {
    pub(crate) fn note(&mut self, one: Assured) {
        if one.all_goods {
            self.all_goods.extend(one.names.iter().cloned());
        }
        if one.all_partners {
            self.all_partners.extend(one.names);
        }
    }

    pub(crate) fn of(&self, name: &str) -> Assurances {
        Assurances {
            all_goods: self.all_goods.contains(name),
            all_partners: self.all_partners.contains(name),
        }
    }
}
