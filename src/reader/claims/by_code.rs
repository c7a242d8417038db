//! Goods that a sentence names by their code: `imports of HS 2701 (coal)`. The sentence is read with
//! the name of a good that every language knows in their place, and its claims then get the code.

use super::statement::{Figure, SentenceReading, Statement};
use crate::trade::NotUnderstood;
use std::sync::Arc;

/// The good that stands in for others, and its code.
const STAND_IN_CODE: &str = "2701";

/// A sentence without its code.
pub(super) struct ByCode {
    /// The sentence with the good that stands in.
    pub sentence: String,
    code: Arc<str>,
    /// The words replaced.
    words: String,
}

impl ByCode {
    /// The sentence with `stand_in`, the name of a good, in place of its only code; `None` if it has
    /// no code, several, or names that good itself as well.
    pub fn of(sentence: &str, stand_in: &str) -> Option<ByCode> {
        let (at, length, code) = code_in(sentence)?;
        let (before, after) = (&sentence[..at], &sentence[at + length..]);
        let is_named = [before, after].iter().any(|one| one.contains(stand_in));
        if is_named || after.contains("HS") {
            return None;
        }
        Some(ByCode {
            sentence: format!("{before}{stand_in}{after}"),
            code,
            words: sentence[at..at + length].to_owned(),
        })
    }

    /// The reading, with the code in place of that of the good that stood in.
    pub fn read(&self, reading: SentenceReading) -> SentenceReading {
        let SentenceReading::Statements(mut statements) = reading else {
            return reading;
        };
        // `rose 23 % in August, to $138.1 million`: the change is that of the value.
        let tells_value = |one: &Statement| matches!(one.figure, Figure::Money(..));
        let is_of_value = statements.iter().any(tells_value);
        for statement in &mut statements {
            statement.is_of_value = is_of_value;
            // All goods, or others, beside goods by code.
            if statement.hs.len() != 1 || &*statement.hs[0] != STAND_IN_CODE {
                let words = NotUnderstood::Word(self.words.clone());
                return SentenceReading::NotUnderstood(words);
            }
            statement.hs = vec![self.code.clone()];
        }
        SentenceReading::Statements(statements)
    }
}

/// The first code with the name in brackets behind it: its place, its length, and the digits.
fn code_in(sentence: &str) -> Option<(usize, usize, Arc<str>)> {
    let at = sentence.find("HS")?;
    let is_word = |one: char| one.is_ascii_alphanumeric();
    if sentence[..at].chars().next_back().is_some_and(is_word) {
        return None;
    }
    let rest = &sentence[at + 2..];
    let digits = rest.trim_start_matches([' ', '\u{a0}']);
    let blank = rest.len() - digits.len();
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    let after = &digits[count..];
    let is_code = matches!(count, 2 | 4 | 6 | 8) && !after.starts_with([',', '.', '-', '–', '%']);
    if !is_code {
        return None;
    }
    let trimmed = after.trim_start_matches(' ');
    let bracket = [("(", ')'), ("（", '）')]
        .into_iter()
        .find_map(|(open, close)| {
            let end = trimmed.strip_prefix(open)?.find(close)?;
            Some(open.len() + end + close.len_utf8())
        });
    let bracket = bracket.map_or(0, |length| after.len() - trimmed.len() + length);
    // `HS 271012项下商品`.
    let goods = "项下商品";
    let bracket = match after[bracket..].starts_with(goods) {
        true => bracket + goods.len(),
        false => bracket,
    };
    Some((at, 2 + blank + count + bracket, Arc::from(&digits[..count])))
}
