//! Levels of detail and periods of different lengths beside each other: what one of them holds says
//! nothing of what another lacks.

use crate::program::{Folder, told};

const HEAD: &str = "month,flow,partner,hs,value_usd\n";

/// Base, value and change of the rows asked for, one row a line; nothing where one is missing.
#[track_caller]
fn gives(folder: &Folder, arguments: &str, expected: &[&str]) {
    let columns = "--columns base,value,yoy_pct --no-header -f csv --flow import";
    let output = folder.run(&format!("yoy {columns} {arguments}")).output();
    let found = String::from_utf8_lossy(&output.stdout);
    let found: Vec<&str> = found.lines().collect();
    assert_eq!(found, expected, "{arguments}: {}", told(&output));
}

fn file(rows: &[(&str, &str, &str, u32)]) -> String {
    let rows = rows
        .iter()
        .map(|(month, partner, hs, dollars)| format!("{month},import,{partner},{hs},{dollars}\n"));
    HEAD.to_owned() + &rows.collect::<String>()
}

const NORTH: &str = "North Korea";

#[test]
fn chapters_that_add_up_to_a_total_say_nothing_of_a_code_without_a_row() {
    // Two chapters meet the total of each month; of chapter 27 a query gave some codes only.
    let chapters = file(&[
        ("2016-09", NORTH, "TOTAL", 190),
        ("2016-09", NORTH, "27", 110),
        ("2016-09", NORTH, "61", 80),
        ("2017-09", NORTH, "TOTAL", 150),
        ("2017-09", NORTH, "27", 80),
        ("2017-09", NORTH, "61", 70),
    ]);
    let codes = file(&[
        ("2016-09", NORTH, "27011100", 70),
        ("2016-09", NORTH, "27011200", 40),
        ("2017-09", NORTH, "27011100", 50),
    ]);
    let folder = Folder::new().with("a.csv", chapters).with("b.csv", codes);
    let both = "a.csv b.csv --file-unit 1 --month 2017-09";
    gives(&folder, &format!("{both} --hs 27011200"), &["40,,"]);
    gives(&folder, &format!("{both} --hs 27"), &["110,80,-27.272727"]);
    // Of chapters the same total is proof.
    gives(&folder, &format!("{both} --hs 72"), &["0,0,"]);
}

#[test]
fn every_chapter_is_taken_at_its_own_most_complete_level() {
    // A chapter in one file; a single code of it, and another chapter's, in a second.
    let folder = Folder::new()
        .with("a.csv", file(&[("2017-09", NORTH, "27", 100)]))
        .with(
            "b.csv",
            file(&[
                ("2017-09", NORTH, "27011100", 30),
                ("2017-09", NORTH, "61091000", 200),
            ]),
        );
    let both = "a.csv b.csv --file-unit 1 --all-goods --month 2017-09";
    gives(&folder, both, &[",300,"]);
    gives(
        &folder,
        &format!("{both} --by chapter"),
        &["61,,200,", "27,,100,", "total,,300,"],
    );
}

#[test]
fn two_headings_of_a_chapter_are_no_evidence_of_a_third() {
    let rows = [
        ("2016-09", "2701", 100),
        ("2016-09", "2702", 50),
        ("2017-09", "2701", 80),
    ];
    let rows = rows.map(|(month, hs, dollars)| (month, NORTH, hs, dollars));
    let folder = Folder::new().with("a.csv", file(&rows));
    let asked = "a.csv --file-unit 1 --month 2017-09 --hs 2701,2703";
    gives(&folder, asked, &[",,"]);
    gives(&folder, &format!("{asked} --all-goods"), &["100,80,-20"]);
}

#[test]
fn a_period_that_lacks_goods_of_its_months_is_the_sum_of_the_months() {
    // Two goods by month, ten and five; one of them once more for the quarter.
    let months = [
        "2016-01", "2016-02", "2016-03", "2017-01", "2017-02", "2017-03",
    ];
    let rows = months.map(|month| [(month, NORTH, "2701", 10), (month, NORTH, "2601", 5)]);
    let folder = Folder::new()
        .with("a.csv", file(&rows.concat()))
        .with("b.csv", file(&[("2017-01..2017-03", NORTH, "2701", 30)]));
    let quarter = "a.csv b.csv --file-unit 1 --all-goods --period 2017-01..2017-03";
    gives(&folder, quarter, &["45,45,0"]);
    gives(&folder, &format!("{quarter} --hs 2601"), &["15,15,0"]);
    gives(&folder, &format!("{quarter} --hs 2701"), &["30,30,0"]);
    gives(
        &folder,
        &format!("{quarter} --by heading"),
        &["2701,30,30,0", "2601,15,15,0", "total,45,45,0"],
    );
}

#[test]
fn a_good_known_only_for_two_months_together_is_not_without_trade_in_one() {
    let folder = Folder::new().with(
        "a.csv",
        file(&[
            ("2019-01", NORTH, "2701", 10),
            ("2019-01", NORTH, "2601", 5),
            ("2019-02", NORTH, "2701", 20),
            ("2019-02", NORTH, "2601", 6),
            ("2020-01..2020-02", NORTH, "2701", 12),
            ("2020-01", NORTH, "2601", 3),
            ("2020-02", NORTH, "2601", 4),
        ]),
    );
    let all = "a.csv --file-unit 1 --all-goods";
    gives(&folder, &format!("{all} --month 2020-01"), &["15,,"]);
    gives(
        &folder,
        &format!("{all} --month 2020-01 --hs 2701"),
        &["10,,"],
    );
    gives(
        &folder,
        &format!("{all} --month 2020-01 --hs 2601"),
        &["5,3,-40"],
    );
    let both = format!("{all} --period 2020-01..2020-02");
    gives(&folder, &format!("{both} --hs 2701"), &["30,12,-60"]);
    gives(&folder, &format!("{both} --hs 2601"), &["11,7,-36.363636"]);
}

#[test]
fn a_partner_without_a_row_is_missing_by_partner_as_in_the_sum() {
    let rows = [
        ("2016-09", NORTH, "27", 100),
        ("2016-09", "Japan", "27", 50),
        ("2017-09", NORTH, "27", 80),
    ];
    let folder = Folder::new().with("a.csv", file(&rows));
    let all = "a.csv --file-unit 1 --month 2017-09 --partner all";
    gives(&folder, all, &["150,,"]);
    gives(
        &folder,
        &format!("{all} --by partner"),
        &["109,100,80,-20", "116,50,,", "total,150,,"],
    );
    gives(
        &folder,
        &format!("{all} --by partner --all-partners --all-goods"),
        &["116,50,0,-100", "109,100,80,-20", "total,150,80,-46.666667"],
    );
}

#[test]
fn the_total_of_a_breakdown_is_the_worlds_where_the_world_has_a_row() {
    let rows = [
        ("2016-09", "World", "TOTAL", 1000),
        ("2016-09", "Japan", "TOTAL", 100),
        ("2016-09", "South Korea", "TOTAL", 50),
        ("2017-09", "World", "TOTAL", 1100),
        ("2017-09", "Japan", "TOTAL", 70),
        ("2017-09", "South Korea", "TOTAL", 90),
    ];
    let folder = Folder::new().with("a.csv", file(&rows));
    // South Korea added 40 of the 1000: 4 points of +10 %.
    let columns = "--columns value,yoy_pct,contribution_pp --no-header -f csv --flow import";
    let run =
        format!("yoy {columns} a.csv --file-unit 1 --month 2017-09 --partner all --by partner");
    let rows = folder.run(&run).answer_with_notes();
    assert_eq!(rows, "133,90,80,4\n116,70,-30,-3\ntotal,1100,10,10\n");
}

#[test]
fn figures_of_another_body_are_never_taken_for_a_revision() {
    let head = "period,flow,currency,value,unit,released,publisher\n";
    let customs = "2017-09,import,USD,145.82,million,2017-10-23,GACC\n";
    let kita = "2017-09,import,USD,150.0,million,2018-10-13,Yonhap (KITA)\n";
    let folder = Folder::new()
        .with("two.csv", format!("{head}{customs}{kita}"))
        .with("one.csv", format!("{head}{kita}"));
    let output = folder.run("yoy two.csv --month 2017-09").output();
    assert_eq!(output.status.code(), Some(2));
    let said = told(&output);
    assert!(
        said.contains("`Yonhap (KITA)`") && said.contains("`GACC`"),
        "{said}"
    );
    gives(&folder, "one.csv --month 2017-09", &[",150000000,"]);
}

#[test]
fn an_answer_is_no_source() {
    // Told from North Korea's side, its imports would be read as China's.
    let folder = Folder::new();
    let answer = folder
        .run("series --as kp --month 2017-09 -f csv")
        .answer_with_notes();
    let folder = folder.with("kp.csv", answer);
    let output = folder.run("series kp.csv --file-unit 1").output();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        told(&output).contains("this is tradecheck output"),
        "{}",
        told(&output)
    );
}

#[test]
fn codes_that_do_not_make_up_their_chapter_are_said_of_a_heading_of_it() {
    // Of the chapter's 90 in 2017, the codes in hand are 30: some of heading 2701 may be lacking.
    let short = file(&[
        ("2016-09", NORTH, "27", 100),
        ("2016-09", NORTH, "27011100", 60),
        ("2016-09", NORTH, "27011200", 40),
        ("2017-09", NORTH, "27", 90),
        ("2017-09", NORTH, "27011100", 30),
    ]);
    // The rest of the chapter stands under another heading.
    let whole = short.clone() + &file(&[("2017-09", NORTH, "27101200", 60)]).replace(HEAD, "");
    let notes = |text: &str| {
        let folder = Folder::new().with("a.csv", text);
        let run = "yoy a.csv --month 2017-09 --hs 2701 --flow import --file-unit 1 -f csv --columns value,note";
        told(&folder.run(run).output())
    };
    let said = "less detailed rows of the same trade to";
    assert!(notes(&short).contains(said), "{}", notes(&short));
    assert!(
        !notes(&whole).contains("less detailed"),
        "{}",
        notes(&whole)
    );
}
