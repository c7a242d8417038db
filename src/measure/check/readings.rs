//! Readings under which a false claim would be true, each worked out anew.
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

/// One thing that is read otherwise.
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
    /// As the column `reading` has it: `period=2017-01..2017-09`.
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

/// A claim read otherwise: what is changed, and how far it is from the claim as it stands.
#[derive(Clone, Debug)]
struct Candidate {
    asked: Asked,
    stated: Stated,
    changes: Vec<OtherReading>,
    distance: u32,
}

/// How many readings are named.
const MOST: usize = 3;

/// At most three readings that make a false claim true by what had been released by `as_of`,
/// nearest first; those that the rounding of our figures leaves open come last.
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
        // What nothing by then decides, later releases may.
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

/// Whether a reading that rounding leaves open is near enough to be named: the number itself lies
/// within what the figures allow, and they allow no more than ten times what it does.
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

/// Everything that one change leads to.
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

/// Two changes at once, of those that go wrong together: another compiler's figure with its flow or
/// its scale wrong, and the flow with the side.
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

/// The base as it was first printed, which the office has revised since.
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
    // The month before a run of months has no meaning as its base.
    let is_single = from.asked.period.is_month();
    is_single.then(|| {
        from.with(OtherReading::Basis(word), 2, |next| {
            next.asked.metric = metric
        })
    })
}

/// Other periods that people mean by the same words: those that end with the same month first, then
/// those beside it.
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
        // Imports for exports of a claim that names the side is the other side's word.
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

/// "To" for "by", and the other way round.
fn metrics(from: &Candidate) -> Vec<Candidate> {
    let asked = &from.asked;
    let mut all = Vec::new();
    match (&from.stated, asked.metric) {
        // It grew by so many times: the quotient is one more.
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

/// A slip of tens: a thousand, a ten thousand, a million.
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
