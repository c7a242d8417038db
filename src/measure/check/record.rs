//! Whether a period was the lowest or highest since another.
//!
//! Source: docs/definitions.md, "Record".

use crate::measure::whereabouts::bounds_of;
use crate::trade::{
    Bounds, Figure, Missing, Period, Reason, RecordSpan, Series, Superlative, Truth,
};

/// What the data say about a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct RecordEvidence {
    pub truth: Truth,
    /// The figure of the period.
    pub figure: Result<Figure, Missing>,
    /// The last earlier period that was certainly as low (high), if every one in between certainly
    /// was not.
    pub since: Option<Period>,
    /// The period that contradicts the record.
    pub against: Option<(Period, Figure)>,
    /// The periods that leave it undecided.
    pub open: Vec<Period>,
}

/// Judges a record of `period` among earlier periods of the same length.
pub(super) fn standing(
    series: &Series,
    period: Period,
    end: Superlative,
    span: RecordSpan,
) -> RecordEvidence {
    let step = period.len() as i32;
    let mut found = RecordEvidence {
        truth: Truth::CannotTell,
        figure: series.over(period),
        since: None,
        against: None,
        open: Vec::new(),
    };
    let Ok(figure) = &found.figure else {
        found.open.push(period);
        return found;
    };
    let own = Bounds::of_amount(figure.interval);
    let Some(first) = series.periods().map(|one| one.from).min() else {
        return found;
    };
    found.since = since(series, period, own, end, first);
    let (from, must_reach) = match span {
        RecordSpan::Since(since) if since.len() as i32 == step && since.to < period.from => {
            (since.from, Some(since))
        }
        // A month cannot be compared with a year, but with its months and those behind it.
        RecordSpan::Since(since) if since.to < period.from => {
            let mut months = since.months().map(Period::month);
            let is_as_far = |month| {
                let other = bounds_of(series, month);
                other.is_some_and(|other| reaches(other, own, end) == Truth::True)
            };
            if step != 1 || !months.any(is_as_far) {
                found.open.push(since);
            }
            (since.to.plus(1), None)
        }
        RecordSpan::Since(since) => {
            found.open.push(since);
            return found;
        }
        RecordSpan::OnRecord(month) => (month.unwrap_or(first), None),
    };
    let mut truth = match found.open.is_empty() {
        true => Truth::True,
        false => Truth::CannotTell,
    };
    let mut earlier = period.plus(-step);
    while earlier.from >= from {
        let is_end = must_reach == Some(earlier);
        let verdict = match bounds_of(series, earlier) {
            None => Truth::CannotTell,
            Some(other) if is_end => reaches(other, own, end),
            Some(other) => inside(other, own, end),
        };
        match verdict {
            Truth::False if found.against.is_none() => {
                found.against = series.over(earlier).ok().map(|figure| (earlier, figure));
            }
            Truth::CannotTell => found.open.push(earlier),
            _ => {}
        }
        truth = truth.and(verdict);
        earlier = earlier.plus(-step);
    }
    found.open.sort_by_key(|one| one.from);
    found.truth = truth;
    found
}

/// Whether `other` is certainly less extreme than `own`.
fn inside(other: Bounds, own: Bounds, end: Superlative) -> Truth {
    let (low, high) = match end {
        Superlative::Highest => (other, own),
        Superlative::Lowest => (own, other),
    };
    if low.is_below(high) {
        Truth::True
    } else if high.is_at_most(low) {
        Truth::False
    } else {
        Truth::CannotTell
    }
}

/// Whether `other` is certainly as extreme as `own`, or more.
fn reaches(other: Bounds, own: Bounds, end: Superlative) -> Truth {
    match inside(other, own, end) {
        Truth::True => Truth::False,
        Truth::False => Truth::True,
        Truth::CannotTell => Truth::CannotTell,
    }
}

fn since(
    series: &Series,
    period: Period,
    own: Bounds,
    end: Superlative,
    first: crate::trade::Month,
) -> Option<Period> {
    let step = period.len() as i32;
    let mut earlier = period.plus(-step);
    while earlier.from >= first {
        match inside(bounds_of(series, earlier)?, own, end) {
            Truth::True => earlier = earlier.plus(-step),
            // The preceding period already breaks the record, so there is nothing to name.
            Truth::False if earlier.plus(step) == period => return None,
            Truth::False => return Some(earlier),
            Truth::CannotTell => return None,
        }
    }
    None
}

impl RecordEvidence {
    /// Why it is undecided.
    pub fn why_open(&self) -> Missing {
        match &self.figure {
            Err(missing) => missing.clone(),
            Ok(_) => Missing {
                reason: Reason::NoData,
                periods: Period::joined(self.open.iter().copied()),
                lacking: Vec::new(),
            },
        }
    }
}
