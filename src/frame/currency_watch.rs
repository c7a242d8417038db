//! The two currencies watch each other: the dollar and the yuan figure of one month of a flow imply a
//! rate. Where it lies off the rate of the month, one of the two was revised, and the other is an
//! older print.
//!
//! Source: docs/definitions.md "One month twice: files, vintages, revisions".

use crate::frame::series_set::SeriesSet;
use crate::trade::{
    Amount, Currency, Figure, FigureRemark, Flow, Measured, Month, Period, Series, UnitOfMeasure,
    Vintage,
};

/// Yuan for a dollar, in millionths.
type Rate = i128;

const MILLION: i128 = 1_000_000;

/// One month whose two figures do not go together, told of the older of them.
#[derive(Clone, Debug)]
pub struct Gap {
    pub flow: Flow,
    pub month: Month,
    /// The figure in the currency asked for, which is the older print.
    pub own: Figure,
    /// The figure in the other currency.
    pub other: Figure,
    pub implied: Rate,
    pub of_month: Rate,
    /// What the other figure comes to at the rate of the month.
    pub at_rate: Amount,
}

/// The months of imports and exports in which the figures of `own`, the older prints, do not go
/// together with those of the other currency.
pub fn gaps(own: &SeriesSet, other: &SeriesSet) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for flow in [Flow::Import, Flow::Export] {
        let months: Vec<Month> = own.flow(flow).months().collect();
        for month in months {
            gaps.extend(gap(own, other, flow, month));
        }
    }
    gaps
}

fn gap(own: &SeriesSet, other: &SeriesSet, flow: Flow, month: Month) -> Option<Gap> {
    let period = Period::month(month);
    let own_figure = own.flow(flow).figure(period)?;
    let other_figure = other.flow(flow).figure(period)?;
    let day = |figure: &Figure| figure.released.map(Vintage::last_day);
    if day(own_figure)? >= day(other_figure)? {
        return None;
    }
    let is_dollars = own.currency == Currency::Usd;
    let of_month = rate_of_month(own, other, flow, month)?;
    let (dollars, yuan) = match is_dollars {
        true => (own_figure, other_figure),
        false => (other_figure, own_figure),
    };
    let implied = rate(yuan.value, dollars.value)?;
    let low = rate(yuan.interval.low, dollars.interval.high)?;
    let high = rate(yuan.interval.high, dollars.interval.low)?;
    // Off by more than one per cent, whatever the rounding leaves open.
    let is_off = high * 100 < of_month * 99 || low * 100 > of_month * 101;
    let at_rate = match is_dollars {
        true => other_figure.value.0.checked_mul(MILLION)? / of_month,
        false => other_figure.value.0.checked_mul(of_month)? / MILLION,
    };
    is_off.then(|| Gap {
        flow,
        month,
        own: own_figure.clone(),
        other: other_figure.clone(),
        implied,
        of_month,
        at_rate: Amount(at_rate),
    })
}

fn rate(yuan: Amount, dollars: Amount) -> Option<Rate> {
    let product = yuan.0.checked_mul(MILLION)?;
    (dollars.0 > 0 && product > 0).then(|| product / dollars.0)
}

/// The middle one of the rates that the other flow of the month and both flows of its neighbours
/// imply; at least two of them.
fn rate_of_month(own: &SeriesSet, other: &SeriesSet, flow: Flow, month: Month) -> Option<Rate> {
    let mut rates: Vec<Rate> = Vec::new();
    for by in -1..=1 {
        for one in [Flow::Import, Flow::Export] {
            if by == 0 && one == flow {
                continue;
            }
            let period = Period::month(month.plus(by));
            let figures = [own, other].map(|set| set.flow(one).figure(period));
            if let [Some(first), Some(second)] = figures {
                let (dollars, yuan) = match own.currency {
                    Currency::Usd => (first, second),
                    Currency::Cny => (second, first),
                };
                rates.extend(rate(yuan.value, dollars.value));
            }
        }
    }
    rates.sort_unstable();
    let middle = rates.get(rates.len() / 2).copied();
    middle.filter(|_| rates.len() >= 2)
}

/// Says so beside the figures, with the changes as they would be at the rates of the months.
pub fn remark(own: &mut SeriesSet, other: &SeriesSet) {
    let gaps = gaps(own, other);
    let currency = own.currency;
    let at_rate = |flow: Flow, month: Month| -> Option<Amount> {
        let gap = gaps
            .iter()
            .find(|gap| gap.flow == flow && gap.month == month);
        gap.map(|gap| gap.at_rate)
    };
    for gap in &gaps {
        let Some(series) = own.by_flow.get_mut(&gap.flow) else {
            continue;
        };
        let value_of = |series: &Series, month: Month| {
            let figure = series.figure(Period::month(month)).map(|one| one.value);
            at_rate(gap.flow, month).or(figure)
        };
        let change = |series: &Series, month: Month| {
            let (value, base) = (value_of(series, month)?, value_of(series, month.plus(-12))?);
            let percent = crate::trade::Ratio::change(value, base)?.percent(0);
            Some((Period::month(month), percent))
        };
        let changes = [gap.month, gap.month.plus(12)];
        let changes = changes
            .into_iter()
            .filter_map(|month| change(series, month));
        let what = FigureRemark::CurrencyGap {
            own: money(gap.own.value, currency),
            other: money(gap.other.value, other.currency),
            implied: gap.implied,
            of_month: gap.of_month,
            at_rate: money(gap.at_rate, currency),
            changes: changes.collect(),
        };
        series.remark(Period::month(gap.month), what);
    }
}

fn money(amount: Amount, currency: Currency) -> Measured {
    Measured {
        amount,
        unit: UnitOfMeasure::Money(currency),
    }
}
