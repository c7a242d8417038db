//! Finds the column of codes of goods among several.

use crate::reader::cells::table::Line;
use crate::reader::layout::tidy::countries::is_blank;
use crate::reader::layout::tidy::names::NamedColumn;
use crate::trade::Meaning;

/// The columns of codes: the one that is read first, then those whose codes are the beginnings of its
/// codes, such as `hs2` next to `hs6`. A column without a code in any row distinguishes no goods.
///
/// # Errors
/// A column with other codes: which of them are meant?
pub(super) fn codes(
    kinds: &[NamedColumn],
    taken: &[Option<Meaning>],
    rows: &[Line],
) -> Result<Vec<usize>, usize> {
    let cell = |line: &Line, column: usize| -> String {
        let text = line.cells.get(column).map_or("", String::as_str);
        text.strip_suffix(".0").unwrap_or(text).to_owned()
    };
    let length = |column: usize| {
        let lengths = rows.iter().map(|line| cell(line, column).chars().count());
        lengths.max().unwrap_or(0)
    };
    let is_of_codes = |column: &usize| {
        kinds[*column] == NamedColumn::Code && taken[*column].is_none() && !is_blank(rows, *column)
    };
    let mut columns: Vec<usize> = (0..kinds.len()).filter(is_of_codes).collect();
    columns.sort_by_key(|column| (std::cmp::Reverse(length(*column)), *column));
    let Some((deepest, others)) = columns.split_first() else {
        return Ok(columns);
    };
    let is_other = |column: &&usize| {
        let mut lines = rows.iter();
        lines.any(|line| !cell(line, *deepest).starts_with(&cell(line, **column)))
    };
    match others.iter().find(is_other) {
        Some(column) => Err(*column),
        None => Ok(columns),
    }
}
