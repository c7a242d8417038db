//! What each input contains: months, flows, partners, currencies, depths, releases.

use crate::frame::detail_level::{DetailLevels, digits_of};
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
    pub detail_levels: Vec<DetailLevel>,
    /// The first release date; `None` if no row is dated.
    pub released_first: Option<Vintage>,
    /// The last release date; `None` if no row is dated.
    pub released_last: Option<Vintage>,
}

/// The depth of a row: the digits of its HS code, and its further breakdowns.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct DetailLevel {
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

impl DetailLevel {
    fn of(detail_level: u32) -> DetailLevel {
        let kinds = detail_level.saturating_sub(1) % 16;
        DetailLevel {
            figure: detail_level == 0,
            digits: digits_of(detail_level),
            province: kinds & 1 != 0,
            mode: kinds & 2 != 0,
            further: kinds & 12 != 0,
        }
    }
}

/// The contents of every input, in input order.
pub fn of(observations: &Observations) -> Vec<InputContents> {
    let mut all = vec![InputContents::default(); observations.inputs.len()];
    let mut detail_levels = vec![BTreeSet::new(); observations.inputs.len()];
    let of_text = DetailLevels::of(observations);
    for ((at, row), input) in observations
        .rows
        .keys()
        .enumerate()
        .zip(&observations.input)
    {
        let input = *input as usize;
        let (Some(contents), Some(detail_levels)) =
            (all.get_mut(input), detail_levels.get_mut(input))
        else {
            continue;
        };
        let earlier = |old: Option<Month>| old.map_or(row.period.from, |m| m.min(row.period.from));
        contents.first = Some(earlier(contents.first));
        contents.last = contents.last.max(Some(row.period.to));
        contents.flows.insert(row.flow);
        contents.currencies.insert(row.currency);
        detail_levels.insert(of_text.detail_level(&row));
        if let Some(released) = observations.rows.released().get(at) {
            let first = contents.released_first.unwrap_or(released);
            contents.released_first = Some(first.min(released));
            contents.released_last = contents.released_last.max(Some(released));
        }
    }
    for (contents, detail_levels) in all.iter_mut().zip(detail_levels) {
        contents.detail_levels = detail_levels.into_iter().map(DetailLevel::of).collect();
    }
    all
}
