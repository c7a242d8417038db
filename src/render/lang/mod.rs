//! All sentences in all languages: one folder for each language behind a common trait, so that the
//! compiler detects missing phrases.

mod amounts;
pub(crate) mod brief;
pub(crate) mod catalog;

pub(crate) mod claims;
pub(crate) mod dates;
mod distinct;
mod en;
mod ko;
pub(crate) mod labels;
mod lines;
pub(crate) mod lists;
mod marks;
pub(crate) mod messages;
pub(crate) mod pages;
pub(crate) mod pictures;
pub(crate) mod publishers;
mod revisions;
pub(crate) mod runs;
mod sanctions;
mod signed;
pub(crate) mod stated;
pub(crate) mod taken;
pub(crate) mod titles;
pub(crate) mod who;
mod wording;
mod zh;

use crate::render::options::Lang;
use crate::report::{OtherReading, Remark, RemarkKind};
use crate::trade::{Period, Stated, Vintage};
use marks::Marks;
pub(crate) use wording::Wording;

/// The wording of `lang`.
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

/// A remark as a sentence; `period` is that of its figure.
pub(crate) fn kind(kind: &RemarkKind, period: Option<Period>, lang: Lang) -> String {
    let wording = wording(lang);
    match kind {
        RemarkKind::Input(remark) => {
            let sentence = wording.input(&remark.what);
            match &*remark.file {
                "" => sentence,
                file => format!("{file}: {sentence}"),
            }
        }
        RemarkKind::Set(remark) => wording.set(remark),
        RemarkKind::Figure(remark) => wording.figure(remark),
        RemarkKind::Revision(remark) => wording.revision(remark),
        RemarkKind::Sanction(remark) => wording.sanction(remark),
        RemarkKind::Receipt(remark) => wording.receipt(remark),
        other => wording.measure(other, period).trim_start().to_owned(),
    }
}

/// The punctuation of `lang`.
pub(crate) fn marks(lang: Lang) -> &'static Marks {
    wording(lang).marks()
}

/// The punctuation between a label and its content.
pub fn colon(lang: Lang) -> &'static str {
    marks(lang).colon
}

/// A period for people.
pub(crate) fn period(period: Period, lang: Lang) -> String {
    wording(lang).period(period)
}

/// A date for people: `13 July 2017`.
pub(crate) fn day(date: Vintage, lang: Lang) -> String {
    wording(lang).day(&date.to_string())
}

/// Translates an error message of one or more lines from English.
pub fn message(text: &str, lang: Lang) -> String {
    messages::message(text, lang, wording(lang), marks(lang))
}

/// A remark on an answer, as a line of its own.
pub fn noted(remark: &str, lang: Lang) -> String {
    format!("{}{remark}", wording(lang).remark())
}

/// A claim, for people.
pub(crate) fn stated(claimed: &Stated, lang: Lang) -> String {
    stated::stated(claimed, wording(lang), marks(lang))
}

/// How a claim was read, for people.
pub(crate) fn reading(reading: &[OtherReading], lang: Lang) -> String {
    claims::reading(reading, wording(lang), marks(lang))
}
