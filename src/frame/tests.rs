//! Tests of docs/definitions.md, "One month twice", on hand-written rows.

mod releases;

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
