//! Pages, JSON, workbooks and archives: what is in and around their cells, and which of their
//! tables and files are read.

use crate::reader::tests::*;
use crate::trade::DecimalMark;
use std::io::Write;

/// A page with a table of two months of imports.
fn page(before: &str, head: &str, cells: [&str; 2]) -> String {
    format!(
        "<html>{before}<table><tr><th>month<th>{head}<tr><td>2016-09{}<tr><td>2017-09{}</table>",
        cells[0], cells[1]
    )
}

#[test]
fn numbers_of_a_page_show_their_decimal_mark_or_are_in_doubt() {
    let head = "imports (USD thousand)";
    let commas = page("", head, ["<td>234,800", "<td>145,820"]);
    assert_eq!(
        rows(&commas, None, &north_korea()),
        [
            "1 2016-09 import USD   234800000",
            "1 2017-09 import USD   145820000"
        ]
    );
    let points = page("", head, ["<td>234.800", "<td>145.820"]);
    assert!(wrong(&points, None, &north_korea())[0].contains("may mark thousands or decimals"));
    let decimals = page("", "imports (USD million)", ["<td>234,8", "<td>145,8"]);
    assert!(rows(&decimals, None, &north_korea())[1].ends_with(" 145800000"));
}

#[test]
fn numbers_by_their_type_have_a_point_whatever_the_user_says_of_texts() {
    let comma = Options {
        decimal: Some(DecimalMark::Comma),
        ..north_korea()
    };
    let json = |value: &str| format!(r#"[{{"month":"2017-09","imports_usd_mn":{value}}}]"#);
    assert!(rows(&json("145.825"), None, &comma)[0].ends_with(" 145825000"));
    assert!(rows(&json("\"145,825\""), None, &comma)[0].ends_with(" 145825000"));
}

#[test]
fn a_number_by_its_type_has_the_decimals_of_its_column() {
    let width = |json: &str| {
        let read = from_stdin(json.as_bytes(), None, &north_korea()).unwrap();
        let last = read.rows.iter().last().unwrap();
        last.value.unwrap().1.width().0 / 1_000_000
    };
    let row = |month: u32, value: &str| {
        format!(r#"{{"month":"2017-{month:02}","imports_usd_mn":{value}}}"#)
    };
    let json = |values: [&str; 3]| {
        let rows = values
            .iter()
            .zip(1..)
            .map(|(value, month)| row(month, value));
        format!("[{}]", rows.collect::<Vec<_>>().join(","))
    };
    // Thousandths of a dollar, in thousands of dollars: 0.1 million, and a million.
    assert_eq!(width(&json(["145.2", "150.3", "145"])), 100);
    assert_eq!(width(&json(["145", "150", "145"])), 1000);
    // A text says how it was rounded, and one value of many decimals was computed.
    assert_eq!(width(&json(["\"145.2\"", "\"150.3\"", "\"145\""])), 1000);
    assert_eq!(width(&json(["147.666666667", "150", "145"])), 1000);
    // In a wide table the rows are the series.
    let wide = r#"[{"series":"Exports (USD million)","2017-01":145.25,"2017-02":146.75},
        {"series":"Imports (USD million)","2017-01":145.5,"2017-02":146}]"#;
    assert_eq!(width(wide), 100);
}

#[test]
fn a_value_merged_over_several_cells_is_none_of_the_first() {
    let down = page("", "imports (USD million)", ["<td rowspan=2>197.4", ""]);
    assert!(wrong(&down, None, &north_korea())[0].contains("merged over several others"));
    let across = "<table><tr><th>USD million<th>2017-08<th>2017-09<tr><td>Imports<td colspan=2>197.4</table>";
    assert!(wrong(across, None, &north_korea())[0].contains("merged over several others"));
    // A year over its months, and a sign for nothing.
    let year = "<table><tr><th>year<th>month<th>imports (USD million)<tr><td rowspan=2>2017<td>8<td>288.3<tr><td>9<td>145.8</table>";
    assert_eq!(rows(year, None, &north_korea()).len(), 2);
    let nothing = page("", "imports (USD million)", ["<td rowspan=2>n.a.", ""]);
    assert_eq!(
        from_stdin(nothing.as_bytes(), None, &north_korea())
            .unwrap()
            .rows
            .len(),
        0
    );
}

#[test]
fn what_stands_around_a_table_is_heeded() {
    let of = |partner: &str| {
        format!(
            r#"{{"partner":"{partner}","data":[{{"month":"2017-09","imports_usd_mn":145.8}}]}}"#
        )
    };
    assert_eq!(rows(&of("North Korea"), None, &north_korea()).len(), 1);
    let seen = from_stdin(of("Japan").as_bytes(), None, &north_korea()).unwrap();
    assert_eq!(seen.rows.len(), 0);
    let inside = r#"[{"month":"2017-09","imports_usd_mn":145.8,"meta":{"partner":"Japan"}}]"#;
    let seen = from_stdin(inside.as_bytes(), None, &north_korea());
    assert!(seen.is_err() || seen.unwrap().rows.len() == 0);
    let cells = ["<td>234.8", "<td>145.8"];
    let title = "<head><title>China's imports from Japan</title></head>";
    let seen = from_stdin(
        page(title, "imports (USD million)", cells).as_bytes(),
        None,
        &north_korea(),
    );
    assert_eq!(seen.unwrap().rows.len(), 0);
    let menu = "<head><title>Index of statistics</title></head>";
    assert_eq!(
        rows(
            &page(menu, "imports (USD million)", cells),
            None,
            &north_korea()
        )
        .len(),
        2
    );
}

/// A spreadsheet in the XML of Excel 2003.
fn sheets(sheets: &[(&str, &[[&str; 2]])]) -> String {
    let mut text = "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">".to_owned();
    for (name, rows) in sheets {
        text += &format!("<Worksheet ss:Name=\"{name}\"><Table>");
        for [month, value] in *rows {
            let kind = if value.parse::<f64>().is_ok() {
                "Number"
            } else {
                "String"
            };
            text += &format!(
                "<Row><Cell><Data ss:Type=\"String\">{month}</Data></Cell><Cell><Data ss:Type=\"{kind}\">{value}</Data></Cell></Row>"
            );
        }
        text += "</Table></Worksheet>";
    }
    text + "</Workbook>"
}

#[test]
fn a_sheet_of_imports_and_one_of_exports_are_read_together() {
    let head = ["month", "value (USD million)"];
    let imports: &[[&str; 2]] = &[head, ["2016-09", "234.8"], ["2017-09", "145.8"]];
    let exports: &[[&str; 2]] = &[head, ["2016-09", "285.5"], ["2017-09", "266.3"]];
    let both = sheets(&[("Imports", imports), ("Exports", exports)]);
    assert_eq!(
        rows(&both, None, &north_korea()),
        [
            "2 2016-09 import USD   234800000",
            "3 2017-09 import USD   145800000",
            "2 2016-09 export USD   285500000",
            "3 2017-09 export USD   266300000",
        ]
    );
    let twice = sheets(&[("Imports", imports), ("Imports (old)", exports)]);
    assert!(wrong(&twice, None, &north_korea())[0].contains("several tables"));
}

#[test]
fn a_table_that_is_not_read_is_named() {
    let head = ["month", "imports (USD million)"];
    let read: &[[&str; 2]] = &[head, ["2016-09", "234.8"], ["2017-09", "145.8"]];
    let other: &[[&str; 2]] = &[["Mois", "Chose"], ["un", "1"], ["deux", "2"]];
    let text = sheets(&[("Trade", read), ("Autre", other)]);
    let observations = from_stdin(text.as_bytes(), None, &north_korea()).unwrap();
    let said = remarks(&observations);
    assert!(
        said.iter()
            .any(|one| one.contains("`Autre`") && one.contains("not read")),
        "{said:?}"
    );
}

/// A zip of these files. Names that end in `#` lose it, so that two may be the same.
fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn no_file_of_an_archive_is_dropped_in_silence() {
    let table = |month: &str| format!("month,imports_usd_mn\n{month},145.8\n");
    let (older, newer) = (table("2016-09"), table("2017-09"));
    let within = zip(&[("2016.csv", &older), ("./rev/2017.csv", &newer)]);
    assert_eq!(
        from_stdin(&within, None, &north_korea())
            .unwrap()
            .rows
            .len(),
        2
    );
    // Tools that append leave two members of one name.
    let mut twice = zip(&[("a.csv", &older), ("b.csv", &newer)]);
    for at in 0..twice.len() - 5 {
        if &twice[at..at + 5] == b"b.csv" {
            twice[at] = b'a';
        }
    }
    let problems = from_stdin(&twice, None, &north_korea()).unwrap_err();
    assert!(
        problems.located[0].what.contains("the same name"),
        "{problems:?}"
    );
}

#[test]
fn a_damaged_table_of_a_folder_refuses_the_run_and_others_are_read() {
    let folder = Folder::new();
    let json = r#"[{"month":"2017-09","imports_usd_mn":145.8}]"#;
    folder.file("a/2016.csv", b"month,imports_usd_mn\n2016-09,234.8\n");
    folder.file("a/2017.json", json.as_bytes());
    folder.file("b/2016.csv", b"month,imports_usd_mn\n2016-09,234.8\n");
    folder.file("b/2017.json", &json.as_bytes()[..20]);
    folder.file("c/2016.csv", b"month,imports_usd_mn\n2016-09,234.8\n");
    folder.file(
        "c/2017.xls",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and no more",
    );
    let read = |name: &str| folder.read(&[path(&folder.0.join(name), None)]);
    assert_eq!(read("a").unwrap().rows.len(), 2);
    assert!(read("b").unwrap_err().contains("2017.json"));
    assert!(read("c").unwrap_err().contains("2017.xls"));
}

#[test]
fn commas_of_a_monthly_table_saved_with_semicolons_are_in_doubt() {
    let table = |value: &str| {
        format!(
            "（2）2017年9月进出口商品国别（地区）总值表（美元值）;;;;\n单位：万美元;;;;\n国家（地区）;进出口;;出口;;进口;\n;9月;1至9月;9月;1至9月;9月;1至9月\n朝鲜;{value};{value};{value};{value};{value};{value}\n"
        )
    };
    let said = |text: &str| {
        let read = from_stdin(text.as_bytes(), None, &north_korea());
        read.err()
            .map(|problems| problems.to_string())
            .unwrap_or_default()
    };
    assert!(said(&table("34,949")).contains("may mark thousands or decimals"));
    assert!(!said(&table("34,949.5")).contains("marks decimals"));
}

#[test]
fn a_line_between_two_tables_is_the_title_of_the_next_and_a_heading_stays_above_links() {
    let table = |head: &str, cells: [&str; 2]| {
        format!(
            "<table><tr><th>month<th>{head}<tr><td>2016-09<td>{}<tr><td>2017-09<td>{}</table>",
            cells[0], cells[1]
        )
    };
    let trade = table("imports (USD million)", ["234.8", "145.8"]);
    let shares = table("share of coal", ["40", "50"]);
    let page = format!("<h1>China's imports from North Korea</h1>{trade}<p>Japan</p>{shares}");
    assert_eq!(rows(&page, None, &north_korea()).len(), 2);
    let links = "<table><tr><td>home<td>about</table>";
    let page = format!("<h1>Japan</h1>{links}{trade}");
    let seen = from_stdin(page.as_bytes(), None, &north_korea());
    assert!(seen.is_err() || seen.unwrap().rows.len() == 0);
}

#[test]
fn a_hidden_sheet_is_none_of_the_workbooks_tables() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, value) in [("2017", 145.8), ("old", 999.0)] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        sheet.write_string(0, 0, "month").unwrap();
        sheet.write_string(0, 1, "imports (USD million)").unwrap();
        sheet.write_string(1, 0, "2017-09").unwrap();
        sheet.write_number(1, 1, value).unwrap();
        sheet.set_hidden(name == "old");
    }
    let bytes = book.save_to_buffer().unwrap();
    let read = |options: &Options| {
        let read = from_stdin(&bytes, None, options).unwrap();
        read.rows
            .iter()
            .map(|row| row.value.unwrap().0)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        read(&north_korea()),
        [crate::trade::Amount::units(145_800_000)]
    );
    let old = Options {
        sheet: Some("old".to_owned()),
        ..north_korea()
    };
    assert_eq!(read(&old), [crate::trade::Amount::units(999_000_000)]);
}
