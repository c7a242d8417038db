//! Records to series: the one Polars frame, merging, vintages, grains, coverage.
//!
//! In: [`Observations`]. Out: a [`SeriesSet`] for one selection. The rules of docs/definitions.md, "One month
//! twice" live here and nowhere else.

mod as_released;
mod assemble;
mod breakdown;
mod consistency;
mod contents;
mod coverage;
mod cumulative;
mod detail;
mod dropped;
mod error;
mod flows;
mod notes;
mod releases;
mod schema;
mod series_set;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_goods;
mod why_nothing;
mod zeros;

pub use consistency::{Finding, Kind};
pub use contents::{Depth, InputContents};
pub use error::FrameError;
pub use series_set::SeriesSet;

use crate::trade::{
    Currency, Input, Measure, Month, Observation, Observations, PartnerChoice, QuantityUnit,
    Selection, Series, SetRemark, UnitOfMeasure, Vintage,
};
use polars::prelude::{Column, DataFrame};
use std::collections::BTreeMap;

/// Every row that was read, as columns.
pub struct Frame {
    rows: DataFrame,
    records: Observations,
}

/// What there is of a selection.
struct Gathered {
    currency: Currency,
    /// The published figures, every release of them.
    figures: Vec<releases::Release>,
    details: detail::Details,
    /// The series that the published figures come down to.
    published: Vec<Series>,
}

/// [`schema::ADDED`] of every row.
fn added(records: &Observations) -> Vec<u32> {
    let of_input = |(input, one): (u32, &Input)| if one.apart.is_some() { 0 } else { input + 1 };
    let of_inputs: Vec<u32> = (0..).zip(&records.inputs).map(of_input).collect();
    let of_row = |input: &u32| of_inputs.get(*input as usize).copied();
    let rows = records.input.iter();
    rows.map(|input| of_row(input).unwrap_or(input + 1))
        .collect()
}

impl Frame {
    /// Takes the records over as columns.
    ///
    /// # Errors
    /// When Polars cannot build the frame.
    pub fn new(records: Observations) -> Result<Frame, FrameError> {
        let rows = &records.rows;
        let numbers = |name: &str, number: fn(&Observation) -> u32| {
            Column::new(name.into(), rows.iter().map(number).collect::<Vec<u32>>())
        };
        let mut columns = vec![
            Column::new(schema::INPUT.into(), &records.input),
            Column::new(schema::ADDED.into(), added(&records)),
            Column::new(
                schema::ROW.into(),
                (0..rows.len() as u32).collect::<Vec<u32>>(),
            ),
            Column::new(
                schema::FROM.into(),
                rows.iter()
                    .map(|row| row.period.from.index())
                    .collect::<Vec<i32>>(),
            ),
            Column::new(
                schema::TO.into(),
                rows.iter()
                    .map(|row| row.period.to.index())
                    .collect::<Vec<i32>>(),
            ),
            Column::new(schema::ROWS.into(), &records.counts),
            numbers(schema::FLOW, |row| row.flow as u32),
            numbers(schema::PARTNER, |row| u32::from(row.partner)),
            numbers(schema::CURRENCY, |row| row.currency as u32),
            numbers(schema::CODE, |row| row.code.0),
            numbers(schema::SPLIT, |row| row.split.0),
            Column::new(
                schema::GRAIN.into(),
                rows.iter()
                    .map(|row| detail::grain(row, &records))
                    .collect::<Vec<u32>>(),
            ),
            Column::new(
                schema::VALUE.into(),
                rows.iter()
                    .map(|row| row.value.map(|(value, _)| value.0))
                    .collect::<Vec<Option<i128>>>(),
            ),
            Column::new(
                schema::RELEASED.into(),
                rows.iter()
                    .map(|row| row.released.map(|released| released.last_day()))
                    .collect::<Vec<Option<i32>>>(),
            ),
        ];
        if !records.quantities.is_empty() {
            let counted = |row: usize| records.quantities.get(&(row as u32))?.quantity;
            let quantities: Vec<_> = (0..rows.len()).map(counted).collect();
            let amounts = quantities.iter().map(|one| one.map(|one| one.amount.0));
            let units = quantities
                .iter()
                .map(|one| one.map(|one| one.unit.number()));
            columns.extend([
                Column::new(
                    schema::QUANTITY.into(),
                    amounts.collect::<Vec<Option<i128>>>(),
                ),
                Column::new(schema::UNIT.into(), units.collect::<Vec<Option<u32>>>()),
            ]);
        }
        Ok(Frame {
            rows: DataFrame::new(rows.len(), columns)?,
            records,
        })
    }

    /// What was read, with the reader's remarks.
    pub fn records(&self) -> &Observations {
        &self.records
    }

    /// The currencies that the selected partner has, with the last month of each.
    fn currencies(
        &self,
        partner: &PartnerChoice,
        as_of: Option<Vintage>,
    ) -> BTreeMap<Currency, Month> {
        let by_then = |row: &Observation| {
            as_of.is_none_or(|date| row.released.is_some_and(|released| released.is_by(date)))
        };
        let mut last = BTreeMap::new();
        for row in self
            .records
            .rows
            .iter()
            .filter(|row| partner.wants(row.partner) && by_then(row))
        {
            let month = last.entry(row.currency).or_insert(row.period.to);
            *month = row.period.to.max(*month);
        }
        last
    }

    /// The series of a selection, and of its parts where it is split.
    ///
    /// # Errors
    /// [`FrameError`] when the inputs hold nothing for the partner, the currency, the goods, the
    /// split or the date.
    pub fn series(&self, selection: &Selection) -> Result<SeriesSet, FrameError> {
        if selection.measure != Measure::UnitValue {
            return self.measured(selection);
        }
        let of = |measure| self.measured(&selection.measuring(measure));
        Ok(of(Measure::Value)?.per(&of(Measure::Quantity)?))
    }

    /// What there is of a selection, before it is filled in.
    fn gathered(&self, selection: &Selection) -> Result<Gathered, FrameError> {
        let currency = self.currency(selection)?;
        let figures = self.figures(selection, currency)?;
        let details = detail::sums(&self.rows, selection, currency, &self.records)?;
        let mut published = releases::merge(&figures, !selection.goods.is_all());
        if selection.measure == Measure::Quantity {
            let unit = self.unit_of(&figures);
            for series in &mut published {
                series.unit = UnitOfMeasure::Quantity(unit);
            }
        }
        Ok(Gathered {
            currency,
            figures,
            details,
            published,
        })
    }

    fn measured(&self, selection: &Selection) -> Result<SeriesSet, FrameError> {
        let Gathered {
            currency,
            details,
            published,
            ..
        } = self.gathered(selection)?;
        let filled = assemble::fill(published, &details, selection, &self.records, currency);
        // A month that is withheld has its reason.
        let is_empty = |series: &Series| series.is_empty() && !series.withholds();
        let nothing = filled.whole.iter().all(is_empty);
        if nothing || selection.by.is_some() && filled.parts.is_empty() {
            return Err(self.nothing_left(selection, filled.too_coarse));
        }
        let of = |series: Vec<Series>| {
            let mut set = SeriesSet::new(currency, series);
            dropped::mark(&mut set, &self.records);
            set
        };
        let mut set = of(filled.whole);
        let parts = filled.parts.into_iter();
        set.parts = parts.map(|(part, series)| (part, of(series))).collect();
        set.others = self.currencies(&selection.partner, selection.as_of);
        set.others.remove(&currency);
        set.notes
            .extend(filled.notes.into_iter().chain(details.notes()));
        if filled.too_coarse {
            set.notes.push(SetRemark::TooCoarse {
                goods: selection.goods.clone(),
                by: selection.by,
            });
        }
        Ok(set)
    }

    /// The unit of the quantities of some figures: that of the last row.
    fn unit_of(&self, figures: &[releases::Release]) -> Option<QuantityUnit> {
        let of_row = |one: &releases::Release| self.records.quantities.get(&one.row)?.quantity;
        let quantity = figures.iter().rev().find_map(of_row)?;
        Some(quantity.unit)
    }

    /// What each input holds, in their order.
    pub fn held(&self) -> Vec<InputContents> {
        contents::of(&self.records)
    }

    /// What stands in the inputs twice, and what in them cannot all be true.
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
        let filled = assemble::fill(
            published.clone(),
            &details,
            selection,
            &self.records,
            currency,
        );
        let findings = consistency::of(&figures, &details, &published, &filled.whole, currency);
        Ok(findings)
    }

    fn currency(&self, selection: &Selection) -> Result<Currency, FrameError> {
        let held = self.currencies(&selection.partner, None);
        let Some(first) = held.keys().next() else {
            return Err(self.no_partner(&selection.partner));
        };
        // A sum of several partners that lacks one of them would pass for the sum of all.
        if let PartnerChoice::These(places) = &selection.partner
            && places.len() > 1
        {
            let seen = &self.records.partners_seen;
            let absent = places.iter().filter(|place| !seen.contains(place));
            let absent: Vec<u16> = absent.copied().collect();
            if !absent.is_empty() {
                return Err(self.no_partner(&PartnerChoice::These(absent)));
            }
        }
        match selection.currency {
            Some(wanted) if held.contains_key(&wanted) => Ok(wanted),
            Some(wanted) => Err(FrameError::NoCurrency {
                wanted,
                held: *first,
                other: if *first == Currency::Usd {
                    "usd"
                } else {
                    "cny"
                },
            }),
            None => Ok(*first),
        }
    }

    /// The published figures of a selection, in the order of the inputs.
    fn figures(
        &self,
        selection: &Selection,
        currency: Currency,
    ) -> Result<Vec<releases::Release>, FrameError> {
        let rows = detail::figures(&self.rows, selection, currency, &self.records)?;
        let figures = rows.into_iter().filter_map(|row| self.candidate(row));
        if selection.measure == Measure::Value {
            return Ok(figures.collect());
        }
        let counted = |one: releases::Release| {
            let counted = self.records.quantities.get(&one.row)?;
            one.of_quantity(counted)
        };
        let figures: Vec<releases::Release> = figures.filter_map(counted).collect();
        // Quantities in another unit are another series.
        let unit = self.unit_of(&figures);
        let of_unit = |one: &releases::Release| {
            let counted = self.records.quantities.get(&one.row);
            let quantity = counted.and_then(|counted| counted.quantity);
            quantity.is_none_or(|quantity| Some(quantity.unit) == unit)
        };
        Ok(figures.into_iter().filter(of_unit).collect())
    }

    fn candidate(&self, row: u32) -> Option<releases::Release> {
        let record = self.records.rows.get(row as usize)?;
        let input = *self.records.input.get(row as usize)?;
        let publisher = self.records.text_of(record.publisher);
        let source = if publisher.is_empty() {
            self.records
                .inputs
                .get(input as usize)
                .map_or(publisher, |input| input.name.clone())
        } else {
            publisher
        };
        Some(releases::Release::new(record, input, row, source))
    }
}
