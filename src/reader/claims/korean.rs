//! Sentences of Korean agencies on the trade between China and North Korea.

use super::months::Year;
use super::pieces::{self, Units, Word, digits};
use super::statement::{Base, Reading};
use super::wire::{self, Before, Noun, Party, Piece};
use crate::trade::{Currency, NotUnderstood, Precision, Trend};

const UNITS: Units = Units {
    dollars: &["미국달러", "미 달러", "달러"],
    yuan: &["위안화", "위안"],
    about: &[("약", Precision::About), ("거의", Precision::Almost)],
};

fn words() -> Vec<Word> {
    let mut words: Vec<Word> = vec![
        ("중국", Piece::Party(Party::China)),
        ("북한", Piece::Party(Party::NorthKorea)),
        ("대북", Piece::Partner(Party::NorthKorea)),
        ("대북한", Piece::Partner(Party::NorthKorea)),
        ("대중", Piece::Partner(Party::China)),
        ("대중국", Piece::Partner(Party::China)),
        ("북중", Piece::Both),
        ("북·중", Piece::Both),
        ("북-중", Piece::Both),
        ("조중", Piece::Both),
    ];
    let of = |list: &[&'static str], piece: Piece| -> Vec<Word> {
        list.iter().map(|word| (*word, piece.clone())).collect()
    };
    words.extend(of(
        &["수입", "수입액", "수입 총액", "수입 규모"],
        Piece::Noun(Noun::Imports),
    ));
    words.extend(of(
        &["수출", "수출액", "수출 총액", "수출 규모"],
        Piece::Noun(Noun::Exports),
    ));
    words.extend(of(
        &[
            "교역",
            "교역액",
            "교역 규모",
            "교역 총액",
            "교역총액",
            "무역",
            "무역액",
            "무역 규모",
            "무역 총액",
            "무역총액",
            "교역량",
            "무역량",
        ],
        Piece::Noun(Noun::Trade),
    ));
    words.extend(of(
        &["무역수지 흑자", "무역 흑자", "무역흑자", "흑자"],
        Piece::Noun(Noun::Surplus),
    ));
    words.extend(of(
        &["무역수지 적자", "무역 적자", "무역적자", "적자"],
        Piece::Noun(Noun::Deficit),
    ));
    words.extend(of(
        &[
            "전월 대비",
            "전월보다",
            "전달보다",
            "전달 대비",
            "전월에 비해",
            "전달에 비해",
        ],
        Piece::Base(Base::Mom),
    ));
    words.extend(of(
        &["감소", "급감", "하락", "줄어", "줄", "떨어", "축소"],
        Piece::Trend(Trend::Fall),
    ));
    words.extend(of(
        &["증가", "급증", "상승", "늘어", "늘", "확대", "올라"],
        Piece::Trend(Trend::Rise),
    ));
    words.extend(of(
        &["위안화 기준", "위안화 기준으로", "위안 기준", "위안화로"],
        Piece::Terms(Currency::Cny),
    ));
    words.extend(of(
        &[
            "달러화 기준",
            "달러화 기준으로",
            "달러 기준",
            "달러 기준으로",
            "달러화로",
        ],
        Piece::Terms(Currency::Usd),
    ));
    words.extend(of(&[",", "，"], Piece::Comma));
    words.extend(of(
        &[
            "은",
            "는",
            "이",
            "가",
            "을",
            "를",
            "의",
            "로",
            "으로",
            "에",
            "와",
            "과",
            "도",
            "간",
            "했다",
            "했으며",
            "했고",
            "한",
            "하며",
            "하고",
            "하는",
            "해",
            "됐다",
            "된",
            "들었다",
            "든",
            "들며",
            "들고",
            "난",
            "났다",
            "나며",
            "나고",
            "었다",
            "었으며",
            "었고",
            "어든",
            "진",
            "졌다",
            "지며",
            "것으로",
            "나타났다",
            "집계됐다",
            "조사됐다",
            "파악됐다",
            "기록했다",
            "기록하며",
            "달했다",
            "이었다",
            "였다",
            "이며",
            "이고",
            ".",
            "모두",
            "총",
            "사이의",
            "양국",
            "크게",
            "소폭",
            "대폭",
            "다시",
            "또",
            "및",
            "중",
            "동안",
            "지난",
            "인",
            "연속",
            "어",
        ],
        Piece::Filler,
    ));
    words
}

/// Years, months, quarters, what a change is measured from, and months in a row.
fn time(text: &str) -> Option<(Piece, usize)> {
    if let Some(length) = year_earlier(text) {
        return Some((Piece::Base(Base::Yoy), length));
    }
    for (word, piece) in [
        ("올해", Piece::Year(Year::FromPublished(0))),
        ("지난해", Piece::Year(Year::FromPublished(-1))),
        ("작년", Piece::Year(Year::FromPublished(-1))),
        ("상반기", Piece::Months(1, 6)),
        ("하반기", Piece::Months(7, 12)),
        ("지난달", Piece::LastMonth),
    ] {
        if text.starts_with(word) {
            return Some((piece, word.len()));
        }
    }
    let (first, length) = digits(text)?;
    let rest = &text[length..];
    if let Some(after) = rest.strip_prefix('년') {
        // `1년 전보다` is a base, read above.
        return (1990..2100).contains(&first).then(|| {
            (
                Piece::Year(Year::Of(first as i32)),
                text.len() - after.len(),
            )
        });
    }
    if let Some(after) = rest.strip_prefix("분기") {
        return (1..=4).contains(&first).then(|| {
            (
                Piece::Months(first * 3 - 2, first * 3),
                text.len() - after.len(),
            )
        });
    }
    if let Some(after) = rest.strip_prefix("개월") {
        let after = after
            .trim_start()
            .strip_prefix("연속")
            .or_else(|| after.strip_prefix("째"))?;
        return Some((Piece::InARow(i128::from(first)), text.len() - after.len()));
    }
    if let Some(after) = rest.strip_prefix('월') {
        return (1..=12)
            .contains(&first)
            .then(|| (Piece::Months(first, first), text.len() - after.len()));
    }
    // `1~9월`, `1∼9월`.
    let after = ["~", "∼", "-", "∽", "～", "–"]
        .iter()
        .find_map(|sign| rest.strip_prefix(*sign))?;
    let (last, length) = digits(after)?;
    let end = after[length..].strip_prefix('월')?;
    (first < last && last <= 12).then(|| (Piece::Months(first, last), text.len() - end.len()))
}

/// `전년 동기 대비`, `지난해 같은 기간보다`, `1년 전보다`: the bytes it takes.
fn year_earlier(text: &str) -> Option<usize> {
    let heads = ["전년도", "전년", "지난해", "작년", "1년 전", "1년전"];
    let head = heads.iter().find(|head| text.starts_with(**head))?;
    let mut rest = text[head.len()..].trim_start();
    let sames = [
        "같은 기간",
        "같은기간",
        "같은 달",
        "같은달",
        "동기",
        "동월",
        "동 기간",
    ];
    let same = sames.iter().find(|same| rest.starts_with(**same));
    if let Some(same) = same {
        rest = rest[same.len()..].trim_start();
    }
    let ends = ["대비", "보다", "에 비해", "과 비교해", "에 비하면"];
    let end = ends.iter().find(|end| rest.starts_with(**end))?;
    // `지난해보다` is the year before only of a year: not sure.
    (same.is_some() || !matches!(*head, "지난해" | "작년")).then_some(())?;
    Some(text.len() - rest.len() + end.len())
}

/// Reads one sentence.
pub(super) fn read(sentence: &str, before: &mut Before) -> Reading {
    let has = |list: &[&str]| list.iter().any(|word| sentence.contains(word));
    let both = has(&["북중", "북·중", "북-중", "조중"]);
    let north_korea = both || has(&["북한", "대북"]);
    let china = both || has(&["중국", "대중"]);
    let is_of_trade = has(&["수입", "수출", "교역", "무역", "흑자", "적자"])
        && has(&["%", "％", "달러", "위안", "연속", "개월째", "배", "톤"])
        && ((north_korea && china) || before.known.is_some());
    if !is_of_trade {
        before.known = None;
        return Reading::Nothing;
    }
    if has(&[
        "한국의",
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
        before.known = None;
        return match north_korea && china {
            true => Reading::NotUnderstood(NotUnderstood::OtherTrade),
            false => Reading::Nothing,
        };
    }
    // After a sentence on the two, `수출 총액` may be that to all the world.
    if !north_korea && has(&["총액", "전체"]) && !has(&["양국"]) {
        before.known = None;
        return Reading::NotUnderstood(NotUnderstood::NoFlow);
    }
    let told = pieces::without_conversions(without_speaker(sentence));
    let pieces = pieces::cut(&told, &words(), &UNITS, time);
    wire::read(&pieces, before, false)
}

/// What a speaker and the occasion are made of. Another compiler or place is none of it.
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

/// The sentence without who said it: `중국 해관총서에 따르면 …`, `…고 13일 밝혔다`.
fn without_speaker(sentence: &str) -> &str {
    let mut told = sentence.trim();
    if let Some((head, rest)) = told.split_once("따르면")
        && pieces::consists_of(head, SPEAKERS, 0)
    {
        told = rest.trim_start_matches([',', '，', ' ']);
    }
    if let Some((head, rest)) = told.rsplit_once("고 ") {
        let says = ["밝혔다", "전했다", "보도했다", "말했다", "발표했다"];
        let is_said = says.iter().any(|verb| rest.contains(verb));
        if is_said && pieces::consists_of(rest, SPEAKERS, 0) {
            told = head;
        }
    }
    told
}
