//! The list of measures.

use super::On;
use super::rows::{directions, note, report, show, shown_flow};
use crate::measure::question::{Answer, Question};
use crate::report::{Cell, Column, Head, Report, Row, SanctionRemark, Subject, Word};
use crate::trade::{
    Amount, Cap, CapPeriod, CapUnit, Flow, Month, Name, Phase, QuantityUnit, Regime, Sanction,
    Sanctions, UnitOfMeasure,
};

/// Which measures to list, and in which order.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ListAsked {
    /// Only those in force then.
    pub on: Option<On>,
    /// In the order of instruments; otherwise by effective date.
    pub by_instrument: bool,
}

/// The machine columns, in order.
pub const COLUMNS: [Column; 22] = [
    Column::Measure,
    Column::Instrument,
    Column::Paragraph,
    Column::Flow,
    Column::Name,
    Column::HsCodes,
    Column::Kind,
    Column::Cap,
    Column::Unit,
    Column::CapPeriod,
    Column::Adopted,
    Column::Since,
    Column::FirstFullMonth,
    Column::FirstFullMonthCn,
    Column::Ended,
    Column::SupersededBy,
    Column::ChinaNotice,
    Column::Certainty,
    Column::CodeBasis,
    Column::Address,
    Column::Flags,
    Column::Note,
];

/// Answers with one row per measure of the regime: for the flows and goods asked for, and in force
/// on the day (or any day of the month) asked for.
pub fn answer(
    question: &Question,
    asked: ListAsked,
    sanctions: &Sanctions,
    regime: Regime,
) -> Answer {
    let flows: Vec<_> = directions(question)
        .into_iter()
        .map(|(_, flow)| flow)
        .collect();
    let wanted = |one: &&Sanction| {
        let goods = &question.goods;
        let of_goods =
            goods.is_all() || one.prefixes.iter().any(|prefix| goods.may_include(prefix));
        flows.contains(&one.flow) && of_goods && is_on(sanctions, one, asked.on)
    };
    let mut measures: Vec<&Sanction> = sanctions.of(regime).filter(wanted).collect();
    if asked.by_instrument {
        let order = sanctions.instruments(regime);
        let place = |one: &Sanction| order.iter().position(|own| **own == one.instrument);
        measures.sort_by_key(|one| (flow_place(&flows, one), place(one)));
    } else {
        measures.sort_by_key(|one| (flow_place(&flows, one), one.effective));
    }
    let rows = measures.iter().map(|one| row(one, question)).collect();
    let mut report = report(
        "sanctions.list",
        Subject::Sanctions,
        question,
        None,
        &COLUMNS,
        rows,
    );
    report.view = vec![
        show(Head::Flow, Column::Flow),
        show(Head::Instrument, Column::By),
        show(Head::Goods, Column::Name),
        show(Head::HsCodes, Column::HsCodes),
        show(Head::Kind, Column::Kind),
        show(Head::InForce, Column::Since),
        match regime {
            Regime::Un => show(Head::FirstFullMonth, Column::FirstFullMonth),
            Regime::Cn => show(Head::FirstFullMonth, Column::FirstFullMonthCn),
        },
    ];
    report.notes = vec![
        note(SanctionRemark::MeasuresOf(regime)),
        note(SanctionRemark::NotLegalAdvice),
    ];
    if regime == Regime::Un {
        report.notes.extend(cleared_longer(&measures).map(note));
    }
    add_sources(&mut report, measures.into_iter());
    Answer::of(report)
}

/// The first full months at China's customs, where it cleared goods for longer than the resolution
/// says.
fn cleared_longer(measures: &[&Sanction]) -> Option<SanctionRemark> {
    let mut later: Vec<(Name, Month)> = Vec::new();
    for one in measures {
        let Some(month) = one
            .first_full_month_cn
            .filter(|month| Some(*month) != one.first_full_month)
        else {
            continue;
        };
        let found = (one.instrument.called(), month);
        if !later.contains(&found) {
            later.push(found);
        }
    }
    (!later.is_empty()).then_some(SanctionRemark::ClearedLonger(later))
}

/// The position of the measure's flow among those asked for.
fn flow_place(flows: &[Flow], measure: &Sanction) -> Option<usize> {
    flows.iter().position(|flow| *flow == measure.flow)
}

/// Adds the addresses of the texts of resolutions, and of the sources of other measures.
pub fn add_sources<'s>(report: &mut Report, measures: impl Iterator<Item = &'s Sanction>) {
    for measure in measures {
        let text = measure.instrument.address();
        let source = text.unwrap_or_else(|| measure.source.to_string());
        if !source.is_empty() && !report.sources.contains(&source) {
            report.sources.push(source);
        }
    }
}

fn is_on(sanctions: &Sanctions, measure: &Sanction, on: Option<On>) -> bool {
    match on {
        None => true,
        Some(On::Day(day)) => sanctions.is_in_force(measure, day),
        Some(On::Month(month)) => {
            matches!(measure.phase(month), Phase::Transition | Phase::Full)
        }
    }
}

fn row(measure: &Sanction, question: &Question) -> Row {
    let month = |month: Option<crate::trade::Month>| month.map_or(Cell::Empty, Cell::Month);
    let mut row = Row::new([
        (Column::Measure, Cell::text(&measure.id)),
        (Column::By, Cell::Name(measure.instrument.called())),
        (
            Column::Instrument,
            Cell::Text(measure.instrument.cited().to_owned()),
        ),
        (Column::Paragraph, Cell::text(&measure.paragraph)),
        (
            Column::Flow,
            Cell::Flow(shown_flow(measure.flow, question.perspective)),
        ),
        (Column::Name, Cell::Name(measure.goods.clone())),
        (Column::HsCodes, Cell::text(&measure.prefixes.join(" "))),
        (Column::Kind, Cell::Word(Word::Sanction(measure.kind))),
        (Column::Adopted, Cell::date(Some(measure.adopted))),
        (Column::Since, Cell::date(Some(measure.effective))),
        (Column::FirstFullMonth, month(measure.first_full_month)),
        (Column::FirstFullMonthCn, month(measure.first_full_month_cn)),
        (Column::Ended, Cell::date(measure.ended)),
        (
            Column::SupersededBy,
            Cell::text(&measure.superseded_by.join(" ")),
        ),
        (Column::ChinaNotice, Cell::text(&measure.notice)),
        (
            Column::Certainty,
            Cell::Word(Word::Certainty(measure.certainty)),
        ),
        (Column::CodeBasis, Cell::text(&measure.code_basis)),
        (Column::Address, Cell::text(&measure.source)),
    ]);
    if let Some(cap) = &measure.cap {
        let [most, unit] = cap_cells(cap);
        row.put(Column::Cap, most);
        row.put(Column::Unit, unit);
        row.put(Column::CapPeriod, Cell::Text(cap_period(cap.period)));
    }
    if !measure.note.en.is_empty() {
        row.remarks.push(note(SanctionRemark::MeasureNote {
            instrument: measure.instrument.called(),
            goods: measure.goods.clone(),
            note: measure.note.clone(),
        }));
    }
    row
}

/// The cells for a cap and its unit.
pub fn cap_cells(cap: &Cap) -> [Cell; 2] {
    let amount = cap_amount(cap);
    let unit = cap_unit(cap.unit);
    let most = match unit {
        UnitOfMeasure::Quantity(unit) => Cell::Quantity(amount, unit),
        _ => Cell::Money(amount),
    };
    [most, Cell::Unit(unit)]
}

/// The unit of a cap.
pub fn cap_unit(unit: CapUnit) -> UnitOfMeasure {
    let quantity = |name| UnitOfMeasure::Quantity(QuantityUnit::find(name).map(|(unit, _)| unit));
    match unit {
        CapUnit::Tonnes => quantity("kg"),
        CapUnit::Barrels => quantity("bbl"),
        CapUnit::Dollars => UnitOfMeasure::Money(crate::trade::Currency::Usd),
    }
}

/// The cap in thousandths of its unit; weights are in kilograms.
pub fn cap_amount(cap: &Cap) -> Amount {
    let per = if cap.unit == CapUnit::Tonnes { 1000 } else { 1 };
    Amount(i128::from(cap.most) * per * Amount::PER_UNIT)
}

fn cap_period(period: CapPeriod) -> String {
    match period {
        CapPeriod::CalendarYear => "calendar_year".to_owned(),
        CapPeriod::Once(from, to) => format!("{from}..{to}"),
        CapPeriod::Yearly(start) => {
            // The year of the day is irrelevant.
            let day = start.to_string();
            format!("12m_from_{}", day.get(5..).unwrap_or(&day))
        }
    }
}
