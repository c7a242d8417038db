//! The data of a chart: figures by month, their unit, and what is marked. Drawing, colours and
//! words are up to the renderer.

use crate::trade::{
    Amount, Basis, Day, Flow, Missing, Month, Name, Period, Ratio, Sign, UnitOfMeasure,
};
use std::sync::Arc;

/// Levels at the top and changes from a year earlier below, for the same months.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The months drawn, from left to right. The last one is the month reported on.
    pub months: Period,
    /// The unit of the levels, which are in thousandths of it (billionths for unit values).
    pub unit: UnitOfMeasure,
    /// The levels, one line per flow, in the order asked for.
    pub levels: Vec<ChartLine>,
    /// The changes from a year earlier, for flows that have percentages.
    pub changes: Vec<ChangePanel>,
    /// Events in these months, by date.
    pub events: Vec<Event>,
}

/// One flow, month by month.
#[derive(Clone, Debug)]
pub struct ChartLine {
    /// The flow, from the chosen perspective.
    pub flow: Flow,
    /// One point for each month of the picture, in order.
    pub points: Vec<Point>,
}

/// The figure of one month.
#[derive(Clone, Debug)]
pub struct Point {
    /// The month.
    pub month: Month,
    /// Its figure, or why there is none.
    pub value: Result<Amount, Missing>,
    /// The basis of the figure; `None` if there is none.
    pub basis: Option<Basis>,
}

impl Point {
    /// Whether the figure is derived rather than printed: a difference, implied or converted.
    pub fn is_derived(&self) -> bool {
        self.basis
            .is_some_and(|basis| !matches!(basis, Basis::Printed | Basis::Sum))
    }
}

/// The changes of one flow from a year earlier.
#[derive(Clone, Debug)]
pub struct ChangePanel {
    /// The flow, from the chosen perspective.
    pub flow: Flow,
    /// One bar for each month of the picture, in order and without gaps; January and February share
    /// one if they were published only together.
    pub bars: Vec<Bar>,
    /// The streak to mark.
    pub streak: Option<Marked>,
}

/// The change of one month from a year earlier.
#[derive(Clone, Debug)]
pub struct Bar {
    /// The month, or January and February together.
    pub period: Period,
    /// The change, or why there is none.
    pub percent: Result<Ratio, Missing>,
    /// Whether it is the change published by the office, for lack of levels.
    pub is_as_published: bool,
}

/// A marked streak of at least two months.
#[derive(Clone, Debug)]
pub struct Marked {
    /// [`Sign::Fall`] or [`Sign::Rise`].
    pub way: Sign,
    /// Its length in months, including those before the picture.
    pub months: u32,
    /// Its first month, possibly before the picture.
    pub since: Month,
    /// Its last month.
    pub until: Month,
    /// The link closest to zero, if it has a percentage.
    pub weakest: Option<(Period, Ratio)>,
    /// Whether it is the longest of the months shown, and not the one that ends with them.
    pub is_longest: bool,
    /// Whether it may have begun before its first month.
    pub open_before: bool,
    /// Whether it may have continued after its last month.
    pub open_after: bool,
}

impl Marked {
    /// Whether its length is a minimum, not exact.
    pub fn is_at_least(&self) -> bool {
        self.open_before || self.open_after
    }

    /// Whether the change of `period` is one of its links.
    pub fn covers(&self, period: Period) -> bool {
        self.since <= period.from && period.to <= self.until
    }
}

/// An event, marked at its month.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// The month of the event.
    pub month: Month,
    /// The day of the event.
    pub day: Day,
    /// A short label for the chart: `UN 2371`, 安理会2371号.
    pub label: Name,
    /// The goods concerned, for the legend.
    pub goods: Vec<Name>,
    /// The address of the source.
    pub source: Arc<str>,
}

impl Picture {
    /// The same picture, restricted to its last `most` months.
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

    /// Whether no flow has a figure for a month.
    pub fn is_hole_of_all(&self, month: Month) -> bool {
        let is_hole = |level: &ChartLine| Picture::holes(level).any(|point| point.month == month);
        self.levels.iter().all(is_hole)
    }

    /// The months without a figure in `level`.
    pub fn holes(level: &ChartLine) -> impl Iterator<Item = &Point> {
        level.points.iter().filter(|point| point.value.is_err())
    }
}
