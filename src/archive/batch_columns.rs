//! The columns of a record batch, by name.

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal64Type, Decimal128Type, Int32Type};
use arrow_array::{Array, Decimal64Array, Decimal128Array, Int32Array, RecordBatch, StringArray};

/// Access to the columns of a batch by name; columns that were not read are absent.
pub(crate) struct Reader<'b> {
    batch: &'b RecordBatch,
}

/// A dictionary column: a key for each row, and the texts.
pub(crate) struct TextColumn<'b> {
    keys: &'b Int32Array,
    pub(super) texts: &'b StringArray,
}

impl<'b> TextColumn<'b> {
    /// The text of a row; `None` if it is null.
    pub(crate) fn at(&self, row: usize) -> Option<&str> {
        let is_there = !self.keys.is_null(row);
        let key = is_there.then(|| self.keys.value(row) as usize)?;
        (key < self.texts.len() && !self.texts.is_null(key)).then(|| self.texts.value(key))
    }

    /// The index of a row's text in [`TextColumn::texts`].
    pub(crate) fn key(&self, row: usize) -> usize {
        self.keys.value(row) as usize
    }

    /// The same; `None` if the row has no text.
    pub(super) fn place(&self, row: usize) -> Option<usize> {
        (!self.keys.is_null(row)).then(|| self.key(row))
    }

    /// The text index of each row.
    pub(crate) fn keys(&self) -> &'b [i32] {
        self.keys.values()
    }

    /// Whether it has the same texts as another column at the same memory address: batches of a row
    /// group share them.
    pub(crate) fn has_texts(&self, other: &StringArray) -> bool {
        let [own, other] = [self.texts, other];
        own.len() == other.len()
            && own.value_offsets().as_ptr() == other.value_offsets().as_ptr()
            && own.value_data().as_ptr() == other.value_data().as_ptr()
    }

    /// Its texts, without copying.
    pub(crate) fn shared_texts(&self) -> StringArray {
        self.texts.clone()
    }

    /// The distinct texts of the batch.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        (0..self.texts.len()).map(|at| match self.texts.is_null(at) {
            true => "",
            false => self.texts.value(at),
        })
    }
}

impl<'b> Reader<'b> {
    pub(crate) fn new(batch: &'b RecordBatch) -> Reader<'b> {
        Reader { batch }
    }

    /// A column of integers.
    pub(crate) fn whole(&self, name: &str) -> Option<&'b Int32Array> {
        self.batch
            .column_by_name(name)?
            .as_primitive_opt::<Int32Type>()
    }

    /// A column of amounts, in thousandths.
    pub(crate) fn decimal(&self, name: &str) -> Option<&'b Decimal128Array> {
        self.batch
            .column_by_name(name)?
            .as_primitive_opt::<Decimal128Type>()
    }

    /// The same for a batch with narrow amounts, see [`crate::archive::schema::narrow`].
    pub(crate) fn narrow(&self, name: &str) -> Option<&'b Decimal64Array> {
        self.batch
            .column_by_name(name)?
            .as_primitive_opt::<Decimal64Type>()
    }

    /// A column of texts.
    pub(crate) fn text(&self, name: &str) -> Option<TextColumn<'b>> {
        let column = self.batch.column_by_name(name)?;
        let dictionary = column.as_dictionary_opt::<Int32Type>()?;
        Some(TextColumn {
            keys: dictionary.keys(),
            texts: dictionary.values().as_string_opt::<i32>()?,
        })
    }
}

/// The meanings of the texts of a column, computed once per text.
pub(super) struct Meanings<T>(Vec<Option<T>>);

impl<T: Copy> Meanings<T> {
    pub(super) fn of(column: &TextColumn<'_>) -> Meanings<T> {
        Meanings(vec![None; column.texts.len()])
    }

    /// The meaning of a row's text, computed by `read`.
    pub(super) fn at<E>(
        &mut self,
        column: &TextColumn<'_>,
        row: usize,
        read: impl FnOnce(Option<&str>) -> Result<T, E>,
    ) -> Result<T, E> {
        if column.keys.is_null(row) {
            return read(None);
        }
        let place = column.key(row);
        if let Some(Some(known)) = self.0.get(place) {
            return Ok(*known);
        }
        let meaning = read(column.at(row))?;
        if let Some(known) = self.0.get_mut(place) {
            *known = Some(meaning);
        }
        Ok(meaning)
    }
}
