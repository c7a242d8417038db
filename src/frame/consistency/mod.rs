//! Duplicates in the inputs, and figures in them that contradict each other.
//!
//! Source: docs/definitions.md, "One month twice" and "A published figure and its rounding".

mod finding;
mod years;

pub use finding::{Finding, Kind};

use crate::frame::breakdown::FIRST;
use crate::frame::copies::Copies;
use crate::frame::currency_watch::Gap;
use crate::frame::detail::Details;
use crate::frame::detail::point::{Point, UnitCheck};
use crate::frame::releases::Release;
use crate::frame::rounded_sum::RoundedSum;
use crate::trade::{Currency, Figure, Flow, Interval, Observations, Period, Selection, Series};
use finding::{contradiction, plus, sum};
use std::collections::BTreeMap;
use years::of_years;

/// All findings that can be made before releases are merged.
pub fn of(
    candidates: &[Release],
    details: &Details,
    published: &[Series],
    filled: &[Series],
    currency: Currency,
) -> Vec<Finding> {
    let mut findings = of_details(details, published);
    findings.extend(of_flows(filled));
    findings.extend(of_years(candidates, currency));
    findings.extend(of_repeats(candidates));
    findings
}

/// A finding for each month and flow of a selection that has copied rows.
pub fn of_copies(
    copies: &Copies,
    observations: &Observations,
    selection: &Selection,
) -> Vec<Finding> {
    let mut counts: BTreeMap<(Flow, Period), u32> = BTreeMap::new();
    let keys = copies.keys(observations);
    for row in keys.filter(|row| selection.partner.wants(row.partner)) {
        *counts.entry((row.flow, row.period)).or_default() += 1;
    }
    let finding = |((flow, period), count)| Finding {
        kind: Kind::Copied,
        flow,
        period,
        count,
        value: None,
        against: None,
    };
    counts.into_iter().map(finding).collect()
}

/// The finding for a month whose figures in the two currencies disagree: the figure in use against
/// the other one, converted at the rate of the month.
pub fn of_gap(gap: Gap) -> Finding {
    let at_rate = sum(Interval::exact(gap.at_rate), gap.at_rate);
    Finding {
        kind: Kind::Currencies,
        flow: gap.flow,
        period: gap.period,
        count: 0,
        against: Some(Figure {
            released: gap.other.released,
            source: gap.other.source,
            ..at_rate
        }),
        value: Some(gap.own),
    }
}

fn of_details(details: &Details, published: &[Series]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut by_key: BTreeMap<(Flow, Period), Vec<&Point>> = BTreeMap::new();
    let taken = details.points.iter();
    for point in taken.filter(|point| point.part >= FIRST) {
        let key = (point.flow, point.period);
        by_key.entry(key).or_default().push(point);
    }
    for ((flow, period), points) in by_key {
        let find = |kind, count, value, against| Finding {
            kind,
            flow,
            period,
            count,
            value,
            against,
        };
        let total = |count: fn(&Point) -> u32| points.iter().map(|point| count(point)).sum();
        let counts: [(Kind, u32); 2] = [
            (Kind::Repeated, total(|point| point.repeated)),
            (Kind::Joined, total(|point| point.joined)),
        ];
        let counted = counts.into_iter().filter(|(_, count)| *count > 0);
        findings.extend(counted.map(|(kind, count)| find(kind, count, None, None)));
        let taken = points
            .iter()
            .fold(RoundedSum::ZERO, |sum, point| sum + point.value);
        let whole = Some(sum(taken.interval, taken.value));
        if let Some((used, other)) = details.level_choice.differ.get(&(period, flow)) {
            let [used, other] = [used, other].map(|one| sum(one.interval, one.value));
            findings.push(find(Kind::DetailLevels, 0, Some(used), Some(other)));
        }
        let figure = published.iter().find(|one| one.flow == flow);
        if let Some(figure) = figure.and_then(|one| one.figure(period))
            && !figure.interval.meets(taken.interval)
            && points
                .iter()
                .all(|point| point.count != UnitCheck::NotGiven)
        {
            findings.push(find(Kind::Details, 0, whole, Some(figure.clone())));
        }
    }
    findings
}

/// Published totals that imports and exports cannot add up to.
fn of_flows(filled: &[Series]) -> Vec<Finding> {
    let flow = |flow| filled.iter().find(|one| one.flow == flow);
    let (Some(import), Some(export), Some(total)) =
        (flow(Flow::Import), flow(Flow::Export), flow(Flow::Total))
    else {
        return Vec::new();
    };
    let check = |period: Period| {
        let published = total.figure(period)?;
        let both = plus(&import.over(period).ok()?, &export.over(period).ok()?);
        contradiction(Kind::Flows, Flow::Total, period, both, published.clone())
    };
    total.periods().filter_map(check).collect()
}

/// Published figures that several inputs carry with the same value.
fn of_repeats(candidates: &[Release]) -> Vec<Finding> {
    let mut by_key: BTreeMap<_, Vec<&Release>> = BTreeMap::new();
    for one in candidates.iter().filter(|one| one.value.is_some()) {
        by_key.entry(one.key()).or_default().push(one);
    }
    let mut counts: BTreeMap<(Kind, Flow, Period), u32> = BTreeMap::new();
    for ((_, flow, period), own) in by_key {
        let mut inputs: Vec<(u32, Interval)> = Vec::new();
        for one in own {
            let Some((_, interval)) = one.value else {
                continue;
            };
            let repeated =
                |(input, other): &(u32, Interval)| *input != one.input && interval.meets(*other);
            if inputs.iter().any(repeated) {
                *counts.entry((Kind::Repeated, flow, period)).or_default() += 1;
            }
            inputs.push((one.input, interval));
        }
    }
    let found = |((kind, flow, period), count)| Finding {
        kind,
        flow,
        period,
        count,
        value: None,
        against: None,
    };
    counts.into_iter().map(found).collect()
}
