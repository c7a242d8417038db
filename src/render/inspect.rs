//! The calendar of what the data cover, and the words of `inspect`.

use super::{Lang, lists, title};
use crate::render::labels;
use crate::render::text_table::{CellText, TextColumn, TextTable};
use crate::report::{Cell, Column, Head, Heading, Report};
use crate::trade::{Flow, Month};
use std::collections::BTreeMap;

/// One line a year, one column a month, one sign a flow, from the columns that hold month, flow
/// and state. A month that is not asked for stays blank.
pub(super) fn calendar(report: &Report, names: [Column; 3], lang: Lang) -> TextTable {
    let mut signs: BTreeMap<Month, String> = BTreeMap::new();
    let mut flows: Vec<Flow> = Vec::new();
    let mut states: Vec<&'static str> = Vec::new();
    for row in &report.rows {
        let [Cell::Month(month), Cell::Flow(flow), Cell::Word(state)] =
            names.map(|name| row.cell(name))
        else {
            continue;
        };
        if !flows.contains(flow) {
            flows.push(*flow);
        }
        if !states.contains(state) {
            states.push(state);
        }
        signs.entry(*month).or_default().push(sign(*flow, state));
    }
    let mut years: Vec<i32> = signs.keys().map(|month| month.year()).collect();
    years.dedup();
    let plain = |text: String| CellText {
        text,
        ..CellText::default()
    };
    let column = |head: String, texts: Vec<CellText>| TextColumn {
        head,
        figures: false,
        names_row: false,
        texts,
    };
    let lines = years.iter().map(|year| plain(format!("{year:04}")));
    let mut columns = vec![column(year(lang).to_owned(), lines.collect())];
    for number in 1..=12 {
        let of = |year: &i32| {
            let month = Month::new(*year, number);
            let text = month.and_then(|month| signs.get(&month).cloned());
            plain(text.unwrap_or_default())
        };
        let texts = years.iter().map(of).collect();
        columns.push(column(format!("{number:02}"), texts));
    }
    TextTable {
        title: title::title(&report.heading, title::MoneyWords::WholeUnits, lang),
        columns,
        legend: Some(legend(&flows, &states, lang)),
    }
}

fn sign(flow: Flow, state: &str) -> char {
    match (state, flow) {
        ("present", Flow::Import) => 'I',
        ("present", Flow::Export) => 'E',
        ("present", _) => 'T',
        ("zero", _) => '0',
        ("combined", _) => 'c',
        ("cumulative", _) => 'y',
        _ => '.',
    }
}

/// What the signs stand for, of those that are there.
fn legend(flows: &[Flow], states: &[&str], lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    if states.contains(&"present") {
        let flow = |flow: &Flow| {
            let name = labels::flow_in_note(*flow, lang);
            format!("{} {name}", sign(*flow, "present"))
        };
        parts.extend(flows.iter().map(flow));
    }
    for state in ["zero", "missing", "combined", "cumulative"] {
        if states.contains(&state) {
            let said = match (state, lang) {
                ("zero", Lang::En) => "no trade",
                ("zero", Lang::Zh) => "无贸易",
                ("zero", Lang::Ko) => "교역 없음",
                ("combined", Lang::En) => "only January and February together",
                ("combined", Lang::Zh) => "仅有1至2月合计",
                ("combined", Lang::Ko) => "1~2월 합계만 있음",
                ("cumulative", Lang::En) => "only inside a year to date",
                ("cumulative", Lang::Zh) => "仅有累计数",
                ("cumulative", Lang::Ko) => "누계에만 포함",
                (_, Lang::En) => "missing",
                (_, Lang::Zh) => "缺",
                (_, Lang::Ko) => "없음",
            };
            parts.push(format!("{} {said}", sign(Flow::Total, state)));
        }
    }
    parts.join(if lang == Lang::Zh { "，" } else { ", " })
}

/// The words of findings; a word that is not on the list stands as it is.
pub(super) fn word(word: &'static str, lang: Lang) -> &'static str {
    let [en, zh, ko] = match word {
        "gap" => ["missing", "缺", "없음"],
        "cut" => ["probably cut off", "可能被截断", "잘린 듯함"],
        "dropped" => ["rows dropped", "行已舍弃", "행 제외"],
        "unit_break" => ["unit break", "单位突变", "단위 단절"],
        "flows_total" => [
            "imports + exports ≠ total",
            "进口+出口≠进出口",
            "수입+수출≠교역액",
        ],
        "details_total" => ["details ≠ published", "明细≠公布", "세부≠공표"],
        "depths_differ" => ["two depths differ", "两种细度不同", "두 세분 수준 불일치"],
        "ytd_sum" => ["year to date ≠ its months", "累计≠各月之和", "누계≠월별 합"],
        "ytd_step" => [
            "year to date ≠ last + month",
            "累计≠上期累计+当月",
            "누계≠전월 누계+당월",
        ],
        "revision" => ["revised", "修订", "수정"],
        "repeated" => ["in several files", "多个文件重复", "여러 파일에 중복"],
        "currency_gap" => ["currencies apart", "币种数据不符", "통화 간 불일치"],
        "copied" => ["copies in one file", "文件内重复行", "파일 내 중복 행"],
        "joined" => ["rows added up", "同键相加", "행 합산"],
        other => return lists::word(other, lang).unwrap_or(word),
    };
    labels::pick(lang, en, zh, ko)
}

/// What stands where a part has no rows.
pub(super) fn none(lang: Lang) -> &'static str {
    labels::pick(lang, "none", "无", "없음")
}

/// The heading of a part of a report.
pub(super) fn part(heading: &Heading, lang: Lang) -> String {
    let text = labels::subject(heading.subject, lang);
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}

/// A head as the word before what it is the head of.
pub(super) fn label(head: Head, lang: Lang) -> String {
    labels::head(head, lang).to_lowercase()
}

/// The head of a column of years.
pub(super) fn year(lang: Lang) -> &'static str {
    labels::pick(lang, "Year", "年", "연도")
}

/// What stands between the things in a cell that lists several.
pub(super) fn and_so_on(lang: Lang) -> &'static str {
    labels::pick(lang, "; ", "；", "; ")
}
