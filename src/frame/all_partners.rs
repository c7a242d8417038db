//! All partners together: which of them have published figures, and whether one of them is really a
//! total under another name.

use crate::frame::{Frame, FrameError};
use crate::trade::{
    Amount, Breakdown, Currency, Flow, Partner, Period, RowKind, Selection, TextId,
};
use std::collections::{BTreeMap, BTreeSet};

/// The amount of each partner in one period, flow and currency.
type AmountsByPartner = BTreeMap<u16, Amount>;

impl Frame {
    /// The partners with published figures, for a breakdown by partner in data without detail rows.
    pub(crate) fn published_partners(
        &self,
        selection: &Selection,
    ) -> Result<Option<Vec<u16>>, FrameError> {
        if selection.by != Some(Breakdown::Partner) || self.has_details() {
            return Ok(None);
        }
        let currency = self.currency(selection)?;
        let rows = self.records.rows.keys();
        let of_currency = rows.filter(|row| row.currency == currency);
        let places: BTreeSet<u16> = of_currency
            .map(|row| row.partner)
            .filter(|place| *place != Partner::WORLD)
            .collect();
        Ok((!places.is_empty()).then(|| places.into_iter().collect()))
    }

    /// Looks for an unlisted partner whose figure is always the sum of all the others: a total
    /// under a name such as "other countries".
    ///
    /// # Errors
    /// [`FrameError`] when there is one, unless the user says that all of them are partners.
    pub(crate) fn look_for_sums(&self, selection: &Selection) -> Result<(), FrameError> {
        let rows = &self.records.rows;
        let is_unlisted = |place: u16| Partner::at(place).is_none() && place != Partner::WORLD;
        let has_any = self.records.partners_seen.iter().copied().any(is_unlisted);
        if self.known.all_partners || !has_any || self.has_details() {
            return Ok(());
        }
        let mut places: BTreeMap<(Period, Flow, Currency), AmountsByPartner> = BTreeMap::new();
        for (at, row) in rows.keys().enumerate() {
            let is_plain = row.kind == RowKind::Published && row.code == TextId::EMPTY;
            if let Some(amount) = rows.amount(at).filter(|_| is_plain)
                && row.partner != Partner::WORLD
                && selection.partner.wants(row.partner)
            {
                let of_place = places.entry((row.period, row.flow, row.currency));
                of_place.or_default().insert(row.partner, amount);
            }
        }
        let is_sum = |place: u16| {
            let own: Vec<&AmountsByPartner> = places
                .values()
                .filter(|of_place| of_place.contains_key(&place))
                .collect();
            !own.is_empty()
                && own.into_iter().all(|of_place| {
                    let others = of_place.iter().filter(|(other, _)| **other != place);
                    let amounts: Vec<Amount> = others.map(|(_, amount)| *amount).collect();
                    let sum = amounts
                        .iter()
                        .fold(Amount::ZERO, |sum, amount| sum + *amount);
                    let has_several =
                        amounts.iter().filter(|one| **one != Amount::ZERO).count() > 1;
                    has_several && of_place.get(&place) == Some(&sum)
                })
        };
        let seen = self.records.partners_seen.iter().copied();
        match seen
            .filter(|place| is_unlisted(*place))
            .find(|place| is_sum(*place))
        {
            Some(place) => Err(FrameError::PartnerIsSum {
                name: self.records.partner_name(place).to_string(),
            }),
            None => Ok(()),
        }
    }
}
