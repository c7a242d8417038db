//! True, false or open: on the day a claim was made, and now.
//!
//! Source: DEFINITIONS "A published figure and its rounding".

use super::known::{Asked, Finding, In, Known};
use super::ledger::{Book, Ledger};
use super::record::{self, Standing};
use crate::trade::{
    Bounds, Claim, Flow, Metric, Missing, Perspective, Ratio, Stated, StatedUnit, Truth,
    UnitOfMeasure, Vintage,
};

/// What by some date is known of a claim.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Judgement {
    pub truth: Truth,
    /// The figure that is shown.
    pub finding: Option<Finding>,
    /// Why there is none, or why it cannot be told.
    pub missing: Option<Missing>,
    /// Of a record: how it stands.
    pub standing: Option<Standing>,
}

/// A claim judged by the day it was made and by what is known now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Judged {
    pub then: Judgement,
    pub now: Judgement,
    /// Whether no release by the day decides it, so that later ones do.
    pub is_later: bool,
}

/// How a printed change stands beside the figures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Standpoint {
    /// On the day of the claim: who quoted what the office printed was right.
    OnItsDay,
    /// Now: a printed change that the figures do not bear out has been revised.
    Now,
}

impl Asked {
    /// What a claim asks for.
    pub fn of(claim: &Claim) -> Asked {
        Asked {
            book: Book::Office,
            flow: match claim.metric {
                Metric::Balance | Metric::BalanceYoy => Flow::Balance,
                _ => claim.reporter_flow(),
            },
            is_turned: claim.side == Perspective::Partner,
            period: claim.months(),
            metric: claim.metric,
            currency: claim.told_in(),
            hs: claim.hs.clone(),
            is_amount: is_amount(claim.metric, &claim.stated),
            trend: match claim.stated {
                Stated::Months(_, trend) => trend,
                _ => None,
            },
            first_base: false,
        }
    }
}

/// Whether a change is told as an amount of money.
pub(super) fn is_amount(metric: Metric, stated: &Stated) -> bool {
    metric.is_change() && matches!(stated, Stated::Number(_, StatedUnit::Money(_)))
}

/// Judges a claim on its day and now.
pub(super) fn judged(claim: &Claim, ledger: &mut Ledger<'_>) -> Judged {
    let asked = Asked::of(claim);
    let now = judge(&asked, &claim.stated, ledger, None, Standpoint::Now);
    let Some(day) = claim.published else {
        return Judged {
            then: now.clone(),
            now,
            is_later: false,
        };
    };
    let then = judge(&asked, &claim.stated, ledger, Some(day), Standpoint::OnItsDay);
    let is_later = then.truth == Truth::CannotTell && now.truth != Truth::CannotTell;
    Judged {
        then: if is_later { now.clone() } else { then },
        now,
        is_later,
    }
}

/// Judges one reading of a claim by what had been released by a date.
pub(super) fn judge(
    asked: &Asked,
    stated: &Stated,
    ledger: &mut Ledger<'_>,
    as_of: Option<Vintage>,
    day: Standpoint,
) -> Judgement {
    if let (Metric::Record, Stated::Record(end, reach)) = (asked.metric, stated) {
        let Some(series) = asked.series(ledger, as_of) else {
            return nothing(Missing::new(crate::trade::Reason::NoData, asked.period));
        };
        return of_record(
            asked,
            record::standing(&series, asked.period, *end, *reach),
            series.unit,
        );
    }
    let Some(claimed) = stated.bounds() else {
        return nothing(Missing::new(crate::trade::Reason::NoData, asked.period));
    };
    let known = asked.known(ledger, as_of);
    of_known(claimed, &known, day, stated)
}

fn nothing(missing: Missing) -> Judgement {
    Judgement {
        truth: Truth::CannotTell,
        finding: None,
        missing: Some(missing),
        standing: None,
    }
}

fn of_record(asked: &Asked, standing: Standing, unit: UnitOfMeasure) -> Judgement {
    let finding = standing.figure.as_ref().ok().map(|figure| Finding {
        value: Some(Ratio::whole(figure.value.0)),
        bounds: Bounds::of_amount(figure.interval),
        in_what: In::Unit(unit),
        made_of: vec![(asked.flow, asked.period, figure.clone())],
        printed: None,
    });
    let is_open = standing.truth == Truth::CannotTell;
    Judgement {
        truth: standing.truth,
        finding,
        missing: is_open.then(|| standing.why_open()),
        standing: Some(standing),
    }
}

/// Puts the figures and the printed changes together.
fn of_known(claimed: Bounds, known: &Known, day: Standpoint, stated: &Stated) -> Judgement {
    let same_unit = |finding: &&Finding| is_same_unit(finding.in_what, stated);
    let computed = known.computed.as_ref().ok().filter(same_unit);
    let judged = |finding: Finding| Judgement {
        truth: claimed.holds_of(finding.bounds),
        finding: Some(finding),
        missing: None,
        standing: None,
    };
    let is_true = |finding: &Finding| claimed.holds_of(finding.bounds) == Truth::True;
    // Where the figures bear a printed change out, it narrows what their rounding leaves open.
    let mut narrowed = computed.cloned();
    for printed in &known.printed {
        match &mut narrowed {
            Some(finding) => {
                if let Some(bounds) = finding.bounds.within(printed.bounds) {
                    finding.bounds = bounds;
                    if finding.value.is_none() {
                        finding.value = printed.value;
                    }
                    finding.printed = printed.printed.clone();
                }
            }
            None => narrowed = Some(printed.clone()),
        }
    }
    let Some(narrowed) = narrowed else {
        let missing = known.computed.as_ref().err().cloned();
        return match missing {
            Some(missing) => nothing(missing),
            None => nothing(Missing::new(
                crate::trade::Reason::MixedUnits,
                period_of(known),
            )),
        };
    };
    if day == Standpoint::OnItsDay && !is_true(&narrowed) {
        let quoted = known.printed.iter().find(|printed| is_true(printed));
        if let Some(printed) = quoted {
            return judged(printed.clone());
        }
        // One that says otherwise than the figures, and than the claim, leaves it open only where
        // it overlaps with the claim.
        let open = |printed: &&Finding| claimed.holds_of(printed.bounds) == Truth::CannotTell;
        let apart = |printed: &&Finding| narrowed.bounds.within(printed.bounds).is_none();
        let doubtful = known.printed.iter().find(|one| open(one) && apart(one));
        if let Some(printed) = doubtful {
            return judged(printed.clone());
        }
    }
    judged(narrowed)
}

fn period_of(known: &Known) -> crate::trade::Period {
    let finding = known.computed.as_ref().ok();
    let period = finding.and_then(|finding| finding.made_of.first());
    period.map_or_else(
        || crate::trade::Period::month(crate::trade::Month::from_index(0)),
        |(_, period, _)| *period,
    )
}

/// Quantities are compared in one unit only.
fn is_same_unit(found: In, stated: &Stated) -> bool {
    match (found, stated) {
        (In::Unit(UnitOfMeasure::Quantity(Some(unit))), Stated::Number(_, told)) => {
            matches!(told, StatedUnit::Quantity(stated, _) if *stated == unit)
        }
        (In::Unit(UnitOfMeasure::Money(currency)), Stated::Number(_, told)) => {
            matches!(told, StatedUnit::Money(stated) if *stated == currency)
        }
        _ => true,
    }
}
