//! Writes the table for people in GitHub's markdown.

use super::footer::Footer;
use super::{Style, inspect};
use crate::render::cell_text::CellText;
use crate::render::labels;
use crate::render::text_columns::TextTable;
use crate::report::Report;
use std::io::{self, Write};

/// Writes title, table, reasons, notes and source. A markdown table always has a header row.
pub(super) fn write(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let grid = TextTable::new(report, style);
    let footer = Footer::new(report, style);
    writeln!(out, "**{}**\n", escaped(&grid.title))?;
    if report.parts.is_empty() {
        write_grid(&grid, out)?;
    }
    for (at, part) in report.parts.iter().enumerate() {
        let line_end = if at == 0 { "" } else { "\n" };
        let title = inspect::part(&part.heading, style.lang);
        writeln!(out, "{line_end}**{}**\n", escaped(&title))?;
        if part.rows.is_empty() {
            writeln!(out, "{}", inspect::none(style.lang))?;
        } else {
            write_grid(&TextTable::new(part, style), out)?;
        }
    }
    let reasons = footer.reasons.iter().map(|reason| format!(".. {reason}"));
    let flags = footer.flags.into_iter();
    let notes: Vec<String> = flags.chain(footer.notes).chain(reasons).collect();
    if !notes.is_empty() {
        writeln!(out, "\n{}\n", labels::notes(style.lang))?;
    }
    for note in notes {
        writeln!(out, "- {}", escaped(&note))?;
    }
    if let Some(source) = footer.source {
        writeln!(out, "\n{}", escaped(&source))?;
    }
    Ok(())
}

fn write_grid(grid: &TextTable, out: &mut dyn Write) -> io::Result<()> {
    let heads = grid.columns.iter().map(|column| escaped(&column.head));
    write_row(heads, out)?;
    let rules = grid.columns.iter();
    write_row(
        rules.map(|column| if column.figures { "---:" } else { "---" }.to_string()),
        out,
    )?;
    let rows = grid.columns.first().map_or(0, |column| column.texts.len());
    for row in 0..rows {
        let texts = grid.columns.iter().map(|column| column.texts.get(row));
        write_row(texts.map(|text| text.map(cell).unwrap_or_default()), out)?;
    }
    if let Some(legend) = &grid.legend {
        writeln!(out, "\n{}", escaped(legend))?;
    }
    Ok(())
}

fn write_row(cells: impl Iterator<Item = String>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| {} |", cells.collect::<Vec<_>>().join(" | "))
}

fn cell(text: &CellText) -> String {
    let sign = text.sign(true);
    let fold = text.fold.iter().map(|fold| format!(" {fold}"));
    inert(&escaped(&format!(
        "{}{sign}{}",
        text.text,
        fold.collect::<String>()
    )))
}

/// Escapes a name from the data, so that it makes no link, tag or code.
fn inert(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '[' | ']' | '<' | '`') {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

fn escaped(text: &str) -> String {
    let text = text.replace(labels::NO_SPACE, "");
    text.replace('|', "\\|").replace(['\n', '\r'], " ")
}

#[cfg(test)]
mod tests {
    use crate::render::fixture;
    use crate::render::fixture::rendered;
    use crate::render::{Format, Style};

    #[test]
    fn a_month_on_github() {
        let text = rendered(
            &fixture::yoy(),
            Style {
                format: Format::Markdown,
                ..Style::default()
            },
        );
        assert_eq!(
            text,
            r#"**China's trade with North Korea, 2017-09: change from a year earlier (USD million)**

| Flow | 2016-09 | 2017-09 | Change | y/y | Printed | Streak |
| --- | ---: | ---: | ---: | ---: | ---: | --- |
| Imports | 234.8 | 145.8 | −89.0 | −37.9 % | −37.9 % | 7th fall, from 2017-03 |
| Exports | 22.0 | 270.6 | 248.6 | 1,130.0 % (12-fold) |  | at least 4 rises, from 2017-06 |
| Total | .. | – | .. | .. | 0.0 % | .. |
| Balance | – | −1,234.6 | −1,234.6 | .. |  | .. |

Notes:

- imports: implied by the printed change, "−37.9 %" \| 朝鲜: first 228.4 million
- 2017-10 has imports only, so 2017-09 is the latest month with a change for every flow that was asked for
- .. total a year earlier, change, y/y, streak: no data for 2016-09

Source: General Administration of Customs
"#
        );
    }

    #[test]
    fn heads_stay_without_a_header() {
        let style = Style {
            format: Format::Markdown,
            ..Style::default()
        };
        let without = Style {
            header: false,
            ..style
        };
        assert_eq!(
            rendered(&fixture::yoy(), without),
            rendered(&fixture::yoy(), style)
        );
    }
}
