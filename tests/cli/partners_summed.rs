//! Partners added up, whoever names them: a partner without a figure makes the sum missing, a row
//! that comes to the sum of all others is none, and the two currencies watch the sum as well.

use crate::program::Folder;

const PUBLISHED: &str = "period,flow,partner,currency,value,unit\n";
const DOWNLOAD: &str =
    "\"Date of data\",\"Trading partner code\",\"Commodity code\",\"US dollar\",\n";

/// Partners with their values in both months; the last row is left out where `lacks`.
fn published(lacks: bool) -> String {
    let rows = ["2016-09", "2017-09"].into_iter().flat_map(|month| {
        [("109", 100), ("133", 1000), ("116", 50)]
            .map(|(partner, value)| format!("{month},import,{partner},usd,{value},1\n"))
    });
    let rows: Vec<String> = rows.collect();
    PUBLISHED.to_owned() + &rows[..rows.len() - usize::from(lacks)].concat()
}

fn download(partners: &[&str], lacks: bool) -> String {
    let rows = ["201609", "201709"].into_iter().flat_map(|month| {
        let row = move |partner: &&str| format!("\"{month}\",\"{partner}\",\"27011100\",\"10\",\n");
        partners.iter().map(row)
    });
    let rows: Vec<String> = rows.collect();
    DOWNLOAD.to_owned() + &rows[..rows.len() - usize::from(lacks)].concat()
}

/// Base, value and note of September 2017.
fn answer(text: &str, arguments: &str) -> String {
    let ask =
        "yoy --month 2017-09 --flow imports --columns base,value,note --no-header --format csv";
    let folder = Folder::new().with("a.csv", text);
    folder
        .run(&format!("{ask} {arguments}"))
        .answer_with_notes()
}

#[test]
fn one_rule_holds_for_all_partners_and_for_those_that_are_named() {
    let three = ["109", "133", "116"];
    let lacking = ",value: no data of Japan for 2017-09";
    for (text, arguments, begins) in [
        (
            published(false),
            "a.csv --partner all",
            "1150,1150,".to_owned(),
        ),
        (
            published(true),
            "a.csv --partner all",
            format!("1150,{lacking}"),
        ),
        (
            published(true),
            "a.csv --partner 109 --partner 116",
            format!("150,{lacking}"),
        ),
        (
            download(&three, false),
            "--imports a.csv --partner all",
            "30,30,".to_owned(),
        ),
        (
            download(&three, true),
            "--imports a.csv --partner all",
            format!("30,{lacking}"),
        ),
        (
            download(&three, true),
            "--imports a.csv --partner 109 --partner 116",
            format!("20,{lacking}"),
        ),
        // What the user says of the files settles it, and so do rows of many partners.
        (
            download(&three, true),
            "--imports a.csv --partner all --all-partners",
            "30,20,".to_owned(),
        ),
        (
            download(
                &[
                    "109", "133", "110", "111", "112", "113", "114", "115", "117", "118", "116",
                ],
                true,
            ),
            "--imports a.csv --partner all",
            "110,100,".to_owned(),
        ),
    ] {
        let told = answer(&text, arguments);
        assert!(told.starts_with(&begins), "{arguments}: {told}\n{text}");
    }
}

#[test]
fn a_name_on_no_list_that_comes_to_the_sum_of_the_others_is_a_total() {
    let table = |name: &str, sum: [u32; 2]| {
        format!(
            "month,country,imports_usd_mn\n2016-09,North Korea,100\n2016-09,Japan,200\n2016-09,{name},{}\n2017-09,North Korea,110\n2017-09,Japan,210\n2017-09,{name},{}\n",
            sum[0], sum[1]
        )
    };
    for name in ["其他国家", "Other countries", "기타국가"] {
        let run = |sum, arguments: &str| {
            let ask = "yoy --month 2017-09 --flow imports --partner all --columns base,value --no-header --format csv";
            let folder = Folder::new().with("a.csv", table(name, sum));
            let output = folder.run(&format!("{ask} {arguments} a.csv")).output();
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            (String::from_utf8_lossy(&output.stdout).into_owned(), said)
        };
        let (told, said) = run([300, 320], "");
        assert!(told.is_empty() && said.contains(name), "{told}{said}");
        assert!(said.contains("the sum of all the others"), "{said}");
        assert_eq!(run([300, 320], "--all-partners").0, "600000000,640000000\n");
        assert_eq!(run([30, 32], "").0, "330000000,352000000\n");
    }
}

#[test]
fn published_figures_are_split_by_partner() {
    let ask = "yoy --month 2017-09 --flow imports --partner all --by partner --columns code,base,value --no-header --format csv a.csv";
    let text =
        published(false).replace("2017-09,import,133,usd,1000", "2017-09,import,133,usd,900");
    let told = Folder::new()
        .with("a.csv", text)
        .run(ask)
        .answer_with_notes();
    for row in ["109,100,100", "116,50,50", "133,1000,900"] {
        assert!(told.contains(row), "{told}");
    }
}

#[test]
fn the_currencies_watch_the_sum_of_partners_too() {
    // A rate of 7, but for one figure in dollars that is 55 % too high and an older print.
    let mut text = "period,flow,partner,currency,value,unit,released\n".to_owned();
    for year in [2016, 2017] {
        for month in 1..=12 {
            for partner in ["109", "133"] {
                let is_old = (year, month, partner) == (2016, 9, "109");
                let (dollars, yuan) = if is_old {
                    (155_000, 700_001)
                } else {
                    (100_000, 700_000)
                };
                let day = if is_old { "2017-10-23" } else { "2016-10-23" };
                text += &format!(
                    "{year}-{month:02},import,{partner},usd,{dollars},thousand,2016-10-23\n"
                );
                text += &format!("{year}-{month:02},import,{partner},cny,{yuan},thousand,{day}\n");
            }
        }
    }
    for arguments in [
        "--partner 109",
        "--partner 109 --partner 133",
        "--partner all",
    ] {
        let told = answer(&text, &format!("a.csv --currency usd {arguments}"));
        assert!(told.contains("unrevised figure"), "{arguments}: {told}");
    }
}

#[test]
fn a_partner_without_a_figure_is_zero_where_all_partners_are_there() {
    // 200 + 3000 + 50 before; 100 + 4000 now, and none of Mongolia.
    let table = |mongolia: &str| {
        format!(
            "month,partner,flow,value_usd_mn\n2016-09,North Korea,import,200\n2016-09,Russia,import,3000\n\
             2016-09,Mongolia,import,50\n2017-09,North Korea,import,100\n2017-09,Russia,import,4000\n{mongolia}"
        )
    };
    let (absent, open) = (table(""), table("2017-09,Mongolia,import,..\n"));
    for (text, arguments, begins) in [
        (&absent, "a.csv --partner all", "3250000000,,"),
        (
            &absent,
            "a.csv --partner all --all-partners",
            "3250000000,4100000000,26.153846",
        ),
        (
            &absent,
            "a.csv --partner Mongolia --partner Russia --all-partners",
            "3050000000,4000000000,31.147541",
        ),
        // What a cell leaves open is no zero.
        (&open, "a.csv --partner all --all-partners", "3250000000,,"),
    ] {
        let folder = Folder::new().with("a.csv", text);
        let given = format!(
            "yoy --month 2017-09 --flow imports --columns base,value,yoy_pct -f csv --no-header {arguments}"
        );
        let output = folder.run(&given).output();
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(told.starts_with(begins), "{arguments}: {told}\n{text}");
    }
}

/// Of two partners one has no row in September 2017: with `--all-partners` that is no trade, in the
/// sum and in each of its parts alike.
#[test]
fn parts_of_a_sum_of_partners_add_up_where_one_has_no_rows() {
    let folder = Folder::new().with("a.csv", download(&["109", "133"], true));
    let command = "series --month 2017-09 --flow imports --imports a.csv --partner 109 --partner 133 --by chapter --all-goods";
    let values = |all: &str| -> Vec<String> {
        let run = folder.run(&format!("{command} {all} --columns code,value --no-header"));
        let csv = run.answer_with_notes();
        let rows = csv.lines().take_while(|line| *line != "[stderr]");
        rows.map(str::to_owned).collect()
    };
    assert_eq!(values("--all-partners"), ["27,10", "total,10"]);
    assert_eq!(values(""), ["27,", "total,"]);
}

/// Rows that add up to the published total of a month hold all goods, however the partner was asked
/// for: with one partner in the files, all partners are that one.
#[test]
fn the_only_partner_has_all_goods_where_its_rows_meet_the_published_total() {
    let root = env!("CARGO_MANIFEST_DIR");
    let folder = Folder::new();
    let files = format!("--imports {root}/examples/imports --exports {root}/examples/exports");
    let add = folder.run(&format!("archive add {files} --to kept"));
    assert_eq!(add.output().status.code(), Some(0));
    for (goods, value) in [("", "145820000"), ("--hs 27", "44385000"), ("--hs 03", "0")] {
        for input in [&files[..], "--data kept"] {
            for partner in ["109", "all"] {
                let run = folder.run(&format!(
                    "yoy {input} --month 2017-09 --flow imports {goods} --partner {partner} --columns value -f csv --no-header"
                ));
                let output = run.output();
                let told = String::from_utf8_lossy(&output.stdout).into_owned();
                let asked = format!("{input} {partner} {goods}");
                assert_eq!(told, format!("{value}\n"), "{asked}");
            }
        }
    }
    // Rows that come to another amount prove nothing: 146.02 million instead of 145.82.
    let short = std::fs::read_to_string(format!("{root}/examples/imports/imports-2017.csv"));
    let short = short
        .expect("an example")
        .replace("44,000,000", "44,200,000");
    let folder = folder.with("short.csv", short);
    let run = folder.run(&format!(
        "yoy --imports short.csv {root}/examples/imports/imports-2016.csv --month 2017-09 --flow imports --partner all --columns value -f csv --no-header"
    ));
    let told = String::from_utf8_lossy(&run.output().stdout).into_owned();
    assert_eq!(told, "\"\"\n");
}
