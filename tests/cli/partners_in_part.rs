//! Sums over partners of whom one has a total and another only some goods: what one lacks, the sum
//! lacks; and partners with totals beside their goods, which a breakdown shows either way.

use crate::program::Folder;

const HEAD: &str = "month,partner,hs,imports_usd_mn\n";

/// Rows of both months: partner, code, value in September 2016 and in September 2017.
fn table(rows: &[(&str, &str, &str, &str)]) -> String {
    let of_month = |month: &str, at: usize| -> String {
        let row = |(partner, code, base, value): &(&str, &str, &str, &str)| {
            let value = [base, value][at];
            format!("{month},{partner},{code},{value}\n")
        };
        rows.iter().map(row).collect()
    };
    HEAD.to_owned() + &of_month("2016-09", 0) + &of_month("2017-09", 1)
}

/// The columns asked for, of September 2017, from one file.
fn answer(text: &str, columns: &str, arguments: &str) -> String {
    let folder = Folder::new().with("a.csv", text);
    let asked = format!("yoy a.csv --month 2017-09 --columns {columns} --no-header --format csv");
    folder
        .run(&format!("{asked} {arguments}"))
        .answer_with_notes()
}

const TOTAL_AND_GOODS: [(&str, &str, &str, &str); 3] = [
    ("North Korea", "TOTAL", "234.8", "145.8"),
    ("Japan", "27", "1", "2"),
    ("Japan", "85", "9", "12"),
];

#[test]
fn the_goods_of_one_partner_are_not_added_to_the_total_of_another() {
    let text = table(&TOTAL_AND_GOODS);
    for partners in ["--partner all", "--partner 109 --partner 116"] {
        let said = answer(&text, "base,value,note", partners);
        assert!(said.contains("import,,,"), "{said}");
        assert!(said.contains("no row of Japan in a file"), "{said}");
    }
    // That they are all its goods can be stated: 234.8 + 10, and 145.8 + 14.
    let said = answer(&text, "base,value", "--partner all --all-goods");
    assert!(said.contains("import,244800000,159800000"), "{said}");
    // By partner, each stands for itself.
    let said = answer(&text, "base,value", "--partner all --by partner");
    assert!(said.contains("import,109,234800000,145800000"), "{said}");
    assert!(said.contains("import,116,10000000,14000000"), "{said}");
    assert!(said.contains("import,total,,"), "{said}");
}

#[test]
fn a_sum_of_some_goods_lacks_the_partner_that_has_a_total_alone() {
    let text = table(&TOTAL_AND_GOODS);
    for asked in ["--hs 27", "--by chapter"] {
        let said = answer(&text, "base,value,note", &format!("--partner all {asked}"));
        assert!(said.contains("no data of North Korea"), "{said}");
        assert!(!said.contains(",1000000,2000000"), "{said}");
    }
}

#[test]
fn totals_beside_goods_of_several_partners_answer_by_partner_and_by_chapter() {
    let text = table(&[
        ("North Korea", "TOTAL", "234.8", "145.8"),
        ("North Korea", "27", "134.8", "45.8"),
        ("North Korea", "61", "100.0", "100.0"),
        ("Japan", "TOTAL", "100", "110"),
        ("Japan", "27", "40", "50"),
        ("Japan", "61", "60", "60"),
    ]);
    let said = answer(&text, "base,value", "--partner all --by partner");
    for row in [
        "import,109,234800000,145800000",
        "import,116,100000000,110000000",
        "import,total,334800000,255800000",
    ] {
        assert!(said.contains(row), "{said}");
    }
    // 134.8 + 40 and 45.8 + 50; 100 + 60 in both years.
    let said = answer(&text, "base,value", "--partner all --by chapter");
    for row in [
        "import,27,174800000,95800000",
        "import,61,160000000,160000000",
        "import,total,334800000,255800000",
    ] {
        assert!(said.contains(row), "{said}");
    }
}

#[test]
fn a_partner_whose_files_never_have_the_goods_is_lacking_from_their_sum() {
    // Japan's coal and clothing; and clothing of both, in a file that was no query for coal.
    let coal = table(&[
        ("Japan", "27011100", "10", "12"),
        ("Japan", "61091000", "20", "20"),
    ]);
    let clothing = table(&[
        ("North Korea", "61091000", "30", "25"),
        ("Japan", "61091000", "20", "20"),
    ]);
    let folder = Folder::new()
        .with("coal.csv", &coal)
        .with("clothing.csv", &clothing);
    let ask = |arguments: &str| {
        let asked = "yoy --month 2017-09 --columns base,value,note --no-header --format csv";
        folder
            .run(&format!("{asked} --partner all {arguments}"))
            .answer_with_notes()
    };
    let said = ask("--imports coal.csv clothing.csv --hs 27");
    assert!(
        said.contains("no data of North Korea for 2017-09"),
        "{said}"
    );
    // A file of both goods has rows of North Korea, and none of its coal.
    let of_north = clothing.lines().filter(|line| line.contains("Korea"));
    let both = coal + &of_north.collect::<Vec<&str>>().join("\n");
    let folder = Folder::new().with("both.csv", both);
    let said = folder
        .run("yoy --imports both.csv --month 2017-09 --columns base,value --no-header --format csv --partner all --hs 27")
        .answer_with_notes();
    assert!(said.contains("import,10000000,12000000"), "{said}");
}

#[test]
fn partners_of_one_flow_alone_leave_the_total_unknown() {
    let imports = table(&[
        ("North Korea", "61091000", "30", "25"),
        ("Japan", "61091000", "20", "18"),
    ]);
    let exports = table(&[("Japan", "61091000", "5", "6")]).replace("imports_", "exports_");
    let folder = Folder::new()
        .with("imports.csv", &imports)
        .with("exports.csv", &exports)
        .with("north.csv", exports.replace("Japan", "North Korea"));
    let ask = |exports: &str| {
        let asked = "yoy --month 2017-09 --columns base,value,note --no-header --format csv";
        let asked = format!("{asked} --partner all --imports imports.csv --exports {exports}");
        folder.run(&asked).answer_with_notes()
    };
    let said = ask("exports.csv");
    assert!(said.contains("import,50000000,43000000,"), "{said}");
    assert!(said.contains("export,5000000,6000000,"), "{said}");
    let lacks =
        "base: no data of North Korea for 2016-09; value: no data of North Korea for 2017-09";
    assert!(said.contains(&format!("total,,,{lacks}")), "{said}");
    assert!(said.contains(&format!("balance,,,{lacks}")), "{said}");
    // With the exports to both: 50 + 10, and 43 + 12.
    let said = ask("exports.csv north.csv");
    assert!(said.contains("total,60000000,55000000"), "{said}");
}
