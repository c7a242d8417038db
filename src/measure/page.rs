//! A month as a page: its changes, a chart since January of the year before, its streak link by
//! link, its place among the months before it.

use super::change::Comparison;
use super::streak::Wanted;
use super::{brief, chart, record, streak, yoy};
use crate::frame::SeriesSet;
use crate::measure::question::{Answer, MeasureError, Question, Span};
use crate::report::{Report, Subject};
use crate::trade::{Flow, Regime};

/// Answers with one report a part, in the order in which they are read.
///
/// # Errors
/// As [`yoy::answer`] and [`chart::answer`].
pub fn answer(
    question: &Question,
    regimes: &[Regime],
    set: &SeriesSet,
) -> Result<Answer, MeasureError> {
    let selected = question.select(set)?;
    let (months, notes) = selected.asked_for_yoy(question.span)?;
    let month = months.to;
    let of_month = Question {
        span: Span::Month(month),
        ..question.clone()
    };
    let since = month.january().year_before();
    let drawn = usize::try_from(month.index() - since.index() + 1).unwrap_or(1);
    let links = Wanted {
        direction: None,
        comparison: Comparison::Yoy,
        links: true,
        longest: false,
        min: None,
    };
    let flows: Vec<Flow> = question
        .flows
        .iter()
        .copied()
        .filter(|flow| question.flows.len() == 1 || matches!(flow, Flow::Import | Flow::Export))
        .collect();
    let of_flows = Question {
        flows: if flows.is_empty() {
            question.flows.clone()
        } else {
            flows
        },
        ..of_month.clone()
    };
    let parts = vec![
        yoy::answer(&of_month, None, set)?.report,
        chart::answer(&of_flows, drawn, regimes, set)?.report,
        streak::answer(&of_flows, &links, set)?.report,
        record::answer(&of_month, set)?.report,
    ];
    // Where neither imports nor exports are asked for there is no statement.
    let brief = brief::answer(&of_month, set, None);
    let brief = brief.ok().and_then(|answer| answer.report.brief);
    let mut sources: Vec<String> = Vec::new();
    for source in parts.iter().flat_map(|part| &part.sources) {
        if !sources.contains(source) {
            sources.push(source.clone());
        }
    }
    let report = Report {
        command: "report",
        heading: question.heading(Subject::Page, set, Some(months)),
        columns: Vec::new(),
        rows: Vec::new(),
        notes,
        sources,
        view: Vec::new(),
        parts,
        picture: None,
        brief,
    };
    Ok(Answer::of(report))
}
