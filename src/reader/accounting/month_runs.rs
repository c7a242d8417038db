//! Recognises a run of months without a year: `1-9月`, `1월~9월`, `Jan.-Sep.`, `first nine months`.

use crate::reader::cells::month_names::named_month;

const NUMBERS: [&str; 10] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
];

/// The length of a run of months at the start of `text`.
pub(super) fn month_run(text: &str) -> Option<usize> {
    let end = in_numbers(text)
        .or_else(|| in_names(text))
        .or_else(|| first_months(text))
        .or_else(|| counted_months(text))
        .or_else(|| within_year(text))
        .or_else(|| up_to_month(text))?;
    Some(text.len() - end.len())
}

/// The rest after a number of months together: `12 months to`, `9-month`, `9M 2017`, `前9月`, `9개월`.
fn counted_months(text: &str) -> Option<&str> {
    const CHINESE: &str = "二三四五六七八九十";
    let rest = text.strip_prefix('前').unwrap_or(text);
    let is_first = rest.len() < text.len();
    let (count, rest) = match number(rest) {
        Some((count, rest)) => (Some(count), rest),
        None => {
            let digit = rest.chars().next()?;
            let is_digit = CHINESE.contains(digit);
            let word = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
            match is_digit {
                true => (None, &rest[digit.len_utf8()..]),
                false if NUMBERS.contains(&&rest[..word]) => (None, &rest[word..]),
                false => return None,
            }
        }
    };
    if count.is_some_and(|count| count < 2) {
        return None;
    }
    if let Some(after) = ["个月", "個月", "개월"]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
    {
        return Some(after);
    }
    if is_first {
        return rest.strip_prefix('月');
    }
    // `9M 2017`, `9M17`, `12m to September`.
    if let Some(after) = rest.strip_prefix('m') {
        let after = after.trim_start();
        let is_time = after.starts_with("to ") || year(after).is_some() || two_digits(after);
        return (count.is_some() && is_time).then_some(after);
    }
    if let Some(after) = rest.strip_prefix("-month") {
        return (!after.starts_with(|c: char| c.is_ascii_alphanumeric())).then_some(after);
    }
    let after = rest.trim_start().strip_prefix("months ")?;
    let ends = [
        "to ", "ended ", "ending ", "through ", "until ", "of ", "in ",
    ];
    ends.iter()
        .any(|word| after.starts_with(word))
        .then_some(after)
}

fn two_digits(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 2 && !text[2..].starts_with(|c: char| c.is_alphanumeric() || c == '-')
}

/// A year at the start of a text, and the rest.
pub(super) fn year(text: &str) -> Option<(&str, &str)> {
    let (year, rest) = text.split_at_checked(4)?;
    let is_one = (year.starts_with("19") || year.starts_with("20"))
        && year.bytes().all(|byte| byte.is_ascii_digit());
    (is_one && !rest.starts_with(|c: char| c.is_ascii_digit())).then_some((year, rest))
}

/// The rest after months of one year: `2017 1-9`, `2017M1-9`, `01-09/2017`, `2017-01/2017-09`.
fn within_year(text: &str) -> Option<&str> {
    let ends =
        |rest: &&str| !rest.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '/');
    let pair = |text| {
        let (first, rest) = number(text)?;
        let (last, rest) = number(dash(rest.trim_start())?.trim_start())?;
        (first < last).then_some(rest)
    };
    if let Some((first_year, rest)) = year(text) {
        if let Some(months) = rest.strip_prefix([' ', '.', 'm']) {
            return pair(months).filter(ends);
        }
        let (first, rest) = number(rest.strip_prefix(['-', '.'])?)?;
        let rest = rest.trim_start();
        let joints = ["/", "~", "–", "—", "to ", "through ", "至", "- "];
        let rest = joints.iter().find_map(|joint| rest.strip_prefix(joint))?;
        let (second_year, rest) = year(rest.trim_start())?;
        let (last, rest) = number(rest.strip_prefix(['-', '.'])?)?;
        return (first_year == second_year && first < last)
            .then_some(rest)
            .filter(ends);
    }
    let rest = pair(text)?.strip_prefix('/')?;
    year(rest).map(|(_, rest)| rest)
}

/// The rest after `year to September`, `9월까지`.
fn up_to_month(text: &str) -> Option<&str> {
    if let Some(rest) = text
        .strip_prefix("year to ")
        .or(text.strip_prefix("year-to-"))
    {
        return name(rest).map(|(_, rest)| rest);
    }
    let (_, rest) = number(text)?;
    rest.strip_prefix("월까지")
        .or_else(|| rest.strip_prefix("月止"))
}

/// A first month with its year at the start of `text`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum FirstMonth {
    /// `from January 2017 onwards`: a statement about a series.
    Onwards(usize),
    /// `since January 2017`, `from January 2017 to …`: the months of a series, or their sum.
    Run(usize),
}

/// `since January 2017` at the start of `text`. Without a year it is the year to date.
pub(super) fn since_january(text: &str) -> Option<FirstMonth> {
    let rest = ["since ", "from "]
        .iter()
        .find_map(|word| text.strip_prefix(word))?;
    let (month, rest) = name(rest)?;
    let rest = rest.strip_prefix(' ')?;
    let (year, after) = rest.split_at_checked(4)?;
    let is_year = year.bytes().all(|digit| digit.is_ascii_digit());
    if month != 1 || !is_year || after.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let onwards = ["onwards", "onward", "on ", "forward"];
    let is_onwards = |word: &&&str| after.trim_start().starts_with(**word);
    Some(match onwards.iter().find(is_onwards) {
        Some(word) => {
            let rest = after.trim_start();
            FirstMonth::Onwards(text.len() - rest.len() + word.trim_end().len())
        }
        None => FirstMonth::Run(text.len() - after.len()),
    })
}

/// The rest after `1-9月`, `1월~9월`, `1~当月`.
fn in_numbers(text: &str) -> Option<&str> {
    let (first, rest) = number(text)?;
    let rest = without_any(rest, &["月份", "月", "월"]).trim_start();
    let rest = dash(rest)?.trim_start();
    if let Some(rest) = ["当月", "當月", "本月", "당월"]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
    {
        return Some(rest);
    }
    let (last, rest) = number(rest)?;
    let after = without_any(rest, &["月份", "月", "월"]);
    (first < last && after.len() < rest.len()).then_some(after)
}

/// The number of a month.
fn number(text: &str) -> Option<(u32, &str)> {
    number_up_to(text, 12)
}

/// A number of one or two digits, from one to the last, and the rest.
pub(super) fn number_up_to(text: &str, last: u32) -> Option<(u32, &str)> {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at(end);
    let number = digits.parse().ok()?;
    (end <= 2 && (1..=last).contains(&number)).then_some((number, rest))
}

/// The rest after `Jan.-Sep.`, `January to September`.
fn in_names(text: &str) -> Option<&str> {
    let (first, rest) = name(text)?;
    let rest = rest.trim_start();
    let rest = dash(rest).or_else(|| {
        let words = ["to ", "through ", "thru ", "until ", "/", ".."];
        words.iter().find_map(|word| rest.strip_prefix(word))
    })?;
    let (last, rest) = name(rest.trim_start())?;
    (first < last).then_some(rest)
}

/// The month that a word names, with its point.
fn name(text: &str) -> Option<(usize, &str)> {
    let end = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (word, rest) = text.split_at(end);
    let month = named_month(word).filter(|_| end > 2)?;
    Some((month, rest.strip_prefix('.').unwrap_or(rest)))
}

/// The rest after `first nine months`.
fn first_months(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("first ")?;
    let word = rest.split(' ').next()?;
    let is_number =
        NUMBERS.contains(&word) || number(word).is_some_and(|(_, rest)| rest.is_empty());
    let rest = rest.strip_prefix(word)?.strip_prefix(" months")?;
    is_number.then_some(rest)
}

fn dash(text: &str) -> Option<&str> {
    let dashes = ["-", "–", "—", "~", "～", "〜", "至", "到", "부터"];
    dashes.iter().find_map(|dash| text.strip_prefix(dash))
}

fn without_any<'t>(text: &'t str, words: &[&str]) -> &'t str {
    let rest = words.iter().find_map(|word| text.strip_prefix(word));
    rest.unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn january_with_a_year_begins_a_series() {
        let text = "from january 2017 onwards follow";
        let length = "from january 2017 onwards".len();
        assert_eq!(since_january(text), Some(FirstMonth::Onwards(length)));
        let text = "since jan. 2017, usd";
        assert_eq!(since_january(text), Some(FirstMonth::Run(15)));
        for text in [
            "since january",
            "from january to september 2017",
            "since march 2017",
        ] {
            assert_eq!(since_january(text), None, "{text}");
        }
    }

    #[test]
    fn runs_of_months_are_told_by_their_form() {
        for text in [
            "1-9月",
            "1~9월",
            "1월~9월",
            "1月至9月",
            "1-当月",
            "1월부터 9월",
            "jan.-sep.",
            "jan-sep",
            "january to september",
            "first nine months",
            "first 9 months",
        ] {
            assert_eq!(month_run(text), Some(text.len()), "{text}");
        }
        assert_eq!(month_run("1-9月累计"), Some("1-9月".len()));
        for text in [
            "12 months to september 2017",
            "9-month total",
            "9m 2017",
            "9m17",
            "12m to september",
            "前9月",
            "前9个月",
            "九个月",
            "9개월",
            "2017 1-9",
            "2017m1-9",
            "2017.1~9",
            "01-09/2017",
            "2017-01/2017-09",
            "2017-01 to 2017-09",
            "year to september",
            "9월까지",
            "jan/sep 2017",
        ] {
            assert!(month_run(text).is_some(), "{text}");
        }
        for text in [
            "2017-01-09",
            "2016-01 to 2017-09",
            "9 months",
            "9mn",
            "9m tonnes",
            "2017 1-9-1",
            "01/09/2017",
            "2017",
            "9 monthly",
            "1개월",
        ] {
            assert_eq!(month_run(text), None, "{text}");
        }
        for text in [
            "2017-09",
            "1-9",
            "9月",
            "sep-17",
            "2016-2017",
            "jan 2016 - sep 2017",
            "9-1月",
            "first month",
            "may to",
            "1-20月",
            "12-01",
        ] {
            assert_eq!(month_run(text), None, "{text}");
        }
    }
}
