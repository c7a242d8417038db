//! Recognises notes that only tell what happened, or what is left out of the trade of others.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::words::Dimension;
use crate::trade::Partner;

const LEFT_OUT: [&str; 14] = [
    "exclu",
    "only",
    "without",
    "not includ",
    "omit",
    "except",
    "less ",
    "不含",
    "不包括",
    "剔除",
    "除外",
    "제외",
    "미포함",
    "빼고",
];

/// Whether a note tells of a ban or of sanctions as of an event, and not of what the figures are: `Coal was
/// banned from February 2017`, `Sanctions (UNSCR 2371) took full effect on 5 September 2017`.
pub(super) fn is_of_ban(plain: &str, meaning: &TextMeaning) -> bool {
    const BANS: [&str; 12] = [
        " ban ",
        "banned",
        "bans ",
        "embargo",
        "prohibited",
        "sanctions",
        "禁止",
        "禁运",
        "禁令",
        "制裁",
        "금지",
        "제재",
    ];
    // Without a verb, `goods banned by the UN` says what the figures are.
    const VERBS: [&str; 16] = [
        "was ",
        "were ",
        "has been ",
        "have been ",
        "took ",
        "takes ",
        "came ",
        "entered ",
        "adopted",
        "imposed",
        "起",
        "生效",
        "实施",
        "발효",
        "시행",
        "됐다",
    ];
    let has = |words: &[&str]| words.iter().any(|word| plain.contains(word));
    let is_dated = !meaning.years.is_empty() || !meaning.numbers.is_empty();
    let is_event = has(&VERBS) || is_dated && !plain.is_ascii();
    has(&BANS) && is_event && !has(&LEFT_OUT)
}

/// Whether a note says that the trade of places is left out of which none is asked for: `Hong Kong is not
/// included`. Trade through a place, or all goods but some, would be part of what is asked for.
pub(super) fn is_of_others_left_out(
    plain: &str,
    meaning: &TextMeaning,
    wants: &dyn Fn(u16) -> bool,
) -> bool {
    const SAYS: [&str; 10] = [
        "exclu",
        "not includ",
        "not cover",
        "不含",
        "不包括",
        "不包含",
        "제외",
        "미포함",
        "포함하지",
        "불포함",
    ];
    const THROUGH: [&str; 8] = [
        "via ", "through", "by way", "only", "经", "转口", "경유", "통한",
    ];
    /// Customs territories of China that report their own trade.
    const OWN_CUSTOMS: [&str; 3] = ["110", "121", "143"];
    let has = |words: &[&str]| words.iter().any(|word| plain.contains(word));
    let has_own_customs = |place: u16| {
        Partner::at(place).is_some_and(|partner| OWN_CUSTOMS.contains(&&*partner.code))
    };
    let places = &meaning.partners;
    has(&SAYS)
        && !has(&THROUGH)
        && !places.is_empty()
        && places
            .iter()
            .all(|place| has_own_customs(*place) && !wants(*place))
        && meaning
            .names
            .iter()
            .all(|(dimension, _)| *dimension == Dimension::Segment)
        && meaning.unit.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ban_is_an_event_where_a_verb_or_a_date_says_so() {
        let is_event = |text: &str| is_of_ban(&text.to_lowercase(), &TextMeaning::of(text));
        for text in [
            "Coal was banned from February 2017.",
            "September is the last month before the textile ban took effect.",
            "* Sanctions (UNSCR 2371) took full effect on 5 September 2017",
            "Seafood, iron ore and lead were banned in August 2017.",
            "2017年2月起禁止进口煤炭",
            "안보리 제재로 2017년 8월부터 수산물 수입 금지",
        ] {
            assert!(is_event(text), "{text}");
        }
        for text in [
            "Goods banned under UNSCR 2371",
            "Only coal was banned",
            "Excludes coal, which was banned in 2017",
            "Coal and seafood",
            "禁止进口的煤炭",
        ] {
            assert!(!is_event(text), "{text}");
        }
    }

    #[test]
    fn what_is_left_out_of_the_trade_of_others_changes_nothing() {
        let north_korea = Partner::by_code("109");
        let wants = |place: u16| Some(place) == north_korea;
        let is_harmless = |text: &str| {
            let plain = text.to_lowercase();
            is_of_others_left_out(&plain, &TextMeaning::of(text), &wants)
        };
        for text in [
            "Hong Kong is not included.",
            "Excluding Hong Kong, Macao and Taiwan",
            "不含香港、澳门和台湾",
            "홍콩, 마카오 제외",
        ] {
            assert!(is_harmless(text), "{text}");
        }
        for text in [
            "Excluding trade via Hong Kong",
            "Includes Hong Kong",
            "Hong Kong only",
            "Excluding North Korea",
            "Excluding coal from Hong Kong",
            "Excluding crude oil",
        ] {
            assert!(!is_harmless(text), "{text}");
        }
    }
}
