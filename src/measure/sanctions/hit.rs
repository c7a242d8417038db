//! A good traded in a month under sanctions.
//!
//! Source: docs/definitions.md, "Sanctions", check.

use super::goods::GoodInData;
use super::rows::remark;
use crate::frame::SeriesSet;
use crate::report::{Cell, Column, Remark, Row, SanctionRemark, Transition, Word};
use crate::trade::{
    Amount, Currency, Day, Figure, Flow, Missing, Month, Period, Phase, QuantityUnit, Reason,
    Sanction, UnitOfMeasure,
};

/// A good traded in a month under measures.
pub(super) struct Hit<'a> {
    pub(super) month: Month,
    pub(super) shown_flow: Flow,
    pub(super) good: &'a GoodInData,
    /// The strictest measure on its code; the earliest of equals.
    pub(super) measure: &'a Sanction,
    pub(super) phase: Phase,
    /// The other measures on its code.
    pub(super) others: Vec<&'a Sanction>,
    /// Whether its code also contains goods outside the measure.
    pub(super) is_wider: bool,
    pub(super) value: Result<Figure, Missing>,
    pub(super) quantity: Option<(Amount, QuantityUnit)>,
    pub(super) unit: UnitOfMeasure,
}

impl Hit<'_> {
    /// Whether it counts against the measure: an outright ban on the whole code.
    pub(super) fn is_against(&self) -> bool {
        self.measure.kind.is_outright() && !self.is_wider
    }

    /// Whether there was trade for certain: a value that is zero after rounding says neither.
    pub(super) fn is_certain(&self) -> bool {
        let of_value = self.value.as_ref();
        of_value.map_or(true, |figure| figure.interval.low > Amount::ZERO)
            || self
                .quantity
                .is_some_and(|(amount, _)| amount > Amount::ZERO)
    }

    /// Whether the figure says that there was no trade.
    pub(super) fn is_nothing(&self) -> bool {
        let counted = self.quantity.map(|(amount, _)| amount);
        self.value.as_ref().map_or(true, Figure::is_nothing)
            && counted.unwrap_or(Amount::ZERO) == Amount::ZERO
    }

    /// Remarks on the row.
    fn remarks(&self) -> Vec<Remark> {
        let month = Period::month(self.month);
        let mut remarks = Vec::new();
        let mut say = |column, what| remarks.push(remark(column, month, what));
        if let Some((_, unit)) = self.quantity.filter(|(_, unit)| !unit.is_weight()) {
            say(Column::Quantity, SanctionRemark::MeasuredIn(unit));
        }
        if self.is_wider {
            let inside = self.measure.prefixes.iter();
            let inside = inside.filter(|one| one.starts_with(&*self.good.code));
            let inside = inside.cloned().collect();
            say(Column::Code, SanctionRemark::WiderThan(inside));
        }
        if self.phase == Phase::Transition && !self.is_wider {
            let why = SanctionRemark::Transition(self.transition());
            say(Column::Phase, why);
        }
        if !self.others.is_empty() {
            let ids = self.others.iter().map(|one| one.id.clone()).collect();
            say(Column::Measure, SanctionRemark::AlsoUnder(ids));
        }
        remarks
    }

    /// Why trade in the month may have been allowed.
    fn transition(&self) -> Transition {
        let (measure, month) = (self.measure, self.month);
        let began = Day::first_of(month).is_some_and(|first| first < measure.effective);
        let ended = measure.ended.filter(|day| day.month() == Some(month));
        let by_text = measure.first_full_month.is_some_and(|full| full <= month);
        let window_to = measure.first_full_month_cn.filter(|full| month < *full);
        Transition {
            from: began.then_some(measure.effective),
            to: ended,
            is_full_by_text: by_text && window_to.is_some(),
            window_to,
            full_from: measure
                .first_full_month
                .filter(|full| month < *full && window_to.is_none()),
        }
    }
}

/// The good in a month, if it was traded under one of the measures.
pub(super) fn hit<'a>(
    good: &'a GoodInData,
    month: Month,
    shown_flow: Flow,
    flow: Flow,
    measures: &[(&'a Sanction, Phase)],
) -> Option<Hit<'a>> {
    let has = measures.iter().filter(|(one, _)| one.has(&good.code));
    let mut of_code: Vec<_> = has.copied().collect();
    let is_wider = of_code.is_empty();
    if is_wider {
        // Bans only: a broad code that contains goods under a milder measure proves nothing.
        let inside = measures
            .iter()
            .filter(|(one, _)| one.kind.is_outright() && one.is_inside(&good.code));
        of_code = inside.copied().collect();
    }
    let ((measure, phase), others) = of_code.split_first()?;
    let period = Period::month(month);
    let figure = |set: &Option<SeriesSet>| {
        let series = set.as_ref()?.flow(flow);
        series
            .figure(period)
            .map(|figure| (figure.clone(), series.unit))
    };
    let (value, quantity) = (figure(&good.values), figure(&good.quantities));
    if value.is_none() && quantity.is_none() {
        return None;
    }
    let unit = value.as_ref().map(|(_, unit)| *unit);
    Some(Hit {
        month,
        shown_flow,
        good,
        measure,
        phase: *phase,
        others: others.iter().map(|(one, _)| *one).collect(),
        is_wider,
        value: value
            .map(|(figure, _)| figure)
            .ok_or_else(|| Missing::new(Reason::NoData, period)),
        quantity: quantity.and_then(|(figure, unit)| match unit {
            UnitOfMeasure::Quantity(Some(unit)) => Some((figure.value, unit)),
            _ => None,
        }),
        unit: unit.unwrap_or(UnitOfMeasure::Money(Currency::Usd)),
    })
}

/// Its row.
pub(super) fn row(hit: &Hit<'_>) -> Row {
    let measure = hit.measure;
    let value = match &hit.value {
        Ok(figure) => Cell::Money(figure.value),
        Err(missing) => Cell::Missing(missing.clone()),
    };
    let quantity = match hit.quantity {
        Some((amount, unit)) => Cell::Quantity(amount, Some(unit)),
        None => Cell::Missing(Missing::new(Reason::NoQuantity, Period::month(hit.month))),
    };
    // Whether any of the trade is under the measure is not known.
    let (kind, phase) = match hit.is_wider {
        true => (Word::MayInclude, Cell::Empty),
        false => (
            Word::Sanction(measure.kind),
            Cell::Word(Word::Phase(hit.phase)),
        ),
    };
    Row::new([
        (Column::Month, Cell::Month(hit.month)),
        (Column::Flow, Cell::Flow(hit.shown_flow)),
        (Column::Code, Cell::Text(hit.good.code.to_string())),
        (Column::Name, Cell::Name(hit.good.name.clone())),
        (Column::Value, value),
        (Column::Quantity, quantity),
        (Column::Measure, Cell::text(&measure.id)),
        (Column::By, Cell::Name(measure.instrument.called())),
        (
            Column::Instrument,
            Cell::Text(measure.instrument.cited().to_owned()),
        ),
        (Column::Kind, Cell::Word(kind)),
        (Column::Since, Cell::date(Some(measure.effective))),
        (
            Column::FirstFullMonth,
            measure.first_full_month.map_or(Cell::Empty, Cell::Month),
        ),
        (Column::Phase, phase),
        (Column::Unit, Cell::Unit(hit.unit)),
    ])
    .with_remarks(hit.remarks())
}
