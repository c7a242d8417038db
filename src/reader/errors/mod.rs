//! What can be wrong with an input, where, and how to settle it.

pub(crate) mod bulletin_error;
pub(crate) mod explanation;
pub(crate) mod input_error;
mod input_says;
pub(crate) mod not_read;
pub(crate) mod problems;
