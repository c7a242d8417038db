//! One data set in every guise that people have it in gives one answer.
//!
//! ```text
//! million dollars        2016-09         2017-09           change
//! imports          60 + 40 = 100   30 + 15.5 = 45.5    45.5/100 − 1 = −54.5 %
//! exports                     50               65        65/50 − 1 = +30 %
//! total                      150            110.5    110.5/150 − 1 = −26.333333 %
//! balance                    −50             19.5    19.5 − −50 = 69.5
//! ```

use crate::platform::{
    Download, EXPORTS, IMPORTS, Page, gb18030, utf8_bom, utf16_big_endian, utf16_little_endian,
};
use crate::program::Folder;

const ANSWER: &str = "\
month,flow,base_month,base,value,change,yoy_pct,printed_pct,streak,streak_direction,streak_since,streak_bound,unit,flags,note
2017-09,import,2016-09,100000000,45500000,-54500000,-54.5,,1,fall,2017-09,at_least,USD,,
2017-09,export,2016-09,50000000,65000000,15000000,30,,1,rise,2017-09,at_least,USD,,
2017-09,total,2016-09,150000000,110500000,-39500000,-26.333333,,1,fall,2017-09,at_least,USD,,
2017-09,balance,2016-09,-50000000,19500000,69500000,,,1,rise,2017-09,at_least,USD,,
";

/// The answer, with these notes.
/// What is said of the few goods of the rows: 45.5 million of the 145.82 million of data/published.csv.
const FEW: &str = "every row is of HS chapters 15, 27, 61: imports of 2017-09 sum to USD 45.50 million, of a published total of USD 145.82 million";

fn answer(notes: &[&str]) -> String {
    let mut told = ANSWER.to_owned() + "[stderr]\n";
    for note in [FEW].iter().chain(notes) {
        told.push_str(&format!("tradecheck: note: {note}\n"));
    }
    told + "[exit 0]"
}

#[track_caller]
fn two_files_give_the_answer(imports: impl AsRef<[u8]>, exports: impl AsRef<[u8]>) {
    let folder = Folder::new().with("a.csv", imports).with("b.csv", exports);
    folder
        .run("yoy --month 2017-09 --imports a.csv --exports b.csv")
        .gives(&answer(&[]));
}

#[test]
fn the_english_page_in_gb18030() {
    let english = Download::default();
    two_files_give_the_answer(
        gb18030(&english.of(&IMPORTS)),
        gb18030(&english.of(&EXPORTS)),
    );
}

#[test]
fn the_chinese_page_in_every_encoding() {
    let chinese = Download {
        page: Page::Chinese,
        ..Download::default()
    };
    let (imports, exports) = (chinese.of(&IMPORTS), chinese.of(&EXPORTS));
    two_files_give_the_answer(gb18030(&imports), gb18030(&exports));
    two_files_give_the_answer(&imports, &exports);
    two_files_give_the_answer(utf8_bom(&imports), utf8_bom(&exports));
    two_files_give_the_answer(utf16_little_endian(&imports), utf16_big_endian(&exports));
    two_files_give_the_answer(gb18030(&imports), utf8_bom(&exports));
}

#[test]
fn columns_and_rows_in_another_order_with_unix_line_ends() {
    let other = Download {
        shuffled: true,
        eol: "\n",
        ..Download::default()
    };
    two_files_give_the_answer(gb18030(&other.of(&IMPORTS)), gb18030(&other.of(&EXPORTS)));
}

#[test]
fn one_file_a_month_without_a_date_in_a_folder_whose_names_tell_flow_and_month() {
    let undated = Download {
        dated: false,
        ..Download::default()
    };
    let folder = Folder::new()
        .with("d/i201609.csv", gb18030(&undated.of(&IMPORTS[..2])))
        .with("d/2017年9月进口.csv", gb18030(&undated.of(&IMPORTS[2..])))
        .with(
            "d/more/export-2016-09.csv",
            gb18030(&undated.of(&EXPORTS[..1])),
        )
        .with("d/more/e201709.csv", gb18030(&undated.of(&EXPORTS[1..])));
    folder.run("yoy --month 2017-09 d").gives(
            "
month,flow,base_month,base,value,change,yoy_pct,printed_pct,streak,streak_direction,streak_since,streak_bound,unit,flags,note
2017-09,import,2016-09,100000000,45500000,-54500000,-54.5,,1,fall,2017-09,at_least,USD,,
2017-09,export,2016-09,50000000,65000000,15000000,30,,1,rise,2017-09,at_least,USD,,
2017-09,total,2016-09,150000000,110500000,-39500000,-26.333333,,1,fall,2017-09,at_least,USD,,
2017-09,balance,2016-09,-50000000,19500000,69500000,,,1,rise,2017-09,at_least,USD,,
[stderr]
tradecheck: note: every row is of HS chapters 15, 27, 61: imports of 2017-09 sum to USD 45.50 million, of a published total of USD 145.82 million
tradecheck: note: 4 files: flow and month read from their names; see `tradecheck inspect`
[exit 0]
",
        );
}

#[test]
fn folders_given_as_imports_and_exports() {
    let english = Download::default();
    let folder = Folder::new()
        .with("in/one.csv", english.of(&IMPORTS[..1]))
        .with("in/two.csv", english.of(&IMPORTS[1..]))
        .with("out/all.csv", english.of(&EXPORTS))
        .with("out/.hidden.csv", "not read")
        .with("out/notes.pdf", "not read");
    folder
        .run("yoy --month 2017-09 --imports in --exports out --notes full")
        .gives(
            "
month,flow,base_month,base,value,change,yoy_pct,printed_pct,streak,streak_direction,streak_since,streak_bound,unit,flags,note
2017-09,import,2016-09,100000000,45500000,-54500000,-54.5,,1,fall,2017-09,at_least,USD,,
2017-09,export,2016-09,50000000,65000000,15000000,30,,1,rise,2017-09,at_least,USD,,
2017-09,total,2016-09,150000000,110500000,-39500000,-26.333333,,1,fall,2017-09,at_least,USD,,
2017-09,balance,2016-09,-50000000,19500000,69500000,,,1,rise,2017-09,at_least,USD,,
[stderr]
tradecheck: note: out: 1 file was not read: notes.pdf
tradecheck: note: values are sums of detail rows: all goods only if the files hold all goods
tradecheck: note: every row is of HS chapters 15, 27, 61: imports of 2017-09 sum to USD 45.50 million, of a published total of USD 145.82 million
[exit 0]
",
        );
}

#[test]
fn a_file_on_standard_input() {
    let english = Download::default();
    let imports = gb18030(&english.of(&IMPORTS));
    let folder = Folder::new().with("b.csv", english.of(&EXPORTS));
    folder
        .run("yoy --month 2017-09 --imports - --exports b.csv")
        .stdin(&imports)
        .gives(
            "
month,flow,base_month,base,value,change,yoy_pct,printed_pct,streak,streak_direction,streak_since,streak_bound,unit,flags,note
2017-09,import,2016-09,100000000,45500000,-54500000,-54.5,,1,fall,2017-09,at_least,USD,,
2017-09,export,2016-09,50000000,65000000,15000000,30,,1,rise,2017-09,at_least,USD,,
2017-09,total,2016-09,150000000,110500000,-39500000,-26.333333,,1,fall,2017-09,at_least,USD,,
2017-09,balance,2016-09,-50000000,19500000,69500000,,,1,rise,2017-09,at_least,USD,,
[stderr]
tradecheck: note: every row is of HS chapters 15, 27, 61: imports of 2017-09 sum to USD 45.50 million, of a published total of USD 145.82 million
[exit 0]
",
        );
}

#[test]
fn the_month_of_an_undated_file_may_be_given() {
    let undated = Download {
        dated: false,
        ..Download::default()
    };
    let folder = Folder::new().with("a.csv", undated.of(&IMPORTS[2..]));
    let run = "yoy --imports a.csv --file-month 2017-09 --flow imports --month 2017-09";
    folder.run(run).gives(&format!(
        "{}
2017-09,import,2016-09,,45500000,,,,,,,,USD,,base: no data for 2016-09; change: no data for 2016-09; yoy_pct: no data for 2016-09; streak: no data for 2016-09
[stderr]
tradecheck: note: every row is of HS chapters 27, 61: imports of 2017-09 sum to USD 45.50 million, of a published total of USD 145.82 million
[exit 0]",
        ANSWER.lines().next().unwrap_or_default()
    ));
}

#[test]
fn a_file_without_a_partner_column_is_taken_as_the_partner_asked_for() {
    let unpartnered = Download {
        partnered: false,
        ..Download::default()
    };
    let folder = Folder::new()
        .with("a.csv", unpartnered.of(&IMPORTS))
        .with("b.csv", unpartnered.of(&EXPORTS));
    folder
        .run("yoy --month 2017-09 --imports a.csv --exports b.csv")
        .gives(
            "
month,flow,base_month,base,value,change,yoy_pct,printed_pct,streak,streak_direction,streak_since,streak_bound,unit,flags,note
2017-09,import,2016-09,100000000,45500000,-54500000,-54.5,,1,fall,2017-09,at_least,USD,,
2017-09,export,2016-09,50000000,65000000,15000000,30,,1,rise,2017-09,at_least,USD,,
2017-09,total,2016-09,150000000,110500000,-39500000,-26.333333,,1,fall,2017-09,at_least,USD,,
2017-09,balance,2016-09,-50000000,19500000,69500000,,,1,rise,2017-09,at_least,USD,,
[stderr]
tradecheck: note: a.csv, b.csv: no partner column; assumed to be trade with North Korea
tradecheck: note: every row is of HS chapters 15, 27, 61: imports of 2017-09 sum to USD 45.50 million, of a published total of USD 145.82 million
[exit 0]
",
        );
}

#[test]
fn rows_of_other_partners_are_left_out_and_may_be_asked_for() {
    let english = Download::default();
    let south = |text: String| text.replace("\"109\",\"Korea,DPR\"", "\"133\",\"Korea,Rep.\"");
    let more = south(english.of(&IMPORTS)).replace("0,000,000", "0,000,007");
    let imports = english.of(&IMPORTS) + more.split_once("\r\n").expect("a header").1;
    two_files_give_the_answer(&imports, english.of(&EXPORTS));

    // 60,000,007 + 40,000,007 a year before 30,000,007 + 15,500,000.
    let folder = Folder::new().with("a.csv", &imports);
    for partner in ["133", "KR", "韩国"] {
        let run = format!(
            "yoy --month 2017-09 --imports a.csv --flow imports --no-header --partner {partner}"
        );
        let change = 45_500_007.0 / 100_000_014.0 - 1.0;
        assert_eq!(format!("{:.6}", change * 100.0), "-54.499999");
        folder.run(&run).gives("2017-09,import,2016-09,100000014,45500007,-54500007,-54.499999,,1,fall,2017-09,at_least,USD,,\n\
             [stderr]\ntradecheck: note: every row is of HS chapters 27, 61, and nothing shows that these are all goods (`--all-goods` if they are)\n[exit 0]");
    }
}

#[test]
fn several_partners_of_which_one_has_no_row_make_no_sum() {
    let folder = Folder::new().with("a.csv", Download::default().of(&IMPORTS));
    folder
        .run("yoy --partner 109 --partner 133 --imports a.csv")
        .gives(
            "[stderr]
tradecheck: no rows for South Korea (133): the data contain North Korea (109)
  help: use `--partner 109`, or pass files that contain what you ask for
[exit 2]",
        );
}

#[test]
fn a_bare_comma_in_the_partners_name_is_mended_and_said() {
    let english = Download::default();
    let bare = |text: String| text.replace("\"Korea,DPR\"", "Korea,DPR");
    let folder = Folder::new()
        .with("a.csv", bare(english.of(&IMPORTS)))
        .with("b.csv", english.of(&EXPORTS));
    folder.run("yoy --month 2017-09 --imports a.csv --exports b.csv --notes full").gives(
            "
month,flow,base_month,base,value,change,yoy_pct,printed_pct,streak,streak_direction,streak_since,streak_bound,unit,flags,note
2017-09,import,2016-09,100000000,45500000,-54500000,-54.5,,1,fall,2017-09,at_least,USD,,
2017-09,export,2016-09,50000000,65000000,15000000,30,,1,rise,2017-09,at_least,USD,,
2017-09,total,2016-09,150000000,110500000,-39500000,-26.333333,,1,fall,2017-09,at_least,USD,,
2017-09,balance,2016-09,-50000000,19500000,69500000,,,1,rise,2017-09,at_least,USD,,
[stderr]
tradecheck: note: a.csv: 4 rows were repaired where a comma split the name of the partner, first at line 2
tradecheck: note: values are sums of detail rows: all goods only if the files hold all goods
tradecheck: note: every row is of HS chapters 15, 27, 61: imports of 2017-09 sum to USD 45.50 million, of a published total of USD 145.82 million
[exit 0]
",
        );
}

#[test]
fn blanks_and_tabs_around_values_do_not_matter() {
    let english = Download::default();
    let padded = |text: String| {
        text.replace("\"201", "\"\t201")
            .replace("000\"", "000 \t\"")
    };
    two_files_give_the_answer(padded(english.of(&IMPORTS)), padded(english.of(&EXPORTS)));
}

#[test]
fn a_value_that_is_not_given_is_said_and_never_zero() {
    let english = Download::default();
    for sign in ["-", "?", ""] {
        let row = [("201709", "62019300", "10", sign)];
        let rows: Vec<_> = IMPORTS.into_iter().chain(row).collect();
        let folder = Folder::new()
            .with("a.csv", english.of(&rows))
            .with("b.csv", english.of(&EXPORTS));
        folder
            .run("yoy --month 2017-09 --all-goods --imports a.csv --exports b.csv")
            .gives(
            "
month,flow,base_month,base,value,change,yoy_pct,printed_pct,streak,streak_direction,streak_since,streak_bound,unit,flags,note
2017-09,import,2016-09,100000000,,,,,,,,,USD,,value: no data of HS 62019300 for 2017-09; change: no data of HS 62019300 for 2017-09; yoy_pct: no data of HS 62019300 for 2017-09; streak: no data of HS 62019300 for 2017-09
2017-09,export,2016-09,50000000,65000000,15000000,30,,1,rise,2017-09,at_least,USD,,
2017-09,total,2016-09,150000000,,,,,,,,,USD,,value: no data of HS 62019300 for 2017-09; change: no data of HS 62019300 for 2017-09; yoy_pct: no data of HS 62019300 for 2017-09; streak: no data of HS 62019300 for 2017-09
2017-09,balance,2016-09,-50000000,,,,,,,,,USD,,value: no data of HS 62019300 for 2017-09; change: no data of HS 62019300 for 2017-09; streak: no data of HS 62019300 for 2017-09
[stderr]
tradecheck: note: a.csv: 1 value is missing (empty, a dash or `..`); it was not treated as zero
[exit 0]
",
        );
    }
}

#[test]
fn files_that_overlap_are_counted_once() {
    let english = Download::default();
    let folder = Folder::new()
        .with("a.csv", gb18030(&english.of(&IMPORTS)))
        .with("again.csv", utf8_bom(&english.of(&IMPORTS)))
        .with("part.csv", english.of(&IMPORTS[2..3]))
        .with("b.csv", english.of(&EXPORTS));
    folder
        .run("yoy --month 2017-09 --imports a.csv again.csv part.csv --exports b.csv --notes full")
        .gives(
            "
month,flow,base_month,base,value,change,yoy_pct,printed_pct,streak,streak_direction,streak_since,streak_bound,unit,flags,note
2017-09,import,2016-09,100000000,45500000,-54500000,-54.5,,1,fall,2017-09,at_least,USD,,
2017-09,export,2016-09,50000000,65000000,15000000,30,,1,rise,2017-09,at_least,USD,,
2017-09,total,2016-09,150000000,110500000,-39500000,-26.333333,,1,fall,2017-09,at_least,USD,,
2017-09,balance,2016-09,-50000000,19500000,69500000,,,1,rise,2017-09,at_least,USD,,
[stderr]
tradecheck: note: values are sums of detail rows: all goods only if the files hold all goods
tradecheck: note: every row is of HS chapters 15, 27, 61: imports of 2017-09 sum to USD 45.50 million, of a published total of USD 145.82 million
tradecheck: note: 5 rows were found in several files with the same value and counted once
[exit 0]
",
        );
    folder
        .run("yoy --month 2017-09 --imports a.csv ./a.csv --exports b.csv --notes full")
        .gives(
            "
month,flow,base_month,base,value,change,yoy_pct,printed_pct,streak,streak_direction,streak_since,streak_bound,unit,flags,note
2017-09,import,2016-09,100000000,45500000,-54500000,-54.5,,1,fall,2017-09,at_least,USD,,
2017-09,export,2016-09,50000000,65000000,15000000,30,,1,rise,2017-09,at_least,USD,,
2017-09,total,2016-09,150000000,110500000,-39500000,-26.333333,,1,fall,2017-09,at_least,USD,,
2017-09,balance,2016-09,-50000000,19500000,69500000,,,1,rise,2017-09,at_least,USD,,
[stderr]
tradecheck: note: ./a.csv: given more than once; read once
tradecheck: note: values are sums of detail rows: all goods only if the files hold all goods
tradecheck: note: every row is of HS chapters 15, 27, 61: imports of 2017-09 sum to USD 45.50 million, of a published total of USD 145.82 million
[exit 0]
",
        );
}

/// The imports row of the answer, with another value of September 2017.
fn imports(value: &str, change: &str, percent: &str, flags_and_note: &str) -> String {
    format!(
        "2017-09,import,2016-09,100000000,{value},{change},{percent},,1,fall,2017-09,at_least,USD,{flags_and_note}\n"
    )
}

const ONLY_IMPORTS: &str = "yoy --month 2017-09 --flow imports --no-header --imports";

#[test]
fn rows_of_one_file_that_share_a_key_are_added_and_said() {
    // 45.5 and 15.5 million more under the same key, of another quantity: 61, and 61/100 − 1 = −39 %.
    let english = Download::default().of(&IMPORTS);
    let last = english.lines().last().expect("rows").to_owned();
    let other = last.replacen("\"15,500,000\"", "\"15,500,001\"", 1);
    assert_ne!(last, other);
    let folder = Folder::new().with("a.csv", format!("{english}{other}\n"));
    folder.run(&format!("{ONLY_IMPORTS} a.csv")).gives(&format!(
        "{}[stderr]\ntradecheck: note: every row is of HS chapters 27, 61: imports of 2017-09 sum to USD 61.00 million, of a published total of USD 145.82 million\n\
         tradecheck: note: 1 row was added to another row with the same file, month, flow, partner and code: the column that distinguishes them is missing\n[exit 0]",
        imports("61000001", "-38999999", "-38.999999", ",")
    ));
}

#[test]
fn a_row_that_is_equal_in_every_cell_counts_once() {
    let rows: Vec<_> = IMPORTS.into_iter().chain([IMPORTS[3]]).collect();
    let folder = Folder::new().with("a.csv", Download::default().of(&rows));
    folder.run(&format!("{ONLY_IMPORTS} a.csv")).gives(
        "
2017-09,import,2016-09,100000000,45500000,-54500000,-54.5,,1,fall,2017-09,at_least,USD,,
[stderr]
tradecheck: note: a.csv: line 6 is equal in every cell to line 5 and counts once
tradecheck: note: every row is of HS chapters 27, 61: imports of 2017-09 sum to USD 45.50 million, of a published total of USD 145.82 million
[exit 0]
",
    );
    let check = folder
        .run("inspect --imports a.csv --check --month 2017-09")
        .output();
    assert_eq!(check.status.code(), Some(1));
}

#[test]
fn of_two_files_that_disagree_the_later_one_holds_and_the_note_says_so() {
    let english = Download::default();
    let old = english.of(&IMPORTS);
    let new = old.replace("15,500,000", "16,500,000");
    let folder = Folder::new().with("old.csv", old).with("new.csv", new);
    folder.run(&format!("{ONLY_IMPORTS} old.csv new.csv")).gives(
            r#"
2017-09,import,2016-09,100000000,46500000,-53500000,-53.5,,1,fall,2017-09,at_least,USD,value:r,"value: 2017-09 revised from USD 45.50 million to USD 46.50 million, as in the file named later"
[stderr]
tradecheck: note: every row is of HS chapters 27, 61: imports of 2017-09 sum to USD 46.50 million, of a published total of USD 145.82 million
tradecheck: note: 1 row was found in several files with different values: the later release was used, or, where none is dated, the file named later
tradecheck: note: new.csv was taken over old.csv, which differs: no release date tells which is later, and nothing but their order said so
[exit 0]
"#,
        );
}

#[test]
fn a_download_of_exactly_ten_thousand_rows_is_probably_cut() {
    let mut csv =
        "\"Date of data\",\"Trading partner code\",\"Commodity code\",\"US dollar\",\n".to_owned();
    for month in ["201609", "201709"] {
        for code in 0..5000 {
            // Codes of many chapters.
            let code = (code + 1) * 10_001;
            csv.push_str(&format!("\"{month}\",\"109\",\"{code:08}\",\"1,000\",\n"));
        }
    }
    let folder = Folder::new().with("a.csv", csv);
    folder.run(&format!("{ONLY_IMPORTS} a.csv")).gives(
        "
2017-09,import,2016-09,5000000,5000000,0,0,,0,flat,,exact,USD,,
[stderr]
tradecheck: note: a.csv: exactly 10,000 rows: the platform truncates downloads there without warning, so rows are probably missing
[exit 0]
",
    );
}

#[test]
fn tidy_tables_in_three_languages() {
    // 14,582 ten thousand against 23,480: −37.896082 %; 26,634 against 28,550: −6.711033 %.
    let rows = "2017-09,import,2016-09,234800000,145820000,-88980000,-37.896082,,1,fall,2017-09,at_least,USD,,
2017-09,export,2016-09,285500000,266340000,-19160000,-6.711033,,1,fall,2017-09,at_least,USD,,
[stderr]
tradecheck: note: a.csv: no partner column; assumed to be trade with North Korea
[exit 0]";
    for csv in [
        "month,imports_usd_mn,exports_usd_mn\n2016-09,234.8,285.5\n2017-09,145.82,266.34\n",
        "date,flow,value (US$ thousand)\nSep 2016,Imports,\"234,800\"\nSep 2017,Imports,\"145,820\"\nSep 2016,Exports,\"285,500\"\nSep 2017,Exports,\"266,340\"\n",
        "年月,进口（万美元）,出口（万美元）\n2016年9月,23480,28550\n2017年9月,14582,26634\n",
        "월,구분,금액(백만 달러)\n2016.09,수입,234.8\n2017.09,수입,145.82\n2016.09,수출,285.5\n2017.09,수출,266.34\n",
        "month\tflow\tcurrency\tvalue\tunit\n201609\timport\tUSD\t234.8\tmillion\n201709\timport\tUSD\t1.4582\thundred million\n2016/9\texport\tUSD\t285500\tthousand\n2017/9\texport\tUSD\t26634\tten thousand\n",
    ] {
        let folder = Folder::new().with("a.csv", csv);
        folder
            .run("yoy --month 2017-09 --flow imports,exports --no-header a.csv")
            .gives(rows);
    }
}

#[test]
fn a_way_out_is_one_that_there_is() {
    let folder = Folder::new().with(
        "own.csv",
        "month,flow,partner,value_usd_mn\n2017-09,import,South Korea,1.5\n2016-09,import,South Korea,1.4\n",
    );
    // A table that is no download of one partner cannot be downloaded with another.
    folder.run("yoy own.csv").gives(
        "[stderr]
tradecheck: no rows for North Korea (109): the data contain South Korea (133)
  help: use `--partner 133`, or pass files that contain what you ask for
[exit 2]",
    );
}
