//! The rows of a report and their cells.

use super::{Column, Flag, Remark, RemarkKind};
use crate::trade::{
    Amount, Currency, Flow, Missing, Month, Name, Period, Printed, QuantityUnit, Ratio, Taken,
    UnitOfMeasure,
};
use std::collections::{BTreeMap, BTreeSet};

/// A row: its cells by machine column, and its remarks. A row may hold cells of columns that its
/// report does not show.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Row {
    /// There is none for [`Column::Note`]: every renderer makes the note from `remarks` and the
    /// missing cells.
    cells: BTreeMap<Column, Cell>,
    /// How the figures of its cells came about.
    flags: BTreeSet<(Column, Flag)>,
    /// What a careful reader must know of this row, by the column it is about, in order.
    pub remarks: Vec<Remark>,
    /// Its figures month by month up to its own, for a small line; `None` for a month without a
    /// figure. For people alone, and empty unless asked for.
    pub run: Vec<Option<Amount>>,
}

/// One cell. Nothing is ever missing without a reason.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    /// A name or a word from a closed list: `import`, `at_least`.
    Word(&'static str),
    /// A text from the data: the name of a file.
    Text(String),
    /// What a thing is called, in the language of the labels; in machine columns in English.
    Name(Name),
    /// A column or a text of a file, and what it was taken for; in machine columns in English.
    Taken(String, Taken),
    /// Several things one after another.
    List(Vec<Cell>),
    /// Remarks one after another, in the language of the labels; in machine columns in English.
    Remarks(Vec<RemarkKind>),
    /// A flow, from the perspective asked for (already turned for `--as kp`).
    Flow(Flow),
    /// A month.
    Month(Month),
    /// A month or a run of months.
    Period(Period),
    /// Money in the heading's currency.
    Money(Amount),
    /// A quantity, in thousandths of its unit; no unit where every figure of it is zero.
    Quantity(Amount, Option<QuantityUnit>),
    /// Billionths of the currency unit for one unit or tonne, see [`UnitOfMeasure::UnitValue`].
    UnitValue(Amount),
    /// A computed ratio, shown in percent.
    Percent(Ratio),
    /// Percentage points of the change of the whole.
    Points(Ratio),
    /// A percentage as it was printed.
    PrintedPercent(Printed),
    /// A count.
    Count(u32),
    /// Yes or no.
    Flag(bool),
    /// The currency.
    Currency(Currency),
    /// What the figures of the row are: `USD`, `kg`, `USD/t`.
    Unit(UnitOfMeasure),
    /// A figure that is zero as it was rounded, and may be little.
    Rounded(Box<Cell>),
    /// Nothing belongs here (no printed change is known; a note column).
    Empty,
    /// A figure belongs here and is not there, for this reason.
    Missing(Missing),
}

impl Row {
    /// A row of these cells, without a remark.
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

    /// The cell of a column; [`Cell::Empty`] for a column that the row does not have.
    pub fn cell(&self, column: Column) -> &Cell {
        self.cells.get(&column).unwrap_or(&Cell::Empty)
    }

    /// The same row with these flags beside its figures.
    pub fn with_flags(self, flags: impl IntoIterator<Item = (Column, Flag)>) -> Row {
        let flags = flags.into_iter().collect();
        Row { flags, ..self }
    }

    /// The flags of a column.
    pub fn flags(&self, column: Column) -> impl Iterator<Item = Flag> + '_ {
        let own = self.flags.iter().filter(move |(one, _)| *one == column);
        own.map(|(_, flag)| *flag)
    }

    /// Whether it has a cell of this column.
    pub fn has(&self, column: Column) -> bool {
        self.cells.contains_key(&column)
    }

    /// Puts a cell into its column, in place of what stood there.
    pub fn put(&mut self, column: Column, cell: Cell) {
        self.cells.insert(column, cell);
    }
}
