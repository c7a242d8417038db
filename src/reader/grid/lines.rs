//! Converts offsets in a text to lines and columns.

use crate::reader::errors::problems::Location;

/// A text scanned from its start, each byte once as long as offsets rise. A line ends with LF, CR
/// or both.
pub(super) struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: u64,
    column: u64,
}

impl<'t> Lines<'t> {
    pub fn new(text: &'t str) -> Lines<'t> {
        Lines {
            text,
            at: 0,
            line: 1,
            column: 1,
        }
    }

    /// The place of the first non-blank character at or after an offset.
    pub fn place_of_word(&mut self, offset: usize) -> Location {
        let rest = self.text.get(offset..).unwrap_or("");
        let blank = rest.len() - rest.trim_start().len();
        self.place(offset + blank)
    }

    /// The place of the character at an offset.
    pub fn place(&mut self, offset: usize) -> Location {
        if offset < self.at {
            *self = Lines::new(self.text);
        }
        let mut passed = self.text.get(self.at..).unwrap_or("").char_indices();
        let from = self.at;
        for (at, c) in passed.by_ref() {
            if from + at >= offset {
                break;
            }
            self.at = from + at + c.len_utf8();
            let ends_line = c == '\n' || (c == '\r' && !self.text[self.at..].starts_with('\n'));
            if ends_line {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
        }
        Location {
            line: Some(self.line),
            column: Some(self.column),
        }
    }
}
