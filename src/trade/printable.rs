//! Makes text safe to print on a terminal.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

/// A text that is safe to print on a terminal. Control, escape and direction characters, which can
/// move the cursor, colour the following text or reverse letters, are written out as `\u{1b}`. Line
/// ends and tabs stay.
///
/// Every table and message passes through here, since names of cells, files and archives are
/// printed.
pub fn printable(text: &str) -> Cow<'_, str> {
    clean(text, false)
}

/// Like [`printable`], for text with escape codes of our own for colour and weight (`\x1b[1m`),
/// which are kept.
pub fn printable_with_colour(text: &str) -> Cow<'_, str> {
    clean(text, true)
}

fn clean(text: &str, keeps_colour: bool) -> Cow<'_, str> {
    if !text.chars().any(is_harmful) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = match keeps_colour.then(|| colour_code(rest)).flatten() {
            Some(length) => {
                cleaned.push_str(&rest[..length]);
                length
            }
            None if is_harmful(c) => {
                // Writing to a string cannot fail.
                let _ = write!(cleaned, "\\u{{{:x}}}", u32::from(c));
                c.len_utf8()
            }
            None => {
                cleaned.push(c);
                c.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    Cow::Owned(cleaned)
}

/// A writer that makes text safe to print on a terminal.
pub struct PrintableWriter<'w> {
    inner: &'w mut dyn Write,
}

impl<'w> PrintableWriter<'w> {
    /// Wraps `inner`.
    pub fn new(inner: &'w mut dyn Write) -> PrintableWriter<'w> {
        PrintableWriter { inner }
    }
}

impl Write for PrintableWriter<'_> {
    /// Formatted output arrives as whole texts, so no character is split.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(bytes);
        self.inner.write_all(printable(&text).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// Whether a character affects a terminal beyond being displayed.
fn is_harmful(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(
            c,
            // Direction marks, embeddings, overrides and isolates; line and paragraph separators;
            // invisible characters.
            '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// The length of the escape code for colour or weight at the start of a text.
fn colour_code(text: &str) -> Option<usize> {
    let inside = text.strip_prefix("\u{1b}[")?;
    let end = inside.find(|c: char| !c.is_ascii_digit() && c != ';')?;
    (inside.as_bytes().get(end) == Some(&b'm') && end <= 20).then_some(2 + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moves_a_terminal_is_written_out() {
        for (text, expected) in [
            ("朝鲜 – “Korea”\n", "朝鲜 – “Korea”\n"),
            ("a\u{1b}]0;x\u{7}b", "a\\u{1b}]0;x\\u{7}b"),
            ("\u{202e}txt.exe\u{2066}", "\\u{202e}txt.exe\\u{2066}"),
            ("a\rb\tc\u{9b}", "a\\u{d}b\tc\\u{9b}"),
            ("\u{1b}[31mred", "\\u{1b}[31mred"),
        ] {
            assert_eq!(printable(text), expected);
        }
    }

    #[test]
    fn own_colours_stay_and_nothing_else() {
        assert_eq!(
            printable_with_colour("\u{1b}[1mMonth\u{1b}[0m \u{1b}[2J"),
            "\u{1b}[1mMonth\u{1b}[0m \\u{1b}[2J"
        );
    }
}
