//! Draws a run of months as a line of block characters: `▅▃▂▁·▂▃▇█`.

use super::{Lang, lang};
use crate::report::{Report, Shows};
use crate::trade::Amount;

const EIGHTHS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// A month without a figure.
const HOLE: char = '·';
/// A month of exactly zero, if no month is negative.
const NOTHING: char = '_';

/// One character per month. The height is the share of the highest month in eighths, rounded up so
/// that nonzero months are visible. If months are negative, the lowest is the floor and one eighth
/// high.
pub(super) fn line(run: &[Option<Amount>]) -> String {
    let held = || run.iter().flatten().map(|value| value.0);
    let highest = held().max().unwrap_or(0).max(0);
    let floor = held().min().unwrap_or(0).min(0);
    let block = |value: &Option<Amount>| {
        let Some(Amount(value)) = value else {
            return HOLE;
        };
        if *value == 0 && floor == 0 {
            return NOTHING;
        }
        let eighths = share(value.saturating_sub(floor), highest.saturating_sub(floor)).max(1);
        EIGHTHS.get(eighths - 1).copied().unwrap_or('█')
    };
    run.iter().map(block).collect()
}

/// The share of `part` in `whole` in eighths, rounded up.
fn share(part: i128, whole: i128) -> usize {
    // Used only for drawing, so very large figures may lose their last digits to avoid overflow.
    let scale = (whole >> 100).max(1);
    let (part, whole) = (part / scale, (whole / scale).max(1));
    usize::try_from((part * 8 + whole - 1) / whole).map_or(8, |eighths| eighths.min(8))
}

/// How to read the lines in a table; `None` if it has none.
pub(super) fn legend(report: &Report, lang: Lang) -> Option<String> {
    let has_lines = report.view.iter().any(|one| one.shows == Shows::Run);
    let is_below = |run: &[Option<Amount>]| run.iter().flatten().any(|value| value.0 < 0);
    let runs = || report.rows.iter().map(|row| row.run.as_slice());
    let holds = |value: Option<Amount>, run: &[Option<Amount>]| run.contains(&value);
    has_lines.then(|| {
        let zeros = runs().any(|run| holds(Some(Amount::ZERO), run) && !is_below(run));
        let holes = runs().any(|run| holds(None, run));
        let words = lang::wording(lang);
        let mut text = vec![words.scale_of_line(runs().any(is_below))];
        text.extend(holes.then(|| words.hole_in_line()));
        text.extend(zeros.then(|| words.zero_in_line()));
        text.join(words.marks().semicolon)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(values: &[Option<i64>]) -> String {
        let run: Vec<_> = values
            .iter()
            .map(|value| value.map(Amount::units))
            .collect();
        line(&run)
    }

    #[test]
    fn eighths_of_the_highest_rounded_up() {
        let run = [80, 40, 10, 11, 1, 79].map(Some);
        assert_eq!(drawn(&run), "█▄▁▂▁█");
        assert_eq!(drawn(&[Some(5), None, Some(0), Some(5)]), "█·_█");
        assert_eq!(drawn(&[None, None]), "··");
        assert_eq!(drawn(&[Some(0), Some(0)]), "__");
        assert_eq!(drawn(&[]), "");
    }

    #[test]
    fn below_zero_the_lowest_is_the_floor() {
        // From −40 to 40: zero is half-way up.
        assert_eq!(drawn(&[-40, 0, 40].map(Some)), "▁▄█");
        // All negative: zero is the top.
        assert_eq!(drawn(&[-40, -20, -5].map(Some)), "▁▄▇");
    }

    #[test]
    fn the_largest_figures_do_not_overflow() {
        let run = [Amount(i128::MAX), Amount(i128::MAX / 2)].map(Some);
        assert_eq!(line(&run), "█▄");
    }
}
