//! Wording for streaks, and for highs and lows on record.

use crate::trade::{Extent, Extreme};
/// The wording of one language. `is_fall`: falls rather than rises.
pub(crate) trait Runs {
    /// `no trade for 10 months, since 2017-09`.
    fn without_trade(&self, months: u32, since: &str, at_least: bool) -> String;
    /// `up, after 3 falls`: the first month of a new direction.
    fn turned(&self, is_fall: bool, after: u32, at_least: bool) -> String;
    /// `not a rise`: the month did not change in the direction asked for.
    fn no_streak(&self, is_fall: bool) -> &'static str;
    /// `7th fall, from 2017-03`; `since` is the first month counted.
    fn streak(&self, is_fall: bool, count: u32, since: &str, at_least: bool) -> String;
    /// `8 rises`: a run whose first and last month are shown next to it.
    fn run(&self, is_fall: bool, count: u32, at_least: bool) -> String;
    /// `the only month on record`.
    fn only_on_record(&self) -> &'static str;
    /// `27 months from 2013-04, 28 missing`.
    fn window(&self, months: u32, from: &str, missing: u32) -> String;
    /// `lowest of 27 months from 2013-04`.
    fn on_record(&self, end: Extreme, window: &str) -> String;
    /// `3rd lowest of 27 months from 2013-04`; `None` if the rank is uncertain.
    fn rank(&self, end: Extreme, rank: Option<u32>, window: &str) -> String;
    /// `lowest since 2016-02 (119.9)`.
    fn extreme_since(&self, end: Extreme, since: &str, figure: &str, how: Extent) -> String;
    /// `as in 2017-09 (12.3)`, or that the two cannot be distinguished.
    fn level_with(&self, month: &str, figure: &str, is_equal: bool) -> String;
}
