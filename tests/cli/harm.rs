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
            errors.contains("is an input, which would be overwritten"),
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
        let run = folder.run(&format!("yoy --month 2017-09 --groups {groups} t.csv"));
        let told = run.output();
        let errors = String::from_utf8_lossy(&told.stderr).into_owned();
        assert_eq!(told.status.code(), Some(2), "{errors}");
        assert!(errors.contains("not a file"), "{groups}: {errors}");
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
    let folder = Folder::new().with("i.csv", &text).with("e.csv", &text);
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
    assert!(errors.contains("the head stands again"), "{errors}");
    assert!(
        errors.contains("the same file, byte for byte, as i.csv"),
        "{errors}"
    );
}
