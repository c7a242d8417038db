//! `--sources`: where each figure of an answer is from.

use crate::archive::out;
use crate::program::{Folder, told, tradecheck};

/// The rows of a csv answer as columns by name; cells with commas are not looked at.
fn column(text: &str, name: &str) -> Vec<String> {
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().expect("a header").split(',').collect();
    let at = header.iter().position(|one| *one == name).expect(name);
    lines
        .map(|line| line.split(',').nth(at).unwrap_or("").to_owned())
        .collect()
}

#[test]
fn the_figures_of_a_change_with_release_publisher_address_and_note() {
    let csv = tradecheck(
        "yoy --month 2017-09 --flow imports --sources --columns period,value,basis,printed_pct,released,line",
    )
    .answer();
    // data/published.csv: September 2017 as Sankei printed it on 23 October with the change of the
    // briefing, and its base, worked back from that change.
    assert!(
        csv.contains("2016-09,234800000,implied,,2017-10-23,86\n"),
        "{csv}"
    );
    assert!(
        csv.contains("2017-09,145820000,printed,-37.9,2017-10-23,151\n"),
        "{csv}"
    );
    let data = std::fs::read_to_string("data/published.csv").expect("the data");
    let line = data.lines().nth(150).expect("line 151");
    assert!(line.starts_with("2017-09,import,USD,14582,"), "{line}");
    let whole = tradecheck("yoy --month 2017-09 --flow imports --sources").answer();
    assert!(
        whole.starts_with(
            "period,flow,value,low,high,unit,basis,printed_pct,released,publisher,address,own_note,file,line\n"
        ),
        "{whole}"
    );
    let sankei = whole.lines().last().expect("a line");
    assert!(sankei.contains("https://lavender.5ch.net/"), "{sankei}");
    assert!(sankei.contains("change from the briefing"), "{sankei}");
    // The streak goes back to March 2017, so that its months and their bases are figures used.
    let periods = column(&whole, "period");
    for month in ["2016-03", "2017-03", "2017-06"] {
        assert!(periods.iter().any(|one| one == month), "{month}");
    }
    // Without the streak they are not.
    let alone = tradecheck("series --from 2017-09 --to 2017-09 --flow imports --sources").answer();
    assert!(column(&alone, "period").contains(&"2016-10".to_owned()));
}

#[test]
fn a_zero_that_no_row_states_names_the_file_that_holds_the_month() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let of = |goods: &str, what: &str| {
        let options = format!("yoy --month 2017-09 --hs {goods} --imports examples/imports");
        tradecheck(&format!("{options} {what}"))
            .inside(root)
            .answer()
    };
    // Both files hold all goods; frozen shrimps (0306) stand in that of 2016 alone, and prepared
    // meat (1602) in neither.
    let file = |year: u32| format!("examples/imports/imports-{year}.csv");
    let columns = "--sources --columns period,value,basis,file,line";
    let shrimps = of("0306", columns);
    let (before, after) = (file(2016), file(2017));
    assert_eq!(
        shrimps,
        format!(
            "flow,period,value,basis,file,line\n\
             import,2016-09,15200000,sum,{before},13\n\
             import,2017-09,0,absence,{after},\n"
        )
    );
    let meat = of("1602", columns);
    assert!(
        meat.contains(&format!("2016-09,0,absence,{before},\n")),
        "{meat}"
    );
    assert!(
        meat.contains(&format!("2017-09,0,absence,{after},\n")),
        "{meat}"
    );
    let explained = of("0306", "--explain");
    assert!(
        explained.contains("import,value,0,no rows of these goods in a file that holds all goods"),
        "{explained}"
    );
    assert!(
        explained.contains("import,base,15200000,sum of the rows"),
        "{explained}"
    );
    // A row that states zero is a row, and not an absence.
    let rows = "month,flow,hs,value_usd_mn\n2016-09,import,2701,100\n2016-09,import,2601,50\n\
                2017-09,import,2701,0\n2017-09,import,2601,40\n";
    let folder = Folder::new().with("rows.csv", rows);
    let stated = folder
        .run("yoy rows.csv --partner 109 --month 2017-09 --hs 2701 --sources --columns period,value,basis,line")
        .answer();
    assert!(
        stated.ends_with("2017-09,0,printed,4\n") || stated.ends_with("2017-09,0,sum,4\n"),
        "{stated}"
    );
    assert!(!stated.contains("absence"), "{stated}");
}

#[test]
fn rows_of_a_file_by_their_lines() {
    let rows = "month,flow,hs,value_usd\n\
                2016-09,import,2701,100\n\
                2016-09,import,2601,50\n\
                2017-09,import,2701,60\n\
                2017-09,export,8703,10\n\
                2016-09,export,8703,10\n";
    let folder = Folder::new().with("mine.csv", rows);
    let csv = folder
        .run("yoy --month 2017-09 --flow imports --sources --all-goods --file-unit one mine.csv --columns period,code,value,file,line")
        .answer_with_notes();
    assert_eq!(
        csv,
        "period,code,value,file,line\n\
         2016-09,2701,100,mine.csv,2\n\
         2016-09,2601,50,mine.csv,3\n\
         2017-09,2701,60,mine.csv,4\n"
    );
    // The total is made of both flows.
    let total = folder
        .run("yoy --month 2017-09 --flow total --sources --all-goods --file-unit one mine.csv --columns flow,line")
        .answer_with_notes();
    assert_eq!(
        total,
        "flow,line\nimport,2\nimport,3\nexport,6\nimport,4\nexport,5\n"
    );
}

#[test]
fn many_rows_of_one_figure_are_counted() {
    let mut rows = "month,flow,hs,value_usd\n".to_owned();
    for code in 0..30 {
        rows.push_str(&format!("2017-09,import,27{code:02},1\n"));
        rows.push_str(&format!("2016-09,import,27{code:02},2\n"));
    }
    let folder = Folder::new().with("mine.csv", rows);
    let csv = folder
        .run("yoy --month 2017-09 --flow imports --sources --all-goods --file-unit one mine.csv --columns period,basis,rows,line")
        .answer_with_notes();
    assert_eq!(
        csv,
        "period,basis,rows,line\n2016-09,sum,30,3\n2017-09,sum,30,2\n"
    );
}

#[test]
fn the_other_commands_and_the_other_side() {
    // What is reported from North Korea's side has its flows turned round.
    let csv =
        tradecheck("yoy --month 2017-09 --flow exports --as kp --sources --columns flow,value")
            .answer();
    assert!(csv.contains("export,145820000\n"), "{csv}");
    for command in [
        "streak --month 2017-09",
        "streak --links --month 2017-09",
        "record --month 2017-10",
        "brief --month 2017-09",
        "revisions --period 2017-08",
        "chart --month 2017-09",
        "series --from 2017-01 --to 2017-03",
    ] {
        let csv = tradecheck(&format!(
            "{command} --sources --columns period,value,address"
        ))
        .answer();
        assert!(csv.lines().count() > 1, "{command}: {csv}");
        assert!(csv.contains("http"), "{command}: {csv}");
    }
    // A claim has its own figures, by its id.
    let csv =
        tradecheck("check imports yoy 2017-09 -37.9% --sources --columns id,period,value").answer();
    assert_eq!(
        csv,
        "flow,id,period,value\nimport,1,2016-09,234800000\nimport,1,2017-09,145820000\n"
    );
}

#[test]
fn quantities_and_unit_values_have_the_figures_that_they_are_made_of() {
    // data/published-goods.csv: coal of August 2017, 1,636,591 t for 138.14 million dollars.
    let of = |measure: &str| {
        let run = format!(
            "yoy --hs 2701 --month 2017-08 --flow imports --measure {measure} --sources --columns period,value,unit"
        );
        tradecheck(&run).answer_with_notes()
    };
    let quantity = of("quantity");
    assert!(quantity.contains("2017-08,1636591,t\n"), "{quantity}");
    assert!(!quantity.contains("USD"), "{quantity}");
    let unit_value = of("unit-value");
    assert!(unit_value.contains("2017-08,1636591,t\n"), "{unit_value}");
    assert!(
        unit_value.contains("2017-08,138140000,USD\n"),
        "{unit_value}"
    );
}

#[test]
fn measures_of_sanctions_have_their_source_and_certainty() {
    let csv = tradecheck(
        "sanctions caps --year 2017 --flow imports --sources --columns measure,confidence,address",
    )
    .answer_with_notes();
    // data/measures.csv, row UN2321-coalcap-2017.
    let data = std::fs::read_to_string("data/measures.csv").expect("the data");
    let line = data
        .lines()
        .find(|line| line.starts_with("UN2321-coalcap-2017,"))
        .expect("the measure");
    let shown = csv
        .lines()
        .find(|line| line.contains("UN2321-coalcap-2017,"))
        .expect("the measure");
    let [.., confidence, address] = shown.split(',').collect::<Vec<_>>()[..] else {
        panic!("{shown}");
    };
    assert!(
        line.contains(&format!(",{address},{confidence},")),
        "{shown}"
    );
    // Parts of a base year have theirs: SCMP printed seafood, 192.4 million dollars.
    let csv = tradecheck(
        "sanctions coverage --base 2016 --flow imports --sources --columns code,low,high,basis",
    )
    .answer_with_notes();
    assert!(csv.contains("03,192350000,192450000,printed\n"), "{csv}");
}

#[test]
fn a_table_for_people_stays_narrow_and_has_the_addresses_below() {
    let table = tradecheck("yoy --month 2017-09 --flow imports --sources --format table").answer();
    let (rows, addresses) = table.split_once("\n\nNocut").expect("addresses below");
    assert!(
        rows.lines().all(|line| line.chars().count() <= 80),
        "{rows}"
    );
    assert!(rows.starts_with("China's trade with North Korea, 2017-09: figures used"));
    assert!(addresses.contains("\nSankei (GACC table) copy on 5ch: https://"));
    for lang in ["zh", "ko"] {
        let run = tradecheck(&format!(
            "yoy --month 2017-09 --flow imports --sources --format table --lang {lang}"
        ));
        let said = run.answer();
        let head = said.lines().next().unwrap_or_default();
        assert!(!head.contains("figures"), "{head}");
    }
    let said = told(&tradecheck("yoy --sources --explain").output());
    assert!(said.contains("cannot be used with"), "{said}");
}

#[test]
fn every_release_of_a_revised_figure_has_its_source() {
    // data/published.csv: exports of October 2022 as first printed; a year later the release of October
    // 2023, whose printed change implies another base; then that base as printed.
    let csv = tradecheck(
        "revisions --month 2022-10 --flow exports --sources --columns period,value,released,address",
    )
    .answer_with_notes();
    for row in [
        "2022-10,132430000,2022-11-18,http",
        "2023-10,167600000,2023-11-18,http",
    ] {
        assert!(
            csv.lines().any(|line| line.starts_with(row)),
            "{row}: {csv}"
        );
    }
}

#[test]
fn an_archive_names_the_same_sources_as_its_files() {
    let data = std::fs::read_to_string("data/published.csv").expect("the data");
    let folder = Folder::new().with("published.csv", &data);
    out(&folder, "archive add published.csv --partner 109 --to kept");
    let question = "yoy --month 2017-09 --flow imports --sources --columns period,value,released,publisher,address,own_note";
    let of_file = out(&folder, &format!("{question} published.csv"));
    assert!(
        of_file.contains("https://lavender.5ch.net/")
            && of_file.contains("change from the briefing"),
        "{of_file}"
    );
    // Rows of one month stand in the order of what they say there.
    let sorted = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort_unstable();
        lines
    };
    let of_archive = || sorted(&out(&folder, &format!("{question} --data kept")));
    assert_eq!(of_archive(), sorted(&of_file));
    out(&folder, "archive compact kept --before 2030");
    assert_eq!(of_archive(), sorted(&of_file));
}
