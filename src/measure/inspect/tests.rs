//! Tests of `inspect` on hand-written series.

use super::coverage;
use super::files::detail_level;
use super::units::unit_breaks;
use crate::frame::DetailLevel;
use crate::report::{MonthState, RemarkKind};
use crate::trade::{Amount, Basis, Currency, Figure, Flow, Interval, Period, Series};

fn series(values: &[(&str, i64)]) -> Series {
    let mut series = Series::new(Flow::Import, Currency::Usd);
    for (period, units) in values {
        let value = Amount::units(*units);
        series.set_figure(
            period.parse().unwrap(),
            Figure {
                value,
                interval: Interval::exact(value),
                basis: Basis::Printed,
                released: None,
                source: "".into(),
            },
        );
    }
    series
}

/// The months with a unit break, counting from January.
fn breaks(values: &[i64]) -> Vec<String> {
    let names: Vec<String> = (1..=values.len())
        .map(|month| format!("2017-{month:02}"))
        .collect();
    let months: Vec<(&str, i64)> = names
        .iter()
        .map(String::as_str)
        .zip(values.iter().copied())
        .collect();
    let found = unit_breaks(Flow::Import, &series(&months));
    let selected = |one: &super::found::Found| {
        let factor = match &one.remarks[..] {
            [RemarkKind::UnitBreak { factor, .. }] => factor.in_english(),
            _ => String::new(),
        };
        let times = factor.split(" both").next().unwrap_or_default();
        format!("{} {times}", one.period)
    };
    found.iter().map(selected).collect()
}

#[test]
fn a_month_in_another_unit_stands_out_from_both_of_its_neighbours() {
    assert_eq!(breaks(&[10, 1_000, 11]), ["2017-02 about 100 times"]);
    assert_eq!(breaks(&[10, 10_000, 11]), ["2017-02 about 1,000 times"]);
    assert_eq!(breaks(&[1_000, 10, 990]), ["2017-02 about a hundredth of"]);
    assert_eq!(
        breaks(&[10_000, 10, 9_900]),
        ["2017-02 about a thousandth of"]
    );
    // 80 and 120 times still count, 79 and 121 times do not.
    assert_eq!(breaks(&[10, 800, 10]).len(), 1);
    assert_eq!(breaks(&[10, 1_200, 10]).len(), 1);
    assert!(breaks(&[10, 790, 10]).is_empty());
    assert!(breaks(&[10, 1_210, 10]).is_empty());
}

#[test]
fn a_jump_that_stays_or_a_zero_or_an_end_is_no_unit_break() {
    assert!(breaks(&[10, 1_000, 1_000]).is_empty());
    assert!(breaks(&[0, 1_000, 0]).is_empty());
    assert!(breaks(&[1_000, 10]).is_empty());
    // A hundred times one neighbour and a thousand times the other.
    assert!(breaks(&[10, 1_000, 1]).is_empty());
}

#[test]
fn every_month_is_covered_in_one_of_five_ways() {
    let series = series(&[
        ("2020-01..2020-02", 7),
        ("2020-03", 0),
        ("2020-04", 5),
        ("2020-01..2020-06", 20),
    ]);
    let range: Period = "2020-01..2020-07".parse().unwrap();
    let months = coverage::of(&[(Flow::Import, &series)], range);
    let states: Vec<MonthState> = months.iter().map(|one| one.state).collect();
    assert_eq!(
        states,
        [
            MonthState::Combined,
            MonthState::Combined,
            MonthState::Zero,
            MonthState::Present,
            MonthState::Cumulative,
            MonthState::Cumulative,
            MonthState::Missing
        ]
    );
    assert_eq!(months[1].inside, Some("2020-01..2020-02".parse().unwrap()));
    assert_eq!(months[5].inside, Some("2020-01..2020-06".parse().unwrap()));
}

#[test]
fn a_grain_in_words() {
    let depth = DetailLevel {
        figure: false,
        digits: 8,
        province: true,
        mode: true,
        further: false,
    };
    assert_eq!(&*detail_level(depth).en, "HS 8 × province × trade mode");
    let goods = DetailLevel {
        digits: 0,
        province: false,
        mode: false,
        ..depth
    };
    assert_eq!(&*detail_level(goods).en, "all goods");
    let figure = DetailLevel {
        figure: true,
        ..goods
    };
    assert_eq!(&*detail_level(figure).en, "figures");
}
