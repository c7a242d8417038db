//! The vocabulary of Korean news agencies.

use crate::reader::claims::party::Party;
use crate::reader::claims::pieces::{AmountWords, KnownWord};
use crate::reader::claims::statement::Base;
use crate::reader::claims::wire_words::{Noun, RecordScope, WirePiece};
use crate::trade::{Currency, Precision, Superlative, Trend};

/// The words used in amounts.
pub(super) const UNITS: AmountWords = AmountWords {
    dollars: &["미국달러", "미 달러", "달러"],
    yuan: &["위안화", "위안"],
    tonnes: &["톤", "t"],
    about: &[
        ("약", Precision::About),
        ("거의", Precision::Almost),
        ("최소", Precision::AtLeast),
        ("적어도", Precision::AtLeast),
        ("최대", Precision::AtMost),
    ],
    limits: &[
        ("넘게", Precision::MoreThan),
        ("넘는", Precision::MoreThan),
        ("초과", Precision::MoreThan),
        ("이상", Precision::AtLeast),
        ("이하", Precision::AtMost),
        ("미만", Precision::LessThan),
        ("가까이", Precision::Almost),
        ("가까운", Precision::Almost),
        ("가량", Precision::About),
        ("정도", Precision::About),
        ("안팎", Precision::About),
        ("남짓", Precision::JustOver),
    ],
};

/// The words with their meanings.
pub(super) fn words() -> Vec<KnownWord> {
    let mut words: Vec<KnownWord> = vec![
        ("중국", WirePiece::Party(Party::China)),
        ("북한", WirePiece::Party(Party::NorthKorea)),
        ("대북", WirePiece::Partner(Party::NorthKorea)),
        ("대북한", WirePiece::Partner(Party::NorthKorea)),
        ("북한산", WirePiece::Partner(Party::NorthKorea)),
        ("대중", WirePiece::Partner(Party::China)),
        ("대중국", WirePiece::Partner(Party::China)),
        ("북중", WirePiece::NorthKoreaAndChina),
        ("북·중", WirePiece::NorthKoreaAndChina),
        ("북-중", WirePiece::NorthKoreaAndChina),
        ("조중", WirePiece::NorthKoreaAndChina),
    ];
    let of = |list: &[&'static str], piece: WirePiece| -> Vec<KnownWord> {
        list.iter().map(|word| (*word, piece.clone())).collect()
    };
    words.extend(of(
        &["수입", "수입액", "수입 총액", "수입 규모"],
        WirePiece::Noun(Noun::Imports),
    ));
    words.extend(of(
        &["수출", "수출액", "수출 총액", "수출 규모"],
        WirePiece::Noun(Noun::Exports),
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
        WirePiece::Noun(Noun::Trade),
    ));
    words.extend(of(
        &["무역수지 흑자", "무역 흑자", "무역흑자", "흑자"],
        WirePiece::Noun(Noun::Surplus),
    ));
    words.extend(of(
        &["무역수지 적자", "무역 적자", "무역적자", "적자"],
        WirePiece::Noun(Noun::Deficit),
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
        WirePiece::Base(Base::Mom),
    ));
    words.extend(of(
        &[
            "감소",
            "급감",
            "하락",
            "줄어",
            "줄",
            "떨어",
            "축소",
            "감소세",
        ],
        WirePiece::Trend(Trend::Fall),
    ));
    words.extend(of(
        &[
            "증가",
            "급증",
            "상승",
            "늘어",
            "늘",
            "확대",
            "올라",
            "증가세",
        ],
        WirePiece::Trend(Trend::Rise),
    ));
    words.extend(of(
        &["위안화 기준", "위안화 기준으로", "위안 기준", "위안화로"],
        WirePiece::Terms(Currency::Cny),
    ));
    words.extend(of(
        &[
            "달러화 기준",
            "달러화 기준으로",
            "달러 기준",
            "달러 기준으로",
            "달러화로",
        ],
        WirePiece::Terms(Currency::Usd),
    ));
    words.extend(of(
        &[
            "감소로 전환",
            "감소세로 전환",
            "감소로 돌아섰다",
            "감소세로 돌아섰다",
        ],
        WirePiece::Turned(Trend::Fall),
    ));
    words.extend(of(
        &[
            "증가로 전환",
            "증가세로 전환",
            "증가로 돌아섰다",
            "증가세로 돌아섰다",
        ],
        WirePiece::Turned(Trend::Rise),
    ));
    words.extend(of(&["보합", "같음"], WirePiece::Steady));
    words.extend(of(&["무역수지"], WirePiece::Noun(Noun::Balance)));
    words.extend(of(&["누계"], WirePiece::Cumulative));
    for (ends, end) in [
        (["최저", "최저치", "최소"], Superlative::Lowest),
        (["최고", "최고치", "최대"], Superlative::Highest),
    ] {
        words.extend(of(&ends, WirePiece::End(end, RecordScope::Since)));
    }
    for (word, end) in [
        ("통계가 있는 달 중 최저", Superlative::Lowest),
        ("통계가 있는 달 중 최고", Superlative::Highest),
    ] {
        words.push((word, WirePiece::End(end, RecordScope::AllSince)));
    }
    for (word, end) in [
        ("역대 최저", Superlative::Lowest),
        ("사상 최저", Superlative::Lowest),
        ("역대 최고", Superlative::Highest),
        ("사상 최고", Superlative::Highest),
        ("역대 최대", Superlative::Highest),
        ("사상 최대", Superlative::Highest),
    ] {
        words.push((word, WirePiece::End(end, RecordScope::All)));
    }
    for (names, codes) in [
        (&["석탄", "무연탄"][..], &["2701"][..]),
        (&["철광석"], &["2601"]),
        (&["쌀"], &["1006"]),
        (&["옥수수"], &["1005"]),
        (&["수산물"], &["03"]),
    ] {
        words.extend(of(names, WirePiece::Goods(codes)));
    }
    words.extend(of(&["량", "물량"], WirePiece::Volume));
    words.extend(of(&[",", "，"], WirePiece::Comma));
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
            "그쳤다",
            "그친",
            "불과했다",
            "고",
            "이어갔다",
            "보였다",
            "나타냈다",
        ],
        WirePiece::Filler,
    ));
    words
}
