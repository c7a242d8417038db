//! Streaks in words: `7th fall in a row, since 2017-03`.

use super::{Lang, figures};
use crate::render::labels;
use crate::report::Cell;

pub(super) fn run_text(count: &Cell, direction: &Cell, bound: &Cell, lang: Lang) -> String {
    match (count, direction) {
        (Cell::Count(count), Cell::Word(direction)) => {
            run(*count, direction, *bound == Cell::Word("at_least"), lang)
        }
        _ => figures::MISSING.to_string(),
    }
}

pub(super) fn streak_text(
    count: &Cell,
    direction: &Cell,
    since: &Cell,
    bound: &Cell,
    lang: Lang,
) -> String {
    let since = match since {
        Cell::Month(month) => Some(month.to_string()),
        Cell::Period(period) => Some(figures::period(*period)),
        _ => None,
    };
    match (count, direction) {
        (Cell::Missing(_), _) | (_, Cell::Missing(_)) => figures::MISSING.to_string(),
        (Cell::Count(count), Cell::Word(direction)) => {
            let at_least = *bound == Cell::Word("at_least");
            streak(*count, direction, since.as_deref(), at_least, lang)
        }
        (_, Cell::Word("flat")) => labels::word("flat", lang).to_string(),
        _ => String::new(),
    }
}

/// `7th fall in a row, since 2017-03`. `since` is the first month counted.
fn streak(
    count: u32,
    direction: &'static str,
    since: Option<&str>,
    at_least: bool,
    lang: Lang,
) -> String {
    let what = labels::word(direction, lang);
    if direction == "flat" {
        return what.to_string();
    }
    let known = match (lang, at_least, count) {
        (Lang::En, true, 1) => format!("at least 1 {what}"),
        (Lang::En, true, _) => format!("at least {count} {what}s in a row"),
        (Lang::En, false, 1) => format!("1st {what}"),
        (Lang::En, false, _) => format!("{} {what} in a row", ordinal(count)),
        (Lang::Zh, true, 1) => format!("至少1个月{what}"),
        (Lang::Zh, true, _) => format!("至少连续{count}个月{what}"),
        (Lang::Zh, false, 1) => format!("首月{what}"),
        (Lang::Zh, false, _) => format!("连续第{count}个月{what}"),
        (Lang::Ko, true, 1) => format!("최소 1개월 {what}"),
        (Lang::Ko, true, _) => format!("최소 {count}개월 연속 {what}"),
        (Lang::Ko, false, 1) => format!("1개월 {what}"),
        (Lang::Ko, false, _) => format!("{count}개월 연속 {what}"),
    };
    let Some(since) = since else {
        return known;
    };
    match (lang, at_least) {
        (Lang::En, true) => format!("{known}, unknown before {since}"),
        (Lang::En, false) => format!("{known}, since {since}"),
        (Lang::Zh, true) => format!("{known}，{since}之前不详"),
        (Lang::Zh, false) => format!("{known}，自{since}起"),
        (Lang::Ko, true) => format!("{known}, {since} 이전은 알 수 없음"),
        (Lang::Ko, false) => format!("{since}부터 {known}"),
    }
}

/// `8 rises` or `at least 8 rises`: a run that has its first and last month beside it.
fn run(count: u32, direction: &'static str, at_least: bool, lang: Lang) -> String {
    let what = labels::word(direction, lang);
    let ending = if count == 1 { "" } else { "s" };
    match (lang, at_least) {
        (Lang::En, true) => format!("at least {count} {what}{ending}"),
        (Lang::En, false) => format!("{count} {what}{ending}"),
        (Lang::Zh, true) => format!("至少{count}个月{what}"),
        (Lang::Zh, false) => format!("{count}个月{what}"),
        (Lang::Ko, true) => format!("최소 {count}개월 {what}"),
        (Lang::Ko, false) => format!("{count}개월 {what}"),
    }
}

pub(super) fn ordinal(count: u32) -> String {
    let ending = match (count % 10, count % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{count}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streaks_in_words() {
        let say = |count, direction, at_least, lang| {
            streak(count, direction, Some("2017-03"), at_least, lang)
        };
        for (count, text) in [
            (1, "1st fall, since 2017-03"),
            (2, "2nd fall in a row, since 2017-03"),
            (7, "7th fall in a row, since 2017-03"),
            (11, "11th fall in a row, since 2017-03"),
            (23, "23rd fall in a row, since 2017-03"),
        ] {
            assert_eq!(say(count, "fall", false, Lang::En), text);
        }
        assert_eq!(
            say(4, "rise", true, Lang::En),
            "at least 4 rises in a row, unknown before 2017-03"
        );
        assert_eq!(say(1, "flat", false, Lang::En), "unchanged");
        assert_eq!(
            say(7, "fall", false, Lang::Zh),
            "连续第7个月下降，自2017-03起"
        );
        assert_eq!(
            say(4, "fall", true, Lang::Zh),
            "至少连续4个月下降，2017-03之前不详"
        );
        assert_eq!(
            say(7, "fall", false, Lang::Ko),
            "2017-03부터 7개월 연속 감소"
        );
    }
}
