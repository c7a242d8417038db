//! A file that was read ahead of the others.

use crate::reader::fast::disjoint::KeyRange;
use crate::reader::profile::InputProfile;
use crate::trade::Observations;

/// What is kept of the rows of a file, where every partner is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Dedup {
    /// A sum for every key.
    ByKey,
    /// Sums no finer than the question: there is no other file in this run.
    NotNeeded,
    /// The same, with where the keys reach, so that other files can be seen to hold none of them.
    ByKeyRange,
}

/// A file that was read ahead.
pub(crate) struct ReadAhead {
    pub records: Observations,
    pub summary: InputProfile,
    /// Where its keys reach; nothing unless [`Dedup::ByKeyRange`] asks for it.
    pub ranges: Vec<KeyRange>,
    /// Whether it is certain that no key stands in it twice; likewise.
    pub is_distinct: bool,
}

/// What a file that was read ahead holds.
pub(crate) type Ahead = Option<Box<ReadAhead>>;
