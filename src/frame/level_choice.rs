//! One depth for each month, flow, partner and good: which detail rows a sum is made of.
//!
//! Inputs may contain the same trade at several depths: chapters and eight digits, or eight digits
//! and eight digits by province. These are never added up. For each partner and month, and for each
//! of the coarsest codes with all that begins with it, the depth with the largest sum comes first, as
//! the most complete; goods that it lacks come from the next.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions".

use crate::frame::breakdown::{FIRST, TOO_COARSE};
use crate::frame::codes::Codes;
use crate::frame::period_flow::PeriodFlow;
use crate::frame::rounded_sum::RoundedSum;
use crate::trade::{Observations, TextId};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The sum of all rows that share one key of detail.
#[derive(Clone, Copy, Debug)]
pub struct KeySum {
    pub period_flow: PeriodFlow,
    pub partner: u16,
    pub detail_level: u32,
    pub code: TextId,
    /// The component of the breakdown, see [`crate::frame::breakdown::Parts`].
    pub part: u32,
    /// Whether it is a sum over disjoint inputs, whose rows had longer codes.
    pub is_summed: bool,
    pub value: RoundedSum,
}

/// The goods of which only codes within them are known, by period, flow and component.
pub type GoodsInPart = BTreeMap<PeriodFlow, BTreeMap<u32, BTreeSet<Arc<str>>>>;

/// Which keys make up the figures, and how depths disagree.
#[derive(Debug, Default)]
pub struct LevelChoice {
    /// Whether each key is left out because another depth covers its trade; empty if none is.
    pub left_out: Vec<bool>,
    /// Periods and flows with rows too coarse to assign to the goods or the component, and no finer
    /// rows for the same trade.
    pub too_coarse: BTreeSet<PeriodFlow>,
    /// Periods and flows for which another depth gives a different sum: the sum used, and the other
    /// one.
    pub differ: BTreeMap<PeriodFlow, (RoundedSum, RoundedSum)>,
    /// The sum that rows too coarse for the breakdown give for its components.
    pub coarser: BTreeMap<PeriodFlow, RoundedSum>,
    /// Periods and flows in which the codes of a chapter or heading above the goods asked for add up to
    /// less than its own row: their sum, and the row.
    pub too_few: BTreeMap<PeriodFlow, (RoundedSum, RoundedSum)>,
    /// Goods of which a period has only codes within them, while another has their own row.
    pub in_part: GoodsInPart,
}

impl LevelChoice {
    /// Chooses depths for every period, flow and partner. `digits` is the length of the codes asked
    /// for.
    pub fn choose(keys: &[KeySum], digits: usize, observations: &Observations) -> LevelChoice {
        let mut level_choice = LevelChoice::default();
        let Some(first) = keys.first() else {
            return level_choice;
        };
        let one_depth =
            |key: &KeySum| key.detail_level == first.detail_level && key.part != TOO_COARSE;
        if keys.iter().all(one_depth) {
            return level_choice;
        }
        level_choice.left_out = vec![false; keys.len()];
        let mut of_partners: BTreeMap<(PeriodFlow, u16), Vec<usize>> = BTreeMap::new();
        for (at, key) in keys.iter().enumerate() {
            let own = of_partners
                .entry((key.period_flow, key.partner))
                .or_default();
            own.push(at);
        }
        for ((period_flow, _), own) in &of_partners {
            level_choice.choose_for(*period_flow, own, keys, digits, observations);
        }
        level_choice
    }

    /// Chooses depths for one partner of a period and flow; `own` are the indices of its keys.
    fn choose_for(
        &mut self,
        period_flow: PeriodFlow,
        own: &[usize],
        keys: &[KeySum],
        digits: usize,
        observations: &Observations,
    ) {
        let is_taken = |at: &&usize| keys[**at].part >= FIRST;
        let code = |at: &usize| observations.text_of(keys[*at].code);
        let codes = Codes(own.iter().filter(is_taken).map(code).collect());
        let mut families: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for at in own.iter().filter(is_taken) {
            let code = code(at);
            let coarsest = codes.coarsest(&code).map_or("", |code| &**code);
            families.entry(coarsest).or_default().push(*at);
        }
        let mut skipped: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for family in families.values() {
            self.choose_in_family(family, keys, observations, &mut skipped);
        }
        for of_grain in skipped.values() {
            self.compare(period_flow, of_grain, own, keys, observations);
        }
        self.check_coarse_rows(period_flow, own, keys, digits, observations);
    }

    /// Chooses depths for the rows of one of the coarsest codes and all that begins with it. Those
    /// left out are added to `skipped`, by depth.
    fn choose_in_family(
        &mut self,
        family: &[usize],
        keys: &[KeySum],
        observations: &Observations,
        skipped: &mut BTreeMap<u32, Vec<usize>>,
    ) {
        let mut sums: BTreeMap<u32, RoundedSum> = BTreeMap::new();
        for at in family {
            let sum = sums
                .entry(keys[*at].detail_level)
                .or_insert(RoundedSum::ZERO);
            *sum = *sum + keys[*at].value;
        }
        let mut order: Vec<u32> = sums.keys().copied().collect();
        // The depth with the largest sum is the most complete; of equal sums, the coarser comes
        // first.
        order.sort_by_key(|detail_level| (Reverse(sums[detail_level].value), *detail_level));
        let mut taken = Codes::default();
        for detail_level in order {
            let of_grain = family.iter().copied();
            let of_grain = of_grain.filter(|at| keys[*at].detail_level == detail_level);
            let mut codes = Vec::new();
            for at in of_grain {
                let code = observations.text_of(keys[at].code);
                if taken.has_relative(&code) {
                    self.left_out[at] = true;
                    skipped.entry(detail_level).or_default().push(at);
                } else {
                    codes.push(code);
                }
            }
            taken.0.extend(codes);
        }
    }

    /// Compares the keys left out at one depth with those used instead.
    fn compare(
        &mut self,
        period_flow: PeriodFlow,
        skipped: &[usize],
        own: &[usize],
        keys: &[KeySum],
        observations: &Observations,
    ) {
        let codes = skipped
            .iter()
            .map(|at| observations.text_of(keys[*at].code));
        let codes = Codes(codes.collect());
        let other = sum(skipped.iter().map(|at| keys[*at].value));
        let instead = own.iter().filter(|at| {
            let code = observations.text_of(keys[**at].code);
            keys[**at].part >= FIRST && !self.left_out[**at] && codes.has_relative(&code)
        });
        let instead = sum(instead.map(|at| keys[*at].value));
        if !instead.meets(other) {
            // Of several depths the one that differs most is told.
            let gap = |(one, other): (RoundedSum, RoundedSum)| (one.value - other.value).abs();
            let held = self.differ.entry(period_flow).or_insert((instead, other));
            if gap((instead, other)) > gap(*held) {
                *held = (instead, other);
            }
        }
    }

    /// Checks whether there are finer rows for the same trade as rows too coarse to assign.
    fn check_coarse_rows(
        &mut self,
        period_flow: PeriodFlow,
        own: &[usize],
        keys: &[KeySum],
        digits: usize,
        observations: &Observations,
    ) {
        let (coarse, clear): (Vec<usize>, Vec<usize>) =
            own.iter().partition(|at| keys[**at].part == TOO_COARSE);
        if coarse.is_empty() {
            return;
        }
        let finer: Codes = Codes(
            clear
                .iter()
                .map(|at| observations.text_of(keys[*at].code))
                .collect(),
        );
        let mut of_grains: BTreeMap<u32, RoundedSum> = BTreeMap::new();
        for at in &coarse {
            let code = observations.text_of(keys[*at].code);
            if !finer.has_relative(&code) {
                self.too_coarse.insert(period_flow);
            }
            // A code long enough lacks only the province or trade mode: such rows can be compared
            // with the sum of the components.
            if code.len() >= digits {
                let sum = of_grains
                    .entry(keys[*at].detail_level)
                    .or_insert(RoundedSum::ZERO);
                *sum = *sum + keys[*at].value;
            }
        }
        for (detail_level, mut sum) in of_grains {
            let beside = clear
                .iter()
                .filter(|at| keys[**at].detail_level == detail_level && keys[**at].part >= FIRST);
            for at in beside {
                sum = sum + keys[*at].value;
            }
            let largest = self.coarser.entry(period_flow).or_insert(RoundedSum::ZERO);
            if sum.value > largest.value {
                *largest = sum;
            }
        }
    }
}

fn sum(sums: impl Iterator<Item = RoundedSum>) -> RoundedSum {
    sums.fold(RoundedSum::ZERO, |sum, one| sum + one)
}
