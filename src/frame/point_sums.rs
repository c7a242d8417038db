//! Sums of the points of one period and flow, and how they become figures of a series.

use super::detail::Details;
use crate::frame::breakdown::FIRST;
use crate::frame::detail::point::Point;
use crate::frame::detail::point::UnitCheck;
use crate::frame::period_flow::PeriodFlow;
use crate::frame::rounded_sum::RoundedSum;
use crate::trade::{
    Basis, Currency, Figure, Flow, Missing, Observations, Period, Reason, Series, SourceRef,
    UnitOfMeasure,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The sum of one component, or of all of them.
#[derive(Clone, Copy)]
pub(super) struct Sum {
    pub(super) value: RoundedSum,
    /// The sum with the earliest vintage of each figure.
    pub(super) earlier: RoundedSum,
    /// The last input that contributed.
    pub(super) input: u32,
    pub(super) count: UnitCheck,
}

impl Sum {
    pub(super) fn of(point: &Point) -> Sum {
        Sum {
            value: point.value,
            earlier: point.earlier,
            input: point.input,
            count: point.count,
        }
    }
}

/// The components of one period and flow, by component number.
pub(super) type SumsByComponent<'d> = BTreeMap<u32, &'d Point>;

/// The sum of all components: value, earliest vintage, and last input.
pub(super) fn whole(parts: &SumsByComponent<'_>) -> Option<Sum> {
    let taken = parts.range(FIRST..).map(|(_, point)| Sum::of(point));
    taken.reduce(|one, other| Sum {
        value: one.value + other.value,
        earlier: one.earlier + other.earlier,
        input: one.input.max(other.input),
        count: one.count.with(other.count),
    })
}

/// The components of every period and flow.
pub(super) fn by_place(details: &Details) -> BTreeMap<PeriodFlow, SumsByComponent<'_>> {
    let mut by_place: BTreeMap<(Flow, Period), SumsByComponent<'_>> = BTreeMap::new();
    for point in &details.points {
        let parts = by_place.entry((point.flow, point.period)).or_default();
        parts.insert(point.part, point);
    }
    // Skip months in which no row has a value.
    by_place.retain(|_, parts| parts.values().any(|point| point.is_given));
    // Flow first, because the first month sets the unit of quantities.
    let places = by_place.into_iter();
    places
        .map(|((flow, period), parts)| ((period, flow), parts))
        .collect()
}

/// The components that each flow has in any period, and that its total is made of.
pub(super) fn parts_of_flows(details: &Details, is_split: bool) -> BTreeMap<Flow, Vec<u32>> {
    let mut parts: BTreeMap<Flow, BTreeSet<u32>> = BTreeMap::new();
    for point in &details.points {
        let of_flow = parts.entry(point.flow).or_default();
        of_flow.extend((is_split && point.part >= FIRST).then_some(point.part));
        of_flow.extend(
            is_split
                .then_some(&details.parts.asked)
                .into_iter()
                .flatten(),
        );
    }
    let list = |parts: BTreeSet<u32>| match parts.is_empty() {
        // No component has rows. Coverage is asked about the only one there is or, in a breakdown,
        // about one that no row has, whether that means zero.
        true => vec![if is_split { u32::MAX } else { FIRST }],
        false => parts.into_iter().collect(),
    };
    parts
        .into_iter()
        .map(|(flow, parts)| (flow, list(parts)))
        .collect()
}

pub(super) fn of_flow(
    series: &mut Vec<Series>,
    flow: Flow,
    currency: Currency,
    unit: UnitOfMeasure,
) -> &mut Series {
    let place = series.iter().position(|one| one.flow == flow);
    let place = place.unwrap_or_else(|| {
        let mut one = Series::new(flow, currency);
        one.unit = unit;
        series.push(one);
        series.len() - 1
    });
    &mut series[place]
}

/// Sets the figure of the period, or withholds it with the reason.
pub(super) fn set_or_withhold(
    into: &mut Series,
    period: Period,
    sum: Sum,
    observations: &Observations,
) {
    let why = match (sum.count, into.unit) {
        (UnitCheck::Mixed, _) => Some(Reason::MixedUnits),
        (UnitCheck::Lacking, _) => Some(Reason::NoQuantity),
        (UnitCheck::NotGiven, _) => Some(Reason::ComponentMissing),
        (UnitCheck::Unit(Some(unit)), UnitOfMeasure::Quantity(held)) => {
            into.unit = UnitOfMeasure::Quantity(held.or(Some(unit)));
            held.is_some_and(|held| held != unit)
                .then_some(Reason::MixedUnits)
        }
        _ => None,
    };
    if let Some(why) = why {
        into.withhold(period, Missing::new(why, period));
        return;
    }
    let Sum {
        value,
        earlier,
        input,
        ..
    } = sum;
    let source: Arc<str> = observations
        .inputs
        .get(input as usize)
        .map_or_else(|| "".into(), |input| input.name.clone());
    let figure = |sum: RoundedSum| Figure {
        value: sum.value,
        interval: sum.interval,
        basis: Basis::Sum,
        released: None,
        source: source.clone(),
    };
    if earlier.meets(value) {
        into.set_figure(period, figure(value));
    } else {
        into.set_figure(period, figure(earlier));
        into.revise(period, figure(value));
    }
    into.set_sources(period, vec![SourceRef::Input(input)]);
}
