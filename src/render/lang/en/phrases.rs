//! Numbers, amounts and months in English sentences.

use super::dates::name_of_month;
use crate::render::lang::brief::numbers::{Size, rounded, size};
use crate::report::brief::{StatedAmount, StatedPercent};
use crate::trade::{Currency, Month, Period};

/// `seventh`, `13th`.
pub(super) fn ordinal_in_words(number: u32) -> String {
    const WORDS: [&str; 10] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ];
    if let Some(word) = WORDS.get(number.saturating_sub(1) as usize) {
        return (*word).to_owned();
    }
    let ending = match (number % 10, number % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// `seven`, `13`.
pub(super) fn number_in_words(number: u32) -> String {
    const WORDS: [&str; 9] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    let word = WORDS.get(number.wrapping_sub(1) as usize);
    word.map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// `37.9%`, `about 38%`.
pub(super) fn percent(stated: StatedPercent) -> String {
    match size(stated) {
        Size::To(digits) => format!("{digits}%"),
        Size::MoreThan(digits) => format!("by more than {digits}%"),
        Size::About(digits) => format!("about {digits}%"),
        Size::Between(low, high) => format!("by between {low}% and {high}%"),
        Size::AtLeast(digits) => format!("by at least {digits}%"),
    }
}

/// `$145.8 million`, `about 1.5 billion yuan`.
pub(super) fn money(amount: StatedAmount, currency: Currency) -> String {
    let rounded = rounded(amount);
    let (power, word, most) = match rounded.units {
        size if size >= 1_000_000_000 => (9, " billion", 2),
        size if size >= 1_000_000 => (6, " million", 1),
        _ => (0, "", 0),
    };
    let digits = rounded.in_unit(power, most);
    let about = if rounded.is_about { "about " } else { "" };
    match currency {
        Currency::Usd => format!("{about}${digits}{word}"),
        Currency::Cny => format!("{about}{digits}{word} yuan"),
    }
}

/// `September 2017`.
pub(super) fn month(month: Month) -> String {
    format!("{} {}", name_of_month(month.month()), month.year())
}

/// `September 2017`, `January-September 2017`.
pub(super) fn period(period: Period) -> String {
    if period.is_month() {
        return month(period.from);
    }
    if period.from.year() == period.to.year() {
        let first = name_of_month(period.from.month());
        format!("{first}-{}", month(period.to))
    } else {
        format!("{}-{}", month(period.from), month(period.to))
    }
}

/// The text as a sentence, with a capital letter and a full stop.
pub(super) fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), chars.as_str()),
        None => String::new(),
    }
}

/// The text in lower case, for the middle of a sentence.
pub(super) fn lower(text: &str) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.clone().next()) {
        // `LPG` is unchanged.
        (Some(first), Some(second)) if !second.is_uppercase() => {
            format!("{}{}", first.to_lowercase(), chars.as_str())
        }
        _ => text.to_owned(),
    }
}
