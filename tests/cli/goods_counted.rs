//! Quantities and unit values of goods, streaks of parts, and goods of Comtrade.

use crate::goods::download;
use crate::program::{Folder, told, tradecheck};

const VALUES: &str = "series --quiet --flow imports --no-header --columns value,unit,flags,note --all-goods --imports in.csv";

/// Coal in kilograms and tonnes, crabs in kilograms, clothes in pieces with a weight beside them in
/// either column, pig iron without a quantity.
const ROWS: &str = "
201709 27011100 109 21 10 400 千克 - - 30
201709 27011100 109 22 10 2   吨  - - 20
201709 03061490 109 21 10 50  千克 - - 25
201709 61034300 109 21 10 5   件 4 千克 15
201709 61034300 109 21 19 3   千克 4 件 12
201709 72011000 109 21 19 -   -  - - 12
201710 61034300 109 21 10 5   件 - - 15
201710 03061490 109 21 10 10  千克 - - 10
";

fn counted() -> Folder {
    Folder::new().with("in.csv", download(true, ROWS))
}

#[test]
fn tonnes_and_kilograms_are_one_unit_and_pieces_are_not() {
    let folder = counted();
    let quantity = |goods: &str, month: &str, expected: &str| {
        folder
            .run(&format!(
                "{VALUES} --measure quantity --month {month} --hs {goods}"
            ))
            .gives(&format!("{expected}\n[exit 0]"));
    };
    // 400 kg and 2 t; 50 kg more of crabs.
    quantity("27", "2017-09", "2.4,t,,");
    quantity("27,03", "2017-09", "2.45,t,,");
    // A weight in either column goes before pieces: 4 + 3 kg.
    quantity("61", "2017-09", "0.007,t,,");
    // In October clothes are in pieces alone: nothing that adds up with crabs.
    quantity(
        "61,03",
        "2017-10",
        ",,,value: goods in several units in 2017-10",
    );
    quantity("72", "2017-09", ",,,value: no quantity for 2017-09");
    quantity("72,27", "2017-09", ",,,value: no quantity for 2017-09");
}

#[test]
fn a_unit_value_is_of_a_tonne_or_there_is_none() {
    let folder = counted();
    let per_unit = |goods: &str, expected: &str| {
        folder
            .run(&format!(
                "{VALUES} --measure unit-value --month 2017-09 --hs {goods}"
            ))
            .gives(&format!("{expected}\n[exit 0]"));
    };
    // 50 dollars for 2.4 t: 20.833333; 25 for 50 kg: 500.
    per_unit("27", "20.833333,USD/t,,");
    per_unit("03", "500,USD/t,,");
    per_unit("72", ",,,value: no quantity for 2017-09");
}

#[test]
fn parts_in_other_units_are_not_added_up() {
    // September: coal 2,400 kg, crabs 50, clothes 7, pig iron unknown. October: crabs 10 kg,
    // clothes 5 pieces. Below the first, nothing adds up; nor does the total.
    let told = told(
        &counted()
            .run("yoy --from 2017-09 --to 2017-10 --flow imports --by chapter --top 1 --measure quantity --no-header --all-goods --imports in.csv")
            .output(),
    );
    let other = told.lines().filter(|line| line.contains(",other,"));
    let values: Vec<&str> = other.map(|line| line.split(',').nth(6).unwrap()).collect();
    assert_eq!(values, ["", ""], "{told}");
    assert!(
        told.contains("value: goods in several units in 2017-10"),
        "{told}"
    );
    assert!(told.contains("value: no quantity for 2017-09"), "{told}");
}

#[test]
fn unit_values_of_other_parts_are_of_all_of_them_together() {
    // Coal 40 for 1 t, then 30 for 1 t; the other two 10 + 50 for 2 t: 30 a tonne, then
    // 10 + 14 for 3 t: 8 a tonne.
    let rows = "
201609 27011100 109 21 10 1000 千克 - - 40
201609 03061490 109 21 10 1000 千克 - - 10
201609 72011000 109 21 10 1000 千克 - - 50
201709 27011100 109 21 10 1000 千克 - - 1000
201709 03061490 109 21 10 1000 千克 - - 10
201709 72011000 109 21 10 2000 千克 - - 14
";
    let folder = Folder::new().with("in.csv", download(true, rows));
    let told = told(
        &folder
            .run("yoy --month 2017-09 --flow imports --by chapter --top 1 --measure unit-value --no-header --all-goods --imports in.csv")
            .output(),
    );
    assert!(
        told.contains("2017-09,import,other,(2 more),2016-09,30,8,-22,-73.333333,"),
        "{told}"
    );
}

#[test]
fn a_later_file_without_a_quantity_hides_none() {
    // The later file has another value and no quantity: 120 dollars for the 3 t told before.
    let first = download(false, "201709 27011100 109 21 10 3000 Kilogram - - 100\n");
    let later = "period,flow,code,currency,value,unit
2017-09,import,27011100,USD,120,1
";
    let folder = Folder::new().with("in.csv", first).with("later.csv", later);
    let told = told(
        &folder
            .run("series --measure quantity --hs 27 --flow imports --columns value,unit --no-header --month 2017-09 later.csv --all-goods --imports in.csv")
            .output(),
    );
    assert!(told.starts_with("3,t\n"), "{told}");
}

#[test]
fn a_revised_value_is_told_in_money_beside_a_unit_value() {
    // 100 dollars, later 120, for 2 t: 60 a tonne.
    let of = |dollars: &str| {
        download(
            false,
            &format!("201709 27011100 109 21 10 2000 Kilogram - - {dollars}\n"),
        )
    };
    let folder = Folder::new()
        .with("a.csv", of("100"))
        .with("b.csv", of("120"));
    folder
        .run("series --measure unit-value --hs 27 --flow imports --columns value,note --no-header --month 2017-09 --imports a.csv b.csv")
        .gives(
            "
60,value: value of 2017-09 revised from USD 100 to USD 120
[stderr]
tradecheck: note: every row is of province 21, trade mode 10: these are figures of that, not of all trade
tradecheck: note: 1 row was found in several files with different values: the later release was used, or, where none is dated, the file named later
tradecheck: note: b.csv was taken over a.csv, which differs: no release date tells which is later, and nothing but their order said so
tradecheck: note: imports: HS 2701 banned since 2017-08 by UN 2371; first full month 2017-10
[exit 0]
",
        );
}

/// Coal falls in every month of 2017 from 100 to 90, clothes fall in three and rise in June, crabs
/// never change; of pig iron there is nothing before 2017.
fn months() -> Vec<u8> {
    let mut rows = String::new();
    let mut row = |year: u32, month: u32, code: &str, dollars: u32| {
        rows.push_str(&format!(
            "{year}{month:02} {code} 109 21 10 1 千克 - - {dollars}\n"
        ));
    };
    for month in 1..=7 {
        row(2016, month, "27011100", 100);
        row(2017, month, "27011100", 90);
        row(2016, month, "61034300", 100);
        row(2017, month, "61034300", if month == 4 { 101 } else { 99 });
        row(2016, month, "03061490", 50);
        row(2017, month, "03061490", 50);
    }
    row(2017, 7, "72011000", 5);
    download(true, &rows)
}

#[test]
fn every_part_with_a_long_streak_is_listed() {
    let folder = Folder::new().with("in.csv", months());
    let streak = "streak --month 2017-07 --by chapter --flow imports --all-goods --imports in.csv --no-header";
    // Seven falls of coal, to January, before which nothing is known; three of clothes, from May.
    // The whole falls with coal: from 250 to 239, in July with pig iron to 244, −2.4 %.
    folder
        .run(&format!("{streak} --direction fall --min 6"))
        .gives("
import,27,Mineral fuels,yoy,fall,7,at_least,2017-01,2017-07,2017-01,-10,USD,,\"months: at least 7 months, unknown before 2017-01: no data for 2016-12\"
import,total,,yoy,fall,7,at_least,2017-01,2017-07,2017-07,-2.4,USD,,\"months: at least 7 months, unknown before 2017-01: no data for 2016-12\"
[exit 0]");
    // Nobody reaches eight for sure, but coal may: before January its data end.
    folder
        .run(&format!("{streak} --direction fall --min 8"))
        .gives(
            "
[stderr]
tradecheck: note: 1 streak is not listed: missing data leave open whether it is long enough
[exit 3]",
        );
    // Two rises: none, and none that could be.
    folder
        .run(&format!("{streak} --direction rise --min 2"))
        .gives("\n[exit 1]");
}

const COMTRADE: &str = "freqCode,period,reporterISO,flowCode,partnerCode,partnerISO,partner2Code,cmdCode,customsCode,motCode,netWgt,primaryValue
M,201609,CHN,M,408,PRK,0,TOTAL,C00,0,,150
M,201609,CHN,M,408,PRK,0,27,C00,0,1000,100
M,201609,CHN,M,408,PRK,0,03,C00,0,500,50
M,201609,CHN,M,408,PRK,0,2701,C00,0,1000,100
M,201609,CHN,M,408,PRK,0,270111,C00,0,1000,90
M,201709,CHN,M,408,PRK,0,TOTAL,C00,0,,120
M,201709,CHN,M,408,PRK,0,27,C00,0,900,60
M,201709,CHN,M,408,PRK,0,03,C00,0,600,60
M,201709,CHN,M,408,PRK,0,2701,C00,0,900,60
";

#[test]
fn chapters_of_comtrade_are_never_added_to_what_is_below_them() {
    // 60 − 100 = −40 of 150 is −26.666667 points, 60 − 50 = 10 is 6.666667; together −20 %.
    let folder = Folder::new().with("comtrade.csv", COMTRADE);
    let yoy = "yoy --month 2017-09 --flow imports --no-header comtrade.csv";
    let by_chapter = told(&folder.run(&format!("{yoy} --by chapter")).output());
    for (start, figures) in [
        ("2017-09,import,27,", "100,60,-40,-40,-26.666667,50,"),
        ("2017-09,import,03,", "50,60,10,20,6.666667,50,"),
        ("2017-09,import,total,", "150,120,-30,-20,-20,100,"),
    ] {
        let line = by_chapter.lines().find(|line| line.starts_with(start));
        assert!(line.unwrap().contains(figures), "{by_chapter}");
    }
    folder.run(&format!("{yoy} --by code")).gives(
        "
[stderr]
tradecheck: cannot split by code: the detailed rows are too coarse (codes of 2, 4 and 6 digits)
  help: split by a coarser level, or download the data again with that column
[exit 2]",
    );
    // The platform's own columns are not there either.
    let by_province = told(&folder.run(&format!("{yoy} --by province")).output());
    assert!(
        by_province.contains("cannot split by province: the rows do not state it"),
        "{by_province}"
    );
    // 100 dollars for 1,000 kg, then 60 for 900: 100 and 66.666667 a tonne.
    let coal = told(
        &folder
            .run(&format!("{yoy} --hs 2701 --measure unit-value"))
            .output(),
    );
    assert!(
        coal.starts_with("2017-09,import,2016-09,100,66.666667,-33.333333,-33.333333,"),
        "{coal}"
    );
}

#[test]
fn figures_of_a_good_from_two_newspapers_make_no_month() {
    // January–June 2013 was printed as 270 million dollars by one and January–May as 265 million by
    // another: not 5 million for June, of which data/published-goods.csv has 0 tonnes: nothing.
    tradecheck("series --hs 2709 --flow exports --month 2013-06 --columns month,value,basis")
        .gives(
            "month,value,basis
2013-06,0,printed
[exit 0]",
        );
    tradecheck("series --hs 2709 --measure quantity --flow exports --month 2013-06 --columns month,value,currency")
        .gives(
            "
month,value,currency
2013-06,0,
[exit 0]
",
        );
}

#[test]
fn partners_whose_goods_are_counted_in_other_units_have_no_sum() {
    // A thousand kilograms from one partner, seven sets from another: the values add up, 110 and 220.
    let rows = "
201609 61034300 109 21 10 1000 千克 - - 10
201609 61034300 344 21 10 7    套   - - 100
201709 61034300 109 21 10 1000 千克 - - 20
201709 61034300 344 21 10 7    套   - - 200
";
    let folder = Folder::new().with("in.csv", download(true, rows));
    let both = "--month 2017-09 --partner 109 --partner 344";
    let run = |measure: &str, expected: &str| {
        folder
            .run(&format!("{VALUES} {both} --measure {measure}"))
            .gives(&format!("{expected}\n[exit 0]"));
    };
    run("value", "220,USD,,");
    run("quantity", ",,,value: goods in several units in 2017-09");
    run("unit-value", ",,,value: goods in several units in 2017-09");
}

#[test]
fn the_change_of_a_unit_value_is_that_of_the_quotients() {
    // 100 and 150 dollars for 300,000 pieces each: half as much again.
    let rows = "
201609 61034300 109 21 10 300000 件 - - 100
201709 61034300 109 21 10 300000 件 - - 150
";
    let folder = Folder::new().with("in.csv", download(true, rows));
    folder
        .run("yoy --flow imports --measure unit-value --month 2017-09 --hs 61 --columns yoy_pct --no-header --all-goods --imports in.csv")
        .gives("50\n[exit 0]");
}
