//! The rows and table columns of streaks.

use super::change::Change;
use super::links::{self, Link, Streak};
use super::remarks;
use super::streak_wanted::{FlowStreak, StreakWanted};
use crate::measure::breakdown;
use crate::measure::breakdown::percent;
use crate::report::{
    BESIDE_STREAK, Cell, Column, Flag, Head, Remark, RemarkKind, Row, Shows, Side, ViewColumn, Word,
};
use crate::trade::{Breakdown, Comparison, Extent, Figure, Missing, Month, Period, Series};

/// One row per streak, or one per link.
pub(super) fn rows(found: &[FlowStreak], wanted: &StreakWanted, by: Option<Breakdown>) -> Vec<Row> {
    let mut rows = Vec::new();
    for one in found {
        let series = &one.keyed.series;
        let own = match (&one.streak, wanted.links) {
            (Ok(Some(streak)), true) => link_rows(series, streak),
            (_, true) => vec![no_link_row(one, series, wanted)],
            (streak, false) => vec![streak_row(one, series, streak, wanted)],
        };
        for mut row in own {
            for (column, cell) in breakdown::key(&one.keyed, by) {
                row.put(column, cell);
            }
            row.put(
                Column::Basis,
                Cell::Word(Word::Comparison(wanted.comparison)),
            );
            for (column, cell) in breakdown::unit(series) {
                row.put(column, cell);
            }
            rows.push(row);
        }
    }
    rows
}

/// The periods whose figures a streak depends on: its links, the months that end it, and the base
/// of each. For a flow not in the direction asked for, the month itself.
fn links_taken(streak: &Streak, until: Month, wanted: &StreakWanted) -> Vec<Period> {
    let links = streak.links.iter().map(|link| link.period);
    let since = streak.since().unwrap_or(until.plus(1));
    let before = streak.open_before.is_none().then(|| since.plus(-1));
    let after = (wanted.longest && streak.open_after.is_none()).then(|| until.plus(1));
    let ends = before.into_iter().chain(after).map(Period::month);
    let base = |period| wanted.comparison.base(period);
    links
        .chain(ends)
        .flat_map(|period| [base(period), period])
        .collect()
}

fn streak_row(
    one: &FlowStreak,
    series: &Series,
    streak: &Result<Option<Streak>, Missing>,
    wanted: &StreakWanted,
) -> Row {
    let asked = wanted.direction.map_or(Cell::Empty, |direction| {
        Cell::Word(Word::Direction(direction))
    });
    let mut notes = Vec::new();
    let (direction, months, bound) = match streak {
        Ok(None) => (
            Cell::Word(Word::Flat),
            Cell::Count(0),
            Cell::Word(Word::Extent(Extent::Exact)),
        ),
        Err(missing) => (asked, Cell::Missing(missing.clone()), Cell::Empty),
        Ok(Some(streak)) => {
            notes = streak_remarks(streak);
            let links = links_taken(streak, one.until, wanted);
            notes.extend(remarks::of_taken(Column::Months, series, links));
            (
                Cell::Word(Word::Direction(streak.direction)),
                Cell::Count(streak.months()),
                Cell::Word(Word::Extent(streak.bound())),
            )
        }
    };
    let streak = streak.as_ref().ok().and_then(Option::as_ref);
    let weakest = streak.and_then(|streak| streak.weakest().map(|at| &streak.links[at]));
    let since = streak.and_then(Streak::since);
    let cells = [
        (Column::Direction, direction),
        (Column::Months, months),
        (Column::Bound, bound),
        (Column::Since, since.map_or(Cell::Empty, Cell::Month)),
        (Column::Until, Cell::Month(one.until)),
        (
            Column::WeakestMonth,
            weakest.map_or(Cell::Empty, |link| Cell::Period(link.period)),
        ),
        (
            Column::WeakestPct,
            weakest.map_or(Cell::Empty, |link| percent(&link.change)),
        ),
    ];
    let cells = cells.into_iter().chain(links::extra_streak_cells(
        series,
        one.until,
        wanted.comparison,
        streak,
    ));
    let is_published = |link: &Link| link.change.as_published.is_some();
    let links = streak.map_or(&[][..], |streak| &streak.links);
    let flags = [
        (Column::Months, links.iter().any(is_published)),
        (Column::WeakestPct, weakest.is_some_and(is_published)),
    ];
    let flags = flags.into_iter().filter(|(_, is_set)| *is_set);
    let flags = flags.map(|(column, _)| (column, Flag::AsPublished));
    Row::new(cells).with_remarks(notes).with_flags(flags)
}

/// Remarks on why the count stops where it does, and on links that count as two months.
fn streak_remarks(streak: &Streak) -> Vec<Remark> {
    let stops = |side: Side, why: &Missing, month: Month| {
        let kind = RemarkKind::StreakOpen {
            at_least: streak.months(),
            side,
            month,
            why: why.clone(),
        };
        Remark::on(Column::Months, Period::month(month), kind)
    };
    let before = streak.open_before.as_ref().zip(streak.since());
    let after = streak.open_after.as_ref().zip(streak.until());
    let mut remarks: Vec<Remark> = Vec::new();
    remarks.extend(before.map(|(missing, month)| stops(Side::Before, missing, month)));
    remarks.extend(after.map(|(missing, month)| stops(Side::After, missing, month)));
    let continues_after = streak.until().filter(|_| streak.continues_after);
    let continues_after = continues_after.map(|month| {
        let kind = RemarkKind::StreakGoesOn(month);
        Remark::on(Column::Months, Period::month(month), kind)
    });
    remarks.extend(continues_after);
    remarks.extend(
        streak
            .links
            .iter()
            .filter(|link| !link.period.is_month())
            .map(|link| Remark::on(Column::Months, link.period, RemarkKind::CountsAsTwo)),
    );
    remarks
}

fn link_rows(series: &Series, streak: &Streak) -> Vec<Row> {
    let weakest = streak.weakest();
    let row = |(at, link): (usize, &Link)| {
        let mut notes = remarks::of_figure(Column::Base, series, link.change.base_period);
        notes.extend(remarks::of_figure(Column::Value, series, link.period));
        if at == 0 {
            notes.extend(streak_remarks(streak).into_iter().map(|remark| Remark {
                column: Some(Column::Link),
                ..remark
            }));
        }
        let value = |figure: &Result<Figure, Missing>| breakdown::figure(series, figure);
        let cells = [
            (
                Column::Direction,
                Cell::Word(Word::Direction(streak.direction)),
            ),
            (Column::Link, Cell::Count(at as u32 + 1)),
            (Column::Month, Cell::Month(link.period.to)),
            (Column::Base, value(&link.change.base)),
            (Column::Value, value(&link.change.value)),
            (Column::ChangePct, percent(&link.change)),
            (Column::Weakest, Cell::Flag(Some(at) == weakest)),
        ];
        let mut flags = remarks::flags_of(Column::Base, series, link.change.base_period);
        flags.extend(remarks::flags_of(Column::Value, series, link.period));
        let change = &link.change;
        flags.extend(remarks::flags_of_change(
            Column::ChangePct,
            link.period,
            change,
        ));
        Row::new(cells).with_remarks(notes).with_flags(flags)
    };
    streak.links.iter().enumerate().map(row).collect()
}

/// The row of a flow without a streak.
fn no_link_row(one: &FlowStreak, series: &Series, wanted: &StreakWanted) -> Row {
    let until = Period::month(one.until);
    let change = Change::of(series, until, wanted.comparison);
    let value = |figure: Result<Figure, Missing>| breakdown::figure(series, &figure);
    let direction = match (&one.streak, wanted.direction) {
        (Ok(_), None) => Cell::Word(Word::Flat),
        (_, asked) => asked.map_or(Cell::Empty, |direction| {
            Cell::Word(Word::Direction(direction))
        }),
    };
    let link = match &one.streak {
        Err(missing) => Cell::Missing(missing.clone()),
        Ok(_) => Cell::Count(0),
    };
    Row::new([
        (Column::Direction, direction),
        (Column::Link, link),
        (Column::Month, Cell::Month(one.until)),
        (Column::Base, value(change.base)),
        (Column::Value, value(change.value)),
        (
            Column::ChangePct,
            change.percent.map_or_else(Cell::Missing, Cell::Percent),
        ),
        (Column::Weakest, Cell::Flag(false)),
    ])
}

/// The table columns for current streaks or for all streaks.
pub(super) fn streak_view(every: bool) -> Vec<ViewColumn> {
    let show = ViewColumn::of;
    let streak = |shows| ViewColumn {
        head: Head::Streak,
        shows,
    };
    let mut view = vec![show(Head::Flow, Column::Flow)];
    if every {
        view.push(streak(Shows::RunPhrase([
            Column::Months,
            Column::Direction,
            Column::Bound,
        ])));
        view.push(show(Head::Since, Column::Since));
    } else {
        let names = [
            Column::Months,
            Column::Direction,
            Column::Since,
            Column::Bound,
        ];
        view.push(streak(Shows::StreakPhrase(names, BESIDE_STREAK)));
    }
    view.push(show(Head::Until, Column::Until));
    view.push(ViewColumn {
        head: Head::Weakest,
        shows: Shows::PercentIn([Column::WeakestPct, Column::WeakestMonth]),
    });
    view
}

/// The table columns for links.
pub(super) fn link_view(wanted: &StreakWanted) -> Vec<ViewColumn> {
    let show = ViewColumn::of;
    let (base, change) = match wanted.comparison {
        Comparison::Yoy => (Head::YearEarlier, Head::Yoy),
        Comparison::Mom => (Head::MonthEarlier, Head::Mom),
    };
    vec![
        show(Head::Flow, Column::Flow),
        show(Head::Link, Column::Link),
        show(Head::Month, Column::Month),
        show(base, Column::Base),
        show(Head::Value, Column::Value),
        show(change, Column::ChangePct),
        show(Head::Weakest, Column::Weakest),
    ]
}
