//! The layouts, told apart by their columns. A new one is a file and its line in [`LAYOUTS`].

pub(crate) mod bulletin;
mod ours;
mod platform;
mod tidy;

use super::reading::Reading;
use super::wrong::Wrong;

/// A layout of tables: how it is recognised and how it is read.
pub(crate) struct Layout {
    /// Its name in the inputs of a report.
    pub name: &'static str,
    /// What it is called in messages.
    pub described: &'static str,
    /// Whether a table with these column names is one.
    pub fit: fn(columns: &[String]) -> Fit,
    /// Reads the rows of one.
    pub read: fn(&mut Reading<'_, '_>),
}

/// How well the columns of a table fit a layout.
pub(crate) enum Fit {
    Yes,
    /// How many columns it has of the layout, and what it lacks.
    Lacks {
        has: usize,
        missing: Vec<String>,
    },
}

/// Every layout, the more particular before the more general.
const LAYOUTS: [&Layout; 3] = [&platform::LAYOUT, &ours::LAYOUT, &tidy::LAYOUT];

/// The layout of a table with these columns.
///
/// # Errors
/// The layout that comes nearest, with the columns that are missing for it.
pub(crate) fn recognise(columns: &[String]) -> Result<&'static Layout, Wrong> {
    let mut nearest: Option<(usize, Wrong)> = None;
    for layout in LAYOUTS {
        match (layout.fit)(columns) {
            Fit::Yes => return Ok(layout),
            Fit::Lacks { has, missing } => {
                if nearest.as_ref().is_none_or(|(most, _)| has > *most) {
                    let nearest_layout = Wrong::UnknownLayout {
                        nearest: layout.described,
                        missing,
                    };
                    nearest = Some((has, nearest_layout));
                }
            }
        }
    }
    Err(nearest.map_or(Wrong::Binary, |(_, wrong)| wrong))
}

/// Whether all of `wanted` are there, each told by whether it is and by its name in messages.
fn fit(wanted: &[(bool, &str)]) -> Fit {
    let missing: Vec<String> = wanted
        .iter()
        .filter(|(there, _)| !there)
        .map(|(_, name)| (*name).to_owned())
        .collect();
    if missing.is_empty() {
        Fit::Yes
    } else {
        let has = wanted.len() - missing.len();
        Fit::Lacks { has, missing }
    }
}

/// The first column with one of these names.
fn find(columns: &[String], names: &[&str]) -> Option<usize> {
    columns
        .iter()
        .position(|column| names.contains(&super::words::plain(column).as_str()))
}
