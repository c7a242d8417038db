//! Generates alternative readings of a claim.

use super::known::Asked;
use super::ledger::{Book, Ledger};
use super::record;
use crate::report::OtherReading;
use crate::trade::{
    Claim, Comparison, Currency, Flow, Metric, Period, Perspective, RecordSpan, Stated, StatedUnit,
    Superlative, Trend, Vintage,
};

/// An alternative reading: what it changes, and how far it is from the claim as stated.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) asked: Asked,
    pub(super) stated: Stated,
    pub(super) changes: Vec<OtherReading>,
    pub(super) distance: u32,
}

impl Candidate {
    fn with(
        &self,
        change: OtherReading,
        distance: u32,
        edit: impl FnOnce(&mut Candidate),
    ) -> Candidate {
        let mut next = self.clone();
        next.changes.push(change);
        next.distance += distance;
        edit(&mut next);
        next
    }
}

/// The base of a change, or the level itself, as first printed, if the office has revised it since.
pub(super) fn vintage(
    from: &Candidate,
    ledger: &mut Ledger<'_>,
    as_of: Option<Vintage>,
) -> Option<Candidate> {
    let asked = &from.asked;
    let is_change = matches!(
        asked.metric,
        Metric::Yoy | Metric::YtdYoy | Metric::Ratio | Metric::Mom
    );
    let is_level = matches!(asked.metric, Metric::Value | Metric::Quantity);
    if !is_change && !is_level {
        return None;
    }
    let base = match asked.metric {
        _ if is_level => asked.period,
        Metric::Mom => Comparison::Mom.base(asked.period),
        _ => Comparison::Yoy.base(asked.period),
    };
    let series = asked.series(ledger, as_of)?;
    let released = series.revision(base)?.earlier.released;
    Some(from.with(OtherReading::AsOf(released), 1, |next| {
        next.asked.as_first_printed = true
    }))
}

pub(super) fn currency(from: &Candidate) -> Option<Candidate> {
    let other = match from.asked.currency {
        Currency::Usd => Currency::Cny,
        Currency::Cny => Currency::Usd,
    };
    if from.asked.metric == Metric::Quantity {
        return None;
    }
    Some(from.with(OtherReading::Currency(other), 2, |next| {
        next.asked.currency = other;
        if let Stated::Number(_, StatedUnit::Money(stated)) = &mut next.stated {
            *stated = other;
        }
    }))
}

pub(super) fn basis(from: &Candidate) -> Option<Candidate> {
    let (metric, comparison) = match from.asked.metric {
        Metric::Yoy | Metric::YtdYoy => (Metric::Mom, Comparison::Mom),
        Metric::Mom => (Metric::Yoy, Comparison::Yoy),
        Metric::Streak => (Metric::StreakMom, Comparison::Mom),
        Metric::StreakMom => (Metric::Streak, Comparison::Yoy),
        _ => return None,
    };
    // A change from the month before makes no sense for several months.
    let is_single = from.asked.period.is_month();
    is_single.then(|| {
        from.with(OtherReading::Basis(comparison), 2, |next| {
            next.asked.metric = metric
        })
    })
}

/// Other periods that the same words may mean: first those ending in the same month, then
/// neighbouring ones.
pub(super) fn periods(from: &Candidate) -> Vec<Candidate> {
    let asked = &from.asked;
    if matches!(
        asked.metric,
        Metric::Record | Metric::Streak | Metric::StreakMom
    ) {
        return Vec::new();
    }
    let own = asked.period;
    let end = own.to;
    let ending = |months: i32| Period {
        from: end.plus(1 - months),
        to: end,
    };
    let mut others = vec![(Period::year_to_date(end), 2), (Period::month(end), 3)];
    if end.month().is_multiple_of(3) {
        others.push((ending(3), 3));
    }
    if end.month().is_multiple_of(6) {
        others.push((ending(6), 3));
    }
    let year = Period {
        from: end.january(),
        to: end.january().plus(11),
    };
    others.push((own.year_before(), 3));
    others.push((own.plus(-(own.len() as i32)), 4));
    others.push((own.plus(own.len() as i32), 4));
    others.push((own.plus(12), 4));
    others.push((year, 4));
    let mut seen = vec![own];
    let mut all = Vec::new();
    for (period, distance) in others {
        let is_multiple = !period.is_month() && asked.metric == Metric::Mom;
        if seen.contains(&period) || is_multiple {
            continue;
        }
        seen.push(period);
        all.push(from.with(OtherReading::Period(period), distance, |next| {
            next.asked.period = period;
        }));
    }
    all
}

pub(super) fn flows(claim: &Claim, from: &Candidate) -> Vec<Candidate> {
    let own = from.asked.flow;
    let others = Flow::ALL.into_iter().filter(|flow| *flow != own);
    let mut all = Vec::new();
    for flow in others {
        let metric = match (from.asked.metric, flow) {
            (Metric::Balance, Flow::Balance) | (Metric::BalanceYoy, Flow::Balance) => continue,
            (Metric::Balance, _) => Metric::Value,
            (Metric::BalanceYoy, _) => Metric::Yoy,
            (Metric::Value, Flow::Balance) => Metric::Balance,
            (Metric::Yoy, Flow::Balance) => Metric::BalanceYoy,
            (_, Flow::Balance) => continue,
            (metric, _) => metric,
        };
        // If a claim names the side, imports for exports means the other side's term.
        let is_swapped = matches!(
            (own, flow),
            (Flow::Import, Flow::Export) | (Flow::Export, Flow::Import)
        );
        let change = if claim.side == Perspective::Partner && is_swapped {
            OtherReading::Side(Perspective::Reporter)
        } else {
            OtherReading::Flow(flow)
        };
        // The balance moves in any direction, so that it fits many a claim by chance.
        let distance = match flow {
            Flow::Balance => 6,
            _ if is_swapped => 3,
            _ => 4,
        };
        all.push(from.with(change, distance, |next| {
            next.asked.flow = flow;
            next.asked.metric = metric;
        }));
    }
    all
}

/// "To" for "by", and vice versa.
pub(super) fn metrics(from: &Candidate) -> Vec<Candidate> {
    let asked = &from.asked;
    let mut all = Vec::new();
    match (&from.stated, asked.metric) {
        // "Grew by N times": the quotient is one higher.
        (Stated::Number(number, StatedUnit::Times), Metric::Ratio) => {
            let by = if asked.flow == Flow::Balance {
                Metric::BalanceYoy
            } else {
                Metric::Yoy
            };
            all.push(from.with(OtherReading::Metric(by), 3, |next| {
                next.asked.metric = by;
                next.stated = Stated::Number(number.times_ten_to(2), StatedUnit::Percent);
            }));
        }
        (Stated::Number(_, StatedUnit::Money(_)), metric) if metric.is_change() => {
            let to = if asked.flow == Flow::Balance {
                Metric::Balance
            } else {
                Metric::Value
            };
            all.push(from.with(OtherReading::Metric(to), 3, |next| {
                next.asked.metric = to;
                next.asked.is_amount = false;
            }));
        }
        _ => {}
    }
    all
}

pub(super) fn sign(
    from: &Candidate,
    ledger: &mut Ledger<'_>,
    as_of: Option<Vintage>,
) -> Vec<Candidate> {
    let asked = &from.asked;
    match &from.stated {
        Stated::Number(number, unit)
            if asked.metric.is_change() || asked.metric == Metric::Balance =>
        {
            let turned = Stated::Number(number.negated(), *unit);
            vec![from.with(OtherReading::Sign, 2, |next| next.stated = turned)]
        }
        Stated::Moved(trend) => {
            let turned = Stated::Moved(other(*trend));
            vec![from.with(OtherReading::Sign, 4, |next| next.stated = turned)]
        }
        Stated::Months(number, Some(trend)) => {
            let trend = other(*trend);
            let turned = Stated::Months(*number, Some(trend));
            vec![from.with(OtherReading::Sign, 4, |next| {
                next.asked.trend = Some(trend);
                next.stated = turned;
            })]
        }
        Stated::Record(end, reach) => {
            let turned = match end {
                Superlative::Lowest => Superlative::Highest,
                Superlative::Highest => Superlative::Lowest,
            };
            let series = asked.series(ledger, as_of);
            let since = series
                .and_then(|series| record::standing(&series, asked.period, *end, *reach).since);
            let mut all: Vec<Candidate> = since
                .map(|since| {
                    from.with(OtherReading::Since(since), 3, |next| {
                        next.stated = Stated::Record(*end, RecordSpan::Since(since));
                    })
                })
                .into_iter()
                .collect();
            all.push(from.with(OtherReading::Sign, 4, |next| {
                next.stated = Stated::Record(turned, *reach);
            }));
            all
        }
        _ => Vec::new(),
    }
}

pub(super) fn other(trend: Trend) -> Trend {
    match trend {
        Trend::Fall => Trend::Rise,
        Trend::Rise => Trend::Fall,
    }
}

pub(super) fn compilers(from: &Candidate, ledger: &Ledger<'_>) -> Vec<Candidate> {
    let compiler = |(place, name): (usize, &'static str)| {
        from.with(OtherReading::Compiler(name), 5, |next| {
            next.asked.book = Book::Compiler(place);
        })
    };
    ledger.compilers().map(compiler).collect()
}

/// A wrong scale: off by ten, a thousand, ten thousand or a million.
pub(super) fn scale(from: &Candidate) -> Vec<Candidate> {
    let Stated::Number(number, unit) = &from.stated else {
        return Vec::new();
    };
    if !matches!(unit, StatedUnit::Money(_) | StatedUnit::Quantity(..)) {
        return Vec::new();
    }
    let slip = |power: i32| {
        let distance = if power.abs() == 3 { 4 } else { 5 };
        from.with(OtherReading::Scale(power), distance, |next| {
            next.stated = Stated::Number(number.times_ten_to(power), *unit);
        })
    };
    [-3, 3, -1, 1, -4, 4, -6, 6].into_iter().map(slip).collect()
}
