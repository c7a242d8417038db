//! What a cell of a table by country says.

use crate::reader::cells::number;
use crate::reader::errors::input_error::InputError;
use crate::reader::grid::GridRow;
use crate::reader::layout::bulletin::head::ColumnContent;
use crate::trade::Printed;

/// The decimals of the finest number in a column.
///
/// A spreadsheet drops trailing zeros, and the CSV saved from it and the copies of it have none:
/// the office prints `134949.0700` and one reads `134949.07`. A column is rounded alike from top to
/// bottom, so that the finest number in it, sums included, shows the last digit printed.
pub(crate) fn decimals(rows: &[GridRow], column: usize) -> u32 {
    let read = |row: &GridRow| Printed::read(&number::narrow(row.text(column))).ok();
    let decimals = rows.iter().filter_map(read).map(|printed| printed.decimals);
    decimals.max().unwrap_or(0)
}

/// A number of a column with that many decimals; `None` where the cell gives none.
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
        // Source: docs/formats.md, `bulletin`: `-` is nil. A change of nothing from nothing is no
        // change of 0 %.
        return Ok((holds == ColumnContent::Values).then_some(zero));
    }
    let text = match holds {
        ColumnContent::Values => text,
        ColumnContent::Changes => text.trim_end_matches(['%', '％', ' ']),
    };
    match number::read_cell(text)? {
        number::ValueCell::NotGiven => Ok(None),
        number::ValueCell::Given(_, Some(_)) => Err(InputError::TwoUnits),
        number::ValueCell::Given(printed, None) => Ok(Some(with_decimals(printed, decimals))),
    }
}

/// The same number with zeros after it.
fn with_decimals(printed: Printed, decimals: u32) -> Printed {
    let more = decimals.saturating_sub(printed.decimals);
    let power = 10i128.checked_pow(more);
    let digits = power.and_then(|power| printed.digits.checked_mul(power));
    digits.map_or(printed, |digits| Printed {
        digits,
        decimals: printed.decimals + more,
    })
}

pub(crate) fn is_nil(text: &str) -> bool {
    ["-", "--", "—", "——", "–", "−", "－"].contains(&text)
}
