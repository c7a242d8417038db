//! The archive: what was added answers as the files themselves do, once, whole, every vintage.

use crate::platform::{Download, EXPORTS, IMPORTS};
use crate::program::{Folder, Run};
use std::path::Path;

/// What a command prints on standard output.
pub fn out(folder: &Folder, command: &str) -> String {
    let output = Run::new(command.split_whitespace())
        .inside(folder.path())
        .output();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        output.status.code().is_some_and(|code| code < 2),
        "{command}: {errors}"
    );
    String::from_utf8(output.stdout).expect("text")
}

/// A row of a download: month, partner, code, value.
pub fn row(month: &str, partner: &str, code: &str, value: u32) -> String {
    format!("\"{month}\",\"{partner}\",\"x\",\"{code}\",\"a good\",\"{value}\",\n")
}

const HEAD: &str = "\"Date of data\",\"Trading partner code\",\"Trading partner\",\"Commodity code\",\"Commodity\",\"US dollar\",\n";

pub fn file(rows: &[String]) -> String {
    HEAD.to_owned() + &rows.concat()
}

pub fn downloads() -> Folder {
    let english = Download::default();
    Folder::new()
        .with("i.csv", english.of(&IMPORTS))
        .with("e.csv", english.of(&EXPORTS))
}

#[test]
fn an_archive_answers_as_its_files_do() {
    let folder = downloads();
    out(
        &folder,
        "archive add --imports i.csv --exports e.csv --to kept",
    );
    for question in [
        "yoy --month 2017-09",
        "series --flow imports",
        "streak --month 2017-09 --links",
        "yoy --month 2017-09 --partner all",
        "yoy --month 2017-09 --partner all --flow exports",
        "series --partner all --flow imports --by partner",
        "series --partner all --flow exports --by chapter",
        "series --partner all --flow total",
        "series --partner all --flow imports --as kp",
        "streak --month 2017-09 --partner all --flow exports",
    ] {
        let of_files = out(
            &folder,
            &format!("{question} --imports i.csv --exports e.csv"),
        );
        assert_eq!(
            out(&folder, &format!("{question} --data kept")),
            of_files,
            "{question}"
        );
    }
}

#[test]
fn what_an_archive_keeps_is_a_table_as_any_other() {
    let folder = downloads();
    out(
        &folder,
        "archive add --imports i.csv --exports e.csv --to kept",
    );
    let csv = out(&folder, "archive list kept --columns file,flow,from,to");
    assert!(
        csv.starts_with("file,flow,from,to\ni.csv,import,2016-09,2017-09\n"),
        "{csv}"
    );
    let json = out(&folder, "archive list kept --format json");
    assert!(
        json.contains("\"schema\": \"tradecheck.archive.list.1\""),
        "{json}"
    );
    let table = out(&folder, "archive list kept --format table --lang ko");
    assert!(table.starts_with("보관 자료 내용\n"), "{table}");
}

#[test]
fn adding_the_same_rows_twice_changes_nothing() {
    let folder = downloads();
    out(&folder, "archive add --imports i.csv --to kept");
    let copied = folder.with("again.csv", Download::default().of(&IMPORTS));
    let said = out(&copied, "archive add --imports again.csv --to kept");
    assert_eq!(said, "0 files added, 0 rows; 1 file had nothing new\n");
    assert_eq!(out(&copied, "archive list kept").lines().count(), 2);
}

#[test]
fn a_later_download_takes_the_place_of_the_rows_it_shares() {
    let old = file(&[
        row("201609", "109", "27011100", 200),
        row("201709", "109", "27011100", 100),
        row("201709", "109", "03061490", 30),
    ]);
    let new = file(&[row("201709", "109", "27011100", 150)]);
    let folder = Folder::new().with("old.csv", old).with("new.csv", new);
    out(&folder, "archive add --imports old.csv --to kept");
    let said = out(&folder, "archive add --imports new.csv --to kept");
    assert_eq!(
        said,
        "1 file added, 1 row; later figures replaced earlier ones in 1 month\n"
    );
    // 200 a year earlier; 150 of the later download and 30 that only the earlier one has.
    let shown = out(
        &folder,
        "series --month 2017-09 --flow imports --columns value --data kept",
    );
    assert_eq!(
        shown.lines().nth(1).map(|line| line.ends_with("180")),
        Some(true),
        "{shown}"
    );
    // Every partner together is answered from the files that count alone.
    let all = out(
        &folder,
        "series --month 2017-09 --flow imports --columns value --data kept --partner all",
    );
    assert_eq!(
        all.lines().nth(1).map(|line| line.ends_with("180")),
        Some(true),
        "{all}"
    );
    assert_eq!(
        out(&folder, "archive verify kept"),
        "every file is as it was written\n"
    );
}

#[test]
fn a_compacted_year_answers_as_before() {
    let folder = downloads();
    out(
        &folder,
        "archive add --imports i.csv --exports e.csv --to kept",
    );
    let questions = [
        "yoy --month 2017-09 --data kept",
        "series --partner all --data kept",
    ];
    let before = questions.map(|question| out(&folder, question));
    out(&folder, "archive compact kept");
    assert_eq!(questions.map(|question| out(&folder, question)), before);
    let said = out(&folder, "archive add --imports i.csv --to kept");
    assert!(said.starts_with("0 files added"), "{said}");
}

#[test]
fn a_release_of_a_month_counts_as_its_last_day() {
    // October 2016 is the 31st, and so later than the 23rd.
    let folder = Folder::new().with(
        "own.csv",
        "period,flow,partner,currency,value,unit,released\n\
         2016-08,import,109,USD,100,1,2016-10\n\
         2016-09,import,109,USD,90,1,2016-10-23\n",
    );
    out(&folder, "archive add --to kept own.csv");
    let list = out(&folder, "archive list kept --no-header --columns released");
    assert_eq!(list, "import,2016-10\n");
    out(&folder, "archive compact kept --before 2030");
    let log = folder.read("kept/_delta_log/00000000000000000001.json");
    assert!(log.contains(r#"\"released\":\"2016-10\""#), "{log}");
}

#[test]
fn there_is_no_archive_in_an_ordinary_folder() {
    let folder = Folder::new();
    let output = Run::new(["yoy", "--data", "."])
        .inside(folder.path())
        .output();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        said.starts_with("tradecheck: .: no archive here\n  help: "),
        "{said}"
    );
}

/// Every question must get one answer from the files, from an archive of them, and from the archive
/// with its years compacted.
fn answers_as_its_files(folder: &Folder, files: &str, questions: &[&str]) {
    out(folder, &format!("archive add {files} --to kept"));
    let asked = |data: &str| -> Vec<String> {
        let ask = |question: &&str| out(folder, &format!("{question} --format csv {data}"));
        questions.iter().map(ask).collect()
    };
    let of_files = asked(files);
    assert_eq!(asked("--data kept"), of_files);
    out(folder, "archive compact kept --before 2030");
    assert_eq!(asked("--data kept"), of_files, "compacted");
}

#[test]
fn lines_that_repeat_others_count_once_in_an_archive_too() {
    let line = row("201709", "109", "27011100", 100);
    let other = row("201709", "109", "27011100", 50);
    let folder = Folder::new().with("i.csv", file(&[line.clone(), other, line]));
    let said = out(&folder, "archive add --imports i.csv --to kept");
    assert!(said.contains("1 repeated line left out"), "{said}");
    let asked = "series --flow imports --partner 109 --columns value --all-goods --format csv";
    let of_files = out(&folder, &format!("{asked} --imports i.csv"));
    assert!(of_files.contains(",150\n"), "{of_files}");
    assert_eq!(out(&folder, &format!("{asked} --data kept")), of_files);
}

#[test]
fn partners_that_no_list_has_stay_apart_in_an_archive() {
    let mut rows = Vec::new();
    for month in ["201609", "201709"] {
        for (partner, value) in [("109", 100), ("998", 7), ("997", 13)] {
            rows.push(row(month, partner, "27011100", value));
        }
    }
    let folder = Folder::new().with("i.csv", file(&rows));
    answers_as_its_files(
        &folder,
        "--imports i.csv",
        &[
            "series --flow imports --partner all --all-goods --columns month,value",
            "series --flow imports --partner all --by partner --all-goods --columns month,code,value",
        ],
    );
}

#[test]
fn trade_at_two_depths_is_not_added_up_in_an_archive() {
    let mut whole = Vec::new();
    let mut fine = Vec::new();
    for month in ["201609", "201709"] {
        for partner in ["109", "133"] {
            whole.push(row(month, partner, "27", 300));
            whole.push(row(month, partner, "03", 40));
            fine.push(row(month, partner, "27011100", 200));
            fine.push(row(month, partner, "27011210", 100));
        }
    }
    let folder = Folder::new()
        .with("whole.csv", file(&whole))
        .with("fine.csv", file(&fine));
    answers_as_its_files(
        &folder,
        "--imports whole.csv fine.csv",
        &[
            "series --flow imports --partner all --all-goods --columns month,value",
            "series --flow imports --partner all --by chapter --all-goods --columns month,code,value",
            "series --flow imports --partner 109 --all-goods --columns month,value",
        ],
    );
}

#[test]
fn all_partners_of_an_archive_are_its_partners_without_their_total() {
    let mut text = "month,flow,partner,hs,value_usd_mn\n".to_owned();
    for month in ["2016-09", "2017-09"] {
        for (partner, value) in [("North Korea", 100), ("Japan", 50), ("World", 900)] {
            text.push_str(&format!("{month},import,{partner},27011100,{value}\n"));
        }
    }
    let folder = Folder::new().with("tidy.csv", text);
    answers_as_its_files(
        &folder,
        "tidy.csv",
        &[
            "series --flow imports --partner all --all-goods --columns month,value",
            "series --flow imports --partner all --by chapter --all-goods --columns month,code,value",
            "series --flow imports --partner Japan --all-goods --columns month,value",
        ],
    );
}

#[test]
fn rounded_rows_stay_open_to_their_rounding_in_an_archive() {
    let mut text = "month,flow,partner,hs,value (million USD)\n".to_owned();
    for (month, values) in [("2016-09", ["0.1", "0.2"]), ("2017-09", ["0.1", "0.3"])] {
        for (code, value) in ["27011100", "03061490"].iter().zip(values) {
            text.push_str(&format!("{month},import,North Korea,{code},{value}\n"));
            text.push_str(&format!("{month},import,Japan,{code},{value}\n"));
        }
    }
    let folder = Folder::new().with("tidy.csv", text);
    answers_as_its_files(
        &folder,
        "tidy.csv",
        &[
            "yoy --month 2017-09 --flow imports --partner all --all-goods",
            "yoy --month 2017-09 --flow imports --partner 109 --all-goods",
        ],
    );
}

#[test]
fn a_series_of_some_months_needs_no_others_of_an_archive() {
    let mut rows = Vec::new();
    for (at, year) in (2012..2018).enumerate() {
        for month in 1..13 {
            for (partner, code) in [("109", "27011100"), ("133", "03061490")] {
                let value = 1000 + 100 * at as u32 + month;
                rows.push(row(&format!("{year}{month:02}"), partner, code, value));
            }
        }
    }
    let folder = Folder::new().with("i.csv", file(&rows));
    answers_as_its_files(
        &folder,
        "--imports i.csv",
        &[
            "series --flow imports --partner all --all-goods --month 2016-07",
            "series --flow imports --partner all --all-goods --by chapter --from 2015-01 --to 2016-02",
            "series --flow imports --partner all --all-goods --from 2012-01 --to 2013-02",
        ],
    );
}

#[test]
fn a_flow_asked_for_alone_answers_as_beside_the_other() {
    let months = |from: i32, to: i32| (from * 12..to * 12).map(|at| (at / 12, at % 12 + 1));
    let rows = |from, to, but: (i32, i32)| -> Vec<String> {
        let months = months(from, to).filter(|month| *month != but);
        months
            .map(|(year, month)| {
                let value = (1000 + 100 * (year - 2012) + month) as u32;
                row(&format!("{year}{month:02}"), "109", "27011100", value)
            })
            .collect()
    };
    let folder = Folder::new()
        .with("i.csv", file(&rows(2015, 2017, (2016, 5))))
        .with("e.csv", file(&rows(2014, 2018, (0, 0))));
    answers_as_its_files(
        &folder,
        "--imports i.csv --exports e.csv",
        &[
            "series --flow imports --all-goods",
            "series --flow exports --all-goods",
            "yoy --flow imports --from 2016-03 --to 2016-12 --all-goods",
            "yoy --flow exports --month 2017-09 --all-goods",
            "yoy --flow imports --all-goods --as kp",
            "streak --flow imports --all-goods",
            "streak --flow exports --longest --all-goods",
            "series --flow total --all-goods",
        ],
    );
}

#[test]
fn published_tables_answer_from_an_archive_too() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    // The heading and some years, converted figures among them: every month and flow becomes a file
    // of the archive.
    let kept = ["period", "2017", "2016-0", "2024-0"];
    let is_kept = |line: &&str| kept.iter().any(|year| line.starts_with(year));
    let table = |name: &str| -> String {
        let text = std::fs::read_to_string(data.join(name)).expect("a table of data/");
        text.lines()
            .filter(is_kept)
            .map(|line| format!("{line}\n"))
            .collect()
    };
    let folder = Folder::new()
        .with("published.csv", table("published.csv"))
        .with("published-goods.csv", table("published-goods.csv"));
    answers_as_its_files(
        &folder,
        "--partner 109 published.csv published-goods.csv",
        &[
            "yoy --month 2017-09",
            "series --from 2024-05 --to 2024-09",
            "series --hs 2701 --flow imports",
            "yoy --month 2017-09 --as-of 2017-10-13",
        ],
    );
}

pub const TIDY: &str = "month,flow,partner,hs,value_usd\n";

#[test]
fn partners_called_alike_in_brackets_stay_apart_in_an_archive() {
    let rows = "2017-09,import,Foo (X),27011100,100\n2017-09,import,Bar (X),27011100,1000\n";
    let folder = Folder::new().with("tidy.csv", TIDY.to_owned() + rows);
    let files = "--file-unit one --all-partners";
    out(&folder, &format!("archive add tidy.csv {files} --to kept"));
    for data in [
        format!("tidy.csv {files}"),
        "--data kept --all-partners".to_owned(),
    ] {
        let asked =
            "series --flow imports --partner all --by partner --all-goods --columns code,value";
        assert_eq!(
            out(&folder, &format!("{asked} --format csv {data}")),
            "month,code,value\n2017-09,Bar (X),1000\n2017-09,Foo (X),100\n2017-09,total,1100\n"
        );
    }
}
