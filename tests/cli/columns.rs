//! What scripts rely on: the columns of every command, the exit codes, the shape of the json.

use crate::fixtures::hundreds;
use crate::program::{Folder, tradecheck};

/// A command, and the columns that it promises.
pub const PROMISED: [(&str, &str); 6] = [
    (
        "yoy",
        "month,flow,base_month,base,value,change,yoy_pct,printed_pct,streak,streak_direction,streak_since,streak_bound,unit,flags,note",
    ),
    (
        "streak",
        "flow,basis,direction,months,bound,since,until,weakest_month,weakest_pct,unit,flags,note",
    ),
    (
        "streak --links",
        "flow,basis,direction,link,month,base,value,change_pct,weakest,unit,flags,note",
    ),
    (
        "series",
        "month,flow,value,basis,mom_pct,yoy_pct,printed_pct,ytd,ytd_yoy_pct,roll3,roll3_yoy_pct,roll12,roll12_yoy_pct,unit,flags,note",
    ),
    (
        "record",
        "month,flow,of,value,yoy_pct,on_record,months,from,missing,rank_low,lowest_since,lowest_since_value,lowest_since_yoy_pct,lowest_bound,rank_high,highest_since,highest_since_value,highest_since_yoy_pct,highest_bound,unit,flags,note",
    ),
    (
        "inspect",
        "kind,file,layout,encoding,rows,records,from,to,flows,partners,grain,released_from,released_to,month,flow,state,basis,finding,value,released,against,against_released,difference,count,currency,text",
    ),
];

#[test]
fn the_columns_are_those_promised_in_every_machine_format() {
    for (command, promised) in PROMISED {
        let first_line = |format: &str| {
            let run = tradecheck(&format!("{command} --month 2017-09 --format {format}"));
            let output = run.output();
            assert!(output.status.success());
            let text = String::from_utf8(output.stdout).expect("text");
            text.lines().next().expect("a line").to_owned()
        };
        assert_eq!(first_line("csv"), promised, "{command}");
        assert_eq!(first_line("tsv"), promised.replace(',', "\t"), "{command}");
        let keys = keys_in_order(&first_line("ndjson"));
        // Reasons and remarks stand behind the columns.
        let count = promised.split(',').count();
        assert_eq!(keys[..count].join(","), promised, "{command}");
    }
}

#[test]
fn the_longest_streaks_have_the_columns_of_streaks() {
    let csv = tradecheck("streak --longest --flow imports").answer();
    assert_eq!(csv.lines().next(), Some(PROMISED[1].1));
}

#[test]
fn labels_change_with_the_language_and_machine_columns_never() {
    for (command, promised) in PROMISED {
        for lang in ["zh", "ko"] {
            let output = tradecheck(&format!("{command} --month 2017-09 --lang {lang}")).output();
            let text = String::from_utf8(output.stdout).expect("text");
            assert_eq!(text.lines().next(), Some(promised), "{command} {lang}");
        }
    }
}

/// The keys of a json object as they stand, without those of objects in it.
fn keys_in_order(object: &str) -> Vec<String> {
    let mut keys = Vec::new();
    let mut depth = 0;
    let mut rest = object;
    while let Some(at) = rest.find(['"', '{', '[', '}', ']']) {
        let (mark, after) = rest[at..].split_at(1);
        rest = after;
        match mark {
            "{" | "[" => depth += 1,
            "}" | "]" => depth -= 1,
            _ => {
                let unescaped = rest.replace("\\\\", "--").replace("\\\"", "--");
                let end = unescaped.find('"').expect("a closing quote");
                let text = &rest[..end];
                rest = &rest[end + 1..];
                if depth == 1 && rest.starts_with(':') {
                    keys.push(text.to_owned());
                }
            }
        }
    }
    assert_eq!(depth, 0, "{object}");
    keys
}

#[test]
fn the_exit_code_tells_yes_no_cannot_answer_and_cannot_tell() {
    let code = |folder: &Folder, arguments: &str| folder.run(arguments).output().status.code();
    let folder = hundreds();
    let falls = "streak --flow imports --direction fall hundreds.csv";
    assert_eq!(
        code(&folder, &format!("{falls} --month 2017-02 --min 2")),
        Some(0)
    );
    assert_eq!(
        code(&folder, &format!("{falls} --month 2017-02 --min 3")),
        Some(1)
    );
    assert_eq!(
        code(&folder, &format!("{falls} --month 2019-02 --min 3")),
        Some(2)
    );
    // 2015 has no year before it: nothing is known of its changes.
    assert_eq!(
        code(&folder, &format!("{falls} --month 2015-02 --min 3")),
        Some(3)
    );
    let missing = "yoy --month 2015-02 --flow imports hundreds.csv";
    assert_eq!(code(&folder, missing), Some(0));
    assert_eq!(code(&folder, &format!("{missing} --strict")), Some(3));
    assert_eq!(code(&folder, "no-such-command"), Some(2));
    assert_eq!(code(&folder, "--help"), Some(0));
    assert_eq!(code(&folder, "--version"), Some(0));
}

#[test]
fn help_leads_with_examples_that_run() {
    for command in ["yoy", "streak", "series", "record", "inspect"] {
        let help = tradecheck(&format!("help {command}")).answer();
        let (_, after) = help.split_once("\nUsage:").expect("a usage line");
        let (before, after) = after.split_once("\nOptions:").unwrap_or((after, ""));
        let (before, _) = before
            .split_once("\nWith your own data:")
            .unwrap_or((before, ""));
        let examples: Vec<&str> = before
            .lines()
            .filter_map(|line| line.strip_prefix("  tradecheck "))
            .collect();
        assert!(examples.len() >= 3, "{command}");
        assert!(
            !after.contains("Examples:"),
            "{command}: examples come first"
        );
        for example in examples {
            let output = tradecheck(example).output();
            // A check of the built-in data may well find something.
            let no = Some(1).filter(|_| example.ends_with("--check"));
            let code = output.status.code();
            assert!(code == Some(0) || code == no, "{example}");
            assert!(!output.stdout.is_empty(), "{example}");
        }
    }
}

#[test]
fn a_note_can_be_taken_apart_at_its_semicolons() {
    for command in [
        "series --from 2017-01 --to 2017-12",
        "yoy --period 2017-Q3",
        "revisions --period 2016-03",
        "check total value 2015-06 460.3m",
    ] {
        let text = tradecheck(&format!("{command} --format csv --quiet")).answer();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().expect("a header").clone();
        let note = header
            .iter()
            .position(|name| name == "note")
            .expect("a note");
        for row in reader.records() {
            let row = row.expect("a row");
            for part in row[note].split("; ").filter(|part| !part.is_empty()) {
                let column = part.split(": ").next().unwrap_or_default();
                assert!(
                    header.iter().any(|name| name == column),
                    "{command}: {part}"
                );
            }
        }
    }
}
