//! Texts of annual tables: the year is what their rows are of, and a month narrows it.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::title_heads::is_remark;
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::month_names::named_month;
use crate::reader::cells::vocabulary;
use crate::trade::TextKind;

/// Words that say of a table of years what its rows are.
const OF_YEARS: [&str; 12] = [
    "annually",
    "annual",
    "yearly",
    "per year",
    "by year",
    "each year",
    "年度",
    "全年",
    "分年",
    "연도별",
    "연간",
    "연도",
];

/// A text without the words for years.
pub(super) fn without_years(text: &str) -> String {
    let plain = vocabulary::plain(text);
    let found = OF_YEARS.iter().any(|word| plain.contains(word));
    if !found {
        return text.to_owned();
    }
    OF_YEARS
        .iter()
        .fold(plain, |rest, word| rest.replace(word, " "))
}

/// The month that a title or a name gives for the rows of all years, and what it may mean: `China's imports
/// in September`. The dates of remarks, such as that of a download, are none.
pub(super) fn month_in_doubt(part: TextKind, text: &str) -> Option<(String, &'static str)> {
    let is_above = matches!(
        part,
        TextKind::Title | TextKind::Heading | TextKind::FileName | TextKind::Column
    );
    if !is_above || is_remark(text) {
        return None;
    }
    let mut numbers = TextMeaning::of(text).numbers.into_iter();
    let named = numbers.find(|word| named_month(word).is_some());
    let word = named.or_else(|| month_in_characters(text))?;
    Some((word, Dimension::MonthsTogether.means()))
}

/// `9月`, `12월`: a number with the character for months behind it.
fn month_in_characters(text: &str) -> Option<String> {
    let plain = vocabulary::plain(text);
    plain.match_indices(['月', '월']).find_map(|(at, sign)| {
        let before = plain[..at].trim_end();
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        matches!(digits, 1 | 2).then(|| {
            let number = &before[before.len() - digits..];
            format!("{number}{sign}")
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_above_a_table_of_years_is_in_doubt() {
        for text in [
            "China's imports from North Korea in September",
            "中国自朝鲜进口，9月",
            "nk_trade_sep",
        ] {
            assert!(month_in_doubt(TextKind::Title, text).is_some(), "{text}");
        }
        for text in [
            "China's annual imports from North Korea, 2010-2017",
            "Last updated: 23 January 2018",
            "중국의 대북 수입 (연도별)",
        ] {
            assert_eq!(month_in_doubt(TextKind::Title, text), None, "{text}");
        }
        assert_eq!(
            without_years("Annual average imports").trim(),
            "average imports"
        );
    }
}
