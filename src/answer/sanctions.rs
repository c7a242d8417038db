//! The answers to `sanctions`, and the bans beside those of other commands.

use super::data::{Data, of_components};
use crate::cli::{Command, Request};
use crate::failure::Failure;
use crate::frame::Frame;
use crate::measure::sanctions::{GoodsInData, SanctionsWanted};
use crate::measure::{self, Answer, MeasureError};
use crate::report::Remark;
use crate::trade::{Goods, Measure, PartnerChoice, Period, Selection};
use std::sync::Arc;

pub(super) fn sanctions(data: &Data<'_>, wanted: &SanctionsWanted) -> Result<Answer, Failure> {
    let Data { request, frame, .. } = data;
    let (question, selection) = (&request.question, &request.selection);
    let (list, regime) = (request.sanctions.list(), request.sanctions.regime);
    let held = |months| {
        let held = GoodsInData::of(frame, selection, months);
        held.map(|held| held.of_all_goods(frame.has_all_goods(&selection.partner)))
    };
    use measure::sanctions::{caps, check, coverage, list as measures};
    if !question.partner.is_north_korea() {
        return Err(MeasureError::NotSanctioned.into());
    }
    Ok(match wanted {
        SanctionsWanted::List(asked) => measures::answer(question, *asked, list, regime),
        SanctionsWanted::Check { fail_on_hit } => {
            let months = check::range(question.span);
            let knows = |prefixes: &[Arc<str>], flow, month| {
                let selection = Selection {
                    goods: Goods::under(prefixes.to_vec(), Vec::new()),
                    by: None,
                    ..selection.measuring(Measure::Value)
                };
                let set = frame.series(&selection).ok();
                set.is_some_and(|set| set.flow(flow).figure(Period::month(month)).is_some())
            };
            let held = (&held(months)?, &knows as _);
            check::answer(question, *fail_on_hit, held, list, regime)
        }
        SanctionsWanted::Coverage(asked) => {
            // Published components of a year are not an input but in a table of facts.
            let held = match request.inputs.is_empty() {
                true => {
                    of_components(selection)?;
                    None
                }
                false => Some(held(Some(asked.base))?),
            };
            coverage::answer(question, *asked, held.as_ref(), list, regime)
        }
        SanctionsWanted::Caps(asked) => {
            caps::answer(question, *asked, frame, selection, list, regime)?
        }
    })
}

/// Remarks on bans of the goods, for each flow, in the commands that answer for them as one series;
/// and on the measures behind a breakdown by sanctions.
pub fn bans(request: &Request, frame: &Frame) -> Vec<Remark> {
    let of_a_series = matches!(
        request.command,
        Command::Yoy { .. }
            | Command::Series
            | Command::Streak(_)
            | Command::Record
            | Command::Brief
            | Command::Report { .. }
    );
    // No ban covers all goods, so the list need not be read for them.
    let partner = &request.question.partner;
    let seen = frame.observations().partners_seen.iter().copied();
    // All partners of the data, of which there may be no other.
    let is_of_north_korea = partner.is_north_korea()
        || (*partner == PartnerChoice::All
            && PartnerChoice::These(seen.collect()).is_north_korea());
    let of_a_series = of_a_series && !request.question.goods.is_all() && is_of_north_korea;
    let (asked, regime) = (&request.sanctions, request.sanctions.regime);
    let bans =
        of_a_series.then(|| measure::sanctions::bans_on(&request.question, asked.list(), regime));
    let split = request.selection.sanctions.as_ref();
    let split = split.map(measure::sanctions::on_split);
    bans.into_iter().flatten().chain(split).collect()
}
