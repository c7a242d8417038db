//! Figures by release: the first release, what later releases made of it, and the effect on
//! statements about it.
//!
//! Figures are those known at the end of each release day (as with `--as-of`), so bases implied by
//! printed changes count as they do everywhere.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions".

mod step;
mod summary;

use super::breakdown;
use super::change::Change;
use crate::frame::{Frame, FrameError, SeriesSet};
use crate::measure::question::{Answer, Question, Span};
use crate::measure::revisions::step::RevisionStep;
use crate::measure::revisions::step::Vintages;
use crate::measure::revisions::step::step;
use crate::measure::revisions::summary::change;
use crate::measure::revisions::summary::summaries;
use crate::report::{
    Cell, Column, Head, Heading, Remark, RemarkKind, Report, RevisionRemark, Row, Subject,
    ViewColumn, Word,
};
use crate::trade::{
    Comparison, Currency, Figure, Flow, Missing, Month, Period, Printed, Ratio, Reason, RowKind,
    Selection, Series, UnitOfMeasure, Vintage,
};

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

/// Answers with a row for every release of a figure that was revised beyond rounding; for a period
/// that is asked for, with a row for every release that changed it at all.
///
/// # Errors
/// When the data have nothing for the selection.
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
    let vintages = vintages(question, frame, selection, &last, (asked, range))?;
    let mut notes = summaries(&vintages);
    if vintages.values().all(|steps| steps.len() < 2) {
        let is_unknown = asked.is_some() && vintages.values().all(Vec::is_empty);
        notes.push(match is_unknown {
            true => RevisionRemark::NoneReleased,
            false => RevisionRemark::NoneRevised,
        });
        if asked.is_some() {
            notes.extend(in_other_currency(
                question,
                frame,
                selection,
                last.currency,
            )?);
        }
    }
    let notes = notes.into_iter().map(RemarkKind::Revision);
    let mut rows = Vec::new();
    let mut sources: Vec<String> = Vec::new();
    for ((period, flow), steps) in &vintages {
        for step in steps {
            let series = last.flow(question.perspective.reporter_flow(*flow));
            rows.push(row(*period, *flow, step, series));
            let source = step.figure.source.to_string();
            if !source.is_empty() && !sources.contains(&source) {
                sources.push(source);
            }
        }
    }
    let first = flows.first().map(|(_, flow)| last.flow(*flow).unit);
    let unit = first.unwrap_or(UnitOfMeasure::Money(last.currency));
    Ok(Answer::of(Report {
        notes: notes.map(Remark::on_all).collect(),
        sources,
        view: view(),
        ..Report::of_rows(
            "revisions",
            Heading {
                subject: Subject::Revisions,
                partner: question.partner.clone(),
                partners_in_data: None,
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

/// The months asked for, as a period or as a range.
type Asked = (Option<Period>, (Option<Month>, Option<Month>));

/// The figures of every release, in the currency of `last`, the figures held now.
fn vintages(
    question: &Question,
    frame: &Frame,
    selection: &Selection,
    last: &SeriesSet,
    (asked, range): Asked,
) -> Result<Vintages, FrameError> {
    let flows = flows(question);
    let mut vintages = Vintages::new();
    let mut before: Option<SeriesSet> = None;
    for released in releases(frame, selection, last, asked) {
        let as_of = Selection {
            as_of: Some(released),
            currency: Some(last.currency),
            ..selection.clone()
        };
        // None of these flows had been released yet.
        let Some(set) = FrameError::unless_absent(frame.series(&as_of))? else {
            continue;
        };
        for (shown_flow, flow) in &flows {
            let now = set.flow(*flow);
            let earlier = before.as_ref().map(|set| set.flow(*flow));
            for period in periods(now, asked, range) {
                let held = vintages.entry((period, *shown_flow)).or_default();
                let step = step(now, earlier, period, Some(released), held, asked.is_some());
                held.extend(step);
            }
        }
        before = Some(set);
    }
    undated(&mut vintages, last, &flows, asked, range);
    vintages.retain(|_, steps| asked.is_some() || steps.len() > 1);
    Ok(vintages)
}

/// The largest revision of the period asked for in the other currency, for readers whose currency
/// shows none: the office prints a revision in one currency, and not always in the other.
fn in_other_currency(
    question: &Question,
    frame: &Frame,
    selection: &Selection,
    currency: Currency,
) -> Result<Option<RevisionRemark>, FrameError> {
    let asked = match question.span {
        Span::Month(month) => Period::month(month),
        Span::Period(period) => period,
        Span::Range(..) | Span::Latest => return Ok(None),
    };
    let currency = match currency {
        Currency::Usd => Currency::Cny,
        Currency::Cny => Currency::Usd,
    };
    let other = Selection {
        currency: Some(currency),
        ..selection.clone()
    };
    let Some(last) = FrameError::unless_absent(frame.series(&other))? else {
        return Ok(None);
    };
    let all = vintages(question, frame, &other, &last, (Some(asked), (None, None)))?;
    let steps = all
        .iter()
        .flat_map(|(key, steps)| steps.iter().map(move |step| (key, step)))
        .filter(|(_, step)| !summary::is_within_rounding(step));
    let sized = steps.filter_map(|(key, step)| Some((key, step, change(step)?)));
    let largest = sized.max_by_key(|(.., by)| by.abs());
    Ok(largest.map(
        |((period, flow), step, by)| RevisionRemark::InOtherCurrency {
            currency,
            flow: *flow,
            period: *period,
            by: Printed {
                digits: by.percent(1),
                decimals: 1,
            },
            released: step.released,
        },
    ))
}

/// The flows from the chosen perspective, each with its flow on China's side: imports and exports
/// by default, since total and balance only repeat their revisions. The balance is never released
/// itself.
fn flows(question: &Question) -> Vec<(Flow, Flow)> {
    let wanted = |flow: &&Flow| match flow {
        Flow::Import | Flow::Export => true,
        Flow::Total => !question.only_with_figures,
        Flow::Balance => false,
    };
    let shown_flow = question.flows.iter().filter(wanted);
    shown_flow
        .map(|flow| (*flow, question.perspective.reporter_flow(*flow)))
        .collect()
}

/// The days of all releases relevant to the period asked for: about itself, its base, or the months
/// it is the base of.
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
    let rows = frame.observations().rows.iter().filter(|row| {
        row.kind == RowKind::Published
            && row.currency == set.currency
            && selection.partner.wants(row.partner)
            && bears(row.period)
    });
    let by_then = |released: &Vintage| selection.is_released(Some(*released));
    let mut dates: Vec<Vintage> = rows
        .filter_map(|row| row.released)
        .filter(by_then)
        .collect();
    dates.sort_by_key(|date| date.last_day());
    dates.dedup_by_key(|date| date.last_day());
    dates
}

/// The periods of a series to look at: all with a figure of their own, or the period asked for and
/// its months.
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

/// Adds figures revised by undated files: the order of the files gives the order of the figures.
fn undated(
    vintages: &mut Vintages,
    last: &SeriesSet,
    flows: &[(Flow, Flow)],
    asked: Option<Period>,
    range: (Option<Month>, Option<Month>),
) {
    for (shown_flow, flow) in flows {
        let series = last.flow(*flow);
        for period in periods(series, asked, range) {
            let held = vintages.entry((period, *shown_flow)).or_default();
            let Some(revision) = series.revision(period).filter(|_| held.len() < 2) else {
                continue;
            };
            let step = |figure: &Figure, previous| RevisionStep {
                released: figure.released,
                figure: figure.clone(),
                previous,
                // By which figures it was compared then is not known.
                yoy_before: Err(Missing::by_nature(Reason::FirstRelease)),
                yoy_after: Err(Missing::new(Reason::NoData, period.year_before())),
                effects: Vec::new(),
            };
            let later = Change::of(series, period, Comparison::Yoy).percent;
            *held = vec![
                step(&revision.earlier, None),
                RevisionStep {
                    yoy_after: later,
                    ..step(&revision.later, Some(revision.earlier.clone()))
                },
            ];
        }
    }
}

fn row(period: Period, flow: Flow, step: &RevisionStep, series: &Series) -> Row {
    let percent = |ratio: &Result<Ratio, Missing>| match ratio {
        Ok(ratio) => Cell::Percent(*ratio),
        Err(missing) => Cell::Missing(missing.clone()),
    };
    let previous = step.previous.as_ref();
    let none_before = || Missing::by_nature(Reason::FirstRelease);
    let changed = change(step).ok_or_else(|| match previous {
        Some(previous) => Missing::base(previous, period),
        None => none_before(),
    });
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
        (Column::Released, Cell::date(step.released)),
        (Column::Value, breakdown::amount(series, step.figure.value)),
        (
            Column::Previous,
            previous.map_or_else(
                || Cell::Missing(none_before()),
                |figure| breakdown::amount(series, figure.value),
            ),
        ),
        (Column::ChangePct, percent(&changed)),
        (Column::Basis, Cell::Word(Word::Basis(step.figure.basis))),
        (Column::YoyPctBefore, percent(&step.yoy_before)),
        (Column::YoyPctAfter, percent(&step.yoy_after)),
        (Column::Unit, Cell::Unit(series.unit)),
    ])
    .with_remarks(remarks.collect())
}

fn view() -> Vec<ViewColumn> {
    let show = ViewColumn::of;
    vec![
        show(Head::Period, Column::Period),
        show(Head::Flow, Column::Flow),
        show(Head::Released, Column::Released),
        show(Head::Before, Column::Previous),
        show(Head::Value, Column::Value),
        show(Head::RevisedBy, Column::ChangePct),
        show(Head::YoyBefore, Column::YoyPctBefore),
        show(Head::Yoy, Column::YoyPctAfter),
    ]
}
