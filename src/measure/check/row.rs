//! The row of a claim: the claim, the figures, and how they compare.

use super::known::{Asked, Finding, In};

use super::verdict::{Judged, Judgement};
use crate::measure::question::Question;
use crate::report::{
    Cell, ClaimFigure, ClaimRemark, Column, FigureOf, Flag, OtherReading, Remark, RemarkKind, Row,
    Word,
};
use crate::trade::{
    Amount, Basis, Bounds, Claim, Measured, Passage, Ratio, Stated, Superlative, Truth,
    UnitOfMeasure, Vintage,
};

/// Adds the number and text of a sentence, for claims from an article.
pub(super) fn put_sentence(row: &mut Row, passage: &Passage, is_text: bool) {
    if is_text {
        row.put(Column::Sentence, Cell::Count(passage.number));
        row.put(Column::Text, Cell::Text(passage.text.clone()));
    }
}

/// Adds the cells that describe the claim.
pub(super) fn put_claim(row: &mut Row, question: &Question, claim: &Claim) {
    let shown_flow = question.perspective.reporter_flow(Asked::of(claim).flow);
    for (column, cell) in [
        (Column::Id, Cell::Text(claim.id.clone())),
        (Column::Flow, Cell::Flow(shown_flow)),
        (Column::Metric, Cell::Word(Word::Metric(claim.metric))),
        (Column::Period, Cell::Period(claim.months())),
        (Column::Claimed, Cell::Stated(claim.stated.clone())),
        (Column::HsCodes, Cell::text(&claim.hs.join(" "))),
    ] {
        row.put(column, cell);
    }
}

pub(super) fn row(
    question: &Question,
    claim: &Claim,
    judged: &Judged,
    readings: &[Vec<OtherReading>],
) -> Row {
    let Judged { then, now, .. } = judged;
    let mut row = Row::new([
        (Column::Verdict, Cell::Word(Word::Truth(then.truth))),
        (Column::VerdictNow, Cell::Word(Word::Truth(now.truth))),
    ]);
    put_claim(&mut row, question, claim);
    let value = match (&then.finding, &then.missing) {
        (Some(finding), _) => {
            let [low, high] = [finding.bounds.low(), finding.bounds.high()]
                .map(|end| end.map_or(Cell::Empty, |end| cell(end, finding.in_what)));
            row.put(Column::Low, low);
            row.put(Column::High, high);
            row.put(Column::Unit, unit(finding.in_what));
            finding
                .value
                .map_or(Cell::Empty, |value| cell(value, finding.in_what))
        }
        (None, Some(missing)) => Cell::Missing(missing.clone()),
        (None, None) => Cell::Empty,
    };
    row.put(Column::Value, value);
    if let Some(nearest) = readings.first() {
        row.put(Column::Reading, Cell::Reading(nearest.clone()));
    }
    row.remarks = remarks(claim, judged, readings);
    let flags = then.finding.iter().flat_map(flags);
    row.with_flags(flags)
}

/// The flag for how the figures of a verdict came about.
pub(super) fn flags(finding: &Finding) -> Option<(Column, Flag)> {
    let basis = |wanted: Basis| {
        let mut all = finding.made_of.iter();
        all.any(|(.., figure)| figure.basis == wanted)
    };
    // A number of months has no basis of its own.
    if finding.in_what == In::Months {
        return None;
    }
    let flag = if finding.made_of.is_empty() && finding.printed.is_some() {
        Flag::AsPublished
    } else if basis(Basis::Implied) {
        Flag::Implied
    } else if basis(Basis::Difference) {
        Flag::Difference
    } else if basis(Basis::Converted) {
        Flag::Converted
    } else {
        return None;
    };
    Some((Column::Value, flag))
}

/// A number of a finding as a cell.
pub(super) fn cell(value: Ratio, in_what: In) -> Cell {
    match in_what {
        In::Percent => Cell::Percent(value),
        In::Times => Cell::Times(value),
        In::Months => Cell::Count(u32::try_from(value.rounded()).unwrap_or(u32::MAX)),
        In::Unit(UnitOfMeasure::Quantity(unit)) => Cell::Quantity(Amount(value.rounded()), unit),
        In::Unit(_) => Cell::Money(Amount(value.rounded())),
    }
}

pub(super) fn unit(in_what: In) -> Cell {
    match in_what {
        In::Percent => Cell::Word(Word::Percent),
        In::Times => Cell::Word(Word::Times),
        In::Months => Cell::Word(Word::Months),
        In::Unit(unit) => Cell::Unit(unit),
    }
}

/// The remarks on a verdict: then and now, later releases, other readings, the figures.
pub(super) fn remarks(
    claim: &Claim,
    judged: &Judged,
    readings: &[Vec<OtherReading>],
) -> Vec<Remark> {
    let Judged {
        then,
        now,
        by,
        is_later,
    } = judged;
    let mut remarks: Vec<(Column, ClaimRemark)> = Vec::new();
    if *is_later {
        remarks.push((Column::Verdict, ClaimRemark::DecidedLater { by: *by }));
    }
    if let (Some(day), true) = (by.or(claim.published), then.truth != now.truth) {
        let figure = now.finding.as_ref().and_then(|finding| {
            let value = finding.value?;
            Some(in_sentence(value, finding.in_what))
        });
        remarks.push((
            Column::VerdictNow,
            ClaimRemark::ThenAndNow {
                then: then.truth,
                day,
                since: revised_since(now, day),
                now: figure,
            },
        ));
    }
    let open = then
        .finding
        .as_ref()
        .and_then(|finding| finding.open.as_ref());
    if let (Truth::CannotTell, Some(missing)) = (then.truth, then.missing.as_ref().or(open))
        && then.finding.is_some()
    {
        remarks.push((Column::Verdict, ClaimRemark::Open(missing.clone())));
    }
    remarks.extend(overlap(claim, then).map(|remark| (Column::Verdict, remark)));
    if let Some(one) = then.of_one_total
        && let Some((value, in_what)) = one.other
    {
        let remark = ClaimRemark::OfOneTotal {
            is_sum: one.is_sum,
            other: in_sentence(value, in_what),
        };
        remarks.push((Column::Verdict, remark));
    }
    if let Some(standing) = &then.standing {
        let unit = then.finding.as_ref().map(|finding| finding.in_what);
        if let (Some((period, figure)), Some(unit)) = (&standing.against, unit) {
            let figure = in_sentence(Ratio::whole(figure.value.0), unit);
            remarks.push((
                Column::Verdict,
                ClaimRemark::Against {
                    period: *period,
                    figure,
                },
            ));
        }
        if let Some(since) = standing.since {
            let is_high = matches!(claim.stated, Stated::Record(Superlative::Highest, _));
            let last = ClaimRemark::LastAsFar {
                period: since,
                is_high,
            };
            remarks.push((Column::Value, last));
        }
    }
    if let Some((_, others)) = readings.split_first()
        && !others.is_empty()
    {
        remarks.push((Column::Reading, ClaimRemark::AlsoAs(others.to_vec())));
    }
    if let Some(made_of) = then.finding.as_ref().and_then(made_of) {
        remarks.push((Column::Value, made_of));
    }
    let remark = |(column, kind)| Remark::on(column, claim.months(), RemarkKind::Claim(kind));
    remarks.into_iter().map(remark).collect()
}

/// The remark on what the figures allow and what the claim stands for, if the two overlap in part.
fn overlap(claim: &Claim, then: &Judgement) -> Option<ClaimRemark> {
    let is_open = then.truth == Truth::CannotTell && then.missing.is_none();
    let finding = then
        .finding
        .as_ref()
        .filter(|_| is_open && then.standing.is_none())?;
    let ends = |bounds: Bounds| {
        [bounds.low(), bounds.high()].map(|end| end.map(|end| in_sentence(end, finding.in_what)))
    };
    Some(ClaimRemark::Overlaps {
        known: ends(finding.bounds),
        claimed: ends(claim.stated.bounds()?),
    })
}

/// The remark on the figures behind a finding, with their release dates.
pub(super) fn made_of(finding: &Finding) -> Option<ClaimRemark> {
    let all = &finding.made_of;
    // A streak involves many months; listing all would be too long.
    let shown_flow = if all.len() > 3 { 1 } else { all.len() };
    let first = all.iter().take(shown_flow);
    let figures: Vec<FigureOf> = first
        .map(|(flow, period, figure)| FigureOf::new(*flow, *period, figure))
        .collect();
    let printed = finding.printed.as_ref().map(|change| change.released);
    (!figures.is_empty() || printed.is_some()).then(|| ClaimRemark::MadeOf {
        more: all.len() - figures.len(),
        figures,
        printed,
    })
}

/// The latest release after `day` among the figures.
pub(super) fn revised_since(now: &Judgement, day: Vintage) -> Option<Vintage> {
    let figures = now.finding.iter().flat_map(|finding| &finding.made_of);
    let dates = figures.filter_map(|(.., figure)| figure.released);
    dates.filter(|date| !date.is_by(day)).max()
}

pub(super) fn in_sentence(value: Ratio, in_what: In) -> ClaimFigure {
    match in_what {
        In::Percent => ClaimFigure::Percent(value),
        In::Times => ClaimFigure::Times(value),
        In::Months => ClaimFigure::Months(value.rounded()),
        In::Unit(unit) => ClaimFigure::Amount(Measured {
            amount: Amount(value.rounded()),
            unit,
        }),
    }
}
