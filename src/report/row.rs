//! Rows of a report, and their cells.

use super::FindingText;
use super::{Column, Flag, OtherReading, Remark, RemarkKind, Word};
use crate::trade::{
    Amount, Currency, Flow, Interpretation, Missing, Month, Name, Period, Printed, QuantityUnit,
    Ratio, Stated, UnitOfMeasure, Vintage,
};
use std::collections::{BTreeMap, BTreeSet};

/// A row: its cells by machine column, and its remarks. It may have cells for columns that the
/// report does not show.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Row {
    /// Never has a cell for [`Column::Note`]: renderers make notes from `remarks` and missing
    /// cells.
    cells: BTreeMap<Column, Cell>,
    /// How the figures in its cells came about.
    flags: BTreeSet<(Column, Flag)>,
    /// Remarks on this row, by column, in order.
    pub remarks: Vec<Remark>,
    /// The monthly figures up to its own, for a small line; `None` for a month without a figure.
    /// Used in tables only; empty unless asked for.
    pub run: Vec<Option<Amount>>,
}

/// One cell. Nothing is missing without a reason.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    /// A word from a closed list: `at_least`.
    Word(Word),
    /// A text from the data, such as a file name.
    Text(String),
    /// A name, shown in the language of the labels; in English in machine columns.
    Name(Name),
    /// A column or text of a file, and how it was understood; in English in machine columns.
    Interpretation(String, Interpretation),
    /// What a claim states, in the notation of the language.
    Stated(Stated),
    /// How a claim was read; see [`OtherReading`].
    Reading(Vec<OtherReading>),
    /// Several cells in one.
    List(Vec<Cell>),
    /// Remarks, in the language asked for.
    Remarks(Vec<RemarkKind>),
    /// What a finding says, in the language asked for.
    Finding(FindingText),
    /// What a machine column contains, in the language asked for.
    Meaning(Column),
    /// A flow, from the chosen perspective (already swapped for `--as kp`).
    Flow(Flow),
    /// A month.
    Month(Month),
    /// A month or a longer period.
    Period(Period),
    /// A day, or the month or year of a release whose day is unknown.
    Date(Vintage),
    /// Money, in the heading's currency.
    Money(Amount),
    /// A quantity, in thousandths of its unit; no unit if all figures are zero.
    Quantity(Amount, Option<QuantityUnit>),
    /// Billionths of the currency unit per unit or tonne, see [`UnitOfMeasure::UnitValue`].
    UnitValue(Amount),
    /// A computed ratio, displayed in percent.
    Percent(Ratio),
    /// Percentage points of the change of the whole.
    Points(Ratio),
    /// A multiple of its base.
    Times(Ratio),
    /// A percentage as printed.
    PrintedPercent(Printed),
    /// A count.
    Count(u32),
    /// A yes or no.
    Flag(bool),
    /// The currency.
    Currency(Currency),
    /// The unit of the figures in the row: `USD`, `kg`, `USD/t`.
    Unit(UnitOfMeasure),
    /// A figure that is zero after rounding, and may not be exactly zero.
    Rounded(Box<Cell>),
    /// Deliberately empty (no printed change is known; a note column).
    Empty,
    /// A missing figure, with the reason.
    Missing(Missing),
}

impl Cell {
    /// A text; [`Cell::Empty`] if it is empty.
    pub fn text(text: &str) -> Cell {
        match text {
            "" => Cell::Empty,
            text => Cell::Text(text.to_owned()),
        }
    }

    /// A date; [`Cell::Empty`] if there is none.
    pub fn date(date: Option<impl Into<Vintage>>) -> Cell {
        date.map_or(Cell::Empty, |date| Cell::Date(date.into()))
    }

    /// Several cells in one; [`Cell::Empty`] if there are none.
    pub fn list(cells: Vec<Cell>) -> Cell {
        match cells.is_empty() {
            true => Cell::Empty,
            false => Cell::List(cells),
        }
    }
}

impl Row {
    /// A row with these cells, without remarks.
    pub fn new(cells: impl IntoIterator<Item = (Column, Cell)>) -> Row {
        Row {
            cells: cells.into_iter().collect(),
            flags: BTreeSet::new(),
            remarks: Vec::new(),
            run: Vec::new(),
        }
    }

    /// The same row with these remarks.
    pub fn with_remarks(self, remarks: Vec<Remark>) -> Row {
        Row { remarks, ..self }
    }

    /// The cell of a column; [`Cell::Empty`] if the row has none.
    pub fn cell(&self, column: Column) -> &Cell {
        self.cells.get(&column).unwrap_or(&Cell::Empty)
    }

    /// The same row with these flags on its figures.
    pub fn with_flags(self, flags: impl IntoIterator<Item = (Column, Flag)>) -> Row {
        let flags = flags.into_iter().collect();
        Row { flags, ..self }
    }

    /// The flags of a column.
    pub fn flags(&self, column: Column) -> impl Iterator<Item = Flag> + '_ {
        let own = self.flags.iter().filter(move |(one, _)| *one == column);
        own.map(|(_, flag)| *flag)
    }

    /// Whether it has a cell in this column.
    pub fn has(&self, column: Column) -> bool {
        self.cells.contains_key(&column)
    }

    /// Sets the cell of a column.
    pub fn put(&mut self, column: Column, cell: Cell) {
        self.cells.insert(column, cell);
    }
}
