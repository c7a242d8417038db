//! `series`, on imports worked by hand: 100 million a month in 2015 and 2016, then
//!
//! ```text
//! 2017  value  mom                yoy  year to date        3 months            12 months
//! 01     90    90/100 −10         −10   90/100 −10         290/300 −3.333333   1190/1200 −0.833333
//! 02     80    80/90 −11.111111   −20  170/200 −15         270/300 −10         1170/1200 −2.5
//! 03    110    110/80 +37.5       +10  280/300 −6.666667   280/300 −6.666667   1180/1200 −1.666667
//! 04     99    99/110 −10          −1  379/400 −5.25       289/300 −3.666667   1179/1200 −1.75
//! ```

use crate::fixtures::{hundreds, ours};
use crate::program::{Folder, tradecheck};

const HEADER: &str = "month,flow,value,basis,mom_pct,yoy_pct,printed_pct,ytd,ytd_yoy_pct,roll3,roll3_yoy_pct,roll12,roll12_yoy_pct,unit,flags,note";

const ROWS: &str = "
2017-01,import,90000000,printed,-10,-10,,90000000,-10,290000000,-3.333333,1190000000,-0.833333,USD,,
2017-02,import,80000000,printed,-11.111111,-20,,170000000,-15,270000000,-10,1170000000,-2.5,USD,,
2017-03,import,110000000,printed,37.5,10,,280000000,-6.666667,280000000,-6.666667,1180000000,-1.666667,USD,,
2017-04,import,99000000,printed,-10,-1,,379000000,-5.25,289000000,-3.666667,1179000000,-1.75,USD,,
";

/// The note goes to standard error where the format has no place for it.
const SAID: &str = "[exit 0]";

#[test]
fn csv_and_tsv() {
    let csv = format!("{HEADER}{ROWS}{SAID}");
    let folder = hundreds();
    folder
        .run("series --from 2017-01 --flow imports hundreds.csv")
        .gives(&csv);
    let tsv = format!("{HEADER}{ROWS}").replace(',', "\t") + SAID;
    folder
        .run("series --from 2017-01 --flow imports -f tsv hundreds.csv")
        .gives(&tsv);
}

#[test]
fn a_table_for_people() {
    hundreds()
        .run("series --from 2017-01 --flow imports -f table hundreds.csv")
        .gives(
            "
China's trade with North Korea, 2017-01 to 2017-04: month by month (USD million)

                                           Year                            12m
                                             to   YTD    3m    3m          y/y
Month   Flow    Value m/m % y/y % Printed  date y/y %   sum y/y % 12m sum    %
──────────────────────────────────────────────────────────────────────────────
2017-01 Imports  90.0 −10.0 −10.0          90.0 −10.0 290.0  −3.3 1,190.0 −0.8
2017-02 Imports  80.0 −11.1 −20.0         170.0 −15.0 270.0 −10.0 1,170.0 −2.5
2017-03 Imports 110.0  37.5  10.0         280.0  −6.7 280.0  −6.7 1,180.0 −1.7
2017-04 Imports  99.0 −10.0  −1.0         379.0  −5.3 289.0  −3.7 1,179.0 −1.8

Source: hundreds.csv. Details: --notes full
[exit 0]
",
        );
}

#[test]
fn markdown() {
    hundreds().run("series --from 2017-03 --flow imports -f markdown hundreds.csv").gives(
        "
**China's trade with North Korea, 2017-03 to 2017-04: month by month (USD million)**

| Month | Flow | Value | m/m | y/y | Printed | Year to date | YTD y/y | 3m sum | 3m y/y | 12m sum | 12m y/y |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| 2017-03 | Imports | 110.0 | 37.5 % | 10.0 % |  | 280.0 | −6.7 % | 280.0 | −6.7 % | 1,180.0 | −1.7 % |
| 2017-04 | Imports | 99.0 | −10.0 % | −1.0 % |  | 379.0 | −5.3 % | 289.0 | −3.7 % | 1,179.0 | −1.8 % |

Source: hundreds.csv. Details: --notes full
[exit 0]
",
    );
}

#[test]
fn json() {
    hundreds()
        .run("series --month 2017-03 --flow imports -f json hundreds.csv")
        .gives(
            r#"
{
  "schema": "tradecheck.series.1",
  "title": "China's trade with North Korea, 2017-03: month by month (USD)",
  "partner": {
    "code": "109",
    "name": "North Korea"
  },
  "perspective": "cn",
  "currency": "USD",
  "rows": [
    {
      "month": "2017-03",
      "flow": "import",
      "value": 110000000,
      "basis": "printed",
      "mom_pct": 37.5,
      "yoy_pct": 10,
      "printed_pct": null,
      "ytd": 280000000,
      "ytd_yoy_pct": -6.666667,
      "roll3": 280000000,
      "roll3_yoy_pct": -6.666667,
      "roll12": 1180000000,
      "roll12_yoy_pct": -1.666667,
      "unit": "USD",
      "flags": null,
      "note": null
    }
  ],
  "notes": [
    "m/m is not seasonally adjusted"
  ],
  "details": [
    {
      "kind": "mom_unadjusted",
      "column": null,
      "period": null,
      "data": {},
      "text": "m/m is not seasonally adjusted"
    }
  ],
  "sources": [
    "hundreds.csv"
  ]
}
[exit 0]"#,
        );
}

#[test]
fn ndjson() {
    let rows = r#"{"month":"2017-04","flow":"import","value":99000000,"basis":"printed","mom_pct":-10,"yoy_pct":-1,"printed_pct":null,"ytd":379000000,"ytd_yoy_pct":-5.25,"roll3":289000000,"roll3_yoy_pct":-3.666667,"roll12":1179000000,"roll12_yoy_pct":-1.75,"unit":"USD","flags":null,"note":null}"#;
    let run = hundreds()
        .run("series --month 2017-04 --flow imports -f ndjson hundreds.csv")
        .output();
    assert_eq!(crate::program::told(&run), format!("{rows}\n{SAID}\n"));
}

#[test]
fn columns_are_chosen_and_ordered() {
    hundreds().run("series --from 2017-01 --flow imports --columns yoy_pct,month,ytd hundreds.csv").gives(
        "yoy_pct,month,ytd\n-10,2017-01,90000000\n-20,2017-02,170000000\n10,2017-03,280000000\n-1,2017-04,379000000\n[exit 0]",
    );
}

#[test]
fn a_window_that_reaches_back_before_the_data_is_null_with_its_months() {
    hundreds().run("series --from 2015-02 --to 2015-03 --flow imports --columns month,mom_pct,ytd,ytd_yoy_pct,roll3,note hundreds.csv").gives(
            "
month,mom_pct,ytd,ytd_yoy_pct,roll3,note
2015-02,0,200000000,,,ytd_yoy_pct: no data for 2014-01–02; roll3: no data for 2014-12
2015-03,0,300000000,,300000000,ytd_yoy_pct: no data for 2014-01–03
[exit 0]
",
        );
}

#[test]
fn a_month_that_was_not_printed_is_the_difference_of_two_years_to_date() {
    // February: 170 − 90 = 80; March: 280 − 170 = 110; April was printed.
    let rows = "
        2017-01            import 90000000
        2017-01..2017-02   import 170000000
        2017-01..2017-03   import 280000000
        2017-04            import 99000000";
    let folder = Folder::new().with("ytd.csv", ours(rows));
    folder
        .run("series --from 2017-01 --flow imports --columns month,value,basis,ytd ytd.csv")
        .gives(
            "
[stderr]
tradecheck: ytd.csv: the file name says `ytd`, which may mean the year to date; no column settles it: `ytd`
  help: if the words do not affect the figures, use `--ignore 'ytd'`
[exit 2]
",
        );
}

#[test]
fn the_published_third_quarter_of_2017_is_reproduced() {
    // Million dollars: July 156.3, August 288.3, September 145.82; a year earlier 232.1, 291.34,
    // 234.8. Roll3: 590.42 / 758.24 − 1 = −22.132834 %; mom: 145.82 / 288.3 − 1 = −49.420742 %.
    // January–September: 1,477.85, printed −16.7 %.
    let run = tradecheck(
        "series --month 2017-09 --flow imports --columns value,mom_pct,yoy_pct,printed_pct,ytd,roll3,roll3_yoy_pct",
    );
    run.gives(&format!(
        "value,mom_pct,yoy_pct,printed_pct,ytd,roll3,roll3_yoy_pct
145820000,-49.420742,-37.896082,-37.9,1477850000,590420000,-22.132834
{SAID}"
    ));
}
