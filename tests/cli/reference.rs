//! The built-in data against a second reading of the definitions (`tests/reference/reference.py`:
//! another language, exact fractions, written from the definitions alone), every month of it, and
//! against every change that the office or a newspaper printed.

use crate::fixtures::PUBLISHED;
use crate::program::tradecheck;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const YOY: &str = include_str!("../reference/expected-yoy.csv");
const SERIES: &str = include_str!("../reference/expected-series.csv");
const PRINTED: &str = include_str!("../reference/printed.csv");
const REASONS: &str = include_str!("../reference/reasons.csv");

/// One row of a csv, by column.
type Row = BTreeMap<String, String>;

fn rows(csv: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows = reader.deserialize().map(|row| row.expect("a row of csv"));
    rows.collect()
}

/// Currency, period, flow.
type Key = (String, String, String);

/// The rows of the reference by currency, month and flow.
fn by_key(csv: &str) -> BTreeMap<Key, Row> {
    let key = |row: &Row| ["currency", "month", "flow"].map(|name| row[name].clone());
    let keyed = rows(csv).into_iter().map(|row| {
        let [currency, month, flow] = key(&row);
        ((currency, month, flow), row)
    });
    keyed.collect()
}

/// The rows of one command for both currencies, each asked for in one run.
fn answers(command: &str) -> BTreeMap<Key, Value> {
    let mut answers = BTreeMap::new();
    for currency in ["usd", "cny"] {
        let run = format!("{command} --from 2013-01 --currency {currency} --format ndjson");
        let output = tradecheck(&run).output();
        assert_eq!(output.status.code(), Some(0), "{run}: {output:?}");
        for line in String::from_utf8(output.stdout).expect("text").lines() {
            let row: Value = serde_json::from_str(line).expect("json");
            let key = (currency.to_owned(), text(&row["month"]), text(&row["flow"]));
            assert!(
                answers.insert(key, row).is_none(),
                "one row a month and flow"
            );
        }
    }
    answers
}

/// A figure as csv has it: empty for null.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The rows of the reference that the program disagrees with in one of `columns`, ours and theirs.
fn differences(command: &str, reference: &str, columns: &[(&str, &str)]) -> Vec<String> {
    let answers = answers(command);
    let mut differing = Vec::new();
    let mut compared = 0;
    for row in rows(reference) {
        let key = (
            row["currency"].clone(),
            row["month"].clone(),
            row["flow"].clone(),
        );
        let Some(answer) = answers.get(&key) else {
            // Past the last month of this currency the program has no row, and there is no figure.
            assert!(row["value"].is_empty(), "{key:?}: no row in the answer");
            continue;
        };
        compared += 1;
        for (ours, theirs) in columns {
            let (got, expected) = (text(&answer[*ours]), &row[*theirs]);
            if got != *expected {
                differing.push(format!(
                    "{key:?} {ours}: got {got:?}, reference {expected:?}"
                ));
            }
        }
    }
    assert!(compared > 900, "only {compared} rows were compared");
    differing
}

#[test]
fn every_change_and_streak_since_2013_is_that_of_the_reference() {
    let columns = [
        ("base", "base"),
        ("value", "value"),
        ("yoy_pct", "yoy_pct"),
        ("printed_pct", "printed_pct"),
        ("streak", "streak"),
        ("streak_direction", "direction"),
        ("streak_since", "since"),
        ("streak_bound", "bound"),
    ];
    let differing = differences("yoy", YOY, &columns);
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn every_month_of_the_series_is_that_of_the_reference() {
    let names = [
        "value",
        "mom_pct",
        "yoy_pct",
        "ytd",
        "ytd_yoy_pct",
        "roll3",
        "roll3_yoy_pct",
        "roll12",
        "roll12_yoy_pct",
    ];
    let differing = differences("series", SERIES, &names.map(|name| (name, name)));
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn every_missing_figure_has_the_reason_and_the_months_of_the_reference() {
    let answers = answers("yoy");
    for row in rows(YOY) {
        let key = (
            row["currency"].clone(),
            row["month"].clone(),
            row["flow"].clone(),
        );
        let Some(answer) = answers.get(&key) else {
            continue;
        };
        let code = text(&answer["reasons"]["yoy_pct"]["code"]);
        assert_eq!(code, row["reason"], "{key:?}");
        let months = ["value", "base"].into_iter().flat_map(|column| {
            let months = answer["reasons"][column]["months"].as_array();
            months.into_iter().flatten().map(text).collect::<Vec<_>>()
        });
        let expected: BTreeSet<String> = row["missing"]
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        assert_eq!(months.collect::<BTreeSet<_>>(), expected, "{key:?}");
    }
}

/// What tells one printed change from another.
fn printed_key(row: &Row, currency: &str) -> String {
    let field = |name: &str| row[name].clone();
    let percent = row.get("printed_pct").or(row.get("yoy_pct"));
    let percent = percent.expect("a change").trim_start_matches('+');
    [
        field("period"),
        field("flow"),
        currency.to_lowercase(),
        field("released"),
        percent.to_owned(),
    ]
    .join(" ")
}

#[test]
fn no_printed_change_of_the_data_is_left_out() {
    let data = rows(PUBLISHED);
    let changes = data.iter().filter(|row| !row["yoy_pct"].is_empty());
    let in_data: BTreeSet<String> = changes
        .map(|row| printed_key(row, &row["currency"]))
        .collect();
    let compared = rows(PRINTED);
    let compared: BTreeSet<String> = compared
        .iter()
        .map(|row| printed_key(row, &row["currency"]))
        .collect();
    assert_eq!(in_data, compared);
}

/// Ends of a change as printed: `-37.9` stands for −37.95 to −37.85.
fn rounding(printed: &str) -> (f64, f64) {
    let decimals = printed
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len());
    let half = 0.5 / 10f64.powi(i32::try_from(decimals).expect("few digits"));
    let percent: f64 = printed.parse().expect("a number");
    (percent - half, percent + half)
}

#[test]
fn printed_changes_agree_with_the_computed_ones_or_are_listed_with_the_reason() {
    let answers = answers("series");
    let listed: BTreeMap<String, Row> = rows(REASONS)
        .into_iter()
        .map(|row| (printed_key(&row, &row["currency"]), row))
        .collect();
    let expected = by_key(SERIES);
    let mut disagreeing = BTreeSet::new();
    let mut agreeing = 0;
    for row in rows(PRINTED) {
        let key = printed_key(&row, &row["currency"]);
        let (from, to) = row["period"]
            .split_once("..")
            .unwrap_or((&row["period"], &row["period"]));
        let (value, change) = if from == to {
            ("value", "yoy_pct")
        } else {
            ("ytd", "ytd_yoy_pct")
        };
        let answer = &answers[&(row["currency"].clone(), to.to_owned(), row["flow"].clone())];
        let computed = &row["computed_pct"];
        if computed.is_empty() {
            // Nothing is held for the year before: one of the printed changes stands in.
            let of_the_period = |other: &Row| {
                ["period", "flow", "currency"].map(|name| &other[name])
                    == ["period", "flow", "currency"].map(|name| &row[name])
            };
            let standing_in = answer[change].as_f64();
            let key_of = (row["currency"].clone(), to.to_owned(), row["flow"].clone());
            if expected[&key_of][change].is_empty() {
                // None is the change of the value in use.
                assert!(standing_in.is_none(), "{key}");
                continue;
            }
            let is_it = |other: Row| other["printed_pct"].parse().ok() == standing_in;
            let mut printed = rows(PRINTED).into_iter().filter(of_the_period);
            assert!(standing_in.is_some() && printed.any(is_it), "{key}");
            assert_eq!(row["class"], "no_data", "{key}");
            continue;
        }
        assert_eq!(text(&answer[change]), *computed, "{key}");
        assert_eq!(text(&answer[value]), row["value"], "{key}");
        let (low, high) = rounding(&row["printed_pct"]);
        let end = |name: &str| -> f64 { row[name].parse().expect("an end") };
        // The ends are written with six decimals; what only touches is told by the reference.
        let apart = end("computed_low") > high + 1e-6 || end("computed_high") < low - 1e-6;
        let meets = end("computed_low") < high - 1e-6 && end("computed_high") > low + 1e-6;
        assert!(
            apart != meets || row["verdict"] != "agrees" || !apart,
            "{key}"
        );
        if row["verdict"] == "agrees" {
            agreeing += 1;
            assert!(!apart, "{key}: {computed} is beyond rounding");
        } else {
            assert!(!meets, "{key}: {computed} is not beyond rounding");
            disagreeing.insert(key);
        }
    }
    assert!(agreeing > 150, "{agreeing}");
    assert_eq!(disagreeing, listed.keys().cloned().collect::<BTreeSet<_>>());
    let classes = [
        "value_revised",
        "preliminary_value",
        "no_value",
        "slip",
        "cut_digits",
        "sum_of_months",
    ];
    for (key, row) in listed {
        assert!(
            classes.contains(&row["class"].as_str()),
            "{key}: {}",
            row["class"]
        );
        assert!(row["reason"].len() > 20, "{key}");
    }
}

#[test]
fn a_note_says_where_the_printed_and_the_computed_change_differ() {
    let answers = answers("series");
    let expected = by_key(SERIES);
    let mut verdicts: BTreeMap<(Key, &str), BTreeSet<String>> = BTreeMap::new();
    for row in rows(PRINTED) {
        let to = row["period"]
            .split_once("..")
            .map_or(row["period"].as_str(), |(_, to)| to);
        let key = (row["currency"].clone(), to.to_owned(), row["flow"].clone());
        let is_month = !row["period"].contains("..");
        // Of several changes printed for a month, one is shown; the others say nothing here.
        if is_month && text(&answers[&key]["printed_pct"]) != row["printed_pct"] {
            continue;
        }
        let column = if is_month {
            "printed_pct"
        } else {
            "ytd_yoy_pct"
        };
        let verdict = row["verdict"].clone();
        verdicts.entry((key, column)).or_default().insert(verdict);
    }
    assert!(verdicts.len() > 200, "{}", verdicts.len());
    for ((key, column), verdicts) in verdicts {
        let notes = text(&answers[&key]["note"]);
        let said = notes.split("; ").any(|note| {
            note.starts_with(&format!("{column}: "))
                && [" customs said ", " gave ", " published as "]
                    .iter()
                    .any(|words| note.contains(words))
        });
        // Of several changes printed for a year to date, one that differs is enough.
        let differs = verdicts.contains("differs");
        // A change without a base that the reference does not use either is of another value.
        let (value, change) = match column {
            "printed_pct" => ("value", "yoy_pct"),
            _ => ("ytd", "ytd_yoy_pct"),
        };
        let held = &expected[&key];
        let is_of_other = held[change].is_empty() && !held[value].is_empty();
        assert_eq!(said, differs || is_of_other, "{key:?} {column}: {notes}");
    }
}
