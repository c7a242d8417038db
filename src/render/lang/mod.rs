//! What is said, in each language: one folder a language behind one trait, so that the compiler
//! finds a phrase that is missing.

pub(crate) mod brief;
pub(crate) mod catalog;
pub(crate) mod claims;
pub(crate) mod dates;
mod en;
mod ko;
pub(crate) mod labels;
pub(crate) mod lists;
pub(crate) mod messages;
pub(crate) mod pages;
pub(crate) mod pictures;
mod receipts;
mod revisions;
pub(crate) mod runs;
mod sanctions;
pub(crate) mod spark;
pub(crate) mod stated;
pub(crate) mod taken;
pub(crate) mod titles;
mod wording;
mod zh;

use crate::render::options::Lang;
use crate::report::{Remark, RemarkKind};
use crate::trade::{Period, Vintage};
pub(crate) use wording::Wording;

/// The sentences of `lang`.
pub(crate) fn wording(lang: Lang) -> &'static dyn Wording {
    match lang {
        Lang::En => &en::English,
        Lang::Zh => &zh::Chinese,
        Lang::Ko => &ko::Korean,
    }
}

/// A remark as a sentence.
pub fn sentence(remark: &Remark, lang: Lang) -> String {
    kind(&remark.kind, remark.period, lang)
}

/// What is said, as a sentence; `period`: that of the figure it is about.
pub(crate) fn kind(kind: &RemarkKind, period: Option<Period>, lang: Lang) -> String {
    let wording = wording(lang);
    match kind {
        RemarkKind::Input(remark) => {
            let said = wording.input(&remark.what);
            match &*remark.file {
                "" => said,
                file => format!("{file}: {said}"),
            }
        }
        RemarkKind::Set(remark) => wording.set(remark),
        RemarkKind::Figure(remark) => wording.figure(remark),
        RemarkKind::Revision(remark) => revisions::sentence(remark, lang),
        RemarkKind::Sanction(remark) => sanctions::sentence(remark, lang),
        RemarkKind::Receipt(remark) => receipts::sentence(remark, lang),
        other => wording.measure(other, period).trim_start().to_owned(),
    }
}

/// A period as people read it.
pub(crate) fn period(period: Period, lang: Lang) -> String {
    dates::period(period, lang)
}

/// A date as people read it: `13 July 2017`.
pub(crate) fn day(date: Vintage, lang: Lang) -> String {
    dates::day(date, lang)
}
