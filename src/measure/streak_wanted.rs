//! Requests for streaks, and the streaks found.

use crate::measure::links::Streak;
use crate::measure::question::KeyedSeries;
use crate::trade::{Comparison, Direction, Missing, Month};

/// A request for streaks.
#[derive(Clone, Copy, Debug)]
pub struct StreakWanted {
    /// The direction; `None` for the direction of each flow in the month asked for.
    pub direction: Option<Direction>,
    /// Y/y or m/m.
    pub comparison: Comparison,
    /// Whether to list links instead of streaks.
    pub links: bool,
    /// Whether to list the longest streaks of the data: all of `min` or more months, or, without
    /// `min`, the ten longest of three or more.
    pub longest: bool,
    /// The minimum length for a yes.
    pub min: Option<u32>,
}

/// The streak of one flow, or why it is unknown.
pub(super) struct FlowStreak {
    pub keyed: KeyedSeries,
    pub until: Month,
    pub streak: Result<Option<Streak>, Missing>,
}
