//! Positions in a chart in abstract units: scales, ticks, rows of labels.

use crate::render::MoneyUnit;
use crate::render::digits::decimal;
use crate::report::picture::Picture;
use crate::trade::{Amount, Month, Period, UnitOfMeasure};

/// An amount in the unit that is displayed: million dollars, tonnes, dollars per tonne. Used only
/// for drawing; nothing is computed or printed from it.
pub fn shown(amount: Amount, unit: UnitOfMeasure, money: MoneyUnit) -> f64 {
    let power = match unit {
        UnitOfMeasure::Money(_) => 3 + money.power() as i32,
        UnitOfMeasure::Quantity(Some(unit)) if unit.is_weight() => 6,
        UnitOfMeasure::Quantity(_) => 3,
        UnitOfMeasure::UnitValue(..) => 9,
    };
    amount.0 as f64 / 10f64.powi(power)
}

/// An axis with round ticks: steps of 1, 2, 2.5 or 5 times a power of ten.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Scale {
    /// The step in tenths of the power: 10, 20, 25 or 50.
    tenths: i64,
    /// The power of ten.
    power: i32,
    /// The lowest tick, in steps.
    low: i64,
    /// The highest tick, in steps.
    high: i64,
}

impl Scale {
    /// The tightest axis that includes zero and all `values` with at most `most` steps.
    pub fn around(values: impl Iterator<Item = f64>, most: i64) -> Scale {
        let (mut least, mut greatest) = (0f64, 0f64);
        for value in values.filter(|value| value.is_finite()) {
            least = least.min(value);
            greatest = greatest.max(value);
        }
        if greatest - least <= 0.0 {
            greatest = 1.0;
        }
        // Starts with a step that is too small.
        let mut power = ((greatest - least).log10().floor() as i32) - 2;
        loop {
            for tenths in [10, 20, 25, 50] {
                let step = Scale::step_of(tenths, power);
                let low = (least / step + 1e-9).floor() as i64;
                let high = (greatest / step - 1e-9).ceil() as i64;
                if high - low <= most {
                    return Scale {
                        tenths,
                        power,
                        low,
                        high,
                    };
                }
            }
            power += 1;
        }
    }

    /// An axis from `-size` to `size` with ticks at both ends and at zero; `size` is a whole
    /// number.
    #[cfg(test)]
    pub fn symmetric(size: i64) -> Scale {
        Scale {
            tenths: size * 10,
            power: 0,
            low: -1,
            high: 1,
        }
    }

    fn step_of(tenths: i64, power: i32) -> f64 {
        tenths as f64 * 10f64.powi(power - 1)
    }

    /// Number of steps.
    pub fn steps(&self) -> i64 {
        self.high - self.low
    }

    /// Number of steps below zero.
    pub fn steps_below_zero(&self) -> i64 {
        -self.low
    }

    /// The position of `value`: 0 at the lowest tick, 1 at the highest.
    pub fn share(&self, value: f64) -> f64 {
        let steps = value / Scale::step_of(self.tenths, self.power);
        (steps - self.low as f64) / self.steps() as f64
    }

    /// All ticks, lowest first, with their positions and exact labels.
    pub fn ticks(&self) -> Vec<(f64, String)> {
        let steps = self.steps() as f64;
        (self.low..=self.high)
            .map(|at| ((at - self.low) as f64 / steps, self.label(at)))
            .collect()
    }

    /// The label of a tick: `1,200`, `0.25`, `−50`.
    fn label(&self, at: i64) -> String {
        let mut digits = i128::from(at) * i128::from(self.tenths);
        let mut power = self.power - 1;
        while power < 0 && digits % 10 == 0 {
            digits /= 10;
            power += 1;
        }
        let sign = if digits < 0 { "−" } else { "" };
        let size = digits.unsigned_abs();
        if power >= 0 {
            let zeros = 10u128.checked_pow(power.unsigned_abs()).unwrap_or(1);
            return format!("{sign}{}", decimal(size * zeros, 0, true));
        }
        format!("{sign}{}", decimal(size, power.unsigned_abs(), false))
    }
}

/// The scale of the levels.
pub fn level_scale(picture: &Picture, money: MoneyUnit, most: i64) -> Scale {
    let points = picture.levels.iter().flat_map(|level| &level.points);
    let values = points.filter_map(|point| point.value.as_ref().ok());
    Scale::around(values.map(|value| shown(*value, picture.unit, money)), most)
}

/// Half the height of the panels of changes, in percent: a hundred, or less if all changes are
/// smaller. Larger changes are cut off and marked.
pub fn change_size(picture: &Picture) -> i64 {
    let bars = picture.changes.iter().flat_map(|panel| &panel.bars);
    let percents = bars.filter_map(|bar| bar.percent.as_ref().ok());
    let tenths = percents.map(|ratio| ratio.abs().percent(1));
    let most = tenths.max().unwrap_or(1000);
    // If no change exceeds half of the panel, a smaller one shows more detail.
    [10, 20, 50]
        .into_iter()
        .find(|size| most <= i128::from(size * 10))
        .unwrap_or(100)
}

/// Assigns labels to rows: each goes into the first row where it overlaps no other. `boxes` are
/// start and width, in any order. Returns the row of each, `None` if it does not fit in `most`
/// rows.
pub fn label_rows(boxes: &[(f64, f64)], gap: f64, most: usize) -> Vec<Option<usize>> {
    let mut taken: Vec<(usize, f64, f64)> = Vec::new();
    boxes
        .iter()
        .map(|&(start, width)| {
            let end = start + width;
            let is_free = |row: &usize| {
                taken.iter().all(|&(in_row, from, to)| {
                    in_row != *row || end + gap <= from || to + gap <= start
                })
            };
            let row = (0..most).find(is_free)?;
            taken.push((row, start, end));
            Some(row)
        })
        .collect()
}

/// Moves heights apart until any two differ by at least `gap`, within `low` to `high` if possible.
/// Returns them in the given order; their ranking is preserved.
pub fn spread(wanted: &[f64], gap: f64, low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    let mut placed = vec![0.0; wanted.len()];
    let mut least = low;
    for &at in &order {
        placed[at] = wanted[at].max(least);
        least = placed[at] + gap;
    }
    let mut most = high;
    for &at in order.iter().rev() {
        placed[at] = placed[at].min(most);
        most = placed[at] - gap;
    }
    placed
}

/// The months labelled on the axis: every January, and in windows of up to two years the first
/// month of each quarter. `room(text)` is the width of a label, `step` the width of a month. Labels
/// that would touch the previous one, or extend beyond the last month, are dropped, years last.
pub fn month_ticks(
    months: Period,
    step: f64,
    gap: f64,
    room: impl Fn(&str) -> f64,
) -> Vec<(Month, String)> {
    let is_short = months.len() <= 24;
    let mut named: Vec<(Month, String, f64, f64)> = Vec::new();
    let mut place = |month: Month, name: String| {
        let start = f64::from(month.index() - months.from.index()) * step;
        let end = start + room(&name);
        let limit = f64::from(months.len() as i32) * step;
        let is_free = named
            .iter()
            .all(|(_, _, from, to)| end + gap <= *from || to + gap <= start);
        if is_free && (end <= limit || named.is_empty()) {
            named.push((month, name, start, end));
        }
    };
    for month in months.months().filter(|month| month.month() == 1) {
        place(month, format!("{}", month.year()));
    }
    if is_short {
        for month in months.months() {
            if month == months.from || month.month() % 3 == 1 {
                place(month, month.to_string());
            }
        }
    } else {
        place(months.from, months.from.to_string());
    }
    named.sort_by_key(|(month, ..)| *month);
    named
        .into_iter()
        .map(|(month, name, ..)| (month, name))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn labels(scale: Scale) -> Vec<String> {
        scale.ticks().into_iter().map(|(_, label)| label).collect()
    }

    #[test]
    fn ticks_are_round_numbers() {
        let around = |values: &[f64]| labels(Scale::around(values.iter().copied(), 4));
        assert_eq!(around(&[351.0, 99.3]), ["0", "100", "200", "300", "400"]);
        assert_eq!(around(&[0.7]), ["0", "0.2", "0.4", "0.6", "0.8"]);
        assert_eq!(around(&[-30.0, 60.0]), ["−50", "0", "50", "100"]);
        assert_eq!(
            around(&[356_699.6]),
            ["0", "100,000", "200,000", "300,000", "400,000"]
        );
        assert_eq!(around(&[9.9]), ["0", "2.5", "5", "7.5", "10"]);
        assert_eq!(around(&[]), ["0", "0.25", "0.5", "0.75", "1"]);
        assert_eq!(labels(Scale::symmetric(100)), ["−100", "0", "100"]);
    }

    #[test]
    fn a_value_on_a_tick_stands_at_the_tick() {
        let scale = Scale::around([351.0].into_iter(), 4);
        for (at, label) in scale.ticks() {
            let value: f64 = label.parse().unwrap();
            assert!((scale.share(value) - at).abs() < 1e-12, "{label}");
        }
    }

    #[test]
    fn ticks_of_the_axis_are_years_or_quarters() {
        let ticks = |months: &str, step: f64| {
            let ticks = month_ticks(months.parse().unwrap(), step, 1.0, |text| text.len() as f64);
            let names = ticks.into_iter().map(|(_, name)| name);
            names.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(ticks("2016-01..2020-12", 1.0), "2016 2017 2018 2019 2020");
        assert_eq!(ticks("2015-11..2018-02", 1.0), "2016 2017");
        assert_eq!(ticks("2015-03..2018-12", 1.0), "2015-03 2016 2017 2018");
        assert_eq!(ticks("2017-01..2017-09", 6.0), "2017 2017-04 2017-07");
        assert_eq!(ticks("2017-03..2017-03", 4.0), "2017-03");
    }

    proptest! {
        #[test]
        fn the_axis_holds_every_value(
            values in proptest::collection::vec(-1e12f64..1e12, 1..20), most in 2i64..9,
        ) {
            let scale = Scale::around(values.iter().copied(), most);
            prop_assert!(scale.steps() <= most && scale.steps() > 0);
            for value in values {
                let share = scale.share(value);
                prop_assert!((-1e-6..=1.0 + 1e-6).contains(&share), "{value} at {share}");
            }
        }

        #[test]
        fn labels_of_a_row_never_touch(
            boxes in proptest::collection::vec((0f64..600.0, 1f64..90.0), 0..20),
        ) {
            let rows = label_rows(&boxes, 4.0, 30);
            for (a, (start, width)) in boxes.iter().enumerate() {
                prop_assert!(rows[a].is_some());
                for b in a + 1..boxes.len() {
                    let (other, wide) = boxes[b];
                    let apart = start + width + 4.0 <= other || other + wide + 4.0 <= *start;
                    prop_assert!(rows[a] != rows[b] || apart);
                }
            }
        }

        #[test]
        fn heights_are_spread_and_keep_their_order(
            wanted in proptest::collection::vec(0f64..200.0, 0..6),
        ) {
            let placed = spread(&wanted, 15.0, 0.0, 200.0);
            for a in 0..wanted.len() {
                prop_assert!((-1e-9..=200.0 + 1e-9).contains(&placed[a]));
                for b in 0..a {
                    prop_assert!((placed[a] - placed[b]).abs() >= 15.0 - 1e-9);
                    if wanted[a] < wanted[b] {
                        prop_assert!(placed[a] < placed[b]);
                    }
                }
            }
        }
    }
}
