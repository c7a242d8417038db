//! Names of months, in English and in the languages of other statistical offices.

use std::collections::HashMap;
use std::sync::OnceLock;

/// Full names by month. Those that are spelled alike in two languages mean the same month in both.
const NAMES: [&str; 12] = [
    "january|januar|jänner|janvier|enero|январь|января",
    "february|februar|février|fevrier|febrero|февраль|февраля",
    "march|märz|maerz|mars|marzo|март|марта",
    "april|avril|abril|апрель|апреля",
    "may|mai|mayo|май|мая",
    "june|juni|juin|junio|июнь|июня",
    "july|juli|juillet|julio|июль|июля",
    "august|août|aout|agosto|август|августа",
    "september|septembre|septiembre|setiembre|сентябрь|сентября",
    "october|oktober|octobre|octubre|октябрь|октября",
    "november|novembre|noviembre|ноябрь|ноября",
    "december|dezember|décembre|decembre|diciembre|декабрь|декабря",
];
/// Short names by month, apart from the three letters of the English name.
const SHORT: [&str; 12] = [
    "jän|janv|ene|янв",
    "févr|fevr|fév|фев|февр",
    "mär|mrz|мар",
    "avr|abr|апр",
    "май",
    "juin|июн",
    "juil|июл",
    "août|aout|ago|авг",
    "sept|сен|сент",
    "okt|окт",
    "ноя|нояб",
    "dez|déc|dic|дек",
];

/// The number of the month `mar`, `March`, `sept` or `сентябрь`.
pub(crate) fn named_month(word: &str) -> Option<usize> {
    // No name is longer.
    const LONGEST: usize = 20;
    if word.len() > LONGEST || !word.starts_with(char::is_alphabetic) {
        return None;
    }
    known().get(&*word.to_lowercase()).copied()
}

fn known() -> &'static HashMap<&'static str, usize> {
    static KNOWN: OnceLock<HashMap<&str, usize>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut known = HashMap::new();
        for (at, (names, short)) in NAMES.iter().zip(SHORT).enumerate() {
            // The first name is the English one.
            let english = names.split('|').next().and_then(|name| name.get(..3));
            let all = names.split('|').chain(short.split('|')).chain(english);
            known.extend(all.map(|name| (name, at + 1)));
        }
        known
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_known_by_its_name_in_five_languages() {
        for (word, month) in [
            ("September", 9),
            ("sep", 9),
            ("SEPT", 9),
            ("März", 3),
            ("Okt", 10),
            ("août", 8),
            ("juil", 7),
            ("enero", 1),
            ("сентябрь", 9),
            ("Мая", 5),
        ] {
            assert_eq!(named_month(word), Some(month), "{word}");
        }
        for word in ["", "se", "septem", "sum", "9", "Mo", "deci"] {
            assert_eq!(named_month(word), None, "{word}");
        }
    }
}
