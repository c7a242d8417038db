//! Which partners an input has in each month, so that a partner without trade can be distinguished
//! from one that the input does not cover.
//!
//! Source: docs/definitions.md, "Coverage", "One month twice: files, vintages, revisions" (a sum of
//! partners that lacks one of them is missing).

use crate::frame::coverage::Coverage;
use crate::frame::coverage::OutsideKnowledge;
use crate::frame::coverage::input::MANY_CHAPTERS;
use crate::frame::period_flow::PeriodFlow;
use crate::frame::selected_rows::SelectedRows;
use crate::trade::{PartnerChoice, Selection};
use std::collections::BTreeSet;

/// An input with rows of this many partners in a month is assumed to cover all of them, just as one
/// with this many chapters is assumed to cover all goods.
const MANY_PARTNERS: usize = MANY_CHAPTERS;

impl Coverage {
    /// Records the partners with rows in each period and flow, if all partners are added up.
    pub(super) fn collect_partners(
        &mut self,
        selected_rows: &SelectedRows<'_>,
        selection: &Selection,
    ) {
        if selection.partner != PartnerChoice::All {
            return;
        }
        let inputs = &selected_rows.observations().inputs;
        let is_disjoint = selected_rows.observations().summed_inputs();
        let mut summed: BTreeSet<(u32, PeriodFlow)> = BTreeSet::new();
        for row in selected_rows.rows() {
            let period_flow = (row.key.period, row.key.flow);
            // Pre-summed rows carry no partner of their own.
            if is_disjoint.get(row.input as usize) == Some(&true) {
                summed.insert((row.input, period_flow));
                continue;
            }
            let at = self
                .partners_at
                .entry((row.input, period_flow))
                .or_default();
            at.insert(u32::from(row.key.partner));
        }
        for (input, period_flow) in summed {
            let behind = inputs.get(input as usize);
            let behind = behind.and_then(|input| input.disjoint.as_ref());
            let behind = behind.into_iter().flatten();
            for within in behind.filter(|within| within.flow == period_flow.1) {
                let Some(partners) = within.partners_by_month.get(&period_flow.0.to) else {
                    continue;
                };
                let at = self.partners_at.entry((input, period_flow)).or_default();
                partners.iter().for_each(|one| at.insert(u32::from(*one)));
            }
        }
    }

    /// An input with rows of a period and flow that has all partners there: because that is stated,
    /// or because it has many.
    pub(super) fn input_of_all_partners(
        &self,
        period_flow: PeriodFlow,
        known: &OutsideKnowledge,
    ) -> Option<u32> {
        let has_many = |input: &u32| {
            let at = self.partners_at.get(&(*input, period_flow));
            at.is_some_and(|at| at.count() >= MANY_PARTNERS) && self.is_whole(*input)
        };
        let is_stated = known.has_all_partners(period_flow);
        self.inputs_at(period_flow)
            .find(|input| is_stated || has_many(input))
    }

    /// Whether an input covers, in this period and flow, a partner that it has in some month: it
    /// has a row of the partner there, or rows of many others.
    pub(super) fn covers_partner(&self, input: u32, period_flow: PeriodFlow, partner: u32) -> bool {
        let at = self.partners_at.get(&(input, period_flow));
        at.is_none_or(|at| at.contains(partner) || at.count() >= MANY_PARTNERS)
    }
}
