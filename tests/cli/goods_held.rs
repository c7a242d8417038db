//! Zero against missing: goods that a file does not hold are no trade only where it holds the others.

use crate::goods::download;
use crate::program::{Folder, told};

/// One row of a download, in dollars.
fn row(month: &str, code: &str, partner: &str, dollars: &str) -> String {
    format!("{month} {code} {partner} 21 10 1 千克 - - {dollars}\n")
}

const COAL: &str = "27011100";
const CRABS: &str = "03061490";
const CLOTHES: &str = "61034300";

fn file(rows: &[(&str, &str, &str)]) -> Vec<u8> {
    let rows = rows.iter();
    let rows: String = rows
        .map(|(month, code, dollars)| row(month, code, "109", dollars))
        .collect();
    download(false, &rows)
}

/// Value and change of a month a year after 2016-09, and all that was remarked.
fn yoy(folder: &Folder, arguments: &str) -> String {
    let output = folder
        .run(&format!(
            "yoy --month 2017-09 --flow imports --no-header -f csv {arguments}"
        ))
        .output();
    told(&output)
}

/// The line of one part: its base, value, change and yoy.
fn part<'t>(told: &'t str, code: &str) -> Vec<&'t str> {
    let start = format!("2017-09,import,{code},");
    let line = told.lines().find_map(|line| line.strip_prefix(&start));
    let cells = line.unwrap_or_else(|| panic!("{code} is there: {told}"));
    let base = cells.find("2016-09,").expect("the month of the base");
    cells[base + 8..].split(',').take(4).collect()
}

#[test]
fn a_good_without_a_row_is_zero_only_in_files_known_to_hold_all_goods() {
    // No crabs in September 2017 = zero crabs; 3 + 50 = 53 before, 40 now.
    let folder = Folder::new()
        .with(
            "16.csv",
            file(&[("201609", COAL, "50"), ("201609", CRABS, "3")]),
        )
        .with(
            "17.csv",
            file(&[("201709", COAL, "30"), ("201709", CLOTHES, "10")]),
        );
    let told = yoy(&folder, "--by chapter --all-goods --imports 16.csv 17.csv");
    assert_eq!(part(&told, "03"), ["3", "0", "-3", "-100"]);
    assert_eq!(part(&told, "61"), ["0", "10", "10", ""]);
    assert_eq!(part(&told, "total")[..3], ["53", "40", "-13"]);
    // Two chapters in a file are no evidence: a query for two chapters looks the same.
    let told = yoy(&folder, "--by chapter --imports 16.csv 17.csv");
    assert_eq!(part(&told, "03"), ["3", "", "", ""]);
    assert_eq!(part(&told, "61"), ["", "10", "", ""]);
    assert_eq!(part(&told, "27"), ["50", "30", "-20", "-40"]);
    let why =
        "no row in a file not known to hold all goods, for 2017-09 (`--all-goods` where it does)";
    assert!(told.contains(why), "{told}");
}

#[test]
fn a_file_of_one_chapter_tells_nothing_of_others() {
    // Coal of both months, crabs of the later one alone: no change of the two together, which
    // would be 100 → 40 + 77, +17 %.
    let folder = Folder::new()
        .with(
            "coal.csv",
            file(&[("201609", COAL, "100"), ("201709", COAL, "40")]),
        )
        .with("crabs.csv", file(&[("201709", CRABS, "77")]));
    let inputs = "--imports coal.csv crabs.csv";
    let by_chapter = yoy(&folder, &format!("--by chapter {inputs}"));
    assert_eq!(part(&by_chapter, "27"), ["100", "40", "-60", "-60"]);
    assert_eq!(part(&by_chapter, "03"), ["", "77", "", ""]);
    assert_eq!(part(&by_chapter, "total"), ["", "117", "", ""]);
    let why = "imports of 2016-09 are incomplete: their files have no row of HS 03";
    assert!(by_chapter.contains(why), "{by_chapter}");
    let both = yoy(&folder, &format!("--hs 03,27 {inputs}"));
    assert!(both.starts_with("2017-09,import,2016-09,,117,,,"), "{both}");
    assert!(both.contains(why), "{both}");
    let coal = yoy(&folder, &format!("--hs 27 {inputs}"));
    assert!(
        coal.starts_with("2017-09,import,2016-09,100,40,-60,-60,"),
        "{coal}"
    );
    // A sum of all goods that lacks what another file has is no sum of all.
    let all = yoy(&folder, inputs);
    assert!(all.starts_with("2017-09,import,2016-09,,117,,,"), "{all}");
    assert!(all.contains("base: no data of HS 03 for 2016-09"), "{all}");
}

#[test]
fn a_month_without_a_chapter_that_its_file_has_in_others_is_no_sum() {
    // Coal 50 and crabs 3 in September 2016; a year later coal alone: 30 is not the sum of both.
    let rows = [
        ("201609", COAL, "50"),
        ("201609", CRABS, "3"),
        ("201709", COAL, "30"),
    ];
    let (coal, crabs): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.1 == COAL);
    let folder = Folder::new()
        .with("both.csv", file(&rows))
        .with("coal.csv", file(&coal))
        .with("crabs.csv", file(&crabs));
    // Whatever is cut into files, and whoever is asked for.
    for files in ["both.csv", "coal.csv crabs.csv"] {
        for partner in ["", "--partner all"] {
            let told = yoy(&folder, &format!("{partner} --imports {files}"));
            assert!(told.contains("2017-09,import,2016-09,53,,,"), "{told}");
            assert!(told.contains("HS 03"), "{told}");
            let whole = format!("{partner} --all-goods --imports {files}");
            let told = yoy(&folder, &whole);
            // 30 for 53.
            assert!(told.contains(",53,30,-23,-43.396226,"), "{told}");
        }
    }
    // Ten chapters in the month are taken to be all of them: coal and nine others at a dollar each.
    let mut many = "month,flow,code,currency,value,unit\n".to_owned();
    for (month, code, value) in [
        ("2016-09", "27", 50),
        ("2016-09", "03", 3),
        ("2017-09", "27", 30),
    ] {
        many.push_str(&format!("{month},import,{code},USD,{value},1\n"));
    }
    for chapter in 80..89 {
        for month in ["2016-09", "2017-09"] {
            many.push_str(&format!("{month},import,{chapter},USD,1,1\n"));
        }
    }
    let folder = folder.with("many.csv", many);
    let told = yoy(&folder, "many.csv");
    // 30 + 9 for 50 + 3 + 9.
    assert!(told.contains(",62,39,-23,-37.096774,"), "{told}");
    // A large download is added up block by block: 500 kinds of coal at a dollar in each September,
    // and crabs in the first alone.
    let mut large =
        "\"Date of data\",\"Trading partner code\",\"Commodity code\",\"US dollar\",\n".to_owned();
    for month in ["201609", "201709"] {
        for kind in 27_010_001..27_010_501 {
            large.push_str(&format!("\"{month}\",\"109\",\"{kind}\",\"1\",\n"));
        }
    }
    large.push_str(&format!("\"201609\",\"109\",\"{CRABS}\",\"25\",\n"));
    let folder = folder.with("large.csv", large);
    for partner in ["", "--partner all"] {
        let told = yoy(&folder, &format!("{partner} --imports large.csv"));
        assert!(told.contains("2017-09,import,2016-09,525,,,"), "{told}");
        let whole = yoy(
            &folder,
            &format!("{partner} --all-goods --imports large.csv"),
        );
        assert!(whole.contains(",525,500,-25,-4.761905,"), "{whole}");
    }
    // A few chapters whose rows come to the published total are all that there was: imports of
    // September 2020 were published as 1.936 million dollars.
    let rows = [
        ("202008", COAL, "900"),
        ("202008", CRABS, "100"),
        ("202009", COAL, "1936000"),
    ];
    let folder = folder.with("total.csv", file(&rows));
    let output = folder
        .run("series --month 2020-09 --flow imports --columns value -f csv --imports total.csv")
        .output();
    let told = self::told(&output);
    assert!(told.starts_with("value\n1936000\n"), "{told}");
}

#[test]
fn a_group_is_no_figure_of_one_of_its_chapters() {
    // Chapter 61 alone is not textiles.
    let rows = [("201609", CLOTHES, "15"), ("201709", CLOTHES, "18")];
    let folder = Folder::new().with("61.csv", file(&rows));
    let told = yoy(&folder, "--group textiles --imports 61.csv");
    assert!(told.starts_with("2017-09,import,2016-09,,,,,"), "{told}");
    assert!(
        told.contains("their files have no row of HS 50, 51"),
        "{told}"
    );
}

#[test]
fn a_cut_file_tells_nothing_of_what_it_lacks() {
    // Quantities tell the rows apart: equal ones would count once.
    let line = |code, kilograms| format!("201709 {code} 109 21 10 {kilograms} 千克 - - 1\n");
    let half = |code| -> String { (1..=5_000).map(|kilograms| line(code, kilograms)).collect() };
    let cut = download(false, &(half(COAL) + &half(CLOTHES)));
    let before = [("201609", COAL, "50"), ("201609", CRABS, "3")];
    let folder = Folder::new()
        .with("cut.csv", cut)
        .with("16.csv", file(&before));
    let told = yoy(&folder, "--by chapter --imports cut.csv 16.csv");
    assert!(told.contains("cut.csv: exactly 10,000 rows"), "{told}");
    assert_eq!(part(&told, "03"), ["3", "", "", ""]);
    assert_eq!(part(&told, "27"), ["50", "5000", "4950", "9900"]);
    // Nor does a file of two chapters tell of clothes, which another input of the flow holds.
    assert_eq!(part(&told, "total"), ["", "", "", ""]);
}

#[test]
fn a_file_of_one_partner_tells_nothing_of_others() {
    // North Korea in both months, Russia in the later one: no change of all, which would be
    // 100 → 40 + 60, none at all.
    let both = [
        ("201609", COAL, "100"),
        ("201609", CRABS, "1"),
        ("201709", COAL, "40"),
    ];
    let russia = row("201709", COAL, "344", "60");
    let folder = Folder::new()
        .with("kp.csv", file(&both))
        .with("ru.csv", download(false, &russia));
    let told = yoy(
        &folder,
        "--hs 27 --by partner --partner all --imports kp.csv ru.csv",
    );
    assert_eq!(part(&told, "344"), ["", "60", "", ""]);
    assert_eq!(part(&told, "109"), ["100", "40", "-60", "-60"]);
    assert_eq!(part(&told, "total"), ["", "100", "", ""]);
    let all = yoy(&folder, "--partner all --imports kp.csv ru.csv");
    assert!(all.contains("their files have no row of Russia"), "{all}");
}

#[test]
fn a_file_of_other_goods_is_no_zero_of_these_by_partner() {
    // Two partners in each file, but coal in one and crabs in the other.
    let of =
        |month: &str, code: &str| row(month, code, "109", "10") + &row(month, code, "344", "20");
    let folder = Folder::new()
        .with("coal.csv", download(false, &of("201609", COAL)))
        .with("crabs.csv", download(false, &of("201709", CRABS)));
    let told = yoy(
        &folder,
        "--hs 27 --by partner --partner all --imports coal.csv crabs.csv",
    );
    // September 2017 has no coal in a file that may hold none: no fall of 100 %.
    assert_eq!(part(&told, "109"), ["10", "", "", ""]);
    assert_eq!(part(&told, "total"), ["30", "", "", ""]);
}

#[test]
fn what_one_currency_holds_says_nothing_of_the_other() {
    // In dollars coal alone; the crabs of 2016-09 are in yuan and no dollars.
    let rows = "period,flow,code,currency,value,unit
2016-09,import,2701,USD,100,1
2016-09,import,0306,CNY,300,1
2017-09,import,2701,USD,40,1
2017-09,import,6103,CNY,900,1
";
    let folder = Folder::new()
        .with("mine.csv", rows)
        .with("crabs.csv", file(&[("201709", CRABS, "77")]));
    let inputs = "mine.csv --imports crabs.csv";
    let told = yoy(&folder, &format!("--hs 03 --currency usd {inputs}"));
    assert!(told.starts_with("2017-09,import,2016-09,,77,,,"), "{told}");
    let told = yoy(
        &folder,
        &format!("--by chapter --hs 03,61 --currency cny {inputs}"),
    );
    assert_eq!(part(&told, "03"), ["300", "", "", ""]);
}

#[test]
fn what_had_not_been_released_says_nothing() {
    // By the end of 2016 coal alone had been released; the release of 2018 holds two chapters.
    let rows = "period,flow,code,currency,value,unit,released
2016-09,import,2701,USD,100,1,2016-10-23
2016-09,import,0306,USD,30,1,2018-10-23
";
    let folder = Folder::new().with("mine.csv", rows);
    let told = told(
        &folder
            .run("series --flow imports --hs 03 --as-of 2016-12-31 mine.csv")
            .output(),
    );
    assert!(told.ends_with("[exit 2]\n"), "{told}");
}

#[test]
fn a_release_of_goods_is_no_zero_in_details_that_lack_them() {
    // The details have coal and crabs and no iron ore, of which the office told 1,000.
    let rows = "period,flow,code,currency,value,unit,released
2016-09,import,2701,USD,100,1,
2016-09,import,0306,USD,30,1,
2017-09,import,2701,USD,90,1,
2017-09,import,0306,USD,30,1,
2017-09,import,2601,USD,1000,1,2017-10-23
";
    let folder = Folder::new().with("mine.csv", rows);
    let ore = yoy(&folder, "--hs 2601 mine.csv");
    assert!(ore.starts_with("2017-09,import,2016-09,,1000,,,"), "{ore}");
    // Nor does the release get into the total of the details: 130, then 120.
    let all = yoy(&folder, "mine.csv");
    assert!(
        all.starts_with("2017-09,import,2016-09,130,120,-10,-7.692308,"),
        "{all}"
    );
}

#[test]
fn parts_that_coarser_rows_exceed_are_said() {
    // Chapters come to 150, the headings below them to 120.
    let rows = "period,flow,code,currency,value,unit
2017-09,import,27,USD,100,1
2017-09,import,03,USD,50,1
2017-09,import,2701,USD,100,1
2017-09,import,0306,USD,20,1
";
    let folder = Folder::new().with("mine.csv", rows);
    let output = folder
        .run("series --flow imports --by heading --columns value,note mine.csv")
        .output();
    let told = told(&output);
    let why = "the parts sum to USD 120, less detailed rows of the same trade to USD 150";
    assert!(told.contains(why), "{told}");
}

#[test]
fn rows_that_a_later_download_dropped_are_said() {
    // The later download has the coal under another code: 100 of it are counted twice.
    let first = [("201709", CRABS, "30"), ("201709", COAL, "100")];
    let later = [("201709", CRABS, "30"), ("201709", "72011000", "100")];
    let folder = Folder::new()
        .with("a.csv", file(&first))
        .with("b.csv", file(&later));
    let output = folder
        .run("series --flow imports --month 2017-09 --columns value --no-header --imports a.csv b.csv")
        .output();
    let told = told(&output);
    assert!(told.starts_with("230\n"), "{told}");
    let why = "imports of 2017-09: several files share rows and each has rows that the others lack (2 in all)";
    assert!(told.contains(why), "{told}");
}

#[test]
fn a_part_that_a_later_download_changed_is_told_with_its_whole() {
    let of = |coal| [("201709", CRABS, "30"), ("201709", COAL, coal)];
    let folder = Folder::new()
        .with("a.csv", file(&of("100")))
        .with("b.csv", file(&of("90")));
    folder
        .run("series --flow imports --month 2017-09 --by chapter --columns code,name,value,note --no-header --imports a.csv b.csv")
        .gives(
            "
03,Fish and shellfish,30,
27,Mineral fuels,90,\"value: 2017-09 revised from USD 100 to USD 90, as in the file named later\"
total,,120,\"value: 2017-09 revised from USD 130 to USD 120, as in the file named later\"
[stderr]
tradecheck: note: every row is of province 21, trade mode 10: these are figures of that, not of all trade
tradecheck: note: 1 row was found in several files with different values: the later release was used, or, where none is dated, the file named later
tradecheck: note: b.csv was taken over a.csv, which differs: no release date tells which is later, and nothing but their order said so
[exit 0]
",
        );
}

#[test]
fn a_quarter_names_every_month_that_is_missing() {
    // Of the whole, September 2016 is not known for want of crabs; July and August are not there.
    let folder = Folder::new()
        .with(
            "coal.csv",
            file(&[("201609", COAL, "100"), ("201709", COAL, "40")]),
        )
        .with("crabs.csv", file(&[("201709", CRABS, "77")]));
    let output = folder
        .run("yoy --period 2017-Q3 --flow imports --by chapter --no-header --imports coal.csv crabs.csv")
        .output();
    let told = told(&output);
    let total = told.lines().find(|line| line.contains("import,total,"));
    let why = "base: no data of HS 03 for 2016-09;";
    assert!(total.is_some_and(|line| line.contains(why)), "{told}");
}

/// What each file lacks of a month may be in another: together they meet the published total
/// (145.82 million), or hold ten chapters of the month as one download does.
#[test]
fn files_that_hold_all_goods_together_are_summed() {
    let head = "month,hs,imports_usd\n";
    let coal = "2016-09,2701,100000000\n2016-09,2601,50000000\n2017-09,2701,100000000\n";
    let iron = |value: &str| format!("{head}2016-09,7201,84800000\n2017-09,7201,{value}\n");
    let pieces = |parity: u32| {
        let rows = |month: &str, last: u32| -> String {
            let own = (1..=last).filter(|chapter| chapter % 2 == parity);
            own.map(|chapter| format!("{month},{chapter:02}01,1000000\n"))
                .collect()
        };
        format!("{head}{}{}", rows("2016-09", 13), rows("2017-09", 11))
    };
    let folder = Folder::new()
        .with("coal.csv", format!("{head}{coal}"))
        .with("iron.csv", iron("45820000"))
        .with("less.csv", iron("45000000"))
        .with("odd.csv", pieces(1))
        .with("even.csv", pieces(0));
    let value = |files: &str| {
        let csv = folder
            .run(&format!(
                "series --month 2017-09 --flow imports --columns month,value {files}"
            ))
            .answer_with_notes();
        csv.lines().nth(1).unwrap_or_default().to_owned()
    };
    assert_eq!(value("coal.csv iron.csv"), "2017-09,145820000");
    assert_eq!(value("coal.csv less.csv"), "2017-09,");
    assert_eq!(value("odd.csv even.csv"), "2017-09,11000000");
}

/// A good without trade in either year keeps its row where it was asked for by name.
#[test]
fn goods_asked_for_by_name_keep_their_row() {
    let rows = |chapters: &[u32]| {
        let months = ["2016-09", "2017-09"];
        let of_month = |month: &str| -> String {
            let rows = chapters.iter();
            rows.map(|chapter| format!("{month},{chapter:02}01,1000000\n"))
                .collect()
        };
        format!(
            "month,hs,imports_usd\n{}{}",
            of_month(months[0]),
            of_month(months[1])
        )
    };
    // Twelve chapters are taken for all goods, two are not.
    let folder = Folder::new()
        .with(
            "many.csv",
            rows(&[8, 26, 27, 28, 39, 44, 61, 62, 71, 72, 85, 87]),
        )
        .with("few.csv", rows(&[27, 72]));
    let asked = |what: &str| {
        let command = "yoy --month 2017-09 --flow imports --columns code,base,value";
        let csv = folder.run(&format!("{command} {what}")).answer_with_notes();
        let lines = csv.lines().skip(1).map(str::to_owned);
        lines
            .filter(|line| line.starts_with(|one: char| one.is_ascii_alphanumeric()))
            .collect::<Vec<_>>()
    };
    for (what, key) in [
        ("--by chapter --hs 27,03", "03"),
        ("--by group --group coal,seafood", "seafood"),
    ] {
        let many = asked(&format!("{what} many.csv"));
        assert!(many.contains(&format!("{key},0,0")), "{many:?}");
        let few = asked(&format!("{what} few.csv"));
        assert!(few.contains(&format!("{key},,")), "{few:?}");
    }
}
