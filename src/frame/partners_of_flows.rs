//! Partners of whom the inputs hold one flow, where all partners are added up: their trade in the other
//! flow is not known, and with it neither the total nor the balance.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions" (a sum of partners
//! that lacks one of them is missing).

use crate::frame::coverage::{MANY_CHAPTERS, partner as thing};
use crate::frame::{Frame, SeriesSet};
use crate::trade::{Breakdown, Currency, Flow, Missing, Partner, Period, Reason, Selection, Thing};
use std::collections::{BTreeMap, BTreeSet};

/// Where the rows of the partners stand.
#[derive(Default)]
struct Held {
    /// The partners of each flow.
    of_flow: BTreeMap<Flow, BTreeSet<u16>>,
    /// The inputs with rows of each flow.
    inputs_of_flow: BTreeMap<Flow, BTreeSet<u32>>,
    /// The inputs with rows of each partner.
    inputs_of_partner: BTreeMap<u16, BTreeSet<u32>>,
}

impl Held {
    fn put(&mut self, flow: Flow, partner: u16, input: u32) {
        self.of_flow.entry(flow).or_default().insert(partner);
        self.inputs_of_flow.entry(flow).or_default().insert(input);
        let inputs = self.inputs_of_partner.entry(partner).or_default();
        inputs.insert(input);
    }

    /// The partners with rows of the other flow only. One that stands in an input with rows of this
    /// flow had none; and so had one that is lacking among many.
    fn lacking(&self, flow: Flow, other: Flow) -> BTreeSet<u16> {
        let (Some(own), Some(others)) = (self.of_flow.get(&flow), self.of_flow.get(&other)) else {
            return BTreeSet::new();
        };
        if own.len() >= MANY_CHAPTERS {
            return BTreeSet::new();
        }
        let inputs = self.inputs_of_flow.get(&flow);
        let stands_beside = |partner: &u16| {
            let held_in = self.inputs_of_partner.get(partner);
            held_in
                .zip(inputs)
                .is_some_and(|(one, other)| !one.is_disjoint(other))
        };
        let lacking = others.difference(own).copied();
        lacking.filter(|partner| !stands_beside(partner)).collect()
    }
}

impl Frame {
    /// Withholds total and balance of all partners together where the inputs of one flow lack partners
    /// that those of the other have.
    pub(super) fn withhold_unequal_partners(
        &self,
        set: &mut SeriesSet,
        selection: &Selection,
        currency: Currency,
    ) {
        let held = self.partners_of_flows(currency);
        // Rows of the World stand for all partners, whatever rows they have of their own.
        if held.inputs_of_partner.contains_key(&Partner::WORLD) {
            return;
        }
        let both = [(Flow::Import, Flow::Export), (Flow::Export, Flow::Import)];
        let lacking: BTreeSet<u16> = both
            .into_iter()
            .flat_map(|(flow, other)| held.lacking(flow, other))
            .collect();
        if lacking.is_empty() {
            return;
        }
        let named = lacking.iter().map(|one| thing(*one, &self.observations));
        let named: Vec<Thing> = named.collect();
        withhold(set, &named);
        if selection.by != Some(Breakdown::Partner) {
            for (_, part) in &mut set.parts {
                withhold(part, &named);
            }
        }
    }

    fn partners_of_flows(&self, currency: Currency) -> Held {
        let observations = &self.observations;
        let mut held = Held::default();
        let mut last = None;
        for (row, input) in observations.rows.keys().zip(&observations.input) {
            let of_input = observations.inputs.get(*input as usize);
            let is_summed = of_input.is_some_and(|input| input.disjoint.is_some());
            let is_flow = matches!(row.flow, Flow::Import | Flow::Export);
            let this = Some((row.flow, row.partner, *input));
            // Neighbouring rows are often of the same partner.
            if row.currency != currency
                || is_summed
                || !is_flow
                || last.replace((row.flow, row.partner, *input)) == this
            {
                continue;
            }
            held.put(row.flow, row.partner, *input);
        }
        for (input, of_input) in (0..).zip(&observations.inputs) {
            for within in of_input.disjoint.iter().flatten() {
                let partners = within.partners_by_month.values().flatten();
                let partners: BTreeSet<u16> = partners.copied().collect();
                for partner in partners {
                    held.put(within.flow, partner, input);
                }
            }
        }
        held
    }
}

/// Withholds the total and the balance in each month that has both.
fn withhold(set: &mut SeriesSet, lacking: &[Thing]) {
    for flow in [Flow::Total, Flow::Balance] {
        let Some(series) = set.by_flow.get_mut(&flow) else {
            continue;
        };
        let periods: Vec<Period> = series.periods().collect();
        for period in periods {
            let why = Missing::new(Reason::ComponentMissing, period);
            series.withhold(period, why.lacking(lacking.to_vec()));
        }
    }
}
