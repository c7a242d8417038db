//! Total and balance from imports and exports.

use super::SeriesSet;
use crate::trade::{Basis, Figure, Flow, Period};
use std::collections::BTreeSet;

/// Puts in the total (imports + exports; the published total where a flow is missing) and the
/// balance (exports − imports), and says where a published total cannot be their sum.
pub fn complete(set: &mut SeriesSet) {
    let periods: BTreeSet<Period> = set
        .flow(Flow::Import)
        .periods()
        .chain(set.flow(Flow::Export).periods())
        .collect();
    let mut total = set.flow(Flow::Total).clone();
    let months: BTreeSet<Period> = periods
        .iter()
        .copied()
        .filter(|one| one.is_month())
        .collect();
    for month in months {
        let flows =
            [Flow::Import, Flow::Export].map(|flow| set.flow(flow).earlier_revised(month.to));
        if let [Some(import), Some(export)] = flows {
            total.revised_earlier(month.to, import + export);
        }
    }
    let mut balance = set.flow(Flow::Balance).clone();
    for period in periods {
        let (Ok(import), Ok(export)) = (
            set.flow(Flow::Import).over(period),
            set.flow(Flow::Export).over(period),
        ) else {
            continue;
        };
        let sum = joined(&import, &export, Flow::Total);
        let apart = total
            .figure(period)
            .filter(|published| !published.interval.meets(sum.interval))
            .map(|published| {
                format!(
                    "imports and exports add up to {}, the total was {} as {}{}",
                    sum.value.in_words(set.currency),
                    published.basis.name(),
                    published.value.in_words(set.currency),
                    published
                        .released
                        .map(|date| format!(" ({date})"))
                        .unwrap_or_default(),
                )
            });
        total.replace(period, sum);
        if let Some(text) = apart {
            total.remark(period, text);
        }
        balance.hold(period, joined(&import, &export, Flow::Balance));
    }
    set.by_flow.insert(Flow::Total, total);
    set.by_flow.insert(Flow::Balance, balance);
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
