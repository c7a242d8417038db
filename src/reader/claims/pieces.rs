//! Splits a text into pieces by a vocabulary, longest words first.

use super::wire_words::WirePiece;
use crate::trade::{Currency, Precision, StatedNumber};

/// A word with its meaning.
pub(super) type KnownWord = (&'static str, WirePiece);

/// The words used in amounts, after a number.
pub(super) struct AmountWords {
    pub dollars: &'static [&'static str],
    pub yuan: &'static [&'static str],
    pub tonnes: &'static [&'static str],
    /// Words before a number that make it less exact.
    pub about: &'static [(&'static str, Precision)],
    /// Words behind an amount that make a limit of it: `以上`, `99.9% 넘게`.
    pub limits: &'static [(&'static str, Precision)],
}

/// Splits a text into pieces: amounts by `units`, months and so on by `special`, words by `words`.
/// Anything else becomes an unknown piece.
pub(super) fn cut(
    text: &str,
    words: &[KnownWord],
    units: &AmountWords,
    special: impl Fn(&str) -> Option<(WirePiece, usize)>,
) -> Vec<WirePiece> {
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
        // The unknown piece ends at a blank or comma, or after a few characters.
        let end = rest
            .char_indices()
            .skip(1)
            .take(8)
            .find(|(_, c)| c.is_whitespace() || matches!(c, ',' | '，' | '、'))
            .map_or_else(
                || rest.chars().take(8).map(char::len_utf8).sum(),
                |(at, _)| at,
            );
        pieces.push(WirePiece::Unknown(rest[..end].to_owned()));
        rest = &rest[end..];
    }
    pieces
}

/// Removes brackets after an amount that only repeat it in another currency: `（约合9.66亿元）`, `(약
/// 4천600억원)`.
pub(super) fn without_conversions(text: &str) -> String {
    const SIGNS: &str = "0123456789.,， 约合折大人民币美元万亿千百약한화우리돈조억만천백원위안달러";
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(['(', '（']) {
        let (before, bracket) = rest.split_at(start);
        let inside = bracket.split_once(['(', '（']);
        let found = inside.and_then(|(_, inside)| inside.split_once([')', '）']));
        let Some((inside, after)) = found else { break };
        let is_conversion = inside.chars().all(|sign| SIGNS.contains(sign))
            && inside.contains(|sign: char| sign.is_ascii_digit())
            && ["元", "원", "위안", "달러"]
                .iter()
                .any(|unit| inside.trim().ends_with(unit) || inside.ends_with("元人民币"))
            && unit_at_end(before).is_some_and(|unit| unit_at_end(inside) != Some(unit));
        plain.push_str(before);
        if !is_conversion {
            let length = bracket.len() - after.len();
            plain.push_str(&bracket[..length]);
        }
        rest = after;
    }
    plain.push_str(rest);
    plain
}

/// Removes who worked out a change, in brackets behind it: `（韩联社计算）`, `(연합뉴스 계산, `.
pub(super) fn without_calculators(text: &str, verb: &str) -> String {
    let mut plain = text.to_owned();
    for (open, close) in [('(', ')'), ('（', '）')] {
        for (end, left) in [
            (format!("{verb}{close}"), String::new()),
            (format!("{verb}, "), open.to_string()),
        ] {
            while let Some(at) = plain.find(&end) {
                let Some(start) = plain[..at].rfind(open) else {
                    break;
                };
                if plain[start..at].contains(|sign: char| sign.is_ascii_digit()) {
                    break;
                }
                plain.replace_range(start..at + end.len(), &left);
            }
        }
    }
    plain
}

/// The unit of money at the end of a text, by the sign of its currency.
fn unit_at_end(text: &str) -> Option<char> {
    const UNITS: [(&str, char); 8] = [
        ("元人民币", '¥'),
        ("人民币", '¥'),
        ("美元", '$'),
        ("韩元", '₩'),
        ("元", '¥'),
        ("위안", '¥'),
        ("달러", '$'),
        ("원", '₩'),
    ];
    let text = text.trim_end();
    let found = UNITS.iter().find(|(unit, _)| text.ends_with(unit));
    found.map(|(_, sign)| *sign)
}

/// Whether a text consists of these parts, dates (`13日`, `10月13日`) and at most `free` other
/// characters.
pub(super) fn consists_of(text: &str, parts: &[&str], free: usize) -> bool {
    let mut rest = text;
    let mut others = 0;
    while let Some(first) = rest.chars().next() {
        let part = parts.iter().filter(|part| rest.starts_with(**part));
        if let Some(length) = part.map(|part| part.len()).max() {
            rest = &rest[length..];
        } else if let Some(length) = day(rest) {
            rest = &rest[length..];
        } else {
            // A name does not contain words such as `not`, `if` or `may`.
            let turns = "没未不否非无若如可能将应预估或";
            if !first.is_alphabetic() || first.is_ascii() || turns.contains(first) {
                return false;
            }
            others += 1;
            rest = &rest[first.len_utf8()..];
        }
    }
    others <= free
}

/// The length in bytes of a date, with or without a month.
fn day(text: &str) -> Option<usize> {
    let (_, length) = digits(text)?;
    let rest = &text[length..];
    if let Some(after) = rest.strip_prefix(['日', '일']) {
        return Some(text.len() - after.len());
    }
    let rest = rest.strip_prefix(['月', '월'])?.trim_start();
    let (_, length) = digits(rest)?;
    let after = rest[length..].strip_prefix(['日', '일'])?;
    Some(text.len() - after.len())
}

fn word(text: &str, words: &[KnownWord]) -> Option<(WirePiece, usize)> {
    let fitting = words.iter().filter(|(word, _)| text.starts_with(word));
    let longest = fitting.max_by_key(|(word, _)| word.len())?;
    Some((longest.1.clone(), longest.0.len()))
}

/// A number with what it measures.
fn amount(text: &str, units: &AmountWords) -> Option<(WirePiece, usize)> {
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
    if precision == Precision::Printed
        && let Some((piece, end)) = range(number, &body[length..])
    {
        return Some((piece, start + length + end));
    }
    let number = number.meant(precision);
    let sum = number.printed_as(&body[..length]);
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
        let (number, more) = limited(number, number, &after[size..], units);
        return Some((WirePiece::Percent(number), end + size + more));
    }
    let found = |list: &[&str]| {
        let size = unit(list)?;
        let (number, more) = limited(number, sum, &after[size..], units);
        Some((number, end + size + more))
    };
    if let Some((number, end)) = found(units.tonnes) {
        return Some((WirePiece::Tonnes(number), end));
    }
    if let Some((number, end)) = found(units.dollars) {
        return Some((WirePiece::Money(number, Currency::Usd), end));
    }
    found(units.yuan).map(|(number, end)| (WirePiece::Money(number, Currency::Cny), end))
}

/// A number turned into a limit by a word behind it, `99.9% 넘게`, and the length of the word in
/// bytes; `plain`, where there is none.
fn limited(
    number: StatedNumber,
    plain: StatedNumber,
    text: &str,
    units: &AmountWords,
) -> (StatedNumber, usize) {
    let body = text.trim_start();
    let found = units.limits.iter().find(|(word, _)| body.starts_with(word));
    match found {
        Some((word, precision)) if number.precision == Precision::Printed => (
            number.meant(*precision),
            text.len() - body.len() + word.len(),
        ),
        _ => (plain, 0),
    }
}

/// The upper end of a range of percentages, `41.7%至45.0%`, `41.7~45.0%`, and its length in bytes.
fn range(low: StatedNumber, text: &str) -> Option<(WirePiece, usize)> {
    let is_percent = |text: &str| text.starts_with(['%', '％']);
    let after = text.strip_prefix(['%', '％']).unwrap_or(text);
    let signs = ["至", "到", "~", "∼", "～", "—", "–", "-"];
    let after = signs.iter().find_map(|sign| after.strip_prefix(*sign))?;
    let (high, length) = StatedNumber::read_start(after)?;
    let rest = &after[length..];
    let is_rising = {
        let [low, high] = [low.value(3)?, high.value(3)?];
        low < high && after.starts_with(|c: char| c.is_ascii_digit())
    };
    let unit = rest.chars().next()?;
    (is_percent(rest) && is_rising).then(|| {
        let end = text.len() - rest.len() + unit.len_utf8();
        let low = low.meant(Precision::AtLeast);
        (
            WirePiece::PercentRange(low, high.meant(Precision::AtMost)),
            end,
        )
    })
}

/// The number at the start of a text, and its length in bytes.
pub(super) fn digits(text: &str) -> Option<(u32, usize)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=4).contains(&length).then_some(())?;
    Some((text[..length].parse().ok()?, length))
}
