//! `--spark`: a run of months beside each row, on the imports worked by hand of `series`: 100
//! million a month in 2015 and 2016, then 90, 80, 110, 99. In eighths of 110, rounded up: 100 is
//! 7.3 and so 8, 90 is 6.5 and so 7, 80 is 5.8 and so 6, 99 is 7.2 and so 8.

use crate::fixtures::{hundreds, ours};
use crate::program::{Folder, tradecheck};
use unicode_width::UnicodeWidthStr;

const BLOCKS: &str = "▁▂▃▄▅▆▇█·_";

/// The last piece of each line that is made of blocks alone.
fn lines(table: &str) -> Vec<String> {
    let of_line = |line: &str| {
        let pieces = line.split(' ');
        let mut drawn = pieces.filter(|piece| piece.chars().count() > 1);
        drawn
            .find(|piece| piece.chars().all(|c| BLOCKS.contains(c)))
            .map(str::to_owned)
    };
    table.lines().filter_map(of_line).collect()
}

#[test]
fn thirteen_months_beside_a_month() {
    hundreds()
        .run("yoy --month 2017-04 --flow imports --spark -f table hundreds.csv")
        .gives(
            "
China's trade with North Korea, 2017-04: change from a year earlier
(USD million)

Flow    2016-04 2017-04 Change    y/y Printed     13 months Streak
──────────────────────────────────────────────────────────────────────────────
Imports   100.0    99.0   −1.0 −1.0 %         █████████▇▆██ down, after 1 rise
each line from zero to its own highest month

Source: hundreds.csv
[exit 0]",
        );
}

/// 2017-01 is not there, and 2017-03 is nothing.
#[test]
fn a_hole_is_not_a_zero() {
    let rows = "2016-12 import 50000000
        2017-02 import 25000000
        2017-03 import 0
        2017-04 import 100000000";
    let folder = Folder::new().with("rows.csv", ours(rows));
    let run = folder.run(
        "series --month 2017-04 --flow imports --columns month,value --spark --format table rows.csv",
    );
    let table = run.answer();
    assert_eq!(lines(&table), ["········▄·▂_█"], "{table}");
    let said = "each line from zero to its own highest month; · no data; _ zero";
    assert!(table.lines().any(|line| line == said), "{table}");
}

/// A period is compared with the same months a year earlier: all months from the one to the other.
#[test]
fn a_period_has_the_months_that_it_compares() {
    let run = hundreds();
    let run =
        run.run("yoy --period 2017-01..2017-03 --flow imports --spark -f markdown hundreds.csv");
    let table = run.answer();
    assert!(table.contains("| 15 months |"), "{table}");
    assert!(table.contains("| ████████████▇▆█ |"), "{table}");
}

#[test]
fn machine_formats_have_none() {
    for format in ["csv", "tsv", "json", "ndjson"] {
        let asked = format!("yoy --month 2017-09 --format {format}");
        let with = tradecheck(&format!("{asked} --spark")).answer_with_notes();
        assert_eq!(with, tradecheck(&asked).answer_with_notes());
    }
}

/// In every language the table keeps within 80 columns, and the lines stand under one another.
#[test]
fn lines_stand_in_a_column() {
    for command in [
        "yoy --month 2017-09",
        "series --from 2018-01 --to 2018-06",
        "streak --month 2017-09",
    ] {
        for lang in ["en", "zh", "ko"] {
            let asked = format!("{command} --spark -f table --lang {lang}");
            let table = tradecheck(&asked).env("COLUMNS", "80").answer_with_notes();
            let places: Vec<usize> = table
                .lines()
                .filter_map(|line| {
                    let run = lines(line).pop()?;
                    assert_eq!(run.chars().count(), 13, "{line}");
                    Some(line[..line.find(&run)?].width())
                })
                .collect();
            assert!(places.len() >= 4, "{table}");
            assert!(places.iter().all(|place| *place == places[0]), "{table}");
            assert!(table.lines().all(|line| line.width() <= 80), "{table}");
        }
    }
}

/// Beside names and shares the lines have room too, since names give way.
#[test]
fn names_give_way_to_the_lines() {
    let mut rows =
        "数据年月,商品编码,商品名称,贸易伙伴编码,贸易伙伴名称,第一数量,第一计量单位,美元\n"
            .to_owned();
    let goods = ["27011100", "67042000", "03061490", "85044014", "26131000"];
    for year in [2016, 2017] {
        for month in 1..=9 {
            for (at, code) in goods.iter().enumerate() {
                let value = (at + 3) * 1_000_000 * if year == 2016 { 12 - month } else { month };
                rows.push_str(&format!(
                    "{year}{month:02},{code},x,109,朝鲜,1000,千克,{value}\n"
                ));
            }
        }
    }
    let folder = Folder::new().with("imports.csv", rows);
    for command in ["yoy --by chapter", "movers"] {
        for lang in ["en", "zh", "ko"] {
            let asked = format!(
                "{command} --month 2017-09 --flow imports --spark -f table --lang {lang} \
                 --all-goods --imports imports.csv"
            );
            let table = folder.run(&asked).env("COLUMNS", "80").answer_with_notes();
            assert!(lines(&table).len() >= 5, "{table}");
            let wide: Vec<&str> = table.lines().filter(|line| line.width() > 80).collect();
            assert!(wide.is_empty(), "{wide:#?}\n{table}");
            // Twelve of the first month, nine of the last: 10 to 12 of 2016 are not there.
            assert!(
                lines(&table).iter().all(|run| run.contains("···")),
                "{table}"
            );
        }
    }
}
