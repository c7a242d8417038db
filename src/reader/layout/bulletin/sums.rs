//! Rows that are sums over countries: continents, unions, the whole.

use crate::reader::cells::aggregates::aggregate;
use crate::reader::cells::vocabulary;

/// Whether a row is a sum over countries, or a heading or a note among them, so that it is no
/// partner left out of a sum over all partners.
pub(crate) fn is_sum(name: &str) -> bool {
    let plain = vocabulary::plain(name);
    aggregate(name).is_some()
        || name.ends_with([':', '：'])
        || plain.starts_with("注")
        || plain.starts_with("note")
}
