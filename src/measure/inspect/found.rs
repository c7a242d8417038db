//! One finding, before it is laid out.

use crate::report::RemarkKind;
use crate::trade::{Amount, Figure, Flow, Period};

/// What a finding means for a check. The order is that in which findings are shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Weight {
    /// Something is not there.
    Missing,
    /// Not all of it can be true.
    Contradictory,
    /// Worth knowing, and nothing is wrong with it.
    Explained,
}

/// One finding, as it is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    pub weight: Weight,
    /// Its stable name.
    pub code: &'static str,
    pub period: Period,
    pub flow: Option<Flow>,
    pub file: Option<String>,
    pub value: Option<Figure>,
    pub against: Option<Figure>,
    pub count: u32,
    /// Its text, in English.
    pub text: String,
    /// The same as remarks, where they are some.
    pub remarks: Vec<RemarkKind>,
}

impl Found {
    /// Whether `--check` fails on it.
    pub fn fails(&self) -> bool {
        self.weight != Weight::Explained
    }

    /// What the value is above what it is held against.
    pub fn difference(&self) -> Option<Amount> {
        let (value, against) = (self.value.as_ref()?, self.against.as_ref()?);
        Some(value.value - against.value)
    }
}
