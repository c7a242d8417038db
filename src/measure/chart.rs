//! Charts: the series of one or two flows, and their changes from a year earlier.
//!
//! The rows are those of `series`, so CSV output contains the figures that are drawn.
//!
//! Source: docs/definitions.md, "Change", "Streak".

use super::change::has_yoy;
use super::links::{self, Streak};
use super::series;
use crate::frame::SeriesSet;
use crate::measure::question::{
    Answer, KeyedSeries, MeasureError, Question, SelectedSeries, Span, Tells,
};
use crate::report::picture::{Bar, ChangePanel, ChartLine, Event, Marked, Picture, Point};
use crate::report::{Column, Subject};
use crate::trade::{
    Comparison, Direction, Flow, Missing, Month, Name, Period, Reason, Regime, SanctionStep,
    Sanctions, Series, UnitOfMeasure,
};
use std::sync::Arc;

/// The default number of months drawn, if there is room.
pub const MOST_MONTHS: usize = 120;

/// The columns of the figures drawn.
pub const COLUMNS: [Column; 9] = [
    Column::Month,
    Column::Flow,
    Column::Value,
    Column::Basis,
    Column::YoyPct,
    Column::PrintedPct,
    Column::Unit,
    Column::Flags,
    Column::Note,
];

/// The measures of sanctions whose days are marked.
#[derive(Clone, Copy, Default)]
pub struct EventsWanted<'a> {
    /// Whose.
    pub regimes: &'a [Regime],
    /// The user's own list, in place of the built-in one.
    pub own: Option<&'a Sanctions>,
}

/// Answers with the figures and their picture: for `months` months up to the one asked for, or for
/// the range asked for.
///
/// # Errors
/// When the data do not cover the months asked for, have none of the flows, or when more than two
/// flows or a breakdown are asked for.
pub fn answer(
    question: &Question,
    months: usize,
    wanted: EventsWanted<'_>,
    set: &SeriesSet,
) -> Result<Answer, MeasureError> {
    let asked_for_all = question.flows == Flow::ALL;
    let mut question = drawn(question)?;
    if asked_for_all {
        // Goods may be known for one side of the trade only; the other is not drawn then.
        let has_figures = |flow: &Flow| {
            !set.flow(question.perspective.reporter_flow(*flow))
                .is_empty()
        };
        let held: Vec<Flow> = question.flows.iter().copied().filter(has_figures).collect();
        if !held.is_empty() {
            question.flows = held;
        }
    }
    let mut selected = question.select(set)?;
    let (asked, notes) = selected.asked_for_yoy(question.span, Tells::TheMonth)?;
    let is_range = matches!(question.span, Span::Range(..) | Span::Period(_));
    let drawn = if is_range {
        asked
    } else {
        window(&selected, asked.to, months)
    };
    if asked_for_all {
        // A flow without a figure in these months would only put a × under those of the other.
        let has_any = |keyed: &&KeyedSeries| {
            let mut months = drawn.months();
            months.any(|month| is_drawable(&keyed.series, month))
        };
        let held: Vec<Flow> = selected
            .all_series
            .iter()
            .filter(has_any)
            .map(|keyed| keyed.flow)
            .collect();
        if !held.is_empty() && held.len() < question.flows.len() {
            question.flows = held;
            selected = question.select(set)?;
        }
    }
    let as_range = Question {
        span: Span::Range(Some(drawn.from), Some(drawn.to)),
        ..question.clone()
    };
    let mut answer = series::answer(&as_range, Some(&COLUMNS), set)?;
    let report = &mut answer.report;
    report.command = "chart";
    report.heading = question.heading(Subject::Chart, set, Some(drawn));
    report.notes.splice(0..0, notes);
    let events = events(&question, wanted, drawn);
    report.picture = Some(picture(&selected, drawn, is_range, events));
    Ok(answer)
}

/// The question restricted to flows that can be drawn: imports and exports if all four are asked
/// for.
fn drawn(question: &Question) -> Result<Question, MeasureError> {
    if let Some(by) = question.by {
        return Err(MeasureError::NotDrawn {
            what: format!("trade by {}", by.name()),
            help: "select one part with `--hs`, `--group` or `--partner`",
        });
    }
    let flows = match question.flows.as_slice() {
        flows if flows == Flow::ALL => vec![Flow::Import, Flow::Export],
        [_] | [_, _] => question.flows.clone(),
        flows => {
            return Err(MeasureError::NotDrawn {
                what: format!("{} flows at once", flows.len()),
                help: "choose one or two with `--flow`",
            });
        }
    };
    Ok(Question {
        flows,
        ..question.clone()
    })
}

/// Up to `months` months ending with `last`, starting with the first that has a figure or a change.
fn window(selected: &SelectedSeries, last: Month, months: usize) -> Period {
    let back = i32::try_from(months.clamp(1, MOST_MONTHS)).unwrap_or(1) - 1;
    let whole = Period {
        from: last.plus(-back),
        to: last,
    };
    let has_any = |month: &Month| selected.whole().any(|series| is_drawable(series, *month));
    Period {
        from: whole.months().find(has_any).unwrap_or(last),
        to: last,
    }
}

/// Whether a month has a figure or a change.
fn is_drawable(series: &Series, month: Month) -> bool {
    series.over(Period::month(month)).is_ok() || has_yoy(series, month)
}

/// The picture of these months. In a range the longest streak of each flow is marked, otherwise the
/// one that ends with the last month.
fn picture(
    selected: &SelectedSeries,
    months: Period,
    is_range: bool,
    events: Vec<Event>,
) -> Picture {
    let unit = selected.all_series.first().map(|keyed| keyed.series.unit);
    let level = |keyed: &KeyedSeries| ChartLine {
        flow: keyed.flow,
        points: months
            .months()
            .map(|month| point(&keyed.series, month))
            .collect(),
    };
    let panel = |keyed: &KeyedSeries| ChangePanel {
        flow: keyed.flow,
        bars: bars(&keyed.series, months),
        streak: if is_range {
            longest(&keyed.series, months)
        } else {
            current(&keyed.series, months.to)
        },
    };
    let series = selected.all_series.iter();
    Picture {
        months,
        unit: unit.unwrap_or(UnitOfMeasure::Quantity(None)),
        levels: series.clone().map(level).collect(),
        // A balance has no percentage.
        changes: series
            .filter(|keyed| keyed.flow != Flow::Balance)
            .map(panel)
            .collect(),
        events,
    }
}

/// The resolutions and notices in these months that concern the goods drawn, for trade with North
/// Korea alone: resolutions on the day of adoption, notices on the day they take effect.
fn events(question: &Question, wanted: EventsWanted<'_>, months: Period) -> Vec<Event> {
    if !question.partner.is_north_korea() {
        return Vec::new();
    }
    let mut events: Vec<Event> = Vec::new();
    let list = wanted.own.unwrap_or_else(|| Sanctions::built_in());
    let all = wanted.regimes.iter().flat_map(|regime| {
        let step = match regime {
            Regime::Un => SanctionStep::Adopted,
            Regime::Cn => SanctionStep::InForce,
        };
        let events = list.events(*regime).into_iter();
        events.filter(move |event| event.step == step)
    });
    for event in all {
        let concerns = |flow: &Flow| {
            let flow = question.perspective.reporter_flow(*flow);
            event.concerns(flow, &question.goods)
        };
        let inside = |month: &Month| months.from <= *month && *month <= months.to;
        let Some(month) = event.month().filter(inside) else {
            continue;
        };
        if !question.flows.iter().any(concerns) {
            continue;
        }
        let label = event.instrument.called();
        let source = event.instrument.address().map_or(event.source, Arc::from);
        let same = |held: &&mut Event| held.label == label && held.day == event.day;
        match events.iter_mut().find(same) {
            Some(held) => {
                let new = |name: &Name| !held.goods.contains(name);
                let more: Vec<Name> = event.goods.into_iter().filter(new).collect();
                held.goods.extend(more);
            }
            None => events.push(Event {
                month,
                day: event.day,
                label,
                goods: event.goods,
                source,
            }),
        }
    }
    events.sort_by(|one, other| (one.day, &one.label.en).cmp(&(other.day, &other.label.en)));
    events
}

fn point(series: &Series, month: Month) -> Point {
    let figure = series.over(Period::month(month));
    Point {
        month,
        basis: figure.as_ref().ok().map(|figure| figure.basis),
        value: figure.map(|figure| figure.value),
    }
}

/// The change of every month; of January and February together if they were published only
/// together.
fn bars(series: &Series, months: Period) -> Vec<Bar> {
    let mut bars: Vec<Bar> = Vec::new();
    for month in months.months() {
        if bars.last().is_some_and(|bar| bar.period.to >= month) {
            continue;
        }
        let bar = match links::link_at(series, month, Comparison::Yoy) {
            Ok(link) if link.period.from >= months.from && link.period.to <= months.to => Bar {
                period: link.period,
                is_as_published: link.change.as_published.is_some(),
                percent: link.change.percent,
            },
            Ok(link) => Bar {
                period: Period::month(month),
                percent: Err(Missing::new(Reason::Combined, link.period)),
                is_as_published: false,
            },
            Err(missing) => Bar {
                period: Period::month(month),
                percent: Err(missing),
                is_as_published: false,
            },
        };
        bars.push(bar);
    }
    bars
}

/// The streak that ends with `until`.
fn current(series: &Series, until: Month) -> Option<Marked> {
    let sign = links::sign_at(series, until, Comparison::Yoy).ok()?;
    let streak = links::streak_to(series, until, Direction::of(sign)?, Comparison::Yoy);
    marked(&streak.ok()?)
}

/// The longest streak within these months; the later one of equals.
fn longest(series: &Series, months: Period) -> Option<Marked> {
    let streaks = links::every_streak(series, months, Comparison::Yoy);
    let within = streaks.iter().filter_map(marked);
    let longest = within.max_by_key(|streak| (streak.months, streak.until));
    longest.map(|streak| Marked {
        is_longest: streak.until < months.to,
        ..streak
    })
}

/// A streak of two or more months, as marked in the picture.
fn marked(streak: &Streak) -> Option<Marked> {
    let (since, until) = (streak.since()?, streak.until()?);
    let weakest = streak.weakest().and_then(|at| streak.links.get(at));
    (streak.months() > 1).then_some(Marked {
        weakest: weakest.and_then(|link| Some((link.period, link.change.percent.clone().ok()?))),
        way: streak.direction.sign(),
        months: streak.months(),
        since,
        until,
        is_longest: false,
        open_before: streak.open_before.is_some(),
        open_after: streak.open_after.is_some(),
    })
}
