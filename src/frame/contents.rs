//! What each input contains: months, flows, partners, currencies, depths, releases.

use crate::frame::grain::Grains;
use crate::trade::{Currency, Flow, Month, Observations, Vintage};
use std::collections::BTreeSet;

/// What one input contains, ignoring rows of partners not asked for.
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
    /// The depths of its rows, coarsest first.
    pub grains: Vec<Depth>,
    /// The first release date; `None` if no row is dated.
    pub released_first: Option<Vintage>,
    /// The last release date; `None` if no row is dated.
    pub released_last: Option<Vintage>,
}

/// The depth of a row: the digits of its HS code, and its further breakdowns.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Depth {
    /// Whether the row is a published figure for all goods.
    pub figure: bool,
    /// Digits of the HS code; 0 for all goods.
    pub digits: u32,
    /// Whether the row is broken down by province.
    pub province: bool,
    /// Whether the row is broken down by trade mode.
    pub mode: bool,
    /// Whether the row is broken down by anything else, such as mode of transport.
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

/// The contents of every input, in input order.
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
