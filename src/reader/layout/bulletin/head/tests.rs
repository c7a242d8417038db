use super::*;
use crate::reader::grid::Cell;

fn row(texts: &[&str]) -> GridRow {
    let cell = |text: &&str| Cell {
        text: (*text).to_owned(),
        ..Cell::default()
    };
    GridRow {
        number: 1,
        cells: texts.iter().map(cell).collect(),
    }
}

fn by_head(upper: &[&str], lower: &[&str], title: &str) -> Vec<String> {
    let title = crate::reader::cells::month::read_period(title).unwrap();
    let columns = columns(&row(upper), &row(lower), title).unwrap();
    let tell = |column: &HeadColumn| {
        let percent = if column.holds == ColumnContent::Changes {
            " %"
        } else {
            ""
        };
        format!("{} {} {}{percent}", column.at, column.flow, column.period)
    };
    columns.iter().map(tell).collect()
}

#[test]
fn months_are_read_in_every_spelling() {
    let read = |text| months(text).map(|months| (months.from, months.to, months.is_run));
    for (text, expected) in [
        ("6", (6, 6, false)),
        ("6月", (6, 6, false)),
        ("12", (12, 12, false)),
        ("1to6", (1, 6, true)),
        ("1 to 6", (1, 6, true)),
        ("1- to-3", (1, 3, true)),
        ("1-to-3", (1, 3, true)),
        ("1至1月", (1, 1, true)),
        ("1-6月累计", (1, 6, true)),
        ("１至１２月", (1, 12, true)),
        ("1月至3月", (1, 3, true)),
    ] {
        assert_eq!(read(text), Some(expected), "{text}");
    }
    for text in ["", "13", "0", "6to1", "1to", "1to6x", "Total", "2026", "-"] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn the_english_head_of_june_is_read() {
    let upper = [
        "Country （Region）",
        "Total",
        "",
        "Exports",
        "",
        "Imports",
        "",
        "Percentage Change",
        "",
        "",
    ];
    let lower = [
        "", "6", "1to6", "6", "1to6", "6", "1to6", "Total", "Exports", "Imports",
    ];
    assert_eq!(
        by_head(&upper, &lower, "2026-06"),
        [
            "1 total 2026-06",
            "2 total 2026-01..2026-06",
            "3 export 2026-06",
            "4 export 2026-01..2026-06",
            "5 import 2026-06",
            "6 import 2026-01..2026-06",
            "7 total 2026-01..2026-06 %",
            "8 export 2026-01..2026-06 %",
            "9 import 2026-01..2026-06 %",
        ]
    );
}

#[test]
fn a_run_of_january_and_february_stands_alone() {
    let upper = [
        "Import Source",
        "Export & Import",
        "Export",
        "Import",
        "1-to-2 Total Year-on-Year (±%)",
        "",
        "",
    ];
    let lower = [
        "Export Destination",
        "1- to-2",
        "1-to-2",
        "1-to-2",
        "Export & Import",
        "Export",
        "Import",
    ];
    let columns = by_head(&upper, &lower, "2025-01..2025-02");
    assert_eq!(columns[1], "2 export 2025-01..2025-02");
    assert_eq!(columns[5], "6 import 2025-01..2025-02 %");
}

#[test]
fn a_change_is_of_what_its_heading_says() {
    let upper = |changes: &'static str| ["", "Exports", "Imports", changes, ""];
    let lower = ["", "3", "3", "Exports", "Imports"];
    for (changes, period) in [
        ("Percentage Change", "2025-01..2025-03"),
        ("累计比去年同期±％", "2025-01..2025-03"),
        ("当月比去年同期±％", "2025-03"),
        ("Percentage change of the month", "2025-03"),
        ("% change year-on-year, same month of last year", "2025-03"),
    ] {
        let columns = by_head(&upper(changes), &lower, "2025-03");
        assert_eq!(columns[2], format!("3 export {period} %"), "{changes}");
    }
    let month = crate::reader::cells::month::read_period("2025-03").unwrap();
    for changes in [
        "比上月±％",
        "环比",
        "Percentage Change over the previous month",
    ] {
        let unknown = InputError::Bulletin(BulletinError::HeadUnknown);
        let found = columns(&row(&upper(changes)), &row(&lower), month);
        let wrong = vec![(0, 3, unknown.clone()), (0, 4, unknown)];
        assert_eq!(found, Err(wrong), "{changes}");
    }
    // Both, also in January.
    let upper = [
        "",
        "Exports",
        "Imports",
        "当月同比±％",
        "",
        "累计同比±％",
        "",
    ];
    let lower = ["", "1", "1", "出口", "进口", "出口", "进口"];
    assert_eq!(by_head(&upper, &lower, "2025-01").len(), 6);
}

#[test]
fn a_head_of_another_month_or_with_a_column_twice_is_refused() {
    let month = crate::reader::cells::month::read_period("2026-06").unwrap();
    let wrong = |upper: &[&str], lower: &[&str]| columns(&row(upper), &row(lower), month);
    let other = InputError::Bulletin(BulletinError::OtherMonth);
    let found = wrong(&["", "Total", "Exports"], &["", "6", "5"]);
    assert_eq!(found, Err(vec![(1, 2, other)]));
    let twice = InputError::Bulletin(BulletinError::ColumnTwice);
    let found = wrong(&["", "Total", "Exports", "Exports"], &["", "6", "6", "6"]);
    assert_eq!(found, Err(vec![(1, 3, twice)]));
    let unknown = InputError::Bulletin(BulletinError::HeadUnknown);
    let found = wrong(&["", "Total", "Exports"], &["", "6", "June?"]);
    assert_eq!(found, Err(vec![(1, 2, unknown)]));
}
