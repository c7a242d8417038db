//! Files, cells and names made to do harm, and what `--output` must not destroy.

use crate::program::Folder;
use std::fs;

const TIDY: &str = "month,imports_usd_mn\n2016-09,234.8\n2017-09,145.8\n";

#[test]
fn names_of_cells_and_files_reach_no_terminal_raw() {
    let name = "im\u{1b}[2Jports\u{202e}.csv";
    let text = "month,imports_usd_mn,note\n2016-09,234.8,\n2017-09,\u{1b}]0;x\u{7},\n";
    let folder = Folder::new().with(name, text);
    for format in ["table", "markdown", "csv"] {
        let run = folder.run(&format!("yoy --month 2017-09 -f {format}"));
        let output = run.arg(name).output();
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{errors}");
        assert!(
            errors.contains("im\\u{1b}[2Jports\\u{202e}.csv"),
            "{errors}"
        );
        assert!(
            !errors.contains(['\u{1b}', '\u{7}', '\u{202e}']),
            "{errors}"
        );
    }
    let folder = Folder::new().with(name, TIDY);
    for format in ["table", "markdown"] {
        let run = folder.run(&format!("yoy --month 2017-09 --flow imports -f {format}"));
        let shown = run.arg(name).output();
        let shown = String::from_utf8_lossy(&shown.stdout).into_owned();
        assert!(shown.contains("234.8"), "{shown}");
        assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown}");
    }
}

#[test]
fn an_input_is_never_overwritten() {
    let folder = Folder::new()
        .with("data/t.csv", TIDY)
        .with("out.csv", "before");
    for (input, output) in [
        ("data/t.csv", "data/t.csv"),
        ("data/t.csv", "data/../data/t.csv"),
        ("data", "data/t.csv"),
    ] {
        let run = folder.run(&format!(
            "yoy --month 2017-09 --flow imports -o {output} {input}"
        ));
        let told = run.output();
        assert_eq!(told.status.code(), Some(2), "{input} {output}");
        let errors = String::from_utf8_lossy(&told.stderr).into_owned();
        assert!(
            errors.contains("is an input file and would be overwritten"),
            "{errors}"
        );
        assert_eq!(folder.read("data/t.csv"), TIDY);
    }
    let run =
        folder.run("yoy --month 2017-09 --flow imports --columns value -o out.csv data/t.csv");
    assert_eq!(run.output().status.code(), Some(0));
    assert_eq!(folder.read("out.csv"), "value\n145800000\n");
    let left: Vec<_> = fs::read_dir(folder.path())
        .expect("the folder")
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .filter(|name| name.contains("tradecheck"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[cfg(unix)]
#[test]
fn groups_are_no_device_and_no_pipe_without_a_writer() {
    let folder = Folder::new().with("t.csv", TIDY);
    let made = std::process::Command::new("mkfifo")
        .arg(folder.path().join("pipe"))
        .status();
    assert!(made.is_ok_and(|status| status.success()));
    for groups in ["/dev/zero", "pipe", "."] {
        let run = folder.run(&format!(
            "yoy --month 2017-09 --groups {groups} --group coal t.csv"
        ));
        let told = run.output();
        let errors = String::from_utf8_lossy(&told.stderr).into_owned();
        assert_eq!(told.status.code(), Some(2), "{errors}");
        assert!(errors.contains("not a file"), "{groups}: {errors}");
    }
}

#[test]
fn claims_articles_settings_and_what_a_shell_reads_are_inputs_too() {
    let claims = "id,flow,metric,period,value,unit\n1,import,yoy,2017-09,-37.9,%\n";
    let article = "Imports from North Korea fell 37.9% in September 2017.\n";
    let settings = "lang = \"en\"\n";
    let folder = Folder::new()
        .with("c.csv", claims)
        .with("a.md", article)
        .with("s.csv", settings);
    for (arguments, file, text) in [
        ("check --claims c.csv -o c.csv", "c.csv", claims),
        ("check --text a.md -o a.md", "a.md", article),
        (
            "yoy --month 2017-09 --config s.csv -o s.csv",
            "s.csv",
            settings,
        ),
    ] {
        let told = folder.run(arguments).output();
        let errors = String::from_utf8_lossy(&told.stderr).into_owned();
        assert_eq!(told.status.code(), Some(2), "{arguments}: {errors}");
        assert!(
            errors.contains("is an input file and would be overwritten"),
            "{errors}"
        );
        assert_eq!(folder.read(file), text);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_a_shell_reads_for_the_program_is_kept() {
    let folder = Folder::new().with("t.csv", TIDY);
    let program = env!("CARGO_BIN_EXE_tradecheck");
    let line = format!("'{program}' yoy --month 2017-09 -o t.csv - < t.csv");
    let told = std::process::Command::new("sh")
        .args(["-c", &line])
        .current_dir(folder.path())
        .output()
        .expect("a shell");
    assert_eq!(told.status.code(), Some(2));
    assert_eq!(folder.read("t.csv"), TIDY);
}

#[test]
fn no_name_is_a_link_a_tag_or_a_turn_of_direction_in_a_page_a_picture_or_markdown() {
    let name = "im\u{202e}\u{9b}2Jports.csv";
    let cell = "[x](javascript:1)<img src=x>`y`";
    let rows = format!("201609,109,27011100,{cell},5,\n201709,109,27011100,{cell},4,\n");
    let head = "Date of data,Trading partner code,Commodity code,Commodity,US dollar,\n";
    let folder = Folder::new().with(name, head.to_owned() + &rows);
    let run = folder.run("yoy --month 2017-09 --flow imports --by code -f markdown --imports");
    let shown = run.arg(name).output();
    let shown = String::from_utf8_lossy(&shown.stdout).into_owned();
    assert!(
        shown.contains("\\[x\\](javascript:1)\\<img src=x>\\`y\\`"),
        "{shown}"
    );
    for (command, file) in [("chart", "p.svg"), ("report --month 2017-09", "p.html")] {
        let run = folder.run(&format!("{command} -o {file} --imports"));
        assert_eq!(run.arg(name).output().status.code(), Some(0));
        let text = folder.read(file);
        assert!(!text.contains(['\u{202e}', '\u{9b}']), "{file}");
        assert!(text.contains("im\\u{202e}\\u{9b}2Jports.csv"), "{file}");
    }
}

#[cfg(unix)]
#[test]
fn settings_are_no_device_and_no_pipe_without_a_writer() {
    let folder = Folder::new();
    let made = std::process::Command::new("mkfifo")
        .arg(folder.path().join("pipe"))
        .status();
    assert!(made.is_ok_and(|status| status.success()));
    for settings in ["/dev/zero", "pipe", "."] {
        let told = folder.run(&format!("yoy --config {settings}")).output();
        let errors = String::from_utf8_lossy(&told.stderr).into_owned();
        assert_eq!(told.status.code(), Some(2), "{errors}");
        assert!(errors.contains("not a file"), "{settings}: {errors}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_1_500_deep_is_walked_to_its_end() {
    let folder = Folder::new();
    let mut path = folder.path().to_path_buf();
    let before = path.as_os_str().len();
    // As deep as the longest path allows.
    let depth = ((4000 - before) / 2).min(1_500);
    for _ in 0..depth {
        path.push("d");
    }
    fs::create_dir_all(&path).expect("a deep folder");
    fs::write(path.join("t.csv"), TIDY).expect("a file in it");
    let run = folder.run("yoy --month 2017-09 --flow imports --columns value d");
    let output = run.output();
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "value\n145800000\n",
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn a_last_line_cut_in_its_number_is_refused() {
    let head = "Date of data,Trading partner code,Commodity code,US dollar,\n";
    let rows = "201609,109,27011100,123456,\n201709,109,27011100,234";
    let folder = Folder::new().with("t.csv", format!("{head}{rows}"));
    let told = folder.run("yoy --month 2017-09 --imports t.csv").output();
    let errors = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(
        errors.contains("t.csv:3:21: the file is cut off here"),
        "{errors}"
    );
    // With its delimiter it is whole, line end or not.
    let folder = Folder::new().with("t.csv", format!("{head}{rows},"));
    let told =
        folder.run("yoy --month 2017-09 --columns base,value --flow imports --imports t.csv");
    let shown = told.output();
    assert_eq!(
        String::from_utf8_lossy(&shown.stdout),
        "base,value\n123456,234\n"
    );
}

#[test]
fn one_file_for_both_flows_and_a_head_among_the_rows_are_said() {
    let head = "Date of data,Trading partner code,Commodity code,US dollar,\n";
    let text = format!("{head}201609,109,27011100,5,\n{head}201709,109,27011100,4,\n");
    // Line ends make no other table.
    let other = text.replace('\n', "\r\n");
    let folder = Folder::new().with("i.csv", &text).with("e.csv", other);
    let run = folder.run(
        "yoy --month 2017-09 --flow imports --columns base,value --imports i.csv --exports e.csv",
    );
    let output = run.output();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "base,value\n5,4\n",
        "{errors}"
    );
    assert!(errors.contains("the header line appears again"), "{errors}");
    assert!(errors.contains("the same rows as i.csv"), "{errors}");
}
