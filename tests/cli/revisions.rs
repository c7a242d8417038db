//! Figures by release: what was revised, by how much, and what that did to statements.

use crate::program::{Folder, told, tradecheck};
use crate::sanctions::columns;

const NAMES: [&str; 6] = [
    "released",
    "value",
    "previous",
    "change_pct",
    "yoy_pct_before",
    "yoy_pct_after",
];

fn rows(arguments: &str) -> Vec<String> {
    columns(&tradecheck(arguments).answer_with_notes(), &NAMES)
}

#[test]
fn what_the_office_revised_by_much() {
    // The first quarter of 2016: 3.83 billion yuan of imports became 2.91, a quarter less.
    let quarter = rows("revisions --period 2016-Q1 --currency cny --flow imports");
    assert!(
        quarter[0].starts_with("2016-04-13 3830000000  "),
        "{quarter:?}"
    );
    assert!(
        quarter[1].starts_with("2017-04-13 2910000000 3830000000 -24.020888"),
        "{quarter:?}"
    );
    // Exports of October 2022: 132.43 million dollars, a year later 118.9496, that is −10.2 %.
    let october = rows("revisions --month 2022-10 --flow exports");
    assert!(
        october[0].starts_with("2022-11-18 132430000  "),
        "{october:?}"
    );
    assert!(
        october[1].starts_with("2023-11-18 118949610 132430000 -10.179257"),
        "{october:?}"
    );
    // Exports of January 2024: 1,101,996,355 yuan became 888.46 million, −19.4 %.
    let january = rows("revisions --month 2024-01 --flow exports --currency cny");
    assert!(
        january[0].starts_with("2024-03-18 1101996355  "),
        "{january:?}"
    );
    assert!(
        january[1].starts_with("2025-03-18 888460000 1101996355 -19.377229"),
        "{january:?}"
    );
}

/// Imports of 100 a month in 2016 and of these in 2017, released the month after; then a later print
/// of August.
fn prints(later: &str) -> Folder {
    let mut csv = "period,flow,partner,currency,value,unit,released\n".to_owned();
    let mut row = |period: &str, value: &str, released: &str| {
        csv.push_str(&format!("{period},import,109,USD,{value},1,{released}\n"));
    };
    for month in 1..=9 {
        row(&format!("2016-{month:02}"), "1000", "2016-12-01");
    }
    let values = [
        "1010", "1005", "900", "910", "880", "870", "860", "990", "620",
    ];
    for (month, value) in (1..).zip(values) {
        row(
            &format!("2017-{month:02}"),
            value,
            &format!("2017-{:02}-23", month + 1),
        );
    }
    if !later.is_empty() {
        row("2017-08", later, "2018-01-15");
    }
    Folder::new().with("prints.csv", csv)
}

#[test]
fn a_revision_says_what_became_of_the_streak() {
    // Seven falls from March to September; August, −1.0 %, becomes +0.4 %: one is left.
    let folder = prints("1004");
    let output = folder.run("revisions --flow imports prints.csv").output();
    let said = told(&output);
    assert!(
        said.contains("2017-08: −1.0 % became +0.4 %: the streak of 7 falls to 2017-09 is 1"),
        "{said}"
    );
    let csv = folder
        .run("revisions --flow imports prints.csv")
        .answer_with_notes();
    assert_eq!(
        columns(&csv, &NAMES),
        [
            "2017-09-23 990    -1",
            "2018-01-15 1004 990 1.414141 -1 0.4"
        ]
    );
    // Four months after the first release: one revision of 1.4 %.
    assert!(
        said.contains("4 to 12 months after the first release: 1 revision, +1.4 % (2017-08)"),
        "{said}"
    );
    // A deeper fall breaks nothing.
    let deeper = told(
        &prints("980")
            .run("revisions --flow imports prints.csv")
            .output(),
    );
    assert!(deeper.contains("2017-08: −1.0 % became −2.0 %"), "{deeper}");
    assert!(!deeper.contains("streak"), "{deeper}");
    // Before the later print nothing was revised.
    let run = "revisions --flow imports --as-of 2017-12-31 prints.csv";
    let none = told(&folder.run(run).output());
    assert!(
        none.contains("nothing was revised beyond rounding"),
        "{none}"
    );
    assert!(none.ends_with("[exit 0]\n"), "{none}");
}

#[test]
fn a_month_asked_for_is_shown_with_every_release_of_it() {
    let folder = prints("");
    let csv = folder
        .run("revisions --month 2017-09 --flow imports prints.csv")
        .answer_with_notes();
    assert_eq!(columns(&csv, &NAMES), ["2017-10-23 620    -38"]);
    let json = folder
        .run("revisions --month 2017-09 --flow imports --format json prints.csv")
        .answer();
    assert!(
        json.contains("\"schema\": \"tradecheck.revisions.1\""),
        "{json}"
    );
    for lang in ["zh", "ko"] {
        let run = format!("revisions --flow imports --lang {lang} --format table prints.csv");
        let said = folder.run(&run).answer();
        assert!(!said.contains("nothing was"), "{said}");
    }
}

#[test]
fn a_change_printed_beside_an_earlier_value_is_none_of_the_revised_one() {
    // VOA printed −4.4 % beside 180 million in February 2016; the table of a year later makes it 149.
    assert_eq!(
        rows("revisions --period 2016-01 --flow imports"),
        [
            "2016-02 180000000    -4.4",
            "2017-10-23 149000000 180000000 -17.222222 -4.4 "
        ]
    );
}

#[test]
fn a_revision_of_quantities_is_in_their_unit() {
    // Coal of August 2017, as printed: 1,636,591 t.
    tradecheck(
        "revisions --hs 2701 --measure quantity --month 2017-08 --columns released,value,unit \
         --format csv",
    )
    .gives("flow,released,value,unit\nimport,2017-09-27,1636591,t\n[stderr]\ntradecheck: note: nothing was revised beyond rounding\n[exit 0]");
}

#[test]
fn the_streak_that_a_revision_ends_is_counted_as_streaks_are() {
    let row = |month: &str, value: u32, released: &str| {
        format!("{month},import,USD,{value},million,{value},{value},printed,{released},,x,,\n")
    };
    let rows = [
        row("2019-01..2019-02", 100, "2019-03-23"),
        row("2019-03", 100, "2019-04-23"),
        row("2019-04", 100, "2019-05-23"),
        row("2020-01..2020-02", 90, "2020-03-23"),
        row("2020-03", 95, "2020-04-23"),
        row("2020-04", 99, "2020-05-23"),
        row("2020-04", 101, "2020-07-23"),
    ];
    let head =
        "period,flow,currency,value,unit,low,high,basis,released,yoy_pct,publisher,url,note\n";
    let folder = Folder::new().with("rv.csv", head.to_owned() + &rows.concat());
    // January and February count as two months, and nothing is known of December.
    let asked = "revisions rv.csv --partner 109 --flow imports --from 2020-01 --to 2020-06";
    let run = folder.run(&format!("{asked} --format csv"));
    let answer = run.answer_with_notes();
    let said = "−1.0 % became +1.0 %: the streak of at least 4 falls to 2020-04 is none";
    assert!(answer.contains(said), "{answer}");
}

#[test]
fn what_only_the_other_currency_shows_revised_is_pointed_to() {
    // January 2024, data/published.csv in yuan: exports 1,102.0 million in March 2024 and 888.5
    // implied by +54.1 % in March 2025: −19.4 %. Dollars were printed once.
    let text = tradecheck("revisions --period 2024-01 --format table").answer();
    assert!(
        text.contains(
            "- in yuan, exports of 2024-01 were revised by −19.4 % (18 March 2025):\n  `--currency cny`"
        ),
        "{text}"
    );
    let text = tradecheck("revisions --period 2017-08 --format table").answer();
    assert!(!text.contains("yuan"), "{text}");
}
