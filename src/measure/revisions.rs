//! Each figure by release: what it was first, what later releases made of it, and what that did to
//! statements about it.
//!
//! The figures are those that were known at the end of each day of release (`--as-of`), so that bases
//! implied by printed changes count as they do everywhere.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions".

use super::change::{Change, Comparison};
use crate::frame::{Frame, FrameError, SeriesSet};
use crate::measure::question::{Answer, Question, Span};
use crate::report::{
    Cell, Column, Head, Heading, Remark, RemarkKind, Report, RevisionRemark, RevisionsBySpan, Row,
    StreakEffect, Subject, ViewColumn,
};
use crate::trade::{
    Figure, Flow, Month, Period, Printed, Ratio, RowKind, Selection, Series, Sign, UnitOfMeasure,
    Vintage,
};
use std::collections::{BTreeMap, BTreeSet};

/// The machine columns, in order.
pub const COLUMNS: [Column; 12] = [
    Column::Period,
    Column::Flow,
    Column::Released,
    Column::Value,
    Column::Previous,
    Column::ChangePct,
    Column::Basis,
    Column::YoyPctBefore,
    Column::YoyPctAfter,
    Column::Unit,
    Column::Flags,
    Column::Note,
];

/// Months since the first release, to the last of each span that is summed up.
const SPANS: [(i32, i32); 4] = [(0, 3), (4, 12), (13, 24), (25, i32::MAX)];

/// One figure as one release left it.
struct Step {
    released: Option<Vintage>,
    figure: Figure,
    previous: Option<Figure>,
    yoy_before: Option<Ratio>,
    yoy_after: Option<Ratio>,
    effects: Vec<RevisionRemark>,
}

/// The figures of one flow and period, first to last.
type Vintages = BTreeMap<(Period, Flow), Vec<Step>>;

/// Answers with a row for every release of a figure that was revised beyond rounding; of a period that
/// is asked for, with a row for every release that changed it at all.
///
/// # Errors
/// When the data hold nothing of the selection.
pub fn answer(
    question: &Question,
    frame: &Frame,
    selection: &Selection,
) -> Result<Answer, FrameError> {
    let last = frame.series(selection)?;
    let asked = match question.span {
        Span::Month(month) => Some(Period::month(month)),
        Span::Period(period) => Some(period),
        Span::Range(..) | Span::Latest => None,
    };
    let range = match question.span {
        Span::Range(from, to) => (from, to),
        _ => (None, None),
    };
    let flows = flows(question);
    let mut vintages = Vintages::new();
    let mut before: Option<SeriesSet> = None;
    for released in releases(frame, selection, &last, asked) {
        let as_of = Selection {
            as_of: Some(released),
            currency: Some(last.currency),
            ..selection.clone()
        };
        // Nothing had been released yet of these flows.
        let Ok(set) = frame.series(&as_of) else {
            continue;
        };
        for (told, flow) in &flows {
            let now = set.flow(*flow);
            let earlier = before.as_ref().map(|set| set.flow(*flow));
            for period in periods(now, asked, range) {
                let held = vintages.entry((period, *told)).or_default();
                let step = step(now, earlier, period, Some(released), held, asked.is_some());
                held.extend(step);
            }
        }
        before = Some(set);
    }
    undated(&mut vintages, &last, &flows, asked, range);
    vintages.retain(|_, steps| asked.is_some() || steps.len() > 1);
    let mut notes = summaries(&vintages);
    if vintages.values().all(|steps| steps.len() < 2) {
        notes.push(RevisionRemark::NoneRevised);
    }
    let notes = notes.into_iter().map(RemarkKind::Revision);
    let unit = UnitOfMeasure::Money(last.currency);
    let mut rows = Vec::new();
    let mut sources: Vec<String> = Vec::new();
    for ((period, flow), steps) in &vintages {
        for step in steps {
            rows.push(row(*period, *flow, step, unit));
            let source = step.figure.source.to_string();
            if !source.is_empty() && !sources.contains(&source) {
                sources.push(source);
            }
        }
    }
    Ok(Answer::of(Report {
        notes: notes.map(Remark::on_all).collect(),
        sources,
        view: view(),
        ..Report::of_rows(
            "revisions",
            Heading {
                subject: Subject::Revisions,
                partner: question.partner.clone(),
                partners_held: None,
                perspective: question.perspective,
                currency: last.currency,
                period: asked,
                reaches: None,
                as_of: question.as_of,
                goods: question.goods.clone(),
                by: None,
                unit,
            },
            &COLUMNS,
            rows,
        )
    }))
}

/// The flows as they are told, each with that of China's side: imports and exports unless others are
/// asked for, since total and balance only repeat what was revised in them. A balance has no release.
fn flows(question: &Question) -> Vec<(Flow, Flow)> {
    let wanted = |flow: &&Flow| match flow {
        Flow::Import | Flow::Export => true,
        Flow::Total => !question.only_with_figures,
        Flow::Balance => false,
    };
    let told = question.flows.iter().filter(wanted);
    told.map(|flow| (*flow, question.perspective.reporter_flow(*flow)))
        .collect()
}

/// The days on which anything was released that bears on the periods asked for: on them, on their
/// bases, or on the months that they are the base of.
fn releases(
    frame: &Frame,
    selection: &Selection,
    set: &SeriesSet,
    asked: Option<Period>,
) -> Vec<Vintage> {
    let bears = |period: Period| {
        asked.is_none_or(|asked| {
            let (from, to) = (asked.from.plus(-12), asked.to.plus(12));
            from.january() <= period.to && period.from <= to
        })
    };
    let rows = frame.records().rows.iter().filter(|row| {
        row.kind == RowKind::Published
            && row.currency == set.currency
            && selection.partner.wants(row.partner)
            && bears(row.period)
    });
    let by_then = |released: &Vintage| selection.as_of.is_none_or(|date| released.is_by(date));
    let mut dates: Vec<Vintage> = rows
        .filter_map(|row| row.released)
        .filter(by_then)
        .collect();
    dates.sort_by_key(|date| date.last_day());
    dates.dedup_by_key(|date| date.last_day());
    dates
}

/// The periods of a series that are looked at: all that have a figure of their own, or the one that
/// is asked for with its months.
fn periods(
    series: &Series,
    asked: Option<Period>,
    (from, to): (Option<Month>, Option<Month>),
) -> Vec<Period> {
    match asked {
        Some(period) => {
            let months = period.months().map(Period::month);
            let whole = std::iter::once(period);
            let mut periods: Vec<Period> = whole.chain(months).collect();
            periods.dedup();
            periods
        }
        None => series
            .periods()
            .filter(|one| from.is_none_or(|from| from <= one.from))
            .filter(|one| to.is_none_or(|to| one.to <= to))
            .collect(),
    }
}

/// What a release made of a figure; `None` where it left it as it was.
fn step(
    now: &Series,
    earlier: Option<&Series>,
    period: Period,
    released: Option<Vintage>,
    held: &[Step],
    even_within_rounding: bool,
) -> Option<Step> {
    let figure = now.over(period).ok()?;
    let previous = held.last().map(|step| step.figure.clone());
    if let Some(previous) = &previous {
        let changed = match even_within_rounding {
            true => previous.value != figure.value,
            false => !previous.interval.meets(figure.interval),
        };
        if !changed {
            return None;
        }
    }
    let yoy = |series: &Series, period| Change::of(series, period, Comparison::Yoy).percent.ok();
    let earlier = earlier.filter(|_| previous.is_some());
    let mut effects = Vec::new();
    if let Some(earlier) = earlier {
        for of in [period, period.plus(12)] {
            effects.extend(effect(earlier, now, of));
        }
    }
    // A change that was printed beside an earlier value says nothing of the revised one.
    let after = Change::of(now, period, Comparison::Yoy);
    let is_of_earlier = after.as_published.as_ref().is_some_and(|printed| {
        let is_revised = |previous: &Figure| {
            !previous.interval.meets(figure.interval) && printed.released < released
        };
        previous.as_ref().is_some_and(is_revised)
    });
    Some(Step {
        released,
        yoy_before: earlier.and_then(|earlier| yoy(earlier, period)),
        yoy_after: after.percent.ok().filter(|_| !is_of_earlier),
        figure,
        previous,
        effects,
    })
}

/// What a revision did to the change of a period, where that is told otherwise to the tenth, and to
/// the streak that it was a link of.
fn effect(earlier: &Series, now: &Series, period: Period) -> Option<RevisionRemark> {
    let of = |series: &Series| {
        let change = Change::of(series, period, Comparison::Yoy);
        let tenths = change.percent.ok()?.percent(1);
        let printed = Printed {
            digits: tenths,
            decimals: 1,
        };
        Some((printed, change.sign.ok()))
    };
    let ((before, was), (after, is)) = (of(earlier)?, of(now)?);
    if before == after {
        return None;
    }
    let turned = was != is && period.is_month();
    let streak = turned.then(|| streak(earlier, now, period.from)).flatten();
    Some(RevisionRemark::Statement {
        period,
        before,
        after,
        streak,
    })
}

/// The streak that a month was a link of, and what is left of it.
fn streak(earlier: &Series, now: &Series, month: Month) -> Option<StreakEffect> {
    let sign = |series: &Series, month: Month| {
        Change::of(series, Period::month(month), Comparison::Yoy)
            .sign
            .ok()
            .filter(|sign| matches!(sign, Sign::Fall | Sign::Rise))
    };
    let direction = sign(earlier, month)?;
    let mut until = month;
    while sign(earlier, until.plus(1)) == Some(direction) {
        until = until.plus(1);
    }
    let run = |series: &Series| {
        let mut length = 0;
        while sign(series, until.plus(-(length as i32))) == Some(direction) {
            length += 1;
        }
        length
    };
    let (was, is) = (run(earlier), run(now));
    (was > 1).then_some(StreakEffect {
        fall: direction == Sign::Fall,
        until,
        was,
        is,
    })
}

/// Figures that files without a day of release revised: the order of the files is the order of the
/// figures.
fn undated(
    vintages: &mut Vintages,
    last: &SeriesSet,
    flows: &[(Flow, Flow)],
    asked: Option<Period>,
    range: (Option<Month>, Option<Month>),
) {
    for (told, flow) in flows {
        let series = last.flow(*flow);
        for period in periods(series, asked, range) {
            let held = vintages.entry((period, *told)).or_default();
            let Some(revision) = series.revision(period).filter(|_| held.len() < 2) else {
                continue;
            };
            let step = |figure: &Figure, previous| Step {
                released: figure.released,
                figure: figure.clone(),
                previous,
                yoy_before: None,
                yoy_after: None,
                effects: Vec::new(),
            };
            let later = Change::of(series, period, Comparison::Yoy).percent.ok();
            *held = vec![
                step(&revision.earlier, None),
                Step {
                    yoy_after: later,
                    ..step(&revision.later, Some(revision.earlier.clone()))
                },
            ];
        }
    }
}

/// How large revisions were, by the months since the first release.
fn summaries(vintages: &Vintages) -> Vec<RevisionRemark> {
    let month_of = |step: &Step| step.released.and_then(|date| date.month());
    let mut by_span: BTreeMap<usize, Vec<(i128, Period)>> = BTreeMap::new();
    let mut revised: BTreeSet<(Period, Flow)> = BTreeSet::new();
    for (key, steps) in vintages {
        let Some(first) = steps.first().and_then(month_of) else {
            continue;
        };
        for step in steps.iter().skip(1) {
            let (Some(month), Some(change)) = (month_of(step), change(step)) else {
                continue;
            };
            let months = month.index() - first.index();
            let span = SPANS
                .iter()
                .position(|(from, to)| (*from..=*to).contains(&months));
            if let Some(span) = span {
                revised.insert(*key);
                by_span
                    .entry(span)
                    .or_default()
                    .push((change.percent(6), key.0));
            }
        }
    }
    let printed = |millionths: i128| Printed {
        digits: round_to_tenths(millionths),
        decimals: 1,
    };
    let mut said = Vec::new();
    for (span, changes) in by_span {
        let count = changes.len() as i128;
        let mean = |sum: i128| printed(div_round(sum, count));
        let largest = changes.iter().max_by_key(|(change, _)| change.abs());
        let Some((largest, period)) = largest.copied() else {
            continue;
        };
        let (from, to) = SPANS[span];
        said.push(RevisionRemark::Summary(RevisionsBySpan {
            from,
            to: (to < i32::MAX).then_some(to),
            count: changes.len(),
            mean: mean(changes.iter().map(|(change, _)| change).sum()),
            mean_absolute: mean(changes.iter().map(|(change, _)| change.abs()).sum()),
            largest: printed(largest),
            period,
        }));
    }
    said
}

/// Millionths of a percent to tenths.
fn round_to_tenths(millionths: i128) -> i128 {
    div_round(millionths, 100_000)
}

/// Rounded half away from zero.
fn div_round(numerator: i128, denominator: i128) -> i128 {
    let half = denominator / 2 * numerator.signum();
    (numerator + half) / denominator
}

/// The size of a revision, of the figure before.
fn change(step: &Step) -> Option<Ratio> {
    let previous = step.previous.as_ref()?;
    Ratio::change(step.figure.value, previous.value)
}

fn row(period: Period, flow: Flow, step: &Step, unit: UnitOfMeasure) -> Row {
    let percent = |ratio: Option<Ratio>| ratio.map_or(Cell::Empty, Cell::Percent);
    let previous = step.previous.as_ref();
    let remarks = step.effects.iter().map(|effect| {
        Remark::on(
            Column::YoyPctAfter,
            period,
            RemarkKind::Revision(effect.clone()),
        )
    });
    Row::new([
        (Column::Period, Cell::Period(period)),
        (Column::Flow, Cell::Flow(flow)),
        (
            Column::Released,
            step.released
                .map_or(Cell::Empty, |date| Cell::Text(date.to_string())),
        ),
        (Column::Value, Cell::Money(step.figure.value)),
        (
            Column::Previous,
            previous.map_or(Cell::Empty, |figure| Cell::Money(figure.value)),
        ),
        (Column::ChangePct, percent(change(step))),
        (Column::Basis, Cell::Word(step.figure.basis.name())),
        (Column::YoyPctBefore, percent(step.yoy_before)),
        (Column::YoyPctAfter, percent(step.yoy_after)),
        (Column::Unit, Cell::Unit(unit)),
    ])
    .with_remarks(remarks.collect())
}

fn view() -> Vec<ViewColumn> {
    let show = ViewColumn::of;
    vec![
        show(Head::Month, Column::Period),
        show(Head::Flow, Column::Flow),
        show(Head::Released, Column::Released),
        show(Head::Before, Column::Previous),
        show(Head::Value, Column::Value),
        show(Head::RevisedBy, Column::ChangePct),
        show(Head::YoyBefore, Column::YoyPctBefore),
        show(Head::Yoy, Column::YoyPctAfter),
    ]
}
