//! The accounts of a file: which columns are claimed, and which texts it has.

use crate::reader::accounting::texts::{FileText, Heeded};
use crate::reader::accounting::watch::Watch;
use crate::reader::accounting::words::Dimension;
use crate::reader::errors::input_error::InputError;
use crate::trade::{Accounted, Meaning, Part, Taken};
use std::collections::BTreeSet;

/// The accounts of one file while it is read.
#[derive(Default)]
pub(crate) struct Accounting {
    /// What each column was claimed as; `None` for those that nobody reads.
    pub claims: Vec<Option<Meaning>>,
    pub watch: Watch,
    pub texts: Vec<FileText>,
    /// Texts and columns whose fate a layout reports itself.
    pub meaning: Vec<Accounted>,
    pub doubts: Vec<Doubt>,
    /// What rows or columns that were left out are of, so that a title that names it means them.
    pub placed: BTreeSet<Dimension>,
}

impl Accounting {
    /// The accounts of a table with these columns, all of them unread.
    pub fn new(columns: usize) -> Accounting {
        Accounting {
            claims: vec![None; columns],
            ..Accounting::default()
        }
    }

    /// Says that the layout reads this column, and as what.
    pub fn claim(&mut self, column: usize, meaning: Meaning) {
        if let Some(claim) = self.claims.get_mut(column) {
            *claim = Some(meaning);
        }
    }

    /// Says that the layout reads these columns, where they are there.
    pub fn claim_all(
        &mut self,
        columns: impl IntoIterator<Item = Option<usize>>,
        meaning: Meaning,
    ) {
        for column in columns.into_iter().flatten() {
            self.claim(column, meaning);
        }
    }

    /// Whether some column is not claimed.
    pub fn is_unread(&self, column: usize) -> bool {
        self.claims.get(column).is_some_and(Option::is_none)
    }

    /// Whether a column was claimed as this.
    pub fn has(&self, meaning: Meaning) -> bool {
        self.claims.contains(&Some(meaning))
    }

    /// The columns to be watched: those that nobody reads, and labels, which may distinguish rows
    /// by words that were taken to change nothing.
    pub fn watched(&self) -> Vec<usize> {
        let claims = self.claims.iter().enumerate();
        claims
            .filter(|(_, claim)| matches!(claim, None | Some(Meaning::Label)))
            .map(|(column, _)| column)
            .collect()
    }

    /// The columns that nobody reads.
    pub fn unread(&self) -> Vec<usize> {
        let unread = self.claims.iter().enumerate();
        unread
            .filter(|(_, claim)| claim.is_none())
            .map(|(column, _)| column)
            .collect()
    }

    /// What became of the columns, where each of them is read.
    pub fn claimed(&self, header: &[String]) -> Vec<Accounted> {
        let claimed = header.iter().zip(&self.claims);
        claimed
            .filter_map(|(name, claim)| {
                Some(Accounted {
                    part: Part::Column,
                    line: Some(1),
                    text: name.clone(),
                    taken: Taken::Read((*claim)?),
                })
            })
            .collect()
    }

    /// Says what became of a text that a layout settles by itself.
    pub fn note(&mut self, part: Part, line: u64, text: &str, taken: Taken) {
        self.meaning.push(Accounted {
            part,
            line: Some(line),
            text: text.to_owned(),
            taken,
        });
    }

    /// A text of the file, with what the layout has made use of.
    pub fn text(&mut self, part: Part, line: u64, text: &str, heeded: Heeded) {
        if text.chars().any(char::is_alphanumeric) {
            self.texts.push(FileText {
                part,
                line,
                text: text.to_owned(),
                heeded,
            });
        }
    }
}

/// A doubt that a layout found itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Doubt {
    pub line: Option<u64>,
    pub wrong: InputError,
    pub found: String,
}
