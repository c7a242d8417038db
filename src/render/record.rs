//! Records in words: `lowest since 2016-02 (119.9); 3rd lowest of 27 months from 2013-04, 28 missing`.

use super::streak::ordinal;
use super::{Lang, MoneyUnit, figures};
use crate::report::Cell;
use std::cmp::Ordering;

/// What is said of one end.
struct Side {
    end: End,
    rank: Option<u32>,
    since: Option<String>,
    /// The figure of that month.
    figure: String,
    bound: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Low,
    High,
}

/// The window that was looked in.
struct Window {
    months: u32,
    from: String,
    missing: u32,
}

/// The phrase that [`Shows::RecordPhrase`](crate::report::Shows::RecordPhrase) tells.
pub(super) fn record_text(cells: [&Cell; 16], unit: MoneyUnit, lang: Lang) -> String {
    let [on_record, months, from, missing, rest @ ..] = cells;
    let (Cell::Count(months), Cell::Month(from), Cell::Count(missing)) = (months, from, missing)
    else {
        return figures::MISSING.to_string();
    };
    let window = Window {
        months: *months,
        from: from.to_string(),
        missing: *missing,
    };
    if *on_record == Cell::Word("only") {
        return only(lang).to_string();
    }
    let [low, high] = [(End::Low, 0), (End::High, 5)].map(|(end, at)| Side {
        end,
        rank: match rest[at] {
            Cell::Count(rank) => Some(*rank),
            _ => None,
        },
        since: match rest[at + 1] {
            Cell::Month(month) => Some(month.to_string()),
            _ => None,
        },
        figure: match (rest[at + 2], rest[at + 3]) {
            (Cell::Money(amount), _) => figures::money(*amount, unit),
            (_, Cell::Percent(ratio)) => percent(figures::percent(*ratio)),
            _ => figures::MISSING.to_string(),
        },
        bound: match rest[at + 4] {
            Cell::Word(bound) => bound,
            _ => "",
        },
    });
    // Months as text are in the order of the calendar.
    match (&low.since, &high.since) {
        (None, _) => on_record_words(End::Low, &window, lang),
        (_, None) => on_record_words(End::High, &window, lang),
        (Some(one), Some(other)) => match one.cmp(other) {
            Ordering::Less => since_words(&low, one, &window, lang),
            Ordering::Greater => since_words(&high, other, &window, lang),
            Ordering::Equal => level_words(&low, &high, one, &window, lang),
        },
    }
}

fn percent(text: String) -> String {
    if text == figures::ZERO {
        text
    } else {
        format!("{text} %")
    }
}

fn only(lang: Lang) -> &'static str {
    super::words::pick(
        lang,
        "the only month on record",
        "唯一有数据的月份",
        "자료가 있는 유일한 달",
    )
}

/// `lowest`.
fn word(end: End, lang: Lang) -> &'static str {
    match end {
        End::Low => super::words::pick(lang, "lowest", "最低", "최저"),
        End::High => super::words::pick(lang, "highest", "最高", "최고"),
    }
}

/// `27 months from 2013-04, 28 missing`.
fn window_words(window: &Window, lang: Lang) -> String {
    let Window {
        months,
        from,
        missing,
    } = window;
    match (lang, missing) {
        (Lang::En, 0) => format!("{months} months from {from}"),
        (Lang::En, _) => format!("{months} months from {from}, {missing} missing"),
        (Lang::Zh, 0) => format!("{from}起{months}个月"),
        (Lang::Zh, _) => format!("{from}起{months}个月（缺{missing}个月）"),
        (Lang::Ko, 0) => format!("{from}부터 {months}개월"),
        (Lang::Ko, _) => format!("{from}부터 {months}개월({missing}개월 누락)"),
    }
}

/// `lowest of 27 months from 2013-04, 28 missing`.
fn on_record_words(end: End, window: &Window, lang: Lang) -> String {
    let (word, window) = (word(end, lang), window_words(window, lang));
    match lang {
        Lang::En => format!("{word} of {window}"),
        Lang::Zh => format!("{window}中{word}"),
        Lang::Ko => format!("{window} 중 {word}"),
    }
}

/// `3rd lowest of 27 months from 2013-04, 28 missing`.
fn rank_words(end: End, rank: Option<u32>, window: &Window, lang: Lang) -> String {
    let (word, window) = (word(end, lang), window_words(window, lang));
    match (lang, rank) {
        (Lang::En, Some(1)) => format!("joint {word} of {window}"),
        (Lang::En, Some(rank)) => format!("{} {word} of {window}", ordinal(rank)),
        (Lang::En, None) => format!("rank {} of {window}", figures::MISSING),
        (Lang::Zh, Some(1)) => format!("{window}中并列{word}"),
        (Lang::Zh, Some(rank)) => {
            let way = if end == End::Low { "低" } else { "高" };
            format!("{window}中第{rank}{way}")
        }
        (Lang::Zh, None) => format!("{window}中位次{}", figures::MISSING),
        (Lang::Ko, Some(1)) => format!("{window} 중 공동 {word}"),
        (Lang::Ko, Some(rank)) => {
            let way = if end == End::Low { "낮음" } else { "높음" };
            format!("{window} 중 {rank}번째로 {way}")
        }
        (Lang::Ko, None) => format!("{window} 중 순위 {}", figures::MISSING),
    }
}

/// `lowest since 2016-02 (119.9); 3rd lowest of …`.
fn since_words(side: &Side, since: &str, window: &Window, lang: Lang) -> String {
    let Side { rank, figure, .. } = side;
    let end = side.end;
    let word = word(end, lang);
    let known = match (lang, side.bound) {
        (Lang::En, "at_least") => format!("{word} since at least {since} ({figure})"),
        (Lang::En, "open") => format!("{word} known since {since} ({figure})"),
        (Lang::En, _) => format!("{word} since {since} ({figure})"),
        (Lang::Zh, "at_least") => format!("至少是{since}（{figure}）以来{word}"),
        (Lang::Zh, "open") => format!("已知月份中{since}（{figure}）以来{word}"),
        (Lang::Zh, _) => format!("{since}（{figure}）以来{word}"),
        (Lang::Ko, "at_least") => format!("적어도 {since}({figure}) 이후 {word}"),
        (Lang::Ko, "open") => format!("자료가 있는 달 중 {since}({figure}) 이후 {word}"),
        (Lang::Ko, _) => format!("{since}({figure}) 이후 {word}"),
    };
    let rank = rank_words(end, *rank, window, lang);
    match lang {
        Lang::Zh => format!("{known}；{rank}"),
        Lang::En | Lang::Ko => format!("{known}; {rank}"),
    }
}

/// Neither lower nor higher than the last month with a figure: `as in 2017-09 (12.3)`.
fn level_words(low: &Side, high: &Side, month: &str, window: &Window, lang: Lang) -> String {
    let figure = &low.figure;
    let equal = low.rank.is_some() && low.bound != "at_least";
    let level = match (lang, equal) {
        (Lang::En, true) => format!("as in {month} ({figure})"),
        (Lang::En, false) => format!("not to be told from {month} ({figure})"),
        (Lang::Zh, true) => format!("与{month}（{figure}）持平"),
        (Lang::Zh, false) => format!("与{month}（{figure}）难分高低"),
        (Lang::Ko, true) => format!("{month}({figure})과 같음"),
        (Lang::Ko, false) => format!("{month}({figure})과 구별할 수 없음"),
    };
    let side = match (low.rank, high.rank) {
        (Some(one), Some(other)) if other < one => high,
        (None, Some(_)) => high,
        _ => low,
    };
    let rank = rank_words(side.end, side.rank, window, lang);
    match lang {
        Lang::Zh => format!("{level}；{rank}"),
        Lang::En | Lang::Ko => format!("{level}; {rank}"),
    }
}
