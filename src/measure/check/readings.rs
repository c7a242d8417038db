//! Alternative readings under which a false claim would be true, each computed afresh.
//!
//! Source: docs/definitions.md, "A published figure and its rounding".

use super::known::Asked;
use super::ledger::Ledger;
use super::verdict::{self, Judgement, Standpoint};
use crate::measure::check::candidates::Candidate;
use crate::measure::check::candidates::basis;
use crate::measure::check::candidates::compilers;
use crate::measure::check::candidates::currency;
use crate::measure::check::candidates::flows;
use crate::measure::check::candidates::metrics;
use crate::measure::check::candidates::periods;
use crate::measure::check::candidates::scale;
use crate::measure::check::candidates::sign;
use crate::measure::check::candidates::vintage;
use crate::report::OtherReading;
use crate::trade::{Bounds, Claim, Stated, Truth, Vintage};

/// The maximum number of readings listed.
const MOST: usize = 3;

/// At most three readings that make a false claim true, by what had been released by `as_of`,
/// nearest first; readings that our rounding leaves uncertain come last.
pub(super) fn readings(
    claim: &Claim,
    ledger: &mut Ledger<'_>,
    as_of: Option<Vintage>,
) -> Vec<Vec<OtherReading>> {
    let as_is = as_is(claim);
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

/// The reading in the other currency, for a claim that names none and of whose figure nothing is
/// known, if that makes it true.
pub(super) fn in_other_currency(
    claim: &Claim,
    ledger: &mut Ledger<'_>,
    as_of: Option<Vintage>,
) -> Vec<Vec<OtherReading>> {
    if claim.currency.is_some() {
        return Vec::new();
    }
    let as_is = as_is(claim);
    let mut found = currency(&as_is).into_iter().collect::<Vec<Candidate>>();
    found.retain(|one| {
        let day = as_of.map_or(Standpoint::Now, |_| Standpoint::OnItsDay);
        let judged = verdict::judge(&one.asked, &one.stated, ledger, as_of, day);
        judged.truth == Truth::True
    });
    found.into_iter().map(|one| one.changes).collect()
}

fn as_is(claim: &Claim) -> Candidate {
    Candidate {
        asked: Asked::of(claim),
        stated: claim.stated.clone(),
        changes: Vec::new(),
        distance: 0,
    }
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
