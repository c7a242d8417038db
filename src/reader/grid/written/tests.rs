use super::*;

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
        ("#,##0,\"k\";-#,##0,", false, 1, 0),
        ("0\"%\"", false, 0, 0),
        ("[Red]0.00%", true, 0, 2),
        ("yyyy\\-mm", false, 0, 0),
    ] {
        let expected = Shown {
            in_percent,
            thousands,
            decimals,
        };
        assert_eq!(shown(code), expected, "{code}");
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
    let written = open_document(content);
    assert!(written.shown("a", 2, 1).in_percent);
    assert!(!written.shown("a", 2, 0).in_percent);
    assert_eq!(written.text("1451"), "145\u{2060}1");
}
