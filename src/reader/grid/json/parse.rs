//! Parses JSON into values with the offsets at which they begin. Numbers are kept as written.

use crate::reader::grid::{MOST_CELLS, trimmed};
use std::collections::HashSet;

/// Maximum nesting depth.
const MOST_DEEP: usize = 32;
/// Maximum number of values in memory: more than the cells of any supported table, some hundred
/// megabytes.
pub(super) const MOST_VALUES: usize = MOST_CELLS + MOST_CELLS / 2;

/// A value with the offset at which it begins.
pub(super) struct Value<'j> {
    pub at: usize,
    pub kind: JsonKind<'j>,
}

pub(super) enum JsonKind<'j> {
    Text(String),
    /// A number, `true` or `false`, as written; `null` is treated as empty.
    Word(&'j str),
    List(Vec<Value<'j>>),
    Object(Vec<(usize, String, Value<'j>)>),
}

impl<'j> Value<'j> {
    /// Whether it is neither a list nor an object.
    pub fn is_scalar(&self) -> bool {
        matches!(self.kind, JsonKind::Text(_) | JsonKind::Word(_))
    }

    pub fn members(&self) -> Option<&[(usize, String, Value<'j>)]> {
        match &self.kind {
            JsonKind::Object(members) => Some(members),
            _ => None,
        }
    }

    pub fn items(&self) -> Option<Vec<&Value<'j>>> {
        match &self.kind {
            JsonKind::List(items) => Some(items.iter().collect()),
            _ => None,
        }
    }

    pub fn lists(&self) -> Option<Vec<Vec<&Value<'j>>>> {
        self.items()?.into_iter().map(Value::items).collect()
    }

    /// The text of the value in a cell. Nested values are not expanded.
    pub fn text(&self) -> String {
        match &self.kind {
            JsonKind::Text(text) => trimmed(text).to_owned(),
            JsonKind::Word("null") => String::new(),
            JsonKind::Word(word) => (*word).to_owned(),
            JsonKind::List(items) if items.is_empty() => String::new(),
            JsonKind::List(_) => "[…]".to_owned(),
            JsonKind::Object(_) => "{…}".to_owned(),
        }
    }
}

pub(super) struct JsonParser<'j> {
    pub text: &'j str,
    pub at: usize,
    /// Number of values read so far.
    pub values: usize,
}

impl<'j> JsonParser<'j> {
    fn rest(&self) -> &'j str {
        self.text.get(self.at..).unwrap_or("")
    }

    pub fn blanks(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
    }

    fn take(&mut self, byte: u8) -> bool {
        self.blanks();
        let found = self.text.as_bytes().get(self.at) == Some(&byte);
        self.at += usize::from(found);
        found
    }

    pub fn value(&mut self, depth: usize) -> Result<Value<'j>, &'static str> {
        self.blanks();
        let at = self.at;
        if depth > MOST_DEEP {
            return Err("it is too deeply nested");
        }
        self.values += 1;
        if self.values > MOST_VALUES {
            return Err("it is cut off");
        }
        let kind = match self.text.as_bytes().get(at) {
            Some(b'"') => JsonKind::Text(self.string()?),
            Some(b'[') => {
                self.at += 1;
                let mut items = Vec::new();
                if !self.take(b']') {
                    loop {
                        items.push(self.value(depth + 1)?);
                        if self.take(b']') {
                            break;
                        }
                        if !self.take(b',') {
                            return Err("a comma or `]` is missing");
                        }
                    }
                }
                JsonKind::List(items)
            }
            Some(b'{') => {
                self.at += 1;
                let (mut members, mut names) = (Vec::new(), HashSet::new());
                if !self.take(b'}') {
                    loop {
                        self.blanks();
                        let at = self.at;
                        let name = self.string()?;
                        if !self.take(b':') {
                            return Err("a colon is missing");
                        }
                        if !names.insert(name.clone()) {
                            return Err("a name occurs twice in one object");
                        }
                        members.push((at, name, self.value(depth + 1)?));
                        if self.take(b'}') {
                            break;
                        }
                        if !self.take(b',') {
                            return Err("a comma or `}` is missing");
                        }
                    }
                }
                JsonKind::Object(members)
            }
            Some(byte) if byte.is_ascii_alphanumeric() || *byte == b'-' => {
                let rest = self.rest();
                let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.');
                let end = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
                self.at += end;
                JsonKind::Word(&rest[..end])
            }
            Some(_) => return Err("a value is missing"),
            None => return Err("it is cut off"),
        };
        Ok(Value { at, kind })
    }

    fn string(&mut self) -> Result<String, &'static str> {
        if self.text.as_bytes().get(self.at) != Some(&b'"') {
            return Err("a quoted name is missing");
        }
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut at = start + 1;
        loop {
            match bytes.get(at) {
                Some(b'\\') => at += 2,
                Some(b'"') => break,
                Some(_) => at += 1,
                None => return Err("it is cut off within quotes"),
            }
        }
        let quoted = self.text.get(start..=at).unwrap_or("");
        let text: Result<String, _> = serde_json::from_str(quoted);
        self.at = at + 1;
        text.map_err(|_| "quoted text is broken")
    }
}
