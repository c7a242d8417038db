//! Duplicates in the inputs, and figures in them that contradict each other.
//!
//! Source: docs/definitions.md, "One month twice" and "A published figure and its rounding".

use crate::frame::breakdown::FIRST;
use crate::frame::copies::Copies;
use crate::frame::cumulative::step_of_year;
use crate::frame::currency_watch::Gap;
use crate::frame::detail::Details;
use crate::frame::detail::point::{Point, UnitCheck};
use crate::frame::releases::{FigureKey, Release};
use crate::frame::rounded_sum::RoundedSum;
use crate::trade::{
    Amount, Basis, Currency, Figure, Flow, Interval, Month, Observations, Period, Selection,
    Series, Vintage,
};
use std::collections::{BTreeMap, BTreeSet};

/// One finding about one period of one flow.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// What kind of finding it is.
    pub kind: Kind,
    /// The flow, from the reporter's side.
    pub flow: Flow,
    /// The period.
    pub period: Period,
    /// Number of keys, for findings about repeated, joined and copied rows.
    pub count: u32,
    /// The figure that was checked.
    pub value: Option<Figure>,
    /// The figure it was checked against.
    pub against: Option<Figure>,
}

/// The kinds of finding.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// The sum of details differs from the published figure.
    Details,
    /// The same trade adds up differently at two depths of detail.
    DetailLevels,
    /// The published total is not the sum of imports and exports.
    Flows,
    /// A year to date, as first printed, is not the previous one plus the month.
    YtdStep,
    /// The last year to date of a year, as first printed, is not the sum of its months.
    YtdSum,
    /// Several inputs carry a key with the same value.
    Repeated,
    /// Rows of one input share a key and were added up.
    Joined,
    /// Rows of one input are equal in every cell and were counted once.
    Copied,
    /// The figures in the two currencies imply an exchange rate off that of the month.
    Currencies,
}

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

/// A sum that nobody published.
fn sum(interval: Interval, value: Amount) -> Figure {
    Figure {
        value,
        interval,
        basis: Basis::Sum,
        released: None,
        source: "".into(),
    }
}

fn plus(one: &Figure, other: &Figure) -> Figure {
    Figure {
        released: one.released.max(other.released),
        source: one.source.clone(),
        ..sum(one.interval + other.interval, one.value + other.value)
    }
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

/// A finding if two figures for the same thing disagree by more than rounding.
fn contradiction(
    kind: Kind,
    flow: Flow,
    period: Period,
    value: Figure,
    against: Figure,
) -> Option<Finding> {
    (!value.interval.meets(against.interval)).then_some(Finding {
        kind,
        flow,
        period,
        count: 0,
        value: Some(value),
        against: Some(against),
    })
}

/// Release date, row, and figure.
type FirstPrint = (Option<Vintage>, u32, Figure);

/// Checks years to date against months, each as first printed, partner by partner.
fn of_years(candidates: &[Release], currency: Currency) -> Vec<Finding> {
    let mut first: BTreeMap<FigureKey, FirstPrint> = BTreeMap::new();
    for one in candidates.iter().filter(|one| one.basis == Basis::Printed) {
        let Some(figure) = one.figure() else {
            continue;
        };
        let new = (one.released, one.row, figure);
        match first.get(&one.key()) {
            // A dated release comes before an undated one.
            Some(old) if old.0.is_some() && new.0.is_none() => {}
            Some(old) if (old.0, old.1) <= (new.0, new.1) && old.0.is_some() == new.0.is_some() => {
            }
            _ => {
                first.insert(one.key(), new);
            }
        }
    }
    let mut by_partner: BTreeMap<u16, BTreeMap<Flow, Series>> = BTreeMap::new();
    for ((partner, flow, period), (_, _, figure)) in first {
        let flows = by_partner.entry(partner).or_default();
        let series = flows.entry(flow);
        let series = series.or_insert_with(|| Series::new(flow, currency));
        series.set_figure(period, figure);
    }
    let mut findings = Vec::new();
    for flows in by_partner.values_mut() {
        if let (Some(import), Some(export)) = (flows.get(&Flow::Import), flows.get(&Flow::Export)) {
            let both = import.periods().filter_map(|period| {
                let figure = plus(import.figure(period)?, export.figure(period)?);
                Some((period, figure))
            });
            let both: Vec<(Period, Figure)> = both.collect();
            let total = flows.entry(Flow::Total);
            let total = total.or_insert_with(|| Series::new(Flow::Total, currency));
            for (period, figure) in both {
                if total.figure(period).is_none() {
                    total.set_figure(period, figure);
                }
            }
        }
        findings.extend(flows.values().flat_map(of_year));
    }
    findings
}

/// Checks the years to date of one flow, as first printed: each against the previous one plus the
/// month, and the last one of every year against the sum of its months.
pub(crate) fn of_year(first: &Series) -> Vec<Finding> {
    let to_date = |period: &Period| !period.is_month() && period.from == period.from.january();
    let ends: Vec<Period> = first.periods().filter(to_date).collect();
    let mut findings = Vec::new();
    for whole in &ends {
        let check = || {
            let figure = |period| first.figure(period);
            let [year_to_date, before, month] = step_of_year(&figure, whole.to)?;
            contradiction(
                Kind::YtdStep,
                first.flow,
                Period::month(whole.to),
                year_to_date.clone(),
                plus(before, month),
            )
        };
        findings.extend(check());
    }
    let years: BTreeSet<Month> = ends.iter().map(|period| period.from).collect();
    for january in years {
        // January–February was already checked as a single step.
        let of_the_year = |end: &&Period| end.from == january && end.to > january.plus(1);
        let whole = ends.iter().rev().filter(of_the_year);
        let check = |whole: &Period| {
            let months = first.sum_of_months(*whole).ok()?;
            Some((*whole, first.figure(*whole)?.clone(), months))
        };
        let last = whole.filter_map(check).next();
        findings.extend(last.and_then(|(whole, published, months)| {
            contradiction(Kind::YtdSum, first.flow, whole, published, months)
        }));
    }
    findings
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::{Printed, Unit};

    /// Figures in ten thousand yuan, the unit the office prints.
    fn printed(figures: &[(&str, &str)]) -> Series {
        let unit = Unit { power: 4 };
        let mut series = Series::new(Flow::Export, Currency::Cny);
        for (period, text) in figures {
            let text = Printed::read(text).unwrap();
            series.set_figure(
                period.parse().unwrap(),
                Figure {
                    basis: Basis::Printed,
                    ..sum(text.interval(unit).unwrap(), text.amount(unit).unwrap())
                },
            );
        }
        series
    }

    fn named_findings(first: &Series) -> Vec<(Kind, String, String)> {
        let found = of_year(first);
        let difference =
            |one: &Finding| one.value.as_ref().unwrap().value - one.against.as_ref().unwrap().value;
        found
            .iter()
            .map(|one| {
                (
                    one.kind,
                    one.period.to_string(),
                    difference(one).to_string(),
                )
            })
            .collect()
    }

    #[test]
    fn june_2024_moved_the_exports_before_it() {
        // 564490.1148 − 488703.1358 − 107447.0078 = −31660.0288 ten thousand yuan.
        let first = printed(&[
            ("2024-01..2024-05", "488703.1358"),
            ("2024-06", "107447.0078"),
            ("2024-01..2024-06", "564490.1148"),
        ]);
        assert_eq!(
            named_findings(&first),
            [(Kind::YtdStep, "2024-06".into(), "-316600288".into())]
        );
    }

    #[test]
    fn a_year_is_checked_once_against_all_of_its_months() {
        let first = printed(&[
            ("2024-01", "10"),
            ("2024-02", "20"),
            ("2024-01..2024-02", "30"),
            ("2024-03", "30"),
            ("2024-01..2024-03", "65"),
            ("2024-04", "40"),
            ("2024-01..2024-04", "105"),
            // May is missing, so June's year to date cannot be checked.
            ("2024-01..2024-06", "400"),
        ]);
        assert_eq!(
            named_findings(&first),
            [
                (Kind::YtdStep, "2024-03".into(), "50000".into()),
                (Kind::YtdSum, "2024-01..2024-04".into(), "50000".into()),
            ]
        );
    }

    #[test]
    fn rounding_contradicts_nothing() {
        // 14.4 + 25.4 = 39.8 may well have been printed as 40.
        let first = printed(&[
            ("2024-01", "14"),
            ("2024-02", "25"),
            ("2024-01..2024-02", "40"),
        ]);
        assert!(named_findings(&first).is_empty());
        let first = printed(&[
            ("2024-01", "14"),
            ("2024-02", "25"),
            ("2024-01..2024-02", "41"),
        ]);
        assert_eq!(named_findings(&first).len(), 1);
    }
}
