//! How a change is stated: in digits that are certain.
//!
//! Source: docs/definitions.md, "Change", "A published figure and its rounding".

use crate::measure::change::Change;
use crate::report::brief::{StatedAmount, StatedChange, StatedPercent};
use crate::trade::{Amount, Bounds, Figure, Period, PrintedChange, Ratio, SaidBy, Series, Sign};

pub(super) fn stated(figure: &Figure) -> StatedAmount {
    StatedAmount {
        value: figure.value,
        interval: figure.interval,
    }
}

/// The change in percent up to which a month counts as little changed.
const SMALL: i128 = 2;

/// Whether a change is small, whatever rounding leaves open.
fn is_small(change: &Change) -> bool {
    let ends = change.bounds().map(|bounds| [bounds.low(), bounds.high()]);
    let is_near = |end: Option<Ratio>| end.is_some_and(|end| end.percent(0).abs() <= SMALL);
    ends.is_some_and(|ends| ends.into_iter().all(is_near))
}

pub(super) fn stated_change(series: &Series, period: Period, change: &Change) -> StatedChange {
    let sign = match &change.sign {
        Err(missing) => return StatedChange::Unknown(missing.clone()),
        Ok(Sign::Uncertain) => {
            return StatedChange::Uncertain {
                is_small: is_small(change),
            };
        }
        Ok(sign) => *sign,
    };
    match (&change.value, &change.base) {
        (Ok(value), Ok(base)) if value.is_nothing() && base.is_nothing() => {
            return StatedChange::NoTrade;
        }
        (Ok(value), Ok(base)) if value.is_nothing() => {
            return StatedChange::ToNothing { base: stated(base) };
        }
        (Ok(_), Ok(base)) if base.is_nothing() => return StatedChange::FromNothing,
        (Ok(_), Ok(base)) if base.value == Amount::ZERO => return StatedChange::FromRounded,
        _ => {}
    }
    if sign == Sign::Flat {
        return StatedChange::Unchanged;
    }
    let percent = match &change.percent {
        Ok(percent) => *percent,
        Err(missing) => return StatedChange::Unknown(missing.clone()),
    };
    let bounds = change.bounds().unwrap_or(Bounds::closed(None, None));
    // An increase of a thousand percent or more is given by its base.
    let is_manifold = bounds.low().is_some_and(|low| low.percent(0) >= 1000);
    let base = change.base.as_ref().ok().map(stated);
    StatedChange::Moved {
        percent,
        ends: [bounds.low(), bounds.high()],
        sign,
        from: base.filter(|_| is_manifold),
        stated: stated_percent(bounds, percent, series.printed(period)),
        as_published: change
            .as_published
            .as_ref()
            .map(|one| Box::new(one.said_by())),
    }
}

/// The percentage in as many digits as are certain: as printed by the office, if the figures agree;
/// otherwise to the digit to which both ends round.
fn stated_percent(
    bounds: Bounds,
    percent: Ratio,
    printed: Option<&PrintedChange>,
) -> StatedPercent {
    // Two decimals of a newspaper's arithmetic say more than its levels do.
    let is_sober = |one: &&PrintedChange| {
        one.percent.decimals < 2 || !matches!(one.said_by(), SaidBy::Publisher(_))
    };
    if let Some(printed) = printed.filter(is_sober) {
        // Use the printed change only if the figures confirm it.
        let [least, most] = printed.ends();
        if least <= percent && percent < most {
            let number = printed.percent;
            return size(number.digits, number.decimals);
        }
    }
    let (low, high) = match (bounds.low(), bounds.high()) {
        (Some(low), Some(high)) => (low, high),
        (end, other) => {
            let tenths = end
                .or(other)
                .map_or(0, |end| end.percent_down(1).unsigned_abs());
            return StatedPercent::AtLeast(tenths);
        }
    };
    for decimals in [1, 0] {
        let [low, high] = [low, high].map(|end| end.percent(decimals));
        if low == high && low != 0 {
            return size(low, decimals);
        }
    }
    if high.percent(1) - low.percent(1) <= 10 && percent.percent(0) != 0 {
        return StatedPercent::About(percent.percent(0).unsigned_abs());
    }
    // Rounded outward, so that the range holds every possible change.
    let [low, high] = [low.percent_down(1), high.percent_up(1)].map(i128::unsigned_abs);
    StatedPercent::Between(low.min(high), low.max(high))
}

/// A percentage in digits that are certain. As long as there was some trade, no fall is stated as
/// 100 %.
fn size(number: i128, decimals: u32) -> StatedPercent {
    let digits = number.unsigned_abs();
    match number < 0 && digits == 100 * 10u128.pow(decimals) {
        true => StatedPercent::MoreThan {
            digits: digits - 1,
            decimals,
        },
        false => StatedPercent::To { digits, decimals },
    }
}
