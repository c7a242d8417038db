//! Splits an English sentence into words, numbers and punctuation.

use crate::trade::StatedNumber;

/// A word, a number or a punctuation mark.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Token {
    /// The word in lower case. Names of several words become one: `northkorea`.
    pub word: String,
    /// Its number, if it is one, in digits or (up to a hundred) in words.
    pub number: Option<StatedNumber>,
    /// Whether the number is in words.
    pub in_words: bool,
    /// The original text.
    pub text: String,
}

impl Token {
    fn new(word: &str, text: &str) -> Token {
        Token {
            word: word.to_owned(),
            number: None,
            in_words: false,
            text: text.to_owned(),
        }
    }
}

/// Names and set phrases that become one word, the longest first.
const PHRASES: [(&str, &str); 88] = [
    ("china north korea", "china-northkorea"),
    ("china-n. korea", "china-northkorea"),
    ("china-n.korea", "china-northkorea"),
    ("n. korea-china", "northkorea-china"),
    ("n.korea-china", "northkorea-china"),
    ("dprk-china", "northkorea-china"),
    ("sino-dprk", "china-northkorea"),
    ("year-to-year", "yoy"),
    ("the people's republic of china", "china"),
    ("democratic people's republic of korea", "northkorea"),
    ("the democratic people's republic of korea", "northkorea"),
    ("general administration of customs", "customs"),
    ("sino-north korean", "china-northkorea"),
    ("sino-north korea", "china-northkorea"),
    ("china-dprk", "china-northkorea"),
    ("china-north korea", "china-northkorea"),
    ("chinese-north korean", "china-northkorea"),
    ("north korea-china", "northkorea-china"),
    ("north korean", "northkorean"),
    ("north korea", "northkorea"),
    ("n. korean", "northkorean"),
    ("n. korea", "northkorea"),
    ("n.korea", "northkorea"),
    ("south korean", "southkorea"),
    ("south korea", "southkorea"),
    ("the dprk", "northkorea"),
    ("dprk", "northkorea"),
    ("pyongyang", "northkorea"),
    ("beijing", "china"),
    ("u.s. dollars", "dollars"),
    ("us dollars", "dollars"),
    ("u.s. dollar", "dollar"),
    ("us dollar", "dollar"),
    ("us$", "$"),
    ("per cent", "percent"),
    ("pct.", "percent"),
    ("pct", "percent"),
    ("%", "percent"),
    ("metric tonnes", "tonnes"),
    ("metric tons", "tonnes"),
    ("metric ton", "tonnes"),
    ("tons", "tonnes"),
    ("tonne", "tonnes"),
    ("year-over-year", "yoy"),
    ("year over year", "yoy"),
    ("year-on-year", "yoy"),
    ("year on year", "yoy"),
    ("on the year", "yoy"),
    ("on year", "yoy"),
    ("on-year", "yoy"),
    ("y/y", "yoy"),
    ("month-over-month", "mom"),
    ("month over month", "mom"),
    ("month-on-month", "mom"),
    ("month on month", "mom"),
    ("on the month", "mom"),
    ("on-month", "mom"),
    ("on month", "mom"),
    ("m/m", "mom"),
    ("as well as", "and"),
    ("compared with", "than"),
    ("compared to", "than"),
    ("in comparison with", "than"),
    ("vs.", "than"),
    ("vs", "than"),
    ("in a row", "inarow"),
    ("at least", "atleast"),
    ("at most", "atmost"),
    ("more than", "morethan"),
    ("less than", "lessthan"),
    ("fewer than", "lessthan"),
    ("a little more than", "justover"),
    ("slightly more than", "justover"),
    ("a little over", "justover"),
    ("slightly over", "justover"),
    ("just over", "justover"),
    ("just above", "justover"),
    ("a little less than", "almost"),
    ("slightly less than", "almost"),
    ("just under", "almost"),
    ("just below", "almost"),
    ("no less than", "atleast"),
    ("not less than", "atleast"),
    ("no more than", "atmost"),
    ("not more than", "atmost"),
    ("upwards of", "morethan"),
    ("in excess of", "morethan"),
    ("iron ore", "ironore"),
];

/// The tokens of a sentence.
pub(super) fn tokens(sentence: &str) -> Vec<Token> {
    let text = plain(sentence);
    let mut tokens = Vec::new();
    let mut rest = text.as_str();
    let mut at_word_start = true;
    while let Some(first) = rest.chars().next() {
        if first.is_whitespace() {
            rest = &rest[first.len_utf8()..];
            at_word_start = true;
            continue;
        }
        if at_word_start && let Some((word, length)) = phrase(rest) {
            push(&mut tokens, word, &rest[..length]);
            rest = &rest[length..];
            if let Some(after) = rest.strip_prefix("'s") {
                tokens.push(Token::new("'s", "'s"));
                rest = after;
            }
            continue;
        }
        if let Some((number, length)) = number(rest) {
            let mut token = Token::new("#", &rest[..length]);
            token.number = Some(number);
            tokens.push(token);
            rest = &rest[length..];
            at_word_start = true;
            continue;
        }
        // A number followed by letters, `7th`, is a word.
        if first.is_alphanumeric() {
            let length = rest
                .find(|c: char| !c.is_alphanumeric() && c != '\'' && c != '.')
                .unwrap_or(rest.len());
            let word = rest[..length].trim_end_matches(['.', '\'']);
            let length = word.len().max(first.len_utf8());
            push(&mut tokens, &word.to_lowercase(), &rest[..length]);
            rest = &rest[length..];
            at_word_start = rest.starts_with('-') || rest.starts_with(' ');
            continue;
        }
        let length = first.len_utf8();
        push(&mut tokens, &rest[..length], &rest[..length]);
        rest = &rest[length..];
        at_word_start = true;
    }
    without_epithets(tokens)
}

/// Words before the name of North Korea that say nothing about its trade: `its isolated neighbor`.
const EPITHETS: [&str; 12] = [
    "neighbor",
    "neighbour",
    "neighboring",
    "neighbouring",
    "ally",
    "isolated",
    "reclusive",
    "impoverished",
    "nuclear",
    "-",
    "armed",
    "secretive",
];

/// Drops epithets, and the `its` before them.
fn without_epithets(tokens: Vec<Token>) -> Vec<Token> {
    let mut plain: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        if matches!(&*token.word, "northkorea" | "northkorean") {
            let is_epithet = |one: &Token| EPITHETS.contains(&&*one.word);
            let mut from = plain.len();
            while from > 0 && is_epithet(&plain[from - 1]) {
                from -= 1;
            }
            // `China - North Korea trade`.
            let is_any = plain[from..].iter().any(|one| one.word != "-");
            if is_any && from > 0 && matches!(&*plain[from - 1].word, "its" | "the") {
                from -= 1;
            }
            if is_any {
                plain.truncate(from);
            }
        }
        plain.push(token);
    }
    plain
}

/// Adds a word. A possessive ending becomes a separate word.
fn push(tokens: &mut Vec<Token>, word: &str, text: &str) {
    let (stem, is_possessive) = match word.strip_suffix("'s") {
        Some(stem) => (stem, true),
        None => (word, false),
    };
    let mut token = Token::new(stem, text);
    token.number = number_word(stem).map(StatedNumber::whole);
    token.in_words = token.number.is_some();
    tokens.push(token);
    if is_possessive {
        tokens.push(Token::new("'s", "'s"));
    }
}

/// Unifies quotes and dashes.
fn plain(sentence: &str) -> String {
    let mut text = String::with_capacity(sentence.len());
    for sign in sentence.chars() {
        match sign {
            '’' | '‘' | '`' => text.push('\''),
            '“' | '”' | '"' => {}
            '–' | '—' | '‐' | '‑' => text.push('-'),
            '\u{a0}' | '\u{202f}' | '\u{2009}' => text.push(' '),
            '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            '％' => text.push('%'),
            other => text.push(other),
        }
    }
    text
}

/// The set phrase at the start of a text; it must end with a word.
fn phrase(text: &str) -> Option<(&'static str, usize)> {
    let begins = |phrase: &str| {
        let head = text.get(..phrase.len())?;
        let next = text[phrase.len()..].chars().next();
        let ends = !phrase.ends_with(char::is_alphabetic)
            || next.is_none_or(|c| !c.is_alphanumeric() && c != '-')
            || (next == Some('-') && !phrase.contains('-'));
        (head.eq_ignore_ascii_case(phrase) && ends).then_some(phrase.len())
    };
    let found = PHRASES
        .iter()
        .filter_map(|(phrase, word)| begins(phrase).map(|length| (*word, length)));
    found.max_by_key(|(_, length)| *length)
}

/// A number in digits, without a minus sign.
fn number(text: &str) -> Option<(StatedNumber, usize)> {
    let is_digit = |c: char| c.is_ascii_digit();
    let body = text.strip_prefix('-').unwrap_or(text);
    if !body.starts_with(is_digit) || body.len() < text.len() {
        return None;
    }
    let (number, length) = StatedNumber::read_start(body)?;
    // `7th` and `2nd` are read as ordinals, and `5G` is not a number.
    let next = body[length..].chars().next();
    (!next.is_some_and(char::is_alphabetic)).then_some((number, length))
}

/// A number in words: up to twelve, and multiples of ten.
pub(super) fn number_word(word: &str) -> Option<i128> {
    const WORDS: [&str; 21] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    let found = WORDS.iter().position(|one| *one == word);
    found.filter(|at| *at > 0).map(|at| at as i128)
}

/// An ordinal number in words or digits: `seventh`, `7th`.
pub(super) fn ordinal(word: &str) -> Option<i128> {
    const WORDS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    if let Some(at) = WORDS.iter().position(|one| *one == word) {
        return Some(at as i128 + 1);
    }
    let digits = word
        .strip_suffix("th")
        .or_else(|| word.strip_suffix("st"))
        .or_else(|| word.strip_suffix("nd"))
        .or_else(|| word.strip_suffix("rd"))?;
    digits.parse().ok().filter(|number| *number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(sentence: &str) -> String {
        let tokens = tokens(sentence);
        let words: Vec<&str> = tokens.iter().map(|token| &*token.word).collect();
        words.join(" ")
    }

    #[test]
    fn names_of_several_words_are_one_and_possessives_are_apart() {
        assert_eq!(
            words("China's imports from North Korea fell 37.9% in September 2017."),
            "china 's imports from northkorea fell # percent in september # ."
        );
        assert_eq!(
            words("China-North Korea trade was worth $5.434 billion year-on-year"),
            "china-northkorea trade was worth $ # yoy"
        );
        assert_eq!(
            words("the 7th month in a row, more than doubled"),
            "the 7th month inarow , morethan doubled"
        );
        assert_eq!(words("January-September"), "january - september");
        assert_eq!(words("North Korea’s deficit"), "northkorea 's deficit");
    }
}
