//! Recognises rows that are no values of trade: sums or averages of others, by the text in place of
//! their month, and quantities, by their unit.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::vocabulary;

/// Whether a text in place of a month means that the row sums or averages others.
pub(crate) fn is_sum(text: &str) -> bool {
    const SUMS: [&str; 24] = [
        "total",
        "totals",
        "sum",
        "grand total",
        "subtotal",
        "sub-total",
        "annual",
        "year",
        "average",
        "mean",
        "cumulative",
        "ytd",
        "year to date",
        "合计",
        "总计",
        "总额",
        "累计",
        "平均",
        "小计",
        "합계",
        "총계",
        "누계",
        "평균",
        "소계",
    ];
    let plain = vocabulary::plain(text);
    let words = plain.trim_matches(|c: char| !c.is_alphabetic());
    let meaning = TextMeaning::of(text);
    let is_other = |(named, _): &(Dimension, String)| {
        matches!(
            named,
            Dimension::Change | Dimension::Share | Dimension::Period
        )
    };
    // A row of changes, shares or averages.
    let counts_other = !meaning.names.is_empty()
        && meaning.names.iter().all(is_other)
        && meaning.unknown.is_empty()
        && meaning.flows.is_empty()
        && meaning.partners.is_empty();
    SUMS.contains(&words)
        || counts_other
        || [
            "all", "max", "min", "std", "count", "stdev", "std dev", "최대", "최소", "最大", "最小",
        ]
        .contains(&&*plain)
        || words == "전체"
        || words == "계"
        || words == "全年"
        || SUMS.iter().any(|sum| {
            let rest = plain.replace(sum, "");
            rest.len() < plain.len()
                && !rest.is_empty()
                && rest
                    .chars()
                    .all(|c| !c.is_alphabetic() || "年년".contains(c))
        })
}

/// Whether a unit is one of quantity: `tonnes`, `千克`.
pub(crate) fn is_unit_of_quantity(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
        && vocabulary::stated(text).is_err()
        && TextMeaning::of(text).is_of(Dimension::Quantity)
}
