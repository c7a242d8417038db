//! What a sentence states, in any language, and the claim that it is.

use super::months::Named;
use crate::trade::{
    Claim, Currency, Flow, Metric, NotUnderstood, Period, Perspective, QuantityUnit, RecordSpan,
    Stated, StatedNumber, StatedUnit, Superlative, Trend, Vintage,
};
use std::sync::Arc;

/// What became of a sentence.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum SentenceReading {
    /// It states no figure of this trade.
    Nothing,
    /// It states these.
    Statements(Vec<Statement>),
    /// It seems to state one, and was not understood.
    NotUnderstood(NotUnderstood),
}

/// A figure that a sentence states.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Statement {
    /// From China's side.
    pub flow: Flow,
    /// Whether a deficit is stated, of the side that has the surplus.
    pub is_turned: bool,
    /// The goods; empty: all.
    pub hs: Vec<Arc<str>>,
    /// The months.
    pub period: Period,
    /// What a change is measured from; `None`: not stated.
    pub basis: Option<Base>,
    /// The currency stated beside the number.
    pub currency: Option<Currency>,
    /// What is stated.
    pub figure: Figure,
}

/// What a change is measured from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Base {
    /// A year earlier.
    Yoy,
    /// The month before.
    Mom,
    /// Other months, as long as the period; `None` where they are not clear.
    Other(Option<Period>),
}

/// What is stated of a flow.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Figure {
    Percent(Trend, StatedNumber),
    ChangeInMoney(Trend, StatedNumber, Option<Currency>),
    Moved(Trend),
    Money(StatedNumber, Option<Currency>),
    /// The level that a change is measured from.
    BaseMoney(StatedNumber, Option<Currency>),
    Tonnes(StatedNumber),
    Times(StatedNumber),
    Months(StatedNumber, Option<Trend>),
    /// So many months until the month before.
    MonthsBefore(StatedNumber, Trend),
    RecordSince(Superlative, Named),
    RecordEver(Superlative, Option<Named>),
    Share(StatedNumber),
    Unclear,
}

impl Statement {
    /// The claim that it is; `currency`: the only one that the sentence names.
    pub fn claim(
        &self,
        id: String,
        currency: Option<Currency>,
        published: Option<Vintage>,
    ) -> Result<Claim, NotUnderstood> {
        let is_balance = self.flow == Flow::Balance;
        let (metric, stated) = self.metric(is_balance, currency)?;
        let period = match self.figure {
            Figure::BaseMoney(..) => match self.basis {
                Some(Base::Mom) if self.period.is_month() => self.period.plus(-1),
                Some(Base::Yoy) => self.period.year_before(),
                Some(Base::Other(Some(months))) => months,
                _ => return Err(NotUnderstood::NoBasis),
            },
            Figure::MonthsBefore(..) => self.period.plus(-1),
            _ => self.period,
        };
        // A change, a streak and a record given beside an amount in yuan are those of the yuan.
        let is_change = !matches!(
            self.figure,
            Figure::Money(..) | Figure::BaseMoney(..) | Figure::Tonnes(_) | Figure::Share(_)
        );
        let beside = currency.filter(|one| is_change && *one == Currency::Cny);
        Ok(Claim {
            id,
            flow: self.flow,
            side: Perspective::Reporter,
            period,
            metric,
            stated,
            currency: self.currency.or(beside),
            hs: self.hs.clone(),
            published,
            source: "".into(),
        })
    }

    fn metric(
        &self,
        is_balance: bool,
        currency: Option<Currency>,
    ) -> Result<(Metric, Stated), NotUnderstood> {
        let two_ways = |what: &str| NotUnderstood::TwoWays(what.to_owned());
        let money = |number: StatedNumber, own: Option<Currency>| {
            let currency = own.or(self.currency).or(currency);
            let currency = currency.ok_or_else(|| NotUnderstood::NoMetric(number.to_string()))?;
            let number = if self.is_turned {
                number.negated()
            } else {
                number
            };
            Ok(Stated::Number(number, StatedUnit::Money(currency)))
        };
        let signed = |trend: Trend, number: StatedNumber| match trend {
            Trend::Rise => number,
            Trend::Fall => number.negated(),
        };
        let is_unclear = self.is_turned || !self.hs.is_empty();
        match self.figure {
            Figure::Percent(trend, number) => {
                if is_unclear {
                    // Of goods, the value or the quantity; of a balance that may turn, either.
                    return Err(two_ways(&format!("{number} %")));
                }
                let metric = self.change_metric(is_balance)?;
                Ok((
                    metric,
                    Stated::Number(signed(trend, number), StatedUnit::Percent),
                ))
            }
            Figure::ChangeInMoney(trend, number, own) => {
                if is_unclear || is_balance {
                    return Err(two_ways(&number.to_string()));
                }
                self.basis.ok_or(NotUnderstood::NoBasis)?;
                let metric = self.change_metric(false)?;
                match money(number, own)? {
                    Stated::Number(number, unit) => {
                        Ok((metric, Stated::Number(signed(trend, number), unit)))
                    }
                    other => Ok((metric, other)),
                }
            }
            Figure::Moved(trend) => {
                if is_unclear || is_balance {
                    return Err(NotUnderstood::NoBasis);
                }
                Ok((self.change_metric(false)?, Stated::Moved(trend)))
            }
            Figure::Money(number, own) | Figure::BaseMoney(number, own) => {
                let metric = if is_balance {
                    Metric::Balance
                } else {
                    Metric::Value
                };
                Ok((metric, money(number, own)?))
            }
            Figure::Tonnes(number) => {
                let (unit, factor) = QuantityUnit::find("t").ok_or_else(|| two_ways("t"))?;
                if self.hs.is_empty() {
                    return Err(NotUnderstood::NoMetric(format!("{number} t")));
                }
                Ok((
                    Metric::Quantity,
                    Stated::Number(number, StatedUnit::Quantity(unit, factor)),
                ))
            }
            Figure::Times(number) => {
                if is_unclear {
                    return Err(two_ways(&number.to_string()));
                }
                match self.basis {
                    None | Some(Base::Yoy) => {
                        Ok((Metric::Ratio, Stated::Number(number, StatedUnit::Times)))
                    }
                    Some(_) => Err(NotUnderstood::NoBasis),
                }
            }
            Figure::MonthsBefore(count, trend) => {
                let before = Statement {
                    figure: Figure::Months(count, Some(trend)),
                    ..self.clone()
                };
                before.metric(is_balance, currency)
            }
            Figure::Months(count, trend) => {
                if is_unclear || !self.period.is_month() {
                    return Err(two_ways(&count.to_string()));
                }
                let metric = match self.basis {
                    None | Some(Base::Yoy) => Metric::Streak,
                    Some(Base::Mom) => Metric::StreakMom,
                    Some(Base::Other(_)) => return Err(NotUnderstood::NoBasis),
                };
                Ok((metric, Stated::Months(count, trend)))
            }
            Figure::RecordSince(end, named) => {
                if self.is_turned {
                    return Err(NotUnderstood::NoBasis);
                }
                let since = named.before(self.period).ok_or(NotUnderstood::NoYear)?;
                Ok((
                    Metric::Record,
                    Stated::Record(end, RecordSpan::Since(since)),
                ))
            }
            Figure::RecordEver(end, named) => {
                if self.is_turned {
                    return Err(NotUnderstood::NoBasis);
                }
                let from = match named {
                    None => None,
                    Some(named) => {
                        let period = named.before(self.period).ok_or(NotUnderstood::NoYear)?;
                        Some(period.from)
                    }
                };
                Ok((
                    Metric::Record,
                    Stated::Record(end, RecordSpan::OnRecord(from)),
                ))
            }
            Figure::Share(number) => {
                if self.hs.is_empty() {
                    return Err(NotUnderstood::NoMetric(format!("{number} %")));
                }
                Ok((Metric::Share, Stated::Number(number, StatedUnit::Percent)))
            }
            Figure::Unclear => Err(NotUnderstood::NoMetric(String::new())),
        }
    }

    /// The metric of a change by what it is measured from; from a year earlier where that is not
    /// said, as the office and the agencies say it.
    fn change_metric(&self, is_balance: bool) -> Result<Metric, NotUnderstood> {
        match (self.basis, is_balance) {
            (None | Some(Base::Yoy), true) => Ok(Metric::BalanceYoy),
            (None | Some(Base::Yoy), false) => Ok(Metric::Yoy),
            (Some(Base::Mom), false) if self.period.is_month() => Ok(Metric::Mom),
            _ => Err(NotUnderstood::NoBasis),
        }
    }
}
