//! What other inputs have for a flow, and those with rows of a period have not.

use crate::frame::coverage::input::InputCoverage;
use crate::frame::coverage::input::MANY_CHAPTERS;
use crate::frame::coverage::known::OutsideKnowledge;
use crate::frame::coverage::{Coverage, partner};
use crate::frame::period_flow::PeriodFlow;
use crate::trade::{Flow, Observations, Partner, Thing};
use std::sync::Arc;

impl Coverage {
    /// Chapters or partners that other inputs have for the flow, and that no input with rows of
    /// this period covers. A sum without them is not the sum of all.
    ///
    /// An input with many chapters (or partners) is evidence that those it lacks had no trade,
    /// unless it shares a month with the input that has them: the two may then be parts of one
    /// download. If one file has forty chapters of 2016, but not 27, and another has 27 in 2017
    /// only, then 27 had no trade in 2016. Few chapters are no evidence: they look like a query for
    /// just these. Chapters count only if all goods are asked for.
    pub fn covered_by_other_inputs(
        &self,
        period_flow: PeriodFlow,
        asks_all_goods: bool,
        (known, observations): (&OutsideKnowledge, &Observations),
    ) -> Vec<Thing> {
        let (_, flow) = period_flow;
        let here: Vec<(u32, &InputCoverage)> = self.at(period_flow).collect();
        let others = self
            .input_coverage
            .iter()
            .filter(|((_, own), _)| *own == flow);
        let knows_goods = !asks_all_goods || self.all_goods(period_flow).is_some();
        // An input covers whatever it contains itself.
        let of_flow = self.of_flow.get(&flow);
        let own_chapters = |one: &&Arc<str>| {
            let mut here = here
                .iter()
                .map(|(_, input_coverage)| &input_coverage.chapters);
            here.any(|own| own.is_empty() || own.contains(*one))
        };
        let chapters: Vec<&Arc<str>> = match of_flow {
            Some(all) if !knows_goods => all
                .chapters
                .iter()
                .filter(|one| !own_chapters(one))
                .collect(),
            _ => Vec::new(),
        };
        let own_partners = |one: &&u32| {
            here.iter().any(|(input, input_coverage)| {
                let own = &input_coverage.partners;
                own.is_empty()
                    || own.contains(*one) && self.covers_partner(*input, period_flow, **one)
            })
        };
        let partners: Vec<&u32> = match of_flow {
            Some(all) if !known.has_all_partners(period_flow) => all
                .partners
                .iter()
                .filter(|one| !own_partners(one))
                .collect(),
            _ => Vec::new(),
        };
        if chapters.is_empty() && partners.is_empty() {
            return Vec::new();
        }
        let mut uncovered: Vec<Thing> = Vec::new();
        for ((other_input, _), other) in others {
            // An input without codes gives totals, which are for all goods.
            let shares_no_month = |input: u32| !self.share_a_month(flow, input, *other_input);
            let knows_chapters = |(input, _): &(u32, &InputCoverage)| {
                self.chapters.are_many(*input, period_flow) && shares_no_month(*input)
            };
            if !here.iter().any(knows_chapters) {
                let lacking = chapters.iter().filter(|one| other.chapters.contains(**one));
                uncovered.extend(lacking.map(|chapter| Thing::Hs(chapter.to_string())));
            }
            let knows_partners = |(input, own): &(u32, &InputCoverage)| {
                own.partners.len() >= MANY_CHAPTERS && shares_no_month(*input)
            };
            if here.iter().any(knows_partners) {
                continue;
            }
            let partners = partners.iter().filter(|one| other.partners.contains(one));
            let name = |period_flow: &&u32| {
                let period_flow = u16::try_from(**period_flow).unwrap_or(Partner::UNLISTED);
                partner(period_flow, observations)
            };
            uncovered.extend(partners.map(name));
        }
        uncovered.sort_by_key(Thing::code);
        uncovered.dedup();
        uncovered
    }

    /// Whether two inputs have rows of the same month of a flow.
    fn share_a_month(&self, flow: Flow, one: u32, other: u32) -> bool {
        let periods = |input| self.periods.get(&(input, flow));
        let both = periods(one).zip(periods(other));
        one != other && both.is_some_and(|(one, other)| !one.is_disjoint(other))
    }
}
