//! Wording for streaks, and for highs and lows on record.

use super::english::English;
use crate::render::lang::runs::Runs;
use crate::trade::{Extent, Extreme};

impl Runs for English {
    fn without_trade(&self, months: u32, since: &str, at_least: bool) -> String {
        match months {
            1 => format!("no trade in {since}"),
            _ if at_least => format!("no trade for at least {months} months, from {since}"),
            _ => format!("no trade for {months} months, since {since}"),
        }
    }

    fn turned(&self, is_fall: bool, after: u32, at_least: bool) -> String {
        let way = if is_fall { "down" } else { "up" };
        format!("{way}, after {}", self.run(!is_fall, after, at_least))
    }

    fn no_streak(&self, is_fall: bool) -> &'static str {
        if is_fall { "not a fall" } else { "not a rise" }
    }

    fn streak(&self, is_fall: bool, count: u32, since: &str, at_least: bool) -> String {
        match at_least {
            // One month is not a run.
            true if count == 1 && is_fall => "down, earlier months unknown".to_owned(),
            true if count == 1 => "up, earlier months unknown".to_owned(),
            true => format!("{}, from {since}", self.run(is_fall, count, true)),
            false => format!("{} {}, from {since}", ordinal(count), way(is_fall)),
        }
    }

    fn run(&self, is_fall: bool, count: u32, at_least: bool) -> String {
        let least = if at_least { "at least " } else { "" };
        let ending = if count == 1 { "" } else { "s" };
        format!("{least}{count} {}{ending}", way(is_fall))
    }

    fn only_on_record(&self) -> &'static str {
        "the only month on record"
    }

    fn window(&self, months: u32, from: &str, missing: u32) -> String {
        match missing {
            0 => format!("{months} months from {from}"),
            _ => format!("{months} months from {from}, {missing} missing"),
        }
    }

    fn on_record(&self, end: Extreme, window: &str) -> String {
        format!("{} of {window}", most(end))
    }

    fn rank(&self, end: Extreme, rank: Option<u32>, window: &str) -> String {
        match rank {
            Some(1) => format!("joint {} of {window}", most(end)),
            Some(rank) => format!("{} {} of {window}", ordinal(rank), most(end)),
            None => format!("rank uncertain of {window}"),
        }
    }

    fn extreme_since(&self, end: Extreme, since: &str, figure: &str, how: Extent) -> String {
        let most = most(end);
        match how {
            Extent::AtLeast => format!("{most} since at least {since} ({figure})"),
            Extent::Open => format!("{most} known since {since} ({figure})"),
            Extent::Exact => format!("{most} since {since} ({figure})"),
        }
    }

    fn level_with(&self, month: &str, figure: &str, is_equal: bool) -> String {
        match is_equal {
            true => format!("as in {month} ({figure})"),
            false => format!("indistinguishable from {month} ({figure})"),
        }
    }
}

fn way(is_fall: bool) -> &'static str {
    if is_fall { "fall" } else { "rise" }
}

fn most(end: Extreme) -> &'static str {
    match end {
        Extreme::Low => "lowest",
        Extreme::High => "highest",
    }
}

/// `1st`, `2nd`, `3rd`, `11th`.
fn ordinal(count: u32) -> String {
    let ending = match (count % 10, count % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{count}{ending}")
}
