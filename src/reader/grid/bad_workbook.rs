//! How many rows a sheet may have, and how a workbook is refused that cannot be read.

use crate::reader::errors::input_error::InputError;
use std::fmt::Display;

/// The rows a sheet may have; a table by country has some 280.
pub(crate) const MOST_ROWS: u32 = 20_000;

/// A workbook that cannot be read, and why.
pub(crate) fn bad(why: impl Display) -> InputError {
    InputError::BadWorkbook(why.to_string())
}
