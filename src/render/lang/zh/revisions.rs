//! Wording for revisions, and for their effects on statements.

use super::chinese::Chinese;
use super::dates::month;
use super::words;
use crate::render::lang::revisions::{RevisedElsewhere, RevisionSizes, RevisionWords};
use crate::report::StreakEffect;
use crate::trade::Currency;

impl RevisionWords for Chinese {
    fn became(&self, period: &str, before: &str, after: &str, streak: &str) -> String {
        format!("{period}：由{before}%改为{after}%{streak}")
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
        let until = month(until);
        let what = if fall { "下降" } else { "增长" };
        let least = |is_at_least: bool| if is_at_least { "至少" } else { "" };
        let (was_least, is_least) = (least(was_at_least), least(is_at_least));
        format!("：至{until}的{was_least}连续{was}个月{what}变为{is_least}{is}个月")
    }

    fn after_release(&self, from: i32, to: Option<i32>) -> String {
        match to {
            Some(to) => format!("首次公布后{from}至{to}个月"),
            None => format!("首次公布后{from}个月以上"),
        }
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
            return format!("{months}：修订1次，{largest}%（{period}）");
        }
        format!(
            "{months}：修订{count}次，平均{mean}%，平均幅度{mean_size}%，最大{largest}%（{period}）"
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
            Currency::Usd => ("美元", "usd"),
            Currency::Cny => ("人民币", "cny"),
        };
        let flow = words::flow(flow);
        let day = match day {
            "" => String::new(),
            day => format!("（{day}）"),
        };
        format!("按{money}计，{period}{flow}修订了{by}%{day}：`--currency {flag}`")
    }

    fn none_released(&self) -> &'static str {
        "该时期没有以此货币公布的数据"
    }

    fn none_revised(&self) -> &'static str {
        "没有超出四舍五入的修订"
    }
}
