//! How far figures were revised, by time since their first release.

use crate::measure::revisions::step::RevisionStep;
use crate::measure::revisions::step::Vintages;
use crate::report::{RevisionRemark, RevisionsBySpan};
use crate::trade::{Flow, Period, Printed, Ratio};
use std::collections::{BTreeMap, BTreeSet};

/// The spans of months since the first release that are summarised.
pub(super) const SPANS: [(i32, i32); 4] = [(0, 3), (4, 12), (13, 24), (25, i32::MAX)];

/// Whether the figures before and after may be the same, rounded otherwise.
pub(super) fn is_within_rounding(step: &RevisionStep) -> bool {
    let before = step.previous.as_ref();
    before.is_some_and(|before| before.interval.meets(step.figure.interval))
}

/// The size of revisions, by months since the first release.
pub(super) fn summaries(vintages: &Vintages) -> Vec<RevisionRemark> {
    let month_of = |step: &RevisionStep| step.released.and_then(|date| date.month());
    let mut by_span: BTreeMap<usize, Vec<(i128, Period)>> = BTreeMap::new();
    let mut revised: BTreeSet<(Period, Flow)> = BTreeSet::new();
    for (key, steps) in vintages {
        let Some(first) = steps.first().and_then(month_of) else {
            continue;
        };
        for step in steps
            .iter()
            .skip(1)
            .filter(|step| !is_within_rounding(step))
        {
            let (Some(month), Some(change)) = (month_of(step), change(step)) else {
                continue;
            };
            let months = month.index() - first.index();
            let span = SPANS
                .iter()
                .position(|(from, to)| (*from..=*to).contains(&months));
            if let Some(span) = span {
                revised.insert(*key);
                by_span
                    .entry(span)
                    .or_default()
                    .push((change.percent(6), key.0));
            }
        }
    }
    let printed = |millionths: i128| Printed {
        digits: round_to_tenths(millionths),
        decimals: 1,
    };
    let mut remarks = Vec::new();
    for (span, changes) in by_span {
        let count = changes.len() as i128;
        let mean = |sum: i128| printed(div_round(sum, count));
        let largest = changes.iter().max_by_key(|(change, _)| change.abs());
        let Some((largest, period)) = largest.copied() else {
            continue;
        };
        let (from, to) = SPANS[span];
        remarks.push(RevisionRemark::Summary(RevisionsBySpan {
            from,
            to: (to < i32::MAX).then_some(to),
            count: changes.len(),
            mean: mean(changes.iter().map(|(change, _)| change).sum()),
            mean_absolute: mean(changes.iter().map(|(change, _)| change.abs()).sum()),
            largest: printed(largest),
            period,
        }));
    }
    remarks
}

/// Rounds millionths of a percent to tenths.
pub(super) fn round_to_tenths(millionths: i128) -> i128 {
    div_round(millionths, 100_000)
}

/// Division, rounded half away from zero.
pub(super) fn div_round(numerator: i128, denominator: i128) -> i128 {
    let half = denominator / 2 * numerator.signum();
    (numerator + half) / denominator
}

/// The size of a revision relative to the previous figure.
pub(super) fn change(step: &RevisionStep) -> Option<Ratio> {
    let previous = step.previous.as_ref()?;
    Ratio::change(step.figure.value, previous.value)
}
