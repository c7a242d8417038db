//! What stands at the head of a page: what it is of, the news, the statement, what to know before
//! quoting.

use super::quote::before_quoting;
use crate::render::title::{self, MoneyWords};
use crate::render::{Style, brief, lang};
use crate::report::Report;

/// The head of a page, in words.
pub struct Lead {
    /// The title of the whole, without its unit.
    pub name: String,
    /// What the figures are in.
    pub unit: String,
    /// The small line above the headline.
    pub kicker: String,
    /// The news; where there is none, the title.
    pub headline: String,
    /// The statement; empty where there is none.
    pub text: String,
    /// What must be known before a figure is quoted.
    pub cautions: Vec<String>,
}

/// The head of the page of `report`.
pub fn lead(report: &Report, style: &Style) -> Lead {
    let lang = style.lang;
    let month = report.parts.first().unwrap_or(report);
    let name = title::without_unit(&report.heading, lang);
    let money = MoneyWords::In(style.unit.unwrap_or_default());
    let unit = title::unit_of(&month.heading, money, lang);
    let statement = report.brief.as_ref();
    let sentences = statement.map_or_else(Vec::new, |brief| {
        brief::sentences(brief, &month.heading, lang)
    });
    // The news leads; the title then says what it is of.
    let news = statement.and_then(|brief| brief::headline(brief, &month.heading, lang));
    let (kicker, headline) = match news {
        Some(news) => (format!("{name} ({unit})"), news),
        None => (unit.clone(), name.clone()),
    };
    Lead {
        kicker,
        headline,
        text: sentences.join(lang::marks(lang).sentence),
        cautions: before_quoting(report, style),
        name,
        unit,
    }
}
