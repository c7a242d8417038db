//! A position in the tokens of a sentence, with the basic parsers.

use super::words::{Token, ordinal};
use crate::trade::{Currency, Precision, StatedNumber};

/// Fractions in words, as numerator and denominator, the longer before the shorter.
const FRACTIONS: [(&str, (u32, u32)); 29] = [
    ("two thirds", (2, 3)),
    ("two - thirds", (2, 3)),
    ("three quarters", (3, 4)),
    ("three - quarters", (3, 4)),
    ("three fourths", (3, 4)),
    ("three - fourths", (3, 4)),
    ("two fifths", (2, 5)),
    ("two - fifths", (2, 5)),
    ("three fifths", (3, 5)),
    ("three - fifths", (3, 5)),
    ("four fifths", (4, 5)),
    ("four - fifths", (4, 5)),
    ("nine tenths", (9, 10)),
    ("nine - tenths", (9, 10)),
    ("a half", (1, 2)),
    ("one half", (1, 2)),
    ("half", (1, 2)),
    ("a third", (1, 3)),
    ("one third", (1, 3)),
    ("one - third", (1, 3)),
    ("a quarter", (1, 4)),
    ("one quarter", (1, 4)),
    ("one - quarter", (1, 4)),
    ("a fifth", (1, 5)),
    ("one fifth", (1, 5)),
    ("one - fifth", (1, 5)),
    ("a tenth", (1, 10)),
    ("one tenth", (1, 10)),
    ("one - tenth", (1, 10)),
];

/// A position in the tokens of a sentence. A parser that fails leaves it unchanged.
#[derive(Clone)]
pub(super) struct Cursor<'a> {
    pub tokens: &'a [Token],
    pub at: usize,
}

/// A number with what it measures.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum MeasuredNumber {
    Percent(StatedNumber),
    Money(StatedNumber, Option<Currency>),
    Tonnes(StatedNumber),
    Times(StatedNumber),
}

impl<'a> Cursor<'a> {
    pub fn new(tokens: &'a [Token]) -> Cursor<'a> {
        Cursor { tokens, at: 0 }
    }

    /// The current word; empty at the end.
    pub fn word(&self) -> &'a str {
        self.tokens.get(self.at).map_or("", |token| &token.word)
    }

    /// The word `count` positions ahead.
    pub fn ahead(&self, count: usize) -> &'a str {
        let token = self.tokens.get(self.at + count);
        token.map_or("", |token| &token.word)
    }

    /// The current token as a number.
    pub fn number(&self) -> Option<StatedNumber> {
        self.tokens.get(self.at).and_then(|token| token.number)
    }

    /// Whether all tokens have been read.
    pub fn is_done(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// Skips these words if they come next.
    pub fn eat(&mut self, words: &str) -> bool {
        let mut at = self.at;
        for word in words.split(' ') {
            if self.tokens.get(at).is_none_or(|token| token.word != word) {
                return false;
            }
            at += 1;
        }
        self.at = at;
        true
    }

    /// Skips the first of these phrases that comes next.
    pub fn eat_any(&mut self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.eat(phrase))
    }

    /// Skips any of these words, however often they occur.
    pub fn skip(&mut self, words: &[&str]) {
        while words.contains(&self.word()) && !self.is_done() {
            self.at += 1;
        }
    }

    /// The result of `read`; if it fails, the position is restored.
    pub fn attempt<T>(&mut self, read: impl FnOnce(&mut Cursor<'a>) -> Option<T>) -> Option<T> {
        let start = self.at;
        let found = read(self);
        if found.is_none() {
            self.at = start;
        }
        found
    }

    /// A year in digits.
    pub fn year(&mut self) -> Option<i32> {
        let number = self.number()?;
        let is_year = number.exponent == 0
            && (1990..2100).contains(&number.digits)
            && self.tokens[self.at].text.len() == 4;
        // `2017 dollars` is not a year.
        let counts = matches!(
            self.ahead(1),
            "percent" | "dollars" | "yuan" | "tonnes" | "times" | "months"
        );
        (is_year && !counts).then(|| {
            self.at += 1;
            number.digits as i32
        })
    }

    /// An ordinal: `seventh`, `7th`.
    pub fn ordinal(&mut self) -> Option<i128> {
        let found = ordinal(self.word())?;
        self.at += 1;
        Some(found)
    }

    /// A small whole number, in digits or in words.
    pub fn count(&mut self) -> Option<i128> {
        let number = self.number()?;
        (number.exponent == 0 && (1..100).contains(&number.digits)).then(|| {
            self.at += 1;
            number.digits
        })
    }

    /// The precision of the number that follows.
    pub fn precision(&mut self) -> Precision {
        for (words, precision) in [
            ("justover", Precision::JustOver),
            ("up to", Precision::AtMost),
            ("morethan", Precision::MoreThan),
            ("over", Precision::MoreThan),
            ("above", Precision::MoreThan),
            ("below", Precision::LessThan),
            ("atleast", Precision::AtLeast),
            ("lessthan", Precision::LessThan),
            ("under", Precision::LessThan),
            ("atmost", Precision::AtMost),
            ("almost", Precision::Almost),
            ("nearly", Precision::Almost),
            ("close to", Precision::About),
            ("about", Precision::About),
            ("around", Precision::About),
            ("roughly", Precision::About),
            ("approximately", Precision::About),
            ("some", Precision::About),
        ] {
            if self.eat(words) {
                return precision;
            }
        }
        self.skip(&["only", "just", "exactly", "merely", "fully"]);
        Precision::Printed
    }

    /// A number with what it measures: `about 37.9 percent`, `$1.48 billion`,
    /// `2.67 million tonnes`, `a third`, `eight times`.
    pub fn amount(&mut self) -> Option<MeasuredNumber> {
        self.attempt(|it| {
            it.eat_any(&[
                "a combined total of",
                "a total of",
                "a combined",
                "a mere",
                "a meager",
                "a meagre",
                "a paltry",
                "a whopping",
            ]);
            let precision = it.precision();
            if let Some((one, of)) = it.fraction() {
                let percent = StatedNumber::fraction(one, of, precision)?;
                return Some(MeasuredNumber::Percent(percent));
            }
            let sign = it.currency_sign();
            let number = it.number()?.meant(precision);
            let size = number.printed_as(&it.tokens[it.at].text);
            it.at += 1;
            if let Some(currency) = sign {
                it.eat_any(&["dollars", "usd"]);
                return Some(MeasuredNumber::Money(size, Some(currency)));
            }
            match it.word() {
                "percent" => {
                    it.at += 1;
                    // Not if percentage points follow, or a word joined to the percentage.
                    (!matches!(it.word(), "point" | "points" | "-"))
                        .then(|| MeasuredNumber::Percent(it.limited(number)))
                }
                "times" => {
                    it.at += 1;
                    Some(MeasuredNumber::Times(number))
                }
                "tonnes" | "t" => {
                    it.at += 1;
                    Some(MeasuredNumber::Tonnes(size))
                }
                _ => {
                    if let Some(currency) = it.currency_word() {
                        return Some(MeasuredNumber::Money(size, Some(currency)));
                    }
                    // `2.946 billion of Chinese exports`: the currency is given elsewhere.
                    (number.exponent > 2 && !it.tokens[it.at - 1].in_words)
                        .then_some(MeasuredNumber::Money(size, None))
                }
            }
        })
    }

    /// `37.9 percent or more`.
    fn limited(&mut self, number: StatedNumber) -> StatedNumber {
        let precision = match number.precision {
            Precision::Printed if self.eat("or more") => Precision::AtLeast,
            Precision::Printed if self.eat("or less") => Precision::AtMost,
            precision => precision,
        };
        number.meant(precision)
    }

    fn currency_sign(&mut self) -> Option<Currency> {
        if self.eat("$") || (self.number().is_none() && self.eat("usd")) {
            Some(Currency::Usd)
        } else if self.eat_any(&["¥", "rmb", "cny"]) {
            Some(Currency::Cny)
        } else {
            None
        }
    }

    /// A currency after a number.
    fn currency_word(&mut self) -> Option<Currency> {
        if self.eat_any(&["dollars", "dollar", "usd"]) {
            return Some(Currency::Usd);
        }
        self.eat_any(&["yuan renminbi", "yuan", "renminbi", "rmb", "cny"])
            .then_some(Currency::Cny)
    }

    /// A fraction in words, as numerator and denominator, where it is a change by itself: `half of
    /// 2017`, `a third month` and so on are not.
    fn fraction(&mut self) -> Option<(u32, u32)> {
        self.attempt(|it| {
            let found = it.fraction_here()?;
            let next = it.word();
            (!matches!(next, "of" | "month" | "quarter" | "year" | "-" | "straight"))
                .then_some(found)
        })
    }

    /// A fraction in words, whatever follows.
    pub(super) fn fraction_here(&mut self) -> Option<(u32, u32)> {
        let found = FRACTIONS.iter().find(|(words, _)| self.eat(words));
        found.map(|(_, fraction)| *fraction)
    }
}
