//! Counting streaks.
//!
//! Source: docs/definitions.md, "Streak".

use super::change::Change;
use crate::report::{Cell, Column, Word};
use crate::trade::{
    Amount, Comparison, Direction, Extent, Figure, Flow, Missing, Month, Period, Ratio, Reason,
    Series, Sign,
};

/// One link of a streak: a month, or January–February if they were published only together.
#[derive(Clone, Debug)]
pub struct Link {
    /// The month, or the pair.
    pub period: Period,
    /// Its change.
    pub change: Change,
}

/// A run of links in the same direction.
#[derive(Clone, Debug)]
pub struct Streak {
    /// The direction.
    pub direction: Direction,
    /// The links in calendar order.
    pub links: Vec<Link>,
    /// Why it is unknown whether the streak began earlier; `None` if it is known.
    pub open_before: Option<Missing>,
    /// Why it is unknown whether the streak continued; `None` if it is known, or if the data end
    /// there.
    pub open_after: Option<Missing>,
    /// Whether the streak continues after the last month asked for.
    pub continues_after: bool,
}

impl Streak {
    /// Its length in calendar months; a combined January–February counts as two.
    pub fn months(&self) -> u32 {
        self.links.iter().map(|link| link.period.len() as u32).sum()
    }

    /// The first month.
    pub fn since(&self) -> Option<Month> {
        self.links.first().map(|link| link.period.from)
    }

    /// The last month.
    pub fn until(&self) -> Option<Month> {
        self.links.last().map(|link| link.period.to)
    }

    /// Exact, or at least so long if missing data end the count.
    pub fn bound(&self) -> Extent {
        if self.open_before.is_none() && self.open_after.is_none() && !self.continues_after {
            Extent::Exact
        } else {
            Extent::AtLeast
        }
    }

    /// The index of the link closest to zero, by percentage, or by amount if there is none.
    pub fn weakest(&self) -> Option<usize> {
        let closeness = |link: &Link| -> (Option<Ratio>, Option<Amount>) {
            let percent = link.change.percent.as_ref().ok().map(|ratio| ratio.abs());
            (
                percent,
                link.change.amount.as_ref().ok().map(|amount| amount.abs()),
            )
        };
        // A link without a percentage (from zero to something) is the strongest.
        let comparable = |at: &usize| {
            let (percent, amount) = closeness(&self.links[*at]);
            (percent.is_none(), percent, amount)
        };
        (0..self.links.len()).min_by_key(comparable)
    }
}

/// The sign of the change of a month, by the link that covers it.
pub fn sign_at(series: &Series, month: Month, comparison: Comparison) -> Result<Sign, Missing> {
    link_at(series, month, comparison)?.change.sign
}

/// The link that covers a month: the month itself, or January–February if a month it needs was
/// published only together with the other. Such a link counts as two months, see
/// [`Streak::months`].
pub fn link_at(series: &Series, month: Month, comparison: Comparison) -> Result<Link, Missing> {
    let single = Period::month(month);
    let change = Change::of(series, single, comparison);
    if change.is_known() {
        return Ok(Link {
            period: single,
            change,
        });
    }
    let missing = change
        .amount
        .err()
        .unwrap_or_else(|| Missing::new(Reason::NoData, single));
    let pair = Period::january_february(month);
    if comparison == Comparison::Mom || month > pair.to || missing.reason != Reason::Combined {
        return Err(missing);
    }
    // The pair is not used for a month whose neighbour has a change of its own.
    let neighbour = Period::month(if month == pair.from {
        pair.to
    } else {
        pair.from
    });
    let alone = Change::of(series, neighbour, comparison).is_known();
    let change = Change::of(series, pair, comparison);
    if change.is_known() && !alone {
        Ok(Link {
            period: pair,
            change,
        })
    } else {
        Err(missing)
    }
}

/// The streak that ends with `until`; empty if the month does not go in this direction.
///
/// # Errors
/// When the change of `until` is unknown, or its sign is uncertain.
pub fn streak_to(
    series: &Series,
    until: Month,
    direction: Direction,
    comparison: Comparison,
) -> Result<Streak, Missing> {
    let mut streak = Streak {
        direction,
        links: Vec::new(),
        open_before: None,
        open_after: None,
        continues_after: false,
    };
    let mut month = until;
    loop {
        match link_in_direction(series, month, direction, comparison) {
            Ok(Some(link)) if link.period.to == month => {
                month = link.period.from.plus(-1);
                streak.links.push(link);
            }
            Ok(None) => break,
            // January alone, of a January–February published only together.
            Ok(Some(link)) if streak.links.is_empty() => {
                return Err(Missing::new(Reason::Combined, link.period));
            }
            Ok(Some(link)) => {
                streak.open_before = Some(Missing::new(Reason::Combined, link.period));
                break;
            }
            Err(missing) if streak.links.is_empty() => return Err(missing),
            Err(missing) => {
                streak.open_before = Some(missing);
                break;
            }
        }
    }
    streak.links.reverse();
    Ok(streak)
}

/// The link of a month if it goes in this direction, `None` if it certainly does not.
fn link_in_direction(
    series: &Series,
    month: Month,
    direction: Direction,
    comparison: Comparison,
) -> Result<Option<Link>, Missing> {
    let link = link_at(series, month, comparison)?;
    match link.change.sign.clone()? {
        Sign::Uncertain => Err(Missing::new(Reason::UncertainSign, link.period)),
        sign if sign == direction.sign() => Ok(Some(link)),
        _ => Ok(None),
    }
}

/// All maximal streaks in the months of `within`, in calendar order. A streak that begins earlier
/// is counted from its beginning; one that continues afterwards is marked so.
pub fn every_streak(series: &Series, within: Period, comparison: Comparison) -> Vec<Streak> {
    let mut streaks: Vec<Streak> = Vec::new();
    let data_end = series.periods().map(|period| period.to).max();
    let data_end = data_end.unwrap_or(within.to);
    let mut month = within.to;
    while month >= within.from {
        let longest = [Direction::Fall, Direction::Rise]
            .into_iter()
            .filter_map(|direction| streak_to(series, month, direction, comparison).ok())
            .find(|streak| !streak.links.is_empty());
        let Some(mut streak) = longest else {
            month = month.plus(-1);
            continue;
        };
        let next = link_in_direction(series, month.plus(1), streak.direction, comparison);
        if month < within.to || data_end > within.to {
            streak.continues_after = month == within.to && matches!(next, Ok(Some(_)));
            streak.open_after = next.err();
        }
        month = streak.since().unwrap_or(month).plus(-1);
        streaks.push(streak);
    }
    streaks.reverse();
    streaks
}

/// The months of `within` whose change is unknown or has an uncertain sign.
pub fn unknown_months(series: &Series, within: Period, comparison: Comparison) -> Vec<Period> {
    let is_unknown = |month: &Month| {
        let sign = sign_at(series, *month, comparison);
        matches!(sign, Err(_) | Ok(Sign::Uncertain))
    };
    Period::joined(within.months().filter(is_unknown).map(Period::month))
}

/// The longest possible streak within these months, if every unknown change went in its direction.
pub fn longest_possible(
    series: &Series,
    within: Period,
    direction: Direction,
    comparison: Comparison,
) -> u32 {
    let (mut longest, mut run) = (0, 0);
    for month in within.months() {
        run = match sign_at(series, month, comparison) {
            Ok(sign) if sign != direction.sign() && sign != Sign::Uncertain => 0,
            _ => run + 1,
        };
        longest = run.max(longest);
    }
    longest
}

/// Extra cells for the streak phrase: the length of the opposite streak that a first month ended,
/// and for how many months there has been no trade.
pub fn extra_streak_cells(
    series: &Series,
    until: Month,
    comparison: Comparison,
    streak: Option<&Streak>,
) -> Vec<(Column, Cell)> {
    let mut cells = Vec::new();
    let change = Change::of(series, Period::month(until), comparison);
    // A balance of zero is balanced trade.
    let is_trade = series.flow != Flow::Balance;
    if is_trade && is_nothing(&change.value) && is_nothing(&change.base) {
        let mut since = until;
        while is_nothing(&series.over(Period::month(since.plus(-1)))) {
            since = since.plus(-1);
        }
        let months = Period {
            from: since,
            to: until,
        }
        .len() as u32;
        cells.push((Column::NoTradeMonths, Cell::Count(months)));
        cells.push((Column::NoTradeSince, Cell::Month(since)));
        let is_open = series.over(Period::month(since.plus(-1))).is_err();
        let bound = if is_open {
            Extent::AtLeast
        } else {
            Extent::Exact
        };
        cells.push((Column::StreakAfterBound, Cell::Word(Word::Extent(bound))));
    }
    if let Some(streak) = streak
        && let (1, Extent::Exact, Some(since)) = (streak.months(), streak.bound(), streak.since())
    {
        let opposite = streak.direction.opposite();
        let before = streak_to(series, since.plus(-1), opposite, comparison);
        if let Ok(before) = before.as_ref()
            && before.months() > 0
        {
            cells.push((Column::StreakAfter, Cell::Count(before.months())));
            cells.push((
                Column::StreakAfterBound,
                Cell::Word(Word::Extent(before.bound())),
            ));
        }
    }
    cells
}

fn is_nothing(figure: &Result<Figure, Missing>) -> bool {
    figure.as_ref().is_ok_and(Figure::is_nothing)
}
