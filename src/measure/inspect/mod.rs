//! `inspect`: the files, the months they cover, and what is missing, duplicated, revised or
//! contradictory in them.
//!
//! Source: docs/definitions.md, "Coverage", "One month twice", "A published figure and its
//! rounding".

mod coverage;
mod files;
mod findings;
mod found;
mod material;
#[cfg(test)]
mod tests;
mod texts;
mod units;

pub use files::File;
pub use material::InspectMaterial;

use crate::frame::SeriesSet;
use crate::measure::question::{Answer, MeasureError, Question, Span, Verdict};
use crate::report::{
    Cell, Column, Heading, InspectPart, Remark, RemarkKind, Report, Row, Subject, Word,
};
use crate::trade::{Currency, Flow, Period, Series, UnitOfMeasure};

/// The machine columns of the single table in csv, tsv and ndjson: the columns of the parts, and
/// the part that a row belongs to.
pub const COLUMNS: [Column; 26] = [
    Column::Kind,
    Column::File,
    Column::Layout,
    Column::Encoding,
    Column::Rows,
    Column::Records,
    Column::From,
    Column::To,
    Column::Flows,
    Column::Partners,
    Column::Grain,
    Column::ReleasedFrom,
    Column::ReleasedTo,
    Column::Month,
    Column::Flow,
    Column::State,
    Column::Basis,
    Column::Finding,
    Column::Value,
    Column::Released,
    Column::Against,
    Column::AgainstReleased,
    Column::Difference,
    Column::Count,
    Column::Currency,
    Column::Text,
];

/// Answers with files, coverage and findings. With `check`, the answer is no if anything is missing
/// or contradictory in the months asked for (default: all months of the data).
///
/// # Errors
/// When the first month asked for comes after the last.
pub fn answer(
    question: &Question,
    check: bool,
    material: &InspectMaterial<'_>,
) -> Result<Answer, MeasureError> {
    let (selected, left_out) = selected(question, material.set);
    let currency = material.set.map_or(material.currency, |set| set.currency);
    let range = range(question, &selected, currency)?;
    let months = range.map(|range| coverage::of(&selected, range));
    let months = months.unwrap_or_default();
    let findings = findings::of(question, material, &selected, &months, range);
    let heading = |subject| Heading {
        subject,
        partner: question.partner.clone(),
        partners_in_data: None,
        perspective: question.perspective,
        currency,
        period: range,
        reaches: None,
        as_of: question.as_of,
        goods: question.goods.clone(),
        by: None,
        unit: UnitOfMeasure::Money(currency),
    };
    let part = |command, subject, columns: &[Column], rows, view| Report {
        view,
        ..Report::of_rows(command, heading(subject), columns, rows)
    };
    let mut parts = vec![
        part(
            "files",
            Subject::Files,
            &files::COLUMNS,
            files::rows(material.files, &findings, question.perspective),
            files::view(),
        ),
        part(
            "coverage",
            Subject::Coverage,
            &coverage::COLUMNS,
            coverage::rows(&months, currency),
            coverage::view(),
        ),
        part(
            "findings",
            Subject::Findings,
            &findings::COLUMNS,
            findings::rows(&findings, currency),
            findings::view(&findings),
        ),
        part(
            "texts",
            Subject::Texts,
            &texts::COLUMNS,
            texts::rows(material.files),
            texts::view(),
        ),
    ];
    parts.retain(|part| part.heading.subject != Subject::Texts || !part.rows.is_empty());
    let failed = findings.iter().filter(|one| one.fails()).count();
    let note = (check && failed > 0).then_some(RemarkKind::CheckFailed(failed));
    let others = material
        .set
        .into_iter()
        .flat_map(|set| set.elsewhere.currencies());
    let others = others.map(|(currency, last)| RemarkKind::OtherCurrency { currency, last });
    let notes = others.chain(left_out).chain(note).map(Remark::on_all);
    let report = Report {
        command: "inspect",
        rows: whole(&parts),
        notes: notes.collect(),
        parts,
        ..part(
            "inspect",
            Subject::Inspect,
            &COLUMNS,
            Vec::new(),
            Vec::new(),
        )
    };
    let verdict = if check && failed > 0 {
        Verdict::No
    } else {
        Verdict::Answered
    };
    Ok(Answer { report, verdict })
}

/// The series of the flows asked for, from the chosen perspective; never the balance, which is not
/// published. If all flows are asked for, those without figures are left out, with a remark.
fn selected<'a>(
    question: &Question,
    set: Option<&'a SeriesSet>,
) -> (Vec<(Flow, &'a Series)>, Option<RemarkKind>) {
    let mut flows: Vec<Flow> = question.flows.clone();
    if flows == [Flow::Balance] {
        flows = vec![Flow::Import, Flow::Export];
    }
    flows.retain(|flow| *flow != Flow::Balance);
    let series = |selected: Flow| {
        let set = set?;
        Some((
            selected,
            set.flow(question.perspective.reporter_flow(selected)),
        ))
    };
    let mut selected: Vec<(Flow, &Series)> = flows.into_iter().filter_map(series).collect();
    let mut empty = Vec::new();
    if question.flows == Flow::ALL {
        selected.retain(|(flow, series)| {
            if series.is_empty() {
                empty.push(*flow);
            }
            !series.is_empty()
        });
    }
    let note = (!empty.is_empty()).then_some(RemarkKind::FlowsNotLookedFor(empty));
    (selected, note)
}

/// The months asked for, even outside the data; by default the months of the data.
fn range(
    question: &Question,
    selected: &[(Flow, &Series)],
    currency: Currency,
) -> Result<Option<Period>, MeasureError> {
    let (from, to) = match question.span {
        Span::Month(month) => (Some(month), Some(month)),
        Span::Period(period) => (Some(period.from), Some(period.to)),
        Span::Range(from, to) => (from, to),
        Span::Latest => (None, None),
    };
    let periods = || selected.iter().flat_map(|(_, series)| series.periods());
    let first = periods().map(|period| period.from).min();
    let last = periods().map(|period| period.to).max();
    let (Some(begin), Some(end)) = (from.or(first), to.or(last)) else {
        return Ok(None);
    };
    if let Some(range) = Period::new(begin, end) {
        return Ok(Some(range));
    }
    // Only a range given by the user can end before it begins.
    Err(match (from, to, first, last) {
        (Some(asked), None, Some(first), Some(last))
        | (None, Some(asked), Some(first), Some(last)) => MeasureError::OutsideTheData {
            asked,
            currency,
            first,
            last,
            other: None,
            later: None,
        },
        _ => MeasureError::WrongWayRound {
            from: begin,
            to: end,
        },
    })
}

/// The rows of all parts, in one table.
fn whole(parts: &[Report]) -> Vec<Row> {
    let mut rows = Vec::new();
    for (part, kind) in parts.iter().zip(InspectPart::ALL) {
        for row in &part.rows {
            let mut row = row.clone();
            row.put(Column::Kind, Cell::Word(Word::Part(kind)));
            rows.push(row);
        }
    }
    rows
}
