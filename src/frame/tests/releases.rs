//! Which release of a figure holds, and what a printed change says of the base in hand.

use super::*;

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
