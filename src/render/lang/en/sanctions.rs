//! Remarks on sanctions.

use super::english::English;
use crate::render::lang::sanctions::{few, millions, number};
use crate::report::{SanctionRemark, Transition};
use crate::trade::{Amount, Name, Regime};

/// A remark as a sentence without a capital letter and a full stop.
pub(super) fn sentence(remark: &SanctionRemark) -> String {
    match remark {
        SanctionRemark::MeasuresOf(regime) => format!(
            "measures of {}; {} restate the same bans and are never added: `--regime {}`",
            whose(*regime),
            whose(other(*regime)),
            other(*regime).name()
        ),
        SanctionRemark::NotLegalAdvice => {
            "no legal advice: codes are seen, recalled or mapped, see `hs_basis` and `confidence`"
                .to_owned()
        }
        SanctionRemark::MeasureNote(note) => note.to_string(),
        SanctionRemark::NotProof => {
            "trade under a ban is not proof of a violation: goods may be exempt by the committee or as \
             livelihood, re-routed through China, of contracts still allowed, or under a code that is \
             wider than the ban"
                .to_owned()
        }
        SanctionRemark::SetAside(kinds) => {
            let names: Vec<_> = kinds.iter().map(|kind| kind.name()).collect();
            format!("shown apart and never counted as met: {}", names.join(", "))
        }
        SanctionRemark::NoTrade(goods) => {
            let goods: Vec<_> = goods.iter().map(|(code, month)| format!("{code} ({month})")).collect();
            format!("shown as no trade: {}", few(&goods, &English))
        }
        SanctionRemark::SingleGoodsOnly(measures) => format!(
            "published figures are of single goods; of the goods of {} bans in force they hold none: \
             {}; a download by HS code would tell: `--imports FILE --exports FILE`",
            measures.len(),
            few(measures, &English)
        ),
        SanctionRemark::CountedIn(unit) => format!("in {unit}"),
        SanctionRemark::WiderThan(codes) => {
            format!("the code is wider than the measure, which is on {}", few(codes, &English))
        }
        SanctionRemark::Transition(transition) => transition_of(transition),
        SanctionRemark::AlsoUnder(measures) => {
            format!("counted once, also under {}", few(measures, &English))
        }
        SanctionRemark::Parts { covered, free } => format!(
            "USD million at least: {}; known not to be covered: {}",
            parts(covered),
            parts(free)
        ),
        SanctionRemark::Denominator {
            flow,
            year,
            total,
            compiler,
        } => format!(
            "{flow}s: of USD {} million, all of {year} as {compiler} has it; parts and total of one \
             compiler",
            millions(*total)
        ),
        SanctionRemark::Undecided {
            flow,
            year,
            low,
            high,
            between,
        } => format!(
            "{flow}s: at least {} %, at most {} % by the last of them; whether it is more than {between} %, \
             for one, cannot be decided from published parts; rows of all of {year} by HS code would \
             decide it: `--imports FILE --exports FILE`",
            number(low),
            number(high)
        ),
        SanctionRemark::EstimatesLeftOut => {
            "estimated parts are left out; `--estimates` counts them".to_owned()
        }
        SanctionRemark::AllRows { flow, base } => {
            format!("{flow}s: shares of all rows read for {base}, taken to hold all goods")
        }
        SanctionRemark::NoBase {
            flow, base, years, ..
        } => {
            let years: Vec<_> = years.iter().map(|(year, flow)| format!("{year} ({flow}s)")).collect();
            format!(
                "{flow}s: no rows known to hold all goods of {base}; parts were published of {}",
                years.join(", ")
            )
        }
        SanctionRemark::BansOnly(true) => {
            "outright bans alone: goods under a cap or a livelihood exemption are not counted".to_owned()
        }
        SanctionRemark::BansOnly(false) => {
            "goods under a cap or a livelihood exemption count as covered; `--bans-only` leaves them out"
                .to_owned()
        }
        SanctionRemark::CapsOfAllStates => {
            "caps are for all states together: China's trade alone below one says nothing of the cap"
                .to_owned()
        }
        SanctionRemark::CapBegins {
            measure,
            day,
            month,
        } => format!("{measure}: the cap counts from {day}; months are counted from {month}"),
        SanctionRemark::CapEnds {
            measure,
            day,
            successor,
            month,
        } => match successor {
            Some(next) => format!(
                "{measure}: the cap ended on {day}, when {next} took its place; {month} is counted whole"
            ),
            None => format!("{measure}: the cap's year ends on {day}; {month} is counted whole"),
        },
        SanctionRemark::Passed { measure, notices } => {
            let passed = notices.iter().map(|(percent, month, open)| {
                let at_latest = if *open { " at the latest" } else { "" };
                format!("{percent} % in {month}{at_latest}")
            });
            let passed: Vec<_> = passed.collect();
            match passed.is_empty() {
                true => format!("{measure}: not known to have passed 75 %"),
                false => format!("{measure}: past {}", passed.join(", ")),
            }
        }
        SanctionRemark::Barrels(factors) => {
            let factors: Vec<_> = factors
                .iter()
                .map(|(factor, measure)| format!("{} for {measure}", number(factor)))
                .collect();
            format!(
                "barrels in a tonne: {}; change it with `--barrels-per-tonne`",
                factors.join(", ")
            )
        }
        SanctionRemark::TwoLimbs { one, other, nearer } => format!(
            "{one} and {other} are two limbs of one cap, whichever is reached first: {nearer} is nearer"
        ),
        SanctionRemark::RelativeCap(measure) => format!(
            "{measure}: no more than in the twelve months before, for which no figures are held"
        ),
        SanctionRemark::NoCap(year) => format!("no cap was in force in {year}"),
        SanctionRemark::AtLeastWithout(months) => {
            format!("at least: no figure for {}", few(months, &English))
        }
        SanctionRemark::Banned {
            flow,
            instrument,
            since,
            full_from,
            part,
        } => {
            let full = full_from.map_or_else(String::new, |month| format!("; first full month {month}"));
            match part {
                None => format!("{flow}s: banned since {since} by {instrument}{full}"),
                Some(part) => format!(
                    "{flow}s: HS {} banned since {since} by {instrument}{full}",
                    few(part, &English)
                ),
            }
        }
        SanctionRemark::SplitOn { regime, day } => format!(
            "goods grouped by the measures of {} in force on {day}",
            whose(*regime)
        ),
    }
}

fn other(regime: Regime) -> Regime {
    match regime {
        Regime::Un => Regime::Cn,
        Regime::Cn => Regime::Un,
    }
}

fn whose(regime: Regime) -> &'static str {
    match regime {
        Regime::Un => "the UN's resolutions",
        Regime::Cn => "China's notices",
    }
}

fn parts(parts: &[(Name, Amount)]) -> String {
    if parts.is_empty() {
        return "none".to_owned();
    }
    let parts: Vec<_> = parts
        .iter()
        .map(|(name, amount)| format!("{} {}", name.en, millions(*amount)))
        .collect();
    parts.join(", ")
}

fn transition_of(transition: &Transition) -> String {
    let mut lines = Vec::new();
    if let Some(from) = transition.from {
        lines.push(format!("in force from {from}"));
    }
    if let Some(to) = transition.to {
        lines.push(format!("in force to {to}"));
    }
    if transition.is_full_by_text {
        lines.push("banned for the whole month by the UN text".to_owned());
    }
    if let Some(month) = transition.window_to {
        lines.push(format!(
            "inside China's clearance window, whose first full month is {month}"
        ));
    }
    if let Some(month) = transition.full_from {
        lines.push(format!("the first full month is {month}"));
    }
    match lines.is_empty() {
        true => "part of the month's trade may have been in line".to_owned(),
        false => lines.join("; "),
    }
}
