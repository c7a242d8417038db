//! Tests of docs/definitions.md, "One month twice", on hand-written rows.

use super::*;
use crate::trade::{
    Amount, Basis, Flow, Goods, Interval, LayoutName, Measure, Month, Observation, Observations,
    Period, Printed, RowKind, SetRemark, TextId, Unit, Vintage,
};
use proptest::prelude::*;

const TEN_THOUSAND: Unit = Unit { power: 4 };

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

/// A published figure, in ten thousands.
fn figure(flow: Flow, when: &str, value: &str, released: &str) -> Observation {
    let printed = Printed::read(value).unwrap();
    Observation {
        line: 1,
        period: period(when),
        flow,
        partner: 0,
        currency: Currency::Cny,
        code: TextId::EMPTY,
        split: TextId::EMPTY,
        kind: RowKind::Published,
        value: Some((
            printed.amount(TEN_THOUSAND).unwrap(),
            printed.interval(TEN_THOUSAND).unwrap(),
        )),
        basis: Basis::Printed,
        released: Some(released.parse().unwrap()),
        printed: None,
        publisher: TextId::EMPTY,
    }
}

fn with_change(mut observation: Observation, percent: &str) -> Observation {
    observation.printed = Some(Printed::read(percent).unwrap());
    observation
}

fn detail(when: &str, code: TextId, units: i64) -> Observation {
    Observation {
        kind: RowKind::Detail,
        basis: Basis::Sum,
        code,
        released: None,
        value: Some((Amount::units(units), Interval::exact(Amount::units(units)))),
        ..figure(Flow::Import, when, "1", "2020-01")
    }
}

fn selection(as_of: Option<&str>) -> Selection {
    Selection {
        partner: PartnerChoice::These(vec![0]),
        currency: None,
        as_of: as_of.map(|text| text.parse::<Vintage>().unwrap()),
        goods: Goods::all(),
        by: None,
        measure: Measure::Value,
        groups: None,
        sanctions: None,
    }
}

fn set_of(files: &[Vec<Observation>], as_of: Option<&str>) -> SeriesSet {
    frame_of(files).series(&selection(as_of)).unwrap()
}

fn frame_of(files: &[Vec<Observation>]) -> Frame {
    let mut observations = Observations::new();
    for code in ["03061490", "27011100", "03"] {
        observations.text(code);
    }
    for (at, file) in files.iter().enumerate() {
        observations.open(&format!("{at}.csv"), LayoutName::Ours);
        file.iter()
            .for_each(|observation| observations.push(*observation));
    }
    Frame::new(observations)
}

fn units(set: &SeriesSet, flow: Flow, when: &str) -> Option<i128> {
    set.flow(flow)
        .figure(period(when))
        .map(|figure| figure.value.0 / Amount::PER_UNIT)
}

fn january_2025() -> Vec<Observation> {
    vec![
        figure(Flow::Export, "2024-01", "110199.6355", "2024-03"),
        with_change(
            figure(Flow::Export, "2025-01", "138421.5762", "2025-03"),
            "55.8",
        ),
        with_change(
            figure(Flow::Export, "2026-01", "135447.1186", "2026-03"),
            "-1.1",
        ),
    ]
}

#[test]
fn a_printed_change_revises_the_base_in_hand() {
    // 135447.1186 / (1 - 0.011) = 136953.6...; 138421.5762 / 1.558 = 88845.7... ten thousand yuan:
    // published.csv has 136954 and 88846, computed by its compiler.
    let set = set_of(&[january_2025()], None);
    assert_eq!(
        units(&set, Flow::Export, "2025-01").map(|value| value / 10_000),
        Some(136_953)
    );
    assert_eq!(
        units(&set, Flow::Export, "2024-01").map(|value| value / 10_000),
        Some(88_845)
    );
    let revision = set.flow(Flow::Export).revision(period("2024-01")).unwrap();
    assert_eq!(revision.earlier.value, Amount::units(1_101_996_355));
}

#[test]
fn as_of_a_date_only_what_had_been_released_by_then_counts() {
    let set = set_of(&[january_2025()], Some("2025-06-30"));
    assert_eq!(units(&set, Flow::Export, "2025-01"), Some(1_384_215_762));
    assert_eq!(
        units(&set, Flow::Export, "2024-01").map(|value| value / 10_000),
        Some(88_845)
    );
    let before = set_of(&[january_2025()], Some("2025-02-28"));
    assert_eq!(units(&before, Flow::Export, "2024-01"), Some(1_101_996_355));
}

#[test]
fn a_printed_change_that_fits_confirms_the_more_precise_base() {
    // 288.3 million at "-1" leaves 289.7 to 292.8 million: 291.34 lies inside and stays.
    let rows = vec![
        figure(Flow::Import, "2016-08", "29134", "2016-09-22"),
        with_change(figure(Flow::Import, "2017-08", "28830", "2017-09-25"), "-1"),
    ];
    assert_eq!(
        units(&set_of(&[rows], None), Flow::Import, "2016-08"),
        Some(291_340_000)
    );
}

#[test]
fn a_printed_change_fills_no_hole() {
    // Issue 3: without 2016-09, the y/y of 2017-09 is null, although -37.9 is printed there.
    let rows = vec![with_change(
        figure(Flow::Import, "2017-09", "14582", "2017-10-23"),
        "-37.9",
    )];
    assert_eq!(units(&set_of(&[rows], None), Flow::Import, "2016-09"), None);
}

#[test]
fn what_a_release_states_holds_against_what_its_changes_imply() {
    // 0.62 million at -96.2 implies 16.1 to 16.6 million; the same newspaper states 16.555.
    let rows = vec![
        figure(Flow::Import, "2019-03", "1700", "2020-04-24"),
        with_change(figure(Flow::Import, "2020-03", "62", "2020-04-24"), "-96.2"),
    ];
    assert_eq!(
        units(&set_of(&[rows], None), Flow::Import, "2019-03"),
        Some(17_000_000)
    );
}

#[test]
fn a_later_value_that_agrees_keeps_the_more_precise_one() {
    let rows = vec![
        figure(Flow::Export, "2017-12", "25773.00", "2018-01-12"),
        figure(Flow::Export, "2017-12", "25773", "2018-02-23"),
    ];
    let set = set_of(&[rows], None);
    assert!(set.flow(Flow::Export).revision(period("2017-12")).is_none());
    assert_eq!(
        set.flow(Flow::Export)
            .figure(period("2017-12"))
            .unwrap()
            .interval
            .width(),
        Amount::units(100)
    );
}

#[test]
fn a_month_only_inside_cumulative_figures_is_their_difference() {
    let rows = vec![
        figure(Flow::Import, "2018-01..2018-03", "300", "2018-04-23"),
        figure(Flow::Import, "2018-01..2018-04", "420", "2018-05-23"),
    ];
    let set = set_of(&[rows], None);
    let april = set.flow(Flow::Import).figure(period("2018-04")).unwrap();
    assert_eq!(
        (april.value, april.basis),
        (Amount::units(1_200_000), Basis::Difference)
    );
    // Twice half a unit of ten thousand on either side.
    assert_eq!(april.interval.width(), Amount::units(20_000));
    assert_eq!(units(&set, Flow::Import, "2018-03"), None);
}

#[test]
fn two_undated_totals_of_one_file_are_refused_and_of_two_files_the_later_holds() {
    let undated = |value: &str| Observation {
        released: None,
        ..figure(Flow::Import, "2017-09", value, "2017-10-23")
    };
    let refused = frame_of(&[vec![undated("40"), undated("50")]]).series(&selection(None));
    assert!(matches!(refused, Err(FrameError::TwoValues { .. })));
    let set = set_of(&[vec![undated("40")], vec![undated("50")]], None);
    assert_eq!(units(&set, Flow::Import, "2017-09"), Some(500_000));
    let note = SetRemark::TakenByOrder {
        taken: "1.csv".into(),
        other: "0.csv".into(),
    };
    assert!(set.notes.contains(&note));
}

#[test]
fn a_dated_release_beats_an_undated_one_and_does_not_lose_its_order() {
    let undated = |value: &str| Observation {
        released: None,
        ..figure(Flow::Import, "2016-09", value, "2016-10")
    };
    let files = [
        vec![
            figure(Flow::Import, "2016-09", "10000", "2017-10-23"),
            figure(Flow::Import, "2016-09", "9000", "2016-10-23"),
        ],
        vec![undated("8000")],
    ];
    let set = set_of(&files, None);
    assert_eq!(units(&set, Flow::Import, "2016-09"), Some(100_000_000));
    // Details follow the same rule.
    let dated = |units: i64, released: &str| Observation {
        released: Some(released.parse().unwrap()),
        ..detail("2017-09", TextId(2), units)
    };
    let files = [
        vec![dated(7, "2018-02")],
        vec![dated(5, "2017-10-23")],
        vec![detail("2017-09", TextId(2), 3)],
    ];
    let set = set_of(&files, None);
    assert_eq!(units(&set, Flow::Import, "2017-09"), Some(7));
    // Two releases in one file, of two rows each, in any order.
    let parts = [
        (50, "2018-01-23"),
        (4, "2017-10-23"),
        (20, "2018-01-23"),
        (3, "2017-10-23"),
    ];
    let file = parts.map(|(units, released)| dated(units, released));
    let set = set_of(&[file.to_vec()], None);
    assert_eq!(units(&set, Flow::Import, "2017-09"), Some(70));
    let then = Some("2017-12-31");
    let set = set_of(&[file.to_vec()], then);
    assert_eq!(units(&set, Flow::Import, "2017-09"), Some(7));
}

#[test]
fn a_month_and_its_last_day_are_one_day() {
    // The base implied on the day on which the base was stated changes nothing.
    let rows = vec![
        figure(Flow::Import, "2016-01", "1266", "2017-02"),
        with_change(
            figure(Flow::Import, "2017-01", "2000", "2017-02-28"),
            "13.4",
        ),
    ];
    let set = set_of(&[rows], None);
    assert_eq!(units(&set, Flow::Import, "2016-01"), Some(12_660_000));
}

#[test]
fn rows_of_one_file_are_added_and_files_count_once() {
    let shrimp = TextId(1);
    let once = vec![detail("2017-09", shrimp, 5), detail("2017-09", shrimp, 7)];
    let set = set_of(&[once.clone(), once], None);
    assert_eq!(units(&set, Flow::Import, "2017-09"), Some(12));
    assert!(
        set.notes.contains(&SetRemark::RowsRepeated(1)),
        "{:?}",
        set.notes
    );
    assert!(
        set.notes.contains(&SetRemark::RowsJoined(2)),
        "{:?}",
        set.notes
    );
}

#[test]
fn another_value_in_a_later_file_is_a_revision() {
    let coal = TextId(2);
    let set = set_of(
        &[
            vec![detail("2017-09", coal, 100)],
            vec![detail("2017-09", coal, 90)],
        ],
        None,
    );
    assert_eq!(units(&set, Flow::Import, "2017-09"), Some(90));
    let revision = set.flow(Flow::Import).revision(period("2017-09")).unwrap();
    assert_eq!(revision.earlier.value, Amount::units(100));
}

#[test]
fn two_depths_of_detail_are_never_added() {
    let of_chapter = |units: i64| {
        vec![
            detail("2017-09", TextId(1), 60),
            detail("2017-09", TextId(2), 40),
            detail("2017-09", TextId(3), units),
        ]
    };
    let set = set_of(&[of_chapter(60)], None);
    assert_eq!(units(&set, Flow::Import, "2017-09"), Some(100));
    assert_eq!(set.flow(Flow::Import).remarks(period("2017-09")).len(), 0);
    // The two depths disagree on the same good.
    let set = set_of(&[of_chapter(59)], None);
    assert_eq!(units(&set, Flow::Import, "2017-09"), Some(100));
    assert_eq!(set.flow(Flow::Import).remarks(period("2017-09")).len(), 1);
    // A good that exists at one depth only is taken from there.
    let rows = vec![
        detail("2017-09", TextId(2), 40),
        detail("2017-09", TextId(3), 59),
    ];
    let set = set_of(&[rows], None);
    assert_eq!(units(&set, Flow::Import, "2017-09"), Some(99));
}

#[test]
fn total_is_the_sum_and_balance_the_difference() {
    let rows = vec![
        figure(Flow::Import, "2017-09", "14582", "2017-10-23"),
        figure(Flow::Export, "2017-09", "26634", "2017-10-23"),
        figure(Flow::Total, "2017-09", "41300", "2017-10-23"),
        figure(Flow::Total, "2017-10", "33489", "2017-11-23"),
    ];
    let set = set_of(&[rows], None);
    assert_eq!(units(&set, Flow::Total, "2017-09"), Some(412_160_000));
    assert_eq!(units(&set, Flow::Balance, "2017-09"), Some(120_520_000));
    assert_eq!(units(&set, Flow::Total, "2017-10"), Some(334_890_000));
    assert_eq!(units(&set, Flow::Balance, "2017-10"), None);
    assert_eq!(
        set.flow(Flow::Total).remarks(period("2017-09")).len(),
        1,
        "the printed total is another"
    );
}

#[test]
fn january_and_february_only_together_make_a_year_to_date_but_no_month() {
    let rows = vec![
        figure(Flow::Import, "2020-01..2020-02", "1067", "2020-03-24"),
        figure(Flow::Import, "2020-03", "62", "2020-04-24"),
    ];
    let set = set_of(&[rows], None);
    let series = set.flow(Flow::Import);
    assert_eq!(
        series.over(period("2020-01..2020-03")).unwrap().value,
        Amount::units(11_290_000)
    );
    assert_eq!(
        series.over(period("2020-02")).unwrap_err().reason,
        crate::trade::Reason::Combined
    );
    assert_eq!(
        series.over(period("2020-02..2020-03")).unwrap_err().reason,
        crate::trade::Reason::Combined
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn the_order_of_rows_never_matters(
        mut rows in prop::collection::vec((0i32..30, 1u32..3, 0i64..1_000_000_000_000), 1..200),
        seed in any::<u64>(),
    ) {
        let observation = |(month, code, value): &(i32, u32, i64)| {
            let when = Month::new(2016, 1).unwrap().plus(*month).to_string();
            detail(&when, TextId(*code), *value)
        };
        let by_hand: i128 = rows.iter().map(|(_, _, value)| i128::from(*value)).sum();
        // Two chapters do not prove that a month has all goods: the user declares it.
        let whole = |rows: Vec<Observation>| {
            let known = OutsideKnowledge { all_goods: true, ..OutsideKnowledge::default() };
            frame_of(&[rows]).with_outside_knowledge(known).series(&selection(None)).unwrap()
        };
        let first = whole(rows.iter().map(observation).collect());
        let mut state = seed | 1;
        for at in (1..rows.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            rows.swap(at, (state >> 33) as usize % (at + 1));
        }
        let second = whole(rows.iter().map(observation).collect());
        prop_assert_eq!(first.flow(Flow::Import), second.flow(Flow::Import));
        let series = first.flow(Flow::Import);
        let sum: i128 = series.periods().filter_map(|one| series.figure(one)).map(|one| one.value.0).sum();
        prop_assert_eq!(sum, by_hand * Amount::PER_UNIT);
    }

    #[test]
    fn the_order_of_published_figures_with_dates_never_matters(
        mut rows in prop::collection::vec((0i32..30, 0i64..40, 1u32..28, -90i32..90), 1..60),
        seed in any::<u64>(),
    ) {
        // Each row has its own release date, so that file order never decides.
        let observation = |at: usize, (month, value, _, percent): &(i32, i64, u32, i32)| {
            let when = Month::new(2016, 1).unwrap().plus(*month).to_string();
            let released = format!("20{}-{:02}-{:02}", 20 + at / 300, at / 25 % 12 + 1, at % 25 + 1);
            with_change(figure(Flow::Import, &when, &value.to_string(), &released), &percent.to_string())
        };
        let mut written: Vec<Observation> = rows.iter().enumerate().map(|(at, row)| observation(at, row)).collect();
        let first = set_of(std::slice::from_ref(&written), None);
        let mut state = seed | 1;
        for at in (1..written.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            written.swap(at, (state >> 33) as usize % (at + 1));
        }
        rows.clear();
        let second = set_of(&[written], None);
        // The sources of the figures have changed places.
        let series_of = |set: &SeriesSet| set.flow(Flow::Import).without_sources();
        prop_assert_eq!(series_of(&first), series_of(&second));
    }
}
