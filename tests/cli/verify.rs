//! `verify`: whether an earlier answer still holds.

use crate::program::{Folder, Run, told};
use serde_json::Value;
use std::fs;

const MINE: &str = "month,flow,value_usd\n2016-09,import,100\n2017-09,import,90\n";

/// A folder with a file and the receipt of an answer on it.
fn with_receipt(command: &str) -> Folder {
    let folder = Folder::new().with("mine.csv", MINE);
    let run = folder.run(&format!(
        "{command} --format json --explain -o receipt.json"
    ));
    assert_eq!(run.output().status.code(), Some(0));
    folder
}

#[test]
fn an_answer_on_unchanged_files_holds() {
    for command in [
        "yoy --month 2017-09 --flow imports --file-unit one mine.csv",
        "yoy --month 2017-09",
        "yoy --month 2017-09 --format csv",
        "streak --month 2017-09 --links",
        "brief --month 2017-09",
        "record --month 2017-10",
        "inspect --file-unit one mine.csv",
        "sanctions coverage --base 2016",
        "series --from 2017-01 --to 2017-12 --columns month,value",
    ] {
        let command = command.replace(" --format csv", "");
        let folder = with_receipt(&command);
        let receipt = folder.read("receipt.json");
        let said = told(&folder.run("verify receipt.json").output());
        assert_eq!(
            said,
            "id,period,flow,code,column,then,now\n[stderr]\n\
             tradecheck: note: the answer still holds: every part of it is the same\n[exit 0]\n",
            "{command}"
        );
        // The receipt was written with `-o`; it is not written again.
        assert_eq!(folder.read("receipt.json"), receipt, "{command}");
    }
}

#[test]
fn a_changed_file_changes_the_answer_and_is_named() {
    let folder = with_receipt("yoy --month 2017-09 --flow imports --file-unit one mine.csv");
    let folder = folder.with("mine.csv", MINE.replace(",90", ",80"));
    let run = folder.run("verify receipt.json");
    run.gives(
        "id,period,flow,code,column,then,now\n\
         ,2017-09,import,,change,-10,-20\n\
         ,2017-09,import,,value,90,80\n\
         ,2017-09,import,,yoy_pct,-10,-20\n\
         [stderr]\n\
         tradecheck: note: the answer no longer holds: 3 parts are different\n\
         tradecheck: note: changed since: mine.csv\n\
         [exit 1]\n",
    );
    // Rows that bear on nothing asked for: the file is another, the answer the same.
    let folder = folder.with("mine.csv", format!("{MINE}2010-01,import,5\n"));
    let said = told(&folder.run("verify receipt.json --lang ko").output());
    assert!(said.contains("모든 내용이 같음"), "{said}");
    assert!(said.contains("그 뒤 바뀐 파일: mine.csv"), "{said}");
    assert!(said.ends_with("[exit 0]\n"), "{said}");
    fs::remove_file(folder.path().join("mine.csv")).expect("the file goes");
    let said = told(&folder.run("verify receipt.json").output());
    assert!(said.contains("mine.csv: no such file"), "{said}");
    assert!(said.ends_with("[exit 2]\n"), "{said}");
}

#[test]
fn another_program_or_other_data_are_told_apart_from_other_inputs() {
    let folder = with_receipt("yoy --month 2017-09 --flow imports");
    let text = folder.read("receipt.json");
    let version = env!("CARGO_PKG_VERSION");
    let other = text
        .replace(
            &format!("\"version\": \"{version}\""),
            "\"version\": \"0.0.9\"",
        )
        .replace("145820000", "145830000");
    let said = told(
        &folder
            .with("receipt.json", other)
            .run("verify receipt.json")
            .output(),
    );
    assert!(
        said.contains(&format!(
            "written by version 0.0.9; this is version {version}"
        )),
        "{said}"
    );
    assert!(
        said.contains(",2017-09,import,,value,145830000,145820000\n"),
        "{said}"
    );
    assert!(said.ends_with("[exit 1]\n"), "{said}");
    assert!(!said.contains("changed since"), "{said}");
}

#[test]
fn settings_and_an_archive_of_the_environment_go_into_the_receipt() {
    let folder = Folder::new()
        .with("mine.csv", MINE)
        .with("home.toml", "currency = \"cny\"\n");
    let answer = folder
        .run("yoy --month 2025-01 --config home.toml --format json --explain")
        .answer_with_notes();
    assert!(answer.contains("\"--currency=cny\""), "{answer}");
    assert!(answer.contains("\"name\": \"home.toml\""), "{answer}");
    let folder = folder
        .with("receipt.json", answer)
        .with("home.toml", "currency = \"usd\"\n");
    let said = told(&folder.run("verify receipt.json").output());
    assert!(said.contains("home.toml has changed since"), "{said}");
    assert!(said.ends_with("[exit 0]\n"), "{said}");
    // The archive of the environment stands among the arguments, whatever the environment says then.
    folder
        .run("archive add mine.csv --partner 109 --file-unit one --to kept")
        .answer_with_notes();
    let kept = folder
        .run("yoy --month 2017-09 --flow imports --format json --explain")
        .env("TRADECHECK_DATA", "kept")
        .answer_with_notes();
    let folder = folder.with("receipt.json", kept);
    let said = told(&folder.run("verify receipt.json").output());
    assert!(said.ends_with("[exit 0]\n"), "{said}");
}

#[test]
fn standard_input_is_compared_as_well() {
    let folder = Folder::new();
    let receipt = folder
        .run("yoy --month 2017-09 --flow imports --file-unit one --format json --explain -")
        .stdin(MINE.as_bytes())
        .answer_with_notes();
    let folder = folder.with("receipt.json", receipt);
    let other = MINE.replace(",90", ",80");
    for (input, code) in [(MINE, 0), (other.as_str(), 1), ("", 2)] {
        let output = folder
            .run("verify receipt.json")
            .stdin(input.as_bytes())
            .output();
        assert_eq!(output.status.code(), Some(code), "{}", told(&output));
    }
    // An article without sentences on trade would be an answer as well.
    let article = b"China's imports from North Korea fell 37.9 percent in September 2017.";
    let receipt = folder
        .run("check --text - --format json --explain")
        .stdin(article)
        .answer_with_notes();
    let folder = folder.with("article.json", &receipt);
    for (run, input) in [("verify article.json", ""), ("verify -", receipt.as_str())] {
        let said = told(&folder.run(run).stdin(input.as_bytes()).output());
        assert!(
            said.contains("was made of standard input, which is not given again"),
            "{said}"
        );
        assert!(said.ends_with("[exit 2]\n"), "{said}");
    }
}

#[test]
fn hostile_receipts_are_refused_and_write_nothing() {
    let whole = |arguments: &str| {
        format!(
            "{{\"schema\": \"tradecheck.receipt.1\", \"program\": {{\"version\": \"1\", \"data\": \
             \"\"}}, \"arguments\": {arguments}, \"settings\": null, \"inputs\": [], \"answer\": {{}}}}"
        )
    };
    let mut hostile: Vec<String> = [
        r#"["archive", "add", "mine.csv", "--to", "written"]"#,
        r#"["archive", "compact", "written"]"#,
        r#"["yoy", "-o", "written"]"#,
        r#"["yoy", "--output=written"]"#,
        r#"["yoy", "-owritten.csv"]"#,
        r#"["verify", "receipt.json"]"#,
        r#"["list", "goods"]"#,
        r#"["generate", "bash"]"#,
        r#"["sql", "yoy"]"#,
        r#"["--version"]"#,
        r#"["yoy", "--help"]"#,
        r#"["no-such-command"]"#,
        r#"[]"#,
        r#"["yoy", "--month", "2017-09", "no-such-file.csv"]"#,
        r#"["yoy", "/dev/zero"]"#,
    ]
    .iter()
    .map(|arguments| whole(arguments))
    .collect();
    hostile.extend([
        String::new(),
        "not json".to_owned(),
        "{\"schema\": \"tradecheck.receipt.9\"}".to_owned(),
        "[".repeat(100_000),
        whole("[1]"),
        whole("\"yoy\""),
    ]);
    for text in hostile {
        let folder = Folder::new()
            .with("mine.csv", MINE)
            .with("receipt.json", &text);
        let output = folder.run("verify receipt.json").output();
        let shown: String = text.chars().take(300).collect();
        assert_eq!(output.status.code(), Some(2), "{shown}\n{}", told(&output));
        assert!(output.stdout.is_empty(), "{shown}");
        let said = String::from_utf8(output.stderr).expect("text");
        assert!(said.starts_with("tradecheck: "), "{shown}\n{said}");
        assert!(!said.contains("panicked"), "{shown}\n{said}");
        let mut files: Vec<String> = fs::read_dir(folder.path())
            .expect("the folder")
            .map(|entry| {
                entry
                    .expect("a file")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        files.sort();
        assert_eq!(files, ["mine.csv", "receipt.json"], "{shown}");
    }
    let said = told(&Run::new(["verify", "no-such-receipt.json"]).output());
    assert!(said.ends_with("[exit 2]\n"), "{said}");
}

#[test]
fn what_a_receipt_says_of_its_run_is_compared_too() {
    let command = "yoy --month 2017-09 --flow imports --file-unit one mine.csv --config home.toml";
    let folder = Folder::new()
        .with("mine.csv", MINE)
        .with("home.toml", "notes = \"full\"\n");
    let run = folder.run(&format!("{command} --format json --explain"));
    let text = run.answer_with_notes();
    let value: Value = serde_json::from_str(&text).expect("a receipt");
    for (pointer, other, found) in [
        (
            "/schema",
            "tradecheck.receipt.2",
            "unknown schema `tradecheck.receipt.2`",
        ),
        ("/program/name", "other", "program.name,other,tradecheck"),
        ("/program/version", "0.0.1", "written by version 0.0.1"),
        (
            "/program/data",
            "00",
            "the built-in data are not those of the receipt",
        ),
        ("/arguments/2", "2016-09", "2016-09"),
        ("/settings/sha256", "00", "home.toml has changed since"),
        ("/settings/name", "mine.csv", "mine.csv has changed since"),
        ("/inputs/0/sha256", "00", "changed since: mine.csv"),
        (
            "/inputs/0/name",
            "more.csv",
            "changed since: mine.csv, more.csv",
        ),
    ] {
        let mut altered = value.clone();
        *altered.pointer_mut(pointer).expect(pointer) = Value::from(other);
        let folder = Folder::new()
            .with("mine.csv", MINE)
            .with("home.toml", "notes = \"full\"\n")
            .with("receipt.json", altered.to_string());
        let said = told(&folder.run("verify receipt.json").output());
        assert!(said.contains(found), "{pointer}: {said}");
    }
}

#[test]
fn a_receipt_of_a_terminal_keeps_its_language() {
    let folder = Folder::new();
    let receipt = folder
        .run("brief --month 2017-09 --format json --explain --lang zh")
        .answer_with_notes();
    let folder = folder.with("receipt.json", receipt);
    let said = told(
        &folder
            .run("verify receipt.json")
            .env("LANG", "ko_KR.UTF-8")
            .output(),
    );
    assert!(said.ends_with("[exit 0]\n"), "{said}");
}
