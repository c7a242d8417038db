//! The text of a cell in formats for people.

use crate::render::title;
use crate::render::{Lang, MoneyUnit, figures, labels, lang};
use crate::report::Cell;
use crate::trade::{Period, UnitOfMeasure};

/// The text of a cell with its additions.
#[derive(Clone, Default)]
pub(crate) struct CellText {
    pub(crate) text: String,
    /// Whether a percent sign follows.
    pub(crate) percent: bool,
    /// `(12-fold)`.
    pub(crate) fold: Option<String>,
    /// The letters of its flags.
    pub(crate) flags: String,
    /// Whether the percent sign follows without a space, as in Chinese and Korean.
    pub(crate) tight: bool,
}

impl CellText {
    /// The text after the number: the percent sign, unless the header has it, and the flags.
    pub(crate) fn sign(&self, with_percent: bool) -> String {
        let percent = match (self.percent && with_percent, self.tight) {
            (false, _) => "",
            (true, false) => " %",
            (true, true) => "%",
        };
        let space = if self.flags.is_empty() { "" } else { " " };
        format!("{percent}{space}{}", self.flags)
    }
}

/// The text of a cell, for any column.
pub(crate) fn cell_text(cell: &Cell, unit: MoneyUnit, lang: Lang) -> CellText {
    let text = match cell {
        Cell::Word(word) => labels::word(*word, lang).to_string(),
        Cell::Text(text) => text.clone(),
        Cell::Name(name) => labels::name(name, lang).to_string(),
        Cell::Remarks(kinds) => figures::remarks_text(kinds, lang),
        Cell::Finding(text) => lang::wording(lang).finding(*text),
        Cell::Meaning(column) => lang::catalog::column_about(*column, lang).to_owned(),
        Cell::Interpretation(text, taken) => lang::wording(lang).taken(text, taken),
        Cell::Stated(stated) => lang::stated(stated, lang),
        Cell::Reading(reading) => lang::reading(reading, lang),
        Cell::List(cells) => {
            let texts = cells.iter().map(|cell| match cell {
                Cell::Flow(flow) => labels::flow_in_note(*flow, lang),
                other => cell_text(other, unit, lang).text,
            });
            texts.collect::<Vec<_>>().join(lang::marks(lang).list)
        }
        Cell::Flow(flow) => labels::flow(*flow, lang).to_string(),
        Cell::Period(period) => lang::period(*period, lang),
        Cell::Date(date) => lang::wording(lang).date_in_column(*date),
        Cell::Month(month) => lang::period(Period::month(*month), lang),
        Cell::Money(amount) => figures::money(*amount, unit),
        Cell::Quantity(amount, unit) => figures::quantity(*amount, *unit),
        Cell::UnitValue(amount) => figures::unit_value(*amount),
        Cell::Unit(UnitOfMeasure::Money(currency)) => lang::wording(lang).money(*currency, unit),
        Cell::Unit(unit) => title::unit(*unit, lang),
        Cell::Points(ratio) => figures::percent(*ratio),
        Cell::Times(ratio) => figures::times(*ratio),
        Cell::Flag(true) => labels::flag(lang).to_string(),
        Cell::Flag(false) | Cell::Empty => String::new(),
        Cell::Missing(missing) => figures::missing(missing).to_owned(),
        Cell::Percent(ratio) => {
            let text = figures::percent(*ratio);
            return CellText {
                tight: lang::marks(lang).percent == "%",
                percent: text != figures::ZERO,
                fold: figures::fold(*ratio).map(|times| labels::fold(&times, lang)),
                text,
                ..CellText::default()
            };
        }
        Cell::Rounded(cell) => {
            return CellText {
                text: figures::rounded_cell(cell, unit),
                tight: lang != Lang::En,
                percent: matches!(**cell, Cell::Percent(_)),
                ..CellText::default()
            };
        }
        Cell::PrintedPercent(printed) => {
            return CellText {
                text: figures::printed(*printed),
                tight: lang::marks(lang).percent == "%",
                percent: true,
                ..CellText::default()
            };
        }
        Cell::Currency(currency) => title::currency(*currency, lang).to_owned(),
        Cell::Count(_) => figures::machine(cell, lang),
    };
    plain(text)
}

/// A text without additions.
pub(crate) fn plain(text: String) -> CellText {
    CellText {
        text,
        ..CellText::default()
    }
}
