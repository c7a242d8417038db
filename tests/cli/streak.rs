//! `streak`: on the seven falls to September 2017, whose levels were printed (million dollars; `i`
//! implied by a printed change, `d` a difference):
//!
//! ```text
//! 2017-03  114.56 / 180.4i − 1 = −36.496674 %   printed −36.5
//! 2017-04   99.3  / 170.0i − 1 = −41.588235 %   printed −41.6
//! 2017-05  123.8  / 181.0i − 1 = −31.602210 %   printed −31.6
//! 2017-06  162.2d / 215.7  − 1 = −24.802967 %
//! 2017-07  156.3  / 232.1d − 1 = −32.658337 %
//! 2017-08  288.3  / 291.34 − 1 =  −1.043454 %   printed −1: the weakest
//! 2017-09  145.82 / 234.8i − 1 = −37.896082 %   printed −37.9
//! ```
//!
//! and on `hundreds.csv`: −10, −20, +10, −1 % in January to April 2017, nothing moved before.

use crate::fixtures::{hundreds, ours};
use crate::program::{Folder, tradecheck};

const HEADER: &str =
    "flow,basis,direction,months,bound,since,until,weakest_month,weakest_pct,unit,flags,note";

#[test]
fn a_table_for_people() {
    // Exports: 315.97 / 336.95 − 1 = −6.226443 %, −6.7 %. Total: 604.27 / 628.29 − 1 = −3.8 %.
    tradecheck("streak --month 2017-09 --format table").gives(
        "
China's trade with North Korea, 2017-09: current streaks (USD)

Flow     Streak                  Until              Weakest
───────────────────────────────────────────────────────────
Imports  7th fall, from 2017-03  2017-09  −1.0 % in 2017-08
Exports  2nd fall, from 2017-08  2017-09  −6.2 % in 2017-08
Total    2nd fall, from 2017-08  2017-09  −3.8 % in 2017-08
Balance  up, after 1 fall        2017-09                 ..

Source: AFP/Yonhap (GACC); GACC spokesman Huang Songping (Sputnik) and 5 more
[exit 0]
",
    );
}

#[test]
fn csv_and_tsv() {
    let csv = format!(
        "{HEADER}
import,yoy,fall,7,exact,2017-03,2017-09,2017-08,-1.043454,USD,,
export,yoy,fall,2,exact,2017-08,2017-09,2017-08,-6.226443,USD,,
[exit 0]"
    );
    let question = "streak --month 2017-09 --flow imports,exports";
    tradecheck(question).gives(&csv);
    tradecheck(&format!("{question} -f tsv")).gives(&csv.replace(',', "\t"));
}

#[test]
fn markdown() {
    hundreds()
        .run("streak --month 2017-02 --flow imports -f markdown hundreds.csv")
        .gives(
            "
**China's trade with North Korea, 2017-02: current streaks (USD)**

| Flow | Streak | Until | Weakest |
| --- | --- | --- | ---: |
| Imports | 2nd fall, from 2017-01 | 2017-02 | −10.0 % in 2017-01 |

Source: hundreds.csv
[exit 0]
",
        );
}

#[test]
fn json_and_ndjson() {
    let folder = hundreds();
    folder
        .run("streak --month 2017-02 --flow imports -f json hundreds.csv")
        .gives(
            r#"
{
  "schema": "tradecheck.streak.1",
  "title": "China's trade with North Korea, 2017-02: current streaks (USD)",
  "partner": {
    "code": "109",
    "name": "North Korea"
  },
  "perspective": "cn",
  "currency": "USD",
  "rows": [
    {
      "flow": "import",
      "basis": "yoy",
      "direction": "fall",
      "months": 2,
      "bound": "exact",
      "since": "2017-01",
      "until": "2017-02",
      "weakest_month": "2017-01",
      "weakest_pct": -10,
      "unit": "USD",
      "flags": null,
      "note": null
    }
  ],
  "notes": [],
  "sources": [
    "hundreds.csv"
  ]
}
[exit 0]"#,
        );
    folder.run("streak --month 2017-02 --flow imports -f ndjson hundreds.csv").gives(
        r#"{"flow":"import","basis":"yoy","direction":"fall","months":2,"bound":"exact","since":"2017-01","until":"2017-02","weakest_month":"2017-01","weakest_pct":-10,"unit":"USD","flags":null,"note":null}
[exit 0]"#,
    );
}

#[test]
fn the_links_of_the_seven_falls_to_september_2017() {
    tradecheck("streak --month 2017-09 --flow imports --links").gives(
        r#"
flow,basis,direction,link,month,base,value,change_pct,weakest,unit,flags,note
import,yoy,fall,1,2017-03,180400000,114560000,-36.496674,false,USD,base:e,"base: 2016-03 calculated back from the published change (13 July 2017): USD 180.40 million, first published (April 2016) as USD 237.00 million"
import,yoy,fall,2,2017-04,170000000,99300000,-41.588235,false,USD,base:e,"base: 2016-04 calculated back from the published change (13 July 2017): USD 170.00 million, first published (23 May 2017) as USD 167.70 million"
import,yoy,fall,3,2017-05,181000000,123800000,-31.60221,false,USD,base:e,base: 2016-05 calculated back from the published change (13 July 2017)
import,yoy,fall,4,2017-06,215700000,162200000,-24.802967,false,USD,value:d,value: 2017-06 difference of published figures (23 August 2017)
import,yoy,fall,5,2017-07,232100000,156300000,-32.658337,false,USD,base:d,base: 2016-07 difference of published figures (23 August 2017)
import,yoy,fall,6,2017-08,291340000,288300000,-1.043454,true,USD,,
import,yoy,fall,7,2017-09,234800000,145820000,-37.896082,false,USD,base:e,base: 2016-09 calculated back from the published change (23 October 2017)
[exit 0]
"#,
    );
}

#[test]
fn the_links_in_a_table() {
    hundreds()
        .run("streak --month 2017-02 --flow imports --links -f table hundreds.csv")
        .gives(
            "
China's trade with North Korea, 2017-02: current streaks month by month
(USD million)

                        A year
Flow     No.  Month    earlier  Value      y/y  Weakest
───────────────────────────────────────────────────────
Imports    1  2017-01    100.0   90.0  −10.0 %  weakest
Imports    2  2017-02    100.0   80.0  −20.0 %

Source: hundreds.csv
[exit 0]
",
        );
}

#[test]
fn the_basis_may_be_the_month_before() {
    // 90/100, then 80/90: two falls on the month; December 2016 stood still.
    hundreds()
        .run("streak --month 2017-02 --flow imports --basis mom hundreds.csv")
        .gives(
            "
flow,basis,direction,months,bound,since,until,weakest_month,weakest_pct,unit,flags,note
import,mom,fall,2,exact,2017-01,2017-02,2017-01,-10,USD,,
[exit 0]
",
        );
}

#[test]
fn a_month_that_stands_still_is_flat_and_ends_a_streak() {
    let folder = hundreds();
    folder
        .run("streak --month 2016-12 --flow imports hundreds.csv")
        .gives(
            "
flow,basis,direction,months,bound,since,until,weakest_month,weakest_pct,unit,flags,note
import,yoy,flat,0,exact,,2016-12,,,USD,,
[exit 0]
",
        );
    folder
        .run("streak --month 2017-03 --flow imports --direction fall hundreds.csv")
        .gives(
            "
flow,basis,direction,months,bound,since,until,weakest_month,weakest_pct,unit,flags,note
import,yoy,fall,0,exact,,2017-03,,,USD,,
[exit 0]
",
        );
}

#[test]
fn the_longest_streaks_come_longest_first() {
    hundreds()
        .run("streak --longest --flow imports hundreds.csv")
        .gives(&format!(
            "{HEADER}
import,yoy,fall,2,exact,2017-01,2017-02,2017-01,-10,USD,,
import,yoy,fall,1,exact,2017-04,2017-04,2017-04,-1,USD,,
import,yoy,rise,1,exact,2017-03,2017-03,2017-03,10,USD,,
[exit 0]"
        ));
}

#[test]
fn min_makes_the_exit_code_the_answer() {
    let folder = hundreds();
    let question = "streak --month 2017-02 --flow imports --direction fall hundreds.csv --min";
    folder.run(&format!("{question} 2")).gives(
        "
flow,basis,direction,months,bound,since,until,weakest_month,weakest_pct,unit,flags,note
import,yoy,fall,2,exact,2017-01,2017-02,2017-01,-10,USD,,
[exit 0]
",
    );
    folder.run(&format!("{question} 3")).gives(
        "
flow,basis,direction,months,bound,since,until,weakest_month,weakest_pct,unit,flags,note
import,yoy,fall,2,exact,2017-01,2017-02,2017-01,-10,USD,,
[exit 1]
",
    );
}

#[test]
fn a_streak_that_may_be_longer_cannot_be_told_from_a_short_one() {
    // Nothing is known before January 2017's change: at least one fall, perhaps more.
    let rows = "2016-01 import 100\n 2017-01 import 90";
    let folder = Folder::new().with("a.csv", ours(rows));
    let question = "streak --month 2017-01 --flow imports --direction fall a.csv --min";
    folder
        .run(&format!("{question} 1"))
        .gives(
            r#"
flow,basis,direction,months,bound,since,until,weakest_month,weakest_pct,unit,flags,note
import,yoy,fall,1,at_least,2017-01,2017-01,2017-01,-10,USD,,"months: at least 1 month, unknown before 2017-01: no data for 2016-12"
[exit 0]
"#,
        );
    folder
        .run(&format!("{question} 2"))
        .gives(
            r#"
flow,basis,direction,months,bound,since,until,weakest_month,weakest_pct,unit,flags,note
import,yoy,fall,1,at_least,2017-01,2017-01,2017-01,-10,USD,,"months: at least 1 month, unknown before 2017-01: no data for 2016-12"
[exit 3]
"#,
        );
}

#[test]
fn a_streak_that_outlasts_the_range_says_so() {
    // Falls from January to April; the range ends in March.
    let mut rows = String::new();
    for month in 1..=4 {
        rows.push_str(&format!("2016-{month:02} import 100\n"));
    }
    for (month, value) in [(1, 90), (2, 80), (3, 70), (4, 60)] {
        rows.push_str(&format!("2017-{month:02} import {value}\n"));
    }
    let folder = Folder::new().with("a.csv", ours(&rows));
    folder
        .run("streak --longest --flow imports --from 2017-02 --to 2017-03 --no-header a.csv")
        .gives(
            "
import,yoy,fall,3,at_least,2017-01,2017-03,2017-01,-10,USD,,\"months: at least 3 months, unknown before 2017-01: no data for 2016-12; months: it continues after 2017-03, where the range asked for ends\"
[exit 0]
",
        );
}

#[test]
fn a_long_streak_that_holes_may_hide_is_not_denied() {
    // 2016 stands still at 100 but for March and April, of which nothing is known: between February
    // and May 2017 a fall of four months may lie, of six not.
    let mut rows = String::new();
    for month in [1, 2, 5, 6] {
        rows.push_str(&format!(
            "2015-{month:02} import 100\n2016-{month:02} import 100\n"
        ));
    }
    for (month, value) in [(1, 100), (2, 90), (3, 90), (4, 90), (5, 90), (6, 100)] {
        rows.push_str(&format!("2017-{month:02} import {value}\n"));
    }
    let folder = Folder::new().with("a.csv", ours(&rows));
    let run = |min: u32| {
        let run = format!(
            "streak --longest --direction fall --flow imports --from 2017-01 --to 2017-06 --min {min} --no-header a.csv"
        );
        folder.run(&run)
    };
    let said = "
[stderr]
tradecheck: note: no streak of imports can be determined in 2017-03–04: the change is unknown or of uncertain sign
[exit 3]
";
    run(4).gives(said);
    // Both that are known are open towards the hole: how long they are is not known.
    run(6).gives(said);
}

#[test]
fn a_month_rounded_to_zero_is_not_no_trade() {
    let csv = "month,imports_usd_mn\n2016-09,0.0\n2017-09,1.5\n2016-10,0\n";
    let folder = Folder::new().with("a.csv", csv);
    let told = folder
        .run("yoy --month 2017-09 --flow imports --no-header a.csv")
        .answer_with_notes();
    assert!(
        told.contains("yoy_pct: 2016-09 is zero after rounding"),
        "{told}"
    );
    assert!(!told.contains("no trade"), "{told}");
}
