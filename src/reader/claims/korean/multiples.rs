//! Parses changes stated as a fraction or a multiple of the base: `3분의 1 감소했다`, `2배로 늘었다`, `3분의 1로
//! 줄었다`, `전년 동월의 38% 수준`.

use crate::reader::claims::pieces::digits;
use crate::reader::claims::wire_words::WirePiece;
use crate::trade::{Precision, StatedNumber, Trend};

/// `3분의 1`, `약 3분의 1`, `절반`, `절반 이상`, `반토막`: the fraction of the value a year earlier by which it
/// changed. The fraction that is left (`3분의 1로`, `3분의 1 수준`) is something else, except that for a
/// half both are the same.
pub(super) fn part(text: &str) -> Option<(WirePiece, usize)> {
    let (before, body) = ["약 ", "거의 "]
        .iter()
        .find_map(|word| Some((*word, text.strip_prefix(*word)?)))
        .unwrap_or(("", text));
    let half = ["절반", "반토막"]
        .iter()
        .find_map(|word| body.strip_prefix(*word));
    let (one, of, after) = match half {
        Some(after) => (1, 2, after),
        None => {
            let (of, length) = digits(body)?;
            let rest = body[length..].strip_prefix("분의")?.trim_start();
            let (one, length) = digits(rest)?;
            (one, of, &rest[length..])
        }
    };
    let (behind, after) = ["이상", "넘게", "가까이", "가량", "정도"]
        .iter()
        .find_map(|word| Some((*word, after.trim_start().strip_prefix(*word)?)))
        .unwrap_or(("", after));
    let is_left = ["로", "으로", "수준", "에 그", "밖에", "만"]
        .iter()
        .any(|word| after.trim_start().starts_with(word));
    let is_part = (2..=10).contains(&of) && (1..of).contains(&one);
    (is_part && (half.is_some() || !is_left)).then_some(())?;
    let precision = match (before, behind) {
        (_, "이상") => Precision::AtLeast,
        (_, "넘게") => Precision::MoreThan,
        ("거의 ", _) | (_, "가까이") => Precision::Almost,
        _ => Precision::Printed,
    };
    let number = StatedNumber::fraction(one, of, precision)?;
    Some((WirePiece::Percent(number), text.len() - after.len()))
}

/// Verbs of a rise behind the multiple that was reached.
const ROSE: [&str; 12] = [
    "늘었다",
    "늘어났다",
    "증가했다",
    "급증했다",
    "뛰었다",
    "불어났다",
    "확대됐다",
    "늘었고",
    "증가했고",
    "늘었으며",
    "늘어",
    "증가해",
];

/// Verbs of a fall behind the part that is left.
const FELL: [&str; 13] = [
    "줄었다",
    "줄어들었다",
    "감소했다",
    "급감했다",
    "떨어졌다",
    "축소됐다",
    "쪼그라들었다",
    "줄었고",
    "감소했고",
    "줄었으며",
    "줄어들어",
    "줄어",
    "감소해",
];

/// A multiple or a part of the value of a year earlier: `두 배로 늘었다`, `작년 동기의 2.2배`, `3분의 1로
/// 줄었다`, `절반 이하로 감소했다`, `전년 동월의 38% 수준으로 줄었다`, `반토막 났다`. Whether `2배 늘었다` is to or
/// by that multiple is unclear.
pub(super) fn times(text: &str) -> Option<(WirePiece, usize)> {
    // Of a half, what it fell by is what is left.
    if text.starts_with("절반으로") {
        return None;
    }
    let base = of_a_year_earlier(text);
    let body = base.unwrap_or(text);
    let (about, body) = [("약 ", Precision::About), ("거의 ", Precision::Almost)]
        .iter()
        .find_map(|(word, precision)| Some((Some(*precision), body.strip_prefix(*word)?)))
        .unwrap_or((None, body));
    if base.is_none()
        && about.is_none()
        && let Some(after) = [
            "반토막 났다",
            "반토막이 났다",
            "반 토막 났다",
            "반 토막이 났다",
            "반토막났다",
        ]
        .iter()
        .find_map(|words| body.strip_prefix(*words))
    {
        let half = StatedNumber::fraction(1, 2, Precision::Printed)?.times_ten_to(-2);
        return Some((WirePiece::Times(half), text.len() - after.len()));
    }
    let (measure, rest) = multiple(body).or_else(|| left(body, base.is_some()))?;
    let trend = match measure {
        Measure::Times(_) | Measure::Multiple(_) => Trend::Rise,
        _ => Trend::Fall,
    };
    let (behind, after) = reached(rest, trend, base.is_some())?;
    if about.is_some() && behind.is_some() {
        return None;
    }
    let precision = about.or(behind).unwrap_or_default();
    let number = match measure {
        Measure::Times(number) => number.meant(precision),
        Measure::Multiple(count) => StatedNumber::multiple(count, precision),
        Measure::Percent(number) => number.meant(precision).times_ten_to(-2),
        Measure::Fraction(one, of) => StatedNumber::fraction(one, of, precision)?.times_ten_to(-2),
    };
    Some((WirePiece::Times(number), text.len() - after.len()))
}

/// What a value is of the one a year earlier.
#[derive(Clone, Copy)]
enum Measure {
    Times(StatedNumber),
    /// A multiple in a word.
    Multiple(i128),
    Percent(StatedNumber),
    Fraction(u32, u32),
}

/// `두 배`, `2.9배`, `갑절`.
fn multiple(text: &str) -> Option<(Measure, &str)> {
    for (word, count) in [("갑절", 2), ("곱절", 2), ("배로", 2)] {
        if let Some(rest) = text.strip_prefix(word) {
            // `배로` alone is twice.
            let rest = if word == "배로" {
                &text["배".len()..]
            } else {
                rest
            };
            return Some((Measure::Multiple(count), rest));
        }
    }
    let words = [
        ("두", 2),
        ("세", 3),
        ("네", 4),
        ("다섯", 5),
        ("여섯", 6),
        ("일곱", 7),
        ("여덟", 8),
        ("아홉", 9),
        ("열", 10),
    ];
    let in_words = words
        .iter()
        .find_map(|(word, count)| Some((Measure::Multiple(*count), text.strip_prefix(*word)?)));
    let (measure, rest) = in_words.or_else(|| {
        let (number, length) = StatedNumber::read_start(text)?;
        (number.digits > 0).then_some((Measure::Times(number), &text[length..]))
    })?;
    let rest = rest.trim_start().strip_prefix('배')?;
    Some((measure, rest))
}

/// `3분의 1`, `절반`, and `38%` if the base is stated.
fn left(text: &str, has_base: bool) -> Option<(Measure, &str)> {
    if let Some(rest) = text.strip_prefix("절반") {
        return Some((Measure::Fraction(1, 2), rest));
    }
    if let Some((of, length)) = digits(text)
        && let Some(rest) = text[length..].strip_prefix("분의")
    {
        let rest = rest.trim_start();
        let (one, length) = digits(rest)?;
        let is_part = (2..=10).contains(&of) && (1..of).contains(&one);
        return is_part.then(|| (Measure::Fraction(one, of), &rest[length..]));
    }
    has_base.then_some(())?;
    let (number, length) = StatedNumber::read_start(text)?;
    let rest = text[length..].trim_start().strip_prefix(['%', '％'])?;
    (number.digits > 0).then_some((Measure::Percent(number), rest))
}

/// The precision behind what was reached, and the text after the words that say that it was reached:
/// `로 늘었다`, ` 이하로 줄었다`, `에 달했다`, ` 수준에 그쳤다`. Behind `전년 동월의` the multiple may stand
/// alone.
fn reached(text: &str, trend: Trend, has_base: bool) -> Option<(Option<Precision>, &str)> {
    let body = text.trim_start();
    let to: &[(&str, Option<Precision>)] = &[
        ("로", None),
        ("으로", None),
        ("수준으로", None),
        ("수준까지", None),
        ("이상으로", Some(Precision::AtLeast)),
        ("이하로", Some(Precision::AtMost)),
        ("이하 수준으로", Some(Precision::AtMost)),
        ("미만으로", Some(Precision::LessThan)),
        ("가까이로", Some(Precision::Almost)),
        ("가까운 수준으로", Some(Precision::Almost)),
    ];
    let verbs: &[&str] = match trend {
        Trend::Rise => &ROSE,
        Trend::Fall => &FELL,
    };
    let found = to.iter().find_map(|(words, precision)| {
        let rest = body.strip_prefix(*words)?.trim_start();
        let after = verbs.iter().find_map(|verb| rest.strip_prefix(*verb))?;
        Some((*precision, after))
    });
    if found.is_some() {
        return found;
    }
    let ends: &[(&str, Option<Precision>)] = match trend {
        Trend::Rise => &[
            ("에 달했다", None),
            ("에 이르렀다", None),
            ("가 됐다", None),
            ("가 되었다", None),
            ("를 넘었다", Some(Precision::MoreThan)),
            ("이상이었다", Some(Precision::AtLeast)),
        ],
        Trend::Fall => &[
            ("수준에 그쳤다", None),
            ("수준에 머물렀다", None),
            ("수준에 불과했다", None),
            ("에 그쳤다", None),
            ("에 불과했다", None),
            ("수준이다", None),
            ("수준이었다", None),
            ("에도 못 미쳤다", Some(Precision::LessThan)),
            ("에 못 미쳤다", Some(Precision::LessThan)),
        ],
    };
    let found = ends
        .iter()
        .find_map(|(words, precision)| Some((*precision, body.strip_prefix(*words)?)));
    if found.is_some() {
        return found;
    }
    // Of a part, something else may follow: `전년 동월의 38% 감소`.
    let is_plain = has_base && trend == Trend::Rise;
    is_plain.then(|| {
        let ends = ["이었다", "였다", "이다", "다"];
        let after = ends.iter().find_map(|end| body.strip_prefix(*end));
        (None, after.unwrap_or(text))
    })
}

/// The text behind `작년 동기의`, `지난해 같은 기간의`.
fn of_a_year_earlier(text: &str) -> Option<&str> {
    let heads = ["전년", "지난해", "작년"];
    let rest = heads.iter().find_map(|head| text.strip_prefix(*head))?;
    let sames = ["같은 기간의", "같은 달의", "동기의", "동월의"];
    let rest = rest.trim_start();
    let rest = sames.iter().find_map(|same| rest.strip_prefix(*same))?;
    Some(rest.trim_start())
}
