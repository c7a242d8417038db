//! Highest and lowest on record, and since when.
//!
//! Two facts about a month, for its value and for its change from a year earlier: its rank among
//! all months up to it that have a figure (the window begins with the first of them), and the last
//! earlier month that was as low, or as high. A month whose order is uncertain because of rounding
//! ends the search as if it were as low, and the bound says so; a month without a figure does not
//! end it, but is remarked on. Changes that share a figure are compared as if they were
//! independent, so a few orders that could be settled stay uncertain.
//!
//! Source: docs/definitions.md, "Record".

use super::change::Change;
use super::remarks;
use super::yoy::add_sources;
use crate::frame::SeriesSet;
use crate::measure::breakdown;
use crate::measure::question::{Answer, KeyedSeries, MeasureError, Question, Tells};
use crate::measure::ranking::{History, RankFromEnd, RankedFigure, RankedValue, Ranking};
use crate::report::{
    Cell, Column, Head, Remark, RemarkKind, Report, Row, Shows, Subject, ViewColumn, Word,
};
use crate::trade::{Breakdown, Comparison, Extreme, Missing, Month, Period, Reason, Series};

/// The machine columns, in order. `of` is `value` or `yoy`: the figure that the row is about, and
/// the kind of the figures with `lowest_since` and `highest_since`. Those two are empty if every
/// other month is certainly above, or below: then it is the lowest, or highest, on record. A bound
/// is `exact`, `at_least` if rounding leaves the month uncertain, or `open` if a month in between
/// is missing.
pub const COLUMNS: [Column; 22] = [
    Column::Month,
    Column::Flow,
    Column::Of,
    Column::Value,
    Column::YoyPct,
    Column::OnRecord,
    Column::Months,
    Column::From,
    Column::Missing,
    Column::RankLow,
    Column::LowestSince,
    Column::LowestSinceValue,
    Column::LowestSinceYoyPct,
    Column::LowestBound,
    Column::RankHigh,
    Column::HighestSince,
    Column::HighestSinceValue,
    Column::HighestSinceYoyPct,
    Column::HighestBound,
    Column::Unit,
    Column::Flags,
    Column::Note,
];

/// The columns from which the phrase in tables is made.
const PHRASE: [Column; 16] = [
    Column::OnRecord,
    Column::Months,
    Column::From,
    Column::Missing,
    Column::RankLow,
    Column::LowestSince,
    Column::LowestSinceValue,
    Column::LowestSinceYoyPct,
    Column::LowestBound,
    Column::RankHigh,
    Column::HighestSince,
    Column::HighestSinceValue,
    Column::HighestSinceYoyPct,
    Column::HighestBound,
    Column::Value,
    Column::YoyPct,
];

/// Answers with two rows per month and flow: the rank of its value, and of its y/y change.
///
/// # Errors
/// When the data do not cover the months asked for, or have none of the flows.
pub fn answer(question: &Question, set: &SeriesSet) -> Result<Answer, MeasureError> {
    let selected = question.select(set)?;
    let (months, mut notes) = selected.asked_for_yoy(question.span, Tells::TheMonth)?;
    let window = Period {
        from: selected.first,
        to: months.to,
    };
    notes.extend(breakdown::on_revisions(question, window));
    let histories: Vec<[(RankedFigure, History); 2]> = selected
        .all_series
        .iter()
        .map(|keyed| RankedFigure::ALL.map(|of| (of, History::new(&keyed.series, of, window))))
        .collect();
    let mut rows = Vec::new();
    let mut sources = Vec::new();
    for month in months.months() {
        for (keyed, histories) in selected.all_series.iter().zip(&histories) {
            for (of, history) in histories {
                let standing = history.standing(month);
                let shown = standing.iter().flat_map(Ranking::shown);
                for month in std::iter::once(month).chain(shown) {
                    add_own_sources(&mut sources, &keyed.series, *of, month);
                }
                rows.push(row(keyed, *of, month, history, standing, question.by));
            }
        }
    }
    let report = Report {
        view: breakdown::view(view(months), question.by, selected.is_money()),
        notes,
        sources,
        ..Report::of_rows(
            "record",
            question.heading(Subject::Record, set, Some(months)),
            &breakdown::columns(&COLUMNS, question.by),
            rows,
        )
    };
    Ok(Answer::of(report))
}

/// Adds the publishers of the figures compared.
fn add_own_sources(sources: &mut Vec<String>, series: &Series, of: RankedFigure, month: Month) {
    let period = Period::month(month);
    if of == RankedFigure::Yoy {
        return add_sources(sources, series, period);
    }
    let own = series.over(period).map(|figure| figure.source.to_string());
    sources.extend(
        own.ok()
            .filter(|own| !own.is_empty() && !sources.contains(own)),
    );
}

impl Ranking {
    /// The earlier months named in a row.
    fn shown(&self) -> impl Iterator<Item = Month> {
        [self.low.since, self.high.since].into_iter().flatten()
    }
}

fn row(
    keyed: &KeyedSeries,
    of: RankedFigure,
    month: Month,
    history: &History,
    standing: Option<Ranking>,
    by: Option<Breakdown>,
) -> Row {
    let figure = match history.at(month) {
        Some(Ok(known)) => known.cell.clone(),
        Some(Err(missing)) => Cell::Missing(missing.clone()),
        // Before the first figure.
        None => Cell::Missing(why_none(keyed, of, month)),
    };
    let [value, yoy] = by_kind(of, figure.clone());
    let mut cells = breakdown::key(keyed, by);
    cells.extend([
        (Column::Month, Cell::Month(month)),
        (Column::Of, Cell::Word(Word::Metric(of.metric()))),
        (Column::Value, value),
        (Column::YoyPct, yoy),
    ]);
    cells.extend(breakdown::unit(&keyed.series));
    match &standing {
        Some(standing) => {
            let on_record = standing
                .on_record()
                .map_or(Cell::Empty, |one| Cell::Word(Word::OnRecord(one)));
            cells.extend([
                (Column::OnRecord, on_record),
                (Column::Months, Cell::Count(standing.months)),
                (Column::From, Cell::Month(standing.from)),
                (Column::Missing, Cell::Count(standing.missing.len() as u32)),
            ]);
            cells.extend(side_cells(Extreme::Low, &standing.low, of, history));
            cells.extend(side_cells(Extreme::High, &standing.high, of, history));
        }
        None => cells.extend([
            (Column::RankLow, figure.clone()),
            (Column::RankHigh, figure),
        ]),
    }
    let remarks = row_remarks(keyed, of, month, history, standing.as_ref());
    let at = Period::month(month);
    let flags = match of {
        RankedFigure::Value => remarks::flags_of(Column::Value, &keyed.series, at),
        RankedFigure::Yoy => {
            let change = Change::of(&keyed.series, at, Comparison::Yoy);
            remarks::flags_of_change(Column::YoyPct, at, &change)
        }
    };
    Row::new(cells).with_remarks(remarks).with_flags(flags)
}

fn why_none(keyed: &KeyedSeries, of: RankedFigure, month: Month) -> Missing {
    let month = Period::month(month);
    let missing = match of {
        RankedFigure::Value => keyed.series.over(month).err(),
        RankedFigure::Yoy => {
            let change = super::Change::of(&keyed.series, month, Comparison::Yoy);
            change.percent.err()
        }
    };
    missing.unwrap_or_else(|| Missing::new(Reason::NoData, month))
}

/// The cell in the column of its kind, the other one empty.
fn by_kind(of: RankedFigure, cell: Cell) -> [Cell; 2] {
    match of {
        RankedFigure::Value => [cell, Cell::Empty],
        RankedFigure::Yoy => [Cell::Empty, cell],
    }
}

fn side_cells(
    end: Extreme,
    side: &RankFromEnd,
    of: RankedFigure,
    history: &History,
) -> [(Column, Cell); 5] {
    let known = side.since.and_then(|month| history.at(month));
    let figure = match known {
        Some(Ok(RankedValue { cell, .. })) => cell.clone(),
        _ => Cell::Empty,
    };
    let [value, yoy] = by_kind(of, figure);
    let columns = match end {
        Extreme::Low => [
            Column::RankLow,
            Column::LowestSince,
            Column::LowestSinceValue,
            Column::LowestSinceYoyPct,
            Column::LowestBound,
        ],
        Extreme::High => [
            Column::RankHigh,
            Column::HighestSince,
            Column::HighestSinceValue,
            Column::HighestSinceYoyPct,
            Column::HighestBound,
        ],
    };
    let rank = side.rank().map_or_else(Cell::Missing, Cell::Count);
    let since = side.since.map_or(Cell::Empty, Cell::Month);
    let cells = [
        rank,
        since,
        value,
        yoy,
        Cell::Word(Word::Extent(side.bound())),
    ];
    let mut cells = columns.into_iter().zip(cells);
    std::array::from_fn(|_| cells.next().unwrap_or((columns[0], Cell::Empty)))
}

fn row_remarks(
    keyed: &KeyedSeries,
    of: RankedFigure,
    month: Month,
    history: &History,
    standing: Option<&Ranking>,
) -> Vec<Remark> {
    let series = &keyed.series;
    let period = Period::month(month);
    let mut notes = Vec::new();
    match of {
        RankedFigure::Value => notes.extend(remarks::of_figure(Column::Value, series, period)),
        RankedFigure::Yoy => {
            for one in [period.year_before(), period] {
                notes.extend(remarks::of_figure(Column::YoyPct, series, one));
            }
        }
    }
    let Some(standing) = standing else {
        return notes;
    };
    if !standing.missing.is_empty() {
        let kind = RemarkKind::WindowLacks(history.lacking(of, &standing.missing));
        notes.push(Remark::on(Column::Missing, period, kind));
    }
    let window = Period {
        from: standing.from,
        to: month.plus(-1).max(standing.from),
    };
    let base = (of == RankedFigure::Yoy).then(|| window.year_before());
    let taken = std::iter::once(window).chain(base);
    notes.extend(remarks::of_taken(Column::Months, series, taken));
    for (end, side) in [
        (Extreme::Low, &standing.low),
        (Extreme::High, &standing.high),
    ] {
        notes.extend(side_remarks(end, side, of, month, history));
        if let (Some(since), RankedFigure::Value) = (side.since, of) {
            let [_, value] = columns_of(end);
            notes.extend(remarks::of_figure(value, series, Period::month(since)));
        }
    }
    notes
}

/// The columns for the month and its value.
fn columns_of(end: Extreme) -> [Column; 2] {
    match end {
        Extreme::Low => [Column::LowestSince, Column::LowestSinceValue],
        Extreme::High => [Column::HighestSince, Column::HighestSinceValue],
    }
}

/// Remarks on what is uncertain because of rounding, and on months without a figure.
fn side_remarks(
    end: Extreme,
    side: &RankFromEnd,
    of: RankedFigure,
    month: Month,
    history: &History,
) -> Vec<Remark> {
    let ([column, _], lowest) = (columns_of(end), end == Extreme::Low);
    let on = |kind| Remark::on(column, Period::month(month), kind);
    let mut notes = Vec::new();
    let Some(since) = side.since else {
        return notes;
    };
    if side.surely != side.since {
        notes.push(on(RemarkKind::RankOpen {
            lowest,
            since,
            surely: side.surely,
        }));
    }
    if !side.between.is_empty() {
        notes.push(on(RemarkKind::MayHaveBeen {
            lowest,
            lacking: history.lacking(of, &side.between),
            months: side.between.len(),
        }));
    }
    notes
}

fn view(months: Period) -> Vec<ViewColumn> {
    let show = ViewColumn::of;
    let mut view = Vec::new();
    let value = if months.is_month() {
        Head::At(months)
    } else {
        view.push(show(Head::Month, Column::Month));
        Head::Value
    };
    view.push(show(Head::Flow, Column::Flow));
    view.push(show(value, Column::Value));
    view.push(show(Head::Yoy, Column::YoyPct));
    view.push(ViewColumn {
        head: Head::Record,
        shows: Shows::RecordPhrase(&PHRASE),
    });
    view
}
