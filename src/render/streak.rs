//! Streaks in words: `7th fall, from 2017-03`.

use super::{Lang, figures};
use crate::render::{labels, lang};
use crate::report::Cell;
use crate::trade::Period;

pub(super) fn run_text(count: &Cell, direction: &Cell, bound: &Cell, lang: Lang) -> String {
    match (count, direction) {
        (Cell::Count(count), Cell::Word(direction)) => {
            run(*count, direction, *bound == Cell::Word("at_least"), lang)
        }
        _ => figures::MISSING.to_string(),
    }
}

/// Count, direction, first month and bound; then, of the streak that it ended, months and bound,
/// and of months without trade, how many and the first.
pub(super) fn streak_text(own: [&Cell; 4], beside: [&Cell; 4], lang: Lang) -> String {
    let [count, direction, since, bound] = own;
    let [after, after_bound, no_trade, no_trade_since] = beside;
    let at = |cell: &Cell| match cell {
        Cell::Month(month) => Some(lang::period(Period::month(*month), lang)),
        Cell::Period(period) => Some(lang::period(*period, lang)),
        _ => None,
    };
    if let (Cell::Count(months), Some(since)) = (no_trade, at(no_trade_since)) {
        return without_trade(*months, &since, lang);
    }
    match (count, direction) {
        (Cell::Missing(_), _) | (_, Cell::Missing(_)) => figures::MISSING.to_string(),
        (Cell::Count(0), _) | (_, Cell::Word("flat")) => labels::word("flat", lang).to_string(),
        (Cell::Count(count), Cell::Word(direction)) => {
            let at_least = *bound == Cell::Word("at_least");
            match after {
                Cell::Count(after) if *count == 1 && !at_least => {
                    let at_least = *after_bound == Cell::Word("at_least");
                    turned(direction, *after, at_least, lang)
                }
                _ => streak(*count, direction, at(since).as_deref(), at_least, lang),
            }
        }
        _ => String::new(),
    }
}

/// `no trade for 10 months, since 2017-09`.
fn without_trade(months: u32, since: &str, lang: Lang) -> String {
    match (lang, months) {
        (Lang::En, 1) => format!("no trade in {since}"),
        (Lang::En, _) => format!("no trade for {months} months, since {since}"),
        (Lang::Zh, 1) => format!("{since}无贸易"),
        (Lang::Zh, _) => format!("{since}起连续{months}个月无贸易"),
        (Lang::Ko, 1) => format!("{since} 교역 없음"),
        (Lang::Ko, _) => format!("{since}부터 {months}개월간 교역 없음"),
    }
}

/// `up, after 3 falls`: the first month of a new direction.
fn turned(direction: &'static str, after: u32, at_least: bool, lang: Lang) -> String {
    let is_up = direction == "rise";
    let before = labels::word(if is_up { "fall" } else { "rise" }, lang);
    let ending = if after == 1 { "" } else { "s" };
    match (lang, at_least) {
        (Lang::En, _) => {
            let way = if is_up { "up" } else { "down" };
            let least = if at_least { "at least " } else { "" };
            format!("{way}, after {least}{after} {before}{ending}")
        }
        (Lang::Zh, _) => {
            let turn = if is_up {
                "由降转升"
            } else {
                "由升转降"
            };
            let least = if at_least { "至少" } else { "" };
            format!("{turn}，此前{least}连续{after}个月{before}")
        }
        (Lang::Ko, _) => {
            let turn = if is_up {
                "증가로 전환"
            } else {
                "감소로 전환"
            };
            let least = if at_least { "최소 " } else { "" };
            format!("{turn}({least}{after}개월 {before} 뒤)")
        }
    }
}

/// `7th fall, from 2017-03`. `since` is the first month counted.
fn streak(
    count: u32,
    direction: &'static str,
    since: Option<&str>,
    at_least: bool,
    lang: Lang,
) -> String {
    let what = labels::word(direction, lang);
    let ending = if count == 1 { "" } else { "s" };
    let since = since.unwrap_or(figures::MISSING);
    match (lang, at_least) {
        (Lang::En, true) => format!("at least {count} {what}{ending}, from {since}"),
        (Lang::En, false) => format!("{} {what}, from {since}", ordinal(count)),
        (Lang::Zh, true) => format!("{since}起至少连续{count}个月{what}"),
        (Lang::Zh, false) => format!("{since}起连续{count}个月{what}"),
        (Lang::Ko, true) => format!("{since}부터 최소 {count}개월 연속 {what}"),
        (Lang::Ko, false) => format!("{since}부터 {count}개월 연속 {what}"),
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

    fn month(text: &str) -> Cell {
        Cell::Month(text.parse().unwrap())
    }

    fn say(count: u32, direction: &'static str, bound: &'static str) -> [String; 3] {
        let since = month("2017-03");
        let own = [
            &Cell::Count(count),
            &Cell::Word(direction),
            &since,
            &Cell::Word(bound),
        ];
        Lang::ALL.map(|lang| streak_text(own, [&Cell::Empty; 4], lang))
    }

    #[test]
    fn streaks_in_words() {
        for (count, text) in [
            (1, "1st fall, from 2017-03"),
            (2, "2nd fall, from 2017-03"),
            (7, "7th fall, from 2017-03"),
            (11, "11th fall, from 2017-03"),
            (23, "23rd fall, from 2017-03"),
        ] {
            assert_eq!(say(count, "fall", "exact")[0], text);
        }
        assert_eq!(
            say(7, "fall", "exact")[1..],
            ["2017年3月起连续7个月下降", "2017년 3월부터 7개월 연속 감소"]
        );
        assert_eq!(
            say(4, "rise", "at_least"),
            [
                "at least 4 rises, from 2017-03",
                "2017年3月起至少连续4个月增长",
                "2017년 3월부터 최소 4개월 연속 증가",
            ]
        );
        assert_eq!(say(0, "flat", "exact"), ["unchanged", "持平", "보합"]);
        // A direction that was asked for and does not hold: no 0th rise.
        assert_eq!(say(0, "rise", "exact")[0], "unchanged");
    }

    #[test]
    fn the_first_month_of_a_direction_is_a_turn_and_months_without_trade_are_said() {
        let since = month("2017-09");
        let first = |direction| {
            [
                Cell::Count(1),
                Cell::Word(direction),
                since.clone(),
                Cell::Word("exact"),
            ]
        };
        let told = |own: [Cell; 4], beside: [Cell; 4]| {
            let all = |cells: &[Cell; 4]| -> [Cell; 4] { cells.clone() };
            let (own, beside) = (all(&own), all(&beside));
            Lang::ALL.map(|lang| streak_text(own.each_ref(), beside.each_ref(), lang))
        };
        let after = |count, bound| {
            [
                Cell::Count(count),
                Cell::Word(bound),
                Cell::Empty,
                Cell::Empty,
            ]
        };
        assert_eq!(
            told(first("rise"), after(1, "exact")),
            [
                "up, after 1 fall",
                "由降转升，此前连续1个月下降",
                "증가로 전환(1개월 감소 뒤)",
            ]
        );
        assert_eq!(
            told(first("fall"), after(4, "at_least")),
            [
                "down, after at least 4 rises",
                "由升转降，此前至少连续4个月增长",
                "감소로 전환(최소 4개월 증가 뒤)",
            ]
        );
        let nothing = [Cell::Empty, Cell::Empty, Cell::Count(10), since.clone()];
        let flat = [
            Cell::Count(0),
            Cell::Word("flat"),
            Cell::Empty,
            Cell::Word("exact"),
        ];
        assert_eq!(
            told(flat, nothing),
            [
                "no trade for 10 months, since 2017-09",
                "2017年9月起连续10个月无贸易",
                "2017년 9월부터 10개월간 교역 없음",
            ]
        );
    }
}
