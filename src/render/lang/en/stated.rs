//! Claims.

use super::dates;
use super::english::English;
use crate::render::lang::stated::{StatedWords, calendar_year, minus};
use crate::trade::{
    Currency, Period, Precision, QuantityUnit, RecordSpan, Superlative, Trend, Written,
};

impl StatedWords for English {
    fn direction(&self, trend: Trend) -> &'static str {
        match trend {
            Trend::Fall => "fall",
            Trend::Rise => "rise",
        }
    }

    fn record_stated(&self, superlative: Superlative, span: RecordSpan) -> String {
        let extreme = match superlative {
            Superlative::Lowest => "lowest",
            Superlative::Highest => "highest",
        };
        match span {
            RecordSpan::Since(period) => match calendar_year(period) {
                Some(year) => format!("{extreme} since {year}"),
                None => format!("{extreme} since {}", dates::period(period)),
            },
            RecordSpan::OnRecord(None) => format!("{extreme} on record"),
            RecordSpan::OnRecord(Some(from)) => {
                let from = dates::period(Period::month(from));
                format!("{extreme} on record, from {from}")
            }
        }
    }

    fn with_precision(&self, precision: Precision, number: &str) -> String {
        let word = match precision {
            Precision::Printed | Precision::Round | Precision::Multiple => {
                return number.to_owned();
            }
            Precision::About | Precision::Fraction | Precision::Steady => "about",
            Precision::Almost | Precision::AlmostFraction | Precision::AlmostMultiple => "almost",
            Precision::JustOver => "just over",
            Precision::MoreThan => "more than",
            Precision::AtLeast => "at least",
            Precision::LessThan => "less than",
            Precision::AtMost => "at most",
        };
        format!("{word} {number}")
    }

    fn times_stated(&self, number: &str) -> String {
        format!("{number} times")
    }

    fn months_stated(&self, trend: Trend, months: &str) -> String {
        let ending = if months == "1" { "" } else { "s" };
        format!("{months} {}{ending}", self.direction(trend))
    }

    fn money_stated(&self, number: &Written, currency: Currency) -> String {
        format!("{currency} {}", amount(number))
    }

    fn quantity_stated(&self, number: &Written, unit: QuantityUnit, thousandths: i128) -> String {
        match unit.name_of(thousandths) {
            Some(name) => format!("{} {name}", amount(number)),
            None => amount(number),
        }
    }
}

/// `−1.46 billion`, `1,636,591`.
fn amount(number: &Written) -> String {
    let sign = minus(number.is_negative);
    let digits = grouped(&number.digits);
    match number.magnitude() {
        "" => format!("{sign}{digits}"),
        word => format!("{sign}{digits} {word}"),
    }
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
