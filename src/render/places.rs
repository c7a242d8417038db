//! What a line under a table is about, in words: the part, the months, and how they are put
//! together in each language.

use crate::render::labels;
use crate::render::options::Lang;
use crate::report::{Cell, Column, Row};
use crate::trade::Period;

/// The code of the part that a row is of, where something is split.
pub(super) fn part(row: &Row, lang: Lang) -> Option<String> {
    match row.cell(Column::Code) {
        Cell::Text(code) => Some(code.clone()),
        Cell::Word(word) => Some(labels::word(word, lang).to_lowercase()),
        _ => None,
    }
}

/// Months as runs; longer periods stay as they are.
pub(super) fn runs(periods: Vec<Period>) -> Vec<Period> {
    let (months, mut longer): (Vec<Period>, Vec<Period>) =
        periods.into_iter().partition(|period| period.is_month());
    let mut runs = Period::joined(months);
    longer.sort();
    longer.dedup();
    runs.extend(longer);
    runs
}

/// `label: text`.
pub(super) fn labelled(label: &str, text: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{label}：{text}"),
        Lang::En | Lang::Ko => format!("{label}: {text}"),
    }
}

/// `label (text)`.
pub(super) fn in_brackets(label: &str, text: &str, lang: Lang) -> String {
    match (label.is_empty(), lang) {
        (true, _) => text.to_owned(),
        (_, Lang::Zh) => format!("{label}（{text}）"),
        (_, Lang::Ko) => format!("{label}({text})"),
        (_, Lang::En) => format!("{label} ({text})"),
    }
}

/// `imports 2017-01`.
pub(super) fn beside(names: &str, periods: &str, lang: Lang) -> String {
    let space = if lang == Lang::Zh || names.is_empty() || periods.is_empty() {
        ""
    } else {
        " "
    };
    format!("{names}{space}{periods}")
}

/// What stands between two things that a line is about.
pub(super) fn between(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "；",
        Lang::En | Lang::Ko => "; ",
    }
}
