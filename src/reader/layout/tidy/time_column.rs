//! Finds the column or columns of months.

use crate::reader::cells::month::{Dates, whole_years};
use crate::reader::cells::quarters;
use crate::reader::cells::table::Line;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::month_error::MonthError;
use crate::reader::layout::months::{month_number, year_number};
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
        let cells: Vec<&str> = rows
            .iter()
            .filter(|line| is_row(line))
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
    let of_months = (0..names.len())
        .filter(may_be)
        .find(|column| is_of_months(*column));
    // Without months, the years are whole ones.
    let of_years = || year.filter(|column| are_whole_years(names, rows, *column));
    of_months.or_else(of_years).map(TimeAt::Column)
}

/// Whether a line is a row, and not a note below the rows, which has one cell.
fn is_row(line: &Line) -> bool {
    line.cells.iter().filter(|cell| !cell.is_empty()).count() > 1
}

/// Whether the rows of a table are whole years, as this column of dates shows, and no head parts them into
/// months or quarters.
pub(super) fn are_whole_years(names: &[String], rows: &[Line], column: usize) -> bool {
    let parts_years = |name: &String| {
        quarters::is_name(name)
            || quarters::is_longer_than_months(name)
            || month_number(name).is_some()
            || Dates::default().read(name).is_ok()
    };
    if names.iter().any(parts_years) {
        return false;
    }
    let cells = rows.iter().filter(|line| is_row(line));
    let cells = cells.filter_map(|line| line.cells.get(column));
    let cells = cells.map(String::as_str).filter(|cell| !is_sum(cell));
    are_years(cells)
}

/// Whether all these dates are years, except for periods of several months, such as a year in progress:
/// `2016년`, `2017년(1월~9월)`.
fn are_years<'c>(cells: impl Iterator<Item = &'c str>) -> bool {
    let dates = Dates::default();
    let mut years = 0;
    for cell in cells.filter(|cell| !cell.is_empty()) {
        match whole_years::year(cell) {
            Some(_) => years += 1,
            None if dates.read(cell).is_ok_and(|period| !period.is_month()) => {}
            None => return false,
        }
    }
    years > 0
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
            are_whole_years(names, rows, column)
                || cells(column)
                    .any(|cell| dates.read(cell).is_ok() || is_bare_month_in_doubt(&dates, cell))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_years_if_none_is_a_month() {
        let are = |cells: &str| are_years(cells.split('|'));
        for cells in [
            "2016",
            "2015|2016|2017",
            "2016년|2017년(1월~9월)",
            "2016.0|2017.0",
            "2016年|",
        ] {
            assert!(are(cells), "{cells}");
        }
        for cells in [
            "",
            "2016|2017-09",
            "2016|total",
            "FY2016|FY2017",
            "2016-17",
            "1|2",
            "234|2016",
        ] {
            assert!(!are(cells), "{cells}");
        }
    }
}
