//! Tests of the measures on hand-written series, against counts by hand.

use super::change::Change;
use super::links::{every_streak, streak_to};
use crate::trade::{
    Amount, Basis, Comparison, Currency, Direction, Extent, Figure, Flow, Interval, Missing, Month,
    Period, Printed, PrintedChange, Ratio, Reason, Series,
};
use proptest::prelude::*;

pub(super) fn month(text: &str) -> Month {
    text.parse().unwrap()
}

pub(super) fn figure(low: i64, high: i64) -> Figure {
    Figure {
        value: Amount::units((low + high) / 2),
        interval: Interval {
            low: Amount::units(low),
            high: Amount::units(high),
        },
        basis: Basis::Printed,
        released: None,
        source: "".into(),
    }
}

/// Exact values from January 2015 on; `None` is a gap.
pub(super) fn series(values: &[Option<i64>]) -> Series {
    let mut series = Series::new(Flow::Import, Currency::Usd);
    for (at, value) in values.iter().enumerate() {
        if let Some(value) = value {
            series.set_figure(
                Period::month(month("2015-01").plus(at as i32)),
                figure(*value, *value),
            );
        }
    }
    series
}

/// Twelve months of 100, followed by these.
fn after_a_year_of_100(values: &[Option<i64>]) -> Series {
    let all: Vec<Option<i64>> = std::iter::repeat_n(Some(100), 12)
        .chain(values.iter().copied())
        .collect();
    series(&all)
}

fn falls_to(series: &Series, until: &str) -> (u32, Extent, Option<Month>) {
    let streak = streak_to(series, month(until), Direction::Fall, Comparison::Yoy).unwrap();
    (streak.months(), streak.bound(), streak.since())
}

#[test]
fn an_equal_month_ends_a_streak() {
    let series = after_a_year_of_100(&[Some(90), Some(100), Some(80), Some(70)]);
    assert_eq!(
        falls_to(&series, "2016-04"),
        (2, Extent::Exact, Some(month("2016-03")))
    );
    assert_eq!(falls_to(&series, "2016-02"), (0, Extent::Exact, None));
}

#[test]
fn a_hole_stops_the_count_and_is_never_bridged() {
    let series = after_a_year_of_100(&[Some(90), None, Some(80), Some(70)]);
    assert_eq!(
        falls_to(&series, "2016-04"),
        (2, Extent::AtLeast, Some(month("2016-03")))
    );
    let streak = streak_to(&series, month("2016-04"), Direction::Fall, Comparison::Yoy).unwrap();
    let why = streak.open_before.unwrap();
    assert_eq!(
        (why.reason, why.periods),
        (Reason::NoData, vec![Period::month(month("2016-02"))])
    );
}

#[test]
fn a_change_whose_sign_the_rounding_leaves_open_stops_the_count() {
    let mut series = after_a_year_of_100(&[Some(90), Some(90), Some(80)]);
    series.set_figure(Period::month(month("2016-02")), figure(95, 105));
    assert_eq!(
        falls_to(&series, "2016-03"),
        (1, Extent::AtLeast, Some(month("2016-03")))
    );
    assert!(streak_to(&series, month("2016-02"), Direction::Fall, Comparison::Yoy).is_err());
}

#[test]
fn half_open_intervals_that_only_touch_leave_no_doubt() {
    // 1.4 is [1.35, 1.45) and 1.5 is [1.45, 1.55): they are disjoint.
    let low = Interval {
        low: Amount::units(135),
        high: Amount::units(145),
    };
    let high = Interval {
        low: Amount::units(145),
        high: Amount::units(155),
    };
    assert!(low.is_below(high) && !low.meets(high));
    assert!(!Interval::exact(Amount::units(145)).is_below(high));
}

#[test]
fn january_and_february_published_together_count_as_two_months() {
    let mut series = after_a_year_of_100(&[None, None, Some(90)]);
    series.set_figure(
        Period::new(month("2016-01"), month("2016-02")).unwrap(),
        figure(150, 150),
    );
    // December 2014 is missing, so the change of December 2015 is unknown.
    assert_eq!(
        falls_to(&series, "2016-03"),
        (3, Extent::AtLeast, Some(month("2016-01")))
    );
    assert_eq!(
        falls_to(&series, "2016-02"),
        (2, Extent::AtLeast, Some(month("2016-01")))
    );
    let alone = streak_to(&series, month("2016-01"), Direction::Fall, Comparison::Yoy);
    assert_eq!(alone.unwrap_err().reason, Reason::Combined);
}

#[test]
fn the_base_of_a_period_is_as_long_and_does_not_overlap_it() {
    let base = |comparison: Comparison, text: &str| {
        let period: Period = text.parse().unwrap();
        comparison.base(period).to_string()
    };
    assert_eq!(base(Comparison::Mom, "2017-01"), "2016-12");
    assert_eq!(
        base(Comparison::Mom, "2017-01..2017-03"),
        "2016-10..2016-12"
    );
    assert_eq!(
        base(Comparison::Yoy, "2017-01..2017-03"),
        "2016-01..2016-03"
    );
}

#[test]
fn a_zero_base_has_no_percentage_and_a_fall_to_nothing_has() {
    let series = series(
        &[Some(0), Some(5)]
            .into_iter()
            .chain([None; 10])
            .chain([Some(3), Some(0)])
            .collect::<Vec<_>>(),
    );
    let change = |when: &str| Change::of(&series, Period::month(month(when)), Comparison::Yoy);
    assert_eq!(
        change("2016-01").percent.unwrap_err().reason,
        Reason::ZeroBase
    );
    assert_eq!(change("2016-02").percent.unwrap().percent_text(1), "-100");
    assert_eq!(
        change("2016-03").percent.unwrap_err().reason,
        Reason::NoData
    );
}

#[test]
fn the_weakest_link_is_the_one_closest_to_zero() {
    let series = after_a_year_of_100(&[Some(90), Some(99), Some(80)]);
    let streak = streak_to(&series, month("2016-03"), Direction::Fall, Comparison::Yoy).unwrap();
    assert_eq!(streak.weakest(), Some(1));
}

/// A slow and obvious count, one month at a time.
fn count_by_hand(values: &[Option<i64>], until: usize) -> Option<(u32, bool)> {
    let mut months = 0;
    let mut at = until;
    loop {
        let now = values.get(at).copied().flatten();
        let base = at.checked_sub(12).and_then(|base| values[base]);
        match (now, base) {
            (Some(now), Some(base)) if now < base => months += 1,
            (Some(_), Some(_)) => return Some((months, true)),
            _ if months == 0 => return None,
            _ => return Some((months, false)),
        }
        at -= 1;
    }
}

proptest! {
    #[test]
    fn a_quarter_is_its_three_months_against_three_months(
        values in prop::collection::vec(prop::option::weighted(0.9, 0i64..1000), 24),
        quarter in 0..4usize,
    ) {
        let series = series(&values);
        let of = |year: usize| {
            let first = year * 12 + quarter * 3;
            let name = format!("{}-Q{}", 2015 + year, quarter + 1);
            let holes = (first..first + 3).filter(|at| values[*at].is_none());
            let holes: Vec<Period> = holes
                .map(|at| Period::month(month("2015-01").plus(at as i32)))
                .collect();
            let sum: i64 = values[first..first + 3].iter().flatten().sum();
            (name.parse::<Period>().unwrap(), Some(sum).filter(|_| holes.is_empty()), holes)
        };
        let ((old, base, lacks_old), (new, value, lacks_new)) = (of(0), of(1));
        let change = Change::of(&series, new, Comparison::Yoy);
        prop_assert_eq!(change.base_period, old);
        let units = |sum: Option<i64>| sum.map(Amount::units);
        prop_assert_eq!(change.base.as_ref().ok().map(|figure| figure.value), units(base));
        prop_assert_eq!(change.value.as_ref().ok().map(|figure| figure.value), units(value));
        match base.zip(value) {
            Some((base, value)) => {
                prop_assert_eq!(change.amount, Ok(Amount::units(value - base)));
                prop_assert_eq!(change.percent.ok(), Ratio::new((value - base).into(), base.into()));
            }
            None => {
                let blamed = if lacks_new.is_empty() { lacks_old } else { lacks_new };
                let missing = change.amount.unwrap_err();
                prop_assert_eq!((missing.reason, missing.periods), (Reason::NoData, blamed));
            }
        }
    }

    #[test]
    fn a_streak_is_what_a_count_by_hand_gives(
        values in prop::collection::vec(prop::option::weighted(0.93, 0i64..4), 13..90),
    ) {
        let series = series(&values);
        for until in 12..values.len() {
            let when = month("2015-01").plus(until as i32);
            let streak = streak_to(&series, when, Direction::Fall, Comparison::Yoy);
            let counted = streak.ok().map(|streak| (streak.months(), streak.bound() == Extent::Exact));
            prop_assert_eq!(counted, count_by_hand(&values, until), "{}", when);
        }
    }

    #[test]
    fn maximal_streaks_never_overlap_and_hold_every_fall_and_rise(
        values in prop::collection::vec(prop::option::weighted(0.93, 0i64..4), 13..90),
    ) {
        let series = series(&values);
        let within = Period::new(month("2015-01"), month("2015-01").plus(values.len() as i32 - 1)).unwrap();
        let streaks = every_streak(&series, within, Comparison::Yoy);
        let covered: u32 = streaks.iter().map(super::links::Streak::months).sum();
        let moving = (12..values.len())
            .filter(|at| matches!((values[*at], values[at - 12]), (Some(now), Some(base)) if now != base))
            .count();
        prop_assert_eq!(covered as usize, moving);
        prop_assert!(streaks.windows(2).all(|pair| pair[0].until() < pair[1].since()));
    }
}

/// A change as the office printed it, in percent.
fn printed(percent: &str) -> PrintedChange {
    PrintedChange {
        percent: Printed::read(percent).unwrap(),
        released: None,
        source: "".into(),
        note: "".into(),
    }
}

#[test]
fn a_printed_change_stands_in_where_the_levels_give_none() {
    // February 2016 has no base; its change was printed as -2 %.
    let mut series = after_a_year_of_100(&[Some(90), Some(98), Some(80)]);
    let base = Period::month(month("2015-02"));
    series.withhold(base, Missing::new(Reason::NoData, base));
    let february = Period::month(month("2016-02"));
    series.set_printed(february, printed("-2.0"));
    let change = Change::of(&series, february, Comparison::Yoy);
    assert_eq!(change.percent.clone().unwrap().percent_text(6), "-2");
    assert!(change.as_published.is_some() && !change.is_computed());
    assert_eq!(
        falls_to(&series, "2016-03"),
        (3, Extent::AtLeast, Some(month("2016-01")))
    );
    // No change from the month before was printed.
    let february = Change::of(&series, Period::month(month("2015-03")), Comparison::Mom);
    assert!(!february.is_known());
}

#[test]
fn a_change_printed_as_zero_is_neither_a_fall_nor_a_rise() {
    let mut series = after_a_year_of_100(&[Some(90), None]);
    series.set_printed(Period::month(month("2016-02")), printed("0.0"));
    let streak = streak_to(&series, month("2016-02"), Direction::Fall, Comparison::Yoy);
    assert_eq!(streak.unwrap_err().reason, Reason::UncertainSign);
}

#[test]
fn a_computed_change_replaces_the_printed_one() {
    let mut series = after_a_year_of_100(&[Some(90)]);
    let january = Period::month(month("2016-01"));
    series.set_printed(january, printed("-12.5"));
    let change = Change::of(&series, january, Comparison::Yoy);
    assert_eq!(change.percent.unwrap().percent_text(6), "-10");
    assert!(change.as_published.is_none());
}
