//! What to know before quoting a figure of the month.

use super::words;
use crate::render::chart::words::percent;
use crate::render::footer::Footer;
use crate::render::{Lang, Notes, Style, labels, lang};
use crate::report::{Cell, Column, Flag, Remark, RemarkKind, Report, Subject};
use crate::trade::{Measured, Period, Ratio};

/// In tenths of a percent: a change that a usual revision could turn.
const SLIGHT: i128 = 20;

/// The cautions on the report and on the month's streaks, all remarks on the month's own figures,
/// the weakest link of each streak, and whose trade it is.
pub fn before_quoting(report: &Report, style: &Style) -> Vec<String> {
    let lang = style.lang;
    let mut sentences = remarks(report, Notes::Brief, style);
    for part in &report.parts {
        sentences.extend(match part.heading.subject {
            // The origin of the two figures behind a change is always worth knowing.
            Subject::Yoy | Subject::YoyOfPeriod => {
                let (part, circular) = without_circular(part, lang);
                let mut all = circular;
                all.extend(remarks(&part, Notes::Full, style));
                all
            }
            Subject::Links => remarks(part, Notes::Brief, style),
            _ => Vec::new(),
        });
    }
    let pictures = report.parts.iter().filter_map(|part| part.picture.as_ref());
    for panel in pictures.flat_map(|picture| &picture.changes) {
        let weakest = panel.streak.as_ref().and_then(|streak| streak.weakest);
        // Only a change that a usual revision could turn is a doubt.
        let is_slight = |change: &&(Period, Ratio)| change.1.percent(1).abs() <= SLIGHT;
        if let Some((period, change)) = weakest.as_ref().filter(is_slight).cloned() {
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

/// The part without the remarks on bases that were worked back from the very change that they give,
/// and a sentence on each of these.
fn without_circular(part: &Report, lang: Lang) -> (Report, Vec<String>) {
    let mut part = part.clone();
    let mut sentences = Vec::new();
    let unit = part.heading.unit;
    for row in &mut part.rows {
        let is_implied = row.flags(Column::Base).any(|flag| flag == Flag::Implied);
        let cells = [
            Column::Flow,
            Column::PrintedPct,
            Column::YoyPct,
            Column::Base,
        ];
        let [flow, printed, computed, base] = cells.map(|column| row.cell(column).clone());
        let (Cell::Flow(flow), Cell::PrintedPercent(printed)) = (flow, printed) else {
            continue;
        };
        let (Cell::Percent(computed), Cell::Money(amount)) = (computed, base) else {
            continue;
        };
        let is_own = computed.percent(printed.decimals.min(6)) == printed.digits;
        let of_base = |remark: &Remark| {
            remark.column == Some(Column::Base) && matches!(remark.kind, RemarkKind::Implied { .. })
        };
        let implied = row.remarks.iter().find(|one| of_base(one));
        let (Some(period), Some(RemarkKind::Implied { said_by, .. })) = (
            implied.and_then(|one| one.period),
            implied.map(|one| one.kind.clone()),
        ) else {
            continue;
        };
        if !(is_implied && is_own) {
            continue;
        }
        row.remarks.retain(|remark| !of_base(remark));
        sentences.push(words::worked_back(
            flow,
            (printed, &said_by),
            period,
            Measured { amount, unit },
            lang,
        ));
    }
    (part, sentences)
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
    // Revisions below the last printed digit are no matter for a page.
    let mut part = part.clone();
    for row in &mut part.rows {
        row.remarks.retain(|remark| !remark.kind.is_negligible());
    }
    let notes = Footer::new(&part, &style).notes;
    notes.into_iter().map(|note| with_capital(&note)).collect()
}

/// The text with a capital letter, as a line of its own.
fn with_capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}
