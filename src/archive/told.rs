//! What the rows of a row group are told apart by, and the number of each row's text.

use crate::archive::error::ArchiveError;
use crate::archive::row_groups;
use crate::archive::rows::Reader;
use crate::archive::wanted::Wanted;
use parquet::file::metadata::RowGroupMetaData;
use std::collections::HashMap;
use std::sync::Arc;

/// How a text is told for the rows of a row group.
pub(crate) enum Text {
    /// It is one for all rows: the statistics say so, or rows are not told apart by it.
    All(Arc<str>),
    /// By this column.
    By(&'static str),
}

/// What the rows of a row group are told apart by.
pub(crate) struct Told {
    pub(crate) kind: Text,
    pub(crate) flow: Text,
    pub(crate) currency: Text,
    pub(crate) partner: Text,
    pub(crate) code: Text,
}

impl Told {
    pub(crate) fn by(group: &RowGroupMetaData, wanted: &Wanted, tells_partners: bool) -> Told {
        let told = |column: &'static str| match row_groups::constant(group, column) {
            Some(text) => Text::All(text.into()),
            None => Text::By(column),
        };
        let nothing = || Text::All("".into());
        Told {
            kind: told("kind"),
            flow: told("flow"),
            currency: told("currency"),
            partner: if tells_partners {
                told("partner")
            } else {
                nothing()
            },
            code: if wanted.digits > 0 {
                told("hs")
            } else {
                nothing()
            },
        }
    }

    /// The columns that must be read.
    pub(crate) fn columns(&self) -> impl Iterator<Item = &'static str> {
        let all = [
            &self.kind,
            &self.flow,
            &self.currency,
            &self.partner,
            &self.code,
        ];
        all.into_iter().filter_map(|text| match text {
            Text::All(_) => None,
            Text::By(column) => Some(*column),
        })
    }
}

/// The texts of a column, each with a number: texts that come to the same have one number, so that
/// a run of rows goes on over them.
pub(crate) struct Numbered<'b> {
    /// By row: its place in the dictionary. `None`: all rows have the one text.
    keys: Option<&'b [i32]>,
    /// By place in the dictionary: the number of the text among the different ones.
    numbers: Vec<u32>,
    /// The different texts.
    pub(crate) texts: Vec<Arc<str>>,
}

impl<'b> Numbered<'b> {
    /// `part`: what of a text tells rows apart.
    pub(crate) fn of(
        told: &Text,
        reader: &Reader<'b>,
        part: impl Fn(&str) -> &str,
    ) -> Result<Numbered<'b>, ArchiveError> {
        let column = match told {
            Text::All(text) => {
                return Ok(Numbered {
                    keys: None,
                    numbers: vec![0],
                    texts: vec![part(text).into()],
                });
            }
            Text::By(name) => reader.text(name).ok_or_else(|| ArchiveError::Damaged {
                what: format!("no column `{name}`"),
            })?,
        };
        let mut texts: Vec<Arc<str>> = Vec::new();
        let mut places: HashMap<Arc<str>, u32> = HashMap::new();
        let mut numbers = Vec::new();
        for text in column.texts() {
            let text = part(text);
            // Dictionaries of sorted rows are nearly sorted: most texts come to that of before.
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
        Ok(Numbered {
            keys: Some(column.keys()),
            numbers,
            texts,
        })
    }

    pub(crate) fn number(&self, row: usize) -> u32 {
        let place = self.keys.map_or(0, |keys| keys[row] as usize);
        self.numbers.get(place).copied().unwrap_or(0)
    }

    pub(crate) fn text(&self, row: usize) -> Arc<str> {
        let text = self.texts.get(self.number(row) as usize);
        text.cloned().unwrap_or_else(|| "".into())
    }
}
