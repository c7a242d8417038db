//! Estimates the width of text in pixels without a font. The widths are those of the widest common
//! fonts (Verdana and DejaVu Sans), so that actual text is hardly ever wider.

use unicode_width::UnicodeWidthChar;

/// Average width of a character in long text, relative to the font size.
pub const CHARACTER: f64 = 0.6;
/// How much wider bold letters are.
const BOLD: f64 = 1.1;

/// The width of a text at this font size.
pub fn room(text: &str, size: f64) -> f64 {
    text.chars().map(share).sum::<f64>() * size
}

/// The width of a text in bold at this font size.
pub fn bold(text: &str, size: f64) -> f64 {
    room(text, size) * BOLD
}

/// The width of a character, relative to the font size.
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
            // Characters without width cannot be shown, and a replacement appears instead.
            Some(1) | None => 0.66,
            // Full-width characters are as wide as they are high.
            Some(_) => 1.0,
        },
    }
}
