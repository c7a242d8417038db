//! The words in a chart, in three languages.

use crate::render::labels::{self, pick};
use crate::render::{Lang, figures, lang};
use crate::report::picture::{Event, Marked, Picture};
use crate::trade::{Flow, Month, Period, Ratio, Sign};

/// `23 falls in a row`, `at least 7 rises in a row`; with its first month where that lies before
/// `first`, the first month drawn.
pub fn streak(marked: &Marked, first: Month, lang: Lang) -> String {
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
    let since = lang::period(Period::month(marked.since), lang);
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
    let goods: Vec<String> = goods.map(crate::trade::without_capital).collect();
    let more = pick(lang, ", …", "等", " 등");
    let more = if event.goods.len() > most { more } else { "" };
    let label = &event.label;
    match lang {
        Lang::En => format!("{label}: {}{more}", goods.join(", ")),
        Lang::Zh => format!("{label}：{}{more}", goods.join("、")),
        Lang::Ko => format!("{label}: {}{more}", goods.join(", ")),
    }
}

/// `Imports, y/y`: what a panel of changes shows.
pub fn change_of(flow: Flow, lang: Lang) -> String {
    let flow = labels::flow(flow, lang);
    match lang {
        Lang::En => format!("{flow}, y/y"),
        Lang::Zh => format!("{flow}同比"),
        Lang::Ko => format!("{flow} 증감률"),
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

/// What stands above and what below: `Value, USD million; below, change from a year earlier, %`.
pub fn what_is_drawn(unit: &str, has_changes: bool, lang: Lang) -> String {
    let value = match lang {
        Lang::En => format!("In {unit}"),
        Lang::Zh => format!("单位：{unit}"),
        Lang::Ko => format!("단위: {unit}"),
    };
    if !has_changes {
        return value;
    }
    let changes = pick(
        lang,
        "; below, change from a year earlier in percent",
        "；下图为同比变化（%）",
        "; 아래는 전년 동월 대비 증감률(%)",
    );
    value + changes
}

/// What the signs of a picture mean, those that it has.
pub fn legend(picture: &Picture, lang: Lang) -> Vec<String> {
    let levels = || picture.levels.iter().flat_map(|level| &level.points);
    let bars = || picture.changes.iter().flat_map(|panel| &panel.bars);
    let has_hole = levels().any(|point| point.value.is_err());
    let has_gap = bars().any(|bar| bar.percent.is_err());
    let mut said = Vec::new();
    if has_hole {
        said.push(pick(
            lang,
            "× and a gap: no figure for the month.",
            "×及断线：该月无数据。",
            "×와 끊긴 선: 해당 월 자료 없음.",
        ));
    }
    if has_gap {
        said.push(pick(
            lang,
            "A dot in place of a bar: no change can be computed.",
            "圆点代替柱：无法计算同比。",
            "막대 대신 점: 증감률을 계산할 수 없음.",
        ));
    }
    if levels().any(|point| point.is_derived()) {
        said.push(pick(
            lang,
            "A ring: worked out from other published figures, not printed itself.",
            "空心点：由其他公布数据推算，并非直接公布。",
            "빈 원: 직접 공표되지 않고 다른 공표치에서 계산한 값.",
        ));
    }
    if bars().any(|bar| bar.is_as_published) {
        said.push(pick(
            lang,
            "A bar in outline: the change as published.",
            "空心柱：公布的同比。",
            "테두리 막대: 공표된 증감률.",
        ));
    }
    if said.is_empty() {
        return Vec::new();
    }
    vec![said.join(pick(lang, " ", "", " "))]
}

/// `highest 295.3 in 2016-12, lowest 1.6 in 2020-12, last 1.6`: a line of figures in words, for
/// those who hear the picture.
pub fn in_words(
    flow: Flow,
    highest: &(String, Month),
    lowest: &(String, Month),
    last: &(String, Month),
    lang: Lang,
) -> String {
    let flow = labels::flow(flow, lang);
    let at = |month: &Month| lang::period(Period::month(*month), lang);
    let ((high, at_high), (low, at_low), (end, at_end)) = (highest, lowest, last);
    let (at_high, at_low, at_end) = (at(at_high), at(at_low), at(at_end));
    match lang {
        Lang::En => format!(
            "{flow}: highest {high} in {at_high}, lowest {low} in {at_low}; {end} in {at_end}."
        ),
        Lang::Zh => {
            format!("{flow}：最高{high}（{at_high}），最低{low}（{at_low}）；{at_end}为{end}。")
        }
        Lang::Ko => {
            format!("{flow}: 최고 {high}({at_high}), 최저 {low}({at_low}); {at_end} {end}.")
        }
    }
}

/// `−37.9 %`.
pub fn percent(ratio: Ratio) -> String {
    format!("{} %", figures::percent(ratio))
}

/// `weakest −1.0 % in 2017-08`.
pub fn weakest(percent: &str, period: &str, lang: Lang) -> String {
    format!(
        "{} {}",
        labels::flag(lang),
        labels::percent_in(percent, period, lang)
    )
}
