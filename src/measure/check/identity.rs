//! Checks the claims of one statement against each other, without any data: imports plus exports
//! are the total, their difference is the balance, and the same was true a year earlier.
//!
//! Bounds are computed at the corners of the intervals: each of these functions is monotonic in
//! every argument, so it takes its extremes there.

use crate::trade::{Bounds, Claim, Currency, Flow, Metric, Period, Perspective, Ratio, Truth};

/// The bounds that the other claims of a statement leave for one of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Allowed {
    /// The index of the claim among those given; `None` for a flow without a claim.
    pub claim: Option<usize>,
    /// The flow.
    pub flow: Flow,
    /// Whether it is a change; otherwise a level.
    pub is_change: bool,
    /// The currency of a level.
    pub currency: Currency,
    /// The bounds left for it.
    pub bounds: Bounds,
    /// Whether the claim is true, given the others.
    pub truth: Truth,
}

/// The claims about one flow.
#[derive(Clone, Copy, Debug, Default)]
struct OfFlow {
    level: Option<(usize, Bounds)>,
    change: Option<(usize, Bounds)>,
}

/// The bounds that claims leave for each other, for each period and currency; all goods only.
pub(super) fn allowed(claims: &[&Claim]) -> Vec<Allowed> {
    let mut keys: Vec<(Period, Currency)> = Vec::new();
    for claim in claims {
        let key = (claim.months(), claim.stated_currency());
        if claim.hs.is_empty() && !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys.into_iter()
        .flat_map(|(period, currency)| of_period(claims, period, currency))
        .collect()
}

/// Whether a claim gives the balance as the partner sees it.
fn is_partners_balance(claim: &Claim) -> bool {
    claim.metric == Metric::Balance && claim.side == Perspective::Partner
}

fn of_period(claims: &[&Claim], period: Period, currency: Currency) -> Vec<Allowed> {
    let mut flows = [OfFlow::default(); 4];
    for (at, claim) in claims.iter().enumerate() {
        let is_same = claim.months() == period && claim.hs.is_empty();
        let Some(bounds) = claim.stated.widest().filter(|_| is_same) else {
            continue;
        };
        // The partner's surplus is the reporter's deficit.
        let bounds = match is_partners_balance(claim) {
            true => bounds.negated(),
            false => bounds,
        };
        let place = |flow: Flow| Flow::ALL.iter().position(|one| *one == flow);
        let of_this_metric = match claim.metric {
            Metric::Balance | Metric::BalanceYoy => place(Flow::Balance),
            _ => place(claim.reporter_flow()),
        };
        let Some(of_flow) = of_this_metric.and_then(|at| flows.get_mut(at)) else {
            continue;
        };
        let is_money = claim.stated_currency() == currency;
        match claim.metric {
            Metric::Value | Metric::Balance if is_money => of_flow.level = Some((at, bounds)),
            Metric::Yoy | Metric::YtdYoy if is_money && claim.stated.is_percent() => {
                of_flow.change = Some((at, bounds));
            }
            _ => {}
        }
    }
    let [import, export, total, balance] = flows;
    let level = |of_flow: OfFlow| of_flow.level.map(|(_, bounds)| bounds);
    let change = |of_flow: OfFlow| of_flow.change.map(|(_, bounds)| bounds);
    let mut all = Vec::new();
    let mut add = |flow, is_change, claimed: Option<(usize, Bounds)>, bounds: Option<Bounds>| {
        if let Some(bounds) = bounds {
            let truth = claimed.map_or(Truth::CannotTell, |(_, claimed)| claimed.holds_of(bounds));
            let claim = claimed.map(|(at, _)| at);
            let own = claim.and_then(|at| claims.get(at));
            let is_partners = own.is_some_and(|claim| is_partners_balance(claim));
            all.push(Allowed {
                claim,
                flow,
                is_change,
                currency,
                bounds: if is_partners {
                    bounds.negated()
                } else {
                    bounds
                },
                truth,
            });
        }
    };
    // Each level, derived from the other two if it is not claimed itself.
    let sum = |one: Option<Bounds>, other: Option<Bounds>| one?.plus(other?);
    let less = |one: Option<Bounds>, other: Option<Bounds>| one?.plus(other?.negated());
    add(
        Flow::Total,
        false,
        total.level,
        sum(level(import), level(export)),
    );
    if balance.level.is_some() {
        let bounds = less(level(export), level(import));
        add(Flow::Balance, false, balance.level, bounds);
    }
    let imports = level(import).or_else(|| less(level(total), level(export)));
    let exports = level(export).or_else(|| less(level(total), level(import)));
    match (change(import), change(export), change(total)) {
        (Some(of_import), Some(of_export), _) => {
            let bounds = match (imports, exports) {
                (Some(imports), Some(exports)) => {
                    change_of_sum([imports, exports, of_import, of_export])
                }
                // Without levels, the change of the total lies between the two.
                _ => between(of_import, of_export),
            };
            add(Flow::Total, true, total.change, bounds);
        }
        (Some(of_import), None, Some(of_total)) => {
            let bounds = imports.zip(exports).and_then(|(imports, exports)| {
                change_of_rest([exports, imports, of_total, of_import])
            });
            add(Flow::Export, true, None, bounds);
        }
        (None, Some(of_export), Some(of_total)) => {
            let bounds = imports.zip(exports).and_then(|(imports, exports)| {
                change_of_rest([imports, exports, of_total, of_export])
            });
            add(Flow::Import, true, None, bounds);
        }
        _ => {}
    }
    all
}

/// The lowest and highest `value` at the corners of four intervals; `None` if one of them is
/// unbounded, or a number overflows.
fn at_corners(
    intervals: [Bounds; 4],
    value: impl Fn([Ratio; 4]) -> Option<Ratio>,
) -> Option<Bounds> {
    let mut ends = [[Ratio::whole(0); 2]; 4];
    for (end, bounds) in ends.iter_mut().zip(intervals) {
        *end = [bounds.low()?, bounds.high()?];
    }
    let mut found: Option<(Ratio, Ratio)> = None;
    for corner in 0..16usize {
        let at = |place: usize| ends[place][(corner >> place) & 1];
        let value = value([at(0), at(1), at(2), at(3)])?;
        found = Some(match found {
            None => (value, value),
            Some((low, high)) => (low.min(value), high.max(value)),
        });
    }
    found.map(|(low, high)| Bounds::closed(Some(low), Some(high)))
}

/// The change of a sum, from two levels and the change of each.
fn change_of_sum(intervals: [Bounds; 4]) -> Option<Bounds> {
    at_corners(intervals, |[one, other, of_one, of_other]| {
        let base = one
            .over(of_one.one_more())?
            .plus(other.over(of_other.one_more())?)?;
        Some(one.plus(other)?.over(base)?.less_one())
    })
}

/// The change of one part, from both levels, the change of the sum, and that of the other part.
fn change_of_rest(intervals: [Bounds; 4]) -> Option<Bounds> {
    at_corners(intervals, |[own, other, of_sum, of_other]| {
        let base = own.plus(other)?.over(of_sum.one_more())?;
        let rest = base.plus(other.over(of_other.one_more())?.negated())?;
        Some(own.over(rest)?.less_one())
    })
}

/// The smallest interval that contains both.
fn between(one: Bounds, other: Bounds) -> Option<Bounds> {
    let low = one.low()?.min(other.low()?);
    let high = one.high()?.max(other.high()?);
    Some(Bounds::closed(Some(low), Some(high)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::{Perspective, Stated};
    use proptest::prelude::*;

    fn claim(flow: Flow, metric: Metric, value: &str) -> Claim {
        Claim {
            id: String::new(),
            flow,
            side: Perspective::Reporter,
            period: "2017-H1".parse().expect("a period"),
            metric,
            stated: Stated::read(metric, value, "", None).expect(value),
            currency: None,
            hs: Vec::new(),
            published: None,
            source: "".into(),
        }
    }

    fn shown(claims: &[Claim]) -> Vec<(Flow, bool, String, String, Truth)> {
        let all: Vec<&Claim> = claims.iter().collect();
        let one = |one: Allowed| {
            let end = |end: Option<Ratio>| {
                let end = end.expect("an end");
                match one.is_change {
                    true => end.percent_text(2),
                    false => end
                        .times(1, 100_000_000_000_000)
                        .expect("short")
                        .percent_text(4),
                }
            };
            (
                one.flow,
                one.is_change,
                end(one.bounds.low()),
                end(one.bounds.high()),
                one.truth,
            )
        };
        allowed(&all).into_iter().map(one).collect()
    }

    #[test]
    fn the_first_half_of_2017_as_printed_and_as_it_was() {
        // Claim C037 and its note: with imports of 0.88 billion, −13.2 %, and exports of 1.67
        // billion, +29.7 %, the total would be +10.66 to +10.95 %; with 29.1 % it may be +10.5.
        let of = |exports: &str| {
            shown(&[
                claim(Flow::Import, Metric::Value, "0.88 billion"),
                claim(Flow::Import, Metric::Yoy, "-13.2%"),
                claim(Flow::Export, Metric::Value, "1.67 billion"),
                claim(Flow::Export, Metric::Yoy, exports),
                claim(Flow::Total, Metric::Yoy, "10.5%"),
            ])
        };
        let printed = of("29.7%");
        let (.., low, high, truth) = &printed[1];
        assert_eq!((low.as_str(), high.as_str()), ("10.66", "10.95"));
        assert_eq!(*truth, Truth::False);
        assert_eq!(of("29.1%")[1].4, Truth::CannotTell);
    }

    #[test]
    fn two_levels_and_their_changes_bound_the_total() {
        // 1.475 to 1.485 and 2.545 to 2.555: 4.02 to 4.04 billion, shown in hundredths.
        let found = shown(&[
            claim(Flow::Import, Metric::Value, "1.48 billion"),
            claim(Flow::Import, Metric::Yoy, "-16.7%"),
            claim(Flow::Export, Metric::Value, "2.55 billion"),
            claim(Flow::Export, Metric::Yoy, "20.9%"),
            claim(Flow::Total, Metric::Value, "4.05 billion"),
        ]);
        assert_eq!((&*found[0].2, &*found[0].3), ("4.02", "4.04"));
        assert_eq!(found[0].4, Truth::False);
        // By hand: 1.485/0.8325 + 2.545/1.2085 = 3.88968, 4.03/3.88968 = 1.03607; and 1.475/0.8335
        // + 2.555/1.2095 = 3.88209, 4.03/3.88209 = 1.03810.
        assert_eq!((&*found[1].2, &*found[1].3), ("3.61", "3.81"));
    }

    proptest! {
        #[test]
        fn what_is_really_so_is_always_allowed(
            imports in 10i64..500, exports in 10i64..500, earlier in 10i64..500, before in 10i64..500
        ) {
            let percent = |now: i64, base: i64| format!("{:.1}%", (now as f64 / base as f64 - 1.0) * 100.0);
            let claims = [
                claim(Flow::Import, Metric::Value, &format!("{imports} million")),
                claim(Flow::Export, Metric::Value, &format!("{exports} million")),
                claim(Flow::Import, Metric::Yoy, &percent(imports, earlier)),
                claim(Flow::Export, Metric::Yoy, &percent(exports, before)),
                claim(Flow::Total, Metric::Value, &format!("{} million", imports + exports)),
                claim(Flow::Total, Metric::Yoy, &percent(imports + exports, earlier + before)),
            ];
            for one in shown(&claims) {
                prop_assert!(one.4 != Truth::False, "{one:?}");
            }
        }
    }
}
