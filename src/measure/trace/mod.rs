//! The receipt of an answer: where its figures come from, and how they were computed.
//!
//! In: an answer, and the frame it was made from. Out: a report of the figures read, each with its
//! source, and a report of the figures computed, each with its formula.
//!
//! Source: docs/definitions.md, throughout.

mod claims;
mod figures;
mod formulas;
mod levels;
mod releases;
mod used;
mod workings;

pub use claims::of_claims;
pub use figures::figures_of;
pub use releases::of_releases;
pub use used::Used;
pub use workings::{all_used, workings};

use crate::frame::{Frame, SeriesSet};
use crate::measure::question::Question;
use crate::report::Column;
use crate::trade::{Flow, Measure, Selection, Series};

/// The machine columns of the figures used.
pub const FIGURES: [Column; 19] = [
    Column::Id,
    Column::Period,
    Column::Flow,
    Column::Code,
    Column::Value,
    Column::Low,
    Column::High,
    Column::Unit,
    Column::Basis,
    Column::PrintedPct,
    Column::Released,
    Column::Publisher,
    Column::Address,
    Column::OwnNote,
    Column::File,
    Column::Line,
    Column::Rows,
    Column::Measure,
    Column::Certainty,
];

/// The machine columns of the workings.
pub const WORKINGS: [Column; 10] = [
    Column::Id,
    Column::Period,
    Column::Flow,
    Column::Code,
    Column::ColumnName,
    Column::Result,
    Column::Formula,
    Column::Numerator,
    Column::Denominator,
    Column::Definition,
];

/// The data behind an answer: values, and the corresponding quantities.
pub struct TracedData<'a> {
    /// Every row that was read.
    pub frame: &'a Frame,
    /// The rows asked for.
    pub selection: Selection,
    values: Option<SeriesSet>,
    quantities: Option<SeriesSet>,
}

impl<'a> TracedData<'a> {
    /// The series of a selection; rows only if there are none.
    pub fn new(frame: &'a Frame, selection: &Selection) -> TracedData<'a> {
        let quantities = || frame.series(&selection.measuring(Measure::Quantity)).ok();
        TracedData {
            frame,
            values: frame.series(selection).ok(),
            quantities: match selection.measure {
                Measure::Value => quantities(),
                Measure::Quantity | Measure::UnitValue => None,
            },
            selection: selection.clone(),
        }
    }

    /// The series of a flow, from the chosen perspective, of the whole or of one component.
    fn series(&self, question: &Question, used: &Used) -> Option<Series> {
        let set = match used.is_quantity {
            true => self.quantities.as_ref()?,
            false => self.values.as_ref()?,
        };
        let set = match &used.code {
            None => set,
            Some(code) => {
                let mut parts = set.parts.iter();
                let (_, part) = parts.find(|(part, _)| *part.code == **code)?;
                part
            }
        };
        let flow = question.perspective.reporter_flow(used.flow);
        let series = set.flow(flow);
        let is_sign_reversed = used.flow == Flow::Balance && flow == Flow::Balance;
        let by_partner = question.perspective == crate::trade::Perspective::Partner;
        Some(match is_sign_reversed && by_partner {
            true => series.negated(),
            false => series.clone(),
        })
    }
}
