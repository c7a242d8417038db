//! One of three texts, by the language.

use crate::render::Lang;

pub(crate) fn pick<'a>(lang: Lang, en: &'a str, zh: &'a str, ko: &'a str) -> &'a str {
    match lang {
        Lang::En => en,
        Lang::Zh => zh,
        Lang::Ko => ko,
    }
}
