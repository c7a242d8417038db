//! Claims of news pages and whether they are true.

use crate::program::{Folder, Run, told, tradecheck};
use std::collections::BTreeMap;

/// The answer of a run as csv: its rows by the name of their columns.
pub fn rows(csv: &str) -> Vec<BTreeMap<String, String>> {
    let mut lines = records(csv).into_iter();
    let header = lines.next().expect("a header");
    lines
        .map(|fields| header.iter().cloned().zip(fields).collect())
        .collect()
}

/// The records of a csv text, quotes taken off.
pub fn records(text: &str) -> Vec<Vec<String>> {
    let (mut all, mut record, mut field, mut quoted) =
        (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => {
                signs.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut field)),
            '\n' if !quoted => {
                record.push(std::mem::take(&mut field));
                all.push(std::mem::take(&mut record));
            }
            sign => field.push(sign),
        }
    }
    all
}

pub fn claims_file() -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = folder.join("tests/claims/claims.csv");
    std::fs::read_to_string(path).expect("the claims of the tests")
}

#[test]
fn how_much_sanctions_cover_is_a_range_from_published_parts() {
    // Worked by hand from the parts of 2016 (docs/definitions.md, "Sanctions"): after 2397 at least
    // 84.4 and at most 99.9 percent of 2,634.4 million; after 2375 at least 82.5, at most 98.0.
    let folder = Folder::new().with(
        "claims.csv",
        "id,period,flow,metric,value,published\n\
         a,2016,import,coverage,>90%,\n\
         b,2016,import,coverage,more than 90 percent,2017-09-13\n\
         c,2016,import,coverage,at least 84%,\n\
         d,2016,import,coverage,less than 80%,\n\
         e,2016,import,coverage,99.95%,\n\
         f,2014,import,coverage,30%,\n",
    );
    let output = folder
        .run("check --claims claims.csv --format csv")
        .output();
    let found = rows(&String::from_utf8(output.stdout).expect("text"));
    let told: Vec<(&str, &str)> = found
        .iter()
        .map(|row| (&*row["id"], &*row["verdict"]))
        .collect();
    assert_eq!(
        told,
        [
            ("a", "cannot_tell"),
            ("b", "cannot_tell"),
            ("c", "true"),
            ("d", "false"),
            ("e", "false"),
            ("f", "cannot_tell")
        ]
    );
    let ends = |at: usize| {
        ["low", "high"].map(|name| {
            let share: f64 = found[at][name].parse().expect("a share");
            (share * 10.0).round() / 10.0
        })
    };
    assert_eq!(ends(0), [84.4, 99.9]);
    assert_eq!(ends(1), [82.5, 98.0]);
    assert!(
        found[0]["note"].contains("would decide it"),
        "{:?}",
        found[0]
    );
    // Rows of a whole year decide: 95 of each 100 are coal, which is banned, 5 electricity, which is not.
    let mut rows_of_year = "month,flow,hs,value_usd\n".to_owned();
    for month in 1..=12 {
        rows_of_year.push_str(&format!("2016-{month:02},import,27011100,95\n"));
        rows_of_year.push_str(&format!("2016-{month:02},import,27160000,5\n"));
    }
    let folder = Folder::new().with("i.csv", rows_of_year);
    for (value, verdict) in [(">90%", "true"), ("95%", "true"), (">95%", "false")] {
        let run = format!(
            "check imports coverage 2016 {value} --imports i.csv --all-goods --file-unit one --format csv"
        );
        let output = folder.run(&run).output();
        let found = rows(&String::from_utf8(output.stdout).expect("text"));
        assert_eq!(found[0]["verdict"], verdict, "{value} {found:?}");
    }
}

#[test]
fn one_claim_on_the_command_line() {
    let folder = Folder::new();
    let verdict = |words: &[&str]| {
        let mut all = vec!["check"];
        all.extend(words);
        all.extend(["--format", "csv"]);
        let output = Run::new(all.iter().copied()).inside(folder.path()).output();
        let rows = rows(&String::from_utf8(output.stdout).expect("text"));
        let row = rows.first().cloned().unwrap_or_default();
        (
            row.get("verdict").cloned().unwrap_or_default(),
            output.status.code(),
        )
    };
    let of = |word: &str, code| (word.to_owned(), Some(code));
    // The spokesman of 13 October 2017, by Reuters: −37.9, the seventh month, −6.7; the table of
    // 23 October has 266.34 million for exports, so 266.4 is wrong and 266.3 right.
    assert_eq!(
        verdict(&["imports", "yoy", "2017-09", "-37.9%"]),
        of("true", 0)
    );
    assert_eq!(
        verdict(&["imports", "yoy", "2017-09", "-37.8%"]),
        of("false", 1)
    );
    assert_eq!(
        verdict(&["imports", "streak", "2017-09", "7"]),
        of("true", 0)
    );
    assert_eq!(
        verdict(&["imports", "streak", "2017-09", "7 rises"]),
        of("false", 1)
    );
    assert_eq!(
        verdict(&["exports", "value", "2017-09", "266.3 million"]),
        of("true", 0)
    );
    assert_eq!(
        verdict(&["exports", "value", "2017-09", "266.4 million"]),
        of("false", 1)
    );
    assert_eq!(
        verdict(&[
            "total",
            "ytd-yoy",
            "2017-09",
            "3.7%",
            "--published",
            "2017-10-23"
        ]),
        of("true", 0)
    );
    assert_eq!(
        verdict(&[
            "exports",
            "yoy",
            "2017-09",
            "-6.7%",
            "--published",
            "2017-10-13"
        ]),
        of("true", 0)
    );
    // Told from North Korea's side, imports are China's exports.
    assert_eq!(
        verdict(&["imports", "yoy", "2017-09", "-6.7%", "--as", "kp"]),
        of("true", 0)
    );
    assert_eq!(
        verdict(&[
            "imports",
            "quantity",
            "2017-08",
            "1,636,591 t",
            "--hs",
            "2701"
        ]),
        of("true", 0)
    );
    // Most months of 2014 and 2015 were never printed.
    assert_eq!(
        verdict(&["imports", "record", "2017-10", "lowest-on-record:2014-01"]),
        of("cannot_tell", 3)
    );
}

#[test]
fn the_file_is_the_source_where_no_publisher_is_named() {
    let of = |publisher: &str| {
        format!(
            "period,flow,partner,currency,value,unit,released,yoy_pct,publisher\n\
             2017-09,import,109,USD,145.8,million,2017-10-23,-37.9,{publisher}\n"
        )
    };
    let folder = Folder::new()
        .with("own.csv", of(""))
        .with("named.csv", of("GACC"));
    // No base: the claim is judged by the printed change. The value is judged by the printed figure.
    for claim in ["yoy 2017-09 -37.9%", "value 2017-09 145.8m"] {
        for (file, source) in [("own.csv", "own.csv"), ("named.csv", "GACC")] {
            let shown = folder.run(&format!("check imports {claim} {file} --format table"));
            let shown = shown.answer();
            let last = shown.trim_end().lines().next_back();
            let source = format!("Source: {source}. Details: --notes full");
            assert_eq!(last, Some(&*source), "{shown}");
        }
    }
}

#[test]
fn then_and_now_are_told_apart() {
    let run = tradecheck("check exports yoy 2017-H1 29.1% --published 2017-07-13 --format csv");
    let text = run.answer();
    assert!(
        text.contains("true on 13 July 2017, revised to +25.9 % on 23 July 2018"),
        "{text}"
    );
    let text = told(&tradecheck("check exports yoy 2017-H1 29.1% --format csv").output());
    assert!(text.contains(",false,false,"), "{text}");
}

#[test]
fn what_is_no_claim_is_refused_with_what_would_do() {
    for (arguments, begins) in [
        (
            "check imports",
            "tradecheck: a claim has four parts\n  expected: FLOW METRIC PERIOD VALUE",
        ),
        (
            "check up yoy 2017-09 -5%",
            "tradecheck: `up` is not a flow\n  expected: imports, exports, total, balance",
        ),
        (
            "check imports up 2017-09 -5%",
            "tradecheck: `up` is not a metric\n  expected: value, yoy",
        ),
        (
            "check imports yoy 2017-13 -5%",
            "tradecheck: `2017-13` has no month 13",
        ),
        (
            "check imports yoy 2017-09 much",
            "tradecheck: `much` is not a valid yoy\n  expected: a percentage",
        ),
        (
            "check --claims nowhere.csv",
            "tradecheck: nowhere.csv: no such file or folder",
        ),
    ] {
        let output = tradecheck(arguments).output();
        let said = String::from_utf8(output.stderr).expect("text");
        assert!(said.starts_with(begins), "{arguments}: {said}");
        assert_eq!(output.status.code(), Some(2), "{arguments}");
        assert!(output.stdout.is_empty(), "{arguments}");
    }
}

#[test]
fn files_of_claims_are_csv_json_or_toml_and_everything_wrong_is_said() {
    let json = r#"[{"id": "a", "period": "2017-09", "flow": "import", "metric": "yoy", "value": "-37.9", "unit": "%"}]"#;
    let toml = "[[claims]]\nid = \"a\"\nperiod = \"2017-09\"\nflow = \"import\"\nmetric = \"yoy\"\nvalue = \"-37.9 %\"\n";
    let csv = "id,period,flow,metric,value,unit\na,2017-09,import,yoy,-37.9,%\n";
    for (name, text) in [("c.json", json), ("c.toml", toml), ("c.csv", csv)] {
        let folder = Folder::new().with(name, text);
        let answer = folder
            .run(&format!("check --claims {name} --format csv"))
            .answer();
        assert!(
            answer.contains("\na,import,yoy,2017-09,-37.9 %,true,true,"),
            "{name}: {answer}"
        );
    }
    let bad = "id,period,flow,metric,value\na,2017-13,import,yoy,-37.9\nb,2017-09,up,yoy,x\n";
    Folder::new()
        .with("bad.csv", bad)
        .run("check --claims bad.csv")
        .gives(
            "
[stderr]
tradecheck: bad.csv:2: period: `2017-13` has no month 13: months run from 01 to 12
tradecheck: bad.csv:3: flow: unknown flow `up`
  expected: import, export, total or balance
tradecheck: bad.csv:3: value: `x` is not a valid yoy
  expected: a percentage such as `-37.9%`, or `rise` or `fall`
[exit 2]
",
        );
    let number = r#"[{"period": "2017-09", "flow": "import", "metric": "yoy", "value": -37.90}]"#;
    let output = Folder::new()
        .with("n.json", number)
        .run("check --claims n.json")
        .output();
    let said = String::from_utf8(output.stderr).expect("text");
    assert!(said.contains("value: not a string: `-37.9`"), "{said}");
}

#[test]
fn the_built_in_claims_are_all_decided() {
    let output = tradecheck("check --claims --format csv").output();
    let text = String::from_utf8(output.stdout).expect("text");
    let rows = rows(&text);
    assert!(rows.len() > 60);
    assert!(rows.iter().all(|row| row["verdict"] != "cannot_tell"));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_surplus_of_the_partner_is_a_deficit_of_the_reporter() {
    let row = |id: u32, flow: &str, metric: &str, value: i32| {
        format!("{id},2018-01-10,x,2017-12,{flow},kp,{metric},{value},million,USD\n")
    };
    let head = "id,published,source,period,flow,side,metric,value,unit,currency\n";
    // It sells for 100 and buys for 300: a balance of −200, and no other.
    for (balance, verdict) in [(-200, "true"), (200, "false")] {
        let rows = [
            row(1, "export", "value", 100),
            row(2, "import", "value", 300),
            row(3, "balance", "balance", balance),
        ];
        let folder = Folder::new().with("claims.csv", head.to_owned() + &rows.concat());
        let run = "check --claims claims.csv --identity --columns id,verdict,note --format csv";
        let output = folder.run(run).output();
        let answer = String::from_utf8_lossy(&output.stdout).into_owned();
        let contradicted = answer.contains("2017-12,balance,3,false,");
        assert_eq!(contradicted, verdict == "false", "{answer}");
    }
}

#[test]
fn a_total_may_be_quoted_as_printed_or_as_imports_and_exports_add_up() {
    // June 2015, data/published.csv: 460.42 printed; 214.0 of imports and 246.3 of exports are 460.3.
    let verdict = |claim: &str| told(&tradecheck(&format!("check {claim} --format csv")).output());
    let added = verdict("total value 2015-06 460.3m");
    assert!(
        added.contains(",true,true,460300000,")
            && added.contains(
                "verdict: true of imports and exports added up, while the published total gives \
                 USD 460.42 million"
            ),
        "{added}"
    );
    let printed = verdict("total value 2015-06 460.42m");
    assert!(printed.contains(",true,true,460420000,"), "{printed}");
    // True of neither.
    let neither = verdict("total value 2015-06 460.6m");
    assert!(neither.contains(",false,false,"), "{neither}");
}

#[test]
fn a_verdict_that_cannot_be_reached_says_why() {
    // June 2017: 162.2 against 215.7, both to a tenth of a million (an interval of a difference).
    let shown = told(&tradecheck("check imports yoy 2017-06 -24.8% --format table").output());
    assert!(
        shown.contains("the figures allow −25.07 % to −24.59 %, the claim stands for −24.85 %"),
        "{shown}"
    );
    // November 2025 has no base.
    let shown = told(&tradecheck("check imports streak 2026-01 5 --format csv").output());
    assert!(
        shown.contains("the figures allow 2 months or more, the claim stands for 5 months"),
        "{shown}"
    );
    assert!(shown.contains("verdict: no data for 2024-11"), "{shown}");
}

#[test]
fn a_level_is_judged_by_the_figure_of_its_day() {
    // January 2016, data/published.csv: imports of 180.0 million printed in February 2016, and 149.0
    // by the release of 23 October 2017.
    let verdict = |day: &str| {
        let claim = format!("check imports value 2016-01 180.0m --published {day} --format csv");
        told(&tradecheck(&claim).output())
    };
    assert!(verdict("2016-03-01").contains(",180.0 million USD,true,false,"));
    let later = verdict("2018-01-01");
    assert!(
        later.contains(",180.0 million USD,false,false,149000000,")
            && later.contains(",as_of=2016-02,"),
        "{later}"
    );
}
