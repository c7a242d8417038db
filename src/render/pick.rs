//! Picks one of three texts by language.

use crate::render::options::Lang;
use crate::trade::Name;

pub(crate) fn pick<'a>(lang: Lang, en: &'a str, zh: &'a str, ko: &'a str) -> &'a str {
    match lang {
        Lang::En => en,
        Lang::Zh => zh,
        Lang::Ko => ko,
    }
}

/// A name in the language of the labels.
pub(crate) fn name(name: &Name, lang: Lang) -> &str {
    pick(lang, &name.en, &name.zh, &name.ko)
}
