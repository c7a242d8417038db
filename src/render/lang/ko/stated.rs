//! Claims.

use super::korean::Korean;
use crate::render::lang::stated::{NumberPrecision, SizeStated, StatedWords, in_myriads};
use crate::trade::QuantityUnit;

impl StatedWords for Korean {
    fn direction(&self, is_fall: bool) -> &'static str {
        if is_fall { "감소" } else { "증가" }
    }

    fn record_since(&self, is_lowest: bool, from: &str) -> String {
        format!("{from} 이후 {}", extreme(is_lowest))
    }

    fn record_of_all(&self, is_lowest: bool, from: Option<&str>) -> String {
        let extreme = extreme(is_lowest);
        match from {
            Some(from) => format!("{from} 집계 이래 {extreme}"),
            None => format!("역대 {extreme}"),
        }
    }

    fn meant(&self, how: NumberPrecision, number: &str) -> String {
        match how {
            NumberPrecision::About => format!("약 {number}"),
            NumberPrecision::Almost => format!("거의 {number}"),
            NumberPrecision::MoreThan => format!("{number} 초과"),
            NumberPrecision::AtLeast => format!("{number} 이상"),
            NumberPrecision::LessThan => format!("{number} 미만"),
            NumberPrecision::AtMost => format!("{number} 이하"),
        }
    }

    fn times_stated(&self, number: &str) -> String {
        format!("{number}배")
    }

    fn months_stated(&self, is_fall: bool, months: &str) -> String {
        format!("{months}개월 연속 {}", self.direction(is_fall))
    }

    fn size_stated(&self, size: SizeStated<'_>) -> String {
        format!("{}{}", in_myriads(size, ["만", "억"]), unit(size.unit))
    }
}

fn extreme(is_lowest: bool) -> &'static str {
    if is_lowest { "최저" } else { "최고" }
}

/// A currency or a unit of quantity, with a leading space.
fn unit(unit: &str) -> String {
    let known = match unit {
        "" => return String::new(),
        "USD" => "달러",
        "CNY" => "위안",
        "t" => "톤",
        "kg" => "킬로그램",
        unit => match QuantityUnit::find(unit) {
            Some((one, _)) if !one.is_weight() => one.ko(),
            _ => return format!(" {unit}"),
        },
    };
    format!(" {known}")
}
