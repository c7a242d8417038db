//! The answer to `report`: a page of several answers.

use super::data::{Data, marked, of_series};
use crate::failure::Failure;
use crate::frame::{Frame, FrameError};
use crate::measure::page::{PageMaterial, SanctionsSection};
use crate::measure::sanctions::GoodsInData;
use crate::measure::{self, Answer};
use crate::reader::{self};
use crate::resolve::{self};
use crate::trade::{Breakdown, Measure, Period, Regime, Selection};
use std::cell::OnceCell;

pub(super) fn page(
    data: &Data<'_>,
    events: &[Regime],
    with_sanctions: bool,
) -> Result<Answer, Failure> {
    let Data { request, frame, .. } = data;
    let split = |by: Breakdown, measure: Measure| {
        let selection = Selection {
            by: Some(by),
            ..request.selection.measuring(measure)
        };
        // Published totals do not distinguish goods; no remark is needed then.
        let is_whole = request.selection.by.is_none();
        match is_whole {
            true => FrameError::unless_absent(frame.series(&selection)),
            false => Ok(None),
        }
    };
    let chapters = split(Breakdown::Chapter, request.selection.measure)?;
    let values = split(Breakdown::Heading, Measure::Value)?;
    let quantities = split(Breakdown::Heading, Measure::Quantity)?;
    let lines = match with_sanctions {
        true => of_lines(data)?,
        false => None,
    };
    let refusal = OnceCell::new();
    let held = |month| {
        let frame = lines.as_ref().unwrap_or(frame);
        let held = GoodsInData::of(frame, &request.selection, Some(Period::month(month)));
        let held = FrameError::unless_absent(held).unwrap_or_else(|why| {
            let _ = refusal.set(why);
            None
        });
        Some(held?.of_all_goods(data.frame.has_all_goods(&request.selection.partner)))
    };
    let material = PageMaterial {
        events: marked(data, events),
        chapters: chapters.as_ref(),
        headings: values.as_ref().zip(quantities.as_ref()).map(<[_; 2]>::from),
        sanctions: with_sanctions.then(|| SanctionsSection {
            list: request.sanctions.list(),
            regime: request.sanctions.regime,
            goods_in_data: &held,
        }),
    };
    let answer = of_series(data, |set| {
        measure::page::answer(&request.question, &material, set)
    })?;
    match refusal.into_inner() {
        Some(why) => Err(why.into()),
        None => Ok(answer),
    }
}

/// The built-in figures of single goods, if no files are given.
fn of_lines(data: &Data<'_>) -> Result<Option<Frame>, Failure> {
    if !data.request.inputs.is_empty() {
        return Ok(None);
    }
    let (goods, _) = resolve::further_sources();
    let options = resolve::options(data.request);
    let read = reader::read_watched(
        &[goods],
        &options,
        &mut std::io::empty(),
        &reader::Unwatched,
    )?;
    Ok(Some(Frame::new(read.0)))
}
