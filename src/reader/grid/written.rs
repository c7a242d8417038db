//! How a workbook shows its cells, as far as it changes their meaning: numbers shown in per cent or in
//! thousands, and texts of several pieces, such as a number with a raised footnote mark.

mod agreement;
mod biff12;
mod biff8;
mod formats;
mod literal;
mod little_endian;
mod open_document;
mod packed;
mod parts;
mod pieces;
mod sheets;

pub(super) use formats::{DateShown, Shown, shown};
pub(super) use sheets::{MergedCells, Written};

/// What an `.xls` file shows.
pub(super) fn of_xls(bytes: &[u8]) -> Written {
    biff8::read(bytes).unwrap_or_default()
}

/// What an `.xlsx` file shows.
pub(super) fn of_xlsx(bytes: &[u8]) -> Written {
    packed::read(bytes).unwrap_or_default()
}

/// What an `.xlsb` file shows.
pub(super) fn of_xlsb(bytes: &[u8]) -> Written {
    biff12::read(bytes).unwrap_or_default()
}

/// What an `.ods` file shows.
pub(super) fn of_ods(bytes: &[u8]) -> Written {
    open_document::read(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests;
