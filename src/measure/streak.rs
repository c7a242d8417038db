//! Streaks: the current one of each flow, its links, or all maximal ones.
//!
//! Source: docs/definitions.md, "Streak".

use super::change::Change;
use super::links::{self, Streak};
use super::streak_table::{link_view, rows, streak_view};
use super::streak_wanted::FlowStreak;
pub use super::streak_wanted::StreakWanted;
use super::yoy::{add_sources, since_a_year_before};
use crate::frame::SeriesSet;
use crate::measure::breakdown;
use crate::measure::question::{
    Answer, KeyedSeries, MeasureError, Question, SelectedSeries, Span, Tells, Verdict,
};
use crate::report::{Column, Remark, RemarkKind, Report, Subject};
use crate::trade::{Direction, Extent, Missing, Month, Period, Reason, Series, Sign};

/// The machine columns for streaks, in order.
pub const COLUMNS: [Column; 12] = [
    Column::Flow,
    Column::Basis,
    Column::Direction,
    Column::Months,
    Column::Bound,
    Column::Since,
    Column::Until,
    Column::WeakestMonth,
    Column::WeakestPct,
    Column::Unit,
    Column::Flags,
    Column::Note,
];

/// The machine columns for links, in order.
pub const LINK_COLUMNS: [Column; 12] = [
    Column::Flow,
    Column::Basis,
    Column::Direction,
    Column::Link,
    Column::Month,
    Column::Base,
    Column::Value,
    Column::ChangePct,
    Column::Weakest,
    Column::Unit,
    Column::Flags,
    Column::Note,
];

/// How many of the longest streaks are shown without `--min`, and the minimum months of a long one.
const LONGEST: usize = 10;
const LONG: u32 = 3;

/// Answers with one row per streak, or one per link.
///
/// # Errors
/// When the data do not cover the months asked for, or have none of the flows.
pub fn answer(
    question: &Question,
    wanted: &StreakWanted,
    set: &SeriesSet,
) -> Result<Answer, MeasureError> {
    let selected = question.select(set)?;
    let latest = |selected: &SelectedSeries| {
        if wanted.longest {
            return Ok((selected.every_month(), Vec::new()));
        }
        let known = |series: &Series, month| {
            Change::of(series, Period::month(month), wanted.comparison).is_known()
        };
        Ok(selected.latest(known))
    };
    let (months, mut notes) = selected.asked(question.span, Tells::TheMonth, latest)?;
    let every = wanted.longest || !months.is_month();
    let months = if every {
        within(question.span, &selected, months)
    } else {
        months
    };
    // In a breakdown with `--min`, only components with a long enough streak are listed.
    let listed = !every && question.by.is_some() && wanted.min.is_some();
    let mut found = if every {
        longest_asked_for(&selected, months, wanted)
    } else {
        let current = |keyed: &KeyedSeries| current(keyed, months.to, wanted);
        selected.all_series.iter().map(current).collect()
    };
    let verdict = if listed {
        let of_parts: Vec<&FlowStreak> = found
            .iter()
            .filter(|one| one.keyed.part.is_some())
            .collect();
        let open = of_parts.iter().filter(|one| may_reach(one, wanted.min));
        notes.extend(on_open(open.count()));
        any_of(of_parts.into_iter(), wanted.min)
    } else if every {
        let unknown = unknown(&selected, months, wanted);
        let is_asked = wanted.min.is_some() || matches!(question.span, Span::Range(..));
        notes.extend(unknown.iter().filter(|_| is_asked).cloned());
        of_every(&selected, months, wanted, &found)
    } else {
        verdict(&found, wanted.min)
    };
    found.retain(|one| !listed || reaches(one, wanted.min));
    let links = found
        .iter()
        .filter_map(|one| one.streak.as_ref().ok()?.as_ref());
    let first = links.filter_map(Streak::since).min();
    let compared = Period {
        from: first.unwrap_or(months.from),
        to: months.to,
    };
    notes.extend(breakdown::on_revisions(
        question,
        since_a_year_before(compared),
    ));
    let (columns, view) = if wanted.links {
        let view = breakdown::view(link_view(wanted), question.by, selected.is_money());
        (&LINK_COLUMNS, view)
    } else {
        (
            &COLUMNS,
            breakdown::view(streak_view(every), question.by, true),
        )
    };
    let report = Report {
        view,
        notes,
        sources: sources(&found),
        ..Report::of_rows(
            "streak",
            question.heading(subject(wanted.links, every), set, Some(months)),
            &breakdown::columns(columns, question.by),
            rows(&found, wanted, question.by),
        )
    };
    Ok(Answer { report, verdict })
}

/// `--longest --month M` looks at all months up to M.
fn within(span: Span, selected: &SelectedSeries, months: Period) -> Period {
    match span {
        Span::Month(month) => Period {
            from: selected.first.min(month),
            to: month,
        },
        _ => months,
    }
}

fn subject(links: bool, every: bool) -> Subject {
    match (links, every) {
        (true, _) => Subject::Links,
        (false, true) => Subject::LongestStreaks,
        (false, false) => Subject::Streaks,
    }
}

fn current(keyed: &KeyedSeries, until: Month, wanted: &StreakWanted) -> FlowStreak {
    let series = &keyed.series;
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
    FlowStreak {
        keyed: keyed.clone(),
        until,
        streak,
    }
}

/// The streaks to list: with `--min` all of that length, with `--longest` alone the ten longest of
/// three or more months, or of any length if none is that long.
fn longest_asked_for(
    selected: &SelectedSeries,
    within: Period,
    wanted: &StreakWanted,
) -> Vec<FlowStreak> {
    let is_short = wanted.longest && wanted.min.is_none();
    let mut found = longest(selected, within, wanted, is_short.then_some(LONG));
    if is_short && found.is_empty() {
        found = longest(selected, within, wanted, None);
    }
    if is_short {
        found.truncate(LONGEST);
    }
    found
}

/// All maximal streaks of `least` or more months, longest first, later ones first among equals.
fn longest(
    selected: &SelectedSeries,
    within: Period,
    wanted: &StreakWanted,
    least: Option<u32>,
) -> Vec<FlowStreak> {
    let mut found: Vec<FlowStreak> = Vec::new();
    let least = wanted.min.or(least);
    for keyed in &selected.all_series {
        let streaks = links::every_streak(&keyed.series, within, wanted.comparison);
        let fits = |streak: &Streak| {
            wanted
                .direction
                .is_none_or(|direction| direction == streak.direction)
                && least.is_none_or(|min| streak.months() >= min)
        };
        found.extend(streaks.into_iter().filter(fits).map(|streak| FlowStreak {
            keyed: keyed.clone(),
            until: streak.until().unwrap_or(within.to),
            streak: Ok(Some(streak)),
        }));
    }
    let months = |one: &FlowStreak| match &one.streak {
        Ok(Some(streak)) => streak.months(),
        _ => 0,
    };
    found.sort_by_key(|one| (std::cmp::Reverse((months(one), one.until)), one.keyed.flow));
    found
}

/// Whether a streak has at least this length, as far as known.
fn reaches(one: &FlowStreak, min: Option<u32>) -> bool {
    match &one.streak {
        Ok(Some(streak)) => min.is_none_or(|min| streak.months() >= min),
        _ => false,
    }
}

/// Whether the streak may be this long without being known to be.
fn may_reach(one: &FlowStreak, min: Option<u32>) -> bool {
    !reaches(one, min) && !is_sure(one)
}

/// Whether its length is certain.
fn is_sure(one: &FlowStreak) -> bool {
    match &one.streak {
        Ok(streak) => streak
            .as_ref()
            .is_none_or(|streak| streak.bound() == Extent::Exact),
        Err(_) => false,
    }
}

/// Whether any component has a long enough streak; undecided if only missing data may hide one.
fn any_of<'a>(parts: impl Iterator<Item = &'a FlowStreak>, min: Option<u32>) -> Verdict {
    let mut is_open = false;
    for one in parts {
        if reaches(one, min) {
            return Verdict::Answered;
        }
        is_open |= may_reach(one, min);
    }
    if is_open {
        Verdict::CannotTell
    } else {
        Verdict::No
    }
}

/// The remark on components not listed because their data do not go back far enough.
fn on_open(count: usize) -> Option<Remark> {
    (count > 0).then(|| Remark::on_all(RemarkKind::StreaksNotListed(count)))
}

/// The months in which streaks cannot be determined, by flow.
fn unknown(selected: &SelectedSeries, within: Period, wanted: &StreakWanted) -> Vec<Remark> {
    let wholes = selected.all_series.iter().filter(|one| one.part.is_none());
    let of_flow = |keyed: &KeyedSeries| {
        let months = links::unknown_months(&keyed.series, within, wanted.comparison);
        let flow = keyed.flow;
        (!months.is_empty()).then(|| Remark::on_all(RemarkKind::StreaksUnknown { flow, months }))
    };
    wholes.filter_map(of_flow).collect()
}

/// The verdict of `--min` over all streaks: yes if any is long enough; undecided if one may be
/// longer than known, or may fall into months without a change.
fn of_every(
    selected: &SelectedSeries,
    within: Period,
    wanted: &StreakWanted,
    found: &[FlowStreak],
) -> Verdict {
    let Some(min) = wanted.min.filter(|_| found.is_empty()) else {
        return Verdict::Answered;
    };
    let any = StreakWanted {
        min: None,
        ..*wanted
    };
    let is_open = !longest(selected, within, &any, None).iter().all(is_sure);
    let may_be = |keyed: &KeyedSeries| {
        let longest = |direction| {
            let (series, comparison) = (&keyed.series, wanted.comparison);
            links::longest_possible(series, within, direction, comparison)
        };
        let directions = [Direction::Fall, Direction::Rise].into_iter();
        directions
            .filter(|one| wanted.direction.is_none_or(|asked| asked == *one))
            .any(|direction| longest(direction) >= min)
    };
    match is_open || selected.all_series.iter().any(may_be) {
        true => Verdict::CannotTell,
        false => Verdict::No,
    }
}

/// The verdict of `--min`: yes if the streak of every flow asked for is long enough.
fn verdict(found: &[FlowStreak], min: Option<u32>) -> Verdict {
    let Some(min) = min else {
        return Verdict::Answered;
    };
    let short = |one: &&FlowStreak| match &one.streak {
        Ok(Some(streak)) => streak.months() < min,
        Ok(None) => min > 0,
        Err(_) => true,
    };
    let mut short = found.iter().filter(short).peekable();
    if short.peek().is_none() {
        Verdict::Answered
    } else if short.any(is_sure) {
        Verdict::No
    } else {
        Verdict::CannotTell
    }
}

fn sources(found: &[FlowStreak]) -> Vec<String> {
    let mut sources = Vec::new();
    for one in found {
        if let Ok(Some(streak)) = &one.streak {
            for link in &streak.links {
                add_sources(&mut sources, &one.keyed.series, link.period);
            }
        }
    }
    sources
}
