//! The publisher of a figure as shown: in full, or only the office and the medium.

use crate::render::lang;
use crate::render::lang::publishers::PublishedBy;
use crate::render::options::Lang;
use crate::trade::{Publisher, outside_brackets};

/// The publisher in the language, with the copy that it was read in.
pub(super) fn in_full(text: &str, lang: Lang) -> String {
    // English is what the data are written in.
    if lang == Lang::En || !is_publisher(text) {
        return text.to_owned();
    }
    shown(text, true, lang).join(lang::marks(lang).semicolon)
}

/// The office and the medium, as a newsdesk prints them: `Reuters (GACC)` for `Reuters (GACC) via
/// Business Times`; of the address of a page,
/// whose it is or its host. A figure may rest on two.
pub(super) fn in_brief(text: &str, lang: Lang) -> Vec<String> {
    let page = ["https://", "http://"]
        .iter()
        .find_map(|scheme| text.strip_prefix(scheme));
    if let Some(page) = page {
        let host = page.split('/').next().unwrap_or(page);
        return vec![match Publisher::at_host(host) {
            Some(one) => named(one.en, lang),
            None => host.strip_prefix("www.").unwrap_or(host).to_owned(),
        }];
    }
    match is_publisher(text) {
        true => shown(text, false, lang),
        false => vec![text.to_owned()],
    }
}

fn shown(text: &str, with_copies: bool, lang: Lang) -> Vec<String> {
    let wording = lang::wording(lang);
    let one = |text: &str| {
        let mut name = parts(text, lang);
        if !with_copies {
            name.read_in.clear();
        }
        wording.published_by(&name)
    };
    let joined = |text: &str| {
        let names = outside_brackets(text, " and ").into_iter().map(one);
        let both = |one: String, other: String| wording.both_publishers(&one, &other);
        names.reduce(both).unwrap_or_default()
    };
    match text.strip_prefix("computed from ") {
        Some(from) => vec![wording.computed_from(&joined(from))],
        None => outside_brackets(text, "; ")
            .into_iter()
            .map(joined)
            .collect(),
    }
}

/// Whether a source is a publisher rather than a file.
fn is_publisher(text: &str) -> bool {
    const FILES: [&str; 16] = [
        ".csv", ".tsv", ".txt", ".json", ".ndjson", ".html", ".htm", ".mhtml", ".xlsx", ".xls",
        ".xml", ".gz", ".zst", ".zip", ".parquet", ".ods",
    ];
    let lower = text.to_ascii_lowercase();
    let is_file = FILES.iter().any(|end| lower.ends_with(end));
    let is_told = text.ends_with(')') || Publisher::at_start(text).is_some();
    let is_told = is_told || [" (", ") "].iter().all(|mark| text.contains(mark));
    !is_file && is_told
}

/// Words that join a publisher with what it quotes or where it was read.
const QUOTING: [&str; 2] = [" quoting ", " citing "];
const READ_IN: [&str; 6] = [
    " via ",
    " copy on ",
    " copy in ",
    ", copy on ",
    ", copy in ",
    " on ",
];

fn parts(text: &str, lang: Lang) -> PublishedBy {
    let mut name = PublishedBy::default();
    let mut rest = text;
    // `tistory copy of Yonhap`.
    if let Some((copy, of)) = rest.split_once(" copy of ") {
        name.read_in.push(named(copy, lang));
        rest = of;
    }
    // A name may hold brackets of its own.
    let known = Publisher::at_start(rest).map_or(0, |one| one.en.len());
    let end = next_mark(&rest[known..]).map_or(rest.len(), |at| known + at);
    name.who = named(&rest[..end], lang);
    rest = &rest[end..];
    while !rest.is_empty() {
        if let Some(inside) = rest.strip_prefix(" (") {
            let (inside, after) = inside.split_once(')').unwrap_or((inside, ""));
            let copy = inside
                .strip_prefix("copy in ")
                .or_else(|| inside.strip_prefix("copy on "));
            match copy {
                Some(copy) => name.read_in.push(named(copy, lang)),
                None => name.behind = Some(behind(inside, &mut name.read_in, lang)),
            }
            rest = after;
            continue;
        }
        let joined = |words: &[&str]| words.iter().find_map(|word| rest.strip_prefix(*word));
        let (quoted, read) = (joined(&QUOTING), joined(&READ_IN));
        let Some(body) = quoted.or(read) else {
            name.who += rest;
            break;
        };
        let end = next_mark(body).unwrap_or(body.len());
        let one = named(&body[..end], lang);
        match quoted {
            Some(_) => name.quoting = Some(one),
            None => name.read_in.push(one),
        }
        rest = &body[end..];
    }
    name
}

/// Where the name at the start of a text ends.
fn next_mark(text: &str) -> Option<usize> {
    let marks = QUOTING.iter().chain(&READ_IN).chain(&[" ("]);
    marks.filter_map(|mark| text.find(mark)).min()
}

/// The names in brackets: `GACC, Huang Songping`, `Reuters via VnExpress`.
fn behind(inside: &str, read_in: &mut Vec<String>, lang: Lang) -> String {
    let inside = match inside.split_once(" via ") {
        Some((who, copy))
            if Publisher::at_start(inside).is_none_or(|one| one.en.len() <= who.len()) =>
        {
            read_in.push(named(copy, lang));
            who
        }
        _ => inside,
    };
    let names: Vec<String> = inside
        .split(", ")
        .flat_map(|one| one.split("; "))
        .map(|one| named(one, lang))
        .collect();
    names.join(lang::wording(lang).names_together())
}

/// A text with every known name in the language.
fn named(text: &str, lang: Lang) -> String {
    let name = |one: &Publisher| match lang {
        Lang::En => one.en,
        Lang::Zh => one.zh,
        Lang::Ko => one.ko,
    };
    if lang == Lang::En {
        return text.to_owned();
    }
    let wording = lang::wording(lang);
    if let Some((one, other)) = text.split_once(" and ") {
        return wording.both_publishers(&named(one, lang), &named(other, lang));
    }
    let mut out = String::new();
    let mut rest = text;
    let mut at_word_start = true;
    while let Some(sign) = rest.chars().next() {
        if at_word_start && let Some(one) = Publisher::at_start(rest) {
            // Chinese puts no blank between its words.
            if lang == Lang::Zh && out.ends_with(' ') {
                out.pop();
            }
            out += name(one);
            rest = &rest[one.en.len()..];
            at_word_start = false;
            continue;
        }
        out.push(sign);
        rest = &rest[sign.len_utf8()..];
        at_word_start = !sign.is_alphanumeric();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn publishers_have_their_names_in_three_languages() {
        for (text, brief, zh, ko) in [
            (
                "Reuters (GACC) via Business Times",
                "Reuters (GACC)",
                "路透社（海关总署），转自商业时报（新加坡）",
                "로이터통신(중국 해관총서, 비즈니스타임스 전재)",
            ),
            (
                "Sankei (GACC table) copy on 5ch",
                "Sankei (GACC table)",
                "产经新闻（海关总署统计表），转自5ch",
                "산케이신문(중국 해관총서 통계표, 5ch 전재)",
            ),
            (
                "GACC spokesman Huang Songping (Reuters via VnExpress)",
                "GACC spokesman Huang Songping (Reuters)",
                "海关总署新闻发言人黄颂平（路透社），转自VnExpress",
                "중국 해관총서 대변인 황쑹핑(로이터통신, VnExpress 전재)",
            ),
            (
                "Yonhap via Hankyung quoting VOA (ITC, GACC data)",
                "Yonhap quoting VOA (ITC, GACC data)",
                "韩联社援引美国之音（国际贸易中心、海关总署数据），转自韩国经济新闻",
                "연합뉴스(미국의소리(VOA) 인용, 국제무역센터(ITC), 중국 해관총서 자료, 한국경제 전재)",
            ),
            (
                "GACC, monthly table (2) in yuan (copy in GitHub Ex-Caliburn/funny)",
                "GACC, monthly table (2) in yuan",
                "海关总署国别（地区）总值表（2），人民币，转自GitHub Ex-Caliburn/funny",
                "중국 해관총서 국가별 총액표(2), 위안(GitHub Ex-Caliburn/funny 전재)",
            ),
            (
                "computed from the yuan table (GACC) and NK News (GACC)",
                "computed from the yuan table (GACC) and NK News (GACC)",
                "据人民币表（海关总署）和NK新闻（海关总署）计算",
                "위안화 표(중국 해관총서)·NK뉴스(중국 해관총서)에서 계산",
            ),
            (
                "GACC spokesman (Reuters); Sankei (GACC table)",
                "GACC spokesman (Reuters) | Sankei (GACC table)",
                "海关总署新闻发言人（路透社）；产经新闻（海关总署统计表）",
                "중국 해관총서 대변인(로이터통신); 산케이신문(중국 해관총서 통계표)",
            ),
            (
                "https://www.voakorea.com/archive/1",
                "VOA Korean",
                "https://www.voakorea.com/archive/1",
                "https://www.voakorea.com/archive/1",
            ),
            (
                "out/Reuters (1).csv",
                "out/Reuters (1).csv",
                "out/Reuters (1).csv",
                "out/Reuters (1).csv",
            ),
        ] {
            assert_eq!(in_brief(text, Lang::En).join(" | "), brief);
            assert_eq!(in_full(text, Lang::Zh), zh);
            assert_eq!(in_full(text, Lang::Ko), ko);
            assert_eq!(in_full(text, Lang::En), text);
        }
    }
}
