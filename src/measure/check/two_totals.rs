//! Claims about a total that the office printed beside imports and exports that add up to another.
//!
//! Source: docs/claims.md, "Totals".

use super::known::{Finding, In};
use crate::trade::{Bounds, Ratio, Truth};

/// That a claim is true of one of two totals only.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct OfOneTotal {
    /// Whether it is true of the sum of imports and exports; otherwise of the total as printed.
    pub is_sum: bool,
    /// What the other of the two gives.
    pub other: Option<(Ratio, In)>,
}

/// A verdict, and the figure that it rests on.
pub(super) type Verdict<'a> = (Truth, Option<&'a Finding>);

/// That a claim is true of one of two totals only; `None` if the two agree, or if it is true of
/// neither. Who quotes either is right: `yoy` and `series` add up the flows, newspapers quote the
/// total. Where the printed total makes a claim false that has no date, the sum need not confirm it
/// to the last digit of its own rounding: its value, as the tables print it today, is enough.
pub(super) fn of_one(
    claimed: Bounds,
    (by_print, printed): Verdict<'_>,
    (by_sum, added): Verdict<'_>,
    is_dated: bool,
) -> Option<OfOneTotal> {
    let value = |finding: Option<&Finding>| {
        let finding = finding?;
        Some((finding.value?, finding.in_what))
    };
    if by_print == Truth::True {
        return (by_sum == Truth::False).then(|| OfOneTotal {
            is_sum: false,
            other: value(added),
        });
    }
    let is_as_added = value(added)
        .is_some_and(|(value, _)| Bounds::closed(Some(value), Some(value)).is_inside(claimed));
    let is_shown = by_print == Truth::False && !is_dated && is_as_added;
    (by_sum == Truth::True || is_shown).then(|| OfOneTotal {
        is_sum: true,
        other: value(printed),
    })
}
