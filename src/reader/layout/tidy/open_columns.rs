//! The columns of a table kept by hand while their meanings are being settled, one after another: a
//! column that has a meaning is not looked at again.

use crate::reader::cells::quarters;
use crate::reader::cells::table::Line;
use crate::reader::cells::vocabulary;
use crate::reader::layout::tidy::countries::{holds_labels, may_be_label};
use crate::reader::layout::tidy::kinds::kinds_over;
use crate::reader::layout::tidy::names::NamedColumn;
use crate::trade::{Flow, Meaning};

/// The columns, and what is known of them so far.
pub(super) struct OpenColumns {
    pub names: Vec<String>,
    /// The first rows.
    pub rows: Vec<Line>,
    /// The kinds of the columns by their names and cells.
    pub kinds: Vec<NamedColumn>,
    /// The meanings settled so far.
    pub taken: Vec<Option<Meaning>>,
}

impl OpenColumns {
    /// `knows_side`: whether the user says whose flows they are.
    pub fn new(names: Vec<String>, rows: Vec<Line>, knows_side: bool) -> OpenColumns {
        OpenColumns {
            kinds: kinds_over(&names, &rows, knows_side),
            taken: vec![None; names.len()],
            names,
            rows,
        }
    }

    /// The cells of a column in the first rows.
    pub fn cells(&self, column: usize) -> impl Iterator<Item = &str> {
        let cells = self
            .rows
            .iter()
            .filter_map(move |line| line.cells.get(column));
        cells.map(String::as_str)
    }

    /// Settles the meaning of a column.
    pub fn take(&mut self, column: usize, meaning: Meaning) {
        self.taken[column] = Some(meaning);
    }

    /// The first open column of a kind, which gets this meaning.
    pub fn find(&mut self, kind: NamedColumn, meaning: Meaning) -> Option<usize> {
        let found = self.open().find(|at| self.kinds[*at] == kind)?;
        self.take(found, meaning);
        Some(found)
    }

    /// The column of flows: by its name, or else by its cells.
    pub fn flow(&mut self) -> Option<usize> {
        if let Some(named) = self.find(NamedColumn::Flow, Meaning::Flow) {
            return Some(named);
        }
        let found = self.open().find(|column| self.holds_flows(*column))?;
        self.take(found, Meaning::Flow);
        Some(found)
    }

    /// Whether the cells of a column are flows, whatever its name.
    fn holds_flows(&self, column: usize) -> bool {
        if !matches!(
            self.kinds[column],
            NamedColumn::Other | NamedColumn::Label | NamedColumn::Name
        ) {
            return false;
        }
        // `Total` alone may be the total of anything.
        let tells = |cell: &str| matches!(vocabulary::flow(cell), Ok(Flow::Import | Flow::Export));
        let mut texts = self.cells(column).filter(|cell| !cell.is_empty());
        let all_flows =
            self.cells(column).any(tells) && texts.all(|cell| vocabulary::flow(cell).is_ok());
        if !all_flows {
            return false;
        }
        // A letter alone is a flow only beside that of the other: `M` may be monthly, `E` estimated.
        let mut texts = self.cells(column);
        let has_words = texts.any(|cell| tells(cell) && cell.chars().count() > 1);
        let has = |flow: Flow| {
            let mut texts = self.cells(column);
            texts.any(|cell| vocabulary::flow(cell) == Ok(flow))
        };
        let has_both = has(Flow::Import) && has(Flow::Export);
        self.kinds[column] == NamedColumn::Label || has_words || has_both
    }

    /// Settles the columns of quarters: next to its month, a quarter adds nothing.
    pub fn take_quarters(&mut self) {
        let quarters = self.open().filter(|at| quarters::is_name(&self.names[*at]));
        for column in quarters.collect::<Vec<_>>() {
            self.take(column, Meaning::Month);
        }
    }

    /// The columns of labels: those that their names call so, then those with no name for anything.
    pub fn labels(&mut self) -> Vec<usize> {
        let mut labels = Vec::new();
        for (kind, is_label) in [
            (
                NamedColumn::Label,
                may_be_label as fn(&[Line], usize) -> bool,
            ),
            (NamedColumn::Other, holds_labels),
        ] {
            let open = self.open();
            let found =
                open.filter(|column| self.kinds[*column] == kind && is_label(&self.rows, *column));
            let found: Vec<usize> = found.collect();
            for column in &found {
                self.take(*column, Meaning::Label);
            }
            labels.extend(found);
        }
        labels
    }

    /// Settles the columns of figures that are not read as values of trade.
    pub fn take_unused(&mut self) {
        for column in self.open().collect::<Vec<_>>() {
            let meaning = match self.kinds[column] {
                NamedColumn::Change => Meaning::Change,
                NamedColumn::Quantity => Meaning::Quantity,
                NamedColumn::Balance => Meaning::Balance,
                NamedColumn::Sum => Meaning::Sum,
                _ => continue,
            };
            self.take(column, meaning);
        }
    }

    /// The columns whose meanings are not settled.
    fn open(&self) -> impl Iterator<Item = usize> {
        (0..self.names.len()).filter(|column| self.taken[*column].is_none())
    }
}
