//! Saved English pages of table (2).

use crate::reader::tests::bulletin::*;
use crate::trade::LayoutName;

const TITLE: &str = "（2）Imports and Exports by Country （Region） of Origin/Destination,6.2026";

/// A page as on the website of the customs office: the title above the date, both above the table.
fn page(title: &str, unit: &str, rows: &str) -> String {
    format!(
        "<!DOCTYPE html>\r\n<html><head><title>{title}</title><script>if (a<b) x=\"<td>\"</script></head>\r\n\
<body><div class=\"atcl-ttl\">{title}</div>\r\n<div class=\"atcl-date\">2026/07/18</div>\r\n\
<table>\r\n<tr><td colspan=\"10\"><span><b>{title}</b></span></td></tr>\r\n\
<tr><td></td><td></td><td colspan=\"8\"><b>{unit}</b></td></tr>\r\n\
<tr><td rowspan=\"2\"><b>Country （Region）</b></td><td colspan=\"2\">Total</td>\
<td colspan=\"2\">Exports</td><td colspan=\"2\">Imports</td><td colspan=\"3\">Percentage Change</td></tr>\r\n\
<tr><td>6</td><td>1to6</td><td>6</td><td>1to6</td><td>6</td><td>1to6</td><td>Total</td><td>Exports</td><td>Imports</td></tr>\r\n\
{rows}</table></body></html>"
    )
}

fn row(name: &str, cells: [&str; 9]) -> String {
    let cells = cells.map(|cell| format!("<td align=right>\r\n  <span>{cell}&nbsp;</span></td>"));
    format!("<tr><td><b>{name}</b></td>{}</tr>\r\n", cells.concat())
}

fn june() -> String {
    let rows = [
        row(
            "TOTAL",
            ["10", "60", "6", "36", "4", "24", "5.0", "6.0", "4.0"],
        ),
        row(
            "Asia:",
            ["9", "50", "5", "30", "4", "20", "5.0", "6.0", "4.0"],
        ),
        row(
            "Democratic People&#39;s Republic of Korea",
            [
                "251,910",
                "1,353,520",
                "219,000",
                "1,100,100",
                "32,910",
                "253,420",
                "12.3",
                "10.0",
                "-3.1",
            ],
        ),
        row(
            "Republic of Korea&nbsp;",
            ["32", "190", "12", "70", "20", "120", "9", "8", "7"],
        ),
        row(
            "Hong Kong, China",
            ["7", "-", "7", "############", "-", "-", "9", "-", "-"],
        ),
    ];
    page(TITLE, "Unit:US$1,000", &rows.concat())
}

#[test]
fn a_page_of_june_gives_month_year_to_date_and_change_with_the_date_of_the_page() {
    let (rows, remarks) = figures(june().as_bytes(), &north_korea());
    // Plus or minus half a thousand dollars.
    assert_eq!(
        rows,
        [
            "30 | import | 2026-01..2026-06 | USD | 253420000 [253419500, 253420500) | -3.1 % | 2026-07-18",
            "30 | import | 2026-06 | USD | 32910000 [32909500, 32910500) |  | 2026-07-18",
            "30 | export | 2026-01..2026-06 | USD | 1100100000 [1100099500, 1100100500) | +10.0 % | 2026-07-18",
            "30 | export | 2026-06 | USD | 219000000 [218999500, 219000500) |  | 2026-07-18",
            "30 | total | 2026-01..2026-06 | USD | 1353520000 [1353519500, 1353520500) | +12.3 % | 2026-07-18",
            "30 | total | 2026-06 | USD | 251910000 [251909500, 251910500) |  | 2026-07-18",
        ]
    );
    assert_eq!(remarks, [""; 0]);
}

#[test]
fn south_korea_is_another_row_and_a_dash_is_nothing() {
    let (rows, _) = figures(june().as_bytes(), &partner("South Korea"));
    assert_eq!(rows.len(), 6);
    assert!(
        rows[1].contains("import | 2026-06 | USD | 20000 ["),
        "{rows:?}"
    );
    let text = june().replace("############", "-");
    let (rows, remarks) = figures(text.as_bytes(), &partner("Hong Kong"));
    assert!(rows.contains(&"50 | import | 2026-06 | USD | 0 [0, 0) |  | 2026-07-18".to_owned()));
    assert_eq!(remarks, [""; 0]);
}

#[test]
fn a_lost_cell_is_an_error_in_a_row_asked_for_and_nowhere_else() {
    let found = wrong(&june(), None, &partner("Hong Kong"));
    let lost = "the column was too narrow when this was saved; the value is lost";
    assert_eq!(found, [format!("54:9 {lost}: ############")]);
    assert!(from_stdin(june().as_bytes(), None, &north_korea()).is_ok());
}

#[test]
fn a_partner_without_a_row_has_no_figure_and_no_zero() {
    let (rows, remarks) = figures(june().as_bytes(), &partner("Japan"));
    assert_eq!(rows, [""; 0]);
    assert_eq!(remarks, ["standard input: this table has no row for Japan"]);
}

#[test]
fn what_a_page_does_not_state_is_not_guessed() {
    let rows = row("Japan", ["1"; 9]);
    let message =
        |title: &str, unit: &str| wrong(&page(title, unit, &rows), None, &partner("Japan"));
    assert_eq!(
        message(TITLE, ""),
        ["8:- the table does not state its unit and currency: -"]
    );
    assert_eq!(
        message(TITLE, "Unit:1,000"),
        ["7:42 the table does not state its unit and currency: 1,000"]
    );
    assert_eq!(
        message(TITLE, "Unit:EUR 1,000"),
        ["7:42 unknown unit: eur 1,000"]
    );
    let month = TITLE.replace("6.2026", "5.2026");
    let other = "the column covers other months than the title";
    let found = message(&month, "Unit:US$1,000");
    // Six of one kind, of which five are shown.
    assert_eq!(found.len(), 5);
    assert_eq!(found[0], format!("9:9 {other}: 6"));
    let bare = TITLE.replace(",6.2026", "");
    assert_eq!(
        message(&bare, "Unit:US$1,000"),
        ["6:31 the title states no month: -"]
    );
    let yuan = format!("{TITLE} (in RMB)");
    assert_eq!(
        message(&yuan, "Unit:US$1,000"),
        ["7:42 the unit and the title name different currencies: us$1,000"]
    );
}

#[test]
fn january_has_no_year_to_date_and_its_change_goes_with_the_month() {
    let title = TITLE.replace("6.2026", "1.2026");
    let page = format!(
        "<table><tr><td colspan=7>{title}\n<tr><td><td><td><td><td><td colspan=2>Unit:RMB 10,000\n\
<tr><td rowspan=2>Country （Region）<td>Total<td>Exports<td>Imports<td colspan=3>Percentage Change\n\
<tr><td>1<td>1<td>1<td>Total<td>Exports<td>Imports\n\
<tr><td>Democratic People's Republic of Korea<td>240,507<td>192,174<td>48,333<td>9.1<td>0.9<td>61.4</table>"
    );
    let (rows, remarks) = figures(page.as_bytes(), &north_korea());
    // Without a date on the page, the month of the title counts.
    assert_eq!(
        rows,
        [
            "5 | import | 2026-01 | CNY | 483330000 [483325000, 483335000) | +61.4 % | 2026-02",
            "5 | export | 2026-01 | CNY | 1921740000 [1921735000, 1921745000) | +0.9 % | 2026-02",
            "5 | total | 2026-01 | CNY | 2405070000 [2405065000, 2405075000) | +9.1 % | 2026-02",
        ]
    );
    assert_eq!(remarks, [""; 0]);
}

#[test]
fn a_page_is_a_page_under_any_name_and_in_a_folder_other_pages_are_passed_over() {
    let folder = Folder::new();
    folder.file("june.xls", june().as_bytes());
    folder.file("news.html", b"<html><body><p>5 tonnes</p></body></html>");
    let records = folder.read(&[path(&folder.0, None)]).unwrap();
    assert_eq!(records.rows.len(), 6);
    assert_eq!(records.inputs[0].layout, LayoutName::Bulletin);
    let passed_over = "news.html: not read: not a table of a known layout";
    assert_eq!(remarks(&records), [passed_over]);
    let news = folder.0.join("news.html");
    let text = folder.read(&[path(&news, None)]).unwrap_err();
    assert!(
        text.starts_with("tradecheck: news.html: contains no table\n"),
        "{text}"
    );
}

#[test]
fn a_table_of_all_flows_is_not_given_as_one() {
    let found = wrong(&june(), Some(Flow::Import), &north_korea());
    let what =
        "the file was passed as imports, but the table contains imports, exports and their total";
    assert_eq!(found, [format!("-:- {what}: -")]);
}

#[test]
fn tables_and_downloads_of_one_folder_stand_side_by_side() {
    let folder = Folder::new();
    folder.file("june.html", june().as_bytes());
    let download = "\"Date of data\",\"Trading partner code\",\"Trading partner\",\"Commodity code\",\"Commodity\",\"US dollar\",\n\
\"202606\",\"109\",\"Korea,DPR\",\"27011100\",\"Anthracite\",\"45,123\",\n";
    folder.file("import-2026-06.csv", download.as_bytes());
    let records = folder.read(&[path(&folder.0, None)]).unwrap();
    let grains: Vec<RowKind> = records.rows.iter().map(|row| row.kind).collect();
    assert_eq!(
        grains
            .iter()
            .filter(|grain| **grain == RowKind::Published)
            .count(),
        6
    );
    assert_eq!(
        grains
            .iter()
            .filter(|grain| **grain == RowKind::Detail)
            .count(),
        1
    );
}

#[test]
fn altered_pages_end_in_figures_or_in_a_message() {
    // A generator after Knuth, so that every run alters the same bytes.
    let mut seed = 7u64;
    let mut next = move |below: usize| {
        seed = seed
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (seed >> 33) as usize % below
    };
    let page = june();
    let pieces: [&str; 8] = [
        "<table>",
        "<tr>",
        "<td rowspan=99999 colspan=99999>",
        "</table>",
        "<script>",
        "&#x0;",
        "1to",
        "年",
    ];
    for _ in 0..500 {
        let mut altered = page.clone().into_bytes();
        for _ in 0..=next(4) {
            let at = next(altered.len());
            altered[at] = next(256) as u8;
            let at = next(altered.len());
            let piece = pieces[next(pieces.len())].bytes();
            altered.splice(at..at, piece);
        }
        let _ = from_stdin(&altered, None, &north_korea());
    }
}
