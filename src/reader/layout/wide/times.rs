//! The months, years or months of years in the header of a wide table.

use crate::reader::cells::month::Dates;
use crate::reader::layout::months::{month_number, year_number};
use crate::trade::{Month, Period};

/// The time of a column of values.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TimeOf {
    Whole(Period),
    /// This month, of the year given by the row.
    Month(u32),
    /// This year, with the month given by the row.
    Year(i32),
}

impl TimeOf {
    /// The months of a year, whatever month the row might give; any other time unchanged.
    pub(super) fn whole_year(self) -> TimeOf {
        let TimeOf::Year(year) = self else {
            return self;
        };
        let months = Month::new(year, 1).zip(Month::new(year, 12));
        let period = months.and_then(|(from, to)| Period::new(from, to));
        period.map_or(self, TimeOf::Whole)
    }
}

/// The columns of a header that are times; empty if it is not a header.
pub(crate) fn times(cells: &[String]) -> Vec<(usize, TimeOf)> {
    let whole = whole_months(cells);
    if !whole.is_empty() {
        return whole
            .into_iter()
            .map(|(column, period)| (column, TimeOf::Whole(period)))
            .collect();
    }
    let months = of_every(cells, month_number);
    let in_words = months
        .iter()
        .any(|(column, _)| !cells[*column].bytes().all(|byte| byte.is_ascii_digit()));
    let rising = months.windows(2).all(|pair| pair[0].1 < pair[1].1);
    let rises_by_one = months.windows(2).all(|pair| pair[0].1 + 1 == pair[1].1);
    if months.len() >= 3
        && (in_words && rising
            || rises_by_one
                && months.len() >= 6
                && cells
                    .first()
                    .is_some_and(|cell| month_number(cell).is_none()))
    {
        return months
            .into_iter()
            .map(|(column, month)| (column, TimeOf::Month(month)))
            .collect();
    }
    let years = of_every(cells, year_number);
    let one_by_one = years
        .windows(2)
        .all(|pair| pair[0].1.abs_diff(pair[1].1) == 1);
    if !years.is_empty() && one_by_one {
        return years
            .into_iter()
            .map(|(column, year)| (column, TimeOf::Year(year)))
            .collect();
    }
    Vec::new()
}

fn of_every<T>(cells: &[String], read: impl Fn(&str) -> Option<T>) -> Vec<(usize, T)> {
    let cells = cells.iter().enumerate();
    cells
        .filter_map(|(column, cell)| Some((column, read(cell)?)))
        .collect()
}

/// The columns named after months or periods.
pub(crate) fn whole_months(cells: &[String]) -> Vec<(usize, Period)> {
    let dates = Dates::of(cells.iter().map(|cell| without_letter(cell)));
    of_every(cells, |cell| dates.read(without_letter(cell)).ok())
}

/// A name as it was before R put a letter before its number: `X2016.09`.
fn without_letter(name: &str) -> &str {
    let number = name.strip_prefix('X').filter(|rest| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        digits >= 4
    });
    number.unwrap_or(name)
}

/// Whether the name of a column begins with a year, like the months next to it: `2017-09e`, `2017
/// (f)`; `2017/2016` is a ratio.
pub(super) fn begins_with_a_year(name: &str) -> bool {
    let (year, rest) = name.split_at_checked(4).unwrap_or((name, ""));
    let is_ratio = rest
        .trim_start_matches([' ', '/', '-', ':'])
        .starts_with("20");
    // `2017/16` compares two years; `2016/17` may be a year that begins in summer.
    let before = year_number(year).map(|year| format!("/{:02}", (year - 1) % 100));
    let is_ratio =
        is_ratio || before.is_some_and(|before| rest.trim_end_matches('%').trim() == before);
    year_number(year).is_some() && !rest.is_empty() && !is_ratio
}
