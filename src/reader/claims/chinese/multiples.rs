//! Parses changes stated as a fraction or a multiple of the base: `三成`, `近三分之二`, `翻两番`,
//! `增长两倍`, `增至三倍`, `不足上年同期的四成`.

use super::numerals::numeral;
use super::words::UNITS;
use crate::reader::claims::wire_words::WirePiece;
use crate::trade::{Precision, StatedNumber, Trend};

type Found = Option<(WirePiece, usize)>;

/// The precision given by a word at the start of a text, and the rest.
fn precision(text: &str) -> (Option<Precision>, &str) {
    let fitting = UNITS.about.iter().filter_map(|(word, precision)| {
        let rest = text.strip_prefix(*word)?;
        Some((word.len(), *precision, rest))
    });
    let longest = fitting.max_by_key(|(length, ..)| *length);
    longest.map_or((None, text), |(_, precision, rest)| (Some(precision), rest))
}

/// The precision given by a word before a number or by one behind it, and the rest of the text. With
/// words on both sides it is not understood.
fn behind(before: Option<Precision>, text: &str) -> Option<(Option<Precision>, &str)> {
    let words = [
        ("以上", Precision::AtLeast),
        ("以下", Precision::AtMost),
        ("多", Precision::MoreThan),
        ("左右", Precision::About),
    ];
    let found = words
        .iter()
        .find_map(|(word, precision)| Some((*precision, text.strip_prefix(*word)?)));
    match (before, found) {
        (Some(_), Some(_)) => None,
        (None, Some((precision, rest))) => Some((Some(precision), rest)),
        (_, None) => Some((before, text)),
    }
}

/// A number with its own precision and that before the base it is a fraction of, if any.
fn both(outer: Option<Precision>, text: &str) -> Option<(Option<Precision>, &str)> {
    match (outer, precision(text)) {
        (Some(_), (Some(_), _)) => None,
        (Some(outer), (None, rest)) => Some((Some(outer), rest)),
        (None, own) => Some(own),
    }
}

/// A part of the base by which it changed.
pub(super) fn part(text: &str) -> Found {
    let (number, after) = share(None, text)?;
    Some((WirePiece::Percent(number), text.len() - after.len()))
}

/// `三成`, `近四成`, `逾三成`: tenths, accurate to half a tenth; `三分之一`, `近三分之二`, `一半`,
/// `过半`: fractions.
fn share(outer: Option<Precision>, text: &str) -> Option<(StatedNumber, &str)> {
    if let (None, Some(after)) = (outer, text.strip_prefix("过半")) {
        return Some((StatedNumber::fraction(1, 2, Precision::MoreThan)?, after));
    }
    let (before, body) = both(outer, text)?;
    let fraction = |one, of, after| {
        let (precision, after) = behind(before, after)?;
        let precision = precision.unwrap_or(Precision::About);
        Some((StatedNumber::fraction(one, of, precision)?, after))
    };
    if let Some(after) = body.strip_prefix("一半") {
        return fraction(1, 2, after);
    }
    let (count, length) = numeral(body)?;
    let rest = &body[length..];
    if let Some(parts) = rest.strip_prefix("分之") {
        let (one, length) = numeral(parts)?;
        let is_part = (2..=10).contains(&count) && (1..count).contains(&one);
        return is_part
            .then(|| fraction(one, count, &parts[length..]))
            .flatten();
    }
    let after = rest.strip_prefix('成')?;
    let is_whole = (1..=9).contains(&count) && numeral(after).is_none() && !after.starts_with('半');
    let (precision, after) = behind(before, after)?;
    let tenths = StatedNumber::whole(i128::from(count) * 10);
    let number = tenths.meant(precision.unwrap_or(Precision::About));
    is_whole.then_some((number, after))
}

/// A percentage with its sign.
fn percent(outer: Option<Precision>, text: &str) -> Option<(StatedNumber, &str)> {
    let (precision, body) = both(outer, text)?;
    let (number, length) = StatedNumber::read_start(body)?;
    let after = body[length..].trim_start().strip_prefix(['%', '％'])?;
    let is_plain = body.starts_with(|sign: char| sign.is_ascii_digit()) && !after.starts_with('p');
    is_plain.then(|| (number.meant(precision.unwrap_or_default()), after))
}

/// `三倍`, `近2.9倍`, `两倍多`.
fn count_of_times(outer: Option<Precision>, text: &str) -> Option<(StatedNumber, &str)> {
    let (before, body) = both(outer, text)?;
    (!body.starts_with(['-', '−', '–', '+'])).then_some(())?;
    let in_words = || {
        let (count, length) = numeral(body)?;
        Some((StatedNumber::whole(count.into()), length))
    };
    let (number, length) = StatedNumber::read_start(body).or_else(in_words)?;
    let after = body[length..].strip_prefix('倍')?;
    let (precision, after) = behind(before, after)?;
    Some((number.meant(precision.unwrap_or_default()), after))
}

/// Words for a year earlier before what is left of it, with `的`.
const OF_A_YEAR_EARLIER: [&str; 8] = [
    "去年同期的",
    "上年同期的",
    "去年同月的",
    "上年同月的",
    "一年前的",
    "原来的",
    "去年同期水平的",
    "上年同期水平的",
];

/// Verbs of a level that is reached, with their direction.
const REACHED: [(&str, Trend); 24] = [
    ("增至", Trend::Rise),
    ("升至", Trend::Rise),
    ("增长至", Trend::Rise),
    ("增长到", Trend::Rise),
    ("增加至", Trend::Rise),
    ("增加到", Trend::Rise),
    ("扩大至", Trend::Rise),
    ("扩大到", Trend::Rise),
    ("上升至", Trend::Rise),
    ("上升到", Trend::Rise),
    ("增到", Trend::Rise),
    ("降至", Trend::Fall),
    ("减至", Trend::Fall),
    ("跌至", Trend::Fall),
    ("降到", Trend::Fall),
    ("减到", Trend::Fall),
    ("下降至", Trend::Fall),
    ("下降到", Trend::Fall),
    ("减少至", Trend::Fall),
    ("减少到", Trend::Fall),
    ("下跌至", Trend::Fall),
    ("下滑至", Trend::Fall),
    ("萎缩至", Trend::Fall),
    ("缩减至", Trend::Fall),
];

/// A multiple or a part of the value of a year earlier: `翻了一番`, `翻两番`, `去年同期的2.2倍`,
/// `增至三倍`, `降至上年同期的三分之一`, `不足上年同期的四成`; or by how many times it grew,
/// `近两倍`.
pub(super) fn times(text: &str) -> Found {
    let found = |(number, after): (StatedNumber, &str)| {
        (WirePiece::Times(number), text.len() - after.len())
    };
    if let Some(times) = doublings(text) {
        return Some(found(times));
    }
    if let Some((verb, trend)) = REACHED.iter().find(|(verb, _)| text.starts_with(verb)) {
        let rest = &text[verb.len()..];
        let rest = rest.strip_prefix('了').unwrap_or(rest);
        let bare = || count_of_times(None, rest).or_else(|| left(share(None, rest)));
        let reached = of_a_year_earlier(rest).or_else(bare);
        return reached
            .filter(|(number, _)| is_more(*number) == (*trend == Trend::Rise))
            .map(found);
    }
    if let Some(part) = of_a_year_earlier(text) {
        return Some(found(part));
    }
    let (number, after) = count_of_times(None, text)?;
    let percent = number.times_ten_to(2);
    Some((WirePiece::TimesMore(percent), text.len() - after.len()))
}

/// `翻番`, `几乎翻番`, `翻了一番多`; `翻两番` is four times, `翻三番` eight times.
fn doublings(text: &str) -> Option<(StatedNumber, &str)> {
    let (before, body) = ["几乎", "近乎", "接近", "将近", "近"]
        .iter()
        .find_map(|word| Some((Some(Precision::Almost), text.strip_prefix(*word)?)))
        .unwrap_or((None, text));
    let rest = body.strip_prefix('翻')?;
    let rest = rest.strip_prefix('了').unwrap_or(rest);
    let (before, rest) = match rest.strip_prefix("近") {
        Some(rest) if before.is_none() => (Some(Precision::Almost), rest),
        _ => (before, rest),
    };
    let (count, length) = match rest.starts_with('番') {
        true => (1, 0),
        false => numeral(rest)?,
    };
    let rest = &rest[length..];
    let after = match rest.strip_prefix('番') {
        Some(after) => after,
        // `翻了一倍` is once more; `翻两倍` may be two times or three.
        None if count == 1 => rest.strip_prefix('倍')?,
        None => return None,
    };
    let (precision, after) = behind(before, after)?;
    // How far `近两番` is from four times is not clear.
    let is_sure = (1..=3).contains(&count) && (count == 1 || precision.is_none());
    let times = StatedNumber::multiple(1 << count, precision.unwrap_or_default());
    is_sure.then_some((times, after))
}

/// `上年同期的2.9倍`, `不足上年同期的四成`, `上年同期的38%`.
fn of_a_year_earlier(text: &str) -> Option<(StatedNumber, &str)> {
    let (before, body) = precision(text);
    let rest = OF_A_YEAR_EARLIER
        .iter()
        .find_map(|head| body.strip_prefix(*head))?;
    count_of_times(before, rest)
        .or_else(|| left(share(before, rest)))
        .or_else(|| left(percent(before, rest)))
}

/// A percentage as a multiple.
fn left(share: Option<(StatedNumber, &str)>) -> Option<(StatedNumber, &str)> {
    share.map(|(number, after)| (number.times_ten_to(-2), after))
}

fn is_more(number: StatedNumber) -> bool {
    let one = 10i128.checked_pow(number.exponent.min(0).unsigned_abs());
    one.is_some_and(|one| number.digits >= one)
}
