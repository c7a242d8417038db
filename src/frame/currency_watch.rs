//! Uses the two currencies to check each other: the dollar and the yuan figure of one period and
//! flow imply an exchange rate. If it differs from the rate of the time, one of the two was revised
//! and the other is from an older release.
//!
//! Source: docs/definitions.md "One month twice: files, vintages, revisions".

use crate::frame::series_set::SeriesSet;
use crate::trade::{
    Amount, Basis, Currency, Figure, FigureRemark, Flow, Measured, Period, Ratio, Series,
    UnitOfMeasure, Vintage,
};

/// Yuan per dollar, in millionths.
type Rate = i128;

const MILLION: i128 = 1_000_000;

/// A period whose two figures disagree, seen from the older of them.
#[derive(Clone, Debug)]
pub struct Gap {
    pub flow: Flow,
    pub period: Period,
    /// The figure in the currency asked for, which is from the older release.
    pub own: Figure,
    /// The figure in the other currency.
    pub other: Figure,
    pub implied: Rate,
    pub of_period: Rate,
    /// The other figure, converted at the rate of the period.
    pub at_rate: Amount,
}

/// The import and export figures of `own` that are from older releases and disagree with the other
/// currency.
pub fn gaps(own: &SeriesSet, other: &SeriesSet) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for flow in [Flow::Import, Flow::Export] {
        let periods = own.flow(flow).periods();
        gaps.extend(periods.filter_map(|period| gap(own, other, flow, period)));
    }
    gaps
}

fn gap(own: &SeriesSet, other: &SeriesSet, flow: Flow, period: Period) -> Option<Gap> {
    let own_figure = own.flow(flow).figure(period)?;
    let other_figure = other.flow(flow).figure(period)?;
    let day = |figure: &Figure| figure.released.map(Vintage::last_day);
    if day(own_figure)? >= day(other_figure)? {
        return None;
    }
    let is_dollars = own.currency == Currency::Usd;
    let of_period = rate_of(own, other, flow, period)?;
    let implied = Implied::of(own_figure, other_figure, own.currency)?;
    // More than 1 % off (docs/definitions.md, "Currency"), wherever in the rounding interval the
    // implied rate is.
    let is_off = implied.high.checked_mul(100)? < of_period.checked_mul(99)?
        || implied.low.checked_mul(100)? > of_period.checked_mul(101)?;
    let at_rate = match is_dollars {
        true => Ratio::new(other_figure.value.0.checked_mul(MILLION)?, of_period)?,
        false => Ratio::new(other_figure.value.0.checked_mul(of_period)?, MILLION)?,
    };
    is_off.then(|| Gap {
        flow,
        period,
        own: own_figure.clone(),
        other: other_figure.clone(),
        implied: implied.rate,
        of_period,
        at_rate: Amount(at_rate.rounded()),
    })
}

/// The rate implied by two figures of one period, with its rounding interval.
struct Implied {
    rate: Rate,
    low: Rate,
    high: Rate,
}

impl Implied {
    fn of(own: &Figure, other: &Figure, currency: Currency) -> Option<Implied> {
        let (dollars, yuan) = match currency {
            Currency::Usd => (own, other),
            Currency::Cny => (other, own),
        };
        Some(Implied {
            rate: rate(yuan.value, dollars.value)?,
            low: rate(yuan.interval.low, dollars.interval.high)?,
            high: rate(yuan.interval.high, dollars.interval.low)?,
        })
    }

    /// Whether the rounding interval is narrower than half a per cent.
    fn is_precise(&self) -> bool {
        let open = (self.high - self.low).checked_mul(200);
        open.is_some_and(|open| open < self.rate)
    }
}

fn rate(yuan: Amount, dollars: Amount) -> Option<Rate> {
    let product = yuan.0.checked_mul(MILLION)?;
    (dollars.0 > 0 && product > 0).then(|| product / dollars.0)
}

/// The rate implied by the totals of the period, if both were printed with the same table.
fn rate_of_total(own: &SeriesSet, other: &SeriesSet, period: Period) -> Option<Rate> {
    /// The tables in dollars and in yuan of one month are released within so many days.
    const SAME_TABLE: i32 = 31;
    let printed = |set: &'_ SeriesSet| {
        let total = set.flow(Flow::Total).figure(period)?;
        (total.basis == Basis::Printed).then(|| total.clone())
    };
    let (own_total, other_total) = (printed(own)?, printed(other)?);
    let day = |figure: &Figure| figure.released.map(Vintage::last_day);
    let days = day(&own_total)? - day(&other_total)?;
    let implied = Implied::of(&own_total, &other_total, own.currency)?;
    (days.abs() <= SAME_TABLE && implied.is_precise()).then_some(implied.rate)
}

/// The middle one of the rates implied by the other flow of the period and by both flows of the
/// months in and next to it; of an even number, the upper middle one. `None` if there are fewer
/// than two.
fn rate_of(own: &SeriesSet, other: &SeriesSet, flow: Flow, period: Period) -> Option<Rate> {
    if let Some(of_total) = rate_of_total(own, other, period) {
        return Some(of_total);
    }
    let around = Period {
        from: period.from.plus(-1),
        to: period.to.plus(1),
    };
    let months = around.months().map(Period::month);
    let mut rates: Vec<Rate> = Vec::new();
    for at in months.chain((!period.is_month()).then_some(period)) {
        for one in [Flow::Import, Flow::Export] {
            if at == period && one == flow {
                continue;
            }
            let figures = [own, other].map(|set| set.flow(one).figure(at));
            if let [Some(own_figure), Some(other_figure)] = figures {
                let implied = Implied::of(own_figure, other_figure, own.currency);
                rates.extend(implied.filter(Implied::is_precise).map(|one| one.rate));
            }
        }
    }
    rates.sort_unstable();
    let middle = rates.get(rates.len() / 2).copied();
    middle.filter(|_| rates.len() >= 2)
}

/// Adds remarks to these figures, with their changes recomputed at the rates of the periods, and to
/// the totals and balances made of them.
pub fn remark(own: &mut SeriesSet, other: &SeriesSet) {
    let gaps = gaps(own, other);
    for gap in &gaps {
        let what = remark_on_gap(gap, &gaps, own.flow(gap.flow), other.currency);
        let sum = |flow| (flow, FigureRemark::OlderPrintInside);
        for (flow, what) in [(gap.flow, what), sum(Flow::Total), sum(Flow::Balance)] {
            // A total that was itself published is not made of the flows.
            let is_made = |series: &&mut Series| {
                let figure = series.figure(gap.period);
                flow == gap.flow || figure.is_none_or(|one| one.basis == Basis::Sum)
            };
            if let Some(series) = own.by_flow.get_mut(&flow).filter(is_made) {
                series.mark_older_print(gap.period, what);
            }
        }
    }
}

/// The remark on one gap.
fn remark_on_gap(gap: &Gap, gaps: &[Gap], series: &Series, other: Currency) -> FigureRemark {
    let value_of = |period: Period| {
        let same = |one: &&Gap| one.flow == gap.flow && one.period == period;
        let at_rate = gaps.iter().find(same).map(|one| one.at_rate);
        at_rate.or_else(|| Some(series.figure(period)?.value))
    };
    let change = |period: Period| {
        let (value, base) = (value_of(period)?, value_of(period.year_before())?);
        Some((period, Ratio::change(value, base)?.percent(0)))
    };
    let changes = [gap.period, gap.period.plus(12)]
        .into_iter()
        .filter_map(change);
    let money = |amount, currency| Measured {
        amount,
        unit: UnitOfMeasure::Money(currency),
    };
    FigureRemark::CurrencyGap {
        own: money(gap.own.value, series.currency),
        other: money(gap.other.value, other),
        implied: gap.implied,
        of_period: gap.of_period,
        at_rate: money(gap.at_rate, series.currency),
        changes: changes.collect(),
    }
}
