//! Claims.

use super::english::English;
use crate::render::lang::stated::{NumberPrecision, SizeStated, StatedWords};

impl StatedWords for English {
    fn direction(&self, is_fall: bool) -> &'static str {
        if is_fall { "fall" } else { "rise" }
    }

    fn record_since(&self, is_lowest: bool, from: &str) -> String {
        format!("{} since {from}", extreme(is_lowest))
    }

    fn record_of_all(&self, is_lowest: bool, from: Option<&str>) -> String {
        let extreme = extreme(is_lowest);
        match from {
            Some(from) => format!("{extreme} on record, from {from}"),
            None => format!("{extreme} on record"),
        }
    }

    fn meant(&self, how: NumberPrecision, number: &str) -> String {
        let how = match how {
            NumberPrecision::About => "about",
            NumberPrecision::Almost => "almost",
            NumberPrecision::MoreThan => "more than",
            NumberPrecision::AtLeast => "at least",
            NumberPrecision::LessThan => "less than",
            NumberPrecision::AtMost => "at most",
        };
        format!("{how} {number}")
    }

    fn times_stated(&self, number: &str) -> String {
        format!("{number} times")
    }

    fn months_stated(&self, is_fall: bool, months: &str) -> String {
        let ending = if months == "1" { "" } else { "s" };
        format!("{months} {}{ending}", self.direction(is_fall))
    }

    fn size_stated(&self, size: SizeStated<'_>) -> String {
        let digits = grouped(size.digits);
        let amount = match size.word {
            "" => format!("{}{digits}", size.sign),
            word => format!("{}{digits} {word}", size.sign),
        };
        match size.unit {
            "" => amount,
            "USD" | "CNY" => format!("{} {amount}", size.unit),
            unit => format!("{amount} {unit}"),
        }
    }
}

fn extreme(is_lowest: bool) -> &'static str {
    if is_lowest { "lowest" } else { "highest" }
}

/// `1,636,591`.
fn grouped(digits: &str) -> String {
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mut separated = String::new();
    for (at, one) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            separated.push(',');
        }
        separated.push(one);
    }
    match decimals {
        "" => separated,
        decimals => format!("{separated}.{decimals}"),
    }
}
