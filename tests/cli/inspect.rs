//! What the data hold, what is missing, and what cannot all be true.

use crate::fixtures::ours;
use crate::platform::{Download, IMPORTS, gb18030, utf8_bom};
use crate::program::{Folder, tradecheck};

/// Imports: January–February only together, March none, April 50, May and June only in the half
/// year, July nowhere. Exports and a total of two months; April's total is not 50 + 40.
fn half_a_year() -> Folder {
    let rows = "
        2020-01..2020-02 import 70000000
        2020-03 import 0
        2020-04 import 50000000
        2020-01..2020-06 import 200000000
        2020-08 import 60000000
        2020-03 export 30000000
        2020-04 export 40000000
        2020-04 total 95000000";
    Folder::new().with("a.csv", ours(rows))
}

#[test]
fn a_year_at_a_glance() {
    half_a_year().run("inspect a.csv --format table").gives(
        "
China's trade with North Korea, 2020-01 to 2020-08: contents of the data
(USD million)

Files
File   Rows  Holds
──────────────────────────────────────────────────────────────────────────────
a.csv     8  2020-01–2020-08; imports, exports, total; North Korea (109); USD;
             figures; built-in layout; UTF-8

Coverage
Year  01   02   03   04   05   06   07   08   09  10  11  12
────────────────────────────────────────────────────────────
2020  c..  c..  0ET  IET  y..  y..  ...  I..
I imports, E exports, T total, 0 no trade, . missing, c only January and
February together, y only inside a year to date

Findings
Finding                   Month      Flow    Value Against Difference Count
───────────────────────────────────────────────────────────────────────────
missing                   2020-01–02 Exports                              2
missing                   2020-01–02 Total                                2
missing                   2020-05–08 Exports                              4
missing                   2020-05–08 Total                                4
missing                   2020-07    Imports                              1
imports + exports ≠ total 2020-04    Total    90.0    95.0       −5.0

Columns and texts
File   Finding
─────────────────────────────────────────────────────────────────────────
a.csv  `period, flow, partner, currency, value, unit`: read: month; flow;
       partner; unit; value; unit
[exit 0]
",
    );
}

#[test]
fn the_check_fails_on_what_is_missing_or_contradictory_in_the_months_asked_for() {
    let folder = half_a_year();
    folder
        .run("inspect a.csv --check --from 2020-03 --to 2020-04")
        .gives(
            r#"
kind,file,layout,encoding,rows,records,from,to,flows,partners,grain,released_from,released_to,month,flow,state,basis,finding,value,released,against,against_released,difference,count,currency,text
file,a.csv,ours,UTF-8,8,8,2020-01,2020-08,"import, export, total",North Korea (109),figures,,,,,,,,,,,,,,USD,
coverage,,,,,,,,,,,,,2020-03,import,zero,printed,,0,,,,,,USD,
coverage,,,,,,,,,,,,,2020-03,export,present,printed,,30000000,,,,,,USD,
coverage,,,,,,,,,,,,,2020-03,total,present,sum,,30000000,,,,,,USD,
coverage,,,,,,,,,,,,,2020-04,import,present,printed,,50000000,,,,,,USD,
coverage,,,,,,,,,,,,,2020-04,export,present,printed,,40000000,,,,,,USD,
coverage,,,,,,,,,,,,,2020-04,total,present,sum,,90000000,,,,,,USD,
finding,,,,,,,,,,,,,2020-04,total,contradictory,,flows_total,90000000,,95000000,,-5000000,,USD,imports and exports do not add up to the published total
text,a.csv,,,,,,,,,,,,,,,,column,,,,,,1,,"`period, flow, partner, currency, value, unit`: read: month; flow; partner; unit; value; unit"
[stderr]
tradecheck: note: check failed: 1 finding of missing or contradictory data
[exit 1]
"#,
        );
    // A month inside a longer figure is covered, if only there; a month before all data is not.
    let code = |arguments: &str| {
        let run = folder.run(&format!("inspect a.csv --check {arguments}"));
        run.output().status.code()
    };
    assert_eq!(code("--month 2020-03"), Some(0));
    assert_eq!(code("--month 2020-02 --flow imports"), Some(0));
    assert_eq!(code("--month 2020-05 --flow imports"), Some(0));
    assert_eq!(code("--month 2020-07 --flow imports"), Some(1));
    assert_eq!(code("--from 2019-12 --to 2020-04 --flow imports"), Some(1));
    assert_eq!(code("--from 2020-04 --to 2020-03"), Some(2));
    let unchecked = folder.run("inspect a.csv --month 2020-07").output();
    assert_eq!(unchecked.status.code(), Some(0));
}

#[test]
fn downloads_that_overlap_and_differ() {
    let (english, mut later) = (Download::default(), IMPORTS);
    // 30 + 15.5 = 45.5 becomes 30 + 16.5 = 46.5.
    later[3].3 = "16,500,000";
    let folder = Folder::new()
        .with("a.csv", gb18030(&english.of(&IMPORTS)))
        .with("b.csv", utf8_bom(&english.of(&later)));
    folder
        .run("inspect --imports a.csv b.csv --month 2017-09 --check")
        .gives(
            r#"
kind,file,layout,encoding,rows,records,from,to,flows,partners,grain,released_from,released_to,month,flow,state,basis,finding,value,released,against,against_released,difference,count,currency,text
file,a.csv,platform,UTF-8,4,4,2016-09,2017-09,import,North Korea (109),HS 8 × trade mode,,,,,,,,,,,,,,USD,
file,b.csv,platform,UTF-8,4,4,2016-09,2017-09,import,North Korea (109),HS 8 × trade mode,,,,,,,,,,,,,,USD,
coverage,,,,,,,,,,,,,2017-09,import,present,sum,,46500000,,,,,,USD,
finding,,,,,,,,,,,,,2017-09,import,contradictory,,revision,46500000,,45500000,,1000000,,USD,two files differ and no date shows which is later: the file named later is used
finding,,,,,,,,,,,,,2017-09,import,explained,,repeated,,,,,,1,USD,in several files with the same value: counted once
text,a.csv,,,,,,,,,,,,,,,,column,,,,,,1,,"`Date of data, Trading partner code, Trading partner, Commodity code, Commodity, Customs Regime code, Customs Regime, Quantity, Unit, Supplimentary Quantity, Supplimentary Unit, US dollar`: read: month; partner; HS code; name of goods; breakdown; quantity; value"
text,b.csv,,,,,,,,,,,,,,,,column,,,,,,1,,"`Date of data, Trading partner code, Trading partner, Commodity code, Commodity, Customs Regime code, Customs Regime, Quantity, Unit, Supplimentary Quantity, Supplimentary Unit, US dollar`: read: month; partner; HS code; name of goods; breakdown; quantity; value"
[stderr]
tradecheck: note: check failed: 1 finding of missing or contradictory data
tradecheck: note: every row is of HS chapters 27, 61: imports of 2017-09 sum to USD 46.50 million, of a published total of USD 145.82 million
tradecheck: note: 1 row was found in several files with different values: the later release was used, or, where none is dated, the file named later
tradecheck: note: b.csv was taken over a.csv, which differs: no release date tells which is later, and nothing but their order said so
[exit 1]
"#,
        );
}

#[test]
fn a_download_of_exactly_ten_thousand_rows_was_probably_cut() {
    let rows = |count: usize| {
        let codes: Vec<String> = (0..count)
            // Of chapters 10 to 19.
            .map(|at| format!("{:08}", 10_000_000 + at * 1_000))
            .collect();
        let mut csv = String::from(
            "\"Date of data\",\"Trading partner code\",\"Trading partner\",\"Commodity code\",\"US dollar\",\r\n",
        );
        for code in &codes {
            csv.push_str(&format!(
                "\"201709\",\"109\",\"Korea,DPR\",\"{code}\",\"1\",\r\n"
            ));
        }
        csv
    };
    let folder = Folder::new()
        .with("cut.csv", rows(10_000))
        .with("whole.csv", rows(9_999));
    let check = "inspect --check --month 2017-09 --flow imports --imports";
    folder.run(&format!("{check} cut.csv")).gives(
            r#"
kind,file,layout,encoding,rows,records,from,to,flows,partners,grain,released_from,released_to,month,flow,state,basis,finding,value,released,against,against_released,difference,count,currency,text
file,cut.csv,platform,UTF-8,10000,10000,2017-09,2017-09,import,North Korea (109),HS 8,,,,,,,,,,,,,,USD,"exactly 10,000 rows: the platform truncates downloads there without warning, so rows are probably missing"
coverage,,,,,,,,,,,,,2017-09,import,present,sum,,10000,,,,,,USD,
finding,cut.csv,,,,,,,,,,,,2017-09,,missing,,cut,,,,,,10000,USD,"exactly 10,000 rows: the platform truncates downloads there without warning"
text,cut.csv,,,,,,,,,,,,,,,,column,,,,,,1,,"`Date of data, Trading partner code, Trading partner, Commodity code, US dollar`: read: month; partner; HS code; value"
[stderr]
tradecheck: note: check failed: 1 finding of missing or contradictory data
tradecheck: note: cut.csv: exactly 10,000 rows: the platform truncates downloads there without warning, so rows are probably missing
[exit 1]
"#,
        );
    // An archive knows it too, whatever was asked of it.
    let add = "archive add --to ar --imports cut.csv";
    assert_eq!(folder.run(add).output().status.code(), Some(0));
    for partner in ["109", "all"] {
        let told =
            folder.run(&format!("{check} --data ar --partner {partner}").replace("--imports", ""));
        let told = told.output();
        let rows = String::from_utf8_lossy(&told.stdout).into_owned();
        let notes = String::from_utf8_lossy(&told.stderr).into_owned();
        assert_eq!(told.status.code(), Some(1), "{rows}");
        assert!(
            rows.contains("\nfinding,cut.csv,") && rows.contains(",cut,,,,,,10000,USD,"),
            "{rows}"
        );
        assert!(notes.contains("cut.csv: exactly 10,000 rows"), "{notes}");
    }
    let whole = folder.run(&format!("{check} whole.csv")).output();
    assert_eq!(whole.status.code(), Some(0));
}

#[test]
fn details_beside_a_published_figure_and_a_month_in_another_unit() {
    // 60 + 30 = 90 is not 100; 10,000 is 100 times January and 111 times March.
    let folder = Folder::new().with(
        "a.csv",
        "period,flow,partner,currency,value,unit,code
2017-01,import,109,USD,100,1,
2017-01,import,109,USD,60,1,2701
2017-01,import,109,USD,30,1,6103
2017-02,import,109,USD,10000,1,
2017-03,import,109,USD,90,1,
",
    );
    folder.run("inspect a.csv --flow imports").gives(
            r#"
kind,file,layout,encoding,rows,records,from,to,flows,partners,grain,released_from,released_to,month,flow,state,basis,finding,value,released,against,against_released,difference,count,currency,text
file,a.csv,ours,UTF-8,5,5,2017-01,2017-03,import,North Korea (109),"figures, HS 4",,,,,,,,,,,,,,USD,imports of 2017-02 are about 100 times both neighbouring months: perhaps another unit
coverage,,,,,,,,,,,,,2017-01,import,present,printed,,100,,,,,,USD,
coverage,,,,,,,,,,,,,2017-02,import,present,printed,,10000,,,,,,USD,
coverage,,,,,,,,,,,,,2017-03,import,present,printed,,90,,,,,,USD,
finding,a.csv,,,,,,,,,,,,2017-02,import,contradictory,,unit_break,10000,,100,,9900,,USD,imports of 2017-02 are about 100 times both neighbouring months: perhaps another unit
finding,,,,,,,,,,,,,2017-01,import,contradictory,,details_total,90,,100,,-10,,USD,the details do not add up to the published figure
text,a.csv,,,,,,,,,,,,,,,,column,,,,,,1,,"`period, flow, partner, currency, value, unit, code`: read: month; flow; partner; unit; value; unit; HS code"
[exit 0]
"#,
        );
}

#[test]
fn june_2024_moved_the_months_before_it() {
    // Total, ten thousand yuan, as first printed: the year to June 125071.5088 + 564490.1148, that
    // to May 108106.8540 + 488703.1358, June 19360.1180 + 107447.0078: a difference of −34055.4920.
    // The twelve months of 2024 against the year: −401.9 million.
    tradecheck("inspect --month 2024-06 --flow total --currency cny").gives(
            r#"
kind,file,layout,encoding,rows,records,from,to,flows,partners,grain,released_from,released_to,month,flow,state,basis,finding,value,released,against,against_released,difference,count,currency,text
file,built-in data,ours,UTF-8,757,757,2013-01,2026-07,"import, export, total",North Korea (109),figures,2013-04-10,2026-08-18,,,,,,,,,,,,"USD, CNY",
coverage,,,,,,,,,,,,,2024-06,total,present,sum,,1268071258,2024-07-18,,,,,CNY,
finding,,,,,,,,,,,,,2024-01..2024-12,total,contradictory,,ytd_sum,15516130025,2025-01-18,15918077441,2025-01-18,-401947416,,CNY,"the year to date is not the sum of its months as first published: a month was revised since, but which one is unknown"
finding,,,,,,,,,,,,,2024-06,total,contradictory,,ytd_step,6895616236,2024-07-18,7236171156,2024-07-18,-340554920,,CNY,"the year to date is not the previous one plus the month, as first published: earlier months, or the year to date itself, were revised"
[stderr]
tradecheck: note: USD figures run to 2026-06: `--currency usd`
[exit 0]
"#,
        );
}

#[test]
fn february_2020_as_it_was_known_then() {
    let run = "inspect --month 2020-02 --as-of 2020-12-31 --format markdown";
    let answer = tradecheck(run).answer();
    assert!(answer.contains("| 2020 |  | cc"), "{answer}");
}

#[test]
fn files_without_a_row_for_the_partner_are_shown_all_the_same() {
    let south = "\"Date of data\",\"Trading partner code\",\"Trading partner\",\"Commodity code\",\"US dollar\",\r\n\"201709\",\"133\",\"Korea,Rep.\",\"27011100\",\"1\",\r\n";
    let folder = Folder::new().with("south.csv", south);
    folder
        .run("inspect --imports south.csv --format table")
        .gives(
            "
China's trade with North Korea: contents of the data (USD)

Files
File       Rows  Holds
─────────────────────────────────────────────────────────────────
south.csv     1  South Korea (133); customs query platform; UTF-8

Coverage
none

Findings
none

Columns and texts
File       Finding
────────────────────────────────────────────────────────────────────────────────
south.csv  `Date of data, Trading partner code, Trading partner, Commodity code,
           US dollar`: read: month; partner; HS code; value

- no rows for North Korea (109): the data contain South Korea (133); help: 133
  is South Korea and 109 is North Korea: download the data again with partner
  109
- south.csv: partner 133 is South Korea; North Korea is 109
[exit 0]
",
        );
    folder
        .run("inspect --imports south.csv --format table --check")
        .gives(
            "
China's trade with North Korea: contents of the data (USD)

Files
File       Rows  Holds
─────────────────────────────────────────────────────────────────
south.csv     1  South Korea (133); customs query platform; UTF-8

Coverage
none

Findings
none

Columns and texts
File       Finding
────────────────────────────────────────────────────────────────────────────────
south.csv  `Date of data, Trading partner code, Trading partner, Commodity code,
           US dollar`: read: month; partner; HS code; value

- no rows for North Korea (109): the data contain South Korea (133); help: 133
  is South Korea and 109 is North Korea: download the data again with partner
  109
- south.csv: partner 133 is South Korea; North Korea is 109
[exit 1]
",
        );
}

#[test]
fn the_other_side_tells_imports_as_exports() {
    let folder = Folder::new().with("a.csv", ours("2017-09 import 5000000"));
    folder
        .run("inspect a.csv --as kp --format ndjson --flow exports")
        .gives(
            r#"{"kind":"file","file":"a.csv","layout":"ours","encoding":"UTF-8","rows":1,"records":1,"from":"2017-09","to":"2017-09","flows":"export","partners":"North Korea (109)","grain":"figures","released_from":null,"released_to":null,"month":null,"flow":null,"state":null,"basis":null,"finding":null,"value":null,"released":null,"against":null,"against_released":null,"difference":null,"count":null,"currency":"USD","text":null}
{"kind":"coverage","file":null,"layout":null,"encoding":null,"rows":null,"records":null,"from":null,"to":null,"flows":null,"partners":null,"grain":null,"released_from":null,"released_to":null,"month":"2017-09","flow":"export","state":"present","basis":"printed","finding":null,"value":5000000,"released":null,"against":null,"against_released":null,"difference":null,"count":null,"currency":"USD","text":null}
{"kind":"text","file":"a.csv","layout":null,"encoding":null,"rows":null,"records":null,"from":null,"to":null,"flows":null,"partners":null,"grain":null,"released_from":null,"released_to":null,"month":null,"flow":null,"state":null,"basis":null,"finding":"column","value":null,"released":null,"against":null,"against_released":null,"difference":null,"count":1,"currency":null,"text":"`period, flow, partner, currency, value, unit`: read: month; flow; partner; unit; value; unit"}
[exit 0]"#,
        );
}

#[test]
fn figures_that_stand_in_two_files_or_twice_in_one() {
    // The rows of April are equal in every cell; May to July stand in both files.
    let both = "2017-05 import 20\n2017-06 import 21\n2017-07 import 22";
    let folder = Folder::new()
        .with(
            "a.csv",
            ours(&format!("2017-04 import 5\n2017-04 import 5\n{both}")),
        )
        .with("b.csv", ours(both));
    let output = folder
        .run("inspect a.csv b.csv --flow imports --check --no-header")
        .output();
    assert_eq!(output.status.code(), Some(1));
    let answer = String::from_utf8(output.stdout).expect("text");
    let findings: Vec<&str> = answer
        .lines()
        .filter(|line| line.starts_with("finding"))
        .collect();
    assert_eq!(
        findings,
        [
            "finding,,,,,,,,,,,,,2017-04,import,contradictory,,copied,,,,,,1,USD,rows of one file that are equal in every cell: counted once",
            "finding,,,,,,,,,,,,,2017-05..2017-07,import,explained,,repeated,,,,,,3,USD,in several files with the same value: counted once",
        ]
    );
    // Two values for one month are refused: nobody knows which of them holds.
    let folder = Folder::new().with("a.csv", ours("2017-04 import 5\n2017-04 import 6"));
    let run = folder.run("inspect a.csv --flow imports --check");
    assert_eq!(run.output().status.code(), Some(2));
}

#[test]
fn a_large_download_is_told_like_a_small_one() {
    // Past a mebibyte it is added up without a record a row.
    let mut csv = String::from(
        "\"Date of data\",\"Trading partner code\",\"Trading partner\",\"Commodity code\",\
         \"Quantity\",\"Unit\",\"US dollar\",\r\n",
    );
    for at in 0..30_000 {
        let (month, partner) = if at % 2 == 0 {
            ("201701", "109")
        } else {
            ("201702", "116")
        };
        csv.push_str(&format!(
            "\"{month}\",\"{partner}\",\"?\",\"27011100\",\"{at}\",\"Kilogram\",\"1,000\",\r\n"
        ));
    }
    assert!(csv.len() > 1 << 20);
    let folder = Folder::new().with("large.csv", csv);
    let output = folder
        .run("inspect --imports large.csv --no-header")
        .output();
    let told = String::from_utf8(output.stdout).expect("text");
    let lines: Vec<&str> = told.lines().collect();
    assert!(
        lines[0].starts_with("file,large.csv,platform,UTF-8,30000,"),
        "{told}"
    );
    assert!(
        lines[0].contains("2017-01,2017-01,import,\"North Korea (109), Japan (116)\",HS 8,"),
        "{told}"
    );
    // 15,000 rows of January share one key; their quantities tell them apart.
    let rest = [
        "coverage,,,,,,,,,,,,,2017-01,import,present,sum,,15000000,,,,,,USD,",
        "finding,,,,,,,,,,,,,2017-01,import,explained,,joined,,,,,,14999,USD,rows of one file that differ only in value: added up",
        "text,large.csv,,,,,,,,,,,,,,,,column,,,,,,1,,\"`Date of data, Trading partner code, Trading partner, Commodity code, Quantity, Unit, US dollar`: read: month; partner; HS code; quantity; value\"",
    ];
    assert_eq!(lines[1..], rest);
}

#[test]
fn a_row_that_was_dropped_is_missing() {
    let rows = ours("2017-04 import 5\n2017-05 import 6") + "2017-05,import,109,USD,six,1\n";
    let folder = Folder::new().with("a.csv", rows);
    let run = "inspect a.csv --flow imports --lenient --check --no-header --month";
    let output = folder.run(&format!("{run} 2017-05")).output();
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stdout).expect("text");
    let mut findings = told.lines().filter(|line| line.starts_with("finding"));
    let last = findings.next_back().expect("a finding");
    assert_eq!(
        last,
        "finding,,,,,,,,,,,,,2017-05,import,missing,,dropped,,,,,,,USD,\"1 row of 2017-05 was skipped (--lenient), at a.csv:4\""
    );
    let output = folder.run(&format!("{run} 2017-04")).output();
    assert_eq!(output.status.code(), Some(0));
}
