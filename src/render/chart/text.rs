//! Draws a chart in the cells of a terminal: the first flow as columns of block characters, the
//! second as a line of Braille dots, so that they differ even without colour. A month takes at
//! least one column: nothing is resampled.

use super::cells::{Cells, Ink};
use super::plot::{LEFT, Plot, RIGHT, letters};
use super::words;
use crate::render::labels;
use crate::render::wrap::{shortened, width, wrap};
use crate::render::{Style, figures, sources, title};
use crate::report::Report;
use crate::report::picture::{Event, Picture};
use crate::trade::{Month, Period};
use std::io::{self, Write};
/// Number of lines in a terminal.
const LINES: usize = 24;

/// Number of months that fit in a chart of `width` columns.
pub fn months_that_fit(width: usize) -> usize {
    width.saturating_sub(LEFT + RIGHT).max(12)
}

/// Writes the title, the chart, the key to its events, and the source.
pub fn write(
    report: &Report,
    picture: &Picture,
    style: &Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let fits = months_that_fit(style.width);
    let left_out = picture.months.len().saturating_sub(fits);
    let drawn = picture.last(fits);
    let plot = Plot::new(&drawn, style);
    let mut heading = report.heading.clone();
    heading.period = Some(drawn.months);
    let title = title::title(&heading, plot.money_words(), style.lang);
    let title = wrap(&title, style.width, 0);
    let source = sources::in_columns(&report.sources, style.width, style.lang);
    let used = title.len() + plot.height() + source.iter().count();
    let key = key(&drawn.events, style, LINES.saturating_sub(used).max(1));
    let mut text = Cells::new(style.width, title.len());
    for (row, line) in title.iter().enumerate() {
        text.put(row, 0, line, Ink::Title);
    }
    text.write(style.color, out)?;
    plot.cells().write(style.color, out)?;
    let mut below = key;
    if left_out > 0 {
        let first = picture.months.from;
        let missed = Period {
            from: first,
            to: drawn.months.from.plus(-1),
        };
        let note = words::does_not_fit(&figures::period(missed), style.lang);
        below.extend(wrap(&note, style.width, 0));
    }
    below.extend(source);
    let mut text = Cells::new(style.width, below.len());
    for (row, line) in below.iter().enumerate() {
        text.put(row, 0, line, Ink::Quiet);
    }
    text.write(style.color, out)
}

/// `a 2016-03 UN 2270: coal, iron`, as many per line as fit. The goods are omitted if that takes
/// more than `most` lines.
fn key(events: &[Event], style: &Style, most: usize) -> Vec<String> {
    let letters = letters(events);
    let entry = |(month, letter): &(Month, char), is_long: bool| {
        let labels = events.iter().filter(|event| event.month == *month);
        let labels = labels.map(|event| {
            if is_long && !event.goods.is_empty() {
                words::event(event, 2, style.lang)
            } else {
                labels::name(&event.label, style.lang).to_owned()
            }
        });
        let labels = labels.collect::<Vec<_>>().join("; ");
        shortened(&format!("{letter} {month} {labels}"), style.width)
    };
    let long = in_lines(letters.iter().map(|one| entry(one, true)), style.width);
    if long.len() <= most {
        return long;
    }
    in_lines(letters.iter().map(|one| entry(one, false)), style.width)
}

/// Entries separated by two blanks, as many per line as fit.
fn in_lines(entries: impl Iterator<Item = String>, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for entry in entries {
        match lines.last_mut() {
            Some(line) if width(line) + 2 + width(&entry) <= columns => {
                line.push_str("  ");
                line.push_str(&entry);
            }
            _ => lines.push(entry),
        }
    }
    lines
}
