//! Derives total and balance from imports and exports.

use crate::trade::{
    Basis, Figure, FigureRemark, Flow, Measured, Missing, Period, Reason, Series, SourceRef,
    UnitOfMeasure,
};
use std::collections::{BTreeMap, BTreeSet};

/// Adds the total (imports + exports; the published total if a flow is missing) and the balance
/// (exports − imports), and remarks on published totals that cannot be the sum. Every flow gets a
/// series, possibly empty.
pub fn complete(by_flow: &mut BTreeMap<Flow, Series>) {
    let periods: BTreeSet<Period> = by_flow[&Flow::Import]
        .periods()
        .chain(by_flow[&Flow::Export].periods())
        .chain(by_flow[&Flow::Import].withheld_periods())
        .chain(by_flow[&Flow::Export].withheld_periods())
        .collect();
    // A flow without a figure, or without a quantity, has no unit.
    let unit = [Flow::Import, Flow::Export, Flow::Total].map(|flow| {
        let series = &by_flow[&flow];
        let has_unit = !series.is_empty() && series.unit != UnitOfMeasure::Quantity(None);
        has_unit.then_some(series.unit)
    });
    let [import, export, total] = unit;
    let units_differ = import.is_some() && export.is_some() && import != export;
    let unit = import
        .or(export)
        .or(total)
        .unwrap_or(by_flow[&Flow::Import].unit);
    for series in by_flow.values_mut().filter(|one| one.is_empty()) {
        series.unit = unit;
    }
    let mut total = by_flow[&Flow::Total].clone();
    total.unit = unit;
    let months: BTreeSet<Period> = periods
        .iter()
        .copied()
        .filter(|one| one.is_month())
        .collect();
    for month in months {
        let flows = [Flow::Import, Flow::Export]
            .map(|flow| by_flow[&flow].revision_of_earlier_months(month.to));
        if let [Some(import), Some(export)] = flows {
            total.set_revision_of_earlier_months(month.to, import + export);
        }
    }
    let mut balance = by_flow[&Flow::Balance].clone();
    balance.unit = unit;
    let measured = |amount| Measured { amount, unit };
    for period in periods {
        let flows = [Flow::Import, Flow::Export].map(|flow| &by_flow[&flow]);
        // A flow that is withheld withholds the total and the balance. But if the other flow has
        // nothing in any month, the inputs are for one flow only, and a published total is kept.
        let is_there = |flow: &&Series| !flow.is_empty() || flow.withholds();
        let withheld = flows.iter().find_map(|flow| flow.withheld(period).cloned());
        let withheld = withheld.filter(|_| flows.iter().all(is_there));
        let mixed = || Missing::new(Reason::MixedUnits, period);
        if let Some(why) = withheld.or_else(|| units_differ.then(mixed)) {
            total.withhold(period, why.clone());
            balance.withhold(period, why);
            continue;
        }
        let [Ok(import), Ok(export)] = flows.map(|flow| flow.over(period)) else {
            continue;
        };
        let sum = joined(&import, &export, Flow::Total);
        let contradiction = total
            .figure(period)
            .filter(|published| !published.interval.meets(sum.interval))
            .map(|published| FigureRemark::FlowsDiffer {
                sum: measured(sum.value),
                total: measured(published.value),
                basis: published.basis,
                released: published.released,
            });
        let sources = flows.iter().flat_map(|flow| flow.sources(period));
        let mut sources: Vec<SourceRef> = sources.collect();
        sources.sort_unstable();
        sources.dedup();
        total.replace(period, sum);
        total.set_sources(period, sources.clone());
        if let Some(what) = contradiction {
            total.remark(period, what);
        }
        balance.set_figure(period, joined(&import, &export, Flow::Balance));
        balance.set_sources(period, sources);
    }
    by_flow.insert(Flow::Total, total);
    by_flow.insert(Flow::Balance, balance);
}

fn joined(import: &Figure, export: &Figure, flow: Flow) -> Figure {
    let (value, interval) = if flow == Flow::Total {
        (
            import.value + export.value,
            import.interval + export.interval,
        )
    } else {
        (
            export.value - import.value,
            export.interval - import.interval,
        )
    };
    Figure {
        value,
        interval,
        basis: Basis::Sum,
        released: import.released.max(export.released),
        source: import.source.clone(),
    }
}
