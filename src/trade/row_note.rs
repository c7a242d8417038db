//! What an input says about single rows: the publisher's page, and a note on the figure.

use super::TextId;
use std::collections::{BTreeMap, BTreeSet};

/// A note on one row. Its texts are stored in [`super::Observations`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RowNote {
    /// The note, verbatim; empty if there is none.
    pub note: TextId,
    /// The address of the page; empty if there is none.
    pub url: TextId,
}

/// The notes on rows, by row index.
#[derive(Clone, Default, Debug)]
pub struct RowNotes(BTreeMap<u32, RowNote>);

impl RowNotes {
    /// The note on a row.
    pub fn of(&self, row: u32) -> Option<RowNote> {
        self.0.get(&row).copied()
    }

    /// Sets the note on a row.
    pub fn keep(&mut self, row: u32, note: RowNote) {
        self.0.insert(row, note);
    }

    /// Appends the notes of another reading, whose rows follow the first `before` rows; `id`
    /// translates text numbers.
    pub fn append(&mut self, other: RowNotes, before: u32, id: impl Fn(TextId) -> TextId) {
        let moved = other.0.into_iter().map(|(row, one)| {
            let RowNote { note, url } = one;
            let one = RowNote {
                note: id(note),
                url: id(url),
            };
            (before + row, one)
        });
        self.0.extend(moved);
    }

    /// Removes rows by index; later rows move up.
    pub fn remove(&mut self, rows: &BTreeSet<usize>) {
        let notes = std::mem::take(&mut self.0).into_iter();
        let left = notes.filter(|(row, _)| !rows.contains(&(*row as usize)));
        let moved = left.map(|(row, note)| {
            let before = rows.range(..row as usize).count();
            (row - before as u32, note)
        });
        self.0 = moved.collect();
    }

    /// Keeps only the notes on the first rows.
    pub fn truncate(&mut self, rows: usize) {
        self.0.split_off(&(rows as u32));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_move_with_their_rows() {
        let note = |text| RowNote {
            note: TextId(text),
            url: TextId::EMPTY,
        };
        let mut notes = RowNotes::default();
        notes.keep(0, note(1));
        notes.keep(3, note(2));
        let mut more = RowNotes::default();
        more.keep(1, note(7));
        notes.append(more, 5, |TextId(old)| TextId(old + 10));
        notes.remove(&BTreeSet::from([0, 1]));
        // Row 3 is now row 1; row 1 of the other reading was row 6 and is now row 4.
        assert_eq!(notes.of(1), Some(note(2)));
        assert_eq!(notes.of(4).map(|one| one.note), Some(TextId(17)));
        notes.truncate(2);
        assert_eq!((notes.of(0), notes.of(4)), (None, None));
    }
}
