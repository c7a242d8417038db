//! Table (2) as a workbook: ordinary ones and malicious ones.

use crate::reader::tests::bulletin::*;
use rust_xlsxwriter::Workbook;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// The cells of each row from the second row and column on: texts and numbers as they are.
const SHEET: [&[&str]; 6] = [
    &["（2）2024年6月进出口商品国别（地区）总值表（人民币值）"],
    &["", "", "", "", "", "", "", "", "", "单位：万元人民币"],
    &[
        "国家（地区）",
        "进出口",
        "",
        "出口",
        "",
        "进口",
        "",
        "累计比去年同期±％",
    ],
    &[
        "",
        "6月",
        "1至6月",
        "6月",
        "1至6月",
        "6月",
        "1至6月",
        "进出口",
        "出口",
        "进口",
    ],
    &[
        "总值", "9.5", "9.5", "5.25", "5.1234", "4", "4", "1.5", "2", "3",
    ],
    &[
        "\u{3000}朝鲜\u{a0}",
        "92751.63",
        "689561.6236",
        "75786.979",
        "564490.1148",
        "16964.6548",
        "125071.5088",
        "-3",
        "-8.9",
        "34.3",
    ],
];

/// Worked out by hand: 万元 with four decimals only in the columns of exports (75786.9790), the
/// others with as many as their finest number has; the change of the total with one decimal.
const FIGURES: [&str; 6] = [
    "7 | import | 2024-01..2024-06 | CNY | 1250715088 [1250715087.5, 1250715088.5) | +34.3 % | 2024-07",
    "7 | import | 2024-06 | CNY | 169646548 [169646547.5, 169646548.5) |  | 2024-07",
    "7 | export | 2024-01..2024-06 | CNY | 5644901148 [5644901147.5, 5644901148.5) | -8.9 % | 2024-07",
    "7 | export | 2024-06 | CNY | 757869790 [757869785, 757869795) |  | 2024-07",
    "7 | total | 2024-01..2024-06 | CNY | 6895616236 [6895616235.5, 6895616236.5) | -3.0 % | 2024-07",
    "7 | total | 2024-06 | CNY | 927516300 [927516250, 927516350) |  | 2024-07",
];

fn xlsx() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("notes").unwrap();
    let sheet = book.add_worksheet();
    sheet.set_name("国别").unwrap();
    for (row, cells) in SHEET.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let (row, column) = (row as u32 + 1, column as u16 + 1);
            match cell.parse::<f64>() {
                _ if cell.is_empty() => {}
                Ok(number) => drop(sheet.write_number(row, column, number).unwrap()),
                Err(_) => drop(sheet.write_string(row, column, *cell).unwrap()),
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// A `.ods` with these rows as its content.
fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"国别\">\
{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    zipped(&[
        ("mimetype", kind.as_bytes()),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<m/>"),
    ])
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn ods_rows() -> String {
    let cell = |cell: &&str| match cell.parse::<f64>() {
        _ if cell.is_empty() => "<table:table-cell/>".to_owned(),
        Ok(number) => {
            format!("<table:table-cell office:value-type=\"float\" office:value=\"{number}\"/>")
        }
        Err(_) => format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{cell}</text:p></table:table-cell>"
        ),
    };
    let row = |cells: &&[&str]| {
        let cells: String = cells.iter().map(cell).collect();
        format!("<table:table-row><table:table-cell/>{cells}</table:table-row>")
    };
    let rows: String = SHEET.iter().map(row).collect();
    // The rest of a sheet, as programs write it.
    let rest = "<table:table-row table:number-rows-repeated=\"1048569\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    format!("<table:table-row><table:table-cell/></table:table-row>{rows}{rest}")
}

/// A record of a `.xls`.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = data.len() as u16;
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

fn words(words: &[u16]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

/// A `.xls` with one sheet that claims these dimensions.
fn xls(dimensions: [u32; 2]) -> Vec<u8> {
    let bof = |kind: u16| record(0x0809, &words(&[0x0600, kind, 0, 0, 0, 0, 0, 0]));
    let mut sheet = bof(0x0010);
    let [rows, columns] = dimensions;
    let claimed = [
        &0u32.to_le_bytes()[..],
        &rows.to_le_bytes(),
        &words(&[0, columns as u16, 0]),
    ];
    sheet.extend(record(0x0200, &claimed.concat()));
    for (row, cells) in SHEET.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let at = words(&[row as u16 + 1, column as u16 + 1, 0]);
            match cell.parse::<f64>() {
                _ if cell.is_empty() => {}
                Ok(number) => {
                    sheet.extend(record(0x0203, &[&at[..], &number.to_le_bytes()].concat()))
                }
                Err(_) => {
                    let text: Vec<u16> = cell.encode_utf16().collect();
                    let head = [&at[..], &words(&[text.len() as u16]), &[1]].concat();
                    sheet.extend(record(0x0204, &[head, words(&text)].concat()));
                }
            }
        }
    }
    sheet.extend(record(0x000a, &[]));
    let name: Vec<u16> = "国别".encode_utf16().collect();
    let bound = |at: u32| {
        let head = [&at.to_le_bytes()[..], &[0, 0, name.len() as u8, 1]].concat();
        record(0x0085, &[head, words(&name)].concat())
    };
    let start = bof(0x0005).len() + bound(0).len() + record(0x000a, &[]).len();
    let stream = [bof(0x0005), bound(start as u32), record(0x000a, &[]), sheet].concat();
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook")
        .unwrap()
        .write_all(&stream)
        .unwrap();
    file.into_inner().into_inner()
}

#[test]
fn a_workbook_of_every_make_gives_the_figures_of_its_sheet() {
    for (make, bytes) in [
        ("xlsx", xlsx()),
        ("ods", ods(&ods_rows())),
        ("xls", xls([7, 11])),
    ] {
        let (rows, remarks) = figures(&bytes, &north_korea());
        assert_eq!(rows, FIGURES, "{make}");
        assert_eq!(remarks, [""; 0], "{make}");
    }
}

#[test]
fn a_problem_names_sheet_row_and_column() {
    let rows = ods_rows().replace(
        "office:value-type=\"float\" office:value=\"-8.9\"/>",
        "office:value-type=\"string\"><text:p>######</text:p></table:table-cell>",
    );
    let problems = from_stdin(&ods(&rows), None, &north_korea())
        .unwrap_err()
        .to_string();
    let lost = "sheet `国别`, row 7, column 10: the column was too narrow when this was saved";
    assert!(
        problems.starts_with(&format!("tradecheck: standard input: {lost}")),
        "{problems}"
    );
}

#[test]
fn changes_in_fractions_are_refused() {
    let change = |from: &str, to: &str, rows: String| {
        let old = format!("office:value=\"{from}\"");
        assert!(rows.contains(&old));
        rows.replace(&old, &format!("office:value=\"{to}\""))
    };
    let fractions = change("-8.9", "-0.089", ods_rows());
    // The total of all partners rose by 2: in per cent, beside a fraction, the column is in doubt no
    // more than one of a revision.
    assert!(from_stdin(&ods(&fractions), None, &north_korea()).is_ok());
    let both = change("2", "0.02", fractions);
    let why = "the changes in this column all lie within ±1.5 and have three or more decimals, so they look like fractions, not percentages";
    assert_eq!(refused(&ods(&both)), why);
}

fn refused(bytes: &[u8]) -> String {
    let problems = from_stdin(bytes, None, &north_korea()).unwrap_err();
    problems.located[0].what.clone()
}

#[test]
fn hostile_sizes_are_refused_before_room_is_made_for_them() {
    let too_large = "the table is far larger than any table by country";
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "a").unwrap();
    sheet.write_string(1_048_575, 16_383, "z").unwrap();
    assert_eq!(refused(&book.save_to_buffer().unwrap()), too_large);
    let value = "<table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"900\"/>";
    let tall = format!(
        "<table:table-row table:number-rows-repeated=\"1048576\">{value}</table:table-row>"
    );
    assert_eq!(refused(&ods(&tall)), too_large);
    let wide = value.replace("900", "16384");
    assert_eq!(
        refused(&ods(&format!("<table:table-row>{wide}</table:table-row>"))),
        too_large
    );
    let zeros = vec![0; 70 << 20];
    assert_eq!(refused(&zipped(&[("xl/workbook.xml", &zeros)])), too_large);
    assert_eq!(refused(&xls([u32::MAX, 255])), too_large);
}

#[test]
fn a_tag_of_80_000_attributes_is_refused_at_once() {
    let attributes: String = (0..80_000).map(|n| format!(" a{n}=\"\"")).collect();
    let namespaces: String = (0..6_000)
        .map(|n| format!("<a xmlns:n{n}=\"n\"/>"))
        .collect();
    for sheet in [
        format!("<worksheet><sheetData{attributes}/></worksheet>"),
        format!("<worksheet>{namespaces}</worksheet>"),
    ] {
        let book = zipped(&[
            ("xl/workbook.xml", b"<workbook/>"),
            ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ]);
        let began = std::time::Instant::now();
        assert_eq!(
            refused(&book),
            "the workbook cannot be read: it has more attributes or namespaces than any table"
        );
        assert!(began.elapsed().as_secs() < 5);
    }
}

#[test]
fn a_document_and_an_empty_archive_are_no_workbooks() {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/WordDocument").unwrap();
    let document = file.into_inner().into_inner();
    let why = "the workbook cannot be read: it has no sheets; it may be a document or an email";
    assert_eq!(refused(&document), why);
    let mut book = Workbook::new();
    book.add_worksheet().write_string(0, 0, "month").unwrap();
    let other = book.save_to_buffer().unwrap();
    assert_eq!(refused(&other), "unknown layout, with the columns");
}

#[test]
fn torn_and_altered_workbooks_end_in_figures_or_in_a_message() {
    // A generator after Knuth, so that every run alters the same bytes.
    let mut seed = 1u64;
    let mut next = move |below: usize| {
        seed = seed
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (seed >> 33) as usize % below
    };
    for bytes in [xlsx(), ods(&ods_rows()), xls([7, 11])] {
        for _ in 0..150 {
            let mut altered = bytes.clone();
            for _ in 0..=next(3) {
                let at = next(altered.len());
                altered[at] = next(256) as u8;
            }
            altered.truncate(altered.len() - next(2) * next(altered.len()));
            let _ = from_stdin(&altered, None, &north_korea());
        }
    }
}
