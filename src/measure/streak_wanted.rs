//! What is asked of streaks, and what was found.

use crate::measure::Comparison;
use crate::measure::links::{Direction, Streak};
use crate::measure::question::KeyedSeries;
use crate::trade::{Missing, Month};

/// What is asked of streaks.
#[derive(Clone, Copy, Debug)]
pub struct StreakWanted {
    /// The direction; `None`: the one that each flow goes at the month asked for.
    pub direction: Option<Direction>,
    /// Yoy or mom.
    pub comparison: Comparison,
    /// Every link instead of a line a streak.
    pub links: bool,
    /// The longest streaks of the data, the ten longest of three months or more where `min` is not
    /// given; else every one of `min` months or more.
    pub longest: bool,
    /// The least length that makes the answer a yes.
    pub min: Option<u32>,
}

/// One flow's streak, or why there is none.
pub(super) struct FlowStreak {
    pub keyed: KeyedSeries,
    pub until: Month,
    pub streak: Result<Option<Streak>, Missing>,
}
