//! UN Comtrade as it was until 2022: a header in words, or in the short names of the old API.

use crate::reader::layout::comtrade::{Columns, read_rows};
use crate::reader::layout::{Fit, Layout};
use crate::reader::row_reader::Reading;

pub(crate) const LAYOUT: Layout = Layout {
    name: "comtrade-legacy",
    described: "UN Comtrade until 2022",
    fit,
    read,
};

const REPORTER: [[&str; 2]; 3] = [
    ["reporter code", "rtcode"],
    ["reporter iso", "rt3iso"],
    ["reporter", "rttitle"],
];
const FLOW: [[&str; 2]; 2] = [["trade flow code", "rgcode"], ["trade flow", "rgdesc"]];
const COMMODITY: [&str; 2] = ["commodity code", "cmdcode"];
const VALUE: [&str; 2] = ["trade value (us$)", "tradevalue"];

fn fit(columns: &[String]) -> Fit {
    let there = |names: &[&str]| crate::reader::layout::find(columns, names).is_some();
    crate::reader::layout::fit(&[
        (REPORTER.iter().any(|names| there(names)), "`Reporter Code`"),
        (FLOW.iter().any(|names| there(names)), "`Trade Flow Code`"),
        (there(&COMMODITY), "`Commodity Code`"),
        (there(&VALUE), "`Trade Value (US$)`"),
        (there(&["period"]), "`Period`"),
    ])
}

fn read(reading: &mut Reading<'_, '_>) {
    let header = reading.table.header.clone();
    let find = |names: &[&str]| crate::reader::layout::find(&header, names);
    let columns = Columns {
        period: find(&["period"]),
        year: None,
        month: None,
        kind: None,
        frequency: None,
        reporter: REPORTER.map(|names| find(&names)),
        flow: FLOW.map(|names| find(&names)),
        partner: [
            find(&["partner code", "ptcode"]),
            find(&["partner iso", "pt3iso"]),
            find(&["partner", "pttitle"]),
        ],
        classification: find(&["classification", "pfcode"]),
        commodity: find(&COMMODITY),
        level: find(&["aggregate level", "aggrlevel"]),
        breakdowns: [
            find(&["customs proc. code", "cstcode"]),
            find(&["mode of transport code", "motcode"]),
            find(&["2nd partner code", "ptcode2"]),
            None,
        ],
        value: find(&VALUE),
        weight: find(&["netweight (kg)", "netweight"]),
    };
    read_rows(reading, &columns);
}
