//! A column in which few rows have a value.

use std::collections::BTreeSet;

/// The values of a few rows, by row index.
#[derive(Clone, Debug)]
pub struct Sparse<T> {
    /// The row indices, ascending.
    rows: Vec<u32>,
    values: Vec<T>,
}

impl<T> Default for Sparse<T> {
    fn default() -> Sparse<T> {
        Sparse {
            rows: Vec::new(),
            values: Vec::new(),
        }
    }
}

impl<T: Copy> Sparse<T> {
    /// The same rows with other values.
    pub(super) fn map<U>(self, of: impl FnMut(T) -> U) -> Sparse<U> {
        Sparse {
            rows: self.rows,
            values: self.values.into_iter().map(of).collect(),
        }
    }

    /// The value of a row, if it has one.
    pub fn get(&self, row: usize) -> Option<T> {
        // Most columns of this kind are empty.
        let last = *self.rows.last()?;
        let row = u32::try_from(row).ok().filter(|row| *row <= last)?;
        // Where every row so far has a value, none need be searched for.
        let at = match self.rows.get(row as usize) == Some(&row) {
            true => row as usize,
            false => self.rows.binary_search(&row).ok()?,
        };
        self.values.get(at).copied()
    }

    /// Whether no row has a value.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All values, with their row indices.
    pub fn iter(&self) -> impl Iterator<Item = (u32, T)> + '_ {
        self.rows.iter().copied().zip(self.values.iter().copied())
    }

    /// Sets the value of a row after all rows that have one.
    pub(super) fn push(&mut self, row: usize, value: T) {
        self.rows.push(row as u32);
        self.values.push(value);
    }

    pub(super) fn append(&mut self, before: usize, other: Sparse<T>) {
        let before = before as u32;
        self.rows.extend(other.rows.iter().map(|row| before + row));
        self.values.extend(other.values);
    }

    pub(super) fn truncate(&mut self, rows: usize) {
        let left = self.rows.partition_point(|row| (*row as usize) < rows);
        self.rows.truncate(left);
        self.values.truncate(left);
    }

    pub(super) fn remove(&mut self, rows: &BTreeSet<usize>) {
        let mut left = Sparse::default();
        let mut before = 0;
        let mut gone = rows.iter().copied().peekable();
        for (row, value) in self.iter() {
            let row = row as usize;
            while gone.next_if(|one| *one < row).is_some() {
                before += 1;
            }
            if gone.peek() != Some(&row) {
                left.push(row - before, value);
            }
        }
        *self = left;
    }
}
