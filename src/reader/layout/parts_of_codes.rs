//! Rows of goods that are a part of their code only, and those that stand for the whole of it.

use crate::trade::TextId;
use std::collections::BTreeSet;

/// What the note of a row says whose good is narrower than its code: diesel beside 2710.
pub(super) const PART_OF_CODE: &str = "part of the heading";

/// Goods that are only a part of the code they stand under, by code and folded name. One note is
/// enough for every row of the name: a publisher who distinguishes diesel from 2710 once does so
/// always.
#[derive(Default)]
pub(super) struct PartsOfCodes {
    pub parts: BTreeSet<(TextId, String)>,
    /// The place of each row of a good, and what it is.
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

    /// The rows that do not stand for the whole of their code.
    pub fn rows(self) -> BTreeSet<usize> {
        let PartsOfCodes { parts, rows } = self;
        let is_part = |(_, key): &(usize, (TextId, String))| parts.contains(key);
        let rows = rows.into_iter().filter(is_part);
        rows.map(|(row, _)| row).collect()
    }
}
