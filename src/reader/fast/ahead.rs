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
}

/// A file that was read ahead.
pub(crate) struct ReadAhead {
    pub records: Observations,
    pub summary: InputProfile,
    /// The ranges of its keys; empty except for [`Dedup::ByKeyRange`].
    pub ranges: Vec<KeyRange>,
    /// Whether all its keys are certainly distinct; set only for [`Dedup::ByKeyRange`].
    pub is_distinct: bool,
}

/// A file that was read ahead; `None` if that was not possible.
pub(crate) type Ahead = Option<Box<ReadAhead>>;
