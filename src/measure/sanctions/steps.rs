//! The instruments that affect a flow, one after another, with everything in force by each.

use super::bounds::CoveredGoods;
use crate::trade::{Day, Flow, Instrument, Regime, Sanction, Sanctions};
use std::sync::Arc;

/// An instrument, and the day by which everything it and earlier instruments did to a flow is in
/// force.
pub(super) struct InstrumentStep<'s> {
    pub instrument: &'s Instrument,
    /// This instrument and all earlier ones.
    pub upto: Vec<&'s Instrument>,
    pub regime: Regime,
    pub on: Day,
}

/// The instruments that affected a flow by a day, in order.
pub(super) fn steps(
    sanctions: &Sanctions,
    regime: Regime,
    flow: Flow,
    by: Option<Day>,
) -> Vec<InstrumentStep<'_>> {
    let mut steps: Vec<InstrumentStep<'_>> = Vec::new();
    let mut upto = Vec::new();
    for instrument in sanctions.instruments(regime) {
        upto.push(instrument);
        let began = sanctions.of(regime).filter(|one| {
            one.instrument == *instrument
                && one.flow == flow
                && one.kind.reaches()
                && one.ended.is_none_or(|ended| one.effective <= ended)
                && by.is_none_or(|by| one.effective <= by)
        });
        if let Some(on) = began.map(|one| one.effective).max() {
            let on = steps.last().map_or(on, |before| on.max(before.on));
            steps.push(InstrumentStep {
                instrument,
                upto: upto.clone(),
                regime,
                on,
            });
        }
    }
    // As of the day asked for, possibly long after the last of them took effect.
    if let (Some(last), Some(by)) = (steps.last_mut(), by) {
        last.on = by;
    }
    steps
}

/// The measures in force at a step that count, including disputed ones.
pub(super) fn in_force<'s>(
    sanctions: &'s Sanctions,
    step: &InstrumentStep<'s>,
    flow: Flow,
    bans_only: bool,
) -> Vec<&'s Sanction> {
    let counts = |one: &&Sanction| {
        one.flow == flow
            && step.upto.contains(&&one.instrument)
            && sanctions.is_in_force(one, step.on)
            && (one.kind == crate::trade::SanctionKind::Contested
                || one.kind.is_outright()
                || !bans_only && one.kind.reaches())
    };
    sanctions.of(step.regime).filter(counts).collect()
}

pub(super) fn covered(measures: &[&Sanction]) -> CoveredGoods {
    let prefixes = |contested: bool| -> Vec<Arc<str>> {
        let kind = crate::trade::SanctionKind::Contested;
        let of_kind = measures
            .iter()
            .filter(|one| (one.kind == kind) == contested);
        of_kind
            .flat_map(|one| one.prefixes.iter().cloned())
            .collect()
    };
    CoveredGoods::new(prefixes(false), prefixes(true))
}
