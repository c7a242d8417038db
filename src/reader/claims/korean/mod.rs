//! Reads sentences of Korean news agencies on the trade between China and North Korea.

mod multiples;
mod time;
mod words;

use crate::reader::claims::months::MonthsBefore;
use crate::reader::claims::pieces;
use crate::reader::claims::statement::SentenceReading;
use crate::reader::claims::text_context::TextContext;
use crate::reader::claims::wire;
use crate::reader::claims::wire_words::WirePiece;
use crate::trade::NotUnderstood;
use time::time;
use words::{UNITS, words};

/// What briefs say between the total and its year to date; the trade stays the one named before.
const OWN_ASIDES: &[&str] = &["내역은 알 수 없음"];

/// Reads a sentence.
pub(in crate::reader::claims) fn read(
    sentence: &str,
    context: &mut TextContext,
) -> SentenceReading {
    // The name of a broadcaster is no country traded with.
    let sentence = &*pieces::without_calculators(sentence, " 계산");
    let has = |list: &[&str]| list.iter().any(|word| sentence.contains(word));
    let is_side_open = std::mem::take(&mut context.is_side_open);
    let both = has(&["북중", "북·중", "북-중", "조중"]);
    let north_korea = both || has(&["북한", "대북"]);
    let china = both || has(&["중국", "대중"]);
    let is_of_trade = has(&["수입", "수출", "교역", "무역", "흑자", "적자"])
        && has(&[
            "%",
            "％",
            "달러",
            "위안",
            "연속",
            "개월째",
            "배",
            "갑절",
            "곱절",
            "분의",
            "절반",
            "반토막",
            "톤",
            "t으로",
            "t을",
            "t이",
            "전환",
            "돌아섰",
            "최저",
            "최고",
            "만에",
            "처음",
        ])
        && ((north_korea && china) || context.known.is_some() || is_side_open);
    if has(OWN_ASIDES) {
        return SentenceReading::Nothing;
    }
    // Contributions in percentage points, and statements that there are none, are not trade
    // figures.
    if !is_of_trade || has(&["통계 없음"]) || (has(&["%p"]) && has(&["기여도"])) {
        (context.known, context.months) = (None, MonthsBefore::default());
        return SentenceReading::Nothing;
    }
    if has(&[
        "한국",
        "한중",
        "한·중",
        "한-중",
        "미중",
        "미·중",
        "북러",
        "북·러",
        "우리나라",
        "남한",
        "일본",
        "러시아",
        "미국의",
        "인도",
        "베트남",
        "대만",
        "전 세계",
        "세계",
        "유럽",
        "남북",
    ]) {
        (context.known, context.months) = (None, MonthsBefore::default());
        return match north_korea && china {
            true => SentenceReading::NotUnderstood(NotUnderstood::OtherTrade),
            false => SentenceReading::Nothing,
        };
    }
    // Even after a sentence on the two countries, `수출 총액` may mean exports to the whole world.
    if !north_korea && has(&["총액", "전체"]) && !has(&["양국"]) {
        (context.known, context.months) = (None, MonthsBefore::default());
        return SentenceReading::NotUnderstood(NotUnderstood::NoFlow);
    }
    let rest = pieces::without_conversions(without_speaker(sentence));
    let rest = with_base_behind(without_brackets(&rest));
    let mut words = words();
    words.push((BASE_LEVEL, WirePiece::BaseLevel));
    let pieces = pieces::cut(&rest, &words, &UNITS, time);
    let reading = wire::read(&pieces, context, false);
    context.is_side_open |= is_side_open && matches!(reading, SentenceReading::NotUnderstood(_));
    reading
}

/// Turns text in brackets after a change into text after a comma, and drops meaningless brackets.
fn without_brackets(text: &str) -> String {
    let mut plain = text.replace("(반올림으로 증감을 알 수 없음)", "");
    plain = plain
        .replace("(해관 공표 증감률", "(공표 증감률")
        .replace("(공표 증감률, ", "(")
        .replace("(공표 증감률)", "");
    // `수출은 3,980만 달러(전년 동월 25만 3천 달러)`.
    for base in ["(전년 동월 ", "(전년 동기 "] {
        while let Some(open) = plain.find(base) {
            if !plain[..open].ends_with(['러', '안']) {
                break;
            }
            let Some(length) = plain[open..].find(')') else {
                return plain;
            };
            let amount = &plain[open + base.len()..open + length];
            let level = format!(", 전년 동월 대비 {BASE_LEVEL}{amount}");
            plain.replace_range(open..=open + length, &level);
        }
    }
    for end in ["연속 감소)", "연속 증가)", "감소로 전환)", "증가로 전환)"] {
        while let Some(at) = plain.find(end) {
            let close = at + end.len() - 1;
            let Some(open) = plain[..at].rfind('(').filter(|open| at - open < 40) else {
                return plain;
            };
            plain.replace_range(close..=close, "");
            plain.replace_range(open..=open, ", ");
        }
    }
    plain
}

/// Puts an amount in brackets, `전달(2천181만 달러)보다`, after the base that it belongs to.
fn with_base_behind(text: String) -> String {
    let Some((before, bracket)) = text.split_once('(') else {
        return text;
    };
    let Some((inside, after)) = bracket.split_once(')') else {
        return text;
    };
    let is_base = [
        "전월",
        "전달",
        "전년",
        "동월",
        "동기",
        "같은 달",
        "같은 기간",
    ]
    .iter()
    .any(|base| before.ends_with(base));
    let tail = ["보다", "에 비해", " 대비", "대비"]
        .iter()
        .find(|tail| after.starts_with(**tail));
    let is_amount = inside.ends_with("달러") || inside.ends_with("위안");
    match tail {
        Some(tail) if is_base && is_amount => {
            let after = &after[tail.len()..];
            format!(
                "{before}{tail} {BASE_LEVEL}{inside}{}",
                with_base_behind(after.to_owned())
            )
        }
        _ => {
            let after = with_base_behind(after.to_owned());
            format!("{before}({inside}){after}")
        }
    }
}

/// Marks the amount that follows as that of the base.
const BASE_LEVEL: &str = "⟨기준⟩";

/// Words that make up speakers and occasions. Other compilers and places are excluded.
const SPEAKERS: &[&str] = &[
    "중국",
    "해관총서",
    "해관",
    "세관",
    "총서",
    "당국",
    "정부",
    "대변인",
    "통계",
    "자료",
    "무역",
    "집계",
    "발표",
    "공개",
    "최근",
    "홈페이지",
    "웹사이트",
    "연합뉴스",
    "로이터",
    "통신",
    "에",
    "이",
    "가",
    "은",
    "는",
    "의",
    "를",
    "을",
    "등",
    "한",
    "된",
    "현지시간",
    "현지",
    "시간",
    "날",
    "오늘",
    "브리핑",
    "에서",
    "밝혔다",
    "전했다",
    "보도했다",
    "말했다",
    "발표했다",
    "(",
    ")",
    ".",
    " ",
];

/// Strips place, agency and reporter: `(서울=연합뉴스) 홍길동 기자 = `.
fn without_dateline(sentence: &str) -> &str {
    let Some(bracket) = sentence.strip_prefix('(') else {
        return sentence;
    };
    let Some((place, rest)) = bracket.split_once(')') else {
        return sentence;
    };
    let is_place = place.contains('=') && place.chars().count() < 16;
    let (name, rest) = match rest.split_once('=') {
        Some((name, rest)) if name.trim_end().ends_with(['자', '원']) => (name, rest),
        _ => ("", rest),
    };
    let is_plain = !name.contains(|sign: char| sign.is_ascii_digit()) && name.chars().count() < 24;
    match is_place && is_plain {
        true => rest.trim_start(),
        false => sentence,
    }
}

/// Strips the speaker: `중국 해관총서에 따르면 …`, `…고 13일 밝혔다`.
fn without_speaker(sentence: &str) -> &str {
    let mut spoken = without_dateline(sentence.trim());
    if let Some((head, rest)) = spoken.split_once("따르면")
        && pieces::consists_of(head, SPEAKERS, 0)
    {
        spoken = rest.trim_start_matches([',', '，', ' ']);
    }
    if let Some((head, rest)) = spoken.rsplit_once("고 ") {
        let says = ["밝혔다", "전했다", "보도했다", "말했다", "발표했다"];
        let is_said = says.iter().any(|verb| rest.contains(verb));
        if is_said && pieces::consists_of(rest, SPEAKERS, 0) {
            spoken = head;
        }
    }
    spoken
}
