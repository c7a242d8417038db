//! One month of a flow in `series`: its figures, flags and remarks.
//!
//! Source: docs/definitions.md, "Change".

use super::change::Change;
use super::remarks;
use crate::measure::breakdown;
use crate::measure::breakdown::percent;
use crate::measure::question::KeyedSeries;
use crate::report::{Cell, Column, Flag, Remark, RemarkKind, Row, Word};
use crate::trade::{Basis, Breakdown, Comparison, Flow, Month, Period, Series, UnitOfMeasure};
use std::cell::LazyCell;

/// A change that is computed only if a column needs it: a breakdown has a row for each component
/// and month.
type LazyChange<'s> = LazyCell<Change, Box<dyn FnOnce() -> Change + 's>>;

/// One month of a flow.
pub(super) struct SeriesRow<'s> {
    series: &'s Series,
    month: Month,
    /// The columns asked for.
    columns: &'s [Column],
    yoy: Change,
    mom: LazyChange<'s>,
    to_date: Window<'s>,
    /// The last 3 and the last 12 months.
    rolling: [Window<'s>; 2],
}

/// A sum of several months and its change from a year earlier, with the columns for both.
struct Window<'s> {
    value: Column,
    change: Column,
    period: Period,
    yoy: LazyChange<'s>,
}

impl<'s> SeriesRow<'s> {
    /// The row of a month with these columns.
    pub fn of(series: &'s Series, month: Month, columns: &'s [Column]) -> SeriesRow<'s> {
        let at = Period::month(month);
        let to_date = Period::year_to_date(month);
        let rolling = |months: i32, value, change| {
            let period = Period {
                from: month.plus(1 - months),
                to: month,
            };
            let yoy = move || Change::of_months(series, period, Comparison::Yoy);
            Window {
                value,
                change,
                period,
                yoy: lazy(yoy),
            }
        };
        SeriesRow {
            series,
            month,
            columns,
            yoy: Change::of(series, at, Comparison::Yoy),
            mom: lazy(move || Change::of(series, at, Comparison::Mom)),
            to_date: Window {
                value: Column::Ytd,
                change: Column::YtdYoyPct,
                period: to_date,
                yoy: lazy(move || Change::of(series, to_date, Comparison::Yoy)),
            },
            rolling: [
                rolling(3, Column::Roll3, Column::Roll3YoyPct),
                rolling(12, Column::Roll12, Column::Roll12YoyPct),
            ],
        }
    }

    /// The row, with the cells that tell it apart.
    pub fn row(&self, keyed: &KeyedSeries, by: Option<Breakdown>) -> Row {
        let figures = self
            .columns
            .iter()
            .map(|column| (*column, self.cell(*column)));
        let flags = self.columns.iter().flat_map(|column| self.flags(*column));
        let flags: Vec<(Column, Flag)> = flags.collect();
        let key = breakdown::key(keyed, by);
        let key = key.into_iter().chain(breakdown::unit(self.series));
        let month = (Column::Month, Cell::Month(self.month));
        let row = Row::new(figures.chain(key).chain([month]));
        row.with_remarks(self.remarks()).with_flags(flags)
    }

    fn windows(&self) -> impl Iterator<Item = &Window<'s>> {
        [&self.to_date].into_iter().chain(&self.rolling)
    }

    fn wants(&self, column: Column) -> bool {
        self.columns.contains(&column)
    }

    fn cell(&self, column: Column) -> Cell {
        let at = Period::month(self.month);
        match column {
            Column::Value => breakdown::figure(self.series, &self.yoy.value),
            Column::Basis => match &self.yoy.value {
                Ok(figure) => Cell::Word(Word::Basis(figure.basis)),
                Err(_) => Cell::Empty,
            },
            Column::MomPct => percent(&self.mom),
            Column::YoyPct => percent(&self.yoy),
            Column::PrintedPct => match self.series.printed(at) {
                Some(printed) => Cell::PrintedPercent(printed.percent),
                None => Cell::Empty,
            },
            _ => self
                .windows()
                .find_map(|window| window.cell(column, self.series))
                .unwrap_or(Cell::Empty),
        }
    }

    fn flags(&self, column: Column) -> Vec<(Column, Flag)> {
        let at = Period::month(self.month);
        match column {
            Column::Value => remarks::flags_of(column, self.series, at),
            Column::MomPct => remarks::flags_of_change(column, at, &self.mom),
            Column::YoyPct => remarks::flags_of_change(column, at, &self.yoy),
            _ => {
                let mut windows = self.windows();
                let window = windows.find(|window| window.change == column);
                window.map_or_else(Vec::new, |window| {
                    remarks::flags_of_change(column, window.period, &window.yoy)
                })
            }
        }
    }

    /// The remarks on the columns asked for.
    fn remarks(&self) -> Vec<Remark> {
        let (series, at) = (self.series, Period::month(self.month));
        let mut all = remarks::of_figure(Column::Value, series, at);
        // If the value is shown, it carries the remark itself.
        let own = (!self.wants(Column::Value)).then_some(at);
        for (column, base) in [
            (Column::MomPct, Period::month(self.month.plus(-1))),
            (Column::YoyPct, at.year_before()),
        ] {
            let taken = own.into_iter().chain([base]);
            all.extend(remarks::of_taken(column, series, taken));
        }
        let wanted = |window: &&Window<'_>| self.wants(window.value) || self.wants(window.change);
        for window in self.windows().filter(wanted) {
            all.extend(remarks::of_taken(window.value, series, [window.period]));
            let own = (!self.wants(window.value)).then_some(window.period);
            let taken = own.into_iter().chain([window.period.year_before()]);
            all.extend(remarks::of_taken(window.change, series, taken));
        }
        for window in self.rolling.iter().filter(wanted) {
            // One method for the whole column; a published figure that differs is remarked on.
            let base = window.period.year_before();
            all.extend(remarks::of_published_window(
                window.value,
                series,
                window.period,
            ));
            all.extend(remarks::of_published_window(window.change, series, base));
        }
        if self.wants(Column::MomPct) {
            all.extend(remarks::uncertain(Column::MomPct, at, &self.mom));
        }
        all.extend(remarks::of_rounding(Column::YoyPct, at, &self.yoy));
        all.extend(remarks::of_printed(
            Column::PrintedPct,
            series,
            at,
            &self.yoy,
        ));
        let to_date = &self.to_date;
        if self.month != self.month.january() && wanted(&to_date) {
            all.extend(self.remark_to_date());
            all.extend(self.remark_on_fall());
            let period = to_date.period;
            all.extend(remarks::of_printed(
                to_date.change,
                series,
                period,
                &to_date.yoy,
            ));
        }
        all.retain(|remark| remark.column.is_some_and(|one| self.wants(one)));
        all
    }

    /// A remark on how the year to date came about, if it is not the sum of its months.
    fn remark_to_date(&self) -> Option<Remark> {
        let period = self.to_date.period;
        let published = self.series.figure(period)?;
        if self.series.flow == Flow::Balance || published.basis == Basis::Sum {
            return None;
        }
        let months = remarks::beside_months(self.series, period)?;
        let kind = remarks::for_the_whole(published, Some(months));
        Some(Remark::on(Column::Ytd, period, kind))
    }

    /// A remark that the year to date is below that of the month before, although no month is below
    /// zero.
    fn remark_on_fall(&self) -> Option<Remark> {
        let is_sum = !matches!(self.series.unit, UnitOfMeasure::UnitValue(..));
        if self.series.flow == Flow::Balance || !is_sum {
            return None;
        }
        let own = self.to_date.yoy.value.as_ref().ok()?;
        let before = Period::year_to_date(self.month.plus(-1));
        let before = self.series.over(before).ok()?;
        (own.value < before.value)
            .then(|| Remark::on(Column::Ytd, self.to_date.period, RemarkKind::ToDateFalls))
    }
}

impl Window<'_> {
    /// The cell of one of its two columns.
    fn cell(&self, column: Column, series: &Series) -> Option<Cell> {
        if column == self.value {
            return Some(breakdown::figure(series, &self.yoy.value));
        }
        (column == self.change).then(|| percent(&self.yoy))
    }
}

fn lazy<'s>(change: impl FnOnce() -> Change + 's) -> LazyChange<'s> {
    LazyCell::new(Box::new(change))
}
