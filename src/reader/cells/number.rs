//! Parses numbers in tables: digits, number words, and signs for "not given".

pub(crate) mod marks;

use crate::reader::errors::input_error::InputError;
use crate::reader::errors::number_error::NumberError;
use crate::trade::{Amount, DecimalMark, Interval, Printed, PrintedError, Unit};
use std::borrow::Cow;

/// The content of a value cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ValueCell {
    /// A number, with the unit if a word in the cell gives one: `1.46亿`.
    Given(Printed, Option<Unit>),
    /// No value: an empty cell, a dash, `..`, `n/a`. Never zero.
    NotGiven,
}

/// Longest first, because `십억` ends in `억`.
const WORDS: [(&str, u32); 20] = [
    ("hundred million", 8),
    ("ten thousand", 4),
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
    ("십억", 9),
    ("十亿", 9),
    ("천만", 7),
    ("千万", 7),
    ("백만", 6),
    ("百万", 6),
    ("억", 8),
    ("亿", 8),
    ("億", 8),
    ("만", 4),
    ("万", 4),
    ("萬", 4),
    ("천", 3),
    ("千", 3),
    ("mn", 6),
];

/// Reads a trimmed value cell with this decimal mark.
pub(crate) fn read_marked(text: &str, mark: DecimalMark) -> Result<ValueCell, InputError> {
    match mark {
        DecimalMark::Point => read_cell(text),
        DecimalMark::Comma => read_cell(&with_point(text, mark)),
    }
}

/// A number with this decimal mark as one with a point.
pub(crate) fn with_point(text: &str, mark: DecimalMark) -> Cow<'_, str> {
    let swapped = |c: char| match c {
        ',' | '，' => '.',
        '.' | '．' => ',',
        other => other,
    };
    match mark {
        DecimalMark::Point => Cow::Borrowed(text),
        DecimalMark::Comma => Cow::Owned(text.chars().map(swapped).collect()),
    }
}

/// The character between two digits from different pieces of a cell: in two lines, or at the
/// border of two elements of a page.
pub(crate) const PIECES: char = '\u{2060}';

/// Whether two pieces of text in one cell must be kept apart: otherwise the digits on both sides of
/// their border would run together, as in `234<sup>1</sup>` and in two numbers one above the other.
pub(crate) fn must_be_parted(before: &str, after: &str) -> bool {
    let last = before.trim_end().chars().next_back();
    let first = after.trim_start().chars().next();
    last.is_some_and(char::is_numeric) && first.is_some_and(char::is_numeric)
}

/// Reads a trimmed value cell with a decimal point.
pub(crate) fn read_cell(text: &str) -> Result<ValueCell, InputError> {
    // Most cells are digits and a point, to which nothing below applies.
    let is_part = |byte: u8| byte.is_ascii_digit() || byte == b'.';
    if text.bytes().all(is_part)
        && let Ok(printed) = Printed::read(text)
    {
        return Ok(ValueCell::Given(printed, None));
    }
    if text.contains(PIECES) {
        return Err(InputError::Number(NumberError::NumberInPieces));
    }
    let text = narrow(text);
    let text = grouped(text.trim());
    let text = text.trim();
    if is_not_given(text) {
        return Ok(ValueCell::NotGiven);
    }
    if text.len() > 1 && text.bytes().all(|byte| byte == b'#') {
        return Err(InputError::Number(NumberError::UnreadableCell));
    }
    match Printed::read(text) {
        Ok(printed) => Ok(ValueCell::Given(printed, None)),
        Err(PrintedError::NotANumber) if let Some(printed) = with_exponent(text) => {
            Ok(ValueCell::Given(printed, None))
        }
        Err(PrintedError::NotANumber) => {
            let (printed, unit) =
                in_words(text).ok_or(InputError::Number(NumberError::NotANumber))?;
            Ok(ValueCell::Given(printed, Some(unit)))
        }
        Err(error) => Err(error.into()),
    }
}

/// Converts Swiss digit groups, `215'700`, and groups separated by blanks, `215 700`, to commas.
fn grouped(text: &str) -> Cow<'_, str> {
    if let Some(commas) = parted_by_blanks(text) {
        return Cow::Owned(commas);
    }
    let is_group = |at: usize, sign: char| {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        digit(text[..at].chars().next_back()) && digit(text[at + sign.len_utf8()..].chars().next())
    };
    let signs = ['\'', '’'];
    if !text.contains(signs)
        || !text
            .match_indices(signs)
            .all(|(at, sign)| sign.chars().next().is_some_and(|sign| is_group(at, sign)))
    {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace(signs, ","))
}

/// `1 234 567.8` with commas: one to three digits, then groups of three. A footnote mark after a
/// number has fewer digits.
fn parted_by_blanks(text: &str) -> Option<String> {
    if !text.contains(' ') {
        return None;
    }
    let digits = text.trim_start_matches(['-', '+']);
    let end = digits.find(['.', ',']).unwrap_or(digits.len());
    let sign = text.len() - digits.len();
    let (number, rest) = text.split_at(sign + end);
    // In `145.8 million` the blank parts a word.
    if !number.contains(' ') {
        return None;
    }
    let mut groups = digits[..end].split(' ');
    let is_number = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next()?;
    let whole = matches!(first.len(), 1..=3) && is_number(first);
    let fits = whole && groups.all(|group| group.len() == 3 && is_number(group));
    fits.then(|| number.replace(' ', ",") + rest)
}

/// `2.348e+08`, as R and pandas write whole numbers. The zeros that the exponent adds count as
/// printed digits.
fn with_exponent(text: &str) -> Option<Printed> {
    let (mantissa, exponent) = text.split_once(['e', 'E'])?;
    let exponent: i32 = exponent
        .strip_prefix('+')
        .unwrap_or(exponent)
        .parse()
        .ok()?;
    let printed = Printed::read(mantissa).ok()?;
    let decimals = i64::from(printed.decimals) - i64::from(exponent);
    if !(-24..=24).contains(&decimals) {
        return None;
    }
    let shift = 10i128.checked_pow(u32::try_from(-decimals).unwrap_or(0))?;
    Some(Printed {
        digits: printed.digits.checked_mul(shift)?,
        decimals: u32::try_from(decimals).unwrap_or(0),
    })
}

/// The amount of a trade value, and the interval that its rounding leaves open.
pub(crate) fn amount(printed: Printed, unit: Unit) -> Result<(Amount, Interval), InputError> {
    if printed.digits < 0 {
        return Err(InputError::Number(NumberError::Negative));
    }
    let rounding = printed.interval(unit)?;
    // The value may be rounded to zero, but trade is never negative.
    let low = rounding.low.max(Amount::ZERO);
    Ok((printed.amount(unit)?, Interval { low, ..rounding }))
}

/// The number with as many trailing zeros as it needs to have this number of decimals.
pub(crate) fn with_decimals(printed: Printed, decimals: u32) -> Printed {
    let more = decimals.saturating_sub(printed.decimals);
    let power = 10i128.checked_pow(more);
    let digits = power.and_then(|power| printed.digits.checked_mul(power));
    digits.map_or(printed, |digits| Printed {
        digits,
        decimals: printed.decimals + more,
    })
}

/// Whole units such as `45,123,456`, the form of nearly all amounts on the platform. `None` sends
/// anything else to the general parser, which reports errors.
pub(crate) fn whole_units(raw: &[u8]) -> Option<i64> {
    const LONGEST: usize = 19;
    if raw.is_empty() || raw.len() > LONGEST {
        return None;
    }
    // From the end, groups of a comma and three digits; before them one to three digits.
    let (head, groups) = raw.split_at(raw.len() % 4);
    if head.is_empty() || groups.first() != Some(&b',') {
        return if raw.len() <= 15 { digits(raw) } else { None };
    }
    // `0,235` has a decimal comma.
    if head.starts_with(b"0") {
        return None;
    }
    let (groups, _) = groups.as_chunks::<4>();
    groups.iter().try_fold(digits(head)?, |value, group| {
        let [b',', a, b, c] = group else { return None };
        Some(value * 1000 + digits(&[*a, *b, *c])?)
    })
}

/// Up to 18 digits as a number; zero for no digits.
pub(crate) fn digits(text: &[u8]) -> Option<i64> {
    let (mut value, mut bad) = (0, false);
    for byte in text {
        let digit = byte.wrapping_sub(b'0');
        bad |= digit > 9;
        value = value * 10 + i64::from(digit);
    }
    (!bad).then_some(value)
}

impl From<PrintedError> for InputError {
    fn from(error: PrintedError) -> InputError {
        match error {
            PrintedError::NotANumber => InputError::Number(NumberError::NotANumber),
            PrintedError::TooLarge => InputError::Number(NumberError::TooLarge),
            PrintedError::TooLong => InputError::Number(NumberError::TooLong),
        }
    }
}

/// A code that a spreadsheet or pandas turned into a number: `156.0` is 156.
pub(crate) fn code_text(text: &str) -> &str {
    let whole = text.split_once('.').filter(|(whole, rest)| {
        let digits = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
        digits && !rest.is_empty() && rest.bytes().all(|byte| byte == b'0')
    });
    whole.map_or(text, |(whole, _)| whole)
}

/// Full-width digits and punctuation as ASCII; no-break and thin spaces as commas.
pub(crate) fn narrow(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let text = text.trim_matches(char::is_whitespace);
    let narrowed = |c: char| match c {
        '！'..='～' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ',',
        '\u{3000}' => ' ',
        other => other,
    };
    Cow::Owned(text.chars().map(narrowed).collect())
}

fn is_not_given(text: &str) -> bool {
    const SIGNS: [&str; 18] = [
        "", "-", "--", "—", "——", "–", "−", "..", "...", "…", "?", ".", "·", ":", ":c", "暂无",
        "없음", "不详",
    ];
    // Used by statistical offices and by programs: pandas, R, Excel, Eurostat, Destatis.
    const WORDS: [&str; 21] = [
        "n/a",
        "nan",
        "<na>",
        "nat",
        "x",
        "(x)",
        "c",
        "(c)",
        "not applicable",
        "na",
        "n.a.",
        "n.a",
        "#n/a",
        "null",
        "none",
        "nd",
        "n.d.",
        "n.e.",
        "(d)",
        "not available",
        "confidential",
    ];
    SIGNS.contains(&text) || WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// `2억9134만`: each word scales the number before it; the last word gives the rounding.
fn in_words(text: &str) -> Option<(Printed, Unit)> {
    let mut rest = text;
    let mut whole = 0i128;
    let mut above: Option<u32> = None;
    loop {
        let end = rest
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.')))
            .unwrap_or(rest.len());
        let (digits, tail) = rest.split_at(end);
        let printed = Printed::read(digits).ok()?;
        let (power, tail) = word(tail.trim_start())?;
        let room = above.map_or(Some(0), |above| {
            above.checked_sub(power).filter(|room| *room > 0)
        });
        let shift = 10i128.checked_pow(room?)?;
        if above.is_some()
            && printed.digits >= shift.checked_mul(10i128.checked_pow(printed.decimals)?)?
        {
            return None;
        }
        whole = whole.checked_mul(shift)?;
        if tail.is_empty() {
            let scale = 10i128.checked_pow(printed.decimals)?;
            let digits = whole.checked_mul(scale)?.checked_add(printed.digits)?;
            let decimals = printed.decimals;
            return Some((Printed { digits, decimals }, Unit { power }));
        }
        if printed.decimals > 0 {
            return None;
        }
        whole = whole.checked_add(printed.digits)?;
        above = Some(power);
        rest = tail.trim_start();
    }
}

/// The scale word at the start of `text`, with the rest. At the end of the text the scale is one.
fn word(text: &str) -> Option<(u32, &str)> {
    if text.is_empty() {
        return Some((0, text));
    }
    WORDS
        .iter()
        .find_map(|(word, power)| text.strip_prefix(word).map(|tail| (*power, tail)))
}

#[cfg(test)]
mod tests;
