//! Wording for revisions, and for their effects on statements.

use super::english::English;
use crate::render::lang::revisions::{RevisedElsewhere, RevisionSizes, RevisionWords};
use crate::report::StreakEffect;
use crate::trade::{Currency, Flow};

impl RevisionWords for English {
    fn became(&self, period: &str, before: &str, after: &str, streak: &str) -> String {
        format!("{period}: {before} % became {after} %{streak}")
    }

    fn streak_became(&self, streak: StreakEffect) -> String {
        let StreakEffect {
            fall,
            until,
            was,
            was_at_least,
            is,
            is_at_least,
        } = streak;
        let what = if fall { "falls" } else { "rises" };
        let months = |months: u32, is_at_least: bool| match is_at_least {
            true => format!("at least {months}"),
            false => months.to_string(),
        };
        let was = months(was, was_at_least);
        let left = match is {
            0 => "is none".to_owned(),
            is => format!("is {}", months(is, is_at_least)),
        };
        format!(": the streak of {was} {what} to {until} {left}")
    }

    fn after_release(&self, from: i32, to: Option<i32>) -> String {
        let months = match to {
            Some(to) => format!("{from} to {to} months"),
            None => format!("{from} months and more"),
        };
        format!("{months} after the first release")
    }

    fn sizes(&self, months: &str, sizes: RevisionSizes<'_>) -> String {
        let RevisionSizes {
            count,
            mean,
            mean_size,
            largest,
            period,
        } = sizes;
        if count == 1 {
            return format!("{months}: 1 revision, {largest} % ({period})");
        }
        format!(
            "{months}: {count} revisions, mean {mean} %, mean size {mean_size} %, largest \
             {largest} % ({period})"
        )
    }

    fn in_other_currency(&self, revised: RevisedElsewhere<'_>) -> String {
        let RevisedElsewhere {
            currency,
            flow,
            period,
            by,
            day,
        } = revised;
        let (money, flag) = match currency {
            Currency::Usd => ("dollars", "usd"),
            Currency::Cny => ("yuan", "cny"),
        };
        let flow = match flow {
            Flow::Import => "imports",
            Flow::Export => "exports",
            Flow::Total => "the total",
            Flow::Balance => "the balance",
        };
        let day = match day {
            "" => String::new(),
            day => format!(" ({day})"),
        };
        format!("in {money}, {flow} of {period} were revised by {by} %{day}: `--currency {flag}`")
    }

    fn none_released(&self) -> &'static str {
        "no figure of the period has been released in this currency"
    }

    fn none_revised(&self) -> &'static str {
        "nothing was revised beyond rounding"
    }
}
