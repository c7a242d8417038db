//! The positions of the parts of a chart of characters.

use super::layout::{self, Scale};
use crate::render::wrap::width;
use crate::render::{Lang, MoneyUnit, Style, figures, title};
use crate::report::picture::{ChangePanel, Event, Picture};
use crate::trade::{Amount, Month, Period, UnitOfMeasure};

/// Minimum width left of the chart, for the numbers of the axes.
pub(super) const LEFT: usize = 7;

/// Minimum width right of the last month, for names and figures.
pub(super) const RIGHT: usize = 13;

/// Number of rows in a panel of changes, half of them above zero.
pub(super) const CHANGE_ROWS: usize = 6;

/// A chart with the positions of its parts.
pub(super) struct Plot<'a> {
    pub(super) picture: &'a Picture,
    pub(super) lang: Lang,
    pub(super) money: MoneyUnit,
    pub(super) width: usize,
    pub(super) scale: Scale,
    /// Number of rows per step of the scale.
    pub(super) step_rows: usize,
    /// The column of the first month.
    pub(super) left: usize,
    /// Number of columns per month.
    pub(super) step: usize,
    /// The months with events, with their letters.
    pub(super) letters: Vec<(Month, char)>,
    /// The largest change shown in the panel below, in percent.
    pub(super) size: i64,
}

impl<'a> Plot<'a> {
    pub(super) fn new(picture: &'a Picture, style: &Style) -> Plot<'a> {
        let money = style.unit.unwrap_or_default();
        let scale = layout::level_scale(picture, money, 4);
        let longest = scale.ticks().iter().map(|(_, label)| width(label)).max();
        let left = LEFT.max(longest.unwrap_or(0) + 1);
        let room = style.width.saturating_sub(left + RIGHT);
        Plot {
            picture,
            lang: style.lang,
            money,
            width: style.width,
            scale,
            step_rows: 8usize.div_ceil(scale.steps().unsigned_abs() as usize),
            left,
            step: (room / picture.months.len().max(1)).clamp(1, 5),
            letters: letters(&picture.events),
            size: layout::change_size(picture),
        }
    }

    pub(super) fn money_words(&self) -> title::MoneyWords {
        title::MoneyWords::In(self.money)
    }

    /// Number of rows in the upper panel: those of its steps, and one above the highest for its
    /// number.
    pub(super) fn level_rows(&self) -> usize {
        self.scale.steps().unsigned_abs() as usize * self.step_rows + 1
    }

    pub(super) fn has_holes(&self) -> bool {
        let mut levels = self.picture.levels.iter();
        levels.any(|level| Picture::holes(level).next().is_some())
    }

    pub(super) fn panel(&self) -> Option<&ChangePanel> {
        self.picture.changes.first()
    }

    pub(super) fn level_top(&self) -> usize {
        usize::from(!self.letters.is_empty())
    }

    pub(super) fn hole_row(&self) -> usize {
        self.level_top() + self.level_rows()
    }

    pub(super) fn year_row(&self) -> usize {
        self.hole_row() + usize::from(self.has_holes())
    }

    pub(super) fn change_top(&self) -> usize {
        self.year_row() + 1
    }

    pub(super) fn height(&self) -> usize {
        let change = match self.panel() {
            Some(panel) => CHANGE_ROWS + usize::from(panel.streak.is_some()),
            None => 0,
        };
        self.change_top() + change
    }

    /// The first column of a month.
    pub(super) fn column(&self, month: Month) -> usize {
        let at = month.index() - self.picture.months.from.index();
        self.left + usize::try_from(at).unwrap_or(0) * self.step
    }

    /// The columns of the bar of a period. Wide bars are separated by a gap.
    pub(super) fn columns(&self, period: Period) -> std::ops::Range<usize> {
        let gap = usize::from(self.step >= 3);
        self.column(period.from)..self.column(period.to) + self.step - gap
    }

    /// The column in the middle of a month.
    pub(super) fn middle(&self, month: Month) -> usize {
        self.column(month) + (self.step - 1) / 2
    }
}

/// A letter for each month with an event.
pub(super) fn letters(events: &[Event]) -> Vec<(Month, char)> {
    let mut months: Vec<Month> = events.iter().map(|event| event.month).collect();
    months.dedup();
    months.into_iter().zip('a'..='z').collect()
}

/// A figure in the notation of the tables.
pub fn figure(value: Amount, unit: UnitOfMeasure, money: MoneyUnit) -> String {
    match unit {
        UnitOfMeasure::Money(_) => figures::money(value, money),
        UnitOfMeasure::Quantity(unit) => figures::quantity(value, unit),
        UnitOfMeasure::UnitValue(..) => figures::unit_value(value),
    }
}
