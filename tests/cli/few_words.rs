//! How much is said: lines under tables are counted, what weighs is never lost, and what a statement
//! says its own check finds true.

use crate::platform::{Download, IMPORTS};
use crate::program::{Folder, Run, told, tradecheck};
use serde_json::Value;

/// The lines of a table under its last row: flags, cautions, reasons, the source.
fn lines_under(table: &str) -> usize {
    let lines: Vec<&str> = table.lines().collect();
    let rule = lines.iter().position(|line| line.starts_with('─'));
    let rows = &lines[rule.expect("a table")..];
    let blank = rows.iter().position(|line| line.is_empty());
    rows.len() - blank.expect("a footer") - 1
}

#[test]
fn a_year_of_imports_has_at_most_eight_lines_under_it() {
    let run = "series --from 2017-01 --to 2017-12 --flow imports -f table";
    let table = tradecheck(run).answer();
    assert!(lines_under(&table) <= 8, "{table}");
    // What matters comes first: the change that customs gave and the levels do not.
    let first = table.lines().find(|line| line.starts_with("- "));
    let first = first.expect("a caution");
    assert!(
        first.starts_with("- 2017-06: customs said −28.9 %"),
        "{first}"
    );
}

#[test]
fn three_years_in_yuan_have_at_most_twelve() {
    let table = tradecheck("series --from 2024-01 --currency cny -f table").answer();
    assert!(table.lines().count() > 100, "every month of four flows");
    assert!(lines_under(&table) <= 12, "{table}");
}

#[test]
fn a_month_has_at_most_four() {
    for month in ["2017-09", "2017-12", "2024-06"] {
        let table = tradecheck(&format!("yoy --month {month} -f table")).answer();
        assert!(lines_under(&table) <= 6, "{table}");
    }
    let table = tradecheck("yoy --month 2017-09 -f table").answer();
    assert_eq!(lines_under(&table), 2, "{table}");
}

#[test]
fn a_folder_of_many_downloads_gives_one_line() {
    let undated = Download {
        dated: false,
        ..Download::default()
    };
    let mut folder = Folder::new();
    for month in 0..36 {
        let (year, month) = (2015 + month / 12, month % 12 + 1);
        let name = format!("d/{year}年{month}月进口.csv");
        folder = folder.with(&name, undated.of(&IMPORTS[..1]));
    }
    let table = told(
        &folder
            .run("yoy d --month 2017-09 --all-goods -f table")
            .output(),
    );
    let names = "36 files: flow and month read from their names; see `tradecheck inspect`";
    assert!(table.contains(names), "{table}");
    assert_eq!(
        lines_under(&table),
        3,
        "the line, the source, [exit 0]: {table}"
    );
}

/// A caution on a figure that is shown stands under the table, whatever else is left out.
#[test]
fn a_caution_that_changes_a_headline_is_never_lost() {
    for (question, caution) in [
        ("yoy --month 2017-06 --flow imports", "customs said −28.9 %"),
        (
            "yoy --month 2017-01 --flow imports",
            "could be +37.3 % to +42.8 %",
        ),
        (
            "yoy --month 2025-01 --flow exports --currency cny",
            "customs said +55.8 %",
        ),
        (
            "yoy --hs 2701 --month 2017-09 --flow imports",
            "banned since 2017-08 by UN 2371",
        ),
        (
            "streak --month 2026-01 --flow imports",
            "unknown before 2025-12",
        ),
        (
            "record --month 2017-10 --flow exports",
            "may have been as low",
        ),
        ("yoy", "values reach 2026-06"),
    ] {
        let brief = tradecheck(&format!("{question} -f table --notes brief")).answer();
        let words = brief.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(caution), "{caution}\n{brief}");
    }
}

/// Every caution of json that is about a cell of `yoy` stands in the table as a sentence or a flag.
#[test]
fn cautions_of_json_stand_under_the_table() {
    for month in [
        "2017-01", "2017-06", "2017-12", "2018-03", "2022-10", "2024-01",
    ] {
        let question = format!("yoy --month {month} --flow imports,exports");
        let json: Value =
            serde_json::from_str(&tradecheck(&format!("{question} -f json")).answer_with_notes())
                .expect("json");
        let table = tradecheck(&format!("{question} -f table")).answer();
        let words = table.split_whitespace().collect::<Vec<_>>().join(" ");
        let rows = json["rows"].as_array().expect("rows");
        for caution in rows
            .iter()
            .filter_map(|row| row["cautions"].as_array())
            .flatten()
        {
            let kind = caution["kind"].as_str().expect("a kind");
            let is_flag = matches!(kind, "implied" | "revised");
            let released = caution["data"]["published_pct"].as_f64();
            let is_said = released.is_none_or(|percent| {
                let size = format!("{}", percent.abs());
                words.contains(&size)
            });
            assert!(is_flag || is_said, "{caution}\n{table}");
            assert!(
                !is_flag || words.contains(" r ") || words.contains(" e "),
                "{table}"
            );
        }
    }
}

#[test]
fn csv_and_json_carry_the_same_figures() {
    for question in [
        "yoy --month 2017-09",
        "yoy --period 2017-Q3",
        "series --from 2017-01 --to 2017-06",
        "streak --month 2017-09",
        "streak --month 2017-09 --links --flow imports",
        "record --month 2017-10",
        "revisions --month 2025-01 --currency cny",
        "check imports yoy 2017-09 -37.9%",
        "sanctions coverage --base 2016",
        "sanctions caps --year 2017",
        "sanctions check --month 2017-09",
    ] {
        let csv = tradecheck(&format!("{question} -f csv")).answer_with_notes();
        let json = tradecheck(&format!("{question} -f json")).answer_with_notes();
        let json: Value = serde_json::from_str(&json).expect("json");
        let rows = json["rows"].as_array().expect("rows");
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let heads = reader.headers().expect("heads").clone();
        let records: Vec<csv::StringRecord> =
            reader.records().map(|one| one.expect("a row")).collect();
        assert_eq!(records.len(), rows.len(), "{question}");
        for (record, row) in records.iter().zip(rows) {
            for (head, cell) in heads.iter().zip(record) {
                let value = match &row[head] {
                    Value::Null => String::new(),
                    Value::String(text) => text.clone(),
                    Value::Number(number) => number.to_string(),
                    Value::Bool(flag) => flag.to_string(),
                    // Lists and objects are another form of the same.
                    _ => continue,
                };
                assert_eq!(value, cell, "{question}: {head}");
            }
        }
    }
}

/// The number that a part of a statement states, as a claim has it: `-37.9%`, `145.8 million`.
fn stated(part: &Value) -> String {
    let text = part["text"].as_str().expect("a text");
    let value = part["value"].as_f64().expect("a value");
    let words: Vec<&str> = text
        .split([' ', '$'])
        .filter(|word| !word.is_empty())
        .collect();
    let is_number = |word: &&str| word.starts_with(|one: char| one.is_ascii_digit());
    // Months and years of the text stand behind `in`.
    let at = words.iter().position(is_number).expect("a number");
    let about = if at > 0 && words[at - 1] == "about" {
        "about "
    } else {
        ""
    };
    let sign = if value < 0.0 { "-" } else { "" };
    match words[at].strip_suffix('%') {
        Some(percent) => format!("{about}{sign}{percent}%"),
        None => format!("{about}{} {}", words[at], words[at + 1]),
    }
}

/// Whether the text states two ends, or a bound.
fn said_as_interval(part: &Value) -> bool {
    let text = part["text"].as_str().expect("a text");
    ["between", "more than", "less than", "at least"]
        .iter()
        .any(|word| text.contains(word))
}

/// What the statement of a month says is a claim that `check` finds true, or cannot decide.
#[test]
fn what_brief_says_its_check_does_not_call_false() {
    let mut judged = 0;
    for (month, currency) in [
        ("2017-09", "usd"),
        ("2017-06", "usd"),
        ("2018-03", "usd"),
        ("2019-06", "usd"),
        ("2022-10", "usd"),
        ("2023-09", "usd"),
        ("2025-01", "cny"),
        ("2026-06", "cny"),
        ("2026-07", "cny"),
    ] {
        let said = tradecheck(&format!(
            "brief --month {month} -f json --currency {currency}"
        ));
        let brief: Value = serde_json::from_str(&said.answer_with_notes()).expect("json");
        let parts = brief["parts"].as_array().expect("parts");
        let change_of = |flow: &Value| {
            let of = parts.iter().find(|one| {
                one["metric"] == "yoy" && one["flow"] == *flow && one["period"] == month
            });
            of.and_then(|one| one["value"].as_f64()).unwrap_or(0.0)
        };
        for part in parts {
            let metric = part["metric"].as_str().expect("a metric");
            let flow = part["flow"].as_str().expect("a flow");
            let period = part["period"].as_str().expect("a period");
            let claim = match metric {
                // An interval is no single claim.
                "yoy" | "value" if said_as_interval(part) => continue,
                "yoy" | "value" => stated(part),
                "streak" => {
                    let way = if change_of(&part["flow"]) < 0.0 {
                        "falls"
                    } else {
                        "rises"
                    };
                    format!("{} {way}", part["value"])
                }
                // The text of a balance is a surplus or a deficit.
                _ => continue,
            };
            let run = Run::new(["check", flow, metric, period]);
            let run = run.arg(&claim).arg("--currency").arg(currency);
            let verdict = told(&run.arg("-f").arg("csv").output());
            let is_wrong = verdict.contains(",false,") || verdict.contains("[exit 2]");
            assert!(!is_wrong, "{month} {}: {claim}\n{verdict}", part["text"]);
            judged += usize::from(verdict.contains(",true,"));
        }
    }
    assert!(judged > 40, "{judged} of the parts are found true");
}
