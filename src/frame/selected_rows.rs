//! The detail rows that belong to a selection.

use crate::frame::breakdown::{Components, FIRST};
use crate::frame::detail_level::DetailLevels;
use crate::frame::detail_rows::DetailRows;
use crate::trade::{Currency, Observations, Partner, PartnerChoice, RowKey, Selection};

/// The detail rows that belong to a selection, each with its component of the breakdown.
pub struct SelectedRows<'a> {
    details: DetailRows<'a>,
    parts: &'a Components,
    selection: &'a Selection,
    currency: Currency,
    pub detail_levels: DetailLevels,
}

/// One selected row.
#[derive(Clone, Copy, Debug)]
pub struct SelectedRow {
    /// Its index among all rows.
    pub at: u32,
    pub input: u32,
    pub key: RowKey,
    /// Its component number in [`Components`].
    pub part: u32,
}

impl<'a> SelectedRows<'a> {
    pub fn new(
        details: DetailRows<'a>,
        parts: &'a Components,
        selection: &'a Selection,
        currency: Currency,
    ) -> SelectedRows<'a> {
        SelectedRows {
            details,
            parts,
            selection,
            currency,
            detail_levels: DetailLevels::of(details.observations),
        }
    }

    /// All rows that were read.
    pub fn observations(&self) -> &'a Observations {
        self.details.observations
    }

    /// The currency of the selected rows.
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// The selected rows, in input order.
    pub fn rows(&self) -> impl Iterator<Item = SelectedRow> + '_ {
        let observations = self.details.observations;
        let numbered = (0..).zip(self.details.rows());
        let of_row = self.parts.of_row.as_deref();
        let rows = numbered.map(move |(number, (at, key)): (usize, _)| SelectedRow {
            at,
            input: observations.input.get(at as usize).copied().unwrap_or(0),
            key,
            part: of_row.map_or(FIRST, |parts| parts.get(number).copied().unwrap_or(FIRST)),
        });
        rows.filter(|row| self.takes(row))
    }

    fn takes(&self, row: &SelectedRow) -> bool {
        let is_of_partner = match &self.selection.partner {
            PartnerChoice::These(partner_indices) => partner_indices.contains(&row.key.partner),
            // The World row is a total, never one of the partners to add up.
            PartnerChoice::All => row.key.partner != Partner::WORLD,
        };
        let released = self.observations().rows.released();
        is_of_partner
            && row.key.currency == self.currency
            && self.selection.is_released(released.get(row.at as usize))
    }
}
