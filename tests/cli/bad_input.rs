//! Bad input gets a clear error with its place and a way out, nothing on standard output, and 2.

use crate::fixtures::{PUBLISHED, ours};
use crate::platform::{Download, IMPORTS};
use crate::program::{Folder, Run, tradecheck};
use std::io::Read;
use std::process::{Command, Stdio};

const HEAD: &str = "period,flow,partner,currency,value,unit\n";

/// What a run says that ends with 2 and prints nothing on standard output.
fn refusal(said: &str) -> String {
    format!("[stderr]\n{}\n[exit 2]", said.trim())
}

/// The refusal of one file, `a.csv`.
#[track_caller]
fn refused(bytes: impl AsRef<[u8]>, said: &str) {
    let folder = Folder::new().with("a.csv", bytes);
    folder.run("yoy a.csv").gives(&refusal(said));
}

/// The refusal of one row under the header of our own layout.
#[track_caller]
fn refused_row(row: &str, said: &str) {
    refused(format!("{HEAD}{row}\n"), said);
}

#[test]
fn a_file_that_is_not_there() {
    Folder::new().run("yoy nosuch.csv").gives(&refusal(
        "
tradecheck: nosuch.csv: no such file or folder
  help: check the spelling; `-` reads standard input",
    ));
}

#[test]
fn a_folder_without_a_table() {
    let folder = Folder::new().with("d/readme.pdf", "x");
    folder.run("yoy d").gives(&refusal(
        "
tradecheck: d: the folder contains no readable file
  expected: files ending in .csv, .tsv, .txt, .html, .xls, .xlsx, .xlsb or .ods",
    ));
}

#[test]
fn an_empty_file() {
    refused(
        "",
        "
tradecheck: a.csv: the file is empty
  expected: a header line followed by rows
  help: download it again",
    );
}

#[test]
fn a_binary_file() {
    refused(
        b"\x7fELF\x02\x01\x01\x00\x00\x00\x00",
        "
tradecheck: a.csv: the file is binary, not text
  expected: text in UTF-8, GB18030 or UTF-16
  help: save the table as CSV",
    );
}

#[test]
fn bytes_that_are_no_encoding_known() {
    refused(
        b"period,value\n\xff\xff\n",
        "
tradecheck: a.csv: byte 0xff at offset 13 is neither UTF-8 nor GB18030
  expected: text in UTF-8, GB18030 or UTF-16
  help: save the file as UTF-8, or give its encoding with `--encoding`; if it is cut off in the middle of a character, download it again",
    );
}

#[test]
fn an_unknown_layout_names_the_columns_found_and_those_the_nearest_one_lacks() {
    refused(
        "month,colour\n2017-09,red\n",
        "
tradecheck: a.csv: unknown layout, with the columns: `month, colour`
  expected: the nearest layout, `period,flow,currency,value,unit`, also needs `value` and `unit`
  help: readable layouts: a download from the customs query platform; UN Comtrade; `period,flow,currency,value,unit`; `month,imports_usd_mn,exports_usd_mn`; one row per series with a column for each month",
    );
}

#[test]
fn a_value_that_is_no_number() {
    for value in ["12x4", "seven", "inf", "1.2.3"] {
        refused_row(
            &format!("2017-09,import,109,USD,{value},million"),
            &format!(
                "
tradecheck: a.csv:2:24: not a number: `{value}`
  expected: digits such as `45,123,456` or `145.8`
  help: if the value is unknown, leave the cell empty or write `..`"
            ),
        );
    }
}

#[test]
fn a_value_too_large() {
    refused_row(
        "2017-09,import,109,USD,9999999999999999,million",
        "
tradecheck: a.csv:2:24: the value is too large: `9999999999999999`
  expected: at most 100 trillion dollars or yuan
  help: check the unit",
    );
}

#[test]
fn a_value_lost_in_a_narrow_column() {
    refused_row(
        "2017-09,import,109,USD,######,million",
        "
tradecheck: a.csv:2:24: the column was too narrow when this was saved; the value is lost: `######`
  expected: a number
  help: widen the column in the spreadsheet and save it again",
    );
}

#[test]
fn a_month_13() {
    refused_row(
        "2017-13,import,109,USD,5,million",
        "
tradecheck: a.csv:2:1: has no month 13: months run from 01 to 12: `2017-13`
  expected: a month such as `2017-09`",
    );
}

#[test]
fn a_short_and_a_long_row() {
    refused_row(
        "2017-09,import,109,USD,5",
        "
tradecheck: a.csv:2: the row is too short: 5 fields under 6 columns: `5`
  expected: 6 fields
  help: the line may be cut off",
    );
    refused_row(
        "2017-09,import,109,USD,5,million,9",
        "
tradecheck: a.csv:2:34: the row is too long: 7 fields under 6 columns: `9`
  expected: 6 fields
  help: put a field that contains the delimiter in quotes: `\"Korea,DPR\"`",
    );
}

#[test]
fn a_flow_that_is_none() {
    refused_row(
        "2017-09,imprt,109,USD,5,million",
        "
tradecheck: a.csv:2:9: unknown flow: `imprt`
  expected: `import`, `export` or `total`",
    );
}

#[test]
fn a_unit_not_stated() {
    refused(
        "month,flow,partner,currency,value\n2017-09,import,109,USD,5\n",
        "
tradecheck: a.csv:1:29: the unit is not stated: `value`
  help: state it in the header, as in `value_usd_mn`, or pass `--file-unit`, as in `--file-unit million`",
    );
    // The way out works. 4 and 5 have one digit: from 4.5 / 4.5 to 5.5 / 3.5.
    let csv =
        "month,flow,partner,currency,value\n2016-09,import,109,USD,4\n2017-09,import,109,USD,5\n";
    let folder = Folder::new().with("a.csv", csv);
    folder.run("yoy a.csv --flow imports --no-header --file-unit million").gives(
        "
2017-09,import,2016-09,4000000,5000000,1000000,25,,1,rise,2017-09,at_least,USD,yoy_pct:u,\"yoy_pct: because figures are rounded, the change could be +0.0 % to +57.2 %\"
[exit 0]
",
    );
}

#[test]
fn a_currency_not_stated() {
    refused(
        "month,flow,partner,value_mn\n2017-09,import,109,5\n",
        "
tradecheck: a.csv:1:20: the currency is not stated: `value_mn`
  help: state it in the header, as in `value_usd_mn`, or pass `--currency usd` or `--currency cny`",
    );
}

#[test]
fn an_unclosed_quote_at_the_end() {
    refused_row(
        "2017-09,import,109,USD,5,\"million",
        "
tradecheck: a.csv:2:26: a quote opens here and is never closed: `\"million`
  expected: a closing `\"`
  help: the download may have been cut off; download it again",
    );
}

#[test]
fn a_month_outside_the_data() {
    tradecheck("yoy --month 2030-01").gives(&refusal(
        "
tradecheck: 2030-01 is outside the data: USD figures run from 2013-01 to 2026-06
  help: choose a month in that range, or pass your own files",
    ));
    // Yuan go a month further than dollars.
    tradecheck("yoy --month 2026-07").gives(&refusal(
        "
tradecheck: 2026-07 is outside the data: USD figures run from 2013-01 to 2026-06; CNY figures include it
  help: pass `--currency cny`",
    ));
}

#[test]
fn from_after_to() {
    tradecheck("yoy --from 2017-09 --to 2017-01").gives(&refusal(
        "
tradecheck: `--from 2017-09` is after `--to 2017-01`
  help: give the earlier month to `--from`",
    ));
}

#[test]
fn a_file_given_both_as_import_and_as_export() {
    let folder = Folder::new().with("a.csv", Download::default().of(&IMPORTS));
    folder
        .run("yoy --imports a.csv --exports ./a.csv")
        .gives(&refusal(
            "
tradecheck: ./a.csv: the file is given both as imports and as exports
  expected: each file once
  help: pass it with only one of `--imports` and `--exports`",
        ));
}

#[test]
fn a_file_that_does_not_say_its_flow_shows_the_flag_to_use() {
    refused(
        Download::default().of(&IMPORTS),
        "
tradecheck: a.csv: the file does not say whether it contains imports or exports
  help: pass it as `--imports a.csv` or `--exports a.csv`",
    );
}

#[test]
fn folders_that_do_not_say_their_flow_are_named_once() {
    let months = ["08", "09", "10", "11"];
    let mut folder = Folder::new();
    for flow in ["进口", "data"] {
        for month in months {
            let name = format!("{flow}/2017-{month}.csv");
            folder = folder.with(&name, Download::default().of(&IMPORTS[..2]));
        }
    }
    folder.run("yoy 进口 data").gives(&refusal(
        "
tradecheck: 进口/2017-08.csv: the file does not say whether it contains imports or exports
tradecheck: 进口/2017-09.csv: the file does not say whether it contains imports or exports
tradecheck: 进口: and 2 more files like this
  help: pass its folder as `--imports 进口`
tradecheck: data/2017-08.csv: the file does not say whether it contains imports or exports
tradecheck: data/2017-09.csv: the file does not say whether it contains imports or exports
tradecheck: data: and 2 more files like this
  help: pass the folder as `--imports data` or `--exports data`",
    ));
}

#[test]
fn a_file_without_a_month() {
    let undated = Download {
        dated: false,
        ..Download::default()
    };
    let folder = Folder::new().with("a.csv", undated.of(&IMPORTS[..2]));
    folder.run("yoy --imports a.csv").gives(&refusal(
        "
tradecheck: a.csv: the file has no month column and no month in its name
  help: give the month or period with `--file-month`, as in `2017-09` or `2017-01..2017-09`, or put it in the file name: `import-2017-09.csv`",
    ));
}

#[test]
fn everything_wrong_is_said_in_one_run() {
    let folder = Folder::new()
        .with(
            "a.csv",
            format!("{HEAD}2017-09,import,109,USD,z,million\n2017-14,export,109,USD,5,million\n"),
        )
        .with("b.csv", "");
    folder.run("yoy a.csv b.csv").gives(&refusal(
        "
tradecheck: a.csv:2:24: not a number: `z`
  expected: digits such as `45,123,456` or `145.8`
  help: if the value is unknown, leave the cell empty or write `..`
tradecheck: a.csv:3:1: has no month 14: months run from 01 to 12: `2017-14`
  expected: a month such as `2017-09`
tradecheck: b.csv: the file is empty
  expected: a header line followed by rows
  help: download it again",
    ));
}

#[test]
fn problems_of_one_kind_stand_together_and_those_not_shown_are_counted() {
    let bad = |from: u32| -> String {
        let row = |at| format!("2017-09,import,109,USD,x{at},million\n");
        (from..from + 8).map(row).collect()
    };
    let month = "2017-13,import,109,USD,5,million\n";
    let folder = Folder::new()
        .with("a.csv", format!("{HEAD}{}{month}{}", bad(1), bad(9)))
        .with("b.csv", "");
    folder.run("yoy a.csv b.csv").gives(&refusal(
        "
tradecheck: a.csv:2:24: not a number: `x1`
tradecheck: a.csv:3:24: not a number: `x2`
tradecheck: a.csv:4:24: not a number: `x3`
tradecheck: a.csv:5:24: not a number: `x4`
tradecheck: a.csv:6:24: not a number: `x5`
tradecheck: a.csv: and 11 more like this
  expected: digits such as `45,123,456` or `145.8`
  help: if the value is unknown, leave the cell empty or write `..`
tradecheck: a.csv:10:1: has no month 13: months run from 01 to 12: `2017-13`
  expected: a month such as `2017-09`
tradecheck: b.csv: the file is empty
  expected: a header line followed by rows
  help: download it again",
    ));
}

#[test]
fn past_twenty_places_the_problems_of_all_files_are_counted() {
    let rows = "2017-09,import,109,USD,z,million\n".repeat(6);
    let mut folder = Folder::new();
    let mut shown = String::new();
    for at in 1..=6 {
        folder = folder.with(&format!("{at}.csv"), format!("{HEAD}{rows}"));
        if at < 5 {
            for line in 2..=6 {
                shown += &format!("tradecheck: {at}.csv:{line}:24: not a number: `z`\n");
            }
            shown += &format!(
                "tradecheck: {at}.csv: and 1 more like this
  expected: digits such as `45,123,456` or `145.8`
  help: if the value is unknown, leave the cell empty or write `..`\n"
            );
        }
    }
    folder
        .run("yoy 1.csv 2.csv 3.csv 4.csv 5.csv 6.csv")
        .gives(&refusal(&format!(
            "{shown}tradecheck: and 12 more problems"
        )));
}

#[test]
fn bad_usage() {
    tradecheck("yoy --month 2017-13").gives(&refusal(
        "
tradecheck: `--month`: `2017-13` has no month 13: months run from 01 to 12
  help: `tradecheck yoy --help`",
    ));
    tradecheck("yoy --mnth 2017-09").gives(&refusal(
        "
tradecheck: unknown flag `--mnth`
  help: did you mean `--month`?",
    ));
    tradecheck("series --columns valu").gives(&refusal(
        "
tradecheck: no column `valu`
  expected: any of month, flow, value, basis, mom_pct, yoy_pct, printed_pct, ytd, ytd_yoy_pct, roll3, roll3_yoy_pct, roll12, roll12_yoy_pct, unit, flags, note, currency
  help: did you mean `value`?",
    ));
    Folder::new()
        .run("yoy --month 2017-09 --output a.pdf")
        .gives(
            "
[stderr]
tradecheck: a.pdf: no format has this extension
  expected: .txt, .csv, .tsv, .tab, .json, .ndjson, .jsonl, .md, .markdown, .svg, .html, .htm, .xlsx, .parquet, .pq
  help: or choose the format with `--format`
[exit 2]
",
        );
}

#[test]
fn a_flow_or_a_currency_that_the_data_lack() {
    let folder = Folder::new().with("a.csv", ours("2016-09 import 100\n 2017-09 import 90"));
    folder.run("yoy a.csv --flow exports").gives(&refusal(
        "
tradecheck: no figures for export: the data contain import
  help: choose one of these with `--flow`",
    ));
    folder.run("yoy a.csv --currency cny").gives(&refusal(
        "
tradecheck: no figures in CNY: the data are in USD
  help: pass `--currency usd`",
    ));
}

#[test]
fn a_reader_that_closes_the_pipe_ends_the_program_quietly_in_every_format() {
    // A long answer, so that the pipe is full when its reader goes.
    let folder = Folder::new().with("p.csv", PUBLISHED);
    for format in ["table", "csv", "tsv", "json", "ndjson", "markdown"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tradecheck"))
            .args(["series", "--from", "2013-01", "--format", format, "p.csv"])
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdout = child.stdout.take().expect("standard output is piped");
        stdout.read_exact(&mut [0]).expect("the first byte");
        drop(stdout);
        let output = child.wait_with_output().expect("the program ends");
        assert_eq!(output.status.code(), Some(0), "{format}");
        let errors = String::from_utf8(output.stderr).expect("text");
        let notes = |line: &str| line.starts_with("tradecheck: note: ");
        assert!(errors.lines().all(notes), "{format}: {errors}");
    }
}

#[test]
fn a_blank_in_a_name_is_part_of_it() {
    let folder = Folder::new().with(
        "my data.csv",
        ours("2016-09 import 100\n 2017-09 import 90"),
    );
    Run::new(["yoy", "--flow", "imports", "--no-header"])
        .arg("my data.csv")
        .inside(folder.path())
        .gives(
            "
2017-09,import,2016-09,100,90,-10,-10,,1,fall,2017-09,at_least,USD,,
[exit 0]
",
        );
}
