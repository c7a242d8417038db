//! Notes for the user on how sums of detail were made.

use super::detail::Details;
use crate::frame::breakdown::FIRST;
use crate::frame::detail::point::Point;
use crate::frame::why_nothing::NAMED;
use crate::trade::{
    Basis, CoverageGap, Flow, Observations, Period, Selection, Series, SetRemark, Thing, named_of,
};
use std::collections::BTreeSet;
use std::sync::Arc;

impl Details {
    /// Notes on deduplication and adding up, over all months.
    pub fn notes(&self, observations: &Observations) -> Vec<SetRemark> {
        let total = |count: fn(&Point) -> u32| {
            let points = self.points.iter();
            let taken = points.filter(|point| point.part >= FIRST);
            taken.map(count).sum::<u32>()
        };
        let (joined, repeated, revised) = (
            total(|point| point.joined),
            total(|point| point.repeated),
            total(|point| point.revised),
        );
        let mut notes = Vec::new();
        if let Some((period, flow, _)) = self.overlaps.first() {
            notes.push(SetRemark::FilesOverlap {
                flow: *flow,
                period: *period,
                months: self.overlaps.len(),
                rows: self.overlaps.iter().map(|(.., keys)| keys).sum(),
            });
        }
        let counted = [
            (joined, SetRemark::RowsJoined as fn(u32) -> SetRemark),
            (repeated, SetRemark::RowsRepeated),
            (revised, SetRemark::RowsRevised),
        ];
        let some = counted.into_iter().filter(|(count, _)| *count > 0);
        notes.extend(some.map(|(count, remark)| remark(count)));
        notes.extend(decided_by_order(&self.decided_by_order, observations));
        notes
    }
}

/// Months in which something is not covered by the inputs.
#[derive(Default)]
pub struct UncoveredMonths {
    months: Vec<(Flow, Period)>,
    things: Vec<Thing>,
}

impl UncoveredMonths {
    /// Adds a month, if there is anything it does not cover.
    pub fn add(&mut self, month: (Flow, Period), things: impl Iterator<Item = Thing>) {
        let before = self.months.len();
        for thing in things {
            if !self.things.contains(&thing) {
                self.things.push(thing);
            }
            if self.months.len() == before {
                self.months.push(month);
            }
        }
    }

    /// The uncovered months; `None` if every month covers everything.
    pub fn uncovered(mut self) -> Option<CoverageGap> {
        let (first, period) = *self.months.first()?;
        let is_one_flow = self.months.iter().all(|(flow, _)| *flow == first);
        let months: BTreeSet<Period> = self.months.iter().map(|(_, period)| *period).collect();
        let count = self.things.len();
        self.things.sort_by_key(Thing::code);
        self.things.truncate(named_of(count, NAMED));
        Some(CoverageGap {
            flow: is_one_flow.then_some(first),
            period,
            months: months.len(),
            count,
            things: self.things,
        })
    }
}

/// Remarks on which file was used if undated files disagree and only their order decides.
pub fn decided_by_order(
    pairs: &BTreeSet<(u32, u32)>,
    observations: &Observations,
) -> Vec<SetRemark> {
    let name = |input: &u32| -> Arc<str> {
        let input = observations.inputs.get(*input as usize);
        input.map_or_else(|| "".into(), |input| input.name.clone())
    };
    let pair = |(taken, other): &(u32, u32)| SetRemark::TakenByOrder {
        taken: name(taken),
        other: name(other),
    };
    pairs.iter().take(NAMED).map(pair).collect()
}

/// Remarks on files assumed to cover all goods, if a zero relies on that.
pub fn taken_as_all_goods(
    inputs: &BTreeSet<u32>,
    observations: &Observations,
) -> Option<SetRemark> {
    let names = inputs.iter().filter_map(|input| {
        let input = observations.inputs.get(*input as usize)?;
        Some(input.name.clone())
    });
    let names: Vec<Arc<str>> = names.collect();
    (!names.is_empty()).then_some(SetRemark::TakenAsAllGoods(names))
}

/// Remarks on the goods asked for that have no row at all, if their absence counts as zero.
pub fn taken_as_none(
    details: &Details,
    selection: &Selection,
    observations: &Observations,
    whole: &[Series],
) -> Option<SetRemark> {
    let is_made_of_details = |one: &Series| {
        one.periods().any(|period| {
            one.figure(period)
                .is_some_and(|one| one.basis == Basis::Sum)
        })
    };
    if selection.goods.is_all() || !whole.iter().any(is_made_of_details) {
        return None;
    }
    let (absent, why) = details.covered.nowhere(selection, observations);
    let absent: BTreeSet<Arc<str>> = absent.into_iter().collect();
    (!absent.is_empty()).then(|| SetRemark::TakenAsNone {
        count: absent.len(),
        codes: absent
            .iter()
            .take(named_of(absent.len(), NAMED))
            .cloned()
            .collect(),
        why,
    })
}
