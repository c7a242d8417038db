//! Writes the table for people in plain text: a title, one rule under the headers, the lines below.

use super::footer::Footer;
use super::layout::lay_out;
use super::wrap::{width, wrap};
use super::{Style, inspect, labels, lang, publishers};
use crate::render::options::Lang;
use crate::render::text_columns::TextTable;
use crate::report::{Cell, Column, Report, Shows, Subject, ViewColumn};
use anstyle::Style as Ansi;
use std::io::{self, Write};

/// A space at which no line is broken.
const NO_BREAK: &str = "\u{a0}";

/// Writes title, table (or the table of each part), reasons, notes and source.
pub(super) fn write(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let (narrow, addresses) = without_addresses(report, style.lang);
    let report = narrow.as_ref().unwrap_or(report);
    let (narrow, left_out) = without_long_sums(report, style);
    let report = narrow.as_ref().unwrap_or(report);
    let grid = TextTable::new(report, style);
    let footer = Footer::new(report, style);
    let bold = Ansi::new().bold();
    let dim = Ansi::new().dimmed();
    let text = |out: &mut dyn Write, ansi: Ansi, text: &str, hang: usize| -> io::Result<()> {
        for line in wrap(text, style.width, hang) {
            let line = line.replace(NO_BREAK, " ");
            if style.color {
                writeln!(out, "{ansi}{line}{ansi:#}")?;
            } else {
                writeln!(out, "{line}")?;
            }
        }
        Ok(())
    };
    text(out, bold, &with_whole_unit(&grid.title), 0)?;
    let whole = report.parts.is_empty().then_some((None, grid, report));
    let parts = report.parts.iter().map(|part| {
        let title = inspect::part(&part.heading, style.lang);
        (Some(title), TextTable::new(part, style), part)
    });
    for (title, grid, part) in whole.into_iter().chain(parts) {
        // A table without rows would be a head over nothing; the notes say why.
        if title.is_none() && part.rows.is_empty() && !footer.notes.is_empty() {
            continue;
        }
        writeln!(out)?;
        if let Some(title) = title {
            text(out, bold, &title, 0)?;
            if part.rows.is_empty() {
                text(out, Ansi::new(), inspect::none(style.lang), 0)?;
                continue;
            }
        }
        for line in lay_out(&grid, style).lines() {
            writeln!(out, "{}", line.trim_end())?;
        }
        if let Some(legend) = &grid.legend {
            text(out, dim, legend, 0)?;
        }
    }
    if !footer.is_empty() || !addresses.is_empty() {
        writeln!(out)?;
    }
    for address in addresses {
        // Not wrapped, since a broken address does not work.
        writeln!(out, "{address}")?;
    }
    if let Some(flags) = &footer.flags {
        text(out, dim, flags, 2)?;
    }
    for note in &footer.notes {
        text(out, Ansi::new(), &format!("- {note}"), 2)?;
    }
    for reason in &footer.reasons {
        text(out, dim, &format!(".. {reason}"), 3)?;
    }
    if let Some(left_out) = left_out {
        text(out, dim, &left_out, 2)?;
    }
    if let Some(source) = &footer.source {
        text(out, dim, source, 2)?;
    }
    Ok(())
}

/// Removes the column of addresses from a table of figures, which would be too wide, and returns
/// each address once with its publisher, for the lines below.
fn without_addresses(report: &Report, lang: Lang) -> (Option<Report>, Vec<String>) {
    let is_address = |one: &ViewColumn| one.shows == Shows::Column(Column::Address);
    if report.heading.subject != Subject::Figures || !report.view.iter().any(is_address) {
        return (None, Vec::new());
    }
    let mut narrow = report.clone();
    narrow.view.retain(|one| !is_address(one));
    let mut lines: Vec<String> = Vec::new();
    for row in &report.rows {
        let line = match (row.cell(Column::Publisher), row.cell(Column::Address)) {
            (Cell::Text(publisher), Cell::Text(address)) => {
                let publisher = publishers::in_full(publisher, lang);
                format!("{publisher}{}{address}", lang::marks(lang).colon)
            }
            (_, Cell::Text(address)) => address.clone(),
            _ => continue,
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    (Some(narrow), lines)
}

/// Removes from a table that is too wide the sums of 12 months, then those of 3 months, and returns
/// a line that mentions them.
fn without_long_sums(report: &Report, style: &Style) -> (Option<Report>, Option<String>) {
    const SUMS: [[Column; 2]; 2] = [
        [Column::Roll12, Column::Roll12YoyPct],
        [Column::Roll3, Column::Roll3YoyPct],
    ];
    let fits = |report: &Report| {
        let laid = lay_out(&TextTable::new(report, style), style);
        let mut lines = laid.lines();
        lines.all(|line| width(line.trim_end()) <= style.width)
    };
    let is_one =
        |one: &ViewColumn, columns: [Column; 2]| columns.map(Shows::Column).contains(&one.shows);
    let mut narrow: Option<Report> = None;
    for columns in SUMS {
        let shown = narrow.as_ref().unwrap_or(report);
        let others = shown.view.iter().filter(|one| !is_one(one, columns));
        let others = others.count();
        if others == shown.view.len() || others < 4 {
            continue;
        }
        if fits(shown) {
            break;
        }
        let mut less = shown.clone();
        less.view.retain(|one| !is_one(one, columns));
        narrow = Some(less);
    }
    let Some(narrow) = narrow else {
        return (None, None);
    };
    let gone = report.view.iter().filter(|one| !narrow.view.contains(one));
    let gone: Vec<String> = gone
        .map(|one| labels::column_in_note(one, style.lang))
        .collect();
    let words = lang::wording(style.lang);
    let note = words.left_out(&words.listed(&gone, gone.len()));
    (Some(narrow), Some(note))
}

/// Keeps the unit in brackets at the end of a title on one line.
fn with_whole_unit(title: &str) -> String {
    let (name, unit) = title.split_at(title.rfind('(').unwrap_or(title.len()));
    format!("{name}{}", unit.replace(' ', NO_BREAK))
}

#[cfg(test)]
mod tests;
