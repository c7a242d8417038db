//! Claims.

use super::chinese::Chinese;
use super::dates;
use crate::render::lang::stated::{StatedWords, calendar_year, in_myriads};
use crate::trade::{
    Currency, Period, Precision, QuantityUnit, RecordSpan, Superlative, Trend, Written,
};

impl StatedWords for Chinese {
    fn direction(&self, trend: Trend) -> &'static str {
        match trend {
            Trend::Fall => "下降",
            Trend::Rise => "增长",
        }
    }

    fn record_stated(&self, superlative: Superlative, span: RecordSpan) -> String {
        let extreme = match superlative {
            Superlative::Lowest => "最低",
            Superlative::Highest => "最高",
        };
        let started = |period: Period| match calendar_year(period) {
            Some(year) => format!("{year}年"),
            None => dates::period(period),
        };
        match span {
            RecordSpan::Since(period) => format!("{}以来{extreme}", started(period)),
            RecordSpan::OnRecord(None) => format!("有记录以来{extreme}"),
            RecordSpan::OnRecord(Some(from)) => {
                format!("{}有记录以来{extreme}", started(Period::month(from)))
            }
        }
    }

    fn with_precision(&self, precision: Precision, number: &str) -> String {
        match precision {
            Precision::Printed | Precision::Round | Precision::Multiple => number.to_owned(),
            Precision::About | Precision::Fraction | Precision::Steady => format!("约{number}"),
            Precision::Almost | Precision::AlmostFraction | Precision::AlmostMultiple => {
                format!("近{number}")
            }
            Precision::JustOver => format!("略高于{number}"),
            Precision::MoreThan => format!("超过{number}"),
            Precision::AtLeast => format!("至少{number}"),
            Precision::LessThan => format!("不足{number}"),
            Precision::AtMost => format!("至多{number}"),
        }
    }

    fn times_stated(&self, number: &str) -> String {
        format!("{number}倍")
    }

    fn months_stated(&self, trend: Trend, months: &str) -> String {
        format!("连续{months}个月{}", self.direction(trend))
    }

    fn money_stated(&self, number: &Written, of: Currency) -> String {
        let currency = match of {
            Currency::Usd => "美元",
            Currency::Cny => "元",
        };
        format!("{}{}", in_myriads(number, ["万", "亿"]), currency)
    }

    fn quantity_stated(&self, number: &Written, unit: QuantityUnit, thousandths: i128) -> String {
        let number = in_myriads(number, ["万", "亿"]);
        let name = unit.name_of(thousandths);
        let own = match (unit.is_weight(), name) {
            (true, Some("t")) => Some("吨"),
            (true, Some("kg")) => Some("千克"),
            (false, Some(_)) => Some(unit.zh()),
            _ => None,
        };
        match (own, name) {
            (Some(own), _) => format!("{number}{own}"),
            (None, Some(name)) => format!("{number} {name}"),
            (None, None) => number,
        }
    }
}
