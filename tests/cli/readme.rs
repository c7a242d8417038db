//! The transcripts of the README, run. A terminal gets a table, so a command that names no format
//! and no file is given `--format table`, at 80 columns.

use crate::platform::{Download, EXPORTS, IMPORTS, gb18030};
use crate::program::{Folder, Run};

const README: &str = include_str!("../../README.md");

/// A download with codes of goods, in two units.
const GOODS: &str = r#""Date of data","Trading partner code","Trading partner","Commodity code","Commodity","Quantity","Unit","US dollar",
"201609","109","Korea,DPR","27011100","Anthracite","1798000000","Kilogram","82,380,000",
"201609","109","Korea,DPR","03061490","Crabs, frozen","2000000","Kilogram","20,000,000",
"201609","109","Korea,DPR","62019300","Anoraks","500000","Piece","40,000,000",
"201709","109","Korea,DPR","27011100","Anthracite","511619000","Kilogram","44,000,000",
"201709","109","Korea,DPR","62019300","Anoraks","450000","Piece","45,000,000",
"201709","109","Korea,DPR","67042000","Wigs","1000","Kilogram","1,000,000",
"#;

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

/// What the README's reader has beside the program.
fn folder() -> Folder {
    let english = Download::default();
    Folder::new()
        .with("imports/2016-2017.csv", gb18030(&english.of(&IMPORTS)))
        .with("exports/2016-2017.csv", gb18030(&english.of(&EXPORTS)))
        .with("goods/imports.csv", GOODS)
        .with(
            "mine.csv",
            "period,flow,currency,value,unit
2017-09,import,USD,145.8,milion
2017-13,import,USD,145.8,million
",
        )
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
    assert!(steps.len() >= 8, "the README shows what the program does");
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
    assert!(README.lines().count() < 370);
}
