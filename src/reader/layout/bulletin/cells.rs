//! Reads the cells of a table by country.

use crate::reader::cells::number;
use crate::reader::cells::number::marks::MarkShown;
use crate::reader::cells::number::{marks, with_decimals};
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::number_error::NumberError;
use crate::reader::grid::{Cell, GridRow};
use crate::reader::layout::bulletin::head::ColumnContent;
use crate::trade::{DecimalMark, Printed};

/// The largest number of decimals in a column.
///
/// A spreadsheet drops trailing zeros, and so does CSV saved or copied from it: the customs office
/// prints `134949.0700`, but the cell reads `134949.07`. All numbers of a column are rounded alike,
/// so the one with the most decimals, sums included, shows the last digit printed.
pub(crate) fn decimals(rows: &[GridRow], column: usize) -> u32 {
    let read = |row: &GridRow| Printed::read(&number::narrow(row.text(column))).ok();
    let decimals = rows.iter().filter_map(read).map(|printed| printed.decimals);
    decimals.max().unwrap_or(0)
}

/// The first change of a column that has fractions instead of per cent, as a spreadsheet keeps them: the
/// office prints one decimal, and changes of all partners within 1.5 % do not occur.
pub(crate) fn in_fractions(rows: &[GridRow], column: usize) -> Option<&Cell> {
    // A change of a fraction is hardly ever as large as this.
    const LARGEST: i128 = 3;
    let read = |row: &GridRow| Printed::read(&number::narrow(row.text(column))).ok();
    let mut found = None;
    for row in rows {
        let Some(printed) = read(row) else { continue };
        let power = 10i128.checked_pow(printed.decimals);
        let limit = power.map_or(i128::MAX, |power| power.saturating_mul(LARGEST) / 2);
        if printed.digits.abs() >= limit {
            return None;
        }
        if printed.decimals >= 3 {
            found = found.or(row.cells.get(column));
        }
    }
    found
}

/// A cell whose comma may mark decimals, in a table saved with semicolons: the first whose digits leave
/// it open, unless another number has a point or groups its digits more than once.
pub(crate) fn comma_in_doubt(
    rows: &[GridRow],
    columns: impl Iterator<Item = usize> + Clone,
) -> Option<&Cell> {
    let mut open = None;
    for row in rows {
        for cell in columns.clone().filter_map(|column| row.cells.get(column)) {
            match marks::mark_shown(&cell.text) {
                MarkShown::Is(DecimalMark::Point) => return None,
                MarkShown::Is(DecimalMark::Comma) => return Some(cell),
                MarkShown::Either if cell.text.contains(',') => {
                    open.get_or_insert(cell);
                }
                MarkShown::Either | MarkShown::Nothing => {}
            }
        }
    }
    open
}

/// The number in a cell, extended to this number of decimals; `None` if the cell has none.
pub(crate) fn read_cell(
    text: &str,
    holds: ColumnContent,
    decimals: u32,
) -> Result<Option<Printed>, InputError> {
    if is_nil(text) {
        let zero = Printed {
            digits: 0,
            decimals,
        };
        // Source: docs/formats.md, `bulletin`: `-` is nil. A change from nil to nil is not a change
        // of 0 %.
        return Ok((holds == ColumnContent::Values).then_some(zero));
    }
    let text = match holds {
        ColumnContent::Values => text,
        ColumnContent::Changes => text.trim_end_matches(['%', '％', ' ']),
    };
    match number::read_cell(text)? {
        number::ValueCell::NotGiven => Ok(None),
        number::ValueCell::Given(_, Some(_)) => Err(InputError::Number(NumberError::TwoUnits)),
        number::ValueCell::Given(printed, None) => Ok(Some(with_decimals(printed, decimals))),
    }
}

pub(crate) fn is_nil(text: &str) -> bool {
    ["-", "--", "—", "——", "–", "−", "－"].contains(&text)
}
