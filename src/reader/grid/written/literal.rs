//! A short text that the format of a cell shows beside its number.

/// Longest such text, in bytes.
const MOST: usize = 24;

/// A short text, kept in place since each cell has its format.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Literal {
    bytes: [u8; MOST],
    length: u8,
}

impl Literal {
    /// As much of a text as is kept, without blanks around it.
    pub fn of(text: &str) -> Literal {
        let mut literal = Literal::default();
        for c in text.trim().chars() {
            let at = usize::from(literal.length);
            if at + c.len_utf8() > MOST {
                break;
            }
            c.encode_utf8(&mut literal.bytes[at..]);
            literal.length += c.len_utf8() as u8;
        }
        literal
    }

    /// The text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or("")
    }
}

impl std::fmt::Debug for Literal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.text().fmt(f)
    }
}
