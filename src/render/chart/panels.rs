//! Draws the panels of changes in an SVG chart: a bar per month, the streak, the last change.

use super::geometry::{Geometry, LETTERS, Place};
use super::letters::{self, room};
use super::marks::{band, number, text, text_to, zero};
use super::words;
use crate::render::markup::clean;
use crate::render::{figures, lang};
use crate::report::picture::{Bar, ChangePanel};
use crate::trade::Period;
use maud::{Markup, html};

/// The changes of one flow, under its name.
pub fn changes(placed: &Geometry, panel: &ChangePanel, place: &Place) -> Markup {
    let (_, area) = placed.classes(panel);
    let name = change_name(placed, panel);
    let size = placed.size as f64;
    html! {
        @if let Some(marked) = &panel.streak {
            (band(placed, marked, place.top, placed.change_at(place, -size)))
        }
        (text(placed.left, place.name, &format!("b halo {area}"), &name))
        @for (percent, label) in [(size, "+"), (0.0, ""), (-size, "−")] {
            @let y = placed.change_at(place, percent);
            @let number_of = if percent == 0.0 { "0".to_owned() } else { format!("{label}{}", placed.size) };
            @if percent != 0.0 {
                line.grid x1=(number(placed.left)) x2=(number(placed.right)) y1=(number(y)) y2=(number(y)) {}
            }
            (text_to(placed.left - 4.0, y + 4.0, "mute s", &number_of))
        }
        @for bar in &panel.bars { (change(placed, panel, place, bar)) }
        (zero(placed, placed.change_at(place, 0.0)))
        (streak(placed, panel, place))
        (last_change(placed, panel, place))
    }
}

/// A bar: in full colour within the streak, pale outside it, in outline if only the change was
/// published but no level, with an arrow if it is cut off.
fn change(placed: &Geometry, panel: &ChangePanel, place: &Place, bar: &Bar) -> Markup {
    let (stroke, area) = placed.classes(panel);
    let (from, to) = placed.span(bar.period);
    let gap = (placed.step() / 8.0).min(2.0);
    let zero = placed.change_at(place, 0.0);
    let percent = match &bar.percent {
        Ok(percent) => percent,
        Err(why) => {
            let why = lang::wording(placed.lang).reason(why);
            let colon = lang::colon(placed.lang);
            let label = format!("{}{colon}{why}", lang::period(bar.period, placed.lang));
            return html! {
                circle class="mute none" cx=(number((from + to) / 2.0)) cy=(number(zero)) r="1.2" {
                    title { (clean(&label)) }
                }
            };
        }
    };
    let end = placed.change_at(place, percent.percent(6) as f64 / 1e6);
    let (top, bottom) = (end.min(zero), end.max(zero));
    let is_marked = panel
        .streak
        .as_ref()
        .is_none_or(|streak| streak.covers(bar.period));
    let pale = if is_marked { "" } else { " soft" };
    let outline = if bar.is_as_published {
        format!(" outline {stroke}")
    } else {
        String::new()
    };
    let label = format!(
        "{}{}{}",
        lang::period(bar.period, placed.lang),
        lang::colon(placed.lang),
        words::percent(*percent, placed.lang)
    );
    let is_cut_off = percent.abs().percent(0) > i128::from(placed.size);
    let middle = (from + to) / 2.0;
    html! {
        rect class={"bar " (area) (pale) (outline)} x=(number(from + gap)) y=(number(top))
            width=(number(to - from - 2.0 * gap)) height=(number(bottom - top)) { title { (label) } }
        @if is_cut_off {
            path class={"cut " (area)} d={
                "M" (number(middle - 4.0)) " " (number(top - 1.0)) "h8l-4 -5z"
            } { title { (label) } }
        }
    }
}

/// The length of the streak and its weakest month, above its months and right of the panel's name.
/// Among the bars it would hide some of them.
fn streak(placed: &Geometry, panel: &ChangePanel, place: &Place) -> Markup {
    let Some(marked) = &panel.streak else {
        return html! {};
    };
    let first = placed.picture.months.from;
    let (from, to) = placed.span(Period {
        from: marked.since.max(first),
        to: marked.until,
    });
    let run = words::streak(marked, first, placed.lang);
    let weakest = marked.weakest.map(|(period, percent)| {
        let percent = figures::percent(percent);
        let weakest = words::weakest(&percent, &lang::period(period, placed.lang), placed.lang);
        format!("{run}{}{weakest}", lang::marks(placed.lang).semicolon)
    });
    let name = letters::bold(&change_name(placed, panel), LETTERS);
    let least = placed.left + name + 12.0;
    let fits = |text: &String| least + room(text, LETTERS) <= placed.width;
    let Some(label) = weakest.filter(fits).or_else(|| Some(run).filter(fits)) else {
        return html! {};
    };
    // Letters are usually narrower than estimated, so the end next to an edge is the one that is
    // positioned.
    let wide = room(&label, LETTERS);
    let middle = (from + to) / 2.0;
    if middle + wide / 2.0 > placed.right.max(least + wide) {
        text_to(
            placed.right.max(least + wide),
            place.name,
            "halo streak",
            &label,
        )
    } else if middle - wide / 2.0 < least {
        text(least, place.name, "halo streak", &label)
    } else {
        html! {
            text class="halo streak" x=(number(middle)) y=(number(place.name)) text-anchor="middle" {
                (clean(&label))
            }
        }
    }
}

fn change_name(placed: &Geometry, panel: &ChangePanel) -> String {
    format!(
        "{}{}",
        words::change_of(panel.flow, placed.lang),
        words::percent_sign(placed.lang)
    )
}

/// The change of the last month, next to its bar.
fn last_change(placed: &Geometry, panel: &ChangePanel, place: &Place) -> Markup {
    let (_, area) = placed.classes(panel);
    let last = panel
        .bars
        .last()
        .filter(|bar| bar.period.to == placed.picture.months.to);
    let Some(Ok(percent)) = last.map(|bar| &bar.percent) else {
        return html! {};
    };
    let y = placed.change_at(place, percent.percent(6) as f64 / 1e6);
    let label = words::percent(*percent, placed.lang);
    text(placed.right + 8.0, y + 4.0, &format!("b {area}"), &label)
}
