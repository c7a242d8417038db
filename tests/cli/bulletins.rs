//! The office's monthly tables by country, as people keep them: one file a month, saved from the
//! web page in Chinese. The 31 tables in yuan of January 2024 to July 2026, whose cells stand in
//! `data/published.csv`.

use crate::fixtures::PUBLISHED;
use crate::program::Folder;
use std::collections::HashMap;

/// (period, flow) to what the table printed: ten thousand yuan, and the change of the year to date.
type Cells<'a> = HashMap<(&'a str, &'a str), (&'a str, &'a str)>;

/// No field of these rows holds a comma before the publisher.
fn printed() -> Cells<'static> {
    let fields = PUBLISHED.lines().map(|line| line.splitn(11, ',').collect());
    let tables = fields.filter(|fields: &Vec<&str>| {
        fields[2] == "CNY"
            && fields[4] == "ten thousand"
            && fields[7] == "printed"
            && fields[10].starts_with("\"GACC, monthly table (2) in yuan")
    });
    tables
        .map(|fields| ((fields[0], fields[1]), (fields[3], fields[9])))
        .collect()
}

/// The months from 2024-01 to 2026-07.
fn months() -> impl Iterator<Item = (u32, u32)> {
    (0..31).map(|at| (2024 + at / 12, at % 12 + 1))
}

/// One month's table. The copy of the tables holds no totals: those cells are empty.
fn table(cells: &Cells<'_>, (year, month): (u32, u32), with_changes: bool) -> String {
    let name = format!("{year}-{month:02}");
    let run = match month {
        1 => name.clone(),
        _ => format!("{year}-01..{name}"),
    };
    let cell = |period: &str, flow| cells.get(&(period, flow)).map_or("", |(value, _)| *value);
    let change = |flow| match cells.get(&(&*run, flow)) {
        Some((_, change)) if with_changes => *change,
        _ => "",
    };
    let heads = format!("{month}月,1至{month}月");
    format!(
        "（2）{year}年{month}月进出口商品国别（地区）总值表（人民币值）,,,,,,,,,\r\n\
,,,,,,,,单位：万元人民币,\r\n进出口商品国别（地区）,进出口,,出口,,进口,,累计比去年同期±％,,\r\n\
,{heads},{heads},{heads},进出口,出口,进口\r\n\
总值,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.1,0.1,0.1\r\n\
\u{3000}\u{3000}朝鲜,,,{},{},{},{},,{},{}\r\n",
        cell(&name, "export"),
        cell(&run, "export"),
        cell(&name, "import"),
        cell(&run, "import"),
        change("export"),
        change("import"),
    )
}

/// All tables, under names that do not tell the month, in the order that `place` gives them.
fn folder(with_changes: bool, place: impl Fn(usize) -> usize) -> Folder {
    let cells = printed();
    assert_eq!(cells.len(), 118);
    months()
        .enumerate()
        .fold(Folder::new(), |folder, (at, month)| {
            let name = format!("tables/国别表-{:02}.csv", place(at));
            folder.with(&name, table(&cells, month, with_changes))
        })
}

const JANUARY: &str = "yoy tables --month 2025-01 --flow exports --currency cny --no-header";

/// Base, value, yoy and printed change of January 2025. The row of January and February, which
/// stands beside it, is left out.
#[track_caller]
fn january(folder: &Folder, more: &str) -> [String; 4] {
    let answer = folder.run(&format!("{JANUARY} {more}")).answer_with_notes();
    let row = answer.lines().next().expect("a row for January");
    // The notes, in which commas may be, come later.
    let fields: Vec<&str> = row.split(',').collect();
    assert_eq!(fields[..3], ["2025-01", "export", "2024-01"]);
    [fields[3], fields[4], fields[6], fields[7]].map(str::to_owned)
}

/// Exports in yuan, as printed and as a later table's change implies:
///
/// ```text
/// 2024-01   1101996355 printed   1384215762 / 1.558 =  888456843 by January 2025
/// 2025-01   1384215762 printed   1354471186 / 0.989 = 1369536083 by January 2026
/// by the end of January 2025     1384215762 /  888456843.389 − 1 = +55.8 %
/// with every revision since   1369536082.912 / 888456843.389 − 1 = +54.147733 %
/// first prints alone               1384215762 / 1101996355 − 1 = +25.609831 %
/// ```
#[test]
fn january_2025_from_the_tables_alone() {
    let tables = folder(true, |at| at);
    assert_eq!(
        january(&tables, ""),
        ["888456843", "1369536083", "54.147733", "55.8"]
    );
    assert_eq!(
        // Without a date, a table counts as out by the end of the month after its own.
        january(&tables, "--as-of 2025-02-28"),
        ["888456843", "1384215762", "55.8", "55.8"]
    );
    // Without the printed changes nothing is implied: the first prints are all there is.
    let unchanged = folder(false, |at| at);
    assert_eq!(
        january(&unchanged, ""),
        ["1101996355", "1384215762", "25.609831", ""]
    );
}

/// January–June less January–May less June 2024, each as first printed, in ten thousand yuan:
/// imports 125071.5088 − 108106.854 − 19360.118 = −2395.4632,
/// exports 564490.1148 − 488703.1358 − 107447.0078 = −31660.0288; together −34055.492.
#[test]
fn june_2024_revised_earlier_months_and_the_tables_show_by_how_much() {
    let tables = folder(true, |at| at);
    let flows = "--currency cny --month 2024-06 --flow imports,exports,total";
    let said = "value: 2024-06 this release lowered earlier months of the year by CNY";
    for command in ["series", "yoy"] {
        let run = format!("{command} tables {flows} --no-header");
        let answer = tables.run(&run).answer_with_notes();
        for (flow, value, million) in [
            ("import", "193601180", "23.95"),
            ("export", "1074470078", "316.60"),
            ("total", "1268071258", "340.55"),
        ] {
            let start = format!("2024-06,{flow},");
            let row = answer.lines().find(|row| row.starts_with(&start));
            let row = row.unwrap_or_else(|| panic!("no {flow}\n{answer}"));
            let note = format!("{said} {million} million in all");
            assert!(
                row.contains(&format!(",{value},")) && row.contains(&note),
                "{row}"
            );
        }
    }
    let inspected = tables.run(&format!("inspect tables {flows} --no-header"));
    let inspected = inspected.answer_with_notes();
    // The year to date as printed, against the one before plus the month.
    for row in [
        "2024-06,import,contradictory,,ytd_step,1250715088,2024-07,1274669720,2024-07,-23954632,,CNY",
        "2024-06,export,contradictory,,ytd_step,5644901148,2024-07,5961501436,2024-07,-316600288,,CNY",
        "2024-06,total,contradictory,,ytd_step,6895616236,2024-07,7236171156,2024-07,-340554920,,CNY",
    ] {
        assert!(inspected.contains(row), "{row}\n{inspected}");
    }
}

#[test]
fn the_order_of_the_tables_in_a_folder_does_not_matter() {
    let in_order = folder(true, |at| at);
    // 31 is prime: both are permutations.
    let others = [folder(true, |at| 30 - at), folder(true, |at| at * 12 % 31)];
    for command in [
        "yoy tables --currency cny --from 2024-01 --to 2026-07",
        "series tables --currency cny",
        "streak tables --currency cny --month 2026-07 --links",
    ] {
        let answer = in_order.run(command).answer_with_notes();
        assert!(answer.lines().count() > 4, "{answer}");
        for other in &others {
            assert_eq!(other.run(command).answer_with_notes(), answer);
        }
    }
}

/// The preliminary table, early in the month, has no row for North Korea: the way out is the table
/// that has one, not another download.
#[test]
fn a_preliminary_table_without_the_partner_says_which_table_has_it() {
    let title = "(4) China's Total Export &amp; Import Values by Country/Region, Mar 2026 (in CNY)";
    let head = "<tr><td>Import Source</td><td>Export &amp; Import</td><td>Export &amp; Import</td>\
                <td>Export</td><td>Export</td><td>Import</td><td>Import</td>\
                <td colspan=3>1-to-3 Total Year-on-Year (±%)</td></tr><tr><td>Export Destination</td>\
                <td>3</td><td>1- to-3</td><td>3</td><td>1-to-3</td><td>3</td><td>1- to-3</td>\
                <td>Export &amp; Import</td><td>Export</td><td>Import</td></tr>";
    let row = format!("<tr><td>R. O. Korea</td>{}</tr>", "<td>5.0</td>".repeat(9));
    let page = format!(
        "<html><head><title>{title}</title></head><body><div>{title}</div><table>\
         <tr><td colspan=10>{title}</td></tr><tr><td colspan=10>Unit: CNY 100 Million</td></tr>\
         {head}{row}</table></body></html>"
    );
    let folder = Folder::new().with("march.html", page);
    for (lang, way_out) in [
        (
            "en",
            "help: preliminary tables list major partners only; the table by country, published later in the month, has all of them",
        ),
        ("zh", "国别"),
        ("ko", "국가별"),
    ] {
        let output = folder
            .run(&format!("yoy march.html --lang {lang}"))
            .output();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(way_out), "{lang}: {said}");
        assert!(!said.contains("download the data again"), "{said}");
    }
}
