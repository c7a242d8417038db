//! All partners together: which of them have published figures, and whether one of them is really a
//! total under another name.

use crate::frame::{Frame, FrameError};
use crate::trade::{
    Amount, Breakdown, Currency, Flow, Partner, Period, RowKey, RowKind, Selection, TextId,
};
use std::collections::{BTreeMap, BTreeSet};

/// The amount of each partner in one period, flow and currency.
type AmountsByPartner = BTreeMap<u16, Amount>;

impl Frame {
    /// The partners of a breakdown by partner, where totals of any of them were published; each is
    /// then shown by its total, or by its details if it has none. `None` where all are made of
    /// details.
    pub(crate) fn partners_by_totals(
        &self,
        selection: &Selection,
        currency: Currency,
    ) -> Option<Vec<u16>> {
        if selection.by != Some(Breakdown::Partner) {
            return None;
        }
        let is_part = |row: &RowKey| row.currency == currency && row.partner != Partner::WORLD;
        let is_total = |row: RowKey| {
            row.kind == RowKind::Published && row.code == TextId::EMPTY && is_part(&row)
        };
        let rows = || self.observations.rows.keys();
        if self.has_details() && !(selection.goods.is_all() && rows().any(is_total)) {
            return None;
        }
        let partners: BTreeSet<u16> = rows().filter(is_part).map(|row| row.partner).collect();
        (!partners.is_empty()).then(|| partners.into_iter().collect())
    }

    /// Looks for an unlisted partner whose figure is always the sum of all the others: a total
    /// under a name such as "other countries".
    ///
    /// # Errors
    /// [`FrameError`] when there is one, unless the user says that all of them are partners.
    pub(crate) fn refuse_unlisted_totals(&self, selection: &Selection) -> Result<(), FrameError> {
        let rows = &self.observations.rows;
        let is_unlisted = |partner_index: u16| {
            Partner::at(partner_index).is_none() && partner_index != Partner::WORLD
        };
        let has_any = self
            .observations
            .partners_seen
            .iter()
            .copied()
            .any(is_unlisted);
        if self.known.has_all_partners_always() || !has_any || self.has_details() {
            return Ok(());
        }
        let mut partner_indices: BTreeMap<(Period, Flow, Currency), AmountsByPartner> =
            BTreeMap::new();
        for (at, row) in rows.keys().enumerate() {
            let is_plain = row.kind == RowKind::Published && row.code == TextId::EMPTY;
            if let Some(amount) = rows.amount(at).filter(|_| is_plain)
                && row.partner != Partner::WORLD
                && selection.partner.wants(row.partner)
            {
                let of_place = partner_indices.entry((row.period, row.flow, row.currency));
                of_place.or_default().insert(row.partner, amount);
            }
        }
        let is_sum = |partner_index: u16| {
            let own: Vec<&AmountsByPartner> = partner_indices
                .values()
                .filter(|of_place| of_place.contains_key(&partner_index))
                .collect();
            !own.is_empty()
                && own.into_iter().all(|of_place| {
                    let others = of_place
                        .iter()
                        .filter(|(other, _)| **other != partner_index);
                    let amounts: Vec<Amount> = others.map(|(_, amount)| *amount).collect();
                    let sum = amounts
                        .iter()
                        .fold(Amount::ZERO, |sum, amount| sum + *amount);
                    let has_several =
                        amounts.iter().filter(|one| **one != Amount::ZERO).count() > 1;
                    has_several && of_place.get(&partner_index) == Some(&sum)
                })
        };
        let seen = self.observations.partners_seen.iter().copied();
        match seen
            .filter(|partner_index| is_unlisted(*partner_index))
            .find(|partner_index| is_sum(*partner_index))
        {
            Some(partner_index) => Err(FrameError::PartnerIsSum {
                name: self.observations.partner_name(partner_index).to_string(),
            }),
            None => Ok(()),
        }
    }
}
