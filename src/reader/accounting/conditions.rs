//! Recognises the conditions of a query, as lines above a table give them: `Commodity code: 2701`,
//! `贸易方式：19`.

use crate::reader::accounting::country_codes::is_of_two;
use crate::reader::accounting::words::Dimension;
use crate::trade::Flow;

/// Words before a colon and a number, and what the number narrows.
const CONDITIONS: [(&str, Dimension); 4] = [
    (
        "commodity|commodities|cmd|cmdcode|product|products|item|goods|hs code|hs|hscode|hs chapter|chapter|heading|tariff|tariff item|商品|商品编码|商品代码|商品编号|税号|품목|품목코드|품목번호|상품",
        Dimension::Good,
    ),
    (
        "province|location|port|注册地|省份|口岸|지역|세관",
        Dimension::Province,
    ),
    (
        "trade mode|customs regime|regime|mode|贸易方式|무역방식",
        Dimension::TradeMode,
    ),
    ("reporter|reporting country|declarant", Dimension::Reporter),
];

/// The flow that a condition at the start of `text` states by its letter, and its length: `Flow: X`.
pub(super) fn flow(text: &str) -> Option<(Flow, usize)> {
    const NAMES: [&str; 8] = [
        "trade flow",
        "flow code",
        "flow",
        "贸易流向",
        "流向",
        "进出口",
        "수출입구분",
        "수출입",
    ];
    const LETTERS: [(&str, Flow); 4] = [
        ("x", Flow::Export),
        ("e", Flow::Export),
        ("m", Flow::Import),
        ("i", Flow::Import),
    ];
    let rest = NAMES.iter().find_map(|name| {
        let rest = text.strip_prefix(name)?.trim_start();
        rest.strip_prefix([':', '：', '='])
    });
    let rest = rest?.trim_start();
    let (letter, flow) = LETTERS
        .iter()
        .find(|(letter, _)| rest.starts_with(letter))?;
    let after = &rest[letter.len()..];
    let goes_on = after.starts_with(|c: char| c.is_alphanumeric());
    (!goes_on).then_some((*flow, text.len() - after.len()))
}

/// The dimension that a condition at the start of `text` narrows, and its length.
pub(super) fn condition(text: &str) -> Option<(Dimension, usize)> {
    if let Some(length) = partner_in_doubt(text) {
        return Some((Dimension::Partner, length));
    }
    let of_china = ["142", "156"];
    CONDITIONS.iter().find_map(|(words, dimension)| {
        let mut words = words.split('|');
        let rest = words.find_map(|word| {
            let rest = text.strip_prefix(word)?;
            let ends = [" codes", " code", "编码", "代码", "코드", ""];
            let mut ends = ends.iter().filter_map(|end| rest.strip_prefix(end));
            let is_reporter = *dimension == Dimension::Reporter;
            let after = ends.find(|after| {
                let after = after.trim_start();
                // `Reporter code 643` needs no colon.
                after.starts_with([':', '：', '='])
                    || is_reporter && after.starts_with(|c: char| c.is_ascii_digit())
            })?;
            Some(
                after
                    .trim_start()
                    .trim_start_matches([':', '：', '='])
                    .trim_start(),
            )
        })?;
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, after) = rest.split_at(length);
        let goes_on = after.starts_with(|c: char| c.is_alphanumeric());
        let is_all = number.bytes().all(|byte| byte == b'0');
        let is_own = *dimension == Dimension::Reporter && of_china.contains(&number);
        let narrows = (1..=10).contains(&length) && !goes_on && !is_all && !is_own;
        narrows.then_some((*dimension, text.len() - after.len()))
    })
}

/// The length of a condition at the start of `text` whose number is that of two partners: 408 is
/// Bolivia at the customs and North Korea in the UN's codes.
fn partner_in_doubt(text: &str) -> Option<usize> {
    const WORDS: [&str; 6] = [
        "partner code",
        "partner country",
        "country code",
        "partner",
        "贸易伙伴编码",
        "贸易伙伴",
    ];
    let rest = WORDS.iter().find_map(|word| text.strip_prefix(word))?;
    let rest = rest.trim_start_matches([' ', ':', '=', '：']);
    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (number, after) = rest.split_at(length);
    let goes_on = after.starts_with(|c: char| c.is_alphanumeric());
    (!goes_on && is_of_two(number)).then(|| text.len() - after.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_told_by_their_colon_and_number() {
        for (text, dimension) in [
            ("commodity code: 2701", Dimension::Good),
            ("cmd code: 2701", Dimension::Good),
            ("chapter: 27", Dimension::Good),
            ("商品编码：2701", Dimension::Good),
            ("품목코드: 2701", Dimension::Good),
            ("hs=2701", Dimension::Good),
            ("province: 21", Dimension::Province),
            ("贸易方式：19", Dimension::TradeMode),
            ("reporter: 643", Dimension::Reporter),
            ("partner: 408", Dimension::Partner),
            ("partner code 410", Dimension::Partner),
            ("reporter code 643", Dimension::Reporter),
        ] {
            assert_eq!(condition(text), Some((dimension, text.len())), "{text}");
        }
        for (text, found) in [
            ("flow: x", Some(Flow::Export)),
            ("trade flow=m", Some(Flow::Import)),
            ("flow: xlsx", None),
            ("flow x", None),
        ] {
            assert_eq!(flow(text).map(|(flow, _)| flow), found, "{text}");
        }
        for text in [
            "reporter: 156",
            "partner: 109",
            "partner: 392",
            "commodity 2701",
            "product: all",
            "mode: 00",
            "goods: 12mn",
        ] {
            assert_eq!(condition(text), None, "{text}");
        }
    }
}
