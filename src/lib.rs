//! tradecheck: year-over-year changes and streaks from customs trade statistics.

pub mod reader;
pub mod report;
pub mod trade;
