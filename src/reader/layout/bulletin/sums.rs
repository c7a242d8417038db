//! Recognises rows that are sums over countries: continents, unions, the world.

use crate::reader::cells::aggregates::aggregate;
use crate::reader::cells::vocabulary;

/// Whether a row is a sum over countries, a heading or a note. Such rows are not missing from a sum
/// over all partners.
pub(crate) fn is_sum(name: &str) -> bool {
    aggregate(name).is_some() || name.ends_with([':', '：']) || is_note(name)
}

/// Whether a text between the rows is marked as a note.
pub(crate) fn is_note(text: &str) -> bool {
    let plain = vocabulary::plain(text);
    plain.starts_with("注") || plain.starts_with("note")
}
