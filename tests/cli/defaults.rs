//! What is shown where nothing, or too much, was asked for: the latest month with a change, ranges
//! cut to the data, flows that are there, and where else a month may be found.

use crate::fixtures::ours;
use crate::program::{Folder, Run, told, tradecheck};

/// Imports of two Januaries and of a March without a base; exports of the January a year earlier
/// alone.
const UNEVEN: &str = "
    2016-01 import 100
    2017-01 import 90
    2017-03 import 80
    2016-01 export 50
";

#[test]
fn the_latest_month_in_which_any_flow_has_a_change() {
    let folder = Folder::new().with("a.csv", ours(UNEVEN));
    // 90 / 100 − 1 = −10 %: imports have a change in January, and a value in March.
    let run = folder.run("yoy --flow imports,exports -f table --unit one a.csv");
    run.gives(
        "
China's trade with North Korea, 2017-01 (latest with a change; values reach
2017-03): change from a year earlier (USD)

Flow    2016-01 2017-01 Change     y/y Printed Streak
───────────────────────────────────────────────────────────────────────────
Imports     100      90    −10 −10.0 %         down, earlier months unknown
Exports      50      ..     ..      ..         ..

.. exports value, change, y/y, streak: no data for 2017-01
Source: a.csv
[exit 0]
",
    );
    // A script is told on standard error.
    let csv = told(&folder.run("yoy --flow imports --no-header a.csv").output());
    assert!(
        csv.contains("2017-01,import,2016-01,100,90,-10,-10,"),
        "{csv}"
    );
    let note = "note: data run to 2017-03; 2017-01 is the latest month with a change";
    assert!(csv.contains(note), "{csv}");
}

#[test]
fn the_newest_month_needs_no_age() {
    let title = tradecheck("yoy --currency cny -f table").answer();
    let title = title.lines().next().unwrap_or_default();
    assert_eq!(
        title,
        "China's trade with North Korea, 2026-07: change from a year earlier"
    );
}

#[test]
fn a_range_is_cut_to_the_data_and_a_month_outside_is_refused() {
    let folder = Folder::new().with("a.csv", ours(UNEVEN));
    let run = "series --from 2015-11 --to 2017-04 --flow imports --columns month,value a.csv";
    let said = told(&folder.run(run).output());
    assert!(said.starts_with("month,value\n2016-01,100\n"), "{said}");
    let caution = "note: data run from 2016-01 to 2017-03: 2015-11–12, 2017-04 left out\n[exit 0]";
    assert!(said.contains(caution), "{said}");
    // Only what was typed is named.
    let run = folder.run("series --from 2018-01 --flow imports a.csv");
    run.gives(
        "
[stderr]
tradecheck: 2018-01 is outside the data: USD figures run from 2016-01 to 2017-03
  help: choose a month in that range, or pass your own files
[exit 2]
",
    );
    let run = folder.run("inspect --to 2015-01 a.csv");
    run.gives(
        "
[stderr]
tradecheck: 2015-01 is outside the data: USD figures run from 2016-01 to 2017-03
  help: choose a month in that range, or pass your own files
[exit 2]
",
    );
}

#[test]
fn imports_alone_are_shown_alone() {
    let folder = Folder::new().with("a.csv", ours("2016-01 import 100\n2017-01 import 90"));
    let csv = folder.run("yoy --month 2017-01 --columns month,flow,value a.csv");
    assert_eq!(csv.answer(), "month,flow,value\n2017-01,import,90\n");
}

/// The dollar figures of June 2025 were printed in no source that is built in; the yuan table of
/// 18 July 2025 has them.
#[test]
fn another_currency_that_has_the_month_is_named() {
    for command in ["yoy", "streak", "record"] {
        tradecheck(&format!("{command} --month 2025-06 --as-of 2025-07-20")).gives(
            "
[stderr]
tradecheck: no USD figure of 2025-06; CNY figures include it
  help: pass `--currency cny`
[exit 2]
",
        );
    }
    // A sum that ends with the month is a figure of `series`: 1.26 billion dollars in half a year.
    let said =
        tradecheck("series --month 2025-06 --as-of 2025-07-20 --columns flow,ytd --no-header");
    assert!(said.answer_with_notes().contains("total,1260000000"));
    tradecheck("yoy --month 2026-07").gives(
        "
[stderr]
tradecheck: 2026-07 is outside the data: USD figures run from 2013-01 to 2026-06; CNY figures include it
  help: pass `--currency cny`
[exit 2]
",
    );
}

#[test]
fn a_release_that_counts_as_a_later_day_is_named() {
    // The table of the month before was out on the 18th; that of June is not, on the day asked for.
    tradecheck("yoy --month 2025-06 --currency cny --as-of 2025-07-17").gives(
        "
[stderr]
tradecheck: 2025-06 is outside the data: CNY figures run from 2013-01 to 2025-05; it was released on 2025-07-18
  help: pass `--as-of 2025-07-18` or a later date
[exit 2]
",
    );
    let csv = "period,flow,partner,currency,value,unit,released
2016-01,import,109,USD,100,1,2016-02-10
2016-02,import,109,USD,90,1,2016-03
";
    let folder = Folder::new().with("a.csv", csv);
    folder.run("yoy --month 2016-02 --as-of 2016-03-15 a.csv").gives(
        "
[stderr]
tradecheck: 2016-02 is outside the data: USD figures run from 2016-01 to 2016-01; its release, dated 2016-03, counts as 2016-03-31
  help: pass `--as-of 2016-03-31` or a later date
[exit 2]
",
    );
}

/// data/published.csv, the row of 13 July 2017: −28.9 % \"of a preliminary value\". 162.2 of August
/// against 215.70 a year earlier: 162.2 / 215.7 − 1 = −24.80 %.
#[test]
fn the_note_of_its_row_stands_beside_a_printed_change_that_differs() {
    let table = tradecheck("yoy --month 2017-06 --flow imports -f table").answer();
    let said = "- 2017-06: customs said −28.9 % on 13 July 2017, from a preliminary value; the\n  \
                published levels give −24.8 %\n";
    assert!(table.contains(said), "{table}");
    let json = tradecheck("yoy --month 2017-06 --flow imports -f json").answer();
    assert!(
        json.contains("of a preliminary value (about 153 to 157)"),
        "{json}"
    );
}

#[test]
fn months_and_flows_are_taken_as_people_write_them() {
    let september = "month,yoy_pct\n2017-09,-37.896082\n";
    for (month, flow) in [
        ("Sep 2017", "imports"),
        ("September 2017", "Import"),
        ("2017年9月", "进口"),
        ("2017년 9월", "수입"),
        ("2017m9", "imports"),
        ("9/2017", "imports"),
    ] {
        let words = [
            "yoy",
            "--flow",
            flow,
            "--columns",
            "month,yoy_pct",
            "-q",
            "--month",
            month,
        ];
        let output = Run::new(words).output();
        assert_eq!(
            String::from_utf8_lossy(&output.stdout),
            september,
            "{month}"
        );
    }
    let year = "series --from 2017 --to 2017 --flow imports --columns month,value -q";
    let months = String::from_utf8(tradecheck(year).output().stdout).expect("text");
    assert_eq!(months.lines().count(), 13, "{months}");
}

/// What is typed by habit, and what it is here.
#[test]
fn habits_of_other_programs_are_told_the_way() {
    for (typed, help) in [
        ("yoy --month 2017-09-13", "`tradecheck yoy --help`"),
        (
            "yoy --month 2017",
            "for several months, use `--period 2017`",
        ),
        ("yoy 2017-09", "for a month, use `--month 2017-09`"),
        ("yoy 2017-Q3", "for several months, use `--period 2017-Q3`"),
        ("yoy exports", "for a flow, use `--flow exports`"),
        (
            "--month 2017-09",
            "the command comes first: `tradecheck yoy --month`",
        ),
        ("yoy --json", "use `--format json`"),
        ("yoy -v", "use `--notes full`"),
        ("yoy --since 2017-01", "use `--from M`"),
        ("version", "use `tradecheck --version`"),
        ("completions bash", "use `tradecheck generate bash`"),
    ] {
        let output = tradecheck(typed).output();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{typed}");
        assert!(
            said.ends_with(&format!("  help: {help}\n")),
            "{typed}: {said}"
        );
    }
}
