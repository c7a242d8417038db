//! The layouts, distinguished by their columns. To add one, add a file and its entry in
//! [`LAYOUTS`].

pub(crate) mod bulletin;
pub(crate) mod centred_heads;
mod comtrade;
mod filled_down;
pub(crate) mod fit;
mod heads;
mod imf;
mod months;
mod parts_of_codes;
pub(crate) mod platform;
mod published;
mod rollup;
pub(crate) mod series_label;
mod tidy;
mod titles;
mod trade_map;
mod wide;

use crate::reader::bytes::decode::Text;
use crate::reader::cells::table::Table;
use crate::reader::errors::bulletin_error::BulletinError;
use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;
pub(crate) use crate::reader::layout::fit::Layout;
use crate::reader::layout::fit::{Fit, find, find_folded, fit, folded};
use crate::trade::{LayoutName, Named};

/// All layouts, the more specific before the more general.
const LAYOUTS: [&Layout; 9] = [
    &platform::LAYOUT,
    &comtrade::LAYOUT,
    &comtrade::legacy::LAYOUT,
    &published::LAYOUT,
    &rollup::LAYOUT,
    &imf::LAYOUT,
    &trade_map::LAYOUT,
    &tidy::LAYOUT,
    &wide::LAYOUT,
];

/// The layout of a table, and the table opened for it: the layout with this name, or else the one
/// that fits its columns.
///
/// # Errors
/// As [`recognise`]; for a layout asked for by name, the columns that it lacks. Also returns the
/// columns of the table.
pub(crate) fn choose<'t>(
    text: &'t Text<'t>,
    table: Table<'t>,
    name: Option<LayoutName>,
) -> Result<(&'static Layout, Table<'t>), (InputError, String)> {
    let columns = table.header.join(", ");
    if is_of_archive(&table.header) {
        return Err((InputError::RowsOfArchive, columns));
    }
    if is_answer(&table.header) {
        return Err((InputError::OwnAnswer, columns));
    }
    if name.is_some_and(LayoutName::is_monthly_table) {
        // If the file had such a table, it would have been read already.
        return Err((InputError::Bulletin(BulletinError::NoTable), columns));
    }
    let asked_for = LAYOUTS.into_iter().find(|layout| Some(layout.name) == name);
    // A table kept by hand may have titles above its header, and a header of several lines.
    let found = match asked_for {
        None => match recognise(&table.header) {
            Ok(layout) if layout.name.has_fixed_columns() => Ok(layout),
            other => {
                let strict = LAYOUTS
                    .into_iter()
                    .filter(|layout| layout.name != LayoutName::Wide);
                match heads::find(text, &strict.collect::<Vec<_>>()) {
                    Some(found) => return Ok(found),
                    None => other,
                }
            }
        },
        Some(layout) if layout.name == LayoutName::Tidy => match heads::find(text, &[layout]) {
            Some(found) => return Ok(found),
            None => match (layout.fit)(&table.header) {
                Fit::Yes => Ok(layout),
                Fit::Lacks { missing, .. } => Err(InputError::UnknownLayout {
                    nearest: layout.name.about(),
                    missing,
                }),
            },
        },
        Some(layout) => match (layout.fit)(&table.header) {
            Fit::Yes => Ok(layout),
            Fit::Lacks { missing, .. } => Err(InputError::UnknownLayout {
                nearest: layout.name.about(),
                missing,
            }),
        },
    };
    match found {
        Ok(layout) if layout.name != LayoutName::Wide && !is_by_year(text, layout) => {
            Ok((layout, table))
        }
        Err(wrong) if asked_for.is_some_and(|layout| layout.name != LayoutName::Wide) => {
            Err((wrong, columns))
        }
        // A wide table may have titles above its header, so it is also searched for further down. A
        // single month is enough if the layout was asked for or if the first line has it.
        other => {
            let one_will_do = asked_for.is_some() || other.is_ok();
            let two = wide::open(text, 2);
            match two.or_else(|| wide::open(text, 1).filter(|_| one_will_do)) {
                Some(table) => Ok((&wide::LAYOUT, table)),
                None if is_by_blanks(&columns) => Err((InputError::ColumnsByBlanks, columns)),
                None => Err((other.err().unwrap_or(wide::no_header()), columns)),
            }
        }
    }
}

/// Whether a table that has the columns of a tidy one has years in its heads and months in its rows.
fn is_by_year(text: &Text<'_>, layout: &Layout) -> bool {
    layout.name == LayoutName::Tidy && wide::begins(&Table::first_lines(text, None))
}

/// Whether these are the columns of an archive, whose rows are read with their level and span by
/// `--data` alone.
fn is_of_archive(columns: &[String]) -> bool {
    let has = |name: &&str| columns.iter().any(|column| column.trim() == *name);
    ["month_no", "months", "level", "kind", "row_count"]
        .iter()
        .all(has)
}

/// Whether these are the columns of an answer of this program, which names neither the partner nor
/// the reporting side.
fn is_answer(columns: &[String]) -> bool {
    let has = |name: &&str| columns.iter().any(|column| column.trim() == *name);
    ["flow", "unit", "flags", "note"].iter().all(has)
}

/// Whether the header is a single cell whose column names are separated by blanks only.
fn is_by_blanks(head: &str) -> bool {
    let by_blanks = head.split("  ").filter(|name| !name.trim().is_empty());
    by_blanks.count() > 2 && !head.contains(", ")
}

/// The layout of a table with these columns.
///
/// # Errors
/// The layout that fits best, with the columns missing for it.
pub(crate) fn recognise(columns: &[String]) -> Result<&'static Layout, InputError> {
    let mut nearest: Option<(usize, InputError)> = None;
    for layout in LAYOUTS {
        match (layout.fit)(columns) {
            Fit::Yes => return Ok(layout),
            Fit::Lacks { has, missing } => {
                if nearest.as_ref().is_none_or(|(most, _)| has > *most) {
                    let nearest_layout = InputError::UnknownLayout {
                        nearest: layout.name.about(),
                        missing,
                    };
                    nearest = Some((has, nearest_layout));
                }
            }
        }
    }
    Err(nearest.map_or(InputError::File(FileError::Binary), |(_, wrong)| wrong))
}
