use super::formats::{DateShown, shown};
use super::literal::Literal;
use super::open_document::{CellStyles, open_document};
use super::packed::{formats, merged_cells, parted_strings, shown_cells};
use super::{biff8, biff12};

#[test]
fn formats_say_how_numbers_are_shown() {
    for (code, in_percent, thousands, decimals) in [
        ("General", false, 0, 0),
        ("0.0%", true, 0, 1),
        ("#,##0", false, 0, 0),
        ("#,##0.0", false, 0, 1),
        ("#,##0.0#", false, 0, 1),
        ("#,##0,", false, 1, 0),
        ("0.0,,", false, 2, 1),
        ("0\"%\"", false, 0, 0),
        ("[Red]0.00%", true, 0, 2),
        ("yyyy\\-mm", false, 0, 0),
    ] {
        let found = shown(code);
        assert_eq!(
            (found.in_percent, found.thousands, found.decimals),
            (in_percent, thousands, decimals),
            "{code}"
        );
        assert!(!found.is_worded && !found.is_odd, "{code}");
    }
    for (code, thousands) in [("#,##0,\"k\";-#,##0,", 1), ("0.0,,\\M", 2)] {
        let found = shown(code);
        assert_eq!(
            (found.thousands, found.is_worded),
            (thousands, true),
            "{code}"
        );
    }
}

#[test]
fn a_number_is_read_as_its_format_shows_it() {
    for (number, code, text) in [
        // The first answer to the question how Excel shows ten thousands.
        (234_800_000.0, "0!.0,", "23480.0"),
        (234_800_000.0, "0\\.0,", "23480.0"),
        (234_800_000.0, "0\".\"0,", "23480.0"),
        (234_800_000.0, "0!.0000", "23480.0000"),
        (234_800_000.0, "0!.00,,", "2.348"),
        (234.8, "0.0\"%\"", "234.8%"),
        (234.8, "0.0\" (e)\"", "234.8(e)"),
        (234.8, "0.0\"亿\"", "234.8 亿"),
        (-234.8, "\"$\"0.0", "-$234.8"),
        (234.8, "[$€-407]0.0", "€234.8"),
        (234.8, "[$-409]0.0", "234.8"),
        (234.8, "_($* #,##0.0_)", "$234.8"),
        (234_800_000.0, "0.0,,;-0.0,,;\"-\"", "234.8"),
    ] {
        let found = crate::reader::grid::workbook::as_shown(number, shown(code));
        assert_eq!(found, text, "{code}");
    }
    for code in ["[>1000000000]0.0,,,;0.0,,", "0\"亿\"0000\"万\"", "000-000"] {
        assert!(shown(code).is_odd, "{code}");
    }
    for (code, form) in [
        ("yyyy", DateShown::AsYear),
        ("yyyy\"年\"m\"月\"", DateShown::AsItIs),
        ("mmm\\-yy", DateShown::AsItIs),
        ("[$-409]d\\-mmm\\-yyyy;@", DateShown::AsItIs),
        ("yyyy\"年1-\"m\"月\"", DateShown::With(Literal::of("1"))),
        ("\"YTD \"mmm\\-yy", DateShown::With(Literal::of("YTD"))),
    ] {
        assert_eq!(shown(code).date, form, "{code}");
    }
}

#[test]
fn digits_of_two_runs_are_kept_apart() {
    let strings = "<sst><si><t>1451</t></si>\
        <si><r><t>234</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r></si>\
        <si><r><t>145</t></r><r><t>8</t></r></si><si><r><t>a &amp; </t></r><r><t>b</t></r></si></sst>";
    let parted = parted_strings(strings);
    let mut texts: Vec<(&str, &str)> = parted.iter().map(|(one, two)| (&**one, &**two)).collect();
    texts.sort_unstable();
    assert_eq!(texts, [("1458", "145\u{2060}8"), ("2341", "234¹")]);
}

#[test]
fn styles_lead_to_cells() {
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"#,##0,\"/></numFmts>\
        <cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>";
    let sheet = "<sheetData><row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" s=\"1\"><v>2</v></c><c s=\"2\"><v>3</v></c></row></sheetData>";
    let cells = shown_cells(sheet, &formats(styles));
    assert_eq!(cells.len(), 2);
    assert_eq!(cells[&(1, 1)].thousands, 1);
    assert!(cells[&(1, 2)].in_percent);
    let merged = "<mergeCells count=\"1\"><mergeCell ref=\"D2:E2\"/></mergeCells>";
    assert_eq!(merged_cells(merged), [((1, 3), (1, 4))]);
}

#[test]
fn an_open_document_says_it_by_its_cells() {
    let content = "<table:table table:name=\"a\"><table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"3\"/></table:table-row>\
        <table:table-row><table:table-cell office:value-type=\"string\"><text:p>145<text:span>1</text:span></text:p></table:table-cell>\
        <table:table-cell office:value-type=\"percentage\" office:value=\"-0.379\"><text:p>-37.9 %</text:p></table:table-cell></table:table-row></table:table>";
    let written = open_document(content, &CellStyles::default());
    assert!(written.shown("a", 2, 1).in_percent);
    assert!(!written.shown("a", 2, 0).in_percent);
    assert_eq!(written.text("1451"), "145\u{2060}1");
}

#[test]
fn an_open_document_says_it_by_its_styles() {
    let styles = "<office:automatic-styles>\
        <number:number-style style:name=\"N1\"><number:number number:decimal-places=\"1\" number:min-decimal-places=\"1\"/></number:number-style>\
        <number:number-style style:name=\"N2\"><number:number number:decimal-places=\"0\" number:display-factor=\"1000\"/><number:text>k</number:text></number:number-style>\
        <style:style style:name=\"ce1\" style:family=\"table-cell\" style:data-style-name=\"N1\"/>\
        <style:style style:name=\"ce2\" style:family=\"table-cell\" style:data-style-name=\"N2\"/></office:automatic-styles>";
    let content = "<table:table table:name=\"a\"><table:table-column/><table:table-column table:default-cell-style-name=\"ce2\"/>\
        <table:table-row><table:table-cell office:value=\"145\" table:style-name=\"ce1\"/><table:table-cell office:value=\"145820\"/></table:table-row></table:table>";
    let mut read = CellStyles::default();
    read.read(styles);
    let written = open_document(content, &read);
    assert_eq!(written.shown("a", 0, 0).decimals, 1);
    let scaled = written.shown("a", 0, 1);
    assert_eq!((scaled.thousands, scaled.is_worded), (1, true));
}

/// A record of an `.xls` stream.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

fn words(words: &[u16]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

/// Source: [MS-XLS] 2.4.21, 2.4.122, 2.4.126, 2.4.353, 2.4.28, 2.4.265, 2.4.175, 2.4.168.
#[test]
fn an_xls_says_it_by_its_records() {
    let begin = record(0x0809, &words(&[0x0600, 0x0005, 0, 0, 0, 0, 0, 0]));
    let font = |raised: u16| record(0x0031, &words(&[200, 0, 0, 400, raised, 0]));
    let code = b"#,##0,";
    let format = [&words(&[164, code.len() as u16])[..], &[0], code].concat();
    // Two styles: General, and the format above.
    let styles = [0u16, 164].map(|id| record(0x00e0, &words(&[0, id])));
    // `1451` in two runs, the second in the font with the number 5 (the fifth, as 4 is not used), and
    // `14`, whose letters go on in the next record.
    let rich = [
        &words(&[4])[..],
        &[0x08],
        &words(&[1]),
        b"1451",
        &words(&[3, 5]),
    ]
    .concat();
    let strings = [&[0; 8][..], &rich, &words(&[2]), &[0], b"1"].concat();
    let continued = [&[1][..], &words(&[u16::from(b'4')])].concat();
    let before = [
        begin.clone(),
        font(0),
        font(0),
        font(0),
        font(0),
        font(1),
        record(0x041e, &format),
        styles.concat(),
    ]
    .concat();
    let after = [
        record(0x00fc, &strings),
        record(0x003c, &continued),
        record(0x000a, &[]),
    ]
    .concat();
    let sheet_record = 4 + 8 + 1;
    let at = u32::try_from(before.len() + sheet_record + after.len()).unwrap();
    let bound = [&at.to_le_bytes()[..], &[0, 0, 1, 0], b"a"].concat();
    let sheet = [
        begin,
        // A number in B2, two in one record in B3 and C3, and D2 merged with E2.
        record(0x0203, &[&words(&[1, 1, 1])[..], &[0; 8]].concat()),
        record(0x00bd, &words(&[2, 1, 0, 0, 0, 1, 0, 0, 2])),
        record(0x00e5, &words(&[1, 1, 1, 3, 4])),
        record(0x000a, &[]),
    ];
    let stream = [before, record(0x0085, &bound), after, sheet.concat()].concat();
    let written = biff8::of_stream(&stream);
    assert_eq!(written.shown("a", 1, 1).thousands, 1);
    assert_eq!(written.shown("a", 2, 1).thousands, 0);
    assert_eq!(written.shown("a", 2, 2).thousands, 1);
    assert_eq!(written.text("1451"), "145¹");
    assert_eq!(written.text("14"), "14");
    let merged: Vec<_> = written.merged("a").collect();
    assert_eq!(merged, [((1, 3), (1, 4))]);
}

/// A record of a part of an `.xlsb` file, for kinds below 128 and lengths below 128.
fn binary(kind: u16, data: &[u8]) -> Vec<u8> {
    let kind = match kind {
        0..128 => vec![kind as u8],
        _ => vec![(kind & 0x7f) as u8 | 0x80, (kind >> 7) as u8],
    };
    [&kind[..], &[u8::try_from(data.len()).unwrap()], data].concat()
}

fn long(number: u32) -> Vec<u8> {
    number.to_le_bytes().to_vec()
}

fn text(text: &str) -> Vec<u8> {
    let letters: Vec<u16> = text.encode_utf16().collect();
    [long(letters.len() as u32), words(&letters)].concat()
}

/// Source: [MS-XLSB] 2.4.149, 2.4.313, 2.4.315, 2.4.655, 2.4.790, 2.4.821, 2.4.722.
#[test]
fn an_xlsb_says_it_by_its_records() {
    let font = |raised: u16| binary(43, &words(&[200, 0, 400, raised]));
    let styles = [
        font(0),
        font(1),
        binary(44, &[words(&[164]), text("0.0%")].concat()),
        binary(47, &words(&[0xffff, 164, 0, 0])),
        binary(617, &long(2)),
        binary(47, &words(&[0, 0, 0, 0])),
        binary(47, &words(&[0, 164, 0, 0])),
        binary(618, &[]),
    ];
    let (styles, raised) = biff12::styles_of(&styles.concat());
    assert_eq!((styles.len(), raised.len()), (2, 2));
    assert!(styles[1].in_percent);
    let rich = [vec![1], text("1451"), long(1), words(&[3, 1])].concat();
    let strings = [
        binary(159, &[long(2), long(2)].concat()),
        binary(19, &[vec![0], text("1451x")].concat()),
        binary(19, &rich),
    ];
    let parted = biff12::parted_strings(&strings.concat(), &raised);
    assert_eq!(
        parted.into_iter().collect::<Vec<_>>(),
        [("1451".to_owned(), "145¹".to_owned())]
    );
    let sheet = [
        binary(0, &[long(1), vec![0; 21]].concat()),
        binary(5, &[long(1), long(1), vec![0; 8]].concat()),
        binary(5, &[long(2), long(0), vec![0; 8]].concat()),
        binary(176, &[long(1), long(1), long(3), long(4)].concat()),
    ];
    let (cells, merged) = biff12::of_sheet(&sheet.concat(), &styles);
    assert_eq!(cells.len(), 1);
    assert!(cells[&(1, 1)].in_percent);
    assert_eq!(merged, [((1, 3), (1, 4))]);
}
