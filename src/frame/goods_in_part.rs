//! Goods that stand as a row of their own in one month, while another month has only codes within
//! them: chapter 27 in 2016, and 2701 in 2017. Whether the codes are all of the chapter is not known.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions" (a sum of goods that
//! lacks one of them is missing).

use crate::frame::breakdown::FIRST;
use crate::frame::level_choice::{GoodsInPart, KeySum};
use crate::frame::period_flow::PeriodFlow;
use crate::frame::rounded_sum::RoundedSum;
use crate::trade::{Flow, Observations};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The rows of one partner and good in a period.
#[derive(Default)]
struct Held {
    /// Its own row.
    own: Option<RoundedSum>,
    /// The sums of the codes within it, by depth.
    within: BTreeMap<u32, RoundedSum>,
    /// The components that the codes within it belong to.
    parts: BTreeSet<u32>,
}

/// The goods known in part. Where a month has both the row of a good and codes within it, and in all
/// such months the codes add up to the row, they are taken to be all of it in other months, too.
pub fn goods_in_part(keys: &[KeySum], observations: &Observations) -> GoodsInPart {
    let taken = || {
        let of_rows = keys.iter().filter(|key| !key.is_summed);
        of_rows.filter(|key| key.part >= FIRST)
    };
    let codes: BTreeSet<Arc<str>> = taken().map(|key| observations.text_of(key.code)).collect();
    let above = with_codes_within(&codes);
    let mut found = GoodsInPart::new();
    if above.is_empty() {
        return found;
    }
    let mut all: BTreeMap<(u16, Flow, Arc<str>), BTreeMap<PeriodFlow, Held>> = BTreeMap::new();
    for key in taken() {
        let code = observations.text_of(key.code);
        for length in 1..=code.len() {
            let good = code.get(..length).and_then(|good| above.get(good));
            let Some(good) = good else {
                continue;
            };
            let of_good = all.entry((key.partner, key.period_flow.1, good.clone()));
            let held = of_good.or_default().entry(key.period_flow).or_default();
            if is_same_good(good, &code) {
                held.own = Some(held.own.unwrap_or(RoundedSum::ZERO) + key.value);
            } else {
                let sum = held.within.entry(key.detail_level);
                let sum = sum.or_insert(RoundedSum::ZERO);
                *sum = *sum + key.value;
                held.parts.insert(key.part);
            }
        }
    }
    for ((_, _, good), of_good) in all {
        if of_good.values().all(|held| held.own.is_none()) || codes_are_whole(&of_good) {
            continue;
        }
        for (period_flow, held) in of_good {
            if held.own.is_none() {
                let lacking = found.entry(period_flow).or_default();
                for part in held.parts {
                    lacking.entry(part).or_default().insert(good.clone());
                }
            }
        }
    }
    found
}

/// Whether a code is a good, or all of it: 27011100 is the only code of 270111.
fn is_same_good(good: &str, code: &str) -> bool {
    code.strip_prefix(good)
        .is_some_and(|rest| rest.bytes().all(|digit| digit == b'0'))
}

/// The codes that others begin with. A code of all goods is left to
/// [`crate::frame::partners_in_part`].
fn with_codes_within(codes: &BTreeSet<Arc<str>>) -> BTreeSet<Arc<str>> {
    let next = codes.iter().skip(1);
    let is_above =
        |(code, next): &(&Arc<str>, &Arc<str>)| !code.is_empty() && next.starts_with(&***code);
    let above = codes.iter().zip(next).filter(is_above);
    above.map(|(code, _)| code.clone()).collect()
}

/// Whether some period has both the row of a good and codes within it, and in each of them the codes
/// add up to the row.
fn codes_are_whole(of_good: &BTreeMap<PeriodFlow, Held>) -> bool {
    let mut both = of_good.values().filter_map(|held| {
        let most = held.within.values().max_by_key(|sum| sum.value)?;
        Some(held.own?.meets(*most))
    });
    both.next() == Some(true) && both.all(|meets| meets)
}
