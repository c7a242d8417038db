//! Finds the codes of countries in a text: letters in capitals, and the numbers of the customs.

use crate::trade::Partner;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Codes of two letters, and abbreviations, that in capitals are hardly anything else.
const SHORT: [(&str, &str); 8] = [
    ("JP", "JPN"),
    ("KR", "KOR"),
    ("RU", "RUS"),
    ("HK", "HKG"),
    ("TW", "TWN"),
    ("VN", "VNM"),
    ("UAE", "ARE"),
    ("ROK", "KOR"),
];

/// Codes of countries that are words, months, units or abbreviations as well.
const ALSO_WORDS: [&str; 14] = [
    "CAN", "PER", "ARE", "MAR", "TON", "COM", "AND", "NOR", "SUR", "GUM", "BEN", "MAC", "SEN",
    "CUB",
];

/// The codes of two and three letters, in lower case.
fn codes() -> &'static HashMap<&'static str, u16> {
    static CODES: OnceLock<HashMap<&str, u16>> = OnceLock::new();
    CODES.get_or_init(|| {
        let is_code = |text: &str| {
            matches!(text.len(), 2 | 3) && text.bytes().all(|byte| byte.is_ascii_lowercase())
        };
        Partner::spellings()
            .filter(|(text, _)| is_code(text))
            .collect()
    })
}

/// The codes that a text has in capitals, in lower case.
#[derive(Default)]
pub(super) struct Capitals {
    codes: Vec<(String, u16)>,
    /// Those that need a word such as `from` before them.
    linked: Vec<(String, u16)>,
}

impl Capitals {
    pub fn of(text: &str) -> Capitals {
        let mut capitals = Capitals::default();
        // Where all is in capitals, they mean nothing.
        let has_small = text.chars().any(char::is_lowercase);
        let words = text.split(|c: char| !c.is_alphanumeric());
        let are_few = words.clone().filter(|word| !word.is_empty()).count() <= 2;
        for word in words {
            if !matches!(word.len(), 2 | 3) || !word.bytes().all(|byte| byte.is_ascii_uppercase()) {
                continue;
            }
            let short = SHORT.iter().find(|(code, _)| *code == word);
            let iso3 = short.map_or(word, |(_, iso3)| iso3);
            let is_plain = short.is_some() || word.len() == 3 && !ALSO_WORDS.contains(&word);
            let Some(place) = codes().get(&*iso3.to_lowercase()) else {
                continue;
            };
            let code = (word.to_lowercase(), *place);
            if is_plain && (has_small || are_few || !text.is_ascii()) {
                capitals.codes.push(code.clone());
            }
            capitals.linked.push(code);
        }
        capitals
    }

    /// The country whose code is at the start of `text`, with its length.
    pub fn country(&self, text: &str, is_linked: bool) -> Option<(u16, usize)> {
        let known = match is_linked {
            true => &self.linked,
            false => &self.codes,
        };
        let found = known.iter().find(|(code, _)| {
            let rest = text.strip_prefix(code.as_str());
            rest.is_some_and(|rest| {
                !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '$')
            })
        });
        found.map(|(code, place)| (*place, code.len()))
    }
}

/// The country with this number: that of the customs, or else that of the UN. `None` if the two mean
/// different countries.
fn of_number(number: &str) -> Option<u16> {
    match (Partner::by_code(number), Partner::by_un_code(number)) {
        (Some(one), Some(other)) if one != other => None,
        (one, other) => one.or(other),
    }
}

/// Whether a number means one country at the customs and another in the UN's codes.
pub(super) fn is_of_two(number: &str) -> bool {
    let pair = Partner::by_code(number).zip(Partner::by_un_code(number));
    pair.is_some_and(|(one, other)| one != other)
}

/// The country whose number is at the start of `rest`, after a word for partners:
/// `Partner: 133`, `partner code 133`.
pub(super) fn numbered(before: &str, rest: &str) -> Option<(u16, usize)> {
    let before = before.trim_end_matches([' ', ':', '=', '：']);
    let words = [
        "partner",
        "partner code",
        "partner country",
        "country code",
        "贸易伙伴",
        "贸易伙伴编码",
    ];
    if !words.iter().any(|word| before.ends_with(word)) {
        return None;
    }
    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number = rest.get(..length).filter(|_| length == 3)?;
    Some((of_number(number)?, length))
}
