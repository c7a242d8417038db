//! Phrases at the start of a text that are more than a word from a list: units, chapters of the tariff,
//! addresses, the base of an index.

use super::scan_words::{CLASSIFIED, EDITIONS, UNIT_BEGINS};
use crate::reader::cells::vocabulary;
use crate::reader::cells::vocabulary::StatedUnits;

pub(super) fn is_percent(word: &str) -> bool {
    matches!(word, "%" | "percent" | "per cent" | "pct" | "pct.")
}

/// The length of `= 1` at the start of the text, after the base year of an index.
pub(super) fn base_of_index(text: &str) -> Option<usize> {
    let number = text.strip_prefix('=')?.trim_start();
    let rest = ["100", "1.0", "1"]
        .iter()
        .find_map(|base| number.strip_prefix(base))?;
    let goes_on = rest.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, ',' | '.'));
    (!goes_on).then_some(text.len() - rest.len())
}

/// The length of an address on the web at the start of the text: no word in it speaks of figures.
pub(super) fn address(text: &str) -> Option<usize> {
    let begins = ["http://", "https://", "www."];
    begins.iter().find(|begin| text.starts_with(**begin))?;
    let ends = |c: char| c.is_whitespace() || !c.is_ascii() || "()[]<>\"'|;,".contains(c);
    Some(text.find(ends).unwrap_or(text.len()))
}

/// The length of `HS 2701`, `chapter 27` or `第27章` at the start of the text.
pub(super) fn classified(text: &str) -> Option<usize> {
    CLASSIFIED.iter().find_map(|(word, behind)| {
        let rest = text.strip_prefix(word)?;
        let digits = rest.trim_start_matches([' ', '-', '.', ':', '_']);
        let count = digits.bytes().take_while(u8::is_ascii_digit).count();
        let after = &digits[count..];
        let goes_on = after.starts_with(|c: char| c.is_ascii_alphanumeric());
        if EDITIONS.contains(&&digits[..count]) {
            return None;
        }
        let length = text.len() - after.len();
        match behind.iter().find(|end| after.starts_with(*end)) {
            _ if !matches!(count, 1..=10) => None,
            Some(end) => Some(length + end.len()),
            None if behind.is_empty() && !goes_on => Some(length),
            None => None,
        }
    })
}

/// Whether `text` begins with the phrase, and the phrase does not end inside a word.
pub(super) fn begins(text: &str, phrase: &str) -> bool {
    text.strip_prefix(phrase).is_some_and(|rest| {
        let ends_in_letter = phrase.ends_with(|c: char| c.is_ascii_alphanumeric());
        !(ends_in_letter && rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
    })
}

/// The unit at the start of `text`, with its length. `alone`: whether a scale without a currency is
/// allowed here, because nothing precedes it or it is in brackets.
pub(super) fn unit(text: &str, alone: bool) -> Option<(StatedUnits, usize)> {
    // `Unit: thousands of US dollars`; in Chinese and Korean a unit is much shorter.
    let longest = match text.starts_with(|c: char| c.is_ascii()) {
        true => 40,
        false => 16,
    };
    if !UNIT_BEGINS.iter().any(|begin| text.starts_with(begin)) {
        return None;
    }
    let mut ends: Vec<usize> = text
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .take(longest)
        .collect();
    ends.reverse();
    ends.into_iter().find_map(|end| {
        let part = &text[..end];
        let letter = |c: char| c.is_ascii_alphanumeric();
        if part.ends_with([' ', '(', '[', ',', '-', ':', ';', '|'])
            || (part.ends_with(letter) && text[end..].starts_with(letter))
        {
            return None;
        }
        if part.contains(['(', '[', ')', ']', ';', '|']) {
            return None;
        }
        let stated = vocabulary::stated(part).ok()?;
        let marked = ["unit", "单位", "單位", "단위"]
            .iter()
            .any(|mark| part.starts_with(mark));
        // A scale at the end of a name: `value_mn`.
        let ends =
            text[end..].is_empty() && part.len() > 1 && part.chars().all(char::is_alphabetic);
        let is_word =
            ends || part.len() > 3 && part.chars().all(|c| c.is_ascii_alphabetic() || c == ' ');
        let cjk_goes_on = part.ends_with(|c: char| !c.is_ascii())
            && text[end..].starts_with(|c: char| !c.is_ascii() && c.is_alphabetic());
        match (stated.unit, stated.currency) {
            (None, None) => None,
            (_, Some(_)) => Some((stated, end)),
            (Some(_), None)
                if marked && !cjk_goes_on
                    || is_word
                    || (alone
                        && !cjk_goes_on
                        && !part
                            .bytes()
                            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))) =>
            {
                Some((stated, end))
            }
            _ => None,
        }
    })
}
