//! Tables in whatever holds them: workbooks, pages, web archives, the XML of Excel 2003, JSON; and
//! in whatever encoding.

use crate::program::Folder;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

/// 145.8 after 234.8 million dollars: (145.8 − 234.8) / 234.8 = −37.9046 %.
const FELL: &str = "base,value,yoy_pct\n234800000,145800000,-37.9046\n";
const ASK: &str = "yoy --month 2017-09 --flow imports --columns base,value,yoy_pct";

#[track_caller]
fn fell(name: &str, bytes: &[u8]) {
    let folder = Folder::new().with(name, bytes);
    let output = folder.run(&format!("{ASK} {name}")).output();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        FELL,
        "{name}: {errors}"
    );
}

#[track_caller]
fn refused(arguments: &str, name: &str, bytes: &[u8], words: &[&str]) {
    let folder = Folder::new().with(name, bytes);
    let output = folder.run(&format!("{arguments} {name}")).output();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{name}: {errors}");
    assert!(output.stdout.is_empty(), "{name}");
    for word in words {
        assert!(errors.contains(word), "{name}: {word}: {errors}");
    }
}

/// A sheet of months as dates and values as numbers, under a title, if any.
fn sheet(book: &mut Workbook, name: &str, title: &str, head: &str) {
    let sheet = book.add_worksheet();
    sheet.set_name(name).expect("a name for the sheet");
    let mut row = 0;
    if !title.is_empty() {
        sheet.write_string(0, 0, title).expect("a title");
        row = 2;
    }
    sheet.write_string(row, 0, "month").expect("a head");
    sheet.write_string(row, 1, head).expect("a head");
    let format = Format::new().set_num_format("mmm-yy");
    for (at, (year, value)) in [(2016, 234.8), (2017, 145.8)].into_iter().enumerate() {
        let row = row + 1 + u32::try_from(at).expect("a small number");
        let month = ExcelDateTime::from_ymd(year, 9, 1).expect("a date");
        sheet
            .write_datetime_with_format(row, 0, &month, &format)
            .expect("a month");
        sheet.write_number(row, 1, value).expect("a value");
    }
}

fn book(sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, title, head) in sheets {
        sheet(&mut book, name, title, head);
    }
    book.save_to_buffer().expect("a workbook")
}

fn table(rows: &[&[&str]]) -> String {
    let cell = |cell: &&str| format!("<td>{cell}</td>");
    let row = |row: &&[&str]| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
    format!(
        "<table>{}</table>",
        rows.iter().map(row).collect::<String>()
    )
}

const TIDY: [&[&str]; 3] = [
    &["month", "imports_usd_mn"],
    &["2016-09", "234.8"],
    &["2017-09", "145.8"],
];

#[test]
fn one_table_is_read_from_every_container() {
    fell("t.xlsx", &book(&[("Sheet1", "", "imports_usd_mn")]));
    fell(
        "t.xlsx",
        &book(&[(
            "Trade",
            "China's imports from North Korea",
            "imports_usd_mn",
        )]),
    );
    let page = format!("<html><body>{}</body></html>", table(&TIDY));
    fell("t.html", page.as_bytes());
    fell("t.xls", page.as_bytes());
    // A bar of links above, a source below.
    let page = format!(
        "<html><body>{}<h1>Imports from North Korea</h1>{}<p>Source: customs</p></body></html>",
        table(&[&["Home", "News"]]),
        table(&TIDY)
    );
    fell("t.html", page.as_bytes());
    let archive = format!(
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n\
         --b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<html>{}</html>\r\n--b--\r\n",
        table(&TIDY)
    );
    fell("t.mhtml", archive.as_bytes());
    let row = |month: &str, value: &str| {
        format!(
            "<Row><Cell><Data ss:Type=\"DateTime\">{month}-01T00:00:00.000</Data></Cell>\
             <Cell><Data ss:Type=\"Number\">{value}</Data></Cell></Row>"
        )
    };
    let xml = format!(
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"Sheet1\"><Table>\
         <Row><Cell><Data ss:Type=\"String\">month</Data></Cell><Cell><Data ss:Type=\"String\">imports_usd_mn</Data></Cell></Row>\
         {}{}</Table></Worksheet></Workbook>",
        row("2016-09", "234.80000000000001"),
        row("2017-09", "145.8")
    );
    fell("t.xml", xml.as_bytes());
    for json in [
        r#"[{"month":"2016-09","imports_usd_mn":234.8},{"month":"2017-09","imports_usd_mn":145.8}]"#,
        "{\"month\":\"2016-09\",\"imports_usd_mn\":234.8}\n{\"month\":\"2017-09\",\"imports_usd_mn\":145.8}\n",
        r#"{"rows":[{"month":"2016-09","imports_usd_mn":234.8},{"month":"2017-09","imports_usd_mn":145.8}]}"#,
    ] {
        fell("t.json", json.as_bytes());
    }
    // The mark that ends a file under DOS.
    fell(
        "t.csv",
        b"month,imports_usd_mn\r\n2016-09,234.8\r\n2017-09,145.8\r\n\x1a",
    );
}

#[test]
fn of_several_tables_one_is_named() {
    let two = book(&[
        ("First", "", "imports_usd_mn"),
        ("Second", "", "exports_usd_mn"),
    ]);
    refused(
        ASK,
        "t.xlsx",
        &two,
        &["`First`", "`Second`", "--sheet NAME"],
    );
    let folder = Folder::new().with("t.xlsx", &two);
    let output = folder.run(&format!("{ASK} --sheet First t.xlsx")).output();
    assert_eq!(String::from_utf8_lossy(&output.stdout), FELL);
    refused(
        &format!("{ASK} --sheet Firs"),
        "t.xlsx",
        &two,
        &["no sheet or table", "`First`"],
    );
}

#[test]
fn the_name_of_a_sheet_is_heeded() {
    let south = book(&[("South Korea", "", "imports_usd_mn")]);
    refused(ASK, "t.xlsx", &south, &["South Korea (133)"]);
    let index = book(&[("Index 2015=100", "", "imports")]);
    refused(ASK, "t.xlsx", &index, &["Index"]);
}

#[test]
fn a_cell_of_a_sheet_is_blamed_by_sheet_row_and_column() {
    let mut bad = Workbook::new();
    sheet(&mut bad, "Data", "", "imports_usd_mn");
    let sheet = bad.worksheet_from_name("Data").expect("the sheet");
    for (row, month) in [(3, "2017-10"), (4, "2017-11"), (5, "2017-12")] {
        sheet.write_string(row, 0, month).expect("a month");
        sheet.write_number(row, 1, 1.5).expect("a value");
    }
    sheet.write_string(2, 1, "n.k.").expect("a text");
    let bytes = bad.save_to_buffer().expect("a workbook");
    refused(
        ASK,
        "t.xlsx",
        &bytes,
        &["t.xlsx: sheet `Data`, row 3, column 2: not a number: `n.k.`"],
    );
}

#[test]
fn words_settle_an_encoding_and_else_it_is_named() {
    let ask = |name: &str, bytes: &[u8], more: &str| {
        let folder = Folder::new().with(name, bytes);
        let output = folder.run(&format!("{ASK} {more} {name}")).output();
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    // `북한` in EUC-KR, `北韓` in Big5, `北朝鮮` in Shift-JIS, `朝鲜` in GB18030.
    for name in [
        &b"\xba\xcf\xc7\xd1"[..],
        b"\xa5\x5f\xc1\xfa",
        b"\x96\x6b\x92\xa9\x91\x4e",
        b"\xb3\xaf\xcf\xca",
    ] {
        let text = [
            b"month,country,imports_usd_mn\n2016-09,",
            name,
            b",234.8\n2017-09,",
            name,
            b",145.8\n",
        ]
        .concat();
        assert_eq!(ask("t.csv", &text, ""), FELL, "{name:?}");
    }
    // `갸냐` is no word of any table, and reads as Chinese too.
    let text =
        b"month,label,imports_usd_mn\n2016-09,\xb0\xbc\xb3\xc4,234.8\n2017-09,\xb0\xbc\xb3\xc4,145.8\n";
    refused(ASK, "t.csv", text, &["--encoding", "euc-kr", "gb18030"]);
    assert_eq!(ask("t.csv", text, "--encoding euc-kr"), FELL);
    refused(
        &format!("{ASK} --encoding utf-8"),
        "t.csv",
        text,
        &["is not valid in UTF-8, the encoding given"],
    );
}
