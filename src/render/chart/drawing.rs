//! Draws the parts of a chart of characters, cell by cell.

use super::cells::{Cells, Ink};
use super::layout::{self};
use super::plot::{CHANGE_ROWS, Plot, figure};
use super::words;
use crate::render::wrap::{width, wrap};
use crate::render::{figures, labels};
use crate::report::picture::{Bar, ChangePanel, ChartLine, Picture};
use crate::trade::{Amount, Month, Period};

/// Blocks of eighths of a cell, from the bottom.
const EIGHTHS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// Draws a column up to this number of eighths of a row above the lower edge of row `floor`.
fn up(cells: &mut Cells, floor: usize, column: usize, eighths: i64, ink: Ink) {
    let mut rest = usize::try_from(eighths).unwrap_or(0);
    let mut row = floor;
    while rest > 0 {
        cells.put(row, column, EIGHTHS[rest.min(8)], ink);
        rest = rest.saturating_sub(8);
        let Some(above) = row.checked_sub(1) else {
            return;
        };
        row = above;
    }
}

/// Draws a column down this number of half rows from the upper edge of row `ceiling`. Few fonts
/// have characters for eighths from the top.
fn down(cells: &mut Cells, ceiling: usize, column: usize, halves: i64, ink: Ink) {
    let halves = usize::try_from(halves).unwrap_or(0);
    for row in 0..halves.div_ceil(2) {
        let glyph = if halves >= 2 * (row + 1) {
            "█"
        } else {
            "▀"
        };
        cells.put(ceiling + row, column, glyph, ink);
    }
}

/// All dots from one point to another, both included, without a gap.
fn segment(from: (i64, i64), to: (i64, i64)) -> Vec<(i64, i64)> {
    let (wide, high) = (to.0 - from.0, to.1 - from.1);
    let count = wide.abs().max(high.abs()).max(1);
    let at = |part: i64| {
        let step = |distance: i64| (distance * part * 2 + count * distance.signum()) / (count * 2);
        (from.0 + step(wide), from.1 + step(high))
    };
    (0..=count).map(at).collect()
}

impl Plot<'_> {
    pub(super) fn cells(&self) -> Cells {
        let mut cells = Cells::new(self.width, self.height());
        self.axis(&mut cells);
        if let Some(first) = self.picture.levels.first() {
            self.level_columns(first, &mut cells);
        }
        self.events(&mut cells);
        if let Some(second) = self.picture.levels.get(1) {
            self.line(second, &mut cells);
        }
        self.names(&mut cells);
        self.holes(&mut cells);
        if let Some(panel) = self.panel() {
            self.changes(panel, &mut cells);
        }
        cells
    }

    /// Draws the numbers of the upper axis, each in the row above its height, and the years.
    fn axis(&self, cells: &mut Cells) {
        let top = self.level_top();
        let ticks = self.scale.ticks();
        for (at, (_, label)) in ticks.iter().rev().enumerate() {
            let row = top + at * self.step_rows;
            cells.put(row, self.left - 1 - width(label), label, Ink::Quiet);
        }
        let step = self.step as f64;
        let room = |text: &str| width(text) as f64;
        for (month, name) in layout::month_ticks(self.picture.months, step, 1.0, room) {
            cells.put(self.year_row(), self.column(month), &name, Ink::Quiet);
        }
    }

    /// The height of a value above the lowest tick, in parts of a row.
    fn height_of(&self, value: Amount, parts: usize) -> i64 {
        let value = layout::shown(value, self.picture.unit, self.money);
        let rows = (self.level_rows() - 1) * parts;
        (self.scale.share(value) * rows as f64).round() as i64
    }

    fn level_columns(&self, level: &ChartLine, cells: &mut Cells) {
        let zero = self.scale.steps_below_zero().unsigned_abs() as usize * self.step_rows;
        // The row whose lower edge is zero.
        let floor = self.level_top() + self.level_rows() - 1 - zero;
        for point in &level.points {
            let Ok(value) = &point.value else { continue };
            let columns = self.columns(Period::month(point.month));
            let eighths = self.height_of(*value, 8) - 8 * zero as i64;
            for column in columns {
                if *value > Amount::ZERO {
                    up(cells, floor, column, eighths.max(1), Ink::First);
                } else if *value < Amount::ZERO {
                    let halves = self.height_of(*value, 2) - 2 * zero as i64;
                    down(cells, floor + 1, column, (-halves).max(1), Ink::First);
                }
            }
        }
    }

    /// Draws a line through adjacent months with figures; a single month is a dot.
    fn line(&self, level: &ChartLine, cells: &mut Cells) {
        let bottom = (self.level_top() + self.level_rows()) as i64 * 4 - 1;
        let place = |month: Month, value: Amount| {
            let x = (self.column(month) * 2 + self.step - 1) as i64;
            (x, bottom - self.height_of(value, 4))
        };
        let known = |point: &crate::report::picture::Point| {
            let value = point.value.as_ref().ok()?;
            Some(place(point.month, *value))
        };
        let mut before: Option<(i64, i64)> = None;
        for point in &level.points {
            let here = known(point);
            if let Some(here) = here {
                for (x, y) in segment(before.unwrap_or(here), here) {
                    if let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) {
                        cells.dot(x, y, Ink::Second);
                    }
                }
            }
            before = here;
        }
    }

    fn events(&self, cells: &mut Cells) {
        for (month, letter) in &self.letters {
            let column = self.middle(*month);
            cells.put(0, column, letter.encode_utf8(&mut [0; 4]), Ink::Plain);
            for row in self.level_top()..self.level_top() + self.level_rows() {
                if cells.at(row, column) == ' ' {
                    cells.put(row, column, "┊", Ink::Quiet);
                }
            }
        }
    }

    /// Draws the name and the last figure of each flow, right of its last month.
    fn names(&self, cells: &mut Cells) {
        let start = self.column(self.picture.months.to) + self.step + 1;
        let room = self.width.saturating_sub(start);
        let lines = |level: &ChartLine| {
            let name = labels::flow(level.flow, self.lang);
            let last = level.points.last();
            let figure = match last.map(|point| &point.value) {
                Some(Ok(value)) => figure(*value, self.picture.unit, self.money),
                _ => figures::MISSING.to_owned(),
            };
            let whole = format!("{name} {figure}");
            if width(&whole) <= room {
                vec![whole]
            } else {
                vec![name.to_owned(), figure]
            }
        };
        let texts: Vec<Vec<String>> = self.picture.levels.iter().map(lines).collect();
        let gap = texts.iter().map(Vec::len).max().unwrap_or(1) as f64;
        let last_row = (self.level_rows() - 1) as f64;
        let wanted: Vec<f64> = self
            .picture
            .levels
            .iter()
            .map(|level| {
                let known = level
                    .points
                    .iter()
                    .rev()
                    .find_map(|point| point.value.as_ref().ok());
                let above = known.map_or(0, |value| self.height_of(*value, 100));
                last_row - (above as f64 / 100.0).clamp(0.0, last_row)
            })
            .collect();
        let rows = layout::spread(&wanted, gap, 0.0, last_row - gap + 1.0);
        let inks = [Ink::First, Ink::Second];
        for ((row, lines), ink) in rows.iter().zip(&texts).zip(inks) {
            for (below, line) in lines.iter().enumerate() {
                let row = self.level_top() + row.round() as usize + below;
                cells.put(row, start, line, ink);
            }
        }
    }

    fn holes(&self, cells: &mut Cells) {
        if !self.has_holes() {
            return;
        }
        // Where one of two flows has a figure, the cross has the colour of the other.
        let inks = [Ink::First, Ink::Second];
        for (level, ink) in self.picture.levels.iter().zip(inks) {
            for point in Picture::holes(level) {
                let is_whole = self.picture.is_hole_of_all(point.month);
                let ink = if is_whole { Ink::Plain } else { ink };
                cells.put(self.hole_row(), self.middle(point.month), "×", ink);
            }
        }
        let start = self.column(self.picture.months.to) + self.step + 1;
        let legend = format!("× {}", words::no_data(self.lang));
        cells.put(self.hole_row(), start, &legend, Ink::Quiet);
    }

    fn changes(&self, panel: &ChangePanel, cells: &mut Cells) {
        let top = self.change_top();
        let half = CHANGE_ROWS / 2;
        let percent = words::percent_sign(self.lang);
        for (row, label) in [
            (top, format!("+{}{percent}", self.size)),
            (top + half - 1, "0".to_owned()),
            (top + CHANGE_ROWS - 1, format!("−{}{percent}", self.size)),
        ] {
            cells.put(row, self.left - 1 - width(&label), &label, Ink::Quiet);
        }
        let start = self.column(self.picture.months.to) + self.step + 1;
        let ink = self.ink_of(panel);
        let name = words::change_of(panel.flow, self.lang);
        let name = wrap(&name, self.width.saturating_sub(start), 0);
        for (below, line) in name.iter().enumerate() {
            cells.put(top + below, start, line, ink);
        }
        for bar in &panel.bars {
            self.bar(bar, top + half - 1, ink, cells);
        }
        self.bracket(panel, top + CHANGE_ROWS, cells);
    }

    /// The colour of the flow in the panel above.
    fn ink_of(&self, panel: &ChangePanel) -> Ink {
        let second = self.picture.levels.get(1);
        if second.is_some_and(|level| level.flow == panel.flow) {
            Ink::Second
        } else {
            Ink::First
        }
    }

    /// Draws a change; `floor` is the row whose lower edge is zero. A change that rounds to zero is
    /// a thin line above or below zero, an exact zero is a dot, to distinguish them.
    fn bar(&self, bar: &Bar, floor: usize, ink: Ink, cells: &mut Cells) {
        let Ok(percent) = &bar.percent else {
            for month in bar.period.months() {
                cells.put(floor, self.middle(month), "·", Ink::Quiet);
            }
            return;
        };
        let tenths = percent.percent(1);
        let share = tenths as f64 / (self.size * 10) as f64;
        let half = (CHANGE_ROWS / 2) as f64;
        for column in self.columns(bar.period) {
            if *percent == crate::trade::Ratio::whole(0) {
                cells.put(floor, column, "─", ink);
            } else if percent.is_below_zero() {
                let halves = (-share * half * 2.0).round() as i64;
                if halves == 0 {
                    cells.put(floor + 1, column, "▔", ink);
                } else {
                    down(cells, floor + 1, column, halves, ink);
                }
            } else {
                let eighths = (share.min(1.0) * half * 8.0).round() as i64;
                up(cells, floor, column, eighths.max(1), ink);
                if share > 1.0 {
                    cells.put(floor + 1 - CHANGE_ROWS / 2, column, "▲", ink);
                }
            }
        }
    }

    /// Draws `└─ 23 falls in a row ─┘` under the months of the streak. A corner is omitted if the
    /// streak may have begun earlier, or began before the first month shown.
    fn bracket(&self, panel: &ChangePanel, row: usize, cells: &mut Cells) {
        let Some(marked) = &panel.streak else { return };
        let months = self.picture.months;
        let ink = self.ink_of(panel);
        let from = self.column(marked.since.max(months.from));
        let to = self.column(marked.until) + self.step - 1;
        let is_open = marked.open_before || marked.since < months.from;
        let text = format!(" {} ", words::streak(marked, months.from, self.lang));
        let inside = to.saturating_sub(from + 1);
        for column in from..=to {
            cells.put(row, column, "─", ink);
        }
        if !is_open {
            cells.put(row, from, "└", ink);
        }
        if !marked.open_after {
            cells.put(row, to, "┘", ink);
        }
        let text_width = width(&text);
        let column = if text_width + 2 <= inside {
            from + 1 + (inside - text_width) / 2
        } else if to + text_width < self.width {
            to + 1
        } else {
            from.saturating_sub(text_width)
        };
        cells.put(row, column, &text, ink);
    }
}
