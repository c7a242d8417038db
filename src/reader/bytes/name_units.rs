//! The names of files as characters, numbers and dates, to be compared with each other.

use crate::reader::cells::month_names::named_month;

/// A character. A number is represented as the digit zero with its value and its number of digits.
pub(super) type NameUnit = (char, u64, usize);

/// A name as characters and numbers. `1.3.2018` and `1 Mar 2018` compare as 2018-03-01, and `Mar2018`
/// as 2018-03.
pub(super) fn signs(name: &str) -> Vec<NameUnit> {
    let name = with_months_as_numbers(name);
    let mut signs: Vec<NameUnit> = Vec::new();
    let mut rest = name.as_str();
    while let Some(first) = rest.chars().next() {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, after) = rest.split_at(digits.max(first.len_utf8()));
        signs.push(match digits {
            0 => (first, 0, 0),
            _ => ('0', number.parse().unwrap_or(u64::MAX), digits),
        });
        rest = after;
    }
    for at in 4..signs.len() {
        if let [
            (_, day, 1..=2),
            (one @ ('.' | '-' | '_' | ' '), ..),
            (_, month, 1..=2),
            (other, ..),
            (_, year, 4),
        ] = signs[at - 4..=at]
            && one == other
            && (1..=31).contains(&day)
            && (1..=12).contains(&month)
        {
            let number = |value, digits| ('0', value, digits);
            signs[at - 4] = number(year, 4);
            signs[at - 2] = number(month, 2);
            signs[at] = number(day, 2);
        }
    }
    signs
}

/// A name in which a month in letters before its year is written in numbers: `x_oct2017` as
/// `x_2017-10`, `x 23 oct 2017` as `x 2017-10-23`.
fn with_months_as_numbers(name: &str) -> String {
    let lower = name.to_lowercase();
    let parts: Vec<&str> = parts(&lower);
    let separates = |at: usize| parts.get(at).is_some_and(|part| is_separator(part));
    let year_at = |at: usize| {
        let year = parts.get(at)?;
        (year.len() == 4 && (year.starts_with("19") || year.starts_with("20"))).then_some(*year)
    };
    let mut text: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        let after = at + 1 + usize::from(separates(at + 1));
        match (named_month(part).filter(|_| part.len() > 2), year_at(after)) {
            (Some(month), Some(year)) => {
                // A day before it, with or without a sign between.
                let back = 1 + usize::from(text.last().is_some_and(|last| is_separator(last)));
                let day = text.len().checked_sub(back).and_then(|at| text.get(at));
                let day = day.and_then(|day| day.parse::<u32>().ok());
                let day = day.filter(|day| (1..=31).contains(day));
                let date = match day {
                    Some(day) => {
                        text.truncate(text.len() - back);
                        format!("{year}-{month:02}-{day:02}")
                    }
                    None => format!("{year}-{month:02}"),
                };
                text.push(date);
                at = after + 1;
            }
            _ => {
                text.push((*part).to_owned());
                at += 1;
            }
        }
    }
    text.concat()
}

fn is_separator(part: &str) -> bool {
    matches!(part, " " | "-" | "_" | ".")
}

/// Runs of ASCII letters, runs of digits, and every other character by itself.
fn parts(name: &str) -> Vec<&str> {
    let kind = |c: char| match c {
        'a'..='z' => 1,
        '0'..='9' => 2,
        _ => 0,
    };
    let mut parts = Vec::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let of = kind(first);
        let end = match of {
            0 => first.len_utf8(),
            _ => rest.find(|c| kind(c) != of).unwrap_or(rest.len()),
        };
        let (part, after) = rest.split_at(end);
        parts.push(part);
        rest = after;
    }
    parts
}
