//! Hand-written rankings, and comparisons with counts by hand.

use crate::measure::ranking::*;
use crate::measure::tests::{figure, month, series};
use crate::report::Lacking;
use crate::trade::{Missing, Reason};
use proptest::prelude::*;

fn standing(series: &Series, of: RankedFigure, until: &str) -> Ranking {
    let months = Period::new(month("2015-01"), month(until)).unwrap();
    let history = History::new(series, of, months);
    history.standing(month(until)).unwrap()
}

fn months(texts: &[&str]) -> Vec<Month> {
    texts.iter().map(|text| month(text)).collect()
}

#[test]
fn the_search_goes_back_over_higher_months_to_one_as_low() {
    // 70, 100, 120, 100: as low as in February, second lowest (one lower); second highest.
    let series = series(&[Some(70), Some(100), Some(120), Some(100)]);
    let found = standing(&series, RankedFigure::Value, "2015-04");
    assert_eq!((found.months, found.from), (4, month("2015-01")));
    assert_eq!(found.on_record(), None);
    assert_eq!(found.low.since, Some(month("2015-02")));
    assert_eq!(
        (found.low.rank(), found.low.bound()),
        (Ok(2), Extent::Exact)
    );
    assert_eq!(found.high.since, Some(month("2015-03")));
    assert_eq!(
        (found.high.rank(), found.high.bound()),
        (Ok(2), Extent::Exact)
    );
}

#[test]
fn an_equal_month_makes_the_lowest_no_record_of_its_own() {
    let series = series(&[Some(100), Some(120), Some(100)]);
    let found = standing(&series, RankedFigure::Value, "2015-03");
    assert_eq!(found.low.rank(), Ok(1));
    assert_eq!(found.low.since, Some(month("2015-01")));
    assert_eq!(found.on_record(), None);
}

#[test]
fn the_first_month_is_the_only_one_and_the_window_begins_with_it() {
    let series = series(&[None, Some(5), Some(4)]);
    assert_eq!(
        standing(&series, RankedFigure::Value, "2015-02").on_record(),
        Some(OnRecord::Only)
    );
    let second = standing(&series, RankedFigure::Value, "2015-03");
    assert_eq!(second.on_record(), Some(OnRecord::Lowest));
    assert_eq!((second.from, second.missing), (month("2015-02"), vec![]));
}

#[test]
fn a_hole_is_passed_over_and_said() {
    let series = series(&[Some(80), None, Some(120), Some(100), None, Some(90)]);
    let april = standing(&series, RankedFigure::Value, "2015-04");
    assert_eq!(april.low.since, Some(month("2015-01")));
    assert_eq!(april.low.between, months(&["2015-02"]));
    assert_eq!((april.low.bound(), april.low.rank()), (Extent::Open, Ok(2)));
    assert_eq!(april.high.since, Some(month("2015-03")));
    assert_eq!(april.high.bound(), Extent::Exact);
    assert_eq!(april.missing, months(&["2015-02"]));
    // May itself has no figure.
    let window = Period::new(month("2015-01"), month("2015-05")).unwrap();
    let history = History::new(&series, RankedFigure::Value, window);
    assert!(history.standing(month("2015-05")).is_none());
}

#[test]
fn rounding_that_leaves_the_order_open_ends_the_search_and_is_said() {
    // February lies in [95, 105): it may be lower or higher than the 100 of April.
    let mut series = series(&[Some(80), None, Some(120), Some(100)]);
    series.set_figure(Period::month(month("2015-02")), figure(95, 105));
    let found = standing(&series, RankedFigure::Value, "2015-04");
    assert_eq!(found.low.since, Some(month("2015-02")));
    assert_eq!(found.low.surely, Some(month("2015-01")));
    assert_eq!(found.low.bound(), Extent::AtLeast);
    let why = found.low.rank().unwrap_err();
    assert_eq!(why.reason, Reason::UncertainRank);
    assert_eq!(why.periods, [Period::month(month("2015-02"))]);
}

#[test]
fn two_figures_rounded_alike_cannot_be_told_apart() {
    let mut series = series(&[None, None]);
    series.set_figure(Period::month(month("2015-01")), figure(95, 105));
    series.set_figure(Period::month(month("2015-02")), figure(95, 105));
    let found = standing(&series, RankedFigure::Value, "2015-02");
    assert_eq!(
        (found.low.bound(), found.high.bound()),
        (Extent::AtLeast, Extent::AtLeast)
    );
    assert_eq!((found.low.surely, found.high.surely), (None, None));
    // [85, 95) is below [95, 105), although they touch.
    series.set_figure(Period::month(month("2015-02")), figure(85, 95));
    assert_eq!(
        standing(&series, RankedFigure::Value, "2015-02").on_record(),
        Some(OnRecord::Lowest)
    );
}

#[test]
fn months_published_only_together_have_no_figure_of_their_own() {
    let all: Vec<Option<i64>> = std::iter::repeat_n(Some(100), 12)
        .chain([None, None, Some(90)])
        .collect();
    let mut series = series(&all);
    let pair = Period::new(month("2016-01"), month("2016-02")).unwrap();
    series.set_figure(pair, figure(150, 150));
    let window = Period::new(month("2015-01"), month("2016-03")).unwrap();
    let history = History::new(&series, RankedFigure::Value, window);
    let found = history.standing(month("2016-03")).unwrap();
    assert_eq!(
        (found.months, found.on_record()),
        (13, Some(OnRecord::Lowest))
    );
    assert_eq!(
        history.lacking(RankedFigure::Value, &found.missing),
        Lacking {
            without: vec![pair],
            together: vec![pair],
            ..Lacking::default()
        }
    );
}

#[test]
fn changes_are_compared_by_their_exact_ratios() {
    // January 90/100, February 0 → 5 without a percentage, March 180/200: −10 % again.
    let base = [100, 0, 200].into_iter().map(Some);
    let value = [90, 5, 180].into_iter().map(Some);
    let all: Vec<Option<i64>> = base
        .chain(std::iter::repeat_n(Some(1), 9))
        .chain(value)
        .collect();
    let series = series(&all);
    let window = Period::new(month("2015-01"), month("2016-03")).unwrap();
    let history = History::new(&series, RankedFigure::Yoy, window);
    let found = history.standing(month("2016-03")).unwrap();
    assert_eq!((found.from, found.months), (month("2016-01"), 2));
    assert_eq!(found.low.since, Some(month("2016-01")));
    assert_eq!(
        history.lacking(RankedFigure::Yoy, &found.missing),
        Lacking {
            of_yoy: true,
            others: vec![Missing::new(
                Reason::ZeroBase,
                Period::month(month("2016-02"))
            )],
            ..Lacking::default()
        }
    );
}

/// A slow and obvious count.
fn by_hand(values: &[Option<i64>], at: usize) -> Option<(u32, Option<usize>)> {
    let own = values[at]?;
    let lower = values[..at].iter().flatten().filter(|one| **one < own);
    let since = (0..at)
        .rev()
        .find(|at| values[*at].is_some_and(|one| one <= own));
    Some((lower.count() as u32 + 1, since))
}

proptest! {
    #[test]
    fn the_standing_is_what_a_count_by_hand_gives(
        values in prop::collection::vec(prop::option::weighted(0.9, 0i64..6), 1..60),
    ) {
        let series = series(&values);
        let negated: Vec<Option<i64>> = values.iter().map(|one| one.map(|value| -value)).collect();
        let last = month("2015-01").plus(values.len() as i32 - 1);
        let window = Period::new(month("2015-01"), last).unwrap();
        let history = History::new(&series, RankedFigure::Value, window);
        for at in 0..values.len() {
            let found = history.standing(month("2015-01").plus(at as i32));
            let selected = |side: &RankFromEnd| {
                let since = side.since.map(|month| (month.index() - window.from.index()) as usize);
                (side.rank().unwrap(), since)
            };
            prop_assert_eq!(found.as_ref().map(|one| selected(&one.low)), by_hand(&values, at));
            prop_assert_eq!(found.as_ref().map(|one| selected(&one.high)), by_hand(&negated, at));
            if let Some(found) = found {
                let first = values.iter().position(Option::is_some).unwrap();
                let length = (at + 1 - first) as u32;
                prop_assert_eq!(found.months + found.missing.len() as u32, length);
            }
        }
    }
}
