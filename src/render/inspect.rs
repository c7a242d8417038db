//! Labels around the parts of a report.

use super::Lang;
use crate::render::lang::labels::Label;
use crate::render::{labels, lang};
use crate::report::{Head, Heading};

/// The label of a part without rows.
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

/// A column header in lower case, as a label before its value.
pub(super) fn label(head: Head, lang: Lang) -> String {
    labels::head(head, lang).to_lowercase()
}

/// The header of a column of years.
pub(super) fn year(lang: Lang) -> &'static str {
    lang::wording(lang).label(Label::Year)
}

/// The separator between items in a cell that lists several.
pub(super) fn and_so_on(lang: Lang) -> &'static str {
    lang::marks(lang).semicolon
}
