//! Table (2) in Chinese, as CSV saved from the workbook, with an empty first line and first field.

use crate::reader::tests::bulletin::*;
use crate::trade::{Month, Period};

/// A row of the fixture: the month and the year to date of total, exports and imports, then the
/// three changes.
struct BulletinRow<'a>(&'a str, [&'a str; 9]);

fn table(year: u32, month: u32, unit: &str, rows: &[BulletinRow<'_>]) -> String {
    let value = if unit.contains("美元") {
        "美元值"
    } else {
        "人民币值"
    };
    let months = format!("{month}月,1至{month}月");
    let mut text = format!(
        "\n,（2）{year}年{month}月进出口商品国别（地区）总值表（{value}）,,,,,,,,,\n\
,,,,,,,,,{unit},\n,进出口商品国别（地区）,进出口,,出口,,进口,,累计比去年同期±％,,\n\
,,{months},{months},{months},进出口,出口,进口\n"
    );
    for BulletinRow(name, cells) in rows {
        text.push_str(&format!(",{name},{}\n", cells.join(",")));
    }
    text.push_str(",注：东南亚国家联盟包括：文莱、缅甸。,,,,,,,,,\n");
    text
}

const SUM: BulletinRow<'_> = BulletinRow(
    "总值",
    ["10.1234", "10.1234", "6", "6", "4", "4", "1.5", "2.1", "3"],
);

#[test]
fn january_2025_as_it_was_printed() {
    // published.csv: exports 138421.5762 and +55.8 %, imports 21513.7726 and -7.2 %, in 万元; their
    // sum is the total.
    let january = [
        "159935.3488",
        "159935.3488",
        "138421.5762",
        "138421.5762",
        "21513.7726",
        "21513.7726",
        "42.8",
        "55.8",
        "-7.2",
    ];
    let text = table(
        2025,
        1,
        "单位：万元人民币",
        &[SUM, BulletinRow("　朝鲜\u{a0} ", january)],
    );
    let (rows, remarks) = figures(text.as_bytes(), &north_korea());
    // Four decimals of ten thousand: exact to the yuan, plus or minus half a yuan.
    assert_eq!(
        rows,
        [
            "7 | import | 2025-01 | CNY | 215137726 [215137725.5, 215137726.5) | -7.2 % | 2025-02",
            "7 | export | 2025-01 | CNY | 1384215762 [1384215761.5, 1384215762.5) | +55.8 % | 2025-02",
            "7 | total | 2025-01 | CNY | 1599353488 [1599353487.5, 1599353488.5) | +42.8 % | 2025-02",
        ]
    );
    assert_eq!(remarks, [""; 0]);
    // February: the year to date 200729.729 and +37.5 %, whose last digit the copy dropped.
    let february = [
        "87433.2770",
        "247368.6254",
        "62308.1528",
        "200729.729",
        "25125.1242",
        "46638.8964",
        "31.5",
        "37.5",
        "11",
    ];
    let sum = BulletinRow(
        "总值",
        [
            "1.1234", "1.1234", "1.1234", "1.1234", "1.1234", "1.1234", "1.5", "2", "3.1",
        ],
    );
    let text = table(
        2025,
        2,
        "单位:万元人民币",
        &[sum, BulletinRow("朝鲜", february)],
    );
    let (rows, _) = figures(text.as_bytes(), &north_korea());
    let ytd = "CNY | 2007297290 [2007297289.5, 2007297290.5) | +37.5 % | 2025-03";
    assert_eq!(rows[2], format!("7 | export | 2025-01..2025-02 | {ytd}"));
    let imports = "CNY | 466388964 [466388963.5, 466388964.5) | +11.0 % | 2025-03";
    assert_eq!(
        rows[0],
        format!("7 | import | 2025-01..2025-02 | {imports}")
    );
    assert!(
        rows[3].starts_with("7 | export | 2025-02 | CNY | 623081528 ["),
        "{rows:?}"
    );
}

#[test]
fn the_same_table_reads_the_same_in_every_guise() {
    let cells = ["1,234.5", "9", "1,234.5", "8", "-", "1", "1.5", "2.1", "-"];
    let quoted = cells.map(|cell| format!("\"{cell}\""));
    let rows = [
        SUM,
        BulletinRow("朝鲜", quoted.each_ref().map(|cell| &**cell)),
    ];
    let text = table(2024, 6, "单位∶千美元", &rows);
    let expected = figures(text.as_bytes(), &north_korea());
    assert_eq!(expected.0.len(), 6);
    let tabs = text.replace(",", "\t").replace("1\t234", "1,234");
    let semicolons = text.replace(",", ";").replace("1;234", "1,234");
    let crlf = text.replace('\n', "\r\n");
    let ascii = text.replace('（', "(").replace('）', ")");
    for other in [tabs, semicolons, crlf, ascii] {
        assert_eq!(
            figures(other.as_bytes(), &north_korea()),
            expected,
            "{other}"
        );
    }
    let gb18030 = encoding_rs::GB18030.encode(&text).0;
    assert_eq!(figures(&gb18030, &north_korea()), expected);
    let utf16: Vec<u8> = format!("\u{feff}{text}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(figures(&utf16, &north_korea()), expected);
}

#[test]
fn a_blank_cell_is_missing_and_a_dash_is_nothing() {
    let cells = ["5", "9", "5", "", "-", "1", "1.5", "2.1", "-"];
    let text = table(2024, 6, "单位：千美元", &[SUM, BulletinRow("朝鲜", cells)]);
    let (rows, remarks) = figures(text.as_bytes(), &north_korea());
    assert_eq!(
        rows,
        [
            "7 | import | 2024-01..2024-06 | USD | 1000 [500, 1500) |  | 2024-07",
            "7 | import | 2024-06 | USD | 0 [0, 0) |  | 2024-07",
            "7 | export | 2024-01..2024-06 | USD |  | +2.1 % | 2024-07",
            "7 | export | 2024-06 | USD | 5000 [4500, 5500) |  | 2024-07",
            "7 | total | 2024-01..2024-06 | USD | 9000 [8999.95, 9000.05) | +1.5 % | 2024-07",
            "7 | total | 2024-06 | USD | 5000 [4999.95, 5000.05) |  | 2024-07",
        ]
    );
    assert_eq!(
        remarks,
        ["standard input: 1 cell of North Korea is empty; not treated as zero"]
    );
}

#[test]
fn rows_that_are_sums_are_no_partners_and_unknown_ones_are_said() {
    let cells = ["5", "9", "5", "7", "-", "1", "1.5", "2.1", "-"];
    let names = [
        "总值",
        "亚洲",
        "　朝鲜",
        "　韩国",
        "东南亚国家联盟",
        "欧洲联盟",
        "亚太经济合作组织",
        "区域全面经济伙伴关系协定（RCEP）成员国",
        "共建“一带一路”国家",
        "非洲",
        "欧洲",
        "拉丁美洲",
        "北美洲",
        "大洋洲",
        "亚特兰蒂斯",
    ];
    let rows: Vec<BulletinRow<'_>> = names.iter().map(|name| BulletinRow(name, cells)).collect();
    let text = table(2026, 4, "单位：万元人民币", &rows);
    let all = Options {
        partner: PartnerChoice::All,
        ..north_korea()
    };
    let (rows, remarks) = figures(text.as_bytes(), &all);
    // Six figures each for North Korea, South Korea, and the row of all partners.
    assert_eq!(rows.len(), 18);
    let message = "standard input: partners on no list: 亚特兰蒂斯";
    assert_eq!(remarks, [message]);
}

#[test]
fn a_second_row_with_other_figures_and_a_figure_under_no_heading_are_errors() {
    let of = |flow: &'static str, total| [total, total, flow, flow, flow, flow, "1", "1", "1"];
    let (one, other) = (of("5", "10"), of("6", "12"));
    let rows = [
        BulletinRow("朝鲜", one),
        BulletinRow("朝鲜", one),
        BulletinRow("朝鲜", other),
    ];
    let text = table(2024, 6, "单位：千美元", &rows);
    let message = "the partner has a second row with other figures";
    assert_eq!(
        wrong(&text, None, &north_korea()),
        [format!("8:- {message}: 朝鲜")]
    );
    let shifted =
        table(2024, 6, "单位：千美元", &[BulletinRow("朝鲜", one)]).replace("1\n", "1,7\n");
    let message = "a figure has no heading";
    assert_eq!(
        wrong(&shifted, None, &north_korea()),
        [format!("6:25 {message}: 7")]
    );
}

/// The monthly and year-to-date figures and changes of the built-in yuan table: from (period, flow)
/// to (value, change, release).
type Published = std::collections::BTreeMap<(String, String), (String, String)>;

fn published() -> Published {
    let mut reader = csv::Reader::from_path("data/published.csv").unwrap();
    let rows = reader.records().map(Result::unwrap);
    let tables = rows.filter(|row| {
        &row[2] == "CNY"
            && &row[7] == "printed"
            && row[10].starts_with("GACC, monthly table (2) in yuan")
    });
    let keyed = tables.map(|row| {
        let (value, change) = (row[3].to_owned(), row[9].to_owned());
        ((row[0].to_owned(), row[1].to_owned()), (value, change))
    });
    keyed.collect()
}

#[test]
fn the_31_real_months_are_read_from_their_tables() {
    let published = published();
    let folder = Folder::new();
    let mut expected = std::collections::BTreeSet::new();
    let mut months = 0;
    for at in 0..31u32 {
        let (year, month) = (2024 + at / 12, at % 12 + 1);
        let name = format!("{year}-{month:02}");
        let run = if month == 1 {
            name.clone()
        } else {
            format!("{year}-01..{name}")
        };
        let of = |period: &str, flow: &str| published.get(&(period.to_owned(), flow.to_owned()));
        let cell = |period: &str, flow: &str| of(period, flow).map_or("", |(value, _)| value);
        let change = |flow: &str| of(&run, flow).map_or("", |(_, change)| change);
        // The copy has no totals, so their cells are empty.
        let cells = [
            "",
            "",
            cell(&name, "export"),
            cell(&run, "export"),
            cell(&name, "import"),
            cell(&run, "import"),
            "",
            change("export"),
            change("import"),
        ];
        months += u32::from(!cells[2].is_empty());
        let finest = [
            "0.0001", "0.0001", "0.0001", "0.0001", "0.0001", "0.0001", "0.1", "0.1", "0.1",
        ];
        let rows = [
            BulletinRow("总值", finest),
            BulletinRow("\u{3000}\u{3000}朝鲜", cells),
        ];
        let text = table(year, month, "单位：万元人民币", &rows);
        folder.file(&format!("{name}.csv"), text.as_bytes());
        for flow in ["export", "import"] {
            for period in [&name, &run] {
                let change = if *period == run { change(flow) } else { "" };
                expected.insert(format!("{period} {flow} {} {change}", cell(period, flow)));
            }
        }
    }
    assert_eq!(months, 31);
    let records = folder.read(&[path(&folder.0, None)]).unwrap();
    let plain = |digits: i128, decimals: u32| {
        let scale = 10i128.pow(decimals);
        let sign = if digits < 0 { "-" } else { "" };
        let width = decimals as usize;
        format!(
            "{sign}{}.{:0width$}",
            digits.abs() / scale,
            digits.abs() % scale
        )
    };
    let found = records.rows.iter().map(|row| {
        // In 万元 with four decimals, without trailing zeros, as in the copy.
        let value = plain(row.value.unwrap().0.0 / 1000, 4);
        let value = value.trim_end_matches('0').trim_end_matches('.');
        let change = row
            .printed
            .map(|change| plain(change.digits, change.decimals));
        format!(
            "{} {} {value} {}",
            row.period,
            row.flow,
            change.unwrap_or_default()
        )
    });
    assert_eq!(found.collect::<std::collections::BTreeSet<_>>(), expected);
}

#[test]
fn a_title_without_its_month_is_completed_by_the_flag() {
    let row = ["9", "90", "5", "50", "4", "40", "1.0", "1.0", "1.0"];
    let text = table(2024, 9, "单位：千美元", &[BulletinRow("朝鲜", row)]);
    let text = text.replace("2024年9月", "");
    let with = |month: u32| Options {
        file_month: Month::new(2024, month).map(Period::month),
        ..north_korea()
    };
    let refused = wrong(&text, None, &north_korea());
    assert!(refused[0].contains("states no month"), "{refused:?}");
    let (rows, _) = figures(text.as_bytes(), &with(9));
    let september = "6 | import | 2024-09 | USD | 4000 ";
    assert!(
        rows.iter().any(|row| row.starts_with(september)),
        "{rows:?}"
    );
    // The head is of another month, and of two tables the flag can mean only one.
    assert!(!wrong(&text, None, &with(8)).is_empty());
    assert!(!wrong(&text.repeat(2), None, &with(9)).is_empty());
}
