//! The brief on a month: what a news agency would report, and nothing that the figures do not
//! support.
//!
//! Source: docs/definitions.md, "Change", "Streak", "Record", "A published figure and its
//! rounding".

mod cautions;
mod rows;
mod stated;

use rows::rows;
use stated::{stated, stated_change};

use super::change::Change;
use super::contribution::{self, Ranked};
use super::links::streak_to;
use crate::frame::SeriesSet;
use crate::measure::question::{
    Answer, KeyedSeries, MeasureError, Question, SelectedSeries, Span, Tells,
};
use crate::measure::ranking::{History, RankedFigure};
use crate::measure::whereabouts::bounds_of;
use crate::measure::yoy;
use crate::report::brief::{
    Brief, Driver, FlowBrief, RecordStatement, StatedAmount, StatedChange, Statement,
    StreakStatement,
};
use crate::report::{Column, Remark, RemarkKind, Report, Subject};
use crate::trade::{
    Amount, Bounds, Comparison, Direction, Extent, Flow, Goods, Month, OnRecord, Period, Series,
};

/// The machine columns, in order: one row per figure.
pub const COLUMNS: [Column; 7] = [
    Column::Metric,
    Column::Flow,
    Column::Period,
    Column::Value,
    Column::Low,
    Column::High,
    Column::Unit,
];

/// The minimum number of months among which a record is newsworthy.
const RECORD_OF: u32 = 24;

/// Answers with the brief, and one row for each figure in it. `goods` are the same series by HS
/// chapter, if the data distinguish goods.
///
/// # Errors
/// When the data do not cover the month asked for, or have neither imports nor exports.
pub fn answer(
    question: &Question,
    set: &SeriesSet,
    goods: Option<&SeriesSet>,
) -> Result<Answer, MeasureError> {
    let flows = |flow: &&Flow| matches!(flow, Flow::Import | Flow::Export | Flow::Total);
    let asked = Question {
        flows: question.flows.iter().filter(flows).copied().collect(),
        ..question.clone()
    };
    let asked = Question {
        // Imports and exports say all that the total would.
        flows: if question.only_with_figures {
            vec![Flow::Import, Flow::Export]
        } else {
            asked.flows.clone()
        },
        ..asked
    };
    let selected = asked.select(set)?;
    let (months, pointers) = selected.asked_for_yoy(question.span, Tells::SumsToo)?;
    let month = months.to;
    let newest = selected.newest();
    let mut flows: Vec<FlowBrief> = selected
        .all_series
        .iter()
        .filter(|keyed| keyed.part.is_none())
        .map(|keyed| of_flow(keyed, month))
        .collect();
    // Leave out flows that were not asked for and have no figures.
    let is_known = |flow: &FlowBrief| {
        flow.month.value.is_some() || !matches!(flow.month.change, StatedChange::Unknown(_))
    };
    if question.only_with_figures && flows.iter().any(is_known) {
        flows.retain(is_known);
    }
    let total = Question {
        flows: vec![Flow::Total],
        ..asked.clone()
    };
    let total = total.select(set).ok().filter(|_| {
        // The total may be known where neither flow is.
        question.only_with_figures && !flows.iter().any(is_known)
    });
    let total = total.as_ref().and_then(|total| {
        let mut whole = total.all_series.iter().filter(|one| one.part.is_none());
        let flow = of_flow(whole.next()?, month);
        is_known(&flow).then_some((total, flow))
    });
    let (selected, is_split_unknown) = match total {
        Some((total, flow)) => {
            flows = vec![flow];
            (total, true)
        }
        None => (&selected, false),
    };
    let brief = Brief {
        month,
        newer: (question.span == Span::Latest && newest > month).then_some(newest),
        flows,
        is_split_unknown,
        balance: balance(question, set, month),
        drivers: goods.map_or_else(Vec::new, |goods| drivers(&asked, goods, month)),
    };
    let mut rows = rows(&brief, selected);
    // The statement itself says that the month is not the newest.
    let is_said = |remark: &Remark| matches!(remark.kind, RemarkKind::NotNewest { .. });
    let mut notes: Vec<Remark> = pointers.into_iter().filter(|one| !is_said(one)).collect();
    cautions::add(&mut rows, &mut notes, selected, month);
    let report = Report {
        notes,
        sources: sources(&brief, selected),
        brief: Some(brief),
        ..Report::of_rows(
            "brief",
            question.heading(Subject::Brief, set, Some(Period::month(month))),
            &COLUMNS,
            rows,
        )
    };
    Ok(Answer::of(report))
}

/// The sources of the figures of the statement.
fn sources(brief: &Brief, selected: &SelectedSeries) -> Vec<String> {
    let mut sources = Vec::new();
    let month = Period::month(brief.month);
    for series in selected.whole() {
        yoy::add_sources(&mut sources, series, month);
        let flow = brief.flows.iter().find(|one| one.flow == series.flow);
        let to_date = flow.and_then(|one| one.to_date.as_ref());
        // The year to date has sources of its own if the month has no figure.
        let is_alone = series.over(month).is_err();
        if let Some(to_date) = to_date.filter(|one| is_alone && one.value.is_some()) {
            yoy::add_sources(&mut sources, series, to_date.period);
        }
    }
    sources
}

fn of_flow(keyed: &KeyedSeries, month: Month) -> FlowBrief {
    let series = &keyed.series;
    let change = Change::of(series, Period::month(month), Comparison::Yoy);
    let to_date = Period::year_to_date(month);
    FlowBrief {
        flow: keyed.flow,
        streak: streak(series, month, &change),
        month: statement(series, Period::month(month)),
        to_date: (!to_date.is_month()).then(|| statement(series, to_date)),
        record: record(series, month),
    }
}

fn statement(series: &Series, period: Period) -> Statement {
    let change = Change::of(series, period, Comparison::Yoy);
    Statement {
        period,
        value: change.value.as_ref().ok().map(stated),
        change: stated_change(series, period, &change),
    }
}

fn streak(series: &Series, month: Month, change: &Change) -> Option<StreakStatement> {
    let direction = Direction::of(*change.sign.as_ref().ok()?)?;
    let streak = streak_to(series, month, direction, Comparison::Yoy).ok()?;
    let months = streak.months();
    let is_at_least = streak.bound() != Extent::Exact;
    let before = || {
        let since = streak.since()?;
        let before = streak_to(
            series,
            since.plus(-1),
            direction.opposite(),
            Comparison::Yoy,
        );
        let before = before.ok()?;
        Some((before.months(), before.bound() != Extent::Exact)).filter(|(months, _)| *months > 0)
    };
    Some(StreakStatement {
        direction: direction.sign(),
        months,
        is_at_least,
        after: if months == 1 && !is_at_least {
            before()
        } else {
            None
        },
    })
}

/// The record, if the value is certainly the lowest or highest of many months.
fn record(series: &Series, month: Month) -> Option<RecordStatement> {
    let first = series.months().next()?;
    let window = Period::new(first, month)?;
    let history = History::new(series, RankedFigure::Value, window);
    let standing = history.standing(month)?;
    let is_lowest = match standing.on_record()? {
        OnRecord::Lowest => true,
        OnRecord::Highest => false,
        OnRecord::Only => return None,
    };
    // A flow that has stopped is at its lowest every month.
    let figure = series.over(Period::month(month)).ok()?;
    // A month without a figure may still be known to be as low: its quarter leaves no more for it.
    let own = Bounds::of_amount(figure.interval);
    let mut others = standing.missing.iter().map(|one| Period::month(*one));
    let is_as_far = |other: Bounds| match is_lowest {
        true => other.is_at_most(own),
        false => own.is_at_most(other),
    };
    if others.any(|one| bounds_of(series, one).is_some_and(is_as_far)) {
        return None;
    }
    (standing.months >= RECORD_OF && figure.value != Amount::ZERO).then_some(RecordStatement {
        is_lowest,
        from: standing.from,
    })
}

fn balance(question: &Question, set: &SeriesSet, month: Month) -> Option<StatedAmount> {
    if !question.only_with_figures && !question.flows.contains(&Flow::Balance) {
        return None;
    }
    let asked = Question {
        flows: vec![Flow::Balance],
        ..question.clone()
    };
    let selected = asked.select(set).ok()?;
    let series = selected.whole().next()?;
    series.over(Period::month(month)).ok().as_ref().map(stated)
}

/// The goods that contributed most to the change of each flow, in its direction: at most two, and
/// only those with a tenth of it or more.
fn drivers(question: &Question, goods: &SeriesSet, month: Month) -> Vec<Driver> {
    let Ok(selected) = question.select(goods) else {
        return Vec::new();
    };
    let mut drivers = Vec::new();
    for all_series in selected.flows() {
        let mut ranked =
            contribution::ranked(all_series, Period::month(month), None, &Goods::all());
        let Some(whole) = ranked.pop() else { continue };
        let (Ok(total), true) = (whole.change.amount.clone(), ranked.len() > 1) else {
            continue;
        };
        let goes = |one: &&Ranked<'_>| {
            let amount = one.change.amount.clone().unwrap_or(Amount::ZERO);
            one.change.sign == whole.change.sign && amount.abs().0 * 10 >= total.abs().0
        };
        let mut moving: Vec<&Ranked<'_>> = ranked.iter().filter(goes).collect();
        moving
            .sort_by_key(|one| std::cmp::Reverse(one.change.amount.clone().ok().map(Amount::abs)));
        for one in moving.into_iter().take(2) {
            let part = one.keyed.part.as_ref();
            let points = contribution::of(&one.change, &whole.change, one.keyed.flow);
            if let (Some(part), Ok(contribution)) = (part, points) {
                drivers.push(Driver {
                    flow: one.keyed.flow,
                    code: part.code.to_string(),
                    name: part.name.clone(),
                    contribution,
                });
            }
        }
    }
    drivers
}
