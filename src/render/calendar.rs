//! The calendar of the months that the data cover.

use crate::render::cell_text::CellText;
use crate::render::text_columns::{TextColumn, TextTable};
use crate::render::{Lang, inspect, labels, lang, title};
use crate::report::{Cell, Column, MonthState, Report, Word};
use crate::trade::{Flow, Month};
use std::collections::BTreeMap;

/// One line per year, one column per month and one character per flow, from the columns with month,
/// flow and state. Months that were not asked for stay blank.
pub(super) fn calendar(report: &Report, names: [Column; 3], lang: Lang) -> TextTable {
    let mut signs: BTreeMap<Month, String> = BTreeMap::new();
    let mut flows: Vec<Flow> = Vec::new();
    let mut states: Vec<MonthState> = Vec::new();
    for row in &report.rows {
        let [
            Cell::Month(month),
            Cell::Flow(flow),
            Cell::Word(Word::MonthState(state)),
        ] = names.map(|name| row.cell(name))
        else {
            continue;
        };
        if !flows.contains(flow) {
            flows.push(*flow);
        }
        if !states.contains(state) {
            states.push(*state);
        }
        signs.entry(*month).or_default().push(sign(*flow, *state));
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

fn sign(flow: Flow, state: MonthState) -> char {
    match (state, flow) {
        (MonthState::Present, Flow::Import) => 'I',
        (MonthState::Present, Flow::Export) => 'E',
        (MonthState::Present, _) => 'T',
        (MonthState::Zero, _) => '0',
        (MonthState::Combined, _) => 'c',
        (MonthState::Cumulative, _) => 'y',
        (MonthState::Missing, _) => '.',
    }
}

/// The meaning of the characters in use.
fn legend(flows: &[Flow], states: &[MonthState], lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    if states.contains(&MonthState::Present) {
        let flow = |flow: &Flow| {
            let name = labels::flow_in_note(*flow, lang);
            format!("{} {name}", sign(*flow, MonthState::Present))
        };
        parts.extend(flows.iter().map(flow));
    }
    for state in [
        MonthState::Zero,
        MonthState::Missing,
        MonthState::Combined,
        MonthState::Cumulative,
    ] {
        if states.contains(&state) {
            let text = lang::wording(lang).state(state);
            parts.push(format!("{} {text}", sign(Flow::Total, state)));
        }
    }
    parts.join(lang::marks(lang).comma)
}
