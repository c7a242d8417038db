//! The statement of a month: two or three sentences in the style of a news agency in each language.

pub(super) mod numbers;
pub(super) mod part;
pub(super) mod unknown;

pub(crate) use part::BriefFigure;

use crate::report::Heading;
use crate::report::brief::{Brief, FlowBrief, StatedChange};

/// Whether January and February together are part of the statement of a February.
pub(super) fn tells_the_pair(brief: &Brief) -> bool {
    let told = |flow: &FlowBrief| {
        let to_date = flow.to_date.as_ref();
        to_date.is_some_and(|one| matches!(one.change, StatedChange::Moved { .. }))
    };
    brief.flows.iter().any(told)
}

/// The statements of one language.
pub(crate) trait Statements {
    /// The sentences of the statement; empty ones are left out.
    fn statement(&self, brief: &Brief, heading: &Heading) -> Vec<String>;
    /// The news in one line without a full stop: the change of the flow, and its streak.
    fn news(&self, flow: &FlowBrief, heading: &Heading) -> String;
    /// The sentence on a single figure: `imports fell 37.9% in September 2017 from a year earlier`.
    fn part_of_statement(&self, flow: &FlowBrief, part: BriefFigure, heading: &Heading) -> String;
    /// The sentence on the balance; empty if there is none.
    fn balance_stated(&self, brief: &Brief, heading: &Heading) -> String;
}
