//! Data made for the tests, small enough to be worked by hand.

use crate::program::Folder;

/// Our own layout: a period, a flow and whole dollars, one row a line, blanks between them.
pub fn ours(rows: &str) -> String {
    let mut csv = "period,flow,partner,currency,value,unit\n".to_owned();
    for row in rows.lines().filter(|line| !line.trim().is_empty()) {
        let fields: Vec<&str> = row.split_whitespace().collect();
        let [period, flow, value] = fields[..] else {
            panic!("three fields: {row}");
        };
        csv.push_str(&format!("{period},{flow},109,USD,{value},1\n"));
    }
    csv
}

/// Imports of exactly 100 million a month in 2015 and 2016, then 90, 80, 110 and 99 million.
pub fn hundreds() -> Folder {
    let mut rows = String::new();
    for year in [2015, 2016] {
        for month in 1..=12 {
            rows.push_str(&format!("{year}-{month:02} import 100000000\n"));
        }
    }
    for (month, value) in [(1, 90), (2, 80), (3, 110), (4, 99)] {
        rows.push_str(&format!("2017-{month:02} import {value}000000\n"));
    }
    Folder::new().with("hundreds.csv", ours(&rows))
}

/// The built-in data, for tests that take something out of it.
pub const PUBLISHED: &str = include_str!("../../data/published.csv");
