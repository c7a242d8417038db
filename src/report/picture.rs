//! A picture before anyone draws it: which figure stands at which month, what it is in, what is
//! marked. No pixels, no colours, no words: those are the renderer's.

use crate::trade::{
    Amount, Basis, Day, Flow, Missing, Month, Name, Period, Ratio, Sign, UnitOfMeasure,
};
use std::sync::Arc;

/// Levels above, changes from a year earlier below, on the same months.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The months that are drawn, left to right. The last is the one reported on.
    pub months: Period,
    /// What the levels are in: thousandths of this unit (billionths, of a unit value).
    pub unit: UnitOfMeasure,
    /// The levels, one line a flow, in the order asked for.
    pub levels: Vec<Level>,
    /// The changes from a year earlier of the flows that have a percentage.
    pub changes: Vec<ChangePanel>,
    /// What happened in these months, in order of date.
    pub events: Vec<Event>,
}

/// One flow, month by month.
#[derive(Clone, Debug)]
pub struct Level {
    /// The flow, from the perspective asked for.
    pub flow: Flow,
    /// One point for every month of the picture, in order.
    pub points: Vec<Point>,
}

/// The figure of one month.
#[derive(Clone, Debug)]
pub struct Point {
    /// The month.
    pub month: Month,
    /// Its figure, or why there is none.
    pub value: Result<Amount, Missing>,
    /// How it came about; `None` where there is none.
    pub basis: Option<Basis>,
}

impl Point {
    /// Whether the office did not print this figure itself: a difference, or worked back from a
    /// change.
    pub fn is_derived(&self) -> bool {
        self.basis
            .is_some_and(|basis| !matches!(basis, Basis::Printed | Basis::Sum))
    }
}

/// The changes of one flow from a year earlier.
#[derive(Clone, Debug)]
pub struct ChangePanel {
    /// The flow, from the perspective asked for.
    pub flow: Flow,
    /// One bar for every month of the picture, or for January and February together where they were
    /// published only so; in order, without a gap.
    pub bars: Vec<Bar>,
    /// The streak that is marked: months in a row that all rose, or all fell.
    pub streak: Option<Marked>,
}

/// The change of one month from a year earlier.
#[derive(Clone, Debug)]
pub struct Bar {
    /// The month, or January and February together.
    pub period: Period,
    /// The change, or why there is none.
    pub percent: Result<Ratio, Missing>,
    /// Whether it is the one that the office published, for want of the levels.
    pub is_as_published: bool,
}

/// A streak as it is marked: at least two months long.
#[derive(Clone, Debug)]
pub struct Marked {
    /// [`Sign::Fall`] or [`Sign::Rise`].
    pub way: Sign,
    /// How many months it counts, those before the picture included.
    pub months: u32,
    /// Its first month, which may lie before the picture.
    pub since: Month,
    /// Its last month.
    pub until: Month,
    /// The link closest to zero, where it has a percentage.
    pub weakest: Option<(Period, Ratio)>,
    /// Whether it is not known that it began with its first month: "at least".
    pub open_before: bool,
    /// Whether it is not known that it ended with its last month.
    pub open_after: bool,
}

impl Marked {
    /// Whether the count is at least so many, rather than exactly.
    pub fn is_at_least(&self) -> bool {
        self.open_before || self.open_after
    }

    /// Whether the change of `period` is one of its links.
    pub fn covers(&self, period: Period) -> bool {
        self.since <= period.from && period.to <= self.until
    }
}

/// Something that happened, marked at its month.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// The month it fell into.
    pub month: Month,
    /// Its day.
    pub day: Day,
    /// A short label for the chart: `UN 2371`, 安理会2371号.
    pub label: Name,
    /// The goods that it was about, for the key.
    pub goods: Vec<Name>,
    /// Where that is written.
    pub source: Arc<str>,
}

impl Picture {
    /// The same with its last `most` months alone.
    pub fn last(&self, most: usize) -> Picture {
        let mut picture = self.clone();
        let Some(surplus) = self.months.len().checked_sub(most).filter(|it| *it > 0) else {
            return picture;
        };
        let first = self.months.from.plus(i32::try_from(surplus).unwrap_or(0));
        picture.months.from = first;
        for level in &mut picture.levels {
            level.points.retain(|point| point.month >= first);
        }
        for panel in &mut picture.changes {
            panel.bars.retain(|bar| bar.period.from >= first);
            panel.streak.take_if(|streak| streak.until < first);
        }
        picture.events.retain(|event| event.month >= first);
        picture
    }

    /// The months that have no figure of `level`, in runs.
    pub fn holes(level: &Level) -> impl Iterator<Item = &Point> {
        level.points.iter().filter(|point| point.value.is_err())
    }
}
