//! The flows of a statement without a known change, or without any known figure.

use crate::report::brief::{Brief, FlowBrief, StatedChange};
use crate::trade::{Flow, Missing, Period, Reason};

/// Flows that lack the same figure for the same reason.
pub(crate) struct Unknown {
    /// Whether their values are known, and only the change is not.
    pub has_value: bool,
    /// The reason, in the language of the statement.
    pub why: String,
    /// The period, if that is published only together with others.
    pub together: Option<Period>,
    /// Whether there are simply no data for the month.
    pub is_no_data: bool,
    /// The flows.
    pub flows: Vec<Flow>,
    /// Whether these are all flows of the statement.
    pub is_all: bool,
}

/// Whether the change or the value of a flow is known.
pub(crate) fn is_known(flow: &FlowBrief) -> bool {
    flow.month.value.is_some() || !matches!(flow.month.change, StatedChange::Unknown(_))
}

/// What is unknown, one entry per reason.
pub(crate) fn unknown(brief: &Brief, reason: impl Fn(&Missing) -> String) -> Vec<Unknown> {
    let mut all: Vec<Unknown> = Vec::new();
    for flow in &brief.flows {
        let StatedChange::Unknown(missing) = &flow.month.change else {
            continue;
        };
        let (why, has_value) = (reason(missing), flow.month.value.is_some());
        let own = |one: &&mut Unknown| one.has_value == has_value && one.why == why;
        match all.iter_mut().find(own) {
            Some(one) => one.flows.push(flow.flow),
            None => all.push(Unknown {
                has_value,
                why,
                together: match missing.periods[..] {
                    [one] if missing.reason == Reason::Combined => Some(one),
                    _ => None,
                },
                is_no_data: missing.reason == Reason::NoData
                    && missing.periods[..] == [flow.month.period],
                flows: vec![flow.flow],
                is_all: false,
            }),
        }
    }
    for one in &mut all {
        one.is_all = one.flows.len() == brief.flows.len();
    }
    all
}

impl Unknown {
    /// A flow to represent all of them.
    pub fn flow(&self) -> Flow {
        match self.flows[..] {
            [one] => one,
            _ => Flow::Total,
        }
    }
}
