//! What a figure is compared with.
//!
//! Source: docs/definitions.md, "Change".

use super::{Named, Period};

/// The base of a comparison.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Comparison {
    /// The same month a year earlier.
    Yoy,
    /// The month before, not seasonally adjusted.
    Mom,
}

impl Named for Comparison {
    const EVERY: &'static [Comparison] = &[Comparison::Yoy, Comparison::Mom];

    fn words(self) -> &'static [&'static str] {
        match self {
            Comparison::Yoy => &["yoy", "y/y"],
            Comparison::Mom => &["mom", "m/m"],
        }
    }

    fn about(self) -> &'static str {
        match self {
            Comparison::Yoy => "against the same month a year earlier",
            Comparison::Mom => "against the month before, not seasonally adjusted",
        }
    }
}

impl Comparison {
    /// Its name in machine columns.
    pub fn name(self) -> &'static str {
        match self {
            Comparison::Yoy => "yoy",
            Comparison::Mom => "mom",
        }
    }

    /// The base period of `period`: the same months a year earlier, or as many months before it.
    pub fn base(self, period: Period) -> Period {
        match self {
            Comparison::Yoy => period.year_before(),
            Comparison::Mom => period.plus(-(period.len() as i32)),
        }
    }
}
