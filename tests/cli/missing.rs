//! What is missing is said, and nothing is glued across a hole.

use crate::fixtures::{PUBLISHED, ours};
use crate::program::{Folder, tradecheck};

/// The built-in data without one month, as a user's file.
fn without(month: &str) -> Folder {
    let start = format!("{month},");
    let kept = PUBLISHED.lines().filter(|line| !line.starts_with(&start));
    let text: String = kept.map(|line| format!("{line}\n")).collect();
    assert!(text.len() < PUBLISHED.len(), "{month} is in the data");
    Folder::new().with("p.csv", text)
}

#[test]
fn a_hole_in_a_streak_leaves_the_change_and_cuts_the_count() {
    // The seven falls began in March; without May only June to September are known to follow on.
    let folder = without("2017-05");
    folder.run("yoy --month 2017-09 --flow imports p.csv").gives(
            "
month,flow,base_month,base,value,change,yoy_pct,printed_pct,streak,streak_direction,streak_since,streak_bound,unit,flags,note
2017-09,import,2016-09,234800000,145820000,-88980000,-37.896082,-37.9,4,fall,2017-06,at_least,USD,base:e,base: 2016-09 calculated back from the published change (23 October 2017)
[stderr]
tradecheck: note: p.csv: no partner column; assumed to be trade with North Korea
[exit 0]
",
        );
    folder.run("streak --month 2017-09 --flow imports p.csv").gives(
            r#"
flow,basis,direction,months,bound,since,until,weakest_month,weakest_pct,unit,flags,note
import,yoy,fall,4,at_least,2017-06,2017-09,2017-08,-1.043454,USD,,"months: at least 4 months, unknown before 2017-06: no data for 2017-05"
[stderr]
tradecheck: note: p.csv: no partner column; assumed to be trade with North Korea
[exit 0]
"#,
        );
}

#[test]
fn the_table_reads_at_least_and_unknown_before() {
    without("2017-05")
        .run("streak --month 2017-09 --flow imports -f table p.csv")
        .gives(
            "
China's trade with North Korea, 2017-09: current streaks (USD)

Flow     Streak                          Until              Weakest
───────────────────────────────────────────────────────────────────
Imports  at least 4 falls, from 2017-06  2017-09  −1.0 % in 2017-08

- p.csv: no partner column; assumed to be trade with North Korea
- 2017-06: at least 4 months, unknown before 2017-06: no data for 2017-05
Source: Reuters (GACC); GACC spokesman Huang Songping (Sputnik) and 4 more
[exit 0]
",
        );
}

#[test]
fn without_a_base_the_printed_change_stands_in() {
    // What was printed: −37.9 and −6.7; of the total and the balance, nothing.
    let folder = without("2016-09");
    folder.run("yoy --month 2017-09 p.csv").gives(
            "
month,flow,base_month,base,value,change,yoy_pct,printed_pct,streak,streak_direction,streak_since,streak_bound,unit,flags,note
2017-09,import,2016-09,,145820000,,-37.9,-37.9,7,fall,2017-03,exact,USD,yoy_pct:p,base: no data for 2016-09; change: no data for 2016-09
2017-09,export,2016-09,,266340000,,-6.7,-6.7,2,fall,2017-08,exact,USD,yoy_pct:p,base: no data for 2016-09; change: no data for 2016-09
2017-09,total,2016-09,,412160000,,,,,,,,USD,,base: no data for 2016-09; change: no data for 2016-09; yoy_pct: no data for 2016-09; streak: no data for 2016-09
2017-09,balance,2016-09,,120520000,,,,,,,,USD,,base: no data for 2016-09; change: no data for 2016-09; streak: no data for 2016-09
[stderr]
tradecheck: note: p.csv: no partner column; assumed to be trade with North Korea
[exit 0]
",
        );
    folder.run("yoy --month 2017-09 -f table p.csv").gives(
        "
China's trade with North Korea, 2017-09: change from a year earlier
(USD million)

Flow     2016-09  2017-09  Change        y/y  Printed  Streak
─────────────────────────────────────────────────────────────────────────────
Imports       ..    145.8      ..  −37.9 % p  −37.9 %  7th fall, from 2017-03
Exports       ..    266.3      ..   −6.7 % p   −6.7 %  2nd fall, from 2017-08
Total         ..    412.2      ..         ..           ..
Balance       ..    120.5      ..         ..           ..

p as published
- p.csv: no partner column; assumed to be trade with North Korea
.. imports, exports a year earlier, change: no data for 2016-09
.. total a year earlier, change, y/y, streak: no data for 2016-09
.. balance a year earlier, change, streak: no data for 2016-09
Source: Sankei (GACC table)
[exit 0]
",
    );
}

#[test]
fn strict_makes_a_missing_figure_exit_code_3() {
    let folder = without("2016-09");
    folder.run("yoy --month 2017-09 --flow imports --strict --no-header p.csv").gives(
            "
2017-09,import,2016-09,,145820000,,-37.9,-37.9,7,fall,2017-03,exact,USD,yoy_pct:p,base: no data for 2016-09; change: no data for 2016-09
[stderr]
tradecheck: note: p.csv: no partner column; assumed to be trade with North Korea
[exit 3]
",
        );
    // A balance never has a percentage: nothing that was asked for is missing there.
    let run = "yoy --month 2017-09 --flow balance --strict --no-header";
    tradecheck(run).gives(
        "
2017-09,balance,2016-09,50700000,120520000,69820000,,,1,rise,2017-09,exact,USD,,
[exit 0]
",
    );
}

#[test]
fn the_streak_of_a_month_without_a_change_is_unknown() {
    without("2016-09")
        .run("streak --month 2017-09 --flow total p.csv")
        .gives(
            "
flow,basis,direction,months,bound,since,until,weakest_month,weakest_pct,unit,flags,note
total,yoy,,,,,2017-09,,,USD,,months: no data for 2016-09
[stderr]
tradecheck: note: p.csv: no partner column; assumed to be trade with North Korea
[exit 0]
",
        );
}

#[test]
fn january_and_february_2020_were_published_only_together() {
    // By the end of 2020, million dollars: imports 10.67 of the two months against 20.13 + 17.96 =
    // 38.09: −71.987398 %, printed −71.9 (10.67 / 0.281 = 37.971530, which is 0.118470 less).
    // Exports 197.39 against 168.00 + 89.03 = 257.03: −23.203517 %, printed −23.2. Both fell as a
    // pair, which counts as two months; nothing is known of December 2019.
    tradecheck("yoy --month 2020-02 --flow imports,exports --as-of 2020-12-31").gives(
            r#"
month,flow,base_month,base,value,change,yoy_pct,printed_pct,streak,streak_direction,streak_since,streak_bound,unit,flags,note
2020-02,import,2019-02,17960000,,,,,2,fall,2020-01,at_least,USD,,"value: 2020-01–02 published only together; change: 2020-01–02 published only together; yoy_pct: 2020-01–02 published only together; streak: 2020-01–02 published only together, counted as two months"
2020-02,export,2019-02,89030000,,,,,2,fall,2020-01,at_least,USD,,"value: 2020-01–02 published only together; change: 2020-01–02 published only together; yoy_pct: 2020-01–02 published only together; streak: 2020-01–02 published only together, counted as two months"
[stderr]
tradecheck: note: USD figures of 2020-02 were first released on 18 April 2021
[exit 0]
"#,
        );
}

#[test]
fn two_months_published_together_count_as_two_and_are_flagged() {
    // Nothing is known of December 2019; January–February and March 2020 fell: three months.
    tradecheck("streak --month 2020-03 --flow imports --as-of 2020-12-31").gives(
            r#"
flow,basis,direction,months,bound,since,until,weakest_month,weakest_pct,unit,flags,note
import,yoy,fall,3,at_least,2020-01,2020-03,2020-01..2020-02,-71.987398,USD,,"months: at least 3 months, unknown before 2020-01: no data for 2019-12; months: 2020-01–02 published only together, counted as two months"
[exit 0]
"#,
        );
}

#[test]
fn a_change_whose_sign_rounding_leaves_open_is_neither_a_fall_nor_a_rise() {
    // 1.4 is [1.35, 1.45) million and 1.4 again: the change may be up or down. 1.3 is a fall.
    let csv = "period,flow,partner,currency,value,unit
2016-03,import,109,USD,1.4,million
2016-04,import,109,USD,1.4,million
2017-03,import,109,USD,1.4,million
2017-04,import,109,USD,1.3,million
";
    let folder = Folder::new().with("a.csv", csv);
    folder.run("yoy --month 2017-03 --flow imports --no-header a.csv").gives(
        "
2017-03,import,2016-03,1400000,1400000,0,0,,,,,,USD,yoy_pct:u,yoy_pct: rounding of published figures leaves the sign open; streak: rounding of published figures leaves the sign open in 2017-03
[exit 0]
",
    );
    folder.run("streak --month 2017-04 --flow imports --no-header a.csv").gives(
            r#"
import,yoy,fall,1,at_least,2017-04,2017-04,2017-04,-7.142857,USD,,"months: at least 1 month, 2017-03 is uncertain: rounding of published figures leaves the sign open in 2017-03"
[exit 0]
"#,
        );
}

#[test]
fn no_trade_a_year_earlier_has_no_percentage() {
    let rows = "2016-09 import 0\n 2017-09 import 5\n 2016-10 import 5\n 2017-10 import 0";
    let folder = Folder::new().with("a.csv", ours(rows));
    folder
        .run("yoy --from 2017-09 --flow imports --no-header a.csv")
        .gives(
            "
2017-09,import,2016-09,0,5,5,,,1,rise,2017-09,at_least,USD,,yoy_pct: no trade in 2016-09
2017-10,import,2016-10,5,0,-5,-100,,1,fall,2017-10,exact,USD,,
[exit 0]
",
        );
}

#[test]
fn the_latest_month_is_the_default_and_a_newer_one_without_a_change_is_named() {
    let rows = "2016-09 import 100\n 2017-09 import 90\n 2017-10 import 80";
    let folder = Folder::new().with("a.csv", ours(rows));
    folder.run("yoy --flow imports --no-header a.csv").gives(
        "
2017-09,import,2016-09,100,90,-10,-10,,1,fall,2017-09,at_least,USD,,
[stderr]
tradecheck: note: data run to 2017-10; 2017-09 is the latest month with a change
[exit 0]
",
    );
}

#[test]
fn each_month_lacks_its_own_partner() {
    let rows = [
        ("2017-01", "South Korea"),
        ("2017-02", "Japan"),
        ("2017-03", "Japan"),
        ("2017-03", "South Korea"),
    ];
    let rows = rows.map(|(month, partner)| format!("{month},import,{partner},5000000\n"));
    let head = "month,flow,partner,value_usd\n".to_owned();
    let folder = Folder::new().with("two.csv", head + &rows.concat());
    let run = folder.run(
        "series two.csv --partner JP --partner KR --flow imports --columns value --format table",
    );
    let table = run.answer_with_notes();
    for said in [
        "no data of Japan for 2017-01",
        "no data of South Korea for 2017-02",
    ] {
        assert!(table.contains(said), "{table}");
    }
}
