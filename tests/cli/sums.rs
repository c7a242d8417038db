//! Sums that lack a part are missing, and titles promise no more partners than there are.

use crate::program::{Folder, told};

const HEAD: &str = "Date of data,Trading partner code,Commodity code,US dollar,\n";
const YOY: &str = "yoy --month 2017-09 --flow imports --columns base,value --no-header -f csv";

fn download(rows: &[(&str, &str, &str, u32)]) -> String {
    let rows = rows
        .iter()
        .map(|(month, partner, code, dollars)| format!("{month},{partner},{code},{dollars},\n"));
    HEAD.to_owned() + &rows.collect::<String>()
}

/// Base and value, and all that was remarked.
#[track_caller]
fn gives(folder: &Folder, arguments: &str, expected: &str) -> String {
    let output = folder.run(&format!("{YOY} {arguments}")).output();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    let found = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(found.trim_end(), expected, "{errors}");
    errors
}

/// Twelve chapters in both months, a hundred dollars each.
fn twelve_chapters() -> String {
    let codes: Vec<String> = (1..=12)
        .map(|chapter| format!("{chapter:02}010000"))
        .collect();
    let of = |month| codes.iter().map(move |code| (month, "109", &**code, 100));
    download(&of("201609").chain(of("201709")).collect::<Vec<_>>())
}

#[test]
fn a_whole_that_lacks_a_chapter_of_another_file_is_missing() {
    // 12 × 100 + 5 before; in 2017 nobody knows what of chapter 72 there was.
    let steel = download(&[("201609", "109", "72011000", 5)]);
    let two = [
        ("201609", "109", "27011100", 10),
        ("201609", "109", "03061490", 5),
    ];
    let two_later = [
        ("201709", "109", "27011100", 8),
        ("201709", "109", "03061490", 6),
    ];
    let two = download(&[two, two_later].concat());
    for (file, sums) in [(twelve_chapters(), "1205,1200"), (two, "20,14")] {
        let folder = Folder::new().with("a.csv", file).with("steel.csv", &steel);
        let (base, value) = sums.split_once(',').expect("two sums");
        gives(&folder, "--imports a.csv steel.csv", &format!("{base},"));
        gives(
            &folder,
            "--all-goods --imports a.csv steel.csv",
            &format!("{base},{value}"),
        );
    }
}

#[test]
fn files_of_a_month_each_with_many_chapters_need_not_have_the_same() {
    // A year apart, and each with more chapters than a query for some would have.
    let both = twelve_chapters();
    let of = |month: &str, but: &str| {
        let rows = both.lines().filter(|line| line.starts_with(month));
        let rows = rows.filter(|line| !line.contains(but));
        HEAD.to_owned() + &rows.map(|line| format!("{line}\n")).collect::<String>()
    };
    let folder = Folder::new()
        .with("2016.csv", of("201609", ",03010000,"))
        .with("2017.csv", of("201709", ",05010000,"));
    gives(&folder, "--imports 2016.csv 2017.csv", "1100,1100");
}

#[test]
fn published_figures_of_one_partner_and_details_of_others_are_one_sum() {
    // South Korea's 100 and 90 in rows of goods, North Korea's 12 and 9 as published.
    let rows = [
        ("201609", "133", "27011100", 100),
        ("201709", "133", "27011100", 90),
        ("201609", "109", "27011100", 12),
        ("201709", "109", "27011100", 9),
    ];
    let ours = "period,flow,partner,currency,value,unit\n\
                2016-09,import,109,USD,12,1\n2017-09,import,109,USD,9,1\n";
    let folder = Folder::new()
        .with("t.csv", ours)
        .with("i.csv", download(&rows));
    let asked = "--partner all t.csv --imports i.csv";
    gives(&folder, &format!("{asked} --all-goods"), "112,99");
    // Nothing shows that South Korea's rows are all its goods.
    gives(&folder, asked, ",");
    // Without a row of South Korea there is no sum of the two.
    let folder = Folder::new()
        .with("t.csv", ours)
        .with("i.csv", download(&rows[1..2]));
    gives(&folder, &format!("{asked} --all-goods"), ",99");
}

#[test]
fn totals_and_groups_under_any_name_are_no_partners() {
    for name in [
        "World",
        "TOTAL WORLD",
        "\"Asia, total\"",
        "Of which: ASEAN",
        "Extra-EU",
        "Advanced economies",
    ] {
        let rows = [("2016-09", 400, 600), ("2017-09", 300, 800)];
        let rows = rows.iter().map(|(month, north, japan)| {
            let sum = north + japan;
            format!("{month},{name},{sum}\n{month},North Korea,{north}\n{month},Japan,{japan}\n")
        });
        let text = "month,partner,imports_usd\n".to_owned() + &rows.collect::<String>();
        let folder = Folder::new().with("t.csv", text);
        gives(&folder, "--partner all --file-unit 1 t.csv", "1000,1100");
    }
    // A total under the code of a partner is a total all the same.
    let head = "Date of data,Trading partner code,Trading partner,Commodity code,US dollar,\n";
    let rows = ["201609", "201709"].map(|month| {
        format!(
            "{month},142,总值,27011100,1000,\n{month},109,朝鲜,27011100,400,\n{month},116,日本,27011100,600,\n"
        )
    });
    let folder = Folder::new().with("i.csv", head.to_owned() + &rows.concat());
    gives(&folder, "--partner all --imports i.csv", "1000,1000");
}

#[test]
fn a_title_says_all_partners_only_where_that_is_so() {
    let rows =
        "2016-09,North Korea,400\n2016-09,Japan,600\n2017-09,North Korea,300\n2017-09,Japan,800\n";
    let head = "month,partner,imports_usd\n";
    let world = "2016-09,World,1000\n2017-09,World,1100\n";
    for (text, options, whose) in [
        (rows.to_owned(), "", "the 2 partners in the data"),
        (rows.to_owned(), " --all-partners", "all partners"),
        (format!("{rows}{world}"), "", "all partners"),
        // Where the World has one flow alone, the other is that of the partners.
        (
            format!("{rows}{world}").replace(",World,", ",World,export,"),
            "",
            "the 2 partners in the data",
        ),
    ] {
        let (head, text) = match text.contains("export") {
            true => (
                "month,partner,flow,value_usd\n",
                text.replace(",World,export", ",World;export")
                    .replace("Korea,", "Korea,import,")
                    .replace("Japan,", "Japan,import,")
                    .replace(';', ","),
            ),
            false => (head, text),
        };
        let folder = Folder::new().with("t.csv", head.to_owned() + &text);
        let run = format!(
            "yoy --month 2017-09 --flow imports -f table --partner all{options} --file-unit 1 t.csv"
        );
        let table = folder.run(&run).answer_with_notes();
        let title = format!("China's trade with {whose}, 2017-09");
        assert!(table.starts_with(&title), "{table}");
    }
}

#[test]
fn rows_of_the_world_that_contradict_each_other_are_refused() {
    // Two values of World in one file: the sum of the partners beside them is no answer.
    let rows = "month,flow,partner,value_usd\n2016-09,import,World,1000\n2016-09,import,World,2000\n\
                2017-09,import,World,3000\n2016-09,import,Japan,200\n2017-09,import,Japan,300\n";
    let folder = Folder::new().with("t.csv", rows);
    let run = folder.run("yoy --month 2017-09 --partner all --file-unit 1 t.csv");
    let output = run.output();
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("t.csv:3"), "{}", told(&output));
}

#[test]
fn a_sum_keeps_the_rounding_of_its_rows() {
    let head = "month,flow,partner,hs,value_usd_mn\n";
    let rows = "2016-09,import,North Korea,27,0.1\n2016-09,import,North Korea,26,0.2\n\
                2017-09,import,North Korea,27,0.4\n2017-09,import,North Korea,26,0.2\n";
    let folder = Folder::new().with("own.csv", format!("{head}{rows}"));
    // Two rows of half a unit each: 0.5 to 0.7 million; the base 0.2 to 0.4 million, so that the
    // change is between 0.5/0.4 − 1 and 0.7/0.2 − 1.
    let brief = folder.run("brief own.csv --month 2017-09 --all-goods -f csv");
    let stdout = brief.answer_with_notes();
    assert!(
        stdout.contains("\nyoy,import,2017-09,100,25,250,%\n"),
        "{stdout}"
    );
    assert!(
        stdout.contains("\nvalue,import,2017-09,600000,500000,700000,USD\n"),
        "{stdout}"
    );
}

#[test]
fn sums_that_agree_within_the_rounding_of_their_rows_are_no_contradiction() {
    let head = "month,flow,partner,hs,value_usd_mn\n";
    // 0.1 and 0.2, each by 0.05, are 0.2 to 0.4; two of 0.1 are 0.1 to 0.3, and 0.3 is 0.25 at
    // least.
    for (total, rows, code) in [
        ("0.35", "27,0.1 26,0.2", 0),
        ("0.45", "27,0.1 26,0.2", 1),
        ("", "27,0.3 27011100,0.1 27011200,0.1", 0),
        ("", "27,0.5 27011100,0.1 27011200,0.1", 1),
    ] {
        let rows = rows
            .split(' ')
            .map(|row| format!("2017-09,import,North Korea,{row}\n"));
        let mut folder = Folder::new().with("own.csv", head.to_owned() + &rows.collect::<String>());
        if !total.is_empty() {
            let total =
                format!("month,flow,partner,value_usd_mn\n2017-09,import,North Korea,{total}\n");
            folder = folder.with("total.csv", total);
        }
        let output = folder.run("inspect --check .").output();
        assert_eq!(output.status.code(), Some(code), "{output:?}");
    }
}

#[test]
fn goods_that_are_zero_after_rounding_keep_their_row() {
    let head = "month,flow,partner,hs,value_usd_mn\n";
    let rows = "2016-09,import,North Korea,27,0.1\n2016-09,import,North Korea,26,0.0\n\
                2017-09,import,North Korea,27,0.4\n2017-09,import,North Korea,26,0.0\n";
    let folder = Folder::new().with("own.csv", format!("{head}{rows}"));
    let run =
        folder.run("yoy own.csv --month 2017-09 --by chapter --all-goods --columns code -f csv");
    assert_eq!(
        run.answer_with_notes()
            .split_whitespace()
            .collect::<Vec<_>>(),
        ["flow,code", "import,27", "import,26", "import,total"]
    );
}
