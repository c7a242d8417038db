//! One release of a figure compared with the previous one, and the effect of the revision on
//! statements.

use crate::measure::change::Change;
use crate::measure::links;
use crate::report::{RemarkKind, RevisionRemark, StreakEffect};
use crate::trade::{
    Comparison, Direction, Extent, Figure, Flow, Measured, Missing, Month, Period, Printed, Ratio,
    Reason, Series, Vintage,
};
use std::collections::BTreeMap;

/// A figure after one release.
pub(super) struct RevisionStep {
    pub released: Option<Vintage>,
    pub figure: Figure,
    pub previous: Option<Figure>,
    pub yoy_before: Result<Ratio, Missing>,
    pub yoy_after: Result<Ratio, Missing>,
    pub effects: Vec<RevisionRemark>,
}

/// The figures of each flow and period, first to last.
pub(super) type Vintages = BTreeMap<(Period, Flow), Vec<RevisionStep>>;

/// What a release changed in a figure; `None` if it left the figure as it was.
pub(super) fn step(
    now: &Series,
    earlier: Option<&Series>,
    period: Period,
    released: Option<Vintage>,
    held: &[RevisionStep],
    even_within_rounding: bool,
) -> Option<RevisionStep> {
    let figure = now.over(period).ok()?;
    let previous = held.last().map(|step| step.figure.clone());
    if let Some(previous) = &previous {
        let by = Measured {
            amount: figure.value - previous.value,
            unit: now.unit,
        };
        // Less than a printed digit, and 0.0 %.
        let is_slight = by.amount.abs().0 * 2000 < figure.value.abs().0;
        let is_small = is_slight && RemarkKind::EarlierRevised { by }.is_negligible();
        let changed = match even_within_rounding {
            true => previous.value != figure.value,
            false => !previous.interval.meets(figure.interval),
        };
        if !changed || is_small {
            return None;
        }
    }
    let yoy = |series: &Series, period| Change::of(series, period, Comparison::Yoy).percent;
    let first = || Missing::by_nature(Reason::FirstRelease);
    let earlier = earlier.filter(|_| previous.is_some());
    let mut effects = Vec::new();
    if let Some(earlier) = earlier {
        for of in [period, period.plus(12)] {
            effects.extend(effect(earlier, now, of));
        }
    }
    // A change printed with an earlier value says nothing about the revised one.
    let after = Change::of(now, period, Comparison::Yoy);
    let no_base = || Missing::new(Reason::NoData, period.year_before());
    let is_of_earlier = after.as_published.as_ref().is_some_and(|printed| {
        let is_revised = |previous: &Figure| {
            !previous.interval.meets(figure.interval) && printed.released < released
        };
        previous.as_ref().is_some_and(is_revised)
    });
    Some(RevisionStep {
        released,
        yoy_before: earlier.map_or_else(|| Err(first()), |earlier| yoy(earlier, period)),
        yoy_after: match is_of_earlier {
            true => Err(after.base.err().unwrap_or_else(no_base)),
            false => after.percent,
        },
        figure,
        previous,
        effects,
    })
}

/// The effect of a revision on the change of a period, if the change differs in its first decimal,
/// and on the streak it was a link of.
pub(super) fn effect(earlier: &Series, now: &Series, period: Period) -> Option<RevisionRemark> {
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

/// The streak that a month was a link of, and what remains of it; `None` if the later data leave
/// open whether it goes on.
pub(super) fn streak(earlier: &Series, now: &Series, month: Month) -> Option<StreakEffect> {
    let direction = Direction::of(links::sign_at(earlier, month, Comparison::Yoy).ok()?)?;
    let run = |series: &Series, until: Month| {
        links::streak_to(series, until, direction, Comparison::Yoy).ok()
    };
    let mut until = month;
    let mut was = run(earlier, until)?;
    while let Some(longer) = run(earlier, until.plus(1)).filter(|one| !one.links.is_empty()) {
        (until, was) = (until.plus(1), longer);
    }
    let is = run(now, until)?;
    (was.months() > 1).then_some(StreakEffect {
        fall: direction == Direction::Fall,
        until,
        was: was.months(),
        was_at_least: was.bound() != Extent::Exact,
        is: is.months(),
        is_at_least: is.bound() != Extent::Exact,
    })
}
