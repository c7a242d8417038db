//! What the data say about the figure of a claim.
//!
//! Source: docs/definitions.md, "Change", "Streak", "A published figure and its rounding".

use super::ledger::{Book, Ledger, Wanted};
use crate::measure::links;
use crate::trade::{
    Bounds, Comparison, Currency, Direction, Extent, Figure, Flow, Interval, Measure, Metric,
    Missing, Period, PrintedChange, Ratio, Reason, Series, Sign, Trend, UnitOfMeasure, Vintage,
};
use std::sync::Arc;

/// The figure asked for: a claim without its stated value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Asked {
    pub book: Book,
    /// From the reporter's side.
    pub flow: Flow,
    /// Whether a balance is seen from the partner's side.
    pub is_sign_reversed: bool,
    pub period: Period,
    pub metric: Metric,
    /// Whether a total is the sum of its flows even where the office printed another.
    pub by_sum: bool,
    pub currency: Currency,
    pub hs: Vec<Arc<str>>,
    /// The measure.
    pub measure: Measure,
    /// Whether a change is stated as an amount of money.
    pub is_amount: bool,
    /// The direction claimed for a streak.
    pub trend: Option<Trend>,
    /// Whether to use the base of a change, or a level, as first printed.
    pub as_first_printed: bool,
    /// Only sanctions measures adopted by then count; `None` for all.
    pub adopted_by: Option<Vintage>,
}

/// The unit of the numbers in a finding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum In {
    Percent,
    Times,
    Months,
    Unit(UnitOfMeasure),
}

/// A figure with its bounds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Finding {
    /// The value to show; `None` if only bounds are known.
    pub value: Option<Ratio>,
    pub bounds: Bounds,
    pub in_what: In,
    /// The figures it is computed from, with flow and period.
    pub made_of: Vec<(Flow, Period, Figure)>,
    /// The printed change, if it comes from one.
    pub printed: Option<PrintedChange>,
    /// Why only bounds are known, if something is missing.
    pub open: Option<Missing>,
}

/// All that is known about a figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct KnownFigure {
    /// The figure computed from the data.
    pub computed: Result<Finding, Missing>,
    /// The changes or figures printed for the period.
    pub printed: Vec<Finding>,
}

impl Asked {
    pub fn wanted(&self, as_of: Option<Vintage>) -> Wanted {
        Wanted {
            book: self.book,
            currency: self.currency,
            hs: self.hs.clone(),
            measure: self.measure,
            as_of,
        }
    }

    /// The figure of a period. A published total replaces the sum of its flows if it is more
    /// precise and no older.
    fn over(
        &self,
        series: &Series,
        period: Period,
        ledger: &Ledger<'_>,
        as_of: Option<Vintage>,
    ) -> Result<Figure, Missing> {
        let figure = series.over(period);
        if self.flow != Flow::Total || self.measure != Measure::Value || self.by_sum {
            return figure;
        }
        let published = ledger.last_printed(&self.wanted(as_of), self.flow, period);
        match (figure, published) {
            (Ok(sum), Some(published)) => {
                let is_finer = published.interval.width() < sum.interval.width();
                let is_current =
                    published.released >= sum.released || published.interval.meets(sum.interval);
                Ok(if is_finer && is_current {
                    published
                } else {
                    sum
                })
            }
            (Err(_), Some(published)) => Ok(published),
            (figure, None) => figure,
        }
    }

    /// The series of the flow, from the perspective of the claim; `None` if there is none.
    pub fn series(&self, ledger: &mut Ledger<'_>, as_of: Option<Vintage>) -> Option<Series> {
        let set = ledger.set(&self.wanted(as_of))?;
        let series = set.flow(self.flow);
        Some(if self.is_sign_reversed && self.flow == Flow::Balance {
            series.negated()
        } else {
            series.clone()
        })
    }

    /// All that is known about the figure from releases up to `as_of`.
    pub fn known(&self, ledger: &mut Ledger<'_>, as_of: Option<Vintage>) -> KnownFigure {
        let nothing = || Missing::new(Reason::NoData, self.period);
        if self.metric == Metric::Coverage {
            return KnownFigure {
                computed: self.coverage(ledger),
                printed: Vec::new(),
            };
        }
        let computed = match self.series(ledger, as_of) {
            None if self.metric == Metric::Share => {
                let empty = Series::new(self.flow, self.currency);
                self.computed(&empty, ledger, as_of)
            }
            None => Err(nothing()),
            Some(series) => self.computed(&series, ledger, as_of),
        };
        let computed = match computed {
            Err(missing) if !self.hs.is_empty() => self.part_of_all(ledger, as_of).ok_or(missing),
            other => other,
        };
        let printed = self.printed(ledger, as_of);
        let is_shown_cut = |one: &Finding| {
            let computed = computed.as_ref().ok();
            computed
                .is_some_and(|computed| is_cut_short(one, computed) || is_revised(one, computed))
        };
        KnownFigure {
            printed: printed
                .into_iter()
                .filter(|one| !is_shown_cut(one))
                .collect(),
            computed,
        }
    }

    fn computed(
        &self,
        series: &Series,
        ledger: &mut Ledger<'_>,
        as_of: Option<Vintage>,
    ) -> Result<Finding, Missing> {
        let period = self.period;
        match self.metric {
            Metric::Value | Metric::Balance | Metric::Quantity => {
                let mut figure = self.over(series, period, ledger, as_of)?;
                if self.as_first_printed {
                    let revision = series.revision(period);
                    let missing = || Missing::new(Reason::NoData, period);
                    figure = revision.ok_or_else(missing)?.earlier.clone();
                }
                Ok(Finding {
                    value: Some(Ratio::whole(figure.value.0)),
                    bounds: Bounds::of_amount(figure.interval),
                    in_what: In::Unit(series.unit),
                    made_of: vec![(self.flow, period, figure)],
                    printed: None,
                    open: None,
                })
            }
            Metric::Yoy | Metric::YtdYoy | Metric::BalanceYoy => {
                self.change(series, period.year_before(), ledger, as_of)
            }
            Metric::Ratio => {
                let finding = self.change(series, period.year_before(), ledger, as_of)?;
                let pair = |at: usize| finding.made_of.get(at).map(|(.., figure)| figure.interval);
                let (Some(value), Some(base)) = (pair(0), pair(1)) else {
                    return Err(Missing::new(Reason::NoData, period));
                };
                Ok(Finding {
                    value: finding.value.map(Ratio::one_more),
                    bounds: Bounds::of_quotient(value, base),
                    in_what: In::Times,
                    ..finding
                })
            }
            Metric::Mom => self.change(series, Comparison::Mom.base(period), ledger, as_of),
            Metric::Share => self.share(series, ledger, as_of),
            Metric::Streak => self.streak(series, Comparison::Yoy),
            Metric::StreakMom => self.streak(series, Comparison::Mom),
            Metric::Record | Metric::Coverage => Err(Missing::new(Reason::NoData, period)),
        }
    }

    /// The share covered by sanctions measures: a range, if published components leave it
    /// uncertain.
    fn coverage(&self, ledger: &Ledger<'_>) -> Result<Finding, Missing> {
        let share = ledger.coverage(self.flow, self.period, self.adopted_by)?;
        let is_exact = share.low == share.high;
        Ok(Finding {
            value: is_exact.then_some(share.low),
            bounds: Bounds::closed(Some(share.low), Some(share.high)),
            in_what: In::Percent,
            made_of: Vec::new(),
            printed: None,
            open: None,
        })
    }

    fn change(
        &self,
        series: &Series,
        base_period: Period,
        ledger: &Ledger<'_>,
        as_of: Option<Vintage>,
    ) -> Result<Finding, Missing> {
        let value = self.over(series, self.period, ledger, as_of)?;
        let mut base = self.over(series, base_period, ledger, as_of)?;
        if self.as_first_printed {
            let revision = series.revision(base_period);
            let missing = || Missing::new(Reason::NoData, base_period);
            base = revision.ok_or_else(missing)?.earlier.clone();
        }
        let made_of = vec![
            (self.flow, self.period, value.clone()),
            (self.flow, base_period, base.clone()),
        ];
        if self.is_amount {
            let interval = value.interval - base.interval;
            return Ok(Finding {
                value: Some(Ratio::whole((value.value - base.value).0)),
                bounds: Bounds::of_amount(interval),
                in_what: In::Unit(series.unit),
                made_of,
                printed: None,
                open: None,
            });
        }
        let percent = Ratio::change(value.value, base.value);
        Ok(Finding {
            value: Some(percent.ok_or_else(|| Missing::base(&base, base_period))?),
            bounds: Bounds::of_change(value.interval, base.interval),
            in_what: In::Percent,
            made_of,
            printed: None,
            open: None,
        })
    }

    /// The share of the goods in all goods.
    fn share(
        &self,
        series: &Series,
        ledger: &mut Ledger<'_>,
        as_of: Option<Vintage>,
    ) -> Result<Finding, Missing> {
        let missing = || Missing::new(Reason::NoData, self.period);
        if self.hs.is_empty() {
            // With all goods, a share means a share of the partner in China's trade with the world.
            return Err(missing());
        }
        // Other compilers publish totals only, so the goods are taken from the office.
        let part = Asked {
            book: Book::Office,
            ..self.clone()
        };
        let part = match self.book {
            Book::Office => series.over(self.period)?,
            Book::Compiler(_) => {
                let series = part.series(ledger, as_of).ok_or_else(missing)?;
                series.over(self.period)?
            }
        };
        let whole = Asked {
            hs: Vec::new(),
            ..self.clone()
        };
        let of_all = whole.series(ledger, as_of).ok_or_else(missing)?;
        let whole = whole.over(&of_all, self.period, ledger, as_of)?;
        let value = Ratio::new(part.value.0, whole.value.0);
        Ok(Finding {
            value: Some(value.ok_or_else(|| Missing::new(Reason::ZeroBase, self.period))?),
            bounds: Bounds::of_quotient(part.interval, whole.interval),
            in_what: In::Percent,
            made_of: vec![
                (self.flow, self.period, part),
                (self.flow, self.period, whole),
            ],
            printed: None,
            open: None,
        })
    }

    fn streak(&self, series: &Series, comparison: Comparison) -> Result<Finding, Missing> {
        let until = self.period.to;
        let own = links::sign_at(series, until, comparison)?;
        let stands_still = |months: i128| Finding {
            value: Some(Ratio::whole(months)),
            bounds: Bounds::closed(Some(Ratio::whole(months)), Some(Ratio::whole(months))),
            in_what: In::Months,
            made_of: Vec::new(),
            printed: None,
            open: None,
        };
        let direction = match (self.trend, own) {
            (_, Sign::Uncertain) => {
                return Err(Missing::new(Reason::UncertainSign, Period::month(until)));
            }
            (Some(Trend::Fall), _) | (None, Sign::Fall) => Direction::Fall,
            (Some(Trend::Rise), _) | (None, Sign::Rise) => Direction::Rise,
            (None, Sign::Flat) => return Ok(stands_still(0)),
        };
        let streak = links::streak_to(series, until, direction, comparison)?;
        let months = i128::from(streak.months());
        let mut finding = stands_still(months);
        if streak.bound() != Extent::Exact {
            finding.bounds = Bounds::closed(Some(Ratio::whole(months)), None);
            finding.open = streak.open_before.clone();
        }
        for link in &streak.links {
            let figure = link.change.value.as_ref().ok();
            finding
                .made_of
                .extend(figure.map(|figure| (self.flow, link.period, figure.clone())));
        }
        Ok(finding)
    }

    /// Bounds on goods without a figure: at least zero and at most the value of all goods.
    fn part_of_all(&self, ledger: &mut Ledger<'_>, as_of: Option<Vintage>) -> Option<Finding> {
        if self.metric != Metric::Value {
            return None;
        }
        let all = Asked {
            hs: Vec::new(),
            ..self.clone()
        };
        let figure = all.series(ledger, as_of)?.over(self.period).ok()?;
        let interval = Interval {
            low: crate::trade::Amount::ZERO,
            high: figure.interval.high,
        };
        Some(Finding {
            value: None,
            bounds: Bounds::of_amount(interval),
            in_what: In::Unit(UnitOfMeasure::Money(self.currency)),
            made_of: vec![(self.flow, self.period, figure)],
            printed: None,
            open: None,
        })
    }
}

/// Whether a more precise figure shows that a printed number was truncated, not rounded: it lies
/// within the interval of the number, but not within what rounding to its last digit allows.
/// Quoting such a number means quoting the more precise figure, badly: 2.67 million tonnes, printed
/// a day after 267.8 ten thousand, are 2.678 million.
fn is_cut_short(print: &Finding, finer: &Finding) -> bool {
    let [(.., figure)] = &print.made_of[..] else {
        return false;
    };
    let whole = Bounds::of_amount(figure.interval);
    finer.bounds.is_inside(whole) && print.bounds.within(finer.bounds).is_none()
}

/// Whether a later release revised a level that was printed earlier: who quotes it after that day
/// quotes a figure that the office no longer stands by.
fn is_revised(print: &Finding, later: &Finding) -> bool {
    let ([(.., printed)], [(.., figure)]) = (&print.made_of[..], &later.made_of[..]) else {
        return false;
    };
    let days = printed.released.zip(figure.released);
    let is_later = days.is_some_and(|(earlier, later)| earlier.last_day() < later.last_day());
    is_later && !printed.interval.meets(figure.interval)
}
