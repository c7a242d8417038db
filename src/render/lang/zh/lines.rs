//! Wording for the small line charts next to the rows of a table.

use super::chinese::Chinese;
use crate::render::lang::lines::Lines;

impl Lines for Chinese {
    fn last_months(&self, months: u32) -> String {
        format!("近{months}个月")
    }

    fn scale_of_line(&self, below_zero: bool) -> &'static str {
        match below_zero {
            false => "各行走势自零起，至本行最高月",
            true => "各行走势自零（有负值时自最低月）起，至本行最高月",
        }
    }

    fn hole_in_line(&self) -> &'static str {
        "· 无数据"
    }

    fn zero_in_line(&self) -> &'static str {
        "_ 为零"
    }
}
