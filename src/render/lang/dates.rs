//! Dates in each language.

use crate::trade::{Period, Vintage};

/// Months, periods and days in sentences and tables, in one language.
pub(crate) trait Dates {
    /// A period: `2017-09`, `2017年9月`, `2017년 9월`; `2017-01–09`, `2017年1—9月`, `2017년 1~9월`; across
    /// years `2016-11–2017-02`.
    fn period(&self, period: Period) -> String;
    /// A date such as `2017-07-13`, `2017-07` or `2017` in a sentence: `13 July 2017`,
    /// `2017年7月13日`, `2017년 7월 13일`.
    fn day(&self, date: &str) -> String;
    /// A date in a table.
    fn date_in_column(&self, date: Vintage) -> String {
        self.day(&date.to_string())
    }
}

/// `2017-7-13` with a word after each number.
pub(super) fn with_words(date: &str, words: [&str; 3], between: &str) -> String {
    let plain = |part: &str| part.trim_start_matches('0').to_owned();
    let parts = date.split('-').zip(words);
    let parts: Vec<String> = parts.map(|(part, word)| plain(part) + word).collect();
    parts.join(between)
}
