//! Trade under measures in force, month by month.
//!
//! Source: docs/definitions.md, "Sanctions", check.

use super::goods::GoodsInData;
use super::hit::{Hit, hit, row};
use super::list::add_sources;
use super::not_held::{self, Knows};
use super::rows::{directions, note, report, show};
use crate::frame::SeriesSet;
use crate::measure::question::{Answer, Question, Span, Verdict};
use crate::report::{Column, Head, Remark, RemarkKind, Report, Row, SanctionRemark, Subject};
use crate::trade::{
    Breakdown, Flow, Goods, Month, Period, Regime, Sanction, SanctionKind, Sanctions, UnitOfMeasure,
};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The machine columns, in order.
pub const COLUMNS: [Column; 15] = [
    Column::Month,
    Column::Flow,
    Column::Code,
    Column::Name,
    Column::Value,
    Column::Quantity,
    Column::Measure,
    Column::Instrument,
    Column::Kind,
    Column::Since,
    Column::FirstFullMonth,
    Column::Phase,
    Column::Unit,
    Column::Flags,
    Column::Note,
];

/// Answers with one row for every traded good, under the strictest measure on its code: bans first,
/// then the kinds shown separately. With `fail_on_hit` the answer is no if there is trade under a
/// ban, and undecided if the data do not cover all goods, or have nothing for a month. `knows`:
/// whether the files show how much of some goods was traded.
pub fn answer(
    question: &Question,
    fail_on_hit: bool,
    (goods_in_data, knows): (&GoodsInData, Knows<'_>),
    sanctions: &Sanctions,
    regime: Regime,
) -> Answer {
    let directions = directions(question);
    let find = |months| found(months, &directions, goods_in_data, (sanctions, regime));
    let (months, found) = asked_or_latest(question, goods_in_data, find);
    let Found {
        mut hits,
        zeros,
        seen,
        mut in_force,
    } = found;
    hits.sort_by_key(|one| {
        (
            one.month,
            one.is_wider,
            one.measure.kind,
            one.shown_flow,
            one.good.code.clone(),
        )
    });
    in_force.sort_by_key(|one| one.line);
    in_force.dedup_by_key(|one| one.line);
    let rows: Vec<Row> = hits.iter().map(row).collect();
    let mut against = hits.iter().filter(|hit| hit.is_against()).peekable();
    let may_be_hit = against.peek().is_some();
    let is_hit = against.any(Hit::is_certain);
    let mut report = report(
        "sanctions.check",
        Subject::SanctionedTrade,
        question,
        months,
        &COLUMNS,
        rows,
    );
    if let Some(set) = &goods_in_data.whole {
        report.heading.currency = set.currency;
        report.heading.unit = UnitOfMeasure::Money(set.currency);
    }
    report.view = view(months);
    add_sources(&mut report, hits.iter().map(|one| one.measure));
    let unseen: Vec<&Sanction> = in_force
        .into_iter()
        .filter(|one| one.kind.is_outright() && !seen.contains(&*one.id))
        .filter(|one| concerns(one, &question.goods))
        .collect();
    if let Some(months) = months.filter(|_| hits.is_empty() && zeros.is_empty()) {
        report
            .notes
            .push(note(SanctionRemark::NothingUnder(months)));
    }
    notes(&mut report, &hits, &zeros, &unseen, goods_in_data, regime);
    let asked = months
        .map(Period::months)
        .into_iter()
        .flatten()
        .collect::<Vec<Month>>();
    let not_held = not_held::of(goods_in_data, knows, &directions, &asked, &unseen);
    report.notes.extend(not_held.remarks());
    let verdict = match (fail_on_hit, is_hit) {
        (true, true) => Verdict::No,
        (true, false) if goods_in_data.whole.is_none() && !unseen.is_empty() => Verdict::CannotTell,
        (true, false) if may_be_hit || not_held.has_empty_month() => Verdict::CannotTell,
        _ => Verdict::Answered,
    };
    Answer { report, verdict }
}

/// The goods traded in some months under measures.
#[derive(Default)]
struct Found<'a> {
    hits: Vec<Hit<'a>>,
    /// Goods published as without trade.
    zeros: BTreeSet<(Arc<str>, Month)>,
    /// The measures on goods with a figure.
    seen: BTreeSet<&'a str>,
    /// All measures in force.
    in_force: Vec<&'a Sanction>,
}

fn found<'a>(
    months: Option<Period>,
    directions: &[(Flow, Flow)],
    goods_in_data: &'a GoodsInData,
    (sanctions, regime): (&'a Sanctions, Regime),
) -> Found<'a> {
    let mut found = Found::default();
    for month in months.into_iter().flat_map(Period::months) {
        let measures = sanctions.in_month(regime, month);
        for (shown_flow, flow) in directions {
            let of_flow: Vec<_> = measures
                .iter()
                .copied()
                .filter(|(one, _)| one.flow == *flow)
                .collect();
            found.in_force.extend(of_flow.iter().map(|(one, _)| *one));
            for good in &goods_in_data.list {
                if good.is_published && has_details(goods_in_data, *flow, month, &good.code) {
                    continue;
                }
                let Some(hit) = hit(good, month, *shown_flow, *flow, &of_flow) else {
                    continue;
                };
                found.seen.insert(&hit.measure.id);
                found.seen.extend(hit.others.iter().map(|one| &*one.id));
                if hit.is_nothing() {
                    found.zeros.insert((good.code.clone(), month));
                } else {
                    found.hits.push(hit);
                }
            }
        }
    }
    found
}

/// What is found in the months asked for. By default in the last month of the data, or, where they
/// are figures of single goods, in the last month with a figure of goods under a measure.
fn asked_or_latest<'a>(
    question: &Question,
    goods_in_data: &GoodsInData,
    find: impl Fn(Option<Period>) -> Found<'a>,
) -> (Option<Period>, Found<'a>) {
    let asked = months(question, goods_in_data);
    let of_asked = find(asked);
    if question.span != Span::Latest || goods_in_data.whole.is_some() {
        return (asked, of_asked);
    }
    let all = months_in(goods_in_data).into_iter().rev();
    let mut all = all.map(|month| Some(Period::month(month)));
    let latest = all.find_map(|months| {
        let found = find(months);
        (!found.hits.is_empty() || !found.zeros.is_empty()).then_some((months, found))
    });
    latest.unwrap_or((asked, of_asked))
}

/// Whether any goods asked for are under the measure.
fn concerns(measure: &Sanction, goods: &Goods) -> bool {
    let Some(asked) = goods.prefixes_or_all() else {
        return true;
    };
    let touch = |own: &str, asked: &str| own.starts_with(asked) || asked.starts_with(own);
    let mut own = measure.prefixes.iter();
    own.any(|own| asked.iter().any(|asked| touch(own, asked)))
}

/// The months asked for, if both ends are given.
pub fn range(span: Span) -> Option<Period> {
    match span {
        Span::Month(month) => Some(Period::month(month)),
        Span::Period(period) => Some(period),
        Span::Range(Some(from), Some(to)) => Period::new(from, to),
        Span::Range(..) | Span::Latest => None,
    }
}

/// The months asked for; by default the last month in the data.
fn months(question: &Question, goods_in_data: &GoodsInData) -> Option<Period> {
    let months = months_in(goods_in_data);
    let (first, last) = (months.first().copied(), months.last().copied());
    match question.span {
        Span::Range(from, to) => Period::new(from.or(first)?, to.or(last)?),
        Span::Latest => last.map(Period::month),
        other => range(other),
    }
}

/// The months in which any goods have a figure.
fn months_in(goods_in_data: &GoodsInData) -> BTreeSet<Month> {
    let sets = goods_in_data
        .list
        .iter()
        .flat_map(|good| good.values.iter().chain(&good.quantities));
    let series = sets.flat_map(|set| [Flow::Import, Flow::Export].map(|flow| set.flow(flow)));
    series.flat_map(|series| series.months()).collect()
}

/// Whether detail rows already cover a published figure of a code in a month.
fn has_details(goods_in_data: &GoodsInData, flow: Flow, month: Month, code: &str) -> bool {
    goods_in_data.list.iter().any(|good| {
        let has_figure = |set: &SeriesSet| set.flow(flow).figure(Period::month(month)).is_some();
        !good.is_published
            && good.code.starts_with(code)
            && good.values.as_ref().is_some_and(has_figure)
    })
}

fn view(months: Option<Period>) -> Vec<crate::report::ViewColumn> {
    let mut view = vec![
        show(Head::Flow, Column::Flow),
        crate::report::ViewColumn {
            head: Head::Part(Breakdown::TariffLine),
            shows: crate::report::Shows::Part([Column::Code, Column::Name]),
        },
        show(Head::Value, Column::Value),
        show(Head::Amount, Column::Quantity),
        show(Head::Instrument, Column::By),
        show(Head::Kind, Column::Kind),
        show(Head::InForce, Column::Since),
        show(Head::Phase, Column::Phase),
    ];
    if months.is_none_or(|months| !months.is_month()) {
        view.insert(0, show(Head::Month, Column::Month));
    }
    view
}

fn notes(
    report: &mut Report,
    hits: &[Hit<'_>],
    zeros: &BTreeSet<(Arc<str>, Month)>,
    unseen: &[&Sanction],
    goods_in_data: &GoodsInData,
    regime: Regime,
) {
    let notes = &mut report.notes;
    let of_frame = goods_in_data.notes.iter().cloned().map(RemarkKind::Set);
    notes.extend(of_frame.map(Remark::on_all));
    notes.push(note(SanctionRemark::MeasuresOf(regime)));
    if !hits.is_empty() {
        notes.push(note(SanctionRemark::NotProof));
    }
    let apart: BTreeSet<SanctionKind> = hits
        .iter()
        .map(|one| one.measure.kind)
        .filter(|kind| !kind.is_outright())
        .collect();
    if !apart.is_empty() {
        let kinds = apart.into_iter().collect();
        notes.push(note(SanctionRemark::SetAside(kinds)));
    }
    if !zeros.is_empty() {
        let goods = zeros.iter().cloned().collect();
        notes.push(note(SanctionRemark::NoTrade(goods)));
    }
    if goods_in_data.whole.is_none() && !unseen.is_empty() {
        let ids = unseen.iter().map(|one| one.id.clone()).collect();
        notes.push(note(SanctionRemark::SingleGoodsOnly(ids)));
    }
}
