//! How much room a text takes in pixels. There is no font to measure it with: the widths here are
//! what the widest of the usual fonts take (Verdana and DejaVu Sans), so that a text may come out
//! narrower and hardly ever wider.

use unicode_width::UnicodeWidthChar;

/// What a character of a long text takes of the size of its letters, on average.
pub const CHARACTER: f64 = 0.6;
/// How much wider bold letters are.
const BOLD: f64 = 1.1;

/// The room of a text in letters of this size.
pub fn room(text: &str, size: f64) -> f64 {
    text.chars().map(share).sum::<f64>() * size
}

/// The same in bold.
pub fn bold(text: &str, size: f64) -> f64 {
    room(text, size) * BOLD
}

/// What a character takes of the size of its letters.
fn share(character: char) -> f64 {
    match character {
        ' ' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' | 'i' | 'j' | 'l' | 'I' => 0.36,
        'f' | 'r' | 't' | '(' | ')' | '-' | '/' => 0.44,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' | '…' => 1.0,
        '+' | '−' | '×' | '=' | '<' | '>' | '~' => 0.84,
        'A'..='Z' => 0.74,
        '0'..='9' => 0.64,
        _ => match character.width() {
            Some(0) => 0.0,
            // What has no width cannot be shown, and a sign stands in its place.
            Some(1) | None => 0.66,
            // As wide as it is high.
            Some(_) => 1.0,
        },
    }
}
