//! All rows that were read, with what is known about the files they came from.

use super::copies::Copies;
use super::coverage::{OutsideKnowledge, StatedMonths};
use super::detail_rows::DetailRows;
use crate::trade::{Currency, Goods, Membership, Observations, PartnerChoice};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Every row that was read, as columns.
pub struct Frame {
    pub(super) observations: Observations,
    pub(super) known: OutsideKnowledge,
    /// Rows that repeat an earlier row of their file in every cell.
    pub(super) copies: Copies,
    /// Whether any row is a detail, not counting copies.
    pub(super) has_details: bool,
}

impl Frame {
    /// Takes over the observations; tables are built when needed.
    pub fn new(observations: Observations) -> Frame {
        let copies = Copies::of(&observations);
        let rows = DetailRows {
            observations: &observations,
            copies: &copies,
        };
        let has_details = rows.rows().next().is_some();
        let known = OutsideKnowledge {
            stated: StatedMonths::of(&observations),
            ..OutsideKnowledge::default()
        };
        Frame {
            observations,
            known,
            copies,
            has_details,
        }
    }

    /// Adds what is known about the inputs from outside them.
    pub fn with_outside_knowledge(self, known: OutsideKnowledge) -> Frame {
        let known = OutsideKnowledge {
            stated: self.known.stated,
            ..known
        };
        Frame { known, ..self }
    }

    /// Whether the inputs are stated to have all goods of some partners in all months.
    pub fn has_all_goods(&self, partner: &PartnerChoice) -> bool {
        self.known.has_all_goods_always(partner)
    }

    /// Whether any row is a detail, to be added up.
    pub fn has_details(&self) -> bool {
        self.has_details
    }

    /// All detail rows.
    pub(super) fn detail_rows(&self) -> DetailRows<'_> {
        DetailRows {
            observations: &self.observations,
            copies: &self.copies,
        }
    }

    /// Whether rows with each text as their code are of the goods asked for, by number of the text.
    pub(super) fn texts_of(&self, goods: &Goods) -> Vec<bool> {
        let is_of = |code: &Arc<str>| goods.is_all() || goods.fits(code) == Membership::In;
        self.observations.texts().iter().map(is_of).collect()
    }

    /// All observations, with the remarks of the reader.
    pub fn observations(&self) -> &Observations {
        &self.observations
    }

    /// The currencies in which the selected partners have rows.
    pub(super) fn currencies(&self, partner: &PartnerChoice) -> BTreeSet<Currency> {
        let rows = self.observations.rows.keys();
        let own = rows.filter(|row| partner.wants(row.partner));
        own.map(|row| row.currency).collect()
    }
}
