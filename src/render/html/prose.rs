//! Text of a page, with addresses as links and without line breaks inside figures and dates.

use crate::render::markup::clean;
use maud::{Markup, html};

/// A text whose months, dates and figures are not broken.
pub fn prose(text: &str) -> Markup {
    let text = clean(text);
    html! {
        @for piece in whole(&text) {
            @match piece {
                Piece::Plain(text) => (text),
                Piece::Whole(text) => span.n { (text) },
            }
        }
    }
}

/// A text in markup, with web addresses as links.
pub fn linked(text: &str) -> Markup {
    let words: Vec<&str> = text.split_inclusive(' ').collect();
    html! {
        @for run in words.chunk_by(|one, other| !is_address(one) && !is_address(other)) {
            @let text = run.concat();
            @if is_address(&text) {
                @let address = clean(text.trim_end());
                a href=(address) rel="noreferrer" { (address) } " "
            } @else { (prose(&text)) }
        }
    }
}

fn is_address(word: &str) -> bool {
    word.starts_with("https://") || word.starts_with("http://")
}

#[derive(PartialEq, Debug)]
enum Piece<'a> {
    Plain(&'a str),
    Whole(&'a str),
}

/// Splits off what must not be broken: `2017-09`, `2017-10-13`, `−37.9 %`, `USD 180.00`.
fn whole(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < text.len() {
        let rest = &text[at..];
        let after_word = text[..at]
            .chars()
            .next_back()
            .is_some_and(char::is_alphanumeric);
        let length = if after_word { 0 } else { unbroken(rest) };
        if length > 0 {
            if start < at {
                pieces.push(Piece::Plain(&text[start..at]));
            }
            pieces.push(Piece::Whole(&text[at..at + length]));
            at += length;
            start = at;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    if start < text.len() {
        pieces.push(Piece::Plain(&text[start..]));
    }
    pieces
}

/// The length of the unbreakable piece that begins here; 0 if there is none.
fn unbroken(text: &str) -> usize {
    let unit = ["USD ", "CNY "]
        .into_iter()
        .find(|unit| text.starts_with(unit));
    let number = unit.map_or(0, str::len);
    let rest = &text[number..];
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–' | '−' | '+');
    let run = rest.find(|c: char| !is_figure(c)).unwrap_or(rest.len());
    let figure = rest[..run].trim_end_matches(['.', ',', '-', '–']);
    if !figure.contains(|c: char| c.is_ascii_digit()) {
        return 0;
    }
    let after = &rest[figure.len()..];
    let percent = if after.starts_with(" %") { 2 } else { 0 };
    let has_hyphen = figure.chars().skip(1).any(|c| matches!(c, '-' | '–'));
    let breaks = number > 0 || percent > 0 || has_hyphen;
    if breaks {
        number + figure.len() + percent
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn figures_stay_whole() {
        let html = |text: &str| prose(text).into_string();
        assert_eq!(
            html("imports 2016-03: −11.6 % to −10.3 %, USD 180.40 million"),
            "imports <span class=\"n\">2016-03</span>: <span class=\"n\">−11.6 %</span> to \
             <span class=\"n\">−10.3 %</span>, <span class=\"n\">USD 180.40</span> million"
        );
        assert_eq!(
            html("5 % & <b>, UN 2371"),
            "<span class=\"n\">5 %</span> &amp; &lt;b&gt;, UN 2371"
        );
        assert_eq!(
            html("2014-06–2015-12, x"),
            "<span class=\"n\">2014-06–2015-12</span>, x"
        );
        assert_eq!(html("−"), "−");
        assert_eq!(html("煤2016-03"), "煤2016-03");
    }

    proptest! {
        /// The pieces always make up the text.
        #[test]
        fn nothing_is_lost(text in "(USD |[−+]?[0-9]{1,4}[-.–]?| %|\\PC|2017-09){0,12}") {
            let pieces = whole(&text).into_iter();
            let pieces = pieces.map(|piece| match piece {
                Piece::Plain(text) | Piece::Whole(text) => text,
            });
            prop_assert_eq!(pieces.collect::<String>(), text);
        }
    }

    #[test]
    fn addresses_are_links() {
        assert_eq!(
            linked("a 2017-08-05 https://example.org/2017-08 b").into_string(),
            "a <span class=\"n\">2017-08-05</span> <a href=\"https://example.org/2017-08\" \
             rel=\"noreferrer\">https://example.org/2017-08</a> b"
        );
    }
}
