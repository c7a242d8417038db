//! Streaks: the current one of each flow, its links, or every maximal one.
//!
//! Source: DEFINITIONS "Streak".

use super::ask::{Answer, MeasureError, Question, Span, Told, Verdict};
use super::change::{Change, Comparison};
pub use super::links::Direction;
use super::links::{self, Link, Streak};
use super::remarks;
use super::yoy::add_sources;
use crate::frame::SeriesSet;
use crate::report::{Cell, Column, Head, Report, Row, RowRemark, Shows, Subject, ViewColumn};
use crate::trade::{Flow, Missing, Month, Period, Reason, Series, Sign};

/// The machine columns of streaks, in order.
pub const COLUMNS: [&str; 11] = [
    "flow",
    "basis",
    "direction",
    "months",
    "bound",
    "since",
    "until",
    "weakest_month",
    "weakest_pct",
    "currency",
    "note",
];

/// The machine columns of links, in order.
pub const LINK_COLUMNS: [&str; 11] = [
    "flow",
    "basis",
    "direction",
    "link",
    "month",
    "base",
    "value",
    "change_pct",
    "weakest",
    "currency",
    "note",
];

/// What is asked of streaks.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// The direction; `None`: the one that each flow goes at the month asked for.
    pub direction: Option<Direction>,
    /// Yoy or mom.
    pub comparison: Comparison,
    /// Every link instead of a line a streak.
    pub links: bool,
    /// Every maximal streak of the data, longest first.
    pub longest: bool,
    /// The least length that makes the answer a yes.
    pub min: Option<u32>,
}

/// One flow's streak, or why there is none.
struct Found {
    flow: Flow,
    until: Month,
    streak: Result<Option<Streak>, Missing>,
}

/// Answers with one row a streak, or one a link.
///
/// # Errors
/// When the data do not reach the months asked for, or hold none of the flows.
pub fn answer(
    question: &Question,
    wanted: &Wanted,
    set: &SeriesSet,
) -> Result<Answer, MeasureError> {
    let told = question.told(set)?;
    let mut notes = Vec::new();
    let months = match question.span {
        Span::Month(month) => Period::month(told.inside(month)?),
        Span::Range(from, to) => told.range(from, to)?,
        Span::Latest if wanted.longest => told.range(None, None)?,
        Span::Latest => {
            let known = |series: &Series, month| {
                Change::of(series, Period::month(month), wanted.comparison).is_known()
            };
            let (month, said) = told.latest(known);
            notes.extend(said);
            Period::month(month)
        }
    };
    let found = if wanted.longest || !months.is_month() {
        longest(&told, within(question.span, &told, months), wanted)
    } else {
        told.series
            .iter()
            .map(|(flow, series)| current(*flow, series, months.to, wanted))
            .collect()
    };
    let report = Report {
        command: "streak",
        heading: question.heading(subject(wanted, months), set, Some(months)),
        columns: if wanted.links {
            names(&LINK_COLUMNS)
        } else {
            names(&COLUMNS)
        },
        view: if wanted.links {
            link_view(wanted)
        } else {
            streak_view()
        },
        rows: rows(&told, &found, wanted),
        notes,
        sources: sources(&told, &found),
    };
    Ok(Answer {
        report,
        verdict: verdict(&found, wanted),
    })
}

/// `--longest --month M` looks at all that leads up to M.
fn within(span: Span, told: &Told, months: Period) -> Period {
    match span {
        Span::Month(month) => Period {
            from: told.first.min(month),
            to: month,
        },
        _ => months,
    }
}

fn subject(wanted: &Wanted, months: Period) -> Subject {
    match (wanted.links, wanted.longest || !months.is_month()) {
        (true, _) => Subject::Links,
        (false, true) => Subject::LongestStreaks,
        (false, false) => Subject::Streaks,
    }
}

fn names(columns: &'static [&'static str]) -> Vec<Column> {
    columns.iter().map(|name| Column { name }).collect()
}

fn current(flow: Flow, series: &Series, until: Month, wanted: &Wanted) -> Found {
    let sign = links::sign_at(series, until, wanted.comparison);
    let streak = match (wanted.direction, sign) {
        (Some(direction), _) => {
            links::streak_to(series, until, direction, wanted.comparison).map(Some)
        }
        (None, Err(missing)) => Err(missing),
        (None, Ok(Sign::Fall)) => {
            links::streak_to(series, until, Direction::Fall, wanted.comparison).map(Some)
        }
        (None, Ok(Sign::Rise)) => {
            links::streak_to(series, until, Direction::Rise, wanted.comparison).map(Some)
        }
        (None, Ok(Sign::Flat)) => Ok(None),
        (None, Ok(Sign::Uncertain)) => {
            Err(Missing::new(Reason::UncertainSign, Period::month(until)))
        }
    };
    Found {
        flow,
        until,
        streak,
    }
}

/// Every maximal streak, longest first; of equals the later first.
fn longest(told: &Told, within: Period, wanted: &Wanted) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for (flow, series) in &told.series {
        let streaks = links::every_streak(series, within, wanted.comparison);
        let fits = |streak: &Streak| {
            wanted
                .direction
                .is_none_or(|direction| direction == streak.direction)
                && wanted.min.is_none_or(|min| streak.months() >= min)
        };
        found.extend(streaks.into_iter().filter(fits).map(|streak| Found {
            flow: *flow,
            until: streak.until().unwrap_or(within.to),
            streak: Ok(Some(streak)),
        }));
    }
    let months = |one: &Found| match &one.streak {
        Ok(Some(streak)) => streak.months(),
        _ => 0,
    };
    found.sort_by_key(|one| (std::cmp::Reverse((months(one), one.until)), one.flow));
    found
}

/// With `--min`: yes when every flow asked for reaches it (or any streak, with `--longest`).
fn verdict(found: &[Found], wanted: &Wanted) -> Verdict {
    let Some(min) = wanted.min else {
        return Verdict::Answered;
    };
    if wanted.longest {
        return if found.is_empty() {
            Verdict::No
        } else {
            Verdict::Answered
        };
    }
    let short = |one: &&Found| match &one.streak {
        Ok(Some(streak)) => streak.months() < min,
        Ok(None) => min > 0,
        Err(_) => true,
    };
    let surely = |one: &Found| match &one.streak {
        Ok(streak) => streak
            .as_ref()
            .is_none_or(|streak| streak.bound() == "exact"),
        Err(_) => false,
    };
    let mut short = found.iter().filter(short).peekable();
    if short.peek().is_none() {
        Verdict::Answered
    } else if short.any(surely) {
        Verdict::No
    } else {
        Verdict::CannotTell
    }
}

fn rows(told: &Told, found: &[Found], wanted: &Wanted) -> Vec<Row> {
    let mut rows = Vec::new();
    for one in found {
        let Some((_, series)) = told.series.iter().find(|(flow, _)| *flow == one.flow) else {
            continue;
        };
        match (&one.streak, wanted.links) {
            (Ok(Some(streak)), true) => rows.extend(link_rows(one, series, streak, wanted)),
            (_, true) => rows.push(no_link_row(one, series, wanted)),
            (streak, false) => rows.push(streak_row(one, series, streak, wanted)),
        }
    }
    rows
}

fn streak_row(
    one: &Found,
    series: &Series,
    streak: &Result<Option<Streak>, Missing>,
    wanted: &Wanted,
) -> Row {
    let asked = wanted
        .direction
        .map_or(Cell::Empty, |direction| Cell::Word(direction.name()));
    let mut notes = Vec::new();
    let (direction, months, bound) = match streak {
        Ok(None) => (Cell::Word("flat"), Cell::Count(0), Cell::Word("exact")),
        Err(missing) => (asked, Cell::Missing(missing.clone()), Cell::Empty),
        Ok(Some(streak)) => {
            notes = streak_remarks(streak);
            (
                Cell::Word(streak.direction.name()),
                Cell::Count(streak.months()),
                Cell::Word(streak.bound()),
            )
        }
    };
    let streak = streak.as_ref().ok().and_then(Option::as_ref);
    let weakest = streak.and_then(|streak| streak.weakest().map(|at| &streak.links[at]));
    let cells = vec![
        Cell::Flow(one.flow),
        Cell::Word(wanted.comparison.name()),
        direction,
        months,
        bound,
        streak
            .and_then(Streak::since)
            .map_or(Cell::Empty, Cell::Month),
        Cell::Month(one.until),
        weakest.map_or(Cell::Empty, |link| Cell::Period(link.period)),
        weakest.map_or(Cell::Empty, percent),
        Cell::Currency(series.currency),
        Cell::Empty,
    ];
    Row {
        cells,
        remarks: notes,
    }
}

/// Why the count stops where it does, and which months count as two.
fn streak_remarks(streak: &Streak) -> Vec<RowRemark> {
    let stops = |side: &str, missing: &Missing, month: Month| RowRemark {
        column: "months",
        text: match missing.reason {
            Reason::UncertainSign => format!(
                "at least {}, {} cannot be told: {missing}",
                streak.months(),
                missing
                    .periods
                    .first()
                    .map_or_else(|| month.to_string(), Period::to_string),
            ),
            _ => format!(
                "at least {}, unknown {side} {month}: {missing}",
                streak.months()
            ),
        },
    };
    let before = streak.open_before.as_ref().zip(streak.since());
    let after = streak.open_after.as_ref().zip(streak.until());
    let mut remarks: Vec<RowRemark> = Vec::new();
    remarks.extend(before.map(|(missing, month)| stops("before", missing, month)));
    remarks.extend(after.map(|(missing, month)| stops("after", missing, month)));
    remarks.extend(
        streak
            .links
            .iter()
            .filter(|link| !link.period.is_month())
            .map(|link| RowRemark {
                column: "months",
                text: format!(
                    "{} published only together, counted as two months",
                    link.period
                ),
            }),
    );
    remarks
}

fn link_rows(one: &Found, series: &Series, streak: &Streak, wanted: &Wanted) -> Vec<Row> {
    let weakest = streak.weakest();
    let row = |(at, link): (usize, &Link)| {
        let mut notes = remarks::of_figure("base", series, link.change.base_period);
        notes.extend(remarks::of_figure("value", series, link.period));
        if at == 0 {
            notes.extend(streak_remarks(streak).into_iter().map(|remark| RowRemark {
                column: "link",
                ..remark
            }));
        }
        let value = |figure: &Result<crate::trade::Figure, Missing>| {
            figure.as_ref().map_or_else(
                |missing| Cell::Missing(missing.clone()),
                |figure| Cell::Money(figure.value),
            )
        };
        let cells = vec![
            Cell::Flow(one.flow),
            Cell::Word(wanted.comparison.name()),
            Cell::Word(streak.direction.name()),
            Cell::Count(at as u32 + 1),
            Cell::Period(link.period),
            value(&link.change.base),
            value(&link.change.value),
            percent(link),
            Cell::Flag(Some(at) == weakest),
            Cell::Currency(series.currency),
            Cell::Empty,
        ];
        Row {
            cells,
            remarks: notes,
        }
    };
    streak.links.iter().enumerate().map(row).collect()
}

/// A flow without a streak has one row that says so.
fn no_link_row(one: &Found, series: &Series, wanted: &Wanted) -> Row {
    let until = Period::month(one.until);
    let change = Change::of(series, until, wanted.comparison);
    let value = |figure: Result<crate::trade::Figure, Missing>| {
        figure.map_or_else(Cell::Missing, |figure| Cell::Money(figure.value))
    };
    let direction = match (&one.streak, wanted.direction) {
        (Ok(_), None) => Cell::Word("flat"),
        (_, asked) => asked.map_or(Cell::Empty, |direction| Cell::Word(direction.name())),
    };
    let link = match &one.streak {
        Err(missing) => Cell::Missing(missing.clone()),
        Ok(_) => Cell::Count(0),
    };
    let cells = vec![
        Cell::Flow(one.flow),
        Cell::Word(wanted.comparison.name()),
        direction,
        link,
        Cell::Period(until),
        value(change.base),
        value(change.value),
        change.percent.map_or_else(Cell::Missing, Cell::Percent),
        Cell::Flag(false),
        Cell::Currency(series.currency),
        Cell::Empty,
    ];
    Row {
        cells,
        remarks: Vec::new(),
    }
}

fn percent(link: &Link) -> Cell {
    link.change
        .percent
        .clone()
        .map_or_else(Cell::Missing, Cell::Percent)
}

fn sources(told: &Told, found: &[Found]) -> Vec<String> {
    let mut sources = Vec::new();
    for one in found {
        let Some((_, series)) = told.series.iter().find(|(flow, _)| *flow == one.flow) else {
            continue;
        };
        if let Ok(Some(streak)) = &one.streak {
            for link in &streak.links {
                add_sources(&mut sources, series, link.period);
            }
        }
    }
    sources
}

fn streak_view() -> Vec<ViewColumn> {
    let show = |head, column| ViewColumn {
        head,
        shows: Shows::Column(column),
    };
    vec![
        show(Head::Flow, "flow"),
        ViewColumn {
            head: Head::Streak,
            shows: Shows::StreakPhrase(["months", "direction", "since", "bound"]),
        },
        show(Head::Until, "until"),
        ViewColumn {
            head: Head::Weakest,
            shows: Shows::PercentIn(["weakest_pct", "weakest_month"]),
        },
    ]
}

fn link_view(wanted: &Wanted) -> Vec<ViewColumn> {
    let show = |head, column| ViewColumn {
        head,
        shows: Shows::Column(column),
    };
    let (base, change) = match wanted.comparison {
        Comparison::Yoy => (Head::YearEarlier, Head::Yoy),
        Comparison::Mom => (Head::MonthEarlier, Head::Mom),
    };
    vec![
        show(Head::Flow, "flow"),
        show(Head::Link, "link"),
        show(Head::Month, "month"),
        show(base, "base"),
        show(Head::Value, "value"),
        show(change, "change_pct"),
        show(Head::Weakest, "weakest"),
    ]
}
