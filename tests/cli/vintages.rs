//! Figures come in releases; the later one holds, and both can be asked for.
//!
//! Exports of January in yuan, million, from the office's monthly tables:
//!
//! ```text
//! 2024-01   1101.996355 printed 2024-03   888.46 implied 2025-03: 1384.215762 / 1.558
//! 2025-01   1384.215762 printed 2025-03  1369.54 implied 2026-03: 1354.471186 / 0.989
//! first prints alone   1384.215762 / 1101.996355 − 1 = +25.6 %
//! by June 2025         1384.215762 / 888.46      − 1 = +55.799446 %, printed +55.8
//! with all known       1369.54     / 888.46      − 1 = +54.147626 %
//! ```

use crate::program::{Folder, tradecheck};

const JANUARY: &str = "yoy --month 2025-01 --currency cny --flow exports --no-header";

#[test]
fn january_2025_as_it_was_known_by_june() {
    // January–February: 2007.29729 / 1459.85 − 1 = +37.500242 %, printed +37.5. The months of 2024
    // in hand, 888.46 + 665.727695 = 1554.187695, are 94.337695 more than the two were by then.
    tradecheck(&format!("{JANUARY} --as-of 2025-06-30")).gives(
        "
2025-01,export,2024-01,888460000,1384215762,495755762,55.799446,55.8,1,rise,2025-01,at_least,CNY,base:e,\"base: 2024-01 calculated back from the published change (18 March 2025): CNY 888.46 million, first published (18 March 2024) as CNY 1,102.00 million\"
[exit 0]
",
    );
}

#[test]
fn january_2025_with_every_revision_since() {
    // The printed +55.8 % needs a base of 1369.54 / 1.558 = 879.037227, 9.422773 less than 888.46.
    // January–February: 1992.03 / 1459.85 − 1 = +36.454430 %; 1992.03 / 1.375 = 1448.749091.
    tradecheck(JANUARY).gives(
        "
2025-01,export,2024-01,888460000,1369540000,481080000,54.147626,55.8,1,rise,2025-01,at_least,CNY,base:e value:e,\"base: 2024-01 calculated back from the published change (18 March 2025): CNY 888.46 million, first published (18 March 2024) as CNY 1,102.00 million; value: 2025-01 calculated back from the published change (18 March 2026): CNY 1,369.54 million, first published (18 March 2025) as CNY 1,384.22 million; printed_pct: 2025-01: customs said +55.8 % on 18 March 2025, the published levels give +54.1 %, the former implies CNY 879.04 million a year earlier, CNY 9.42 million less than used here\"
[exit 0]
",
    );
}

#[test]
fn the_first_print_alone_before_the_change_was_printed() {
    // By the end of 2024 only the first print of January 2024 was out.
    let run = "series --month 2024-01 --currency cny --flow exports --columns value,basis";
    tradecheck(&format!("{run} --as-of 2024-12-31"))
        .gives("value,basis\n1101996355,printed\n[exit 0]");
    tradecheck(run).gives("value,basis\n888460000,implied\n[exit 0]");
}

const HEAD: &str = "period,flow,partner,currency,value,unit,released,yoy_pct\n";

#[test]
fn the_later_release_holds_whatever_the_order_of_the_rows() {
    let first = "2017-03,import,109,USD,90,1,2017-04-20,\n";
    let revised = "2017-03,import,109,USD,95,1,2017-06-20,\n";
    let base = "2016-03,import,109,USD,100,1,2016-04-20,\n";
    for csv in [
        format!("{HEAD}{base}{first}{revised}"),
        format!("{HEAD}{revised}{first}{base}"),
    ] {
        let folder = Folder::new().with("a.csv", csv);
        folder
            .run("yoy --month 2017-03 --flow imports --no-header a.csv")
            .gives(
            "
2017-03,import,2016-03,100,95,-5,-5,,1,fall,2017-03,at_least,USD,value:r,value: 2017-03 revised from USD 90 (20 April 2017) to USD 95 (20 June 2017)
[exit 0]
",
        );
        folder
            .run("yoy --month 2017-03 --flow imports --no-header a.csv --as-of 2017-05-31")
            .gives(
                "
2017-03,import,2016-03,100,90,-10,-10,,1,fall,2017-03,at_least,USD,,
[exit 0]
",
            );
    }
}

#[test]
fn a_change_printed_without_a_value_stands_in_and_implies_no_base() {
    let csv = format!(
        "{HEAD}2017-03,import,109,USD,90,1,2017-04-20,\n2017-03,import,109,USD,,,2017-04-13,-37.9\n"
    );
    let folder = Folder::new().with("a.csv", csv);
    folder.run("yoy --month 2017-03 --flow imports --no-header a.csv").gives("2017-03,import,2016-03,,90,,-37.9,-37.9,1,fall,2017-03,at_least,USD,yoy_pct:p,base: no data for 2016-03; change: no data for 2016-03\n[exit 0]");
}

#[test]
fn a_release_that_revised_earlier_months_says_by_how_much() {
    // Ten thousand yuan, January–June less January–May less June, as first printed:
    // imports 125071.5088 − 108106.854 − 19360.118 = −2395.4632,
    // exports 564490.1148 − 488703.1358 − 107447.0078 = −31660.0288; together −34055.492.
    let columns = "--columns flow,value,note";
    let said = "2024-06 this release lowered earlier months of the year by CNY";
    tradecheck(&format!(
        "series --currency cny --month 2024-06 --flow imports,exports,total --no-header {columns}"
    ))
    .gives(&format!(
        "import,193601180,value: {said} 23.95 million in all\n\
             export,1074470078,value: {said} 316.60 million in all\n\
             total,1268071258,value: {said} 340.55 million in all\n\
             [exit 0]"
    ));
}

#[test]
fn two_values_of_one_day_are_refused_in_one_file_and_said_of_two() {
    let base = "2016-03,import,109,USD,100,1,2016-04-20,\n";
    let one = "2017-03,import,109,USD,90,1,2017-04,\n";
    // A month is its last day.
    let other = "2017-03,import,109,USD,95,1,2017-04-30,\n";
    let yoy = "yoy --month 2017-03 --flow imports --no-header --columns base,value";
    let folder = Folder::new()
        .with("both.csv", format!("{HEAD}{base}{one}{other}"))
        .with("a.csv", format!("{HEAD}{base}{one}"))
        .with("b.csv", format!("{HEAD}{other}"));
    let told = folder.run(&format!("{yoy} both.csv")).output();
    let errors = String::from_utf8_lossy(&told.stderr).into_owned();
    assert_eq!(told.status.code(), Some(2), "{errors}");
    assert!(
        errors.contains(": another value for imports of "),
        "{errors}"
    );
    for (files, value, taken) in [("a.csv b.csv", 95, "b.csv"), ("b.csv a.csv", 90, "a.csv")] {
        let told = folder.run(&format!("{yoy} {files} -f csv")).output();
        let errors = String::from_utf8_lossy(&told.stderr).into_owned();
        assert_eq!(
            String::from_utf8_lossy(&told.stdout),
            format!("100,{value}\n")
        );
        assert!(
            errors.contains(&format!("{taken} was taken over")),
            "{errors}"
        );
    }
}

#[test]
fn no_command_answers_from_what_a_contradiction_leaves() {
    let rows = "2016-03,import,109,,USD,100,1,2016-04-20,\n\
                2017-03,import,109,,USD,90,1,2017-04-20,\n\
                2017-03,import,109,,USD,95,1,2017-04-20,\n";
    let coal = rows.replace(",,USD", ",2701,USD");
    let head = "period,flow,partner,code,currency,value,unit,released,yoy_pct\n";
    let folder = Folder::new()
        .with("all.csv", format!("{head}{rows}"))
        .with("coal.csv", format!("{head}{coal}"));
    // The file holds both 90 and 95: neither claim is true or false.
    for command in [
        "check imports value 2017-03 95 all.csv",
        "check imports value 2017-03 90 all.csv",
        "check imports yoy 2017-03 -5% all.csv",
        "check imports streak 2017-03 1 all.csv",
        "revisions all.csv",
        "brief all.csv",
        "report all.csv",
        "sanctions check --from 2017-03 --to 2017-03 coal.csv",
        "sanctions caps --year 2017 coal.csv",
        "check imports value 2017-03 95 --hs 2701 coal.csv",
    ] {
        let output = folder.run(command).output();
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{command}: {errors}");
        assert!(output.stdout.is_empty(), "{command}");
        let told = "csv:4: another value for imports of 2017-03 with North Korea is in line 3";
        assert!(errors.contains(told), "{command}: {errors}");
    }
}

#[test]
fn the_order_of_a_folder_and_of_an_archive_is_that_of_numbers_and_dates() {
    let of = |value: u32| format!("month,imports_usd\n2016-03,100\n2017-03,{value}\n");
    for names in [
        ["x (2).csv", "x (10).csv"],
        ["x v9.csv", "x v10.csv"],
        ["x.csv", "x_rev.csv"],
    ] {
        let folder = Folder::new()
            .with(&format!("in/{}", names[0]), of(80))
            .with(&format!("in/{}", names[1]), of(90));
        let yoy = "yoy --month 2017-03 --flow imports --no-header --columns base,value --file-unit 1 -f csv";
        let told = folder.run(&format!("{yoy} in")).answer_with_notes();
        assert_eq!(told, "100,90\n", "{names:?}");
    }
}
