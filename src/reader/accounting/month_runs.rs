//! Recognises a run of months without a year: `1-9月`, `1월~9월`, `Jan.-Sep.`, `first nine months`.

use crate::reader::cells::month_names::named_month;

const NUMBERS: [&str; 10] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
];

/// The length of a run of months at the start of `text`.
pub(super) fn month_run(text: &str) -> Option<usize> {
    let end = in_numbers(text)
        .or_else(|| in_names(text))
        .or_else(|| first_months(text))?;
    Some(text.len() - end.len())
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
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at(end);
    let month = digits.parse().ok().filter(|month| (1..=12).contains(month));
    Some((month.filter(|_| end <= 2)?, rest))
}

/// The rest after `Jan.-Sep.`, `January to September`.
fn in_names(text: &str) -> Option<&str> {
    let (first, rest) = name(text)?;
    let rest = rest.trim_start();
    let rest = dash(rest).or_else(|| {
        let words = ["to ", "through ", "thru ", "until "];
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
