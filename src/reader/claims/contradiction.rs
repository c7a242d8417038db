//! Detects sentences whose claims contradict each other. Such a sentence makes no claim.

use crate::trade::{
    Bounds, Claim, Metric, Ratio, RecordSpan, Stated, StatedUnit, Superlative, Trend,
};

/// Whether two claims of a sentence cannot both be true, whatever the data.
pub(super) fn is_between(claims: &[Claim]) -> bool {
    claims.iter().enumerate().any(|(at, one)| {
        let others = &claims[at + 1..];
        others.iter().any(|other| is_of_two(one, other))
            || is_of_levels(one, claims)
            || claims.iter().any(|record| is_of_record(record, one))
    })
}

/// Whether a direction given with a level or a record goes against the record: `rose to its lowest
/// level since February`. Where it does not say from when, it is from the months before.
pub(super) fn is_with_direction(claims: &[Claim], direction: &Claim, is_base_open: bool) -> bool {
    claims.iter().any(|record| {
        is_of_record(record, direction)
            || is_base_open
                && is_of_one_thing(record, direction)
                && record.months() == direction.months()
                && opposite(record).is_some_and(|trend| direction.stated == Stated::Moved(trend))
    })
}

/// The direction in which no record of this kind is reached.
fn opposite(record: &Claim) -> Option<Trend> {
    match record.stated {
        Stated::Record(Superlative::Lowest, _) => Some(Trend::Rise),
        Stated::Record(Superlative::Highest, _) => Some(Trend::Fall),
        _ => None,
    }
}

/// Whether a change goes against a record that reaches past its base: what is lowest since 2014 has
/// not risen from a year earlier.
fn is_of_record(record: &Claim, change: &Claim) -> bool {
    let Stated::Record(_, span) = record.stated else {
        return false;
    };
    let Some((base, trend)) = way(change) else {
        return false;
    };
    let months = change.months();
    let base = match base {
        ChangeBase::YearBefore => months.year_before(),
        ChangeBase::MonthBefore => months.plus(-1),
    };
    let is_reached = match span {
        RecordSpan::Since(since) => since.to < base.from,
        RecordSpan::OnRecord(from) => from.is_none_or(|from| from <= base.from),
    };
    is_of_one_thing(record, change)
        && record.months() == months
        && is_reached
        && opposite(record) == Some(trend)
}

/// Whether two claims give incompatible values of the same figure, or a rise and a fall.
fn is_of_two(one: &Claim, other: &Claim) -> bool {
    if !is_of_one_thing(one, other) || one.months() != other.months() {
        return false;
    }
    let disagree = || {
        let [Some(one), Some(other)] = [bounds(one), bounds(other)] else {
            return false;
        };
        one.is_below(other) || other.is_below(one)
    };
    if one.metric == other.metric && is_comparable(&one.stated, &other.stated) && disagree() {
        return true;
    }
    match (way(one), way(other)) {
        (Some((basis, one)), Some((other_basis, other))) => basis == other_basis && one != other,
        _ => false,
    }
}

/// Whether a fall leads to a higher value than before, or a rise to a lower one.
fn is_of_levels(change: &Claim, claims: &[Claim]) -> bool {
    let Some((ChangeBase::YearBefore, trend)) = way(change) else {
        return false;
    };
    let level = |months| {
        let found = claims.iter().find(|one| {
            one.metric == Metric::Value && one.months() == months && is_of_one_thing(one, change)
        });
        found.and_then(bounds)
    };
    let (value, base) = (level(change.months()), level(change.months().year_before()));
    match (value, base, trend) {
        (Some(value), Some(base), Trend::Fall) => base.is_below(value),
        (Some(value), Some(base), Trend::Rise) => value.is_below(base),
        _ => false,
    }
}

fn is_of_one_thing(one: &Claim, other: &Claim) -> bool {
    one.flow == other.flow
        && one.side == other.side
        && one.hs == other.hs
        && one.stated_currency() == other.stated_currency()
}

/// The bounds of a claim; `None` for records, which have no number.
fn bounds(claim: &Claim) -> Option<Bounds> {
    claim.stated.widest()
}

fn is_comparable(one: &Stated, other: &Stated) -> bool {
    match (one, other) {
        (Stated::Number(_, one), Stated::Number(_, other)) => one == other,
        (Stated::Months(..), Stated::Months(..)) => true,
        _ => false,
    }
}

/// The base of a change.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ChangeBase {
    YearBefore,
    MonthBefore,
}

/// The base and the direction of the change that a claim states.
fn way(claim: &Claim) -> Option<(ChangeBase, Trend)> {
    let base = match claim.metric {
        Metric::Yoy | Metric::YtdYoy | Metric::Streak | Metric::Ratio => ChangeBase::YearBefore,
        Metric::Mom | Metric::StreakMom => ChangeBase::MonthBefore,
        _ => return None,
    };
    let trend = match &claim.stated {
        Stated::Moved(trend) => *trend,
        Stated::Months(_, trend) => (*trend)?,
        Stated::Number(_, StatedUnit::Times) => way_from(claim, Ratio::whole(1))?,
        Stated::Number(..) => way_from(claim, Ratio::whole(0))?,
        Stated::Record(..) => return None,
    };
    Some((base, trend))
}

fn way_from(claim: &Claim, nothing: Ratio) -> Option<Trend> {
    let bounds = bounds(claim)?;
    let nothing = Bounds::closed(Some(nothing), Some(nothing));
    if nothing.is_below(bounds) {
        Some(Trend::Rise)
    } else if bounds.is_below(nothing) {
        Some(Trend::Fall)
    } else {
        None
    }
}
