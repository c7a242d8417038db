//! What was stated about the inputs of an archive when they were added, held against the inputs of
//! which nothing was stated.

use crate::frame::period_flow::PeriodFlow;
use crate::trade::{Flow, Month, Observations, PartnerChoice, RowKind, StatedAndOthers};
use std::collections::BTreeMap;

/// The months and flows that are stated to have all goods, or all partners; empty if nothing is
/// stated of any input.
#[derive(Debug, Default)]
pub struct StatedMonths {
    /// The partners, each of whose goods are stated to be complete or not.
    goods: BTreeMap<(Month, Flow), StatedAndOthers<u16>>,
    /// The goods (published or in detail, and their chapter) whose partners are.
    partners: BTreeMap<(Month, Flow), StatedAndOthers<(bool, [u8; 2])>>,
}

/// In place of the partners and chapters of sums, whose rows are not known one by one.
const ANY: (u16, [u8; 2]) = (u16::MAX, *b"**");

impl StatedMonths {
    /// What is stated of some inputs.
    pub fn of(observations: &Observations) -> StatedMonths {
        let mut months = StatedMonths::default();
        let inputs = &observations.inputs;
        if inputs.iter().all(|input| input.stated.is_empty()) {
            return months;
        }
        let chapters: Vec<[u8; 2]> = observations
            .texts()
            .iter()
            .map(|text| match text.as_bytes() {
                [one, other, ..] => [*one, *other],
                _ => [0; 2],
            })
            .collect();
        let mut last = None;
        for (row, input) in observations.rows.keys().zip(&observations.input) {
            let Some(about) = inputs.get(*input as usize) else {
                continue;
            };
            let is_detail = row.kind == RowKind::Detail;
            let chapter = chapters.get(row.code.0 as usize).copied();
            let (partner, chapter) = match about.disjoint.is_some() && is_detail {
                true => ANY,
                false => (row.partner, chapter.unwrap_or_default()),
            };
            let at = (row.period.to, row.flow);
            let own = (*input, at, is_detail, partner, chapter);
            if last.replace(own) == Some(own) {
                continue;
            }
            if is_detail {
                let is_stated = about.stated.all_goods.contains(&at);
                months.goods.entry(at).or_default().add(is_stated, partner);
            }
            let is_stated = about.stated.all_partners.contains(&at);
            let of_month = months.partners.entry(at).or_default();
            of_month.add(is_stated, (is_detail, chapter));
        }
        months
    }

    /// Whether the goods of the partners asked for are stated to be complete.
    pub(super) fn has_all_goods(&self, period_flow: PeriodFlow, partner: &PartnerChoice) -> bool {
        let of_month = self.goods.get(&(period_flow.0.to, period_flow.1));
        of_month.is_some_and(|of_month| match partner {
            PartnerChoice::All => of_month.is_stated_of_all(),
            PartnerChoice::These(places) => places.iter().all(|place| of_month.is_stated_of(place)),
        })
    }

    /// Whether the goods of the partners asked for are stated to be complete in every month of
    /// theirs.
    pub(super) fn has_all_goods_always(&self, partner: &PartnerChoice) -> bool {
        let is_complete = |of_month: &StatedAndOthers<u16>| match partner {
            PartnerChoice::All => of_month.is_stated_of_all(),
            PartnerChoice::These(places) => {
                let mut own = places.iter().filter(|place| of_month.has(place));
                own.all(|place| of_month.is_stated_of(place))
            }
        };
        !self.goods.is_empty() && self.goods.values().all(is_complete)
    }

    /// Whether the partners are stated to be complete.
    pub(super) fn has_all_partners(&self, period_flow: PeriodFlow) -> bool {
        let of_month = self.partners.get(&(period_flow.0.to, period_flow.1));
        of_month.is_some_and(StatedAndOthers::is_stated_of_all)
    }

    /// Whether the partners are stated to be complete in every month.
    pub(super) fn has_all_partners_always(&self) -> bool {
        !self.partners.is_empty()
            && self
                .partners
                .values()
                .all(StatedAndOthers::is_stated_of_all)
    }
}
