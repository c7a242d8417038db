//! Strips the source of a statement from a sentence before it is parsed.

use super::speakers::{AGENCIES, NO_PERSONS, PLACES, SPEAKERS, SPOKESMEN};
use super::time;
use super::words::Token;

/// Verbs of reporting.
const SAYS: &[&str] = &[
    "said",
    "says",
    "say",
    "showed",
    "show",
    "shows",
    "reported",
    "reports",
    "told",
    "announced",
    "revealed",
    "indicated",
    "according",
    "citing",
];

/// Words that open a sentence without meaning anything.
const OPENINGS: &[&str] = &[
    "but",
    "and",
    "however",
    "meanwhile",
    "still",
    "yet",
    "so",
    "also",
];

/// The tokens of a sentence without its source, a final full stop, and brackets that repeat an
/// amount in another currency or abbreviate a name. All other brackets are kept.
pub(super) fn without(tokens: &[Token]) -> Vec<Token> {
    let mut rest: Vec<Token> = without_brackets(without_dateline(tokens));
    while rest
        .last()
        .is_some_and(|token| matches!(&*token.word, "." | "!" | ";"))
    {
        rest.pop();
    }
    if rest
        .first()
        .is_some_and(|token| OPENINGS.contains(&&*token.word))
    {
        rest.remove(0);
        if rest.first().is_some_and(|token| token.word == ",") {
            rest.remove(0);
        }
    }
    let rest = without_leading(rest);
    without_inserted(without_trailing(rest))
}

/// `…, customs data showed on Monday, …`, `…, customs said; …`.
fn without_inserted(mut tokens: Vec<Token>) -> Vec<Token> {
    let is_comma = |token: &Token| token.word == ",";
    let mut start = 0;
    while let Some(at) = tokens[start..].iter().position(is_comma) {
        let at = start + at;
        let is_end = |token: &Token| matches!(&*token.word, "," | ";");
        let end = tokens[at + 1..].iter().position(is_end);
        let Some(end) = end.map(|end| at + 1 + end) else {
            break;
        };
        let inside = &tokens[at + 1..end];
        if (says(inside) && is_speaker(inside)) || is_calculator(inside) {
            tokens.drain(at..end);
            start = at;
        } else {
            start = at + 1;
        }
    }
    tokens
}

/// The tokens after a place and an agency: `BEIJING, Oct. 13 (Reuters) - `.
fn without_dateline(tokens: &[Token]) -> &[Token] {
    let dash = tokens.iter().take(14).position(|token| token.word == "-");
    // `BEIJING, July 20, 2025 - `: the year in a date is not a figure.
    let is_figure = |at: usize| is_figure(tokens, at) && !is_year_of_day(tokens, at);
    let Some(dash) = dash.filter(|dash| !(0..*dash).any(is_figure)) else {
        return tokens;
    };
    let head = &tokens[..dash];
    let is_capital =
        |token: &Token| token.text.len() > 2 && token.text.chars().all(|c| !c.is_lowercase());
    let is_place = head
        .first()
        .is_some_and(|token| is_capital(token) && PLACES.contains(&&*token.text.to_lowercase()));
    let is_agency = head.first().is_some_and(is_capital)
        && head.iter().any(|token| token.word == "(")
        && head.iter().any(|token| AGENCIES.contains(&&*token.word));
    let is_separate = head
        .last()
        .is_some_and(|token| token.word == ")" || token.number.is_some() || is_capital(token));
    if (is_place || is_agency) && is_separate {
        &tokens[dash + 1..]
    } else {
        tokens
    }
}

/// Whether words say who worked out a change, as briefs do: `by Yonhap's calculation`, `as
/// published`.
fn is_calculator(tokens: &[Token]) -> bool {
    let words: Vec<&str> = tokens.iter().map(|token| &*token.word).collect();
    let has_number = tokens.iter().any(|token| token.number.is_some());
    match words[..] {
        ["as", "published"] => true,
        ["by", .., "'s", "calculation"] => !has_number,
        _ => false,
    }
}

/// Whether words only name a speaker: each one is known, or part of a person's name of two words.
fn is_speaker(tokens: &[Token]) -> bool {
    let is_known = |at: usize| {
        let token = &tokens[at];
        let word = &*token.word;
        if token.number.is_some() {
            return !is_figure(tokens, at) || is_year_of_day(tokens, at);
        }
        if time::month(word).is_some() {
            // A month without a day is the period of figures.
            return (at > 0 && is_day(tokens, at - 1))
                || is_day(tokens, at + 1)
                || (tokens.get(at + 1).is_some_and(|token| token.word == ".")
                    && is_day(tokens, at + 2));
        }
        SPEAKERS.contains(&word)
            || SAYS.contains(&word)
            || AGENCIES.contains(&word)
            || is_weekday(word)
    };
    let is_name = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            let mut letters = token.text.chars();
            letters.next().is_some_and(char::is_uppercase)
                && letters.all(|c| c.is_lowercase() || c == '-')
                && token.number.is_none()
                && time::month(&token.word).is_none()
                && !NO_PERSONS.contains(&&*token.word)
        })
    };
    let is_named = |at: usize| {
        let has_other = is_name(at + 1) || at.checked_sub(1).is_some_and(is_name);
        is_name(at) && (has_other || SPOKESMEN.contains(&&*tokens[at].word))
    };
    (0..tokens.len()).all(|at| is_known(at) || is_named(at))
}

/// Whether a number is the day of a month.
fn is_day(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.number.is_some()) && !is_figure(tokens, at)
}

/// Whether a number is the year after a day: `Oct. 13, 2017`.
fn is_year_of_day(tokens: &[Token], at: usize) -> bool {
    let is_year = tokens[at].text.len() == 4;
    let before = at.checked_sub(1).map(|one| &*tokens[one].word);
    let day = if before == Some(",") { 2 } else { 1 };
    is_year && at.checked_sub(day).is_some_and(|day| is_day(tokens, day))
}

/// Whether a token is a number that may be a figure, not the day of a month.
fn is_figure(tokens: &[Token], at: usize) -> bool {
    let Some(number) = tokens.get(at).and_then(|token| token.number) else {
        return false;
    };
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    let is_month =
        |token: Option<&Token>| token.is_some_and(|one| time::month(&one.word).is_some());
    let is_dot = before.is_some_and(|token| token.word == ".");
    let far = at.checked_sub(2).and_then(|at| tokens.get(at));
    let is_day = number.exponent == 0
        && (1..=31).contains(&number.digits)
        && (is_month(before) || (is_dot && is_month(far)) || is_month(tokens.get(at + 1)));
    !is_day
}

fn says(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| SAYS.contains(&&*token.word))
}

/// `Customs data showed on Friday that …`, `According to customs, …`.
fn without_leading(tokens: Vec<Token>) -> Vec<Token> {
    if tokens
        .first()
        .is_some_and(|token| token.word == "according")
    {
        let comma = tokens.iter().position(|token| token.word == ",");
        if let Some(comma) = comma.filter(|comma| is_speaker(&tokens[..*comma])) {
            return tokens[comma + 1..].to_vec();
        }
        return tokens;
    }
    let Some(verb) = tokens.iter().position(|token| SAYS.contains(&&*token.word)) else {
        return tokens;
    };
    if verb > 24 || !is_speaker(&tokens[..verb]) {
        return tokens;
    }
    let mut at = verb + 1;
    let that = tokens[at..].iter().position(|token| token.word == "that");
    if let Some(that) = that.filter(|that| *that <= 12 && is_speaker(&tokens[at..at + that])) {
        return tokens[at + that + 1..].to_vec();
    }
    // `said on Friday`, `showed on Oct. 13`, `told a briefing`.
    if tokens.get(at).is_some_and(|token| token.word == "on") {
        at += 2;
        while tokens.get(at).is_some_and(|token| {
            matches!(&*token.word, "." | ",") || (token.number.is_some() && !is_figure(&tokens, at))
        }) {
            at += 1;
        }
    } else if tokens.get(at).is_some_and(|token| is_weekday(&token.word)) {
        at += 1;
    }
    tokens.get(at..).map_or(tokens.clone(), <[Token]>::to_vec)
}

fn is_weekday(word: &str) -> bool {
    matches!(
        word,
        "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"
    )
}

fn is_agency(token: &Token) -> bool {
    AGENCIES.contains(&&*token.word)
}

/// `…, customs data showed on Friday`, `… according to customs`.
fn without_trailing(tokens: Vec<Token>) -> Vec<Token> {
    for (at, token) in tokens.iter().enumerate() {
        let is_start = match &*token.word {
            "," => says(&tokens[at..]),
            "according" | "citing" => true,
            // `… in September 2017 - Reuters`.
            "-" => tokens[at + 1..]
                .iter()
                .any(|one| is_agency(one) || one.word == "customs"),
            _ => false,
        };
        let at_speaker = if token.word == "-" { at + 1 } else { at };
        if is_start && at > 0 && is_speaker(&tokens[at_speaker..]) {
            return tokens[..at].to_vec();
        }
    }
    tokens
}

/// The explanation that `brief` prints if it can give no change.
const OPEN: &str = "rounding of the published figures leaves open which way";

fn has_words(tokens: &[Token], words: &str) -> bool {
    tokens.iter().map(|token| &*token.word).eq(words.split(' '))
}

/// Whether an amount in brackets repeats the one right before them in another currency.
fn repeats(before: &[Token], inside: &[Token]) -> bool {
    let currency = |tokens: &[Token]| {
        tokens.iter().rev().find_map(|token| match &*token.word {
            "$" | "dollars" | "dollar" | "usd" => Some('$'),
            "yuan" | "renminbi" | "rmb" | "cny" | "¥" => Some('¥'),
            "£" | "pounds" => Some('£'),
            "€" | "euros" => Some('€'),
            "won" => Some('₩'),
            _ => None,
        })
    };
    // `$145.8 million`, `963 million yuan`: the number and its currency end the text before.
    let amount = &before[before.len().saturating_sub(2)..];
    let has_number = amount.iter().any(|token| token.number.is_some());
    let (own, other) = (currency(amount), currency(inside));
    has_number && own.is_some() && other.is_some() && own != other
}

fn without_brackets(tokens: &[Token]) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let close = match &*tokens[at].word {
            "(" => Some(")"),
            "[" => Some("]"),
            _ => None,
        };
        if let Some(close) = close {
            let end = tokens[at..].iter().position(|token| token.word == close);
            if let Some(end) = end {
                let inside = &tokens[at + 1..at + end];
                // An amount in another currency repeats the one before it; other numbers do not.
                let is_money = inside.iter().all(|token| {
                    token.number.is_some()
                        || matches!(
                            &*token.word,
                            "$" | "dollars"
                                | "dollar"
                                | "usd"
                                | "yuan"
                                | "renminbi"
                                | "rmb"
                                | "cny"
                                | "¥"
                                | "about"
                                | "£"
                                | "€"
                                | "pounds"
                                | "euros"
                                | "won"
                        )
                });
                let is_conversion = is_money && repeats(&kept, inside);
                // `(DPRK)`, `(GACC)`, `(NK News)`, `(source: Reuters)`.
                let is_name = !inside.is_empty()
                    && inside.iter().all(|token| {
                        matches!(
                            &*token.word,
                            "northkorea"
                                | "gacc"
                                | "gac"
                                | "prc"
                                | "customs"
                                | "source"
                                | ":"
                                | "news"
                        ) || is_agency(token)
                    });
                let opens = inside.first().map_or("", |token| &*token.word);
                // `brief` prints this if rounding leaves a sign open. It states no figure.
                let is_open = opens == "rounding" && has_words(inside, OPEN);
                if is_conversion || is_name || is_open {
                    at += end + 1;
                    continue;
                }
                // `(year-on-year)` and `(down 37.9 percent)` are part of the statement.
                if matches!(opens, "yoy" | "mom") && inside.len() == 1 {
                    kept.extend_from_slice(inside);
                    at += end + 1;
                    continue;
                }
                if matches!(opens, "up" | "down") {
                    let mut comma = tokens[at].clone();
                    comma.word = ",".to_owned();
                    kept.push(comma);
                    kept.extend_from_slice(inside);
                    at += end + 1;
                    continue;
                }
            }
        }
        kept.push(tokens[at].clone());
        at += 1;
    }
    kept
}
