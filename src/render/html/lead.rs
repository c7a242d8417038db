//! The head of a page: its subject, the news, the statement and the cautions.

use super::quote::before_quoting;
use crate::render::title::{self, MoneyWords};
use crate::render::{Style, brief, lang};
use crate::report::Report;

/// The texts at the head of a page.
pub struct Lead {
    /// The title of the page, without its unit.
    pub name: String,
    /// The unit of the figures.
    pub unit: String,
    /// The small line above the headline.
    pub kicker: String,
    /// The news, or the title if there is none.
    pub headline: String,
    /// The statement; empty if there is none.
    pub text: String,
    /// What to know before quoting a figure.
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
    // If there is news, it is the headline, and the title explains its subject.
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
