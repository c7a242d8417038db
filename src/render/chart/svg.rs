//! Draws a chart as SVG: levels above, a panel of changes for each flow below, with aligned months.
//!
//! Colours are literals in class rules, overridden for dark backgrounds, since programs that
//! convert SVG to images support neither variables nor `@media`.

use super::geometry::Geometry;
use super::letters::room;
use super::marks::{band, number, text, text_to, zero};
use super::panels::changes;
use super::{layout, words};
use crate::render::markup::clean;
use crate::render::{Lang, MoneyUnit, Style, labels, lang};
use crate::report::Report;
use crate::report::picture::{ChartLine, Event, Picture, Point};
use crate::trade::{Amount, Month, Period};
use maud::{Markup, PreEscaped, html};
use std::io::{self, Write};

/// The rules for all charts; a page includes them once.
pub const STYLE: &str = include_str!("chart.css");

/// How a chart is embedded in a document.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// Unit and language.
    pub look: (MoneyUnit, Lang),
    /// Its width in pixels.
    pub pixels: u16,
    /// The prefix of its ids, so that two charts on a page have none in common.
    pub id: &'a str,
    /// Its class in addition to that of all charts.
    pub class: &'a str,
    /// Whether it is a document of its own, with its own title and rules.
    pub alone: bool,
}

/// Draws a picture as a chart.
pub fn draw(report: &Report, picture: &Picture, setting: Setting<'_>) -> Markup {
    let placed = Geometry::new(report, picture, setting.look, setting.pixels, setting.alone);
    let lang = setting.look.1;
    let name = clean(&crate::render::title::without_unit(&report.heading, lang));
    let (title, about) = (format!("{}-t", setting.id), format!("{}-d", setting.id));
    let size = format!("0 0 {} {}", number(placed.width), number(placed.height));
    html! {
        svg xmlns="http://www.w3.org/2000/svg" class={"tc " (setting.class)} viewBox=(size)
            width=(number(placed.width)) height=(number(placed.height)) role="img"
            aria-labelledby={(title) " " (about)} lang=(lang.tag()) xml:lang=(lang.tag()) {
            title id=(title) { (name) }
            desc id=(about) { (clean(&in_words(&placed))) }
            @if setting.alone { style { (PreEscaped(STYLE)) } }
            rect.bg width="100%" height="100%" {}
            @for (y, line) in &placed.title { (text(4.0, *y, "h", line)) }
            @for (y, line) in &placed.subtitle { (text(4.0, *y, "mute", line)) }
            (level_band(&placed))
            (level_axis(&placed))
            (events(&placed))
            @for (level, class) in picture.levels.iter().zip(["first", "second"]).rev() {
                (line(&placed, level, class))
            }
            (names(&placed))
            (holes(&placed))
            (zero(&placed, placed.level_at(placed.scale.share(0.0))))
            (hits(&placed))
            @for (panel, place) in picture.changes.iter().zip(&placed.panels) {
                (changes(&placed, panel, place))
            }
            @for (y, line) in &placed.below { (text(4.0, *y, "mute s", line)) }
        }
    }
}

/// The height of the chart of a picture.
pub fn height(report: &Report, picture: &Picture, setting: Setting<'_>) -> f64 {
    Geometry::new(report, picture, setting.look, setting.pixels, setting.alone).height
}

/// Writes the chart of a report as a document of its own.
///
/// # Errors
/// Errors of `out`, or if the report has no picture.
pub fn write(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let picture = report.picture.as_ref();
    let picture = picture.ok_or_else(|| io::Error::other("this answer has no picture"))?;
    let setting = Setting {
        look: (style.unit.unwrap_or_default(), style.lang),
        pixels: style.pixels,
        id: "chart",
        class: "alone",
        alone: true,
    };
    writeln!(out, "{}", draw(report, picture, setting).into_string())
}

/// The streak of the first flow, also shown behind the levels.
fn level_band(placed: &Geometry) -> Markup {
    let first = placed.picture.changes.first();
    let marked = first.and_then(|panel| panel.streak.as_ref());
    html! {
        @if let Some(marked) = marked {
            (band(placed, marked, placed.top, placed.level_at(0.0)))
        }
    }
}

fn level_axis(placed: &Geometry) -> Markup {
    let step = placed.step();
    let ticks = placed.scale.ticks();
    let named = layout::month_ticks(placed.picture.months, step, 12.0, |text| room(text, 12.0));
    let baseline = placed.level_at(0.0);
    html! {
        @for (share, label) in &ticks {
            @let y = placed.level_at(*share);
            line.grid x1=(number(placed.left)) x2=(number(placed.right)) y1=(number(y)) y2=(number(y)) {}
            (text_to(placed.left - 4.0, y + 4.0, "mute s", label))
        }
        @for (month, name) in &named {
            @let x = placed.start(*month);
            line.zero x1=(number(x)) x2=(number(x)) y1=(number(baseline)) y2=(number(baseline + 5.0)) {}
            (text(x + 2.0, baseline + 17.0, "mute s halo", name))
        }
    }
}

/// A dotted line at each event, with all labels above the lines, so that none is crossed out.
fn events(placed: &Geometry) -> Markup {
    let in_full = |event: &Event| clean(&words::dated_event(event, placed.lang));
    let events = || placed.picture.events.iter().zip(&placed.labels);
    html! {
        @for (event, label) in events() {
            @let x = placed.middle(event.month);
            @let top = label.map_or(placed.top, |(_, y)| y - 10.0);
            line.ev x1=(number(x)) x2=(number(x)) y1=(number(top)) y2=(number(placed.bottom())) {
                title { (in_full(event)) }
            }
        }
        @for (event, label) in events() {
            @if let Some((x, y)) = label {
                text class="s halo event" x=(number(*x)) y=(number(*y)) {
                    (clean(labels::name(&event.label, placed.lang))) title { (in_full(event)) }
                }
            }
        }
    }
}

/// A line through adjacent months with figures, interrupted where they are missing. A single month
/// is a dot, a computed one a ring.
fn line(placed: &Geometry, level: &ChartLine, class: &str) -> Markup {
    let mut path = String::new();
    let mut dots = Vec::new();
    let mut rings = Vec::new();
    for run in level
        .points
        .chunk_by(|a, b| a.value.is_ok() == b.value.is_ok())
    {
        let place = |point: &Point| {
            let value = point.value.as_ref().ok()?;
            Some((placed.middle(point.month), placed.height_of(*value)))
        };
        for (at, (x, y)) in run.iter().filter_map(place).enumerate() {
            path += &format!(
                "{}{} {}",
                if at == 0 { "M" } else { "L" },
                number(x),
                number(y)
            );
            if run.len() == 1 {
                dots.push((x, y));
            }
        }
        let derived = run.iter().filter(|point| point.is_derived());
        rings.extend(derived.filter_map(place));
    }
    let radius = (placed.step() / 3.0).clamp(1.2, 2.6);
    let last = level.points.last();
    let last = last.and_then(|point| Some((point.month, point.value.as_ref().ok()?)));
    html! {
        @if !path.is_empty() { path class={"line " (class)} d=(path) {} }
        @for (x, y) in &dots {
            circle class={"of-" (class)} cx=(number(*x)) cy=(number(*y)) r="2" {}
        }
        @for (x, y) in &rings {
            circle class={"hollow " (class)} cx=(number(*x)) cy=(number(*y)) r=(number(radius)) {}
        }
        @if let Some((month, value)) = last {
            @let (x, y) = (placed.middle(month), placed.height_of(*value));
            circle class={"of-" (class) " last"} cx=(number(x)) cy=(number(y)) r="3.5" {}
        }
    }
}

/// The name and the last figure of each flow, right of the last month.
fn names(placed: &Geometry) -> Markup {
    let levels = &placed.picture.levels;
    let wanted: Vec<f64> = levels
        .iter()
        .map(|level| {
            let mut known = level.points.iter().rev();
            let known = known.find_map(|point| point.value.as_ref().ok());
            placed.height_of(known.copied().unwrap_or(Amount::ZERO)) + 4.0
        })
        .collect();
    let places = layout::spread(&wanted, 16.0, placed.top + 4.0, placed.level_at(0.0) + 4.0);
    let classes = ["b of-first", "b of-second"];
    html! {
        @for ((level, y), class) in levels.iter().zip(places).zip(classes) {
            @let name = labels::flow(level.flow, placed.lang);
            (text(placed.right + 8.0, y, class, &format!("{name} {}", placed.last(level))))
        }
    }
}

/// A cross on the lowest line for each month without a figure, with the reason; one cross for both
/// flows.
fn holes(placed: &Geometry) -> Markup {
    let y = placed.level_at(0.0) - 5.0;
    let reasons = placed.picture.months.months().filter_map(|month| {
        let of_month = |level: &ChartLine| {
            let point = level.points.iter().find(|point| point.month == month)?;
            let why = point.value.as_ref().err()?;
            let why = lang::wording(placed.lang).reason(why);
            let flow = labels::flow_in_note(level.flow, placed.lang);
            let month = lang::period(Period::month(month), placed.lang);
            let marks = lang::marks(placed.lang);
            Some(format!("{month}{}{flow}{}{why}", marks.word, marks.colon))
        };
        let whys: Vec<String> = placed.picture.levels.iter().filter_map(of_month).collect();
        (!whys.is_empty()).then(|| {
            let levels = placed
                .picture
                .levels
                .iter()
                .zip(["miss first", "miss second"]);
            let class = levels
                .filter(|(level, _)| Picture::holes(level).any(|point| point.month == month))
                .map(|(_, class)| class)
                .next()
                .filter(|_| !placed.picture.is_hole_of_all(month));
            (
                placed.middle(month),
                class.unwrap_or("miss"),
                whys.join(lang::marks(placed.lang).semicolon),
            )
        })
    });
    html! {
        @for (x, class, why) in reasons {
            @let arm = (placed.step() / 2.0).clamp(1.5, 3.0);
            path class=(class) d={
                "M" (number(x - arm)) " " (number(y - arm)) "L" (number(x + arm)) " " (number(y + arm))
                "M" (number(x - arm)) " " (number(y + arm)) "L" (number(x + arm)) " " (number(y - arm))
            } { title { (clean(&why)) } }
        }
    }
}

/// The tooltips of the months.
fn hits(placed: &Geometry) -> Markup {
    let (top, bottom) = (placed.top, placed.level_at(0.0));
    html! {
        @for month in placed.picture.months.months() {
            @let (from, to) = placed.span(Period::month(month));
            rect.hit x=(number(from)) y=(number(top)) width=(number(to - from))
                height=(number(bottom - top)) {
                title { (clean(&month_in_words(placed, month))) }
            }
        }
    }
}

/// `2017-09: imports 145.8, exports 266.3`.
fn month_in_words(placed: &Geometry, month: Month) -> String {
    let figure = |level: &ChartLine| {
        let point = level.points.iter().find(|point| point.month == month)?;
        let value = match &point.value {
            Ok(value) => super::plot::figure(*value, placed.picture.unit, placed.money),
            Err(_) => words::no_data(placed.lang).to_owned(),
        };
        let flow = labels::flow_in_note(level.flow, placed.lang);
        Some(format!("{flow} {value}"))
    };
    let figures: Vec<String> = placed.picture.levels.iter().filter_map(figure).collect();
    let marks = lang::marks(placed.lang);
    let month = lang::period(Period::month(month), placed.lang);
    format!("{month}{}{}", marks.colon, figures.join(marks.comma))
}

/// A description of the picture: the highest, lowest and last figure of each level, and each
/// streak.
fn in_words(placed: &Geometry) -> String {
    let mut sentences = Vec::new();
    for level in &placed.picture.levels {
        let figures = level.points.iter();
        let known = figures.filter_map(|point| Some((*point.value.as_ref().ok()?, point.month)));
        let known: Vec<(Amount, Month)> = known.collect();
        let shown = |(value, month): &(Amount, Month)| {
            let figure = super::plot::figure(*value, placed.picture.unit, placed.money);
            (figure, *month)
        };
        let highest = known.iter().max_by_key(|(value, _)| *value).map(shown);
        let lowest = known.iter().min_by_key(|(value, _)| *value).map(shown);
        if let (Some(high), Some(low), Some(end)) = (highest, lowest, known.last().map(shown)) {
            sentences.push(words::in_words(level.flow, &high, &low, &end, placed.lang));
        }
    }
    for panel in &placed.picture.changes {
        if let Some(marked) = &panel.streak {
            let run = words::streak(marked, placed.picture.months.from, placed.lang);
            let name = words::change_of(panel.flow, placed.lang);
            let months = Period {
                from: marked.since,
                to: marked.until,
            };
            let months = lang::period(months, placed.lang);
            let marks = lang::marks(placed.lang);
            let (colon, comma, stop) = (marks.colon, marks.comma, marks.stop.trim_end());
            sentences.push(format!("{name}{colon}{run}{comma}{months}{stop}"));
        }
    }
    sentences.join(" ")
}
