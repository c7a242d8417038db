//! Recognises words for a time that is no month: `1-20 September`, `first 20 days`, `all of 2016`; and
//! for firms that were counted.

use crate::reader::accounting::month_runs::{number_up_to, year};
use crate::reader::cells::month_names::named_month;

/// What words at the start of a text say, with their length.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum PartOfTime {
    /// Some days of a month, or a year as a whole.
    Other(usize),
    /// All days of a month.
    WholeMonth(usize),
}

/// The days of a month, or a whole year, at the start of `text`.
pub(super) fn part_of_time(text: &str) -> Option<PartOfTime> {
    whole_year(text)
        .or_else(|| first_days(text))
        .map(|rest| PartOfTime::Other(text.len() - rest.len()))
        .or_else(|| days(text))
}

/// The rest after `all of 2016`, `the whole of 2016`.
fn whole_year(text: &str) -> Option<&str> {
    let begins = ["all of ", "the whole of ", "whole of ", "the entire "];
    let rest = begins.iter().find_map(|begin| text.strip_prefix(begin))?;
    let (_, after) = year(rest)?;
    (!after.starts_with(|c: char| c.is_ascii_alphanumeric())).then_some(after)
}

/// The rest after `first 20 days`, `20 days`.
fn first_days(text: &str) -> Option<&str> {
    let rest = ["first ", "last "]
        .iter()
        .find_map(|word| text.strip_prefix(word));
    let (number, rest) = number(rest.unwrap_or(text))?;
    let rest = rest.trim_start_matches([' ', '-']);
    let rest = ["working days", "days"]
        .iter()
        .find_map(|word| rest.strip_prefix(word))?;
    (2..28).contains(&number).then_some(rest)
}

/// `1-20 September`, `1–20日`, `Sep 1-20`, `9월 1~20일`.
fn days(text: &str) -> Option<PartOfTime> {
    let (first, last, rest) = match run(text) {
        Some((first, last, rest)) => (first, last, days_of(rest)?),
        None => {
            let (month, rest) = word(text);
            named_month(month).filter(|_| month.len() > 2)?;
            run(rest.trim_start_matches(['.', ' ']))?
        }
    };
    let length = text.len() - rest.len();
    if rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    Some(match (first, last) {
        (1, 28..) => PartOfTime::WholeMonth(length),
        _ => PartOfTime::Other(length),
    })
}

/// The rest after the month or the word for days that a run of days needs.
fn days_of(rest: &str) -> Option<&str> {
    let in_characters = ["日", "일", "号"];
    if let Some(after) = in_characters
        .iter()
        .find_map(|word| rest.strip_prefix(word))
    {
        return Some(after);
    }
    let rest = rest
        .strip_prefix("st")
        .or(rest.strip_prefix("th"))
        .unwrap_or(rest);
    let (month, after) = word(rest.trim_start());
    named_month(month)
        .filter(|_| month.len() > 2)
        .map(|_| after)
}

fn word(text: &str) -> (&str, &str) {
    text.split_at(text.bytes().take_while(u8::is_ascii_alphabetic).count())
}

/// Two days with a dash between them.
fn run(text: &str) -> Option<(u32, u32, &str)> {
    let (first, rest) = number(text)?;
    let rest = ["日", "일"]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .unwrap_or(rest);
    let dashes = ["-", "–", "—", "~", "～", "至", "到"];
    let rest = dashes
        .iter()
        .find_map(|dash| rest.trim_start().strip_prefix(dash))?;
    let (last, rest) = number(rest.trim_start())?;
    (first < last).then_some((first, last, rest))
}

/// The number of a day.
fn number(text: &str) -> Option<(u32, &str)> {
    number_up_to(text, 31)
}

/// The length of `40 firms` at the start of `text`.
pub(super) fn counted_firms(text: &str) -> Option<usize> {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text[end..].strip_prefix(['家', '个', '개', ' '])?;
    let nouns = [
        "firms",
        "companies",
        "enterprises",
        "企业",
        "公司",
        "기업",
        "업체",
    ];
    let rest = nouns.iter().find_map(|noun| rest.strip_prefix(noun))?;
    (end > 0).then(|| text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_years_are_told_by_their_form() {
        for text in [
            "1-20 september",
            "1–20日",
            "1~20일",
            "1日至20日",
            "sep 1-20",
            "sep. 1-10",
            "first 20 days",
            "20 days",
            "21 working days",
            "all of 2016",
            "the whole of 2016",
        ] {
            let whole = Some(PartOfTime::Other(text.len()));
            assert_eq!(part_of_time(text), whole, "{text}");
        }
        for text in ["1-30 september", "1-31日", "sep 1-30"] {
            let whole = Some(PartOfTime::WholeMonth(text.len()));
            assert_eq!(part_of_time(text), whole, "{text}");
        }
        for text in [
            "1-9",
            "2016-17",
            "1-20 firms",
            "20-1 september",
            "sep 2017",
            "sep-17",
            "30 days",
            "all of them",
            "9-1-2017",
            "1-20 2017",
        ] {
            assert_eq!(part_of_time(text), None, "{text}");
        }
        assert_eq!(counted_firms("40 firms answered"), Some(8));
        assert_eq!(counted_firms("40家企业"), Some("40家企业".len()));
        assert_eq!(counted_firms("40 firmly"), None);
    }
}
