//! Finds the column or columns of months.

use crate::reader::cells::month::Dates;
use crate::reader::cells::table::Line;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::month_error::MonthError;
use crate::reader::layout::months::year_number;
use crate::reader::layout::tidy::names::{NamedColumn, is_month_itself, named};
use crate::reader::layout::tidy::sums::is_sum;

/// Where the month of a row is found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TimeAt {
    Column(usize),
    /// In two columns, the year and the month.
    Parts {
        year: usize,
        month: usize,
    },
}

/// The column or columns of months: by their names, or else the first column whose cells begin with
/// months.
pub(crate) fn time(names: &[String], rows: &[Line]) -> Option<TimeAt> {
    let kinds: Vec<NamedColumn> = names.iter().map(|name| named(name)).collect();
    let year = kinds.iter().position(|one| *one == NamedColumn::Year);
    // Of several, the one named after months: the other date is that of the release.
    let months = (0..names.len()).filter(|column| kinds[*column] == NamedColumn::Month);
    let month = months.min_by_key(|column| !is_month_itself(&names[*column]));
    match (year, month) {
        (Some(year), Some(month)) => return Some(TimeAt::Parts { year, month }),
        (None, Some(column)) => return Some(TimeAt::Column(column)),
        _ => {}
    }
    let is_of_months = |column: usize| {
        // A line of one cell, such as a note below the rows, is not a row.
        let filled = |line: &&Line| line.cells.iter().filter(|cell| !cell.is_empty()).count() > 1;
        let cells: Vec<&str> = rows
            .iter()
            .filter(filled)
            .filter_map(|line| line.cells.get(column))
            .map(String::as_str)
            .collect();
        let dates = Dates::of(cells.iter().copied());
        let is_month =
            |cell: &&str| dates.read(cell).is_ok() || is_bare_month_in_doubt(&dates, cell);
        // The last of two rows may be the sum of both.
        let first = cells
            .iter()
            .filter(|cell| !cell.is_empty() && !is_sum(cell))
            .take(3);
        // Numbers such as 1774.1 and 2110 may be months or values.
        let is_in_doubt = first.clone().all(|cell| dates.read(cell).is_err());
        first.clone().count() > 0 && first.into_iter().all(is_month) && !(is_in_doubt && column > 1)
    };
    let is_month = |name: &String| Dates::default().read(name).is_ok();
    let may_be = |column: &usize| {
        !is_month(&names[*column])
            && matches!(
                kinds[*column],
                NamedColumn::Other
                    | NamedColumn::Label
                    | NamedColumn::Year
                    | NamedColumn::Name
                    | NamedColumn::Money
                    // Lines of CEIC's head give the first column such names; R's `Index` is a date.
                    | NamedColumn::Unit
                    | NamedColumn::Frequency
                    | NamedColumn::Change
            )
    };
    (0..names.len())
        .filter(may_be)
        .find(|column| is_of_months(*column))
        .map(TimeAt::Column)
}

/// Whether a cell is a month in an ambiguous spelling.
fn is_bare_month_in_doubt(dates: &Dates, cell: &str) -> bool {
    matches!(
        dates.read(cell),
        Err(InputError::Month(MonthError::MonthAfterPoint)
            | InputError::Month(MonthError::DayOrMonth)
            | InputError::Month(MonthError::YearOfTwoDigits))
    )
}

/// Whether rows below these names have months.
pub(crate) fn has_months(names: &[String], rows: &[Line]) -> bool {
    let cells = |column: usize| {
        rows.iter()
            .filter_map(move |line| line.cells.get(column))
            .map(String::as_str)
    };
    match time(names, rows) {
        None => false,
        Some(TimeAt::Parts { year, .. }) => cells(year).any(|cell| year_number(cell).is_some()),
        Some(TimeAt::Column(column)) => {
            let dates = Dates::of(cells(column));
            cells(column)
                .any(|cell| dates.read(cell).is_ok() || is_bare_month_in_doubt(&dates, cell))
        }
    }
}
