//! The medium that a sentence attributes a figure to.

use crate::render::options::Lang;
use crate::trade::Publisher;

/// The medium alone: `Yonhap` of `Yonhap (GACC) via Hankyung`. Two are joined as the language joins
/// them.
pub(crate) fn who(text: &str, lang: Lang) -> String {
    // A name may hold brackets of its own.
    let known = Publisher::at_start(text).map_or(0, |one| one.en.len());
    let marks = [" (", " quoting ", " citing ", " via ", " copy ", ", copy "];
    let end = marks
        .iter()
        .filter_map(|mark| text[known..].find(mark))
        .min();
    let medium = &text[..end.map_or(text.len(), |end| known + end)];
    let and = match lang {
        Lang::En => " and ",
        Lang::Zh => "和",
        Lang::Ko => "·",
    };
    let names: Vec<String> = medium
        .split(" and ")
        .map(|one| {
            let names: Vec<&str> = one.split('/').map(|part| named(part, lang)).collect();
            names.join("/")
        })
        .collect();
    // The Korean service of Voice of America is, in a sentence, Voice of America.
    let who = names.join(and);
    match who.find(['(', '（']) {
        Some(at) => who[..at].trim_end().to_owned(),
        None => who,
    }
}

/// The name of one medium in the language.
fn named(text: &str, lang: Lang) -> &str {
    match (Publisher::at_start(text), lang) {
        (Some(one), Lang::Zh) => one.zh,
        (Some(one), Lang::Ko) => one.ko,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_medium_stands_without_whom_it_quotes() {
        for (text, en, zh) in [
            ("Yonhap (GACC) via Hankyung", "Yonhap", "韩联社"),
            ("Yonhap/WOW (GACC)", "Yonhap/WOW", "韩联社/韩国经济电视"),
            ("Kyodo and Reuters", "Kyodo and Reuters", "共同社和路透社"),
            ("NK News", "NK News", "NK新闻"),
        ] {
            assert_eq!(who(text, Lang::En), en);
            assert_eq!(who(text, Lang::Zh), zh);
        }
    }
}
