//! The parts that all answers on sanctions share: heading, cells, remarks.

use crate::measure::question::Question;
use crate::report::{
    Column, Head, Heading, Remark, RemarkKind, Report, Row, SanctionRemark, Subject, ViewColumn,
};
use crate::trade::{Currency, Flow, Period, Perspective, UnitOfMeasure};

/// A report with these rows.
pub fn report(
    command: &'static str,
    subject: Subject,
    question: &Question,
    period: Option<Period>,
    columns: &[Column],
    rows: Vec<Row>,
) -> Report {
    let currency = Currency::Usd;
    Report::of_rows(
        command,
        Heading {
            subject,
            partner: question.partner.clone(),
            partners_in_data: None,
            perspective: question.perspective,
            currency,
            period,
            reaches: None,
            as_of: question.as_of,
            goods: question.goods.clone(),
            by: None,
            unit: UnitOfMeasure::Money(currency),
        },
        columns,
        rows,
    )
}

/// A table column that shows one machine column.
pub fn show(head: Head, column: Column) -> ViewColumn {
    ViewColumn::of(head, column)
}

/// The imports and exports among the flows asked for, from the chosen perspective, each with its
/// flow on China's side. A sanction applies to one of the two.
pub fn directions(question: &Question) -> Vec<(Flow, Flow)> {
    let one_way = |flow: &&Flow| matches!(flow, Flow::Import | Flow::Export);
    let shown_flow = question.flows.iter().filter(one_way);
    shown_flow
        .map(|flow| (*flow, question.perspective.reporter_flow(*flow)))
        .collect()
}

/// A flow on China's side, from the chosen perspective.
pub fn shown_flow(flow: Flow, perspective: Perspective) -> Flow {
    // The mapping is its own inverse.
    perspective.reporter_flow(flow)
}

/// A sanctions remark on the whole report.
pub fn note(what: SanctionRemark) -> Remark {
    Remark::on_all(RemarkKind::Sanction(what))
}

/// A sanctions remark on a column of a row.
pub fn remark(column: Column, period: Period, what: SanctionRemark) -> Remark {
    Remark::on(column, period, RemarkKind::Sanction(what))
}
