//! Remarks on sanctions.

use super::english::English;
use super::words::counted;
use crate::render::lang::dates::Dates;
use crate::render::lang::labels::Labels;
use crate::render::lang::sanctions::{few, millions, number};
use crate::report::{SanctionRemark, Transition, Word};
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
            "not legal advice: codes were read in the source, recalled or mapped, see `hs_basis` and `confidence`"
                .to_owned()
        }
        SanctionRemark::MeasureNote {
            instrument,
            goods,
            note,
        } => format!(
            "{}, {}: {}",
            instrument.en,
            crate::trade::without_capital(&goods.en),
            note.en.trim_end_matches('.')
        ),
        SanctionRemark::NotProof => {
            "trade under a ban is not proof of a violation: goods may be exempted by the committee or for \
             livelihood, be in transit through China or under contracts still allowed, or have a code \
             wider than the ban"
                .to_owned()
        }
        SanctionRemark::SetAside(kinds) => {
            let names: Vec<_> =
                kinds.iter().map(|kind| English.word(Word::Sanction(*kind))).collect();
            format!("shown separately, never counted as trade under a ban: {}", names.join(", "))
        }
        SanctionRemark::NoTrade(goods) => {
            let goods: Vec<_> = goods.iter().map(|(code, month)| format!("{code} ({month})")).collect();
            format!("published as no trade: {}", few(&goods, &English))
        }
        SanctionRemark::NoRows(which) => {
            let which: Vec<String> = which
                .iter()
                .map(|(flow, month)| format!("{flow}s {month}"))
                .collect();
            format!("no rows of {} in the files: nothing can be said of them", few(&which, &English))
        }
        SanctionRemark::GoodsNotHeld(measures) => format!(
            "no row of the goods of {} in force, in files not known to hold all goods: {}; \
             `--all-goods` if they hold all",
            counted(measures.len() as u64, "ban"),
            few(measures, &English)
        ),
        SanctionRemark::ClearedLonger(which) => {
            let which: Vec<String> = which
                .iter()
                .map(|(name, month)| format!("{} {month}", name.en))
                .collect();
            format!("first full month at China's customs, which cleared goods for longer: {}", which.join(", "))
        }
        SanctionRemark::NothingUnder(months) => format!("no goods under a measure in force have a figure in {}", English.period(*months)),
        SanctionRemark::SingleGoodsOnly(measures) => format!(
            "published figures cover single goods only, and none of the goods of {} in force: \
             {}; a download by HS code has them: `--imports FILE --exports FILE`",
            counted(measures.len() as u64, "ban"),
            few(measures, &English)
        ),
        SanctionRemark::MeasuredIn(unit) => format!("in {unit}"),
        SanctionRemark::WiderThan(codes) => {
            format!("the code is wider than the measure, which covers {}", few(codes, &English))
        }
        SanctionRemark::Transition(transition) => transition_of(transition),
        SanctionRemark::AlsoUnder(measures) => {
            format!("counted once, also under {}", few(measures, &English))
        }
        SanctionRemark::Parts { covered, free } => format!(
            "in USD million, at least: {}; known not to be covered: {}",
            parts(covered),
            parts(free)
        ),
        SanctionRemark::Denominator {
            flow,
            year,
            total,
            compiler,
        } => format!(
            "{flow}s: shares of USD {} million, the total for {year} by {compiler}; parts and total are \
             from the same compiler",
            millions(*total)
        ),
        SanctionRemark::Undecided {
            flow,
            year,
            low,
            high,
            between,
        } => format!(
            "{flow}s: at least {} %, at most {} % with the last measure; whether it is over {between} % \
             cannot be decided from the published parts; data of all of {year} by HS code would decide \
             it: `--imports FILE --exports FILE`",
            number(low),
            number(high)
        ),
        SanctionRemark::EstimatesLeftOut => {
            "estimated parts are left out; `--estimates` counts them".to_owned()
        }
        SanctionRemark::AllRows { flow, base } => {
            format!("{flow}s: shares of all rows for {base}, which are taken to be all goods")
        }
        SanctionRemark::NoBase {
            flow, base, years, ..
        } => {
            let years: Vec<_> = years.iter().map(|(year, _)| year.to_string()).collect();
            format!(
                "{flow}s: no data known to cover all goods of {}; parts were published for {}",
                English.period(*base),
                years.join(", ")
            )
        }
        SanctionRemark::BansOnly(true) => {
            "outright bans only: goods under a cap or a livelihood exemption are not counted".to_owned()
        }
        SanctionRemark::BansOnly(false) => {
            "goods under a cap or a livelihood exemption count as covered; `--bans-only` leaves them out"
                .to_owned()
        }
        SanctionRemark::CapsOfAllStates => {
            "caps are for all states together: China's trade below one does not show that it was kept"
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
                "{measure}: the cap ended on {day}, when {next} took its place; {month} is counted in full"
            ),
            None => format!("{measure}: the cap's year ends on {day}; {month} is counted in full"),
        },
        SanctionRemark::Passed { measure, notices, open } => {
            let passed = notices.iter().map(|(percent, month, open)| {
                let at_latest = if *open { " at the latest" } else { "" };
                format!("{percent} % in {month}{at_latest}")
            });
            let passed: Vec<_> = passed.collect();
            let passed = match passed.is_empty() {
                true => format!("{measure}: not known to have passed 75 %"),
                false => format!("{measure}: past {}", passed.join(", ")),
            };
            match open.first() {
                Some(percent) if !notices.is_empty() => {
                    format!("{passed}; whether {percent} % was passed cannot be told")
                }
                _ => passed,
            }
        }
        SanctionRemark::Barrels(factors) => {
            let factors: Vec<_> = factors
                .iter()
                .map(|(factor, measure)| format!("{} for {measure}", number(factor)))
                .collect();
            format!(
                "barrels per tonne: {}; change it with `--barrels-per-tonne`",
                factors.join(", ")
            )
        }
        SanctionRemark::TwoLimbs { one, other, nearer } => format!(
            "{one} and {other} are two limits of one cap, whichever is reached first: {nearer} is nearer"
        ),
        SanctionRemark::RelativeCap(measure) => format!(
            "{measure}: no more than in the previous twelve months, for which there are no figures"
        ),
        SanctionRemark::UseFalls(measure) => {
            format!("{measure}: the publishers' figures differ: the lowest is given, as a minimum")
        }
        SanctionRemark::NoCap(year) => format!("no cap was in force in {year}"),
        SanctionRemark::AtLeastWithout { measure, months } => {
            format!("{measure}: at least, with no figure for {}", few(months, &English))
        }
        SanctionRemark::AtLeastWithoutGoods { measure, codes } => {
            format!("{measure}: at least, with no figure for HS {}", codes.join(", "))
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
            "goods are split by the measures of {} in force on {day}",
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
        true => "part of the month's trade may have been allowed".to_owned(),
        false => lines.join("; "),
    }
}
