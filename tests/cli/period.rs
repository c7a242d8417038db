//! `--period`: several months as one, against the same months a year earlier.
//!
//! Million dollars, July to September:
//!
//! ```text
//!            2016                               2017
//! imports    232.1 + 291.34 + 234.8 = 758.24    156.3  + 288.3  + 145.82 = 590.42   −22.132834 %
//! exports    194.0 + 336.95 + 285.5 = 816.45    299.85 + 315.97 + 266.34 = 882.16    +8.048258 %
//! total                              1574.69                              1472.58    −6.484451 %
//! balance                              58.21                               291.74
//! ```
//!
//! The −16.7 % and +20.9 % that one agency printed for this quarter are those of January to
//! September.

use crate::fixtures::ours;
use crate::platform::Download;
use crate::program::{Folder, tradecheck};

const QUARTER: &str = "
period,month,flow,base_month,base,value,change,yoy_pct,printed_pct,streak,streak_direction,streak_since,streak_bound,unit,flags,note
2017-07..2017-09,2017-09,import,2016-07..2016-09,758240000,590420000,-167820000,-22.132834,,,,,,USD,base:ed,\"base: 2016-07–09 sum of months, differences of published figures: 2016-07, calculated back from published changes: 2016-09\"
2017-07..2017-09,2017-09,export,2016-07..2016-09,816450000,882160000,65710000,8.048258,,,,,,USD,base:e,\"base: 2016-07–09 sum of months, calculated back from published changes: 2016-09\"
2017-07..2017-09,2017-09,total,2016-07..2016-09,1574690000,1472580000,-102110000,-6.484451,,,,,,USD,,
2017-07..2017-09,2017-09,balance,2016-07..2016-09,58210000,291740000,233530000,,,,,,,USD,,
[exit 0]";

#[test]
fn the_third_quarter_of_2017_is_one_row_a_flow() {
    tradecheck("yoy --period 2017-Q3").gives(QUARTER);
    tradecheck("yoy --period 2017q3 --strict").gives(QUARTER);
    tradecheck("yoy --period 2017-07..09").gives(QUARTER);
}

#[test]
fn the_month_of_a_period_is_its_last_for_scripts_alone() {
    // So a script joins years and quarters to months without taking a text apart.
    let rows =
        tradecheck("yoy --period 2017 --flow imports --columns period,month,base_month").answer();
    assert_eq!(
        rows.lines().nth(1),
        Some("2017-01..2017-12,2017-12,2016-01..2016-12"),
        "{rows}"
    );
    let table = tradecheck("yoy --period 2017-Q3 --format table").answer();
    let head = table
        .lines()
        .find(|line| line.starts_with("Flow"))
        .expect("a head");
    assert!(!head.contains("Month"), "{table}");
}

#[test]
fn a_table_of_a_period_names_it_in_its_heads_and_has_no_streaks() {
    tradecheck("yoy --period 2017-Q3 --format table").gives(
        "
China's trade with North Korea, 2017-07 to 2017-09: change from a year earlier
(USD million)

Flow     2016-07–09  2017-07–09  Change      y/y  Printed
─────────────────────────────────────────────────────────
Imports    758.2 ed       590.4  −167.8  −22.1 %
Exports    816.5 e        882.2    65.7    8.0 %
Total    1,574.7        1,472.6  −102.1   −6.5 %
Balance     58.2          291.7   233.5       ..

e implied by a published change; d difference
Source: Reuters (GACC); Sankei (GACC table) and 2 more. Details: --notes full
[exit 0]
",
    );
    // Same months, not the same month.
    let korean = tradecheck("yoy --period 2017-Q3 --format table --lang ko").answer();
    assert!(korean.contains("전년 동기 대비 증감"), "{korean}");
    assert!(korean.contains("2017년 7~9월"), "{korean}");
}

#[test]
fn january_to_september_takes_what_was_published_for_the_nine_months() {
    // By the end of October 2017: 1477.85 / 1774.1 − 1 = −16.698608 %, printed −16.7;
    // 2548.46 / 2107.9 − 1 = +20.900422 %, printed +20.9. The months of 2017 of which a figure was
    // out by then lack January and February.
    let run = "yoy --period 2017-01..2017-09 --flow imports,exports --no-header";
    tradecheck(&format!("{run} --as-of 2017-10-31")).gives(
            "
2017-01..2017-09,2017-09,import,2016-01..2016-09,1774100000,1477850000,-296250000,-16.698608,-16.7,,,,,USD,base:e value:d,base: 2016-01–09 calculated back from the published change (23 October 2017); value: 2017-01–09 difference of published figures (23 October 2017); value: the months cannot be added up: no data for 2017-01
2017-01..2017-09,2017-09,export,2016-01..2016-09,2107900000,2548460000,440560000,20.900422,20.9,,,,,USD,base:e,base: 2016-01–09 calculated back from the published change (23 October 2017); base: the months cannot be added up: no data for 2016-02; value: 2017-01–09 published for the period as a whole (23 October 2017); value: the months cannot be added up: no data for 2017-01–02
[exit 0]
",
        );
    // A year later the nine months of exports were 15.6 / (1 − 0.377) hundred million: 2504, which
    // is +18.791214 %. Months 242.6 + 153 + 328.04 + 288.2 + 319.8 + 326.85 + 882.16 = 2540.65;
    // 2504 / 1.209 = 2071.13, which is 36.77 less than 2107.9.
    tradecheck(&run.replace("imports,", "")).gives(
            r#"
2017-01..2017-09,2017-09,export,2016-01..2016-09,2107900000,2504000000,396100000,18.791214,20.9,,,,,USD,base:e value:e,"base: 2016-01–09 calculated back from the published change (23 October 2017); base: the months cannot be added up: no data for 2016-02; value: 2017-01–09 calculated back from the published change (23 October 2018): USD 2,504.00 million, first published (23 October 2017) as USD 2,548.46 million; value: the months sum to USD 2,540.65 million, revisions since, month unknown, come to USD −36.65 million; printed_pct: 2017-01–09: customs said +20.9 % on 23 October 2017, the published levels give +18.8 %, the former implies USD 2,071.13 million a year earlier, USD 36.77 million less than used here"
[exit 0]
"#,
        );
}

#[test]
fn the_first_quarter_of_2017_in_yuan_is_measured_against_the_base_as_it_was_cut() {
    // Million yuan. The two printed quarters, (3440 + 4960) / (3830 + 3960) − 1 = +7.830552 %, are
    // of two vintages: the changes printed in April 2017 imply 3440 / 1.184 = 2910 (rounded) and
    // 4960 / 1.545 = 3210. 8400 / 6120 − 1 = +37.254902 %; the spokesman said +37.4.
    tradecheck(
        "yoy --period 2017-Q1 --currency cny --flow imports,exports,total --no-header",
    )
    .gives(
            r#"
2017-01..2017-03,2017-03,import,2016-01..2016-03,2910000000,3440000000,530000000,18.213058,18.4,,,,,CNY,base:e,"base: 2016-01–03 calculated back from the published change (13 April 2017): CNY 2,910.00 million, first published (13 April 2016) as CNY 3,830.00 million; base: the months cannot be added up: no data for 2016-01–03; value: 2017-01–03 published for the period as a whole (13 April 2017); value: the months cannot be added up: no data for 2017-01–03"
2017-01..2017-03,2017-03,export,2016-01..2016-03,3210000000,4960000000,1750000000,54.517134,54.5,,,,,CNY,base:e,"base: 2016-01–03 calculated back from the published change (13 April 2017): CNY 3,210.00 million, first published (13 April 2016) as CNY 3,960.00 million; base: the months cannot be added up: no data for 2016-01–03; value: 2017-01–03 published for the period as a whole (13 April 2017); value: the months cannot be added up: no data for 2017-01–03"
2017-01..2017-03,2017-03,total,2016-01..2016-03,6120000000,8400000000,2280000000,37.254902,,,,,,CNY,,base: the months cannot be added up: no data for 2016-01–03; value: the months cannot be added up: no data for 2017-01–03
[exit 0]
"#,
        );
}

#[test]
fn the_year_2024_in_yuan_is_the_printed_year_and_not_its_months() {
    // By February 2025, million yuan: 2470.651384 + 13045.478641 = 15516.130025 as printed in
    // December; the twelve printed months add up to 2501.285449 + 13416.791992 = 15918.077441,
    // which is 401.947416 more. Of 2023 there is nothing in yuan, only the printed changes,
    // which stand in.
    let run = "yoy --period 2024 --currency cny --as-of 2025-02-28 --no-header";
    tradecheck(&format!("{run} --flow imports,exports,total")).gives(
            r#"
2024-01..2024-12,2024-12,import,2023-01..2023-12,,2470651384,,20.1,20.1,,,,,CNY,yoy_pct:p,"base: no data for 2023-01–12; value: 2024-01–12 published for the period as a whole (18 January 2025); value: the months sum to CNY 2,501.29 million, revisions since, month unknown, come to CNY −30.63 million; change: no data for 2023-01–12"
2024-01..2024-12,2024-12,export,2023-01..2023-12,,13045478641,,-7.6,-7.6,,,,,CNY,yoy_pct:p,"base: no data for 2023-01–12; value: 2024-01–12 published for the period as a whole (18 January 2025); value: the months sum to CNY 13,416.79 million, revisions since, month unknown, come to CNY −371.31 million; change: no data for 2023-01–12"
2024-01..2024-12,2024-12,total,2023-01..2023-12,,15516130025,,,,,,,,CNY,,"base: no data for 2023-01–12; value: the months sum to CNY 15,918.08 million, revisions since, month unknown, come to CNY −401.95 million; change: no data for 2023-01–12; yoy_pct: no data for 2023-01–12"
[exit 0]
"#,
        );
    tradecheck(&format!("{run} --flow total --strict")).gives(
            r#"
2024-01..2024-12,2024-12,total,2023-01..2023-12,,15516130025,,,,,,,,CNY,,"base: no data for 2023-01–12; value: the months sum to CNY 15,918.08 million, revisions since, month unknown, come to CNY −401.95 million; change: no data for 2023-01–12; yoy_pct: no data for 2023-01–12"
[exit 3]
"#,
        );
}

#[test]
fn one_month_is_the_month() {
    // January and February bring the two together beside them.
    for month in ["2017-09", "2017-02"] {
        let period = tradecheck(&format!("yoy --period {month}..{month} --format json"));
        let period = period.answer();
        let named = period.matches("\"period\": \"20").count();
        assert!(named > 0, "{period}");
        let is_column = |line: &&str| !line.starts_with("      \"period\"");
        let without: Vec<&str> = period.lines().filter(is_column).collect();
        let month = tradecheck(&format!("yoy --month {month} --format json"));
        let month = month.answer();
        let month: Vec<&str> = month.lines().filter(is_column).collect();
        assert_eq!(without, month);
    }
}

#[test]
fn january_and_february_asked_for_together_stand_alone() {
    // 208.4 + 176.7 = 385.1 against 149 + 119.9 = 268.9 million: +43.213090 %.
    tradecheck("yoy --period 2017-01..2017-02 --flow imports --no-header").gives(
            r#"
2017-01..2017-02,2017-02,import,2016-01..2016-02,268900000,385100000,116200000,43.21309,,,,,,USD,base:d value:e yoy_pct:u,"base: 2016-01–02 sum of months, differences of published figures: 2016-01; value: 2017-01–02 sum of months, calculated back from published changes: 2017-01; yoy_pct: because figures are rounded, the change could be +41.7 % to +44.9 %"
[exit 0]
"#,
        );
}

#[test]
fn a_missing_month_on_either_side_is_named() {
    let months = "2016-07 import 1\n 2016-09 import 1\n 2017-07 import 2\n 2017-08 import 2
        2017-09 import 2\n 2018-07 import 3\n 2018-09 import 3";
    let folder = Folder::new().with("a.csv", ours(months));
    let run = |period: &str| {
        let run = format!("yoy --period {period} --flow imports --strict --no-header a.csv");
        folder.run(&run)
    };
    run("2017-Q3").gives(
            "
2017-07..2017-09,2017-09,import,2016-07..2016-09,,6,,,,,,,,USD,,base: no data for 2016-08; change: no data for 2016-08; yoy_pct: no data for 2016-08
[exit 3]
",
        );
    run("2018-Q3").gives(
            "
2018-07..2018-09,2018-09,import,2017-07..2017-09,6,,,,,,,,,USD,,value: no data for 2018-08; change: no data for 2018-08; yoy_pct: no data for 2018-08
[exit 3]
",
        );
}

#[test]
fn a_total_adds_the_published_figure_of_one_flow_to_the_months_of_the_other() {
    // Imports 2017 were printed for the quarter: 330; exports are 11 + 12 + 13 = 36 of months.
    // 366 / (300 + 30) − 1 = +10.909091 %; balances 36 − 330 = −294 and 30 − 300 = −270.
    let mut rows = String::from("2017-01..2017-03 import 330\n");
    for (month, export) in [("01", 11), ("02", 12), ("03", 13)] {
        rows.push_str(&format!(
            "2016-{month} import 100\n 2016-{month} export 10\n"
        ));
        rows.push_str(&format!(
            "2017-{month} import 100\n 2017-{month} export {export}\n"
        ));
    }
    let folder = Folder::new().with("a.csv", ours(&rows));
    folder.run("yoy --period 2017-Q1 --no-header a.csv").gives(
            r#"
2017-01..2017-03,2017-03,import,2016-01..2016-03,300,330,30,10,,,,,,USD,,"value: 2017-01–03 published for the period as a whole; value: the months sum to USD 300, revisions since, month unknown, come to USD 30"
2017-01..2017-03,2017-03,export,2016-01..2016-03,30,36,6,20,,,,,,USD,,
2017-01..2017-03,2017-03,total,2016-01..2016-03,330,366,36,10.909091,,,,,,USD,,"value: the months sum to USD 336, revisions since, month unknown, come to USD 30"
2017-01..2017-03,2017-03,balance,2016-01..2016-03,-270,-294,-24,,,,,,,USD,,
[exit 0]
"#,
        );
    // A row of the exports' months is missing in the total as well.
    let spoiled = ours(&rows).replace(
        "2017-02,export,109,USD,12,1",
        "2017-02,export,109,USD,12,1\n2017-02,export,109,USD,z,1",
    );
    let folder = Folder::new().with("a.csv", spoiled);
    let run = folder.run("yoy --period 2017-Q1 --flow exports,total --lenient --no-header a.csv");
    run.gives(
            r#"
2017-01..2017-03,2017-03,export,2016-01..2016-03,30,36,6,20,,,,,,USD,,value: rows of 2017-02 were skipped (--lenient)
2017-01..2017-03,2017-03,total,2016-01..2016-03,330,366,36,10.909091,,,,,,USD,,"value: rows of 2017-02 were skipped (--lenient); value: the months sum to USD 336, revisions since, month unknown, come to USD 30"
[stderr]
tradecheck: note: a.csv: 1 row skipped (--lenient), at line 11: not a number: `z`
[exit 0]
"#,
        );
}

#[test]
fn a_quarter_is_split_like_a_month() {
    // Dollars:          2016-Q3   2017-Q3   change   contribution to the 300 of 2016
    // chapter 27        60+60+60  30+30+30     −90   −30
    // chapter 03        40+40+40       20     −100   −33.333333
    // chapter 61                  7+0+8        +15   +5
    // all                   300        125    −175   −58.333333
    let mut rows = Vec::new();
    for month in ["201607", "201608", "201609"] {
        rows.push((month, "27011100", "19", "60"));
        rows.push((month, "03061700", "14", "40"));
    }
    for month in ["201707", "201708", "201709"] {
        rows.push((month, "27011100", "19", "30"));
    }
    rows.push(("201707", "03061700", "14", "20"));
    rows.push(("201707", "61034300", "14", "7"));
    rows.push(("201709", "61034300", "14", "8"));
    let folder = Folder::new().with("imports.csv", Download::default().of(&rows));
    let columns = |answer: String| {
        let mut reader = csv::Reader::from_reader(answer.as_bytes());
        let wanted = [
            "code",
            "base",
            "value",
            "change",
            "yoy_pct",
            "contribution_pp",
            "share_pct",
        ];
        let head = reader.headers().expect("a header").clone();
        let place = |name| head.iter().position(|held| held == name).expect(name);
        let line =
            |row: csv::StringRecord| wanted.map(|name| row[place(name)].to_owned()).join(" ");
        let rows = reader.records().map(|row| line(row.expect("a row")));
        rows.collect::<Vec<String>>()
    };
    let run = "yoy --by chapter --period 2017-Q3 --flow imports --all-goods --imports imports.csv";
    let whole = "total 300 125 -175 -58.333333 -58.333333 100";
    assert_eq!(
        columns(folder.run(run).answer_with_notes()),
        [
            "03 120 20 -100 -83.333333 -33.333333 16",
            "27 180 90 -90 -50 -30 72",
            "61 0 15 15  5 12",
            whole
        ]
    );
    let top = folder.run(&format!("{run} --top 1")).answer_with_notes();
    assert_eq!(
        columns(top),
        [
            "03 120 20 -100 -83.333333 -33.333333 16",
            "other 180 105 -75 -41.666667 -25 84",
            whole
        ]
    );
}

#[test]
fn movers_take_a_period_as_one() {
    // 1200 kg a row: 2400 of crab in 2016-08 and 09, 1200 in 2017; dollars 80 and 20.
    // Per tonne 80 / 2.4 = 33.333333 and 20 / 1.2 = 16.666667. Of all 120 in 2016, −60 are −50 points.
    let rows = [
        ("201608", "03061490", "14", "40"),
        ("201609", "03061490", "14", "40"),
        ("201609", "27011100", "19", "40"),
        ("201708", "03061490", "14", "20"),
        ("201708", "27011100", "19", "15"),
        ("201709", "27011100", "19", "35"),
    ];
    let folder = Folder::new().with("imports.csv", Download::default().of(&rows));
    let run = "movers --period 2017-08..09 --flow imports --depth chapter --all-goods --imports imports.csv";
    let answer = folder
        .run(&format!("{run} --no-header"))
        .answer_with_notes();
    let rows: Vec<&str> = answer.lines().collect();
    assert_eq!(rows.len(), 3, "{answer}");
    let crab = "import,03,Fish and shellfish,down,1,2016-08..2016-09,80,20,-60,-75,-50,2.4,1.2,-50,t,33.333333,16.666667,-50,USD,,";
    assert!(rows[1].ends_with(crab), "{answer}");
    let table = folder
        .run(&format!("{run} --format table"))
        .answer_with_notes();
    assert!(table.contains("2016-08–09"), "{table}");
}

#[test]
fn commands_that_go_month_by_month_take_a_period_as_a_range() {
    for command in [
        "series --flow imports",
        "inspect --flow imports --format json",
    ] {
        let period = tradecheck(&format!("{command} --period 2017-H1")).answer_with_notes();
        let range =
            tradecheck(&format!("{command} --from 2017-01 --to 2017-06")).answer_with_notes();
        assert_eq!(period, range);
    }
}

#[test]
fn a_streak_ends_in_a_month() {
    tradecheck("streak --period 2017-Q3").gives(
        "
[stderr]
tradecheck: a streak counts single months; `--period` 2017-07..2017-09 combines several
  help: use `--month 2017-09` for the streak that ends there, or `--from 2017-07 --to 2017-09` for all of them
[exit 2]",
    );
    let streak = tradecheck("streak --period 2017-09").answer();
    assert_eq!(streak, tradecheck("streak --month 2017-09").answer());
}

#[test]
fn what_is_no_period_or_past_the_data_is_refused() {
    tradecheck("yoy --period 2017-Q5").gives(
        "
[stderr]
tradecheck: `--period`: `2017-Q5` is not a quarter: quarters run from Q1 to Q4
  help: `tradecheck yoy --help`
[exit 2]",
    );
    tradecheck("yoy --period 2017-Q3 --month 2017-09").gives(
        "
[stderr]
tradecheck: `--period` cannot be used with `--month`
  help: `tradecheck yoy --help`
[exit 2]",
    );
    let folder = Folder::new().with("a.csv", ours("2016-07 import 1\n 2017-08 import 1"));
    folder.run("yoy --period 2017-Q3 a.csv").gives(
        "
[stderr]
tradecheck: 2017-09 is outside the data: USD figures run from 2016-07 to 2017-08
  help: choose a month in that range, or pass your own files
[exit 2]",
    );
}

#[test]
fn a_period_of_one_month_has_the_header_of_all_periods() {
    let header = |period: &str| {
        let text = tradecheck(&format!("yoy --period {period} --flow imports")).answer();
        text.lines().next().unwrap_or_default().to_owned()
    };
    assert!(header("2017-09").starts_with("period,month,flow,"));
    assert_eq!(header("2017-09"), header("2017-Q3"));
}
