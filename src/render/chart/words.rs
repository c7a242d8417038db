//! The words in a chart, in three languages.

use crate::render::Lang;
use crate::render::labels::{self, pick};
use crate::report::picture::{Event, Marked};
use crate::trade::{Flow, Sign};

/// `23 falls in a row`, `at least 7 rises in a row`; with its first month where that lies before
/// `first`, the first month drawn.
pub fn streak(marked: &Marked, first: crate::trade::Month, lang: Lang) -> String {
    let what = labels::word(
        if marked.way == Sign::Fall {
            "fall"
        } else {
            "rise"
        },
        lang,
    );
    let count = marked.months;
    let run = match (lang, marked.is_at_least()) {
        (Lang::En, false) => format!("{count} {what}s in a row"),
        (Lang::En, true) => format!("at least {count} {what}s in a row"),
        (Lang::Zh, false) => format!("连续{count}个月{what}"),
        (Lang::Zh, true) => format!("至少连续{count}个月{what}"),
        (Lang::Ko, false) => format!("{count}개월 연속 {what}"),
        (Lang::Ko, true) => format!("최소 {count}개월 연속 {what}"),
    };
    if marked.since >= first {
        return run;
    }
    let since = marked.since;
    match lang {
        Lang::En => format!("{run}, since {since}"),
        Lang::Zh => format!("{run}，自{since}起"),
        Lang::Ko => format!("{since}부터 {run}"),
    }
}

/// `UN 2371: coal, iron ore, …`: a measure and the first `most` goods that it is about.
pub fn event(event: &Event, most: usize, lang: Lang) -> String {
    let goods = event.goods.iter().take(most);
    let goods = goods.map(|name| labels::name(name, lang));
    let goods: Vec<String> = goods.map(|name| lower(name)).collect();
    let more = pick(lang, ", …", "等", " 등");
    let more = if event.goods.len() > most { more } else { "" };
    let label = &event.label;
    match lang {
        Lang::En => format!("{label}: {}{more}", goods.join(", ")),
        Lang::Zh => format!("{label}：{}{more}", goods.join("、")),
        Lang::Ko => format!("{label}: {}{more}", goods.join(", ")),
    }
}

/// A name inside a line: without its capital, unless it is an abbreviation.
fn lower(name: &str) -> String {
    let mut chars = name.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(name.chars().skip(1)).collect()
        }
        _ => name.to_owned(),
    }
}

/// `Imports, yoy`: what a panel of changes shows.
pub fn change_of(flow: Flow, lang: Lang) -> String {
    let flow = labels::flow(flow, lang);
    match lang {
        Lang::En => format!("{flow}, yoy"),
        Lang::Zh => format!("{flow}同比"),
        Lang::Ko => format!("{flow} 전년비"),
    }
}

/// What a cross means.
pub fn no_data(lang: Lang) -> &'static str {
    pick(lang, "no data", "无数据", "자료 없음")
}

/// Months of a range that are left out, for want of room.
pub fn does_not_fit(left_out: &str, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("Not drawn for want of room: {left_out}. `-o chart.svg` draws them all.")
        }
        Lang::Zh => format!("因宽度所限未画出：{left_out}。`-o chart.svg` 可画出全部。"),
        Lang::Ko => {
            format!("폭이 모자라 그리지 않은 기간: {left_out}. `-o chart.svg`로 모두 그립니다.")
        }
    }
}
