//! Writes a month as a page: a single file for screen and paper that loads nothing.
//!
//! All its words and figures come from the reports that it consists of.

mod encode;
pub mod front;
mod lead;
mod prose;
mod quote;
mod sections;
mod sources;
mod table;
mod words;

use super::chart::svg;
use super::markup::clean;
use super::{Notes, Style, csv};
use crate::render::lang::pages::PagePhrase;
use crate::report::{Report, Subject};
use encode::base64;
use lead::lead;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use prose::prose;
use quote::{each_once, remarks};
use sections::list;
use sha2::{Digest, Sha256};
use std::io::{self, Write};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// Writes the page of a report whose parts are reports on one month: changes, a chart, streaks,
/// records. `command` is the command line that produced it.
///
/// # Errors
/// Errors of `out`.
pub fn write(report: &Report, style: &Style, command: &str, out: &mut dyn Write) -> io::Result<()> {
    let page = page(report, style, command)?;
    out.write_all(page.into_string().as_bytes())?;
    writeln!(out)
}

/// The content security policy: nothing is loaded, and only the styles and scripts of this file
/// apply.
fn policy(style: &str) -> String {
    let hash = |text: &str| base64(&Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; \
         form-action 'none'",
        hash(style),
        hash(SCRIPT)
    )
}

fn page(report: &Report, style: &Style, command: &str) -> io::Result<Markup> {
    let lang = style.lang;
    let lead = lead(report, style);
    let all = std::iter::once(report).chain(&report.parts);
    let notes = all.flat_map(|part| remarks(part, Notes::Full, style));
    let notes = each_once(notes.filter(|line| !lead.cautions.contains(line)));
    let mut figures = Vec::new();
    for part in &report.parts {
        figures.extend(csv::with_header(part, style)?);
    }
    let hash: String = Sha256::digest(&figures)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let mut months = None;
    let mut parts = Vec::new();
    let shown = |part: &&Report| part.heading.subject != Subject::Figures;
    for (at, part) in report.parts.iter().filter(shown).enumerate() {
        parts.push(sections::of_part(part, style, &format!("part{at}")));
        if part.heading.subject == Subject::Chart {
            months = Some(sections::months(part, style, &lead.unit, "months")?);
        }
    }
    let rules = format!("{}{STYLE}", svg::STYLE);
    Ok(html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(policy(&rules));
                meta name="color-scheme" content="light dark";
                meta name="generator" content={"tradecheck " (env!("CARGO_PKG_VERSION"))};
                title { (clean(&lead.name)) }
                style { (PreEscaped(&rules)) }
            }
            body {
                a.skip href="#main" { (words::phrase(PagePhrase::Skip, lang)) }
                header {
                    p.kick { (prose(&lead.kicker)) }
                    h1 { (prose(&lead.headline)) }
                }
                main #main {
                    @if !lead.text.is_empty() {
                        p.lede #said { (prose(&lead.text)) }
                        p.noprint {
                            button #copy type="button" hidden data-done=(words::phrase(PagePhrase::Copied, lang)) {
                                (words::phrase(PagePhrase::Copy, lang))
                            }
                            " " span #copied role="status" {}
                        }
                    }
                    (list(words::phrase(PagePhrase::BeforeYouQuote, lang), "care", &lead.cautions, "care"))
                    @for part in &parts { (part) }
                    @if let Some(months) = &months { (months) }
                    (list(words::phrase(PagePhrase::Notes, lang), "notes", &notes, ""))
                    (sources::section(report, style))
                }
                footer {
                    h2 #made { (words::phrase(PagePhrase::HowMade, lang)) }
                    p { code { (clean(command)) } }
                    p { (words::how_to_reproduce(&hash, lang)) }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    })
}
