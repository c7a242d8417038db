//! Turns observations into series: merges files, picks vintages, settles depths and coverage. This
//! is where the one Polars data frame lives.
//!
//! In: [`crate::trade::Observations`]. Out: a [`SeriesSet`] for one selection. The rules of
//! docs/definitions.md, "One month twice" live here and nowhere else.

mod absent_partners;
mod all_partners;
mod all_rows;
mod as_released;
mod assemble;
mod assumed_partners;
mod blanks;
mod breakdown;
mod codes;
mod codes_in_hand;
mod consistency;
mod contents;
mod copies;
mod coverage;
mod cumulative;
mod currency_watch;
mod detail;
mod detail_level;
mod detail_rows;
mod dropped;
mod elsewhere;
mod entries;
mod entry_key;
mod error;
mod first_seen;
mod flows;
mod found;
mod goods_in_part;
mod keys;
mod lacking;
mod level_choice;
mod notes;
mod one_currency;
mod partners_in_part;
mod partners_of_flows;
mod period_flow;
mod point_sums;
mod printed_changes;
mod releases;
mod rounded_sum;
mod schema;
mod selected_rows;
mod series_set;
mod some_goods;
mod splits_in_part;
mod sum_of_partners;
mod swapped_flows;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_goods;
mod whole_units;
mod why_nothing;
mod world;
mod zeros;

pub use all_rows::Frame;
pub use consistency::{Finding, Kind};
pub use contents::{DetailLevel, InputContents};
pub use elsewhere::MonthsElsewhere;
pub use error::FrameError;
pub use series_set::SeriesSet;

pub use copies::Copies;
pub use coverage::{OutsideKnowledge, PublishedTotals};

use crate::trade::{
    Currency, Measure, Partner, PartnerChoice, QuantityUnit, RowKey, RowKind, Selection, Series,
    SetRemark, TextId, UnitOfMeasure,
};

/// The data behind a selection, before they are assembled into series.
struct Gathered {
    currency: Currency,
    /// Every release of the published figures.
    figures: Vec<releases::Release>,
    details: detail::Details,
    /// The published series of each partner, merged from the releases.
    published: releases::SeriesByPartner,
}

impl Frame {
    /// The series of a selection, and of its components if there is a breakdown.
    ///
    /// # Errors
    /// [`FrameError`] when the inputs have nothing for the partner, the currency, the goods, the
    /// breakdown or the date.
    pub fn series(&self, selection: &Selection) -> Result<SeriesSet, FrameError> {
        if selection.measure != Measure::UnitValue {
            return self.measured(selection);
        }
        let of = |measure| self.measured(&selection.measuring(measure));
        Ok(of(Measure::Value)?.per(&of(Measure::Quantity)?))
    }

    /// Collects the releases and details of a selection.
    fn gathered(&self, selection: &Selection) -> Result<Gathered, FrameError> {
        let currency = self.currency(selection)?;
        let figures = self.figures(selection, currency);
        if let Some(rows) = releases::contradictory(&figures) {
            return Err(self.two_values(rows));
        }
        if selection.goods.is_all() && self.known.by_one_body {
            releases::one_compiler(&figures)?;
        }
        let mut published = releases::merge(&figures, !selection.goods.is_all());
        printed_changes::mark(&mut published, &figures, !selection.goods.is_all());
        if selection.measure == Measure::Quantity {
            let unit = self.unit_of(&figures);
            for series in published.values_mut() {
                series.unit = UnitOfMeasure::Quantity(unit);
            }
        }
        let details = if self.has_details() {
            let periods = published.iter().flat_map(|((partner, flow), series)| {
                let place = move |period| ((period, *flow), *partner);
                series.periods().map(place)
            });
            let rows = self.detail_rows();
            detail::sums(rows, selection, currency, &self.known, &periods.collect())?
        } else {
            detail::Details::none(selection)
        };
        if let Some(rows) = details.contradictory {
            return Err(self.two_values(rows));
        }
        Ok(Gathered {
            currency,
            figures,
            details,
            published,
        })
    }

    fn measured(&self, selection: &Selection) -> Result<SeriesSet, FrameError> {
        let currency = self.currency(selection)?;
        let (mut assembled, held) = match &selection.partner {
            PartnerChoice::These(partner_indices) => {
                let mut own = match partner_indices.len() {
                    0 | 1 => self.assembled(selection)?,
                    _ => self.sum_of_partners(partner_indices, selection, currency)?,
                };
                self.withhold_sums_in_part(&mut own, selection, currency);
                (own, None)
            }
            PartnerChoice::All => self.of_all_partners(selection)?,
        };
        self.withhold_splits_in_part(&mut assembled, selection, currency);
        let of = |series: Vec<Series>| {
            let mut set = SeriesSet::new(currency, series);
            dropped::mark(&mut set, &self.observations);
            set
        };
        let mut set = of(assembled.whole);
        let parts = assembled.parts.into_iter();
        set.parts = parts.map(|(part, series)| (part, of(series))).collect();
        if held.is_some() {
            self.withhold_unequal_partners(&mut set, selection, currency);
        }
        set.elsewhere = self.elsewhere(selection, currency);
        set.partners_in_data = held;
        self.watch_currencies(&mut set, selection);
        set.notes.extend(assembled.notes);
        set.notes.extend(self.copies.note(&self.observations));
        set.notes.extend(self.undated(selection));
        if assembled.too_coarse {
            set.notes.push(SetRemark::TooCoarse {
                goods: selection.goods.clone(),
                by: selection.by,
            });
        }
        Ok(set)
    }

    /// Compares the figures of one currency with those of the other, if both were published.
    fn watch_currencies(&self, set: &mut SeriesSet, selection: &Selection) {
        let Some(other) = self.in_the_other_currency(selection, set.currency) else {
            return;
        };
        currency_watch::remark(set, &other);
    }

    /// The published imports and exports of all goods in the other currency; `None` for single goods, a
    /// breakdown, or a measure other than value.
    fn in_the_other_currency(
        &self,
        selection: &Selection,
        currency: Currency,
    ) -> Option<SeriesSet> {
        let is_plain = selection.goods.is_all()
            && selection.by.is_none()
            && selection.measure == Measure::Value;
        let is_one = matches!(&selection.partner, PartnerChoice::These(partner_indices) if partner_indices.len() == 1);
        let other = match currency {
            Currency::Usd => Currency::Cny,
            Currency::Cny => Currency::Usd,
        };
        let figures = is_plain.then(|| self.figures(selection, other))?;
        if figures.is_empty() {
            return None;
        }
        if is_one {
            let published = releases::merge(&figures, false).into_values().collect();
            return Some(SeriesSet::as_given(other, published));
        }
        // Several partners: sum what was published for each.
        if self.has_details() {
            return None;
        }
        let in_other = Selection {
            currency: Some(other),
            ..selection.clone()
        };
        let sum = match &selection.partner {
            PartnerChoice::These(partner_indices) => {
                self.sum_of_partners(partner_indices, &in_other, other)
            }
            PartnerChoice::All => self.of_all_partners(&in_other).map(|(sum, _)| sum),
        };
        Some(SeriesSet::as_given(other, sum.ok()?.whole))
    }

    /// The series of one partner, or of all partners together, by flow.
    fn assembled(&self, selection: &Selection) -> Result<assemble::Assembled, FrameError> {
        let Gathered {
            currency,
            figures,
            details,
            published,
        } = self.gathered(selection)?;
        let (published, further) = sum_of_partners::published(
            published,
            &details,
            (&self.observations, self.absent_partners()),
        );
        let of = (&self.observations, &self.known);
        let mut filled = assemble::fill(published, &details, selection, of, currency);
        // A breakdown is made of details alone, whatever totals there are.
        if selection.by.is_none() {
            sum_of_partners::add_further(&mut filled.whole, further);
        }
        // A withheld month counts as present: it carries its own reason.
        let is_empty = |series: &Series| series.is_empty() && !series.withholds();
        let nothing = filled.whole.iter().all(is_empty);
        if nothing || selection.by.is_some() && filled.parts.is_empty() {
            return Err(self.nothing_left(selection, filled.too_coarse));
        }
        filled.notes.extend(details.notes(&self.observations));
        filled
            .notes
            .extend(self.check_blank_breakdowns(selection, currency)?);
        let by_order = releases::decided_by_order(&figures);
        let by_order = notes::decided_by_order(&by_order, &self.observations);
        filled.notes.extend(by_order);
        Ok(filled)
    }

    /// The unit of quantity of the last figure that has one.
    fn unit_of(&self, figures: &[releases::Release]) -> Option<QuantityUnit> {
        let of_row = |one: &releases::Release| self.observations.quantities.get(&one.row)?.quantity;
        let quantity = figures.iter().rev().find_map(of_row)?;
        Some(quantity.unit)
    }

    /// What each input contains, in input order.
    pub fn held(&self) -> Vec<InputContents> {
        contents::of(&self.observations)
    }

    /// Duplicates in the inputs, and figures in them that contradict each other.
    ///
    /// # Errors
    /// As [`Frame::series`].
    pub fn findings(&self, selection: &Selection) -> Result<Vec<Finding>, FrameError> {
        let Gathered {
            currency,
            figures,
            details,
            published,
        } = self.gathered(selection)?;
        let (published, _) = sum_of_partners::published(
            published,
            &details,
            (&self.observations, self.absent_partners()),
        );
        let of = (&self.observations, &self.known);
        let filled = assemble::fill(published.clone(), &details, selection, of, currency);
        let mut findings = consistency::of(&figures, &details, &published, &filled.whole, currency);
        findings.extend(consistency::of_copies(
            &self.copies,
            &self.observations,
            selection,
        ));
        let own = SeriesSet::new(currency, filled.whole);
        if let Some(other) = self.in_the_other_currency(selection, currency) {
            let gaps = currency_watch::gaps(&own, &other).into_iter();
            findings.extend(gaps.map(consistency::of_gap));
        }
        Ok(findings)
    }

    /// The published figures of a selection (all goods, or the one HS prefix asked for), in input
    /// order.
    fn figures(&self, selection: &Selection, currency: Currency) -> Vec<releases::Release> {
        let code = match selection.goods.single() {
            _ if selection.goods.is_all() => Some(TextId::EMPTY),
            Some(prefix) => self.observations.id_of(prefix),
            None => None,
        };
        let Some(code) = code else {
            return Vec::new();
        };
        let is_wanted = |(at, row): &(u32, RowKey)| {
            row.kind == RowKind::Published
                && row.code == code
                && row.currency == currency
                && self.is_of(selection, *at, row)
                && !self.copies.contains(*at)
        };
        let rows = (0..).zip(self.observations.rows.keys()).filter(is_wanted);
        let figures = rows.filter_map(|(row, _)| self.candidate(row));
        if selection.measure == Measure::Value {
            let with_nothing_traded = |one: releases::Release| {
                let quantity = self.observations.quantities.get(&one.row);
                one.with_nothing_traded(quantity)
            };
            return figures.map(with_nothing_traded).collect();
        }
        let row_quantity = |one: releases::Release| {
            let row_quantity = self.observations.quantities.get(&one.row)?;
            one.of_quantity(row_quantity)
        };
        let figures: Vec<releases::Release> = figures.filter_map(row_quantity).collect();
        // Quantities in different units belong to different series.
        let unit = self.unit_of(&figures);
        let of_unit = |one: &releases::Release| {
            let row_quantity = self.observations.quantities.get(&one.row);
            let quantity = row_quantity.and_then(|row_quantity| row_quantity.quantity);
            quantity.is_none_or(|quantity| Some(quantity.unit) == unit)
        };
        figures.into_iter().filter(of_unit).collect()
    }

    /// Whether a row is of a partner asked for and had been released by the day asked for. The
    /// World row is a total, so it never counts as one of all partners.
    fn is_of(&self, selection: &Selection, at: u32, row: &RowKey) -> bool {
        let released = self.observations.rows.released().get(at as usize);
        let is_part = selection.partner != PartnerChoice::All || row.partner != Partner::WORLD;
        is_part && selection.partner.wants(row.partner) && selection.is_released(released)
    }

    fn candidate(&self, row: u32) -> Option<releases::Release> {
        let observation = self.observations.rows.get(row as usize)?;
        let input = *self.observations.input.get(row as usize)?;
        let source = self.observations.source_of(row);
        let note = || self.observations.note_of(row);
        Some(releases::Release::new(
            &observation,
            (input, row),
            source,
            note,
        ))
    }
}
