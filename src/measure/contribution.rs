//! The contribution of each component to the change of the whole.
//!
//! Source: docs/definitions.md, "Contribution": (v − base) / base of the whole, in percentage
//! points. The contributions of all components add up exactly to the change of the whole.

use super::change::Change;
use crate::measure::question::KeyedSeries;
use crate::report::{Cell, Column};
use crate::trade::{
    Amount, Comparison, Component, Figure, Flow, Goods, Missing, Name, Period, Ratio, Series,
};
use std::borrow::Cow;
use std::sync::Arc;

/// The code of the row for all components below the cut-off.
pub(super) const OTHER: &str = "other";

/// The contribution of a component to the change of the whole.
pub(super) fn of(part: &Change, whole: &Change, flow: Flow) -> Result<Ratio, Missing> {
    if flow == Flow::Balance {
        return Err(Missing::not_computed());
    }
    let (amount, base) = (part.amount.clone()?, whole.base.clone()?);
    Ratio::new(amount.0, base.value.0).ok_or_else(|| Missing::base(&base, whole.base_period))
}

/// The share of a component in the whole, in the period itself.
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
    Ratio::new(part.value.0, whole.value.0).ok_or_else(|| Missing::base(&whole, period))
}

/// The cells for contribution and share.
pub(super) fn cells(
    part: &Change,
    whole: &Change,
    flow: Flow,
    period: Period,
) -> [(Column, Cell); 2] {
    let points = of(part, whole, flow).map_or_else(Cell::Missing, Cell::Points);
    let share = share(part, whole, flow, period).map_or_else(Cell::Missing, Cell::Percent);
    [(Column::ContributionPp, points), (Column::SharePct, share)]
}

/// A series with its change.
pub(super) struct Ranked<'l> {
    pub keyed: Cow<'l, KeyedSeries>,
    pub change: Change,
}

impl<'l> Ranked<'l> {
    pub fn new(keyed: Cow<'l, KeyedSeries>, period: Period) -> Ranked<'l> {
        let change = Change::of(&keyed.series, period, Comparison::Yoy);
        Ranked { keyed, change }
    }

    /// The sort key: the size of the change; if it is unknown, the size of the trade.
    fn size(&self) -> [Option<Amount>; 2] {
        let Change { amount, value, .. } = &self.change;
        [
            amount.as_ref().ok().map(|amount| amount.abs()),
            value.as_ref().ok().map(|figure| figure.value.abs()),
        ]
    }

    /// Whether there was no trade in either period.
    fn is_nothing(&self) -> bool {
        let is_zero =
            |figure: &Result<Figure, Missing>| figure.as_ref().is_ok_and(Figure::is_nothing);
        is_zero(&self.change.value) && is_zero(&self.change.base)
    }
}

/// The series of one flow by contribution: the largest first, in either direction, unknown changes
/// last, the whole at the end. Components without trade in either period are left out, unless the
/// question names them. All after the first `top` are combined.
pub(super) fn ranked<'l>(
    all_series: &'l [KeyedSeries],
    period: Period,
    top: Option<usize>,
    goods: &Goods,
) -> Vec<Ranked<'l>> {
    let of = |keyed| Ranked::new(Cow::Borrowed(keyed), period);
    let (mut ranked, whole): (Vec<Ranked<'_>>, Vec<Ranked<'_>>) = all_series
        .iter()
        .map(of)
        .partition(|one| one.keyed.part.is_some());
    ranked.retain(|one| !one.is_nothing() || is_asked_for(&one.keyed, goods));
    // They come in the order of their codes, which decides ties.
    ranked.sort_by_key(|one| std::cmp::Reverse(one.size()));
    let rest = ranked.split_off(top.unwrap_or(ranked.len()).min(ranked.len()));
    ranked.extend(joined(&rest, period));
    ranked.extend(whole);
    ranked
}

/// Whether the question names the component, by its code or as a group of goods.
fn is_asked_for(keyed: &KeyedSeries, goods: &Goods) -> bool {
    let Some(part) = &keyed.part else {
        return false;
    };
    let is_group = !part.code.starts_with(|one: char| one.is_ascii_digit());
    !goods.is_all() && (is_group || goods.within().contains(&part.code))
}

/// Several series combined into one; `None` if there are none. A month that one of them lacks is
/// missing.
pub(super) fn joined<'l>(
    all: impl IntoIterator<Item = &'l Ranked<'l>>,
    period: Period,
) -> Option<Ranked<'static>> {
    let all_series: Vec<&KeyedSeries> = all.into_iter().map(|one| &*one.keyed).collect();
    let first = all_series.first()?;
    let all: Vec<&Series> = all_series.iter().map(|keyed| &keyed.series).collect();
    let series = Series::sum_of(&all)?;
    let count = all_series.len();
    let keyed = KeyedSeries {
        flow: first.flow,
        part: Some(Arc::new(Component {
            code: OTHER.into(),
            name: Name {
                en: format!("({count} more)").into(),
                zh: format!("（{count}项）").into(),
                ko: format!("({count}개)").into(),
            },
        })),
        series,
    };
    Some(Ranked::new(Cow::Owned(keyed), period))
}
