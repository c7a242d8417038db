//! A file that was read ahead of the others.

use crate::reader::fast::disjoint::KeyRange;
use crate::reader::profile::InputProfile;
use crate::trade::Observations;

/// How the rows of a file are kept if all partners are asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Dedup {
    /// One sum per key.
    ByKey,
    /// Sums only as detailed as the question, because the run has no other file.
    NotNeeded,
    /// Sums as for [`Dedup::NotNeeded`], with the ranges of the keys, to find out whether other
    /// files may have some of them.
    ByKeyRange,
    /// The same, with a hash of every key: files may share none although their ranges overlap.
    ByKeyHash,
}

/// A file that was read ahead.
pub(crate) struct ReadAhead {
    pub observations: Observations,
    pub summary: InputProfile,
    /// The ranges of its keys; empty for [`Dedup::ByKey`].
    pub ranges: Vec<KeyRange>,
    /// A hash of the key of each row; empty except for [`Dedup::ByKeyHash`].
    pub key_hashes: Vec<u64>,
    /// Whether all its keys are certainly distinct, since they rise; unset for [`Dedup::ByKey`].
    pub is_distinct: bool,
}

/// A file that was read ahead; `None` if that was not possible.
pub(crate) type Ahead = Option<Box<ReadAhead>>;
