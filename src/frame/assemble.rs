//! Assembles sums of detail into series: one depth per month, the published figure first, and zero
//! only if the inputs are known to cover the goods.
//!
//! Source: docs/definitions.md, "Coverage", "One month twice: files, vintages, revisions".

mod found;

use super::detail::Details;
use super::detail_level::NO_CODE;
use crate::frame::breakdown::FIRST;
use crate::frame::coverage::OutsideKnowledge;
use crate::frame::detail::point::UnitCheck;
use crate::frame::found::Found;
use crate::frame::lacking::{goods, lacks, no_row};
use crate::frame::notes::{UncoveredMonths, taken_as_all_goods, taken_as_none};
use crate::frame::period_flow::PeriodFlow;
use crate::frame::point_sums::Sum;
use crate::frame::point_sums::SumsByComponent;
use crate::frame::point_sums::by_place;
use crate::frame::point_sums::of_flow;
use crate::frame::point_sums::parts_of_flows;
use crate::frame::point_sums::set_or_withhold;
use crate::frame::some_goods;
use crate::trade::{
    Component, Currency, Flow, Measure, Missing, Observations, Reason, Selection, Series,
    SetRemark, Thing, UnitOfMeasure,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The series assembled for a selection.
#[derive(Debug, Default)]
pub struct Assembled {
    /// The series of the whole selection, by flow.
    pub whole: Vec<Series>,
    /// The series of each component by flow, in the order of component codes.
    pub parts: Vec<(Arc<Component>, Vec<Series>)>,
    /// Notes for the user.
    pub notes: Vec<SetRemark>,
    /// Whether details were left out because they are too coarse for the selection.
    pub too_coarse: bool,
    /// Periods and flows whose inputs are known to cover every component, so that an absent one is
    /// a true zero.
    pub absent_is_zero: BTreeSet<PeriodFlow>,
}

/// Uses sums of detail if no figure was published, and zero if the absence of trade is known.
/// Remarks if two depths, or details and the published figure, disagree. A breakdown is made of
/// details alone, and so is its total, so that the components add up to it.
pub fn fill(
    published: Vec<Series>,
    details: &Details,
    selection: &Selection,
    (observations, known): (&Observations, &OutsideKnowledge),
    currency: Currency,
) -> Assembled {
    let is_split = selection.by.is_some();
    let mut filler = Assembly {
        whole: if is_split {
            Vec::new()
        } else {
            published.clone()
        },
        parts: vec![Vec::new(); details.parts.list.len()],
        of_flows: parts_of_flows(details, is_split),
        unknown: UncoveredMonths::default(),
        covered_by_other_inputs: UncoveredMonths::default(),
        assumed: BTreeSet::new(),
        goods: false,
        too_coarse: false,
        absent_is_zero: BTreeSet::new(),
        published,
        details,
        selection,
        observations,
        known,
        currency,
        unit: denomination(selection.measure, currency),
    };
    for (period_flow, parts) in by_place(details) {
        filler.period_flow(period_flow, &parts);
    }
    filler.finish()
}

/// Assembly in progress.
struct Assembly<'a> {
    published: Vec<Series>,
    details: &'a Details,
    selection: &'a Selection,
    observations: &'a Observations,
    known: &'a OutsideKnowledge,
    currency: Currency,
    unit: UnitOfMeasure,
    whole: Vec<Series>,
    parts: Vec<Vec<Series>>,
    of_flows: BTreeMap<Flow, Vec<u32>>,
    unknown: UncoveredMonths,
    covered_by_other_inputs: UncoveredMonths,
    /// Inputs assumed to cover all goods, if a zero relies on that.
    assumed: BTreeSet<u32>,
    goods: bool,
    too_coarse: bool,
    absent_is_zero: BTreeSet<PeriodFlow>,
}

impl Assembly<'_> {
    /// Puts the sum of a period and flow, and those of its components, into their series.
    fn period_flow(&mut self, period_flow: PeriodFlow, parts: &SumsByComponent<'_>) {
        let (period, flow) = period_flow;
        let (details, is_split) = (self.details, self.selection.by.is_some());
        if details.level_choice.too_coarse.contains(&period_flow) {
            self.too_coarse = true;
            return;
        }
        // `u32::MAX` is a component that no row has: is any absent component zero here?
        let zero = details.covered.true_zero(period_flow, u32::MAX, self.known);
        if zero.is_some() && period.is_month() {
            self.absent_is_zero.insert(period_flow);
        }
        let found = self.found(period_flow, parts);
        let levels = &details.level_choice;
        let differences = found.differences(period_flow, levels, self.unit, is_split);
        let into = of_flow(&mut self.whole, flow, self.currency, self.unit);
        for what in differences {
            into.remark(period, what);
        }
        if found.published.is_some() && !is_split {
            return;
        }
        // The months of the period have more goods than its own rows: their sum is the figure.
        if found.of_months_only.is_empty() {
            self.set_whole(period_flow, &found);
        }
        let detail_levels = parts.range(FIRST..).map(|(_, point)| point.detail_level);
        self.goods |= detail_levels
            .max()
            .is_some_and(|detail_level| detail_level > NO_CODE);
        if is_split {
            self.components(period_flow, parts, &found);
        }
    }

    /// Sets the sum of a period and flow, or says why it is missing.
    fn set_whole(&mut self, period_flow: PeriodFlow, found: &Found) {
        let (period, flow) = period_flow;
        let (covered, is_split) = (&self.details.covered, self.selection.by.is_some());
        let by_goods = self.selection.goods.is_all() && !covered.beside_goods();
        // A partner without a row of any goods is missing from the sum of some of them, too.
        let known = (self.known, self.observations);
        let covered_by_other_inputs = covered.covered_by_other_inputs(period_flow, by_goods, known);
        // A breakdown by goods must not withhold a sum that is given without it, since the rows of
        // a file come to the same sum either way. So missing components do not matter if all goods
        // asked for are covered and no file is truncated.
        let is_uncut = !covered.is_any_cut(period_flow);
        // A dropped row may be of the very good that has none.
        let is_dropped = self.observations.may_lack_dropped(period, flow);
        let is_whole = found.is_known()
            || is_split && by_goods && found.uncovered.is_empty() && !found.is_beyond && is_uncut;
        let into = of_flow(&mut self.whole, flow, self.currency, self.unit);
        if !covered_by_other_inputs.is_empty() {
            self.covered_by_other_inputs
                .add((flow, period), covered_by_other_inputs.iter().cloned());
            into.withhold(period, lacks(period, covered_by_other_inputs));
        } else if let Some((longer, _)) = &found.combined {
            into.withhold(period, Missing::new(Reason::Combined, *longer));
        } else if let Some(codes) = &found.without_value {
            into.withhold(period, lacks(period, codes.clone()));
        } else if is_whole {
            let zero_if_known = found.zeros.values().next().copied();
            if found.sum.is_none() && zero_if_known.is_some() && is_dropped {
                into.withhold(period, Missing::new(Reason::Dropped, period));
            } else if let Some(sum) = found.sum.or(zero_if_known) {
                set_or_withhold(into, period, sum, self.observations);
            }
        } else {
            let goods = found.uncovered.iter();
            let goods = goods.map(|prefix| Thing::Hs(prefix.to_string()));
            let of_split = found.lacking.iter().filter(|_| is_split);
            let named = |part: &u32| self.details.parts.named(*part, self.selection.by);
            let lacking = goods.chain(of_split.filter_map(named));
            let lacking: BTreeMap<String, Thing> = lacking.map(|one| (one.code(), one)).collect();
            let lacking: Vec<Thing> = lacking.into_values().collect();
            // Among other components this one is unknown; alone, it is a good without a row.
            if found.sum.is_some() {
                self.unknown.add((flow, period), lacking.iter().cloned());
            }
            into.withhold(period, no_row(period, lacking, self.selection));
        }
    }

    /// Puts the figure of each component of a period and flow into its own series.
    fn components(
        &mut self,
        (period, flow): PeriodFlow,
        parts: &SumsByComponent<'_>,
        found: &Found,
    ) {
        let Found {
            zeros, uncovered, ..
        } = found;
        let beside_goods = self.details.covered.beside_goods();
        let is_dropped = self.observations.may_lack_dropped(period, flow);
        let absent_partners = self.absent_partners((period, flow));
        for (part, series) in (FIRST..).zip(&mut self.parts) {
            let sum = parts.get(&part).map(|point| Sum::of(point));
            let codes = self.details.without_value.get(&((period, flow), part));
            let is_zero = sum.is_none() && zeros.contains_key(&part);
            let sum = sum.or_else(|| zeros.get(&part).copied());
            let is_of_flow = |all: &Vec<u32>| all.contains(&part);
            if sum.is_none() && !self.of_flows.get(&flow).is_some_and(is_of_flow) {
                continue;
            }
            let into = of_flow(series, flow, self.currency, self.unit);
            if found.of_months_only.contains(&part) {
                continue;
            }
            if let Some(why) = found.why_combined(part) {
                into.withhold(period, why);
                continue;
            }
            if !absent_partners.is_empty() {
                into.withhold(period, lacks(period, absent_partners.clone()));
                continue;
            }
            if let Some(goods) = found.in_part.get(&part) {
                let goods = goods.iter().map(|code| Thing::Hs(code.to_string()));
                into.withhold(period, no_row(period, goods.collect(), self.selection));
                continue;
            }
            match sum {
                Some(_) if is_zero && is_dropped => {
                    into.withhold(period, Missing::new(Reason::Dropped, period));
                }
                // A province is known only if all the goods asked for are covered.
                Some(_) if beside_goods && !uncovered.is_empty() => {
                    let goods = uncovered.iter().map(|prefix| Thing::Hs(prefix.to_string()));
                    into.withhold(period, no_row(period, goods.collect(), self.selection));
                }
                Some(sum) if sum.count == UnitCheck::NotGiven => {
                    let codes = codes.map(|codes| goods(codes, self.observations));
                    into.withhold(period, lacks(period, codes.unwrap_or_default()));
                }
                Some(sum) => set_or_withhold(into, period, sum, self.observations),
                None => into.withhold(period, no_row(period, Vec::new(), self.selection)),
            }
        }
    }

    fn finish(self) -> Assembled {
        let is_split = self.selection.by.is_some();
        let list = &self.details.parts.list;
        let mut named: Vec<_> = list.iter().cloned().zip(self.parts).collect();
        let has_any = |one: &Series| !one.is_empty() || one.withholds();
        named.retain(|(_, series)| is_split && series.iter().any(has_any));
        named.sort_by(|(one, _), (other, _)| one.code.cmp(&other.code));
        let mut notes: Vec<SetRemark> = self
            .goods
            .then_some(SetRemark::SumsOfDetail)
            .into_iter()
            .collect();
        let of = (self.observations, self.known);
        let only = some_goods::remark(self.selection, of, &self.details.covered, &self.whole);
        notes.extend(only.filter(|_| self.goods));
        notes.extend(self.unknown.uncovered().map(SetRemark::NotWhole));
        notes.extend(
            self.covered_by_other_inputs
                .uncovered()
                .map(SetRemark::FewerFiles),
        );
        notes.extend(taken_as_all_goods(&self.assumed, self.observations));
        notes.extend(taken_as_none(
            self.details,
            self.selection,
            self.observations,
            &self.whole,
        ));
        Assembled {
            whole: self.whole,
            parts: named,
            notes,
            too_coarse: self.too_coarse,
            absent_is_zero: self.absent_is_zero,
        }
    }
}

/// The unit of measure of a selection; the unit of quantities is not yet known here.
pub fn denomination(measure: Measure, currency: Currency) -> UnitOfMeasure {
    match measure {
        Measure::Quantity => UnitOfMeasure::Quantity(None),
        Measure::Value | Measure::UnitValue => UnitOfMeasure::Money(currency),
    }
}
