//! Months that seem to be in another unit than their neighbours.

use crate::measure::inspect::found::Found;
use crate::report::{Factor, FindingKind, FindingState, RemarkKind};
use crate::trade::{Amount, Basis, Flow, Month, Period, Series};

/// Months whose value is about a hundred or a thousand times, or a hundredth or thousandth, of both
/// neighbours, as if it were in another unit.
pub fn unit_breaks(flow: Flow, series: &Series) -> Vec<Found> {
    let figure = |month: Month| series.figure(Period::month(month));
    let check = |month: Month| {
        let (before, own) = (figure(month.plus(-1))?, figure(month)?);
        let after = figure(month.plus(1))?;
        // A computed total breaks where its flows do.
        if flow == Flow::Total && own.basis == Basis::Sum {
            return None;
        }
        let factor = factor(own.value, before.value)?;
        (factor == self::factor(own.value, after.value)?).then(|| Found {
            state: FindingState::Contradictory,
            kind: FindingKind::UnitBreak,
            period: Period::month(month),
            flow: Some(flow),
            file: None,
            value: Some(own.clone()),
            against: Some(before.clone()),
            count: 0,
            text: None,
            remarks: vec![RemarkKind::UnitBreak {
                flow,
                period: Period::month(month),
                factor,
            }],
        })
    };
    series.months().filter_map(check).collect()
}

/// The factor between two amounts, if it is one of these within a fifth.
fn factor(own: Amount, other: Amount) -> Option<Factor> {
    let about = |large: Amount, small: Amount, times: i128| {
        let (low, high) = (small.0 * (times - times / 5), small.0 * (times + times / 5));
        small > Amount::ZERO && (low..=high).contains(&large.0)
    };
    if about(own, other, 100) {
        Some(Factor::Hundred)
    } else if about(own, other, 1000) {
        Some(Factor::Thousand)
    } else if about(other, own, 100) {
        Some(Factor::Hundredth)
    } else if about(other, own, 1000) {
        Some(Factor::Thousandth)
    } else {
        None
    }
}
