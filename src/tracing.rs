//! `--sources` and `--explain`: where the figures of an answer come from, and how they were
//! computed.

use crate::answer::{Data, FurtherFrames};
use crate::cli::Command;
use crate::failure::Failure;
use crate::measure::Answer;
use crate::measure::check::Books;
use crate::measure::sanctions::SanctionsWanted;
use crate::measure::trace::{self, TracedData, Used};
use crate::report::{Cell, Column, Head, Heading, Report, Row, Subject, ViewColumn, Word};
use crate::trade::{
    BaseYear, Basis, Breakdown, Claim, Currency, Day, Flow, Goods, Measure, Metric, Period,
    Sanction, Selection, UnitOfMeasure,
};
use std::sync::Arc;

/// Both tables for an answer.
pub struct Traced {
    /// The figures used.
    pub figures: Report,
    /// How the figures of the answer were computed.
    pub workings: Report,
}

/// Finds the sources of the figures in an answer, and how they were computed.
///
/// # Errors
/// When data by which claims are judged cannot be read.
pub fn trace(data: &Data<'_>, answer: &Answer) -> Result<Traced, Failure> {
    let report = &answer.report;
    let request = data.request;
    let (question, selection) = (&request.question, &request.selection);
    let (mut figures, workings) = match &request.command {
        Command::Check(_) => {
            let further = FurtherFrames::read(request)?;
            let books = further.books(data.frame, request);
            let (passages, _) = data.claims;
            let passages = crate::measure::check::with_denied(passages, selection, &books)?;
            let of = trace::of_claims(report, &passages, (question, selection), &books);
            let mut figures = of.figures;
            figures.extend(of_coverage_claims(data, &books));
            (figures, of.workings)
        }
        Command::Sanctions(wanted) => of_sanctions(data, wanted, report),
        Command::Revisions => trace::of_releases(report, question, (data.frame, selection)),
        _ => {
            let book = TracedData::new(data.frame, selection);
            let used = trace::all_used(report);
            let figures = trace::figures_of(&used, question, &book);
            let mut workings = trace::workings(report, question, &book);
            for part in &report.parts {
                workings.extend(trace::workings(part, question, &book));
            }
            (figures, workings)
        }
    };
    figures.extend(measures(data, report));
    let heading = |subject| Heading {
        subject,
        ..report.heading.clone()
    };
    let mut of_figures = Report::of_rows(
        "sources",
        heading(Subject::Figures),
        &shown(&crate::measure::trace::FIGURES, &figures),
        figures,
    );
    let is_of_files = of_figures.rows.iter().any(|row| !row.has(Column::Address));
    of_figures.view = [
        Some((Head::Claim, Column::Id)),
        Some((Head::Month, Column::Period)),
        Some((Head::Flow, Column::Flow)),
        Some((Head::Code, Column::Code)),
        Some((Head::Value, Column::Value)),
        Some((Head::Basis, Column::Basis)),
        Some((Head::Printed, Column::PrintedPct)),
        Some((Head::Released, Column::Released)),
        Some((Head::Measure, Column::Measure)),
        Some((Head::Publisher, Column::Publisher)),
        is_of_files.then_some((Head::File, Column::File)),
        is_of_files.then_some((Head::Line, Column::Line)),
        Some((Head::Rows, Column::Rows)),
        Some((Head::Address, Column::Address)),
    ]
    .into_iter()
    .flatten()
    .filter(|(_, column)| is_there(*column, &of_figures.rows))
    .map(view)
    .collect();
    let mut of_workings = Report::of_rows(
        "explain",
        heading(Subject::Workings),
        &shown(&crate::measure::trace::WORKINGS, &workings),
        workings,
    );
    of_workings.view = [
        (Head::Claim, Column::Id),
        (Head::Month, Column::Period),
        (Head::Flow, Column::Flow),
        (Head::Code, Column::Code),
        (Head::Figure, Column::ColumnName),
        (Head::Result, Column::Result),
        (Head::Formula, Column::Formula),
        (Head::Definition, Column::Definition),
    ]
    .into_iter()
    .filter(|(_, column)| is_there(*column, &of_workings.rows))
    .map(view)
    .collect();
    Ok(Traced {
        figures: of_figures,
        workings: of_workings,
    })
}

fn view((head, column): (Head, Column)) -> ViewColumn {
    ViewColumn::of(head, column)
}

fn is_there(column: Column, rows: &[Row]) -> bool {
    rows.iter().any(|row| *row.cell(column) != Cell::Empty)
}

/// The columns of a table. Columns specific to claims, goods or sanctions are included only if a
/// row has them.
fn shown(columns: &[Column], rows: &[Row]) -> Vec<Column> {
    let always = |column: &Column| {
        let particular = [
            Column::Id,
            Column::Code,
            Column::Rows,
            Column::Measure,
            Column::Certainty,
        ];
        !particular.contains(column) || is_there(*column, rows)
    };
    columns.iter().copied().filter(always).collect()
}

/// The figures and workings of an answer on sanctions.
fn of_sanctions(
    data: &Data<'_>,
    wanted: &SanctionsWanted,
    report: &Report,
) -> (Vec<Row>, Vec<Row>) {
    let request = data.request;
    let (question, selection) = (&request.question, &request.selection);
    let whole = TracedData::new(data.frame, selection);
    let workings = trace::workings(report, question, &whole);
    let mut figures: Vec<Row> = Vec::new();
    let mut add = |goods: Vec<Arc<str>>, period: Period, flow: Flow| {
        let of = |measure: Measure| Selection {
            goods: Goods::under(goods.clone(), Vec::new()),
            by: None,
            ..selection.measuring(measure)
        };
        let book = TracedData::new(data.frame, &of(Measure::Value));
        let used = [false, true].map(|is_quantity| Used {
            period,
            flow,
            code: None,
            is_quantity,
            is_sum_of_months: false,
        });
        for row in trace::figures_of(&used, question, &book) {
            if !figures.contains(&row) {
                figures.push(row);
            }
        }
    };
    let measures = request.sanctions.list();
    match wanted {
        SanctionsWanted::List(_) => {}
        SanctionsWanted::Check { .. } => {
            for row in &report.rows {
                if let (Cell::Flow(flow), Cell::Month(month), Cell::Text(code)) = (
                    row.cell(Column::Flow),
                    row.cell(Column::Month),
                    row.cell(Column::Code),
                ) {
                    add(vec![code.as_str().into()], Period::month(*month), *flow);
                }
            }
        }
        SanctionsWanted::Caps(_) => {
            for row in &report.rows {
                if let (Cell::Flow(flow), Cell::Month(month), Cell::Text(id)) = (
                    row.cell(Column::Flow),
                    row.cell(Column::Month),
                    row.cell(Column::Measure),
                ) && let Some(measure) = measures.list().iter().find(|one| *one.id == **id)
                {
                    add(measure.prefixes.clone(), Period::month(*month), *flow);
                }
            }
        }
        SanctionsWanted::Coverage(asked) => {
            if request.inputs.is_empty() {
                let is_shown = |flow: &Flow| {
                    let shown_flow = Cell::Flow(question.perspective.reporter_flow(*flow));
                    report
                        .rows
                        .iter()
                        .any(|row| *row.cell(Column::Flow) == shown_flow)
                };
                let flows = [Flow::Import, Flow::Export].into_iter().filter(is_shown);
                figures.extend(of_base_year(data, asked.base, flows));
            } else {
                let flows = question.flows.iter().map(|flow| Used {
                    period: asked.base,
                    flow: *flow,
                    code: None,
                    is_quantity: false,
                    is_sum_of_months: false,
                });
                let used: Vec<Used> = flows.collect();
                figures.extend(trace::figures_of(&used, question, &whole));
            }
        }
    }
    (figures, workings)
}

/// The published components of the years that coverage claims are about.
fn of_coverage_claims(data: &Data<'_>, books: &Books<'_>) -> Vec<Row> {
    let (passages, _) = data.claims;
    let claims = passages.iter().flat_map(|passage| &passage.claims);
    let of_parts = |claim: &&Claim| claim.metric == Metric::Coverage && books.by_parts;
    let figures = claims.filter(of_parts).flat_map(|claim| {
        let mut figures = of_base_year(data, claim.months(), [claim.reporter_flow()]);
        for figure in &mut figures {
            figure.put(Column::Id, Cell::Text(claim.id.clone()));
        }
        figures
    });
    figures.collect()
}

/// The published components of a base year.
fn of_base_year(
    data: &Data<'_>,
    period: Period,
    flows: impl IntoIterator<Item = Flow>,
) -> Vec<Row> {
    let perspective = data.request.question.perspective;
    let mut rows = Vec::new();
    let shown_flow = |flow| perspective.reporter_flow(flow);
    let year = period.from.year();
    for base in flows
        .into_iter()
        .filter_map(|flow| BaseYear::of(year, flow))
    {
        let unit = UnitOfMeasure::Money(Currency::Usd);
        let row = |code: String, low, high, basis, publisher: &str, url: &str| {
            Row::new([
                (Column::Period, Cell::Period(period)),
                (Column::Flow, Cell::Flow(shown_flow(base.flow))),
                (Column::Code, Cell::text(&code)),
                (Column::Low, Cell::Money(low)),
                (Column::High, Cell::Money(high)),
                (Column::Unit, Cell::Unit(unit)),
                (Column::Basis, Cell::Word(basis)),
                (Column::Publisher, Cell::text(publisher)),
                (Column::Address, Cell::text(url)),
            ])
        };
        let total = base.total;
        rows.push(row(
            String::new(),
            total.low,
            total.high,
            Word::Basis(Basis::Printed),
            &base.compiler,
            &base.url,
        ));
        for part in &base.parts {
            rows.push(row(
                part.codes.join(" "),
                part.value.low,
                part.value.high,
                Word::PartBasis(part.basis),
                &part.publisher,
                &part.url,
            ));
        }
    }
    rows
}

/// The sanctions measures that an answer names or breaks down by, with source and certainty.
fn measures(data: &Data<'_>, report: &Report) -> Vec<Row> {
    let request = data.request;
    let sanctions = request.sanctions.list();
    let regime = request.sanctions.regime;
    let perspective = request.question.perspective;
    let named = |one: &Sanction| {
        report.rows.iter().any(|row| {
            if *row.cell(Column::Flow) != Cell::Flow(perspective.reporter_flow(one.flow)) {
                return false;
            }
            let by_id = match row.cell(Column::Measure) {
                Cell::Text(text) => text.split([' ', ',']).any(|word| word == &*one.id),
                _ => false,
            };
            let by_instrument = match row.cell(Column::Instrument) {
                Cell::Text(text) => !row.has(Column::Measure) && text == one.instrument.cited(),
                _ => false,
            };
            by_id || by_instrument
        })
    };
    let day = report
        .heading
        .period
        .and_then(|period| Day::last_of(period.to));
    let split: Vec<&Sanction> = match (request.selection.by, day) {
        (Some(Breakdown::Sanction), Some(day)) => sanctions.on(regime, day),
        _ => Vec::new(),
    };
    let all = sanctions.list().iter();
    let used = all.filter(|one| named(one) || split.iter().any(|other| other.id == one.id));
    used.map(|one| {
        Row::new([
            (
                Column::Flow,
                Cell::Flow(perspective.reporter_flow(one.flow)),
            ),
            (Column::Code, Cell::text(&one.prefixes.join(" "))),
            (Column::Basis, Cell::text(&one.code_basis)),
            (Column::Released, Cell::date(Some(one.adopted))),
            (Column::Publisher, Cell::text(one.instrument.cited())),
            (Column::Address, Cell::text(&one.source)),
            (Column::OwnNote, Cell::text(&one.note.en)),
            (Column::Measure, Cell::text(&one.id)),
            (
                Column::Certainty,
                Cell::Word(Word::Certainty(one.certainty)),
            ),
        ])
    })
    .collect()
}
