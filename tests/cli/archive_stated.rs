//! What is stated about inputs when they are added to an archive: kept, listed and heeded, for the
//! months and partners that it was stated of.

use crate::archive::{TIDY, file, out, row};
use crate::program::Folder;

#[test]
fn rows_given_again_with_an_assurance_are_those_of_an_input_that_had_it() {
    let row = |month: &str, value: u32| format!("2016-{month},import,Japan,27011100,{value}\n");
    let folder = Folder::new().with("a.csv", TIDY.to_owned() + &row("01", 5) + &row("02", 6));
    let add = |rest: &str| {
        out(
            &folder,
            &format!("archive add a.csv --file-unit one {rest}"),
        )
    };
    add("--to assured --all-goods --all-partners");
    add("--to kept");
    let held = |archive: &str| {
        let year = folder.path().join(archive).join("year=2016");
        let files = std::fs::read_dir(year).expect("a year");
        let mut files: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
        files.sort();
        files
            .iter()
            .map(|file| std::fs::read(file).expect("bytes"))
            .collect::<Vec<_>>()
    };
    assert_ne!(held("kept"), held("assured"));
    let said = add("--to kept --all-goods --all-partners");
    assert_eq!(
        said,
        "0 files added, 0 rows; 1 file now known to be complete\n"
    );
    assert!(held("kept") == held("assured"), "the files differ");
    let table = |archive: &str| folder.read(&format!("{archive}/coverage.csv"));
    assert_eq!(table("kept"), table("assured"));
    assert_eq!(
        out(&folder, "archive verify kept"),
        "every file is as it was written\n"
    );
    assert_eq!(
        add("--to kept --all-goods --all-partners"),
        "0 files added, 0 rows; 1 file had nothing new\n"
    );
    for partner in ["Japan", "all"] {
        let asked =
            format!("series --flow imports --partner {partner} --columns month,value --format csv");
        assert_eq!(
            out(&folder, &format!("{asked} --data kept")),
            out(&folder, &format!("{asked} --file-unit one a.csv"))
        );
    }
}

/// The value of one good of a partner in each month that has an answer.
fn asked(folder: &Folder, data: &str, partner: &str, goods: &str) -> String {
    out(
        folder,
        &format!(
            "series --flow imports --partner {partner} --hs {goods} --columns month,value --format csv {data}"
        ),
    )
}

#[test]
fn what_was_stated_when_adding_needs_no_flag_when_reading() {
    let rows = |month: &str, partners: &[&str]| -> String {
        let row = |partner: &&str| format!("{month},import,{partner},27011100,5\n");
        partners.iter().map(row).collect()
    };
    let folder = Folder::new()
        .with(
            "whole.csv",
            TIDY.to_owned()
                + &rows("2016-01", &["Japan", "South Korea"])
                + &rows("2016-02", &["Japan"])
                + "2016-02,import,Japan,61011000,9\n",
        )
        .with("part.csv", TIDY.to_owned() + &rows("2016-03", &["Japan"]));
    out(
        &folder,
        "archive add whole.csv --file-unit one --all-goods --all-partners --to kept",
    );
    out(&folder, "archive add part.csv --file-unit one --to kept");
    for compacted in [false, true] {
        if compacted {
            out(&folder, "archive compact kept --before 2030");
        }
        // January had no trade in clothing; of March nothing was stated.
        let japan = asked(&folder, "--data kept", "Japan", "61");
        assert_eq!(
            japan, "month,value\n2016-01,0\n2016-02,9\n2016-03,\n",
            "{compacted}"
        );
        let all = asked(&folder, "--data kept", "all", "61");
        assert_eq!(all, japan, "{compacted}");
        // February had no trade with South Korea; in March it is not known.
        let all = asked(&folder, "--data kept", "all", "27");
        assert_eq!(
            all, "month,value\n2016-01,10\n2016-02,5\n2016-03,\n",
            "{compacted}"
        );
        let two = asked(&folder, "--data kept", "Japan --partner KR", "27");
        assert_eq!(two, all, "{compacted}");
    }
    let stated = |flags: &str| {
        let sql = out(
            &folder,
            &format!("sql yoy --table t --data kept --month 2017-01 {flags}"),
        );
        !sql.contains("all_held")
    };
    assert!(!stated("--partner all"), "March lacks the statement");
    assert!(stated("--partner all --all-partners"));
    out(
        &folder,
        "archive add part.csv --file-unit one --all-partners --to kept",
    );
    assert!(stated("--partner all"), "now every month has it");
}

#[test]
fn a_statement_about_some_partners_is_not_one_about_the_others() {
    let japan = "2016-01,import,Japan,27011100,5\n2016-02,import,Japan,61011000,9\n";
    let korea = "2016-01,import,South Korea,27011100,5\n2016-02,import,South Korea,61011000,9\n";
    let folder = Folder::new()
        .with("both.csv", TIDY.to_owned() + japan + korea)
        .with("japan.csv", TIDY.to_owned() + japan);
    out(&folder, "archive add both.csv --file-unit one --to kept");
    // All its rows are in the archive, as part of another input.
    let add = "archive add japan.csv --file-unit one --all-goods --to kept";
    assert_eq!(
        out(&folder, add),
        "0 files added, 0 rows; 1 file now known to be complete\n"
    );
    assert_eq!(
        out(&folder, add),
        "0 files added, 0 rows; 1 file had nothing new\n"
    );
    let known = "month,value\n2016-01,0\n2016-02,9\n";
    assert_eq!(asked(&folder, "--data kept", "Japan", "61"), known);
    let unknown = "month,value\n2016-01,\n2016-02,9\n";
    assert_eq!(asked(&folder, "--data kept", "KR", "61"), unknown);
    let all = asked(&folder, "--data kept", "all", "61");
    assert_eq!(all, "month,value\n2016-01,\n2016-02,18\n");
    assert_eq!(
        out(&folder, "archive verify kept"),
        "every file is as it was written\n"
    );
}

#[test]
fn a_statement_about_one_month_stands_in_the_table_for_that_month() {
    let months = ["2016-01", "2016-02"].map(|month| format!("{month},import,Japan,27011100,5\n"));
    let folder = Folder::new()
        .with("a.csv", TIDY.to_owned() + &months.concat())
        .with("b.csv", TIDY.to_owned() + &months[1]);
    out(&folder, "archive add a.csv --file-unit one --to kept");
    let said = out(
        &folder,
        "archive add b.csv --file-unit one --all-goods --to kept",
    );
    assert!(said.contains("1 file now known to be complete"), "{said}");
    let table = folder.read("kept/coverage.csv");
    let rows: Vec<&str> = table.lines().skip(1).collect();
    assert_eq!(
        rows,
        [
            "a.csv,import,2016-01,116,27,hs8,USD,no,no,1",
            "a.csv,import,2016-02,116,27,hs8,USD,yes,no,1"
        ]
    );
    let clothing = asked(&folder, "--data kept", "Japan", "61,27");
    assert_eq!(clothing, "month,value\n2016-01,\n2016-02,5\n");
}

#[test]
fn a_roll_up_says_which_months_have_all_goods() {
    let head = "flow,partner,chapter,month_no,currency,level,thousandths,row_count,blanks,whole\n";
    let rows = "import,116,27,24192,USD,hs8,5000,1,0,1\nimport,116,61,24193,USD,hs8,9000,1,0,0\n";
    let folder = Folder::new().with("rollup.csv", head.to_owned() + rows);
    let both = |goods: &str| asked(&folder, "rollup.csv", "Japan", goods);
    assert_eq!(both("61"), "month,value\n2016-01,0\n2016-02,9\n");
    assert_eq!(both("27"), "month,value\n2016-01,5\n2016-02,\n");
    // A roll-up that does not say whether its sums lack values.
    let cut = |line: &str| line.rsplit(',').skip(2).collect::<Vec<_>>().join(",");
    let back = |line: &str| cut(line).split(',').rev().collect::<Vec<_>>().join(",");
    let older: Vec<String> = (head.to_owned() + rows).lines().map(back).collect();
    let folder = folder.with("older.csv", older.join("\n") + "\n");
    let output = folder.run("series older.csv --partner JP").output();
    assert_eq!(output.status.code(), Some(2), "{older:?}");
    let said = String::from_utf8(output.stderr).expect("text");
    assert!(said.contains("blanks"), "{said}");
}

#[test]
fn sums_over_an_archive_miss_what_its_files_miss() {
    // Japan has no row of February; a value of March is blank.
    let folder = Folder::new().with(
        "i.csv",
        file(&[
            row("201601", "109", "27011100", 70),
            row("201601", "116", "27011100", 30),
            row("201602", "109", "27011100", 80),
            row("201603", "109", "27011100", 90),
            row("201603", "116", "27011200", 60).replace("\"60\"", "\"-\""),
        ]),
    );
    out(&folder, "archive add --imports i.csv --to kept");
    for question in [
        "series --partner all --columns month,value",
        "series --partner all --columns month,value --all-goods",
        "series --partner all --all-partners --columns month,value",
        "series --partner all --by chapter --columns month,code,value",
        "series --partner all --by partner --columns month,code,value",
        "series --partner all --hs 27 --columns month,value",
    ] {
        let ask = |data: &str| {
            out(
                &folder,
                &format!("{question} --flow imports --format csv {data}"),
            )
        };
        let of_files = ask("--imports i.csv");
        assert_eq!(ask("--data kept"), of_files, "{question}");
    }
    let said = out(
        &folder,
        "series --partner all --flow imports --columns month,value --format csv --data kept",
    );
    assert_eq!(said, "month,value\n2016-01,100\n2016-02,\n2016-03,\n");
}

#[test]
fn a_large_download_misses_a_partner_as_a_small_one_does() {
    let rows = |goods: u32| -> Vec<String> {
        let at = [("201601", "109"), ("201601", "116"), ("201602", "109")];
        let of = |(month, partner): (&'static str, &'static str)| {
            (0..goods).map(move |good| row(month, partner, &format!("{}", 27_010_000 + good), 1))
        };
        at.into_iter().flat_map(of).collect()
    };
    // The large one is read block by block.
    for (goods, sum) in [(3, "6"), (600, "1200")] {
        let folder = Folder::new().with("i.csv", file(&rows(goods)));
        let said = asked(&folder, "--imports i.csv", "all", "27");
        assert_eq!(said, format!("month,value\n2016-01,{sum}\n2016-02,\n"));
    }
}
