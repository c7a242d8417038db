//! The one currency of an answer: two are never added up.
//!
//! Source: docs/definitions.md, "Currency".

use crate::frame::{Frame, FrameError};
use crate::trade::{Currency, Partner, PartnerChoice, RowKind, Selection, TextId, listed};
use std::collections::{BTreeMap, BTreeSet};

/// What the rows of one currency are of.
#[derive(Default)]
struct Known {
    partners: BTreeSet<u16>,
    /// The chapters of the detail rows of the partners asked for.
    chapters: BTreeSet<String>,
    /// Whether a total of all goods was published.
    has_totals: bool,
}

type KnownByCurrency = BTreeMap<Currency, Known>;

impl Frame {
    /// The currency in which a selection is answered: the one asked for, or else the first in which
    /// all its partners and goods have figures, dollars before yuan.
    ///
    /// # Errors
    /// [`FrameError`] when a partner has no rows, or when one of the partners or goods that are to be
    /// added up has figures in another currency only.
    pub(super) fn currency(&self, selection: &Selection) -> Result<Currency, FrameError> {
        let held = self.currencies(&selection.partner);
        let Some(first) = held.first().copied() else {
            return Err(self.no_partner(&selection.partner));
        };
        // A sum that lacks one of the partners asked for would pass for the sum of all of them.
        if let PartnerChoice::These(partner_indices) = &selection.partner
            && partner_indices.len() > 1
        {
            let seen = &self.observations.partners_seen;
            let absent = partner_indices.iter().filter(|place| !seen.contains(place));
            let absent: Vec<u16> = absent.copied().collect();
            if !absent.is_empty() {
                return Err(self.no_partner(&PartnerChoice::These(absent)));
            }
        }
        if let Some(wanted) = selection.currency
            && !held.contains(&wanted)
        {
            return Err(FrameError::NoCurrency {
                wanted,
                held: first,
                other: match first {
                    Currency::Usd => "usd",
                    Currency::Cny => "cny",
                },
            });
        }
        // Published totals of a single partner are added up with nothing.
        if held.len() == 1 || selection.partner.is_one() && !self.has_details() {
            return Ok(selection.currency.unwrap_or(first));
        }
        let known = self.known_by_currency(selection);
        let lacking = |currency: Currency| self.only_in_another(&known, currency, selection);
        if let Some(wanted) = selection.currency {
            return lacking(wanted).map_or(Ok(wanted), Err);
        }
        let Some(why) = lacking(first) else {
            return Ok(first);
        };
        let mut others = held.into_iter().skip(1);
        others
            .find(|currency| lacking(*currency).is_none())
            .ok_or(why)
    }

    /// Why a selection cannot be answered in a currency: partners or goods to be added up have
    /// figures in another currency only.
    fn only_in_another(
        &self,
        known: &KnownByCurrency,
        currency: Currency,
        selection: &Selection,
    ) -> Option<FrameError> {
        let own = known.get(&currency)?;
        for (other, of_other) in known.iter().filter(|(other, _)| **other != currency) {
            // Rows of the World stand for all partners.
            let are_all =
                selection.partner == PartnerChoice::All && own.partners.contains(&Partner::WORLD);
            let lacking = of_other.partners.difference(&own.partners);
            let lacking = lacking.filter(|partner| !are_all && **partner != Partner::WORLD);
            let mut what: Vec<String> = lacking
                .map(|partner| self.partner_called(*partner))
                .collect();
            if what.is_empty()
                && !own.chapters.is_empty()
                && !(own.has_totals && selection.by.is_none())
            {
                let lacking = of_other.chapters.difference(&own.chapters);
                what = lacking.map(|chapter| format!("HS {chapter}")).collect();
            }
            if !what.is_empty() {
                return Some(FrameError::OtherCurrency {
                    what: listed(what, 5),
                    wanted: currency,
                    held: *other,
                });
            }
        }
        None
    }

    fn partner_called(&self, partner_index: u16) -> String {
        match Partner::at(partner_index) {
            Some(partner) => partner.with_code(),
            None => self.observations.partner_name(partner_index).to_string(),
        }
    }

    /// What the rows of each currency are of that have a value, or a published change.
    fn known_by_currency(&self, selection: &Selection) -> KnownByCurrency {
        let observations = &self.observations;
        let mut known = KnownByCurrency::new();
        let is_asked = self.texts_of(&selection.goods);
        let mut codes: BTreeSet<(Currency, TextId)> = BTreeSet::new();
        let mut summed: BTreeSet<(Currency, u32)> = BTreeSet::new();
        let mut last = None;
        for (at, (row, input_index)) in observations
            .rows
            .keys()
            .zip(&observations.input)
            .enumerate()
        {
            let input = observations.inputs.get(*input_index as usize);
            let this = (row.currency, row.partner, row.code, row.kind, *input_index);
            // Neighbouring rows are often alike.
            if last == Some(this) {
                continue;
            }
            if !observations.rows.has_figure(at) {
                continue;
            }
            last = Some(this);
            let of_currency = known.entry(row.currency).or_default();
            if input.is_some_and(|input| input.disjoint.is_some()) {
                summed.insert((row.currency, *input_index));
            } else if selection.partner.wants(row.partner) {
                of_currency.partners.insert(row.partner);
            } else {
                continue;
            }
            of_currency.has_totals |= row.kind == RowKind::Published && row.code == TextId::EMPTY;
            if row.kind == RowKind::Detail && is_asked.get(row.code.0 as usize) == Some(&true) {
                codes.insert((row.currency, row.code));
            }
        }
        for (currency, code) in codes {
            let chapter = observations.text_of(code).get(..2).map(str::to_owned);
            if let Some(of_currency) = known.get_mut(&currency) {
                of_currency.chapters.extend(chapter);
            }
        }
        for (currency, input) in summed {
            let Some(input) = observations.inputs.get(input as usize) else {
                continue;
            };
            let Some(of_currency) = known.get_mut(&currency) else {
                continue;
            };
            let within = input.disjoint.iter().flatten();
            let partners = within.flat_map(|within| within.partners_by_month.values().flatten());
            let wanted = partners.filter(|partner| selection.partner.wants(**partner));
            of_currency.partners.extend(wanted);
        }
        known
    }
}
