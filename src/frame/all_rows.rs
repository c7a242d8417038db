//! All rows that were read, with what is known about the files they came from.

use super::copies::Copies;
use super::coverage::Known;
use super::detail_rows::DetailRows;
use crate::trade::{Currency, Observations, PartnerChoice};
use std::collections::BTreeSet;

/// Every row that was read, as columns.
pub struct Frame {
    pub(super) records: Observations,
    pub(super) known: Known,
    /// Rows that repeat an earlier row of their file in every cell.
    pub(super) copies: Copies,
    /// Whether any row is a detail, not counting copies.
    pub(super) has_details: bool,
}

impl Frame {
    /// Takes over the observations; tables are built when needed.
    pub fn new(records: Observations) -> Frame {
        let copies = Copies::of(&records);
        let rows = DetailRows {
            records: &records,
            copies: &copies,
        };
        let has_details = rows.rows().next().is_some();
        Frame {
            records,
            known: Known::default(),
            copies,
            has_details,
        }
    }

    /// Adds what is known about the inputs from outside them.
    pub fn knowing(self, known: Known) -> Frame {
        Frame { known, ..self }
    }

    /// Whether any row is a detail, to be added up.
    pub fn has_details(&self) -> bool {
        self.has_details
    }

    /// All detail rows.
    pub(super) fn detail_rows(&self) -> DetailRows<'_> {
        DetailRows {
            records: &self.records,
            copies: &self.copies,
        }
    }

    /// All observations, with the remarks of the reader.
    pub fn records(&self) -> &Observations {
        &self.records
    }

    /// The currencies in which the selected partners have rows.
    pub(super) fn currencies(&self, partner: &PartnerChoice) -> BTreeSet<Currency> {
        let rows = self.records.rows.keys();
        let own = rows.filter(|row| partner.wants(row.partner));
        own.map(|row| row.currency).collect()
    }
}
