//! The language, which every file of the folder teaches to say something.

/// Korean.
pub(crate) struct Korean;
