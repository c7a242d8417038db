//! Who says so: taken off a sentence before it is read.

use super::time;
use super::words::Token;

/// Verbs of saying.
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
];

/// Words that open a sentence and say nothing.
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

/// The tokens of a sentence without who said it, a full stop at its end, and what stands in
/// brackets without a number.
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
    without_trailing(rest)
}

/// The tokens behind a place and an agency: `BEIJING, Oct. 13 (Reuters) - `.
fn without_dateline(tokens: &[Token]) -> &[Token] {
    let is_capital =
        |token: &Token| token.text.len() > 2 && token.text.chars().all(|c| !c.is_lowercase());
    let dash = tokens.iter().take(14).position(|token| token.word == "-");
    match dash {
        Some(dash) if tokens.first().is_some_and(is_capital) && !has_figure(&tokens[..dash]) => {
            let is_apart = tokens[..dash]
                .last()
                .is_some_and(|token| token.word == ")" || is_capital(token));
            if is_apart {
                &tokens[dash + 1..]
            } else {
                tokens
            }
        }
        _ => tokens,
    }
}

/// Whether a token is a number that may be a figure; days of the month are not.
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

fn has_figure(tokens: &[Token]) -> bool {
    (0..tokens.len()).any(|at| is_figure(tokens, at))
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
        if let Some(comma) = comma.filter(|comma| !has_figure(&tokens[..*comma])) {
            return tokens[comma + 1..].to_vec();
        }
        return tokens;
    }
    let Some(verb) = tokens.iter().position(|token| SAYS.contains(&&*token.word)) else {
        return tokens;
    };
    // Nothing of the trade itself may stand before the verb: `imports … fell, customs said`.
    let head = &tokens[..verb];
    let is_of_trade = head.iter().any(|token| {
        matches!(
            &*token.word,
            "imports"
                | "exports"
                | "surplus"
                | "deficit"
                | "imported"
                | "exported"
                | "bought"
                | "sold"
        )
    });
    let trade_data = head.windows(2).all(|pair| {
        pair[0].word != "trade"
            || matches!(&*pair[1].word, "data" | "figures" | "statistics" | "body")
    });
    if is_of_trade || !trade_data || has_figure(head) || verb > 24 {
        return tokens;
    }
    let mut at = verb + 1;
    let that = tokens[at..].iter().position(|token| token.word == "that");
    if let Some(that) = that.filter(|that| *that <= 12 && !has_figure(&tokens[at..at + that])) {
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

/// `…, customs data showed on Friday`, `… according to customs`.
fn without_trailing(tokens: Vec<Token>) -> Vec<Token> {
    for (at, token) in tokens.iter().enumerate() {
        let is_start = match &*token.word {
            "," => says(&tokens[at..]),
            "according" => true,
            _ => false,
        };
        if is_start && at > 0 && !has_figure(&tokens[at..]) && !names_trade(&tokens[at..]) {
            return tokens[..at].to_vec();
        }
    }
    tokens
}

/// Whether words of saying are mixed with something that is said.
fn names_trade(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| {
        matches!(
            &*token.word,
            "imports" | "exports" | "surplus" | "deficit" | "month" | "months" | "since" | "record"
        )
    })
}

fn without_brackets(tokens: &[Token]) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at].word == "(" {
            let end = tokens[at..].iter().position(|token| token.word == ")");
            if let Some(end) = end {
                let inside = &tokens[at + 1..at + end];
                // A sum in another currency repeats what stands before it; other numbers do not.
                let is_money = inside.iter().all(|token| {
                    token.number.is_some()
                        || matches!(
                            &*token.word,
                            "$" | "dollars"
                                | "dollar"
                                | "usd"
                                | "yuan"
                                | "about"
                                | "£"
                                | "€"
                                | "pounds"
                                | "euros"
                                | "won"
                        )
                });
                let is_conversion = is_money && inside.iter().any(|token| token.number.is_none());
                if is_conversion || !has_figure(inside) {
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
