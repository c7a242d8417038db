//! Finds the names of countries in a text.

use super::scan_words::SHORT;
use crate::trade::Partner;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The names of countries, reduced to letters and digits.
fn countries() -> &'static HashMap<String, u16> {
    static NAMES: OnceLock<HashMap<String, u16>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let is_name = |name: &str| match name.is_ascii() {
            true => name.len() > 3 && !name.bytes().all(|byte| byte.is_ascii_digit()),
            false => name.chars().count() > 1,
        };
        let long = Partner::spellings().filter(|(name, _)| is_name(name));
        let short = SHORT
            .iter()
            .filter_map(|(name, code)| Some((*name, Partner::by_code(code)?)));
        long.chain(short)
            .map(|(name, place)| (name.to_owned(), place))
            .collect()
    })
}

/// The country at the start of `text`, with the length of its name.
pub(super) fn country(text: &str) -> Option<(u16, usize)> {
    const MOST_WORDS: usize = 8;
    let known = countries();
    let first = text.chars().next()?;
    // Latin and Cyrillic letters; others form words without blanks.
    let of_words = |c: char| c.is_alphanumeric() && c < '\u{530}';
    if !first.is_ascii() && !of_words(first) {
        // There are no blanks between words, so the longest matching name is taken.
        let mut ends: Vec<usize> = text
            .char_indices()
            .map(|(at, c)| at + c.len_utf8())
            .take(14)
            .collect();
        ends.reverse();
        return ends
            .into_iter()
            .find_map(|end| known.get(&text[..end]).map(|place| (*place, end)));
    }
    if !first.is_alphabetic() {
        return None;
    }
    let (mut folded, mut found, mut words, mut in_word) = (String::new(), None, 0, false);
    for (at, c) in text.char_indices() {
        if of_words(c) {
            folded.push(c);
            in_word = true;
            continue;
        }
        if in_word {
            in_word = false;
            words += 1;
            found = known.get(&folded).map(|place| (*place, at)).or(found);
        }
        if words == MOST_WORDS || !(c.is_ascii() && (c.is_whitespace() || ".,'()&-".contains(c))) {
            return closed(text, found);
        }
    }
    found = known
        .get(&folded)
        .filter(|_| in_word)
        .map(|place| (*place, text.len()))
        .or(found);
    closed(text, found)
}

/// Includes the bracket that closes a name, as in `Korea (North)`.
fn closed(text: &str, found: Option<(u16, usize)>) -> Option<(u16, usize)> {
    let (place, length) = found?;
    let opened = text[..length].contains('(') && text[length..].starts_with(')');
    Some((place, length + usize::from(opened)))
}

/// The customs code of China.
const CHINA: &str = "142";

pub(crate) fn is_china(partner_index: u16) -> bool {
    Partner::at(partner_index).is_some_and(|partner| &*partner.code == CHINA)
}
