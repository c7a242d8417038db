//! The calendar of the months that the data cover.

use crate::render::cell_text::CellText;
use crate::render::text_columns::{TextColumn, TextTable};
use crate::render::{Lang, inspect, labels, lang, title};
use crate::report::{Cell, Column, Report};
use crate::trade::{Flow, Month};
use std::collections::BTreeMap;

/// One line per year, one column per month and one character per flow, from the columns with month,
/// flow and state. Months that were not asked for stay blank.
pub(super) fn calendar(report: &Report, names: [Column; 3], lang: Lang) -> TextTable {
    let mut signs: BTreeMap<Month, String> = BTreeMap::new();
    let mut flows: Vec<Flow> = Vec::new();
    let mut states: Vec<&'static str> = Vec::new();
    for row in &report.rows {
        let [Cell::Month(month), Cell::Flow(flow), Cell::Word(state)] =
            names.map(|name| row.cell(name))
        else {
            continue;
        };
        if !flows.contains(flow) {
            flows.push(*flow);
        }
        if !states.contains(state) {
            states.push(state);
        }
        signs.entry(*month).or_default().push(sign(*flow, state));
    }
    let mut years: Vec<i32> = signs.keys().map(|month| month.year()).collect();
    years.dedup();
    let plain = |text: String| CellText {
        text,
        ..CellText::default()
    };
    let column = |head: String, texts: Vec<CellText>| TextColumn {
        whole: true,
        head,
        figures: false,
        names_row: false,
        texts,
    };
    let lines = years.iter().map(|year| plain(format!("{year:04}")));
    let mut columns = vec![column(inspect::year(lang).to_owned(), lines.collect())];
    for number in 1..=12 {
        let of = |year: &i32| {
            let month = Month::new(*year, number);
            let text = month.and_then(|month| signs.get(&month).cloned());
            plain(text.unwrap_or_default())
        };
        let texts = years.iter().map(of).collect();
        columns.push(column(format!("{number:02}"), texts));
    }
    TextTable {
        title: title::title(&report.heading, title::MoneyWords::WholeUnits, lang),
        columns,
        legend: Some(legend(&flows, &states, lang)),
    }
}

fn sign(flow: Flow, state: &str) -> char {
    match (state, flow) {
        ("present", Flow::Import) => 'I',
        ("present", Flow::Export) => 'E',
        ("present", _) => 'T',
        ("zero", _) => '0',
        ("combined", _) => 'c',
        ("cumulative", _) => 'y',
        _ => '.',
    }
}

/// The meaning of the characters in use.
fn legend(flows: &[Flow], states: &[&str], lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    if states.contains(&"present") {
        let flow = |flow: &Flow| {
            let name = labels::flow_in_note(*flow, lang);
            format!("{} {name}", sign(*flow, "present"))
        };
        parts.extend(flows.iter().map(flow));
    }
    for state in ["zero", "missing", "combined", "cumulative"] {
        if states.contains(&state) {
            let text = lang::wording(lang).state(state);
            parts.push(format!("{} {text}", sign(Flow::Total, state)));
        }
    }
    parts.join(lang::marks(lang).comma)
}
