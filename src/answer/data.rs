//! What an answer is made from: the request and everything that was read for it.

use crate::cli::Request;
use crate::failure::Failure;
use crate::frame::{Frame, SeriesSet};
use crate::measure::chart::EventsWanted;
use crate::measure::{self, Answer, MeasureError};
use crate::reader::InputProfile;
use crate::report::{ClaimRemark, Remark, RemarkKind};
use crate::trade::{Currency, Passage, Regime, Selection, SetRemark};

/// A request, and everything that was read for it.
pub struct Data<'a> {
    /// The request.
    pub request: &'a Request,
    /// The number of months for which a chart has room.
    pub chart_months: usize,
    /// All rows that were read.
    pub frame: &'a Frame,
    /// All files that were completely read, in the order of the frame's inputs.
    pub profiles: &'a [InputProfile],
    /// The claims to check, and a remark on the file they came from.
    pub claims: &'a (Vec<Passage>, Option<ClaimRemark>),
}

/// An answer computed from the series of the selection.
pub(super) fn of_series(
    data: &Data<'_>,
    measured: impl FnOnce(&SeriesSet) -> Result<Answer, MeasureError>,
) -> Result<Answer, Failure> {
    let set = data.frame.series(&data.request.selection)?;
    let mut answer = measured(&set)?;
    if data.request.output.spark {
        measure::spark::fill(&mut answer, &data.request.question, &set);
    }
    Ok(with_notes(answer, of_set(set.notes)))
}

/// The measures that a chart marks.
pub(super) fn marked<'a>(data: &'a Data<'_>, regimes: &'a [Regime]) -> EventsWanted<'a> {
    EventsWanted {
        regimes,
        own: data.request.sanctions.list.as_ref(),
    }
}

/// Checks that nothing narrows down the published components of a year, which are not selected from
/// but shown as they are.
pub(super) fn of_components(selection: &Selection) -> Result<(), MeasureError> {
    let what = if !selection.goods.is_all() {
        "a choice of goods"
    } else if selection.as_of.is_some() {
        "`--as-of`"
    } else if selection.currency.is_some_and(|one| one != Currency::Usd) {
        "`--currency cny`"
    } else {
        return Ok(());
    };
    Err(MeasureError::NotOfComponents { what })
}

/// Puts notes before those of the answer.
pub(super) fn with_notes(
    mut answer: Answer,
    kinds: impl IntoIterator<Item = RemarkKind>,
) -> Answer {
    let notes = kinds.into_iter().map(Remark::on_all);
    answer.report.notes.splice(0..0, notes);
    answer
}

/// The notes of the frame on the series.
pub(super) fn of_set(notes: Vec<SetRemark>) -> impl Iterator<Item = RemarkKind> {
    notes.into_iter().map(RemarkKind::Set)
}
