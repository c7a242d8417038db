//! Years to date against their months, each as first printed.
//!
//! Source: docs/definitions.md, "A published figure and its rounding".

use super::finding::{Finding, Kind, contradiction, plus};
use crate::frame::cumulative::step_of_year;
use crate::frame::releases::{FigureKey, Release};
use crate::trade::{Basis, Currency, Figure, Flow, Month, Period, Series, Vintage};
use std::collections::{BTreeMap, BTreeSet};

/// Release date, row, and figure.
type FirstPrint = (Option<Vintage>, u32, Figure);

/// Checks years to date against months, each as first printed, partner by partner.
pub(super) fn of_years(candidates: &[Release], currency: Currency) -> Vec<Finding> {
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
fn of_year(first: &Series) -> Vec<Finding> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::consistency::finding::sum;
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
