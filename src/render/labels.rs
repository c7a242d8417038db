//! Words in tables for people, in English, Chinese and Korean.

use super::Lang;
use crate::render::lang;
use crate::render::lang::labels::Label;
pub(crate) use crate::render::pick::{name, pick};
use crate::report::{Column, Head, Heading, Shows, Subject, ViewColumn, Word};
use crate::trade::{Flow, Goods, HsName, Partner, PartnerChoice};

/// The name of the partner, of several partners joined, or of all partners.
pub(crate) fn partner(choice: &PartnerChoice, lang: Lang) -> String {
    let words = lang::wording(lang);
    let PartnerChoice::These(partner_indices) = choice else {
        return words.all_partners().to_owned();
    };
    let partners = partner_indices
        .iter()
        .filter_map(|place| Partner::at(*place));
    let names: Vec<&str> = partners
        .map(|one| pick(lang, &one.en, &one.zh, &one.ko))
        .collect();
    words.partners(&names)
}

/// The partner of a statement: `None` for all partners together, whom no sentence needs to name.
pub(crate) fn partner_stated(heading: &Heading, lang: Lang) -> Option<String> {
    match (&heading.partner, heading.partners_in_data) {
        (PartnerChoice::All, None) => None,
        (PartnerChoice::All, Some(count)) => Some(lang::wording(lang).partners_in_data(count)),
        (choice, _) => Some(partner(choice, lang)),
    }
}

/// The goods in a title or a sentence: their name, or their HS codes, with the name of a single
/// chapter or heading.
pub(crate) fn goods(goods: &Goods, lang: Lang) -> String {
    let lowered = |text: &str| crate::trade::without_capital(text);
    if let Some(label) = goods.label() {
        return lowered(name(label, lang));
    }
    let codes = goods.to_string();
    match goods.single().and_then(|code| HsName::of(code)) {
        Some(one) => {
            let [open, close] = lang::marks(lang).brackets;
            let known = lowered(pick(lang, &one.en, &one.zh, &one.ko));
            format!("{codes}{open}{known}{close}")
        }
        None => codes,
    }
}

/// The subject of a report.
pub(crate) fn subject(subject: Subject, lang: Lang) -> &'static str {
    lang::wording(lang).subject(subject)
}

/// Marks where a column header may break without a space.
pub(crate) const NO_SPACE: char = '\u{200b}';

/// The header of a column for people.
pub(crate) fn head(head: Head, lang: Lang) -> String {
    match head {
        Head::At(period) => lang::period(period, lang),
        Head::LastMonths(count) => lang::wording(lang).last_months(count),
        Head::Column(column) => column.name().to_owned(),
        Head::Part(by) => lang::wording(lang).part_of(by).to_owned(),
        other => lang::wording(lang).head(other).to_owned(),
    }
}

/// The name of a column in a line under the table.
pub(crate) fn column_in_note(column: &ViewColumn, lang: Lang) -> String {
    let word = match (column.head, column.shows) {
        (Head::At(period), Shows::Column(Column::Base)) if !period.is_month() => {
            lang::wording(lang)
                .label(Label::YearEarlierOfPeriod)
                .to_owned()
        }
        (Head::At(_), Shows::Column(Column::Base)) => head(Head::YearEarlier, lang),
        (Head::At(_), Shows::Column(Column::Value)) => head(Head::Value, lang),
        _ => head(column.head, lang).replace(NO_SPACE, ""),
    };
    // `YTD yoy` stays in capitals.
    let mut chars = word.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            let rest = word.chars().skip(1);
            first.to_lowercase().chain(rest).collect()
        }
        _ => word,
    }
}

/// The name of a flow as the first cell of a row.
pub(crate) fn flow(flow: Flow, lang: Lang) -> &'static str {
    lang::wording(lang).flow(flow)
}

/// The name of a flow in a line under the table.
pub(crate) fn flow_in_note(one: Flow, lang: Lang) -> String {
    flow(one, lang).to_lowercase()
}

/// A word of a closed list in this language.
pub(crate) fn word(word: Word, lang: Lang) -> &'static str {
    lang::wording(lang).word(word)
}

/// The change from the month before, in a line under the table.
pub(crate) fn mom(lang: Lang) -> &'static str {
    lang::wording(lang).label(Label::Mom)
}

/// ` and 3 more`, at the end of a list.
pub(crate) fn and_more(count: usize, lang: Lang) -> String {
    lang::wording(lang).and_more(count)
}

/// The label of a flag column if the flag is set.
pub(crate) fn flag(lang: Lang) -> &'static str {
    lang::wording(lang).label(Label::Weakest)
}

/// `(12-fold)`.
pub(crate) fn fold(times: &str, lang: Lang) -> String {
    lang::wording(lang).fold(times)
}

/// `−1.0 % in 2017-08`.
pub(crate) fn percent_in(percent: &str, month: &str, lang: Lang) -> String {
    lang::wording(lang).percent_in(percent, month)
}

/// The heading of the notes.
pub(crate) fn notes(lang: Lang) -> &'static str {
    lang::wording(lang).label(Label::Notes)
}
