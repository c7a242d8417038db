//! Sets of HS codes, and which codes contain each other.

use std::collections::BTreeSet;
use std::ops::Bound;
use std::sync::Arc;

/// A set of HS codes. Two codes are relatives if one of them begins with the other.
#[derive(Debug, Default)]
pub struct Codes(pub BTreeSet<Arc<str>>);

impl Codes {
    /// Whether a code of the set begins with `code`, or `code` with it. The empty code, of all
    /// goods, is a relative of every other.
    pub fn has_relative(&self, code: &str) -> bool {
        let from = (Bound::Included(code), Bound::Unbounded);
        let next = self.0.range::<str, _>(from).next();
        self.coarsest(code).is_some() || next.is_some_and(|next| next.starts_with(code))
    }

    /// The shortest code of the set that `code` begins with.
    pub fn coarsest(&self, code: &str) -> Option<&Arc<str>> {
        (0..=code.len()).find_map(|end| self.0.get(code.get(..end)?))
    }
}
