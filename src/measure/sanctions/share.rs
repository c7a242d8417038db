//! The share of a base year's trade that measures cover, as stated in claims, with bounds.
//!
//! Source: docs/definitions.md, "Sanctions", coverage.

use super::base_trade::{CoverageAsked, Source, between};
use super::goods::GoodsInData;
use super::steps::{covered, in_force, steps};
use crate::report::SanctionRemark;
use crate::trade::{Day, Flow, Missing, Period, Printed, Ratio, Reason, Regime, Sanctions};

/// Bounds on a share of a flow.
#[derive(Clone, PartialEq, Debug)]
pub struct Share {
    /// The lower bound.
    pub low: Ratio,
    /// The upper bound.
    pub high: Ratio,
    /// Why it is uncertain, and what would decide it; `None` if the share is exact.
    pub open: Option<SanctionRemark>,
}

/// The share covered by measures adopted by a day (`None` for all), once all of them are in force.
/// `goods_in_data` are the goods in the data; `None` to use published components.
///
/// # Errors
/// If the trade of the base period is not known well enough, or no measure applies to the flow.
pub fn share(
    flow: Flow,
    base: Period,
    adopted_by: Option<Day>,
    (sanctions, regime): (&Sanctions, Regime),
    goods_in_data: Option<&GoodsInData>,
) -> Result<Share, Missing> {
    let none = || Missing::new(Reason::NoData, base);
    let asked = CoverageAsked {
        base,
        on: None,
        bans_only: false,
        estimates: false,
    };
    let source = Source::of(flow, asked, goods_in_data)?;
    let steps = steps(sanctions, regime, flow, None);
    let was_adopted = |instrument: &crate::trade::Instrument| {
        let own = sanctions.of(regime);
        let mut own = own.filter(|one| one.instrument == *instrument);
        adopted_by.is_none_or(|day| own.any(|one| one.adopted <= day))
    };
    let last = steps.iter().rfind(|step| was_adopted(step.instrument));
    let measures = last.map(|step| in_force(sanctions, step, flow, false));
    let bounds = source.bounds(&covered(&measures.unwrap_or_default()));
    let (low, high) = (
        bounds.low().ok_or_else(none)?,
        bounds.high().ok_or_else(none)?,
    );
    let tenths = |share: Ratio| Printed {
        digits: share.percent(1),
        decimals: 1,
    };
    let open = (low < high).then(|| SanctionRemark::Undecided {
        flow,
        year: base.from.year(),
        low: tenths(low),
        high: tenths(high),
        between: between(low.percent(1), high.percent(1)),
    });
    Ok(Share { low, high, open })
}
