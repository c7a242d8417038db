//! When a partner without a row had no trade.

use crate::frame::Frame;
use crate::frame::coverage::OutsideKnowledge;
use crate::frame::period_flow::PeriodFlow;
use crate::trade::{InputRemark, Observations};

/// When a partner without a row in a month in which others have one had no trade: the inputs are
/// stated to have all partners, no value is blank, and no row was dropped. `None`: never.
#[derive(Clone, Copy)]
pub(crate) struct AbsentPartners<'k>(Option<(&'k OutsideKnowledge, &'k Observations)>);

impl AbsentPartners<'_> {
    /// Never.
    pub(crate) const UNKNOWN: AbsentPartners<'static> = AbsentPartners(None);

    /// Whether absent partners had no trade in a period and flow.
    pub(crate) fn are_zero(self, period_flow: PeriodFlow) -> bool {
        let (period, flow) = period_flow;
        self.0.is_some_and(|(known, observations)| {
            known.has_all_partners(period_flow) && !observations.may_lack_dropped(period, flow)
        })
    }
}

impl Frame {
    /// The rule for partners without a row in a month in which others have one.
    pub(crate) fn absent_partners(&self) -> AbsentPartners<'_> {
        let mut remarks = self.observations.remarks.iter();
        let has_blanks = remarks.any(|remark| matches!(remark.what, InputRemark::ValueMissing(_)));
        AbsentPartners((!has_blanks).then_some((&self.known, &self.observations)))
    }
}
