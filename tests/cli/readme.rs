//! The transcripts of the README, run. A terminal gets a table, so a command that names no format
//! and no file is given `--format table`, at 80 columns.

use crate::program::{Folder, Run};
use std::fs;
use std::path::Path;

const README: &str = include_str!("../../README.md");

/// A command of a transcript, and what the README shows under it.
struct Step {
    line: usize,
    command: String,
    shown: String,
}

fn steps() -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut inside = false;
    for (at, text) in README.lines().enumerate() {
        if text.starts_with("```") {
            inside = text == "```console";
        } else if !inside {
            continue;
        } else if let Some(command) = text.strip_prefix("$ ") {
            steps.push(Step {
                line: at + 1,
                command: command.to_owned(),
                shown: String::new(),
            });
        } else {
            let step = steps
                .last_mut()
                .expect("a transcript begins with a command");
            step.shown.push_str(text);
            step.shown.push('\n');
        }
    }
    steps
}

/// What the README's reader has beside the program: the files of `examples/`.
fn folder() -> Folder {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut folder = Folder::new();
    let mut left = vec![root.clone()];
    while let Some(path) = left.pop() {
        for entry in fs::read_dir(path).expect("a folder of examples") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                left.push(path);
                continue;
            }
            let name = path.strip_prefix(&root).expect("a file inside of it");
            let bytes = fs::read(&path).expect("an example");
            folder = folder.with(&format!("examples/{}", name.display()), bytes);
        }
    }
    folder
}

#[test]
fn examples_are_small_and_each_is_explained() {
    const MOST: u64 = 20_000;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let explained = fs::read_to_string(root.join("README.md")).expect("what they are");
    for entry in fs::read_dir(&root).expect("a folder of examples") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().to_string_lossy().into_owned();
        assert!(name == "README.md" || explained.contains(&name), "{name}");
        assert!(entry.metadata().expect("a size").len() < MOST, "{name}");
    }
}

/// What a terminal shows of a command.
fn terminal(folder: &Folder, command: &str) -> String {
    if let Some(file) = command.strip_prefix("cat ") {
        return folder.read(file);
    }
    let (command, asks_code) = match command.strip_suffix("; echo $?") {
        Some(command) => (command, true),
        None => (command, false),
    };
    let arguments = command
        .strip_prefix("tradecheck ")
        .or(command.strip_prefix("cargo run -- "))
        .expect("a command of tradecheck");
    let mut arguments: Vec<&str> = arguments.split_whitespace().collect();
    let says_format = ["--format", "--output", "help"]
        .iter()
        .any(|word| arguments.contains(word));
    if !says_format {
        arguments.extend(["--format", "table"]);
    }
    let output = Run::new(arguments).inside(folder.path()).output();
    let mut shown = String::from_utf8(output.stderr).expect("text");
    shown.push_str(&String::from_utf8(output.stdout).expect("text"));
    if asks_code {
        let code = output.status.code().expect("an exit code");
        shown.push_str(&format!("{code}\n"));
    } else {
        assert!(output.status.success(), "{command}: {shown}");
    }
    shown
}

#[test]
fn every_transcript_of_the_readme_is_what_the_program_says() {
    let folder = folder();
    let steps = steps();
    assert!(steps.len() >= 20, "the README shows what the program does");
    let mut wrong = String::new();
    for step in &steps {
        let got = terminal(&folder, &step.command);
        if got != step.shown {
            wrong.push_str(&format!(
                "README.md:{}: $ {}\n{got}\n",
                step.line, step.command
            ));
        }
    }
    assert!(wrong.is_empty(), "shown otherwise in the README:\n{wrong}");
}

#[test]
fn the_readme_stays_short() {
    assert!(README.lines().count() < 470);
}

/// Commands in the running text are taken as they stand: each has flags that there are.
#[test]
fn commands_in_the_text_are_understood() {
    let mut inside = false;
    let mut text = String::new();
    for line in README.lines() {
        inside ^= line.starts_with("```");
        if !inside && !line.starts_with("```") {
            text.push_str(line.trim());
            text.push(' ');
        }
    }
    let commands = text.split('`').skip(1).step_by(2);
    let commands: Vec<&str> = commands
        .filter_map(|code| code.strip_prefix("tradecheck "))
        // What a name in capitals stands for is told where it stands.
        .filter(|code| !code.contains("COMMAND"))
        .collect();
    assert!(commands.len() >= 10, "{commands:?}");
    let folder = folder();
    for command in commands {
        // A later one may read what an earlier one wrote.
        let words = command.split(" > ").next().unwrap_or(command);
        let words: Vec<&str> = words.split_whitespace().collect();
        let said = String::from_utf8_lossy(&Run::new(words).inside(folder.path()).output().stderr)
            .into_owned();
        for wrong in [
            "unknown",
            "needs a value",
            "has no flag",
            "needs a command",
            "is missing",
            "no such",
        ] {
            let is_receipt = command.starts_with("verify");
            assert!(is_receipt || !said.contains(wrong), "{command}: {said}");
        }
    }
}

#[test]
fn the_figures_are_counted() {
    let rows = |file: &str| file.lines().count() - 1;
    let said = format!(
        "{} published figures and changes of all goods, and {} of single goods",
        rows(include_str!("../../data/published.csv")),
        rows(include_str!("../../data/published-goods.csv"))
    );
    assert!(README.contains(&said), "{said}");
}
