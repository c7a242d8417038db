//! Columns that add nothing to the others: the continent of the partner, and what Comtrade puts beside
//! its values.

use crate::reader::accounting::watch::country;
use crate::reader::cells::aggregates::{Aggregate, aggregate};
use crate::reader::cells::table::Line;
use crate::reader::layout::comtrade::columns::BESIDE;
use crate::reader::layout::tidy::countries::texts;
use crate::reader::layout::tidy::names::{bare, is_of_comtrade};
use crate::trade::Meaning;

/// Claims these columns.
pub(super) fn adds_nothing(
    names: &[String],
    rows: &[Line],
    partners: &[usize],
    taken: &mut [Option<Meaning>],
) {
    for (column, own) in taken.iter_mut().enumerate() {
        if own.is_none() && is_continent_of_partner(rows, partners, column) {
            *own = Some(Meaning::Partner);
        }
    }
    claim_codes_of_imf(names, taken);
    if names.iter().any(|name| is_of_comtrade(name)) {
        claim_of_comtrade(names, rows, taken);
    }
}

/// Whether a column has a continent or a bloc, beside a single country in each row.
fn is_continent_of_partner(rows: &[Line], partners: &[usize], column: usize) -> bool {
    let is_filled = |line: &&Line| line.cells.get(column).is_some_and(|cell| !cell.is_empty());
    let names_one = |line: &Line| {
        let mut cells = partners
            .iter()
            .filter_map(|partner| line.cells.get(*partner));
        cells.any(|cell| country(cell).is_some())
    };
    let mut filled = rows.iter().filter(is_filled).peekable();
    filled.peek().is_some()
        && filled.all(|line| {
            matches!(aggregate(&line.cells[column]), Some(Aggregate::Bloc)) && names_one(line)
        })
}

/// Claims the codes that the IMF puts beside the names of countries. They are numbers of its own.
fn claim_codes_of_imf(names: &[String], taken: &mut [Option<Meaning>]) {
    let at = |wanted: &str| names.iter().position(|name| bare(name) == wanted);
    if at("counterpartcountryname").is_none() {
        return;
    }
    for (code, meaning) in [
        ("countrycode", Meaning::Reporter),
        ("counterpartcountrycode", Meaning::Partner),
    ] {
        if let Some(column) = at(code) {
            taken[column].get_or_insert(meaning);
        }
    }
}

/// Claims the columns of Comtrade that add nothing where its value stands: quantities, names, notes, and
/// those that say that nothing is broken down.
fn claim_of_comtrade(names: &[String], rows: &[Line], taken: &mut [Option<Meaning>]) {
    const WHOLE: [(&str, &str); 6] = [
        ("typecode", "C"),
        ("freqcode", "M"),
        ("customscode", "C00"),
        ("motcode", "0"),
        ("partner2code", "0"),
        ("moscode", "0"),
    ];
    for (column, name) in names.iter().enumerate() {
        let name = bare(name);
        let mut beside = BESIDE.iter().filter(|(_, meaning)| {
            matches!(
                meaning,
                Meaning::Quantity | Meaning::Name | Meaning::Note | Meaning::Value
            )
        });
        let meaning = beside.find(|(names, _)| names.contains(&name.as_str()));
        let texts = texts(rows, column);
        let is_whole = WHOLE.iter().any(|(whole, value)| {
            *whole == name
                && texts
                    .iter()
                    .all(|text| text.trim_end_matches(".0") == *value)
        });
        let meaning = match is_whole {
            true => Some(Meaning::Breakdown),
            false => meaning.map(|(_, meaning)| *meaning),
        };
        if taken[column].is_none() {
            taken[column] = meaning;
        }
    }
}
