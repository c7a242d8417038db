//! The language, which every file of the folder teaches to say something.

/// English.
pub(crate) struct English;
