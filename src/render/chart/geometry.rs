//! The positions of the parts of an SVG chart, in pixels.

use super::layout::{self, Scale};
use super::letters::{self, CHARACTER, room};
use super::words;
use crate::render::wrap::wrap;
use crate::render::{Lang, MoneyUnit, labels, sources, title};
use crate::report::Report;
use crate::report::picture::{ChangePanel, ChartLine, Picture};
use crate::trade::{Amount, Month, Period};

/// The height of the panel of levels.
const LEVELS: f64 = 200.0;
/// The height of a panel of changes.
const CHANGES: f64 = 100.0;
/// Distance between two lines of text.
const LINE: f64 = 17.0;
/// The size of letters, and of small ones.
pub const LETTERS: f64 = 13.0;
const SMALL: f64 = 12.0;
const TITLE: f64 = 17.0;

/// The position of a panel of changes.
pub struct Place {
    /// The height of its name.
    pub name: f64,
    /// Its upper edge.
    pub top: f64,
}

/// A chart with the positions of all its parts.
pub struct Geometry<'a> {
    pub picture: &'a Picture,
    pub lang: Lang,
    pub money: MoneyUnit,
    pub width: f64,
    pub height: f64,
    /// The lines of the title and of the subtitle, with their heights.
    pub title: Vec<(f64, String)>,
    pub subtitle: Vec<(f64, String)>,
    /// The left edge of the first month and the right edge of the last.
    pub left: f64,
    pub right: f64,
    /// The upper edge of the levels.
    pub top: f64,
    pub scale: Scale,
    /// The half height of the panels of changes, in percent.
    pub size: i64,
    /// The positions of all panels of changes.
    pub panels: Vec<Place>,
    /// The position of the label of each event: its left end and its height; `None` if there is no
    /// room.
    pub labels: Vec<Option<(f64, f64)>>,
    /// The lines below the chart, with their heights.
    pub below: Vec<(f64, String)>,
}

impl<'a> Geometry<'a> {
    /// A chart `pixels` wide. It has its own title unless the page around it has one.
    pub fn new(
        report: &Report,
        picture: &'a Picture,
        (money, lang): (MoneyUnit, Lang),
        pixels: u16,
        has_title: bool,
    ) -> Geometry<'a> {
        let width = f64::from(pixels);
        let scale = layout::level_scale(picture, money, 4);
        let ticks = scale.ticks().into_iter().map(|(_, label)| label);
        let size = layout::change_size(picture);
        let of_changes = picture.changes.first().map(|_| format!("−{size}"));
        let widest = ticks.chain(of_changes).map(|label| room(&label, SMALL));
        let left = widest.fold(34.0f64, |left, tick| left.max(tick + 8.0));
        let names = picture.levels.iter().map(|level| {
            let last = format!(
                "{} {}",
                labels::flow(level.flow, lang),
                last(level, picture, money)
            );
            letters::bold(&last, LETTERS)
        });
        let last_changes = picture.changes.iter().filter_map(|panel| {
            let percent = panel.bars.last()?.percent.as_ref().ok()?;
            Some(letters::bold(&words::percent(*percent, lang), LETTERS))
        });
        let names = names.chain(last_changes);
        let right = width - names.fold(56.0f64, f64::max) - 12.0;
        let mut at = 4.0;
        let mut lines = |texts: Vec<String>, high: f64, down: f64| -> Vec<(f64, String)> {
            let placed = texts.into_iter().map(|text| {
                at += high;
                (at, text)
            });
            let placed = placed.collect();
            at += down;
            placed
        };
        let columns = |size: f64| ((width - 8.0) / (size * CHARACTER)) as usize;
        let title = if has_title {
            let text = title::without_unit(&report.heading, lang);
            wrap(&text, columns(TITLE * 1.1), 0)
        } else {
            Vec::new()
        };
        let title = lines(title, 22.0, 2.0);
        let unit = title::unit_of(&report.heading, title::MoneyWords::In(money), lang);
        let subtitle = words::what_is_drawn(&unit, !picture.changes.is_empty(), lang);
        let subtitle = lines(wrap(&subtitle, columns(LETTERS), 0), LINE, 8.0);
        let mut placed = Geometry {
            picture,
            lang,
            money,
            width,
            height: 0.0,
            title,
            subtitle,
            left,
            right,
            top: at,
            scale,
            size,
            panels: Vec::new(),
            labels: Vec::new(),
            below: Vec::new(),
        };
        placed.place_labels();
        placed.place_panels();
        let mut texts: Vec<String> = words::legend(picture, lang);
        texts.extend(sources::in_columns(
            &report.sources,
            columns(SMALL) * 2,
            lang,
        ));
        let wrapped = texts.iter().flat_map(|text| wrap(text, columns(SMALL), 0));
        let mut at = placed.bottom() + 8.0;
        for text in wrapped {
            at += LINE - 1.0;
            placed.below.push((at, text));
        }
        placed.height = at + 8.0;
        placed
    }

    /// Places the labels of events in rows, right of their lines, or left of them at the edge of
    /// the picture.
    fn place_labels(&mut self) {
        const MOST: usize = 8;
        let events = &self.picture.events;
        let boxes: Vec<(f64, f64)> = events
            .iter()
            .map(|event| {
                let label = labels::name(&event.label, self.lang);
                let (x, room) = (self.middle(event.month), room(label, SMALL));
                let start = if x + 4.0 + room <= self.width {
                    x + 4.0
                } else {
                    (x - 4.0 - room).max(0.0)
                };
                (start, room)
            })
            .collect();
        let rows = layout::label_rows(&boxes, 4.0, MOST);
        let used = rows.iter().flatten().map(|row| row + 1).max().unwrap_or(0);
        let first = self.top + SMALL - 2.0;
        self.labels = boxes
            .iter()
            .zip(rows)
            // A label longer than the picture is shown only as a tooltip.
            .map(|((start, room), row)| {
                let row = row.filter(|_| start + room <= self.width)?;
                Some((*start, first + row as f64 * LINE))
            })
            .collect();
        self.top += used as f64 * LINE + 8.0;
    }

    fn place_panels(&mut self) {
        let mut at = self.top + LEVELS + 18.0;
        for _ in &self.picture.changes {
            self.panels.push(Place {
                name: at + 22.0,
                top: at + 34.0,
            });
            at += 34.0 + CHANGES;
        }
    }

    /// The lower edge of the last panel.
    pub fn bottom(&self) -> f64 {
        match self.panels.last() {
            Some(panel) => panel.top + CHANGES,
            None => self.top + LEVELS + 20.0,
        }
    }

    /// The width of one month.
    pub fn step(&self) -> f64 {
        (self.right - self.left) / self.picture.months.len().max(1) as f64
    }

    /// The left edge of a month.
    pub fn start(&self, month: Month) -> f64 {
        let at = month.index() - self.picture.months.from.index();
        self.left + f64::from(at) * self.step()
    }

    /// The middle of a month.
    pub fn middle(&self, month: Month) -> f64 {
        self.start(month) + self.step() / 2.0
    }

    /// The horizontal extent of a period.
    pub fn span(&self, period: Period) -> (f64, f64) {
        (self.start(period.from), self.start(period.to.plus(1)))
    }

    /// The height of a share of the scale of levels.
    pub fn level_at(&self, share: f64) -> f64 {
        self.top + LEVELS * (1.0 - share)
    }

    /// The height of a value.
    pub fn height_of(&self, value: Amount) -> f64 {
        let value = layout::shown(value, self.picture.unit, self.money);
        self.level_at(self.scale.share(value))
    }

    /// The height of a change in percent, limited to its panel.
    pub fn change_at(&self, place: &Place, percent: f64) -> f64 {
        let share = (percent / self.size as f64).clamp(-1.0, 1.0);
        place.top + CHANGES / 2.0 * (1.0 - share)
    }

    /// The classes for lines and areas of a flow, by its position in the upper panel.
    pub fn classes(&self, panel: &ChangePanel) -> (&'static str, &'static str) {
        let second = self.picture.levels.get(1);
        if second.is_some_and(|level| level.flow == panel.flow) {
            ("second", "of-second")
        } else {
            ("first", "of-first")
        }
    }

    /// The last figure of a level, as shown in its label.
    pub fn last(&self, level: &ChartLine) -> String {
        last(level, self.picture, self.money)
    }
}

fn last(level: &ChartLine, picture: &Picture, money: MoneyUnit) -> String {
    match level.points.last().map(|point| &point.value) {
        Some(Ok(value)) => super::plot::figure(*value, picture.unit, money),
        _ => crate::render::figures::MISSING.to_owned(),
    }
}
