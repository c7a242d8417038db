//! Whether a claim is true, false or undecided: on its day, and now.
//!
//! Source: docs/definitions.md, "A published figure and its rounding".

use super::known::{Asked, Finding, In, KnownFigure};
use super::ledger::{Book, Ledger};
use super::record::{self, RecordEvidence};
use super::two_totals::{self, OfOneTotal};
use crate::trade::{
    Bounds, Claim, Flow, Measure, Metric, Missing, Period, Perspective, Ratio, Reason, Stated,
    StatedUnit, Truth, UnitOfMeasure, Vintage,
};

/// The maximum number of later releases tried, one by one, to decide a claim.
const LATER_RELEASES: usize = 30;

/// What is known about a claim by some date.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Judgement {
    pub truth: Truth,
    /// The figure to show.
    pub finding: Option<Finding>,
    /// Why there is no figure, or why the claim is undecided.
    pub missing: Option<Missing>,
    /// The details of a record.
    pub standing: Option<RecordEvidence>,
    /// That the claim is true of one of two totals only.
    pub of_one_total: Option<OfOneTotal>,
}

/// A claim judged on its day and by what is known now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Judged {
    pub then: Judgement,
    pub now: Judgement,
    /// The day up to which releases were used; `None` for all.
    pub by: Option<Vintage>,
    /// Whether it was undecided on its day and a later release decided it.
    pub is_later: bool,
}

/// How printed changes weigh against computed figures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Standpoint {
    /// On the day of the claim: quoting what the office printed was right.
    OnItsDay,
    /// Now: a printed change that the figures do not confirm has been revised.
    Now,
}

impl Asked {
    /// The figure that a claim asks for.
    pub fn of(claim: &Claim) -> Asked {
        Asked {
            book: Book::Office,
            flow: match claim.metric {
                Metric::Balance | Metric::BalanceYoy => Flow::Balance,
                _ => claim.reporter_flow(),
            },
            is_sign_reversed: claim.side == Perspective::Partner,
            period: claim.months(),
            metric: claim.metric,
            currency: claim.stated_currency(),
            hs: claim.hs.clone(),
            measure: match claim.metric {
                Metric::Quantity => Measure::Quantity,
                // For single goods newspapers rank quantities, unless they name a currency.
                Metric::Record if !claim.hs.is_empty() && claim.currency.is_none() => {
                    Measure::Quantity
                }
                _ => Measure::Value,
            },
            is_amount: is_amount(claim.metric, &claim.stated),
            trend: match claim.stated {
                Stated::Months(_, trend) => trend,
                _ => None,
            },
            as_first_printed: false,
            by_sum: false,
            adopted_by: claim.published,
        }
    }
}

/// Whether a change is stated as an amount of money.
pub(super) fn is_amount(metric: Metric, stated: &Stated) -> bool {
    metric.is_change() && matches!(stated, Stated::Number(_, StatedUnit::Money(_)))
}

/// Judges a claim on its day and now. If it is undecided on its day, the first later release that
/// decides it counts; but one that contradicts what was known on the day is a revision, and does
/// not make the claim false on its day.
pub(super) fn judged(claim: &Claim, ledger: &mut Ledger<'_>) -> Judged {
    let asked = Asked::of(claim);
    let now = judge(&asked, &claim.stated, ledger, None, Standpoint::Now);
    let Some(day) = claim.published else {
        return Judged {
            then: now.clone(),
            now,
            by: None,
            is_later: false,
        };
    };
    let then = judge(
        &asked,
        &claim.stated,
        ledger,
        Some(day),
        Standpoint::OnItsDay,
    );
    let mut judged = Judged {
        then,
        now,
        by: Some(day),
        is_later: false,
    };
    if judged.then.truth != Truth::CannotTell {
        return judged;
    }
    let reach = Period {
        from: asked.period.from.year_before(),
        to: asked.period.to,
    };
    let printed = asked.known(ledger, Some(day)).printed;
    let days = ledger.release_days_after(&asked.wanted(None), day, reach);
    for later in days.into_iter().take(LATER_RELEASES) {
        let stated = &claim.stated;
        let by_then = judge(&asked, stated, ledger, Some(later), Standpoint::OnItsDay);
        if by_then.truth != Truth::CannotTell && !by_then.is_revision_of(&judged.then, &printed) {
            judged.then = by_then;
            judged.by = Some(later);
            judged.is_later = true;
            return judged;
        }
    }
    if judged.now.truth != Truth::CannotTell && !judged.now.is_revision_of(&judged.then, &printed) {
        judged.then = judged.now.clone();
        judged.by = None;
        judged.is_later = true;
    }
    judged
}

impl Judgement {
    /// Whether it contradicts a claim by figures, its own or those it is computed from, that are
    /// far from those known before (see [`is_far_from`]) and unlike anything `printed` by then.
    fn is_revision_of(&self, before: &Judgement, printed: &[Finding]) -> bool {
        let (Some(own), Some(other)) = (&self.finding, &before.finding) else {
            return false;
        };
        let is_printed =
            |one: &Finding| one.in_what == own.in_what && one.bounds.within(own.bounds).is_some();
        let is_part_far = own.made_of.iter().any(|(flow, period, figure)| {
            let mut same = other.made_of.iter();
            let same = same.find(|(of, months, _)| of == flow && months == period);
            same.is_some_and(|(.., known)| {
                let bounds = [figure, known].map(|one| Bounds::of_amount(one.interval));
                is_far_from(bounds[0], bounds[1])
            })
        });
        self.truth == Truth::False
            && own.in_what == other.in_what
            && !printed.iter().any(is_printed)
            && (is_part_far || is_far_from(own.bounds, other.bounds))
    }
}

/// Whether the gap between bounds and those `known` before is larger than the width of the latter.
fn is_far_from(own: Bounds, known: Bounds) -> bool {
    let gap = |below: Bounds, above: Bounds| Some(above.low()?.less(below.high()?));
    let width = known.low().zip(known.high());
    let is_far = |gap: Option<Ratio>| {
        let width = width.map(|(low, high)| high.less(low));
        gap.zip(width).is_some_and(|(gap, width)| gap > width)
    };
    is_far(gap(own, known)) || is_far(gap(known, own))
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
            return nothing(Missing::new(Reason::NoData, asked.period));
        };
        return of_record(
            asked,
            record::standing(&series, asked.period, *end, *reach),
            series.unit,
        );
    }
    let Some(claimed) = stated.bounds() else {
        return nothing(Missing::new(Reason::NoData, asked.period));
    };
    let known = asked.known(ledger, as_of);
    let judged = of_known(claimed, &known, day, stated);
    if asked.flow == Flow::Total && !asked.by_sum {
        let by_sum = Asked {
            by_sum: true,
            ..asked.clone()
        };
        let by_sum = judge(&by_sum, stated, ledger, as_of, day);
        let of_one = two_totals::of_one(
            claimed,
            (judged.truth, judged.finding.as_ref()),
            (by_sum.truth, by_sum.finding.as_ref()),
            asked.adopted_by.is_some(),
        );
        if let Some(of_one) = of_one {
            return Judgement {
                truth: Truth::True,
                of_one_total: Some(of_one),
                ..if of_one.is_sum { by_sum } else { judged }
            };
        }
    }
    // A claim true of 1,240 rounded to tens is not false.
    match stated.widest() {
        Some(widest) if judged.truth == Truth::False && widest != claimed => Judgement {
            truth: match of_known(widest, &known, day, stated).truth {
                Truth::False => Truth::False,
                _ => Truth::CannotTell,
            },
            ..judged
        },
        _ => judged,
    }
}

fn nothing(missing: Missing) -> Judgement {
    Judgement {
        truth: Truth::CannotTell,
        finding: None,
        missing: Some(missing),
        standing: None,
        of_one_total: None,
    }
}

fn of_record(asked: &Asked, standing: RecordEvidence, unit: UnitOfMeasure) -> Judgement {
    let finding = standing.figure.as_ref().ok().map(|figure| Finding {
        value: Some(Ratio::whole(figure.value.0)),
        bounds: Bounds::of_amount(figure.interval),
        in_what: In::Unit(unit),
        made_of: vec![(asked.flow, asked.period, figure.clone())],
        printed: None,
        open: None,
    });
    let is_open = standing.truth == Truth::CannotTell;
    Judgement {
        truth: standing.truth,
        finding,
        missing: is_open.then(|| standing.why_open()),
        standing: Some(standing),
        of_one_total: None,
    }
}

/// Combines computed figures with printed ones. A printed change that the figures confirm narrows
/// their rounding interval. On its day a claim is false only if it contradicts both; now, a printed
/// figure that the figures do not confirm has been revised.
fn of_known(
    claimed: Bounds,
    known: &KnownFigure,
    standpoint: Standpoint,
    stated: &Stated,
) -> Judgement {
    let same_unit = |finding: &&Finding| is_same_unit(finding.in_what, stated);
    let computed = known.computed.as_ref().ok().filter(same_unit);
    let judged = |truth: Truth, finding: &Finding| Judgement {
        truth,
        finding: Some(finding.clone()),
        missing: None,
        standing: None,
        of_one_total: None,
    };
    let truth_of = |finding: &Finding| claimed.holds_of(finding.bounds);
    let printed: Vec<&Finding> = known.printed.iter().filter(same_unit).collect();
    let Some(computed) = computed else {
        let quoted = printed.iter().find(|one| truth_of(one) == Truth::True);
        if let Some(finding) = quoted.or(printed.first()) {
            return judged(truth_of(finding), finding);
        }
        return nothing(match &known.computed {
            Err(missing) => missing.clone(),
            Ok(finding) => Missing {
                reason: Reason::MixedUnits,
                periods: finding
                    .made_of
                    .iter()
                    .map(|(_, period, _)| *period)
                    .collect(),
                lacking: Vec::new(),
            },
        });
    };
    if truth_of(computed) == Truth::True {
        return judged(Truth::True, computed);
    }
    for one in &printed {
        let both = one.bounds.within(computed.bounds);
        let is_borne_out = both.is_some() && bears_out(computed, one);
        // 880 million is 8.8 hundred million as printed: the very same figure.
        let is_same = stated.amount().is_some() && stated.amount() == one.value;
        let is_quoted = truth_of(one) == Truth::True
            || (is_same && one.printed.is_none() && standpoint == Standpoint::OnItsDay);
        if is_quoted && (is_borne_out || standpoint == Standpoint::OnItsDay) {
            return judged(Truth::True, one);
        }
        if let Some(bounds) = both.filter(|_| is_borne_out) {
            let truth = claimed.holds_of(bounds);
            let narrowed = Finding {
                bounds,
                printed: one.printed.clone(),
                ..computed.clone()
            };
            if truth != Truth::CannotTell {
                return judged(truth, &narrowed);
            }
        }
    }
    let contradicts = truth_of(computed) == Truth::False;
    let overlaps = printed.iter().any(|one| truth_of(one) == Truth::CannotTell);
    let truth = match contradicts && (standpoint == Standpoint::Now || !overlaps) {
        true => Truth::False,
        false => Truth::CannotTell,
    };
    judged(truth, computed)
}

/// Whether the figures confirm what was printed: their value itself, not just their rounding
/// interval, rounds to it.
fn bears_out(computed: &Finding, printed: &Finding) -> bool {
    let value = computed
        .value
        .map(|value| Bounds::closed(Some(value), Some(value)));
    value.is_some_and(|value| value.is_inside(printed.bounds))
}

/// Whether the units agree; quantities are compared in one unit only.
fn is_same_unit(found: In, stated: &Stated) -> bool {
    match (found, stated) {
        (In::Unit(UnitOfMeasure::Quantity(Some(unit))), Stated::Number(_, claimed)) => {
            matches!(claimed, StatedUnit::Quantity(stated, _) if *stated == unit)
        }
        (In::Unit(UnitOfMeasure::Money(currency)), Stated::Number(_, claimed)) => {
            matches!(claimed, StatedUnit::Money(stated) if *stated == currency)
        }
        _ => true,
    }
}
