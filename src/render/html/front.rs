//! Draws the head of a page as a picture, for slides or where pages cannot be shown: the news, the
//! cautions, the table of the month and the chart.

use super::lead::lead;
use super::words;
use crate::render::Style;
use crate::render::cell_text::CellText;
use crate::render::chart::letters::{self, room};
use crate::render::chart::marks::{number, text, text_to};
use crate::render::chart::svg::{self, Setting};
use crate::render::footer::Footer;
use crate::render::lang::pages::PagePhrase;
use crate::render::markup::clean;
use crate::render::text_columns::{TextColumn, TextTable};
use crate::render::wrap::wrap;
use crate::report::Report;
use maud::{Markup, PreEscaped, html};
use std::io::{self, Write};

const STYLE: &str = include_str!("front.css");
/// The margin around everything.
const MARGIN: f64 = 16.0;
/// The font size of the table and the notes.
const LETTERS: f64 = 14.0;
/// Minimum width of a column of a terminal, relative to the font size.
const LEAST_CHARACTER: f64 = 0.4;
/// Distance between two lines of them.
const LINE: f64 = 21.0;

/// Writes the head of the page of a report as SVG.
///
/// # Errors
/// Errors of `out`.
pub fn write(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", draw(report, style).into_string())
}

/// Lines of text from top to bottom.
struct Column {
    at: f64,
    drawn: Vec<Markup>,
}

impl Column {
    /// Adds a text, in as many lines as it needs.
    fn say(&mut self, words: &str, class: &str, (left, wide): (f64, f64), size: f64) {
        let is_bold = matches!(class, "news" | "noteb");
        let measured = |line: &String| match is_bold {
            true => letters::bold(line, size),
            false => room(line, size),
        };
        // Starts with the maximum number of terminal columns, and reduces it until the letters fit.
        let most = (wide / (size * LEAST_CHARACTER)) as usize;
        let fits = |columns: &usize| {
            wrap(words, *columns, 0)
                .iter()
                .all(|line| measured(line) <= wide)
        };
        let columns = (most / 2..=most).rev().find(fits).unwrap_or(most / 2);
        for line in wrap(words, columns, 0) {
            self.at += size * 1.4;
            self.drawn.push(text(left, self.at, class, &line));
        }
    }
}

fn draw(report: &Report, style: &Style) -> Markup {
    let lang = style.lang;
    let lead = lead(report, style);
    let width = f64::from(style.pixels);
    let inside = width - 2.0 * MARGIN;
    let all = (MARGIN, inside);
    let mut column = Column {
        at: MARGIN / 2.0,
        drawn: Vec::new(),
    };
    column.say(&lead.kicker, "mute kick", all, 13.0);
    column.at += 4.0;
    column.say(&lead.headline, "news", all, 24.0);
    column.at += 6.0;
    if !lead.text.is_empty() {
        column.say(&lead.text, "lede", all, 16.0);
    }
    column.at += 14.0;
    quote(&mut column, &lead.cautions, style, inside);
    if let Some(month) = report.parts.first() {
        column.at += 14.0;
        table(&mut column, month, style, inside);
    }
    column.at += 14.0;
    let chart = report
        .parts
        .iter()
        .find_map(|part| Some((part, part.picture.as_ref()?)));
    if let Some((part, picture)) = chart {
        let setting = Setting {
            look: (style.unit.unwrap_or_default(), lang),
            pixels: style.pixels - (2.0 * MARGIN) as u16,
            id: "chart",
            class: "inside",
            alone: false,
        };
        let place = format!("translate({} {})", number(MARGIN), number(column.at));
        column
            .drawn
            .push(html! { g transform=(place) { (svg::draw(part, picture, setting)) } });
        column.at += svg::height(part, picture, setting);
    }
    let height = column.at + MARGIN;
    let size = format!("0 0 {} {}", number(width), number(height));
    html! {
        svg xmlns="http://www.w3.org/2000/svg" class="tc front" viewBox=(size)
            width=(number(width)) height=(number(height)) role="img"
            aria-labelledby="front-t front-d" lang=(lang.tag()) xml:lang=(lang.tag()) {
            title id="front-t" { (clean(&lead.headline)) }
            desc id="front-d" { (clean(&lead.text)) }
            style { (PreEscaped(svg::STYLE)) (PreEscaped(STYLE)) }
            rect.bg width="100%" height="100%" {}
            @for one in &column.drawn { (one) }
        }
    }
}

/// The cautions in a box.
fn quote(column: &mut Column, cautions: &[String], style: &Style, inside: f64) {
    let top = column.at;
    let behind = column.drawn.len();
    let left = MARGIN + 16.0;
    column.at += 6.0;
    let heading = words::phrase(PagePhrase::BeforeYouQuote, style.lang);
    column.say(heading, "noteb", (left, inside), LETTERS);
    column.at += 4.0;
    for caution in cautions {
        let first = column.at + LETTERS * 1.4;
        column.drawn.push(text(left, first, "note", "•"));
        column.say(caution, "note", (left + 14.0, inside - 44.0), LETTERS);
        column.at += 3.0;
    }
    column.at += 8.0;
    let (top, high) = (number(top), number(column.at - top));
    let ground = html! {
        rect.care x=(number(MARGIN)) y=(top) width=(number(inside)) height=(high) {}
        rect.careline x=(number(MARGIN)) y=(top) width="4" height=(high) {}
    };
    column.drawn.insert(behind, ground);
}

/// The table of the month, scaled down if it is too wide, and the meanings of its flags.
fn table(column: &mut Column, month: &Report, style: &Style, inside: f64) {
    let table = TextTable::new(month, style);
    let widths: Vec<f64> = table.columns.iter().map(width_of).collect();
    let least: f64 = widths.iter().sum();
    let gaps = widths.len().saturating_sub(1).max(1) as f64;
    let gap = ((inside - least) / gaps).clamp(10.0, 24.0);
    let scale = (inside / (least + gap * gaps)).min(1.0);
    let heading = words::part(month.heading.subject, style.lang);
    column.say(heading, "noteb", (MARGIN, inside), LETTERS);
    let rows = table.columns.iter().map(|one| one.texts.len()).max();
    let mut drawn = Vec::new();
    let mut left = 0.0;
    for (one, wide) in table.columns.iter().zip(widths) {
        let mut put = |y: f64, class: &str, words: &str| {
            if words.is_empty() {
                return;
            }
            drawn.push(match one.figures {
                true => text_to(left + wide, y, class, words),
                false => text(left, y, class, words),
            });
        };
        put(LINE, "noteb", &head(one));
        for (at, cell) in one.texts.iter().enumerate() {
            let class = if one.names_row { "noteb" } else { "note" };
            put(LINE * (at + 2) as f64 + 6.0, class, &cell_text(cell));
        }
        left += wide + gap;
    }
    let place = format!(
        "translate({} {}) scale({scale:.3})",
        number(MARGIN),
        number(column.at + 4.0)
    );
    let (right, rule) = (number(inside / scale), number(LINE + 8.0));
    column.drawn.push(html! {
        g transform=(place) {
            @for one in &drawn { (one) }
            line.rule x1="0" x2=(right) y1=(rule) y2=(rule) {}
        }
    });
    column.at += 4.0 + scale * (LINE * (rows.unwrap_or(0) + 1) as f64 + 10.0);
    if let Some(flags) = Footer::new(month, style).flags {
        column.say(&flags, "mute kick", (MARGIN, inside), 13.0);
    }
}

fn head(column: &TextColumn) -> String {
    column.head.replace(crate::render::labels::NO_SPACE, "")
}

fn cell_text(cell: &CellText) -> String {
    format!("{}{}", cell.text, cell.sign(true))
}

/// The width of the widest text in a column.
fn width_of(column: &TextColumn) -> f64 {
    let texts = column.texts.iter().map(|one| match column.names_row {
        true => letters::bold(&cell_text(one), LETTERS),
        false => room(&cell_text(one), LETTERS),
    });
    texts.fold(letters::bold(&head(column), LETTERS), f64::max)
}
