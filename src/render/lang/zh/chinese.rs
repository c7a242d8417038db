//! The type for which the files of this folder implement the wording traits.

/// Chinese.
pub(crate) struct Chinese;
