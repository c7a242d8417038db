//! Records for each file which columns are claimed by its layout, and which texts it has.

use crate::reader::accounting::texts::{Applied, FileText};
use crate::reader::accounting::watch::Watch;
use crate::reader::accounting::words::Dimension;
use crate::reader::errors::input_error::InputError;
use crate::trade::{Currency, Interpretation, Meaning, TextKind, UnderstoodText, Unit};
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// The accounts of a file being read.
#[derive(Default)]
pub(crate) struct Accounting {
    /// The meaning of each column; `None` for unused columns. A layout *claims* the columns it
    /// uses: it states what they mean.
    pub claims: Vec<Option<Meaning>>,
    /// The column of release dates, in layouts that do not name it themselves.
    pub release: Option<usize>,
    pub watch: Watch,
    pub texts: Vec<FileText>,
    /// Texts and columns whose treatment a layout reports itself.
    pub meaning: Vec<UnderstoodText>,
    pub doubts: Vec<Doubt>,
    /// Whether the rows are of many months, once it is asked.
    pub has_many_months: OnceCell<bool>,
    /// Whether the rows or columns are whole years.
    pub has_whole_years: bool,
    /// The currencies of the rows, once they are asked.
    pub currencies: OnceCell<Vec<Currency>>,
    /// The units that values were read in.
    pub units: Vec<Unit>,
    /// Dimensions of rows or columns that were left out. A title that mentions one refers to them.
    pub placed: BTreeSet<Dimension>,
}

impl Accounting {
    /// The accounts of a table with this number of columns, none of them claimed yet.
    pub fn new(columns: usize) -> Accounting {
        Accounting {
            claims: vec![None; columns],
            ..Accounting::default()
        }
    }

    /// Claims a column that the layout uses, with its meaning.
    pub fn claim(&mut self, column: usize, meaning: Meaning) {
        if let Some(claim) = self.claims.get_mut(column) {
            *claim = Some(meaning);
        }
    }

    /// Claims those of the columns that exist.
    pub fn claim_all(
        &mut self,
        columns: impl IntoIterator<Item = Option<usize>>,
        meaning: Meaning,
    ) {
        for column in columns.into_iter().flatten() {
            self.claim(column, meaning);
        }
    }

    /// Whether a column is not claimed.
    pub fn is_unread(&self, column: usize) -> bool {
        self.claims.get(column).is_some_and(Option::is_none)
    }

    /// Whether a column was claimed with this meaning.
    pub fn has(&self, meaning: Meaning) -> bool {
        self.claims.contains(&Some(meaning))
    }

    /// The columns to be watched: unused ones, notes, which may say the same of all rows, and labels,
    /// which may distinguish rows by words that were assumed to be irrelevant.
    pub fn watched(&self) -> Vec<usize> {
        let claims = self.claims.iter().enumerate();
        claims
            .filter(|(_, claim)| matches!(claim, None | Some(Meaning::Label | Meaning::Note)))
            .map(|(column, _)| column)
            .collect()
    }

    /// The columns that are not claimed.
    pub fn unread(&self) -> Vec<usize> {
        let unread = self.claims.iter().enumerate();
        unread
            .filter(|(_, claim)| claim.is_none())
            .map(|(column, _)| column)
            .collect()
    }

    /// How each claimed column was understood.
    pub fn claimed(&self, header: &[String]) -> Vec<UnderstoodText> {
        let claimed = header.iter().zip(&self.claims);
        claimed
            .filter_map(|(name, claim)| {
                Some(UnderstoodText {
                    part: TextKind::Column,
                    line: Some(1),
                    text: name.clone(),
                    taken: Interpretation::Read((*claim)?),
                })
            })
            .collect()
    }

    /// Records the unit of a value.
    pub fn unit(&mut self, unit: Unit) {
        if !self.units.contains(&unit) {
            self.units.push(unit);
        }
    }

    /// Records how a text was treated that the layout handles by itself.
    pub fn note(&mut self, part: TextKind, line: u64, text: &str, taken: Interpretation) {
        self.meaning.push(UnderstoodText {
            part,
            line: Some(line),
            text: text.to_owned(),
            taken,
        });
    }

    /// Adds a text of the file, with the parts that the layout has used.
    pub fn text(&mut self, part: TextKind, line: u64, text: &str, applied: Applied) {
        if text.chars().any(char::is_alphanumeric) {
            self.texts.push(FileText {
                part,
                line,
                text: text.to_owned(),
                applied,
            });
        }
    }
}

/// A doubt raised by a layout itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Doubt {
    pub line: Option<u64>,
    pub wrong: InputError,
    pub found: String,
}
