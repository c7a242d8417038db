//! The parts of a page, each with a heading.

use super::encode::data_link;
use super::prose::{linked, prose};
use super::{table, words};
use crate::render::chart::svg::{self, Setting};
use crate::render::chart::words as chart_words;
use crate::render::footer::Footer;
use crate::render::lang::pages::PagePhrase;
use crate::render::{Style, csv, title};
use crate::report::picture::{Event, Picture};
use crate::report::{Report, Subject};
use maud::{Markup, html};
use std::io;

/// A section with a list; nothing if the list is empty.
pub fn list(heading: &str, id: &str, lines: &[String], class: &str) -> Markup {
    html! {
        @if !lines.is_empty() {
            section class=[(!class.is_empty()).then_some(class)] aria-labelledby=(id) {
                h2 id=(id) { (heading) }
                ul { @for line in lines { li { (linked(line)) } } }
            }
        }
    }
}

/// A part, as its table or its chart.
pub fn of_part(part: &Report, style: &Style, id: &str) -> Markup {
    if let Some(picture) = &part.picture {
        return chart(part, picture, style, id);
    }
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (words::part(part.heading.subject, style.lang)) }
            (table::of_report(part, style, id))
            (reasons(part, style))
        }
    }
}

fn chart(part: &Report, picture: &Picture, style: &Style, id: &str) -> Markup {
    let lang = style.lang;
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (words::since(picture.months.from, lang)) }
            figure {
                figcaption { (prose(&title::without_unit(&part.heading, lang))) }
                @for (class, pixels) in [("wide", 720), ("narrow", 360)] {
                    (svg::draw(part, picture, Setting {
                        look: (style.unit.unwrap_or_default(), lang),
                        pixels,
                        id: &format!("{id}-{class}"),
                        class,
                        alone: false,
                    }))
                }
            }
            @if !picture.events.is_empty() {
                p.mute { (words::phrase(PagePhrase::MarkedInChart, lang)) }
                ul.mute { @for one in &picture.events { li { (event(one, style)) } } }
            }
        }
    }
}

/// The date of an event, its name, its goods, and its source.
fn event(event: &Event, style: &Style) -> Markup {
    let about = chart_words::dated_event(event, style.lang);
    let source = linked(&event.source);
    html! { (prose(&about)) " " (source) }
}

/// The months of the chart, with a link to download their figures as csv.
///
/// # Errors
/// None, since it writes to a buffer.
pub fn months(part: &Report, style: &Style, unit: &str, id: &str) -> io::Result<Markup> {
    let lang = style.lang;
    let figures = csv::with_header(part, style)?;
    let link = data_link(&String::from_utf8_lossy(&figures));
    Ok(html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (words::part(Subject::Series, lang)) }
            (table::of_months(part, style, unit, id))
            p.noprint { a download="tradecheck.csv" href=(link) { (words::phrase(PagePhrase::Download, lang)) } }
            (reasons(part, style))
        }
    })
}

/// The meanings of the flags in a table, and the reasons for missing figures.
fn reasons(part: &Report, style: &Style) -> Markup {
    let footer = Footer::new(part, style);
    html! {
        @if let Some(flags) = &footer.flags { p.mute { (prose(flags)) } }
        @for reason in &footer.reasons { p.mute { ".. " (prose(reason)) } }
    }
}
