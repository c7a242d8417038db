//! What a layout is, and how well the columns of a table fit one.

use crate::reader::row_reader::Reading;

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

/// Whether all of `wanted` are there, each given as whether it is there and its name in messages.
pub(crate) fn fit(wanted: &[(bool, &str)]) -> Fit {
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

/// The letters and digits of a column's name, in lower case: `flow_code`, `flowCode` and
/// `Flow Code` are one.
pub(crate) fn folded(name: &str) -> String {
    let name = crate::reader::cells::vocabulary::plain(name);
    name.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The first column with one of these names, as [`folded`] has them.
pub(crate) fn find_folded(columns: &[String], names: &[&str]) -> Option<usize> {
    columns
        .iter()
        .position(|column| names.contains(&folded(column).as_str()))
}

/// The first column with one of these names.
pub(crate) fn find(columns: &[String], names: &[&str]) -> Option<usize> {
    columns.iter().position(|column| {
        names.contains(&crate::reader::cells::vocabulary::plain(column).as_str())
    })
}
