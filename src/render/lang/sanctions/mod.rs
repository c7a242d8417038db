//! What is said of sanctions, in each language.

mod en;
mod ko;
mod words;
mod zh;

use crate::render::options::Lang;
use crate::report::SanctionRemark;

/// A remark as a sentence.
pub(crate) fn sentence(remark: &SanctionRemark, lang: Lang) -> String {
    match lang {
        Lang::En => en::sentence(remark),
        Lang::Zh => zh::sentence(remark),
        Lang::Ko => ko::sentence(remark),
    }
}
