//! The headings of a page, in three languages.

use crate::render::lang::pages::PagePhrase;
use crate::render::{Lang, figures, labels, lang};
use crate::report::Subject;
use crate::trade::{Flow, Measured, Month, Period, Perspective, Printed, SaidBy};

/// The heading of a part.
pub fn part(subject: Subject, lang: Lang) -> &'static str {
    lang::wording(lang).over(subject)
}

/// `Since 2016-01` for a chart that begins there; months are written as in tables.
pub fn since(month: Month, lang: Lang) -> String {
    lang::wording(lang).since(&lang::period(Period::month(month), lang))
}

/// A heading or a label.
pub fn phrase(phrase: PagePhrase, lang: Lang) -> &'static str {
    lang::wording(lang).of_page(phrase)
}

/// The caption of the table of months, which explains its signs.
pub fn month_by_month(unit: &str, lang: Lang) -> String {
    lang::wording(lang).month_by_month(unit)
}

/// A sentence on reproducing the page, with its hash.
pub fn how_to_reproduce(hash: &str, lang: Lang) -> String {
    lang::wording(lang).how_to_reproduce(env!("CARGO_PKG_VERSION"), hash)
}

/// The month on which a streak depends: a small revision there would end it.
pub fn depends_on(flow: Flow, period: &str, percent: &str, lang: Lang) -> String {
    lang::wording(lang).depends_on(labels::flow(flow, lang), period, percent)
}

/// A base that was worked back from the change that it gives.
pub fn worked_back(
    flow: Flow,
    (change, by): (Printed, &SaidBy),
    period: Period,
    base: Measured,
    lang: Lang,
) -> String {
    let change = figures::printed(change) + lang::marks(lang).percent;
    lang::wording(lang).worked_back(
        &labels::flow_in_note(flow, lang),
        (&change, by),
        &lang::period(period, lang),
        base,
    )
}

/// Whose imports are shown, since the imports of one side are the exports of the other.
pub fn whose(partner: &str, perspective: Perspective, lang: Lang) -> String {
    lang::wording(lang).whose_imports(partner, perspective)
}
