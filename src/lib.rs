//! tradecheck: year-over-year changes and streaks from customs trade statistics.

pub mod frame;
pub mod measure;
pub mod render;
pub mod report;
pub mod trade;
