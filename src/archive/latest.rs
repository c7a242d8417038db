//! Which rows of a key count if one input has several releases of it.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions".

use crate::archive::content::Contents;
use crate::trade::{Observations, RowKind, Vintage};
use std::borrow::Cow;
use std::cmp::Reverse;

/// The rows of one key, in the order of a file.
pub(crate) struct OfKey<'r> {
    pub rows: &'r [usize],
    /// Those that count.
    pub latest: Cow<'r, [usize]>,
    /// The day of their release.
    pub day: Option<i32>,
}

/// The last day that the release date of a row can mean.
pub(crate) fn day(observations: &Observations, at: usize) -> Option<i32> {
    let released = observations.rows.released();
    released.get(at).map(Vintage::last_day)
}

/// Calls `of_key` for the rows of each key, which stand together in the order of a file.
pub(crate) fn each_key<'r>(
    contents: &Contents<'_>,
    rows: &'r [usize],
    mut of_key: impl FnMut(OfKey<'r>),
) {
    for rows in rows.chunk_by(|one, other| contents.has_same_key(*one, *other)) {
        let (latest, day) = match rows {
            [one] => (Cow::Borrowed(rows), day(contents.observations(), *one)),
            _ => {
                let (latest, day) = that_count(contents, rows);
                (Cow::Owned(latest), day)
            }
        };
        of_key(OfKey { rows, latest, day });
    }
}

/// Whether some rows, in the order of a file, have several releases of one key.
pub(crate) fn has_several(contents: &Contents<'_>, rows: &[usize]) -> bool {
    let of_each = rows.chunk_by(|one, other| contents.has_same_key(*one, *other));
    of_each
        .filter(|rows| rows.len() > 1)
        .any(|rows| that_count(contents, rows).0.len() < rows.len())
}

/// Those of several rows with one key that count: the latest release. The detail rows of a release
/// are parts of one sum; of published figures the most precise one counts, or the last of those.
fn that_count(contents: &Contents<'_>, rows: &[usize]) -> (Vec<usize>, Option<i32>) {
    let observations = contents.observations();
    let of_row = |at: &usize| day(observations, *at);
    let last = rows.iter().map(of_row).max().flatten();
    let mut latest: Vec<usize> = rows.to_vec();
    latest.retain(|at| of_row(at) == last);
    let held = &observations.rows;
    let key = |at: usize| held.key(at);
    if latest.first().and_then(|at| key(*at)).map(|key| key.kind) == Some(RowKind::Published) {
        let width = |at: usize| {
            let amount = held.amount(at);
            amount.map(|amount| held.interval(at, amount).width())
        };
        let most_precise = latest
            .iter()
            .copied()
            .max_by_key(|at| (Reverse(width(*at)), *at));
        latest = most_precise.into_iter().collect();
    }
    (latest, last)
}
