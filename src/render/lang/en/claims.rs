//! Remarks on verdicts on claims.

use super::amounts::measured;
use super::dates;
use super::english::English;
use super::figure::reason;
use super::marks::MARKS;
use crate::render::lang::claims::{figure, reading};
use crate::report::{ClaimFigure, ClaimRemark, FigureOf};
use crate::trade::{Flow, NotUnderstood, Period, Truth, Vintage};

/// A remark on a verdict.
pub(super) fn sentence(remark: &ClaimRemark) -> String {
    let shown = |one: ClaimFigure| figure(one, measured, [" times", " months", " %"]);
    let dated = |day: Vintage| dates::day(day);
    let at = |period: Period| dates::period(period);
    let read = |readings: &[String], between: &str| {
        let words = readings.iter().map(|one| reading(one, &English, &MARKS));
        words.collect::<Vec<_>>().join(between)
    };
    match remark {
        ClaimRemark::DecidedLater { by: Some(by) } => {
            let by = dated(*by);
            format!("no release by the day of the claim decides it: the release of {by} does")
        }
        ClaimRemark::DecidedLater { by: None } => {
            "no release by the day of the claim decides it: later ones do".to_owned()
        }
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
            let since = since.map_or_else(
                || "by what is known now".to_owned(),
                |day| format!("since the revision of {}", dated(day)),
            );
            let day = dated(*day);
            match now {
                Some(now) => format!("{then} on {day}; {since} it would be {}", shown(*now)),
                None => format!("{then} on {day}; {since} it cannot be judged"),
            }
        }
        ClaimRemark::Open(missing) => reason(missing),
        ClaimRemark::Against { period, figure } => {
            format!("{} was {}", at(*period), shown(*figure))
        }
        ClaimRemark::LastAsFar(period) => format!("the last that went as far was {}", at(*period)),
        ClaimRemark::AlsoAs(readings) => {
            format!("would also be true as {}", read(readings, " or as "))
        }
        ClaimRemark::MadeOf {
            figures,
            more,
            printed,
        } => {
            let one = |figure: &FigureOf| {
                let released = figure
                    .released
                    .map_or_else(String::new, |day| format!(", released {}", dated(day)));
                format!(
                    "{}s of {} ({}{released})",
                    figure.flow.name(),
                    at(figure.period),
                    figure.basis.name()
                )
                .replace("totals of", "total of")
                .replace("balances of", "balance of")
            };
            let mut parts: Vec<String> = figures.iter().map(one).collect();
            if *more > 0 {
                let last = parts.pop().unwrap_or_default();
                parts.push(format!("{last} and {more} more figures"));
            }
            if let Some(date) = printed {
                parts.push(match date {
                    Some(day) => format!("the change as published {}", on(*day)),
                    None => "the change as published".to_owned(),
                });
            }
            format!("judged by {}", parts.join(", "))
        }
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
            format!(
                "{cannot} allow {what} from {} to {}",
                shown(*low),
                shown(*high)
            )
        }
        ClaimRemark::Summary {
            right,
            wrong,
            open,
            not_understood,
        } => {
            let all = right + wrong + open;
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
