//! The currency that a cell names beside its number.

use crate::trade::Currency;

/// Currency signs that may precede a number.
const SIGNS: [(&str, Currency); 6] = [
    ("US$", Currency::Usd),
    ("USD", Currency::Usd),
    ("$", Currency::Usd),
    ("RMB", Currency::Cny),
    ("CNY", Currency::Cny),
    ("¥", Currency::Cny),
];

/// Words for currencies that may follow a number, longest first.
const NOUNS: [(&str, Currency); 14] = [
    ("US dollars", Currency::Usd),
    ("dollars", Currency::Usd),
    ("미국 달러", Currency::Usd),
    ("미 달러", Currency::Usd),
    ("미달러", Currency::Usd),
    ("달러", Currency::Usd),
    ("美元", Currency::Usd),
    ("USD", Currency::Usd),
    ("元人民币", Currency::Cny),
    ("人民币", Currency::Cny),
    ("위안", Currency::Cny),
    ("yuan", Currency::Cny),
    ("RMB", Currency::Cny),
    ("元", Currency::Cny),
];

/// The text after the sign of a currency, with the currency.
pub(crate) fn without_sign(text: &str) -> Option<(&str, Currency)> {
    SIGNS
        .iter()
        .find_map(|(sign, currency)| Some((text.strip_prefix(sign)?, *currency)))
}

/// A number without the sign before it or the noun behind it that names its currency, with the
/// currency: `$234.8m`, `2.348亿美元`.
pub(crate) fn without_currency(text: &str) -> Option<(String, Currency)> {
    // A letter is a scale only next to a sign.
    const LETTERS: [(&str, &str); 6] = [
        ("bn", " billion"),
        ("b", " billion"),
        ("B", " billion"),
        ("m", " million"),
        ("M", " million"),
        ("k", " thousand"),
    ];
    if let Some((rest, currency)) = without_sign(text) {
        let rest = rest.trim();
        let letter = LETTERS.iter().find_map(|(letter, word)| {
            let number = rest.strip_suffix(letter)?.trim_end();
            let is_number = number.ends_with(|c: char| c.is_ascii_digit());
            is_number.then(|| format!("{number}{word}"))
        });
        return Some((letter.unwrap_or_else(|| rest.to_owned()), currency));
    }
    NOUNS.iter().find_map(|(noun, currency)| {
        let rest = text.strip_suffix(noun)?.trim_end();
        Some((rest.to_owned(), *currency))
    })
}
