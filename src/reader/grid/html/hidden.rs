//! What a page does not show.

use html5gum::StartTag;

/// Elements whose text is not displayed on the page.
pub(super) const NOT_SHOWN: [&[u8]; 3] = [b"script", b"style", b"noscript"];
const CELLS: [&[u8]; 2] = [b"td", b"th"];
/// Parts of a table.
const PARTS: [&[u8]; 3] = [b"tbody", b"thead", b"tfoot"];

/// An element whose text is skipped.
pub(super) struct Skipped {
    name: Vec<u8>,
    /// How many elements of this name are open.
    open: usize,
    /// How many tables within it are open.
    tables: usize,
}

impl Skipped {
    pub fn of(name: &[u8]) -> Skipped {
        Skipped {
            name: name.to_vec(),
            open: 1,
            tables: 0,
        }
    }

    /// Whether the beginning of an element of this name ends this one, which may lack an end of its own:
    /// a cell ends with the next cell or row, a row with the next row.
    pub fn ends_with_the_next(&self, name: &[u8]) -> bool {
        let is_row = name == b"tr" || PARTS.contains(&name);
        let is_next = match &*self.name {
            b"td" | b"th" => is_row || CELLS.contains(&name),
            b"tr" => is_row,
            _ => false,
        };
        self.tables == 0 && is_next
    }

    /// Whether the end of an element of this name ends this one as well.
    pub fn ends_within(&self, name: &[u8]) -> bool {
        let is_table = name == b"table" || PARTS.contains(&name);
        let is_around = match &*self.name {
            b"td" | b"th" => is_table || name == b"tr",
            b"tr" => is_table,
            _ => false,
        };
        self.tables == 0 && is_around
    }

    pub fn start(&mut self, name: &[u8]) {
        self.tables += usize::from(name == b"table");
        self.open += usize::from(self.name == name && !NOT_SHOWN.contains(&name));
    }

    /// Whether the end of an element of this name is that of the element skipped.
    pub fn end(&mut self, name: &[u8]) -> bool {
        self.tables -= usize::from(name == b"table" && self.tables > 0);
        self.open -= usize::from(self.name == name);
        self.open == 0
    }
}

/// Whether an element is hidden, with all that is in it. The digits of hidden text would run into those
/// next to it, and a hidden row is one of a draft.
pub(super) fn is_hidden(tag: &StartTag<usize>) -> bool {
    // Elements without an end, and those that scripts show later.
    const OTHERS: [&[u8]; 12] = [
        b"br", b"img", b"input", b"hr", b"col", b"wbr", b"meta", b"link", b"area", b"embed",
        b"html", b"body",
    ];
    let name: &[u8] = &tag.name;
    let attribute = |name: &[u8]| tag.attributes.get(name).map(|value| &**value.value);
    let style: Vec<u8> = attribute(b"style")
        .unwrap_or_default()
        .iter()
        .filter(|byte| !byte.is_ascii_whitespace())
        .map(u8::to_ascii_lowercase)
        .collect();
    let holds = |text: &[u8]| style.windows(text.len()).any(|part| part == text);
    !OTHERS.contains(&name)
        && !tag.self_closing
        && (attribute(b"hidden").is_some() || holds(b"display:none") || holds(b"visibility:hidden"))
}
