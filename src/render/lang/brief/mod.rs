//! The statement of a month in words: two or three sentences, as a wire of each language runs them.

pub(super) mod numbers;
pub(super) mod part;
pub(super) mod unknown;

pub(crate) use part::Part;

use crate::report::Heading;
use crate::report::brief::{Brief, FlowBrief};

/// How one language states a month.
pub(crate) trait Statements {
    /// The sentences; an empty one is left out.
    fn statement(&self, brief: &Brief, heading: &Heading) -> Vec<String>;
    /// The news in one line: how the flow changed, and its streak. Without a full stop.
    fn news(&self, flow: &FlowBrief, heading: &Heading) -> String;
    /// The sentence on one figure, on its own:
    /// `imports fell 37.9% in September 2017 from a year earlier`.
    fn part_of_statement(&self, flow: &FlowBrief, part: Part, heading: &Heading) -> String;
    /// The sentence on the balance; empty where there is none.
    fn balance_stated(&self, brief: &Brief, heading: &Heading) -> String;
}
