//! How keys are hashed: quickly, and the same in every run.

/// For maps whose keys are a few whole numbers from one file.
pub(crate) type Quick = foldhash::fast::FixedState;
