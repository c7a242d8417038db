//! One finding, before it becomes a table row.

use crate::report::{FindingKind, FindingState, FindingText, RemarkKind};
use crate::trade::{Amount, Figure, Flow, Period};

/// One finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    pub state: FindingState,
    pub kind: FindingKind,
    pub period: Period,
    pub flow: Option<Flow>,
    pub file: Option<String>,
    pub value: Option<Figure>,
    pub against: Option<Figure>,
    pub count: u32,
    /// What it says; `None` if its remarks do.
    pub text: Option<FindingText>,
    /// What it says as remarks, which replace `text` if there are any.
    pub remarks: Vec<RemarkKind>,
}

impl Found {
    /// Whether `--check` fails on it.
    pub fn fails(&self) -> bool {
        self.state != FindingState::Explained
    }

    /// The value minus the figure it was checked against.
    pub fn difference(&self) -> Option<Amount> {
        let (value, against) = (self.value.as_ref()?, self.against.as_ref()?);
        Some(value.value - against.value)
    }
}
