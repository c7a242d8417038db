//! Errors in inputs: what is wrong, where, and how to resolve it.

mod advice;
pub(crate) mod bulletin_error;
pub(crate) mod explanation;
pub(crate) mod file_error;
pub(crate) mod input_error;
mod input_says;
pub(crate) mod month_error;
pub(crate) mod not_read;
pub(crate) mod number_error;
pub(crate) mod problems;
