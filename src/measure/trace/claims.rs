//! The figures behind claims, each with the claim it decides.

use super::TracedData;
use super::figures::figures_of;
use super::used::{Used, of_metric};
use super::workings::of_claim;
use crate::measure::check::Books;
use crate::measure::question::Question;
use crate::report::{Cell, Column, Report, Row};
use crate::trade::{Claim, Flow, Goods, Measure, Metric, Passage, Perspective, Selection};

/// The figures read for claims, and how the value of each claim was computed.
pub struct OfClaims {
    /// One row per figure and claim.
    pub figures: Vec<Row>,
    /// One row per claim.
    pub workings: Vec<Row>,
}

/// The figures behind the claims of `passages`, as judged in the rows of `report`.
pub fn of_claims(
    report: &Report,
    passages: &[Passage],
    (question, selection): (&Question, &Selection),
    books: &Books<'_>,
) -> OfClaims {
    // Flows are the reporter's, whoever made the claim.
    let question = Question {
        perspective: Perspective::Reporter,
        by: None,
        ..question.clone()
    };
    let mut all = OfClaims {
        figures: Vec::new(),
        workings: Vec::new(),
    };
    let rows = report.rows.iter().filter(|row| row.has(Column::Id));
    let claims = passages.iter().flat_map(|passage| &passage.claims);
    for (claim, row) in claims.zip(rows) {
        let book = book(claim, selection, books);
        let used = used(claim, row);
        let mut figures = figures_of(&used, &question, &book);
        if claim.metric == Metric::Share {
            let whole = Claim {
                hs: Vec::new(),
                ..claim.clone()
            };
            let book = self::book(&whole, selection, books);
            figures.extend(figures_of(&used, &question, &book));
        }
        for figure in &mut figures {
            figure.put(Column::Id, Cell::Text(claim.id.clone()));
        }
        all.figures.extend(figures);
        all.workings
            .push(of_claim(claim, row, &used, &question, &book));
    }
    all
}

/// The data that a claim is judged by.
fn book<'a>(claim: &Claim, selection: &Selection, books: &Books<'a>) -> TracedData<'a> {
    let frame = match claim.hs.is_empty() {
        true => books.totals,
        false => books.goods,
    };
    let selection = Selection {
        currency: Some(claim.stated_currency()),
        goods: match &claim.hs[..] {
            [] => Goods::all(),
            hs => Goods::under(hs.to_vec(), Vec::new()),
        },
        measure: match claim.metric {
            Metric::Quantity => Measure::Quantity,
            Metric::Record if !claim.hs.is_empty() && claim.currency.is_none() => Measure::Quantity,
            _ => Measure::Value,
        },
        by: None,
        ..selection.clone()
    };
    TracedData::new(frame, &selection)
}

/// The figures that decide a claim.
fn used(claim: &Claim, row: &Row) -> Vec<Used> {
    let months = match row.cell(Column::Value) {
        Cell::Count(count) => i32::try_from(*count).unwrap_or(0),
        _ => 0,
    };
    let flow = match claim.metric {
        Metric::Balance | Metric::BalanceYoy => Flow::Balance,
        _ => claim.reporter_flow(),
    };
    let periods = of_metric(claim.metric, claim.months(), months);
    let mut used: Vec<Used> = periods
        .into_iter()
        .map(|period| Used {
            period,
            flow,
            code: None,
            is_quantity: false,
            is_sum_of_months: false,
        })
        .collect();
    used.sort();
    used.dedup();
    used
}
