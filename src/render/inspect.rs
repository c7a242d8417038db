//! The words around the parts of a report.

use super::Lang;
use crate::render::lang::labels::Label;
use crate::render::{labels, lang};
use crate::report::{Head, Heading};

/// What stands where a part has no rows.
pub(super) fn none(lang: Lang) -> &'static str {
    lang::wording(lang).label(Label::None)
}

/// The heading of a part of a report.
pub(super) fn part(heading: &Heading, lang: Lang) -> String {
    let text = labels::subject(heading.subject, lang);
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}

/// A head as the word before what it is the head of.
pub(super) fn label(head: Head, lang: Lang) -> String {
    labels::head(head, lang).to_lowercase()
}

/// The head of a column of years.
pub(super) fn year(lang: Lang) -> &'static str {
    lang::wording(lang).label(Label::Year)
}

/// What stands between the things in a cell that lists several.
pub(super) fn and_so_on(lang: Lang) -> &'static str {
    lang::marks(lang).semicolon
}
