//! Remarks on verdicts on claims.

use super::amounts::measured;
use super::dates;
use super::english::English;
use super::figure::reason;
use super::marks::MARKS;
use crate::render::lang::claims::{Ground, closely, ends, figure, ground, reading};
use crate::render::lang::signed::signed;
use crate::report::{ClaimFigure, ClaimRemark, OtherReading};
use crate::trade::{Flow, NotUnderstood, Period, Truth, Vintage};

/// A remark on a verdict.
pub(super) fn sentence(remark: &ClaimRemark) -> String {
    let shown = |one: ClaimFigure| figure(one, measured, [" times", " months", " %"]);
    let dated = |day: Vintage| dates::day(day);
    let at = |period: Period| dates::period(period);
    let read = |readings: &[Vec<OtherReading>], between: &str| {
        let words = readings.iter().map(|one| reading(one, &English, &MARKS));
        words.collect::<Vec<_>>().join(between)
    };
    match remark {
        ClaimRemark::DecidedLater { by: Some(by) } => {
            let by = dated(*by);
            format!("decided only by the release of {by}")
        }
        ClaimRemark::DecidedLater { by: None } => "decided only by later releases".to_owned(),
        ClaimRemark::ThenAndNow {
            then,
            day,
            since,
            now,
        } => {
            let then = match then {
                Truth::True => "true",
                Truth::False => "false",
                Truth::CannotTell => "open",
            };
            let day = on(*day);
            match (now.map(shown), since) {
                (Some(now), Some(since)) => {
                    format!("{then} {day}; revised to {now} {}", on(*since))
                }
                (Some(now), None) => format!("{then} {day}; by what is known now, {now}"),
                (None, Some(since)) => {
                    let since = dated(*since);
                    format!("{then} {day}; since the revision of {since} it cannot be judged")
                }
                (None, None) => format!("{then} {day}; by what is known now it cannot be judged"),
            }
        }
        ClaimRemark::AsOfficeSaid { percent, released } => {
            let percent = signed(*percent);
            match released {
                Some(day) => format!(
                    "customs itself published {percent} % {}; by the figures of that day the claim is true: \
                     `--published {day}`",
                    on(*day)
                ),
                None => format!("customs itself published {percent} %, on an unknown day"),
            }
        }
        ClaimRemark::OfOneTotal { is_sum, other } => {
            let other = closely(*other, measured, [" times", " months", " %"]);
            match is_sum {
                true => format!(
                    "true of imports and exports added up, while the published total gives {other}"
                ),
                false => format!(
                    "true of the published total, while imports and exports add up to {other}"
                ),
            }
        }
        ClaimRemark::Overlaps { known, claimed } => {
            let range = |pair| match ends(pair, measured, [" times", " months", " %"]) {
                [Some(low), Some(high)] if low == high => low,
                [Some(low), Some(high)] => format!("{low} to {high}"),
                [Some(low), None] => format!("{low} or more"),
                [None, Some(high)] => format!("{high} or less"),
                [None, None] => "any size".to_owned(),
            };
            format!(
                "the figures allow {}, the claim stands for {}",
                range(*known),
                range(*claimed)
            )
        }
        ClaimRemark::Open(missing) => reason(missing),
        ClaimRemark::Against { period, figure } => {
            format!("{} was {}", at(*period), shown(*figure))
        }
        ClaimRemark::LastAsFar { period, is_high } => {
            let end = if *is_high { "high" } else { "low" };
            format!("last as {end} in {}", at(*period))
        }
        ClaimRemark::AlsoAs(readings) => {
            format!("would also be true as {}", read(readings, " or as "))
        }
        ClaimRemark::MadeOf {
            figures,
            more,
            printed,
        } => match ground(figures, *more, *printed) {
            Ground::Change(Some(day)) => format!("judged by the change as published {}", on(day)),
            Ground::Change(None) => "judged by the change as published".to_owned(),
            Ground::Days(days) => {
                let mut days: Vec<String> = days.into_iter().map(dates::day).collect();
                // `18 September and 19 October 2021`.
                if let [first, last] = &mut days[..]
                    && first.rsplit(' ').next() == last.rsplit(' ').next()
                    && let Some((day, _)) = first.rsplit_once(' ')
                {
                    *first = day.to_owned();
                }
                format!("judged by figures of {}", days.join(" and "))
            }
            Ground::Figures(1, _) => "judged by one figure".to_owned(),
            Ground::Figures(count, None) => format!("judged by {count} figures"),
            Ground::Figures(count, Some(first)) => {
                format!(
                    "judged by {count} figures, the first released {}",
                    dated(first)
                )
            }
        },
        ClaimRemark::Beside {
            flow,
            is_change,
            low,
            high,
            contradicts,
        } => {
            let what = match (flow, is_change) {
                (Flow::Import, false) => "imports",
                (Flow::Export, false) => "exports",
                (Flow::Total, false) => "a total",
                (Flow::Balance, false) => "a balance",
                (Flow::Import, true) => "a change of imports",
                (Flow::Export, true) => "a change of exports",
                (Flow::Total, true) => "a change of the total",
                (Flow::Balance, true) => "a change of the balance",
            };
            let cannot = if *contradicts {
                "cannot be true with the other claims of the statement, which"
            } else {
                "the other claims of the statement"
            };
            let range = match (low.map(shown), high.map(shown)) {
                (Some(low), Some(high)) => format!("from {low} to {high}"),
                (Some(low), None) => format!("of {low} or more"),
                (None, Some(high)) => format!("of {high} or less"),
                (None, None) => "of any size".to_owned(),
            };
            format!("{cannot} allow {what} {range}")
        }
        ClaimRemark::Summary {
            right,
            wrong,
            open,
            not_understood,
        } => {
            let all = right + wrong + open;
            if all + not_understood == 0 {
                return "no sentence on trade between China and North Korea was found".to_owned();
            }
            let claims = if all == 1 { "claim" } else { "claims" };
            let text =
                format!("{all} {claims}: {right} true, {wrong} false, {open} cannot be judged");
            match not_understood {
                0 => text,
                1 => format!("{text}; 1 sentence not understood"),
                n => format!("{text}; {n} sentences not understood"),
            }
        }
        ClaimRemark::NotUnderstood(why) => match why {
            NotUnderstood::Word(word) => format!("not understood: `{word}`"),
            NotUnderstood::NoFlow => "whose imports or exports are meant is not said".to_owned(),
            NotUnderstood::NoPeriod => "which months are meant is not said".to_owned(),
            NotUnderstood::NoYear => {
                "which year is meant is not said: give `--published DATE`".to_owned()
            }
            NotUnderstood::NoMetric(number) if number.is_empty() => {
                "what its numbers count is not clear".to_owned()
            }
            NotUnderstood::NoMetric(number) => format!("what `{number}` counts is not clear"),
            NotUnderstood::NoBasis => "what the change is measured from is not said".to_owned(),
            NotUnderstood::OtherTrade => "seems to be of another trade as well".to_owned(),
            NotUnderstood::Contradiction => "says two things that cannot both be true".to_owned(),
            NotUnderstood::TooLong(most) => format!("is longer than {most} characters"),
            NotUnderstood::TwoWays(what) => format!("`{what}` can be read in two ways"),
        },
        ClaimRemark::ColumnsNotRead { file, names } => {
            format!("{file}: columns that say nothing of the claims, not read: {names}")
        }
    }
}

/// `on 23 October 2017`, `in July 2017`.
fn on(day: Vintage) -> String {
    let word = if day == day.as_day() { "on" } else { "in" };
    format!("{word} {}", dates::day(day))
}
