//! Whether the text that a cell shows is that of its number.

use crate::reader::grid::written::formats::Shown;
use crate::reader::grid::written::literal::Literal;

/// How a number is shown by this text; its format is odd if the text is not that of the number.
pub(super) fn as_text_shows(number: f64, shown: Shown, text: &str) -> Shown {
    let text = text.trim();
    if text.is_empty() || shown.in_percent {
        return shown;
    }
    let sign = ["US$", "$", "¥", "￥"]
        .into_iter()
        .find(|sign| text.contains(sign));
    let rest = sign.map_or(text.to_owned(), |sign| text.replacen(sign, "", 1));
    let rest = match shown.is_worded {
        true => rest.trim_end_matches(char::is_alphabetic).to_owned(),
        false => rest,
    };
    let thousands = i32::try_from(shown.thousands).unwrap_or(0);
    let scaled = number / 1000f64.powi(thousands);
    match ['.', ',']
        .iter()
        .any(|point| is_number(&rest, *point, scaled))
    {
        true => Shown {
            before: Literal::of(sign.unwrap_or_default()),
            ..shown
        },
        false => Shown {
            is_odd: true,
            after: Literal::of(text),
            ..Shown::default()
        },
    }
}

/// Whether a text with this decimal mark is a number, rounded.
fn is_number(text: &str, point: char, number: f64) -> bool {
    let is_negative = text.contains(['-', '−', '(']);
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || "-−()+".contains(c));
    let mut digits = String::new();
    for c in trimmed.chars() {
        match c {
            c if c == point => digits.push('.'),
            c if c.is_ascii_digit() => digits.push(c),
            c if c.is_whitespace() || ",.'’".contains(c) => {}
            _ => return false,
        }
    }
    let decimals = digits
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len());
    let Ok(read) = digits.parse::<f64>() else {
        // A zero may be shown as a dash.
        return digits.is_empty() && number == 0.0;
    };
    let read = if is_negative { -read } else { read };
    let half = 0.5 / 10f64.powi(i32::try_from(decimals).unwrap_or(0));
    (read - number).abs() <= half + number.abs() * 1e-12
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_may_show_its_number_rounded_grouped_or_in_thousands() {
        let thousands = Shown {
            thousands: 1,
            ..Shown::default()
        };
        for (number, shown, text, is_odd) in [
            (234_800_000.0, Shown::default(), "234,800,000", false),
            (234_800_000.0, Shown::default(), "234.800.000", false),
            (234_800_000.0, thousands, "234,800", false),
            (234_800_000.0, Shown::default(), "234,800", true),
            (145.82, Shown::default(), "145.8", false),
            (145.82, Shown::default(), "145,8", false),
            (-7.2, Shown::default(), "(7.2)", false),
            (-7.2, Shown::default(), "7.2", true),
            (145.8, Shown::default(), "$145.80", false),
            (145.8, Shown::default(), "145.80 €", true),
            (145.8, Shown::default(), "145.8 (e)", true),
            (0.0, Shown::default(), "-", false),
        ] {
            assert_eq!(as_text_shows(number, shown, text).is_odd, is_odd, "{text}");
        }
    }
}
