//! What to know before quoting a figure of the month.

use super::words;
use crate::render::chart::words::percent;
use crate::render::footer::Footer;
use crate::render::{Notes, Style, labels, lang};
use crate::report::{Report, Subject};

/// The cautions on the report and on the month's streaks, all remarks on the month's own figures,
/// the weakest link of each streak, and whose trade it is.
pub fn before_quoting(report: &Report, style: &Style) -> Vec<String> {
    let lang = style.lang;
    let mut sentences = remarks(report, Notes::Brief, style);
    for part in &report.parts {
        sentences.extend(match part.heading.subject {
            // The origin of the two figures behind a change is always worth knowing.
            Subject::Yoy | Subject::YoyOfPeriod => remarks(part, Notes::Full, style),
            Subject::Links => remarks(part, Notes::Brief, style),
            _ => Vec::new(),
        });
    }
    let pictures = report.parts.iter().filter_map(|part| part.picture.as_ref());
    for panel in pictures.flat_map(|picture| &picture.changes) {
        let weakest = panel.streak.as_ref().and_then(|streak| streak.weakest);
        if let Some((period, change)) = weakest {
            let period = lang::period(period, lang);
            sentences.push(words::depends_on(
                panel.flow,
                &period,
                &percent(change, lang),
                lang,
            ));
        }
    }
    sentences.push(words::whose(
        &labels::partner(&report.heading.partner, lang),
        report.heading.perspective,
        lang,
    ));
    each_once(sentences)
}

/// The lines without repetitions, in the order of their first occurrence.
pub fn each_once(lines: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut once: Vec<String> = Vec::new();
    for line in lines {
        if !once.contains(&line) {
            once.push(line);
        }
    }
    once
}

/// The remarks on a report as under its table, on lines wide enough for each.
pub fn remarks(part: &Report, notes: Notes, style: &Style) -> Vec<String> {
    let style = Style {
        notes,
        width: 400,
        ..*style
    };
    let notes = Footer::new(part, &style).notes;
    notes.into_iter().map(|note| with_capital(&note)).collect()
}

/// The text with a capital letter, as a line of its own.
fn with_capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}
