//! The hash function for keys: fast, and the same in every run.

/// For maps whose keys are a few integers from one file.
pub(crate) type KeyHasher = foldhash::fast::FixedState;
