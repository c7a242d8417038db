//! The table for people in plain text: a title, one rule under the heads, the lines below.

use super::Style;
use super::footer::Footer;
use super::people::{Grid, GridColumn, Text};
use super::words;
use super::wrap::{longest_piece, width, wrap};
use crate::report::Report;
use anstyle::Style as Ansi;
use comfy_table::{
    Cell, CellAlignment, ContentArrangement, ContentLineStyle, LineStyle, Table, TableStyle,
};
use std::io::{self, Write};

/// One rule under the heads and nothing else.
const RULED: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none())
    .header_separator(LineStyle::none().fill('─'))
    .content_lines(ContentLineStyle::none());

/// A space where no line ends.
const NO_BREAK: &str = "\u{a0}";

/// Words are not squeezed below this, unless they are shorter.
const LEAST_FOR_WORDS: usize = 18;

/// Writes title, table, reasons, notes and source.
pub(super) fn write(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let grid = Grid::new(report, style);
    let footer = Footer::new(report, style.lang);
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
    writeln!(out)?;
    for line in lay_out(&grid, style).lines() {
        writeln!(out, "{}", line.trim_end())?;
    }
    if footer.reasons.len() + footer.notes.len() > 0 || footer.source.is_some() {
        writeln!(out)?;
    }
    for reason in &footer.reasons {
        text(out, dim, &format!(".. {reason}"), 3)?;
    }
    if !footer.notes.is_empty() {
        text(out, dim, words::notes(style.lang), 0)?;
    }
    for note in &footer.notes {
        text(out, dim, &format!("- {note}"), 2)?;
    }
    if let Some(source) = &footer.source {
        text(out, dim, source, 2)?;
    }
    Ok(())
}

/// The unit in brackets at the end of a title stays on one line.
fn with_whole_unit(title: &str) -> String {
    let (said, unit) = title.split_at(title.rfind('(').unwrap_or(title.len()));
    format!("{said}{}", unit.replace(' ', NO_BREAK))
}

/// How tight the columns stand.
#[derive(Clone, Copy)]
struct Fit {
    gap: usize,
    percent_in_head: bool,
}

/// From roomy to tight; the last is taken even where it is too wide, so that no figure breaks.
const FITS: [Fit; 4] = [
    Fit {
        gap: 2,
        percent_in_head: false,
    },
    Fit {
        gap: 1,
        percent_in_head: false,
    },
    Fit {
        gap: 2,
        percent_in_head: true,
    },
    Fit {
        gap: 1,
        percent_in_head: true,
    },
];

/// One column as texts, and how wide it is and may be.
struct Laid {
    head: String,
    sign_in_head: bool,
    figures: bool,
    texts: Vec<String>,
    width: usize,
    least: usize,
}

fn lay_out(grid: &Grid, style: &Style) -> Table {
    let least = |laid: &[Laid], fit: Fit| {
        let widths = laid.iter().map(|column| column.least).sum::<usize>();
        widths + fit.gap * laid.len().saturating_sub(1)
    };
    let mut fits = FITS.into_iter().map(|fit| (laid(grid, fit, style), fit));
    let mut chosen = fits.next();
    for next in fits {
        match &chosen {
            Some((columns, fit)) if least(columns, *fit) > style.width => chosen = Some(next),
            _ => break,
        }
    }
    let (mut columns, fit) = chosen.unwrap_or((Vec::new(), FITS[0]));
    squeeze(&mut columns, fit, style.width);
    build(&columns, fit, style.header)
}

fn laid(grid: &Grid, fit: Fit, style: &Style) -> Vec<Laid> {
    grid.columns
        .iter()
        .map(|column| lay(column, fit, style))
        .collect()
}

fn lay(column: &GridColumn, fit: Fit, style: &Style) -> Laid {
    let has_percent = column.texts.iter().any(|text| text.percent);
    let in_cell = !fit.percent_in_head;
    let sign_in_head = has_percent && fit.percent_in_head;
    let texts = if column.figures {
        aligned(&column.texts, in_cell)
    } else {
        column.texts.iter().map(|text| text.text.clone()).collect()
    };
    let body = texts.iter().map(|text| width(text)).max().unwrap_or(0);
    let heads = if style.header {
        head_width(&column.head)
    } else {
        0
    };
    let least = if column.figures {
        body
    } else {
        let longest = texts.iter().map(|text| longest_piece(text)).max();
        body.min(LEAST_FOR_WORDS.max(longest.unwrap_or(0)))
    };
    Laid {
        head: column.head.clone(),
        sign_in_head,
        figures: column.figures,
        texts,
        width: body.max(heads),
        least: least.max(heads),
    }
}

/// The width of its longest word: a head breaks at its spaces only.
fn head_width(head: &str) -> usize {
    head.split(' ').map(width).max().unwrap_or(0)
}

/// The lines of a head, with the percent sign behind the last or under it.
fn head_lines(column: &Laid) -> Vec<String> {
    let sign = column.sign_in_head.then_some("%");
    let mut lines: Vec<String> = Vec::new();
    for word in column.head.split(' ').chain(sign) {
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= column.width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

/// Figures with their points under each other, a fold on a line of its own.
fn aligned(texts: &[Text], percent_in_cell: bool) -> Vec<String> {
    let full = |text: &Text| {
        let sign = if percent_in_cell && text.percent {
            " %"
        } else {
            ""
        };
        format!("{}{sign}", text.text)
    };
    let is_number = |text: &Text| text.text.chars().any(|c| c.is_ascii_digit());
    let numbers = texts.iter().filter(|text| is_number(text));
    let most = numbers
        .map(|text| after_point(&full(text)))
        .max()
        .unwrap_or(0);
    let pad = |text: &Text| {
        let mut line = full(text);
        if is_number(text) {
            line.push_str(&" ".repeat(most - after_point(&full(text))));
        }
        match &text.fold {
            Some(fold) => format!("{line}\n{fold}"),
            None => line,
        }
    };
    texts.iter().map(pad).collect()
}

/// How many columns stand right of the whole part.
fn after_point(text: &str) -> usize {
    let whole = text.find(['.', ' ', '：']).unwrap_or(text.len());
    width(&text[whole..])
}

/// Takes what is too wide from the widest column of words, down to its least.
fn squeeze(columns: &mut [Laid], fit: Fit, wanted: usize) {
    let widths = columns.iter().map(|column| column.width).sum::<usize>();
    let total = widths + fit.gap * columns.len().saturating_sub(1);
    let mut surplus = total.saturating_sub(wanted);
    let mut order: Vec<&mut Laid> = columns.iter_mut().collect();
    order.sort_by_key(|column| std::cmp::Reverse(column.width - column.least));
    for column in order {
        let taken = surplus.min(column.width - column.least);
        column.width -= taken;
        surplus -= taken;
    }
}

fn build(columns: &[Laid], fit: Fit, header: bool) -> Table {
    let mut table = Table::new();
    table
        .load_style(RULED)
        .set_content_arrangement(ContentArrangement::Disabled);
    if header {
        let heads = columns.iter().map(head_lines);
        let heads: Vec<Vec<String>> = heads.collect();
        let height = heads.iter().map(Vec::len).max().unwrap_or(0);
        // Heads stand on the rule.
        let lowered = heads.iter().map(|lines| {
            let above = "\n".repeat(height - lines.len());
            Cell::new(format!("{above}{}", lines.join("\n")))
        });
        table.set_header(lowered.collect::<Vec<_>>());
    }
    let height = columns.iter().map(|column| column.texts.len()).max();
    for row in 0..height.unwrap_or(0) {
        let cells = columns.iter().map(|column| {
            let text = column.texts.get(row).map_or("", String::as_str);
            Cell::new(if column.figures {
                text.to_string()
            } else {
                wrap(text, column.width, 0).join("\n")
            })
        });
        table.add_row(cells.collect::<Vec<_>>());
    }
    let gap = u16::try_from(fit.gap).unwrap_or(1);
    for (at, column) in table.column_iter_mut().enumerate() {
        column.set_padding((if at == 0 { 0 } else { gap }, 0));
        if columns.get(at).is_some_and(|laid| laid.figures) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table
}
