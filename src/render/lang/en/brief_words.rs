//! Words of a statement in English: whose trade it is, how long a streak lasts, what is missing.

use super::dates::name_of_month;
use super::phrases::{lower, month, number_in_words, ordinal_in_words, period, sentence};
use crate::render::{Lang, labels, lang};
use crate::report::Heading;
use crate::report::brief::StreakStatement;
use crate::trade::{Currency, Flow, Missing, Period, Perspective, Sign};

/// `a seventh straight month of decline`.
pub(super) fn run(streak: &StreakStatement) -> String {
    let [noun, verb] = match streak.direction {
        Sign::Fall => ["decline", "down"],
        _ => ["growth", "up"],
    };
    match (streak.months, streak.is_at_least, streak.after) {
        (1, true, _) => String::new(),
        (1, false, Some((before, is_at_least))) => {
            let other = if streak.direction == Sign::Fall {
                "growth"
            } else {
                "decline"
            };
            let least = if is_at_least { "at least " } else { "" };
            let months = if before == 1 { "month" } else { "months" };
            let before = number_in_words(before);
            format!("after {least}{before} {months} of {other}")
        }
        (1, false, None) => String::new(),
        (months, true, _) => {
            let months = number_in_words(months);
            format!("{verb} for at least {months} straight months")
        }
        (months, false, _) => {
            let ordinal = ordinal_in_words(months);
            let article = if ordinal.starts_with(['8', 'e'])
                || ordinal.starts_with("11")
                || ordinal.starts_with("18")
            {
                "an"
            } else {
                "a"
            };
            format!("{article} {ordinal} straight month of {noun}")
        }
    }
}

/// `China's imports from North Korea`.
pub(super) fn subject(flow: Flow, heading: &Heading) -> String {
    let [reporter, partner] = sides(heading);
    let of_all = labels::partner_stated(heading, Lang::En).is_none();
    let goods = match heading.goods.is_all() {
        true => String::new(),
        false => format!(" of {}", labels::goods(&heading.goods, Lang::En)),
    };
    let (noun, toward) = match flow {
        Flow::Import => ("imports", "from"),
        Flow::Export => ("exports", "to"),
        _ => ("trade", "with"),
    };
    match of_all {
        true => format!("{reporter}'s {noun}{goods}"),
        false => format!("{reporter}'s {noun}{goods} {toward} {partner}"),
    }
}

/// The reporter and the partner.
pub(super) fn sides(heading: &Heading) -> [String; 2] {
    let partner = labels::partner_stated(heading, Lang::En);
    let all = || labels::partner(&heading.partner, Lang::En);
    let partner = partner.unwrap_or_else(all);
    match heading.perspective {
        Perspective::Reporter => ["China".to_owned(), partner],
        Perspective::Partner => [partner, "China".to_owned()],
    }
}

pub(super) fn noun(flow: Flow) -> &'static str {
    match flow {
        Flow::Import => "imports",
        Flow::Export => "exports",
        Flow::Total => "trade",
        Flow::Balance => "the balance",
    }
}

/// The verb that agrees with the noun.
pub(super) fn be(flow: Flow) -> &'static str {
    match flow {
        Flow::Import | Flow::Export => "were",
        Flow::Total | Flow::Balance => "was",
    }
}

/// `January and February 2020`.
pub(super) fn pair(of: Period) -> String {
    match of.len() {
        2 if of.from.year() == of.to.year() => {
            format!("{} and {}", name_of_month(of.from.month()), month(of.to))
        }
        _ => format!("the months of {}", period(of)),
    }
}

pub(super) fn reason(missing: &Missing) -> String {
    lang::wording(Lang::En).reason(missing)
}

/// Mentions the yuan in a sentence without an amount.
pub(super) fn in_yuan(text: String, currency: Currency) -> String {
    match currency {
        Currency::Cny if !text.is_empty() && !text.contains("yuan") => {
            let text = text.trim_end_matches('.');
            // `China's` and `North Korea's` keep their capital.
            let names_country = text.split(' ').take(3).any(|word| word.ends_with("'s"));
            let text = match names_country {
                true => text.to_owned(),
                false => lower(text),
            };
            sentence(&format!("in yuan terms, {text}"))
        }
        _ => text,
    }
}
