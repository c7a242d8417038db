//! Alternative readings under which a false claim would be true, each computed afresh.
//!
//! Source: docs/definitions.md, "A published figure and its rounding".

use super::known::Asked;
use super::ledger::{Book, Ledger};
use super::record;
use super::verdict::{self, Judgement, Standpoint};
use crate::trade::{
    Bounds, Claim, Currency, Flow, Metric, Period, Perspective, RecordSpan, Stated, StatedUnit,
    Superlative, Trend, Truth, Vintage,
};

/// One respect in which a claim is read differently.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum OtherReading {
    Period(Period),
    Basis(&'static str),
    Currency(Currency),
    Flow(Flow),
    Side(Perspective),
    AsOf(Option<Vintage>),
    Compiler(&'static str),
    Scale(i32),
    Sign,
    Since(Period),
    Metric(Metric),
}

impl std::fmt::Display for OtherReading {
    /// As in the column `reading`: `period=2017-01..2017-09`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            OtherReading::Period(period) => write!(f, "period={period}"),
            OtherReading::Basis(basis) => write!(f, "basis={basis}"),
            OtherReading::Currency(currency) => {
                write!(f, "currency={}", currency.code().to_lowercase())
            }
            OtherReading::Flow(flow) => write!(f, "flow={flow}"),
            OtherReading::Side(Perspective::Reporter) => f.write_str("side=cn"),
            OtherReading::Side(Perspective::Partner) => f.write_str("side=kp"),
            OtherReading::AsOf(Some(date)) => write!(f, "as_of={date}"),
            OtherReading::AsOf(None) => f.write_str("as_of=first"),
            OtherReading::Compiler(name) => write!(f, "compiler={name}"),
            OtherReading::Scale(power) if *power >= 0 => {
                write!(f, "scale=1{}", "0".repeat(*power as usize))
            }
            OtherReading::Scale(power) => {
                write!(f, "scale=0.{}1", "0".repeat((-power - 1) as usize))
            }
            OtherReading::Sign => f.write_str("sign"),
            OtherReading::Since(period) => write!(f, "since={period}"),
            OtherReading::Metric(metric) => write!(f, "metric={}", metric.name()),
        }
    }
}

/// An alternative reading: what it changes, and how far it is from the claim as stated.
#[derive(Clone, Debug)]
struct Candidate {
    asked: Asked,
    stated: Stated,
    changes: Vec<OtherReading>,
    distance: u32,
}

/// The maximum number of readings listed.
const MOST: usize = 3;

/// At most three readings that make a false claim true, by what had been released by `as_of`,
/// nearest first; readings that our rounding leaves uncertain come last.
pub(super) fn readings(
    claim: &Claim,
    ledger: &mut Ledger<'_>,
    as_of: Option<Vintage>,
) -> Vec<Vec<OtherReading>> {
    let as_is = Candidate {
        asked: Asked::of(claim),
        stated: claim.stated.clone(),
        changes: Vec::new(),
        distance: 0,
    };
    let mut candidates = single(claim, &as_is, ledger, as_of);
    candidates.extend(pairs(claim, &as_is, ledger, as_of));
    candidates.sort_by_key(|candidate| candidate.distance);
    let mut found: Vec<Vec<OtherReading>> = Vec::new();
    let mut within_rounding: Vec<Vec<OtherReading>> = Vec::new();
    for candidate in candidates {
        if found.len() == MOST {
            break;
        }
        let day = as_of.map_or(Standpoint::Now, |_| Standpoint::OnItsDay);
        let Candidate { asked, stated, .. } = &candidate;
        let mut judged = verdict::judge(asked, stated, ledger, as_of, day);
        // What is undecided by then may be decided by later releases.
        if judged.truth == Truth::CannotTell && as_of.is_some() {
            let now = verdict::judge(asked, stated, ledger, None, Standpoint::Now);
            if now.truth == Truth::True || judged.finding.is_none() {
                judged = now;
            }
        }
        if judged.truth == Truth::True {
            found.push(candidate.changes);
        } else if judged.truth == Truth::CannotTell && fits(stated, &judged) {
            within_rounding.push(candidate.changes);
        }
    }
    let room = MOST - found.len();
    found.extend(within_rounding.into_iter().take(room));
    found
}

/// Whether an uncertain reading is close enough to be listed: the number itself lies within the
/// bounds of the figures, and these are at most ten times as wide as its own.
fn fits(stated: &Stated, judged: &Judgement) -> bool {
    if let Some(standing) = &judged.standing {
        return standing.against.is_none() && standing.figure.is_ok();
    }
    let (Some(claimed), Some(finding)) = (stated.bounds(), &judged.finding) else {
        return false;
    };
    let width = |bounds: Bounds| {
        bounds
            .low()
            .zip(bounds.high())
            .map(|(low, high)| high.less(low))
    };
    let (Some(own), Some(known)) = (width(claimed), width(finding.bounds)) else {
        return false;
    };
    let ten_times = own.times(10, 1);
    claimed.within(finding.bounds).is_some() && ten_times.is_some_and(|most| known <= most)
}

/// All readings with a single change.
fn single(
    claim: &Claim,
    as_is: &Candidate,
    ledger: &mut Ledger<'_>,
    as_of: Option<Vintage>,
) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = vintage(as_is, ledger, as_of).into_iter().collect();
    all.extend(currency(as_is));
    all.extend(basis(as_is));
    all.extend(periods(as_is));
    all.extend(flows(claim, as_is));
    all.extend(metrics(as_is));
    all.extend(sign(as_is, ledger, as_of));
    all.extend(compilers(as_is, ledger));
    all.extend(scale(as_is));
    all
}

/// Readings with two changes that tend to occur together: another compiler's figure with the wrong
/// flow or scale, or the wrong flow or period with the wrong currency or vintage.
fn pairs(
    claim: &Claim,
    as_is: &Candidate,
    ledger: &mut Ledger<'_>,
    as_of: Option<Vintage>,
) -> Vec<Candidate> {
    let mut all = Vec::new();
    for first in flows(claim, as_is).into_iter().chain(scale(as_is)) {
        all.extend(compilers(&first, ledger));
    }
    for first in flows(claim, as_is).into_iter().chain(periods(as_is)) {
        all.extend(currency(&first));
        all.extend(vintage(&first, ledger, as_of));
    }
    all
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

/// The base as first printed, if the office has revised it since.
fn vintage(from: &Candidate, ledger: &mut Ledger<'_>, as_of: Option<Vintage>) -> Option<Candidate> {
    let asked = &from.asked;
    let is_change = matches!(
        asked.metric,
        Metric::Yoy | Metric::YtdYoy | Metric::Ratio | Metric::Mom
    );
    if !is_change {
        return None;
    }
    let base = match asked.metric {
        Metric::Mom => asked.period.plus(-(asked.period.len() as i32)),
        _ => asked.period.year_before(),
    };
    let series = asked.series(ledger, as_of)?;
    let released = series.revision(base)?.earlier.released;
    Some(from.with(OtherReading::AsOf(released), 1, |next| {
        next.asked.first_base = true
    }))
}

fn currency(from: &Candidate) -> Option<Candidate> {
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

fn basis(from: &Candidate) -> Option<Candidate> {
    let (metric, word) = match from.asked.metric {
        Metric::Yoy | Metric::YtdYoy => (Metric::Mom, "mom"),
        Metric::Mom => (Metric::Yoy, "yoy"),
        Metric::Streak => (Metric::StreakMom, "mom"),
        Metric::StreakMom => (Metric::Streak, "yoy"),
        _ => return None,
    };
    // A change from the month before makes no sense for several months.
    let is_single = from.asked.period.is_month();
    is_single.then(|| {
        from.with(OtherReading::Basis(word), 2, |next| {
            next.asked.metric = metric
        })
    })
}

/// Other periods that the same words may mean: first those ending in the same month, then
/// neighbouring ones.
fn periods(from: &Candidate) -> Vec<Candidate> {
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

fn flows(claim: &Claim, from: &Candidate) -> Vec<Candidate> {
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
        let distance = if is_swapped { 3 } else { 4 };
        all.push(from.with(change, distance, |next| {
            next.asked.flow = flow;
            next.asked.metric = metric;
        }));
    }
    all
}

/// "To" for "by", and vice versa.
fn metrics(from: &Candidate) -> Vec<Candidate> {
    let asked = &from.asked;
    let mut all = Vec::new();
    match (&from.stated, asked.metric) {
        // "Grew by so many times": the quotient is one higher.
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

fn sign(from: &Candidate, ledger: &mut Ledger<'_>, as_of: Option<Vintage>) -> Vec<Candidate> {
    let asked = &from.asked;
    match &from.stated {
        Stated::Number(number, unit)
            if asked.metric.is_change() || asked.metric == Metric::Balance =>
        {
            let turned = Stated::Number(number.negated(), *unit);
            vec![from.with(OtherReading::Sign, 4, |next| next.stated = turned)]
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

fn other(trend: Trend) -> Trend {
    match trend {
        Trend::Fall => Trend::Rise,
        Trend::Rise => Trend::Fall,
    }
}

fn compilers(from: &Candidate, ledger: &Ledger<'_>) -> Vec<Candidate> {
    let compiler = |(place, name): (usize, &'static str)| {
        from.with(OtherReading::Compiler(name), 5, |next| {
            next.asked.book = Book::Compiler(place);
        })
    };
    ledger.compilers().map(compiler).collect()
}

/// A wrong scale: off by ten, a thousand, ten thousand or a million.
fn scale(from: &Candidate) -> Vec<Candidate> {
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
