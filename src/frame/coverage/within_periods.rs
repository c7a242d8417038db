//! Goods in periods of several months, compared with those in their months.
//!
//! A file may give some goods by month and others only by quarter or year. A sum of the period that
//! lacks a good its months have is not the sum of the period; and a good that only the period has is
//! not without trade in a month.
//!
//! Source: docs/definitions.md, "Coverage" and "One month twice: files, vintages, revisions" (a sum
//! of goods that lacks one of them is missing).

use crate::frame::breakdown::FIRST;
use crate::frame::codes::Codes;
use crate::frame::period_flow::PeriodFlow;
use crate::frame::selected_rows::SelectedRows;
use crate::trade::{Flow, Month, Period, TextId};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Which goods only the months have, and which only a period of several months has.
#[derive(Debug, Default)]
pub(super) struct WithinPeriods {
    /// By period of several months and flow: the components with goods that the period lacks.
    pub of_months_only: HashMap<PeriodFlow, BTreeSet<u32>>,
    /// By month and flow: the components with goods that only a longer period has, and that period.
    pub combined: HashMap<PeriodFlow, (Period, BTreeSet<u32>)>,
}

/// A partner and a code, with the component of its rows.
type Good = (u16, TextId);

impl WithinPeriods {
    /// Compares the goods of every period of several months with those of its months. Most inputs
    /// have no such period, and nothing is to be compared.
    pub fn of(selected_rows: &SelectedRows<'_>) -> WithinPeriods {
        let mut of_periods: BTreeMap<(Flow, Period), BTreeMap<Good, u32>> = BTreeMap::new();
        for row in selected_rows
            .rows()
            .filter(|row| !row.key.period.is_month())
        {
            let goods = of_periods
                .entry((row.key.flow, row.key.period))
                .or_default();
            goods.insert((row.key.partner, row.key.code), row.part);
        }
        let mut found = WithinPeriods::default();
        if of_periods.is_empty() {
            return found;
        }
        let mut of_months: BTreeMap<(Flow, Month), BTreeMap<Good, u32>> = BTreeMap::new();
        for row in selected_rows.rows().filter(|row| row.key.period.is_month()) {
            let goods = of_months
                .entry((row.key.flow, row.key.period.to))
                .or_default();
            goods.insert((row.key.partner, row.key.code), row.part);
        }
        for ((flow, period), of_period) in &of_periods {
            let inside = of_months.range((*flow, period.from)..=(*flow, period.to));
            let inside: Vec<(&(Flow, Month), &BTreeMap<Good, u32>)> = inside.collect();
            if inside.is_empty() {
                continue;
            }
            let all_months: BTreeMap<Good, u32> = inside
                .iter()
                .flat_map(|(_, goods)| goods.iter().map(|(good, part)| (*good, *part)))
                .collect();
            let months_only = parts_beyond(&all_months, of_period, selected_rows);
            if !months_only.is_empty() {
                found.of_months_only.insert((*period, *flow), months_only);
            }
            let period_only = parts_beyond(of_period, &all_months, selected_rows);
            if period_only.is_empty() {
                continue;
            }
            for ((_, month), _) in inside {
                let at = (Period::month(*month), *flow);
                let combined = found.combined.entry(at);
                let (_, parts) = combined.or_insert_with(|| (*period, BTreeSet::new()));
                parts.extend(&period_only);
            }
        }
        found
    }
}

/// The components of the goods of `some` of which `others` have no row, neither of a coarser nor of
/// a finer code.
fn parts_beyond(
    some: &BTreeMap<Good, u32>,
    others: &BTreeMap<Good, u32>,
    selected_rows: &SelectedRows<'_>,
) -> BTreeSet<u32> {
    let observations = selected_rows.observations();
    let mut by_partner: BTreeMap<u16, Codes> = BTreeMap::new();
    for (partner, code) in others.keys() {
        let codes = by_partner.entry(*partner).or_default();
        codes.0.insert(observations.text_of(*code));
    }
    let is_beyond = |((partner, code), part): &(&Good, &u32)| {
        let codes = by_partner.get(partner);
        **part >= FIRST
            && !codes.is_some_and(|codes| codes.has_relative(&observations.text_of(*code)))
    };
    let beyond = some.iter().filter(is_beyond);
    beyond.map(|(_, part)| *part).collect()
}
