//! The parts of a packed workbook, and the tags in them.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The parts of a packed workbook.
pub(super) struct Parts<'b>(ZipArchive<Cursor<&'b [u8]>>);

impl<'b> Parts<'b> {
    pub fn open(bytes: &'b [u8]) -> Option<Parts<'b>> {
        ZipArchive::new(Cursor::new(bytes)).ok().map(Parts)
    }

    pub fn read(&mut self, name: &str) -> Option<String> {
        let text = self.bytes(name)?;
        Some(String::from_utf8_lossy(&text).into_owned())
    }

    pub fn bytes(&mut self, name: &str) -> Option<Vec<u8>> {
        const LARGEST: u64 = 256 << 20;
        let mut bytes = Vec::new();
        let part = self.0.by_name(name).ok()?;
        part.take(LARGEST).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    /// The parts that the relations of the book name, by their ids.
    pub fn related(&mut self, relations: &str) -> HashMap<String, String> {
        let relations = self.read(relations).unwrap_or_default();
        let tags = starts(&relations).filter(|tag| local(&tag.name) == b"relationship");
        let both = tags.filter_map(|tag| {
            let target = attribute(&tag, "target")?;
            let path = match target.strip_prefix('/') {
                Some(absolute) => absolute.to_owned(),
                None => format!("xl/{target}"),
            };
            Some((attribute(&tag, "id")?, path))
        });
        both.collect()
    }
}

pub(super) fn tokens(text: &str) -> impl Iterator<Item = Token<usize>> {
    let emitter = DefaultEmitter::<usize>::new_with_span();
    let tokens = Tokenizer::new_with_emitter(text, emitter);
    tokens.map(|token| match token {
        Ok(token) => token,
        Err(never) => match never {},
    })
}

pub(super) fn starts(text: &str) -> impl Iterator<Item = StartTag<usize>> {
    tokens(text).filter_map(|token| match token {
        Token::StartTag(tag) => Some(tag),
        _ => None,
    })
}

/// A name without its namespace prefix.
pub(super) fn local(name: &[u8]) -> &[u8] {
    let at = name.iter().position(|byte| *byte == b':');
    at.map_or(name, |at| &name[at + 1..])
}

pub(super) fn attribute(tag: &StartTag<usize>, name: &str) -> Option<String> {
    let found = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(&found.value).into_owned())
}

pub(super) fn number(tag: &StartTag<usize>, name: &str) -> Option<u32> {
    attribute(tag, name)?.trim().parse().ok()
}
