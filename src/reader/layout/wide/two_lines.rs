//! Headers of two lines: years above months.

use crate::reader::cells::table::Line;
use crate::reader::layout::months::{month_number, year_number};
use std::collections::BTreeMap;

/// The column names of a two-line header (years above months) as `2016-09`; `None` if the lines are
/// not one.
pub(super) fn joined(lines: &[Line]) -> Option<Vec<String>> {
    let [years, months] = lines else {
        return None;
    };
    let (years, months) = (&years.cells, &months.cells);
    let first = years.iter().position(|cell| year_number(cell).is_some())?;
    let filled = |cell: &&String| !cell.is_empty();
    let are_years = years.iter().skip(first).filter(filled);
    if first == 0 || !are_years.clone().all(|cell| year_number(cell).is_some()) {
        return None;
    }
    let mut year = None;
    let mut names: Vec<String> = Vec::new();
    let mut of_year: BTreeMap<i32, Vec<u32>> = BTreeMap::new();
    let mut in_words = false;
    for (column, cell) in months.iter().enumerate() {
        year = years
            .get(column)
            .and_then(|cell| year_number(cell))
            .or(year);
        let above = years.get(column).map_or("", String::as_str);
        names.push(match (year, month_number(cell)) {
            (Some(year), Some(month)) => {
                in_words |= !cell.bytes().all(|byte| byte.is_ascii_digit());
                of_year.entry(year).or_default().push(month);
                format!("{year}-{month:02}")
            }
            (Some(year), None) if column >= first => format!("{year} {cell}"),
            _ => format!("{above} {cell}").trim().to_owned(),
        });
    }
    let count: usize = of_year.values().map(Vec::len).sum();
    let rise = |months: &Vec<u32>| months.windows(2).all(|pair| pair[0] < pair[1]);
    let fall = |months: &Vec<u32>| months.windows(2).all(|pair| pair[0] > pair[1]);
    let are_in_order = of_year.values().all(rise) || of_year.values().all(fall);
    // Bare numbers may be values: years have months below them only if they span several columns.
    let are_months = in_words || of_year.values().all(|months| months.len() > 1);
    (count >= 2 && are_in_order && are_months).then_some(names)
}
