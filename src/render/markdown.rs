//! The table for people as GitHub writes it.

use super::Style;
use super::footer::Footer;
use super::people::{Grid, Text};
use super::words;
use crate::report::Report;
use std::io::{self, Write};

/// Writes title, table, reasons, notes and source. A table has a row of heads in any case.
pub(super) fn write(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let grid = Grid::new(report, style);
    let footer = Footer::new(report, style.lang);
    writeln!(out, "**{}**\n", escaped(&grid.title))?;
    let heads = grid.columns.iter().map(|column| escaped(&column.head));
    write_row(heads, out)?;
    let rules = grid.columns.iter();
    write_row(
        rules.map(|column| if column.figures { "---:" } else { "---" }.to_string()),
        out,
    )?;
    for row in 0..report.rows.len() {
        let texts = grid.columns.iter().map(|column| column.texts.get(row));
        write_row(texts.map(|text| text.map(cell).unwrap_or_default()), out)?;
    }
    let reasons = footer.reasons.iter().map(|reason| format!(".. {reason}"));
    let notes: Vec<String> = reasons.chain(footer.notes).collect();
    if !notes.is_empty() {
        writeln!(out, "\n{}\n", words::notes(style.lang))?;
    }
    for note in notes {
        writeln!(out, "- {}", escaped(&note))?;
    }
    if let Some(source) = footer.source {
        writeln!(out, "\n{}", escaped(&source))?;
    }
    Ok(())
}

fn write_row(cells: impl Iterator<Item = String>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| {} |", cells.collect::<Vec<_>>().join(" | "))
}

fn cell(text: &Text) -> String {
    let sign = if text.percent { " %" } else { "" };
    let fold = text.fold.iter().map(|fold| format!(" {fold}"));
    escaped(&format!("{}{sign}{}", text.text, fold.collect::<String>()))
}

fn escaped(text: &str) -> String {
    text.replace('|', "\\|").replace(['\n', '\r'], " ")
}
