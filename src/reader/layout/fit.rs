//! Defines a layout, and how well the columns of a table fit one.

use crate::reader::row_reader::Reading;
use crate::trade::LayoutName;

/// A layout of tables: how to recognise and how to read it.
pub(crate) struct Layout {
    /// Its name in reports.
    pub name: LayoutName,
    /// Whether a table with these column names has this layout.
    pub fit: fn(columns: &[String]) -> Fit,
    /// Reads the rows of such a table.
    pub read: fn(&mut Reading<'_, '_>),
    /// Whether its files may contain the partner's imports and exports, as declared by `--file-side
    /// kp`.
    pub of_either_side: bool,
}

/// How well the columns of a table fit a layout.
pub(crate) enum Fit {
    Yes,
    /// The number of columns that fit the layout, and the names of those missing.
    Lacks {
        has: usize,
        missing: Vec<String>,
    },
}

/// Whether all wanted columns are present. `wanted` has, for each, whether it is present and its
/// name in messages.
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

/// The letters and digits of a column name in lower case: `flow_code`, `flowCode` and `Flow Code`
/// are the same.
pub(crate) fn folded(name: &str) -> String {
    let name = crate::reader::cells::vocabulary::plain(name);
    name.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The first column whose [`folded`] name is one of these.
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
