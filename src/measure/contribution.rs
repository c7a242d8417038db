//! What each part of a split did to the change of the whole.
//!
//! Source: DEFINITIONS "Contribution": (v − base) / base of the whole, in percentage points. The
//! contributions of all parts add up to the change of the whole exactly.

use super::ask::Line;
use super::change::{Change, Comparison};
use crate::report::Cell;
use crate::trade::{Amount, Flow, Missing, Name, Part, Period, Ratio, Reason, Series};
use std::sync::Arc;

/// The code of the row that holds all parts below the cut-off.
pub(super) const OTHER: &str = "other";

/// A part's share in the change of the whole.
pub(super) fn of(part: &Change, whole: &Change, flow: Flow) -> Result<Ratio, Missing> {
    if flow == Flow::Balance {
        return Err(Missing::not_computed());
    }
    let (amount, base) = (part.amount.clone()?, whole.base.clone()?);
    Ratio::new(amount.0, base.value.0)
        .ok_or_else(|| Missing::new(Reason::ZeroBase, whole.base_period))
}

/// What part of the whole it is in the period itself.
pub(super) fn share(
    part: &Change,
    whole: &Change,
    flow: Flow,
    period: Period,
) -> Result<Ratio, Missing> {
    if flow == Flow::Balance {
        return Err(Missing::not_computed());
    }
    let (part, whole) = (part.value.clone()?, whole.value.clone()?);
    Ratio::new(part.value.0, whole.value.0).ok_or_else(|| Missing::new(Reason::ZeroBase, period))
}

/// The cells of both.
pub(super) fn cells(part: &Change, whole: &Change, flow: Flow, period: Period) -> [Cell; 2] {
    [
        of(part, whole, flow).map_or_else(Cell::Missing, Cell::Points),
        share(part, whole, flow, period).map_or_else(Cell::Missing, Cell::Percent),
    ]
}

/// The lines of one flow in the order of their contribution: the largest first, whichever way it
/// goes, those of no known change last, the whole at the end. Parts without trade on either side
/// are left out. All past the first `top` are one line.
pub(super) fn ranked(lines: &[Line], period: Period, top: Option<usize>) -> Vec<Line> {
    let (parts, whole): (Vec<&Line>, Vec<&Line>) =
        lines.iter().partition(|line| line.part.is_some());
    let mut ranked: Vec<([Option<Amount>; 2], &Line)> = Vec::new();
    for line in parts {
        let change = Change::of(&line.series, period, Comparison::Yoy);
        let is_nothing = |figure: &Result<crate::trade::Figure, Missing>| {
            figure
                .as_ref()
                .is_ok_and(|figure| figure.value == Amount::ZERO)
        };
        if is_nothing(&change.value) && is_nothing(&change.base) {
            continue;
        }
        // Of unknown changes the larger trade stands first.
        let value = change.value.ok().map(|figure| figure.value.abs());
        ranked.push(([change.amount.ok().map(Amount::abs), value], line));
    }
    // They come in the order of their codes, which decides between equals.
    ranked.sort_by_key(|(sizes, _)| std::cmp::Reverse(*sizes));
    let shown = top.unwrap_or(ranked.len()).min(ranked.len());
    let (first, rest) = ranked.split_at(shown);
    let mut result: Vec<Line> = first.iter().map(|(_, line)| (*line).clone()).collect();
    let rest: Vec<&Line> = rest.iter().map(|(_, line)| *line).collect();
    result.extend(joined(&rest));
    result.extend(whole.into_iter().cloned());
    result
}

/// Several lines as one; `None` for none. A month that one of them lacks is missing.
pub(super) fn joined(lines: &[&Line]) -> Option<Line> {
    let first = lines.first()?;
    let all: Vec<&Series> = lines.iter().map(|line| &line.series).collect();
    let series = Series::sum_of(&all)?;
    let count = lines.len();
    Some(Line {
        flow: first.flow,
        part: Some(Arc::new(Part {
            code: OTHER.into(),
            name: Name {
                en: format!("({count} more)").into(),
                zh: format!("（{count}项）").into(),
                ko: format!("({count}개)").into(),
            },
        })),
        series,
    })
}
