use crate::reader::tests::*;
use crate::trade::{Basis, Interval, Month, Period, RowKind};
use encoding_rs::GB18030;

const IMPORT: Option<Flow> = Some(Flow::Import);

const ENGLISH: &str = "\"Date of data\",\"Trading partner code\",\"Trading partner\",\"Commodity code\",\"Commodity\",\"Customs Regime code\",\"Customs Regime\",\"Quantity\",\"Unit\",\"Supplimentary Quantity\",\"Supplimentary Unit\",\"US dollar\",
\"201709\",\"109\",\"Korea,DPR\",\"27011100\",\"Anthracite\",\"19\",\"Border Trade\",\"511619000\",\"Kilogram\",\"0\",\"-\",\"45,123,456\",
\"201709\",\"133\",\"Korea,Rep.\",\"27011100\",\"Anthracite\",\"10\",\"Ordinary Trade\",\"1\",\"Kilogram\",\"0\",\"?\",\"99\",
\"201708\",\"109\",\"Korea,DPR\",\"03077100\",\"Down \"\"jackets\"\", of cotton\",\"10\",\"Ordinary Trade\",\"1,000\",\"Kilogram\",\"0\",\"-\",\"7\",
";

const CHINESE: &str = "\"数据年月\",\"商品编码\",\"商品名称\",\"贸易伙伴编码\",\"贸易伙伴名称\",\"贸易方式编码\",\"贸易方式名称\",\"注册地编码\",\"注册地名称\",\"第一数量\",\"第一计量单位\",\"第二数量\",\"第二计量单位\",\"人民币\",\r
\"201801\",\"26011120\",\"铁矿砂\",\"109\",\"朝鲜\",\"19\",\"边境小额贸易\",\"22\",\"吉林省\",\"1\",\"千克\",\"0\",\"?\",\"1,234,567\",\r
";

#[test]
fn the_english_page_reads_row_by_row_for_the_partner_asked_for() {
    let observations = from_stdin(ENGLISH.as_bytes(), IMPORT, &north_korea()).unwrap();
    assert_eq!(
        row_texts(&observations),
        [
            "2 2017-09 import USD 27011100 |19 45123456",
            "4 2017-08 import USD 03077100 |10 7"
        ]
    );
    let first = observations.rows.get(0).unwrap();
    assert_eq!((first.kind, first.basis), (RowKind::Detail, Basis::Sum));
    let (value, interval) = first.value.unwrap();
    assert_eq!(interval, Interval::exact(value));
    assert_eq!(observations.partners_seen.len(), 2);
    assert_eq!(remarks(&observations), [""; 0]);
}

#[test]
fn the_chinese_page_reads_the_same_in_every_encoding() {
    let expected = ["2 2018-01 import CNY 26011120 22|19 1234567"];
    let marked = format!("\u{feff}{CHINESE}");
    let utf16 = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let encoded: [Vec<u8>; 4] = [
        GB18030.encode(CHINESE).0.into_owned(),
        CHINESE.into(),
        marked.into(),
        utf16,
    ];
    for bytes in encoded {
        let observations = from_stdin(&bytes, IMPORT, &north_korea()).unwrap();
        assert_eq!(row_texts(&observations), expected);
    }
}

#[test]
fn all_partners_are_read_when_asked_for() {
    let all = Options {
        partner: PartnerChoice::All,
        ..north_korea()
    };
    assert_eq!(rows(ENGLISH, IMPORT, &all).len(), 3);
}

#[test]
fn a_download_of_both_currencies_gives_both() {
    let text = "商品编码,贸易伙伴编码,数据年月,美元,人民币,\n27,109,201709,\"1,000\",\"6,600\",\n";
    assert_eq!(
        rows(text, IMPORT, &north_korea()),
        [
            "2 2017-09 import USD 27  1000",
            "2 2017-09 import CNY 27  6600"
        ]
    );
}

#[test]
fn blanks_decimals_and_missing_partner_columns_are_fine() {
    let text = "Commodity code\tUS dollar\t\n\t\" 0307 \" \t 1234.5 \t\n";
    let month = Options {
        file_month: Month::new(2017, 9).map(Period::month),
        ..north_korea()
    };
    // Tabs around values occur only with another delimiter.
    let text = text.replace("\t\n\t", "\t\n");
    let observations = from_stdin(text.as_bytes(), IMPORT, &month).unwrap();
    assert_eq!(
        row_texts(&observations),
        ["2 2017-09 import USD 0307  1235"]
    );
    assert_eq!(
        remarks(&observations),
        ["standard input: no partner column; assumed to be trade with North Korea"]
    );
    let comma = "Commodity code,US dollar,\n\t\" 0307\u{a0}\" ,\t1234.5 ,\n";
    assert_eq!(rows(comma, IMPORT, &month), row_texts(&observations));
}

#[test]
fn what_the_file_does_not_say_must_be_said() {
    let text = "Commodity code,US dollar,\n0307,1,\n";
    let all = Options {
        partner: PartnerChoice::All,
        ..north_korea()
    };
    assert_eq!(
        wrong(text, None, &all),
        [
            "-:- the file does not say whether it contains imports or exports: -",
            "-:- the file has no month column and no month in its name: -",
            "-:- the file has no partner column: -"
        ]
    );
    let problems = from_stdin(text.as_bytes(), None, &all).unwrap_err();
    let help = problems.located[0].help.as_deref();
    assert_eq!(help, Some("pass it as `--imports -` or `--exports -`"));
}

#[test]
fn an_unambiguous_name_tells_flow_and_month_and_that_is_said() {
    let folder = Folder::new();
    let file = folder.file("e201810.csv", b"Commodity code,US dollar,\n0307,1,\n");
    let observations = folder.read(&[path(&file, None)]).unwrap();
    assert_eq!(row_texts(&observations), ["2 2018-10 export USD 0307  1"]);
    assert_eq!(
        remarks(&observations),
        [
            "e201810.csv: read as exports, from the file name",
            "e201810.csv: no month column; read as 2018-10, from the file name",
            "e201810.csv: no partner column; assumed to be trade with North Korea",
        ]
    );
    let observations = folder.read(&[path(&file, IMPORT)]).unwrap();
    assert_eq!(
        remarks(&observations)[0],
        "e201810.csv: the file name says exports, but it was given as imports; read as imports"
    );
}

#[test]
fn a_value_that_is_not_given_is_counted_and_never_zero() {
    let text = "Date of data,Trading partner code,US dollar,\n201709,109,-,\n201709,109,?,\n201709,109,,\n201709,109,0,\n";
    let observations = from_stdin(text.as_bytes(), IMPORT, &north_korea()).unwrap();
    // They remain as rows without a value, so that a sum of the month is missing.
    assert_eq!(
        row_texts(&observations),
        [
            "2 2017-09 import USD   ",
            "3 2017-09 import USD   ",
            "4 2017-09 import USD   ",
            "5 2017-09 import USD   0"
        ]
    );
    assert_eq!(
        remarks(&observations),
        [
            "standard input: 3 values are missing (empty, a dash or `..`); they were not treated as zero"
        ]
    );
}

#[test]
fn a_download_of_exactly_ten_thousand_rows_is_probably_cut() {
    let file = |rows: usize| {
        let rows = (0..rows).map(|dollars| format!("201709,109,{dollars},\n"));
        format!(
            "Date of data,Trading partner code,US dollar,\n{}",
            rows.collect::<String>()
        )
    };
    let message = |rows| {
        let observations = from_stdin(file(rows).as_bytes(), IMPORT, &north_korea()).unwrap();
        // Rows that differ only in their values become one sum.
        assert_eq!(observations.rows.len(), 1);
        remarks(&observations)
            .iter()
            .any(|text| text.contains("exactly 10,000 rows"))
    };
    assert!(message(10_000) && !message(9_999) && !message(10_001));
}

#[test]
fn south_korea_in_place_of_north_korea_is_said() {
    let text = "Date of data,Trading partner code,US dollar,\n201709,133,1,\n";
    let observations = from_stdin(text.as_bytes(), IMPORT, &north_korea()).unwrap();
    assert_eq!(observations.rows.len(), 0);
    assert_eq!(
        remarks(&observations),
        ["standard input: partner 133 is South Korea; North Korea is 109"]
    );
}

#[test]
fn the_customs_code_408_is_bolivia_and_not_the_un_code_of_north_korea() {
    let text = "Date of data,Trading partner code,US dollar,\n201709,408,1,\n";
    assert_eq!(rows(text, IMPORT, &north_korea()), [""; 0]);
}

#[test]
fn a_partner_is_known_by_its_name_where_there_is_no_code() {
    let text = "数据年月,贸易伙伴名称,美元,\n201709,朝鲜\u{3000},5,\n201709,韩国,6,\n";
    assert_eq!(
        rows(text, IMPORT, &north_korea()),
        ["2 2017-09 import USD   5"]
    );
}

#[test]
fn a_bare_comma_in_the_name_of_the_partner_is_mended_and_said() {
    let text =
        "Date of data,Trading partner code,Trading partner,US dollar,\n201709,109,Korea,DPR,5,\n";
    let observations = from_stdin(text.as_bytes(), IMPORT, &north_korea()).unwrap();
    assert_eq!(row_texts(&observations), ["2 2017-09 import USD   5"]);
    assert_eq!(
        remarks(&observations),
        [
            "standard input: 1 row was repaired where a comma split the name of the partner, first at line 2"
        ]
    );
}

#[test]
fn everything_wrong_is_said_with_its_place() {
    let text = "Date of data,Trading partner code,Commodity code,US dollar,
201713,109,27011100,1,
201709,109,3077100,1,
201709,109,270A,1,
201709,109,27011100,-5,
201709,109,27011100,seven,
201709,109,27011100,\"1,23\",
201709,109,27011100,200000000000000,
201709,109,27011100,########,
201709,109,27011100
201709,109,27011100,1,2
\"201709\",\"109\",\"27011100\",\"1
";
    assert_eq!(
        wrong(text, IMPORT, &north_korea()),
        [
            "2:1 has no month 13: months run from 01 to 12: 201713",
            "3:12 the HS code has an odd number of digits: 3077100",
            "4:12 not an HS code: 270A",
            "5:21 negative trade value: -5",
            "6:21 not a number: seven",
            "7:21 not a number, unless the comma marks decimals: 1,23",
            "8:21 the value is too large: 200000000000000",
            "9:21 the column was too narrow when this was saved; the value is lost: ########",
            "10:- the row is too short: 3 fields under 4 columns: 27011100",
            "11:23 the row is too long: 5 fields under 4 columns: 2",
            "12:27 a quote opens here and is never closed: \"1",
        ]
    );
}

#[test]
fn an_unknown_column_is_watched_and_a_doubled_one_refused() {
    let head = "Date of data,Trading partner code,Colour,US dollar,\n201709,109,red,1,\n";
    let observations = from_stdin(head.as_bytes(), IMPORT, &north_korea()).unwrap();
    assert_eq!(observations.rows.len(), 1);
    let two = format!("{head}201709,109,blue,2,\n");
    assert_eq!(
        wrong(&two, IMPORT, &north_korea()),
        [
            "1:35 rows for the same month, flow and partner (lines 2 and 3) differ in columns that were not recognised: `Colour`: -"
        ]
    );
    let twice = "Date of data,US dollar,US dollars\n201709,1,2\n";
    assert_eq!(
        wrong(twice, IMPORT, &north_korea()),
        ["1:24 two columns have the same meaning: US dollars"]
    );
}

#[test]
fn a_code_and_a_name_that_disagree_are_said() {
    let text = "Date of data,Trading partner code,Trading partner,US dollar,\n201709,109,韩国,1,\n";
    let all = Options {
        partner: PartnerChoice::All,
        ..north_korea()
    };
    let observations = from_stdin(text.as_bytes(), IMPORT, &all).unwrap();
    assert_eq!(observations.rows.len(), 1);
    assert!(
        remarks(&observations)[0].contains("partner code `109` does not match the name `韩国`")
    );
    // Where North Korea is asked for, the row may be none of its own.
    assert_eq!(
        wrong(text, IMPORT, &north_korea()),
        [
            "2:12 the column `Trading partner` contradicts the column `Trading partner code` of the same row, which has `109`: 韩国"
        ]
    );
}
