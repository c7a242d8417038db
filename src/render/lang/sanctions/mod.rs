//! What is said of sanctions, in each language.

pub(super) mod words;

use crate::render::lang::{en, ko, zh};
use crate::render::options::Lang;
use crate::report::SanctionRemark;

/// A remark as a sentence.
pub(crate) fn sentence(remark: &SanctionRemark, lang: Lang) -> String {
    match lang {
        Lang::En => en::sanctions::sentence(remark),
        Lang::Zh => zh::sanctions::sentence(remark),
        Lang::Ko => ko::sanctions::sentence(remark),
    }
}
