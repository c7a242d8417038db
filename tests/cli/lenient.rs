//! `--lenient`: bad rows are dropped and counted, and every figure they belong to is marked.

use crate::platform::{Download, IMPORTS};
use crate::program::Folder;

const HEAD: &str = "period,flow,partner,currency,value,unit\n";

/// Two months of two years; line 4 spoils a base, lines 7 and 8 a value. The row of South Korea is
/// not asked for.
fn spoiled() -> Folder {
    Folder::new().with(
        "a.csv",
        format!(
            "{HEAD}2016-08,import,109,USD,100,1
2016-09,import,109,USD,100,1
2016-09,import,109,USD,12x4,1
2017-08,import,109,USD,90,1
2017-09,import,109,USD,80,1
2017-09,import,109,USD,7
2017-09,import,109,USD,-5,1
2017-09,import,133,USD,z,1
"
        ),
    )
}

#[test]
fn without_it_the_run_is_refused_with_every_problem() {
    spoiled().run("yoy a.csv").gives(
        "
[stderr]
tradecheck: a.csv:4:24: not a number: `12x4`
  expected: digits such as `45,123,456` or `145.8`
  help: if the value is unknown, leave the cell empty or write `..`
tradecheck: a.csv:7: the row is too short: 5 fields under 6 columns: `7`
  expected: 6 fields
  help: the line may be cut off
tradecheck: a.csv:8:24: negative trade value: `-5`
  expected: zero or more
  help: balances are computed, not read from files
[exit 2]",
    );
}

#[test]
fn a_dropped_row_marks_its_month_and_the_row_that_has_it_as_base() {
    let run = "yoy a.csv --flow imports --lenient --from 2017-08 --to 2017-09 --no-header";
    spoiled().run(run).gives(
        "
2017-08,import,2016-08,100,90,-10,-10,,1,fall,2017-08,at_least,USD,,
2017-09,import,2016-09,100,80,-20,-20,,2,fall,2017-08,at_least,USD,,\"base: 1 row of 2016-09 was skipped (--lenient), at a.csv:4; value: 2 rows of 2017-09 were skipped (--lenient), first at a.csv:7\"
[stderr]
tradecheck: note: a.csv: 3 rows skipped (--lenient), first at line 4: not a number: `12x4`
[exit 0]
",
    );
}

#[test]
fn json_carries_the_count_and_the_marks() {
    let run = "yoy a.csv --flow imports --lenient --month 2017-09 --format json";
    let said = spoiled().run(run).answer();
    let squeezed = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "\"note\": \"base: 1 row of 2016-09 was skipped (--lenient), at a.csv:4; value: 2 rows of 2017-09 were skipped (--lenient), first at a.csv:7\"",
        "\"notes\": [ \"a.csv: 3 rows skipped (--lenient), first at line 4: not a number: `12x4`\" ]",
    ] {
        assert!(squeezed.contains(part), "{said}");
    }
}

#[test]
fn a_row_whose_month_cannot_be_read_marks_every_figure_of_its_file_and_flow() {
    let folder = Folder::new()
        .with(
            "a.csv",
            format!("{HEAD}2017-09,import,109,USD,80,1\n2017-13,import,109,USD,5,1\n2017-09,export,109,USD,9,1\n"),
        )
        .with("b.csv", format!("{HEAD}2016-09,import,109,USD,100,1\n2016-09,export,109,USD,9,1\n"));
    folder
        .run("yoy a.csv b.csv --lenient --month 2017-09 --no-header")
        .gives(
            "
2017-09,import,2016-09,100,80,-20,-20,,1,fall,2017-09,at_least,USD,,\"value: 1 row of a.csv with an unknown month was skipped (--lenient), at a.csv:3\"
2017-09,export,2016-09,9,9,0,0,,0,flat,,exact,USD,,
2017-09,total,2016-09,109,89,-20,-18.348624,,1,fall,2017-09,at_least,USD,,\"value: 1 row of a.csv with an unknown month was skipped (--lenient), at a.csv:3\"
2017-09,balance,2016-09,-91,-71,20,,,1,rise,2017-09,at_least,USD,,\"value: 1 row of a.csv with an unknown month was skipped (--lenient), at a.csv:3\"
[stderr]
tradecheck: note: a.csv: 1 row skipped (--lenient), at line 3: has no month 13: months run from 01 to 12: `2017-13`
[exit 0]
",
        );
}

#[test]
fn a_row_is_dropped_whole_and_leaves_a_hole_with_its_reason() {
    let csv = "month,imports_usd_mn,exports_usd_mn
2016-09,100,50
2017-09,90,z
2017-10,1,1
";
    Folder::new()
        .with("a.csv", csv)
        .run("yoy a.csv --flow imports,exports --lenient --month 2017-09 --no-header")
        .gives(
            "
2017-09,import,2016-09,100000000,,,,,,,,,USD,,\"value: 2017-09 left out by `--lenient`; value: 1 row of 2017-09 was skipped (--lenient), at a.csv:3; change: 2017-09 left out by `--lenient`; yoy_pct: 2017-09 left out by `--lenient`; streak: 2017-09 left out by `--lenient`\"
2017-09,export,2016-09,50000000,,,,,,,,,USD,,\"value: 2017-09 left out by `--lenient`; value: 1 row of 2017-09 was skipped (--lenient), at a.csv:3; change: 2017-09 left out by `--lenient`; yoy_pct: 2017-09 left out by `--lenient`; streak: 2017-09 left out by `--lenient`\"
[stderr]
tradecheck: note: a.csv: no partner column; assumed to be trade with North Korea
tradecheck: note: a.csv: 1 row skipped (--lenient), at line 3: not a number: `z`
[exit 0]
",
        );
}

#[test]
fn of_a_row_of_many_months_a_bad_cell_is_dropped_alone() {
    let csv = "US$,2016-08,2016-09,2017-08,2017-09
Imports,100,####,90,80
";
    Folder::new()
        .with("a.csv", csv)
        .run("yoy a.csv --flow imports --lenient --from 2017-08 --to 2017-09 --no-header")
        .gives(
            "
2017-08,import,2016-08,100,90,-10,-10,,1,fall,2017-08,at_least,USD,,
2017-09,import,2016-09,,80,,,,,,,,USD,,\"base: 2016-09 left out by `--lenient`; base: 1 cell of 2016-09 was skipped (--lenient), at a.csv:2; change: 2016-09 left out by `--lenient`; yoy_pct: 2016-09 left out by `--lenient`; streak: 2016-09 left out by `--lenient`\"
[stderr]
tradecheck: note: a.csv: no partner column; assumed to be trade with North Korea
tradecheck: note: a.csv: 1 cell skipped (--lenient), at line 2: the column was too narrow when this was saved; the value is lost: `####`
[exit 0]
",
        );
}

#[test]
fn sums_and_streaks_over_a_marked_month_are_marked_too() {
    spoiled()
        .run("series a.csv --flow imports --lenient --month 2017-09 --columns month,yoy_pct,mom_pct,roll3,note --no-header")
        .gives(
            "
2017-09,-20,-11.111111,,yoy_pct: rows of 2016-09 and 1 more were skipped (--lenient); mom_pct: rows of 2017-09 were skipped (--lenient); roll3: no data for 2017-07; roll3: rows of 2017-09 were skipped (--lenient)
[stderr]
tradecheck: note: a.csv: 3 rows skipped (--lenient), first at line 4: not a number: `12x4`
[exit 0]
",
        );
    spoiled()
        .run("streak a.csv --flow imports --lenient --month 2017-09 --no-header")
        .gives(
            "
import,yoy,fall,2,at_least,2017-08,2017-09,2017-08,-10,USD,,\"months: at least 2 months, unknown before 2017-08: no data for 2017-07; months: rows of 2016-09 and 1 more were skipped (--lenient)\"
[stderr]
tradecheck: note: a.csv: 3 rows skipped (--lenient), first at line 4: not a number: `12x4`
[exit 0]
",
        );
}

#[test]
fn the_month_that_ends_a_streak_is_marked_too() {
    // July 2017 stands at 100 against 100 and ends the falls of August and September; a row of it
    // was dropped, so that it may have been a fall or a rise as well.
    let folder = Folder::new().with(
        "a.csv",
        format!(
            "{HEAD}2016-07,import,109,USD,100,1
2016-08,import,109,USD,100,1
2016-09,import,109,USD,100,1
2017-07,import,109,USD,100,1
2017-07,import,109,USD,z,1
2017-08,import,109,USD,90,1
2017-09,import,109,USD,80,1
"
        ),
    );
    let note = "
[stderr]
tradecheck: note: a.csv: 1 row skipped (--lenient), at line 6: not a number: `z`
[exit 0]
";
    folder
        .run("streak a.csv --flow imports --lenient --month 2017-09 --no-header")
        .gives(&format!(
            "
import,yoy,fall,2,exact,2017-08,2017-09,2017-08,-10,USD,,months: rows of 2017-07 were skipped (--lenient){note}"
        ));
    folder
        .run("yoy a.csv --flow imports --lenient --month 2017-09 --no-header")
        .gives(&format!(
            "
2017-09,import,2016-09,100,80,-20,-20,,2,fall,2017-08,exact,USD,,streak: rows of 2017-07 were skipped (--lenient){note}"
        ));
    // And the one after it, where every streak is asked for.
    let rises = folder
        .run("streak a.csv --flow imports --lenient --longest --no-header")
        .answer_with_notes();
    assert!(rises.contains("rows of 2017-07 were skipped"), "{rises}");
}

#[test]
fn what_is_wrong_with_a_file_is_refused_all_the_same() {
    Folder::new()
        .with("a.csv", "month,flow,partner,currency,value\n2017-09,import,109,USD,5\n2017-09,import,109,USD,z\n")
        .with("b.csv", Download::default().of(&IMPORTS))
        .with("c.csv", format!("{HEAD}2017-09,import,109,USD,5,\"1\n"))
        .run("yoy a.csv b.csv c.csv --lenient")
        .gives(
            "
[stderr]
tradecheck: a.csv:1:29: the unit is not stated: `value`
  help: state it in the header, as in `value_usd_mn`, or pass `--file-unit`, as in `--file-unit million`
tradecheck: b.csv: the file does not say whether it contains imports or exports
  help: pass it as `--imports b.csv` or `--exports b.csv`
tradecheck: c.csv:2:26: a quote opens here and is never closed: `\"1`
  expected: a closing `\"`
  help: the download may have been cut off; download it again
[exit 2]",
        );
}

#[test]
fn a_download_whose_every_row_is_bad_has_no_answer() {
    Folder::new()
        .with("a.csv", format!("{HEAD}2017-09,import,109,USD,z,1\n"))
        .run("yoy a.csv --lenient")
        .gives(
            "
[stderr]
tradecheck: note: a.csv: 1 row skipped (--lenient), at line 2: not a number: `z`
tradecheck: no usable rows for North Korea (109)
  help: its rows were left out or have no value
[exit 2]
",
        );
}

#[test]
fn rows_without_a_partner_are_dropped_as_the_refusal_says() {
    let rows = "201609,109,27011100,5,\n201709,109,27011100,4,\n201709,,03061490,3,\n201709,,03061490,2,\n";
    let text = format!("Date of data,Trading partner code,Commodity code,US dollar,\n{rows}");
    let folder = Folder::new().with("a.csv", text);
    let yoy = "yoy --month 2017-09 --flow imports --columns base,value,note -f csv --imports a.csv";
    let refused = folder.run(yoy).output();
    let errors = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        errors.contains("the partner of the row is blank"),
        "{errors}"
    );
    let told = folder.run(&format!("{yoy} --lenient")).output();
    let errors = String::from_utf8_lossy(&told.stderr).into_owned();
    let shown = String::from_utf8_lossy(&told.stdout).into_owned();
    let marked = "5,4,\"value: 2 rows of 2017-09 were skipped (--lenient), first at a.csv:4\"";
    assert!(shown.contains(marked), "{shown}{errors}");
    assert!(errors.contains("2 rows skipped (--lenient)"), "{errors}");
}

#[test]
fn a_good_whose_only_row_was_dropped_is_missing_and_no_trade_that_was_not() {
    let rows = "month,flow,partner,hs,value_usd\n2016-09,import,North Korea,27011100,100\n\
                2016-09,import,North Korea,26011100,50\n2017-09,import,North Korea,27011100,80\n";
    let asked = "series a.csv --flow imports --month 2017-09 --columns value --file-unit one --all-goods --lenient \
                 --no-header --hs";
    for (bad, goods, value) in [
        // The only row of the good; a partner or a month that cannot be read.
        ("2017-09,import,North Korea,26011100,12x4\n", "2601", "\"\""),
        ("2017-13,import,North Korea,26011100,12\n", "2601", "\"\""),
        ("2017-09,export,North Korea,26011100,12x4\n", "2601", "0"),
        ("2017-09,import,North Korea,26011100,12x4\n", "2701", "80"),
    ] {
        let folder = Folder::new().with("a.csv", rows.to_owned() + bad);
        let said = folder.run(&format!("{asked} {goods}")).output();
        let said = String::from_utf8(said.stdout).expect("text");
        assert_eq!(said, format!("{value}\n"), "{bad}{goods}");
    }
    let folder = Folder::new().with(
        "a.csv",
        rows.to_owned() + "2017-09,import,North Korea,26011100,1x\n",
    );
    let said = folder.run("archive add a.csv --file-unit one --lenient --to kept");
    let output = said.output();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).expect("text");
    assert!(said.contains("an archive keeps every row"), "{said}");
}

#[test]
fn advice_names_only_flags_that_the_command_takes() {
    let rows = "month,flow,partner,hs,value_usd\n2016-09,import,North Korea,27011100,100\n\
                2017-09,import,,27011100,80\n";
    let sheet = |name| {
        let row = "<Row><Cell><Data ss:Type=\"String\">group</Data></Cell></Row>";
        format!("<Worksheet ss:Name=\"{name}\"><Table>{row}</Table></Worksheet>")
    };
    let sheets = sheet("a") + &sheet("b");
    let space = "urn:schemas-microsoft-com:office:spreadsheet";
    let book = format!(
        "<?xml version=\"1.0\"?><Workbook xmlns=\"{space}\" xmlns:ss=\"{space}\">{sheets}</Workbook>"
    );
    let folder = Folder::new()
        .with("a.csv", rows)
        .with("claims.csv", b"period,note\n2017-09,\xb0\xa1\n")
        .with("groups.xml", book)
        .with(
            "p.csv",
            "month,partner,imports_usd_mn\n2016-09,North Korea,1\n2017-09,North Korea,2\n2017-09,Japan,2\n",
        );
    let said = |command: &str| {
        let output = folder.run(command).output();
        assert_eq!(output.status.code(), Some(2), "{command}");
        String::from_utf8(output.stderr).expect("text")
    };
    for (command, advice, unusable) in [
        (
            "yoy a.csv --file-unit one",
            "; `--lenient` skips",
            "`--sheet",
        ),
        (
            "archive add a.csv --file-unit one --to kept",
            "help: fill",
            "`--lenient`",
        ),
        (
            "check --claims claims.csv",
            "help: save the file as UTF-8\n",
            "`--encoding",
        ),
        (
            "yoy a.csv --groups groups.xml --by group",
            "help: save the table as CSV\n",
            "`--sheet",
        ),
        (
            "yoy p.csv --month 2017-09 --by partner --partner 109",
            "only one partner is selected\n  help: use `--partner all`, or name several",
            "`--imports",
        ),
        (
            "yoy p.csv --month 2017-09 --as-of 2099-12-31",
            "help: leave out `--as-of`, or give the release dates in a column `released`\n",
            "later `--as-of`",
        ),
    ] {
        let said = said(command);
        assert!(said.contains(advice), "{command}: {said}");
        assert!(!said.contains(unusable), "{command}: {said}");
    }
}
