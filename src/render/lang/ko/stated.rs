//! Claims.

use super::dates;
use super::korean::Korean;
use super::words::currency;
use crate::render::lang::stated::{StatedWords, calendar_year, in_myriads};
use crate::trade::{
    Currency, Period, Precision, QuantityUnit, RecordSpan, Superlative, Trend, Written,
};

impl StatedWords for Korean {
    fn direction(&self, trend: Trend) -> &'static str {
        match trend {
            Trend::Fall => "감소",
            Trend::Rise => "증가",
        }
    }

    fn record_stated(&self, superlative: Superlative, span: RecordSpan) -> String {
        let extreme = match superlative {
            Superlative::Lowest => "최저",
            Superlative::Highest => "최고",
        };
        let started = |period: Period| match calendar_year(period) {
            Some(year) => format!("{year}년"),
            None => dates::period(period),
        };
        match span {
            RecordSpan::Since(period) => format!("{} 이후 {extreme}", started(period)),
            RecordSpan::OnRecord(None) => format!("역대 {extreme}"),
            RecordSpan::OnRecord(Some(from)) => {
                format!("{} 집계 이래 {extreme}", started(Period::month(from)))
            }
        }
    }

    fn with_precision(&self, precision: Precision, number: &str) -> String {
        match precision {
            Precision::Printed | Precision::Round | Precision::Multiple => number.to_owned(),
            Precision::About | Precision::Fraction | Precision::Steady => format!("약 {number}"),
            Precision::Almost | Precision::AlmostFraction | Precision::AlmostMultiple => {
                format!("거의 {number}")
            }
            Precision::JustOver => format!("{number} 소폭 초과"),
            Precision::MoreThan => format!("{number} 초과"),
            Precision::AtLeast => format!("{number} 이상"),
            Precision::LessThan => format!("{number} 미만"),
            Precision::AtMost => format!("{number} 이하"),
        }
    }

    fn times_stated(&self, number: &str) -> String {
        format!("{number}배")
    }

    fn months_stated(&self, trend: Trend, months: &str) -> String {
        format!("{months}개월 연속 {}", self.direction(trend))
    }

    fn money_stated(&self, number: &Written, of: Currency) -> String {
        format!("{} {}", in_myriads(number, ["만", "억"]), currency(of))
    }

    fn quantity_stated(&self, number: &Written, unit: QuantityUnit, thousandths: i128) -> String {
        let number = in_myriads(number, ["만", "억"]);
        let name = unit.name_of(thousandths);
        let own = match (unit.is_weight(), name) {
            (true, Some("t")) => Some("톤"),
            (true, Some("kg")) => Some("킬로그램"),
            (false, Some(_)) => Some(unit.ko()),
            _ => None,
        };
        match (own, name) {
            (Some(own), _) => format!("{number} {own}"),
            (None, Some(name)) => format!("{number} {name}"),
            (None, None) => number,
        }
    }
}
