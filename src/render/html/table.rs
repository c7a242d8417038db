//! Tables of a page: headers with their scope, a caption, a box that scrolls on narrow screens.

use super::prose::prose;
use super::words;
use crate::render::cell_text::CellText;
use crate::render::chart::words::change_of;
use crate::render::labels::NO_SPACE;
use crate::render::markup::clean;
use crate::render::text_columns::{TextColumn, TextTable};
use crate::render::{Style, figures, labels, lang, wrap};
use crate::report::{Cell, Column, Flag, Head, Report, Row};
use crate::trade::{Flow, Month, Period};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// The table for people of a report, as markup.
pub fn of_report(report: &Report, style: &Style, id: &str) -> Markup {
    let table = TextTable::new(report, style);
    let rows = table.columns.iter().map(|column| column.texts.len()).max();
    let names = table.columns.iter().position(|column| column.names_row);
    let caption = format!("{id}-caption");
    html! {
        div.scroll tabindex="0" role="region" aria-labelledby=(caption) {
            table class=[(table.columns.len() > MANY).then_some("many")] {
                caption id=(caption) { span { (prose(&table.title)) } }
                thead { tr {
                    @for column in &table.columns {
                        th scope="col" class=[(!column.figures).then_some("l")] { (prose(&column.head.replace(NO_SPACE, ""))) }
                    }
                } }
                tbody {
                    @for row in 0..rows.unwrap_or(0) {
                        tr {
                            @for (at, column) in table.columns.iter().enumerate() {
                                (cell(column, row, Some(at) == names))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn cell(column: &TextColumn, row: usize, names_row: bool) -> Markup {
    let empty = CellText::default();
    let text = column.texts.get(row).unwrap_or(&empty);
    let fold = text.fold.as_ref().map(|fold| format!(" {fold}"));
    let text = format!(
        "{}{}{}",
        text.text,
        text.sign(true),
        fold.unwrap_or_default()
    );
    let text = clean(&text);
    if names_row {
        return html! { th scope="row" { (text) } };
    }
    html! { td class=[class(column, &text)] { (prose(&text)) } }
}

/// Tables with more columns than this are set smaller.
const MANY: usize = 7;
/// Texts wider than this may be broken.
const LONG: usize = 30;
/// Texts wider than this may be broken too, in narrower columns.
const MIDDLING: usize = 22;

/// The class of a cell. Words are left-aligned, with long ones wrapped; a fall is shown by its sign
/// and its colour.
fn class(column: &TextColumn, text: &str) -> Option<&'static str> {
    if column.figures {
        return fall(text);
    }
    let widths = column.texts.iter().map(|text| wrap::width(&text.text));
    match widths.max() {
        Some(width) if width > LONG => Some("l long"),
        Some(width) if width > MIDDLING => Some("l mid"),
        _ => Some("l"),
    }
}

fn fall(text: &str) -> Option<&'static str> {
    text.starts_with('−').then_some("fall")
}

/// The figures of a chart: a row per month, latest first, with value and change of each flow.
pub fn of_months(report: &Report, style: &Style, unit: &str, id: &str) -> Markup {
    let mut flows: Vec<Flow> = Vec::new();
    let mut months: BTreeMap<Month, Vec<(Flow, &Row)>> = BTreeMap::new();
    for row in &report.rows {
        if let (Cell::Month(month), Cell::Flow(flow)) =
            (row.cell(Column::Month), row.cell(Column::Flow))
        {
            if !flows.contains(flow) {
                flows.push(*flow);
            }
            months.entry(*month).or_default().push((*flow, row));
        }
    }
    let lang = style.lang;
    let figure = |rows: &[(Flow, &Row)], flow: Flow, column: Column| -> String {
        let row = rows.iter().find(|(of, _)| *of == flow);
        row.map_or_else(String::new, |(_, row)| {
            let letters: String = row.flags(column).map(Flag::letter).collect();
            let space = if letters.is_empty() { "" } else { " " };
            format!("{}{space}{letters}", shown(row.cell(column), style))
        })
    };
    let caption = format!("{id}-caption");
    html! {
        div.scroll tabindex="0" role="region" aria-labelledby=(caption) {
            table {
                caption id=(caption) { span { (prose(&words::month_by_month(unit, lang))) } }
                thead { tr {
                    th scope="col" class="l" { (labels::head(Head::Month, lang)) }
                    @for flow in &flows {
                        th scope="col" { (labels::flow(*flow, lang)) }
                        th scope="col" { (change_of(*flow, lang)) }
                    }
                } }
                tbody {
                    @for (month, rows) in months.iter().rev() {
                        tr {
                            th scope="row" { (lang::period(Period::month(*month), lang)) }
                            @for flow in &flows {
                                @for column in [Column::Value, Column::YoyPct] {
                                    @let text = figure(rows, *flow, column);
                                    td class=[fall(&text)] { (text) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A figure in the notation of tables for people.
fn shown(cell: &Cell, style: &Style) -> String {
    match cell {
        Cell::Money(amount) => figures::money(*amount, style.unit.unwrap_or_default()),
        Cell::Quantity(amount, unit) => figures::quantity(*amount, *unit),
        Cell::UnitValue(amount) => figures::unit_value(*amount),
        Cell::Percent(ratio) => figures::percent(*ratio),
        Cell::Rounded(cell) => figures::rounded_cell(cell, style.unit.unwrap_or_default()),
        Cell::Missing(missing) => figures::missing(missing).to_owned(),
        other => figures::machine(other, style.lang),
    }
}
