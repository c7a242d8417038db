//! The keys that distinguish the rows of a row group, as a number for each row.

use crate::archive::batch_columns::Reader;
use crate::archive::batch_columns::TextColumn;
use crate::archive::error::ArchiveError;
use crate::archive::row_groups;
use crate::archive::wanted::Wanted;
use arrow_array::StringArray;
use parquet::file::metadata::RowGroupMetaData;
use std::collections::HashMap;
use std::sync::Arc;

/// The text of one key field for the rows of a row group.
pub(crate) enum KeyText {
    /// The same for all rows: the statistics say so, or rows are not distinguished by it.
    All(Arc<str>),
    /// Read from this column.
    By(&'static str),
}

/// The key fields of the rows of a row group.
pub(crate) struct GroupKeys {
    pub(crate) kind: KeyText,
    pub(crate) flow: KeyText,
    pub(crate) currency: KeyText,
    pub(crate) partner: KeyText,
    pub(crate) code: KeyText,
}

impl GroupKeys {
    /// The key fields needed for `wanted`; with `chapters`, codes come from the chapter column.
    pub(crate) fn by(
        group: &RowGroupMetaData,
        (wanted, tells_partners, chapters): (&Wanted, bool, bool),
    ) -> GroupKeys {
        let text = |column: &'static str| match row_groups::constant(group, column) {
            Some(text) => KeyText::All(text.into()),
            None => KeyText::By(column),
        };
        let nothing = || KeyText::All("".into());
        GroupKeys {
            kind: text("kind"),
            flow: text("flow"),
            currency: text("currency"),
            partner: if tells_partners {
                text("partner")
            } else {
                nothing()
            },
            code: match (wanted.digits, chapters) {
                (0, _) => nothing(),
                (_, true) => text("chapter"),
                (_, false) => text("hs"),
            },
        }
    }

    /// Whether any of the rows may count: details of a wanted flow.
    pub(crate) fn may_count(&self, wanted: &Wanted) -> bool {
        let is_detail = !matches!(&self.kind, KeyText::All(kind) if **kind != *"detail");
        let is_wanted = !matches!(&self.flow, KeyText::All(flow) if !wanted.takes_flow(flow));
        is_detail && is_wanted
    }

    /// The columns that have to be read.
    pub(crate) fn columns(&self) -> impl Iterator<Item = &'static str> {
        let all = [
            &self.kind,
            &self.flow,
            &self.currency,
            &self.partner,
            &self.code,
        ];
        all.into_iter().filter_map(|text| match text {
            KeyText::All(_) => None,
            KeyText::By(column) => Some(*column),
        })
    }
}

/// A number for the text of each row. Texts that are equivalent share a number, so that a run of
/// rows continues across them.
pub(crate) struct Numbered<'b> {
    /// The dictionary key of each row; `None` if all rows have the same text.
    keys: Option<&'b [i32]>,
    different: Arc<Different>,
}

/// The distinct texts of a dictionary, after merging equivalent ones.
struct Different {
    /// The number of the distinct text for each dictionary key.
    numbers: Vec<u32>,
    texts: Vec<Arc<str>>,
}

/// The dictionaries of a row group by column, shared by its batches.
#[derive(Default)]
pub(crate) struct Known(HashMap<&'static str, (StringArray, Arc<Different>)>);

impl<'b> Numbered<'b> {
    /// `part` gives the part of a text that distinguishes rows.
    pub(crate) fn of(
        text: &KeyText,
        reader: &Reader<'b>,
        known: &mut Known,
        part: impl Fn(&str) -> &str,
    ) -> Result<Numbered<'b>, ArchiveError> {
        let (name, column) = match text {
            KeyText::All(text) => {
                let one = Different {
                    numbers: vec![0],
                    texts: vec![part(text).into()],
                };
                return Ok(Numbered {
                    keys: None,
                    different: Arc::new(one),
                });
            }
            KeyText::By(name) => {
                let column = reader.text(name).ok_or_else(|| ArchiveError::Damaged {
                    what: format!("no column `{name}`"),
                })?;
                (*name, column)
            }
        };
        let keys = Some(column.keys());
        let held = known.0.get(name);
        if let Some((_, different)) = held.filter(|(texts, _)| column.has_texts(texts)) {
            let different = different.clone();
            return Ok(Numbered { keys, different });
        }
        let different = Arc::new(Different::of(&column, part));
        let held = (column.shared_texts(), different.clone());
        known.0.insert(name, held);
        Ok(Numbered { keys, different })
    }

    pub(crate) fn text(&self, row: usize) -> Arc<str> {
        let place = self.keys.map_or(0, |keys| keys[row] as usize);
        let Different { numbers, texts } = &*self.different;
        let number = numbers.get(place).copied().unwrap_or(0);
        let text = texts.get(number as usize);
        text.cloned().unwrap_or_else(|| "".into())
    }
}

impl Different {
    fn of(column: &TextColumn<'_>, part: impl Fn(&str) -> &str) -> Different {
        let mut texts: Vec<Arc<str>> = Vec::new();
        let mut places: HashMap<Arc<str>, u32> = HashMap::new();
        let mut numbers = Vec::new();
        for text in column.texts() {
            let text = part(text);
            // Dictionaries of sorted rows are nearly sorted: most texts are equivalent to the
            // previous one.
            let last = numbers.last().copied();
            let same = last.filter(|at| texts.get(*at as usize).is_some_and(|own| **own == *text));
            let number = same
                .or_else(|| places.get(text).copied())
                .unwrap_or_else(|| {
                    let next = texts.len() as u32;
                    let shared: Arc<str> = text.into();
                    texts.push(shared.clone());
                    places.insert(shared, next);
                    next
                });
            numbers.push(number);
        }
        Different { numbers, texts }
    }
}

/// A number for each row, equal for rows with equal keys.
pub(crate) struct Ids {
    pub(crate) of_rows: Vec<u64>,
    /// The upper bound of the numbers.
    many: u64,
}

impl Ids {
    /// The same number for all rows.
    pub(crate) fn one(rows: usize) -> Ids {
        Ids {
            of_rows: vec![0; rows],
            many: 1,
        }
    }

    /// Also distinguishes rows by a text column.
    pub(crate) fn split_by(&mut self, column: &Numbered<'_>) {
        if let Some(keys) = column.keys {
            let Different { numbers, texts } = &*column.different;
            let number = |key: &i32| numbers.get(*key as usize).copied().unwrap_or(0);
            self.put_behind(texts.len() as u64, keys.iter().map(number));
        }
    }

    /// Also distinguishes rows by numbers below `many`.
    pub(crate) fn put_behind(&mut self, many: u64, numbers: impl Iterator<Item = u32>) {
        // Usually rows are distinguished by a single column.
        if self.many == 1 {
            self.many = many;
            for (id, number) in self.of_rows.iter_mut().zip(numbers) {
                *id = u64::from(number);
            }
            return;
        }
        self.many = self.many.checked_mul(many).unwrap_or_else(|| {
            self.renumber();
            self.many.saturating_mul(many)
        });
        for (id, number) in self.of_rows.iter_mut().zip(numbers) {
            *id = *id * many + u64::from(number);
        }
    }

    /// Makes the numbers small: no more of them than rows.
    fn renumber(&mut self) {
        let mut known: HashMap<u64, u64> = HashMap::new();
        for id in &mut self.of_rows {
            let next = known.len() as u64;
            *id = *known.entry(*id).or_insert(next);
        }
        self.many = known.len() as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn rows_are_told_apart_however_many_texts_there_are() {
        let rows = [
            (0, 0, 7),
            (0, 0, 7),
            (1, 0, 7),
            (0, 9, 7),
            (0, 9, 7),
            (0, 0, 8),
        ];
        for many in [10, 1 << 20, 1 << 32] {
            let mut ids = Ids::one(rows.len());
            ids.put_behind(many, rows.iter().map(|row| row.0));
            ids.put_behind(many, rows.iter().map(|row| row.1));
            ids.put_behind(many, rows.iter().map(|row| row.2));
            for (row, id) in rows.iter().zip(&ids.of_rows) {
                for (other, its) in rows.iter().zip(&ids.of_rows) {
                    assert_eq!(row == other, id == its, "{row:?} {other:?} {many}");
                }
            }
        }
    }
}
