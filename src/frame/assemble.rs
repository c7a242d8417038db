//! Sums of detail into series: one grain for each month, the published figure first, and zero only
//! where the inputs hold the goods.
//!
//! Source: docs/definitions.md, "Coverage", "One month twice: files, vintages, revisions".

use super::detail::{self, Details, NO_CODE, Point, UnitCheck};
use crate::frame::breakdown::{FIRST, UNCLEAR};
use crate::frame::notes::{UncoveredMonths, taken_as_none};
use crate::trade::{
    Amount, Basis, Component, Currency, Figure, FigureRemark, Flow, Interval, Measure, Measured,
    Missing, Observations, Period, Reason, Selection, Series, SetRemark, Thing, UnitOfMeasure,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The series of a selection.
#[derive(Debug, Default)]
pub struct Assembled {
    /// Of all that was asked for, by flow.
    pub whole: Vec<Series>,
    /// Of each part, by flow; in the order of their codes.
    pub parts: Vec<(Arc<Component>, Vec<Series>)>,
    /// What a careful reader must know.
    pub notes: Vec<SetRemark>,
    /// Whether details were left out because they are too coarse.
    pub too_coarse: bool,
}

/// What a part, or all of them, add up to.
#[derive(Clone, Copy)]
struct Sum {
    value: Amount,
    /// As the earliest files have it.
    earlier: Amount,
    /// The last input.
    input: u32,
    count: UnitCheck,
}

impl Sum {
    fn of(point: &Point) -> Sum {
        Sum {
            value: point.value,
            earlier: point.earlier,
            input: point.input,
            count: point.count,
        }
    }
}

/// The sums of one period and flow at one grain.
#[derive(Default)]
struct AtGrain<'d> {
    parts: BTreeMap<u32, &'d Point>,
}

/// The grains of one period and flow.
type Grains<'d> = BTreeMap<u32, AtGrain<'d>>;

impl AtGrain<'_> {
    fn is_usable(&self) -> bool {
        !self.parts.contains_key(&UNCLEAR)
    }

    fn taken(&self) -> impl Iterator<Item = &Point> {
        self.parts.range(FIRST..).map(|(_, point)| *point)
    }

    /// All parts together: value, as the earliest files have it, and the last input.
    fn whole(&self) -> Option<Sum> {
        self.taken().map(Sum::of).reduce(|one, other| Sum {
            value: one.value + other.value,
            earlier: one.earlier + other.earlier,
            input: one.input.max(other.input),
            count: one.count.with(other.count),
        })
    }

    /// What all rows of the goods come to, those of no clear part included.
    fn with_unclear(&self) -> Amount {
        let unclear = self.parts.get(&UNCLEAR);
        unclear.map_or(self.value(), |point| self.value() + point.value)
    }

    fn value(&self) -> Amount {
        self.whole().map_or(Amount::ZERO, |sum| sum.value)
    }
}

/// Puts the sums of detail where no figure was published, from one grain: the one that adds up to
/// most, as the most complete. Says where grains or the published figure differ. A split is made
/// of details alone, and so is its whole, so that its parts add up to it.
pub fn fill(
    published: Vec<Series>,
    details: &Details,
    selection: &Selection,
    records: &Observations,
    currency: Currency,
) -> Assembled {
    let is_split = selection.by.is_some();
    let mut whole = if is_split {
        Vec::new()
    } else {
        published.clone()
    };
    // What a part that is not there comes to.
    let nothing = Sum {
        value: Amount::ZERO,
        earlier: Amount::ZERO,
        input: 0,
        count: UnitCheck::Unit(None),
    };
    let unit = denomination(selection.measure, currency);
    let list = &details.parts.list;
    let mut parts: Vec<Vec<Series>> = vec![Vec::new(); list.len()];
    let holds = &details.holds;
    let of_flows = parts_of_flows(details, is_split);
    let (mut unknown, mut elsewhere) = (UncoveredMonths::default(), UncoveredMonths::default());
    let mut goods = false;
    let mut too_coarse = false;
    for ((flow, period), grains) in by_period(details) {
        let Some((grain, fullest)) =
            usable(&grains).max_by_key(|(grain, at)| (at.value(), std::cmp::Reverse(**grain)))
        else {
            too_coarse = true;
            continue;
        };
        let place = (period, flow, *grain);
        let covers = |part: u32| fullest.parts.contains_key(&part) || holds.covers(place, part);
        let untold = holds.untold(place);
        let into = of_flow(&mut whole, flow, currency, unit);
        let figures = published.iter().find(|one| one.flow == flow);
        let figure = figures.and_then(|one| one.figure(period));
        let sum = fullest.whole();
        // Goods that a release tells of and no row of detail does are not in these files.
        let is_beyond =
            !is_split && figures.is_some_and(|one| !one.is_empty()) && !details.has(flow, FIRST);
        let of_flow_parts = of_flows.get(&flow).map_or(&[][..], Vec::as_slice);
        let lacking: Vec<u32> = of_flow_parts
            .iter()
            .copied()
            .filter(|part| is_beyond || !covers(*part))
            .collect();
        let is_known = untold.is_empty() && lacking.is_empty();
        let differing =
            figure.filter(|one| is_known && !one.interval.meets(Interval::exact(fullest.value())));
        if let Some(published) = differing {
            let measured = |amount| Measured { amount, unit };
            let what = FigureRemark::DetailsDiffer {
                details: measured(fullest.value()),
                published: measured(published.value),
            };
            into.remark(period, what);
        }
        if figure.is_some() && !is_split {
            continue;
        }
        let other_depth = on_other_depth(&grains, fullest, unit);
        let coarser = (is_split && differing.is_none())
            .then(|| on_coarser(&grains, fullest, selection, unit));
        for what in other_depth.into_iter().chain(coarser.flatten()) {
            into.remark(period, what);
        }
        if is_known {
            hold(into, period, sum.unwrap_or(nothing), records);
        } else if sum.is_some() {
            let goods = untold.iter().map(|prefix| Thing::Hs(prefix.to_string()));
            let of_split = lacking.iter().filter(|_| is_split);
            let parts = of_split.filter_map(|part| details.parts.named(*part, selection.by));
            unknown.add((flow, period), goods.chain(parts));
            into.withhold(period, Missing::new(Reason::NoData, period));
        }
        if !is_split && selection.goods.is_all() {
            elsewhere.add((flow, period), holds.elsewhere(place).into_iter());
        }
        goods |= *grain > NO_CODE;
        if !is_split {
            continue;
        }
        for (part, series) in (FIRST..).zip(&mut parts) {
            let point = fullest.parts.get(&part);
            if point.is_none() && !covers(part) {
                continue;
            }
            let into = of_flow(series, flow, currency, unit);
            if holds.beside_goods() && !untold.is_empty() {
                // Every province is of all the goods asked for, or its figure is not known.
                into.withhold(period, Missing::new(Reason::NoData, period));
                continue;
            }
            let sum = point.map_or(nothing, |point| Sum::of(point));
            hold(into, period, sum, records);
        }
    }
    let mut named: Vec<_> = list.iter().cloned().zip(parts).collect();
    let has_any = |one: &Series| !one.is_empty() || one.withholds();
    named.retain(|(_, series)| is_split && series.iter().any(has_any));
    named.sort_by(|(one, _), (other, _)| one.code.cmp(&other.code));
    let mut notes: Vec<SetRemark> = goods
        .then_some(SetRemark::SumsOfDetail)
        .into_iter()
        .collect();
    notes.extend(unknown.uncovered().map(SetRemark::NotWhole));
    notes.extend(elsewhere.uncovered().map(SetRemark::FewerFiles));
    notes.extend(taken_as_none(details, selection, records, &whole));
    Assembled {
        whole,
        parts: named,
        notes,
        too_coarse,
    }
}

/// The grains of every flow and period.
fn by_period(details: &Details) -> BTreeMap<(Flow, Period), Grains<'_>> {
    let mut by_period: BTreeMap<(Flow, Period), Grains<'_>> = BTreeMap::new();
    for point in &details.points {
        let grains = by_period.entry((point.flow, point.period)).or_default();
        let at = grains.entry(point.grain).or_default();
        at.parts.insert(point.part, point);
    }
    by_period
}

fn usable<'g, 'd>(grains: &'g Grains<'d>) -> impl Iterator<Item = (&'g u32, &'g AtGrain<'d>)> {
    grains.iter().filter(|(_, at)| at.is_usable())
}

/// Says where another grain comes to something else.
fn on_other_depth(
    grains: &Grains<'_>,
    fullest: &AtGrain<'_>,
    unit: UnitOfMeasure,
) -> Option<FigureRemark> {
    let (_, other) = usable(grains).find(|(_, at)| at.value() != fullest.value())?;
    let measured = |amount| Measured { amount, unit };
    Some(FigureRemark::DepthsDiffer {
        used: measured(fullest.value()),
        other: measured(other.value()),
    })
}

/// Says where rows too coarse to be split, which tell what the parts should come to, come to
/// something else.
fn on_coarser(
    grains: &Grains<'_>,
    fullest: &AtGrain<'_>,
    selection: &Selection,
    unit: UnitOfMeasure,
) -> Option<FigureRemark> {
    let is_coarser = |(grain, at): &(&u32, &AtGrain<'_>)| {
        !at.is_usable() && selection.goods.digits() <= detail::digits(**grain)
    };
    let sums = grains
        .iter()
        .filter(is_coarser)
        .map(|(_, at)| at.with_unclear());
    let other = sums.filter(|sum| *sum != fullest.value()).max()?;
    let measured = |amount| Measured { amount, unit };
    Some(FigureRemark::CoarserDiffer {
        parts: measured(fullest.value()),
        coarser: measured(other),
    })
}

/// The parts that each flow has in any period, and that its whole is made of.
fn parts_of_flows(details: &Details, is_split: bool) -> BTreeMap<Flow, Vec<u32>> {
    let mut parts: BTreeMap<Flow, BTreeSet<u32>> = BTreeMap::new();
    for point in &details.points {
        let of_flow = parts.entry(point.flow).or_default();
        of_flow.extend((is_split && point.part >= FIRST).then_some(point.part));
    }
    let list = |parts: BTreeSet<u32>| match parts.is_empty() {
        // Nothing is there: whether that is zero depends on what the inputs hold.
        true => vec![if is_split { u32::MAX } else { FIRST }],
        false => parts.into_iter().collect(),
    };
    parts
        .into_iter()
        .map(|(flow, parts)| (flow, list(parts)))
        .collect()
}

/// What the figures of a selection are; the unit of quantities is yet to be seen.
pub fn denomination(measure: Measure, currency: Currency) -> UnitOfMeasure {
    match measure {
        Measure::Quantity => UnitOfMeasure::Quantity(None),
        Measure::Value | Measure::UnitValue => UnitOfMeasure::Money(currency),
    }
}

fn of_flow(
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

/// Holds the sum for the period, or says why it is none.
fn hold(into: &mut Series, period: Period, sum: Sum, records: &Observations) {
    let why = match (sum.count, into.unit) {
        (UnitCheck::Mixed, _) => Some(Reason::MixedUnits),
        (UnitCheck::Lacking, _) => Some(Reason::NoQuantity),
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
    let source: Arc<str> = records
        .inputs
        .get(input as usize)
        .map_or_else(|| "".into(), |input| input.name.clone());
    let figure = |value| Figure {
        value,
        interval: Interval::exact(value),
        basis: Basis::Sum,
        released: None,
        source: source.clone(),
    };
    into.hold(period, figure(earlier));
    if earlier != value {
        into.revise(period, figure(value));
    }
}
