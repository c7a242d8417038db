//! Columns of countries that repeat the partners by another name or code.

use crate::reader::accounting::meaning::is_china;
use crate::reader::accounting::watch::country;
use crate::reader::cells::aggregates::aggregate;
use crate::reader::cells::table::Line;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::tidy::names::NamedColumn;
use crate::reader::row_reader::Reading;
use crate::trade::Partner;

/// Whether a column has the same country as one of the columns of partners in each row, by another
/// name or by its UN code.
pub(super) fn repeats(rows: &[Line], partners: &[usize], column: usize) -> bool {
    let is_filled = |line: &&Line| line.cells.get(column).is_some_and(|cell| !cell.is_empty());
    partners.iter().any(|partner| {
        let mut filled = rows.iter().filter(is_filled).peekable();
        filled.peek().is_some() && filled.all(|line| is_repeated(line, *partner, column))
    })
}

/// Whether it has in at least half of the rows, and is no reporter: China may trade with itself.
pub(super) fn repeats_most(rows: &[Line], partners: &[usize], column: usize) -> bool {
    let is_filled = |line: &&Line| line.cells.get(column).is_some_and(|cell| !cell.is_empty());
    let in_row = |line: &&Line| {
        let mut partners = partners.iter();
        partners.any(|partner| is_repeated(line, *partner, column))
    };
    let is_of_china = |line: &Line| country(&line.cells[column]).is_some_and(is_china);
    let filled_rows = || rows.iter().filter(is_filled);
    let filled = filled_rows().count();
    let repeated = rows.iter().filter(is_filled).filter(in_row).count();
    repeated > 0 && repeated * 2 >= filled && !filled_rows().all(is_of_china)
}

/// Adds a problem for a row in which a column of countries that repeats the partners elsewhere has
/// another one. `false` if there is such a row.
pub(super) fn repeat_throughout(
    reading: &mut Reading<'_, '_>,
    kinds: &[NamedColumn],
    partners: &[usize],
    rows: &[Line],
) -> bool {
    for column in (0..kinds.len()).filter(|column| kinds[*column] == NamedColumn::Country) {
        if partners.contains(&column) || !repeats_most(rows, partners, column) {
            continue;
        }
        let cell = |line: &Line, column: usize| line.cells.get(column).cloned().unwrap_or_default();
        let differs = |line: &&Line| {
            let mut partners = partners.iter();
            !cell(line, column).is_empty()
                && !partners.any(|partner| is_repeated(line, *partner, column))
        };
        let (Some(line), Some(beside)) = (rows.iter().find(differs), partners.first()) else {
            continue;
        };
        let name = |column: usize| reading.table.header[column].as_str().into();
        let wrong = InputError::ColumnsDisagree {
            column: name(column),
            beside: name(*beside),
            says: cell(line, *beside).into(),
        };
        reading.doubt(Some(line.line), &wrong, &cell(line, column));
        return false;
    }
    true
}

/// Whether a row has the same country in two columns. A sum of countries has no code to repeat.
fn is_repeated(line: &Line, partner: usize, column: usize) -> bool {
    let text = |column: usize| line.cells.get(column).map_or("", String::as_str);
    let found =
        |text: &str| country(text).or_else(|| Partner::by_un_code(text.trim_end_matches(".0")));
    match (found(text(partner)), found(text(column))) {
        (Some(one), Some(other)) => one == other,
        (None, None) => aggregate(text(partner)).is_some(),
        _ => false,
    }
}
