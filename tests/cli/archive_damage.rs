//! What became damaged in an archive is named, and nothing is taken away on its account.

use crate::archive::{downloads, file, out, row};
use crate::program::{Folder, Run};
use std::path::{Path, PathBuf};

#[test]
fn a_changed_file_is_found() {
    let folder = downloads();
    out(&folder, "archive add --imports i.csv --to kept");
    let year = folder.path().join("kept/year=2017");
    let entry = std::fs::read_dir(year)
        .expect("a year")
        .next()
        .expect("a file");
    let path = entry.expect("a file").path();
    let mut bytes = std::fs::read(&path).expect("bytes");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&path, bytes).expect("written");
    let output = Run::new(["archive", "verify", "kept"])
        .inside(folder.path())
        .output();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("SHA-256 differs"), "{said}");
}

#[test]
fn a_damaged_file_is_named_with_its_archive() {
    let folder = downloads();
    out(
        &folder,
        "archive add --imports i.csv --exports e.csv --to kept",
    );
    let years = std::fs::read_dir(folder.path().join("kept/year=2017")).expect("a year");
    let mut files: Vec<_> = years.map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let damaged = files.first().expect("a file");
    let whole = std::fs::read(damaged).expect("bytes");
    let refused = || {
        let run = folder.run("yoy --data kept --month 2017-09");
        let output = run.output();
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).expect("text")
    };
    let name = damaged.file_name().unwrap_or_default().to_string_lossy();
    let place = format!("tradecheck: kept/year=2017/{name}: damaged: ");
    let help = "\n  help: `tradecheck archive verify kept` lists the problems; restore the file, or rebuild the archive from its inputs\n";
    std::fs::write(damaged, &whole[..whole.len() / 2]).expect("half of it");
    let said = refused();
    assert!(
        said.starts_with(&format!("{place}the Parquet file cannot be read: ")),
        "{said}"
    );
    assert!(said.ends_with(help), "{said}");
    std::fs::remove_file(damaged).expect("gone");
    let said = refused();
    assert_eq!(
        said,
        format!("{place}the log lists it, but it is missing{help}")
    );
}

#[test]
fn what_a_cut_off_process_left_is_named_and_taken_away() {
    let folder = downloads();
    out(&folder, "archive add --imports i.csv --to kept");
    let stray = folder
        .path()
        .join("kept/year=2017/2017-01-import-undated-000000000000.parquet");
    std::fs::write(&stray, b"PAR1").expect("written");
    let output = Run::new(["archive", "verify", "kept"])
        .inside(folder.path())
        .output();
    assert_eq!(output.status.code(), Some(1));
    let answer = out(&folder, "yoy --month 2017-09 --data kept --flow imports");
    assert!(answer.lines().count() == 2, "{answer}");
    out(&folder, "archive add --exports e.csv --to kept");
    assert!(!stray.exists());
    assert_eq!(
        out(&folder, "archive verify kept"),
        "every file is as it was written\n"
    );
}

/// What a refused command prints on standard error.
fn refused(folder: &Folder, command: &str) -> String {
    let output = folder.run(command).output();
    assert_eq!(output.status.code(), Some(2), "{command}");
    String::from_utf8(output.stderr).expect("text")
}

/// The files of rows of an archive.
fn files_of_rows(archive: &Path) -> Vec<PathBuf> {
    let year = std::fs::read_dir(archive.join("year=2017")).expect("a year");
    let mut files: Vec<PathBuf> = year.map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files
}

#[test]
fn a_log_with_a_hole_is_no_shorter_log() {
    let mut folder = Folder::new();
    for month in ["201707", "201708", "201709"] {
        folder = folder.with(
            &format!("{month}.csv"),
            file(&[row(month, "109", "27011100", 7)]),
        );
    }
    for month in ["201707", "201708", "201709"] {
        out(
            &folder,
            &format!("archive add --imports {month}.csv --to kept"),
        );
    }
    let archive = folder.path().join("kept");
    let files = files_of_rows(&archive);
    assert_eq!(files.len(), 3);
    let asked = "series --data kept --flow imports --all-goods --columns value --format csv";
    let before = out(&folder, asked);
    let version = archive.join("_delta_log/00000000000000000001.json");
    let text = std::fs::read(&version).expect("a version");
    std::fs::remove_file(&version).expect("gone");
    for command in [
        asked,
        "archive verify kept",
        "archive compact kept",
        "archive add --imports 201708.csv --to kept",
    ] {
        let said = refused(&folder, command);
        let begins = "tradecheck: damaged archive: its log runs to version 2, but version 1 is missing\n  help: restore ";
        assert!(said.starts_with(begins), "{command}: {said}");
    }
    let said = refused(&folder, &format!("{asked} --lang zh"));
    assert!(said.contains("缺少第1版"), "{said}");
    assert_eq!(files_of_rows(&archive), files);
    std::fs::write(&version, text).expect("put back");
    assert_eq!(out(&folder, asked), before);
    // Without any of its log, its files are not leftovers either.
    std::fs::remove_dir_all(archive.join("_delta_log")).expect("gone");
    let said = refused(&folder, "archive add --imports 201708.csv --to kept");
    assert!(
        said.starts_with("tradecheck: damaged archive: its log is missing\n"),
        "{said}"
    );
    assert_eq!(files_of_rows(&archive), files);
}

#[test]
fn files_that_no_archive_writes_are_left_alone() {
    let folder = downloads()
        .with("kept/mine.parquet", "PAR1")
        .with("kept/year=2017/part-0000.parquet", "PAR1")
        .with("kept/notes.tmp", "mine");
    out(&folder, "archive add --imports i.csv --to kept");
    out(&folder, "archive add --exports e.csv --to kept");
    for mine in ["mine.parquet", "year=2017/part-0000.parquet", "notes.tmp"] {
        assert!(folder.path().join("kept").join(mine).exists(), "{mine}");
    }
    let output = folder.run("archive verify kept").output();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8(output.stdout).expect("text"),
        "mine.parquet: in the folder, but not part of this archive; a glob would read it too\n\
         year=2017/part-0000.parquet: in the folder, but not part of this archive; a glob would read it too\n"
    );
}

#[test]
fn a_key_that_stands_in_two_files_is_found() {
    // Two archives of the same month, put together by hand.
    let folder = Folder::new()
        .with("one.csv", file(&[row("201709", "109", "27011100", 7)]))
        .with("other.csv", file(&[row("201709", "109", "27011100", 8)]));
    out(&folder, "archive add --imports one.csv --to kept");
    out(&folder, "archive add --imports other.csv --to more");
    let [kept, more] = ["kept", "more"].map(|archive| folder.path().join(archive));
    let moved = files_of_rows(&more).remove(0);
    let name = moved.file_name().expect("a name");
    std::fs::copy(&moved, kept.join("year=2017").join(name)).expect("copied");
    let version = |at: u32| format!("_delta_log/{at:020}.json");
    std::fs::copy(more.join(version(0)), kept.join(version(1))).expect("copied");
    let output = folder.run("archive verify kept").output();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stdout).expect("text");
    assert!(
        said.ends_with(", so their trade is counted twice: 1\n"),
        "{said}"
    );
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn a_file_of_an_archive_is_no_input_of_its_own() {
    // A row of two months, of one heading: as a table like any other it would be a month of all goods.
    let rows = "month,flow,partner,hs,value_usd\n2017-01..2017-02,import,North Korea,2701,300\n";
    let folder = Folder::new().with("a.csv", rows);
    out(&folder, "archive add a.csv --file-unit one --to kept");
    let year = std::fs::read_dir(folder.path().join("kept/year=2017")).expect("a year");
    let files = year.map(|entry| entry.expect("a file").file_name());
    let name = files.last().expect("a file of February");
    let asked = format!("yoy kept/year=2017/{} --month 2017-02", name.display());
    let output = folder.run(&asked).output();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).expect("text");
    assert!(said.contains("these are rows of an archive"), "{said}");
    assert!(said.contains("`--data DIR`"), "{said}");
}
