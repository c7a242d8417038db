//! Wording for the small line charts next to the rows of a table.

use super::korean::Korean;
use crate::render::lang::lines::Lines;

impl Lines for Korean {
    fn last_months(&self, months: u32) -> String {
        format!("{months}개월 추이")
    }

    fn scale_of_line(&self, below_zero: bool) -> &'static str {
        match below_zero {
            false => "행마다 0부터 그 행의 최고 월까지",
            true => "행마다 0(음수가 있으면 최저 월)부터 그 행의 최고 월까지",
        }
    }

    fn hole_in_line(&self) -> &'static str {
        "· 자료 없음"
    }

    fn zero_in_line(&self) -> &'static str {
        "_ 0"
    }
}
