//! The measures themselves: those that are built in, those of one's own, and the goods that they name.

use crate::program::{Folder, told, tradecheck};
use crate::sanctions::{answer, columns, goods, table};

#[test]
fn the_goods_of_one_resolution_are_a_group() {
    let rows = "\
month,flow,code,value_usd
2017-09,import,27011100,30
2017-09,import,03061490,12
2017-09,import,61034300,18
2017-09,export,27101922,99
2017-09,export,84715040,50
";
    let folder = Folder::new().with("in.csv", rows);
    let values = |arguments: &str| {
        let run = format!("series --month 2017-09 {arguments} in.csv --file-unit 1 --all-goods");
        let csv = folder.run(&run).answer_with_notes();
        columns(&csv, &["flow", "value"])
    };
    assert_eq!(values("--group banned-2371"), ["import 42"]);
    assert_eq!(values("--group banned-2397 --flow exports"), ["export 149"]);
    let both = told(
        &folder
            .run("series --month 2017-09 --group banned-2397 in.csv --file-unit 1")
            .output(),
    );
    assert!(
        both.contains("help: choose one side: `--flow imports` or `--flow exports`"),
        "{both}"
    );
    assert!(both.ends_with("[exit 2]\n"));
    let none = told(&tradecheck("series --group banned-2372").output());
    assert!(
        none.contains("unknown group `banned-2372`")
            && none.contains("did you mean `banned-2371`?"),
        "{none}"
    );
}

#[test]
fn a_series_of_a_banned_good_says_so_once() {
    let said = |arguments: &str| told(&tradecheck(arguments).output());
    let sentence = "banned since 2017-08 by UN 2371; first full month 2017-10";
    let coal = said("series --hs 2701 --from 2017-06 --to 2017-10 --flow imports");
    assert_eq!(coal.matches(sentence).count(), 1, "{coal}");
    assert_eq!(
        said("yoy --hs 2701 --month 2017-09")
            .matches(sentence)
            .count(),
        1
    );
    // Before the ban, and of goods that nobody bans, there is nothing to say.
    assert!(!said("yoy --hs 2701 --month 2017-02 --flow imports").contains("bans"));
    assert!(!said("series --hs 2716 --flow imports").contains("bans"));
    assert!(!said("yoy --month 2017-09").contains("bans"));
}

#[test]
fn measures_of_ones_own_are_read_and_refused_with_their_lines() {
    let header = "id,instrument,china_flow,goods,hs_codes,kind,adopted,effective\n";
    let good = format!(
        "{header}UNX-coal,UNSCR 9 (2017),import,Coal,2701,ban,2017-08-05,2017-08-05\n\
         UNX-none,UNSCR 9 (2017),import,Secrets,,ban,2017-08-05,2017-08-05\n"
    );
    let bad =
        format!("{header}UNX-coal,UNSCR 9 (2017),imports,Coal,270,ban,2017-08-05,2017-08-05\n");
    let folder = Folder::new()
        .with("own.csv", good)
        .with("bad.csv", bad)
        .with(
            "in.csv",
            goods("2017-10", &[("27011100", 5), ("03061490", 7)]),
        );
    let run = "sanctions check --month 2017-10 --measures own.csv in.csv --file-unit 1";
    let csv = folder.run(run).answer_with_notes();
    // The measure without a code matches nothing.
    assert_eq!(
        columns(&csv, &["code", "measure", "phase"]),
        ["27011100 UNX-coal full"]
    );
    let said = told(&folder.run("sanctions list --measures bad.csv").output());
    assert_eq!(
        said,
        "[stderr]\n\
         tradecheck: bad.csv:2: `imports` is not a valid china_flow\n  expected: import, export\n\
         tradecheck: bad.csv:2: `270` is not a prefix of HS codes\n  expected: 2, 4, 6, 8 or 10 digits, \
         as in `27` or `2701`, separated by `;`\n[exit 2]\n"
    );
}

#[test]
fn measures_are_read_as_any_other_table() {
    let rows = [
        "id,instrument,china_flow,goods,hs_codes,kind,adopted,effective",
        "UNX-coal,UNSCR 9 (2017),import,Coal,2701;2702,ban,2017-08-05,2017-08-05",
        "",
        "UNX-fish,UNSCR 9 (2017),import,Fish,03,ban,2017-08-05,2017-08-05",
    ];
    let plain = rows.join("\n");
    let utf16: Vec<u8> = std::iter::once(0xfeff)
        .chain(plain.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let cells = |row: &str, sign: &str| row.replace(',', sign);
    let semicolons: Vec<String> = rows
        .iter()
        .map(|row| cells(&row.replace("2701;2702", "\"2701;2702\""), ";"))
        .collect();
    let tabs: Vec<String> = rows.iter().map(|row| cells(row, "\t")).collect();
    let page = rows.iter().filter(|row| !row.is_empty()).map(|row| {
        let cells = row.split(',').map(|cell| format!("<td>{cell}</td>"));
        format!("<tr>{}</tr>", cells.collect::<String>())
    });
    let page = format!("<html><table>{}</table></html>", page.collect::<String>());
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (line, row) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(row.split(',')) {
            sheet.write_string(line, column, cell).expect("a cell");
        }
    }
    let book = book.save_to_buffer().expect("a workbook");
    let folder = Folder::new()
        .with("plain.csv", &plain)
        .with("utf16.csv", utf16)
        .with("semicolons.csv", semicolons.join("\r\n"))
        .with("tabs.txt", tabs.join("\n"))
        .with("page.html", page)
        .with("book.xlsx", book);
    let list = |file: &str| {
        let run = format!("sanctions list --measures {file} --columns measure,hs_codes,since");
        folder.run(&run).answer_with_notes()
    };
    let expected = list("plain.csv");
    assert!(
        expected.contains("UNX-coal,2701 2702,2017-08-05\n"),
        "{expected}"
    );
    for file in [
        "utf16.csv",
        "semicolons.csv",
        "tabs.txt",
        "page.html",
        "book.xlsx",
    ] {
        assert_eq!(list(file), expected, "{file}");
    }
    // What is wrong is told with the line of the file, and what cannot be read in the usual words.
    let folder = folder
        .with("bad.csv", semicolons.join("\n").replace(";03;", ";3;"))
        .with("empty.csv", "")
        .with("zip.csv", b"PK\x03\x04 no zip");
    let said = told(&folder.run("sanctions list --measures bad.csv").output());
    assert!(
        said.contains("tradecheck: bad.csv:4: `3` is not a prefix"),
        "{said}"
    );
    for file in ["empty.csv", "zip.csv", "none.csv", "."] {
        let said = told(
            &folder
                .run(&format!("sanctions list --measures {file}"))
                .output(),
        );
        assert!(said.contains(&format!("tradecheck: {file}")), "{said}");
        assert!(said.ends_with("[exit 2]\n"), "{said}");
    }
    // Groups of one's own alike.
    let groups = "group;hs_prefixes\nmine;\"2701;03\"\n";
    let folder = folder.with("groups.csv", groups);
    let said = told(
        &folder
            .run("yoy --group mine --groups groups.csv --month 2017-09")
            .output(),
    );
    assert!(!said.contains("groups.csv"), "{said}");
}

#[test]
fn every_measure_is_listed_with_its_source_and_certainty() {
    let csv = answer("sanctions list --regime un");
    let text = include_str!("../../data/measures.csv");
    let of_un = text.lines().filter(|line| line.starts_with("UN")).count();
    assert_eq!(table(&csv).len(), of_un);
    for row in columns(&csv, &["confidence", "address"]) {
        let (confidence, address) = row.split_once(' ').expect("both");
        assert!(["high", "medium", "low"].contains(&confidence), "{row}");
        assert!(address.starts_with("http"), "{row}");
    }
    // One day apart: the cap on coal, and the ban that took its place.
    let on = |day: &str| {
        let csv = answer(&format!(
            "sanctions list --hs 2701 --flow imports --on {day}"
        ));
        columns(&csv, &["measure"])
    };
    assert_eq!(
        on("2017-08-04"),
        ["UN2321-coalcap-2017", "UN2321-coalcap-2017-usd"]
    );
    assert_eq!(on("2017-08-05"), ["UN2371-coal"]);
    assert_eq!(on("2016-03-01"), [""; 0]);
    let json = answer("sanctions list --on 2017-09 --format json");
    assert!(
        json.contains("\"schema\": \"tradecheck.sanctions.list.1\""),
        "{json}"
    );
    for lang in ["zh", "ko"] {
        let list = answer(&format!(
            "sanctions list --on 2017-09 --format table --lang {lang}"
        ));
        assert!(
            list.contains(if lang == "zh" { "煤" } else { "석탄" }),
            "{list}"
        );
    }
}
