//! Claims and their readings in each language.

use crate::render::lang::marks::Marks;
use crate::render::lang::signed::signed;
use crate::report::{ClaimFigure, FigureOf, OtherReading};
use crate::trade::{Measured, Printed, Vintage};

/// A figure of a claim in a sentence. `measured` and the units are those of the language.
pub(super) fn figure(
    figure: ClaimFigure,
    measured: fn(Measured) -> String,
    [times, months, percent]: [&str; 3],
) -> String {
    match figure {
        ClaimFigure::Percent(ratio) => {
            let change = Printed {
                digits: ratio.percent(1),
                decimals: 1,
            };
            signed(change) + percent
        }
        ClaimFigure::Times(ratio) => {
            let hundredth = ratio.times(1, 100);
            let text = hundredth.map_or_else(String::new, |ratio| ratio.percent_text(2));
            format!("{text}{times}")
        }
        ClaimFigure::Months(count) => format!("{count}{months}"),
        ClaimFigure::Amount(amount) => measured(amount),
    }
}

/// The ends of an interval, closer than a figure is otherwise told: `−25.07 %`.
pub(super) fn ends(
    ends: [Option<ClaimFigure>; 2],
    measured: fn(Measured) -> String,
    units: [&str; 3],
) -> [Option<String>; 2] {
    ends.map(|end| end.map(|end| closely(end, measured, units)))
}

/// A figure with one digit more than it is otherwise told with.
pub(super) fn closely(
    one: ClaimFigure,
    measured: fn(Measured) -> String,
    units: [&str; 3],
) -> String {
    match one {
        ClaimFigure::Percent(ratio) => {
            let change = Printed {
                digits: ratio.percent(2),
                decimals: 2,
            };
            signed(change) + units[2]
        }
        other => figure(other, measured, units),
    }
}

/// What a claim was judged by, short enough for one line; `--sources` has each figure.
pub(super) enum Ground {
    /// The change that the office printed, on this day if that is known.
    Change(Option<Vintage>),
    /// What was released on one or two days.
    Days(Vec<Vintage>),
    /// So many figures, and the day of the first of them if days are known.
    Figures(usize, Option<Vintage>),
}

/// What a claim was judged by: the first few figures, the number of further ones, and the day of a
/// printed change if one was used.
pub(super) fn ground(
    figures: &[FigureOf],
    more: usize,
    printed: Option<Option<Vintage>>,
) -> Ground {
    if let (true, Some(day)) = (figures.is_empty(), printed) {
        return Ground::Change(day);
    }
    let known = figures.iter().filter_map(|figure| figure.released);
    let mut days: Vec<Vintage> = known.chain(printed.flatten()).collect();
    days.sort_unstable();
    days.dedup();
    match days.len() {
        1 | 2 if more == 0 => Ground::Days(days),
        _ => Ground::Figures(figures.len() + more, days.first().copied()),
    }
}

/// How a claim was read, in one language.
pub(crate) trait Readings {
    /// One part of a reading, such as the flow, the currency or the base.
    fn reading_part(&self, part: &OtherReading) -> String;
}

/// The reading of a claim for people: `2017-01–09, m/m`.
pub(crate) fn reading(reading: &[OtherReading], words: &dyn Readings, marks: &Marks) -> String {
    let parts: Vec<String> = reading
        .iter()
        .map(|part| words.reading_part(part))
        .collect();
    parts.join(marks.comma)
}
