//! Distinguishes rows of goods that cover all of their code from those that cover only a part of
//! it.

use crate::trade::TextId;
use std::collections::BTreeSet;

/// The note on rows whose good is narrower than their code, for instance diesel under 2710.
pub(super) const PART_OF_CODE: &str = "part of the heading";

/// Goods that are only a part of their code, by code and folded name. A note on one row applies to
/// all rows of that name: a publisher who distinguishes diesel from 2710 once always does.
#[derive(Default)]
pub(super) struct PartsOfCodes {
    pub parts: BTreeSet<(TextId, String)>,
    /// The index of each row of a good, with its code and name.
    pub rows: Vec<(usize, (TextId, String))>,
}

impl PartsOfCodes {
    pub fn look_at(&mut self, row: usize, code: TextId, name: String, note: &str) {
        let key = (code, name);
        if note.contains(PART_OF_CODE) {
            self.parts.insert(key.clone());
        }
        self.rows.push((row, key));
    }

    /// The rows that cover only a part of their code.
    pub fn rows(self) -> BTreeSet<usize> {
        let PartsOfCodes { parts, rows } = self;
        let is_part = |(_, key): &(usize, (TextId, String))| parts.contains(key);
        let rows = rows.into_iter().filter(is_part);
        rows.map(|(row, _)| row).collect()
    }
}
