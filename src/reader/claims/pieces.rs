//! A text cut into pieces by a list of its words, longest first.

use super::wire::Piece;
use crate::trade::{Currency, Precision, StatedNumber};

/// What a word is.
pub(super) type Word = (&'static str, Piece);

/// The words for amounts behind a number.
pub(super) struct Units {
    pub dollars: &'static [&'static str],
    pub yuan: &'static [&'static str],
    /// Words before a number that make it less exact.
    pub about: &'static [(&'static str, Precision)],
}

/// Cuts a text into pieces: numbers with what they count by `units`, months and the like by
/// `special`, words by `words`. What none of them knows is unknown.
pub(super) fn cut(
    text: &str,
    words: &[Word],
    units: &Units,
    special: impl Fn(&str) -> Option<(Piece, usize)>,
) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if first.is_whitespace() {
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let found = special(rest)
            .or_else(|| amount(rest, units))
            .or_else(|| word(rest, words));
        if let Some((piece, length)) = found {
            pieces.push(piece);
            rest = &rest[length..];
            continue;
        }
        // The unknown part: up to a blank or a comma, at most a few signs.
        let end = rest
            .char_indices()
            .skip(1)
            .take(8)
            .find(|(_, c)| c.is_whitespace() || matches!(c, ',' | '，' | '、'))
            .map_or_else(
                || rest.chars().take(8).map(char::len_utf8).sum(),
                |(at, _)| at,
            );
        pieces.push(Piece::Unknown(rest[..end].to_owned()));
        rest = &rest[end..];
    }
    pieces
}

fn word(text: &str, words: &[Word]) -> Option<(Piece, usize)> {
    let fitting = words.iter().filter(|(word, _)| text.starts_with(word));
    let longest = fitting.max_by_key(|(word, _)| word.len())?;
    Some((longest.1.clone(), longest.0.len()))
}

/// A number with what it counts.
fn amount(text: &str, units: &Units) -> Option<(Piece, usize)> {
    let about = units
        .about
        .iter()
        .filter(|(word, _)| text.starts_with(word));
    let about = about.max_by_key(|(word, _)| word.len());
    let (precision, start) = about.map_or((Precision::Printed, 0), |(word, precision)| {
        (*precision, word.len())
    });
    let body = text[start..].trim_start();
    let start = text.len() - body.len();
    let (number, length) = StatedNumber::read_start(body)?;
    (!body.starts_with(['-', '−', '–', '+'])).then_some(())?;
    let number = number.meant(precision);
    let after = body[length..].trim_start();
    let gap = body.len() - length - after.len();
    let unit = |list: &[&str]| {
        let fitting = list.iter().filter(|unit| after.starts_with(**unit));
        fitting.map(|unit| unit.len()).max()
    };
    let end = start + length + gap;
    if let Some(size) = unit(&["%", "％", "퍼센트"]) {
        let rest = after[size..].trim_start();
        // Percentage points.
        if rest.starts_with('p') || rest.starts_with("포인트") {
            return None;
        }
        return Some((Piece::Percent(number), end + size));
    }
    if let Some(size) = unit(units.dollars) {
        return Some((Piece::Money(number, Currency::Usd), end + size));
    }
    unit(units.yuan).map(|size| (Piece::Money(number, Currency::Cny), end + size))
}

/// Digits at the start of a text, and how many bytes they take.
pub(super) fn digits(text: &str) -> Option<(u32, usize)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=4).contains(&length).then_some(())?;
    Some((text[..length].parse().ok()?, length))
}
