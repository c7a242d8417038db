//! The table of streaks: its rows and its columns for people.

use super::change::{Change, Comparison};
use super::links::{Link, Streak};
use super::remarks;
use super::streak::{COLUMNS, Found, Wanted};
use crate::measure::breakdown;
use crate::measure::breakdown::percent;
use crate::report::{Cell, Head, Row, RowRemark, Shows, ViewColumn};
use crate::trade::{Breakdown, Figure, Missing, Month, Period, Reason, Series};

/// One row a streak, or one a link.
pub(super) fn rows(found: &[Found], wanted: &Wanted, by: Option<Breakdown>) -> Vec<Row> {
    let mut rows = Vec::new();
    for one in found {
        let series = &one.keyed.series;
        let own = match (&one.streak, wanted.links) {
            (Ok(Some(streak)), true) => link_rows(one, series, streak, wanted),
            (_, true) => vec![no_link_row(one, series, wanted)],
            (streak, false) => vec![streak_row(one, series, streak, wanted)],
        };
        // Both tables begin with the flow.
        rows.extend(own.into_iter().map(|row| Row {
            cells: breakdown::cells(row.cells, &COLUMNS, &one.keyed, by),
            ..row
        }));
    }
    rows
}

/// The figures that a streak compares.
fn links_taken(streak: &Streak, wanted: &Wanted) -> Vec<Period> {
    let links = streak.links.iter().map(|link| link.period);
    let base = |period| wanted.comparison.base(period);
    links.flat_map(|period| [base(period), period]).collect()
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
            let links = links_taken(streak, wanted);
            notes.extend(remarks::of_drops("months", series, links));
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
        Cell::Flow(one.keyed.flow),
        Cell::Word(wanted.comparison.name()),
        direction,
        months,
        bound,
        streak
            .and_then(Streak::since)
            .map_or(Cell::Empty, Cell::Month),
        Cell::Month(one.until),
        weakest.map_or(Cell::Empty, |link| Cell::Period(link.period)),
        weakest.map_or(Cell::Empty, |link| percent(&link.change)),
        breakdown::unit(series),
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
        let value = |figure: &Result<Figure, Missing>| breakdown::figure(series, figure);
        let cells = vec![
            Cell::Flow(one.keyed.flow),
            Cell::Word(wanted.comparison.name()),
            Cell::Word(streak.direction.name()),
            Cell::Count(at as u32 + 1),
            Cell::Period(link.period),
            value(&link.change.base),
            value(&link.change.value),
            percent(&link.change),
            Cell::Flag(Some(at) == weakest),
            breakdown::unit(series),
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
    let value = |figure: Result<Figure, Missing>| breakdown::figure(series, &figure);
    let direction = match (&one.streak, wanted.direction) {
        (Ok(_), None) => Cell::Word("flat"),
        (_, asked) => asked.map_or(Cell::Empty, |direction| Cell::Word(direction.name())),
    };
    let link = match &one.streak {
        Err(missing) => Cell::Missing(missing.clone()),
        Ok(_) => Cell::Count(0),
    };
    let cells = vec![
        Cell::Flow(one.keyed.flow),
        Cell::Word(wanted.comparison.name()),
        direction,
        link,
        Cell::Period(until),
        value(change.base),
        value(change.value),
        change.percent.map_or_else(Cell::Missing, Cell::Percent),
        Cell::Flag(false),
        breakdown::unit(series),
        Cell::Empty,
    ];
    Row {
        cells,
        remarks: Vec::new(),
    }
}

/// The columns for people, of current streaks or of every one.
pub(super) fn streak_view(every: bool) -> Vec<ViewColumn> {
    let show = |head, column| ViewColumn {
        head,
        shows: Shows::Column(column),
    };
    let streak = |shows| ViewColumn {
        head: Head::Streak,
        shows,
    };
    let mut view = vec![show(Head::Flow, "flow")];
    if every {
        view.push(streak(Shows::RunPhrase(["months", "direction", "bound"])));
        view.push(show(Head::Since, "since"));
    } else {
        let names = ["months", "direction", "since", "bound"];
        view.push(streak(Shows::StreakPhrase(names)));
    }
    view.push(show(Head::Until, "until"));
    view.push(ViewColumn {
        head: Head::Weakest,
        shows: Shows::PercentIn(["weakest_pct", "weakest_month"]),
    });
    view
}

/// The columns for people, of links.
pub(super) fn link_view(wanted: &Wanted) -> Vec<ViewColumn> {
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
