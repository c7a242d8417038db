//! UN Comtrade until 2022: a header in words, in the short names of the old API, or in the snake
//! case used in R.

use crate::reader::layout::comtrade::columns::ComtradeColumns;
use crate::reader::layout::comtrade::read_rows;
use crate::reader::layout::{Fit, Layout};
use crate::reader::row_reader::Reading;
use crate::trade::LayoutName;

pub(crate) const LAYOUT: Layout = Layout {
    name: LayoutName::ComtradeLegacy,
    fit,
    read,
    of_either_side: false,
};

const REPORTER: [[&str; 2]; 3] = [
    ["reportercode", "rtcode"],
    ["reporteriso", "rt3iso"],
    ["reporter", "rttitle"],
];
const FLOW: [[&str; 2]; 2] = [["tradeflowcode", "rgcode"], ["tradeflow", "rgdesc"]];
const COMMODITY: [&str; 2] = ["commoditycode", "cmdcode"];
/// The code of each breakdown, and the names that need no code.
const BREAKDOWNS: [&[&str]; 4] = [
    &["customsproccode", "cstcode", "customs", "cst"],
    &["modeoftransportcode", "motcode", "modeoftransport", "mot"],
    &[
        "2ndpartnercode",
        "secondpartnercode",
        "ptcode2",
        "2ndpartneriso",
        "secondpartneriso",
        "pt3iso2",
        "2ndpartner",
        "secondpartner",
        "pttitle2",
    ],
    &[],
];
/// `Trade Value (US$)`, `trade_value_usd`, `TradeValue`.
const VALUE: [&str; 3] = ["tradevalueus", "tradevalueusd", "tradevalue"];

fn fit(columns: &[String]) -> Fit {
    let there = |names: &[&str]| crate::reader::layout::find_folded(columns, names).is_some();
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
    let find = |names: &[&str]| crate::reader::layout::find_folded(&header, names);
    let columns = ComtradeColumns {
        period: find(&["period"]),
        year: find(&["year", "yr"]),
        month: None,
        other_times: [find(&["perioddesc"]), None],
        kind: None,
        frequency: None,
        reporter: REPORTER.map(|names| find(&names)),
        flow: FLOW.map(|names| find(&names)),
        partner: [
            find(&["partnercode", "ptcode"]),
            find(&["partneriso", "pt3iso"]),
            find(&["partner", "pttitle"]),
        ],
        classification: find(&["classification", "pfcode"]),
        commodity: find(&COMMODITY),
        level: find(&["aggregatelevel", "aggrlevel"]),
        breakdowns: BREAKDOWNS.map(|names| names.iter().find_map(|name| find(&[name]))),
        value: find(&VALUE),
        weight: find(&["netweightkg", "netweight"]),
    };
    read_rows(reading, &columns);
}
