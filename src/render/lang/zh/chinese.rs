//! The language, which every file of the folder teaches to say something.

/// Chinese.
pub(crate) struct Chinese;
