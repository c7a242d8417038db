//! What the rows of a selection say about one period and flow, and which components have none.

use crate::frame::assemble::Assembly;
use crate::frame::breakdown::FIRST;
use crate::frame::detail::point::UnitCheck;
use crate::frame::found::Found;
use crate::frame::lacking::goods;
use crate::frame::period_flow::PeriodFlow;
use crate::frame::point_sums::Sum;
use crate::frame::point_sums::SumsByComponent;
use crate::frame::point_sums::whole;
use crate::frame::rounded_sum::RoundedSum;
use crate::trade::{Breakdown, PartnerChoice, Selection, TextId, Thing};
use std::collections::{BTreeMap, BTreeSet};

impl Assembly<'_> {
    /// The sum of an absent component: zero if that is known, otherwise `None`.
    fn zero_if_known(&mut self, period_flow: PeriodFlow, part: u32) -> Option<Sum> {
        let zero = self
            .details
            .covered
            .true_zero(period_flow, part, self.known)?;
        if zero.is_assumed {
            self.assumed.insert(zero.input);
        }
        Some(Sum {
            value: RoundedSum::ZERO,
            earlier: RoundedSum::ZERO,
            input: zero.input,
            count: UnitCheck::Unit(None),
        })
    }

    /// The goods of components with rows that have no value; `None` if every component has values.
    fn without_value(
        &self,
        period_flow: PeriodFlow,
        parts: &SumsByComponent<'_>,
    ) -> Option<Vec<Thing>> {
        let taken = parts.range(FIRST..);
        let lacking: Vec<u32> = taken
            .filter(|(_, point)| point.count == UnitCheck::NotGiven)
            .map(|(part, _)| *part)
            .collect();
        if lacking.is_empty() {
            return None;
        }
        let codes = |part| self.details.without_value.get(&(period_flow, part));
        let codes: BTreeSet<TextId> = lacking
            .into_iter()
            .filter_map(codes)
            .flatten()
            .copied()
            .collect();
        Some(goods(&codes, self.observations))
    }

    /// What the rows say about a period and flow.
    pub(super) fn found(&mut self, period_flow: PeriodFlow, parts: &SumsByComponent<'_>) -> Found {
        let (period, flow) = period_flow;
        let figures = self.published.iter().find(|one| one.flow == flow);
        // If the goods were published as a figure, but no detail row of the flow has them in any
        // month, the detail files do not cover them: a month without a published figure is missing,
        // not zero. A breakdown is made of details alone.
        let is_beyond = self.selection.by.is_none()
            && figures.is_some_and(|one| !one.is_empty())
            && !self.details.has(flow, FIRST);
        let published = figures.and_then(|one| one.figure(period)).cloned();
        let (zeros, lacking) = self.absent(period_flow, parts, is_beyond);
        let covered = &self.details.covered;
        let in_part = self.details.level_choice.in_part.get(&period_flow);
        let in_part = in_part.filter(|_| !covered.has_all_goods(period_flow));
        let mut uncovered = covered.uncovered(period_flow);
        uncovered.extend(
            in_part
                .into_iter()
                .flat_map(BTreeMap::values)
                .flatten()
                .cloned(),
        );
        Found {
            sum: whole(parts),
            published,
            is_beyond,
            uncovered,
            in_part: in_part.cloned().unwrap_or_default(),
            zeros,
            lacking,
            without_value: self.without_value(period_flow, parts),
            of_months_only: self
                .details
                .covered
                .goods_of_months_only(period_flow)
                .cloned()
                .unwrap_or_default(),
            combined: self.details.covered.combined(period_flow).cloned(),
        }
    }

    /// The components without a row that are zero, and those that the sum lacks.
    ///
    /// The sum lacks what the flow has in another month and not in this one. The other components of
    /// a breakdown are only checked for zeros.
    fn absent(
        &mut self,
        period_flow: PeriodFlow,
        parts: &SumsByComponent<'_>,
        is_beyond: bool,
    ) -> (BTreeMap<u32, Sum>, Vec<u32>) {
        let (details, is_split) = (self.details, self.selection.by.is_some());
        let (_, flow) = period_flow;
        let of_flow = self.of_flows.get(&flow).cloned().unwrap_or_default();
        let others = (FIRST..).take(self.parts.len()).filter(|_| is_split);
        let asked: BTreeSet<u32> = of_flow.iter().copied().chain(others).collect();
        let (mut zeros, mut lacking) = (BTreeMap::new(), Vec::new());
        for part in asked {
            if parts.contains_key(&part) && !is_beyond {
                continue;
            }
            match self.zero_if_known(period_flow, part).filter(|_| !is_beyond) {
                Some(zero) => {
                    zeros.insert(part, zero);
                }
                // A component without rows in any month of the flow is not part of its sum; one
                // that was asked for by name is among the goods not covered.
                None => {
                    let by_name = details.parts.asked.contains(&part) && !details.has(flow, part);
                    let is_part = of_flow.contains(&part) && !by_name;
                    lacking.extend(is_part.then_some(part));
                }
            }
        }
        (zeros, lacking)
    }

    /// The partners that a sum over all partners lacks, and with it each of its components; none if
    /// the components are the partners.
    pub(super) fn absent_partners(&self, period_flow: PeriodFlow) -> Vec<Thing> {
        let Selection { partner, by, .. } = self.selection;
        if *partner != PartnerChoice::All || *by == Some(Breakdown::Partner) {
            return Vec::new();
        }
        let known = (self.known, self.observations);
        let lacking = self
            .details
            .covered
            .covered_by_other_inputs(period_flow, false, known);
        let is_partner = |thing: &Thing| matches!(thing, Thing::Partner(_) | Thing::Named(_));
        lacking.into_iter().filter(is_partner).collect()
    }
}
