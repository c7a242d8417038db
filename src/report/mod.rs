//! The report: one typed table per answer, with its notes. This module neither computes nor
//! renders.
//!
//! In: the vocabulary of `trade`. Out: a [`Report`] that renderers can show without knowing which
//! measure made it.

pub mod brief;
mod claim_remark;
mod column;
mod flag;
mod heading;
mod inspection;
mod kind;
mod list;
mod other_reading;
pub mod picture;
mod receipt;
mod remark;
mod remark_parts;
mod remark_weight;
mod revision_remark;
mod row;
mod sanction_remark;
mod view;
mod word;

use brief::{Brief, FlowBrief, StatedChange};
pub use claim_remark::{ClaimFigure, ClaimRemark, FigureOf};
pub use column::{BESIDE_STREAK, Column};
pub use flag::Flag;
pub use heading::{Heading, Subject};
pub use inspection::{FindingKind, FindingState, FindingText, InspectPart, MonthState};
pub use kind::Kind;
pub use list::ListOf;
pub use other_reading::{OtherReading, machine_text};
use picture::Picture;
pub use receipt::{Receipt, ReceiptRemark};
pub use remark::{Remark, RemarkKind};
pub use remark_parts::{Factor, Implied, Lacking, MonthsBeside, PrintedDiffers, Side, SumPart};
pub use revision_remark::{RevisionRemark, RevisionsBySpan, StreakEffect};
pub use row::{Cell, Row};
pub use sanction_remark::{SanctionRemark, Transition};
pub use view::{Head, Item, Shows, ViewColumn};
pub use word::{Definition, MeasureOf, Word, WorkingWords};

use crate::trade::{Reason, UnitOfMeasure, outside_brackets};

/// One answer: a table with its heading, its notes and its sources.
#[derive(Clone, Debug)]
pub struct Report {
    /// The command, which is also the middle part of the JSON schema name: `tradecheck.yoy.1`.
    pub command: &'static str,
    /// The heading.
    pub heading: Heading,
    /// The columns, in machine order.
    pub columns: Vec<Column>,
    /// The rows, in display order.
    pub rows: Vec<Row>,
    /// Notes for the user on the whole report, in order.
    pub notes: Vec<Remark>,
    /// The publishers of the figures, in order of first use.
    pub sources: Vec<String>,
    /// The table columns, from left to right.
    pub view: Vec<ViewColumn>,
    /// The same rows grouped by kind, each kind with its own columns: used by JSON and tables
    /// instead of one table with the columns of all kinds. Empty for nearly every report.
    pub parts: Vec<Report>,
    /// The same figures as a picture, if the answer is a chart.
    pub picture: Option<Picture>,
    /// The same figures as a brief, if that is the answer.
    pub brief: Option<Brief>,
}

impl Report {
    /// A table of rows, without remarks.
    pub fn of_rows(
        command: &'static str,
        heading: Heading,
        columns: &[Column],
        rows: Vec<Row>,
    ) -> Report {
        Report {
            command,
            heading,
            columns: columns.to_vec(),
            rows,
            notes: Vec::new(),
            sources: Vec::new(),
            view: Vec::new(),
            parts: Vec::new(),
            picture: None,
            brief: None,
        }
    }

    /// Lists each publisher of a figure that has two by itself: `Reuters (GACC); Sankei`. Names of
    /// `files` are left as they are.
    pub fn tell_sources_apart(&mut self, files: &[&str]) {
        let mut apart: Vec<String> = Vec::new();
        for source in &self.sources {
            let is_whole = files.contains(&&**source) || source.starts_with("computed from ");
            let names = match is_whole {
                true => vec![&**source],
                false => outside_brackets(source, "; "),
            };
            for name in names {
                if !apart.iter().any(|known| known == name) {
                    apart.push(name.to_owned());
                }
            }
        }
        self.sources = apart;
    }

    /// Clears the unit of rows that have no figure because their goods are counted in different
    /// units.
    pub fn leave_mixed_units_out(&mut self) {
        let mixed = |cell: &Cell| matches!(cell, Cell::Missing(missing) if missing.reason == Reason::MixedUnits);
        let figure = |cell: &Cell| matches!(cell, Cell::Quantity(..) | Cell::UnitValue(_));
        for row in &mut self.rows {
            let counted = matches!(
                row.cell(Column::Unit),
                Cell::Unit(UnitOfMeasure::Quantity(_) | UnitOfMeasure::UnitValue(..))
            );
            let of_figures = match counted {
                true => vec![Column::Base, Column::Value, Column::Ytd],
                false => vec![Column::QuantityBase, Column::Quantity],
            };
            let cells = || of_figures.iter().map(|column| row.cell(*column));
            if cells().any(mixed) && !cells().any(figure) {
                let unit = if counted {
                    Column::Unit
                } else {
                    Column::QuantityUnit
                };
                row.put(unit, Cell::Empty);
            }
        }
    }

    /// Adds to the heading how far the data extend, if the month shown is older.
    pub fn state_age(&mut self) {
        let reaches = self.notes.iter().find_map(|remark| match remark.kind {
            RemarkKind::NotNewest { last, .. } => Some(last),
            _ => None,
        });
        self.heading.reaches = reaches;
    }

    /// Whether a figure that was asked for is missing, which `--strict` rejects. A figure
    /// that there cannot be, such as the percentage of a balance, does not count.
    pub fn lacks_a_figure(&self) -> bool {
        let lacks =
            |cell: &Cell| matches!(cell, Cell::Missing(missing) if !missing.reason.is_by_nature());
        let lacks_one = |row: &Row| self.columns.iter().any(|one| lacks(row.cell(*one)));
        let lacks_in_brief = |brief: &Brief| {
            let lacks = |flow: &FlowBrief| {
                flow.month.value.is_none() || matches!(flow.month.change, StatedChange::Unknown(_))
            };
            brief.is_split_unknown || brief.flows.iter().any(lacks)
        };
        self.rows.iter().any(lacks_one) || self.brief.as_ref().is_some_and(lacks_in_brief)
    }
}
