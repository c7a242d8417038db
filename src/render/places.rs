//! Describes what a line under a table refers to (the part, the periods), joined as each language
//! requires.

use crate::render::options::Lang;
use crate::render::{labels, lang};
use crate::report::{Cell, Column, Report, Row, Shows};
use crate::trade::Period;

/// The code of the part in a row, if the answer is broken down.
pub(super) fn part(row: &Row, lang: Lang) -> Option<String> {
    // A sentence that was not understood, as far as there is room.
    if let (Cell::Count(number), Cell::Text(text)) =
        (row.cell(Column::Sentence), row.cell(Column::Text))
        && row.cell(Column::Metric) == &Cell::Empty
    {
        let start: String = text.chars().take(SENTENCE_SHOWN).collect();
        let more = if start.len() < text.len() { "…" } else { "" };
        return Some(format!("{number} `{start}{more}`"));
    }
    match row.cell(Column::Code) {
        // The code of a group is meant for machines, so its name is shown.
        Cell::Text(code) => match row.cell(Column::Name) {
            Cell::Name(name) if !code.starts_with(|one: char| one.is_ascii_digit()) => {
                Some(crate::trade::without_capital(labels::name(name, lang)))
            }
            _ => Some(code.clone()),
        },
        Cell::Word(word) => Some(labels::word(*word, lang).to_lowercase()),
        _ => None,
    }
}

/// How many characters of a sentence are shown.
const SENTENCE_SHOWN: usize = 48;

/// Months joined into runs; longer periods are left unchanged.
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
    format!("{label}{}{text}", lang::marks(lang).colon)
}

/// `label (text)`.
pub(super) fn in_brackets(label: &str, text: &str, lang: Lang) -> String {
    if label.is_empty() {
        return text.to_owned();
    }
    let [open, close] = lang::marks(lang).brackets;
    format!("{label}{open}{text}{close}")
}

/// `imports 2017-01`.
pub(super) fn with_periods(names: &str, periods: &str, lang: Lang) -> String {
    // `27012017年9月` would be read as one number.
    let ends_in_code = names.ends_with(|one: char| one.is_ascii_alphanumeric());
    let space = match names.is_empty() || periods.is_empty() {
        true => "",
        false if ends_in_code => " ",
        false => lang::marks(lang).word,
    };
    format!("{names}{space}{periods}")
}

/// The separator between two items that a line refers to.
pub(super) fn between(lang: Lang) -> &'static str {
    lang::marks(lang).semicolon
}

/// The machine columns shown in the table for people.
pub(super) fn shown(report: &Report) -> impl Iterator<Item = Column> + '_ {
    let columns = report.view.iter();
    columns.flat_map(|column| names(&column.shows).iter().copied())
}

/// The machine columns from which a column for people is made.
pub(super) fn names(shows: &Shows) -> &[Column] {
    match shows {
        Shows::Column(name) => std::slice::from_ref(name),
        Shows::StreakPhrase(names, _) => names,
        Shows::RunPhrase(names) => names,
        Shows::PercentIn(names) => names,
        Shows::RecordPhrase(names) => &names[..],
        // These have no remarks.
        Shows::Listed(_) | Shows::Part(_) | Shows::Run => &[],
        Shows::Calendar(names) => names,
    }
}
