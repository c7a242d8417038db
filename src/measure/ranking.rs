//! The rank of a month among those before it.
//!
//! Source: docs/definitions.md, "Record", "A published figure and its rounding".

use super::change::Change;
use crate::measure::breakdown;
use crate::report::{Cell, Lacking};
use crate::trade::{
    Bounds, Comparison, Extent, Extreme, Metric, Missing, Month, OnRecord, Period, Reason, Series,
};
use std::collections::BTreeMap;

#[cfg(test)]
mod tests;

/// The figure of a month that is compared with earlier months.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RankedFigure {
    /// The value.
    Value,
    /// The change from a year earlier.
    Yoy,
}

impl RankedFigure {
    /// Both, in display order.
    pub const ALL: [RankedFigure; 2] = [RankedFigure::Value, RankedFigure::Yoy];

    /// The metric of the figure.
    pub fn metric(self) -> Metric {
        match self {
            RankedFigure::Value => Metric::Value,
            RankedFigure::Yoy => Metric::Yoy,
        }
    }
}

/// A figure with its rounding interval.
#[derive(Clone, Debug)]
pub struct RankedValue {
    /// The cell to display.
    pub cell: Cell,
    /// The bounds to compare.
    pub bounds: Bounds,
}

/// The figures of a series, starting with the first month that has one.
pub struct History(BTreeMap<Month, Result<RankedValue, Missing>>);

/// A month's position from one end: how far back no month was as low (or as high).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RankFromEnd {
    /// The latest earlier month that may be as low (high) as this one. `None` if this month is
    /// certainly the extreme of the window.
    pub since: Option<Month>,
    /// The latest earlier month that is certainly as low (high) or lower (higher); equals `since`
    /// unless rounding leaves that one uncertain.
    pub surely: Option<Month>,
    /// The months without a figure after `since`, or in the whole window.
    pub between: Vec<Month>,
    /// The rank from this end: one more than the number of months certainly lower (higher).
    pub least_rank: u32,
    /// The months that may be lower (higher), because of rounding.
    pub open: Vec<Month>,
}

impl RankFromEnd {
    /// Exact; at least if rounding leaves open whether it goes further back; open if a month in
    /// between has no figure.
    pub fn bound(&self) -> Extent {
        if !self.between.is_empty() {
            Extent::Open
        } else if self.since != self.surely {
            Extent::AtLeast
        } else {
            Extent::Exact
        }
    }

    /// The rank from this end.
    ///
    /// # Errors
    /// The months whose order relative to this one is uncertain because of rounding.
    pub fn rank(&self) -> Result<u32, Missing> {
        if self.open.is_empty() {
            return Ok(self.least_rank);
        }
        Err(Missing {
            reason: Reason::UncertainRank,
            periods: self.open.iter().copied().map(Period::month).collect(),
            lacking: Vec::new(),
        })
    }
}

/// The rank of a month in the window that ends with it.
#[derive(Clone, Debug)]
pub struct Ranking {
    /// The first month of the window: the first one with a figure.
    pub from: Month,
    /// The number of months in the window with a figure, including the month itself.
    pub months: u32,
    /// The months in the window without a figure.
    pub missing: Vec<Month>,
    /// The rank from the lowest.
    pub low: RankFromEnd,
    /// The rank from the highest.
    pub high: RankFromEnd,
}

impl Ranking {
    /// The lowest or highest if every other month of the window is certainly above or below, the
    /// only one if there is no other month.
    pub fn on_record(&self) -> Option<OnRecord> {
        match (self.low.since, self.high.since) {
            (None, None) => Some(OnRecord::Only),
            (None, Some(_)) => Some(OnRecord::Lowest),
            (Some(_), None) => Some(OnRecord::Highest),
            (Some(_), Some(_)) => None,
        }
    }
}

impl History {
    /// The figures of the months in `months`.
    pub fn new(series: &Series, of: RankedFigure, months: Period) -> History {
        let known = |month| known(series, of, Period::month(month));
        let all = months.months().map(|month| (month, known(month)));
        History(all.skip_while(|(_, figure)| figure.is_err()).collect())
    }

    /// The figure of a month.
    pub fn at(&self, month: Month) -> Option<&Result<RankedValue, Missing>> {
        self.0.get(&month)
    }

    /// The rank of a month among those before it; `None` if it has no figure.
    pub fn standing(&self, month: Month) -> Option<Ranking> {
        let own = self.at(month)?.as_ref().ok()?.bounds;
        let mut earlier = Vec::new();
        let mut missing = Vec::new();
        for (at, figure) in self.0.range(..month) {
            match figure {
                Ok(known) => earlier.push((*at, known.bounds)),
                Err(_) => missing.push(*at),
            }
        }
        let side = |end| side(end, own, &earlier, &missing);
        Some(Ranking {
            from: *self.0.keys().next()?,
            months: earlier.len() as u32 + 1,
            low: side(Extreme::Low),
            high: side(Extreme::High),
            missing,
        })
    }

    /// Why months have no figure.
    pub fn lacking(&self, of: RankedFigure, months: &[Month]) -> Lacking {
        let mut lacking = Lacking {
            of_yoy: of == RankedFigure::Yoy,
            ..Lacking::default()
        };
        for month in months {
            let Some(Err(missing)) = self.at(*month) else {
                continue;
            };
            let month = Period::month(*month);
            match missing.reason {
                Reason::NoData => lacking.without.push(month),
                Reason::Combined => {
                    lacking.without.push(month);
                    lacking.together.extend(&missing.periods);
                }
                reason => {
                    let mut others = lacking.others.iter_mut();
                    match others.find(|other| other.reason == reason) {
                        Some(other) => other.periods.push(month),
                        None => lacking.others.push(Missing::new(reason, month)),
                    }
                }
            }
        }
        lacking.without = Period::joined(lacking.without);
        lacking.together = Period::joined(lacking.together);
        for other in &mut lacking.others {
            other.periods = Period::joined(other.periods.drain(..));
        }
        lacking
    }
}

fn known(series: &Series, of: RankedFigure, period: Period) -> Result<RankedValue, Missing> {
    match of {
        RankedFigure::Value => series.over(period).map(|figure| RankedValue {
            cell: breakdown::rounded(breakdown::amount(series, figure.value), &[&figure]),
            bounds: Bounds::of_amount(figure.interval),
        }),
        RankedFigure::Yoy => {
            let change = Change::of(series, period, Comparison::Yoy);
            let bounds = change.bounds();
            Ok(RankedValue {
                cell: Cell::Percent(change.percent?),
                bounds: bounds.unwrap_or(Bounds::closed(None, None)),
            })
        }
    }
}

/// Searches back from the month before; months certainly above do not end the search for one as
/// low.
fn side(end: Extreme, own: Bounds, earlier: &[(Month, Bounds)], missing: &[Month]) -> RankFromEnd {
    // Swapped for the highest, so that the more extreme figure comes first.
    let ordered = |other: Bounds| match end {
        Extreme::Low => (other, own),
        Extreme::High => (own, other),
    };
    let is_inside = |other: Bounds| {
        let (a, b) = ordered(other);
        b.is_below(a)
    };
    let reaches = |other: Bounds| {
        let (a, b) = ordered(other);
        a.is_at_most(b)
    };
    let back = || earlier.iter().rev();
    let since = back().find(|(_, other)| !is_inside(*other));
    let since = since.map(|(month, _)| *month);
    let surely = back().find(|(_, other)| reaches(*other));
    let mut least_rank = 1;
    let mut open = Vec::new();
    for (month, other) in earlier {
        let (a, b) = ordered(*other);
        if a.is_below(b) {
            least_rank += 1;
        } else if !b.is_at_most(a) {
            open.push(*month);
        }
    }
    let after = |month: &&Month| since.is_none_or(|since| **month > since);
    RankFromEnd {
        since,
        surely: surely.map(|(month, _)| *month),
        between: missing.iter().filter(after).copied().collect(),
        least_rank,
        open,
    }
}
