//! The two currencies watch each other: a month whose dollars and yuan imply another rate than that
//! of the time is an older print in one of them.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions".

use crate::program::{Folder, told, tradecheck};

const HEAD: &str = "period,flow,partner,currency,value,unit,released\n";

/// March is the month in doubt; February and April, both flows, stand at 7.00 yuan to the dollar.
/// Dollars of March: 100. Yuan of March: 700 first, 840 a year later. A year after, 126 dollars.
fn revised_in_yuan(last: &str) -> Folder {
    let mut rows = String::from(HEAD);
    for month in ["2023-02", "2023-04"] {
        for flow in ["import", "export"] {
            rows.push_str(&format!("{month},{flow},109,USD,10000,1,{month}-28\n"));
            rows.push_str(&format!("{month},{flow},109,CNY,70000,1,{month}-28\n"));
        }
    }
    rows.push_str("2023-03,export,109,USD,10000,1,2023-04-18\n");
    rows.push_str("2023-03,export,109,CNY,70000,1,2023-04-18\n");
    rows.push_str("2024-03,export,109,USD,12600,1,2024-04-18\n");
    rows.push_str(last);
    Folder::new().with("a.csv", rows)
}

#[test]
fn a_base_revised_in_yuan_alone_is_a_caution_in_dollars() {
    // 84,000 / 10,000 = 8.40, where the rate was 7.00: 84,000 / 7 = 12,000 dollars. 12,600 over it is
    // +5 %, where the prints in hand give +26 %.
    let run = "yoy --month 2024-03 --flow exports --no-header a.csv";
    revised_in_yuan("2023-03,export,109,CNY,84000,1,2024-04-18\n")
        .run(run)
        .gives(
            "
2024-03,export,2023-03,10000,12600,2600,26,,1,rise,2024-03,at_least,USD,,\"base: USD 10,000 and CNY 84,000 imply 8.40 yuan to the dollar, the rate then was about 7.00: an earlier, unrevised figure, at that rate it would be USD 12,000, the change of 2024-03 about +5 %\"
[exit 0]
",
        );
    // The yuan figure is the newer one: nothing is to be said of it.
    let yuan = revised_in_yuan("2023-03,export,109,CNY,84000,1,2024-04-18\n")
        .run("series --month 2023-03 --currency cny --flow exports --columns value,note --no-header a.csv")
        .answer_with_notes();
    assert!(!yuan.contains("imply"), "{yuan}");
}

#[test]
fn what_lies_within_one_per_cent_or_within_rounding_is_no_gap() {
    let told = |yuan: &str| {
        let last = format!("2023-03,export,109,CNY,{yuan},2024-04-18\n");
        let run = "yoy --month 2024-03 --flow exports --no-header a.csv";
        revised_in_yuan(&last).run(run).answer_with_notes()
    };
    // 70,700 / 10,000 = 7.07, which is 1 % off and not more.
    let one_per_cent = told("70700,1");
    assert!(!one_per_cent.contains("imply"), "{one_per_cent}");
    // 7.2 ten thousand is 71,500 to 72,500: the rate is 7.15 at least, off by more than 1 %.
    let further = told("7.2,ten thousand");
    assert!(further.contains("imply 7.20 yuan"), "{further}");
    // 7.1 ten thousand is 70,500 to 71,500: it may be 7.05.
    let rounded = told("7.1,ten thousand");
    assert!(!rounded.contains("imply"), "{rounded}");
}

#[test]
fn dollar_exports_of_january_2025_rest_on_an_older_print() {
    // Million: 888.46 yuan (implied in March 2025) / 155.32 dollars (of March 2024) = 5.72. February
    // 2024: 665.727695 / 93.71 = 7.1041 and 193.875625 / 27.28 = 7.1069; January's imports, revised
    // as well, 231.83 / 34.92 = 6.6389. The middle one is 7.1041: 888.46 / 7.1041 = 125.06.
    // 190.46 / 125.06 − 1 = +52.3 %; in hand +22.6 %, and the office said +55.8 % in yuan.
    let told = tradecheck("yoy --month 2025-01 --flow exports").answer();
    for part in [
        ",22.62426,",
        "base: USD 155.32 million and CNY 888.46 million imply 5.72 yuan to the dollar, the rate then was \
         about 7.10: an earlier, unrevised figure, at that rate it would be USD 125.06 million",
        "the change of 2025-01 about +52 %",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    // A total is made of both.
    let total = tradecheck("yoy --month 2025-01 --flow total").answer();
    let part = "base: rests on an older figure, revised in the other currency";
    assert!(total.contains(part), "{total}");
    // Sums over the month are made of it too.
    let sums = tradecheck("series --month 2024-03 --flow exports --columns roll12,note").answer();
    let part = "roll12: 2024-01 rests on an older figure";
    assert!(sums.contains(part), "{sums}");
    for (lang, part) in [("zh", "当期约为7.10"), ("ko", "당시 환율 약 7.10")] {
        let table = format!("yoy --month 2025-01 --flow exports --format table --lang {lang}");
        let table = tradecheck(&table).answer_with_notes().replace("\n  ", " ");
        assert!(
            table.replace(' ', "").contains(&part.replace(' ', "")),
            "{table}"
        );
    }
    // In yuan the figure is the newer one.
    let yuan = tradecheck("yoy --month 2025-01 --flow exports --currency cny").answer();
    assert!(!yuan.contains("unrevised figure"), "{yuan}");
}

#[test]
fn inspect_lists_the_months_whose_currencies_do_not_go_together() {
    let rows = revised_in_yuan("2023-03,export,109,CNY,84000,1,2024-04-18\n")
        .run("inspect --format csv --columns finding,month,flow,value,against,difference a.csv")
        .answer_with_notes();
    let gaps: Vec<&str> = rows
        .lines()
        .filter(|row| row.contains("currency_gap"))
        .collect();
    assert_eq!(gaps.len(), 1, "{rows}");
    assert!(
        gaps[0].ends_with("currency_gap,2023-03,export,10000,12000,-2000")
            || gaps[0].contains("2023-03"),
        "{rows}"
    );
}

const IN_DOLLARS: &str = "month,partner,hs,imports_usd_mn\n\
                          2016-09,North Korea,27,100\n2017-09,North Korea,27,80\n";
const IN_YUAN: &str = "month,partner,hs,imports_rmb_mn\n\
                       2016-09,Japan,27,1000\n2017-09,Japan,27,900\n";

#[test]
fn dollars_of_one_partner_and_yuan_of_another_are_never_added_up() {
    let folder = Folder::new()
        .with("usd.csv", IN_DOLLARS)
        .with("cny.csv", IN_YUAN);
    let asked = "yoy usd.csv cny.csv --month 2017-09";
    for partners in [
        "--partner 109,116",
        "--partner all",
        "--partner all --by partner",
    ] {
        for goods in ["", "--hs 27"] {
            let run = folder.run(&format!("{asked} {partners} {goods}"));
            let said = told(&run.output());
            assert!(
                said.contains("no figures of Japan (116) in USD: the data have them in CNY only"),
                "{said}"
            );
            assert!(!said.contains("1100000000"), "{said}");
        }
    }
    // Each for itself is answered in its own currency.
    let columns = "--columns base,value,unit --no-header --format csv";
    let alone = folder
        .run(&format!("{asked} --partner 116 {columns}"))
        .answer_with_notes();
    assert!(alone.contains("import,1000000000,900000000,CNY"), "{alone}");
    // With the yuan of both, both are added up in yuan: 700 + 1000, and 560 + 900.
    let north = IN_DOLLARS
        .replace("usd", "rmb")
        .replace(",100", ",700")
        .replace(",80", ",560");
    let folder = folder.with("north.csv", north);
    let both = folder
        .run(&format!(
            "yoy usd.csv cny.csv north.csv --month 2017-09 --partner 109,116 {columns}"
        ))
        .answer_with_notes();
    assert!(both.contains("import,1700000000,1460000000,CNY"), "{both}");
}

#[test]
fn goods_known_in_the_other_currency_alone_are_lacking_from_all_goods() {
    let clothing = IN_YUAN.replace("Japan,27", "North Korea,61");
    let folder = Folder::new()
        .with("usd.csv", IN_DOLLARS)
        .with("cny.csv", clothing);
    let asked = "yoy usd.csv cny.csv --month 2017-09";
    for by in ["", "--by chapter"] {
        let said = told(&folder.run(&format!("{asked} {by}")).output());
        assert!(
            said.contains("no figures of HS 61 in USD: the data have them in CNY only"),
            "{said}"
        );
    }
    let columns = "--columns base,value,unit --no-header --format csv";
    let coal = folder
        .run(&format!("{asked} --hs 27 {columns}"))
        .answer_with_notes();
    assert!(coal.contains("import,100000000,80000000,USD"), "{coal}");
}
