//! Recognises the offices of other countries than China, who tell the trade of their own.

use crate::reader::accounting::meaning::{TextMeaning, is_china};
use crate::reader::accounting::others::names_chinas_customs;

/// Offices and publications by their own names, whose figures are those of one country or union.
const OFFICES: [&str; 30] = [
    "korea customs service",
    "korean customs service",
    "korea customs",
    "한국 관세청",
    "한국관세청",
    "대한민국 관세청",
    "韩国海关",
    "韩国关税厅",
    "japan customs",
    "日本海关",
    "日本税関",
    "財務省貿易統計",
    "财务省贸易统计",
    "eurostat",
    "comext",
    "usitc",
    "dataweb",
    "u.s. census",
    "us census bureau",
    "hong kong customs",
    "香港海关",
    "台湾海关",
    "關務署",
    "关务署",
    "фтс россии",
    "федеральная таможенная",
    "dprk customs",
    "朝鲜海关",
    "俄罗斯海关",
    "러시아 관세청",
];
/// Words for customs, beside the name of a country.
const CUSTOMS: [&str; 9] = [
    "customs",
    "海关",
    "海關",
    "税关",
    "税関",
    "관세청",
    "세관",
    "таможн",
    "hải quan",
];
/// Words that hold one for customs, and name no office.
const NO_OFFICE: [&str; 8] = [
    "customs value",
    "customs basis",
    "customs data",
    "customs statistics",
    "customs figures",
    "customs code",
    "customs regime",
    "customs procedure",
];

/// The customs of another country than China that a text names.
pub(super) fn other_customs(plain: &str, meaning: &TextMeaning) -> Option<String> {
    if meaning.china
        || names_chinas_customs(plain) && !OFFICES.iter().any(|name| plain.contains(name))
    {
        return None;
    }
    if let Some(name) = OFFICES.iter().find(|name| is_named(plain, name)) {
        return Some((*name).to_owned());
    }
    // In Korean, the customs without the name of a country are Korea's own.
    let is_bare = [
        "관세청",
        "출처: 관세청",
        "자료: 관세청",
        "자료:관세청",
        "출처:관세청",
    ];
    if is_bare.contains(&plain) {
        return Some("관세청".to_owned());
    }
    let is_office = |word: &&&str| {
        let is_other = NO_OFFICE.iter().any(|other| plain.contains(other));
        plain.contains(**word) && !(word.is_ascii() && is_other)
    };
    CUSTOMS.iter().find(is_office)?;
    let partner = meaning
        .partners
        .iter()
        .copied()
        .find(|place| !is_china(*place))?;
    // `Imports from North Korea (customs)`: the country of a flow is its partner.
    let beside = meaning.flows.is_empty();
    let partner = crate::trade::Partner::at(partner).filter(|_| beside)?;
    Some(partner.en.to_string())
}

/// Whether a name stands in a text as words of their own.
fn is_named(plain: &str, name: &str) -> bool {
    plain.match_indices(name).any(|(at, _)| {
        let letter = |c: char| c.is_ascii_alphanumeric();
        let (before, after) = (&plain[..at], &plain[at + name.len()..]);
        !name.is_ascii() || !before.ends_with(letter) && !after.starts_with(letter)
    })
}

/// The country that a line above a table names as the condition of its query: `Country: South Korea`.
pub(super) fn condition_on_country(plain: &str, meaning: &TextMeaning) -> Option<u16> {
    const NAMES: [&str; 10] = [
        "country",
        "nation",
        "economy",
        "国家",
        "国别",
        "国家/地区",
        "국가",
        "국가명",
        "나라",
        "partner",
    ];
    let (name, _) = plain.split_once([':', '：', '='])?;
    let is_condition = NAMES.contains(&name.trim());
    meaning
        .partner()
        .filter(|place| is_condition && !is_china(*place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::cells::vocabulary::plain;

    #[test]
    fn offices_of_other_countries_are_told_from_chinas() {
        let office = |text: &str| other_customs(&plain(text), &TextMeaning::of(text));
        for text in [
            "Korea Customs Service",
            "출처: 관세청",
            "日本海关",
            "俄罗斯海关",
            "財務省貿易統計",
            "USITC DataWeb",
            "Source: Eurostat",
            "Russian customs",
            "Thai Customs",
            "러시아 관세청",
            "General Department of Vietnam Customs",
        ] {
            assert!(office(text).is_some(), "{text}");
        }
        for text in [
            "China Customs",
            "General Administration of Customs",
            "中国海关",
            "海关总署",
            "중국 관세청",
            "중국 해관총서",
            "Imports from North Korea (customs)",
            "North Korea (customs basis)",
            "customs data",
            "Chinese customs data on North Korea",
        ] {
            assert_eq!(office(text), None, "{text}");
        }
    }
}
