//! Describes streaks: `7th fall, from 2017-03`.

use super::{Lang, figures};
use crate::render::{labels, lang};
use crate::report::{Cell, Word};
use crate::trade::{Direction, Extent, Period};

pub(super) fn run_text(count: &Cell, direction: &Cell, bound: &Cell, lang: Lang) -> String {
    match (count, direction) {
        (Cell::Count(count), Cell::Word(word)) => {
            let is_fall = *word == Word::Direction(Direction::Fall);
            lang::wording(lang).run(is_fall, *count, is_at_least(bound))
        }
        _ => figures::MISSING.to_string(),
    }
}

fn is_at_least(bound: &Cell) -> bool {
    *bound == Cell::Word(Word::Extent(Extent::AtLeast))
}

/// The description of a streak. `own`: count, direction, first month and bound; `beside`: months
/// and bound of the streak that it ended, then number and first of the months without trade.
pub(super) fn streak_text(own: [&Cell; 4], beside: [&Cell; 4], lang: Lang) -> String {
    let [count, direction, since, bound] = own;
    let [after, after_bound, no_trade, no_trade_since] = beside;
    let at = |cell: &Cell| match cell {
        Cell::Month(month) => Some(lang::period(Period::month(*month), lang)),
        Cell::Period(period) => Some(lang::period(*period, lang)),
        _ => None,
    };
    if let (Cell::Count(months), Some(since)) = (no_trade, at(no_trade_since)) {
        return lang::wording(lang).without_trade(*months, &since, is_at_least(after_bound));
    }
    match (count, direction) {
        (Cell::Missing(_), _) | (_, Cell::Missing(_)) => figures::MISSING.to_string(),
        // In the direction that was asked for.
        (Cell::Count(0), Cell::Word(Word::Direction(direction))) => {
            let is_fall = *direction == Direction::Fall;
            lang::wording(lang).no_streak(is_fall).to_owned()
        }
        (Cell::Count(0), _) | (_, Cell::Word(Word::Flat)) => {
            labels::word(Word::Flat, lang).to_owned()
        }
        (Cell::Count(count), Cell::Word(Word::Direction(direction))) => {
            let at_least = is_at_least(bound);
            let (words, is_fall) = (lang::wording(lang), *direction == Direction::Fall);
            match after {
                Cell::Count(after) if *count == 1 && !at_least => {
                    let at_least = is_at_least(after_bound);
                    words.turned(is_fall, *after, at_least)
                }
                _ => {
                    let since = at(since).unwrap_or_else(|| figures::MISSING.to_owned());
                    words.streak(is_fall, *count, &since, at_least)
                }
            }
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FALL: Word = Word::Direction(Direction::Fall);
    const RISE: Word = Word::Direction(Direction::Rise);
    const EXACT: Word = Word::Extent(Extent::Exact);
    const AT_LEAST: Word = Word::Extent(Extent::AtLeast);

    fn month(text: &str) -> Cell {
        Cell::Month(text.parse().unwrap())
    }

    fn say(count: u32, direction: Word, bound: Word) -> [String; 3] {
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
            assert_eq!(say(count, FALL, EXACT)[0], text);
        }
        assert_eq!(
            say(7, FALL, EXACT)[1..],
            ["2017年3月起连续7个月下降", "2017년 3월부터 7개월 연속 감소"]
        );
        assert_eq!(
            say(4, RISE, AT_LEAST),
            [
                "at least 4 rises, from 2017-03",
                "2017年3月起至少连续4个月增长",
                "2017년 3월부터 최소 4개월 연속 증가",
            ]
        );
        assert_eq!(say(0, Word::Flat, EXACT), ["unchanged", "持平", "보합"]);
        // There is no streak in the direction that was asked for, and no "0th rise".
        let none = ["not a rise", "本月未增长", "증가 아님"];
        assert_eq!(say(0, RISE, EXACT), none);
    }

    #[test]
    fn the_first_month_of_a_direction_is_a_turn_and_months_without_trade_are_said() {
        let since = month("2017-09");
        let first = |direction| {
            [
                Cell::Count(1),
                Cell::Word(direction),
                since.clone(),
                Cell::Word(EXACT),
            ]
        };
        let streak_text = |own: [Cell; 4], beside: [Cell; 4]| {
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
            streak_text(first(RISE), after(1, EXACT)),
            [
                "up, after 1 fall",
                "由降转升，此前连续1个月下降",
                "증가로 전환(1개월 감소 뒤)",
            ]
        );
        assert_eq!(
            streak_text(first(FALL), after(4, AT_LEAST)),
            [
                "down, after at least 4 rises",
                "由升转降，此前至少连续4个月增长",
                "감소로 전환(최소 4개월 증가 뒤)",
            ]
        );
        let nothing = [Cell::Empty, Cell::Empty, Cell::Count(10), since.clone()];
        let flat = [
            Cell::Count(0),
            Cell::Word(Word::Flat),
            Cell::Empty,
            Cell::Word(EXACT),
        ];
        assert_eq!(
            streak_text(flat, nothing),
            [
                "no trade for 10 months, since 2017-09",
                "2017年9月起连续10个月无贸易",
                "2017년 9월부터 10개월간 교역 없음",
            ]
        );
    }
}
