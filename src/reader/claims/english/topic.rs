//! What an English sentence is about: whether it speaks of trade, of whose, and whether it has a figure.

use super::multiples;
use super::verbs::{FELL, ROSE};
use super::words::Token;

/// Words for trade. A sentence on trade has at least one.
pub(super) const TRADE: &[&str] = &[
    "imports",
    "exports",
    "trade",
    "surplus",
    "deficit",
    "imported",
    "exported",
    "bought",
    "sold",
    "shipped",
    "purchased",
    "shipments",
    "sales",
    "purchases",
    "commerce",
];

/// Whether the trade of both is named with North Korea first: `North Korea-China trade`, `trade
/// between North Korea and China`.
pub(super) fn names_north_korea_first(tokens: &[Token]) -> bool {
    let words: Vec<&str> = tokens.iter().map(|token| &*token.word).collect();
    words.contains(&"northkorea-china")
        || words
            .windows(4)
            .any(|four| four == ["between", "northkorea", "and", "china"])
}

/// Words for fractions, by which something may change.
const FRACTIONS: [&str; 9] = [
    "half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths",
];

/// Whether a sentence has a number that may be a figure of trade, or mentions a rise, a fall or a
/// record.
pub(super) fn states_a_figure(tokens: &[Token]) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| &*token.word);
    tokens.iter().enumerate().any(|(at, token)| {
        let is_amount = token.number.is_some_and(|number| {
            number.exponent > 2
                || (at > 0 && matches!(word(at - 1), "$" | "¥" | "usd" | "rmb"))
                || matches!(
                    word(at + 1),
                    "percent" | "dollars" | "dollar" | "yuan" | "renminbi" | "tonnes" | "times"
                )
        });
        // `down by a third`, `to less than half`, `lost a third of its value`.
        let is_fraction = matches!(word(at), "by" | "to" | "in" | "lost" | "was" | "were")
            && (at + 1..at + 6).any(|part| {
                // `in the first half of 2017` is a period.
                let period = matches!(word(part - 1), "the" | "first" | "second" | "fourth");
                FRACTIONS.contains(&word(part)) && !period
            });
        is_amount
            || is_fraction
            || trades_nothing(tokens)
            || is_extreme(word(at.wrapping_sub(1)), word(at))
            || multiples::fold(word(at)).is_some()
            || multiples::MULTIPLIED
                .iter()
                .any(|(verb, _)| *verb == word(at))
            || ROSE.contains(&&*token.word)
            || FELL.contains(&&*token.word)
            || matches!(
                &*token.word,
                "record"
                    | "halved"
                    | "inarow"
                    | "straight"
                    | "consecutive"
                    | "lowest"
                    | "highest"
                    | "largest"
                    | "smallest"
                    | "twice"
                    | "double"
                    | "zero"
                    | "nil"
                    | "flat"
                    | "unchanged"
            )
    })
}

/// Whether the subject is a pronoun: `they fell`, `it was`.
pub(super) fn goes_on(tokens: &[Token]) -> bool {
    tokens.windows(2).any(|pair| {
        let verb = &*pair[1].word;
        matches!(&*pair[0].word, "they" | "it")
            && (ROSE.contains(&verb)
                || FELL.contains(&verb)
                || matches!(verb, "were" | "was" | "had" | "have" | "has"))
    })
}

/// `a three-year low`, `an all-time high`.
fn is_extreme(before: &str, word: &str) -> bool {
    let spans = ["year", "month", "time", "decade"];
    matches!(word, "low" | "high") && spans.iter().any(|span| before.ends_with(span))
}

/// `imported no coal`, `did not import any coal`, `no imports`.
pub(super) fn trades_nothing(tokens: &[Token]) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| &*token.word);
    let is_verb = |word: &str| {
        matches!(
            word,
            "import" | "buy" | "purchase" | "export" | "sell" | "ship"
        )
    };
    (0..tokens.len()).any(|at| {
        let did_not = word(at) == "did" && word(at + 1) == "not" && word(at + 3) == "any";
        (did_not && is_verb(word(at + 2)))
            || (TRADE.contains(&word(at)) && word(at + 1) == "no")
            || (word(at) == "no" && TRADE.contains(&word(at + 1)))
    })
}
