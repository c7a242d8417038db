//! Remarks of the measures.

use super::amounts::measured;
use super::claims;
use super::figure::reason;
use super::published_change::{printed_differs, who_said};
use super::words::{
    OLDER_PRINT, counted, day, flag, how, on_day, percent, periods, released, written,
};
use crate::report::{Lacking, MonthsBeside, RemarkKind, Side, SumPart};
use crate::trade::{Measured, Period, Reason};

/// A remark of a measure.
pub(super) fn sentence(what: &RemarkKind, at: Option<Period>) -> String {
    let amount = |amount: &Measured| measured(*amount);
    let period = at.map(|period| format!("{} ", written(period)));
    let period = period.unwrap_or_default();
    match what {
        // Other methods handle these.
        RemarkKind::Input(_)
        | RemarkKind::Set(_)
        | RemarkKind::Figure(_)
        | RemarkKind::Revision(_)
        | RemarkKind::Sanction(_)
        | RemarkKind::Receipt(_) => String::new(),
        RemarkKind::Claim(remark) => claims::sentence(remark),
        RemarkKind::Implied {
            released: date,
            revised,
            ..
        } => {
            let implied = format!(
                "{period}calculated back from the published change{}",
                released(*date)
            );
            let Some(one) = revised else {
                return implied;
            };
            let measured = |amount| {
                measured(Measured {
                    amount,
                    unit: one.unit,
                })
            };
            if one.is_of_one_input {
                let [later, earlier] = [one.later, one.earlier].map(measured);
                return format!("{implied}: {later}; the same file has {earlier}");
            }
            format!(
                "{implied}: {}; first {}{} as {}",
                measured(one.later),
                how(one.basis),
                released(one.released),
                measured(one.earlier)
            )
        }
        RemarkKind::Revised {
            earlier,
            earlier_released,
            later,
            later_released,
        } => format!(
            "{period}revised from {}{} to {}{}{}",
            amount(earlier),
            released(*earlier_released),
            amount(later),
            released(*later_released),
            if later_released.is_none() {
                ", as in the file named later"
            } else {
                ""
            },
        ),
        RemarkKind::Difference { released: date } => {
            format!("{period}difference of published figures{}", released(*date))
        }
        RemarkKind::Converted { released: date } => format!(
            "{period}converted from the yuan figure at the rate of the month{}",
            released(*date)
        ),
        RemarkKind::EarlierRevised { by } => format!(
            "{period}this release {} earlier months of the year by {} in all",
            if by.amount < crate::trade::Amount::ZERO { "lowered" } else { "raised" },
            amount(&Measured { amount: by.amount.abs(), ..*by })
        ),
        RemarkKind::ForTheWhole {
            basis,
            released: date,
            months,
        } => {
            let whole = format!(
                "{period}{} for the period as a whole{}",
                how(*basis),
                released(*date)
            );
            match months {
                None => whole,
                Some(months) => format!("{whole}; {}", months_beside(months)),
            }
        }
        RemarkKind::MonthsBeside(months) => months_beside(months),
        RemarkKind::SumOf(parts) => {
            let part = |(part, months): &(SumPart, Vec<Period>)| {
                let part = match part {
                    SumPart::Implied => "calculated back from published changes",
                    SumPart::Difference => "differences of published figures",
                    SumPart::Converted => "converted from the yuan figures",
                    SumPart::Revised => "revised since first published",
                    SumPart::Noted => "with remarks of their own",
                };
                let months: Vec<String> = months.iter().map(Period::to_string).collect();
                format!("{part}: {}", months.join(", "))
            };
            let parts: Vec<String> = parts.iter().map(part).collect();
            format!("{period}sum of months, {}", parts.join("; "))
        }
        RemarkKind::DroppedIn { first, more } => match more {
            0 => format!("rows of {first} were skipped (--lenient)"),
            more => format!("rows of {first} and {more} more were skipped (--lenient)"),
        },
        RemarkKind::OlderPrintIn { more, .. } => match more {
            0 => format!("{period}{OLDER_PRINT}"),
            more => format!("{period}{OLDER_PRINT}, and {more} more"),
        },
        RemarkKind::PrintedDiffers(one) => {
            let more = if one.more.amount < crate::trade::Amount::ZERO {
                "less"
            } else {
                "more"
            };
            let size = Measured {
                amount: one.more.amount.abs(),
                ..one.more
            };
            format!(
                "{}{}; the former implies {} a year earlier, {} {more} than used here",
                at.map_or_else(String::new, |at| format!("{}: ", written(at))),
                printed_differs(one),
                amount(&one.needed),
                amount(&size)
            )
        }
        RemarkKind::PrintedOfEarlier {
            printed,
            released: date,
            said_by,
            earlier,
        } => {
            let who = who_said(said_by);
            let of = match earlier {
                Some(earlier) => format!("a first figure of {}", amount(earlier)),
                None => "an earlier figure".to_owned(),
            };
            format!(
                "{period}{who} {}{} of {of}; the change of the revised figure is not known",
                percent(*printed),
                on_day(*date)
            )
        }
        RemarkKind::SignOpen => "rounding of published figures leaves the sign open".to_owned(),
        RemarkKind::RoundingOpen { least, most } => match most {
            Some(most) => format!(
                "because figures are rounded, the change could be {} to {}",
                percent(*least),
                percent(*most)
            ),
            None => format!(
                "because figures are rounded, the change could be anything from {} up",
                percent(*least)
            ),
        },
        RemarkKind::StreakOpen {
            at_least,
            side,
            month,
            why,
        } => match why.reason {
            Reason::UncertainSign => {
                let first = why.periods.first();
                let first = first.map_or_else(|| month.to_string(), Period::to_string);
                let why = reason(why);
                format!(
                    "at least {}, {first} is uncertain: {why}",
                    counted(*at_least, "month")
                )
            }
            _ => {
                let side = match side {
                    Side::Before => "before",
                    Side::After => "after",
                };
                let why = reason(why);
                format!(
                    "at least {}, unknown {side} {month}: {why}",
                    counted(*at_least, "month")
                )
            }
        },
        RemarkKind::CountsAsTwo => {
            format!("{period}published only together, counted as two months")
        }
        RemarkKind::WindowLacks(lacking) => lacking_months(lacking),
        RemarkKind::RankOpen {
            lowest,
            since,
            surely,
        } => {
            let last = match surely {
                Some(month) => format!("{month} certainly was"),
                None => "no other month certainly was".to_owned(),
            };
            let beyond = if *lowest { "low" } else { "high" };
            format!("rounded figures do not show whether {since} was as {beyond}; {last}")
        }
        RemarkKind::MayHaveBeen {
            lowest,
            lacking,
            months,
        } => {
            let it = if *months == 1 { "it" } else { "they" };
            let beyond = if *lowest { "low" } else { "high" };
            format!(
                "{}: {it} may have been as {beyond}",
                lacking_months(lacking)
            )
        }
        RemarkKind::NotNewest { month, last } => {
            format!("data run to {last}; {month} is the latest month with a change")
        }
        RemarkKind::OtherCurrency { currency, last } => {
            format!("{currency} figures run to {last}: `{}`", flag(*currency))
        }
        RemarkKind::HeldInOtherCurrency { month, currency } => {
            format!("{currency} figures have {month}: `{}`", flag(*currency))
        }
        RemarkKind::ReleasedLater {
            currency,
            month,
            released: date,
        } => {
            let (as_dated, as_day) = (day(*date), day(date.as_day()));
            match as_dated == as_day {
                true => {
                    format!("{currency} figures of {month} were first released on {as_day}")
                }
                false => format!(
                    "the first release of {currency} figures of {month} is dated {as_dated}, which \
                     counts as {as_day}"
                ),
            }
        }
        RemarkKind::RangeCut { left_out, held } => format!(
            "data run from {} to {}: {} left out",
            held.from,
            held.to,
            periods(left_out)
        ),
        RemarkKind::HsRevised(years) => {
            let years: Vec<String> = years.iter().map(|year| format!("January {year}")).collect();
            format!(
                "the HS was revised in between ({}): headings and longer codes may cover \
                 different goods before and after",
                years.join(", ")
            )
        }
        RemarkKind::MomUnadjusted => "m/m is not seasonally adjusted".to_owned(),
        RemarkKind::ToDateFalls => {
            "year to date below that of the month before: published sums are rounded or revised, and of several publishers".to_owned()
        }
        RemarkKind::QuantityBeside {
            flow,
            value,
            base,
            change,
        } => format!(
            "{period}{flow}s by quantity: {}, {} from {} a year earlier (`--measure quantity`)",
            amount(value),
            percent(*change),
            amount(base)
        ),
        RemarkKind::NotRanked { flow, count, codes } => {
            let more = match count.saturating_sub(codes.len()) {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            let codes: Vec<&str> = codes.iter().map(|code| &**code).collect();
            format!(
                "{period}not ranked, change unknown: {flow}s of {}{more}",
                codes.join(", ")
            )
        }
        RemarkKind::UnitValueMix => {
            "a unit value over several codes is a mix, not a price: it moves with the mix"
                .to_owned()
        }
        RemarkKind::StreaksUnknown { flow, months } => format!(
            "no streak of {flow}s can be determined in {}: the change is unknown or of uncertain sign",
            periods(months)
        ),
        RemarkKind::StreakGoesOn(month) => {
            format!("it continues after {month}, where the range asked for ends")
        }
        RemarkKind::StreaksNotListed(1) => {
            "1 streak is not listed: missing data leave open whether it is long enough".to_owned()
        }
        RemarkKind::StreaksNotListed(count) => format!(
            "{count} streaks are not listed: missing data leave open whether they are long enough"
        ),
        RemarkKind::CheckFailed(1) => {
            "check failed: 1 finding of missing or contradictory data".to_owned()
        }
        RemarkKind::CheckFailed(count) => {
            format!("check failed: {count} findings of missing or contradictory data")
        }
        RemarkKind::FlowsNotLookedFor(flows) => {
            let flows: Vec<&str> = flows.iter().map(|flow| flow.name()).collect();
            format!(
                "no {} figures, so not checked (asked for with `--flow`, they count as missing)",
                flows.join(", ")
            )
        }
        RemarkKind::UnitBreak {
            flow,
            period,
            factor,
        } => {
            format!("{flow}s of {period} are {}", factor.in_english())
        }
        RemarkKind::NothingHeld(text) => text.clone(),
    }
}

pub(super) fn months_beside(months: &MonthsBeside) -> String {
    match months {
        MonthsBeside::Missing(missing) => {
            format!("the months cannot be added up: {}", reason(missing))
        }
        MonthsBeside::Sum { sum, revised_by } => format!(
            "the months sum to {}; revisions since, month unknown, come to {}",
            measured(*sum),
            measured(*revised_by)
        ),
    }
}

/// `no figure for 2016-05, 2016-07..2016-09`.
pub(super) fn lacking_months(lacking: &Lacking) -> String {
    let listed = |periods: &[Period]| {
        let texts: Vec<String> = periods.iter().map(|one| written(*one)).collect();
        texts.join(", ")
    };
    let mut texts = Vec::new();
    if !lacking.without.is_empty() {
        let what = if lacking.of_yoy { "y/y" } else { "figure" };
        let together = match listed(&lacking.together) {
            none if none.is_empty() => none,
            pairs => format!(" ({pairs} published only together)"),
        };
        texts.push(format!(
            "no {what} for {}{together}",
            listed(&lacking.without)
        ));
    }
    texts.extend(lacking.others.iter().map(|other| {
        let periods = listed(&other.periods);
        match (other.reason, lacking.of_yoy) {
            (Reason::ZeroBase, _) => format!("no trade a year before {periods}"),
            (_, true) => format!("no y/y for {periods}"),
            (_, false) => reason(other),
        }
    }));
    texts.join(", ")
}
