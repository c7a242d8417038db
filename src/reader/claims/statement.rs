//! Statements of sentences in any language, and how they become claims.

use super::months::{MonthsBefore, MonthsOfYear};
use crate::trade::{
    Claim, Currency, Flow, Metric, NotUnderstood, Period, Perspective, Precision, QuantityUnit,
    RecordSpan, Stated, StatedNumber, StatedUnit, Superlative, Trend, Vintage,
};
use std::sync::Arc;

/// The result of reading a sentence.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum SentenceReading {
    /// It states no figure of this trade.
    Nothing,
    /// It makes these statements.
    Statements(Vec<Statement>),
    /// It seems to state a figure, but was not understood.
    NotUnderstood(NotUnderstood),
}

/// A figure stated in a sentence.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Statement {
    /// The flow from China's perspective.
    pub flow: Flow,
    /// Whether a balance is stated with the opposite sign, as China's deficit or North Korea's
    /// surplus.
    pub is_sign_reversed: bool,
    /// The goods; empty for all goods.
    pub hs: Vec<Arc<str>>,
    /// The period of the figure.
    pub period: Period,
    /// The base of a change; `None` if it is not stated.
    pub basis: Option<Base>,
    /// The currency stated with the number.
    pub currency: Option<Currency>,
    /// The stated figure.
    pub figure: Figure,
    /// Whether it is a direction given with a level, which counts only if the figures contradict
    /// it.
    pub is_aside: bool,
    /// Whether an amount of money beside it shows that values are meant, and not quantities.
    pub is_of_value: bool,
}

/// The base of a change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Base {
    /// A year earlier.
    Yoy,
    /// The month before.
    Mom,
    /// Other months, as many as in the period; `None` if they are not clear.
    Other(Option<Period>),
}

/// What is stated about a flow.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Figure {
    Percent(Trend, StatedNumber),
    ChangeInMoney(Trend, StatedNumber, Option<Currency>),
    Moved(Trend),
    /// Unchanged, or nearly.
    Steady,
    Money(StatedNumber, Option<Currency>),
    /// The level from which a change is measured.
    BaseMoney(StatedNumber, Option<Currency>),
    Tonnes(StatedNumber),
    Times(StatedNumber),
    Months(StatedNumber, Option<Trend>),
    /// This number of months in a row, until the month before.
    MonthsBefore(StatedNumber, Trend),
    RecordSince(Superlative, MonthsOfYear),
    RecordEver(Superlative, Option<MonthsOfYear>),
    Share(StatedNumber),
    Unclear,
}

/// The months of statements, for the sentence that follows.
pub(super) fn months_of(statements: &[Statement]) -> MonthsBefore {
    let last = statements.last().map(|one| one.period);
    MonthsBefore {
        last,
        only: last.filter(|months| statements.iter().all(|one| one.period == *months)),
    }
}

impl Statement {
    /// Turns the statement into a claim. `currency` is the only one mentioned in the sentence.
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
        // Changes, streaks and records next to an amount in yuan are in yuan as well.
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
            let number = if self.is_sign_reversed {
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
        let is_of_goods = !self.hs.is_empty() && !self.is_of_value;
        let is_unclear = self.is_sign_reversed || is_of_goods;
        match self.figure {
            Figure::Percent(trend, number) => {
                if is_unclear {
                    // For goods, it may be the value or the quantity. For a balance with the
                    // opposite sign, either direction may be meant.
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
                if is_unclear || (is_balance && !self.is_aside) {
                    return Err(NotUnderstood::NoBasis);
                }
                Ok((self.change_metric(is_balance)?, Stated::Moved(trend)))
            }
            Figure::Steady => {
                if is_unclear || is_balance {
                    return Err(NotUnderstood::NoBasis);
                }
                let none = StatedNumber::whole(0).meant(Precision::Steady);
                let metric = self.change_metric(false)?;
                Ok((metric, Stated::Number(none, StatedUnit::Percent)))
            }
            // "A deficit of less than 5 million" does not allow a surplus of 500 million.
            Figure::Money(number, _)
                if is_balance
                    && matches!(number.precision, Precision::LessThan | Precision::AtMost) =>
            {
                Err(two_ways(&number.to_string()))
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
                if self.is_sign_reversed {
                    return Err(NotUnderstood::NoBasis);
                }
                let since = named.before(self.period).ok_or(NotUnderstood::NoYear)?;
                Ok((
                    Metric::Record,
                    Stated::Record(end, RecordSpan::Since(since)),
                ))
            }
            Figure::RecordEver(end, named) => {
                if self.is_sign_reversed {
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

    /// The metric of a change, by its base. Without a base it is from a year earlier, as is the
    /// practice of the customs office and of news agencies.
    fn change_metric(&self, is_balance: bool) -> Result<Metric, NotUnderstood> {
        match (self.basis, is_balance) {
            (None | Some(Base::Yoy), true) => Ok(Metric::BalanceYoy),
            (None | Some(Base::Yoy), false) => Ok(Metric::Yoy),
            (Some(Base::Mom), false) if self.period.is_month() => Ok(Metric::Mom),
            _ => Err(NotUnderstood::NoBasis),
        }
    }
}
