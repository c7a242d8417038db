//! The basic elements of an SVG chart: numbers, lines of text, the zero line, the months of a
//! streak.

use super::geometry::Geometry;
use super::words;
use crate::render::markup::clean;
use crate::report::picture::Marked;
use crate::trade::Period;
use maud::{Markup, html};

/// A coordinate, rounded to a tenth of a pixel.
pub fn number(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
    if rest == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{rest}")
    }
}

/// A line of text that starts at a point.
pub fn text(x: f64, y: f64, class: &str, text: &str) -> Markup {
    html! { text class=(class) x=(number(x)) y=(number(y)) { (clean(text)) } }
}

/// A line of text that ends at a point.
pub fn text_to(x: f64, y: f64, class: &str, text: &str) -> Markup {
    html! { text class=(class) x=(number(x)) y=(number(y)) text-anchor="end" { (clean(text)) } }
}

/// The zero line.
pub fn zero(placed: &Geometry, y: f64) -> Markup {
    html! {
        line.zero x1=(number(placed.left)) x2=(number(placed.right)) y1=(number(y)) y2=(number(y)) {}
    }
}

/// The months of a streak, between two heights.
pub fn band(placed: &Geometry, marked: &Marked, top: f64, bottom: f64) -> Markup {
    let first = placed.picture.months.from;
    let (from, to) = placed.span(Period {
        from: marked.since.max(first),
        to: marked.until,
    });
    let text = words::streak(marked, first, placed.lang);
    html! {
        rect.band x=(number(from)) y=(number(top)) width=(number(to - from))
            height=(number(bottom - top)) { title { (text) } }
    }
}
