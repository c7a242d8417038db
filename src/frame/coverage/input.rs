//! What one file covers for a month and flow, and the evidence for it.

use std::collections::BTreeSet;
use std::sync::Arc;

/// An input with rows in this many chapters of a month is assumed to cover all goods of that month.
/// Two chapters prove nothing: a query for two chapters looks the same.
pub const MANY_CHAPTERS: usize = 10;

/// Why an input is known to cover all goods of a month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Evidence {
    /// The user says so.
    Stated,
    /// Its rows add up to a published total.
    Total,
    /// It has rows in many chapters and lacks none that other inputs have.
    Chapters,
}

/// Evidence that an input covers all goods, as deep as codes of so many digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Vouched {
    pub evidence: Evidence,
    pub digits: u32,
}

impl Vouched {
    pub fn by(evidence: Evidence, digits: u32) -> Vouched {
        Vouched { evidence, digits }
    }
}

/// What an input covers for a flow, over all months.
#[derive(Debug, Default)]
pub(super) struct InputCoverage {
    pub parts: BTreeSet<u32>,
    /// The chapters (first two digits) of its codes.
    pub chapters: BTreeSet<Arc<str>>,
    /// The provinces, trade modes or partners of the breakdown.
    pub keys: BTreeSet<Arc<str>>,
    pub partners: BTreeSet<u32>,
    pub prefixes: BTreeSet<usize>,
}
