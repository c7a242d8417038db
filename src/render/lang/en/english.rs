//! The type for which the files of this folder implement the wording traits.

/// English.
pub(crate) struct English;
