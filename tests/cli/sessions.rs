//! Whole sessions of work as people have them, in `tests/cli/sessions/`: what was typed and what
//! came, read line by line; figures checked by hand against `data/published.csv`.
//!
//! `@ columns=120 color=always` sets how wide the terminal is and whether it shows colours;
//! `$ tradecheck …` is a command, whose output follows. Escape codes stand as `\e`.

use crate::program::Run;
use std::fs;
use std::path::{Path, PathBuf};

/// One command of a session, and what is shown under it.
struct Step {
    line: usize,
    columns: String,
    color: String,
    command: String,
    shown: String,
}

fn steps(session: &str) -> Vec<Step> {
    let (mut columns, mut color) = ("80".to_owned(), "never".to_owned());
    let mut steps: Vec<Step> = Vec::new();
    for (at, text) in session.lines().enumerate() {
        if let Some(settings) = text.strip_prefix("@ ") {
            for (name, value) in settings.split(' ').filter_map(|one| one.split_once('=')) {
                match name {
                    "columns" => columns = value.to_owned(),
                    "color" => color = value.to_owned(),
                    other => panic!("line {}: unknown setting {other}", at + 1),
                }
            }
        } else if let Some(command) = text.strip_prefix("$ tradecheck ") {
            steps.push(Step {
                line: at + 1,
                columns: columns.clone(),
                color: color.clone(),
                command: command.to_owned(),
                shown: String::new(),
            });
        } else if let Some(step) = steps.last_mut() {
            step.shown.push_str(text);
            step.shown.push('\n');
        }
    }
    steps
}

/// Words of a command; what stands in quotes is one.
fn words(command: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for (at, part) in command.split('"').enumerate() {
        if at % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// What a terminal shows: standard error, standard output, an exit code that is not 0.
fn terminal(step: &Step) -> String {
    let mut words = words(&step.command);
    let says_format = ["--format", "-f", "--output", "-o", "help", "-h", "--help"];
    if !words.iter().any(|word| says_format.contains(&&**word)) {
        words.extend(["--format", "table"].map(str::to_owned));
    }
    if !words.iter().any(|word| word == "help") {
        words.extend(["--color".to_owned(), step.color.clone()]);
    }
    let run = Run::new(words.iter().map(|word| &**word));
    let run = run.env("COLUMNS", &step.columns);
    let output = run.inside(Path::new(env!("CARGO_MANIFEST_DIR"))).output();
    let mut shown = String::from_utf8(output.stderr).expect("text");
    shown.push_str(&String::from_utf8(output.stdout).expect("text"));
    match output.status.code() {
        Some(0) => {}
        code => shown.push_str(&format!("exit {}\n", code.expect("an exit code"))),
    }
    shown.replace('\u{1b}', "\\e")
}

fn sessions() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/sessions");
    let entries = fs::read_dir(folder).expect("a folder of sessions");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<PathBuf> = paths.collect();
    paths.sort();
    paths
}

#[test]
fn every_session_is_as_it_was_read() {
    let sessions = sessions();
    assert!(sessions.len() >= 12, "twelve sessions");
    let mut wrong = String::new();
    for path in &sessions {
        let text = fs::read_to_string(path).expect("a session");
        let steps = steps(&text);
        assert!(!steps.is_empty(), "{}: no command", path.display());
        for step in &steps {
            let got = terminal(step);
            if got.trim_end() != step.shown.trim_end() {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                wrong.push_str(&format!(
                    "{name}:{}: $ {}\n{got}\n",
                    step.line, step.command
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "otherwise in the sessions:\n{wrong}");
}

/// The width of a text on a terminal: Chinese and Korean letters take two columns.
fn width(text: &str) -> usize {
    let wide = |one: char| matches!(one, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}');
    text.chars().map(|one| 1 + usize::from(wide(one))).sum()
}

#[test]
fn no_line_of_a_session_is_wider_than_its_terminal() {
    for path in sessions() {
        let text = fs::read_to_string(&path).expect("a session");
        for step in steps(&text).iter().filter(|step| step.color == "never") {
            let most: usize = step.columns.parse().expect("a number of columns");
            // Messages and machine formats are not wrapped.
            let is_table = !["csv", "json", "tradecheck: "]
                .iter()
                .any(|word| step.command.contains(word) || step.shown.contains(word));
            for line in step.shown.lines().filter(|_| is_table) {
                assert!(width(line) <= most, "{}: {line}", path.display());
            }
        }
    }
}
