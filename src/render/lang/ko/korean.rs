//! The type for which the files of this folder implement the wording traits.

/// Korean.
pub(crate) struct Korean;
