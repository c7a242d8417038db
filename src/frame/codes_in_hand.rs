//! Whether the codes in hand make up the rows of the chapters and headings above the goods asked for.
//! Where they do not, codes may be lacking among the goods, too.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions".

use crate::frame::breakdown::TOO_COARSE;
use crate::frame::detail_rows::DetailRows;
use crate::frame::level_choice::KeySum;
use crate::frame::period_flow::PeriodFlow;
use crate::frame::rounded_sum::RoundedSum;
use crate::trade::{Currency, TextId};
use std::collections::BTreeMap;

/// The sum of the codes in hand, and that of the coarser row above them.
pub type CodesAndWhole = (RoundedSum, RoundedSum);

/// The periods and flows in which the codes of a chapter or heading add up to less than its own row,
/// which is too coarse for the goods asked for. `digits` is the length of the codes asked for.
pub fn too_few(
    rows: DetailRows<'_>,
    keys: &[KeySum],
    digits: usize,
    currency: Currency,
) -> BTreeMap<PeriodFlow, CodesAndWhole> {
    let observations = rows.observations;
    // The rows above the goods, by place and code.
    let mut wholes: BTreeMap<(PeriodFlow, u16), Vec<(TextId, RoundedSum)>> = BTreeMap::new();
    for key in keys.iter().filter(|key| key.part == TOO_COARSE) {
        let length = observations.text_of(key.code).len();
        if (1..digits).contains(&length) {
            let held = wholes.entry((key.period_flow, key.partner)).or_default();
            held.push((key.code, key.value));
        }
    }
    let mut found = BTreeMap::new();
    if wholes.is_empty() {
        return found;
    }
    // The sums below each of them, by the length of the codes and whether they are divided further.
    type Below = BTreeMap<(usize, bool), RoundedSum>;
    let mut below: BTreeMap<(PeriodFlow, u16, TextId), Below> = BTreeMap::new();
    for (at, key) in rows.rows() {
        let place = ((key.period, key.flow), key.partner);
        let Some(own) = wholes.get(&place).filter(|_| key.currency == currency) else {
            continue;
        };
        let code = observations.text_of(key.code);
        for (whole, _) in own {
            let above = observations.text_of(*whole);
            let is_below = code.len() > above.len() && code.starts_with(&*above);
            let row = observations.rows.get(at as usize).filter(|_| is_below);
            if let Some((value, interval)) = row.and_then(|row| row.value) {
                let sums = below.entry((place.0, place.1, *whole)).or_default();
                let level = (code.len(), key.split == TextId::EMPTY);
                let sum = sums.entry(level).or_insert(RoundedSum::ZERO);
                *sum = *sum + RoundedSum { value, interval };
            }
        }
    }
    for ((period_flow, partner), own) in wholes {
        for (whole, value) in own {
            let sums = below.get(&(period_flow, partner, whole));
            let most = sums.and_then(|sums| sums.values().max_by_key(|sum| sum.value));
            if let Some(most) = most
                && most.value < value.value
                && !most.meets(value)
            {
                found.entry(period_flow).or_insert((*most, value));
            }
        }
    }
    found
}
