//! How much of a base year's trade the measures cover, cumulatively by instrument.
//!
//! Source: docs/definitions.md, "Sanctions", coverage.

use super::base_trade::{CoverageAsked, Source, middle};
use super::bounds::CoveredGoods;
use super::goods::GoodsInData;
use super::list::add_sources;
use super::rows::{directions, note, remark, report, show};
use super::steps::{InstrumentStep, covered, in_force, steps};
use crate::measure::question::{Answer, Question};
use crate::report::{Cell, Column, Head, Remark, RemarkKind, Row, SanctionRemark, Subject};
use crate::trade::{
    BaseYear, Currency, Flow, Missing, Reason, Regime, Sanction, Sanctions, UnitOfMeasure, Weight,
};

/// The machine columns, in order.
pub const COLUMNS: [Column; 12] = [
    Column::Instrument,
    Column::On,
    Column::Flow,
    Column::Base,
    Column::Total,
    Column::CoveredLow,
    Column::CoveredHigh,
    Column::LowPct,
    Column::HighPct,
    Column::Unit,
    Column::Flags,
    Column::Note,
];

/// Answers with one row per instrument and flow, each including all earlier instruments: exactly,
/// if the data have detail rows; otherwise as bounds, from published components.
pub fn answer(
    question: &Question,
    asked: CoverageAsked,
    goods_in_data: Option<&GoodsInData>,
    sanctions: &Sanctions,
    regime: Regime,
) -> Answer {
    let mut rows = Vec::new();
    let mut taken: Vec<&Sanction> = Vec::new();
    let of_frame = goods_in_data
        .iter()
        .flat_map(|goods_in_data| goods_in_data.notes.iter().cloned());
    let mut notes: Vec<Remark> = of_frame.map(RemarkKind::Set).map(Remark::on_all).collect();
    let mut currency = Currency::Usd;
    for (shown_flow, flow) in directions(question) {
        let source = Source::of(flow, asked, goods_in_data);
        for step in steps(sanctions, regime, flow, asked.on) {
            let measures = in_force(sanctions, &step, flow, asked.bans_only);
            let covered = covered(&measures);
            rows.push(row(&step, shown_flow, asked, source.as_ref(), &covered));
            taken.extend(measures);
        }
        if let Some(last) = rows.last_mut() {
            // Show the components of the last step; those of earlier steps are details.
            for remark in &mut last.remarks {
                remark.weight = Weight::Caution;
            }
        }
        match &source {
            Ok(source) => {
                currency = source.currency();
                notes.extend(source.notes(shown_flow, asked, &rows));
            }
            Err(why) => notes.push(note(SanctionRemark::NoBase {
                flow: shown_flow,
                base: asked.base,
                why: why.clone(),
                years: published_years(flow),
            })),
        }
    }
    let mut report = report(
        "sanctions.coverage",
        Subject::SanctionsCoverage,
        question,
        Some(asked.base),
        &COLUMNS,
        rows,
    );
    report.heading.currency = currency;
    report.heading.unit = UnitOfMeasure::Money(currency);
    report.view = vec![
        show(Head::Flow, Column::Flow),
        show(Head::Instrument, Column::By),
        show(Head::On, Column::On),
        show(Head::AtLeast, Column::CoveredLow),
        show(Head::AtMost, Column::CoveredHigh),
        show(Head::AtLeast, Column::LowPct),
        show(Head::AtMost, Column::HighPct),
    ];
    notes.push(note(SanctionRemark::BansOnly(asked.bans_only)));
    if source_is_parts(goods_in_data) && !asked.estimates {
        notes.push(note(SanctionRemark::EstimatesLeftOut));
    }
    taken.dedup_by_key(|one| one.line);
    add_sources(&mut report, taken.into_iter());
    report.notes = notes;
    Answer::of(report)
}

/// Whether the shares are computed from published components.
fn source_is_parts(goods_in_data: Option<&GoodsInData>) -> bool {
    goods_in_data.is_none()
}

fn row(
    step: &InstrumentStep<'_>,
    shown_flow: Flow,
    asked: CoverageAsked,
    source: Result<&Source<'_>, &Missing>,
    covered: &CoveredGoods,
) -> Row {
    let mut row = Row::new([
        (Column::By, Cell::Name(step.instrument.called())),
        (
            Column::Instrument,
            Cell::Text(step.instrument.cited().to_owned()),
        ),
        (Column::On, Cell::date(Some(step.on))),
        (Column::Flow, Cell::Flow(shown_flow)),
        (Column::Base, Cell::Period(asked.base)),
    ]);
    let columns = [
        Column::Total,
        Column::CoveredLow,
        Column::CoveredHigh,
        Column::LowPct,
        Column::HighPct,
    ];
    let source = match source {
        Ok(source) => source,
        Err(why) => {
            for column in columns {
                row.put(column, Cell::Missing(why.clone()));
            }
            return row;
        }
    };
    let bounds = source.bounds(covered);
    // The total behind both shares, for the receipt.
    row.put(Column::High, Cell::Money(bounds.total.high));
    let zero_base = || Cell::Missing(Missing::new(Reason::ZeroBase, asked.base));
    let cells = [
        Cell::Money(middle(bounds.total)),
        Cell::Money(bounds.covered.low),
        Cell::Money(bounds.covered.high),
        bounds.low().map_or_else(zero_base, Cell::Percent),
        bounds.high().map_or_else(zero_base, Cell::Percent),
    ];
    for (column, cell) in columns.into_iter().zip(cells) {
        row.put(column, cell);
    }
    row.put(
        Column::Unit,
        Cell::Unit(UnitOfMeasure::Money(source.currency())),
    );
    if let Some(named) = source.named(covered) {
        row.remarks
            .push(remark(Column::CoveredLow, asked.base, named));
    }
    row
}

/// The years with published components of a flow.
fn published_years(flow: Flow) -> Vec<(i32, Flow)> {
    let of_flow = BaseYear::table().iter().filter(|one| one.flow == flow);
    let mut years: Vec<(i32, Flow)> = of_flow.map(|one| (one.year, one.flow)).collect();
    years.sort_by_key(|(year, _)| *year);
    years
}
