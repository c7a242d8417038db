//! The goods that pushed a flow up and those that pulled it down, with the changes of their
//! quantities and unit values.
//!
//! Source: docs/definitions.md, "Contribution", "Unit value".

use super::change::Change;
use super::contribution::{self, Ranked};
use super::remarks;
use super::yoy::{add_sources, since_a_year_before};
use crate::frame::SeriesSet;
use crate::measure::breakdown;
use crate::measure::breakdown::percent;
use crate::measure::question::{Answer, KeyedSeries, MeasureError, Question, Tells};
use crate::report::{
    Cell, Column, Head, Remark, RemarkKind, Report, Row, Subject, ViewColumn, Word,
};
use crate::trade::{
    Breakdown, Comparison, Flow, Goods, Missing, Period, Reason, Series, Sign, UnitOfMeasure,
    named_of,
};
use std::sync::Arc;

/// The machine columns, in order; `code` and `name` come after `flow`.
pub const COLUMNS: [Column; 20] = [
    Column::Month,
    Column::Flow,
    Column::Direction,
    Column::Rank,
    Column::BaseMonth,
    Column::Base,
    Column::Value,
    Column::Change,
    Column::YoyPct,
    Column::ContributionPp,
    Column::QuantityBase,
    Column::Quantity,
    Column::QuantityPct,
    Column::QuantityUnit,
    Column::UnitValueBase,
    Column::UnitValue,
    Column::UnitValuePct,
    Column::Unit,
    Column::Flags,
    Column::Note,
];

/// Answers, for every month (or the period) and flow, with the `top` components that contributed
/// most to a rise, the `top` that contributed most to a fall, and the whole.
///
/// # Errors
/// When the data do not cover the months asked for, or have none of the flows.
pub fn answer(
    question: &Question,
    top: usize,
    values: &SeriesSet,
    quantities: &SeriesSet,
) -> Result<Answer, MeasureError> {
    let selected = question.select(values)?;
    let counted = question.select(quantities).ok();
    let (months, mut notes) = selected.asked_for_yoy(question.span, Tells::TheMonth)?;
    notes.extend(breakdown::on_revisions(
        question,
        since_a_year_before(months),
    ));
    let mut rows = Vec::new();
    let mut sources = Vec::new();
    let periods: Vec<Period> = if question.span.is_period() {
        vec![months]
    } else {
        months.months().map(Period::month).collect()
    };
    for &period in &periods {
        for all_series in selected.flows() {
            let mut ranked = contribution::ranked(all_series, period, None, &Goods::all());
            let Some(whole) = ranked.pop() else { continue };
            notes.extend(unranked(&ranked, period));
            let row = |one: &Ranked<'_>, counts: Option<&Series>, place: MoverRank| {
                row(one, counts, &whole.change, period, place, question)
            };
            let counts =
                |keyed: &KeyedSeries| counted.as_ref().and_then(|selected| selected.same(keyed));
            for sign in [Sign::Rise, Sign::Fall] {
                let goes =
                    |one: &&Ranked<'_>| one.change.is_computed() && one.change.sign == Ok(sign);
                let moving = ranked.iter().filter(goes);
                let moving: Vec<&Ranked<'_>> = moving.collect();
                let (shown, rest) = moving.split_at(top.min(moving.len()));
                for (one, rank) in shown.iter().zip(1..) {
                    let place = MoverRank::Of(sign, Some(rank));
                    rows.push(row(one, counts(&one.keyed), place));
                    add_sources(&mut sources, &one.keyed.series, period);
                }
                // All others are combined in one row, so that the rows add up to the whole.
                let rest = contribution::joined(rest.iter().copied(), period);
                rows.extend(rest.map(|one| row(&one, None, MoverRank::Of(sign, None))));
            }
            let is_steady = |one: &&Ranked<'_>| {
                let is_moving = matches!(one.change.sign, Ok(Sign::Rise | Sign::Fall));
                one.change.is_computed() && !is_moving
            };
            let steady = contribution::joined(ranked.iter().filter(is_steady), period);
            rows.extend(steady.map(|one| row(&one, None, MoverRank::Steady)));
            rows.push(row(&whole, counts(&whole.keyed), MoverRank::Whole));
        }
    }
    if question.by != Some(Breakdown::Code) {
        notes.push(Remark::on_all(RemarkKind::UnitValueMix));
    }
    let report = Report {
        view: view(&periods, question.by),
        notes,
        sources,
        ..Report::of_rows(
            "movers",
            question.heading(Subject::Movers, values, Some(months)),
            &columns(question),
            rows,
        )
    };
    Ok(Answer::of(report))
}

fn columns(question: &Question) -> Vec<Column> {
    let mut columns = breakdown::columns(&COLUMNS, question.by);
    breakdown::name_period(&mut columns, question);
    columns
}

/// A remark on components that cannot be ranked because their change is unknown.
fn unranked(ranked: &[Ranked<'_>], period: Period) -> Option<Remark> {
    const NAMED: usize = 6;
    let parts = ranked.iter().filter(|one| !one.change.is_computed());
    let codes = parts.filter_map(|one| Some(one.keyed.part.as_ref()?.code.clone()));
    let mut codes: Vec<Arc<str>> = codes.collect();
    let (flow, count) = (ranked.first()?.keyed.flow, codes.len());
    codes.truncate(named_of(count, NAMED));
    let kind = RemarkKind::NotRanked { flow, count, codes };
    let on_all = Remark::on_all(kind);
    (count > 0).then_some(Remark {
        period: Some(period),
        ..on_all
    })
}

/// The position of a row in the ranking.
#[derive(Clone, Copy)]
enum MoverRank {
    /// Among the components in one direction; without a rank it combines all the others.
    Of(Sign, Option<u32>),
    /// All components that did not change, or whose direction rounding leaves open, combined.
    Steady,
    /// The whole.
    Whole,
}

/// The row of one component, of several combined, or of the whole.
fn row(
    ranked: &Ranked<'_>,
    counts: Option<&Series>,
    whole: &Change,
    period: Period,
    place: MoverRank,
    question: &Question,
) -> Row {
    let Ranked { keyed, change } = ranked;
    let series = &keyed.series;
    let direction = match place {
        MoverRank::Of(Sign::Rise, _) => Cell::Word(Word::Up),
        MoverRank::Of(..) => Cell::Word(Word::Down),
        MoverRank::Steady | MoverRank::Whole => Cell::Empty,
    };
    let rank = match place {
        MoverRank::Of(_, Some(rank)) => Cell::Count(rank),
        _ => Cell::Empty,
    };
    let mut cells = breakdown::key(keyed, question.by);
    cells.extend(breakdown::when(period, question));
    cells.extend([(Column::Direction, direction), (Column::Rank, rank)]);
    cells.extend(breakdown::unit(series));
    cells.extend(breakdown::comparison(series, change));
    cells.extend(contribution::cells(change, whole, keyed.flow, period));
    // A bundle of goods has no meaningful quantity.
    cells.extend(match place {
        MoverRank::Of(_, None) | MoverRank::Steady => {
            without_quantity(Missing::by_nature(Reason::SeveralGoods))
        }
        _ => quantity_cells(series, counts, period),
    });
    let is_alone = question.span.is_period();
    let remarks = remarks::of_comparison(series, period, change, is_alone);
    let flags = remarks::flags_of_comparison(series, period, change);
    Row::new(cells).with_remarks(remarks).with_flags(flags)
}

/// The cells for quantities and unit values of goods that have none.
fn without_quantity(why: Missing) -> Vec<(Column, Cell)> {
    let columns = [
        Column::QuantityBase,
        Column::Quantity,
        Column::QuantityPct,
        Column::UnitValueBase,
        Column::UnitValue,
        Column::UnitValuePct,
    ];
    columns
        .map(|column| (column, Cell::Missing(why.clone())))
        .into()
}

/// The cells for the quantity a year earlier, the quantity, its change and its unit, and the same
/// for the unit value.
fn quantity_cells(series: &Series, counts: Option<&Series>, period: Period) -> Vec<(Column, Cell)> {
    let Some(counts) = counts else {
        return without_quantity(Missing::new(Reason::NoQuantity, period));
    };
    let quantity = Change::of(counts, period, Comparison::Yoy);
    let [base, value, change] = match series.flow {
        // Imports and exports are valued differently, and a difference has no price.
        Flow::Total | Flow::Balance => [Cell::Empty, Cell::Empty, Cell::Empty],
        Flow::Import | Flow::Export => {
            let divided = series.clone().per(counts.clone());
            let change = Change::of(&divided, period, Comparison::Yoy);
            [
                breakdown::figure(&divided, &change.base),
                breakdown::figure(&divided, &change.value),
                percent(&change),
            ]
        }
    };
    let unit = match counts.unit {
        UnitOfMeasure::Quantity(None) => Cell::Empty,
        unit => Cell::Unit(unit),
    };
    vec![
        (
            Column::QuantityBase,
            breakdown::figure(counts, &quantity.base),
        ),
        (Column::Quantity, breakdown::figure(counts, &quantity.value)),
        (Column::QuantityPct, percent(&quantity)),
        (Column::QuantityUnit, unit),
        (Column::UnitValueBase, base),
        (Column::UnitValue, value),
        (Column::UnitValuePct, change),
    ]
}

fn view(periods: &[Period], by: Option<Breakdown>) -> Vec<ViewColumn> {
    let show = ViewColumn::of;
    let one = match periods {
        [period] => Some(*period),
        _ => None,
    };
    let mut view = breakdown::sides(one);
    view.push(show(Head::Yoy, Column::YoyPct));
    view.push(show(Head::Contribution, Column::ContributionPp));
    view.push(show(Head::Quantity, Column::QuantityPct));
    view.push(show(Head::UnitValue, Column::UnitValuePct));
    breakdown::view(view, by, true)
}
