//! The limit on rows of a sheet, and the error for unreadable workbooks.

use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;
use std::fmt::Display;

/// Maximum number of rows in a sheet; a table by country has some 280.
pub(crate) const MOST_ROWS: u32 = 20_000;

/// The error for a workbook that cannot be read, with the reason.
pub(crate) fn bad(why: impl Display) -> InputError {
    InputError::File(FileError::BadWorkbook(why.to_string()))
}
