//! Heads that join a time with words: `imports_201609`, `2016-09 Value`, `2017年9月进口`.

use crate::reader::cells::month::Dates;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::month_error::MonthError;
use crate::reader::layout::months::year_number;
use crate::reader::layout::wide::times::TimeOf;

/// A head parted into its time and the words around it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct TimedHead {
    pub column: usize,
    pub time: TimeOf,
    /// The words; empty if the head is only a time.
    pub words: String,
}

/// No head that joins a time with words is longer.
const LONGEST: usize = 120;

/// The heads of these that contain a month or a period; if none does, those that contain a year.
pub(super) fn parted(names: &[String]) -> Vec<TimedHead> {
    let found: Vec<(usize, (usize, usize))> = names
        .iter()
        .enumerate()
        .filter_map(|(column, name)| Some((column, longest_date(name)?)))
        .collect();
    if !found.is_empty() {
        let texts = found
            .iter()
            .map(|(column, (from, to))| &names[*column][*from..*to]);
        let dates = Dates::of(texts);
        let parts = found.iter().filter_map(|(column, (from, to))| {
            let name = &names[*column];
            Some(TimedHead {
                column: *column,
                time: TimeOf::Whole(dates.read(&name[*from..*to]).ok()?),
                words: around(name, *from, *to),
            })
        });
        return parts.collect();
    }
    let years = names.iter().enumerate().filter_map(|(column, name)| {
        let (from, to) = only_year(name)?;
        let year = year_number(&name[from..to])?;
        Some(TimedHead {
            column,
            time: TimeOf::Year(year),
            words: around(name, from, to),
        })
    });
    years.collect()
}

/// Whether a text contains a date or a year.
pub(super) fn has_time(text: &str) -> bool {
    longest_date(text).is_some() || only_year(text).is_some()
}

/// The words beside the only year of a head.
pub(super) fn year_and_words(name: &str) -> Option<String> {
    let (from, to) = only_year(name)?;
    Some(around(name, from, to)).filter(|words| !words.is_empty())
}

/// The longest part of a text that is a month or a period, or may be one.
pub(super) fn longest_date(text: &str) -> Option<(usize, usize)> {
    if text.len() > LONGEST || !has_digits(text, 4) {
        return None;
    }
    let is_date = |part: &str| {
        matches!(
            Dates::default().read(part),
            Ok(_)
                | Err(InputError::Month(MonthError::MonthAfterPoint)
                    | InputError::Month(MonthError::DayOrMonth))
        )
    };
    longest(text, is_date)
}

/// The year in a text that has a single one.
fn only_year(text: &str) -> Option<(usize, usize)> {
    if text.len() > LONGEST || !has_digits(text, 4) {
        return None;
    }
    longest(text, |part| year_number(part).is_some())
}

fn longest(text: &str, is_meant: impl Fn(&str) -> bool) -> Option<(usize, usize)> {
    let edges = edges(text);
    let mut best: Option<(usize, usize)> = None;
    for (at, from) in edges.iter().enumerate() {
        for to in edges[at + 1..].iter().rev() {
            let part = &text[*from..*to];
            let is_longer = best.is_none_or(|(from, to)| part.len() > to - from);
            let is_bare =
                part.chars().next().is_some_and(|c| c.is_alphanumeric()) && !part.ends_with(is_gap);
            if is_longer && is_bare && has_digits(part, 4) && is_meant(part) {
                best = Some((*from, *to));
            }
        }
    }
    best
}

fn has_digits(text: &str, count: usize) -> bool {
    let is_digit = |c: char| !c.is_ascii_digit();
    text.split(is_digit).any(|digits| digits.len() >= count)
}

fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '_' | ':' | '：' | ',' | '|' | '(' | '（' | '[' | '/' | ';'
        )
}

/// The places at which a word may begin or end. A head with very many is no head.
fn edges(text: &str) -> Vec<usize> {
    const MOST: usize = 24;
    let mut edges = vec![0];
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let parts = before.is_some_and(|before| {
            let ends_date = matches!(before, '年' | '월' | '月' | '년') && c != '份';
            let to_digit = before.is_alphabetic() && c.is_ascii_digit();
            let from_digit = before.is_ascii_digit() && c.is_alphabetic();
            !before.is_alphanumeric() || !c.is_alphanumeric() || ends_date || to_digit || from_digit
        });
        if parts {
            edges.push(at);
        }
        before = Some(c);
    }
    edges.push(text.len());
    edges.truncate(MOST);
    edges
}

/// The words around a part of a text. Brackets that held nothing else go with it.
fn around(text: &str, from: usize, to: usize) -> String {
    let (before, after) = (text[..from].trim_end(), text[to..].trim_start());
    let is_joint =
        |c: char| c.is_whitespace() || matches!(c, '_' | ':' | '：' | ',' | '|' | '-' | '.' | ';');
    let (before, after) = match (before.chars().next_back(), after.chars().next()) {
        (Some('(' | '（' | '['), Some(')' | '）' | ']')) => {
            let mut rest = after.chars();
            rest.next();
            let mut start = before.chars();
            start.next_back();
            (start.as_str(), rest.as_str())
        }
        _ => (before, after),
    };
    let before = before
        .trim_end_matches(is_joint)
        .trim_start_matches(is_joint);
    let after = after
        .trim_start_matches(is_joint)
        .trim_end_matches(is_joint);
    // A letter that a program put in front of a number: `m201609`.
    let before = match before.len() {
        1 if (after.is_empty() || before == "X")
            && before.starts_with(char::is_alphabetic)
            && text[1..].starts_with(|c: char| c.is_ascii_digit()) =>
        {
            ""
        }
        _ => before,
    };
    format!("{before} {after}").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(name: &str) -> Option<(String, String)> {
        let heads = parted(&[name.to_owned()]);
        let head = heads.into_iter().next()?;
        let time = match head.time {
            TimeOf::Whole(period) => period.to_string(),
            TimeOf::Year(year) => year.to_string(),
            TimeOf::Month(month) => month.to_string(),
        };
        Some((time, head.words))
    }

    #[test]
    fn a_head_is_parted_into_its_time_and_its_words() {
        for (name, time, words) in [
            ("imports_201609", "2016-09", "imports"),
            ("imports201609", "2016-09", "imports"),
            ("m201609", "2016-09", ""),
            ("X2016.09.imports", "2016-09", "imports"),
            ("2016-09 Imports (USD mn)", "2016-09", "Imports (USD mn)"),
            ("2017年9月进口(万美元)", "2017-09", "进口(万美元)"),
            ("2017.09 수입금액", "2017-09", "수입금액"),
            ("2017년 9월(당월)", "2017-09", "(당월)"),
            ("Imports (2017-09)", "2017-09", "Imports"),
            ("Imports Sep 2017 USD mn", "2017-09", "Imports USD mn"),
            ("2017.1~9월 금액", "2017-01..2017-09", "금액"),
            ("Imports 2016 (USD mn)", "2016", "Imports (USD mn)"),
            ("2016.9 당월", "2016-09", "당월"),
            ("2016.9 누계", "2016-09", "누계"),
            ("2016 Value", "2016", "Value"),
        ] {
            let expected = Some((time.to_owned(), words.to_owned()));
            assert_eq!(parts(name), expected, "{name}");
        }
        for name in ["Imports", "HS 2701 imports", "value", "270111"] {
            assert_eq!(parts(name), None, "{name}");
        }
        // The words keep what else a head says of time.
        let (_, words) = parts("2017-09/2016-09").expect("a time");
        assert!(words.contains("20"), "{words}");
    }
}
