//! What each input holds: months, flows, partners, currencies, grains, releases.

use crate::frame::grain::Grains;
use crate::trade::{Currency, Flow, Month, Observations, Vintage};
use std::collections::BTreeSet;

/// What the rows of one input hold, those of partners not asked for left out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct InputContents {
    /// The first month of any row.
    pub first: Option<Month>,
    /// The last month of any row.
    pub last: Option<Month>,
    /// The flows, from the reporter's side.
    pub flows: BTreeSet<Flow>,
    /// The currencies.
    pub currencies: BTreeSet<Currency>,
    /// How deep the rows go, coarsest first.
    pub grains: Vec<Depth>,
    /// The first release, where any row is dated.
    pub released_first: Option<Vintage>,
    /// The last release, where any row is dated.
    pub released_last: Option<Vintage>,
}

/// How deep a row goes: digits of its HS code, and what splits it further.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Depth {
    /// Whether it is a published figure for all goods.
    pub figure: bool,
    /// Digits of the HS code; 0 for all goods.
    pub digits: u32,
    /// Whether provinces are distinguished.
    pub province: bool,
    /// Whether trade modes are distinguished.
    pub mode: bool,
    /// Whether anything else is distinguished, such as modes of transport.
    pub further: bool,
}

impl Depth {
    fn of(grain: u32) -> Depth {
        let kinds = grain.saturating_sub(1) % 16;
        Depth {
            figure: grain == 0,
            digits: grain.saturating_sub(1) / 16,
            province: kinds & 1 != 0,
            mode: kinds & 2 != 0,
            further: kinds & 12 != 0,
        }
    }
}

/// What every input holds, in the order of the inputs.
pub fn of(records: &Observations) -> Vec<InputContents> {
    let mut all = vec![InputContents::default(); records.inputs.len()];
    let mut grains = vec![BTreeSet::new(); records.inputs.len()];
    let of_text = Grains::of(records);
    for ((at, row), input) in records.rows.keys().enumerate().zip(&records.input) {
        let input = *input as usize;
        let (Some(held), Some(grains)) = (all.get_mut(input), grains.get_mut(input)) else {
            continue;
        };
        let earlier = |old: Option<Month>| old.map_or(row.period.from, |m| m.min(row.period.from));
        held.first = Some(earlier(held.first));
        held.last = held.last.max(Some(row.period.to));
        held.flows.insert(row.flow);
        held.currencies.insert(row.currency);
        grains.insert(of_text.grain(&row));
        if let Some(released) = records.rows.released().get(at) {
            let first = held.released_first.unwrap_or(released);
            held.released_first = Some(first.min(released));
            held.released_last = held.released_last.max(Some(released));
        }
    }
    for (held, grains) in all.iter_mut().zip(grains) {
        held.grains = grains.into_iter().map(Depth::of).collect();
    }
    all
}
