//! Detects malicious XML tags before an XML parser sees them.
//!
//! The parser used by calamine compares each attribute of a tag with all before it, and keeps all
//! namespaces. A tag of 80,000 attributes takes it minutes.

/// Maximum number of attributes in a tag, and of namespaces in a part.
const MOST_ATTRIBUTES: u32 = 500;
const MOST_NAMESPACES: u32 = 5_000;

/// Scans the tags of one part piece by piece. Pictures pass, since they rarely have that many
/// equals signs between two angle brackets.
#[derive(Default)]
pub(crate) struct Tags {
    state: TagState,
    /// The bytes after `<`, as many as are needed to recognise a comment.
    opening: Vec<u8>,
    /// The two preceding bytes.
    before: [u8; 2],
    attributes: u32,
    namespaces: u32,
    /// Number of letters of `xmlns` matched so far.
    spelled: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum TagState {
    #[default]
    Text,
    /// After `<`, before the kind of tag is known.
    Opening,
    Tag(Option<u8>),
    /// Skips to these two bytes followed by `>`.
    Until([u8; 2]),
    /// Skips to this byte followed by `>`.
    UntilOne(u8),
}

impl Tags {
    /// Scans the next piece; `true` if it exceeds the limits.
    pub fn is_too_much(&mut self, piece: &[u8]) -> bool {
        piece.iter().any(|byte| self.byte(*byte))
    }

    fn byte(&mut self, byte: u8) -> bool {
        match self.state {
            TagState::Text if byte == b'<' => {
                self.state = TagState::Opening;
                self.opening.clear();
            }
            TagState::Text => {}
            TagState::Opening => self.open(byte),
            TagState::Tag(quote) => self.in_tag(quote, byte),
            TagState::Until(end) => {
                if byte == b'>' && self.before == end {
                    self.state = TagState::Text;
                }
            }
            TagState::UntilOne(end) => {
                if byte == b'>' && self.before[1] == end {
                    self.state = TagState::Text;
                }
            }
        }
        self.before = [self.before[1], byte];
        // No workbook has a document type declaration.
        let declares = self.state == TagState::Opening && self.opening.starts_with(b"!D");
        declares || self.attributes > MOST_ATTRIBUTES || self.namespaces > MOST_NAMESPACES
    }

    fn open(&mut self, byte: u8) {
        const COMMENT: &[u8] = b"!--";
        const CDATA: &[u8] = b"![CDATA[";
        self.opening.push(byte);
        let so_far: &[u8] = &self.opening;
        if so_far == COMMENT || so_far == CDATA {
            self.state = TagState::Until(if so_far == COMMENT { *b"--" } else { *b"]]" });
            self.before = [0; 2];
        } else if so_far == b"?" {
            self.state = TagState::UntilOne(b'?');
        } else if !(COMMENT.starts_with(so_far) || CDATA.starts_with(so_far) || so_far == b"!D") {
            self.state = TagState::Tag(None);
            self.attributes = 0;
            self.spelled = 0;
            let first = std::mem::take(&mut self.opening);
            for byte in first {
                if let TagState::Tag(quote) = self.state {
                    self.in_tag(quote, byte);
                }
            }
        }
    }

    fn in_tag(&mut self, quote: Option<u8>, byte: u8) {
        const XMLNS: &[u8] = b"xmlns";
        match (quote, byte) {
            (Some(quote), byte) if byte == quote => self.state = TagState::Tag(None),
            (Some(_), _) => {}
            (None, quote @ (b'"' | b'\'')) => self.state = TagState::Tag(Some(quote)),
            (None, b'>') => self.state = TagState::Text,
            (None, b'=') => self.attributes += 1,
            (None, byte) => {
                self.spelled = match XMLNS.get(self.spelled) {
                    Some(letter) if *letter == byte => self.spelled + 1,
                    _ => usize::from(byte == XMLNS[0]),
                };
                if self.spelled == XMLNS.len() {
                    self.namespaces += 1;
                    self.spelled = 0;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_refused(text: &str) -> bool {
        // In two pieces, split in the middle.
        let (one, two) = text.as_bytes().split_at(text.len() / 2);
        let mut tags = Tags::default();
        tags.is_too_much(one) || tags.is_too_much(two)
    }

    #[test]
    fn many_attributes_are_found_behind_whatever_stands_before_them() {
        let many: String = (0..600).map(|n| format!(" a{n}='<'")).collect();
        for before in [
            "",
            "<?xml version=\"1.0\"?>",
            "<!-- > <a ' -->",
            "<!-- it's -->",
            "<a><![CDATA[ \" ]]></a>",
            "text with ' and \"",
        ] {
            assert!(is_refused(&format!("{before}<b{many}/>")), "{before}");
        }
        assert!(is_refused("<!DOCTYPE a [<!ENTITY x \"'\">]><a/>"));
    }

    #[test]
    fn an_ordinary_part_passes() {
        let cells: String = (0..2000)
            .map(|n| format!("<c r=\"A{n}\" t=\"n\"><v>{n}</v></c>"))
            .collect();
        let part = format!(
            "<?xml version=\"1.0\"?><!-- it's = = --><worksheet xmlns=\"x\" xmlns:r=\"y\"><row>{cells}</row></worksheet>"
        );
        assert!(!is_refused(&part));
    }
}
