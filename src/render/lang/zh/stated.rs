//! Claims.

use super::chinese::Chinese;
use crate::render::lang::stated::{NumberPrecision, SizeStated, StatedWords, in_myriads};
use crate::trade::QuantityUnit;

impl StatedWords for Chinese {
    fn direction(&self, is_fall: bool) -> &'static str {
        if is_fall { "下降" } else { "增长" }
    }

    fn record_since(&self, is_lowest: bool, from: &str) -> String {
        format!("{from}以来{}", extreme(is_lowest))
    }

    fn record_of_all(&self, is_lowest: bool, from: Option<&str>) -> String {
        let extreme = extreme(is_lowest);
        match from {
            Some(from) => format!("{from}有记录以来{extreme}"),
            None => format!("有记录以来{extreme}"),
        }
    }

    fn meant(&self, how: NumberPrecision, number: &str) -> String {
        match how {
            NumberPrecision::About => format!("约{number}"),
            NumberPrecision::Almost => format!("近{number}"),
            NumberPrecision::MoreThan => format!("超过{number}"),
            NumberPrecision::AtLeast => format!("至少{number}"),
            NumberPrecision::LessThan => format!("不足{number}"),
            NumberPrecision::AtMost => format!("至多{number}"),
        }
    }

    fn times_stated(&self, number: &str) -> String {
        format!("{number}倍")
    }

    fn months_stated(&self, is_fall: bool, months: &str) -> String {
        format!("连续{months}个月{}", self.direction(is_fall))
    }

    fn size_stated(&self, size: SizeStated<'_>) -> String {
        format!("{}{}", in_myriads(size, ["万", "亿"]), unit(size.unit))
    }
}

fn extreme(is_lowest: bool) -> &'static str {
    if is_lowest { "最低" } else { "最高" }
}

/// A currency or a unit of quantity, with a leading space.
fn unit(unit: &str) -> String {
    let known = match unit {
        "" => return String::new(),
        "USD" => "美元",
        "CNY" => "元",
        "t" => "吨",
        "kg" => "千克",
        unit => match QuantityUnit::find(unit) {
            Some((one, _)) if !one.is_weight() => one.zh(),
            _ => return format!(" {unit}"),
        },
    };
    known.to_owned()
}
