//! Describes records:
//! `lowest since 2016-02 (119.9); 3rd lowest of 27 months from 2013-04, 28 missing`.

use super::{Lang, MoneyUnit, figures, places};
use crate::render::cell_text::cell_text;
use crate::render::lang;
use crate::report::{Cell, Word};
use crate::trade::{Extent, Extreme, Month, OnRecord, Period};
use std::cmp::Ordering;

/// The rank of a month counted from one end.
struct RankFromEnd {
    end: Extreme,
    rank: Option<u32>,
    since: Option<Month>,
    /// The figure of the month `since`.
    figure: String,
    bound: Extent,
}

/// The phrase of [`Shows::RecordPhrase`](crate::report::Shows::RecordPhrase).
pub(super) fn record_text(cells: [&Cell; 16], unit: MoneyUnit, lang: Lang) -> String {
    let [on_record, months, from, missing, rest @ ..] = cells;
    let (Cell::Count(months), Cell::Month(from), Cell::Count(missing)) = (months, from, missing)
    else {
        return figures::MISSING.to_string();
    };
    let words = lang::wording(lang);
    let window = words.window(*months, &month_text(*from, lang), *missing);
    if *on_record == Cell::Word(Word::OnRecord(OnRecord::Only)) {
        return words.only_on_record().to_owned();
    }
    let [low, high] = [(Extreme::Low, 0), (Extreme::High, 5)].map(|(end, at)| RankFromEnd {
        end,
        rank: match rest[at] {
            Cell::Count(rank) => Some(*rank),
            _ => None,
        },
        since: match rest[at + 1] {
            Cell::Month(month) => Some(*month),
            _ => None,
        },
        figure: figure([rest[at + 2], rest[at + 3]], unit, lang),
        bound: match rest[at + 4] {
            Cell::Word(Word::Extent(extent)) => *extent,
            _ => Extent::Exact,
        },
    });
    match (low.since, high.since) {
        (None, _) => words.on_record(Extreme::Low, &window),
        (_, None) => words.on_record(Extreme::High, &window),
        (Some(one), Some(other)) => match one.cmp(&other) {
            Ordering::Less => since_words(&low, &month_text(one, lang), &window, lang),
            Ordering::Greater => since_words(&high, &month_text(other, lang), &window, lang),
            Ordering::Equal => level_words(&low, &high, &month_text(one, lang), &window, lang),
        },
    }
}

/// A month in the notation for people.
fn month_text(month: Month, lang: Lang) -> String {
    lang::period(Period::month(month), lang)
}

/// Whichever of the two cells is filled.
fn figure(cells: [&Cell; 2], unit: MoneyUnit, lang: Lang) -> String {
    let mut texts = cells.map(|cell| cell_text(cell, unit, lang)).into_iter();
    let text = texts.find(|text| !text.text.is_empty()).unwrap_or_default();
    format!("{}{}", text.text, text.sign(true))
}

/// `lowest since 2016-02 (119.9); 3rd lowest of …`.
fn since_words(side: &RankFromEnd, since: &str, window: &str, lang: Lang) -> String {
    let words = lang::wording(lang);
    let known = words.extreme_since(side.end, since, &side.figure, side.bound);
    let rank = words.rank(side.end, side.rank, window);
    format!("{known}{}{rank}", places::between(lang))
}

/// Neither lower nor higher than the last month with a figure: `as in 2017-09 (12.3)`.
fn level_words(
    low: &RankFromEnd,
    high: &RankFromEnd,
    month: &str,
    window: &str,
    lang: Lang,
) -> String {
    let words = lang::wording(lang);
    let is_equal = low.rank.is_some() && low.bound != Extent::AtLeast;
    let level = words.level_with(month, &low.figure, is_equal);
    let side = match (low.rank, high.rank) {
        (Some(one), Some(other)) if other < one => high,
        (None, Some(_)) => high,
        _ => low,
    };
    let rank = words.rank(side.end, side.rank, window);
    format!("{level}{}{rank}", places::between(lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::{Amount, Missing, Ratio, Reason};

    /// Rank, month, value in millions, bound.
    type RankedMonth = (u32, &'static str, i64, Extent);

    fn month(text: &str) -> Cell {
        Cell::Month(text.parse().unwrap())
    }

    /// A month out of 27 from 2013-04 on; rank 0 is unknown.
    fn say(
        on_record: Cell,
        low: Option<RankedMonth>,
        high: Option<RankedMonth>,
        missing: u32,
    ) -> [String; 3] {
        let mut cells = vec![
            on_record,
            Cell::Count(27),
            month("2013-04"),
            Cell::Count(missing),
        ];
        for side in [low, high] {
            cells.extend(match side {
                None => [const { Cell::Empty }; 5],
                Some((rank, since, value, bound)) => [
                    match rank {
                        0 => {
                            let of = Period::month(since.parse().unwrap());
                            Cell::Missing(Missing::new(Reason::UncertainRank, of))
                        }
                        rank => Cell::Count(rank),
                    },
                    month(since),
                    Cell::Money(Amount::units(value * 1_000_000)),
                    Cell::Empty,
                    Cell::Word(Word::Extent(bound)),
                ],
            });
        }
        cells.extend([Cell::Money(Amount::units(90_000_000)), Cell::Empty]);
        in_three_languages(&cells)
    }

    fn in_three_languages(cells: &[Cell]) -> [String; 3] {
        [Lang::En, Lang::Zh, Lang::Ko].map(|lang| {
            let cells: Vec<&Cell> = cells.iter().collect();
            record_text(cells.try_into().unwrap(), MoneyUnit::Million, lang)
        })
    }

    #[test]
    fn the_lowest_or_highest_on_record() {
        let last = Some((27, "2017-09", 145, Extent::Exact));
        assert_eq!(
            say(Cell::Word(Word::OnRecord(OnRecord::Lowest)), None, last, 28),
            [
                "lowest of 27 months from 2013-04, 28 missing",
                "2013年4月起27个月（缺28个月）中最低",
                "2013년 4월부터 27개월(28개월 누락) 중 최저",
            ]
        );
        assert_eq!(
            say(Cell::Word(Word::OnRecord(OnRecord::Highest)), last, None, 0),
            [
                "highest of 27 months from 2013-04",
                "2013年4月起27个月中最高",
                "2013년 4월부터 27개월 중 최고",
            ]
        );
        assert_eq!(
            say(Cell::Word(Word::OnRecord(OnRecord::Only)), None, None, 0),
            [
                "the only month on record",
                "唯一有数据的月份",
                "자료가 있는 유일한 달"
            ]
        );
    }

    #[test]
    fn of_the_two_ends_the_one_that_goes_further_back_is_told() {
        let last = (20, "2017-09", 145, Extent::Exact);
        let far = (3, "2016-02", 80, Extent::Exact);
        assert_eq!(
            say(Cell::Empty, Some(far), Some(last), 1),
            [
                "lowest since 2016-02 (80.0); 3rd lowest of 27 months from 2013-04, 1 missing",
                "2016年2月（80.0）以来最低；2013年4月起27个月（缺1个月）中由低到高第3位",
                "2016년 2월(80.0) 이후 최저; 2013년 4월부터 27개월(1개월 누락) 중 3번째로 낮음",
            ]
        );
        assert_eq!(
            say(Cell::Empty, Some(last), Some(far), 0)[0],
            "highest since 2016-02 (80.0); 3rd highest of 27 months from 2013-04"
        );
        let tied = (1, "2016-02", 90, Extent::Exact);
        assert_eq!(
            say(Cell::Empty, Some(tied), Some(last), 0)[0],
            "lowest since 2016-02 (90.0); joint lowest of 27 months from 2013-04"
        );
    }

    #[test]
    fn what_is_left_open_is_said() {
        let last = Some((20, "2017-09", 145, Extent::Exact));
        let hole = Some((3, "2016-02", 80, Extent::Open));
        assert_eq!(
            say(Cell::Empty, hole, last, 2)[0],
            "lowest known since 2016-02 (80.0); 3rd lowest of 27 months from 2013-04, 2 missing"
        );
        let rounded = Some((0, "2016-02", 90, Extent::AtLeast));
        assert_eq!(
            say(Cell::Empty, rounded, last, 0),
            [
                "lowest since at least 2016-02 (90.0); rank uncertain of 27 months from 2013-04",
                "至少是2016年2月（90.0）以来最低；2013年4月起27个月中位次不定",
                "적어도 2016년 2월(90.0) 이후 최저; 2013년 4월부터 27개월 중 순위 불명",
            ]
        );
    }

    #[test]
    fn a_month_level_with_the_one_before() {
        let side = |rank| Some((rank, "2017-09", 90, Extent::Exact));
        assert_eq!(
            say(Cell::Empty, side(1), side(20), 0),
            [
                "as in 2017-09 (90.0); joint lowest of 27 months from 2013-04",
                "与2017年9月（90.0）持平；2013年4月起27个月中并列最低",
                "2017년 9월(90.0)과 같음; 2013년 4월부터 27개월 중 공동 최저",
            ]
        );
        let open = Some((0, "2017-09", 90, Extent::AtLeast));
        assert_eq!(
            say(Cell::Empty, open, open, 0)[0],
            "indistinguishable from 2017-09 (90.0); rank uncertain of 27 months from 2013-04"
        );
    }

    #[test]
    fn a_change_has_its_sign_and_a_month_without_a_figure_is_missing() {
        let none = [const { Cell::Empty }; 16];
        assert_eq!(in_three_languages(&none), ["..", "..", ".."]);
        let ratio = |n| Cell::Percent(Ratio::new(n, 1000).unwrap());
        let mut cells = none.to_vec();
        cells[1] = Cell::Count(9);
        cells[2] = month("2016-03");
        cells[3] = Cell::Count(0);
        for (at, since, figure) in [(4, "2016-05", -379), (9, "2017-09", 101)] {
            cells[at] = Cell::Count(2);
            cells[at + 1] = month(since);
            cells[at + 3] = ratio(figure);
            cells[at + 4] = Cell::Word(Word::Extent(Extent::Exact));
        }
        assert_eq!(
            in_three_languages(&cells)[0],
            "lowest since 2016-05 (−37.9 %); 2nd lowest of 9 months from 2016-03"
        );
    }
}
