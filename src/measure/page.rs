//! A month as a page: its changes, the goods behind them, a chart since January of the previous
//! year, the links of its streak, its rank among earlier months, and sanctions.

use super::streak::StreakWanted;
use super::{brief, chart, movers, record, sanctions, streak, yoy};
use crate::frame::SeriesSet;
use crate::measure::question::{Answer, MeasureError, Question, SelectedSeries, Span, Tells};
use crate::report::{Cell, Column, Remark, RemarkKind, Report, Row, Subject};
use crate::trade::{Breakdown, Comparison, Flow, Month, Period, Regime, Sanctions};
use sanctions::{GoodsInData, On, check, list};

/// How many goods are named in each direction.
const GOODS_NAMED: usize = 5;

/// With fewer months, a chart is mostly holes and a record says nothing.
const FEWEST_FIGURES: usize = 6;

/// The material of a page besides the series of the selection.
#[derive(Default)]
pub struct PageMaterial<'a> {
    /// The measures that are marked in the chart.
    pub events: chart::EventsWanted<'a>,
    /// The same series by HS chapter, if the data distinguish goods.
    pub chapters: Option<&'a SeriesSet>,
    /// Values and quantities by HS heading, if the data distinguish goods.
    pub headings: Option<[&'a SeriesSet; 2]>,
    /// Sanctions, if asked for.
    pub sanctions: Option<SanctionsSection<'a>>,
}

/// The measures that a page mentions.
pub struct SanctionsSection<'a> {
    /// All measures.
    pub list: &'a Sanctions,
    /// The regime.
    pub regime: Regime,
    /// The goods traded in a month, if the data distinguish goods.
    pub goods_in_data: &'a dyn Fn(Month) -> Option<GoodsInData>,
}

/// Answers with one report per part, in reading order.
///
/// # Errors
/// As [`yoy::answer`] and [`chart::answer`].
pub fn answer(
    question: &Question,
    material: &PageMaterial<'_>,
    set: &SeriesSet,
) -> Result<Answer, MeasureError> {
    let selected = question.select(set)?;
    let (months, notes) = selected.asked_for_yoy(question.span, Tells::TheMonth)?;
    let month = months.to;
    let of_month = Question {
        span: Span::Month(month),
        ..question.clone()
    };
    // For a range, the page shows its last month and the chart all of it.
    let since = match question.span {
        Span::Range(Some(from), _) => from.min(month),
        _ => month.january().year_before(),
    };
    let drawn = usize::try_from(month.index() - since.index() + 1).unwrap_or(1);
    let links = StreakWanted {
        direction: None,
        comparison: Comparison::Yoy,
        links: true,
        longest: false,
        min: None,
    };
    let of_flows = two_sides(&of_month);
    // Of some months only the total is known.
    let is_split_known = of_flows
        .select(set)?
        .asked_for_yoy(of_flows.span, Tells::TheMonth)
        .is_ok();
    let of_flows = match is_split_known {
        true => of_flows,
        false => Question {
            flows: vec![Flow::Total],
            ..of_flows
        },
    };
    let mut parts = vec![yoy::answer(&of_month, None, set)?.report];
    parts.extend(of_goods(&of_flows, material));
    let has_many = figures_in(&selected, since, month) >= FEWEST_FIGURES;
    if has_many {
        parts.push(chart::answer(&of_flows, drawn, material.events, set)?.report);
    }
    parts.push(streak::answer(&of_flows, &links, set)?.report);
    if has_many {
        parts.push(record::answer(&of_month, set)?.report);
    }
    if let Some(measures) = &material.sanctions {
        parts.extend(under_sanctions(&of_flows, month, measures));
    }
    // There is no brief if neither imports nor exports are asked for.
    let brief = brief::answer(&of_month, set, material.chapters);
    let brief = brief.ok().map(|answer| answer.report);
    if let (Some(brief), Some(month)) = (&brief, parts.first_mut()) {
        add_to_date_cautions(&mut month.rows, &brief.rows);
    }
    let brief = brief.and_then(|report| report.brief);
    let mut sources: Vec<String> = Vec::new();
    for source in parts.iter().flat_map(|part| &part.sources) {
        if !sources.contains(source) {
            sources.push(source.clone());
        }
    }
    let report = Report {
        notes,
        sources,
        parts,
        brief,
        ..Report::of_rows(
            "report",
            question.heading(Subject::Page, set, Some(Period::month(month))),
            &[],
            Vec::new(),
        )
    };
    Ok(Answer::of(report))
}

/// The number of months with a figure of any flow.
fn figures_in(selected: &SelectedSeries, from: Month, to: Month) -> usize {
    let has = |month: &Month| {
        let period = Period::month(*month);
        selected.whole().any(|series| series.over(period).is_ok())
    };
    Period { from, to }.months().filter(has).count()
}

/// Adds the differing year-to-date figures from customs, which the brief mentions and no table of
/// the page has.
fn add_to_date_cautions(rows: &mut [Row], of_brief: &[Row]) {
    for from in of_brief {
        let flow = from.cell(Column::Flow).clone();
        let is_own = |row: &&mut Row| row.cell(Column::Flow) == &flow;
        let Some(row) = rows.iter_mut().find(is_own) else {
            continue;
        };
        let is_wanted = |remark: &&Remark| {
            let is_to_date = remark.period.is_some_and(|period| !period.is_month());
            let is_printed = matches!(
                remark.kind,
                RemarkKind::PrintedDiffers(_) | RemarkKind::PrintedOfEarlier { .. }
            );
            is_to_date && is_printed
        };
        row.remarks
            .extend(from.remarks.iter().filter(is_wanted).cloned());
    }
}

/// The question restricted to imports and exports, unless it asks for neither.
fn two_sides(question: &Question) -> Question {
    let is_drawn =
        |flow: &Flow| question.flows.len() == 1 || matches!(flow, Flow::Import | Flow::Export);
    let flows: Vec<Flow> = question.flows.iter().copied().filter(is_drawn).collect();
    if flows.is_empty() {
        return question.clone();
    }
    Question {
        flows,
        ..question.clone()
    }
}

/// The goods that drove the change, if any can be ranked.
fn of_goods(question: &Question, material: &PageMaterial<'_>) -> Option<Report> {
    let [values, quantities] = material.headings?;
    let question = Question {
        by: Some(Breakdown::Heading),
        ..question.clone()
    };
    let answer = movers::answer(&question, GOODS_NAMED, values, quantities).ok()?;
    let is_ranked = |row: &Row| matches!(row.cell(Column::Rank), Cell::Count(_));
    let has_any = answer.report.rows.iter().any(is_ranked);
    has_any.then_some(answer.report)
}

/// Trade under measures in force in the month, if the data distinguish goods, and the measures.
fn under_sanctions(
    question: &Question,
    month: Month,
    measures: &SanctionsSection<'_>,
) -> Vec<Report> {
    let SanctionsSection {
        list,
        regime,
        goods_in_data,
    } = measures;
    let trade = goods_in_data(month).map(|goods_in_data| {
        check::answer(
            question,
            false,
            (&goods_in_data, &|_, _, _| true),
            list,
            *regime,
        )
        .report
    });
    let asked = list::ListAsked {
        on: Some(On::Month(month)),
        by_instrument: false,
    };
    let mut of_list = list::answer(question, asked, list, *regime).report;
    of_list.heading.period = Some(Period::month(month));
    trade.into_iter().chain([of_list]).collect()
}
