//! Marks in numbers: what a number shows of the decimal mark, and the mark of a footnote after it.

use crate::reader::cells::currency_of_number::without_sign;
use crate::reader::cells::month_form::MARKS;
use crate::reader::cells::number::{ValueCell, WORDS, narrow, parted_by_blanks, read_marked};
use crate::trade::DecimalMark;

/// What a number reveals about the decimal mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum MarkShown {
    /// It has no mark, or is not a number.
    Nothing,
    Is(DecimalMark),
    /// A single mark with three digits after it: `145,820`.
    Either,
}

/// What a cell reveals about the decimal mark.
pub(crate) fn mark_shown(text: &str) -> MarkShown {
    let text = match marked(text) {
        Some((number, _)) => number,
        None => text.to_owned(),
    };
    // No-break blanks and apostrophes group digits and are not decimal marks.
    let text = text.replace(['\u{a0}', '\u{202f}', '\u{2009}', '\'', '’'], "");
    let text = parted_by_blanks(&text).map_or(text.clone(), |_| text.replace(' ', ""));
    let text = narrow(&text);
    let text = text.trim().trim_start_matches(['-', '+', '−']);
    let text = without_sign(text).map_or(text, |(number, _)| number);
    let worded = WORDS.iter().find_map(|(word, _)| text.strip_suffix(word));
    let text = worded.unwrap_or(text).trim_end_matches('%').trim();
    let is_number = text.starts_with(|c: char| c.is_ascii_digit())
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
    if !is_number {
        return MarkShown::Nothing;
    }
    let count = |mark: char| text.matches(mark).count();
    let mark_of = |c: char| {
        if c == ',' {
            DecimalMark::Comma
        } else {
            DecimalMark::Point
        }
    };
    let other = |c: char| mark_of(if c == ',' { '.' } else { ',' });
    match (count(','), count('.')) {
        (0, 0) => MarkShown::Nothing,
        (1, 0) | (0, 1) => {
            let mark = if text.contains(',') { ',' } else { '.' };
            let (whole, decimals) = text.split_once(mark).unwrap_or((text, ""));
            match whole.len() {
                1..=3 if decimals.len() == 3 && whole != "0" => MarkShown::Either,
                _ => MarkShown::Is(mark_of(mark)),
            }
        }
        // A mark that occurs more than once groups digits, so the other one marks decimals.
        (_, 0) => MarkShown::Is(other(',')),
        (0, _) => MarkShown::Is(other('.')),
        _ => match text
            .rfind([',', '.'])
            .and_then(|at| text[at..].chars().next())
        {
            Some(last) => MarkShown::Is(mark_of(last)),
            None => MarkShown::Nothing,
        },
    }
}

/// Splits a number and its footnote mark: `234.8*`, `145.8 p`, `145.8¹`, `145.8 1)`. `None` without
/// a mark, or if the mark cannot be distinguished from the digits.
pub(crate) fn marked(text: &str) -> Option<(String, String)> {
    let text = text.trim();
    let split = |at: usize| (text[..at].trim_end(), text[at..].trim());
    let letters = |c: char| matches!(c, 'p' | 'P' | 'r' | 'R' | 'e' | 'E' | 'f' | 'F');
    let signs = text.trim_end_matches(MARKS).len();
    let (number, mark) = match text.strip_suffix([')', ']']) {
        Some(rest) => {
            let at = rest.rfind(['(', '[']).or_else(|| rest.rfind(' '))?;
            split(at)
        }
        None if signs < text.len() => split(signs),
        // `1e` is half a number.
        None => split(text.strip_suffix(['p', 'P', 'r', 'R'])?.len()),
    };
    let is_mark = mark.chars().count() <= 4
        && mark
            .chars()
            .all(|c| MARKS.contains(&c) || letters(c) || c.is_ascii_digit() || "()[]".contains(c));
    let is_number = [DecimalMark::Point, DecimalMark::Comma]
        .iter()
        .any(|decimal| matches!(read_marked(number, *decimal), Ok(ValueCell::Given(_, None))));
    (is_mark && !mark.is_empty() && is_number).then(|| (number.to_owned(), mark.to_owned()))
}

/// Whether the mark itself means preliminary or revised.
pub(crate) fn is_of_release(mark: &str) -> bool {
    let bare = mark.trim_matches(['(', ')', '[', ']']);
    ["p", "r"].iter().any(|one| bare.eq_ignore_ascii_case(one))
}
