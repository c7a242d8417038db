//! The preliminary table of major partners.

use crate::reader::tests::bulletin::*;
use crate::trade::LayoutName;

const TITLE: &str =
    "(4) China's Total Export &amp; Import Values by Country/Region, Mar 2026 (in CNY)";

fn march() -> String {
    let row = |name: &str, cells: [&str; 9]| {
        let cells = cells.map(|cell| format!("<td>\n\t{cell}&nbsp;\n\t</td>"));
        format!("<tr><td>\n\t{name}\n\t</td>{}</tr>\n", cells.concat())
    };
    let indent = "&nbsp;".repeat(17);
    let rows = [
        row("Total", ["5.0"; 9]),
        row("&nbsp;&nbsp;European Union", ["4.0"; 9]),
        row(
            "&nbsp;&nbsp;&nbsp;of which: Germany",
            ["3", "9", "2", "6", "1", "3", "12.7", "21.2", "2.1"],
        ),
        row(&format!("{indent}Netherlands"), ["2.0"; 9]),
        row(
            "&nbsp;&nbsp;&nbsp;R. O. Korea",
            [
                "2,700.6", "7,016.9", "1,071.5", "2,901.8", "1,629.1", "4,115.0", "32.0", "21.4",
                "40.6",
            ],
        ),
    ];
    format!(
        "<html><head><title>{TITLE}</title></head><body><div class='atcl-ttl'>{TITLE}</div>\n\
<div>2026/04/08</div><table>\n<tr><td colspan=10>{TITLE}</td></tr>\n\
<tr><td colspan=10>Unit: CNY 100 Million</td></tr>\n\
<tr><td>Import Source</td><td>Export &amp; Import</td><td>Export &amp; Import</td><td>Export</td><td>Export</td>\
<td>Import</td><td>Import</td><td colspan=3>1-to-3 Total Year-on-Year (±%)</td></tr>\n\
<tr><td>Export Destination</td><td>3</td><td>1- to-3</td><td>3</td><td>1-to-3</td><td>3</td><td>1- to-3</td>\
<td>Export &amp; Import</td><td>Export</td><td>Import</td></tr>\n{}\
<tr><td colspan=10>Note:\n1. ASEAN includes: Brunei, North Korea</td></tr></table>\
<div><a href='x.xls'>{TITLE}</a></div></body></html>",
        rows.concat()
    )
}

#[test]
fn north_korea_has_no_row_and_no_figure() {
    let records = from_stdin(march().as_bytes(), None, &north_korea()).unwrap();
    assert_eq!(records.inputs[0].layout, LayoutName::Preliminary);
    assert_eq!(records.rows.len(), 0);
    let message =
        "standard input: this table has no row for North Korea; it lists major partners only";
    assert_eq!(remarks(&records), [message]);
}

#[test]
fn another_partner_is_read_under_its_indent() {
    let (rows, remarks) = figures(march().as_bytes(), &partner("South Korea"));
    assert_eq!(remarks, [""; 0]);
    assert_eq!(rows.len(), 6);
    // 1,629.1 in hundred million yuan, plus or minus five million.
    assert!(
        rows[1].ends_with(
            "import | 2026-03 | CNY | 162910000000 [162905000000, 162915000000) |  | 2026-04-08"
        ),
        "{rows:?}"
    );
    assert!(rows[2].contains("export | 2026-01..2026-03 | CNY | 290180000000 ["));
    assert!(rows[2].ends_with("+21.4 % | 2026-04-08"));
    let (germany, _) = figures(march().as_bytes(), &partner("Germany"));
    assert!(
        germany[0].contains("import | 2026-01..2026-03 | CNY | 300000000 ["),
        "{germany:?}"
    );
}

#[test]
fn january_and_february_in_one_column_are_a_run() {
    let text = "\n,（4）2025年1至2月进出口商品主要国别（地区）总值表（美元值）,,,,,,\n,,,,,,,单位：百万美元\n\
,进口原产国（地）,进出口,出口,进口,1至2月累计比去年同期±％,,\n,出口最终目的国（地）,1至2月,1至2月,1至2月,进出口,出口,进口\n\
,韩国,46.5,20.5,26.0,-0.1,-1.5,1.0\n,其中：日本,45,24,21,-0.6,2,-3.5\n";
    let (rows, remarks) = figures(text.as_bytes(), &partner("Japan"));
    assert_eq!(
        rows,
        [
            "7 | import | 2025-01..2025-02 | USD | 21000000 [20950000, 21050000) | -3.5 % | 2025-03",
            "7 | export | 2025-01..2025-02 | USD | 24000000 [23950000, 24050000) | +2.0 % | 2025-03",
            "7 | total | 2025-01..2025-02 | USD | 45000000 [44950000, 45050000) | -0.6 % | 2025-03",
        ]
    );
    assert_eq!(remarks, [""; 0]);
}
