//! Translations of texts that the code has in English (help in the definitions of flags, errors in
//! the Display of their enums). Each language and subject has a file in gettext's format, so that
//! translators can use their tools. If an English text changes, it loses its translation, which the
//! tests detect.

use crate::render::options::Lang;
use crate::report::Column;
use std::collections::HashMap;
use std::sync::OnceLock;

/// An English text and its translation.
type Entry = (String, String);

/// The translations of a subject.
pub(super) struct Catalog {
    zh: OnceLock<Vec<Entry>>,
    ko: OnceLock<Vec<Entry>>,
    files: [&'static str; 2],
}

impl Catalog {
    pub(super) const fn new(zh: &'static str, ko: &'static str) -> Catalog {
        Catalog {
            zh: OnceLock::new(),
            ko: OnceLock::new(),
            files: [zh, ko],
        }
    }

    /// The entries of a language in file order; none for English.
    pub(super) fn entries(&self, lang: Lang) -> &[Entry] {
        let [zh, ko] = self.files;
        match lang {
            Lang::En => &[],
            Lang::Zh => self.zh.get_or_init(|| read(zh)),
            Lang::Ko => self.ko.get_or_init(|| read(ko)),
        }
    }
}

/// The entries of a file: `msgid` and `msgstr`, each a string or several, one per line.
fn read(file: &str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut in_translation = false;
    for line in file.lines() {
        let line = line.trim();
        let quoted = match (line.strip_prefix("msgid "), line.strip_prefix("msgstr ")) {
            (Some(text), _) => {
                entries.push(Entry::default());
                in_translation = false;
                text
            }
            (_, Some(text)) => {
                in_translation = true;
                text
            }
            _ => line,
        };
        let inner = quoted
            .strip_prefix('"')
            .and_then(|text| text.strip_suffix('"'));
        if let (Some(text), Some((english, other))) = (inner, entries.last_mut()) {
            let translation = if in_translation { other } else { english };
            translation.push_str(&text.replace("\\\"", "\"").replace("\\\\", "\\"));
        }
    }
    entries
}

static HELP: Catalog = Catalog::new(include_str!("zh/help.po"), include_str!("ko/help.po"));

/// What each machine column contains.
static COLUMNS: Catalog =
    Catalog::new(include_str!("zh/columns.po"), include_str!("ko/columns.po"));

/// What a machine column contains, in this language.
pub(crate) fn column_about(column: Column, lang: Lang) -> &'static str {
    let about = column.about().trim();
    let mut entries = COLUMNS.entries(lang).iter();
    let known = entries.find(|(english, _)| english == about);
    known.map_or(about, |(_, other)| other)
}

/// The messages of errors, with `{}` for their arguments.
pub(super) static ERRORS: Catalog =
    Catalog::new(include_str!("zh/errors.po"), include_str!("ko/errors.po"));

/// A text of the help in this language, if it is translated.
pub fn help(text: &str, lang: Lang) -> &str {
    static TEXTS: [OnceLock<HashMap<&str, &str>>; 2] = [OnceLock::new(), OnceLock::new()];
    let [zh, ko] = &TEXTS;
    let map = || {
        let entries = HELP.entries(lang).iter();
        entries
            .map(|(english, other)| (&**english, &**other))
            .collect()
    };
    let texts = match lang {
        Lang::En => return text,
        Lang::Zh => zh.get_or_init(map),
        Lang::Ko => ko.get_or_init(map),
    };
    texts.get(text).copied().unwrap_or(text)
}

/// The English help texts that are translated.
#[cfg(test)]
pub fn help_texts(lang: Lang) -> impl Iterator<Item = &'static str> {
    HELP.entries(lang).iter().map(|(english, _)| &**english)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_may_go_over_several_lines() {
        let file = "# For translators.\nmsgid \"\"\n\"one \"\n\"\\\"two\\\"\"\nmsgstr \"一二\"\n";
        assert_eq!(read(file), [("one \"two\"".to_owned(), "一二".to_owned())]);
    }

    #[test]
    fn every_column_has_a_meaning_in_each_language_and_no_other_has() {
        for lang in [Lang::Zh, Lang::Ko] {
            for column in Column::ALL {
                let about = column_about(*column, lang);
                assert!(!about.is_ascii(), "{lang:?} {column:?}: {about}");
            }
            let abouts: Vec<&str> = Column::ALL.iter().map(|one| one.about().trim()).collect();
            for (english, _) in COLUMNS.entries(lang) {
                assert!(abouts.contains(&&**english), "{english}");
            }
        }
    }

    #[test]
    fn every_text_has_both_languages_once() {
        for catalog in [&HELP, &ERRORS] {
            both_languages_once(catalog);
        }
    }

    fn both_languages_once(catalog: &Catalog) {
        let of = |lang| {
            let entries = catalog.entries(lang).iter();
            let mut texts: Vec<&str> = entries.map(|(english, _)| &**english).collect();
            texts.sort_unstable();
            texts
        };
        assert_eq!(of(Lang::Zh), of(Lang::Ko));
        let texts = of(Lang::Zh);
        let twice = texts.windows(2).find(|pair| pair[0] == pair[1]);
        assert_eq!(twice, None);
        let empty = catalog.entries(Lang::Zh).iter();
        let empty = empty.chain(catalog.entries(Lang::Ko));
        assert!(empty.into_iter().all(|(_, other)| !other.is_empty()));
    }
}
