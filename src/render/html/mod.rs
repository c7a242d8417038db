//! One month as one page: a single file that asks for nothing, for the screen and for paper.
//!
//! Every word and figure of it comes from the reports that it is made of.

mod encode;
mod table;
mod words;

use super::chart::svg::{self, Setting};
use super::footer::Footer;
use super::markup::clean;
use super::title::{self, MoneyWords};
use super::{Lang, Notes, Style, brief, csv, figures, labels};
use crate::report::{Report, Subject};
use encode::{base64, data_link};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};
use std::io::{self, Write};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// Writes the page of a report whose parts are reports of one month: its changes, a chart, its
/// streak, its record. `command` is what was typed.
///
/// # Errors
/// Those of `out`.
pub fn write(report: &Report, style: &Style, command: &str, out: &mut dyn Write) -> io::Result<()> {
    let page = page(report, style, command)?;
    out.write_all(page.into_string().as_bytes())?;
    writeln!(out)
}

/// Nothing is loaded from anywhere, and no script runs but the one of this file.
fn policy() -> String {
    let hash = base64(&Sha256::digest(SCRIPT.as_bytes()));
    format!(
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{hash}'; base-uri 'none'; \
         form-action 'none'"
    )
}

fn page(report: &Report, style: &Style, command: &str) -> io::Result<Markup> {
    let lang = style.lang;
    let month = report.parts.first().unwrap_or(report);
    let name = clean(&title::without_unit(&report.heading, lang));
    let money = MoneyWords::In(style.unit.unwrap_or_default());
    let unit = title::unit_of(&month.heading, money, lang);
    let cautions = before_quoting(report, style);
    let all = std::iter::once(report).chain(&report.parts);
    let notes = all.flat_map(|part| remarks(part, Notes::Full, style));
    let notes = notes.filter(|line| !cautions.contains(line)).collect();
    let notes = each_once(notes);
    let mut figures = Vec::new();
    for part in &report.parts {
        csv::write_csv(part, true, &mut figures)?;
    }
    let hash: String = Sha256::digest(&figures)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let sentences = report.brief.as_ref().map_or_else(Vec::new, |brief| {
        brief::sentences(brief, &month.heading, lang)
    });
    let said = sentences.join(if lang == Lang::Zh { "" } else { " " });
    // The first sentence is the news; the title then says what it is of.
    let (kicker, headline) = match sentences.first() {
        Some(first) => (format!("{name} ({})", clean(&unit)), clean(first)),
        None => (clean(&unit), name.clone()),
    };
    let headline = headline.trim_end_matches(['.', '。']).to_owned();
    let mut sections = Vec::new();
    for (at, part) in report.parts.iter().enumerate() {
        sections.push(section(part, style, &unit, &format!("part{at}"))?);
    }
    Ok(html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="color-scheme" content="light dark";
                meta name="generator" content={"tradecheck " (env!("CARGO_PKG_VERSION"))};
                title { (name) }
                style { (PreEscaped(svg::STYLE)) (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#main" { (words::skip(lang)) }
                header {
                    p.kick { (kicker) }
                    h1 { (headline) }
                }
                main #main {
                    @if !sentences.is_empty() {
                        p.lede #said { (clean(&said)) }
                        p.noprint {
                            button #copy type="button" hidden data-done=(words::copied(lang)) {
                                (words::copy(lang))
                            }
                            " " span #copied role="status" {}
                        }
                    }
                    (list(words::before_you_quote(lang), "care", &cautions, "care"))
                    @for section in &sections { (section) }
                    (list(words::notes(lang), "notes", &notes, ""))
                    (list(words::sources(lang), "sources", &report.sources, "sources"))
                }
                footer {
                    h2 #made { (words::how_made(lang)) }
                    p { code { (clean(command)) } }
                    p { (words::same_again(&hash, lang)) }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    })
}

/// A section with a list; nothing where there is nothing to list.
fn list(heading: &str, id: &str, lines: &[String], class: &str) -> Markup {
    html! {
        @if !lines.is_empty() {
            section class=[(!class.is_empty()).then_some(class)] aria-labelledby=(id) {
                h2 id=(id) { (heading) }
                ul { @for line in lines { li { (linked(line)) } } }
            }
        }
    }
}

/// A text with its web addresses as links.
fn linked(line: &str) -> Markup {
    let line = clean(line);
    let words: Vec<&str> = line.split_inclusive(' ').collect();
    html! {
        @for word in &words {
            @let address = word.trim_end();
            @if address.starts_with("https://") || address.starts_with("http://") {
                a href=(address) rel="noreferrer" { (address) } " "
            } @else { (word) }
        }
    }
}

fn section(part: &Report, style: &Style, unit: &str, id: &str) -> io::Result<Markup> {
    let lang = style.lang;
    if part.heading.subject != Subject::Chart {
        return Ok(html! {
            section aria-labelledby=(id) {
                h2 id=(id) { (words::part(part.heading.subject, lang)) }
                (table::of_report(part, style, id))
                (reasons(part, style))
            }
        });
    }
    let mut figures = Vec::new();
    csv::write_csv(part, true, &mut figures)?;
    let link = data_link(&String::from_utf8_lossy(&figures));
    let months = format!("{id}-months");
    Ok(html! {
        @if let Some(picture) = &part.picture {
            section aria-labelledby=(id) {
                h2 id=(id) { (words::since(picture.months.from, lang)) }
                figure {
                    figcaption { (clean(&title::without_unit(&part.heading, lang))) }
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
                    p.mute { (words::marked(lang)) }
                    ul.mute.sources {
                        @for event in &picture.events {
                            li {
                                (event.day) " "
                                (clean(&super::chart::words::event(event, usize::MAX, lang))) " "
                                (linked(&event.source))
                            }
                        }
                    }
                }
            }
        }
        section aria-labelledby=(months) {
            h2 id=(months) { (words::part(Subject::Series, lang)) }
            (table::of_months(part, style, unit, &months))
            p.noprint { a download="tradecheck.csv" href=(link) { (words::download(lang)) } }
            (reasons(part, style))
        }
    })
}

/// What the flags of a table mean and why figures of it are missing.
fn reasons(part: &Report, style: &Style) -> Markup {
    let footer = Footer::new(part, style);
    html! {
        @if let Some(flags) = &footer.flags { p.mute { (clean(flags)) } }
        @for reason in &footer.reasons { p.mute { ".. " (clean(reason)) } }
    }
}

/// What must be known before a figure of the month is quoted: the cautions on the whole, on the
/// changes and on the streaks of the month, the link on which a streak hangs, and whose trade it is.
fn before_quoting(report: &Report, style: &Style) -> Vec<String> {
    let lang = style.lang;
    let of_the_month = report.parts.iter().filter(|part| {
        use Subject::{Links, Yoy, YoyOfPeriod};
        matches!(part.heading.subject, Yoy | YoyOfPeriod | Links)
    });
    let mut said: Vec<String> = std::iter::once(report)
        .chain(of_the_month)
        .flat_map(|part| remarks(part, Notes::Brief, style))
        .collect();
    let pictures = report.parts.iter().filter_map(|part| part.picture.as_ref());
    for panel in pictures.flat_map(|picture| &picture.changes) {
        let weakest = panel.streak.as_ref().and_then(|streak| streak.weakest);
        if let Some((period, percent)) = weakest {
            let percent = super::chart::words::percent(percent);
            said.push(words::hangs_on(
                panel.flow,
                &figures::period(period),
                &percent,
                lang,
            ));
        }
    }
    said.push(words::whose(
        &labels::partner(&report.heading.partner, lang),
        report.heading.perspective,
        lang,
    ));
    each_once(said)
}

fn each_once(lines: Vec<String>) -> Vec<String> {
    let mut once: Vec<String> = Vec::new();
    for line in lines {
        if !once.contains(&line) {
            once.push(line);
        }
    }
    once
}

/// The remarks on a report, as they stand under its table where there is room for all of a line.
fn remarks(part: &Report, notes: Notes, style: &Style) -> Vec<String> {
    let style = Style {
        notes,
        width: 400,
        ..*style
    };
    Footer::new(part, &style).notes
}
